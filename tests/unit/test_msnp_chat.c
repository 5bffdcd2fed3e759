/* lib/msnp/msnp_chat.c: each form of each dialect is a row. */
#include "../properties/msnp_rows.h"

VIEW_RING(wyre_msnp_rng);
VIEW_RING(wyre_msnp_chat_usr);
VIEW_RING(wyre_msnp_ans);
VIEW_RING(wyre_msnp_iro);
VIEW_RING(wyre_msnp_cal);
VIEW_RING(wyre_msnp_joi);
VIEW_RING(wyre_msnp_bye);
VIEW_RING(wyre_msnp_msg);
VIEW_RING(wyre_msnp_uum);
VIEW_RING(wyre_msnp_ubm);
VIEW_RING(wyre_msnp_uun);
VIEW_RING(wyre_msnp_ubn);
VIEW_RING(wyre_msnp_pgd);
VIEW_RING(wyre_msnp_sdc);

#define RNG &wyre_msnp_rng_ring
#define USR &wyre_msnp_chat_usr_ring
#define ANS &wyre_msnp_ans_ring
#define IRO &wyre_msnp_iro_ring
#define CAL &wyre_msnp_cal_ring
#define JOI &wyre_msnp_joi_ring
#define BYE &wyre_msnp_bye_ring
#define MSG &wyre_msnp_msg_ring
#define UUM &wyre_msnp_uum_ring
#define UBM &wyre_msnp_ubm_ring
#define UUN &wyre_msnp_uun_ring
#define UBN &wyre_msnp_ubn_ring
#define PGD &wyre_msnp_pgd_ring
#define SDC &wyre_msnp_sdc_ring

/* clang-format off */
static const row rows[] = {
    {RNG, S | 8, "RNG 4711 192.0.2.20:1863 CKI 44.55.66 a@b Ann", 0, 0,
     "session_id=4711 address=192.0.2.20:1863 security_package=CKI ticket=44.55.66 handle=a@b friendly_name=Ann"},
    {RNG, S | 14, "RNG 4711 h:1 CKI t a@b Ann U messenger.msn.com 1", 0, 0,
     "session_id=4711 address=h:1 security_package=CKI ticket=t handle=a@b friendly_name=Ann flag=U host=messenger.msn.com second_flag=1"},
    {RNG, S | 8, "RNG 4711 h:1 CKI t a@b", WYRE_E_LENGTH, 22, NULL},
    {RNG, S | SB | 8, "RNG 4711 h:1 CKI t a@b Ann", WYRE_E_MAGIC, 0, NULL},
    {USR, C | SB | 8, "USR 1 a@b 11.22.33", 0, 0, "trid=1 handle=a@b ticket=11.22.33"},
    {USR, S | SB | 8, "USR 1 OK a@b Ann", 0, 0, "trid=1 ok=1 handle=a@b friendly_name=Ann"},
    {USR, C | SB | 18, "USR 1 a@b;{0123} 11", 0, 0, "trid=1 handle=a@b;{0123} ticket=11"},
    {USR, C | 8, "USR 1 a@b 11.22.33", WYRE_E_MAGIC, 0, NULL},
    {ANS, C | SB | 8, "ANS 1 a@b 44.55.66 4711", 0, 0, "trid=1 handle=a@b ticket=44.55.66 session_id=4711"},
    {ANS, S | SB | 8, "ANS 1 OK", 0, 0, "trid=1 ok=1"},
    {ANS, C | SB | 8, "ANS 1 a@b 44.55.66", WYRE_E_LENGTH, 18, NULL},
    {IRO, S | SB | 8, "IRO 1 1 2 a@b Ann", 0, 0, "trid=1 index=1 total=2 handle=a@b friendly_name=Ann"},
    {IRO, S | SB | 12, "IRO 1 1 2 a@b Ann 268435492", 0, 0, "trid=1 index=1 total=2 handle=a@b friendly_name=Ann capabilities=268435492"},
    {IRO, S | SB | 8, "IRO 1 1 x a@b Ann", WYRE_E_TEXT, 8, NULL},
    {CAL, C | SB | 8, "CAL 2 a@b", 0, 0, "trid=2 handle=a@b"},
    {CAL, S | SB | 8, "CAL 2 RINGING 4711", 0, 0, "trid=2 result=RINGING session_id=4711"},
    {JOI, S | SB | 8, "JOI a@b Ann", 0, 0, "handle=a@b friendly_name=Ann"},
    {JOI, S | SB | 12, "JOI a@b Ann 268435492", 0, 0, "handle=a@b friendly_name=Ann capabilities=268435492"},
    {BYE, S | SB | 8, "BYE a@b", 0, 0, "handle=a@b"},
    {BYE, S | SB | 8, "BYE a@b 1", 0, 0, "handle=a@b reason=1"},
    {MSG, C | SB | 8, "MSG 3 U 2|xy", 0, 0, "trid=3 acknowledgement=U payload=xy"},
    {MSG, S | SB | 8, "MSG a@b Ann 2|xy", 0, 0, "handle=a@b friendly_name=Ann payload=xy"},
    {MSG, S | 8, "MSG Hotmail Hotmail 0", 0, 0, "handle=Hotmail friendly_name=Hotmail payload="},
    {MSG, S | 8, "MSG Hotmail 2|xy", WYRE_E_LENGTH, 13, NULL},
    {UUM, C | 14, "UUM 19 a@b 32 1 2|xy", 0, 0, "trid=19 handle=a@b network_id=32 type=1 payload=xy"},
    {UBM, S | 14, "UBM a@b 32 c@d 1 3 2|xy", 0, 0, "handle=a@b network_id=32 to_handle=c@d to_network_id=1 type=3 payload=xy"},
    {UUN, C | 13, "UUN 7 a@b 1 2|xy", 0, 0, "trid=7 handle=a@b type=1 payload=xy"},
    {UUN, C | 13, "UUN 7 a@b 5", 0, 0, "trid=7 handle=a@b type=5"},
    {UUN, S | 13, "UUN 7 OK", 0, 0, "trid=7 ok=1"},
    {UUN, S | 13, "UUN 7 2|xy", 0, 0, "trid=7 ok=0 payload=xy"},
    {UBN, S | 13, "UBN a@b;{0123} 3 2|xy", 0, 0, "handle=a@b;{0123} type=3 payload=xy"},
    {UBN, S | 13, "UBN a@b 5", 0, 0, "handle=a@b type=5"},
    {PGD, C | 9, "PGD 5 a@b 1 2|xy", 0, 0, "trid=5 handle=a@b device=1 payload=xy"},
    {PGD, C | 6, "PAG 5 a@b 2|xy", 0, 0, "trid=5 handle=a@b payload=xy"},
    {SDC, C | 5, "SDC 5 a@b 0x0409 MSMSGS MSMSGS X X Ann 2|xy", 0, 0,
     "trid=5 handle=a@b locale=0x0409 client_name=MSMSGS brand=MSMSGS first_x=X second_x=X friendly_name=Ann payload=xy"},
    {SDC, S | 5, "SDC 5 OK", 0, 0, "trid=5 ok=1"},
};
/* clang-format on */

TEST(each_form_is_told_and_written_again)
{
    for (const row *r = rows; r < rows + COUNT(rows); r++)
        row_holds(r);
}

RUN_TESTS("msnp_chat", TESTED(each_form_is_told_and_written_again))
