/* One line of output, kept until it is whole, so that what turns out to be said twice can be taken
 * out again. */
#ifndef DISSECT_LINE_H
#define DISSECT_LINE_H
#include <stddef.h>

void line_put(const char *format, ...) __attribute__((format(printf, 1, 2)));
void line_bytes(const void *bytes, size_t len);
size_t line_length(void);
/* Takes out all from `from` to before `to`. */
void line_cut(size_t from, size_t to);
/* Prints it and begins the next. */
void line_end(void);
#endif
