/* AV pairs: [MS-NLMP] 2.2.2.1, 2.2.2.2. */
#include <wyre/ntlmssp.h>
#include "../core/layout.h"
#include "../core/names.h"

static const constant_name ntlmssp_av_id_names[] = {
    NAME(WYRE_NTLMSSP_AV_, EOL),
    NAME(WYRE_NTLMSSP_AV_, NB_COMPUTER_NAME),
    NAME(WYRE_NTLMSSP_AV_, NB_DOMAIN_NAME),
    NAME(WYRE_NTLMSSP_AV_, DNS_COMPUTER_NAME),
    NAME(WYRE_NTLMSSP_AV_, DNS_DOMAIN_NAME),
    NAME(WYRE_NTLMSSP_AV_, DNS_TREE_NAME),
    NAME(WYRE_NTLMSSP_AV_, FLAGS),
    NAME(WYRE_NTLMSSP_AV_, TIMESTAMP),
    NAME(WYRE_NTLMSSP_AV_, SINGLE_HOST),
    NAME(WYRE_NTLMSSP_AV_, TARGET_NAME),
    NAME(WYRE_NTLMSSP_AV_, CHANNEL_BINDINGS),
};

const char *
wyre_ntlmssp_av_id_name(uint16_t av_id)
{
    return NAME_OF(ntlmssp_av_id_names, av_id);
}

/* ---- 2.2.2.1 AV_PAIR --------------------------------------------------------------------------- */

/* The ids whose value is a name; that of an id which is not known may be anything. */
/*@ assigns \nothing; */
INLINE int
is_name(uint16_t av_id)
{
    return av_id == WYRE_NTLMSSP_AV_TARGET_NAME ||
           (av_id >= WYRE_NTLMSSP_AV_NB_COMPUTER_NAME && av_id <= WYRE_NTLMSSP_AV_DNS_TREE_NAME);
}

LAYOUT
av_pair(layout *l, wyre_ntlmssp_av_pair *m)
{
    U16(l, 0, m, av_id, NUMBER);
    if (m->av_id == WYRE_NTLMSSP_AV_EOL) {
        SIZE(l, 2, 0);
    } else if (m->av_id == WYRE_NTLMSSP_AV_FLAGS) {
        SIZE(l, 2, 4);
        NEXT32(l, m, flags, FLAGS);
    } else if (m->av_id == WYRE_NTLMSSP_AV_TIMESTAMP) {
        SIZE(l, 2, 8);
        NEXT64(l, m, timestamp, FILETIME);
    } else {
        COUNT16(l, 2, m, value);
        CHECK(l, 2, m->av_id != WYRE_NTLMSSP_AV_CHANNEL_BINDINGS || m->value.len == 16);
        if (is_name(m->av_id)) {
            RUN(l, m, value, UTF16);
        } else {
            RUN(l, m, value, BYTES);
        }
    }
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->value, in_len) && (n != \null ==> *n >= 4); */
CODEC(wyre_ntlmssp_av_pair, av_pair, 4, 0)

/*@ requires \valid(it) && \valid(out) && \separated(it, out);
  @ assigns it->fault, *out;
  @ ensures \result == status; */
static wyre_status
refused(wyre_ntlmssp_av_pair_iter *it, wyre_status status, size_t fault, wyre_ntlmssp_av_pair *out)
{
    *out = (wyre_ntlmssp_av_pair){.av_id = 0};
    it->fault = (uint32_t)fault;
    return status;
}

/*@ ITERATES(it, in, in_len, out);
  @ ensures \result == WYRE_OK ==> it->pos >= \old(it->pos) + 4 && it->pos <= in_len; */
wyre_status
wyre_ntlmssp_av_pair_next(wyre_ntlmssp_av_pair_iter *it, const uint8_t *in, size_t in_len,
                          wyre_ntlmssp_av_pair *out)
{
    size_t n;
    *out = (wyre_ntlmssp_av_pair){.av_id = 0};
    if (it->ended != 0)
        return WYRE_END;
    if (it->pos > in_len || in_len > UINT32_MAX)
        return refused(it, WYRE_E_ARG, 0, out);
    if (it->pos == in_len) /* in may be NULL */
        return refused(it, WYRE_E_LENGTH, in_len, out);
    wyre_status status = wyre_ntlmssp_av_pair_decode(in + it->pos, in_len - it->pos, 0, out, &n);
    if (status != WYRE_OK)
        return refused(it, status, it->pos + n, out);
    if (out->av_id == WYRE_NTLMSSP_AV_EOL) {
        it->pos += (uint32_t)n;
        it->ended = 1;
        return WYRE_END;
    }
    if (it->count >= WYRE_NTLMSSP_AV_PAIRS_MAX)
        return refused(it, WYRE_E_LIMIT, it->pos, out);
    if (out->value.off > 0) /* pairs with a number have none */
        out->value.off += it->pos;
    it->pos += (uint32_t)n;
    it->count++;
    return WYRE_OK;
}

#ifndef WYRE_PROVE

wyre_status
wyre_ntlmssp_av_pairs_encode(const wyre_ntlmssp_av_pair *pairs, uint32_t count, const uint8_t *src,
                             size_t src_len, uint8_t *out, size_t cap, size_t *n)
{
    static const wyre_ntlmssp_av_pair eol = {0};
    size_t pos = 0;
    if (n != NULL)
        *n = 0;
    if (count > WYRE_NTLMSSP_AV_PAIRS_MAX)
        return WYRE_E_LIMIT;
    for (uint32_t i = 0; i <= count; i++) {
        size_t room = pos < cap ? cap - pos : 0;
        size_t size;
        if (i < count && pairs[i].av_id == WYRE_NTLMSSP_AV_EOL)
            return WYRE_E_RANGE;
        wyre_status status = wyre_ntlmssp_av_pair_encode(i < count ? &pairs[i] : &eol, src, src_len,
                                                         room > 0 ? out + pos : NULL, room, &size);
        if (status != WYRE_OK && status != WYRE_E_SPACE)
            return status;
        pos += size;
    }
    if (n != NULL)
        *n = pos;
    return pos > cap ? WYRE_E_SPACE : WYRE_OK;
}

#endif

/* ---- 2.2.2.2 Single_Host_Data ------------------------------------------------------------------ */

LAYOUT
single_host(layout *l, wyre_ntlmssp_single_host *m)
{
    U32  (l,  0, m, size,        NUMBER);
    U32  (l,  4, m, z4,          NUMBER);
    ARRAY(l,  8, m, custom_data, BYTES);
    ARRAY(l, 16, m, machine_id,  BYTES);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_ntlmssp_single_host, single_host, 48, 0)
