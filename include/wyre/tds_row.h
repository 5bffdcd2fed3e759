/* wyre/tds_row.h: columns and rows, of results, of their totals, and of tables in parameters: [MS-TDS]
 * 2.2.5.5.5 (TVP), 2.2.7.1 (ALTMETADATA), 2.2.7.2 (ALTROW), 2.2.7.4 (COLMETADATA), 2.2.7.15 (NBCROW),
 * 2.2.7.20 (ROW), 2.2.7.24 (TVP_ROW). */
#ifndef WYRE_TDS_ROW_H
#define WYRE_TDS_ROW_H
#include <wyre/tds_type.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- COLMETADATA: [MS-TDS] 2.2.7.4; ALTMETADATA: 2.2.7.1 -------------------------------------------------- */

enum { /* flags of a column */
       WYRE_TDS_COLUMN_NULLABLE = 0x0001,
       WYRE_TDS_COLUMN_CASE_SENSITIVE = 0x0002,
       WYRE_TDS_COLUMN_UPDATABLE = 0x0004,
       WYRE_TDS_COLUMN_UPDATABLE_UNKNOWN = 0x0008,
       WYRE_TDS_COLUMN_IDENTITY = 0x0010,
       WYRE_TDS_COLUMN_COMPUTED = 0x0020,
       WYRE_TDS_COLUMN_FIXED_LEN_CLR = 0x0100,
       WYRE_TDS_COLUMN_DEFAULT = 0x0200, /* of a table in a parameter: no row has a value for it */
       WYRE_TDS_COLUMN_SPARSE_SET = 0x0400,
       WYRE_TDS_COLUMN_ENCRYPTED = 0x0800,
       WYRE_TDS_COLUMN_HIDDEN = 0x2000,
       WYRE_TDS_COLUMN_KEY = 0x4000,
       WYRE_TDS_COLUMN_NULLABLE_UNKNOWN = 0x8000
};

enum { /* op */
       WYRE_TDS_AOP_STDEV = 0x30,
       WYRE_TDS_AOP_STDEVP = 0x31,
       WYRE_TDS_AOP_VAR = 0x32,
       WYRE_TDS_AOP_VARP = 0x33,
       WYRE_TDS_AOP_CNT = 0x4b,
       WYRE_TDS_AOP_SUM = 0x4d,
       WYRE_TDS_AOP_AVG = 0x4f,
       WYRE_TDS_AOP_MIN = 0x51,
       WYRE_TDS_AOP_MAX = 0x52
};

/* The name of an operator without its prefix, "SUM"; "?" for any other number. */
WYRE_API const char *wyre_tds_aop_name(uint8_t op);

typedef struct wyre_tds_column {
    wyre_tds_type_info type_info;
    wyre_span
        table_name; /* TEXT, NTEXT, IMAGE: as it stands; from 7.2 on in parts, behind their number */
    wyre_span crypto; /* an encrypted column: its CryptoMetadata, for wyre_tds_crypto_decode */
    wyre_span name;   /* UTF-16LE */
    uint32_t user_type;
    uint16_t flags;    /* bits WYRE_TDS_COLUMN_... */
    uint16_t operand;  /* ALTMETADATA: the number of the column that is summed up, from 1 on */
    uint8_t op;        /* ALTMETADATA: WYRE_TDS_AOP_...; else 0 */
    uint8_t unused[3]; /* 0 */
} wyre_tds_column;

/* Goes from column to column. At the start all zero, but for `pos` where the token does not stand at
 * the start of `in`. It ends: each step moves on by 6 bytes or more. */
typedef struct wyre_tds_column_iter {
    wyre_span keys; /* COLMETADATA with column encryption: its table of keys with their number, for
                             wyre_tds_key_next */
    wyre_span
        by_columns; /* ALTMETADATA: the numbers of the columns that it groups by, of 16 bits */
    uint32_t pos;
    uint32_t left; /* columns still to come */
    uint32_t end;  /* COLFMT: where the token ends, instead of a number of columns */
    uint16_t id;   /* ALTMETADATA: ALTROW says which it belongs to */
    uint8_t token; /* once its head was read: COLMETADATA, ALTMETADATA, COLFMT; TVP in a table */
    uint8_t unused[1]; /* 0 */
} wyre_tds_column_iter;

/* The next column of a COLMETADATA or ALTMETADATA token, or of a COLFMT token of TDS 4.2, which has no
 * names; or of a table.
 *   in       in_len bytes, the same at each call
 *   dialect  bits WYRE_TDS_BEFORE_7_2 ...
 *   out      filled on OK, zeroed on anything else; its spans, and those of `it`, count from `in`
 * WYRE_OK; WYRE_END: it->pos is then behind the token; or
 *   WYRE_E_MAGIC        there is no such token at pos
 *   WYRE_E_LENGTH       past in_len
 *   WYRE_E_VALUE        a precision, scale, length or schema byte that its type cannot have
 *   WYRE_E_UNSUPPORTED  an unknown type
 * With a refusal, it->pos is at the byte at fault. [MS-TDS] 2.2.7.1, 2.2.7.4 */
WYRE_API wyre_status wyre_tds_column_next(wyre_tds_column_iter *it, const uint8_t *in,
                                          size_t in_len, uint32_t dialect, wyre_tds_column *out);

/* Tells `v` the fields of a column and of its type. Always WYRE_OK. */
WYRE_API wyre_status wyre_tds_column_visit(const wyre_tds_column *m, const wyre_visitor *v);

/* Writes a COLMETADATA or ALTMETADATA token.
 *   head     its token, 0 is COLMETADATA; its keys, none is an empty table; its id and by_columns. NULL is
 *            all zero
 *   columns  count of them, up to 65534; their spans count from `src`
 * WYRE_OK, WYRE_E_SPACE, WYRE_E_ARG: a span outside src, WYRE_E_RANGE: a value its field cannot hold, or
 * another token, or WYRE_E_UNSUPPORTED: an unknown type. [MS-TDS] 2.2.7.1, 2.2.7.4 */
WYRE_API wyre_status wyre_tds_columns_encode(const wyre_tds_column_iter *head,
                                             const wyre_tds_column *columns, size_t count,
                                             uint32_t dialect, const uint8_t *src, size_t src_len,
                                             uint8_t *out, size_t cap, size_t *n);

/* ---- Column encryption: [MS-TDS] 2.2.5.7, 2.2.6.6, 2.2.7.4, 2.2.7.19 --------------------------------------- */

/* One encrypted form of one key. */
typedef struct wyre_tds_key {
    uint64_t cek_md_version;
    wyre_span encrypted_key;
    wyre_span key_store_name; /* the texts are UTF-16LE */
    wyre_span key_path;
    wyre_span asymmetric_algo;
    uint32_t database_id;
    uint32_t cek_id;
    uint32_t cek_version;
    uint16_t index; /* of the key: what an `ordinal` means; its forms have the same */
    uint16_t forms; /* of this key, with this one, are still to come */
} wyre_tds_key;

/* Goes from form to form; all zero at the start. It ends: each step moves on by 6 bytes or more. */
typedef struct wyre_tds_key_iter {
    wyre_tds_key key; /* the latest */
    uint32_t pos;
    uint32_t left; /* keys still to come */
} wyre_tds_key_iter;

/* The next key, or form of one, of a table of keys. A key without a form comes once, with `forms` 0.
 *   in   in_len bytes: the keys of a column_iter, the same at each call
 *   out  filled on OK, zeroed on anything else; its spans count from `in`
 * WYRE_OK; WYRE_END; or WYRE_E_LENGTH. [MS-TDS] 2.2.5.7 */
WYRE_API wyre_status wyre_tds_key_next(wyre_tds_key_iter *it, const uint8_t *in, size_t in_len,
                                       wyre_tds_key *out);

enum { /* encryption_type */
       WYRE_TDS_ENCRYPTION_DETERMINISTIC = 1,
       WYRE_TDS_ENCRYPTION_RANDOMIZED = 2
};

/* What is known of a value that came encrypted, or of one that goes so. */
typedef struct wyre_tds_crypto {
    uint64_t cek_md_version;      /* of a parameter, like the next three */
    wyre_tds_type_info type_info; /* of the value before it was encrypted */
    wyre_span algo_name;          /* UTF-16LE; with algorithm 0 */
    uint32_t database_id;
    uint32_t cek_id;
    uint32_t cek_version;
    uint32_t user_type; /* not of a parameter */
    uint32_t dialect;
    uint16_t ordinal;        /* of a column: which key of the table */
    uint8_t place;           /* WYRE_TDS_CRYPTO_...: whose this is */
    uint8_t algorithm;       /* 0: by name; 1, 2: AEAD_AES_256_CBC_HMAC_SHA512, ..._SHA256 */
    uint8_t encryption_type; /* WYRE_TDS_ENCRYPTION_DETERMINISTIC ... */
    uint8_t norm_version;
    uint8_t unused[6]; /* 0 */
} wyre_tds_crypto;

enum { /* place */
       WYRE_TDS_CRYPTO_COLUMN = 0,
       WYRE_TDS_CRYPTO_RETURNVALUE = 1,
       WYRE_TDS_CRYPTO_PARAMETER = 2
};

/* Decodes the crypto of a column, a RETURNVALUE or a parameter.
 *   in     in_len bytes: that span; NULL only when in_len is 0
 *   place  WYRE_TDS_CRYPTO_...
 *   flags  the dialect
 *   out    filled on OK, zeroed on anything else; its spans count from `in`
 *   n      in_len on OK, else the byte at fault
 * WYRE_OK, WYRE_E_ARG: another place, or a bit of flags that is none of WYRE_TDS_DIALECT_BITS;
 * WYRE_E_LENGTH; WYRE_E_VALUE: a type that cannot be, or bytes left over; or WYRE_E_UNSUPPORTED: an
 * unknown type. */
WYRE_API wyre_status wyre_tds_crypto_decode(const uint8_t *in, size_t in_len, uint8_t place,
                                            uint32_t flags, wyre_tds_crypto *out, size_t *n);

/* Writes it. WYRE_OK, WYRE_E_SPACE, WYRE_E_ARG: a span outside src, WYRE_E_RANGE: a value its field cannot
 * hold, another place, or a name without algorithm 0, or WYRE_E_UNSUPPORTED: an unknown type. */
WYRE_API wyre_status wyre_tds_crypto_encode(const wyre_tds_crypto *m, const uint8_t *src,
                                            size_t src_len, uint8_t *out, size_t cap, size_t *n);

/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_tds_crypto_visit(const wyre_tds_crypto *m, const wyre_visitor *v);

/* ---- ROW: [MS-TDS] 2.2.7.20; NBCROW: 2.2.7.15; ALTROW: 2.2.7.2 --------------------------------------------- */

/* Goes from value to value. */
typedef struct wyre_tds_row_iter {
    wyre_tds_column_iter columns; /* at the start: pos is where the metadata stand in `in` */
    uint32_t pos;                 /* at the start: where the row stands in `in` */
    uint32_t bitmap;              /* NBCROW: where its bitmap stands */
    uint32_t index;               /* of the next column */
    uint32_t started;             /* 0 at the start */
} wyre_tds_row_iter;

/* The next value of a row, with its column: of a ROW or NBCROW along COLMETADATA, of an ALTROW along
 * ALTMETADATA, of a row along a table. Columns of a table that are left at their default are passed over.
 *   in       in_len bytes that hold metadata and row, the same at each call: the whole message
 *   dialect  bits WYRE_TDS_BEFORE_7_2 ...
 *   column   filled on OK, zeroed on anything else
 *   value    likewise
 * WYRE_OK; WYRE_END: it->pos is then behind the row; or what wyre_tds_column_next refuses, or
 *   WYRE_E_MAGIC   there is no row of these metadata at pos
 *   WYRE_E_LENGTH  a value past in_len
 *   WYRE_E_VALUE   a value of a length that its type cannot have, or chunks that do not make up what
 *                  was announced
 * [MS-TDS] 2.2.7.2, 2.2.7.15, 2.2.7.20, 2.2.7.24 */
WYRE_API wyre_status wyre_tds_row_next(wyre_tds_row_iter *it, const uint8_t *in, size_t in_len,
                                       uint32_t dialect, wyre_tds_column *column,
                                       wyre_tds_value *value);

/* Writes a ROW token: a value for each column.
 * WYRE_OK, or what wyre_tds_value_encode refuses. [MS-TDS] 2.2.7.20 */
WYRE_API wyre_status wyre_tds_row_encode(const wyre_tds_column *columns,
                                         const wyre_tds_value *values, size_t count,
                                         const uint8_t *src, size_t src_len, uint8_t *out,
                                         size_t cap, size_t *n);

/* Writes an NBCROW token: a bit for each NULL, and the other values. As above. [MS-TDS] 2.2.7.15 */
WYRE_API wyre_status wyre_tds_nbcrow_encode(const wyre_tds_column *columns,
                                            const wyre_tds_value *values, size_t count,
                                            const uint8_t *src, size_t src_len, uint8_t *out,
                                            size_t cap, size_t *n);

/* Writes an ALTROW token along the ALTMETADATA of that id. As above. [MS-TDS] 2.2.7.2 */
WYRE_API wyre_status wyre_tds_altrow_encode(uint16_t id, const wyre_tds_column *columns,
                                            const wyre_tds_value *values, size_t count,
                                            const uint8_t *src, size_t src_len, uint8_t *out,
                                            size_t cap, size_t *n);

/* ---- A table in a parameter: [MS-TDS] 2.2.5.5.5 ------------------------------------------------------------ */

enum {
    WYRE_TDS_TABLE_COLUMNS = 1024, /* the most of one table */
    WYRE_TDS_TABLE_DEFAULTS = 64 /* of them, the most that are left at their default: in a row such
                                      a column costs work, but no byte */
};

enum { /* flags behind a column number in order_unique */
       WYRE_TDS_ORDER_ASC = 0x01,
       WYRE_TDS_ORDER_DESC = 0x02,
       WYRE_TDS_ORDER_UNIQUE = 0x04
};

/* The value of a parameter of type TVP. */
typedef struct wyre_tds_table {
    wyre_tds_column_iter
        columns;            /* for wyre_tds_column_next, and for `columns` of a wyre_tds_row_iter */
    wyre_span order_unique; /* each a column number of 16 bits, then WYRE_TDS_ORDER_... */
    wyre_span column_ordering;   /* column numbers of 16 bits */
    wyre_span rows;              /* the first is at rows.off; each ends where the next begins */
    uint8_t is_null;             /* 1: no table: neither columns nor rows */
    uint8_t has_order_unique;    /* 1: it is there, if empty */
    uint8_t has_column_ordering; /* likewise */
    uint8_t ordering_first;      /* 1: column_ordering stands in front of order_unique */
} wyre_tds_table;

/* Decodes a table and walks its rows.
 *   in     in_len bytes: the value's data; NULL only when in_len is 0
 *   flags  the dialect
 *   out    filled on OK, zeroed on anything else; it counts from `in`
 *   n      where the table ends, or the byte at fault
 * WYRE_OK, WYRE_E_ARG: a bit of flags that is none of WYRE_TDS_DIALECT_BITS; what wyre_tds_row_next
 * refuses; WYRE_E_VALUE: an unknown token in the table, or one for the second time; WYRE_E_LIMIT: more
 * columns than WYRE_TDS_TABLE_COLUMNS, or ..._DEFAULTS; WYRE_E_UNSUPPORTED also: the dialect of a version
 * before 7.2, which has no tables. */
WYRE_API wyre_status wyre_tds_table_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                           wyre_tds_table *out, size_t *n);

/* Writes a table.
 *   m        its spans count from `src`; rows as wyre_tds_table_row_encode writes them. Of `columns` only
 *            the array is looked at
 *   columns  count of them; their spans count from `src`
 * WYRE_OK, WYRE_E_SPACE, WYRE_E_ARG: a span outside src, WYRE_E_RANGE: a value its field cannot hold, too
 * many columns, or is_null with columns or rows, or WYRE_E_UNSUPPORTED: an unknown type. */
WYRE_API wyre_status wyre_tds_table_encode(const wyre_tds_table *m, const wyre_tds_column *columns,
                                           size_t count, const uint8_t *src, size_t src_len,
                                           uint8_t *out, size_t cap, size_t *n);

/* Writes a row of a table; the value of a column that is left at its default is not looked at.
 * WYRE_OK, or what wyre_tds_value_encode refuses. [MS-TDS] 2.2.7.24 */
WYRE_API wyre_status wyre_tds_table_row_encode(const wyre_tds_column *columns,
                                               const wyre_tds_value *values, size_t count,
                                               const uint8_t *src, size_t src_len, uint8_t *out,
                                               size_t cap, size_t *n);

#ifdef __cplusplus
}
#endif
#endif
