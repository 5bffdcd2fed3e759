/* Mechanisms and their lists: [RFC 4178] 4.1. */
#include <wyre/spnego.h>
#include "../core/names.h"
#include "der.h"

/* Content bytes of each OBJECT IDENTIFIER, by WYRE_SPNEGO_MECH_... */
static const struct mech {
    uint8_t len, oid[11];
} mechs[] = {
    [WYRE_SPNEGO_MECH_SPNEGO] = {6, {0x2b, 0x06, 0x01, 0x05, 0x05, 0x02}},
    [WYRE_SPNEGO_MECH_NTLMSSP] = {10, {0x2b, 0x06, 0x01, 0x04, 0x01, 0x82, 0x37, 0x02, 0x02, 0x0a}},
    [WYRE_SPNEGO_MECH_KERBEROS] = {9, {0x2a, 0x86, 0x48, 0x86, 0xf7, 0x12, 0x01, 0x02, 0x02}},
    [WYRE_SPNEGO_MECH_MS_KERBEROS] = {9, {0x2a, 0x86, 0x48, 0x82, 0xf7, 0x12, 0x01, 0x02, 0x02}},
    [WYRE_SPNEGO_MECH_KERBEROS_USER2USER] = {10,
                                             {0x2a, 0x86, 0x48, 0x86, 0xf7, 0x12, 0x01, 0x02, 0x02,
                                              0x03}},
    [WYRE_SPNEGO_MECH_NEGOEX] = {10, {0x2b, 0x06, 0x01, 0x04, 0x01, 0x82, 0x37, 0x02, 0x02, 0x1e}},
    [WYRE_SPNEGO_MECH_IAKERB] = {6, {0x2b, 0x06, 0x01, 0x05, 0x02, 0x05}},
};

enum { MECHS_END = sizeof mechs / sizeof *mechs };

uint32_t
wyre_spnego_mech(const uint8_t *oid, size_t oid_len)
{
    for (uint32_t mech = WYRE_SPNEGO_MECH_SPNEGO; mech < MECHS_END; mech++)
        if (mechs[mech].len == oid_len && memcmp(mechs[mech].oid, oid, oid_len) == 0)
            return mech;
    return WYRE_SPNEGO_MECH_UNKNOWN;
}

static const constant_name spnego_mech_names[] = {
    NAME(WYRE_SPNEGO_MECH_, SPNEGO),
    NAME(WYRE_SPNEGO_MECH_, NTLMSSP),
    NAME(WYRE_SPNEGO_MECH_, KERBEROS),
    NAME(WYRE_SPNEGO_MECH_, MS_KERBEROS),
    NAME(WYRE_SPNEGO_MECH_, KERBEROS_USER2USER),
    NAME(WYRE_SPNEGO_MECH_, NEGOEX),
    NAME(WYRE_SPNEGO_MECH_, IAKERB),
};

const char *
wyre_spnego_mech_name(uint32_t mech)
{
    return NAME_OF(spnego_mech_names, mech);
}

static void
wr_oid(wyre_wr *w, uint32_t mech)
{
    if (mech == WYRE_SPNEGO_MECH_UNKNOWN || mech >= MECHS_END)
        wr_refuse(w, WYRE_E_ARG);
    else
        wr_bytes(w, mechs[mech].oid, mechs[mech].len);
}

wyre_status
wyre_spnego_mech_oid(uint32_t mech, uint8_t *out, size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    wr_oid(&w, mech);
    return wr_finish(&w, n);
}

/* ---- MechTypeList ------------------------------------------------------------------------------ */

static wyre_status
refused(wyre_spnego_mech_iter *it, wyre_status status, size_t fault)
{
    it->fault = (uint32_t)fault;
    return status;
}

wyre_status
wyre_spnego_mech_type_next(wyre_spnego_mech_iter *it, const uint8_t *in, size_t in_len,
                           wyre_spnego_mech_type *out)
{
    wyre_span oid = {0, 0};
    uint32_t pos = it->pos, end = it->end;
    memset(out, 0, sizeof *out);
    if (in_len > UINT32_MAX || pos > in_len || end > in_len || (end != 0 && pos > end))
        return refused(it, WYRE_E_ARG, 0);
    der d = der_decoding(in, in_len, NULL);
    if (end == 0) {
        der_open(&d, DER_SEQUENCE);
        pos = (uint32_t)d.r.pos;
        end = (uint32_t)d.r.end;
    }
    d.r.pos = pos;
    d.r.end = end;
    if (d.r.status == WYRE_OK && pos == end) {
        it->pos = pos;
        it->end = end;
        return WYRE_END;
    }
    if (it->count >= WYRE_SPNEGO_MECHS_MAX)
        return refused(it, WYRE_E_LIMIT, pos);
    der_content(&d, DER_OBJECT_IDENTIFIER, "", 0, &oid);
    if (d.r.status != WYRE_OK)
        return refused(it, d.r.status, d.r.fault);
    out->oid = oid;
    out->mech = wyre_spnego_mech(in + oid.off, oid.len);
    it->pos = (uint32_t)d.r.pos;
    it->end = end;
    it->count++;
    return WYRE_OK;
}

wyre_status
wyre_spnego_mech_types_encode(const wyre_spnego_mech_type *types, uint32_t count,
                              const uint8_t *src, size_t src_len, uint8_t *out, size_t cap,
                              size_t *n)
{
    der d = der_encoding(src, src_len, out, cap, NULL);
    if (count == 0)
        wr_refuse(&d.w, WYRE_E_RANGE);
    if (count > WYRE_SPNEGO_MECHS_MAX)
        wr_refuse(&d.w, WYRE_E_LIMIT);
    size_t sequence = der_open(&d, DER_SEQUENCE);
    for (uint32_t i = 0; i < count && d.w.status == WYRE_OK; i++) {
        size_t type = der_open(&d, DER_OBJECT_IDENTIFIER);
        if (types[i].oid.len > 0)
            wr_span(&d.w, src, src_len, types[i].oid);
        else
            wr_oid(&d.w, types[i].mech);
        der_close(&d, type);
    }
    der_close(&d, sequence);
    return wr_finish(&d.w, n);
}
