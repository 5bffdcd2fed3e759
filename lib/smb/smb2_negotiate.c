/* NEGOTIATE: [MS-SMB2] 2.2.3, 2.2.4. Offsets count from the SMB2 header, as on the wire. */
#include <wyre/smb2.h>
#include "../core/layout.h"

enum { BODY = WYRE_SMB2_HEADER_SIZE };

/* 3.1.1 among the dialects turns ClientStartTime into the place of the contexts. */
/*@ requires \valid_read(l) && readable: l->in_len <= 0xffffffff && \valid_read(l->in + (0 .. l->in_len - 1));
  @ requires l->way == DECODE && inside(dialects, l->in_len);
  @ assigns \nothing; */
static int
offers_0311(const layout *l, wyre_span dialects)
{
    const uint8_t *in = l->way == DECODE ? l->in : l->src;
    size_t in_len = l->way == DECODE ? l->in_len : l->src_len;
    size_t count = dialects.len / 2;
    if (dialects.off > in_len || dialects.len > in_len - dialects.off)
        return 0;
    /*@ loop assigns i; loop variant count - i; */
    for (size_t i = 0; i < count; i++)
        if (le16(in + dialects.off + 2 * i) == WYRE_SMB2_DIALECT_0311)
            return 1;
    return 0;
}

/* ---- 2.2.3 NEGOTIATE request ---------------------------------------------------------------- */

LAYOUT
negotiate_request(layout *l, wyre_smb2_negotiate_request *m)
{
    SIZE (l, BODY +  0, 36);
    COUNT_UNITS(l, BODY +  2, 2, 2, m, dialects);
    CHECK(l, BODY +  2, m->dialects.len > 0);
    U16  (l, BODY +  4, m, security_mode,           FLAGS);
    U16  (l, BODY +  6, m, reserved,                NUMBER);
    U32  (l, BODY +  8, m, capabilities,            FLAGS);
    ARRAY(l, BODY + 12, m, client_guid,             GUID);
    RUN  (l,            m, dialects,                U16S);
    if (l->way == VISIT || !offers_0311(l, m->dialects)) {
        U64  (l, BODY + 28, m, client_start_time,       FILETIME);
    }
    if (l->way == VISIT || offers_0311(l, m->dialects)) {
        U16  (l, BODY + 32, m, negotiate_context_count, NUMBER);
        U16  (l, BODY + 34, m, reserved2,               NUMBER);
        REF_TO_END(l, 4, BODY + 28, 0, m->negotiate_context_count, m, negotiate_contexts, BYTES, 8);
    }
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->dialects, in_len) && inside(out->negotiate_contexts,
  @     in_len); */
CODEC(wyre_smb2_negotiate_request, negotiate_request, BODY + 36, 0)

/* ---- 3.3.5.3.1 SMB1 NEGOTIATE ----------------------------------------------------------------- */

uint16_t
wyre_smb2_multi_protocol_dialect(const uint8_t *text, size_t len)
{
    if (len != 9)
        return 0;
    if (memcmp(text, "SMB 2.002", 9) == 0)
        return WYRE_SMB2_DIALECT_0202;
    return memcmp(text, "SMB 2.???", 9) == 0 ? WYRE_SMB2_DIALECT_02FF : 0;
}

/* ---- 2.2.4 NEGOTIATE response --------------------------------------------------------------- */

LAYOUT
negotiate_response(layout *l, wyre_smb2_negotiate_response *m)
{
    SIZE (l, BODY +  0, 65);
    U16  (l, BODY +  2, m, security_mode,           FLAGS);
    U16  (l, BODY +  4, m, dialect_revision,        NUMBER);
    U16  (l, BODY +  6, m, negotiate_context_count, NUMBER);
    ARRAY(l, BODY +  8, m, server_guid,             GUID);
    U32  (l, BODY + 24, m, capabilities,            FLAGS);
    U32  (l, BODY + 28, m, max_transact_size,       NUMBER);
    U32  (l, BODY + 32, m, max_read_size,           NUMBER);
    U32  (l, BODY + 36, m, max_write_size,          NUMBER);
    U64  (l, BODY + 40, m, system_time,             FILETIME);
    U64  (l, BODY + 48, m, server_start_time,       FILETIME);
    REF16(l, BODY + 56, m, security_buffer,         BYTES, 8);
    if (m->dialect_revision == WYRE_SMB2_DIALECT_0311) {
        REF_TO_END(l, 4, BODY + 60, 0, m->negotiate_context_count, m, negotiate_contexts, BYTES, 8);
    }
    if (m->dialect_revision != WYRE_SMB2_DIALECT_0311) {
        U32  (l, BODY + 60, m, reserved2,               NUMBER);
    }
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->security_buffer, in_len) &&
  @     inside(out->negotiate_contexts, in_len); */
CODEC(wyre_smb2_negotiate_response, negotiate_response, BODY + 64, 0)
