/* lib/msnp/msnp_lists.c: each form of each dialect is a row. */
#include "../properties/msnp_rows.h"

VIEW_RING(wyre_msnp_syn);
VIEW_RING(wyre_msnp_blp);
VIEW_RING(wyre_msnp_prp);
VIEW_RING(wyre_msnp_bpr);
VIEW_RING(wyre_msnp_lsg);
VIEW_RING(wyre_msnp_lst);
VIEW_RING(wyre_msnp_add);
VIEW_RING(wyre_msnp_adc);
VIEW_RING(wyre_msnp_rem);
VIEW_RING(wyre_msnp_rea);
VIEW_RING(wyre_msnp_sbp);
VIEW_RING(wyre_msnp_adg);
VIEW_RING(wyre_msnp_rmg);
VIEW_RING(wyre_msnp_reg);
VIEW_RING(wyre_msnp_adl);

#define SYN &wyre_msnp_syn_ring
#define BLP &wyre_msnp_blp_ring
#define PRP &wyre_msnp_prp_ring
#define BPR &wyre_msnp_bpr_ring
#define LSG &wyre_msnp_lsg_ring
#define LST &wyre_msnp_lst_ring
#define ADD &wyre_msnp_add_ring
#define ADC &wyre_msnp_adc_ring
#define REM &wyre_msnp_rem_ring
#define REA &wyre_msnp_rea_ring
#define SBP &wyre_msnp_sbp_ring
#define ADG &wyre_msnp_adg_ring
#define RMG &wyre_msnp_rmg_ring
#define REG &wyre_msnp_reg_ring
#define ADL &wyre_msnp_adl_ring

#define GUID  "38bde605-eb9a-4d6e-8a8d-ff3e22c1078a"
#define GUID2 "48090090-5369-4ee5-b2af-b9e65c048b64"

/* clang-format off */
static const row rows[] = {
    {SYN, C | 8, "SYN 5 0", 0, 0, "trid=5 version=0"},
    {SYN, C | 12, "SYN 5 0 0", 0, 0, "trid=5 version=0 second_version=0"},
    {SYN, S | 7, "SYN 5 27", 0, 0, "trid=5 version=27"},
    {SYN, S | 8, "SYN 5 27 2 1", 0, 0, "trid=5 version=27 contacts=2 groups=1"},
    {SYN, S | 12, "SYN 5 2005-04-23T18:57:44.8-07:00 2005-04-23T18:57:54.2-07:00 1 2", 0, 0,
     "trid=5 version=2005-04-23T18:57:44.8-07:00 second_version=2005-04-23T18:57:54.2-07:00 contacts=1 groups=2"},
    {SYN, S | 12, "SYN 5 a b", 0, 0, "trid=5 version=a second_version=b"},
    {SYN, S | 12, "SYN 5 a", WYRE_E_LENGTH, 7, NULL},
    {BLP, C | 8, "GTC 11 A", 0, 0, "trid=11 value=A"},
    {BLP, S | 7, "GTC 5 1 A", 0, 0, "trid=5 list_version=1 value=A"},
    {BLP, S | 8, "GTC A", 0, 0, "value=A"},
    {BLP, S | 8, "BLP BL", 0, 0, "value=BL"},
    {BLP, S | 15, "BLP 5 AL", 0, 0, "trid=5 value=AL"},
    {BLP, S | 8, "BLP", WYRE_E_LENGTH, 3, NULL},
    {PRP, C | 10, "PRP 17 MFN New%20Name", 0, 0, "trid=17 key=MFN value=New%20Name"},
    {PRP, C | 10, "PRP 17 PHH ", 0, 0, "trid=17 key=PHH value="},
    {PRP, S | 7, "PRP 1 PHH 555%20123", 0, 0, "list_version=1 key=PHH value=555%20123"},
    {PRP, S | 7, "PRP 19 4 PHH 555", 0, 0, "trid=19 list_version=4 key=PHH value=555"},
    {PRP, S | 8, "PRP PHH 555", 0, 0, "key=PHH value=555"},
    {PRP, S | 8, "PRP PHH ", 0, 0, "key=PHH value="},
    {PRP, S | 8, "PRP PHH", 0, 0, "key=PHH"},
    {PRP, S | 12, "PRP MFN Ann", 0, 0, "key=MFN value=Ann"},
    {PRP, S | 12, "PRP 7 MFN Ann", 0, 0, "trid=7 key=MFN value=Ann"},
    {PRP, S | 8, "PRP", WYRE_E_LENGTH, 3, NULL},
    {BPR, S | 7, "BPR 2 a@b PHH 555", 0, 0, "list_version=2 handle=a@b key=PHH value=555"},
    {BPR, S | 7, "BPR 2 PHH 555", 0, 0, "list_version=2 key=PHH value=555"},
    {BPR, S | 8, "BPR MOB N", 0, 0, "key=MOB value=N"},
    {BPR, S | 8, "BPR MOB ", 0, 0, "key=MOB value="},
    {BPR, S | 10, "BPR a@b PHH 555", 0, 0, "handle=a@b key=PHH value=555"},
    {BPR, S | 8, "BPR 2 a@b PHH 555", 0, 0, "list_version=2 handle=a@b key=PHH value=555"},
    {BPR, S | 8, "BPR", WYRE_E_LENGTH, 3, NULL},
    {LSG, S | 7, "LSG 5 1 1 2 0 Other%20Contacts 0", 0, 0,
     "trid=5 list_version=1 index=1 total=2 group_id=0 group_name=Other%20Contacts reserved=0"},
    {LSG, S | 8, "LSG 0 Friends 0", 0, 0, "group_id=0 group_name=Friends reserved=0"},
    {LSG, S | 10, "LSG Friends " GUID, 0, 0, "group_name=Friends group_guid=" GUID},
    {LSG, S | 7, "LSG 5 1 x 2 0 a 0", WYRE_E_TEXT, 8, NULL},
    {LSG, S | 7, "LSG 5 1 4294967296 2 0 a 0", WYRE_E_VALUE, 17, NULL},
    {LSG, S | 10, "LSG Friends", WYRE_E_LENGTH, 11, NULL},
    {LST, S | 7, "LST 5 FL 1 1 2 a@b Bea", 0, 0, "trid=5 list=FL list_version=1 index=1 total=2 handle=a@b friendly_name=Bea"},
    {LST, S | 7, "LST 5 FL 1 1 2 a@b Bea 0,3", 0, 0, "trid=5 list=FL list_version=1 index=1 total=2 handle=a@b friendly_name=Bea groups=0,3"},
    {LST, S | 2, "LST 5 BL 1 0 0", 0, 0, "trid=5 list=BL list_version=1 index=0 total=0"},
    {LST, S | 8, "LST a@b Bea 11 0", 0, 0, "handle=a@b friendly_name=Bea lists=0xb groups=0"},
    {LST, S | 8, "LST a@b Cal 10", 0, 0, "handle=a@b friendly_name=Cal lists=0xa"},
    {LST, S | 10, "LST N=a@b F=Bea C=" GUID " 11 " GUID2 "," GUID, 0, 0,
     "handle=a@b friendly_name=Bea contact_guid=" GUID " lists=0xb groups=" GUID2 "," GUID},
    {LST, S | 10, "LST N=a@b F=Bea C=" GUID " 11 ", 0, 0, "handle=a@b friendly_name=Bea contact_guid=" GUID " lists=0xb groups="},
    {LST, S | 12, "LST N=a@b F=Bea C=" GUID " 11 1 ", 0, 0, "handle=a@b friendly_name=Bea contact_guid=" GUID " lists=0xb type=1 groups="},
    {LST, S | 12, "LST N=a@b F= 10 1", 0, 0, "handle=a@b friendly_name= lists=0xa type=1"},
    {LST, S | 12, "LST N=a@b 10 1", 0, 0, "handle=a@b lists=0xa type=1"},
    {LST, S | 12, "LST", WYRE_E_LENGTH, 3, NULL},
    {LST, S | 12, "LST N=a@b X=y 10", WYRE_E_TEXT, 10, NULL},
    {ADD, C | 7, "ADD 14 FL a@b Test4", 0, 0, "trid=14 list=FL handle=a@b friendly_name=Test4"},
    {ADD, C | 8, "ADD 14 FL a@b Test4 0", 0, 0, "trid=14 list=FL handle=a@b friendly_name=Test4 group_id=0"},
    {ADD, S | 8, "ADD 14 FL 2 a@b Test4 0", 0, 0, "trid=14 list=FL list_version=2 handle=a@b friendly_name=Test4 group_id=0"},
    {ADD, S | 8, "ADD 0 RL 5 a@b Ann", 0, 0, "trid=0 list=RL list_version=5 handle=a@b friendly_name=Ann"},
    {ADC, C | 10, "ADC 16 FL N=a@b F=Test4", 0, 0, "trid=16 list=FL handle=a@b friendly_name=Test4"},
    {ADC, C | 10, "ADC 17 AL N=a@b", 0, 0, "trid=17 list=AL handle=a@b"},
    {ADC, C | 10, "ADC 17 FL C=" GUID " " GUID2, 0, 0, "trid=17 list=FL contact_guid=" GUID " group_guid=" GUID2},
    {ADC, S | 10, "ADC 16 FL N=a@b F=Test4 C=" GUID, 0, 0, "trid=16 list=FL handle=a@b friendly_name=Test4 contact_guid=" GUID},
    {REM, C | 8, "REM 16 FL a@b", 0, 0, "trid=16 list=FL contact=a@b"},
    {REM, S | 8, "REM 16 FL 3 a@b", 0, 0, "trid=16 list=FL list_version=3 contact=a@b"},
    {REM, S | 10, "REM 18 FL " GUID " " GUID2, 0, 0, "trid=18 list=FL contact=" GUID " group=" GUID2},
    {REM, S | 8, "REM 16 FL 3", WYRE_E_LENGTH, 11, NULL},
    {REA, C | 8, "REA 17 a@b New%20Name", 0, 0, "trid=17 handle=a@b friendly_name=New%20Name"},
    {REA, S | 8, "REA 17 4 a@b New%20Name", 0, 0, "trid=17 list_version=4 handle=a@b friendly_name=New%20Name"},
    {SBP, C | 10, "SBP 9 " GUID " MFN Bea", 0, 0, "trid=9 contact_guid=" GUID " key=MFN value=Bea"},
    {ADG, C | 8, "ADG 13 New%20Group 0", 0, 0, "trid=13 group_name=New%20Group reserved=0"},
    {ADG, S | 2, "ADG 13 4 New%20Group 1 0", 0, 0, "trid=13 list_version=4 group_name=New%20Group group_id=1 reserved=0"},
    {ADG, S | 12, "ADG 13 New%20Group " GUID " 0", 0, 0, "trid=13 group_name=New%20Group group_id=" GUID " reserved=0"},
    {RMG, C | 8, "RMG 18 99", 0, 0, "trid=18 group_id=99"},
    {RMG, S | 8, "RMG 18 5 99", 0, 0, "trid=18 list_version=5 group_id=99"},
    {REG, C | 8, "REG 18 1 Name 0", 0, 0, "trid=18 group_id=1 group_name=Name reserved=0"},
    {REG, S | 8, "REG 18 5 1 Name 0", 0, 0, "trid=18 list_version=5 group_id=1 group_name=Name reserved=0"},
    {REG, S | 10, "REG 18 1 Name " GUID " 0", 0, 0, "trid=18 list_version=1 group_name=Name group_id=" GUID " reserved=0"},
    {ADL, C | 13, "ADL 6 10|<ml></ml> ", 0, 0, "trid=6 payload=<ml></ml> "},
    {ADL, S | 13, "ADL 6 OK", 0, 0, "trid=6 ok=1"},
    {ADL, S | 13, "RML 0 10|<ml></ml> ", 0, 0, "trid=0 ok=0 payload=<ml></ml> "},
    {ADL, S | 13, "FQY 6 10|<ml></ml> ", 0, 0, "trid=6 ok=0 payload=<ml></ml> "},
    {ADL, C | 11, "UUX 6 7|<Data/>", 0, 0, "trid=6 payload=<Data/>"},
    {ADL, S | 11, "UUX 6 0", 0, 0, "trid=6 ok=0 payload="},
    {ADL, S | 18, "PUT 6 OK 0", 0, 0, "trid=6 ok=1 payload="},
    {ADL, S | 18, "SDG 0 2|xy", 0, 0, "trid=0 ok=0 payload=xy"},
    {ADL, C | 13, "ADL 6 0", 0, 0, "trid=6 payload="},
    {ADL, C | 13, "ADL 6", WYRE_E_LENGTH, 5, NULL},
};
/* clang-format on */

TEST(each_form_is_told_and_written_again)
{
    for (const row *r = rows; r < rows + COUNT(rows); r++)
        row_holds(r);
}

/* A version that is left out must not come back as one, nor the other way round. */
TEST(a_leading_field_reads_back_as_it_was)
{
    const uint8_t *src = (const uint8_t *)"1 PHH x y";
    uint8_t out[64];
    wyre_msnp_prp m = {.command = {.role = S | 8, .verb = "PRP"}, .key = {2, 3}, .value = {6, 1}};
    assert_status("none", wyre_msnp_prp_encode(&m, src, 9, out, sizeof out, NULL), WYRE_OK);
    m.list_version = (wyre_span){0, 1};
    assert_status("one", wyre_msnp_prp_encode(&m, src, 9, out, sizeof out, NULL), WYRE_OK);
    m.value = (wyre_span){0, 0};
    assert_status("too few behind it", wyre_msnp_prp_encode(&m, src, 9, out, sizeof out, NULL),
                  WYRE_E_RANGE);
    m.list_version = (wyre_span){0, 0};
    m.value = (wyre_span){6, 1};
    m.command.fields = (wyre_span){8, 1};
    assert_status("too many without it", wyre_msnp_prp_encode(&m, src, 9, out, sizeof out, NULL),
                  WYRE_E_RANGE);
}

TEST(constants_have_names)
{
    assert_string_equal(wyre_msnp_list_name(16), "PENDING");
    assert_string_equal(wyre_msnp_list_name(3), "?");
    assert_string_equal(wyre_msnp_network_name(32), "YAHOO");
    assert_string_equal(wyre_msnp_network_name(0), "?");
}

RUN_TESTS("msnp_lists", TESTED(each_form_is_told_and_written_again),
          TESTED(a_leading_field_reads_back_as_it_was), TESTED(constants_have_names))
