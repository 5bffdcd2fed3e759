/* A whole SMB1 message, told to a visitor. */
#include <string.h>
#include <wyre/smb1.h>
#include "../core/layout.h"

static void
tell_block(const wyre_smb1_block *b, const wyre_visitor *v)
{
    wyre_smb1_block_visit(b, v);
}

wyre_status
wyre_smb1_message_visit(const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n)
{
    layout l = visiting(v);
    wyre_span message = {0, (uint32_t)in_len};
    wyre_smb1_block_iter it;
    wyre_smb1_block block;
    wyre_smb1_header header;
    memset(&it, 0, sizeof it);
    wyre_status status = wyre_smb1_header_decode(in, in_len, 0, &header, n);
    if (status != WYRE_OK)
        return status;
    wyre_smb1_header_visit(&header, v);
    while ((status = wyre_smb1_block_next(&it, in, in_len, &block)) == WYRE_OK) {
        tell_enter(&l, wyre_smb1_command_name(block.command), message);
        tell_block(&block, v);
        tell_leave(&l);
    }
    if (n != NULL)
        *n = it.fault;
    return status == WYRE_END ? WYRE_OK : status;
}
