/* wyre/core.h: what all protocols share. Statuses, spans, the visitor, reader and writer cursors,
 * lines, and conversions of text.
 *
 * Promises of every function of this library: it allocates nothing, keeps no state of its own, does
 * no I/O, reads only inside the input it is given, writes only inside the output it is given, and
 * takes time linear in its input. NULL is a legal address for zero bytes. No input is longer than
 * 4 GiB - 1, because a wyre_span counts in 32 bits. */
#ifndef WYRE_CORE_H
#define WYRE_CORE_H

#include <stdint.h>
#define __need_size_t /* size_t alone: max_align_t carries an attribute that cffi cannot read */
#include <stddef.h>

#ifdef WYRE_BUILD
#define WYRE_API __attribute__((visibility("default")))
#else
#define WYRE_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Status -------------------------------------------------------------------------------------
 * 0 and above: no error. Below: refused; the output struct is all zero. */

typedef int32_t wyre_status;

enum {
    WYRE_OK = 0,
    WYRE_MORE = 1, /* frames only: the unit is not complete; *n is the least total length worth
                       calling again with, never more than the true total */
    WYRE_END = 2,  /* iterators only: nothing is left */
    /* The caller's side. */
    WYRE_E_ARG = -1,   /* an undefined bit in flags, a span outside src, an input over 4 GiB - 1 */
    WYRE_E_SPACE = -2, /* cap is too small; *n is the exact size needed */
    WYRE_E_STATE = -3, /* the call does not fit what was done before */
    WYRE_E_RANGE = -4, /* a value that its wire field cannot hold, or that would break framing */
    /* The wire's side; *n is the offset of the byte at fault. */
    WYRE_E_MAGIC = -5,        /* not this protocol or message at all */
    WYRE_E_LENGTH = -6,       /* shorter than its fixed part, or a length past the end */
    WYRE_E_OFFSET = -7,       /* an offset that points outside its unit, or backwards */
    WYRE_E_VALUE = -8,        /* a value that the specification forbids */
    WYRE_E_TEXT = -9,         /* text that breaks its grammar or encoding */
    WYRE_E_LIMIT = -10,       /* more than the caller's limit, or than a named cap */
    WYRE_E_UNSUPPORTED = -11, /* well-formed, but of a kind this library does not know */
};

/* The name of a status without its prefix, "OK" or "E_LENGTH"; "?" for any other number. */
WYRE_API const char *wyre_status_name(wyre_status status);

/* The version, as 0x00MMmmpp (major, minor, patch) and as text. */
WYRE_API uint32_t wyre_version_number(void);
WYRE_API const char *wyre_version_string(void);

/* ---- Span -------------------------------------------------------------------------------------
 * A part of the buffer given to that same call: its first byte is buffer[off]. */

typedef struct wyre_span {
    uint32_t off, len;
} wyre_span;

/* ---- Visitor ----------------------------------------------------------------------------------
 * Every message can tell its fields, in wire order, each under its name in the struct. */

enum {
    /* of numbers */
    WYRE_KIND_NUMBER = 0,   /* unsigned */
    WYRE_KIND_SIGNED = 1,   /* two's complement in 64 bits */
    WYRE_KIND_FLAGS = 2,    /* a set of bits */
    WYRE_KIND_FILETIME = 3, /* units of 100 ns since 1601-01-01 UTC */
    WYRE_KIND_UNIXTIME = 4, /* seconds since 1970-01-01 */
    /* of bytes and spans */
    WYRE_KIND_BYTES = 16,
    WYRE_KIND_TEXT = 17,  /* 8-bit text: ASCII, OEM code page or UTF-8, not checked */
    WYRE_KIND_UTF16 = 18, /* UTF-16LE, not checked; an odd length is possible */
    WYRE_KIND_GUID = 19,  /* 16 bytes, the first three groups little-endian */
    WYRE_KIND_IPV4 = 20,  /* 4 bytes */
    WYRE_KIND_IPV6 = 21,  /* 16 bytes */
    WYRE_KIND_U16S = 22,  /* little-endian 16-bit numbers */
    WYRE_KIND_U32S = 23,  /* little-endian 32-bit numbers */
};

/* A callback that is NULL is not called. On one level, all fields come before the first enter. */
typedef struct wyre_visitor {
    void *user;
    void (*number)(void *user, const char *name, uint32_t kind, uint64_t value);
    /* a byte array that stands in the struct; valid during the call only */
    void (*bytes)(void *user, const char *name, uint32_t kind, const uint8_t *at, uint32_t len);
    void (*span)(void *user, const char *name, uint32_t kind, wyre_span span);
    /* What follows up to leave belongs to a part of its own; its spans count from window.off, which
     * itself counts in the window around it. */
    void (*enter)(void *user, const char *name, wyre_span window);
    void (*leave)(void *user);
} wyre_visitor;

/* ---- Reader -----------------------------------------------------------------------------------
 * For bodies that wyre does not know. The first refusal sticks: later reads give 0 and leave the
 * position alone, so a body reads as a plain list of fields with one look at `status` at the end. */

typedef struct wyre_rd {
    const uint8_t *in;
    size_t pos, end;    /* bytes pos to end - 1 are left in the window */
    size_t fault;       /* offset at fault once status is an error */
    wyre_status status; /* WYRE_OK, or WYRE_E_LENGTH: more was asked for than the window holds */
} wyre_rd;

WYRE_API void wyre_rd_init(wyre_rd *r, const uint8_t *in, size_t in_len);
/* Each reads one integer of the named width and byte order; 0 on refusal. */
WYRE_API uint8_t wyre_rd_u8(wyre_rd *r);
WYRE_API uint16_t wyre_rd_u16le(wyre_rd *r);
WYRE_API uint16_t wyre_rd_u16be(wyre_rd *r);
WYRE_API uint32_t wyre_rd_u24be(wyre_rd *r);
WYRE_API uint32_t wyre_rd_u32le(wyre_rd *r);
WYRE_API uint32_t wyre_rd_u32be(wyre_rd *r);
WYRE_API uint64_t wyre_rd_u64le(wyre_rd *r);
WYRE_API uint64_t wyre_rd_u64be(wyre_rd *r);
/* Claims n bytes and returns the offset of the first; 0 on refusal. */
WYRE_API size_t wyre_rd_take(wyre_rd *r, size_t n);
/* Claims n bytes as a span; {0, 0} on refusal. */
WYRE_API wyre_span wyre_rd_span(wyre_rd *r, size_t n);
/* Goes on to the next multiple of n, counted from `in`; n is a power of two. */
WYRE_API void wyre_rd_align(wyre_rd *r, size_t n);
/* Narrows the window to the next n bytes; returns what wyre_rd_leave needs to widen it again. */
WYRE_API size_t wyre_rd_enter(wyre_rd *r, size_t n);
/* Goes on behind the window that `outer = wyre_rd_enter(...)` made. */
WYRE_API void wyre_rd_leave(wyre_rd *r, size_t outer);
/* Claims the next line with its LF or CR LF and returns it without that; the last line may lack
 * its end. */
WYRE_API wyre_span wyre_rd_line(wyre_rd *r);

/* ---- Writer -----------------------------------------------------------------------------------
 * Goes on counting past cap without writing, so that wyre_wr_finish can tell the exact need. */

typedef struct wyre_wr {
    uint8_t *out;
    size_t cap, pos;
    wyre_status status; /* WYRE_OK, or WYRE_E_RANGE: a value too large for its field */
} wyre_wr;

WYRE_API void wyre_wr_init(wyre_wr *w, uint8_t *out, size_t cap);
WYRE_API void wyre_wr_u8(wyre_wr *w, uint8_t value);
WYRE_API void wyre_wr_u16le(wyre_wr *w, uint16_t value);
WYRE_API void wyre_wr_u16be(wyre_wr *w, uint16_t value);
WYRE_API void wyre_wr_u24be(wyre_wr *w, uint32_t value);
WYRE_API void wyre_wr_u32le(wyre_wr *w, uint32_t value);
WYRE_API void wyre_wr_u32be(wyre_wr *w, uint32_t value);
WYRE_API void wyre_wr_u64le(wyre_wr *w, uint64_t value);
WYRE_API void wyre_wr_u64be(wyre_wr *w, uint64_t value);
WYRE_API void wyre_wr_bytes(wyre_wr *w, const uint8_t *bytes, size_t n);
WYRE_API void wyre_wr_zeros(wyre_wr *w, size_t n);
/* Zeros up to the next multiple of n, counted from `out`; n is a power of two. */
WYRE_API void wyre_wr_align(wyre_wr *w, size_t n);
/* Leaves n zero bytes for a value known later and returns their place for the patch functions. */
WYRE_API size_t wyre_wr_mark(wyre_wr *w, size_t n);
/* Each writes a value at a place that wyre_wr_mark returned; too large a value is a refusal. */
WYRE_API void wyre_wr_patch_u8(wyre_wr *w, size_t at, size_t value);
WYRE_API void wyre_wr_patch_u16le(wyre_wr *w, size_t at, size_t value);
WYRE_API void wyre_wr_patch_u16be(wyre_wr *w, size_t at, size_t value);
WYRE_API void wyre_wr_patch_u32le(wyre_wr *w, size_t at, size_t value);
/* Appends n bytes and records where they stand: how a source buffer for an encoder is filled. */
WYRE_API void wyre_wr_gather(wyre_wr *w, const uint8_t *bytes, size_t n, wyre_span *span);
/* As above, from n bytes of UTF-8 to UTF-16LE. Also refuses invalid UTF-8, with WYRE_E_TEXT. */
WYRE_API void wyre_wr_gather_utf16(wyre_wr *w, const char *utf8, size_t n, wyre_span *span);
/* WYRE_OK and *n the bytes written; WYRE_E_SPACE and *n the bytes needed; or the refusal that stuck,
 * and *n where it happened. */
WYRE_API wyre_status wyre_wr_finish(const wyre_wr *w, size_t *n);

/* ---- Lines ------------------------------------------------------------------------------------
 * A line ends with LF or CR LF. All scanning is one pass: what was looked at is not looked at again
 * when more bytes arrive, if the caller keeps the progress. */

enum {
    WYRE_LINE_BARE_LF = 0x01,  /* accept LF without CR. Risk: peers disagree where a line ends */
    WYRE_LINE_EXTRA_CR = 0x02, /* drop all CRs in front of the LF; without it the last one ends the
                                  line, and any other is text, as CRs inside a line are */
};

/* What the caller keeps while one line trickles in; all zero at its first byte. */
typedef struct wyre_line_progress {
    uint32_t scanned;
} wyre_line_progress;

typedef struct wyre_line {
    wyre_span text; /* without its end */
    uint32_t end;   /* bits WYRE_LINE_... that were needed; 0: CR LF, as it should be */
} wyre_line;

/* Finds the first line of a stream.
 *   in        in_len bytes from the start of the line on; NULL only when in_len is 0
 *   flags     bits WYRE_LINE_...
 *   max       the longest line to wait for, its end included
 *   progress  NULL, or where to go on; zeroed on anything but WYRE_MORE
 *   out       filled on OK, zeroed on anything else
 *   n         on OK the bytes of the line and its end
 * WYRE_OK; WYRE_MORE: no LF yet; or
 *   WYRE_E_ARG    flags has an undefined bit
 *   WYRE_E_LIMIT  no LF within max bytes; *n is max
 *   WYRE_E_TEXT   a line end that flags does not allow, *n is where that end begins */
WYRE_API wyre_status wyre_line_frame(const uint8_t *in, size_t in_len, uint32_t flags, uint32_t max,
                                     wyre_line_progress *progress, wyre_line *out, size_t *n);

/* The offset of the first LF at or behind `from`, or in_len where there is none. */
WYRE_API size_t wyre_line_feed(const uint8_t *in, size_t in_len, size_t from);

/* ---- Decimal ---------------------------------------------------------------------------------- */

/* Reads in_len digits, and nothing but digits; leading zeros are legal.
 * WYRE_OK, or
 *   WYRE_E_TEXT   empty, or a byte that is no digit, *n is its offset
 *   WYRE_E_VALUE  more than max, *n is the offset of the digit that made it so */
WYRE_API wyre_status wyre_decimal_decode(const uint8_t *in, size_t in_len, uint64_t max,
                                         uint64_t *out, size_t *n);

/* Writes value without leading zeros. WYRE_OK, or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_decimal_encode(uint64_t value, uint8_t *out, size_t cap, size_t *n);

/* ---- Percent coding: RFC 3986 2.1 --------------------------------------------------------------- */

enum {
    WYRE_PERCENT_LITERAL = 0x01,    /* decode: a % without two hex digits stands for itself */
    WYRE_PERCENT_UNRESERVED = 0x02, /* encode: escape all but letters, digits and - . _ ~ */
};

/* Replaces %XX by its byte; + stays as it is. A %00 gives a zero byte: the length counts.
 *   out  at least in_len bytes always suffice; may be `in` itself
 * WYRE_OK, or
 *   WYRE_E_ARG    flags has an undefined bit
 *   WYRE_E_TEXT   a % without two hex digits, *n is its offset
 *   WYRE_E_SPACE  cap is less than *n */
WYRE_API wyre_status wyre_percent_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                         uint8_t *out, size_t cap, size_t *n);

/* Escapes %, space, bytes below 0x20, 0x7F and above as %XX in upper case; flags can widen that.
 * WYRE_OK, WYRE_E_ARG: flags has an undefined bit, or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_percent_encode(const uint8_t *in, size_t in_len, uint32_t flags,
                                         uint8_t *out, size_t cap, size_t *n);

/* ---- Base64: RFC 4648 4 ------------------------------------------------------------------------- */

/* Standard alphabet with padding, no line breaks; bits behind the last byte must be 0.
 * WYRE_OK, or
 *   WYRE_E_TEXT   a byte outside the alphabet, bad padding or length, *n is its offset
 *   WYRE_E_SPACE  cap is less than *n */
WYRE_API wyre_status wyre_base64_decode(const uint8_t *in, size_t in_len, uint8_t *out, size_t cap,
                                        size_t *n);
/* WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_base64_encode(const uint8_t *in, size_t in_len, uint8_t *out, size_t cap,
                                        size_t *n);

/* ---- UTF-16LE and UTF-8: RFC 2781, RFC 3629 ------------------------------------------------------ */

enum {
    WYRE_TEXT_LOSSY =
        0x01, /* put U+FFFD for what cannot be converted. Risk: two texts become one */
};

/* Converts in_len bytes of UTF-16LE; a NUL is a character like any other.
 * WYRE_OK, or
 *   WYRE_E_ARG    flags has an undefined bit
 *   WYRE_E_TEXT   a lone surrogate, or a last half unit, *n is its offset in bytes
 *   WYRE_E_SPACE  cap is less than *n */
WYRE_API wyre_status wyre_utf16le_to_utf8(const uint8_t *in, size_t in_len, uint32_t flags,
                                          uint8_t *out, size_t cap, size_t *n);

/* Converts in_len bytes of UTF-8: shortest forms only, no surrogates, nothing above U+10FFFF.
 * WYRE_OK, or
 *   WYRE_E_ARG    flags has an undefined bit
 *   WYRE_E_TEXT   not UTF-8, *n is the offset where the bad character begins
 *   WYRE_E_SPACE  cap is less than *n */
WYRE_API wyre_status wyre_utf8_to_utf16le(const uint8_t *in, size_t in_len, uint32_t flags,
                                          uint8_t *out, size_t cap, size_t *n);

#ifdef __cplusplus
}
#endif
#endif
