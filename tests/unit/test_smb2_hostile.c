/* Inputs that broke other SMB2 implementations, one row for each kind, with one that broke where it is known.
 * What is said here of many decoders, each decoder's own test says of every border. */
#include "../test.h"
#include <wyre/smb.h>

typedef wyre_status judge(const uint8_t *in, size_t in_len, size_t *n);

/* JUDGE(T) defines a judge that decodes a T. */
#define JUDGE(T)                                                                                   \
    static wyre_status T##_judge(const uint8_t *in, size_t in_len, size_t *n)                      \
    {                                                                                              \
        T m;                                                                                       \
        return T##_decode(in, in_len, 0, &m, n);                                                   \
    }
JUDGE(wyre_smb2_header)
JUDGE(wyre_smb2_transform)
JUDGE(wyre_smb2_compression)
JUDGE(wyre_smb2_validate_negotiate_info_request)
JUDGE(wyre_smb2_srv_copychunk_copy)
JUDGE(wyre_smb2_preauth_integrity_capabilities)
JUDGE(wyre_smb2_encryption_capabilities)
JUDGE(wyre_smb2_create_lease_v2)
JUDGE(wyre_smb2_symbolic_link_error)
JUDGE(wyre_fscc_file_all_information)
JUDGE(wyre_fscc_fs_volume_information)

static wyre_status
frame(const uint8_t *in, size_t in_len, size_t *n)
{
    wyre_direct_tcp_packet m;
    return wyre_direct_tcp_frame(in, in_len, 0, 1 << 20, &m, n);
}

static wyre_status
message(const uint8_t *in, size_t in_len, size_t *n)
{
    static const wyre_visitor nobody;
    return wyre_smb2_message_visit(in, in_len, &nobody, n);
}

static wyre_status
payload(const uint8_t *in, size_t in_len, size_t *n)
{
    static const wyre_visitor nobody;
    return wyre_smb2_payload_visit(in, in_len, NULL, &nobody, n);
}

static wyre_status
listing(const uint8_t *in, size_t in_len, size_t *n)
{
    static const wyre_visitor nobody;
    return wyre_fscc_directory_visit(WYRE_FSCC_FILE_DIRECTORY_INFORMATION, in, in_len, &nobody, n);
}

static wyre_status
streams(const uint8_t *in, size_t in_len, size_t *n)
{
    static const wyre_visitor nobody;
    return wyre_fscc_file_visit(WYRE_FSCC_FILE_STREAM_INFORMATION, in, in_len, &nobody, n);
}

static wyre_status
unknown_class(const uint8_t *in, size_t in_len, size_t *n)
{
    static const wyre_visitor nobody;
    return wyre_fscc_file_visit(0xfe, in, in_len, &nobody, n);
}

static wyre_status
attributes(const uint8_t *in, size_t in_len, size_t *n)
{
    static const wyre_visitor nobody;
    return wyre_fscc_ea_visit(in, in_len, &nobody, n);
}

static wyre_status
descriptor(const uint8_t *in, size_t in_len, size_t *n)
{
    static const wyre_visitor nobody;
    return wyre_dtyp_security_visit(in, in_len, &nobody, n);
}

static wyre_status
referrals(const uint8_t *in, size_t in_len, size_t *n)
{
    static const wyre_visitor nobody;
    return wyre_dfsc_response_visit(in, in_len, &nobody, n);
}

static wyre_status
expand(const uint8_t *in, size_t in_len, size_t *n)
{
    static wyre_xca_huffman code;
    static uint8_t out[256];
    return wyre_smb2_decompress(in, in_len, sizeof out, &code, out, sizeof out, n);
}

/* Headers of message 1: command, flags, status, NextCommand. */
#define LINK(command, status, flags, next)                                                         \
    "fe534d42 4000 0100" status command "0100" flags next "0100000000000000 00000000 01000000 "    \
    "4000000000000000 00000000000000000000000000000000"
#define REQUEST(command)        LINK(command, "00000000", "00000000", "00000000")
#define RESPONSE(command)       LINK(command, "00000000", "01000000", "00000000")
#define FAILED(command, status) LINK(command, status, "01000000", "00000000")
#define FILE_ID                 "0b00000000000000 0c00000000000000"
#define ZEROS_36                "000000000000000000000000000000000000000000000000000000000000000000000000"

/* clang-format off */
static const struct row {
    const char *name;
    judge *judge;
    const char *hex;
    wyre_status status;
    size_t n; /* the byte at fault */
} rows[] = {
    /* ---- frames and dispatch ---- */
    {"ksmbd, CVE-2023-38431: a packet shorter than a header", message, "fe534d42 4000", WYRE_E_LENGTH, 6},
    {"go-smb2: a packet of nothing", message, "", WYRE_E_LENGTH, 0},
    {"libsmb2: a packet longer than anything agreed upon", frame, "00 ffffff fe534d42", WYRE_E_LIMIT, 1},
    {"ksmbd, CVE-2023-38430: not SMB at all", message, "fb534d42 " ZEROS_36 ZEROS_36, WYRE_E_MAGIC, 0},
    {"ksmbd: SMB1 where SMB2 was agreed upon", message, "ff534d42 " ZEROS_36 ZEROS_36, WYRE_E_MAGIC, 0},

    /* ---- headers and compounds ---- */
    {"ksmbd: StructureSize of the header", wyre_smb2_header_judge,
     "fe534d42 4100 0000 00000000 0d00 0000 00000000 00000000 " ZEROS_36 "00000000", WYRE_E_VALUE, 4},
    {"ksmbd, CVE-2023-38432: a body shorter than its StructureSize says", message, REQUEST("0500") "3900 0000",
     WYRE_E_LENGTH, 68},
    {"libsmb2: a body of another StructureSize", message, REQUEST("0500") "3a00" ZEROS_36 ZEROS_36, WYRE_E_VALUE, 64},
    {"ksmbd, ZDI-CAN-21164: NextCommand inside its own header", message,
     LINK("0d00", "00000000", "00000000", "08000000") "0400 0000 00000000", WYRE_E_OFFSET, 20},
    {"ksmbd: NextCommand past the end", message, LINK("0d00", "00000000", "00000000", "00010000") "0400 0000",
     WYRE_E_OFFSET, 20},
    {"Linux, CVE-2024-0565: NextCommand wraps 32 bits", message,
     LINK("0d00", "00000000", "00000000", "f8ffffff") "0400 0000", WYRE_E_OFFSET, 20},
    {"ksmbd: NextCommand not aligned", message,
     LINK("0d00", "00000000", "00000000", "49000000") "0400 0000 0000000000" REQUEST("0d00") "0400 0000",
     WYRE_E_OFFSET, 20},
    {"ksmbd, ZDI-CAN-21355: a NEGOTIATE in a compound whose dialects reach into the next link", message,
     LINK("0000", "00000000", "00000000", "68000000") "2400 0300 0100 0000 00000000" ZEROS_36 "00000000"
     REQUEST("0d00") "0400 0000", WYRE_E_LENGTH, 100},

    /* ---- bodies ---- */
    {"libsmb2: ByteCount of an error past the end", message, FAILED("0500", "220000c0") "0900 00 00 02000000 00",
     WYRE_E_LENGTH, 72},
    {"jcifs: ErrorContextCount above what there is", message,
     FAILED("0500", "2d000080") "0900 02 00 0c000000 04000000 00000000 01020304", WYRE_E_LENGTH, 84},
    {"jcifs: SymLinkLength past the end", wyre_smb2_symbolic_link_error_judge,
     "1d000000 53594d4c 0c0000a0 1000 0000 0000 0200 0000 0200 00000000 6100 0000", WYRE_E_LENGTH, 0},
    {"a symbolic link's name past PathBuffer", wyre_smb2_symbolic_link_error_judge,
     "1c000000 53594d4c 0c0000a0 1000 0000 0000 0600 0000 0200 00000000 6100 0000", WYRE_E_OFFSET, 16},
    {"ksmbd: NameOffset below the fixed part", message,
     REQUEST("0500") "3900 00 00 02000000 0000000000000000 0000000000000000 00000000 00000000 00000000 01000000"
     "00000000 0000 0200 00000000 00000000 6100", WYRE_E_OFFSET, 108},
    {"Linux: DataOffset and DataLength of READ past the end", message,
     RESPONSE("0800") "1100 50 00 ffffffff 00000000 00000000 61", WYRE_E_OFFSET, 66},
    {"Linux: OutputOffset and OutputCount of IOCTL wrap 32 bits", message,
     RESPONSE("0b00") "3100 0000 94010600" FILE_ID "70000000 00000000 ffffffff 02000000 00000000 00000000 61",
     WYRE_E_OFFSET, 96},
    {"ksmbd: the path of TREE_CONNECT past the end", message, REQUEST("0300") "0900 0000 4800 0400 5c00",
     WYRE_E_OFFSET, 68},
    {"ksmbd: Length of WRITE past the end", message,
     REQUEST("0900") "3100 7000 00000100 0000000000000000" FILE_ID "00000000 00000000 0000 0000 00000000 61",
     WYRE_E_OFFSET, 66},
    {"ksmbd: OutputBufferLength above the message", message, RESPONSE("1000") "0900 4800 ffffff7f 00",
     WYRE_E_OFFSET, 66},
    {"ksmbd: SecurityBufferOffset inside the fixed part", message,
     REQUEST("0100") "1900 00 01 00000000 00000000 4000 1800 0000000000000000", WYRE_E_OFFSET, 76},
    {"LockCount of 65535", message, REQUEST("0a00") "3000 ffff 00000000" FILE_ID "0000000000000000"
     "0100000000000000 01000000 00000000", WYRE_E_LENGTH, 88},
    {"ksmbd: DialectCount past the end", message, REQUEST("0000") "2400 ffff 0100 0000 00000000" ZEROS_36 "0202",
     WYRE_E_LENGTH, 100},
    {"ksmbd: DialectCount of VALIDATE_NEGOTIATE_INFO", wyre_smb2_validate_negotiate_info_request_judge,
     "7f000000 00000000000000000000000000000000 0100 ffff 0202", WYRE_E_LENGTH, 24},
    {"ChunkCount of SRV_COPYCHUNK whose bytes wrap 32 bits", wyre_smb2_srv_copychunk_copy_judge,
     "000000000000000000000000000000000000000000000000 abaaaa0a 00000000 0000000000000000", WYRE_E_LENGTH, 24},

    /* ---- contexts ---- */
    {"ksmbd, CVE-2023-38427: NegotiateContextOffset past the end", message,
     REQUEST("0000") "2400 0100 0100 0000 00000000 00000000000000000000000000000000 ffff0000 0100 0000 1103",
     WYRE_E_OFFSET, 92},
    {"ksmbd: NegotiateContextCount above what there is", message,
     REQUEST("0000") "2400 0100 0100 0000 00000000 00000000000000000000000000000000 68000000 0200 0000 1103"
     "0000 0100 0600 00000000 0100 0000 0100", WYRE_E_LENGTH, 118},
    {"ksmbd: DataLength of a negotiate context past the end", message,
     REQUEST("0000") "2400 0100 0100 0000 00000000 00000000000000000000000000000000 68000000 0100 0000 1103"
     "0000 0100 ffff 00000000 0100 0000 0100", WYRE_E_LENGTH, 106},
    {"ksmbd: HashAlgorithmCount above DataLength", wyre_smb2_preauth_integrity_capabilities_judge,
     "ffff 0000 0100", WYRE_E_LENGTH, 4},
    {"ksmbd: SaltLength above DataLength", wyre_smb2_preauth_integrity_capabilities_judge, "0100 ffff 0100",
     WYRE_E_LENGTH, 6},
    {"ksmbd: CipherCount above DataLength", wyre_smb2_encryption_capabilities_judge, "ffff 0200", WYRE_E_LENGTH, 2},
    {"a negotiate context of nothing", wyre_smb2_encryption_capabilities_judge, "", WYRE_E_LENGTH, 0},
    {"ksmbd, CVE-2023-38426: Next of a create context inside its header", message,
     REQUEST("0500") "3900 00 00 02000000 0000000000000000 0000000000000000 00000000 00000000 00000000 01000000"
     "00000000 7800 0000 78000000 18000000 08000000 1000 0400 0000 0000 00000000 4d784163 00000000", WYRE_E_OFFSET, 120},
    {"ksmbd: a create context's name past its end", message,
     REQUEST("0500") "3900 00 00 02000000 0000000000000000 0000000000000000 00000000 00000000 00000000 01000000"
     "00000000 7800 0000 78000000 18000000 00000000 1000 0900 0000 0000 00000000 4d784163 00000000", WYRE_E_OFFSET, 124},
    {"ksmbd: a create context's data past its end", message,
     REQUEST("0500") "3900 00 00 02000000 0000000000000000 0000000000000000 00000000 00000000 00000000 01000000"
     "00000000 7800 0000 78000000 18000000 00000000 1000 0400 0000 1800 01000000 4d784163 00000000", WYRE_E_OFFSET, 130},
    {"smbprotocol: a lease of the second version, a byte short", wyre_smb2_create_lease_v2_judge,
     "00000000000000000000000000000000 07000000 00000000 0000000000000000 00000000000000000000000000000000 0000 00",
     WYRE_E_LENGTH, 51},

    /* ---- payloads ---- */
    {"go-smb2: NextEntryOffset past the listing", listing, "80000000 00000000 " ZEROS_36 "00000000 00000000 00000000 00000000 00000000",
     WYRE_E_OFFSET, 0},
    {"Wireshark, CVE-2026-5407: NextEntryOffset wraps", listing, "f8ffffff 00000000 " ZEROS_36 "00000000 00000000 00000000 00000000 00000000",
     WYRE_E_OFFSET, 0},
    {"go-smb2: NextEntryOffset below a record", listing, "08000000 00000000 " ZEROS_36 "00000000 00000000 00000000 00000000 00000000",
     WYRE_E_LENGTH, 8},
    {"go-smb2: FileNameLength near 4 GiB", listing, "00000000 00000000 " ZEROS_36 "00000000 00000000 00000000 00000000 feffffff 6100",
     WYRE_E_LENGTH, 64},
    {"libsmb2: a step between streams that is below a stream", streams,
     "10000000 02000000 0000000000000000 0000000000000000 6100", WYRE_E_LENGTH, 16},
    {"libsmb2: the name of ALL past the end", wyre_fscc_file_all_information_judge,
     ZEROS_36 ZEROS_36 "000000000000000000000000 000000000000000000000000 04000000 6100", WYRE_E_LENGTH, 100},
    {"libsmb2: a volume's label past the end", wyre_fscc_fs_volume_information_judge,
     "0000000000000000 00000000 ffffffff 00 00 6100", WYRE_E_LENGTH, 18},
    {"ksmbd: an attribute's value past the end", attributes, "00000000 00 01 ffff 4100 61", WYRE_E_LENGTH, 10},
    {"ksmbd: a list of attributes that ends early", attributes, "0c000000 00 01 0200 4100 6161 0000", WYRE_E_LENGTH, 14},
    {"ksmbd: the offset of an owner past the end", descriptor, "01 00 0080 ffffff7f 00000000 00000000 00000000",
     WYRE_E_OFFSET, 4},
    {"ksmbd: AceCount above AclSize", descriptor,
     "01 00 0480 00000000 00000000 00000000 14000000 02 00 0800 ffff 0000", WYRE_E_LENGTH, 28},
    {"libsmb2: SubAuthorityCount of 255", descriptor,
     "01 00 0080 14000000 00000000 00000000 00000000 01 ff 000000000005 00000000", WYRE_E_VALUE, 21},
    {"a referral of Size 0", referrals, "0000 0200 00000000 0100 0000 0000 0000 0000", WYRE_E_LENGTH, 10},
    {"NumberOfReferrals above what there is", referrals, "0000 0200 00000000 0100 0a00 0000 0000 0000", WYRE_E_LENGTH, 18},
    {"a referral's string past the end", referrals,
     "0000 0100 00000000 0200 1600 0000 0000 00000000 00000000 ffff 1600 1600", WYRE_E_OFFSET, 24},
    {"a referral's string without a NUL", referrals, "0000 0100 00000000 0100 0a00 0000 0000 6100", WYRE_E_TEXT, 16},
    {"libsmb2: an information class that is not known", unknown_class, "00000000", WYRE_E_UNSUPPORTED, 0},
    {"libsmb2: a control code that is not known", payload,
     RESPONSE("0b00") "3100 0000 ffffffff" FILE_ID "70000000 00000000 70000000 01000000 00000000 00000000 61",
     WYRE_E_UNSUPPORTED, 112},

    /* ---- encrypted and compressed ---- */
    {"ksmbd: an encrypted message shorter than its header", wyre_smb2_transform_judge, "fd534d42 " ZEROS_36 "00000000 000000",
     WYRE_E_LENGTH, 47},
    {"ksmbd, ZDI-CAN-21589: OriginalMessageSize is not the rest", wyre_smb2_transform_judge,
     "fd534d42 00000000000000000000000000000000 00000000000000000000000000000000 41000000 0000 0100 4000000000000000"
     ZEROS_36 "00000000000000000000000000000000000000000000000000000000", WYRE_E_LENGTH, 52},
    {"libsmb2: what was encrypted is too short for a header", wyre_smb2_transform_judge,
     "fd534d42 00000000000000000000000000000000 00000000000000000000000000000000 3f000000 0000 0100 4000000000000000"
     ZEROS_36 "000000000000000000000000000000000000000000000000000000", WYRE_E_VALUE, 36},
    {"Windows, CVE-2020-0796: Offset and OriginalCompressedSegmentSize wrap 32 bits", expand,
     "fc534d42 ffffffff 0200 0000 10000000 00000000000000000000000000000000 00000000", WYRE_E_VALUE, 12},
    {"Windows, CVE-2020-0796: Offset past the message", wyre_smb2_compression_judge,
     "fc534d42 10000000 0200 0000 05000000 00000000", WYRE_E_LENGTH, 16},
    {"Windows, CVE-2020-1206: less comes out than was said", expand, "fc534d42 20000000 0200 0000 00000000 ffffff7f 61",
     WYRE_E_VALUE, 16},
    {"a chain whose Length leaves no room for OriginalPayloadSize", expand,
     "fc534d42 20000000 0200 0100 03000000 000000", WYRE_E_LENGTH, 12},
    {"a chain whose payload goes past the end", expand, "fc534d42 20000000 0000 0100 ffffffff 00", WYRE_E_LENGTH, 12},
    {"a pattern repeated four billion times", expand, "fc534d42 20000000 0400 0100 08000000 00 00 0000 ffffffff",
     WYRE_E_VALUE, 20},
    {"a message compressed twice", expand, "fc534d42 04000000 0000 0100 04000000 fc534d42", WYRE_E_VALUE, 0},
};
/* clang-format on */

TEST(each_is_refused_where_it_is_wrong)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        uint8_t *unit = exact(in.at, in.len);
        size_t n = 0;
        wyre_status status = row->judge(unit, in.len, &n);
        assert_status(row->name, status, row->status);
        assert_offset(row->name, n, row->n);
        free(unit);
    }
}

TEST(thousands_of_links_end_at_the_cap)
{
    enum { LINKS = 1000, SIZE = 72 };
    static uint8_t in[LINKS * SIZE];
    bytes link = hex(LINK("0d00", "00000000", "00000000", "48000000") "0400 0000 00000000");
    size_t n;
    for (size_t i = 0; i < LINKS; i++)
        memcpy(in + i * SIZE, link.at, SIZE);
    assert_status("libsmb2, CVE-2025-57632", message(in, sizeof in, &n), WYRE_E_LIMIT);
    assert_offset("libsmb2, CVE-2025-57632", n, (size_t)WYRE_SMB2_COMPOUND_CAP * SIZE);
}

TEST(an_unknown_command_is_told_and_kept)
{
    bytes in = hex(REQUEST("ffff") "0400 0000");
    wyre_smb2_header header;
    assert_status("header", wyre_smb2_header_decode(in.at, in.len, 0, &header, NULL), WYRE_OK);
    assert_int_equal(wyre_smb2_body(&header, in.at, in.len), WYRE_SMB2_BODY_UNKNOWN);
    size_t n;
    assert_status("message", message(in.at, in.len, &n), WYRE_E_UNSUPPORTED);
}

RUN_TESTS("smb2_hostile", TESTED(each_is_refused_where_it_is_wrong),
          TESTED(thousands_of_links_end_at_the_cap), TESTED(an_unknown_command_is_told_and_kept))
