/* File information classes: [MS-FSCC] 2.4. */
#include <wyre/fscc_file.h>
#include "../core/names.h"
#include "../core/layout.h"

static const constant_name fscc_file_class_names[] = {
    NAME(WYRE_FSCC_FILE_, DIRECTORY_INFORMATION),
    NAME(WYRE_FSCC_FILE_, FULL_DIRECTORY_INFORMATION),
    NAME(WYRE_FSCC_FILE_, BOTH_DIRECTORY_INFORMATION),
    NAME(WYRE_FSCC_FILE_, BASIC_INFORMATION),
    NAME(WYRE_FSCC_FILE_, STANDARD_INFORMATION),
    NAME(WYRE_FSCC_FILE_, INTERNAL_INFORMATION),
    NAME(WYRE_FSCC_FILE_, EA_INFORMATION),
    NAME(WYRE_FSCC_FILE_, ACCESS_INFORMATION),
    NAME(WYRE_FSCC_FILE_, NAME_INFORMATION),
    NAME(WYRE_FSCC_FILE_, RENAME_INFORMATION),
    NAME(WYRE_FSCC_FILE_, LINK_INFORMATION),
    NAME(WYRE_FSCC_FILE_, NAMES_INFORMATION),
    NAME(WYRE_FSCC_FILE_, DISPOSITION_INFORMATION),
    NAME(WYRE_FSCC_FILE_, POSITION_INFORMATION),
    NAME(WYRE_FSCC_FILE_, FULL_EA_INFORMATION),
    NAME(WYRE_FSCC_FILE_, MODE_INFORMATION),
    NAME(WYRE_FSCC_FILE_, ALIGNMENT_INFORMATION),
    NAME(WYRE_FSCC_FILE_, ALL_INFORMATION),
    NAME(WYRE_FSCC_FILE_, ALLOCATION_INFORMATION),
    NAME(WYRE_FSCC_FILE_, END_OF_FILE_INFORMATION),
    NAME(WYRE_FSCC_FILE_, ALTERNATE_NAME_INFORMATION),
    NAME(WYRE_FSCC_FILE_, STREAM_INFORMATION),
    NAME(WYRE_FSCC_FILE_, PIPE_INFORMATION),
    NAME(WYRE_FSCC_FILE_, PIPE_LOCAL_INFORMATION),
    NAME(WYRE_FSCC_FILE_, PIPE_REMOTE_INFORMATION),
    NAME(WYRE_FSCC_FILE_, COMPRESSION_INFORMATION),
    NAME(WYRE_FSCC_FILE_, QUOTA_INFORMATION),
    NAME(WYRE_FSCC_FILE_, NETWORK_OPEN_INFORMATION),
    NAME(WYRE_FSCC_FILE_, ATTRIBUTE_TAG_INFORMATION),
    NAME(WYRE_FSCC_FILE_, ID_BOTH_DIRECTORY_INFORMATION),
    NAME(WYRE_FSCC_FILE_, ID_FULL_DIRECTORY_INFORMATION),
    NAME(WYRE_FSCC_FILE_, VALID_DATA_LENGTH_INFORMATION),
    NAME(WYRE_FSCC_FILE_, SHORT_NAME_INFORMATION),
    NAME(WYRE_FSCC_FILE_, NORMALIZED_NAME_INFORMATION),
    NAME(WYRE_FSCC_FILE_, NETWORK_PHYSICAL_NAME_INFORMATION),
    NAME(WYRE_FSCC_FILE_, ID_INFORMATION),
    NAME(WYRE_FSCC_FILE_, ID_EXTD_DIRECTORY_INFORMATION),
    NAME(WYRE_FSCC_FILE_, ID_EXTD_BOTH_DIRECTORY_INFORMATION),
    NAME(WYRE_FSCC_FILE_, DISPOSITION_INFORMATION_EX),
    NAME(WYRE_FSCC_FILE_, RENAME_INFORMATION_EX),
    NAME(WYRE_FSCC_FILE_, LINK_INFORMATION_EX),
    NAME(WYRE_FSCC_FILE_, ID_64_EXTD_DIRECTORY_INFORMATION),
    NAME(WYRE_FSCC_FILE_, ID_64_EXTD_BOTH_DIRECTORY_INFORMATION),
    NAME(WYRE_FSCC_FILE_, ID_ALL_EXTD_DIRECTORY_INFORMATION),
    NAME(WYRE_FSCC_FILE_, ID_ALL_EXTD_BOTH_DIRECTORY_INFORMATION),
};

const char *
wyre_fscc_file_class_name(uint32_t information_class)
{
    return NAME_OF(fscc_file_class_names, information_class);
}

/* ---- Class 4: FileBasicInformation ---------------------------------------------------------- */

LAYOUT
basic_information(layout *l, wyre_fscc_file_basic_information *m)
{
    U64(l,  0, m, creation_time,    FILETIME);
    U64(l,  8, m, last_access_time, FILETIME);
    U64(l, 16, m, last_write_time,  FILETIME);
    U64(l, 24, m, change_time,      FILETIME);
    U32(l, 32, m, file_attributes,  FLAGS);
    if (ROOM(l, 4)) /* SMB1 replies may end in front of it */
        NEXT32(l, m, reserved, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_fscc_file_basic_information, basic_information, 36, 0)

/* ---- Class 5: FileStandardInformation ------------------------------------------------------- */

LAYOUT
standard_information(layout *l, wyre_fscc_file_standard_information *m)
{
    U64(l,  0, m, allocation_size, NUMBER);
    U64(l,  8, m, end_of_file,     NUMBER);
    U32(l, 16, m, number_of_links, NUMBER);
    U8 (l, 20, m, delete_pending,  NUMBER);
    U8 (l, 21, m, directory,       NUMBER);
    if (ROOM(l, 2)) /* SMB1 replies may end in front of it */
        NEXT16(l, m, reserved, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_fscc_file_standard_information, standard_information, 22, 0)

/* ---- Class 6: FileInternalInformation ------------------------------------------------------- */

LAYOUT
internal_information(layout *l, wyre_fscc_file_internal_information *m)
{
    U64(l, 0, m, index_number, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_fscc_file_internal_information, internal_information, 8, 0)

/* ---- Class 7: FileEaInformation ------------------------------------------------------------- */

LAYOUT
ea_information(layout *l, wyre_fscc_file_ea_information *m)
{
    U32(l, 0, m, ea_size, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_fscc_file_ea_information, ea_information, 4, 0)

/* ---- Class 8: FileAccessInformation --------------------------------------------------------- */

LAYOUT
access_information(layout *l, wyre_fscc_file_access_information *m)
{
    U32(l, 0, m, access_flags, FLAGS);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_fscc_file_access_information, access_information, 4, 0)

/* ---- Class 9: FileNameInformation ----------------------------------------------------------- */

LAYOUT
name_information(layout *l, wyre_fscc_file_name_information *m)
{
    COUNT32(l, 0, m, file_name);
    RUN    (l, m, file_name, UTF16);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->file_name, in_len); */
CODEC(wyre_fscc_file_name_information, name_information, 4, 0)

/* ---- Class 10: FileRenameInformation, SMB2 -------------------------------------------------- */

LAYOUT
rename_information(layout *l, wyre_fscc_file_rename_information *m)
{
    U8     (l,  0, m, replace_if_exists, NUMBER);
    ARRAY  (l,  1, m, reserved,          BYTES);
    U64    (l,  8, m, root_directory,    NUMBER);
    COUNT32(l, 16, m, file_name);
    RUN    (l, m, file_name, UTF16);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->file_name, in_len); */
CODEC(wyre_fscc_file_rename_information, rename_information, 20, 0)

/* ---- Class 65: FileRenameInformationEx, SMB2 ------------------------------------------------ */

LAYOUT
rename_information_ex(layout *l, wyre_fscc_file_rename_information_ex *m)
{
    U32    (l,  0, m, flags,          FLAGS);
    U32    (l,  4, m, reserved,       NUMBER);
    U64    (l,  8, m, root_directory, NUMBER);
    COUNT32(l, 16, m, file_name);
    RUN    (l, m, file_name, UTF16);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->file_name, in_len); */
CODEC(wyre_fscc_file_rename_information_ex, rename_information_ex, 20, 0)

/* ---- Class 10: FileRenameInformation, SMB1 -------------------------------------------------- */

LAYOUT
rename_information_smb1(layout *l, wyre_fscc_file_rename_information_smb1 *m)
{
    U8     (l, 0, m, replace_if_exists, NUMBER);
    ARRAY  (l, 1, m, reserved,          BYTES);
    U32    (l, 4, m, root_directory,    NUMBER);
    COUNT32(l, 8, m, file_name);
    RUN    (l, m, file_name, UTF16);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->file_name, in_len); */
CODEC(wyre_fscc_file_rename_information_smb1, rename_information_smb1, 12, 0)

/* ---- Class 13: FileDispositionInformation --------------------------------------------------- */

LAYOUT
disposition_information(layout *l, wyre_fscc_file_disposition_information *m)
{
    U8(l, 0, m, delete_pending, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_fscc_file_disposition_information, disposition_information, 1, 0)

/* ---- Class 64: FileDispositionInformationEx ------------------------------------------------- */

LAYOUT
disposition_information_ex(layout *l, wyre_fscc_file_disposition_information_ex *m)
{
    U32(l, 0, m, flags, FLAGS);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_fscc_file_disposition_information_ex, disposition_information_ex, 4, 0)

/* ---- Class 14: FilePositionInformation ------------------------------------------------------ */

LAYOUT
position_information(layout *l, wyre_fscc_file_position_information *m)
{
    U64(l, 0, m, current_byte_offset, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_fscc_file_position_information, position_information, 8, 0)

/* ---- Class 16: FileModeInformation ---------------------------------------------------------- */

LAYOUT
mode_information(layout *l, wyre_fscc_file_mode_information *m)
{
    U32(l, 0, m, mode, FLAGS);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_fscc_file_mode_information, mode_information, 4, 0)

/* ---- Class 17: FileAlignmentInformation ----------------------------------------------------- */

LAYOUT
alignment_information(layout *l, wyre_fscc_file_alignment_information *m)
{
    U32(l, 0, m, alignment_requirement, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_fscc_file_alignment_information, alignment_information, 4, 0)

/* ---- Class 18: FileAllInformation ----------------------------------------------------------- */

LAYOUT
all_information(layout *l, wyre_fscc_file_all_information *m)
{
    U64    (l,  0, m, creation_time,         FILETIME);
    U64    (l,  8, m, last_access_time,      FILETIME);
    U64    (l, 16, m, last_write_time,       FILETIME);
    U64    (l, 24, m, change_time,           FILETIME);
    U32    (l, 32, m, file_attributes,       FLAGS);
    U32    (l, 36, m, reserved,              NUMBER);
    U64    (l, 40, m, allocation_size,       NUMBER);
    U64    (l, 48, m, end_of_file,           NUMBER);
    U32    (l, 56, m, number_of_links,       NUMBER);
    U8     (l, 60, m, delete_pending,        NUMBER);
    U8     (l, 61, m, directory,             NUMBER);
    U16    (l, 62, m, reserved2,             NUMBER);
    U64    (l, 64, m, index_number,          NUMBER);
    U32    (l, 72, m, ea_size,               NUMBER);
    U32    (l, 76, m, access_flags,          FLAGS);
    U64    (l, 80, m, current_byte_offset,   NUMBER);
    U32    (l, 88, m, mode,                  FLAGS);
    U32    (l, 92, m, alignment_requirement, NUMBER);
    COUNT32(l, 96, m, file_name);
    RUN    (l, m, file_name, UTF16);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->file_name, in_len); */
CODEC(wyre_fscc_file_all_information, all_information, 100, 0)

/* ---- Class 19: FileAllocationInformation ---------------------------------------------------- */

LAYOUT
allocation_information(layout *l, wyre_fscc_file_allocation_information *m)
{
    U64(l, 0, m, allocation_size, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_fscc_file_allocation_information, allocation_information, 8, 0)

/* ---- Class 20: FileEndOfFileInformation ----------------------------------------------------- */

LAYOUT
end_of_file_information(layout *l, wyre_fscc_file_end_of_file_information *m)
{
    U64(l, 0, m, end_of_file, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_fscc_file_end_of_file_information, end_of_file_information, 8, 0)

/* ---- Class 39: FileValidDataLengthInformation ----------------------------------------------- */

LAYOUT
valid_data_length_information(layout *l, wyre_fscc_file_valid_data_length_information *m)
{
    U64(l, 0, m, valid_data_length, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_fscc_file_valid_data_length_information, valid_data_length_information, 8, 0)

/* ---- Class 22: FileStreamInformation -------------------------------------------------------- */

LAYOUT
stream_information(layout *l, wyre_fscc_file_stream_information *m)
{
    U32    (l,  0, m, next_entry_offset,      NUMBER);
    COUNT32(l,  4, m, stream_name);
    U64    (l,  8, m, stream_size,            NUMBER);
    U64    (l, 16, m, stream_allocation_size, NUMBER);
    RUN    (l, m, stream_name, UTF16);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->stream_name, in_len); */
CODEC(wyre_fscc_file_stream_information, stream_information, 24, 0)

/* ---- Class 23: FilePipeInformation ---------------------------------------------------------- */

LAYOUT
pipe_information(layout *l, wyre_fscc_file_pipe_information *m)
{
    U32(l, 0, m, read_mode,       NUMBER);
    U32(l, 4, m, completion_mode, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_fscc_file_pipe_information, pipe_information, 8, 0)

/* ---- Class 24: FilePipeLocalInformation ----------------------------------------------------- */

LAYOUT
pipe_local_information(layout *l, wyre_fscc_file_pipe_local_information *m)
{
    U32(l,  0, m, named_pipe_type,          NUMBER);
    U32(l,  4, m, named_pipe_configuration, NUMBER);
    U32(l,  8, m, maximum_instances,        NUMBER);
    U32(l, 12, m, current_instances,        NUMBER);
    U32(l, 16, m, inbound_quota,            NUMBER);
    U32(l, 20, m, read_data_available,      NUMBER);
    U32(l, 24, m, outbound_quota,           NUMBER);
    U32(l, 28, m, write_quota_available,    NUMBER);
    U32(l, 32, m, named_pipe_state,         NUMBER);
    U32(l, 36, m, named_pipe_end,           NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_fscc_file_pipe_local_information, pipe_local_information, 40, 0)

/* ---- Class 25: FilePipeRemoteInformation ---------------------------------------------------- */

LAYOUT
pipe_remote_information(layout *l, wyre_fscc_file_pipe_remote_information *m)
{
    U64(l, 0, m, collect_data_time,        NUMBER);
    U32(l, 8, m, maximum_collection_count, NUMBER);
    if (ROOM(l, 4)) /* padding of the structure; some leave it out */
        NEXT32(l, m, reserved, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_fscc_file_pipe_remote_information, pipe_remote_information, 12, 0)

/* ---- Class 28: FileCompressionInformation --------------------------------------------------- */

LAYOUT
compression_information(layout *l, wyre_fscc_file_compression_information *m)
{
    U64  (l,  0, m, compressed_file_size,   NUMBER);
    U16  (l,  8, m, compression_format,     NUMBER);
    U8   (l, 10, m, compression_unit_shift, NUMBER);
    U8   (l, 11, m, chunk_shift,            NUMBER);
    U8   (l, 12, m, cluster_shift,          NUMBER);
    ARRAY(l, 13, m, reserved,               BYTES);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_fscc_file_compression_information, compression_information, 16, 0)

/* ---- Class 34: FileNetworkOpenInformation --------------------------------------------------- */

LAYOUT
network_open_information(layout *l, wyre_fscc_file_network_open_information *m)
{
    U64(l,  0, m, creation_time,    FILETIME);
    U64(l,  8, m, last_access_time, FILETIME);
    U64(l, 16, m, last_write_time,  FILETIME);
    U64(l, 24, m, change_time,      FILETIME);
    U64(l, 32, m, allocation_size,  NUMBER);
    U64(l, 40, m, end_of_file,      NUMBER);
    U32(l, 48, m, file_attributes,  FLAGS);
    U32(l, 52, m, reserved,         NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_fscc_file_network_open_information, network_open_information, 56, 0)

/* ---- Class 35: FileAttributeTagInformation -------------------------------------------------- */

LAYOUT
attribute_tag_information(layout *l, wyre_fscc_file_attribute_tag_information *m)
{
    U32(l, 0, m, file_attributes, FLAGS);
    U32(l, 4, m, reparse_tag,     NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_fscc_file_attribute_tag_information, attribute_tag_information, 8, 0)

/* ---- Class 59: FileIdInformation ------------------------------------------------------------ */

LAYOUT
id_information(layout *l, wyre_fscc_file_id_information *m)
{
    U64  (l, 0, m, volume_serial_number, NUMBER);
    ARRAY(l, 8, m, file_id,              BYTES);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_fscc_file_id_information, id_information, 24, 0)
