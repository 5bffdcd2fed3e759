/* Names of constants, one line a constant: NAME(WYRE_SMB2_, CREATE) is the row of WYRE_SMB2_CREATE,
 * "CREATE", in a table of names; NAME_OF looks a value up. */
#ifndef WYRE_LIB_CORE_NAMES_H
#define WYRE_LIB_CORE_NAMES_H
#include <stddef.h>
#include <stdint.h>

typedef struct constant_name {
    uint32_t value;
    const char *name;
} constant_name;

/*@ requires \valid_read(table + (0 .. count - 1));
  @ assigns \nothing; */
static inline const char *
name_of(const constant_name *table, size_t count, uint32_t value)
{
    /*@ loop invariant 0 <= i <= count; loop assigns i; loop variant count - i; */
    for (size_t i = 0; i < count; i++)
        if (table[i].value == value)
            return table[i].name;
    return "?";
}

#define NAME(set, constant)                                                                        \
    {                                                                                              \
        (uint32_t)(set##constant), #constant                                                       \
    }
#define NAME_OF(table, value) name_of(table, sizeof(table) / sizeof *(table), (uint32_t)(value))
#endif
