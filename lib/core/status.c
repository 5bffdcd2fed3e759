/* Names of statuses, and the version. */
#include <wyre/core.h>
#include "names.h"

enum { MAJOR = 0, MINOR = 1, PATCH = 0 };
#define VERSION "0.1.0"

static const constant_name status_names[] = {
    NAME(WYRE_, OK),       NAME(WYRE_, MORE),          NAME(WYRE_, END),     NAME(WYRE_, E_ARG),
    NAME(WYRE_, E_SPACE),  NAME(WYRE_, E_STATE),       NAME(WYRE_, E_RANGE), NAME(WYRE_, E_MAGIC),
    NAME(WYRE_, E_LENGTH), NAME(WYRE_, E_OFFSET),      NAME(WYRE_, E_VALUE), NAME(WYRE_, E_TEXT),
    NAME(WYRE_, E_LIMIT),  NAME(WYRE_, E_UNSUPPORTED),
};

const char *
wyre_status_name(wyre_status status)
{
    return NAME_OF(status_names, status);
}

uint32_t
wyre_version_number(void)
{
    return MAJOR << 16 | MINOR << 8 | PATCH;
}

const char *
wyre_version_string(void)
{
    return VERSION;
}
