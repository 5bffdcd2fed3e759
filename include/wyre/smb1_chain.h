/* wyre/smb1_chain.h: the blocks of an SMB1 message and the AndX chain that they form, [MS-CIFS] 2.2.3. */
#ifndef WYRE_SMB1_CHAIN_H
#define WYRE_SMB1_CHAIN_H
#include <wyre/core.h>
#include <wyre/smb1_header.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- Blocks and chains: [MS-CIFS] 2.2.3.2 to 2.2.3.4 --------------------------------------------- */

enum { WYRE_SMB1_CHAIN_CAP = 16 }; /* the most blocks that are walked or built */

/* 1 where the command's words begin with AndXCommand and AndXOffset, so that a chain may go on
 * behind it; else 0. [MS-CIFS] 2.2.3.4 */
WYRE_API int32_t wyre_smb1_is_andx(uint8_t command);

/* 1 where the specification lets `next` follow `command` in a chain; else 0.
 * [MS-CIFS] 2.2.4.32, 2.2.4.41 to 2.2.4.43, 2.2.4.53 to 2.2.4.55, 2.2.4.64 */
WYRE_API int32_t wyre_smb1_may_follow(uint8_t command, uint8_t next);

enum { /* oddities: what is legal enough to be walked, and yet worth a look */
       WYRE_SMB1_BLOCK_FOLLOWS_ILLEGALLY = 0x01, /* see wyre_smb1_may_follow */
       WYRE_SMB1_BLOCK_OVERLAPS = 0x02,      /* begins inside an earlier block: OS/2 does that */
       WYRE_SMB1_BLOCK_NO_BYTE_COUNT = 0x04, /* the message ends in its place: OS/2, on errors */
       WYRE_SMB1_BLOCK_BYTES_CUT = 0x08,     /* ByteCount goes past the end: Windows 2003 leaves it
                                                 uninitialised in extended NT_CREATE_ANDX responses */
       WYRE_SMB1_BLOCK_50_WORDS = 0x10 /* WordCount says 42, there are 50: the same responses */
};

typedef struct wyre_smb1_block {
    wyre_span words; /* all of them; of an AndX command, AndXCommand and AndXOffset included */
    wyre_span bytes;
    uint32_t at;          /* where WordCount stands */
    uint16_t byte_count;  /* as on the wire; of large reads and writes the low 16 bits */
    uint16_t andx_offset; /* of an AndX command, else 0; means nothing where the chain ends */
    uint8_t command;      /* WYRE_SMB1_CREATE_DIRECTORY ... */
    uint8_t word_count;   /* as on the wire */
    uint8_t andx_command; /* of an AndX command, else WYRE_SMB1_NO_ANDX_COMMAND */
    uint8_t reply;        /* 1: of a response */
    uint8_t oddities;     /* bits WYRE_SMB1_BLOCK_... */
    uint8_t unused[3];    /* 0 */
} wyre_smb1_block;

typedef struct wyre_smb1_block_iter {
    uint32_t pos;    /* where the next block begins; all zero at first */
    uint32_t count;  /* blocks so far */
    uint32_t fault;  /* offset of the byte at fault after a refusal */
    uint32_t end;    /* where the blocks so far end */
    uint8_t command; /* of the next block */
    uint8_t last;    /* the command in front of it */
    uint8_t ended;   /* 1: no block follows */
    uint8_t unused;  /* 0 */
} wyre_smb1_block_iter;

/* Takes the next block of a message: the first one, then along the AndX chain.
 *   it   where to go on, all zero at first; after a refusal only `fault` has changed
 *   in   the whole message from its header on; NULL only when in_len is 0
 *   out  filled on OK, zeroed on anything else; its spans count from `in`
 * WYRE_OK; WYRE_END: AndXCommand was FF, AndXOffset 0, the command no AndX command, or its response
 * without words; or
 *   WYRE_E_ARG     in_len is over 4 GiB - 1, or it->pos is past it or, later on, inside the header
 *   WYRE_E_LENGTH  the header, the words, ByteCount or the bytes it counts go past in_len
 *   WYRE_E_MAGIC   Protocol is not FF 'S' 'M' 'B'
 *   WYRE_E_VALUE   an AndX command with less than two words
 *   WYRE_E_OFFSET  AndXOffset is past in_len, or not behind the WordCount of its own block
 *   WYRE_E_LIMIT   more than WYRE_SMB1_CHAIN_CAP blocks
 * Bytes behind the last block are legal. [MS-CIFS] 2.2.3.4 */
WYRE_API wyre_status wyre_smb1_block_next(wyre_smb1_block_iter *it, const uint8_t *in,
                                          size_t in_len, wyre_smb1_block *out);

/* Tells `v` every field under its name in the struct. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb1_block_visit(const wyre_smb1_block *m, const wyre_visitor *v);

typedef struct wyre_smb1_chain {
    uint32_t at;       /* where the next block goes; 32 at first, all else zero */
    uint32_t last;     /* where the WordCount of the last block stands */
    uint32_t count;    /* blocks so far */
    uint8_t command;   /* of the last block; FF: it has no AndXCommand, nothing may follow */
    uint8_t unused[3]; /* 0 */
} wyre_smb1_chain;

/* Adds a block that was encoded at chain->at: the block in front of it gets this command as its
 * AndXCommand and this place as its AndXOffset; this one, if it has an AndXCommand, ends the chain.
 *   chain    what was built so far
 *   command  of the block
 *   end      where it ends: *n of its encoder, also one that answered WYRE_E_SPACE
 *   out      the message, cap bytes, the same at each call; what lies past cap is not patched
 * WYRE_OK, or, and nothing changes:
 *   WYRE_E_ARG    end is not behind chain->at
 *   WYRE_E_STATE  command may not follow the one in front of it, or that has no AndXCommand
 *   WYRE_E_LIMIT  more than WYRE_SMB1_CHAIN_CAP blocks
 *   WYRE_E_RANGE  chain->at does not fit AndXOffset
 * The header's command is that of the first block. [MS-CIFS] 2.2.3.4 */
WYRE_API wyre_status wyre_smb1_chain_add(wyre_smb1_chain *chain, uint8_t command, size_t end,
                                         uint8_t *out, size_t cap);

#ifdef __cplusplus
}
#endif
#endif
