/* A whole SMB2 message, told to a visitor. */
#include <string.h>
#include <wyre/smb2.h>
#include "../core/bytes.h"

INLINE void
enter(const wyre_visitor *v, const char *name, wyre_span window)
{
    if (v->enter != NULL)
        v->enter(v->user, name, window);
}
INLINE void
leave(const wyre_visitor *v)
{
    if (v->leave != NULL)
        v->leave(v->user);
}

static wyre_status
tell_compound(const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n)
{
    wyre_smb2_compound_iter it = {0, 0, 0};
    wyre_smb2_link link;
    wyre_status status;
    while ((status = wyre_smb2_compound_next(&it, in, in_len, &link)) == WYRE_OK) {
        enter(v, "link", link.window);
        wyre_smb2_header_visit(&link.header, v);
        leave(v);
    }
    *n = status == WYRE_END ? in_len : it.fault;
    return status == WYRE_END ? WYRE_OK : status;
}

static wyre_status
tell_transform(const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n)
{
    wyre_smb2_transform m;
    wyre_status status = wyre_smb2_transform_decode(in, in_len, 0, &m, n);
    if (status == WYRE_OK)
        wyre_smb2_transform_visit(&m, v);
    return status;
}

static wyre_status
tell_compression(const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n)
{
    wyre_smb2_compression m;
    wyre_status status = wyre_smb2_compression_decode(in, in_len, 0, &m, n);
    if (status == WYRE_OK)
        wyre_smb2_compression_visit(&m, v);
    return status;
}

static wyre_status
tell_compression_chain(const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n)
{
    wyre_smb2_compression_chain m;
    wyre_smb2_compression_payload payload;
    wyre_status status = wyre_smb2_compression_chain_decode(in, in_len, 0, &m, n);
    if (status != WYRE_OK)
        return status;
    wyre_smb2_compression_chain_visit(&m, v);
    wyre_smb2_compression_payload_iter it = {m.payloads, 0, 0};
    while ((status = wyre_smb2_compression_payload_next(&it, in, in_len, &payload)) == WYRE_OK) {
        enter(v, "payload", (wyre_span){0, (uint32_t)in_len});
        wyre_smb2_compression_payload_visit(&payload, v);
        leave(v);
    }
    *n = status == WYRE_END ? in_len : it.fault;
    return status == WYRE_END ? WYRE_OK : status;
}

wyre_status
wyre_smb2_message_visit(const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n)
{
    size_t unwanted;
    size_t *fault = n != NULL ? n : &unwanted;
    uint32_t protocol = in_len >= 4 ? be32(in) : 0;
    if (protocol == 0xfd534d42)
        return tell_transform(in, in_len, v, fault);
    if (protocol == 0xfc534d42 && wyre_smb2_compression_is_chained(in, in_len))
        return tell_compression_chain(in, in_len, v, fault);
    if (protocol == 0xfc534d42)
        return tell_compression(in, in_len, v, fault);
    return tell_compound(in, in_len, v, fault);
}
