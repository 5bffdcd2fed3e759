/* Prints units through the visitor. A line for a person leaves out what is zero or empty and bytes
 * that a part tells in full, and cuts what is long; JSON Lines tell everything:
 *   {"dir":"c","off":0,"len":108,"name":"...", FIELDS, "parts":[{"part":"...", FIELDS, ...}, ...]}
 * A number is a number; a byte array is hex, a GUID or an address; a span is an object: "off" as in
 * the struct, "at" in the stream, "len", and "text", "hex" or "list". A unit that was refused ends
 * with "status" and "fault", which counts from its start. */
#include "dissect.h"
#include "line.h"
#include "out.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DEPTH = 32, PERSON_TEXT = 80, PERSON_BYTES = 16 };

static int json, all_decoded = 1;
static struct {
    const stream *stream;
    size_t off;           /* of the unit in the stream */
    size_t base[DEPTH];   /* where the window of each level begins in the stream */
    int has_parts[DEPTH]; /* this level's list of parts is open */
    unsigned depth;
} unit;

void
out_json(void)
{
    json = 1;
}

int
out_finish(void)
{
    if (fflush(stdout) != 0 || ferror(stdout)) {
        perror("dissect: standard output");
        return 0;
    }
    return all_decoded;
}

/* ---- bytes as text ------------------------------------------------------------------------------ */

static void
put_escaped(const uint8_t *text, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        if (text[i] == '"' || text[i] == '\\')
            line_put("\\%c", text[i]);
        else if (text[i] < 0x20 || text[i] == 0x7f)
            line_put("\\u%04x", text[i]);
        else
            line_bytes(text + i, 1);
    }
}

/* 8-bit text is printed as it is where it is UTF-8, else byte by byte as Latin-1. */
static void
put_text(const uint8_t *text, size_t len)
{
    size_t size;
    wyre_status status = wyre_utf8_to_utf16le(text, len, 0, NULL, 0, &size);
    if (status != WYRE_E_TEXT) {
        put_escaped(text, len);
        return;
    }
    for (size_t i = 0; i < len; i++) {
        uint8_t utf8[2] = {(uint8_t)(0xc0 | text[i] >> 6), (uint8_t)(0x80 | (text[i] & 0x3f))};
        if (text[i] < 0x80)
            put_escaped(text + i, 1);
        else
            line_bytes(utf8, sizeof utf8);
    }
}

static void
put_utf16(const uint8_t *text, size_t len)
{
    uint8_t utf8[4];
    for (size_t i = 0; i < len;) {
        size_t size;
        size_t step = len - i >= 4 && (text[i + 1] & 0xfc) == 0xd8 ? 4 : len - i >= 2 ? 2 : 1;
        wyre_status status = wyre_utf16le_to_utf8(text + i, step, 0, utf8, sizeof utf8, &size);
        if (status != WYRE_OK) {
            step = step == 4 ? 2 : step;
            wyre_utf16le_to_utf8(text + i, step, WYRE_TEXT_LOSSY, utf8, sizeof utf8, &size);
        }
        put_escaped(utf8, size);
        i += step;
    }
}

static void
put_hex(const uint8_t *bytes, size_t len)
{
    for (size_t i = 0; i < len; i++)
        line_put("%02x", bytes[i]);
}

static void
put_guid(const uint8_t *g)
{
    line_put("%02x%02x%02x%02x-%02x%02x-%02x%02x-", g[3], g[2], g[1], g[0], g[5], g[4], g[7], g[6]);
    put_hex(g + 8, 2);
    line_put("-");
    put_hex(g + 10, 6);
}

static void
put_address(const uint8_t *a, uint32_t kind)
{
    if (kind == WYRE_KIND_IPV4)
        line_put("%u.%u.%u.%u", a[0], a[1], a[2], a[3]);
    else
        for (int i = 0; i < 16; i += 2)
            line_put("%s%x", i > 0 ? ":" : "", a[i] << 8 | a[i + 1]);
}

static void
put_list(const uint8_t *bytes, size_t len, size_t width)
{
    for (size_t i = 0; len - i >= width; i += width) {
        uint32_t value = 0;
        for (size_t b = width; b > 0; b--)
            value = value << 8 | bytes[i + b - 1];
        line_put("%s%" PRIu32, i > 0 ? "," : "", value);
    }
}

/* One value by its kind, without quotes. */
static void
put_value(uint32_t kind, const uint8_t *bytes, size_t len)
{
    if (kind == WYRE_KIND_TEXT)
        put_text(bytes, len);
    else if (kind == WYRE_KIND_UTF16)
        put_utf16(bytes, len);
    else if (kind == WYRE_KIND_GUID && len == 16)
        put_guid(bytes);
    else if ((kind == WYRE_KIND_IPV4 && len == 4) || (kind == WYRE_KIND_IPV6 && len == 16))
        put_address(bytes, kind);
    else if (kind == WYRE_KIND_U16S || kind == WYRE_KIND_U32S)
        put_list(bytes, len, kind == WYRE_KIND_U16S ? 2 : 4);
    else
        put_hex(bytes, len);
}

/* ---- the visitor for JSON ------------------------------------------------------------------------ */

static void
json_name(const char *name)
{
    if (unit.has_parts[unit.depth]) {
        fprintf(stderr, "dissect: field %s is told behind a part\n", name);
        abort();
    }
    line_put(",\"%s\":", name);
}

static void
json_number(void *user, const char *name, uint32_t kind, uint64_t value)
{
    (void)user;
    json_name(name);
    if (kind == WYRE_KIND_SIGNED)
        line_put("%" PRId64, (int64_t)value);
    else
        line_put("%" PRIu64, value);
}

static void
json_bytes(void *user, const char *name, uint32_t kind, const uint8_t *at, uint32_t len)
{
    (void)user;
    json_name(name);
    line_put("\"");
    put_value(kind, at, len);
    line_put("\"");
}

/* Where a span stands in the stream; a span outside the stream would be a fault of the library. */
static const uint8_t *
span_bytes(wyre_span span)
{
    size_t at = unit.base[unit.depth] + span.off;
    if (at > unit.stream->len || span.len > unit.stream->len - at) {
        fprintf(stderr, "dissect: a span reaches outside its stream\n");
        abort();
    }
    return unit.stream->bytes + at;
}

static void
json_span(void *user, const char *name, uint32_t kind, wyre_span span)
{
    (void)user;
    const uint8_t *bytes = span_bytes(span);
    int list = kind == WYRE_KIND_U16S || kind == WYRE_KIND_U32S;
    int text = kind == WYRE_KIND_TEXT || kind == WYRE_KIND_UTF16;
    json_name(name);
    line_put("{\"off\":%" PRIu32 ",\"at\":%zu,\"len\":%" PRIu32 ",\"%s\":%c", span.off,
             unit.base[unit.depth] + span.off, span.len,
             list   ? "list"
             : text ? "text"
                    : "hex",
             list ? '[' : '"');
    put_value(kind, bytes, span.len);
    line_put("%c}", list ? ']' : '"');
}

static void
enter_level(wyre_span window)
{
    if (unit.depth + 1 == DEPTH) {
        fprintf(stderr, "dissect: parts are nested too deep\n");
        abort();
    }
    size_t base = unit.base[unit.depth] + window.off;
    unit.depth++;
    unit.base[unit.depth] = base;
    unit.has_parts[unit.depth] = 0;
}

static void
json_enter(void *user, const char *name, wyre_span window)
{
    (void)user;
    line_put("%s{\"part\":\"%s\",\"at\":%zu,\"len\":%" PRIu32,
             unit.has_parts[unit.depth] ? "," : ",\"parts\":[", name,
             unit.base[unit.depth] + window.off, window.len);
    unit.has_parts[unit.depth] = 1;
    enter_level(window);
}

static void
json_leave(void *user)
{
    (void)user;
    line_put(unit.has_parts[unit.depth] ? "]}" : "}");
    unit.depth--;
}

/* ---- the visitor for a person -------------------------------------------------------------------- */

static void
person_number(void *user, const char *name, uint32_t kind, uint64_t value)
{
    (void)user;
    if (value == 0)
        return;
    if (kind == WYRE_KIND_SIGNED)
        line_put(" %s=%" PRId64, name, (int64_t)value);
    else
        line_put(kind == WYRE_KIND_FLAGS ? " %s=0x%" PRIx64 : " %s=%" PRIu64, name, value);
}

static int
is_zero(const uint8_t *bytes, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (bytes[i] != 0)
            return 0;
    return 1;
}

static void
person_value(const char *name, uint32_t kind, const uint8_t *bytes, size_t len)
{
    int text = kind == WYRE_KIND_TEXT || kind == WYRE_KIND_UTF16;
    size_t most = kind == WYRE_KIND_TEXT    ? PERSON_TEXT
                  : kind == WYRE_KIND_UTF16 ? 2 * PERSON_TEXT
                                            : PERSON_BYTES;
    line_put(text ? " %s=\"" : " %s=", name);
    put_value(kind, bytes, len < most ? len : most);
    if (text)
        line_put("\"");
    if (len > most)
        line_put("...(%zu)", len);
}

static void
person_bytes(void *user, const char *name, uint32_t kind, const uint8_t *at, uint32_t len)
{
    (void)user;
    if (!is_zero(at, len))
        person_value(name, kind, at, len);
}

/* Bytes that were told on an open level: where they stand in the stream, and their text in the line.
 * With more of them than fit, the line says some bytes twice. */
enum { TOLD_MOST = 64 };
static struct {
    size_t at, len;
    size_t from, to;
    unsigned depth;
} told[TOLD_MOST];
static unsigned told_count;
static struct {
    size_t name, fields; /* where they begin in the line */
} opened[DEPTH];

static void
person_span(void *user, const char *name, uint32_t kind, wyre_span span)
{
    (void)user;
    if (span.len == 0)
        return;
    size_t from = line_length();
    person_value(name, kind, span_bytes(span), span.len);
    if (kind != WYRE_KIND_BYTES || told_count == TOLD_MOST)
        return;
    told[told_count].at = unit.base[unit.depth] + span.off;
    told[told_count].len = span.len;
    told[told_count].from = from;
    told[told_count].to = line_length();
    told[told_count++].depth = unit.depth;
}

/* Takes bytes of this level out of the line again that the part at `at` tells in full. */
static void
leave_to_part(size_t at, size_t len)
{
    for (unsigned i = told_count; i > 0 && told[i - 1].depth == unit.depth; i--) {
        size_t cut = told[i - 1].to - told[i - 1].from;
        if (at < told[i - 1].at || at - told[i - 1].at + len > told[i - 1].len)
            continue;
        line_cut(told[i - 1].from, told[i - 1].to);
        for (unsigned k = i; k < told_count; k++) {
            told[k - 1] = told[k];
            told[k - 1].from -= cut;
            told[k - 1].to -= cut;
        }
        told_count--;
    }
}

static void
person_enter(void *user, const char *name, wyre_span window)
{
    (void)user;
    leave_to_part(unit.base[unit.depth] + window.off, window.len);
    enter_level(window);
    opened[unit.depth].name = line_length();
    line_put(" %s{", name);
    opened[unit.depth].fields = line_length();
}

static void
person_leave(void *user)
{
    (void)user;
    while (told_count > 0 && told[told_count - 1].depth == unit.depth)
        told_count--;
    if (line_length() == opened[unit.depth].fields)
        line_cut(opened[unit.depth].name, opened[unit.depth].fields);
    else
        line_put(" }");
    unit.depth--;
}

/* ---- units ----------------------------------------------------------------------------------------- */

const wyre_visitor *
unit_visitor(void)
{
    static const wyre_visitor json_visitor = {NULL,      json_number, json_bytes,
                                              json_span, json_enter,  json_leave};
    static const wyre_visitor person_visitor = {NULL,        person_number, person_bytes,
                                                person_span, person_enter,  person_leave};
    return json ? &json_visitor : &person_visitor;
}

void
unit_begin(const stream *s, size_t off, size_t len, const char *name)
{
    memset(&unit, 0, sizeof unit);
    told_count = 0;
    unit.stream = s;
    unit.off = off;
    unit.base[0] = off;
    line_put(json ? "{\"dir\":\"%c\",\"off\":%zu,\"len\":%zu,\"name\":\"%s\"" : "%c %zu+%zu %s",
             s->direction, off, len, name);
}

void
unit_end(wyre_status status, size_t fault)
{
    while (unit.depth > 0)
        unit_visitor()->leave(NULL);
    if (json && unit.has_parts[0])
        line_put("]");
    if (status != WYRE_OK) {
        all_decoded = 0;
        line_put(json ? ",\"status\":\"%s\",\"fault\":%zu" : " -- %s at byte %zu",
                 wyre_status_name(status), fault);
    }
    if (json)
        line_put("}");
    line_end();
}
