/* Inputs that broke other SMB1 implementations, one row for each kind, with one that broke where it is known.
 * What is said here of whole messages, each decoder's own test says of every border. */
#include "../smb1_told.h"

/* ---- what is judged -------------------------------------------------------------------------------- */

typedef wyre_status judge(const uint8_t *in, size_t in_len, size_t *n);

static const wyre_visitor nobody;

static wyre_status
message(const uint8_t *in, size_t in_len, size_t *n)
{
    return wyre_smb1_message_visit(in, in_len, NULL, &nobody, n);
}

/* The walk along a chain alone: where it ends, or what ends it. */
static wyre_status
chain(const uint8_t *in, size_t in_len, size_t *n)
{
    wyre_smb1_block_iter it = {0};
    wyre_smb1_block block;
    wyre_status status;
    while ((status = wyre_smb1_block_next(&it, in, in_len, &block)) == WYRE_OK)
        continue;
    *n = it.fault;
    return status;
}

/* A response to FIND_FIRST2 of level INFO_STANDARD. */
static wyre_status
found(const uint8_t *in, size_t in_len, size_t *n)
{
    static const wyre_smb1_context find = {
        .command = 0x32, .subcommand = 1, .information_level = 1};
    return wyre_smb1_message_visit(in, in_len, &find, &nobody, n);
}

#define BLOCK_JUDGE(T)                                                                             \
    static wyre_status T##_judge(const uint8_t *in, size_t in_len, size_t *n)                      \
    {                                                                                              \
        wyre_smb1_##T m;                                                                           \
        return wyre_smb1_##T##_decode(in, in_len, 32, 0, &m, n);                                   \
    }
BLOCK_JUDGE(transaction2_secondary_request)
BLOCK_JUDGE(nt_transact_secondary_request)

#define LOGOFF(command, offset) "02" command "00" offset "0000 "

#define ZEROS_8 "0000000000000000"

/* clang-format off */
static const struct row {
    const char *name;
    judge *judge;
    const char *hex;
    wyre_status status;
    size_t n; /* the byte at fault; where all is well, the end */
} rows[] = {
    /* ---- A1, A2: chains that go back, or past the end ---- */
    {"Manticore: AndXOffset at its own block", chain, REQUEST("74") LOGOFF("74", "2000"), WYRE_E_OFFSET, 35},
    {"Manticore: the second block points back at the first", chain,
     REQUEST("74") LOGOFF("74", "2700") LOGOFF("74", "2000"), WYRE_E_OFFSET, 42},
    {"a block that is its own words", chain, REQUEST("74") LOGOFF("74", "2100"), WYRE_E_OFFSET, 35},
    {"Samba, CVE-2010-2063: AndXOffset at the end", chain, REQUEST("74") LOGOFF("74", "2700"), WYRE_E_OFFSET, 35},
    {"Samba, CVE-2012-0870: AndXOffset whose sum wraps 16 bits", chain, REQUEST("74") LOGOFF("74", "ffff"),
     WYRE_E_OFFSET, 35},
    {"Samba, bug 7917: the second block's words past the end", chain,
     REQUEST("74") LOGOFF("73", "2700") "ff ff00", WYRE_E_LENGTH, 42},
    /* ---- A3: no room for the two words ---- */
    {"an AndX command without words", chain, REQUEST("73") "00 0000", WYRE_E_VALUE, 32},
    {"an AndX command with one word", chain, REQUEST("2e") "01 ff00 0000", WYRE_E_VALUE, 32},
    {"the same as a second block", chain, REQUEST("74") LOGOFF("73", "2700") "01 ff00 0000", WYRE_E_VALUE, 39},
    /* ---- A4: overlaps, which OS/2 sends ---- */
    {"Samba, bug 8360: the second words inside the first bytes", chain,
     REQUEST("2f") "02 2e00 2700 0900" "02 ff00 0000 0000" "4141", WYRE_END, 48},
    /* ---- A5: ByteCount ---- */
    {"Suricata: ByteCount past the end", message, REQUEST("2b") "01 0100 ffff 41", WYRE_E_LENGTH, 35},
    {"Samba, bug 9096: no ByteCount in a request", message, REQUEST("71") "00", WYRE_E_LENGTH, 33},
    {"OS/2: no ByteCount in an error", message,
     "ff534d42 71 220000c0 98 01c0 0000 0000000000000000 0000 0000 feff 0000 0000 00", WYRE_OK, 33},
    /* ---- A6: WordCounts of no message ---- */
    {"Suricata: WRITE_ANDX with 13 words", message,
     REQUEST("2f") "0d ff000000 0340 00000000 00000000 0000 0000 0000 0000 3f00 0000 0000", WYRE_E_VALUE, 32},
    {"SESSION_SETUP_ANDX with 11 words", message,
     REQUEST("73") "0b ff000000 ffff 0100 0000 00000000 0000 00000000 0000 0000", WYRE_E_VALUE, 32},
    {"SESSION_SETUP_ANDX of 12 words, a blob that 13 would not have", message,
     REQUEST("73") "0c ff000000 ffff 0100 0000 00000000 ffff 00000000 54c00080 0000", WYRE_E_LENGTH, 59},
    /* ---- A7: NEGOTIATE responses without their data ---- */
    {"Manticore: extended security with 15 bytes", message,
     REPLY("72") "11 0000 03 0a00 0100 00110000 00000100 00000000 fdf30080 " ZEROS_8 "0000 00 0f00"
     "000000000000000000000000000000", WYRE_E_LENGTH, 84},
    {"Manticore: a challenge that is not there", message,
     REPLY("72") "11 0000 03 0a00 0100 00110000 00000100 00000000 fdf30000 " ZEROS_8 "0000 08 0000", WYRE_E_LENGTH, 69},
    {"no challenge, no domain: servers send that", message,
     REPLY("72") "11 0000 03 0a00 0100 00110000 00000100 00000000 fdf30000 " ZEROS_8 "0000 00 0000", WYRE_OK, 69},
    /* ---- A8: dialects ---- */
    {"Responder: a dialect without its NUL", message, REQUEST("72") "00 0300 02 'NT'", WYRE_E_TEXT, 38},
    {"impacket: a dialect without its 02", message, REQUEST("72") "00 0300 'NT' 00", WYRE_E_VALUE, 35},
    {"ByteCount 1", message, REQUEST("72") "00 0100 02", WYRE_E_TEXT, 36},
    {"no dialects: there is nothing to refuse", message, REQUEST("72") "00 0000", WYRE_OK, 35},
    /* ---- A9: passwords ---- */
    {"Samba, CVE-2010-1642: passwords longer than the bytes", message,
     REQUEST("73") "0d ff000000 ffff 0100 0000 00000000 0200 ffff 00000000 00000000 0400 61626364", WYRE_E_LENGTH, 63},
    {"a blob of 65535 bytes", message,
     REQUEST("73") "0c ff000000 ffff 0100 0000 00000000 ffff 00000000 00000080 0200 6162", WYRE_E_LENGTH, 59},
    /* ---- A10: data of reads and writes ---- */
    {"libdsm: DataOffset in the header", message,
     REPLY("2e") "0c ff000000 ffff 0000 0000 0300 2000 0000 " ZEROS_8 "0300 616263", WYRE_E_OFFSET, 45},
    {"DataOffset 0", message,
     REPLY("2e") "0c ff000000 ffff 0000 0000 0300 0000 0000 " ZEROS_8 "0300 616263", WYRE_E_OFFSET, 45},
    {"Samba, CVE-2017-12163: more to write than came", message,
     REQUEST("2f") "0c ff000000 0340 00000000 00000000 0000 0000 0000 ffff 3b00 0300 616263", WYRE_E_OFFSET, 55},
    {"DataLengthHigh where the data are short", message,
     REQUEST("2f") "0c ff000000 0340 00000000 00000000 0000 0000 0100 0300 3b00 0300 616263", WYRE_E_OFFSET, 55},
    /* ---- A11: strings ---- */
    {"Manticore: one byte where two would be", message, REQUEST("10") "00 0300 04 61 00", WYRE_OK, 38},
    {"no terminator: the bytes end there", message, REQUEST("10") "00 0300 04 6100", WYRE_OK, 38},
    {"no string", message, REQUEST("10") "00 0100 04", WYRE_E_LENGTH, 36},
    /* ---- A12: parts of transactions ---- */
    {"ParameterOffset past the end", message,
     REQUEST("32") "0f 0400 0000 0200 0040 00 00 0000 00000000 0000 0400 ffff 0000 0000 01 00 0700 0700 00 0000 0340 0101",
     WYRE_E_OFFSET, 53},
    {"more parameters than their total", message,
     REQUEST("32") "0f 0300 0000 0200 0040 00 00 0000 00000000 0000 0400 4400 0000 0000 01 00 0700 0700 00 0000 0340 0101",
     WYRE_E_VALUE, 51},
    {"Samba, CVE-2003-0085: a fragment displaced past its total", transaction2_secondary_request_judge,
     REQUEST("33") "09 0000 0600 0000 0000 0000 0300 3800 0400 0340 0600 000000 616263", WYRE_E_VALUE, 47},
    {"Samba, CVE-2003-0085: a displacement whose sum wraps 32 bits", nt_transact_secondary_request_judge,
     REQUEST("a1") "12 000000 00000000 06000000 00000000 00000000 00000000 03000000 48000000 ffffffff 00 0400 00 616263",
     WYRE_E_VALUE, 64},
    {"a count whose sum with its offset wraps 32 bits", nt_transact_secondary_request_judge,
     REQUEST("a1") "12 000000 00000000 ffffffff 00000000 00000000 00000000 ffffffff 48000000 00000000 00 0400 00 616263",
     WYRE_E_OFFSET, 60},
    /* ---- A13: another family, and lists of extended attributes ---- */
    {"Windows, CVE-2017-0144: a secondary of the other family has other words", nt_transact_secondary_request_judge,
     REQUEST("33") "09 0000 0600 0000 0000 0000 0300 3800 0300 0340 0600 000000 616263", WYRE_E_VALUE, 32},
    {"Windows, CVE-2017-0144: a list of attributes larger than the data", message,
     REQUEST("32") "0f 0600 0500 0200 0040 00 00 0000 00000000 0000 0600 4400 0500 4a00 01 00 0d00 0e00 00 0000 "
     "00000000 0000 00000100 00", WYRE_E_LENGTH, 74},
    {"an attribute that ends past its list", message,
     REQUEST("32") "0f 0600 0800 0200 0040 00 00 0000 00000000 0000 0600 4400 0800 4a00 01 00 0d00 1100 00 0000 "
     "00000000 0000 08000000 00ff0000", WYRE_E_LENGTH, 82},
    /* ---- A14: SetupCount ---- */
    {"TRANSACTION2 of 15 words with two setup words", message,
     REQUEST("32") "0f 0000 0000 0200 0040 00 00 0000 00000000 0000 0000 0000 0000 0000 02 00 0700 0000", WYRE_E_VALUE, 59},
    {"NT_TRANSACT of 19 words with one", message,
     REQUEST("a0") "13 00 0000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 01 0600 0000",
     WYRE_E_VALUE, 68},
    {"a response of 10 words with one", message, REPLY("32") "0a 0000 0000 0000 0000 0000 0000 0000 0000 0000 01 00 0000",
     WYRE_E_VALUE, 51},
    /* ---- A15: counts ---- */
    {"65535 locks in ten bytes", message,
     REQUEST("24") "08 ff000000 0340 00 00 00000000 0000 ffff 0a00 0100 02000000 03000000", WYRE_E_LENGTH, 51},
    {"65535 unlocks of 64 bits", message,
     REQUEST("24") "08 ff000000 0340 10 00 00000000 ffff ffff 0a00 0100 02000000 03000000", WYRE_E_LENGTH, 51},
    {"65535 echoes: it is for the server to be wary", message, REQUEST("2b") "01 ffff 0000", WYRE_OK, 37},
    /* ---- A16: PIDHigh is a number, and no more ---- */
    {"Windows, CVE-2009-3103: PIDHigh of any value", message,
     "ff534d42 72 00000000 18 53c8 2600 0000000000000000 0000 ffff fffe 0000 0000 00 0c00 02 'SMB 2.002' 00 00",
     WYRE_E_VALUE, 46},
    /* ---- A17: larger than asked for ---- */
    {"ksmbd: a response of 65535 bytes of data that did not come", message,
     REPLY("2e") "0c ff000000 ffff 0000 0000 ffff 3b00 0000 " ZEROS_8 "0300 616263", WYRE_E_OFFSET, 45},
    /* ---- records ---- */
    {"a record that its data end in", found,
     REPLY("32") "0a 0000 1800 0000 0000 0000 0000 1800 3800 0000 00 00 1900 00"
     "5b3a 3328 5c3a 3428 5d3a 3528 0c000000 00100000 2000 ff 61", WYRE_E_LENGTH, 80},
};
/* clang-format on */

TEST(each_ends_as_the_row_says)
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

/* ---- what is legal to walk and not to build ----------------------------------------------------------- */

TEST(an_illegal_follower_is_told_by_the_walk_and_refused_by_the_builder)
{
    static const struct {
        uint8_t first, next;
    } pairs[] = {{0x73, 0x2e}, {0x75, 0xa2}, {0x2d, 0x75},
                 {0x2e, 0x2e}, {0x24, 0x73}, {0x74, 0x75}};
    for (size_t i = 0; i < COUNT(pairs); i++) {
        bytes in = hex(REQUEST("00") LOGOFF("00", "2700") LOGOFF("ff", "0000"));
        wyre_smb1_block_iter it = {0};
        wyre_smb1_block block;
        in.at[4] = pairs[i].first;
        in.at[33] = pairs[i].next;
        assert_status("first", wyre_smb1_block_next(&it, in.at, in.len, &block), WYRE_OK);
        assert_int_equal(block.oddities, 0);
        assert_status("next", wyre_smb1_block_next(&it, in.at, in.len, &block), WYRE_OK);
        assert_int_equal(block.oddities, WYRE_SMB1_BLOCK_FOLLOWS_ILLEGALLY);
        wyre_smb1_chain built = {.at = 32};
        assert_status("built", wyre_smb1_chain_add(&built, pairs[i].first, 39, NULL, 0), WYRE_OK);
        assert_status("built", wyre_smb1_chain_add(&built, pairs[i].next, 46, NULL, 0),
                      WYRE_E_STATE);
        assert_int_equal(built.count, 1);
    }
}

TEST(hundreds_of_blocks_end_at_the_cap)
{
    enum { BLOCKS = 300, SIZE = 7 };
    static uint8_t in[32 + BLOCKS * SIZE];
    bytes header = hex(REQUEST("74"));
    size_t n;
    memcpy(in, header.at, 32);
    for (size_t i = 0; i < BLOCKS; i++) {
        uint8_t *block = in + 32 + i * SIZE;
        size_t next = 32 + (i + 1) * SIZE;
        block[0] = 2;
        block[1] = 0x74;
        block[3] = (uint8_t)next;
        block[4] = (uint8_t)(next >> 8);
    }
    assert_status("300 blocks", chain(in, sizeof in, &n), WYRE_E_LIMIT);
    assert_offset("300 blocks", n, 32 + (size_t)WYRE_SMB1_CHAIN_CAP * SIZE);
}

RUN_TESTS("smb1_hostile", TESTED(each_ends_as_the_row_says),
          TESTED(an_illegal_follower_is_told_by_the_walk_and_refused_by_the_builder),
          TESTED(hundreds_of_blocks_end_at_the_cap))
