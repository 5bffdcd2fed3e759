/* One SMB1 message of each struct and variant, for tests/peers/tshark. Each is decoded from the bytes
 * beside its name and encoded again: what is printed are the bytes of the encoder. */
#include "encoded.h"

static uint8_t unit[512];
static size_t unit_len;

static void
unit_from(const char *hex)
{
    for (unit_len = 0; hex[2 * unit_len] != '\0'; unit_len++)
        if (sscanf(hex + 2 * unit_len, "%2hhx", &unit[unit_len]) != 1)
            exit(1);
}

#define BLOCK(T, direction, filter, hex)                                                           \
    do {                                                                                           \
        wyre_smb1_##T m;                                                                           \
        wyre_smb1_header header;                                                                   \
        char name[16];                                                                             \
        size_t end;                                                                                \
        unit_from(hex);                                                                            \
        ENCODED(wyre_smb1_header_decode(unit, unit_len, 0, &header, NULL));                        \
        ENCODED(wyre_smb1_##T##_decode(unit, unit_len, 32, 0, &m, NULL));                          \
        ENCODED(wyre_smb1_header_encode(&header, NULL, 0, out + 4, sizeof out - 4, NULL));         \
        ENCODED(wyre_smb1_##T##_encode(&m, unit, unit_len, 32, out + 4, sizeof out - 4, &end));    \
        ENCODED(wyre_direct_tcp_header_encode((uint32_t)end, out, 4, NULL));                       \
        n = 4 + end;                                                                               \
        snprintf(name, sizeof name, "smb1 %d", __LINE__);                                          \
        message("smb", name, direction, filter);                                                   \
    } while (0)

/* clang-format off */
static void
part_1(void)
{
    BLOCK(body, 'c', "smb.cmd == 0x71 && smb.wct == 0 && smb.flags.response == 0",
          "ff534d4271000000001801c00000000000000000000000000000feff00000000000000");
    BLOCK(andx, 'c', "smb.cmd == 0x74 && smb.wct == 2 && smb.flags.response == 0",
          "ff534d4274000000001801c00000000000000000000000000000feff0000000002ff0000000000");
    BLOCK(echo_request, 'c', "smb.cmd == 0x2b && smb.wct == 1 && smb.flags.response == 0",
          "ff534d422b000000001801c00000000000000000000000000000feff0000000001010005007779726521");
    BLOCK(echo_request, 'c', "smb.cmd == 0x2b && smb.wct == 1 && smb.flags.response == 0",
          "ff534d422b000000001801c00000000000000000000000000000feff0000000001ffff0000");
    BLOCK(echo_response, 's', "smb.cmd == 0x2b && smb.wct == 1 && smb.flags.response == 1",
          "ff534d422b000000009801c00000000000000000000000000000feff0000000001020005007779726521");
    BLOCK(negotiate_request, 'c', "smb.cmd == 0x72 && smb.wct == 0 && smb.flags.response == 0",
          "ff534d4272000000001801c00000000000000000000000000000feff00000000000c00024e54204c4d20"
          "302e313200");
    BLOCK(negotiate_request, 'c', "smb.cmd == 0x72 && smb.wct == 0 && smb.flags.response == 0",
          "ff534d4272000000001801c00000000000000000000000000000feff00000000000000");
    BLOCK(negotiate_core_response, 's', "smb.cmd == 0x72 && smb.wct == 1 && smb.flags.response == 1",
          "ff534d4272000000009801400000000000000000000000000000feff000000000100000000");
    BLOCK(negotiate_core_response, 's', "smb.cmd == 0x72 && smb.wct == 1 && smb.flags.response == 1",
          "ff534d4272000000009801c00000000000000000000000000000feff0000000001ffff0000");
    BLOCK(negotiate_lanman_response, 's', "smb.cmd == 0x72 && smb.wct == 13 && smb.flags.response == 1",
          "ff534d4272000000009801400000000000000000000000000000feff000000000d060003000411320001"
          "0003001122334433283a5bc4ff0800000012000102030405060708574f524b47524f555000");
    BLOCK(negotiate_lanman_response, 's', "smb.cmd == 0x72 && smb.wct == 13 && smb.flags.response == 1",
          "ff534d4272000000009801400000000000000000000000000000feff000000000d060000000411320001"
          "000000000000000000000000000000ffff0000");
    BLOCK(negotiate_response, 's', "smb.cmd == 0x72 && smb.wct == 17 && smb.flags.response == 1",
          "ff534d4272000000009801c00000000000000000000000000000feff0000000011080003320001000441"
          "000000000100b5680000fdf300008296b1c2d3e4d501c4ff081400010203040506070857004700000053"
          "0052000000");
    BLOCK(negotiate_response, 's', "smb.cmd == 0x72 && smb.wct == 17 && smb.flags.response == 1",
          "ff534d4272000000009801c00000000000000000000000000000feff0000000011080003320001000441"
          "000000000100b5680000f9f300008296b1c2d3e4d5013c00080e000102030405060708574700535200");
    BLOCK(negotiate_response, 's', "smb.cmd == 0x72 && smb.wct == 17 && smb.flags.response == 1",
          "ff534d4272000000009801c00000000000000000000000000000feff0000000011080003320001000441"
          "000000000100b5680000fdf300008296b1c2d3e4d5010000080e000102030405060708570047000000");
    BLOCK(negotiate_response, 's', "smb.cmd == 0x72 && smb.wct == 17 && smb.flags.response == 1",
          "ff534d4272000000009801c00000000000000000000000000000feff0000000011080001320001000441"
          "000000000100b5680000fdf300008296b1c2d3e4d5010000000000");
    BLOCK(session_setup_andx_lanman_request, 'c', "smb.cmd == 0x73 && smb.wct == 10 && smb.flags.response == 0",
          "ff534d4273000000001801400000000000000000000000000000feff000000000aff0000000411020001"
          "00b56800000400000000001400706173737779726500574700556e6978004c4d00");
    BLOCK(session_setup_andx_lanman_request, 'c', "smb.cmd == 0x73 && smb.wct == 10 && smb.flags.response == 0",
          "ff534d4273000000001801400000000000000000000000000000feff000000000aff0000000411020001"
          "00b5680000010000000000010000");
    BLOCK(session_setup_andx_request, 'c', "smb.cmd == 0x73 && smb.wct == 13 && smb.flags.response == 0",
          "ff534d4273000000001801c00000000000000000000000000000feff000000000dff0000000411020001"
          "00b56800000200000000000000d40000000f00aabb00770000005700000055000000");
    BLOCK(session_setup_andx_request, 'c', "smb.cmd == 0x73 && smb.wct == 13 && smb.flags.response == 0",
          "ff534d4273000000001801400000000000000000000000000000feff000000000dff0000000411020001"
          "00b56800000100000000000000500000000b00000000556e6978004c4d00");
    BLOCK(session_setup_andx_response, 's', "smb.cmd == 0x73 && smb.wct == 3 && smb.flags.response == 1",
          "ff534d4273000000009801c00000000000000000000000000000feff0000000003ff00000001000d0000"
          "550000005300000057000000");
    BLOCK(tree_connect_andx_request, 'c', "smb.cmd == 0x75 && smb.wct == 4 && smb.flags.response == 0",
          "ff534d4275000000001801c00000000000000000000000000000feff0000000004ff0000000800010013"
          "00005c005c0053005c00430000003f3f3f3f3f00");
    BLOCK(tree_connect_andx_request, 'c', "smb.cmd == 0x75 && smb.wct == 4 && smb.flags.response == 0",
          "ff534d4275000000001801c00000000000000000000000000000feff0000000004ff0000000c00000013"
          "00005c005c0053005c00430000003f3f3f3f3f00");
}

static void
part_2(void)
{
    BLOCK(tree_connect_andx_request, 'c', "smb.cmd == 0x75 && smb.wct == 4 && smb.flags.response == 0",
          "ff534d4275000000001801400000000000000000000000000000feff0000000004ff000000000001000b"
          "00005c5c535c430049504300");
    BLOCK(tree_connect_andx_response, 's', "smb.cmd == 0x75 && smb.wct == 2 && smb.flags.response == 1",
          "ff534d4275000000009801400000000000000000000000000000feff0000000002ff0000000300413a00");
    BLOCK(tree_connect_andx_response, 's', "smb.cmd == 0x75 && smb.wct == 3 && smb.flags.response == 1",
          "ff534d4275000000009801c00000000000000000000000000000feff0000000003ff00000001000d0041"
          "3a004e005400460053000000");
    BLOCK(tree_connect_andx_response, 's', "smb.cmd == 0x75 && smb.wct == 7 && smb.flags.response == 1",
          "ff534d4275000000009801c00000000000000000000000000000feff0000000007ff0000002100ff011f"
          "00a9001200090049504300004e000000");
    BLOCK(tree_connect_request, 'c', "smb.cmd == 0x70 && smb.wct == 0 && smb.flags.response == 0",
          "ff534d4270000000001801400000000000000000000000000000feff00000000000d00045c5c535c4300"
          "040004413a00");
    BLOCK(tree_connect_response, 's', "smb.cmd == 0x70 && smb.wct == 2 && smb.flags.response == 1",
          "ff534d4270000000009801400000000000000000000000000000feff0000000002041101000000");
    BLOCK(open_andx_request, 'c', "smb.cmd == 0x2d && smb.wct == 15 && smb.flags.response == 0",
          "ff534d422d000000001801c00000000000000000000000000000feff000000000fff0000000100420016"
          "00200015cd5b07110000100000e803000000000000070000610062000000");
    BLOCK(open_andx_response, 's', "smb.cmd == 0x2d && smb.wct == 19 && smb.flags.response == 1",
          "ff534d422d000000009801c00000000000000000000000000000feff0000000013ff0000000340200015"
          "cd5b070c0000000100000000000180000000000000ff011f00a90012000000");
    BLOCK(nt_create_andx_request, 'c', "smb.cmd == 0xa2 && smb.wct == 24 && smb.flags.response == 0",
          "ff534d42a2000000001801c00000000000000000000000000000feff0000000018ff0000000004001600"
          "0000000000009f0112000010000000000000800000000700000003000000400000000200000003070000"
          "610062000000");
    BLOCK(nt_create_andx_request, 'c', "smb.cmd == 0xa2 && smb.wct == 24 && smb.flags.response == 0",
          "ff534d42a2000000001801c00000000000000000000000000000feff0000000018ff0000000006001600"
          "0000000000009f0112000010000000000000800000000700000003000000400000000200000003090000"
          "6100620000000000");
    BLOCK(nt_create_andx_request, 'c', "smb.cmd == 0xa2 && smb.wct == 24 && smb.flags.response == 0",
          "ff534d42a2000000001801400000000000000000000000000000feff0000000018ff000000cc02001600"
          "0000000000009f0112000010000000000000800000000700000003000000400000000200000003030061"
          "6200");
    BLOCK(nt_create_andx_request, 'c', "smb.cmd == 0xa2 && smb.wct == 24 && smb.flags.response == 0",
          "ff534d42a2000000001801c00000000000000000000000000000feff0000000018ff0000000000001600"
          "0000000000009f0112000010000000000000800000000700000003000000400000000200000003030000"
          "0000");
    BLOCK(nt_create_andx_response, 's', "smb.cmd == 0xa2 && smb.wct == 34 && smb.flags.response == 1",
          "ff534d42a2000000009801c00000000000000000000000000000feff0000000022ff0000000203400100"
          "000001020304050607011112131415161701212223242526270131323334353637012000000000100000"
          "000000000c0000000000000000000700000000");
    BLOCK(nt_create_andx_response, 's', "smb.cmd == 0xa2 && smb.wct == 42 && smb.flags.response == 1",
          "ff534d42a2000000009801c00000000000000000000000000000feff000000002aff0000000203400100"
          "000001020304050607011112131415161701212223242526270131323334353637012000000000100000"
          "000000000c000000000000000000070000000102030405060708090a0b0c0d0e0f1122334455667788ff"
          "011f00a90012000000");
    BLOCK(nt_create_andx_response, 's', "smb.cmd == 0xa2 && smb.wct == 50 && smb.flags.response == 1",
          "ff534d42a2000000009801c00000000000000000000000000000feff0000000032ff0000000203400100"
          "000001020304050607011112131415161701212223242526270131323334353637012000000000100000"
          "000000000c000000000000000000070000000102030405060708090a0b0c0d0e0f1122334455667788ff"
          "011f00a90012000000");
    BLOCK(read_andx_request, 'c', "smb.cmd == 0x2e && smb.wct == 10 && smb.flags.response == 0",
          "ff534d422e000000001801c00000000000000000000000000000feff000000000aff0000000340001000"
          "0000400100ffffffff05000000");
    BLOCK(read_andx_request, 'c', "smb.cmd == 0x2e && smb.wct == 12 && smb.flags.response == 0",
          "ff534d422e000000001801c00000000000000000000000000000feff000000000cff0000000340001000"
          "0000400100ffffffff0500010000000000");
    BLOCK(read_andx_response, 's', "smb.cmd == 0x2e && smb.wct == 12 && smb.flags.response == 1",
          "ff534d422e000000009801c00000000000000000000000000000feff000000000cff000000ffff000000"
          "0003003c0000000000000000000000040000616263");
    BLOCK(read_andx_response, 's', "smb.cmd == 0x2e && smb.wct == 12 && smb.flags.response == 1",
          "ff534d422e000000009801c00000000000000000000000000000feff000000000cff000000ffff000000"
          "0000003b00000001020304050607080000");
    BLOCK(write_andx_request, 'c', "smb.cmd == 0x2f && smb.wct == 12 && smb.flags.response == 0",
          "ff534d422f000000001801c00000000000000000000000000000feff000000000cff0000000340001000"
          "00ffffffff08000300000003003c00040000616263");
    BLOCK(write_andx_request, 'c', "smb.cmd == 0x2f && smb.wct == 14 && smb.flags.response == 0",
          "ff534d422f000000001801c00000000000000000000000000000feff000000000eff0000000340001000"
          "00ffffffff0800030000000300400001000000040000616263");
    BLOCK(write_andx_request, 'c', "smb.cmd == 0x2f && smb.wct == 14 && smb.flags.response == 0",
          "ff534d422f000000001801c00000000000000000000000000000feff000000000eff0000000340001000"
          "00ffffffff08000300000000003f00000000000000");
}

static void
part_3(void)
{
    BLOCK(write_andx_response, 's', "smb.cmd == 0x2f && smb.wct == 6 && smb.flags.response == 1",
          "ff534d422f000000009801c00000000000000000000000000000feff0000000006ff0000000300ffff01"
          "0000000000");
    BLOCK(locking_andx_request, 'c', "smb.cmd == 0x24 && smb.wct == 8 && smb.flags.response == 0",
          "ff534d4224000000001801c00000000000000000000000000000feff0000000008ff00000003400100ff"
          "ffffff010002001e00010010000000200000000200110000002100000003001200000022000000");
    BLOCK(locking_andx_request, 'c', "smb.cmd == 0x24 && smb.wct == 8 && smb.flags.response == 0",
          "ff534d4224000000001801c00000000000000000000000000000feff0000000008ff0000000340100000"
          "0000000000010014000100000001000000100000000200000020000000");
    BLOCK(locking_andx_request, 'c', "smb.cmd == 0x24 && smb.wct == 8 && smb.flags.response == 0",
          "ff534d4224000000001801c00000000000000000000000000000feff0000000008ff0000000340020100"
          "000000000000000000");
    BLOCK(close_request, 'c', "smb.cmd == 0x04 && smb.wct == 3 && smb.flags.response == 0",
          "ff534d4204000000001801c00000000000000000000000000000feff0000000003034015cd5b070000");
    BLOCK(fid, 'c', "smb.cmd == 0x05 && smb.wct == 1 && smb.flags.response == 0",
          "ff534d4205000000001801c00000000000000000000000000000feff0000000001ffff0000");
    BLOCK(read_request, 'c', "smb.cmd == 0x0a && smb.wct == 5 && smb.flags.response == 0",
          "ff534d420a000000001801c00000000000000000000000000000feff0000000005034000100020000004"
          "000000");
    BLOCK(read_response, 's', "smb.cmd == 0x0a && smb.wct == 5 && smb.flags.response == 1",
          "ff534d420a000000009801c00000000000000000000000000000feff0000000005030000000000000000"
          "000600010300616263");
    BLOCK(write_request, 'c', "smb.cmd == 0x0b && smb.wct == 5 && smb.flags.response == 0",
          "ff534d420b000000001801c00000000000000000000000000000feff0000000005034003000020000004"
          "000600010300616263");
    BLOCK(write_request, 'c', "smb.cmd == 0x0b && smb.wct == 5 && smb.flags.response == 0",
          "ff534d420b000000001801c00000000000000000000000000000feff0000000005034000000020000000"
          "000300010000");
    BLOCK(write_response, 's', "smb.cmd == 0x0b && smb.wct == 1 && smb.flags.response == 1",
          "ff534d420b000000009801c00000000000000000000000000000feff000000000103000000");
    BLOCK(write_and_close_request, 'c', "smb.cmd == 0x2c && smb.wct == 6 && smb.flags.response == 0",
          "ff534d422c000000001801c00000000000000000000000000000feff0000000006034003000020000015"
          "cd5b070400cc616263");
    BLOCK(write_and_close_request, 'c', "smb.cmd == 0x2c && smb.wct == 12 && smb.flags.response == 0",
          "ff534d422c000000001801c00000000000000000000000000000feff000000000c034003000020000015"
          "cd5b07000000000000000000000001040000616263");
    BLOCK(lock_byte_range_request, 'c', "smb.cmd == 0x0c && smb.wct == 5 && smb.flags.response == 0",
          "ff534d420c000000001801c00000000000000000000000000000feff0000000005034010000000200000"
          "000000");
    BLOCK(seek_request, 'c', "smb.cmd == 0x12 && smb.wct == 4 && smb.flags.response == 0",
          "ff534d4212000000001801c00000000000000000000000000000feff000000000403400200fdffffff00"
          "00");
    BLOCK(seek_response, 's', "smb.cmd == 0x12 && smb.wct == 2 && smb.flags.response == 1",
          "ff534d4212000000009801c00000000000000000000000000000feff0000000002fdffffff0000");
    BLOCK(path_request, 'c', "smb.cmd == 0x10 && smb.wct == 0 && smb.flags.response == 0",
          "ff534d4210000000001801c00000000000000000000000000000feff0000000000070004610062000000");
    BLOCK(path_request, 'c', "smb.cmd == 0x00 && smb.wct == 0 && smb.flags.response == 0",
          "ff534d4200000000001801400000000000000000000000000000feff0000000000040004616200");
    BLOCK(open_request, 'c', "smb.cmd == 0x02 && smb.wct == 2 && smb.flags.response == 0",
          "ff534d4202000000001801400000000000000000000000000000feff0000000002420016000400046162"
          "00");
    BLOCK(open_response, 's', "smb.cmd == 0x02 && smb.wct == 7 && smb.flags.response == 1",
          "ff534d4202000000009801400000000000000000000000000000feff00000000070340200015cd5b070c"
          "00000042000000");
    BLOCK(create_request, 'c', "smb.cmd == 0x03 && smb.wct == 3 && smb.flags.response == 0",
          "ff534d4203000000001801400000000000000000000000000000feff0000000003200015cd5b07040004"
          "616200");
    BLOCK(create_temporary_response, 's', "smb.cmd == 0x0e && smb.wct == 1 && smb.flags.response == 1",
          "ff534d420e000000009801400000000000000000000000000000feff00000000010340040004543100");
}

static void
part_4(void)
{
    BLOCK(delete_request, 'c', "smb.cmd == 0x06 && smb.wct == 1 && smb.flags.response == 0",
          "ff534d4206000000001801c00000000000000000000000000000feff0000000001160005000461000000");
    BLOCK(rename_request, 'c', "smb.cmd == 0x07 && smb.wct == 1 && smb.flags.response == 0",
          "ff534d4207000000001801c00000000000000000000000000000feff000000000116000b000461000000"
          "040062000000");
    BLOCK(rename_request, 'c', "smb.cmd == 0x07 && smb.wct == 1 && smb.flags.response == 0",
          "ff534d4207000000001801400000000000000000000000000000feff0000000001160006000461000462"
          "00");
    BLOCK(nt_rename_request, 'c', "smb.cmd == 0xa5 && smb.wct == 4 && smb.flags.response == 0",
          "ff534d42a5000000001801400000000000000000000000000000feff0000000004160004010000000006"
          "00046100046200");
    BLOCK(query_information_response, 's', "smb.cmd == 0x08 && smb.wct == 10 && smb.flags.response == 1",
          "ff534d4208000000009801c00000000000000000000000000000feff000000000a200015cd5b070c0000"
          "00000102030405060708090000");
    BLOCK(set_information_request, 'c', "smb.cmd == 0x09 && smb.wct == 8 && smb.flags.response == 0",
          "ff534d4209000000001801400000000000000000000000000000feff0000000008200015cd5b07000102"
          "03040506070809040004616200");
    BLOCK(query_information2_response, 's', "smb.cmd == 0x23 && smb.wct == 11 && smb.flags.response == 1",
          "ff534d4223000000009801c00000000000000000000000000000feff000000000b5b3a33285c3a34285d"
          "3a35280c0000000010000020000000");
    BLOCK(set_information2_request, 'c', "smb.cmd == 0x22 && smb.wct == 7 && smb.flags.response == 0",
          "ff534d4222000000001801c00000000000000000000000000000feff000000000703405b3a33285c3a34"
          "285d3a35280000");
    BLOCK(query_information_disk_response, 's', "smb.cmd == 0x80 && smb.wct == 5 && smb.flags.response == 1",
          "ff534d4280000000009801c00000000000000000000000000000feff0000000005000100020003000400"
          "050000");
    BLOCK(search_request, 'c', "smb.cmd == 0x81 && smb.wct == 2 && smb.flags.response == 0",
          "ff534d4281000000001801400000000000000000000000000000feff00000000020a0016000800042a2e"
          "2a00050000");
    BLOCK(search_request, 'c', "smb.cmd == 0x82 && smb.wct == 2 && smb.flags.response == 0",
          "ff534d4282000000001801400000000000000000000000000000feff00000000020a0016001a00040005"
          "15000046494c4520202020545854010203040506070809");
    BLOCK(search_request, 'c', "smb.cmd == 0x81 && smb.wct == 2 && smb.flags.response == 0",
          "ff534d4281000000001801c00000000000000000000000000000feff00000000020a0016000800042a00"
          "0000050000");
    BLOCK(search_response, 's', "smb.cmd == 0x81 && smb.wct == 1 && smb.flags.response == 1",
          "ff534d4281000000009801400000000000000000000000000000feff000000000101002e00052b000046"
          "494c45202020205458540102030405060708092033285b3a0c00000046494c452e5458540000000000");
    BLOCK(search_response, 's', "smb.cmd == 0x81 && smb.wct == 1 && smb.flags.response == 1",
          "ff534d4281000000009801400000000000000000000000000000feff000000000100000300050000");
    BLOCK(search_response, 's', "smb.cmd == 0x84 && smb.wct == 1 && smb.flags.response == 1",
          "ff534d4284000000009801400000000000000000000000000000feff000000000100000000");
    BLOCK(find_close2_request, 'c', "smb.cmd == 0x34 && smb.wct == 1 && smb.flags.response == 0",
          "ff534d4234000000001801c00000000000000000000000000000feff000000000103400000");
    BLOCK(transaction_request, 'c', "smb.cmd == 0x25 && smb.wct == 16 && smb.flags.response == 0",
          "ff534d4225000000001801c00000000000000000000000000000feff0000000010000004000000000400"
          "00000000000000000000004c0004004c000200260003400d00005c0050000000000061626364");
    BLOCK(transaction_request, 'c', "smb.cmd == 0x25 && smb.wct == 17 && smb.flags.response == 0",
          "ff534d4225000000001801400000000000000000000000000000feff0000000011000003000000000000"
          "0002000000000000000000000003004800030001000000020006005c4d00616263");
    BLOCK(transaction2_request, 'c', "smb.cmd == 0x32 && smb.wct == 15 && smb.flags.response == 0",
          "ff534d4232000000001801c00000000000000000000000000000feff000000000f000000000200004000"
          "000000000000000000000041000000420001001100010000");
    BLOCK(transaction_response, 's', "smb.cmd == 0x32 && smb.wct == 10 && smb.flags.response == 1",
          "ff534d4232000000009801c00000000000000000000000000000feff000000000a020003000000020038"
          "00000003003c000000000008000001020000616263");
    BLOCK(transaction_response, 's', "smb.cmd == 0x32 && smb.wct == 10 && smb.flags.response == 1",
          "ff534d4232000000009801c00000000000000000000000000000feff000000000a000006000000000000"
          "0000000300380003000000040000616263");
    BLOCK(transaction_response, 's', "smb.cmd == 0x25 && smb.wct == 11 && smb.flags.response == 1",
          "ff534d4225000000009801c00000000000000000000000000000feff000000000b000000000000000039"
          "000000000039000000010034120000");
}

static void
part_5(void)
{
    BLOCK(transaction_secondary_request, 'c', "smb.cmd == 0x26 && smb.wct == 8 && smb.flags.response == 0",
          "ff534d4226000000001801c00000000000000000000000000000feff0000000008020006000200340000"
          "0003003800030008000001020000616263");
    BLOCK(transaction2_secondary_request, 'c', "smb.cmd == 0x33 && smb.wct == 9 && smb.flags.response == 0",
          "ff534d4233000000001801c00000000000000000000000000000feff0000000009000006000000000000"
          "0003003800030003400600000000616263");
    BLOCK(nt_transact_request, 'c', "smb.cmd == 0xa0 && smb.wct == 23 && smb.flags.response == 0",
          "ff534d42a0000000001801c00000000000000000000000000000feff0000000017000000000000000300"
          "0000000000000010000000000000000000000300000054000000040200c4001400034001000600000000"
          "616263");
    BLOCK(nt_transact_secondary_request, 'c', "smb.cmd == 0xa1 && smb.wct == 18 && smb.flags.response == 0",
          "ff534d42a1000000001801c00000000000000000000000000000feff0000000012000000000000000600"
          "000000000000000000000000000003000000480000000300000000040000616263");
    BLOCK(nt_transact_response, 's', "smb.cmd == 0xa0 && smb.wct == 18 && smb.flags.response == 1",
          "ff534d42a0000000009801c00000000000000000000000000000feff0000000012000000040000000000"
          "00000400000048000000000000000000000000000000000000000005000001020304");
}

static void
part_6(void)
{
    BLOCK(negotiate_response, 's',
          "smb.cmd == 0x72 && smb.wct == 17 && smb.flags.response == 1 && smb.server_cap.extended_security == 1",
          "ff534d4272000000009801c80000000000000000000000000000feff0000000011080003320001000441"
          "000000000100b5680000fdf300808296b1c2d3e4d501c4ff0010000102030405060708090a0b0c0d0e0f"
          "10");
    BLOCK(read_raw_request, 'c', "smb.cmd == 0x1a && smb.wct == 8 && smb.flags.response == 0 && smb.fid == 0x4003",
          "ff534d421a000000001801c00000000000000000000000000000feff0000000008034000100000001001"
          "00ffffffff00000000");
    BLOCK(read_raw_request, 'c', "smb.cmd == 0x1a && smb.wct == 10 && smb.flags.response == 0 && smb.fid == 0x4003",
          "ff534d421a000000001801c00000000000000000000000000000feff000000000a034000100000001001"
          "00ffffffff0000010000000000");
    BLOCK(read_raw_request, 'c', "smb.cmd == 0x1b && smb.wct == 8 && smb.flags.response == 0 && smb.fid == 0x4003",
          "ff534d421b000000001801c00000000000000000000000000000feff0000000008034000100000001001"
          "000000000000000000");
    BLOCK(read_mpx_response, 's', "smb.cmd == 0x1b && smb.wct == 8 && smb.flags.response == 1 && smb.data_len == 3",
          "ff534d421b000000009801c00000000000000000000000000000feff0000000008001000000300ffff00"
          "00000003003400040000616263");
    BLOCK(write_raw_request, 'c', "smb.cmd == 0x1d && smb.wct == 12 && smb.flags.response == 0 && smb.fid == 0x4003",
          "ff534d421d000000001801c00000000000000000000000000000feff000000000c034000100000001000"
          "000000000001000000000002003c000300006162");
    BLOCK(write_raw_request, 'c', "smb.cmd == 0x1d && smb.wct == 14 && smb.flags.response == 0 && smb.fid == 0x4003",
          "ff534d421d000000001801c00000000000000000000000000000feff000000000e034000100000001000"
          "000000000001000000000002004000010000000300006162");
    BLOCK(write_raw_interim_response, 's', "smb.cmd == 0x1d && smb.wct == 1 && smb.flags.response == 1",
          "ff534d421d000000009801c00000000000000000000000000000feff0000000001ffff0000");
    BLOCK(write_response, 's', "smb.cmd == 0x20 && smb.wct == 1 && smb.flags.response == 1",
          "ff534d4220000000009801c00000000000000000000000000000feff000000000103000000");
    BLOCK(write_mpx_request, 'c', "smb.cmd == 0x1e && smb.wct == 12 && smb.flags.response == 0 && smb.request.mask == 2",
          "ff534d421e000000001801c00000000000000000000000000000feff000000000c034000100000001000"
          "000000000080000200000002003c000300006162");
    BLOCK(write_mpx_response, 's', "smb.cmd == 0x1e && smb.wct == 2 && smb.flags.response == 1 && smb.response.mask == 3",
          "ff534d421e000000009801c00000000000000000000000000000feff0000000002030000000000");
    BLOCK(ioctl_request, 'c', "smb.cmd == 0x27 && smb.wct == 14 && smb.flags.response == 0",
          "ff534d4227000000001801c00000000000000000000000000000feff000000000e034053006000020003"
          "0004000500e80300000000020040000300440008000001020000616263");
    BLOCK(ioctl_request, 'c', "smb.cmd == 0x27 && smb.wct == 3 && smb.flags.response == 0",
          "ff534d4227000000001801c00000000000000000000000000000feff00000000030340530060000000");
    BLOCK(ioctl_response, 's', "smb.cmd == 0x27 && smb.wct == 8 && smb.flags.response == 1",
          "ff534d4227000000009801c00000000000000000000000000000feff0000000008020003000200340000"
          "0003003800000008000001020000616263");
    BLOCK(copy_request, 'c', "smb.cmd == 0x29 && smb.wct == 3 && smb.flags.response == 0",
          "ff534d4229000000001801400000000000000000000000000000feff0000000003020011000300060004"
          "6100046200");
}

static void
part_7(void)
{
    BLOCK(copy_request, 'c', "smb.cmd == 0x29 && smb.wct == 3 && smb.flags.response == 0",
          "ff534d4229000000001801c00000000000000000000000000000feff00000000030200110003000b0004"
          "61000000040062000000");
    BLOCK(copy_response, 's', "smb.cmd == 0x29 && smb.wct == 1 && smb.flags.response == 1",
          "ff534d4229000000009801c00000000000000000000000000000feff000000000102000000");
    BLOCK(copy_response, 's', "smb.cmd == 0x29 && smb.wct == 1 && smb.flags.response == 1",
          "ff534d4229000000009801400000000000000000000000000000feff000000000102000300046100");
    BLOCK(copy_request, 'c', "smb.cmd == 0x2a && smb.wct == 3 && smb.flags.response == 0",
          "ff534d422a000000001801400000000000000000000000000000feff0000000003020011000300060004"
          "6100046200");
    BLOCK(copy_request, 'c', "smb.cmd == 0x2a && smb.wct == 3 && smb.flags.response == 0",
          "ff534d422a000000001801c00000000000000000000000000000feff00000000030200110003000b0004"
          "61000000040062000000");
    BLOCK(copy_response, 's', "smb.cmd == 0x2a && smb.wct == 1 && smb.flags.response == 1 && smb.files_moved == 2",
          "ff534d422a000000009801c00000000000000000000000000000feff000000000102000000");
    BLOCK(copy_response, 's', "smb.cmd == 0x2a && smb.wct == 1 && smb.flags.response == 1",
          "ff534d422a000000009801400000000000000000000000000000feff000000000102000300046100");
    BLOCK(open_print_file_request, 'c', "smb.cmd == 0xc0 && smb.wct == 2 && smb.flags.response == 0 && smb.print.identifier == \"ab\"",
          "ff534d42c0000000001801400000000000000000000000000000feff0000000002000001000400046162"
          "00");
    BLOCK(open_print_file_request, 'c', "smb.cmd == 0xc0 && smb.wct == 2 && smb.flags.response == 0 && smb.print.identifier == \"ab\"",
          "ff534d42c0000000001801c00000000000000000000000000000feff0000000002040000000700046100"
          "62000000");
    BLOCK(fid, 's', "smb.cmd == 0xc0 && smb.wct == 1 && smb.flags.response == 1 && smb.fid == 0x4003",
          "ff534d42c0000000009801c00000000000000000000000000000feff000000000103400000");
    BLOCK(write_print_file_request, 'c', "smb.cmd == 0xc1 && smb.wct == 1 && smb.flags.response == 0 && smb.fid == 0x4003",
          "ff534d42c1000000001801c00000000000000000000000000000feff0000000001034006000103006162"
          "63");
    BLOCK(fid, 'c', "smb.cmd == 0xc2 && smb.wct == 1 && smb.flags.response == 0 && smb.fid == 0x4003",
          "ff534d42c2000000001801c00000000000000000000000000000feff000000000103400000");
    BLOCK(get_print_queue_request, 'c', "smb.cmd == 0xc3 && smb.wct == 2 && smb.flags.response == 0 && smb.print.start_index == 5",
          "ff534d42c3000000001801c00000000000000000000000000000feff00000000020a0005000000");
    BLOCK(get_print_queue_response, 's', "smb.cmd == 0xc3 && smb.wct == 2 && smb.flags.response == 1 && smb.print.spool.file_size == 12",
          "ff534d42c3000000009801c00000000000000000000000000000feff0000000002010006001f00011c00"
          "5b3a33280307000c000000006e6f626f647900000000000000000000");
}

static void
part_8(void)
{
    BLOCK(get_print_queue_response, 's', "smb.cmd == 0xc3 && smb.wct == 2 && smb.flags.response == 1",
          "ff534d42c3000000009801c00000000000000000000000000000feff0000000002000000000000");
    BLOCK(session_setup_andx_extended_request, 'c', "smb.cmd == 0x73 && smb.wct == 12 && smb.flags.response == 0 && smb.native_os == \"U\"",
          "ff534d4273000000001801c00000000000000000000000000000feff000000000cff0000000411020001"
          "00000000002000000000005400008029004e544c4d535350000100000005820000000000000000000000"
          "00000000000000005500000053000000");
    BLOCK(session_setup_andx_extended_request, 'c', "smb.cmd == 0x73 && smb.wct == 12 && smb.flags.response == 0 && smb.native_os == \"U\"",
          "ff534d4273000000001801400000000000000000000000000000feff000000000cff0000000411020001"
          "00000000002000000000005000008024004e544c4d535350000100000005820000000000000000000000"
          "0000000000000055005300");
    BLOCK(session_setup_andx_response, 's', "smb.cmd == 0x73 && smb.wct == 4 && smb.flags.response == 1 && smb.native_os == \"U\"",
          "ff534d4273000000009801c00000000000000000000000000000feff0000000004ff000000000000000d"
          "0000550000005300000057000000");
    BLOCK(session_setup_andx_response, 's', "smb.cmd == 0x73 && smb.wct == 3 && smb.flags.response == 1 && smb.primary_domain == \"W\"",
          "ff534d4273000000009801400000000000000000000000000000feff0000000003ff0000000100060055"
          "0053005700");
    BLOCK(open_andx_request, 'c', "smb.cmd == 0x2d && smb.wct == 15 && smb.flags.response == 0 && smb.file == \"ab\"",
          "ff534d422d000000001801400000000000000000000000000000feff000000000fff0000000100420016"
          "00200015cd5b07110000100000e8030000000000000300616200");
    BLOCK(open_andx_response, 's', "smb.cmd == 0x2d && smb.wct == 15 && smb.flags.response == 1 && smb.fid == 0x4003",
          "ff534d422d000000009801c00000000000000000000000000000feff000000000fff0000000340200015"
          "cd5b070c00000001000000000001800000000000000000");
    BLOCK(open_request, 'c', "smb.cmd == 0x02 && smb.wct == 2 && smb.flags.response == 0",
          "ff534d4202000000001801c00000000000000000000000000000feff0000000002420016000700046100"
          "62000000");
    BLOCK(open_request, 'c', "smb.cmd == 0x02 && smb.wct == 2 && smb.flags.response == 0",
          "ff534d4202000000001801400000000000000000000000000000feff0000000002420016000400046162"
          "00");
    BLOCK(create_request, 'c', "smb.cmd == 0x03 && smb.wct == 3 && smb.flags.response == 0",
          "ff534d4203000000001801c00000000000000000000000000000feff0000000003200015cd5b07070004"
          "610062000000");
    BLOCK(create_request, 'c', "smb.cmd == 0x03 && smb.wct == 3 && smb.flags.response == 0",
          "ff534d4203000000001801400000000000000000000000000000feff0000000003200015cd5b07040004"
          "616200");
    BLOCK(create_request, 'c', "smb.cmd == 0x0e && smb.wct == 3 && smb.flags.response == 0",
          "ff534d420e000000001801c00000000000000000000000000000feff0000000003200015cd5b07070004"
          "610062000000");
    BLOCK(create_request, 'c', "smb.cmd == 0x0e && smb.wct == 3 && smb.flags.response == 0",
          "ff534d420e000000001801400000000000000000000000000000feff0000000003200015cd5b07040004"
          "616200");
    BLOCK(create_request, 'c', "smb.cmd == 0x0f && smb.wct == 3 && smb.flags.response == 0",
          "ff534d420f000000001801c00000000000000000000000000000feff0000000003200015cd5b07070004"
          "610062000000");
}

static void
part_9(void)
{
    BLOCK(create_request, 'c', "smb.cmd == 0x0f && smb.wct == 3 && smb.flags.response == 0",
          "ff534d420f000000001801400000000000000000000000000000feff0000000003200015cd5b07040004"
          "616200");
    BLOCK(delete_request, 'c', "smb.cmd == 0x06 && smb.wct == 1 && smb.flags.response == 0",
          "ff534d4206000000001801c00000000000000000000000000000feff0000000001160007000461006200"
          "0000");
    BLOCK(delete_request, 'c', "smb.cmd == 0x06 && smb.wct == 1 && smb.flags.response == 0",
          "ff534d4206000000001801400000000000000000000000000000feff00000000011600040004616200");
    BLOCK(set_information_request, 'c', "smb.cmd == 0x09 && smb.wct == 8 && smb.flags.response == 0",
          "ff534d4209000000001801c00000000000000000000000000000feff0000000008200015cd5b07000000"
          "00000000000000070004610062000000");
    BLOCK(set_information_request, 'c', "smb.cmd == 0x09 && smb.wct == 8 && smb.flags.response == 0",
          "ff534d4209000000001801400000000000000000000000000000feff0000000008200015cd5b07000000"
          "00000000000000040004616200");
    BLOCK(path_request, 'c', "smb.cmd == 0x00 && smb.wct == 0 && smb.flags.response == 0",
          "ff534d4200000000001801c00000000000000000000000000000feff0000000000070004610062000000");
    BLOCK(path_request, 'c', "smb.cmd == 0x00 && smb.wct == 0 && smb.flags.response == 0",
          "ff534d4200000000001801400000000000000000000000000000feff0000000000040004616200");
    BLOCK(path_request, 'c', "smb.cmd == 0x01 && smb.wct == 0 && smb.flags.response == 0",
          "ff534d4201000000001801c00000000000000000000000000000feff0000000000070004610062000000");
    BLOCK(path_request, 'c', "smb.cmd == 0x01 && smb.wct == 0 && smb.flags.response == 0",
          "ff534d4201000000001801400000000000000000000000000000feff0000000000040004616200");
    BLOCK(path_request, 'c', "smb.cmd == 0x08 && smb.wct == 0 && smb.flags.response == 0",
          "ff534d4208000000001801c00000000000000000000000000000feff0000000000070004610062000000");
    BLOCK(path_request, 'c', "smb.cmd == 0x08 && smb.wct == 0 && smb.flags.response == 0",
          "ff534d4208000000001801400000000000000000000000000000feff0000000000040004616200");
    BLOCK(path_request, 'c', "smb.cmd == 0x10 && smb.wct == 0 && smb.flags.response == 0",
          "ff534d4210000000001801c00000000000000000000000000000feff0000000000070004610062000000");
    BLOCK(path_request, 'c', "smb.cmd == 0x10 && smb.wct == 0 && smb.flags.response == 0",
          "ff534d4210000000001801400000000000000000000000000000feff0000000000040004616200");
    BLOCK(rename_request, 'c', "smb.cmd == 0x07 && smb.wct == 1 && smb.flags.response == 0",
          "ff534d4207000000001801c00000000000000000000000000000feff000000000116000b000461000000"
          "040062000000");
}

static void
part_10(void)
{
    BLOCK(nt_rename_request, 'c', "smb.cmd == 0xa5 && smb.wct == 4 && smb.flags.response == 0",
          "ff534d42a5000000001801c00000000000000000000000000000feff000000000416000401000000000b"
          "000461000000040062000000");
    BLOCK(fid, 's', "smb.cmd == 0x03 && smb.wct == 1 && smb.flags.response == 1 && smb.fid == 0x4003",
          "ff534d4203000000009801c00000000000000000000000000000feff000000000103400000");
    BLOCK(fid, 's', "smb.cmd == 0x0f && smb.wct == 1 && smb.flags.response == 1 && smb.fid == 0x4003",
          "ff534d420f000000009801c00000000000000000000000000000feff000000000103400000");
    BLOCK(fid, 'c', "smb.cmd == 0x23 && smb.wct == 1 && smb.flags.response == 0 && smb.fid == 0x4003",
          "ff534d4223000000001801c00000000000000000000000000000feff000000000103400000");
    BLOCK(lock_byte_range_request, 'c', "smb.cmd == 0x0d && smb.wct == 5 && smb.flags.response == 0 && smb.fid == 0x4003",
          "ff534d420d000000001801c00000000000000000000000000000feff0000000005034010000000200000"
          "000000");
    BLOCK(read_request, 'c', "smb.cmd == 0x13 && smb.wct == 5 && smb.flags.response == 0 && smb.fid == 0x4003",
          "ff534d4213000000001801c00000000000000000000000000000feff0000000005034000100000200004"
          "000000");
    BLOCK(read_response, 's', "smb.cmd == 0x13 && smb.wct == 5 && smb.flags.response == 1",
          "ff534d4213000000009801c00000000000000000000000000000feff0000000005030000000000000000"
          "000600010300616263");
    BLOCK(write_request, 'c', "smb.cmd == 0x14 && smb.wct == 5 && smb.flags.response == 0 && smb.fid == 0x4003",
          "ff534d4214000000001801c00000000000000000000000000000feff0000000005034003000000200004"
          "000600010300616263");
    BLOCK(write_response, 's', "smb.cmd == 0x14 && smb.wct == 1 && smb.flags.response == 1",
          "ff534d4214000000009801c00000000000000000000000000000feff000000000103000000");
    BLOCK(write_response, 's', "smb.cmd == 0x2c && smb.wct == 1 && smb.flags.response == 1",
          "ff534d422c000000009801c00000000000000000000000000000feff000000000103000000");
    BLOCK(search_request, 'c', "smb.cmd == 0x83 && smb.wct == 2 && smb.flags.response == 0",
          "ff534d4283000000001801400000000000000000000000000000feff00000000020a0016000800042a2e"
          "2a00050000");
    BLOCK(search_request, 'c', "smb.cmd == 0x84 && smb.wct == 2 && smb.flags.response == 0",
          "ff534d4284000000001801400000000000000000000000000000feff00000000020a0016001a00040005"
          "15000046494c4520202020545854010203040506070809");
    BLOCK(search_response, 's', "smb.cmd == 0x82 && smb.wct == 1 && smb.flags.response == 1",
          "ff534d4282000000009801400000000000000000000000000000feff000000000100000300050000");
    BLOCK(search_response, 's', "smb.cmd == 0x83 && smb.wct == 1 && smb.flags.response == 1",
          "ff534d4283000000009801400000000000000000000000000000feff000000000100000300050000");
}

static void
part_11(void)
{
    BLOCK(find_close2_request, 'c', "smb.cmd == 0x35 && smb.wct == 1 && smb.flags.response == 0",
          "ff534d4235000000001801c00000000000000000000000000000feff000000000103400000");
    BLOCK(transaction_response, 's', "smb.cmd == 0x26 && smb.wct == 10 && smb.flags.response == 1",
          "ff534d4226000000009801c00000000000000000000000000000feff000000000a000000000000000000"
          "00000000000000000000000000");
    BLOCK(body, 's', "smb.cmd == 0x00 && smb.wct == 0 && smb.flags.response == 1",
          "ff534d4200000000009801c00000000000000000000000000000feff00000000000000");
    BLOCK(body, 's', "smb.cmd == 0x01 && smb.wct == 0 && smb.flags.response == 1",
          "ff534d4201000000009801c00000000000000000000000000000feff00000000000000");
    BLOCK(body, 's', "smb.cmd == 0x04 && smb.wct == 0 && smb.flags.response == 1",
          "ff534d4204000000009801c00000000000000000000000000000feff00000000000000");
    BLOCK(body, 's', "smb.cmd == 0x05 && smb.wct == 0 && smb.flags.response == 1",
          "ff534d4205000000009801c00000000000000000000000000000feff00000000000000");
    BLOCK(body, 's', "smb.cmd == 0x06 && smb.wct == 0 && smb.flags.response == 1",
          "ff534d4206000000009801c00000000000000000000000000000feff00000000000000");
    BLOCK(body, 's', "smb.cmd == 0x07 && smb.wct == 0 && smb.flags.response == 1",
          "ff534d4207000000009801c00000000000000000000000000000feff00000000000000");
    BLOCK(body, 's', "smb.cmd == 0x09 && smb.wct == 0 && smb.flags.response == 1",
          "ff534d4209000000009801c00000000000000000000000000000feff00000000000000");
    BLOCK(body, 's', "smb.cmd == 0x0c && smb.wct == 0 && smb.flags.response == 1",
          "ff534d420c000000009801c00000000000000000000000000000feff00000000000000");
    BLOCK(body, 's', "smb.cmd == 0x0d && smb.wct == 0 && smb.flags.response == 1",
          "ff534d420d000000009801c00000000000000000000000000000feff00000000000000");
    BLOCK(body, 's', "smb.cmd == 0x10 && smb.wct == 0 && smb.flags.response == 1",
          "ff534d4210000000009801c00000000000000000000000000000feff00000000000000");
    BLOCK(body, 'c', "smb.cmd == 0x11 && smb.wct == 0 && smb.flags.response == 0",
          "ff534d4211000000001801c00000000000000000000000000000feff00000000000000");
    BLOCK(body, 's', "smb.cmd == 0x11 && smb.wct == 0 && smb.flags.response == 1",
          "ff534d4211000000009801c00000000000000000000000000000feff00000000000000");
}

static void
part_12(void)
{
    BLOCK(body, 's', "smb.cmd == 0x22 && smb.wct == 0 && smb.flags.response == 1",
          "ff534d4222000000009801c00000000000000000000000000000feff00000000000000");
    BLOCK(body, 's', "smb.cmd == 0x34 && smb.wct == 0 && smb.flags.response == 1",
          "ff534d4234000000009801c00000000000000000000000000000feff00000000000000");
    BLOCK(body, 's', "smb.cmd == 0x71 && smb.wct == 0 && smb.flags.response == 1",
          "ff534d4271000000009801c00000000000000000000000000000feff00000000000000");
    BLOCK(body, 'c', "smb.cmd == 0x80 && smb.wct == 0 && smb.flags.response == 0",
          "ff534d4280000000001801c00000000000000000000000000000feff00000000000000");
    BLOCK(body, 'c', "smb.cmd == 0xa4 && smb.wct == 0 && smb.flags.response == 0",
          "ff534d42a4000000001801c00000000000000000000000000000feff00000000000000");
    BLOCK(body, 's', "smb.cmd == 0xa5 && smb.wct == 0 && smb.flags.response == 1",
          "ff534d42a5000000009801c00000000000000000000000000000feff00000000000000");
    BLOCK(body, 's', "smb.cmd == 0xc1 && smb.wct == 0 && smb.flags.response == 1",
          "ff534d42c1000000009801c00000000000000000000000000000feff00000000000000");
    BLOCK(body, 's', "smb.cmd == 0xc2 && smb.wct == 0 && smb.flags.response == 1",
          "ff534d42c2000000009801c00000000000000000000000000000feff00000000000000");
    BLOCK(andx, 's', "smb.cmd == 0x24 && smb.wct == 2 && smb.flags.response == 1",
          "ff534d4224000000009801c00000000000000000000000000000feff0000000002ff0000000000");
    BLOCK(andx, 's', "smb.cmd == 0x74 && smb.wct == 2 && smb.flags.response == 1",
          "ff534d4274000000009801c00000000000000000000000000000feff0000000002ff0000000000");
}

/* ---- chains: each block is decoded from a message of its own and encoded behind the one in front ------ */

static wyre_smb1_chain chain;

static void
chain_from(const char *hex)
{
    wyre_smb1_header header;
    unit_from(hex);
    memset(out, 0, sizeof out);
    memset(&chain, 0, sizeof chain);
    chain.at = 32;
    ENCODED(wyre_smb1_header_decode(unit, unit_len, 0, &header, NULL));
    ENCODED(wyre_smb1_header_encode(&header, NULL, 0, out + 4, sizeof out - 4, NULL));
}

#define LINK(T, command, hex)                                                                      \
    do {                                                                                           \
        wyre_smb1_##T m;                                                                           \
        size_t end;                                                                                \
        unit_from(hex);                                                                            \
        ENCODED(wyre_smb1_##T##_decode(unit, unit_len, 32, 0, &m, NULL));                          \
        ENCODED(wyre_smb1_##T##_encode(&m, unit, unit_len, chain.at, out + 4, sizeof out - 4,      \
                                       &end));                                                     \
        ENCODED(wyre_smb1_chain_add(&chain, command, end, out + 4, sizeof out - 4));               \
    } while (0)

static void
chained(char direction, const char *said, const char *filter)
{
    ENCODED(wyre_direct_tcp_header_encode(chain.at, out, 4, NULL));
    n = 4 + chain.at;
    message("smb", said, direction, filter);
}

static void
chains(void)
{
    chain_from("ff534d4273000000001801c00000000000000000000000000000feff00000000");
    LINK(session_setup_andx_request, 0x73,
         "ff534d4273000000001801c00000000000000000000000000000feff000000000dff0000000411020001"
         "00000000000100000000000000d40000000d0000770000005700000055000000");
    LINK(tree_connect_andx_request, 0x75,
         "ff534d4275000000001801c00000000000000000000000000000feff0000000004ff0000000000010013"
         "00005c005c0053005c00430000003f3f3f3f3f00");
    LINK(open_andx_request, 0x2d,
         "ff534d422d000000001801c00000000000000000000000000000feff000000000fff0000000100420016"
         "00200015cd5b07110000100000e803000000000000070000610062000000");
    LINK(read_andx_request, 0x2e,
         "ff534d422e000000001801c00000000000000000000000000000feff000000000cff0000000340001000"
         "0000100000000000000000000000000000");
    LINK(close_request, 0x04,
         "ff534d4204000000001801c00000000000000000000000000000feff00000000030340000000000000");
    chained('c', "chain request", "smb.cmd == 0x73 && smb.cmd == 0x75 && smb.cmd == 0x2d && smb.cmd == 0x2e && smb.cmd == 0x04 && smb.account == \"w\" && smb.file == \"ab\" && smb.offset == 4096");
    chain_from("ff534d4273000000009801c00000000000000000000000000000feff00000000");
    LINK(session_setup_andx_response, 0x73,
         "ff534d4273000000009801c00000000000000000000000000000feff0000000003ff00000001000d0000"
         "550000005300000057000000");
    LINK(tree_connect_andx_response, 0x75,
         "ff534d4275000000009801c00000000000000000000000000000feff0000000003ff00000001000d0041"
         "3a004e005400460053000000");
    LINK(open_andx_response, 0x2d,
         "ff534d422d000000009801c00000000000000000000000000000feff000000000fff0000000340200015"
         "cd5b070c00000001000000000001800000000000000000");
    LINK(read_andx_response, 0x2e,
         "ff534d422e000000009801c00000000000000000000000000000feff000000000cff000000ffff000000"
         "0003003c0000000000000000000000040000616263");
    LINK(body, 0x04,
         "ff534d4204000000009801c00000000000000000000000000000feff00000000000000");
    chained('s', "chain request", "smb.cmd == 0x73 && smb.cmd == 0x75 && smb.cmd == 0x2d && smb.cmd == 0x2e && smb.cmd == 0x04 && smb.fid == 0x4003");
    chain_from("ff534d42a2000000001801c00000000000000000000000000000feff00000000");
    LINK(nt_create_andx_request, 0xa2,
         "ff534d42a2000000001801c00000000000000000000000000000feff0000000018ff0000000004001600"
         "0000000000009f0112000010000000000000800000000700000003000000400000000200000003070000"
         "610062000000");
    LINK(read_andx_request, 0x2e,
         "ff534d422e000000001801c00000000000000000000000000000feff000000000cff0000000340001000"
         "0000100000000000000000000000000000");
    chained('c', "chain create", "smb.cmd == 0xa2 && smb.cmd == 0x2e && smb.file == \"ab\"");
    chain_from("ff534d4224000000001801c00000000000000000000000000000feff00000000");
    LINK(locking_andx_request, 0x24,
         "ff534d4224000000001801c00000000000000000000000000000feff0000000008ff0000000340000000"
         "000000000001000a0001001000000020000000");
    LINK(write_andx_request, 0x2f,
         "ff534d422f000000001801c00000000000000000000000000000feff000000000eff0000000340001000"
         "00000000000000000000000300400000000000040000616263");
    LINK(read_andx_request, 0x2e,
         "ff534d422e000000001801c00000000000000000000000000000feff000000000cff0000000340001000"
         "0000100000000000000000000000000000");
    chained('c', "chain lock", "smb.cmd == 0x24 && smb.cmd == 0x2f && smb.cmd == 0x2e");
    chain_from("ff534d4274000000001801c00000000000000000000000000000feff00000000");
    LINK(andx, 0x74,
         "ff534d4274000000001801c00000000000000000000000000000feff0000000002ff0000000000");
    LINK(session_setup_andx_request, 0x73,
         "ff534d4273000000001801c00000000000000000000000000000feff000000000dff0000000411020001"
         "00000000000100000000000000d40000000d0000770000005700000055000000");
    chained('c', "chain logoff", "smb.cmd == 0x74 && smb.cmd == 0x73 && smb.account == \"w\"");
}

/* clang-format on */

int
main(void)
{
    part_1();
    part_2();
    part_3();
    part_4();
    part_5();
    part_6();
    part_7();
    part_8();
    part_9();
    part_10();
    part_11();
    part_12();
    chains();
    return 0;
}
