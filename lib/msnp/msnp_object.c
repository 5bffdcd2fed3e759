/* What the payloads of presence hold in XML. */
#include <wyre/msnp_xml.h>
#include "../core/names.h"
#include "record.h"

/* ---- MSNObject ----------------------------------------------------------------------------------- */

static const constant_name msnp_object_names[] = {
    NAME(WYRE_MSNP_OBJECT_, EMOTICON),    NAME(WYRE_MSNP_OBJECT_, DISPLAY_PICTURE),
    NAME(WYRE_MSNP_OBJECT_, BACKGROUND),  NAME(WYRE_MSNP_OBJECT_, DYNAMIC_PICTURE),
    NAME(WYRE_MSNP_OBJECT_, WINK),        NAME(WYRE_MSNP_OBJECT_, VOICE_CLIP),
    NAME(WYRE_MSNP_OBJECT_, SAVED_STATE), NAME(WYRE_MSNP_OBJECT_, LOCATION),
};

const char *
wyre_msnp_object_name(uint32_t type)
{
    return NAME_OF(msnp_object_names, type);
}

PICTURE
object(record *r, wyre_msnp_object *m)
{
    VALUE(r, m, creator, "Creator");
    VALUE_NUMBER(r, m, size, has_size, "Size");
    VALUE_NUMBER(r, m, type, has_type, "Type");
    VALUE(r, m, location, "Location");
    VALUE(r, m, friendly, "Friendly");
    VALUE(r, m, sha1d, "SHA1D");
    VALUE(r, m, sha1c, "SHA1C");
    VALUE(r, m, content_type, "contenttype");
    VALUE(r, m, content_id, "contentid");
    VALUE(r, m, partner_id, "partnerid");
    VALUE(r, m, stamp, "stamp");
    VALUE(r, m, avatar_id, "avatarid");
}

/*@ DECODES(in, in_len, out, n);
  @ INSIDE4(creator, location, friendly, sha1d);
  @ INSIDE4(sha1c, content_type, content_id, partner_id);
  @ INSIDE2(stamp, avatar_id); */
RECORD(wyre_msnp_object, object, ATTRIBUTES, "msnobj")

/* One name and its value, if there is one. */
static void
join(wyre_wr *w, literal name, const uint8_t *src, size_t src_len, wyre_span value)
{
    if (value.off == 0 && value.len == 0)
        return;
    wr_bytes(w, (const uint8_t *)name.text, name.len);
    wr_span(w, src, src_len, value);
}

static void
join_number(wyre_wr *w, literal name, uint32_t value, int there)
{
    uint8_t digits[10];
    size_t len = 0;
    if (!there)
        return;
    wyre_decimal_encode(value, digits, sizeof digits, &len);
    wr_bytes(w, (const uint8_t *)name.text, name.len);
    wr_bytes(w, digits, len);
}

wyre_status
wyre_msnp_object_hash_text(const wyre_msnp_object *m, const uint8_t *src, size_t src_len,
                           uint8_t *out, size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    join(&w, LITERAL("Creator"), src, src_len, m->creator);
    join_number(&w, LITERAL("Size"), m->size, m->has_size);
    join_number(&w, LITERAL("Type"), m->type, m->has_type);
    join(&w, LITERAL("Location"), src, src_len, m->location);
    join(&w, LITERAL("Friendly"), src, src_len, m->friendly);
    join(&w, LITERAL("SHA1D"), src, src_len, m->sha1d);
    return wr_finish(&w, n);
}

/* ---- personal data ------------------------------------------------------------------------------- */

PICTURE
personal(record *r, wyre_msnp_personal *m)
{
    VALUE(r, m, psm, "PSM");
    VALUE(r, m, current_media, "CurrentMedia");
    VALUE(r, m, machine_guid, "MachineGuid");
    VALUE(r, m, ddp, "DDP");
    VALUE(r, m, signature_sound, "SignatureSound");
    VALUE(r, m, scene, "Scene");
    VALUE(r, m, color_scheme, "ColorScheme");
}

/*@ DECODES(in, in_len, out, n);
  @ INSIDE4(psm, current_media, machine_guid, ddp);
  @ INSIDE3(signature_sound, scene, color_scheme); */
RECORD(wyre_msnp_personal, personal, ELEMENTS, "Data")

PICTURE
endpoint(record *r, wyre_msnp_endpoint *m)
{
    VALUE(r, m, capabilities, "Capabilities");
}

/*@ DECODES(in, in_len, out, n);
  @ INSIDE(capabilities); */
RECORD(wyre_msnp_endpoint, endpoint, ELEMENTS, "EndpointData")

PICTURE
private_endpoint(record *r, wyre_msnp_private_endpoint *m)
{
    VALUE(r, m, ep_name, "EpName");
    VALUE(r, m, idle, "Idle");
    VALUE(r, m, client_type, "ClientType");
    VALUE(r, m, state, "State");
}

/*@ DECODES(in, in_len, out, n);
  @ INSIDE4(ep_name, idle, client_type, state); */
RECORD(wyre_msnp_private_endpoint, private_endpoint, ELEMENTS, "PrivateEndpointData")

/*@ requires readable(in, in_len) && \valid(left) && \valid(out);
  @ requires \separated(left, out, in + (0 .. in_len - 1));
  @ assigns *left, *out;
  @ ensures \result == WYRE_OK ==> inside(*out, in_len) && inside(*left, in_len); */
wyre_status
wyre_msnp_media_next(wyre_span *left, const uint8_t *in, size_t in_len, wyre_span *out)
{
    *out = (wyre_span){0, 0};
    if (left->off == 0 && left->len == 0)
        return WYRE_END;
    if (left->off > in_len || left->len > in_len - left->off)
        return WYRE_E_ARG;
    size_t end = left->off + (size_t)left->len;
    size_t at = left->off;
    /*@ loop invariant left->off <= at <= end <= in_len; loop assigns at; loop variant end - at; */
    while (end - at >= 2 && (in[at] != '\\' || in[at + 1] != '0'))
        at++;
    size_t stop = end - at >= 2 ? at : end;
    *out = (wyre_span){left->off, (uint32_t)(stop - left->off)};
    *left = (wyre_span){0, 0};
    if (stop < end)
        *left = (wyre_span){(uint32_t)stop + 2, (uint32_t)(end - stop - 2)};
    return WYRE_OK;
}
