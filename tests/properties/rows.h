/* A table of vectors for one message type T, and the three tests that every such table passes: each
 * row decodes to its fields or is refused as it says; a row marked `same` is encoded to its own bytes
 * from `from` on; the laws hold. A test program says ROWS(T, flags) = {...}; ROWS_HOLD(T, from) and
 * ROWS_TESTED(T). */
#ifndef WYRE_ROWS_H
#define WYRE_ROWS_H
#include "ring.h"

/* same: 1 the encoder gives these bytes; 0 it gives others, as the bytes are not canonical. open: 1
 * the last part reaches to the end of the unit, so that a prefix may be another good message. */
#define REFUSED(why, at) .status = why, .n = at
#define ROWS(T, known)                                                                             \
    RING(T, known);                                                                                \
    struct T##_row {                                                                               \
        const char *name, *hex;                                                                    \
        wyre_status status;                                                                        \
        size_t n; /* where it stopped, or the byte at fault */                                     \
        T fields; /* all zero where it is refused */                                               \
        int same, open;                                                                            \
    };                                                                                             \
    static const struct T##_row T##_rows[]

static inline void
row_comes_back(const ring *r, const char *row, const void *fields, const bytes *in, size_t n,
               size_t from)
{
    size_t size = 0;
    uint8_t out[sizeof in->at] = {0};
    assert_status(row, r->encode(fields, in->at, in->len, out, sizeof out, &size), WYRE_OK);
    if (size < n)
        fail_msg("%s: %zu bytes encoded, not %zu", row, size, n);
    if (size > in->len || memcmp(out + from, in->at + from, size - from) != 0)
        fail_msg("%s: other bytes than it was decoded from", row);
}

#define ROWS_HOLD(T, from)                                                                         \
    TEST(T##_decodes_or_is_refused_as_the_row_says)                                                \
    {                                                                                              \
        for (const struct T##_row *row = T##_rows; row < T##_rows + COUNT(T##_rows); row++) {      \
            bytes in = hex(row->hex);                                                              \
            uint8_t *unit = exact(in.at, in.len);                                                  \
            T got;                                                                                 \
            size_t n;                                                                              \
            wyre_status status = T##_decode(unit, in.len, 0, &got, &n);                            \
            assert_status(row->name, status, row->status);                                         \
            assert_offset(row->name, n, row->n);                                                   \
            assert_fields(row->name, &got, &row->fields, sizeof got);                              \
            free(unit);                                                                            \
        }                                                                                          \
    }                                                                                              \
    TEST(T##_comes_back_byte_for_byte)                                                             \
    {                                                                                              \
        for (const struct T##_row *row = T##_rows; row < T##_rows + COUNT(T##_rows); row++) {      \
            bytes in = hex(row->hex);                                                              \
            if (row->same)                                                                         \
                row_comes_back(&T##_ring, row->name, &row->fields, &in, row->n, from);             \
        }                                                                                          \
    }                                                                                              \
    TEST(T##_keeps_the_laws)                                                                       \
    {                                                                                              \
        for (const struct T##_row *row = T##_rows; row < T##_rows + COUNT(T##_rows); row++) {      \
            bytes in = hex(row->hex);                                                              \
            if (row->status == WYRE_OK)                                                            \
                (row->open ? ring_open : ring_holds)(&T##_ring, row->name, in.at, in.len, 0);      \
        }                                                                                          \
    }

#define ROWS_TESTED(T)                                                                             \
    TESTED(T##_decodes_or_is_refused_as_the_row_says), TESTED(T##_comes_back_byte_for_byte),       \
        TESTED(T##_keeps_the_laws)
#endif
