/* Any file information class to a visitor: [MS-FSCC] 2.4. */
#include <wyre/fscc_file.h>
#include "fscc_tell.h"

#ifndef WYRE_PROVE

TELLER(tell_basic, wyre_fscc_file_basic_information)
TELLER(tell_standard, wyre_fscc_file_standard_information)
TELLER(tell_internal, wyre_fscc_file_internal_information)
TELLER(tell_ea, wyre_fscc_file_ea_information)
TELLER(tell_access, wyre_fscc_file_access_information)
TELLER(tell_name, wyre_fscc_file_name_information)
TELLER(tell_rename, wyre_fscc_file_rename_information)
TELLER(tell_rename_ex, wyre_fscc_file_rename_information_ex)
TELLER(tell_disposition, wyre_fscc_file_disposition_information)
TELLER(tell_disposition_ex, wyre_fscc_file_disposition_information_ex)
TELLER(tell_position, wyre_fscc_file_position_information)
TELLER(tell_mode, wyre_fscc_file_mode_information)
TELLER(tell_alignment, wyre_fscc_file_alignment_information)
TELLER(tell_all, wyre_fscc_file_all_information)
TELLER(tell_allocation, wyre_fscc_file_allocation_information)
TELLER(tell_end_of_file, wyre_fscc_file_end_of_file_information)
TELLER(tell_valid_data_length, wyre_fscc_file_valid_data_length_information)
TELLER(tell_pipe, wyre_fscc_file_pipe_information)
TELLER(tell_pipe_local, wyre_fscc_file_pipe_local_information)
TELLER(tell_pipe_remote, wyre_fscc_file_pipe_remote_information)
TELLER(tell_compression, wyre_fscc_file_compression_information)
TELLER(tell_network_open, wyre_fscc_file_network_open_information)
TELLER(tell_attribute_tag, wyre_fscc_file_attribute_tag_information)
TELLER(tell_id, wyre_fscc_file_id_information)
TELLER(tell_stream, wyre_fscc_file_stream_information)

static const struct {
    uint32_t information_class;
    teller *tell;
} tellers[] = {
    {WYRE_FSCC_FILE_BASIC_INFORMATION, tell_basic},
    {WYRE_FSCC_FILE_STANDARD_INFORMATION, tell_standard},
    {WYRE_FSCC_FILE_INTERNAL_INFORMATION, tell_internal},
    {WYRE_FSCC_FILE_EA_INFORMATION, tell_ea},
    {WYRE_FSCC_FILE_ACCESS_INFORMATION, tell_access},
    {WYRE_FSCC_FILE_NAME_INFORMATION, tell_name},
    {WYRE_FSCC_FILE_ALTERNATE_NAME_INFORMATION, tell_name},
    {WYRE_FSCC_FILE_SHORT_NAME_INFORMATION, tell_name},
    {WYRE_FSCC_FILE_NORMALIZED_NAME_INFORMATION, tell_name},
    {WYRE_FSCC_FILE_NETWORK_PHYSICAL_NAME_INFORMATION, tell_name},
    {WYRE_FSCC_FILE_RENAME_INFORMATION, tell_rename},
    {WYRE_FSCC_FILE_LINK_INFORMATION, tell_rename},
    {WYRE_FSCC_FILE_RENAME_INFORMATION_EX, tell_rename_ex},
    {WYRE_FSCC_FILE_LINK_INFORMATION_EX, tell_rename_ex},
    {WYRE_FSCC_FILE_DISPOSITION_INFORMATION, tell_disposition},
    {WYRE_FSCC_FILE_DISPOSITION_INFORMATION_EX, tell_disposition_ex},
    {WYRE_FSCC_FILE_POSITION_INFORMATION, tell_position},
    {WYRE_FSCC_FILE_MODE_INFORMATION, tell_mode},
    {WYRE_FSCC_FILE_ALIGNMENT_INFORMATION, tell_alignment},
    {WYRE_FSCC_FILE_ALL_INFORMATION, tell_all},
    {WYRE_FSCC_FILE_ALLOCATION_INFORMATION, tell_allocation},
    {WYRE_FSCC_FILE_END_OF_FILE_INFORMATION, tell_end_of_file},
    {WYRE_FSCC_FILE_VALID_DATA_LENGTH_INFORMATION, tell_valid_data_length},
    {WYRE_FSCC_FILE_PIPE_INFORMATION, tell_pipe},
    {WYRE_FSCC_FILE_PIPE_LOCAL_INFORMATION, tell_pipe_local},
    {WYRE_FSCC_FILE_PIPE_REMOTE_INFORMATION, tell_pipe_remote},
    {WYRE_FSCC_FILE_COMPRESSION_INFORMATION, tell_compression},
    {WYRE_FSCC_FILE_NETWORK_OPEN_INFORMATION, tell_network_open},
    {WYRE_FSCC_FILE_ATTRIBUTE_TAG_INFORMATION, tell_attribute_tag},
    {WYRE_FSCC_FILE_ID_INFORMATION, tell_id},
};

/* NULL: no single record of this header. */
static teller *
teller_of(uint32_t information_class)
{
    for (size_t i = 0; i < sizeof tellers / sizeof *tellers; i++)
        if (tellers[i].information_class == information_class)
            return tellers[i].tell;
    return NULL;
}

wyre_status
wyre_fscc_file_visit(uint32_t information_class, const uint8_t *in, size_t in_len,
                     const wyre_visitor *v, size_t *n)
{
    if (information_class == WYRE_FSCC_FILE_STREAM_INFORMATION)
        return tell_entries(tell_stream, 0, in, in_len, v, n);
    if (information_class == WYRE_FSCC_FILE_FULL_EA_INFORMATION)
        return wyre_fscc_ea_visit(in, in_len, v, n);
    teller *tell = teller_of(information_class);
    if (tell != NULL)
        return tell(information_class, in, in_len, v, n);
    if (n != NULL)
        *n = 0;
    return WYRE_E_UNSUPPORTED;
}
#endif
