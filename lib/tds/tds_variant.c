/* What stands in a value of type SSVARIANT: [MS-TDS] 2.2.5.5.4. */
#include "tds_layout.h"
#include "tds_type.h"

enum { NO_PROPERTIES = 0, SCALE = 1, MAXIMUM = 2, PRECISION = 3, COLLATION = 7, NOT_HERE = 255 };

/* What the properties of a type are; their number of bytes is that, but 2 for PRECISION. */
/*@ assigns \nothing; */
static uint8_t
properties_of(uint8_t type)
{
    switch (type) {
    case WYRE_TDS_GUID:
    case WYRE_TDS_BIT:
    case WYRE_TDS_INT1:
    case WYRE_TDS_INT2:
    case WYRE_TDS_INT4:
    case WYRE_TDS_INT8:
    case WYRE_TDS_DATETIME:
    case WYRE_TDS_DATETIM4:
    case WYRE_TDS_FLT4:
    case WYRE_TDS_FLT8:
    case WYRE_TDS_MONEY:
    case WYRE_TDS_MONEY4:
    case WYRE_TDS_DATEN:
        return NO_PROPERTIES;
    case WYRE_TDS_TIMEN:
    case WYRE_TDS_DATETIME2N:
    case WYRE_TDS_DATETIMEOFFSETN:
        return SCALE;
    case WYRE_TDS_BIGVARBINARY:
    case WYRE_TDS_BIGBINARY:
        return MAXIMUM;
    case WYRE_TDS_NUMERICN:
    case WYRE_TDS_DECIMALN:
        return PRECISION;
    case WYRE_TDS_BIGVARCHAR:
    case WYRE_TDS_BIGCHAR:
    case WYRE_TDS_NVARCHAR:
    case WYRE_TDS_NCHAR:
        return COLLATION;
    default:
        return NOT_HERE;
    }
}

/*@ requires \valid_read(t); assigns \nothing; */
static int
is_legal(const wyre_tds_type_info *t, uint8_t properties)
{
    if (properties == SCALE)
        return t->scale <= 7;
    return properties != PRECISION ||
           (t->precision >= 1 && t->precision <= 38 && t->scale <= t->precision);
}

/*@ requires r->pos == 0;
  @ SCANS(r, m);
  @ ensures inside(m->data, r->end); */
static void
read_variant(wyre_rd *r, wyre_tds_variant *m)
{
    wyre_tds_type_info *t = &m->type_info;
    size_t at;
    t->type = rd_u8(r);
    uint8_t properties = properties_of(t->type);
    if (properties == NOT_HERE)
        rd_refuse(r, WYRE_E_UNSUPPORTED, 0);
    if (rd_u8(r) != (properties == PRECISION ? 2 : properties))
        rd_refuse(r, WYRE_E_VALUE, 1);
    if (properties == COLLATION && take(r, sizeof t->collation, &at))
        copy(t->collation, r->in + at, sizeof t->collation);
    if (properties == MAXIMUM || properties == COLLATION)
        t->max_length = rd_u16le(r);
    if (properties == PRECISION)
        t->precision = rd_u8(r);
    if (properties == PRECISION || properties == SCALE)
        t->scale = rd_u8(r);
    if (!is_legal(t, properties))
        rd_refuse(r, WYRE_E_VALUE, 2);
    size_t start = r->pos;
    m->data = rd_span(r, r->end - r->pos);
    if (!wyre_tds_length_fits(t, m->data.len))
        rd_refuse(r, WYRE_E_VALUE, start);
}

/* A value of a dialect that there is. */
/*@ requires r->pos == 0;
  @ SCANS(r, m);
  @ ensures r->status == WYRE_OK ==> inside(m->data, r->end); */
INLINE void
read_known(wyre_rd *r, uint32_t flags, wyre_tds_variant *m)
{
    if ((flags & ~(uint32_t)WYRE_TDS_DIALECT_BITS) != 0 || r->end > UINT32_MAX)
        rd_refuse(r, WYRE_E_ARG, 0);
    else
        read_variant(r, m);
    if (r->status != WYRE_OK)
        CLEAR(m);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->data, in_len); */
wyre_status
wyre_tds_variant_decode(const uint8_t *in, size_t in_len, uint32_t flags, wyre_tds_variant *out,
                        size_t *n)
{
    wyre_rd r = rd(in, in_len);
    CLEAR(out);
    read_known(&r, flags, out);
    return rd_finish(&r, n);
}

#ifndef WYRE_PROVE

static void
write_properties(wyre_wr *w, const wyre_tds_type_info *t, uint8_t properties)
{
    wr_u8(w, properties == PRECISION ? 2 : properties);
    if (properties == COLLATION)
        wr_bytes(w, t->collation, sizeof t->collation);
    if (properties == MAXIMUM || properties == COLLATION)
        wr_u16le(w, (uint16_t)t->max_length);
    if (properties == PRECISION)
        wr_u8(w, t->precision);
    if (properties == PRECISION || properties == SCALE)
        wr_u8(w, t->scale);
}

wyre_status
wyre_tds_variant_encode(const wyre_tds_variant *m, const uint8_t *src, size_t src_len, uint8_t *out,
                        size_t cap, size_t *n)
{
    const wyre_tds_type_info *t = &m->type_info;
    uint8_t properties = properties_of(t->type);
    wyre_wr w = wr(out, cap);
    wr_u8(&w, t->type);
    write_properties(&w, t, properties);
    wr_span(&w, src, src_len, m->data);
    if (properties == NOT_HERE)
        wr_refuse(&w, WYRE_E_UNSUPPORTED);
    if (!is_legal(t, properties) || t->max_length > UINT16_MAX ||
        !wyre_tds_length_fits(t, m->data.len))
        wr_refuse(&w, WYRE_E_RANGE);
    return wr_finish(&w, n);
}

wyre_status
wyre_tds_variant_visit(const wyre_tds_variant *m, const wyre_visitor *v)
{
    layout l = visiting(v);
    wyre_tds_value value = {.data = m->data};
    wyre_tds_tell_type(&l, &m->type_info);
    wyre_tds_tell_value(&l, &m->type_info, &value);
    return WYRE_OK;
}

#endif
