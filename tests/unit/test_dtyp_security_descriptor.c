/* lib/smb/dtyp_security_descriptor.c: [MS-DTYP] 2.4.6. */
#include "../told.h"
#include <wyre/dtyp.h>

#define WORLD   "01 01 000000000001 00000000"
#define ADMIN   "01 02 000000000005 20000000 20020000"
#define READ    "02 00 1c00 0100 0000 00 03 1400 ff011f00" WORLD /* 28 bytes */
#define EXAMPLE                                                  /* [MS-DTYP] 2.5.1.4 */           \
    "01 00 14b0 90000000 a0000000 14000000 30000000 "                                              \
    "02 00 1c00 0100 0000 02 80 1400 00000080 01 01 000000000001 00000000 "                        \
    "02 00 6000 0400 0000 00 03 1800 000000a0 01 02 000000000005 20000000 21020000 "               \
    "00 03 1800 00000010" ADMIN "00 03 1400 00000010 01 01 000000000005 12000000 "                 \
    "00 03 1400 00000010 01 01 000000000003 00000000" ADMIN ADMIN

RING(wyre_dtyp_security_descriptor, 0);
#define SD &wyre_dtyp_security_descriptor_ring

/* clang-format off */
static const told_row rows[] = {
    {SD, "nothing but the fixed part", "01 00 0080 00000000 00000000 00000000 00000000", WYRE_OK, 20,
     "revision=1 sbz1=0 control=0x8000 owner=[0,0] group=[0,0] sacl=[0,0] dacl=[0,0]"},
    {SD, "owner, group, sacl, dacl, the order of Samba",
     "01 07 1480 14000000 24000000 30000000 38000000" ADMIN WORLD "02 00 0800 0000 0000" READ, WYRE_OK, 84,
     "revision=1 sbz1=7 control=0x8014 owner=[20,16] group=[36,12] sacl=[48,8] dacl=[56,28]"},
    {SD, "sacl, dacl, owner, group, the order of Windows",
     "01 00 1480 38000000 48000000 14000000 1c000000 02 00 0800 0000 0000" READ ADMIN WORLD, WYRE_OK, 84,
     "revision=1 sbz1=0 control=0x8014 owner=[56,16] group=[72,12] sacl=[20,8] dacl=[28,28]"},
    {SD, "owner and group are one", "01 00 0080 14000000 14000000 00000000 00000000" WORLD, WYRE_OK, 32,
     "revision=1 sbz1=0 control=0x8000 owner=[20,12] group=[20,12] sacl=[0,0] dacl=[0,0]"},
    {SD, "the example of [MS-DTYP] 2.5.1.4", EXAMPLE, WYRE_OK, 176,
     "revision=1 sbz1=0 control=0xb014 owner=[144,16] group=[160,16] sacl=[20,28] dacl=[48,96]"},
    {SD, "19 bytes", "01 00 0080 00000000 00000000 00000000 000000", WYRE_E_LENGTH, 19, NULL},
    {SD, "revision 0", "00 00 0080 00000000 00000000 00000000 00000000", WYRE_E_VALUE, 0, NULL},
    {SD, "owner inside the fixed part", "01 00 0080 13000000 00000000 00000000 00000000" WORLD,
     WYRE_E_OFFSET, 4, NULL},
    {SD, "group past the end", "01 00 0080 00000000 21000000 00000000 00000000" WORLD, WYRE_E_OFFSET, 8,
     NULL},
    {SD, "group right at the end", "01 00 0080 00000000 20000000 00000000 00000000" WORLD,
     WYRE_E_LENGTH, 32, NULL},
    {SD, "sacl at 4 GiB - 1", "01 00 0080 00000000 00000000 ffffffff 00000000" WORLD, WYRE_E_OFFSET, 12,
     NULL},
    {SD, "owner with 16 sub-authorities",
     "01 00 0080 14000000 00000000 00000000 00000000 01 10 000000000001 00000000", WYRE_E_VALUE, 21, NULL},
    {SD, "owner with one sub-authority more than there is",
     "01 00 0080 14000000 00000000 00000000 00000000 01 02 000000000001 00000000", WYRE_E_LENGTH, 21, NULL},
    {SD, "dacl with AclSize 7",
     "01 00 0080 00000000 00000000 00000000 14000000 02 00 0700 0000 0000", WYRE_E_LENGTH, 22, NULL},
    {SD, "dacl with AclSize one past the end",
     "01 00 0080 00000000 00000000 00000000 14000000 02 00 0900 0000 0000", WYRE_E_LENGTH, 22, NULL},
    {SD, "dacl of seven bytes", "01 00 0080 00000000 00000000 00000000 14000000 02 00 0700 0000 00",
     WYRE_E_LENGTH, 27, NULL},
};
/* clang-format on */

TEST(descriptor_decodes_or_is_refused_as_the_row_says)
{
    told_rows_hold(rows, COUNT(rows));
}

/* clang-format off */
static const struct whole {
    const char *name, *hex;
    wyre_status status;
    size_t n;
    const char *told;
} wholes[] = {
    {"owner and dacl", "01 00 0480 14000000 00000000 00000000 24000000" ADMIN READ, WYRE_OK, 64,
     "revision=1 sbz1=0 control=0x8004 owner=[20,16] group=[0,0] sacl=[0,0] dacl=[36,28] "
     "owner_sid[20,16]{revision=1 identifier_authority=000000000005 sub_authority=[8,8]} "
     "dacl_entries[36,28]{acl_revision=2 sbz1=0 ace_count=1 sbz2=0 aces=[8,20] "
     "ace[0,28]{ace_type=0 ace_flags=0x03 mask=0x1f01ff sid=[16,12] application_data=[28,0]}}"},
    {"group and sacl", "01 00 1080 00000000 20000000 14000000 00000000 02 00 0c00 0100 0000 14 00 0400" WORLD,
     WYRE_OK, 44,
     "revision=1 sbz1=0 control=0x8010 owner=[0,0] group=[32,12] sacl=[20,12] dacl=[0,0] "
     "group_sid[32,12]{revision=1 identifier_authority=000000000001 sub_authority=[8,4]} "
     "sacl_entries[20,12]{acl_revision=2 sbz1=0 ace_count=1 sbz2=0 aces=[8,4] "
     "ace[0,12]{ace_type=20 ace_flags=0x00 application_data=[12,0]}}"},
    {"the example of [MS-DTYP] 2.5.1.4", EXAMPLE, WYRE_OK, 176,
     "revision=1 sbz1=0 control=0xb014 owner=[144,16] group=[160,16] sacl=[20,28] dacl=[48,96] "
     "owner_sid[144,16]{revision=1 identifier_authority=000000000005 sub_authority=[8,8]} "
     "group_sid[160,16]{revision=1 identifier_authority=000000000005 sub_authority=[8,8]} "
     "sacl_entries[20,28]{acl_revision=2 sbz1=0 ace_count=1 sbz2=0 aces=[8,20] "
     "ace[0,28]{ace_type=2 ace_flags=0x80 mask=0x80000000 sid=[16,12] application_data=[28,0]}} "
     "dacl_entries[48,96]{acl_revision=2 sbz1=0 ace_count=4 sbz2=0 aces=[8,88] "
     "ace[0,96]{ace_type=0 ace_flags=0x03 mask=0xa0000000 sid=[16,16] application_data=[32,0]} "
     "ace[0,96]{ace_type=0 ace_flags=0x03 mask=0x10000000 sid=[40,16] application_data=[56,0]} "
     "ace[0,96]{ace_type=0 ace_flags=0x03 mask=0x10000000 sid=[64,12] application_data=[76,0]} "
     "ace[0,96]{ace_type=0 ace_flags=0x03 mask=0x10000000 sid=[84,12] application_data=[96,0]}}"},
    {"the dacl says two entries and has one",
     "01 00 0480 00000000 00000000 00000000 14000000 02 00 0c00 0200 0000 14 00 0400", WYRE_E_LENGTH, 32,
     NULL},
    {"the sacl's entry is of size 0",
     "01 00 0480 00000000 00000000 14000000 00000000 02 00 0c00 0200 0000 14 00 0000", WYRE_E_LENGTH, 30,
     NULL},
    {"no descriptor", "", WYRE_E_LENGTH, 0, NULL},
};
/* clang-format on */

TEST(whole_descriptor_is_told)
{
    static told got;
    for (const struct whole *row = wholes; row < wholes + COUNT(wholes); row++) {
        bytes in = hex(row->hex);
        wyre_visitor v = telling(&got);
        size_t n;
        uint8_t *unit = exact(in.at, in.len);
        assert_status(row->name, wyre_dtyp_security_visit(unit, in.len, &v, &n), row->status);
        assert_offset(row->name, n, row->n);
        if (row->status == WYRE_OK)
            assert_told(row->name, &got, row->told);
        free(unit);
    }
}

RUN_TESTS("dtyp_security_descriptor", TESTED(descriptor_decodes_or_is_refused_as_the_row_says),
          TESTED(whole_descriptor_is_told))
