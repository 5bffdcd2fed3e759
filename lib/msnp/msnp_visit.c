/* A whole command to a visitor: the fields of its view, then what its payload holds. */
#include <wyre/msnp.h>
#include "parts.h"
#include "record.h"
#include "rules.h"

typedef wyre_status shows(const uint8_t *in, size_t in_len, const wyre_msnp_command *command,
                          const wyre_visitor *v, size_t *n);

/* SHOWS(name) defines show_name: decode, then visit. */
#define SHOWS(T)                                                                                   \
    static APART wyre_status show_##T(const uint8_t *in, size_t in_len,                            \
                                      const wyre_msnp_command *command, const wyre_visitor *v,     \
                                      size_t *n)                                                   \
    {                                                                                              \
        wyre_msnp_##T m;                                                                           \
        wyre_status status = wyre_msnp_##T##_decode(in, in_len, command, &m, n);                   \
        if (status == WYRE_OK)                                                                     \
            wyre_msnp_##T##_visit(&m, v);                                                          \
        return status;                                                                             \
    }

SHOWS(ver)
SHOWS(cvr)
SHOWS(cvr_reply)
SHOWS(inf)
SHOWS(usr)
SHOWS(xfr)
SHOWS(sbs)
SHOWS(syn)
SHOWS(blp)
SHOWS(prp)
SHOWS(bpr)
SHOWS(lsg)
SHOWS(lst)
SHOWS(add)
SHOWS(adc)
SHOWS(rem)
SHOWS(rea)
SHOWS(sbp)
SHOWS(adg)
SHOWS(rmg)
SHOWS(reg)
SHOWS(adl)
SHOWS(chg)
SHOWS(nln)
SHOWS(fln)
SHOWS(ubx)
SHOWS(qng)
SHOWS(chl)
SHOWS(qry)
SHOWS(url)
SHOWS(gcf)
SHOWS(out)
SHOWS(ims)
SHOWS(nfy)
SHOWS(fnd)
SHOWS(snd)
SHOWS(vas)
SHOWS(bare)
SHOWS(rng)
SHOWS(chat_usr)
SHOWS(ans)
SHOWS(iro)
SHOWS(cal)
SHOWS(joi)
SHOWS(bye)
SHOWS(msg)
SHOWS(uum)
SHOWS(ubm)
SHOWS(uun)
SHOWS(ubn)
SHOWS(pgd)
SHOWS(sdc)

/* Views by verb; where two views share one, by the role bits that tell them apart. */
static const struct view {
    uint32_t tag, role, of;
    shows *show;
} views[] = {
    {TAG('A', 'C', 'K'), 0, 0, show_bare},
    {TAG('A', 'D', 'C'), 0, 0, show_adc},
    {TAG('A', 'D', 'D'), 0, 0, show_add},
    {TAG('A', 'D', 'G'), 0, 0, show_adg},
    {TAG('A', 'D', 'L'), 0, 0, show_adl},
    {TAG('A', 'N', 'S'), 0, 0, show_ans},
    {TAG('B', 'L', 'P'), 0, 0, show_blp},
    {TAG('B', 'P', 'R'), 0, 0, show_bpr},
    {TAG('B', 'Y', 'E'), 0, 0, show_bye},
    {TAG('C', 'A', 'L'), 0, 0, show_cal},
    {TAG('C', 'H', 'G'), 0, 0, show_chg},
    {TAG('C', 'H', 'L'), 0, 0, show_chl},
    {TAG('C', 'V', 'Q'), WYRE_MSNP_FROM_SERVER, 0, show_cvr},
    {TAG('C', 'V', 'Q'), WYRE_MSNP_FROM_SERVER, WYRE_MSNP_FROM_SERVER, show_cvr_reply},
    {TAG('C', 'V', 'R'), WYRE_MSNP_FROM_SERVER, 0, show_cvr},
    {TAG('C', 'V', 'R'), WYRE_MSNP_FROM_SERVER, WYRE_MSNP_FROM_SERVER, show_cvr_reply},
    {TAG('D', 'E', 'L'), 0, 0, show_adl},
    {TAG('F', 'L', 'N'), 0, 0, show_fln},
    {TAG('F', 'N', 'D'), 0, 0, show_fnd},
    {TAG('F', 'Q', 'Y'), 0, 0, show_adl},
    {TAG('F', 'S', 'L'), 0, 0, show_bare},
    {TAG('G', 'C', 'F'), 0, 0, show_gcf},
    {TAG('G', 'E', 'T'), 0, 0, show_bare},
    {TAG('G', 'T', 'C'), 0, 0, show_blp},
    {TAG('I', 'L', 'N'), 0, 0, show_nln},
    {TAG('I', 'M', 'S'), 0, 0, show_ims},
    {TAG('I', 'N', 'F'), 0, 0, show_inf},
    {TAG('I', 'P', 'G'), 0, 0, show_bare},
    {TAG('I', 'R', 'O'), 0, 0, show_iro},
    {TAG('J', 'O', 'I'), 0, 0, show_joi},
    {TAG('L', 'S', 'G'), 0, 0, show_lsg},
    {TAG('L', 'S', 'T'), 0, 0, show_lst},
    {TAG('M', 'S', 'G'), 0, 0, show_msg},
    {TAG('N', 'A', 'K'), 0, 0, show_bare},
    {TAG('N', 'F', 'Y'), 0, 0, show_nfy},
    {TAG('N', 'L', 'N'), 0, 0, show_nln},
    {TAG('N', 'O', 'T'), 0, 0, show_bare},
    {TAG('O', 'U', 'T'), 0, 0, show_out},
    {TAG('P', 'A', 'G'), 0, 0, show_pgd},
    {TAG('P', 'G', 'D'), 0, 0, show_pgd},
    {TAG('P', 'N', 'G'), 0, 0, show_bare},
    {TAG('P', 'R', 'P'), 0, 0, show_prp},
    {TAG('P', 'U', 'T'), 0, 0, show_adl},
    {TAG('Q', 'N', 'G'), 0, 0, show_qng},
    {TAG('Q', 'R', 'Y'), 0, 0, show_qry},
    {TAG('R', 'E', 'A'), 0, 0, show_rea},
    {TAG('R', 'E', 'G'), 0, 0, show_reg},
    {TAG('R', 'E', 'M'), 0, 0, show_rem},
    {TAG('R', 'F', 'S'), 0, 0, show_bare},
    {TAG('R', 'M', 'G'), 0, 0, show_rmg},
    {TAG('R', 'M', 'L'), 0, 0, show_adl},
    {TAG('R', 'N', 'G'), 0, 0, show_rng},
    {TAG('S', 'B', 'P'), 0, 0, show_sbp},
    {TAG('S', 'B', 'S'), 0, 0, show_sbs},
    {TAG('S', 'D', 'C'), 0, 0, show_sdc},
    {TAG('S', 'D', 'G'), 0, 0, show_adl},
    {TAG('S', 'N', 'D'), 0, 0, show_snd},
    {TAG('S', 'Y', 'N'), 0, 0, show_syn},
    {TAG('U', 'B', 'M'), 0, 0, show_ubm},
    {TAG('U', 'B', 'N'), 0, 0, show_ubn},
    {TAG('U', 'B', 'X'), 0, 0, show_ubx},
    {TAG('U', 'R', 'L'), 0, 0, show_url},
    {TAG('U', 'S', 'R'), WYRE_MSNP_SWITCHBOARD, 0, show_usr},
    {TAG('U', 'S', 'R'), WYRE_MSNP_SWITCHBOARD, WYRE_MSNP_SWITCHBOARD, show_chat_usr},
    {TAG('U', 'U', 'M'), 0, 0, show_uum},
    {TAG('U', 'U', 'N'), 0, 0, show_uun},
    {TAG('U', 'U', 'X'), 0, 0, show_adl},
    {TAG('V', 'A', 'S'), 0, 0, show_vas},
    {TAG('V', 'E', 'R'), 0, 0, show_ver},
    {TAG('X', 'F', 'R'), 0, 0, show_xfr},
};

static shows *
view_of(uint32_t tag, uint32_t role)
{
    for (size_t i = 0; i < sizeof views / sizeof *views; i++)
        if (views[i].tag == tag && (role & views[i].role) == views[i].of)
            return views[i].show;
    return NULL;
}

/* What is kept of a command while its view is told: the stack stays small. */
typedef struct heard {
    wyre_span payload;
    uint32_t tag;
} heard;

/* The line; *n is where the whole command ends, or the byte at fault. Fields that do not fit the view
 * are told as those of any command are. */
static APART wyre_status
tell_line(const uint8_t *in, size_t in_len, uint32_t flags, const wyre_visitor *v, heard *h,
          size_t *n)
{
    wyre_msnp_command m;
    size_t fault;
    wyre_status status = wyre_msnp_command_decode(in, in_len, flags, &m, n);
    if (status != WYRE_OK)
        return status;
    h->tag = TAG(m.verb[0], m.verb[1], m.verb[2]);
    h->payload = m.payload;
    shows *show = view_of(h->tag, flags);
    if (show != NULL)
        status = show(in, in_len, &m, v, &fault);
    if (status != WYRE_OK)
        *n = fault;
    if (status != WYRE_OK || show == NULL)
        wyre_msnp_command_visit(&m, v);
    return status;
}

wyre_status
wyre_msnp_visit(const uint8_t *in, size_t in_len, uint32_t flags, const wyre_visitor *v, size_t *n)
{
    heard h;
    size_t stop;
    wyre_status status = tell_line(in, in_len, flags, v, &h, &stop);
    if (status == WYRE_OK)
        status = wyre_msnp_tell_payload(h.tag, h.payload, in, v, &stop);
    if (n != NULL)
        *n = stop;
    return status;
}
