/* FILETIME: [MS-DTYP] 2.3.3. */
#include <stddef.h>
#include <wyre/dtyp.h>

enum { TICKS = 10000000 };                /* of 100 ns in a second */
static const int64_t EPOCH = 11644473600; /* seconds from 1601-01-01 to 1970-01-01 */

void
wyre_dtyp_filetime_to_unix(uint64_t filetime, wyre_dtyp_unix_time *out)
{
    out->seconds = (int64_t)(filetime / TICKS) - EPOCH;
    out->nanoseconds = (uint32_t)(filetime % TICKS) * 100;
    out->unused = 0;
}

wyre_status
wyre_dtyp_filetime_from_unix(const wyre_dtyp_unix_time *time, uint64_t *out)
{
    const uint64_t most = UINT64_MAX / TICKS; /* whole seconds that a FILETIME counts */
    uint64_t ticks = time->nanoseconds / 100;
    *out = 0;
    if (time->nanoseconds > 999999999 || time->seconds < -EPOCH)
        return WYRE_E_RANGE;
    uint64_t seconds = (uint64_t)time->seconds + (uint64_t)EPOCH;
    if (seconds > most || (seconds == most && ticks > UINT64_MAX % TICKS))
        return WYRE_E_RANGE;
    *out = seconds * TICKS + ticks;
    return WYRE_OK;
}
