/* wyre/tds_type.h: data types, values, columns and rows: [MS-TDS] 2.2.5.4 to 2.2.5.6, 2.2.7.4,
 * 2.2.7.14 (NBCROW), 2.2.7.17 (ROW). */
#ifndef WYRE_TDS_TYPE_H
#define WYRE_TDS_TYPE_H
#include <wyre/core.h>
#ifdef __cplusplus
extern "C" {
#endif

enum { /* type */
       WYRE_TDS_NULLTYPE = 0x1f,
       WYRE_TDS_IMAGE = 0x22,
       WYRE_TDS_TEXT = 0x23,
       WYRE_TDS_GUID = 0x24,
       WYRE_TDS_VARBINARY = 0x25,
       WYRE_TDS_INTN = 0x26,
       WYRE_TDS_VARCHAR = 0x27,
       WYRE_TDS_DATEN = 0x28,
       WYRE_TDS_TIMEN = 0x29,
       WYRE_TDS_DATETIME2N = 0x2a,
       WYRE_TDS_DATETIMEOFFSETN = 0x2b,
       WYRE_TDS_BINARY = 0x2d,
       WYRE_TDS_CHAR = 0x2f,
       WYRE_TDS_INT1 = 0x30,
       WYRE_TDS_BIT = 0x32,
       WYRE_TDS_INT2 = 0x34,
       WYRE_TDS_DECIMAL = 0x37,
       WYRE_TDS_INT4 = 0x38,
       WYRE_TDS_DATETIM4 = 0x3a,
       WYRE_TDS_FLT4 = 0x3b,
       WYRE_TDS_MONEY = 0x3c,
       WYRE_TDS_DATETIME = 0x3d,
       WYRE_TDS_FLT8 = 0x3e,
       WYRE_TDS_NUMERIC = 0x3f,
       WYRE_TDS_SSVARIANT = 0x62,
       WYRE_TDS_NTEXT = 0x63,
       WYRE_TDS_BITN = 0x68,
       WYRE_TDS_DECIMALN = 0x6a,
       WYRE_TDS_NUMERICN = 0x6c,
       WYRE_TDS_FLTN = 0x6d,
       WYRE_TDS_MONEYN = 0x6e,
       WYRE_TDS_DATETIMN = 0x6f,
       WYRE_TDS_MONEY4 = 0x7a,
       WYRE_TDS_INT8 = 0x7f,
       WYRE_TDS_BIGVARBINARY = 0xa5,
       WYRE_TDS_BIGVARCHAR = 0xa7,
       WYRE_TDS_BIGBINARY = 0xad,
       WYRE_TDS_BIGCHAR = 0xaf,
       WYRE_TDS_NVARCHAR = 0xe7,
       WYRE_TDS_NCHAR = 0xef,
       WYRE_TDS_UDT = 0xf0,
       WYRE_TDS_XML = 0xf1,
       WYRE_TDS_TVP = 0xf3, /* a table, in requests only; not decoded: WYRE_E_UNSUPPORTED */
       WYRE_TDS_JSON = 0xf4,
       WYRE_TDS_VECTOR = 0xf5
};

/* The name of a type without its prefix, "NVARCHAR"; "?" for any other number. */
WYRE_API const char *wyre_tds_type_name(uint8_t type);

enum {
    WYRE_TDS_MAX_LENGTH_PLP = 0xffff
}; /* max_length of a type of 16-bit lengths: values in chunks */

/* TYPE_INFO: [MS-TDS] 2.2.5.6. What a type has not is 0. */
typedef struct wyre_tds_type_info {
    wyre_span db_name; /* UDT and XML with a schema; the texts are UTF-16LE */
    wyre_span schema_name;
    wyre_span type_name; /* of XML: the schema collection */
    wyre_span assembly_name;
    uint32_t max_length; /* of a value, in bytes */
    uint8_t type;        /* WYRE_TDS_INTN ... */
    uint8_t precision;   /* DECIMALN, NUMERICN: 1 to 38 */
    uint8_t scale;       /* likewise up to precision; TIMEN, DATETIME2N, DATETIMEOFFSETN: 0 to 7 */
    uint8_t schema_present; /* XML */
    uint8_t element_type;   /* VECTOR */
    uint8_t collation[5];   /* of texts, from 7.1 on: LCID, flags and version, then sort id */
    uint8_t unused[2];      /* 0 */
} wyre_tds_type_info;

/* One value. */
typedef struct wyre_tds_value {
    uint64_t
        total_length; /* in chunks: what the sender announced; all ones but the last bit: unknown */
    wyre_span data;   /* the bytes as they stand; in chunks: with the lengths of the chunks, for
                               wyre_tds_chunk_next */
    wyre_span text_pointer; /* TEXT, NTEXT and IMAGE in a row: pointer and timestamp */
    uint8_t is_null;
    uint8_t in_chunks;
    uint8_t unused[6]; /* 0 */
} wyre_tds_value;

/* Goes from chunk to chunk; all zero at the start. It ends: each step moves on by 5 bytes or more. */
typedef struct wyre_tds_chunk_iter {
    uint32_t pos;
} wyre_tds_chunk_iter;

/* The next chunk of a value that is in chunks.
 *   in   in_len bytes: the value's data, the same at each call
 * WYRE_OK and the chunk, counted from `in`; WYRE_END; or WYRE_E_LENGTH. [MS-TDS] 2.2.5.2.3 */
WYRE_API wyre_status wyre_tds_chunk_next(wyre_tds_chunk_iter *it, const uint8_t *in, size_t in_len,
                                         wyre_span *out);

/* Writes one value in the form that rows have.
 *   m     is_null: its data is not looked at. in_chunks, or a type in chunks: data holds chunks with
 *         their lengths and the last, empty one; TEXT, NTEXT and IMAGE need 9 bytes or more of
 *         text_pointer
 * WYRE_OK, WYRE_E_SPACE, WYRE_E_ARG: a span outside src, WYRE_E_RANGE: the type cannot have this
 * value, or WYRE_E_UNSUPPORTED: an unknown type. [MS-TDS] 2.2.5.2 */
WYRE_API wyre_status wyre_tds_value_encode(const wyre_tds_value *m, const wyre_tds_type_info *type,
                                           const uint8_t *src, size_t src_len, uint8_t *out,
                                           size_t cap, size_t *n);

/* Tells `v` the fields of a value, its bytes as what `type` makes of them. Always WYRE_OK. */
WYRE_API wyre_status wyre_tds_value_visit(const wyre_tds_value *m, const wyre_tds_type_info *type,
                                          const wyre_visitor *v);

/* ---- COLMETADATA: [MS-TDS] 2.2.7.4 --------------------------------------------------------------------- */

enum { /* flags of a column */
       WYRE_TDS_COLUMN_NULLABLE = 0x0001,
       WYRE_TDS_COLUMN_CASE_SENSITIVE = 0x0002,
       WYRE_TDS_COLUMN_UPDATABLE = 0x0004,
       WYRE_TDS_COLUMN_UPDATABLE_UNKNOWN = 0x0008,
       WYRE_TDS_COLUMN_IDENTITY = 0x0010,
       WYRE_TDS_COLUMN_COMPUTED = 0x0020,
       WYRE_TDS_COLUMN_FIXED_LEN_CLR = 0x0100,
       WYRE_TDS_COLUMN_SPARSE_SET = 0x0400,
       WYRE_TDS_COLUMN_ENCRYPTED = 0x0800,
       WYRE_TDS_COLUMN_HIDDEN = 0x2000,
       WYRE_TDS_COLUMN_KEY = 0x4000,
       WYRE_TDS_COLUMN_NULLABLE_UNKNOWN = 0x8000
};

typedef struct wyre_tds_column {
    wyre_tds_type_info type_info;
    wyre_span
        table_name; /* TEXT, NTEXT, IMAGE: as it stands; from 7.2 on in parts, behind their number */
    wyre_span crypto; /* an encrypted column: its CryptoMetadata as it stands */
    wyre_span name;   /* UTF-16LE */
    uint32_t user_type;
    uint16_t flags;    /* bits WYRE_TDS_COLUMN_... */
    uint8_t unused[2]; /* 0 */
} wyre_tds_column;

/* Goes from column to column. At the start all zero, but for `pos` where the token does not stand at
 * the start of `in`. It ends: each step moves on by 6 bytes or more. */
typedef struct wyre_tds_column_iter {
    uint32_t pos;
    uint32_t left;    /* columns still to come */
    uint32_t end;     /* COLFMT: where the token ends, instead of a number of columns */
    uint32_t started; /* 1 once the head of the token was read */
} wyre_tds_column_iter;

/* The next column of a COLMETADATA token, or of a COLFMT token of TDS 4.2, which has no names.
 *   in       in_len bytes, the same at each call
 *   dialect  bits WYRE_TDS_BEFORE_7_2 ...
 *   out      filled on OK, zeroed on anything else; its spans count from `in`
 * WYRE_OK; WYRE_END: it->pos is then behind the token; or
 *   WYRE_E_MAGIC        there is neither token at pos
 *   WYRE_E_LENGTH       past in_len
 *   WYRE_E_VALUE        a precision, scale, length or schema byte that its type cannot have
 *   WYRE_E_UNSUPPORTED  an unknown type
 * With a refusal, it->pos is at the byte at fault. [MS-TDS] 2.2.7.4 */
WYRE_API wyre_status wyre_tds_column_next(wyre_tds_column_iter *it, const uint8_t *in,
                                          size_t in_len, uint32_t dialect, wyre_tds_column *out);

/* Tells `v` the fields of a column and of its type. Always WYRE_OK. */
WYRE_API wyre_status wyre_tds_column_visit(const wyre_tds_column *m, const wyre_visitor *v);

/* Writes a COLMETADATA token.
 *   columns  count of them, up to 65534; their spans count from `src`. With bit COLUMN_ENCRYPTION the
 *            table of keys is written empty
 * WYRE_OK, WYRE_E_SPACE, WYRE_E_ARG: a span outside src, WYRE_E_RANGE: a value its field cannot hold,
 * or WYRE_E_UNSUPPORTED: an unknown type. [MS-TDS] 2.2.7.4 */
WYRE_API wyre_status wyre_tds_columns_encode(const wyre_tds_column *columns, size_t count,
                                             uint32_t dialect, const uint8_t *src, size_t src_len,
                                             uint8_t *out, size_t cap, size_t *n);

/* ---- ROW, NBCROW: [MS-TDS] 2.2.7.14, 2.2.7.17 ----------------------------------------------------------- */

/* Goes from value to value. */
typedef struct wyre_tds_row_iter {
    wyre_tds_column_iter columns; /* at the start: pos is where COLMETADATA stands in `in` */
    uint32_t pos;                 /* at the start: where the row stands in `in` */
    uint32_t bitmap;              /* NBCROW: where its bitmap stands */
    uint32_t index;               /* of the next column */
    uint32_t started;             /* 0 at the start */
} wyre_tds_row_iter;

/* The next value of a row, with its column.
 *   in       in_len bytes that hold both tokens, the same at each call: the whole message
 *   dialect  bits WYRE_TDS_BEFORE_7_2 ...
 *   column   filled on OK, zeroed on anything else
 *   value    likewise
 * WYRE_OK; WYRE_END: it->pos is then behind the row; or what wyre_tds_column_next refuses, or
 *   WYRE_E_MAGIC   there is no ROW or NBCROW token at pos
 *   WYRE_E_LENGTH  a value past in_len
 *   WYRE_E_VALUE   a value of a length that its type cannot have, or chunks that do not make up what
 *                  was announced
 * [MS-TDS] 2.2.7.14, 2.2.7.17 */
WYRE_API wyre_status wyre_tds_row_next(wyre_tds_row_iter *it, const uint8_t *in, size_t in_len,
                                       uint32_t dialect, wyre_tds_column *column,
                                       wyre_tds_value *value);

/* Writes a ROW token: a value for each column.
 * WYRE_OK, or what wyre_tds_value_encode refuses. [MS-TDS] 2.2.7.17 */
WYRE_API wyre_status wyre_tds_row_encode(const wyre_tds_column *columns,
                                         const wyre_tds_value *values, size_t count,
                                         const uint8_t *src, size_t src_len, uint8_t *out,
                                         size_t cap, size_t *n);

/* Writes an NBCROW token: a bit for each NULL, and the other values. As above. [MS-TDS] 2.2.7.14 */
WYRE_API wyre_status wyre_tds_nbcrow_encode(const wyre_tds_column *columns,
                                            const wyre_tds_value *values, size_t count,
                                            const uint8_t *src, size_t src_len, uint8_t *out,
                                            size_t cap, size_t *n);

#ifdef __cplusplus
}
#endif
#endif
