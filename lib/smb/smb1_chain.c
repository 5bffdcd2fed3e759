/* Blocks, and the AndX chain that they form: [MS-CIFS] 2.2.3.2 to 2.2.3.4. */
#include <string.h>
#include <wyre/smb1.h>
#include "../core/bytes.h"
#include "../core/layout.h"

enum {
    HEADER = WYRE_SMB1_HEADER_SIZE,
    COMMAND = 4,
    STATUS = 5,
    FLAGS = 9,
    NO_ANDX = WYRE_SMB1_NO_ANDX_COMMAND,
    /* counted from WordCount */
    ANDX_COMMAND = 1,
    ANDX_OFFSET = 3
};

/*@ assigns \nothing; */
static int32_t
is_andx(uint8_t command)
{
    switch (command) {
    case WYRE_SMB1_LOCKING_ANDX:
    case WYRE_SMB1_OPEN_ANDX:
    case WYRE_SMB1_READ_ANDX:
    case WYRE_SMB1_WRITE_ANDX:
    case WYRE_SMB1_SESSION_SETUP_ANDX:
    case WYRE_SMB1_LOGOFF_ANDX:
    case WYRE_SMB1_TREE_CONNECT_ANDX:
    case WYRE_SMB1_NT_CREATE_ANDX:
        return 1;
    default:
        return 0;
    }
}

/*@ assigns \nothing; */
int32_t
wyre_smb1_is_andx(uint8_t command)
{
    return is_andx(command);
}

/* ---- which command may follow which -------------------------------------------------------------- */

/*@ assigns \nothing; */
static int32_t
may_follow_tree_connect(uint8_t next)
{
    switch (next) {
    case WYRE_SMB1_OPEN:
    case WYRE_SMB1_OPEN_ANDX:
    case WYRE_SMB1_CREATE:
    case WYRE_SMB1_CREATE_NEW:
    case WYRE_SMB1_CREATE_DIRECTORY:
    case WYRE_SMB1_DELETE:
    case WYRE_SMB1_DELETE_DIRECTORY:
    case WYRE_SMB1_FIND:
    case WYRE_SMB1_FIND_UNIQUE:
    case WYRE_SMB1_COPY:
    case WYRE_SMB1_RENAME:
    case WYRE_SMB1_NT_RENAME:
    case WYRE_SMB1_CHECK_DIRECTORY:
    case WYRE_SMB1_QUERY_INFORMATION:
    case WYRE_SMB1_SET_INFORMATION:
    case WYRE_SMB1_OPEN_PRINT_FILE:
    case WYRE_SMB1_GET_PRINT_QUEUE:
    case WYRE_SMB1_TRANSACTION:
        return 1;
    default:
        return 0;
    }
}

/*@ assigns \nothing; */
static int32_t
may_follow_locking(uint8_t next)
{
    switch (next) {
    case WYRE_SMB1_READ:
    case WYRE_SMB1_READ_ANDX:
    case WYRE_SMB1_WRITE:
    case WYRE_SMB1_WRITE_ANDX:
    case WYRE_SMB1_FLUSH:
        return 1;
    default:
        return 0;
    }
}

/*@ assigns \nothing; */
static int32_t
may_follow_write(uint8_t next)
{
    switch (next) {
    case WYRE_SMB1_READ:
    case WYRE_SMB1_READ_ANDX:
    case WYRE_SMB1_LOCK_AND_READ:
    case WYRE_SMB1_WRITE_ANDX:
    case WYRE_SMB1_CLOSE:
        return 1;
    default:
        return 0;
    }
}

/*@ assigns \nothing; */
static int32_t
may_follow(uint8_t command, uint8_t next)
{
    switch (command) {
    case WYRE_SMB1_SESSION_SETUP_ANDX:
        return next == WYRE_SMB1_TREE_CONNECT_ANDX || may_follow_tree_connect(next);
    case WYRE_SMB1_TREE_CONNECT_ANDX:
        return may_follow_tree_connect(next);
    case WYRE_SMB1_OPEN_ANDX:
    case WYRE_SMB1_NT_CREATE_ANDX:
        return next == WYRE_SMB1_READ || next == WYRE_SMB1_READ_ANDX || next == WYRE_SMB1_IOCTL;
    case WYRE_SMB1_LOCKING_ANDX:
        return may_follow_locking(next);
    case WYRE_SMB1_READ_ANDX:
        return next == WYRE_SMB1_CLOSE;
    case WYRE_SMB1_WRITE_ANDX:
        return may_follow_write(next);
    case WYRE_SMB1_LOGOFF_ANDX:
        return next == WYRE_SMB1_SESSION_SETUP_ANDX;
    default:
        return 0;
    }
}

/*@ assigns \nothing; */
int32_t
wyre_smb1_may_follow(uint8_t command, uint8_t next)
{
    return may_follow(command, next);
}

/* ---- one block ----------------------------------------------------------------------------------- */

/* The words of a block that begins at b->at: how many bytes they are. */
/*@ requires \valid_read(in + (0 .. in_len - 1)) && \valid(b) && b->at < in_len <= 0xffffffff;
  @ requires \separated(b, in + (0 .. in_len - 1));
  @ assigns  b->word_count, b->oddities;
  @ ensures  \result <= 510 && (\result == 2 * b->word_count || \result == 100); */
static uint32_t
words_len(const uint8_t *in, size_t in_len, wyre_smb1_block *b)
{
    b->word_count = in[b->at];
    if (b->reply == 1 && b->command == WYRE_SMB1_NT_CREATE_ANDX && b->word_count == 42 &&
        in_len - b->at > 100) {
        b->oddities = (uint8_t)(b->oddities | WYRE_SMB1_BLOCK_50_WORDS);
        return 100;
    }
    return b->word_count * 2u;
}

/* The bytes of a block, whose ByteCount stands at `at`. */
/*@ requires \valid_read(in + (0 .. in_len - 1)) && \valid(b) && \valid(fault);
  @ requires 32 <= at <= in_len <= 0xffffffff;
  @ requires \separated(b, fault, in + (0 .. in_len - 1));
  @ assigns  b->bytes, b->byte_count, b->oddities, *fault;
  @ ensures  \result == WYRE_OK ==> at <= b->bytes.off && b->bytes.off + b->bytes.len <= in_len; */
static wyre_status
find_bytes(const uint8_t *in, size_t in_len, size_t at, wyre_smb1_block *b, size_t *fault)
{
    size_t left = in_len - at;
    b->bytes.off = (uint32_t)at;
    b->bytes.len = 0;
    *fault = in_len;
    if (left < 2) {
        b->oddities = (uint8_t)(b->oddities | WYRE_SMB1_BLOCK_NO_BYTE_COUNT);
        int error = b->reply == 1 && le32(in + STATUS) != 0;
        return left == 0 && error && b->word_count == 0 ? WYRE_OK : WYRE_E_LENGTH;
    }
    b->byte_count = le16(in + at);
    b->bytes.off = (uint32_t)at + 2;
    b->bytes.len = b->byte_count;
    if (b->byte_count <= left - 2)
        return WYRE_OK;
    *fault = at;
    if ((b->oddities & WYRE_SMB1_BLOCK_50_WORDS) == 0)
        return WYRE_E_LENGTH;
    b->bytes.len = (uint32_t)(left - 2);
    b->oddities = (uint8_t)(b->oddities | WYRE_SMB1_BLOCK_BYTES_CUT);
    return WYRE_OK;
}

/* Fills all but the place, command and direction of *b. */
/*@ requires \valid_read(in + (0 .. in_len - 1)) && \valid(b) && \valid(fault);
  @ requires 32 <= b->at < in_len <= 0xffffffff;
  @ requires \separated(b, fault, in + (0 .. in_len - 1));
  @ assigns  *b, *fault;
  @ ensures  b->at == \old(b->at) && b->command == \old(b->command);
  @ ensures  \result == WYRE_OK ==> b->words.off + b->words.len <= in_len &&
  @          b->bytes.off + b->bytes.len <= in_len; */
static wyre_status
find_parts(const uint8_t *in, size_t in_len, wyre_smb1_block *b, size_t *fault)
{
    uint32_t len = words_len(in, in_len, b);
    size_t words = (size_t)b->at + 1;
    *fault = in_len;
    if (len > in_len - words)
        return WYRE_E_LENGTH;
    b->words.off = (uint32_t)words;
    b->words.len = len;
    b->andx_command = NO_ANDX;
    if (is_andx(b->command) && (b->word_count > 0 || b->reply == 0)) {
        *fault = b->at;
        if (b->word_count < 2)
            return WYRE_E_VALUE;
        b->andx_command = in[b->at + ANDX_COMMAND];
        b->andx_offset = le16(in + b->at + ANDX_OFFSET);
    }
    return find_bytes(in, in_len, words + len, b, fault);
}

#ifndef WYRE_PROVE
wyre_status
wyre_smb1_block_visit(const wyre_smb1_block *m, const wyre_visitor *v)
{
    layout l = visiting(v);
    tell_number(&l, "at", WYRE_KIND_NUMBER, m->at);
    tell_number(&l, "command", WYRE_KIND_NUMBER, m->command);
    tell_number(&l, "reply", WYRE_KIND_NUMBER, m->reply);
    tell_number(&l, "oddities", WYRE_KIND_FLAGS, m->oddities);
    tell_number(&l, "word_count", WYRE_KIND_NUMBER, m->word_count);
    tell_number(&l, "andx_command", WYRE_KIND_NUMBER, m->andx_command);
    tell_number(&l, "andx_offset", WYRE_KIND_NUMBER, m->andx_offset);
    tell_span(&l, "words", WYRE_KIND_BYTES, m->words);
    tell_number(&l, "byte_count", WYRE_KIND_NUMBER, m->byte_count);
    tell_span(&l, "bytes", WYRE_KIND_BYTES, m->bytes);
    return WYRE_OK;
}
#endif

/* ---- the chain, taken apart ---------------------------------------------------------------------- */

/*@ requires \valid(it) && \valid(out) && \separated(it, out);
  @ assigns it->fault, *out;
  @ ensures \result == status; */
COLD wyre_status
refused(wyre_smb1_block_iter *it, wyre_smb1_block *out, wyre_status status, size_t fault)
{
    *out = (wyre_smb1_block){.at = 0};
    it->fault = (uint32_t)fault;
    return status;
}

/* The place, command and direction of the next block. The first one stands behind the header, which
 * names its command. */
/*@ requires in_len <= 0xffffffff && \valid_read(in + (0 .. in_len - 1)) && \valid_read(it);
  @ requires \valid(b) && \valid(fault) && \separated(it, b, fault, in + (0 .. in_len - 1));
  @ requires it->count > 0 ==> it->pos >= 32;
  @ assigns *b, *fault;
  @ ensures \result <= WYRE_OK;
  @ ensures \result == WYRE_OK ==> 32 <= b->at < in_len && it->count < WYRE_SMB1_CHAIN_CAP;
  @ ensures \result == WYRE_OK && it->count > 0 ==> b->at == it->pos; */
static wyre_status
find_block(const wyre_smb1_block_iter *it, const uint8_t *in, size_t in_len, wyre_smb1_block *b,
           size_t *fault)
{
    b->at = it->count == 0 ? HEADER : it->pos;
    *fault = in_len;
    if (in_len < HEADER)
        return WYRE_E_LENGTH;
    *fault = 0;
    if (it->count == 0 && be32(in) != 0xff534d42)
        return WYRE_E_MAGIC;
    *fault = in_len;
    if (b->at >= in_len)
        return WYRE_E_LENGTH;
    *fault = b->at;
    if (it->count >= WYRE_SMB1_CHAIN_CAP)
        return WYRE_E_LIMIT;
    b->command = it->count == 0 ? in[COMMAND] : it->command;
    b->reply = in[FLAGS] >> 7;
    if (it->count > 0 && !may_follow(it->last, b->command))
        b->oddities |= WYRE_SMB1_BLOCK_FOLLOWS_ILLEGALLY;
    if (b->at < it->end)
        b->oddities |= WYRE_SMB1_BLOCK_OVERLAPS;
    return WYRE_OK;
}

/* Strict growth of the places bounds the walk: one comparison a block. Where the chain ends,
 * AndXOffset means nothing: servers leave anything there. */
/*@ requires \valid(it) && \valid_read(b) && \valid(fault) && \separated(it, b, fault);
  @ requires it->count < 0xffffffff && b->at < in_len <= 0xffffffff && inside(b->bytes, in_len);
  @ assigns *it, *fault;
  @ ensures \result == WYRE_OK || \result == WYRE_E_OFFSET;
  @ ensures \result == WYRE_OK ==> it->count == \old(it->count) + 1;
  @ ensures \result == WYRE_OK && it->ended == 0 ==> b->at < it->pos < in_len; */
static wyre_status
go_on(wyre_smb1_block_iter *it, size_t in_len, const wyre_smb1_block *b, size_t *fault)
{
    size_t end = (size_t)b->bytes.off + b->bytes.len;
    int ended = b->andx_command == NO_ANDX || b->andx_offset == 0;
    *fault = (size_t)b->at + ANDX_OFFSET;
    if (!ended && (b->andx_offset <= b->at + 1 || b->andx_offset >= in_len))
        return WYRE_E_OFFSET;
    it->ended = (uint8_t)ended;
    it->count++;
    it->last = b->command;
    if (end > it->end)
        it->end = (uint32_t)end;
    it->pos = ended ? b->at : b->andx_offset;
    it->command = ended ? b->command : b->andx_command;
    return WYRE_OK;
}

/*@ ITERATES(it, in, in_len, out);
  @ ensures \result == WYRE_OK ==> inside(out->words, in_len) && inside(out->bytes, in_len);
  @ ensures \result == WYRE_OK ==> it->count == \old(it->count) + 1;
  @ ensures \result == WYRE_OK && \old(it->count) > 0 && it->ended == 0 ==> it->pos > \old(it->pos); */
wyre_status
wyre_smb1_block_next(wyre_smb1_block_iter *it, const uint8_t *in, size_t in_len,
                     wyre_smb1_block *out)
{
    size_t fault = 0;
    if (in_len > UINT32_MAX || it->pos > in_len || (it->count > 0 && it->pos < HEADER))
        return refused(it, out, WYRE_E_ARG, 0);
    if (it->ended)
        return refused(it, out, WYRE_END, it->end);
    *out = (wyre_smb1_block){.at = 0};
    wyre_status status = find_block(it, in, in_len, out, &fault);
    if (status == WYRE_OK)
        status = find_parts(in, in_len, out, &fault);
    if (status == WYRE_OK)
        status = go_on(it, in_len, out, &fault);
    return status == WYRE_OK ? WYRE_OK : refused(it, out, status, fault);
}

/* ---- the chain, put together --------------------------------------------------------------------- */

/* A response without words has no AndXCommand; nor has a block that is too short for two words. What
 * lies past cap is not looked at. */
static int
has_andx(uint8_t command, size_t at, size_t end, const uint8_t *out, size_t cap)
{
    enum { TWO_WORDS_AND_BYTE_COUNT = 7 };
    if (!is_andx(command) || end - at < TWO_WORDS_AND_BYTE_COUNT)
        return 0;
    return at >= cap || out[at] >= 2;
}

static void
patch(uint8_t *out, size_t cap, size_t at, uint8_t command, uint32_t offset)
{
    if (at + ANDX_OFFSET + 2 > cap)
        return;
    out[at + ANDX_COMMAND] = command;
    put_le16(out + at + ANDX_OFFSET, (uint16_t)offset);
}

wyre_status
wyre_smb1_chain_add(wyre_smb1_chain *chain, uint8_t command, size_t end, uint8_t *out, size_t cap)
{
    if (chain->at < HEADER || end <= chain->at || end > UINT32_MAX)
        return WYRE_E_ARG;
    if (chain->count >= WYRE_SMB1_CHAIN_CAP)
        return WYRE_E_LIMIT;
    if (chain->count > 0 && !may_follow(chain->command, command))
        return WYRE_E_STATE;
    if (chain->count > 0 && chain->at > UINT16_MAX)
        return WYRE_E_RANGE;
    if (chain->count > 0)
        patch(out, cap, chain->last, command, chain->at);
    int open = has_andx(command, chain->at, end, out, cap);
    if (open)
        patch(out, cap, chain->at, NO_ANDX, 0);
    chain->last = chain->at;
    chain->at = (uint32_t)end;
    chain->command = open ? command : NO_ANDX;
    chain->count++;
    return WYRE_OK;
}
