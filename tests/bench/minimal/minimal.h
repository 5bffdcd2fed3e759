/* The least program that needs one function of the library: how much of it gets linked. */
#ifndef MINIMAL_H
#define MINIMAL_H
#include <stddef.h>
#include <stdint.h>

static const uint8_t *volatile in;
static volatile size_t in_len;
#endif
