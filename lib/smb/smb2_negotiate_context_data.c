/* What negotiate contexts hold: [MS-SMB2] 2.2.3.1. Offsets count from the start of the data. */
#include <wyre/smb2_contexts.h>
#include "../core/layout.h"

/* ---- 2.2.3.1.1 PREAUTH_INTEGRITY_CAPABILITIES ----------------------------------------------- */

LAYOUT
preauth_integrity_capabilities(layout *l, wyre_smb2_preauth_integrity_capabilities *m)
{
    COUNT_UNITS(l, 0, 2, 2, m, hash_algorithms);
    COUNT16(l, 2, m, salt);
    RUN    (l,    m, hash_algorithms, U16S);
    RUN    (l,    m, salt,            BYTES);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->hash_algorithms, in_len) && inside(out->salt,
  @     in_len); */
CODEC(wyre_smb2_preauth_integrity_capabilities, preauth_integrity_capabilities, 4, 0)

/* ---- 2.2.3.1.2 ENCRYPTION_CAPABILITIES ------------------------------------------------------ */

LAYOUT
encryption_capabilities(layout *l, wyre_smb2_encryption_capabilities *m)
{
    COUNT_UNITS(l, 0, 2, 2, m, ciphers);
    RUN (l, m, ciphers, U16S);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->ciphers, in_len); */
CODEC(wyre_smb2_encryption_capabilities, encryption_capabilities, 2, 0)

/* ---- 2.2.3.1.3 COMPRESSION_CAPABILITIES ----------------------------------------------------- */

LAYOUT
compression_capabilities(layout *l, wyre_smb2_compression_capabilities *m)
{
    COUNT_UNITS(l, 0, 2, 2, m, compression_algorithms);
    U16 (l, 2, m, padding,                NUMBER);
    U32 (l, 4, m, flags,                  FLAGS);
    RUN (l,    m, compression_algorithms, U16S);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->compression_algorithms, in_len); */
CODEC(wyre_smb2_compression_capabilities, compression_capabilities, 8, 0)

/* ---- 2.2.3.1.4 NETNAME_NEGOTIATE_CONTEXT_ID ------------------------------------------------- */

LAYOUT
netname_negotiate_context(layout *l, wyre_smb2_netname_negotiate_context *m)
{
    REST(l, m, net_name, UTF16);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->net_name, in_len); */
CODEC(wyre_smb2_netname_negotiate_context, netname_negotiate_context, 0, 0)

/* ---- 2.2.3.1.5 TRANSPORT_CAPABILITIES ------------------------------------------------------- */

LAYOUT
transport_capabilities(layout *l, wyre_smb2_transport_capabilities *m)
{
    U32 (l, 0, m, flags, FLAGS);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_transport_capabilities, transport_capabilities, 4, 0)

/* ---- 2.2.3.1.6 RDMA_TRANSFORM_CAPABILITIES -------------------------------------------------- */

LAYOUT
rdma_transform_capabilities(layout *l, wyre_smb2_rdma_transform_capabilities *m)
{
    COUNT_UNITS(l, 0, 2, 2, m, rdma_transform_ids);
    U16 (l, 2, m, reserved1,          NUMBER);
    U32 (l, 4, m, reserved2,          NUMBER);
    RUN (l,    m, rdma_transform_ids, U16S);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->rdma_transform_ids, in_len); */
CODEC(wyre_smb2_rdma_transform_capabilities, rdma_transform_capabilities, 8, 0)

/* ---- 2.2.3.1.7 SIGNING_CAPABILITIES --------------------------------------------------------- */

LAYOUT
signing_capabilities(layout *l, wyre_smb2_signing_capabilities *m)
{
    COUNT_UNITS(l, 0, 2, 2, m, signing_algorithms);
    RUN (l, m, signing_algorithms, U16S);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->signing_algorithms, in_len); */
CODEC(wyre_smb2_signing_capabilities, signing_capabilities, 2, 0)

/* ---- reserved there; used by Samba and ksmbd POSIX_EXTENSIONS_AVAILABLE --------------------- */

LAYOUT
posix_extensions_available(layout *l, wyre_smb2_posix_extensions_available *m)
{
    ARRAY(l, 0, m, version, BYTES);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_posix_extensions_available, posix_extensions_available, 16, 0)

/* ---- 2.2.9.2.1 REMOTED_IDENTITY_TREE_CONNECT ------------------------------------------------ */

LAYOUT
remoted_identity_tree_connect(layout *l, wyre_smb2_remoted_identity_tree_connect *m)
{
    U16 (l,  0, m, ticket_type,       NUMBER);
    U16 (l,  2, m, ticket_size,       NUMBER);
    U16 (l,  4, m, user,              NUMBER);
    U16 (l,  6, m, user_name,         NUMBER);
    U16 (l,  8, m, domain,            NUMBER);
    U16 (l, 10, m, groups,            NUMBER);
    U16 (l, 12, m, restricted_groups, NUMBER);
    U16 (l, 14, m, privileges,        NUMBER);
    U16 (l, 16, m, primary_group,     NUMBER);
    U16 (l, 18, m, owner,             NUMBER);
    U16 (l, 20, m, default_dacl,      NUMBER);
    U16 (l, 22, m, device_groups,     NUMBER);
    U16 (l, 24, m, user_claims,       NUMBER);
    U16 (l, 26, m, device_claims,     NUMBER);
    REST(l,     m, ticket_info,       BYTES);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->ticket_info, in_len); */
CODEC(wyre_smb2_remoted_identity_tree_connect, remoted_identity_tree_connect, 28, 0)
