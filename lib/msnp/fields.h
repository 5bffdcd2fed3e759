/* A command's line is written down once, as a function over the lines defined here, in the order of
 * its fields; decode, encode and visit all run it. Text has no fixed offsets to compile away, so the
 * way is looked at when a line runs, and one compiled picture serves all three; what is usual when one
 * decodes is inlined.
 *
 * A picture may look at what was laid before, and at m->command.role, but at no text: when a message
 * is visited there is none. What depends on a word asks MARK for it. */
#ifndef WYRE_LIB_MSNP_FIELDS_H
#define WYRE_LIB_MSNP_FIELDS_H
#include <string.h>
#include <wyre/msnp_command.h>
#include "../core/cursor.h"
#include "../core/line.h"
#include "literal.h"

enum way { DECODE, ENCODE, VISIT };

/* Who can send a command: bits 1 << (role >> 8). */
enum { CLIENT_NS = 1, SERVER_NS = 2, CLIENT_SB = 4, SERVER_SB = 8 };
enum { CLIENT = CLIENT_NS | CLIENT_SB, SERVER = SERVER_NS | SERVER_SB, NS = CLIENT_NS | SERVER_NS };
enum { SB = CLIENT_SB | SERVER_SB, ANYONE = NS | SB };

typedef struct fields {
    enum way way;
    wyre_status status;
    uint32_t role;
    size_t fault;   /* offset of the byte at fault */
    uint64_t stops; /* decoding: bit i: a field that has not been taken ends in front of in[i] */
    const wyre_msnp_command *command;
    size_t at, end;    /* decoding: the fields that have not been taken; none where at > end */
    const uint8_t *in; /* decoding: the unit; encoding: what the spans count from */
    size_t in_len;
    wyre_wr w;    /* encoding */
    uint32_t tag; /* encoding: name, and what the rules want to know of the fields so far */
    uint32_t count;
    int last;
    int starts_with_trid; /* the first field would be read as one */
    int skipped;          /* an optional field was left out: none may follow */
    literal not_this;     /* a MARK was left out: the next field must not be this word */
    unsigned leadings;    /* LEADING fields so far, */
    struct leading {      /* and what a reader decides each by */
        uint32_t count;
        uint32_t behind;
        int there;
    } leading[2];
    const wyre_visitor *visitor;
} fields;

/*@ predicate taking(fields *f) =
  @     \valid(f) && f->way == DECODE && f->stops == 0 && f->status <= WYRE_OK && \valid_read(f->command) &&
  @     readable(f->in, f->in_len) && \separated(f, f->in + (0 .. f->in_len - 1)) &&
  @     f->end <= f->in_len && f->at <= f->end + 1 && f->fault <= f->in_len; */

/* clang-format off */
/* As inside, of a span in memory: so the provers need not load a struct. */
#define WITHIN(span, limit) (span).off + (span).len <= limit
/* What every line promises where it decodes one field or more, a value or a span. */
#define TAKES(f, value)                                                                            \
    requires taking(f) && \valid(value) && \separated(f, value, f->in + (0 .. f->in_len - 1));    \
    assigns f->at, f->stops, f->status, f->fault, *value;                                          \
    ensures taking(f);                                                                             \
    ensures \old(f->status) != WYRE_OK ==> f->status == \old(f->status)
#define TAKES_SPAN(f, span)                                                                        \
    requires taking(f) && \valid(span) && \separated(f, span, f->in + (0 .. f->in_len - 1));      \
    requires WITHIN(*span, f->in_len);                                                             \
    assigns f->at, f->stops, f->status, f->fault, span->off, span->len;                            \
    ensures taking(f);                                                                             \
    ensures \old(f->status) != WYRE_OK ==> f->status == \old(f->status);                          \
    ensures WITHIN(*span, f->in_len)
/* What every picture promises of its message, whose spans are inside before and after. */
#define LAYS(f, m, spans)                                                                           \
    requires taking(f) && \valid(m) && \separated(f, m, f->in + (0 .. f->in_len - 1));            \
    requires spans(m, f->in_len);                                                                 \
    assigns f->at, f->stops, f->status, f->fault, *m;                                              \
    ensures taking(f);                                                                             \
    ensures \old(f->status) != WYRE_OK ==> f->status == \old(f->status);                          \
    ensures m->command.payload.off == \old(m->command.payload.off);                                \
    ensures m->command.payload.len == \old(m->command.payload.len);                                \
    ensures spans(m, f->in_len)
/* What every view promises of its decoder, whatever command it is given. */
#define VIEWS(in, in_len, command, out, n, spans)                                                  \
    requires \valid_read(command);                                                                 \
    DECODES(in, in_len, out, n);                                                                   \
    ensures \result == WYRE_OK ==> WITHIN(out->command.fields, in_len);                            \
    ensures \result == WYRE_OK ==> WITHIN(out->command.payload, in_len);                           \
    ensures \result == WYRE_OK ==> spans(out, in_len)
/* clang-format on */

/* `names` is the text of all names that the picture is of, "ILN NLN"; `from` who can send them. */
void wyre_msnp_decoding(fields *f, const uint8_t *in, size_t in_len,
                        const wyre_msnp_command *command, const char *names, unsigned from);
wyre_status wyre_msnp_decoded(fields *f, wyre_msnp_command *out, size_t out_len, size_t *n);
fields wyre_msnp_encoding(const wyre_msnp_command *m, const char *names, unsigned from,
                          const uint8_t *src, size_t src_len, uint8_t *out, size_t cap);
wyre_status wyre_msnp_encoded(fields *f, const wyre_msnp_command *m, size_t *n);
fields wyre_msnp_visiting(const wyre_msnp_command *m, const wyre_visitor *v);
wyre_status wyre_msnp_visited(fields *f, const wyre_msnp_command *m);

void wyre_msnp_word(fields *f, const char *name, wyre_span *word);
void wyre_msnp_text(fields *f, const char *name, wyre_span *text);
void wyre_msnp_optional(fields *f, const char *name, wyre_span *text);
void wyre_msnp_number(fields *f, const char *name, uint32_t kind, uint32_t *value);
void wyre_msnp_mark(fields *f, const char *name, literal word, uint8_t *there);
void wyre_msnp_leading(fields *f, const char *name, uint32_t behind, wyre_span *text);
void wyre_msnp_tagged(fields *f, const char *name, char tag, wyre_span *text);
void wyre_msnp_rest(fields *f, const char *name, wyre_span *rest);

#ifdef WYRE_PROVE /* where fields end is not known in advance */
#define word_of(f, name, word)     wyre_msnp_word(f, name, word)
#define text_of(f, name, text)     wyre_msnp_text(f, name, text)
#define optional_of(f, name, text) wyre_msnp_optional(f, name, text)
#else

/* The end of the next field, which the scan of the line saw. */
INLINE size_t
seen(const fields *f)
{
    return (unsigned)__builtin_ctzll(f->stops);
}

INLINE void
take_seen(fields *f, wyre_span *field)
{
    size_t stop = seen(f);
    *field = (wyre_span){(uint32_t)f->at, (uint32_t)(stop - f->at)};
    f->at = stop + 1;
    f->stops &= f->stops - 1;
}

/* Decoding, most fields are seen and taken on the spot; all else is a call, as is everything on small
 * machines, which have no vectors. */
INLINE void
word_of(fields *f, const char *name, wyre_span *word)
{
    if (STEP > 8 && f->stops != 0 && seen(f) > f->at)
        take_seen(f, word);
    else
        wyre_msnp_word(f, name, word);
}
INLINE void
text_of(fields *f, const char *name, wyre_span *text)
{
    if (STEP > 8 && f->stops != 0)
        take_seen(f, text);
    else
        wyre_msnp_text(f, name, text);
}
INLINE void
optional_of(fields *f, const char *name, wyre_span *text)
{
    if (STEP > 8 && f->stops != 0)
        take_seen(f, text);
    else if (f->way != DECODE || f->at <= f->end)
        wyre_msnp_optional(f, name, text);
}

#endif

/* WORD: one field that is not empty. TEXT: one that may be. OPTIONAL: one that may be absent or empty;
 * behind it only others such. NUMBER: 32 bits in decimal. MARK: 1 where the next field is this word,
 * else 0 and no field. LEADING: one field that is there if more than `behind` are left. TAGGED: one
 * that is there if the next begins with the letter `tag` and =. REST: all that is left, spaces included; may be absent. */
#define WORD(f, m, x)            word_of(f, #x, &(m)->x)
#define TEXT(f, m, x)            text_of(f, #x, &(m)->x)
#define OPTIONAL(f, m, x)        optional_of(f, #x, &(m)->x)
#define NUMBER(f, m, x)          wyre_msnp_number(f, #x, WYRE_KIND_NUMBER, &(m)->x)
#define FLAGS(f, m, x)           wyre_msnp_number(f, #x, WYRE_KIND_FLAGS, &(m)->x)
#define MARK(f, m, x, word)      wyre_msnp_mark(f, #x, LITERAL(word), &(m)->x)
#define LEADING(f, m, x, behind) wyre_msnp_leading(f, #x, behind, &(m)->x)
#define TAGGED(f, m, x, tag)     wyre_msnp_tagged(f, #x, tag, &(m)->x)
#define REST_OF_LINE(f, m, x)    wyre_msnp_rest(f, #x, &(m)->x)

/* Of the message that a picture is of. */
#define DIALECT(m)     ((m)->command.role & WYRE_MSNP_DIALECT)
#define FROM_SERVER(m) (((m)->command.role & WYRE_MSNP_FROM_SERVER) != 0)

/* The one cast away from const: the encode and visit ways write nothing through it. */
#define READ_ONLY(m) ((void *)(uintptr_t)(m))

#ifdef WYRE_PROVE /* the decode way, the picture written out in it */
#define VIEW(T, picture, names, from)                                                              \
    wyre_status T##_decode(const uint8_t *in, size_t in_len, const wyre_msnp_command *command,     \
                           T *out, size_t *n)                                                      \
    {                                                                                              \
        fields f;                                                                                  \
        *out = (T){.command = *command};                                                           \
        wyre_msnp_decoding(&f, in, in_len, &out->command, names, from);                            \
        if (f.status == WYRE_OK)                                                                   \
            picture(&f, out);                                                                      \
        return wyre_msnp_decoded(&f, &out->command, sizeof *out, n);                               \
    }
#else
/* The three functions of message T, in this order: decode, encode, visit. */
#define VIEW(T, picture, names, from)                                                              \
    wyre_status T##_decode(const uint8_t *in, size_t in_len, const wyre_msnp_command *command,     \
                           T *out, size_t *n)                                                      \
    {                                                                                              \
        fields f;                                                                                  \
        out->command = *command;                                                                   \
        zero((uint8_t *)out + sizeof out->command, sizeof *out - sizeof out->command);             \
        wyre_msnp_decoding(&f, in, in_len, &out->command, names, from);                            \
        if (f.status == WYRE_OK)                                                                   \
            picture(&f, out);                                                                      \
        return wyre_msnp_decoded(&f, &out->command, sizeof *out, n);                               \
    }                                                                                              \
    wyre_status T##_encode(const T *m, const uint8_t *src, size_t src_len, uint8_t *out,           \
                           size_t cap, size_t *n)                                                  \
    {                                                                                              \
        fields f = wyre_msnp_encoding(&m->command, names, from, src, src_len, out, cap);           \
        picture(&f, READ_ONLY(m));                                                                 \
        return wyre_msnp_encoded(&f, &m->command, n);                                              \
    }                                                                                              \
    wyre_status T##_visit(const T *m, const wyre_visitor *v)                                       \
    {                                                                                              \
        fields f = wyre_msnp_visiting(&m->command, v);                                             \
        picture(&f, READ_ONLY(m));                                                                 \
        return wyre_msnp_visited(&f, &m->command);                                                 \
    }
#endif
#endif
