/* Every class of QUERY_DIRECTORY, QUERY_INFO and SET_INFO: [MS-FSCC] 2.4, 2.5, 2.7, [MS-DTYP] 2.4. A class
 * that tshark 4.0 shows as bytes is asked for all the same; unread.txt names it. */
#include "smb2_link.h"

static uint8_t record[2048];
static size_t record_len;

static void
ask(uint8_t info_type, uint8_t class)
{
    wyre_smb2_query_info_request m = {
        .info_type = info_type, .file_info_class = class, .output_buffer_length = 4096};
    char filter[80];
    snprintf(filter, sizeof filter, "smb2.cmd == 16 && smb2.class == %u", info_type);
    SAY("information", 'c', WYRE_SMB2_QUERY_INFO, 0, wyre_smb2_query_info_request, &m, NULL, 0,
        filter);
}

/* What stands in record, as the answer. */
static void
answer(uint16_t command, uint32_t nt_status, const char *filter)
{
    wyre_smb2_output_response m = {.output_buffer = {0, (uint32_t)record_len}};
    SAY("information", 's', command, nt_status, wyre_smb2_output_response, &m, record, record_len,
        filter);
}

static void
set(uint8_t info_type, uint8_t class, const char *filter)
{
    wyre_smb2_set_info_request m = {.info_type = info_type,
                                    .file_info_class = class,
                                    .buffer = {0, (uint32_t)record_len},
                                    .additional_information = info_type == 3 ? 5 : 0};
    SAY("information", 'c', WYRE_SMB2_SET_INFO, 0, wyre_smb2_set_info_request, &m, record,
        record_len, filter);
}

/* A record from the parts that were gathered; RECORD gathers them inside its own initializer. */
#define RECORD_AGAIN(T, ...)                                                                       \
    do {                                                                                           \
        T record_m = __VA_ARGS__;                                                                  \
        ENCODED(T##_encode(&record_m, parts, w.pos, record, sizeof record, &record_len));          \
    } while (0)
#define RECORD(T, ...)                                                                             \
    do {                                                                                           \
        gather_anew();                                                                             \
        RECORD_AGAIN(T, __VA_ARGS__);                                                              \
    } while (0)
#define QUERY(info_type, class, filter, T, ...)                                                    \
    do {                                                                                           \
        ask(info_type, class);                                                                     \
        RECORD(T, __VA_ARGS__);                                                                    \
        answer(WYRE_SMB2_QUERY_INFO, 0, filter);                                                   \
    } while (0)
#define SET(info_type, class, filter, T, ...)                                                      \
    do {                                                                                           \
        RECORD(T, __VA_ARGS__);                                                                    \
        set(info_type, class, filter);                                                             \
    } while (0)

/* A list of two entries, made by `entry` of 0 and 1. */
static void
list_of(wyre_status (*entry)(size_t which, uint8_t *at, size_t cap, size_t *len), uint32_t align)
{
    uint8_t one[512];
    size_t len;
    wyre_fscc_entry_list list = {0, 0, 0};
    wyre_wr lists;
    wyre_wr_init(&lists, record, sizeof record);
    for (size_t which = 0; which < 2; which++) {
        gather_anew();
        ENCODED(entry(which, one, sizeof one, &len));
        wyre_fscc_entry_append(&lists, &list, one, len, align);
    }
    ENCODED(wyre_wr_finish(&lists, &record_len));
}

/* ---- directories: 2.4, one record for every class -------------------------------------------------------- */

static uint32_t directory_class;

static wyre_status
directory_entry(size_t which, uint8_t *at, size_t cap, size_t *len)
{
    wyre_fscc_directory_entry m = {.information_class = directory_class,
                                   .file_index = 11,
                                   .creation_time = 0x01d5000000000000,
                                   .end_of_file = 5 + which,
                                   .allocation_size = 4096,
                                   .file_attributes = 0x20,
                                   .ea_size = 3,
                                   .file_id = 9,
                                   .short_name_length = 4,
                                   .short_name = {'A', 0, '~', 0}};
    m.file_name = utf16(which == 0 ? "a.txt" : "longer name.txt");
    return wyre_fscc_directory_entry_encode(&m, parts, w.pos, at, cap, len);
}

static void
directories(void)
{
    static const struct {
        uint8_t class;
        const char *filter;
    } classes[] = {
        {1, "smb2.filename == \"a.txt\" && smb2.filename == \"longer name.txt\" && smb2.file_index "
            "== 11 && smb2.eof == 5 && smb2.eof == 6 && smb2.allocation_size == 4096 && "
            "smb2.file_attribute == 0x20"},
        {2, "smb2.filename == \"a.txt\" && smb2.filename == \"longer name.txt\" && smb2.file_index "
            "== 11 && smb2.eof == 5 && smb2.eof == 6 && smb2.allocation_size == 4096 && "
            "smb2.file_attribute == 0x20 && smb2.ea_size == 3"},
        {3, "smb2.filename == \"a.txt\" && smb2.filename == \"longer name.txt\" && smb2.file_index "
            "== 11 && smb2.eof == 5 && smb2.eof == 6 && smb2.allocation_size == 4096 && "
            "smb2.file_attribute == 0x20 && smb2.ea_size == 3 && smb2.shortname == \"A~\""},
        {12, "smb2.filename == \"a.txt\" && smb2.filename == \"longer name.txt\" && "
             "smb2.file_index == 11"},
        {37, "smb2.filename == \"a.txt\" && smb2.filename == \"longer name.txt\" && "
             "smb2.file_index == 11 && smb2.eof == 5 && smb2.eof == 6 && smb2.allocation_size == "
             "4096 && smb2.file_attribute == 0x20 && smb2.ea_size == 3 && smb2.shortname == \"A~\" "
             "&& smb2.file_id == 9"},
        {38, "smb2.filename == \"a.txt\" && smb2.filename == \"longer name.txt\" && "
             "smb2.file_index == 11 && smb2.eof == 5 && smb2.eof == 6 && smb2.allocation_size == "
             "4096 && smb2.file_attribute == 0x20 && smb2.ea_size == 3 && smb2.file_id == 9"},
        {60, "smb2.find.infolevel == 60 && smb2.unknown"},
        {63, "smb2.find.infolevel == 63 && smb2.unknown"},
        {78, "smb2.find.infolevel == 78 && smb2.unknown"},
        {79, "smb2.find.infolevel == 79 && smb2.unknown"},
        {80, "smb2.find.infolevel == 80 && smb2.unknown"},
        {81, "smb2.find.infolevel == 81 && smb2.unknown"}};
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        directory_class = classes[i].class;
        wyre_smb2_query_directory_request m = {.file_information_class = classes[i].class,
                                               .output_buffer_length = 65536};
        SAY("information", 'c', WYRE_SMB2_QUERY_DIRECTORY, 0, wyre_smb2_query_directory_request, &m,
            NULL, 0, "smb2.cmd == 14");
        list_of(directory_entry, 8);
        answer(WYRE_SMB2_QUERY_DIRECTORY, 0, classes[i].filter);
    }
}

/* ---- files: 2.4 --------------------------------------------------------------------------------------------- */

static void
file_numbers(void)
{
    QUERY(1, 4,
          "smb2.file_basic_info && smb2.file_attribute == 0x21 && smb2.create.time == \"2019-05-01 "
          "09:26:47.7297664\" && smb2.last_change.time == \"2019-05-01 09:26:47.7297665\"",
          wyre_fscc_file_basic_information,
          {.creation_time = 0x01d5000000000000,
           .change_time = 0x01d5000000000001,
           .file_attributes = 0x21});
    QUERY(1, 5,
          "smb2.file_standard_info && smb.alloc_size64 == 4096 && smb.end_of_file == 77 && "
          "smb.link_count == 3 && smb.delete_pending == 1 && smb.is_directory == 0",
          wyre_fscc_file_standard_information,
          {.allocation_size = 4096, .end_of_file = 77, .number_of_links = 3, .delete_pending = 1});
    QUERY(1, 6, "smb.index_number == 0x1122334455667788", wyre_fscc_file_internal_information,
          {0x1122334455667788});
    QUERY(1, 7, "smb2.file_ea_info && smb.ea.list_length == 99", wyre_fscc_file_ea_information,
          {99});
    QUERY(1, 8, "smb2.file_access_info && smb.access_mask == 0x120089",
          wyre_fscc_file_access_information, {0x120089});
    QUERY(1, 14, "smb2.file_position_info && smb.position == 1234567",
          wyre_fscc_file_position_information, {1234567});
    QUERY(1, 16, "smb2.file_mode_info && smb.mode == 0x1002", wyre_fscc_file_mode_information,
          {0x1002});
    QUERY(1, 17, "smb2.file_alignment_info && smb.alignment == 7",
          wyre_fscc_file_alignment_information, {7});
    QUERY(1, 23, "smb2.file_pipe_info && smb.pipe_info_flag == 1", wyre_fscc_file_pipe_information,
          {.read_mode = 1, .completion_mode = 1});
    QUERY(1, 24, "smb2.file_info.infolevel == 24 && smb2.unknown",
          wyre_fscc_file_pipe_local_information,
          {.named_pipe_type = 1,
           .maximum_instances = 5,
           .current_instances = 2,
           .named_pipe_state = 3});
    QUERY(1, 25, "smb2.file_info.infolevel == 25 && smb2.unknown",
          wyre_fscc_file_pipe_remote_information,
          {.collect_data_time = 5, .maximum_collection_count = 6});
    QUERY(1, 28,
          "smb.compressed.file_size == 8192 && smb.compressed.format == 2 && "
          "smb.compressed.unit_shift == 16 && smb.compressed.chunk_shift == 12 && "
          "smb.compressed.cluster_shift == 13",
          wyre_fscc_file_compression_information,
          {.compressed_file_size = 8192,
           .compression_format = 2,
           .compression_unit_shift = 16,
           .chunk_shift = 12,
           .cluster_shift = 13});
    QUERY(1, 34,
          "smb2.file_network_open_info && smb.alloc_size64 == 4096 && smb.end_of_file == 78 && "
          "smb.file_attribute == 0x20 && smb.create.time == \"2019-05-01 09:26:47.7297664\"",
          wyre_fscc_file_network_open_information,
          {.creation_time = 0x01d5000000000000,
           .allocation_size = 4096,
           .end_of_file = 78,
           .file_attributes = 0x20});
    QUERY(1, 35,
          "smb2.file_attribute_tag_info && smb.attribute == 0x420 && smb.reparse_tag == 0xa000000c",
          wyre_fscc_file_attribute_tag_information,
          {.file_attributes = 0x420, .reparse_tag = 0xa000000c});
    QUERY(1, 59, "smb2.file_info.infolevel == 59 && smb2.unknown", wyre_fscc_file_id_information,
          {.volume_serial_number = 3, .file_id = {4}});
}

static void
file_names(void)
{
    QUERY(1, 9, "smb2.file_info.infolevel == 9 && smb2.unknown", wyre_fscc_file_name_information,
          {utf16("\\dir\\file.txt")});
    QUERY(1, 21, "smb2.file_alternate_name_info && smb.file == \"FILE~1.TXT\"",
          wyre_fscc_file_name_information, {utf16("FILE~1.TXT")});
    QUERY(1, 48, "smb2.file_normalized_name_info && smb.file == \"dir\\\\file.txt\"",
          wyre_fscc_file_name_information, {utf16("dir\\file.txt")});
    QUERY(1, 18,
          "smb2.file_all_info && smb2.eof == 79 && smb2.nlinks == 2 && smb2.ea_size == 3 && "
          "smb.access_mask == 0x120089 && smb2.mode_info == 2 && smb2.file_id == 5 && "
          "smb2.file_attribute == 0x20 && smb2.filename == \"\\\\all.txt\"",
          wyre_fscc_file_all_information,
          {.end_of_file = 79,
           .number_of_links = 2,
           .ea_size = 3,
           .access_flags = 0x120089,
           .mode = 2,
           .index_number = 5,
           .file_attributes = 0x20,
           .file_name = utf16("\\all.txt")});
}

static void
file_sets(void)
{
    SET(1, 4,
        "smb2.file_basic_info && smb2.file_attribute == 2 && smb2.last_write.time == \"2019-05-01 "
        "09:26:47.7297664\"",
        wyre_fscc_file_basic_information,
        {.last_write_time = 0x01d5000000000000, .file_attributes = 0x2});
    SET(1, 10, "smb2.rename.replace_if == 1 && smb2.filename == \"new name.txt\"",
        wyre_fscc_file_rename_information,
        {.replace_if_exists = 1, .file_name = utf16("new name.txt")});
    SET(1, 11, "smb2.file_info.infolevel == 11 && smb2.unknown", wyre_fscc_file_rename_information,
        {.file_name = utf16("link.txt")});
    SET(1, 13, "smb2.disposition.delete_on_close == 1", wyre_fscc_file_disposition_information,
        {1});
    SET(1, 14, "smb.position == 1234568", wyre_fscc_file_position_information, {1234568});
    SET(1, 16, "smb2.file_mode_info && smb.mode == 4", wyre_fscc_file_mode_information, {4});
    SET(1, 19, "smb2.file_allocation_info && smb.alloc_size64 == 65536",
        wyre_fscc_file_allocation_information, {65536});
    SET(1, 20, "smb.end_of_file == 4321", wyre_fscc_file_end_of_file_information, {4321});
    SET(1, 23, "smb2.file_pipe_info && smb.pipe_info_flag == 1", wyre_fscc_file_pipe_information,
        {.read_mode = 1, .completion_mode = 0});
    SET(1, 39, "smb2.file_info.infolevel == 39 && smb2.unknown",
        wyre_fscc_file_valid_data_length_information, {55});
    SET(1, 40, "smb2.file_info.infolevel == 40 && smb2.unknown", wyre_fscc_file_name_information,
        {utf16("SHORT.TXT")});
    SET(1, 64, "smb2.file_info.infolevel == 64 && smb2.unknown",
        wyre_fscc_file_disposition_information_ex, {3});
    SET(1, 65, "smb2.file_info.infolevel == 65 && smb2.unknown",
        wyre_fscc_file_rename_information_ex, {.flags = 3, .file_name = utf16("posix.txt")});
}

static wyre_status
stream(size_t which, uint8_t *at, size_t cap, size_t *len)
{
    wyre_fscc_file_stream_information m = {.stream_size = 80 + which,
                                           .stream_allocation_size = 4096};
    m.stream_name = utf16(which == 0 ? "::$DATA" : ":second:$DATA");
    return wyre_fscc_file_stream_information_encode(&m, parts, w.pos, at, cap, len);
}

static wyre_status
attribute(size_t which, uint8_t *at, size_t cap, size_t *len)
{
    wyre_fscc_file_full_ea_information m = {.flags = 0x80};
    m.ea_name = which == 0 ? bytes("FIRST", 5) : bytes("SECOND.NAME", 11);
    m.ea_value = bytes("value", 5 - which);
    return wyre_fscc_file_full_ea_information_encode(&m, parts, w.pos, at, cap, len);
}

static wyre_status
wanted_attribute(size_t which, uint8_t *at, size_t cap, size_t *len)
{
    wyre_fscc_file_get_ea_information m = {.ea_name = which == 0 ? bytes("FIRST", 5)
                                                                 : bytes("SECOND.NAME", 11)};
    return wyre_fscc_file_get_ea_information_encode(&m, parts, w.pos, at, cap, len);
}

static wyre_status
notification(size_t which, uint8_t *at, size_t cap, size_t *len)
{
    wyre_fscc_file_notify_information m = {.action = 4 + (uint32_t)which};
    m.file_name = utf16(which == 0 ? "old.txt" : "new.txt");
    return wyre_fscc_file_notify_information_encode(&m, parts, w.pos, at, cap, len);
}

static void
file_lists(void)
{
    ask(1, 22);
    list_of(stream, 8);
    answer(WYRE_SMB2_QUERY_INFO, 0,
           "smb.stream_name == \"::$DATA\" && smb.stream_name == \":second:$DATA\" && "
           "smb.stream_size == 81");
    list_of(wanted_attribute, 4);
    wyre_smb2_query_info_request some = {.info_type = 1,
                                         .file_info_class = 15,
                                         .output_buffer_length = 4096,
                                         .input_buffer = {0, (uint32_t)record_len}};
    SAY("information", 'c', WYRE_SMB2_QUERY_INFO, 0, wyre_smb2_query_info_request, &some, record,
        record_len, "smb2.file_info.infolevel == 15");
    list_of(attribute, 4);
    answer(WYRE_SMB2_QUERY_INFO, 0,
           "smb2.ea.name == \"FIRST\" && smb2.ea.name == \"SECOND.NAME\" && smb2.ea.flags == 0x80 "
           "&& smb2.ea.data_len == 4");
    set(1, 15,
        "smb2.ea.name == \"FIRST\" && smb2.ea.name == \"SECOND.NAME\" && smb2.ea.flags == 0x80 && "
        "smb2.ea.data_len == 4");
    wyre_smb2_change_notify_request watch = {.output_buffer_length = 2048, .completion_filter = 3};
    SAY("information", 'c', WYRE_SMB2_CHANGE_NOTIFY, 0, wyre_smb2_change_notify_request, &watch,
        NULL, 0, "smb2.cmd == 15");
    list_of(notification, 4);
    answer(WYRE_SMB2_CHANGE_NOTIFY, 0,
           "smb2.notify.action == 4 && smb2.notify.action == 5 && smb2.filename == \"old.txt\" && "
           "smb2.filename == \"new.txt\"");
}

/* ---- filesystems: 2.5 ------------------------------------------------------------------------------------------ */

static void
filesystems(void)
{
    QUERY(2, 1, "smb.volume.serial == 0xcafe && smb.volume.label == \"LABEL\"",
          wyre_fscc_fs_volume_information,
          {.volume_serial_number = 0xcafe, .supports_objects = 1, .volume_label = utf16("LABEL")});
    QUERY(2, 2, "smb2.fs_info.infolevel == 2 && smb2.unknown", wyre_fscc_fs_label_information,
          {utf16("LABEL")});
    QUERY(2, 3,
          "smb2.fs_size_info && smb.alloc_size64 == 1000 && smb.free_alloc_units == 500 && "
          "smb.fs_sector_per_unit == 8 && smb.fs_bytes_per_sector == 512",
          wyre_fscc_fs_size_information,
          {.total_allocation_units = 1000,
           .available_allocation_units = 500,
           .sectors_per_allocation_unit = 8,
           .bytes_per_sector = 512});
    QUERY(2, 4, "smb.device.type == 7 && smb.device == 0x20", wyre_fscc_fs_device_information,
          {.device_type = 7, .characteristics = 0x20});
    QUERY(2, 5, "smb.fs_attr == 0x4f && smb.fs_max_name_len == 255 && smb.fs_name == \"NTFS\"",
          wyre_fscc_fs_attribute_information,
          {.file_system_attributes = 0x4f,
           .maximum_component_name_length = 255,
           .file_system_name = utf16("NTFS")});
    QUERY(2, 6,
          "smb.quota.soft.default == 1048576 && smb.quota.hard.default == 2097152 && "
          "smb.quota.flags == 2",
          wyre_fscc_fs_control_information,
          {.default_quota_threshold = 1 << 20,
           .default_quota_limit = 2 << 20,
           .file_system_control_flags = 2});
    QUERY(2, 7,
          "smb2.fs_full_size_info && smb.alloc_size64 == 1000 && smb.caller_free_alloc_units == "
          "400 && smb.actual_free_alloc_units == 500 && smb.fs_sector_per_unit == 8 && "
          "smb.fs_bytes_per_sector == 512",
          wyre_fscc_fs_full_size_information,
          {.total_allocation_units = 1000,
           .caller_available_allocation_units = 400,
           .actual_available_allocation_units = 500,
           .sectors_per_allocation_unit = 8,
           .bytes_per_sector = 512});
    QUERY(2, 8, "smb2.object_id == 00030201-0000-0000-0000-000000000000",
          wyre_fscc_fs_objectid_information, {.object_id = {1, 2, 3}});
    QUERY(2, 10, "smb2.fs_info.infolevel == 10 && smb2.unknown",
          wyre_fscc_fs_driver_path_information, {.driver_name = utf16("driver")});
    QUERY(2, 11, "smb2.fs_info.infolevel == 11 && smb2.unknown",
          wyre_fscc_fs_sector_size_information,
          {.logical_bytes_per_sector = 512, .physical_bytes_per_sector_for_atomicity = 4096});
    SET(2, 2, "smb2.fs_info.infolevel == 2 && smb2.unknown", wyre_fscc_fs_label_information,
        {utf16("NEW")});
    SET(2, 6, "smb.quota.hard.default == 3145728", wyre_fscc_fs_control_information,
        {.default_quota_threshold = 1 << 20,
         .default_quota_limit = 3 << 20,
         .file_system_control_flags = 2});
    SET(2, 8, "smb2.object_id == 00030201-0000-0000-0000-000000000000",
        wyre_fscc_fs_objectid_information, {.object_id = {1, 2, 3}});
}

/* ---- security and quota ------------------------------------------------------------------------------------------ */

/* An entry in `parts`. */
static wyre_span
entry(const wyre_dtyp_ace *m)
{
    uint8_t at[128];
    size_t len;
    ENCODED(wyre_dtyp_ace_encode(m, parts, w.pos, at, sizeof at, &len));
    return bytes((const char *)at, len);
}

static wyre_span
list(const wyre_dtyp_acl *m)
{
    uint8_t at[512];
    size_t len;
    ENCODED(wyre_dtyp_acl_encode(m, parts, w.pos, at, sizeof at, &len));
    return bytes((const char *)at, len);
}

static wyre_span
both(wyre_span a, wyre_span b)
{
    return (wyre_span){a.off, b.off + b.len - a.off};
}

static wyre_dtyp_security_descriptor
descriptor(void)
{
    wyre_span everyone = sid_of("S-1-1-0"), user = sid_of("S-1-5-21-1-2-3-1000");
    wyre_span allow = entry(&(wyre_dtyp_ace){.sid = everyone, .mask = 0x1f01ff, .ace_flags = 3});
    wyre_span object = entry(&(wyre_dtyp_ace){
        .ace_type = 5, .object_flags = 1, .object_type = {1}, .sid = user, .mask = 0x100});
    wyre_span audit =
        entry(&(wyre_dtyp_ace){.ace_type = 2, .ace_flags = 0x80, .sid = user, .mask = 1});
    wyre_span dacl =
        list(&(wyre_dtyp_acl){.aces = both(allow, object), .ace_count = 2, .acl_revision = 4});
    wyre_span sacl = list(&(wyre_dtyp_acl){.aces = audit, .ace_count = 1, .acl_revision = 2});
    return (wyre_dtyp_security_descriptor){.revision = 1,
                                           .control = 0x8014,
                                           .owner = user,
                                           .group = everyone,
                                           .sacl = sacl,
                                           .dacl = dacl};
}

static wyre_status
quota(size_t which, uint8_t *at, size_t cap, size_t *len)
{
    wyre_fscc_file_quota_information m = {.quota_used = 100 + which,
                                          .quota_threshold = 1 << 20,
                                          .quota_limit = 2 << 20,
                                          .change_time = 0x01d5000000000000};
    m.sid = sid_of(which == 0 ? "S-1-5-21-1-2-3-1000" : "S-1-5-32-544");
    return wyre_fscc_file_quota_information_encode(&m, parts, w.pos, at, cap, len);
}

static wyre_status
wanted_quota(size_t which, uint8_t *at, size_t cap, size_t *len)
{
    wyre_fscc_file_get_quota_information m = {
        .sid = sid_of(which == 0 ? "S-1-5-21-1-2-3-1000" : "S-1-5-32-544")};
    return wyre_fscc_file_get_quota_information_encode(&m, parts, w.pos, at, cap, len);
}

static void
security_and_quota(void)
{
    QUERY(3, 0,
          "nt.sec_desc.type == 0x8014 && nt.sid == \"S-1-5-21-1-2-3-1000\" && nt.sid == "
          "\"S-1-1-0\" && nt.acl.num_aces == 2 && nt.acl.num_aces == 1 && nt.ace.type == 5 && "
          "nt.ace.type == 2 && nt.access_mask == 0x1f01ff",
          wyre_dtyp_security_descriptor, descriptor());
    SET(3, 0,
        "nt.sec_desc.type == 0x8014 && nt.sid == \"S-1-5-21-1-2-3-1000\" && nt.sid == \"S-1-1-0\" "
        "&& nt.acl.num_aces == 2 && nt.acl.num_aces == 1 && nt.ace.type == 5 && nt.ace.type == 2 "
        "&& nt.access_mask == 0x1f01ff",
        wyre_dtyp_security_descriptor, descriptor());
    list_of(wanted_quota, 4);
    gather_anew();
    wyre_span wanted = bytes((const char *)record, record_len);
    RECORD_AGAIN(wyre_smb2_query_quota_info, {.restart_scan = 1, .sid_list = wanted});
    wyre_smb2_query_info_request m = {.info_type = 4,
                                      .file_info_class = 32,
                                      .output_buffer_length = 4096,
                                      .input_buffer = {0, (uint32_t)record_len}};
    SAY("information", 'c', WYRE_SMB2_QUERY_INFO, 0, wyre_smb2_query_info_request, &m, record,
        record_len,
        "smb2.query_quota_info.restart == 1 && smb2.query_quota_info.sidlistlen == 60 && nt.sid == "
        "\"S-1-5-32-544\"");
    list_of(quota, 8);
    answer(WYRE_SMB2_QUERY_INFO, 0,
           "smb.quota.used == 101 && smb.quota.hard.default == 2097152 && nt.sid == "
           "\"S-1-5-32-544\" && nt.sid == \"S-1-5-21-1-2-3-1000\"");
    set(4, 32,
        "smb.quota.used == 101 && smb.quota.hard.default == 2097152 && nt.sid == \"S-1-5-32-544\" "
        "&& nt.sid == \"S-1-5-21-1-2-3-1000\"");
}

int
main(void)
{
    directories();
    file_numbers();
    file_names();
    file_sets();
    file_lists();
    filesystems();
    security_and_quota();
    return 0;
}
