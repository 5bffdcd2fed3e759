/* The input as every payload that is text: records keep the laws, iterators end, and what the scanners
 * take lies inside. */
#include "fuzz.h"
#include <wyre/msnp.h>

RING(wyre_msnp_message, 0);
RING(wyre_msnp_datacast, 0);
RING(wyre_msnp_invitation, 0);
RING(wyre_msnp_profile, 0);
RING(wyre_msnp_mail, 0);
RING(wyre_msnp_system, 0);
RING(wyre_msnp_client_caps, 0);
RING(wyre_msnp_routed, 0);
RING(wyre_msnp_im_format, 0);
RING(wyre_msnp_object, 0);
RING(wyre_msnp_personal, 0);
RING(wyre_msnp_endpoint, 0);
RING(wyre_msnp_private_endpoint, 0);
RING(wyre_msnp_slp, 0);
RING(wyre_msnp_slp_body, 0);
RING(wyre_msnp_p2p, 1);
RING(wyre_msnp_p2p2, 1);

static const ring *const rings[] = {
    &wyre_msnp_message_ring,
    &wyre_msnp_datacast_ring,
    &wyre_msnp_invitation_ring,
    &wyre_msnp_profile_ring,
    &wyre_msnp_mail_ring,
    &wyre_msnp_system_ring,
    &wyre_msnp_client_caps_ring,
    &wyre_msnp_routed_ring,
    &wyre_msnp_im_format_ring,
    &wyre_msnp_object_ring,
    &wyre_msnp_personal_ring,
    &wyre_msnp_endpoint_ring,
    &wyre_msnp_private_endpoint_ring,
    &wyre_msnp_slp_ring,
    &wyre_msnp_slp_body_ring,
    &wyre_msnp_p2p_ring,
    &wyre_msnp_p2p2_ring,
};

static void
inside(wyre_span span, size_t len)
{
    REQUIRE(span.off <= len && span.len <= len - span.off, "span");
}

static void
headers(const uint8_t *in, size_t len)
{
    wyre_msnp_header_iter it = {0, 0};
    wyre_msnp_header header;
    wyre_span value;
    uint32_t pos = 0;
    while (wyre_msnp_header_next(&it, in, len, &header) == WYRE_OK) {
        REQUIRE(it.pos > pos && it.pos <= len, "header");
        inside(header.name, len);
        inside(header.value, len);
        wyre_status found = wyre_msnp_header_find(in, len, (const char *)in + header.name.off,
                                                  header.name.len, &value);
        REQUIRE(found == WYRE_OK, "header");
        wyre_msnp_content_name(wyre_msnp_content_kind(in + header.value.off, header.value.len));
        pos = it.pos;
    }
}

static void
tokens(const uint8_t *in, size_t len)
{
    wyre_msnp_xml_iter it = {0, 0, {0}};
    wyre_msnp_xml_token token;
    uint32_t pos = 0;
    while (wyre_msnp_xml_next(&it, in, len, &token) == WYRE_OK) {
        wyre_msnp_attribute a;
        wyre_span left = token.attributes;
        REQUIRE(it.pos > pos && it.pos <= len, "token");
        inside(token.name, len);
        inside(token.text, len);
        pos = it.pos;
        while (wyre_msnp_attribute_next(&left, in, len, &a) == WYRE_OK) {
            inside(a.name, len);
            inside(a.value, len);
        }
    }
}

static void
contacts(const uint8_t *in, size_t len)
{
    static const wyre_visitor deaf;
    static uint8_t out[1 << 16];
    wyre_msnp_contact_iter it = {{0, 0, {0}}, {0, 0}, 0, 0};
    wyre_msnp_contact list[8];
    size_t count = 0;
    size_t n = 0;
    wyre_status status;
    while (count < 8 && (status = wyre_msnp_contact_next(&it, in, len, &list[count])) == WYRE_OK) {
        inside(list[count].domain, len);
        inside(list[count].local, len);
        wyre_msnp_contact_visit(&list[count], &deaf);
        count++;
    }
    status = wyre_msnp_contact_list_encode(list, count, it.initial, in, len, out, sizeof out, &n);
    if (status != WYRE_OK)
        return;
    wyre_msnp_contact_iter again = {{0, 0, {0}}, {0, 0}, 0, 0};
    wyre_msnp_contact contact;
    for (size_t i = 0; i < count; i++) {
        REQUIRE(wyre_msnp_contact_next(&again, out, n, &contact) == WYRE_OK, "contact");
        REQUIRE(contact.lists == list[i].lists && contact.local.len == list[i].local.len,
                "contact");
    }
    REQUIRE(wyre_msnp_contact_next(&again, out, n, &contact) == WYRE_END, "contact");
}

/* Escaped text comes back; replaced text is never longer. */
static void
text(const uint8_t *in, size_t len)
{
    uint8_t *escaped = block(len * 6);
    uint8_t *back = block(len);
    wyre_span left = {0, (uint32_t)len};
    wyre_span part;
    size_t n = 0;
    REQUIRE(wyre_msnp_xml_text_encode(in, len, escaped, len * 6, &n) == WYRE_OK, "escape");
    REQUIRE(wyre_msnp_xml_text_decode(escaped, n, 0, back, len, &n) == WYRE_OK, "escape");
    REQUIRE(n == len && (len == 0 || memcmp(back, in, len) == 0), "escape");
    wyre_status status = wyre_msnp_xml_text_decode(in, len, 0, back, len, &n);
    REQUIRE((status == WYRE_OK || status == WYRE_E_TEXT) && n <= len, "entities");
    while (wyre_msnp_media_next(&left, in, len, &part) == WYRE_OK)
        inside(part, len);
    free(escaped);
    free(back);
}

/* Records of version 2, frames of a direct connection, and chunks one after the other. */
static void
packets(const uint8_t *in, size_t len)
{
    wyre_span left = {0, (uint32_t)len};
    wyre_msnp_p2p2_record record;
    wyre_msnp_reassembly r;
    wyre_msnp_p2p chunk;
    size_t n = 0;
    memset(&r, 0, sizeof r);
    while (wyre_msnp_p2p2_record_next(&left, in, len, &record) == WYRE_OK)
        inside(record.value, len);
    for (size_t off = 0; off < len; off += n) {
        wyre_span frame;
        if (wyre_msnp_direct_frame(in + off, len - off, 4096, &frame, &n) != WYRE_OK)
            return;
        inside(frame, len - off);
        wyre_msnp_application_of(in + off + frame.off, frame.len);
        if (wyre_msnp_p2p_decode(in + off + frame.off, frame.len, 1, &chunk, NULL) != WYRE_OK)
            continue;
        wyre_msnp_p2p_application_name(chunk.application_id);
        uint64_t before = r.next;
        wyre_status status = wyre_msnp_reassemble(&r, &chunk);
        REQUIRE(status < 0 || r.next <= r.total_size, "reassembly");
        REQUIRE(status >= 0 || r.next == before, "reassembly");
        wyre_msnp_next_chunk(&chunk, 1202);
    }
}

/* What decode refuses is refused where it is told, and nothing else but its body can be. */
static void
slp_text(const uint8_t *in, size_t len)
{
    static const wyre_visitor deaf;
    wyre_msnp_slp m;
    size_t n = 0;
    wyre_status decoded = wyre_msnp_slp_decode(in, len, 0, &m, NULL);
    wyre_status told = wyre_msnp_slp_tell(in, len, &deaf, &n);
    REQUIRE(decoded == WYRE_OK ? told == WYRE_OK || m.body.len > 0 : told == decoded, "MSNSLP");
    REQUIRE(n <= len, "MSNSLP");
}

int
LLVMFuzzerTestOneInput(const uint8_t *in, size_t len)
{
    for (size_t i = 0; i < sizeof rings / sizeof *rings; i++)
        for (uint32_t flags = 0; flags <= rings[i]->known_flags; flags++)
            law(rings[i], rings[i]->name, in, len, flags, 0);
    uint8_t *unit = block(len);
    if (len > 0)
        memcpy(unit, in, len);
    headers(unit, len);
    tokens(unit, len);
    contacts(unit, len);
    text(unit, len);
    packets(unit, len);
    slp_text(unit, len);
    wyre_msnp_object_name(len > 0 ? in[0] : 0);
    free(unit);
    return 0;
}
