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

/* NULL: no single record of this header. */
static teller *
teller_of(uint32_t information_class)
{
    switch (information_class) {
    case WYRE_FSCC_FILE_BASIC_INFORMATION:
        return tell_basic;
    case WYRE_FSCC_FILE_STANDARD_INFORMATION:
        return tell_standard;
    case WYRE_FSCC_FILE_INTERNAL_INFORMATION:
        return tell_internal;
    case WYRE_FSCC_FILE_EA_INFORMATION:
        return tell_ea;
    case WYRE_FSCC_FILE_ACCESS_INFORMATION:
        return tell_access;
    case WYRE_FSCC_FILE_NAME_INFORMATION:
    case WYRE_FSCC_FILE_ALTERNATE_NAME_INFORMATION:
    case WYRE_FSCC_FILE_SHORT_NAME_INFORMATION:
    case WYRE_FSCC_FILE_NORMALIZED_NAME_INFORMATION:
    case WYRE_FSCC_FILE_NETWORK_PHYSICAL_NAME_INFORMATION:
        return tell_name;
    case WYRE_FSCC_FILE_RENAME_INFORMATION:
    case WYRE_FSCC_FILE_LINK_INFORMATION:
        return tell_rename;
    case WYRE_FSCC_FILE_RENAME_INFORMATION_EX:
    case WYRE_FSCC_FILE_LINK_INFORMATION_EX:
        return tell_rename_ex;
    case WYRE_FSCC_FILE_DISPOSITION_INFORMATION:
        return tell_disposition;
    case WYRE_FSCC_FILE_DISPOSITION_INFORMATION_EX:
        return tell_disposition_ex;
    case WYRE_FSCC_FILE_POSITION_INFORMATION:
        return tell_position;
    case WYRE_FSCC_FILE_MODE_INFORMATION:
        return tell_mode;
    case WYRE_FSCC_FILE_ALIGNMENT_INFORMATION:
        return tell_alignment;
    case WYRE_FSCC_FILE_ALL_INFORMATION:
        return tell_all;
    case WYRE_FSCC_FILE_ALLOCATION_INFORMATION:
        return tell_allocation;
    case WYRE_FSCC_FILE_END_OF_FILE_INFORMATION:
        return tell_end_of_file;
    case WYRE_FSCC_FILE_VALID_DATA_LENGTH_INFORMATION:
        return tell_valid_data_length;
    case WYRE_FSCC_FILE_PIPE_INFORMATION:
        return tell_pipe;
    case WYRE_FSCC_FILE_PIPE_LOCAL_INFORMATION:
        return tell_pipe_local;
    case WYRE_FSCC_FILE_PIPE_REMOTE_INFORMATION:
        return tell_pipe_remote;
    case WYRE_FSCC_FILE_COMPRESSION_INFORMATION:
        return tell_compression;
    case WYRE_FSCC_FILE_NETWORK_OPEN_INFORMATION:
        return tell_network_open;
    case WYRE_FSCC_FILE_ATTRIBUTE_TAG_INFORMATION:
        return tell_attribute_tag;
    case WYRE_FSCC_FILE_ID_INFORMATION:
        return tell_id;
    default:
        return NULL;
    }
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
