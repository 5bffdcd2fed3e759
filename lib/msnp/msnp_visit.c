/* A whole command to a visitor: the fields of its view, then what its payload holds. */
#include <wyre/msnp.h>
#include "parts.h"
#include "rules.h"

typedef wyre_status shows(const uint8_t *in, size_t in_len, uint32_t flags, const wyre_visitor *v,
                          size_t *n);

/* SHOWS(name) defines show_name: decode, then visit. */
#define SHOWS(T)                                                                                   \
    static wyre_status show_##T(const uint8_t *in, size_t in_len, uint32_t flags,                  \
                                const wyre_visitor *v, size_t *n)                                  \
    {                                                                                              \
        wyre_msnp_##T m;                                                                           \
        wyre_status status = wyre_msnp_##T##_decode(in, in_len, flags, &m, n);                     \
        if (status == WYRE_OK)                                                                     \
            wyre_msnp_##T##_visit(&m, v);                                                          \
        return status;                                                                             \
    }

SHOWS(command)
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

/* The view of a verb; where there are two, by who speaks where. */
static shows *
view_of(uint32_t tag, uint32_t role)
{
    int server = (role & WYRE_MSNP_FROM_SERVER) != 0;
    int switchboard = (role & WYRE_MSNP_SWITCHBOARD) != 0;
    switch (tag) {
    case TAG('A', 'D', 'C'):
        return show_adc;
    case TAG('A', 'D', 'D'):
        return show_add;
    case TAG('A', 'D', 'G'):
        return show_adg;
    case TAG('A', 'D', 'L'):
        return show_adl;
    case TAG('A', 'N', 'S'):
        return show_ans;
    case TAG('B', 'L', 'P'):
        return show_blp;
    case TAG('B', 'P', 'R'):
        return show_bpr;
    case TAG('B', 'Y', 'E'):
        return show_bye;
    case TAG('C', 'A', 'L'):
        return show_cal;
    case TAG('C', 'H', 'G'):
        return show_chg;
    case TAG('C', 'H', 'L'):
        return show_chl;
    case TAG('C', 'V', 'Q'):
        return server ? show_cvr_reply : show_cvr;
    case TAG('C', 'V', 'R'):
        return server ? show_cvr_reply : show_cvr;
    case TAG('D', 'E', 'L'):
        return show_adl;
    case TAG('F', 'L', 'N'):
        return show_fln;
    case TAG('F', 'Q', 'Y'):
        return show_adl;
    case TAG('G', 'C', 'F'):
        return show_gcf;
    case TAG('G', 'T', 'C'):
        return show_blp;
    case TAG('I', 'L', 'N'):
        return show_nln;
    case TAG('I', 'M', 'S'):
        return show_ims;
    case TAG('I', 'N', 'F'):
        return show_inf;
    case TAG('I', 'R', 'O'):
        return show_iro;
    case TAG('J', 'O', 'I'):
        return show_joi;
    case TAG('L', 'S', 'G'):
        return show_lsg;
    case TAG('L', 'S', 'T'):
        return show_lst;
    case TAG('M', 'S', 'G'):
        return show_msg;
    case TAG('N', 'F', 'Y'):
        return show_nfy;
    case TAG('N', 'L', 'N'):
        return show_nln;
    case TAG('O', 'U', 'T'):
        return show_out;
    case TAG('P', 'A', 'G'):
        return show_pgd;
    case TAG('P', 'G', 'D'):
        return show_pgd;
    case TAG('P', 'R', 'P'):
        return show_prp;
    case TAG('P', 'U', 'T'):
        return show_adl;
    case TAG('Q', 'N', 'G'):
        return show_qng;
    case TAG('Q', 'R', 'Y'):
        return show_qry;
    case TAG('R', 'E', 'A'):
        return show_rea;
    case TAG('R', 'E', 'G'):
        return show_reg;
    case TAG('R', 'E', 'M'):
        return show_rem;
    case TAG('R', 'M', 'G'):
        return show_rmg;
    case TAG('R', 'M', 'L'):
        return show_adl;
    case TAG('R', 'N', 'G'):
        return show_rng;
    case TAG('S', 'B', 'P'):
        return show_sbp;
    case TAG('S', 'B', 'S'):
        return show_sbs;
    case TAG('S', 'D', 'C'):
        return show_sdc;
    case TAG('S', 'D', 'G'):
        return show_adl;
    case TAG('S', 'Y', 'N'):
        return show_syn;
    case TAG('U', 'B', 'M'):
        return show_ubm;
    case TAG('U', 'B', 'N'):
        return show_ubn;
    case TAG('U', 'B', 'X'):
        return show_ubx;
    case TAG('U', 'R', 'L'):
        return show_url;
    case TAG('U', 'S', 'R'):
        return switchboard ? show_chat_usr : show_usr;
    case TAG('U', 'U', 'M'):
        return show_uum;
    case TAG('U', 'U', 'N'):
        return show_uun;
    case TAG('U', 'U', 'X'):
        return show_adl;
    case TAG('V', 'E', 'R'):
        return show_ver;
    case TAG('X', 'F', 'R'):
        return show_xfr;
    default:
        return show_command;
    }
}

wyre_status
wyre_msnp_visit(const uint8_t *in, size_t in_len, uint32_t flags, const wyre_visitor *v, size_t *n)
{
    wyre_msnp_command m;
    size_t stop;
    wyre_status status = wyre_msnp_command_decode(in, in_len, flags, &m, &stop);
    if (status == WYRE_OK) {
        size_t end = stop;
        shows *show = view_of(TAG(m.verb[0], m.verb[1], m.verb[2]), flags);
        status = show(in, end, flags, v, &stop);
        if (status != WYRE_OK)
            wyre_msnp_command_visit(&m, v);
        else
            status = wyre_msnp_tell_payload(&m, in, v, &stop);
    }
    if (n != NULL)
        *n = stop;
    return status;
}
