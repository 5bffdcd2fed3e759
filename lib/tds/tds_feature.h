/* Where one feature of a block ends and the next begins: for LOGIN7, which must know where the block
 * ends, and for who reads the features. */
#ifndef WYRE_LIB_TDS_TDS_FEATURE_H
#define WYRE_LIB_TDS_TDS_FEATURE_H
#include <wyre/tds_login7.h>
#include "../core/bytes.h"

enum { FEATURE_HEAD = 5 }; /* id, and the length of the data in 4 bytes */

/*@ requires \valid(it) && \valid(out) && \separated(it, out, in + (0 .. in_len - 1));
  @ requires in_len <= 0xffffffff && \valid_read(in + (0 .. in_len - 1));
  @ assigns *it, *out;
  @ ensures \result == WYRE_OK ==> it->pos >= \old(it->pos) + 5 && it->pos <= in_len;
  @ ensures \result == WYRE_OK ==> out->data.off + out->data.len <= in_len;
  @ ensures \result != WYRE_OK ==> it->pos == \old(it->pos);
  @ ensures \result == WYRE_END ==> it->pos < in_len;
  @ ensures \result <= WYRE_OK || \result == WYRE_END; */
INLINE wyre_status
next_feature(wyre_tds_feature_iter *it, const uint8_t *in, size_t in_len, wyre_tds_feature *out)
{
    size_t pos = it->pos;
    if (pos >= in_len)
        return WYRE_E_LENGTH;
    uint8_t id = in[pos];
    uint64_t bit = bit_of(id % 64);
    if (id == WYRE_TDS_FEATURE_TERMINATOR)
        return WYRE_END;
    if (in_len - pos < FEATURE_HEAD)
        return WYRE_E_LENGTH;
    uint32_t len = le32(in + pos + 1);
    if (len > in_len - pos - FEATURE_HEAD)
        return WYRE_E_LENGTH;
    if ((it->seen[id / 64] & bit) != 0)
        return WYRE_E_VALUE;
    if (it->count >= WYRE_TDS_FEATURES)
        return WYRE_E_LIMIT;
    it->seen[id / 64] |= bit;
    it->count++;
    it->pos = (uint32_t)(pos + FEATURE_HEAD + len);
    out->data.off = (uint32_t)(pos + FEATURE_HEAD);
    out->data.len = len;
    out->id = id;
    return WYRE_OK;
}
#endif
