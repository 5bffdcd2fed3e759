/* wyre/tds_type.h: data types and values: [MS-TDS] 2.2.5.2 to 2.2.5.6. */
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
       WYRE_TDS_TVP = 0xf3, /* a table, in parameters only, from 7.3 on: see tds_row.h */
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
    wyre_span db_name; /* UDT, XML with a schema, TVP; the texts are UTF-16LE */
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

/* ---- SSVARIANT: [MS-TDS] 2.2.5.5.4 ------------------------------------------------------------------------ */

/* What stands in a value of type SSVARIANT that is not NULL: a type of its own, and its value. */
typedef struct wyre_tds_variant {
    wyre_tds_type_info
        type_info;  /* of a fixed length, GUID, DATEN, TIMEN, a decimal, a text or bytes */
    wyre_span data; /* as in a row, but without a length */
} wyre_tds_variant;

/* Decodes the data of a value.
 *   in     in_len bytes: the value's data; NULL only when in_len is 0
 *   flags  the dialect
 *   out    filled on OK, zeroed on anything else; its span counts from `in`
 *   n      in_len on OK, else the byte at fault
 * WYRE_OK, or
 *   WYRE_E_ARG          flags has a bit that is none of WYRE_TDS_DIALECT_BITS
 *   WYRE_E_LENGTH       type or properties past in_len
 *   WYRE_E_VALUE        properties of a number of bytes that the type does not have, a precision or scale
 *                       that cannot be, or data of a length that the type cannot have
 *   WYRE_E_UNSUPPORTED  a type that is unknown or cannot stand here
 * [MS-TDS] 2.2.5.5.4 */
WYRE_API wyre_status wyre_tds_variant_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                             wyre_tds_variant *out, size_t *n);

/* Writes what a value of type SSVARIANT holds. WYRE_OK, WYRE_E_SPACE, WYRE_E_ARG: a span outside src,
 * WYRE_E_RANGE: what decode would refuse, or WYRE_E_UNSUPPORTED: a type that cannot stand here. */
WYRE_API wyre_status wyre_tds_variant_encode(const wyre_tds_variant *m, const uint8_t *src,
                                             size_t src_len, uint8_t *out, size_t cap, size_t *n);

/* Tells `v` type and data. Always WYRE_OK. */
WYRE_API wyre_status wyre_tds_variant_visit(const wyre_tds_variant *m, const wyre_visitor *v);

#ifdef __cplusplus
}
#endif
#endif
