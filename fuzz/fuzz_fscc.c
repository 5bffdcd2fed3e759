#include "fuzz.h"
#include <wyre/fscc.h>

/* The classes of FileXInformation and FileFsXInformation that have a struct of their own. */
#define EACH_RECORD(DO)                                                                            \
    DO(file_basic_information)                                                                     \
    DO(file_standard_information)                                                                  \
    DO(file_internal_information)                                                                  \
    DO(file_ea_information)                                                                        \
    DO(file_access_information)                                                                    \
    DO(file_name_information)                                                                      \
    DO(file_rename_information)                                                                    \
    DO(file_rename_information_ex)                                                                 \
    DO(file_rename_information_smb1)                                                               \
    DO(file_disposition_information)                                                               \
    DO(file_disposition_information_ex)                                                            \
    DO(file_position_information)                                                                  \
    DO(file_mode_information)                                                                      \
    DO(file_alignment_information)                                                                 \
    DO(file_all_information)                                                                       \
    DO(file_allocation_information)                                                                \
    DO(file_end_of_file_information)                                                               \
    DO(file_valid_data_length_information)                                                         \
    DO(file_stream_information)                                                                    \
    DO(file_pipe_information)                                                                      \
    DO(file_pipe_local_information)                                                                \
    DO(file_pipe_remote_information)                                                               \
    DO(file_compression_information)                                                               \
    DO(file_network_open_information)                                                              \
    DO(file_attribute_tag_information)                                                             \
    DO(file_id_information)                                                                        \
    DO(file_notify_information)                                                                    \
    DO(file_full_ea_information)                                                                   \
    DO(file_get_ea_information)                                                                    \
    DO(file_quota_information)                                                                     \
    DO(file_get_quota_information)                                                                 \
    DO(fs_volume_information)                                                                      \
    DO(fs_label_information)                                                                       \
    DO(fs_size_information)                                                                        \
    DO(fs_device_information)                                                                      \
    DO(fs_attribute_information)                                                                   \
    DO(fs_control_information)                                                                     \
    DO(fs_full_size_information)                                                                   \
    DO(fs_objectid_information)                                                                    \
    DO(fs_driver_path_information)                                                                 \
    DO(fs_sector_size_information)

#define DEFINE_RING(name) RING(wyre_fscc_##name, 0);
#define NAME_RING(name)   &wyre_fscc_##name##_ring,
EACH_RECORD(DEFINE_RING)

/* The class of the directory record that the laws are tried on. */
static uint32_t class_of_record;

static wyre_status
decode(const uint8_t *in, size_t in_len, uint32_t flags, void *m, size_t *n)
{
    return wyre_fscc_directory_entry_decode(class_of_record, in, in_len, flags, m, n);
}

static wyre_status
encode(const void *m, const uint8_t *src, size_t src_len, uint8_t *out, size_t cap, size_t *n)
{
    return wyre_fscc_directory_entry_encode(m, src, src_len, out, cap, n);
}

static wyre_status
visit(const void *m, const wyre_visitor *v)
{
    return wyre_fscc_directory_entry_visit(m, v);
}

static void
records(const uint8_t *in, size_t len)
{
    static const ring *const rings[] = {EACH_RECORD(NAME_RING)};
    static const uint32_t classes[] = {1, 2, 3, 12, 37, 38, 60, 63, 78, 79, 80, 81};
    static const ring directory = {
        "directory_entry", sizeof(wyre_fscc_directory_entry), decode, encode, visit, 0};
    for (size_t i = 0; i < sizeof rings / sizeof *rings; i++)
        law(rings[i], rings[i]->name, in, len, 0, 0);
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        class_of_record = classes[i];
        law(&directory, directory.name, in, len, 0, 0);
    }
}

/* A list that was walked and built again has the same entries. */
static void
lists(const uint8_t *in, size_t len)
{
    wyre_fscc_entry_iter it = {0, 0, 0}, again = {0, 0, 0};
    wyre_fscc_entry_list list = {0, 0, 0};
    wyre_span entry, copy;
    uint8_t *out = block(3 * len + 8);
    size_t n, entries = 0;
    wyre_wr w;
    wyre_wr_init(&w, out, 3 * len + 8);
    for (; wyre_fscc_entry_next(&it, in, len, 1, &entry) == WYRE_OK; entries++) {
        REQUIRE(entry.len >= 4 && entry.off + entry.len <= len, "entry");
        wyre_fscc_entry_append(&w, &list, in + entry.off, entry.len, 8);
    }
    REQUIRE(wyre_wr_finish(&w, &n) == WYRE_OK, "list");
    for (; wyre_fscc_entry_next(&again, out, n, 0, &copy) == WYRE_OK; entries--)
        ;
    REQUIRE(entries == 0, "list");
    free(out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *in, size_t len)
{
    const wyre_visitor nobody = {NULL, NULL, NULL, NULL, NULL, NULL};
    uint32_t number = len > 0 ? in[0] : 0;
    const uint8_t *rest = len > 0 ? in + 1 : in;
    size_t rest_len = len > 0 ? len - 1 : 0;
    records(in, len);
    lists(in, len);
    REQUIRE(wyre_fscc_file_class_name(number) != NULL, "name");
    REQUIRE(wyre_fscc_filesystem_class_name(number) != NULL, "name");
    REQUIRE(wyre_fscc_file_action_name(number) != NULL, "name");
    wyre_fscc_file_visit(number, rest, rest_len, &nobody, NULL);
    wyre_fscc_filesystem_visit(number, rest, rest_len, &nobody, NULL);
    wyre_fscc_directory_visit(number, rest, rest_len, &nobody, NULL);
    wyre_fscc_notify_visit(in, len, &nobody, NULL);
    wyre_fscc_ea_visit(in, len, &nobody, NULL);
    wyre_fscc_get_ea_visit(in, len, &nobody, NULL);
    wyre_fscc_quota_visit(in, len, &nobody, NULL);
    wyre_fscc_get_quota_visit(in, len, &nobody, NULL);
    return 0;
}
