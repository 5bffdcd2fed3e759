/* Functions that are kept out of those that call them. */
#ifndef WYRE_LIB_CORE_APART_H
#define WYRE_LIB_CORE_APART_H

/* Of a function with a frame of its own on the stack, which would add up; or of one that the usual way
 * does not pass, so that it saves no registers for it. */
#define APART __attribute__((noinline))
#endif
