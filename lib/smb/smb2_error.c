/* ERROR: [MS-SMB2] 2.2.2, its contexts and what they hold. */
#include <wyre/smb2.h>
#include "../core/layout.h"

enum { BODY = WYRE_SMB2_HEADER_SIZE };

/* ---- 2.2.2 ERROR response ------------------------------------------------------------------- */

LAYOUT
error_response(layout *l, wyre_smb2_error_response *m)
{
    SIZE   (l, BODY + 0, 9);
    U8     (l, BODY + 2, m, error_context_count, NUMBER);
    U8     (l, BODY + 3, m, reserved,            NUMBER);
    COUNT32(l, BODY + 4, m, error_data);
    RUN    (l,           m, error_data,          BYTES);
    AT_LEAST_ONE(l);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->error_data, in_len); */
CODEC(wyre_smb2_error_response, error_response, BODY + 8, 0)

/* ---- 2.2.2.2.1 symbolic link error ---------------------------------------------------------- */

LAYOUT
symbolic_link_error(layout *l, wyre_smb2_symbolic_link_error *m)
{
    LENGTH32(l,  0);
    MAGIC(l,  4, 0x53594d4c);
    U32 (l,  8, m, reparse_tag,          NUMBER);
    U16 (l, 12, m, reparse_data_length,  NUMBER);
    U16 (l, 14, m, unparsed_path_length, NUMBER);
    REF_FROM(l, 28, 2, 16, 2, 18, m, substitute_name, UTF16, 1);
    REF_FROM(l, 28, 2, 20, 2, 22, m, print_name, UTF16, 1);
    U32 (l, 24, m, flags,                FLAGS);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->substitute_name, in_len) && inside(out->print_name,
  @     in_len); */
CODEC(wyre_smb2_symbolic_link_error, symbolic_link_error, 28, 0)

/* ---- 2.2.2.2.2 share redirect error --------------------------------------------------------- */

LAYOUT
share_redirect_error(layout *l, wyre_smb2_share_redirect_error *m)
{
    U32  (l,  0, m, structure_size,    NUMBER);
    U32  (l,  4, m, notification_type, NUMBER);
    U16  (l, 16, m, flags,             FLAGS);
    U16  (l, 18, m, target_type,       NUMBER);
    COUNT_UNITS(l, 20, 4, 24, m, ip_addr_move_list);
    RUN  (l,     m, ip_addr_move_list, BYTES);
    REF32(l,  8, m, resource_name,     UTF16, 1);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->ip_addr_move_list, in_len) &&
  @     inside(out->resource_name, in_len); */
CODEC(wyre_smb2_share_redirect_error, share_redirect_error, 24, 0)

/* ---- 2.2.2.2.2.1 address of a share redirect ------------------------------------------------ */

LAYOUT
move_dst_ipaddr(layout *l, wyre_smb2_move_dst_ipaddr *m)
{
    U32  (l, 0, m, type,       NUMBER);
    U32  (l, 4, m, reserved,   NUMBER);
    ARRAY(l, 8, m, ip_address, IPV6);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_move_dst_ipaddr, move_dst_ipaddr, 24, 0)
