/* The line that is being made. */
#include "line.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct {
    char *text;
    size_t len, room;
} line;

static void
make_room(size_t more)
{
    if (line.room - line.len > more)
        return;
    line.room = 2 * line.room + more + 256;
    line.text = realloc(line.text, line.room);
    if (line.text == NULL) {
        fputs("dissect: out of memory\n", stderr);
        abort();
    }
}

void
line_bytes(const void *bytes, size_t len)
{
    make_room(len);
    memcpy(line.text + line.len, bytes, len);
    line.len += len;
}

void
line_put(const char *format, ...)
{
    char piece[256];
    va_list args;
    va_start(args, format);
    int len = vsnprintf(piece, sizeof piece, format, args);
    va_end(args);
    if (len < 0 || (size_t)len >= sizeof piece) {
        fputs("dissect: a piece of a line is too long\n", stderr);
        abort();
    }
    line_bytes(piece, (size_t)len);
}

size_t
line_length(void)
{
    return line.len;
}

void
line_cut(size_t from, size_t to)
{
    memmove(line.text + from, line.text + to, line.len - to);
    line.len -= to - from;
}

void
line_end(void)
{
    line_bytes("\n", 1);
    fwrite(line.text, 1, line.len, stdout);
    line.len = 0;
}
