/* A role, then one command: each view accepts or refuses it by the laws, and telling the whole of it
 * agrees with its view. */
#include "fuzz.h"
#include "../tests/properties/msnp_view.h"

/* clang-format off */
#define EACH_VIEW(X)                                                                               \
    X(ver)                                                                                         \
    X(cvr)                                                                                         \
    X(cvr_reply)                                                                                   \
    X(inf)                                                                                         \
    X(usr)                                                                                         \
    X(xfr)                                                                                         \
    X(sbs) X(syn) X(blp) X(prp) X(bpr) X(lsg) X(lst) X(add) X(adc) X(rem) X(rea) X(sbp) X(adg)     \
        X(rmg) X(reg) X(adl) X(chg) X(nln) X(fln) X(ubx) X(qng) X(chl) X(qry) X(url) X(gcf) X(out) \
            X(ims) X(nfy) X(rng) X(chat_usr) X(ans) X(iro) X(cal) X(joi) X(bye) X(msg) X(uum)      \
                X(ubm) X(uun) X(ubn) X(pgd) X(sdc) X(fnd) X(snd) X(vas) X(bare)
/* clang-format on */

#define RING_OF(view) VIEW_RING(wyre_msnp_##view);
EACH_VIEW(RING_OF)
RING(wyre_msnp_command, 0x13ff);

#define ADDRESS_OF(view) &wyre_msnp_##view##_ring,
static const ring *const views[] = {EACH_VIEW(ADDRESS_OF)};

static void
names(uint32_t number)
{
    wyre_msnp_list_name(number);
    wyre_msnp_network_name(number);
}

int
LLVMFuzzerTestOneInput(const uint8_t *in, size_t len)
{
    static const wyre_visitor deaf;
    int told = 0;
    if (len < 2)
        return 0;
    uint32_t flags = in[0] % 22u | (in[1] & 3u) << 8 | (in[1] & 4u) << 10;
    names(in[0]);
    in += 2;
    len -= 2;
    wyre_status command = law(&wyre_msnp_command_ring, "command", in, len, flags, 0);
    for (size_t i = 0; i < sizeof views / sizeof *views; i++) {
        wyre_status status = law(views[i], views[i]->name, in, len, flags, 0);
        told += status == WYRE_OK;
        REQUIRE(command == WYRE_OK || status == command, views[i]->name);
    }
    REQUIRE(told <= 1, "one view only");
    story s = {in, len, 0, 0, 1};
    wyre_visitor v = {&s, story_number, story_bytes, NULL, NULL, NULL};
    wyre_msnp_visit(in, len, flags, &v, NULL);
    wyre_msnp_visit(in, len, flags, &deaf, NULL);
    return 0;
}
