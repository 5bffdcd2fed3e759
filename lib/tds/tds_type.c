/* Types and values: [MS-TDS] 2.2.5.2, 2.2.5.4 to 2.2.5.6. A type belongs to a form, which says what
 * TYPE_INFO holds and how a value is written. */
#include <wyre/tds_type.h>
#include "../core/names.h"
#include "tds_layout.h"
#include "tds_type.h"

static const constant_name tds_type_names[] = {
    NAME(WYRE_TDS_, NULLTYPE),
    NAME(WYRE_TDS_, IMAGE),
    NAME(WYRE_TDS_, TEXT),
    NAME(WYRE_TDS_, GUID),
    NAME(WYRE_TDS_, VARBINARY),
    NAME(WYRE_TDS_, INTN),
    NAME(WYRE_TDS_, VARCHAR),
    NAME(WYRE_TDS_, DATEN),
    NAME(WYRE_TDS_, TIMEN),
    NAME(WYRE_TDS_, DATETIME2N),
    NAME(WYRE_TDS_, DATETIMEOFFSETN),
    NAME(WYRE_TDS_, BINARY),
    NAME(WYRE_TDS_, CHAR),
    NAME(WYRE_TDS_, INT1),
    NAME(WYRE_TDS_, BIT),
    NAME(WYRE_TDS_, INT2),
    NAME(WYRE_TDS_, DECIMAL),
    NAME(WYRE_TDS_, INT4),
    NAME(WYRE_TDS_, DATETIM4),
    NAME(WYRE_TDS_, FLT4),
    NAME(WYRE_TDS_, MONEY),
    NAME(WYRE_TDS_, DATETIME),
    NAME(WYRE_TDS_, FLT8),
    NAME(WYRE_TDS_, NUMERIC),
    NAME(WYRE_TDS_, SSVARIANT),
    NAME(WYRE_TDS_, NTEXT),
    NAME(WYRE_TDS_, BITN),
    NAME(WYRE_TDS_, DECIMALN),
    NAME(WYRE_TDS_, NUMERICN),
    NAME(WYRE_TDS_, FLTN),
    NAME(WYRE_TDS_, MONEYN),
    NAME(WYRE_TDS_, DATETIMN),
    NAME(WYRE_TDS_, MONEY4),
    NAME(WYRE_TDS_, INT8),
    NAME(WYRE_TDS_, BIGVARBINARY),
    NAME(WYRE_TDS_, BIGVARCHAR),
    NAME(WYRE_TDS_, BIGBINARY),
    NAME(WYRE_TDS_, BIGCHAR),
    NAME(WYRE_TDS_, NVARCHAR),
    NAME(WYRE_TDS_, NCHAR),
    NAME(WYRE_TDS_, UDT),
    NAME(WYRE_TDS_, XML),
    NAME(WYRE_TDS_, TVP),
    NAME(WYRE_TDS_, JSON),
    NAME(WYRE_TDS_, VECTOR),
};

const char *
wyre_tds_type_name(uint8_t type)
{
    return NAME_OF(tds_type_names, type);
}

enum form {
    UNKNOWN,
    FIXED,   /* the type says the length */
    BYTELEN, /* a maximum in one byte, as is the length; 0 is NULL */
    NUMBER,  /* likewise, with precision and scale */
    DATE,    /* no TYPE_INFO, a length of 0 or 3 */
    TIME,    /* a scale; the length follows from it */
    SHORT,   /* a maximum in one byte; a length of 0 is a value that is empty */
    BYTES16, /* maximum and length in two bytes, or in chunks */
    CHARS16, /* likewise, with a collation */
    TEXT32,  /* maximum and length in four bytes, text pointer, collation */
    IMAGE32, /* likewise, without collation */
    VARIANT, /* maximum and length in four bytes; 0 is NULL */
    XMLDOC,  /* perhaps a schema; in chunks */
    USER,    /* names; in chunks */
    CHUNKS,  /* no TYPE_INFO; in chunks */
    VECTORS, /* maximum and length in two bytes, and a type of elements */
    TABLE    /* names; then columns and rows */
};

/* What is not named here is UNKNOWN. */
static const uint8_t forms[256] = {
    [WYRE_TDS_NULLTYPE] = FIXED,
    [WYRE_TDS_IMAGE] = IMAGE32,
    [WYRE_TDS_TEXT] = TEXT32,
    [WYRE_TDS_GUID] = BYTELEN,
    [WYRE_TDS_VARBINARY] = SHORT,
    [WYRE_TDS_INTN] = BYTELEN,
    [WYRE_TDS_VARCHAR] = SHORT,
    [WYRE_TDS_DATEN] = DATE,
    [WYRE_TDS_TIMEN] = TIME,
    [WYRE_TDS_DATETIME2N] = TIME,
    [WYRE_TDS_DATETIMEOFFSETN] = TIME,
    [WYRE_TDS_BINARY] = SHORT,
    [WYRE_TDS_CHAR] = SHORT,
    [WYRE_TDS_INT1] = FIXED,
    [WYRE_TDS_BIT] = FIXED,
    [WYRE_TDS_INT2] = FIXED,
    [WYRE_TDS_DECIMAL] = NUMBER,
    [WYRE_TDS_INT4] = FIXED,
    [WYRE_TDS_DATETIM4] = FIXED,
    [WYRE_TDS_FLT4] = FIXED,
    [WYRE_TDS_MONEY] = FIXED,
    [WYRE_TDS_DATETIME] = FIXED,
    [WYRE_TDS_FLT8] = FIXED,
    [WYRE_TDS_NUMERIC] = NUMBER,
    [WYRE_TDS_SSVARIANT] = VARIANT,
    [WYRE_TDS_NTEXT] = TEXT32,
    [WYRE_TDS_BITN] = BYTELEN,
    [WYRE_TDS_DECIMALN] = NUMBER,
    [WYRE_TDS_NUMERICN] = NUMBER,
    [WYRE_TDS_FLTN] = BYTELEN,
    [WYRE_TDS_MONEYN] = BYTELEN,
    [WYRE_TDS_DATETIMN] = BYTELEN,
    [WYRE_TDS_MONEY4] = FIXED,
    [WYRE_TDS_INT8] = FIXED,
    [WYRE_TDS_BIGVARBINARY] = BYTES16,
    [WYRE_TDS_BIGVARCHAR] = CHARS16,
    [WYRE_TDS_BIGBINARY] = BYTES16,
    [WYRE_TDS_BIGCHAR] = CHARS16,
    [WYRE_TDS_NVARCHAR] = CHARS16,
    [WYRE_TDS_NCHAR] = CHARS16,
    [WYRE_TDS_UDT] = USER,
    [WYRE_TDS_XML] = XMLDOC,
    [WYRE_TDS_TVP] = TABLE,
    [WYRE_TDS_JSON] = CHUNKS,
    [WYRE_TDS_VECTOR] = VECTORS,
};

/* The length of a value of a FIXED type. */
static const uint8_t fixed_sizes[256] = {
    [WYRE_TDS_INT1] = 1,     [WYRE_TDS_BIT] = 1,  [WYRE_TDS_INT2] = 2,   [WYRE_TDS_INT4] = 4,
    [WYRE_TDS_DATETIM4] = 4, [WYRE_TDS_FLT4] = 4, [WYRE_TDS_MONEY4] = 4, [WYRE_TDS_MONEY] = 8,
    [WYRE_TDS_DATETIME] = 8, [WYRE_TDS_FLT8] = 8, [WYRE_TDS_INT8] = 8,
};

/* Decimals: a sign, and 1 to 4 words of 32 bits; 0 is NULL. */
/*@ assigns \nothing; */
static int
is_decimal(uint32_t len)
{
    return len == 0 || (len <= 17 && len % 4 == 1 && len > 1);
}

/* Whether a value of one of the forms with a length in one byte can be of len bytes; 0 is NULL. */
/*@ requires \valid_read(t); assigns \nothing; */
static int
length_is_legal(const wyre_tds_type_info *t, uint32_t len)
{
    static const uint8_t time_sizes[8] = {3, 3, 3, 4, 4, 5, 5, 5};
    uint32_t time = time_sizes[t->scale % 8];
    switch (t->type) {
    case WYRE_TDS_GUID:
        return len == 0 || len == 16;
    case WYRE_TDS_INTN:
        return len <= 2 || len == 4 || len == 8;
    case WYRE_TDS_BITN:
        return len <= 1;
    case WYRE_TDS_FLTN:
    case WYRE_TDS_MONEYN:
    case WYRE_TDS_DATETIMN:
        return len == 0 || len == 4 || len == 8;
    case WYRE_TDS_DATEN:
        return len == 0 || len == 3;
    case WYRE_TDS_TIMEN:
        return len == 0 || len == time;
    case WYRE_TDS_DATETIME2N:
        return len == 0 || len == time + 3;
    case WYRE_TDS_DATETIMEOFFSETN:
        return len == 0 || len == time + 5;
    default:
        break;
    }
    return is_decimal(len);
}

/*@ requires \valid_read(t); assigns \nothing; */
int
wyre_tds_length_fits(const wyre_tds_type_info *t, uint32_t len)
{
    switch (forms[t->type]) {
    case FIXED:
        return len == fixed_sizes[t->type];
    case BYTELEN:
    case NUMBER:
    case DATE:
    case TIME:
        return len > 0 && length_is_legal(t, len);
    default:
        return 1;
    }
}

/*@ requires \valid_read(t); assigns \nothing; */
static int
is_in_chunks(const wyre_tds_type_info *t, enum form form)
{
    return form == XMLDOC || form == USER || form == CHUNKS ||
           ((form == BYTES16 || form == CHARS16) && t->max_length == WYRE_TDS_MAX_LENGTH_PLP);
}

/* ---- TYPE_INFO: 2.2.5.6 ------------------------------------------------------------------------------- */

/*@ requires names_inside(t, r->end);
  @ SCANS(r, t);
  @ ensures t->type == \old(t->type) && names_inside(t, r->end); */
static void
read_collation(wyre_rd *r, uint32_t dialect, wyre_tds_type_info *t)
{
    size_t at;
    if ((dialect & WYRE_TDS_BEFORE_7_1) == 0 && take(r, sizeof t->collation, &at))
        copy(t->collation, r->in + at, sizeof t->collation);
}

/*@ requires names_inside(t, r->end);
  @ SCANS(r, t);
  @ ensures names_inside(t, r->end); */
static void
read_names(wyre_rd *r, uint32_t dialect, wyre_tds_type_info *t)
{
    t->db_name = rd_varchar(r, 1, dialect);
    t->schema_name = rd_varchar(r, 1, dialect);
    t->type_name = rd_varchar(r, t->type == WYRE_TDS_XML ? 2 : 1, dialect);
}

/*@ requires r->status == WYRE_OK ==> r->pos >= 1;
  @ READS;
  @ ensures r->pos == \old(r->pos); */
static void
expect(wyre_rd *r, int holds)
{
    if (!holds && r->status == WYRE_OK)
        rd_refuse(r, WYRE_E_VALUE, r->pos - 1);
}

/*@ requires names_inside(t, r->end);
  @ SCANS(r, t);
  @ ensures names_inside(t, r->end); */
static void
read_precision(wyre_rd *r, wyre_tds_type_info *t)
{
    t->precision = rd_u8(r);
    expect(r, t->precision >= 1 && t->precision <= 38);
    t->scale = rd_u8(r);
    expect(r, t->scale <= t->precision);
}

/* XML, UDT and TVP. */
/*@ requires names_inside(t, r->end) && (r->status == WYRE_OK ==> r->pos >= 1);
  @ SCANS(r, t);
  @ ensures names_inside(t, r->end); */
static void
read_named(wyre_rd *r, uint32_t dialect, enum place place, wyre_tds_type_info *t)
{
    int is_column = t->type == WYRE_TDS_UDT && place == IN_ROW;
    if (t->type == WYRE_TDS_TVP && (place != IN_REQUEST || !has_tables(dialect)) &&
        r->status == WYRE_OK)
        rd_refuse(r, WYRE_E_UNSUPPORTED, r->pos - 1);
    if (is_column)
        t->max_length = rd_u16le(r);
    if (t->type == WYRE_TDS_XML) {
        t->schema_present = rd_u8(r);
        expect(r, t->schema_present <= 1);
        if (t->schema_present != 1)
            return;
    }
    read_names(r, dialect, t);
    if (is_column)
        t->assembly_name = rd_varchar(r, 2, dialect);
}

/*@ requires names_inside(t, r->end);
  @ SCANS(r, t);
  @ ensures r->status == WYRE_OK ==> r->pos >= \old(r->pos) + 1;
  @ ensures names_inside(t, r->end); */
INLINE void
read_info(wyre_rd *r, uint32_t dialect, enum place place, wyre_tds_type_info *t)
{
    t->type = rd_u8(r);
    enum form form = forms[t->type];
    switch (form) {
    case UNKNOWN:
        if (r->status == WYRE_OK)
            rd_refuse(r, WYRE_E_UNSUPPORTED, r->pos - 1);
        return;
    case FIXED:
    case DATE:
    case CHUNKS:
        return;
    case BYTELEN:
    case SHORT:
    case NUMBER:
        t->max_length = rd_u8(r);
        expect(r, form == SHORT || length_is_legal(t, t->max_length));
        if (form == NUMBER)
            read_precision(r, t);
        return;
    case TIME:
        t->scale = rd_u8(r);
        expect(r, t->scale <= 7);
        return;
    case BYTES16:
    case CHARS16:
    case VECTORS:
        t->max_length = rd_u16le(r);
        if (form == CHARS16)
            read_collation(r, dialect, t);
        if (form == VECTORS)
            t->element_type = rd_u8(r);
        return;
    case TEXT32:
        t->max_length = rd_u32le(r);
        read_collation(r, dialect, t);
        return;
    case IMAGE32:
    case VARIANT:
        t->max_length = rd_u32le(r);
        return;
    case XMLDOC:
    case USER:
    case TABLE:
        read_named(r, dialect, place, t);
        return;
    }
}

/*@ SCANS(r, t);
  @ ensures r->status == WYRE_OK ==> r->pos >= \old(r->pos) + 1;
  @ ensures names_inside(t, r->end); */
void
wyre_tds_read_type(wyre_rd *r, uint32_t dialect, enum place place, wyre_tds_type_info *t)
{
    *t = (wyre_tds_type_info){.type = 0};
    read_info(r, dialect, place, t);
}

/* ---- values: 2.2.5.2 ---------------------------------------------------------------------------------- */

static const uint64_t null_total = UINT64_MAX;
static const uint64_t unknown_total = UINT64_MAX - 1;

/* clang-format off */
/* What fills in the parts of a value. */
#define FILLS(r, v)                                                                                \
    requires inside(v->data, r->end) && inside(v->text_pointer, r->end);                           \
    SCANS(r, v);                                                                                   \
    ensures inside(v->data, r->end);                                                               \
    ensures inside(v->text_pointer, r->end)
/* clang-format on */

/* Chunks up to the empty one: 2.2.5.2.3. */
/*@ FILLS(r, v); */
static void
read_chunks(wyre_rd *r, wyre_tds_value *v)
{
    size_t at = r->pos;
    uint64_t total = rd_u64le(r);
    uint64_t sum = 0;
    v->in_chunks = 1;
    v->total_length = total;
    v->is_null = total == null_total;
    /*@ loop invariant reading(r) && r->pos >= at && sum <= 0xffffffff + r->pos - at;
      @ loop invariant r->status == WYRE_OK ==> \at(r->status, Pre) == WYRE_OK && r->pos >= at + 8 + sum;
      @ loop assigns sum, r->pos, r->status, r->fault;
      @ loop variant r->end - r->pos + (r->status == WYRE_OK ? 1 : 0); */
    while (!v->is_null && r->status == WYRE_OK) {
        uint32_t len = rd_u32le(r);
        sum += len;
        if (len == 0)
            break;
        rd_span(r, len);
    }
    if (!v->is_null && total != unknown_total && sum != total)
        rd_refuse(r, WYRE_E_VALUE, at);
    if (r->status == WYRE_OK)
        v->data = (wyre_span){(uint32_t)(at + 8), (uint32_t)(r->pos - at - 8)};
}

/*@ FILLS(r, v); */
static void
read_long(wyre_rd *r, enum place place, wyre_tds_value *v)
{
    if (place == IN_ROW) {
        uint8_t pointer = rd_u8(r);
        v->is_null = pointer == 0;
        if (v->is_null)
            return;
        v->text_pointer = rd_span(r, pointer + (size_t)8);
    }
    uint32_t len = rd_u32le(r);
    if (place != IN_ROW && len == UINT32_MAX)
        v->is_null = 1;
    else
        v->data = rd_span(r, len);
}

/* A length in one byte. */
/*@ requires \valid_read(t) && \separated(t, v, r);
  @ FILLS(r, v); */
INLINE void
read_short(wyre_rd *r, enum form form, const wyre_tds_type_info *t, wyre_tds_value *v)
{
    uint32_t len = rd_u8(r);
    expect(r, form == SHORT || length_is_legal(t, len));
    v->is_null = form != SHORT && len == 0;
    v->data = rd_span(r, len);
}

/* A length in two bytes. */
/*@ FILLS(r, v); */
INLINE void
read_counted(wyre_rd *r, wyre_tds_value *v)
{
    uint32_t len = rd_u16le(r);
    v->is_null = len == UINT16_MAX;
    if (!v->is_null)
        v->data = rd_span(r, len);
}

/* A length in four bytes. */
/*@ FILLS(r, v); */
INLINE void
read_variant(wyre_rd *r, wyre_tds_value *v)
{
    uint32_t len = rd_u32le(r);
    v->is_null = len == 0;
    v->data = rd_span(r, len);
}

/*@ requires \valid_read(t) && \separated(t, v, r);
  @ FILLS(r, v); */
INLINE void
read_form(wyre_rd *r, enum place place, enum form form, const wyre_tds_type_info *t,
          wyre_tds_value *v)
{
    switch (form) {
    case FIXED:
        v->is_null = t->type == WYRE_TDS_NULLTYPE;
        v->data = rd_span(r, fixed_sizes[t->type]);
        return;
    case BYTELEN:
    case NUMBER:
    case DATE:
    case TIME:
    case SHORT:
        read_short(r, form, t, v);
        return;
    case BYTES16:
    case CHARS16:
    case VECTORS:
        read_counted(r, v);
        return;
    case VARIANT:
        read_variant(r, v);
        return;
    case TEXT32:
    case IMAGE32:
        read_long(r, place, v);
        return;
    default: /* a table is read where its dialect is known */
        rd_refuse(r, WYRE_E_UNSUPPORTED, r->pos);
        return;
    }
}

/*@ requires \valid_read(t) && \separated(t, v, r);
  @ SCANS(r, v);
  @ ensures inside(v->data, r->end);
  @ ensures inside(v->text_pointer, r->end); */
void
wyre_tds_read_value(wyre_rd *r, enum place place, const wyre_tds_type_info *t, wyre_tds_value *v)
{
    enum form form = forms[t->type];
    *v = (wyre_tds_value){.is_null = 0};
    if (is_in_chunks(t, form))
        read_chunks(r, v);
    else
        read_form(r, place, form, t, v);
}

/*@ ITERATES(it, in, in_len, out);
  @ ensures \result == WYRE_OK ==> inside(*out, in_len) && \old(it->pos) + 4 < it->pos <= in_len; */
wyre_status
wyre_tds_chunk_next(wyre_tds_chunk_iter *it, const uint8_t *in, size_t in_len, wyre_span *out)
{
    wyre_rd r = rd(in, in_len);
    *out = (wyre_span){0, 0};
    if (it->pos > in_len)
        return WYRE_E_LENGTH;
    if (it->pos == in_len)
        return WYRE_END;
    r.pos = it->pos;
    uint32_t len = rd_u32le(&r);
    wyre_span chunk = rd_span(&r, len);
    if (r.status != WYRE_OK)
        return r.status;
    if (len == 0)
        return WYRE_END;
    it->pos = (uint32_t)r.pos;
    *out = chunk;
    return WYRE_OK;
}

#ifndef WYRE_PROVE

/* ---- writing ------------------------------------------------------------------------------------------- */

void
wyre_tds_write_varchar(wyre_wr *w, unsigned width, uint32_t dialect, const uint8_t *src,
                       size_t src_len, wyre_span span)
{
    unsigned unit = (dialect & WYRE_TDS_BEFORE_7_0) != 0 ? 1 : 2;
    uint32_t count = span.len / unit;
    if (span.len % unit != 0 || count > (width == 1 ? UINT8_MAX : UINT16_MAX))
        wr_refuse(w, WYRE_E_RANGE);
    if (width == 1)
        wr_u8(w, (uint8_t)count);
    else
        wr_u16le(w, (uint16_t)count);
    wr_span(w, src, src_len, span);
}

static void
write_max(wyre_wr *w, uint32_t max_length, unsigned width)
{
    if (width > 0 && width < 4 && max_length > UINT32_MAX >> (32 - 8 * width))
        wr_refuse(w, WYRE_E_RANGE);
    for (unsigned i = 0; i < width; i++)
        wr_u8(w, (uint8_t)(max_length >> 8 * i));
}

static void
write_names(wyre_wr *w, uint32_t dialect, const wyre_tds_type_info *t, const uint8_t *src,
            size_t src_len)
{
    wyre_tds_write_varchar(w, 1, dialect, src, src_len, t->db_name);
    wyre_tds_write_varchar(w, 1, dialect, src, src_len, t->schema_name);
    wyre_tds_write_varchar(w, t->type == WYRE_TDS_XML ? 2 : 1, dialect, src, src_len, t->type_name);
}

void
wyre_tds_write_type(wyre_wr *w, uint32_t dialect, enum place place, const wyre_tds_type_info *t,
                    const uint8_t *src, size_t src_len)
{
    static const uint8_t max_widths[] = {0, 0, 1, 1, 0, 0, 1, 2, 2, 4, 4, 4, 0, 2, 0, 2, 0};
    enum form form = forms[t->type];
    if (form == UNKNOWN || (form == TABLE && (place != IN_REQUEST || !has_tables(dialect)))) {
        wr_refuse(w, WYRE_E_UNSUPPORTED);
        return;
    }
    wr_u8(w, t->type);
    if (form != USER || place == IN_ROW)
        write_max(w, t->max_length, max_widths[form]);
    if (form == NUMBER)
        wr_u8(w, t->precision);
    if (form == NUMBER || form == TIME)
        wr_u8(w, t->scale);
    if ((form == CHARS16 || form == TEXT32) && (dialect & WYRE_TDS_BEFORE_7_1) == 0)
        wr_bytes(w, t->collation, sizeof t->collation);
    if (form == VECTORS)
        wr_u8(w, t->element_type);
    if (form == XMLDOC)
        wr_u8(w, t->schema_present);
    if (form == USER || form == TABLE || (form == XMLDOC && t->schema_present != 0))
        write_names(w, dialect, t, src, src_len);
    if (form == USER && place == IN_ROW)
        wyre_tds_write_varchar(w, 2, dialect, src, src_len, t->assembly_name);
    if ((form == BYTELEN && !length_is_legal(t, t->max_length)) || t->schema_present > 1 ||
        (form == NUMBER && (t->precision < 1 || t->precision > 38 || t->scale > t->precision ||
                            !length_is_legal(t, t->max_length))) ||
        (form == TIME && t->scale > 7))
        wr_refuse(w, WYRE_E_RANGE);
}

static void
write_long(wyre_wr *w, enum place place, const wyre_tds_value *v, const uint8_t *src,
           size_t src_len)
{
    if (place == IN_ROW && v->is_null) {
        wr_u8(w, 0);
        return;
    }
    if (place == IN_ROW) {
        if (v->text_pointer.len < 9 || v->text_pointer.len > 8 + UINT8_MAX)
            wr_refuse(w, WYRE_E_RANGE);
        wr_u8(w, (uint8_t)(v->text_pointer.len - 8));
        wr_span(w, src, src_len, v->text_pointer);
    }
    wr_u32le(w, v->is_null ? UINT32_MAX : v->data.len);
    if (!v->is_null)
        wr_span(w, src, src_len, v->data);
}

/* A length, and the bytes; NULL is the length `null`. */
static void
write_counted(wyre_wr *w, unsigned width, uint32_t null, const wyre_tds_value *v,
              const uint8_t *src, size_t src_len)
{
    uint32_t len = v->is_null ? null : v->data.len;
    if (!v->is_null && len == null)
        wr_refuse(w, WYRE_E_RANGE);
    write_max(w, len, width);
    if (!v->is_null)
        wr_span(w, src, src_len, v->data);
}

void
wyre_tds_write_value(wyre_wr *w, enum place place, const wyre_tds_type_info *t,
                     const wyre_tds_value *v, const uint8_t *src, size_t src_len)
{
    enum form form = forms[t->type];
    uint32_t len = v->is_null ? 0 : v->data.len;
    if (is_in_chunks(t, form)) {
        wr_u64le(w, v->is_null ? null_total : v->total_length);
        if (!v->is_null)
            wr_span(w, src, src_len, v->data);
        return;
    }
    switch (form) {
    case FIXED:
        if (v->data.len != fixed_sizes[t->type] || (v->is_null && t->type != WYRE_TDS_NULLTYPE))
            wr_refuse(w, WYRE_E_RANGE);
        wr_span(w, src, src_len, v->data);
        return;
    case BYTELEN:
    case NUMBER:
    case DATE:
    case TIME:
        if (!length_is_legal(t, len))
            wr_refuse(w, WYRE_E_RANGE);
        write_counted(w, 1, 0, v, src, src_len);
        return;
    case SHORT: /* NULL and empty are the same bytes */
        write_max(w, len, 1);
        if (len > 0)
            wr_span(w, src, src_len, v->data);
        return;
    case BYTES16:
    case CHARS16:
    case VECTORS:
        write_counted(w, 2, UINT16_MAX, v, src, src_len);
        return;
    case VARIANT:
        write_counted(w, 4, 0, v, src, src_len);
        return;
    case TEXT32:
    case IMAGE32:
        write_long(w, place, v, src, src_len);
        return;
    case TABLE: /* as it stands; it says itself whether it is NULL */
        wr_span(w, src, src_len, v->data);
        return;
    default:
        wr_refuse(w, WYRE_E_UNSUPPORTED);
        return;
    }
}

wyre_status
wyre_tds_value_encode(const wyre_tds_value *m, const wyre_tds_type_info *type, const uint8_t *src,
                      size_t src_len, uint8_t *out, size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    wyre_tds_write_value(&w, IN_ROW, type, m, src, src_len);
    return wr_finish(&w, n);
}

/* ---- telling ------------------------------------------------------------------------------------------- */

void
wyre_tds_tell_type(layout *l, const wyre_tds_type_info *t)
{
    enum form form = forms[t->type];
    tell_number(l, "type", WYRE_KIND_NUMBER, t->type);
    tell_number(l, "max_length", WYRE_KIND_NUMBER, t->max_length);
    if (form == NUMBER)
        tell_number(l, "precision", WYRE_KIND_NUMBER, t->precision);
    if (form == NUMBER || form == TIME)
        tell_number(l, "scale", WYRE_KIND_NUMBER, t->scale);
    if (form == CHARS16 || form == TEXT32)
        tell_bytes(l, "collation", WYRE_KIND_BYTES, t->collation, sizeof t->collation);
    if (form == VECTORS)
        tell_number(l, "element_type", WYRE_KIND_NUMBER, t->element_type);
    if (form == USER || form == TABLE || (form == XMLDOC && t->schema_present != 0)) {
        tell_span(l, "db_name", WYRE_KIND_UTF16, t->db_name);
        tell_span(l, "schema_name", WYRE_KIND_UTF16, t->schema_name);
        tell_span(l, "type_name", WYRE_KIND_UTF16, t->type_name);
    }
    if (form == USER)
        tell_span(l, "assembly_name", WYRE_KIND_UTF16, t->assembly_name);
}

/* What a visitor is to take the bytes of a value for. */
static uint32_t
kind_of(const wyre_tds_type_info *t)
{
    switch (t->type) {
    case WYRE_TDS_NVARCHAR:
    case WYRE_TDS_NCHAR:
    case WYRE_TDS_NTEXT:
        return WYRE_KIND_UTF16;
    case WYRE_TDS_BIGVARCHAR:
    case WYRE_TDS_BIGCHAR:
    case WYRE_TDS_TEXT:
    case WYRE_TDS_CHAR:
    case WYRE_TDS_VARCHAR:
        return WYRE_KIND_TEXT;
    case WYRE_TDS_GUID:
        return WYRE_KIND_GUID;
    default:
        return WYRE_KIND_BYTES;
    }
}

void
wyre_tds_tell_value(layout *l, const wyre_tds_type_info *t, const wyre_tds_value *v)
{
    tell_number(l, "is_null", WYRE_KIND_NUMBER, v->is_null);
    if (v->text_pointer.len > 0)
        tell_span(l, "text_pointer", WYRE_KIND_BYTES, v->text_pointer);
    if (v->in_chunks)
        tell_number(l, "total_length", WYRE_KIND_NUMBER, v->total_length);
    tell_span(l, v->in_chunks ? "chunks" : "data", v->in_chunks ? WYRE_KIND_BYTES : kind_of(t),
              v->data);
}

#endif
