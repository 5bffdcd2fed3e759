/* Names of SMB2 constants: [MS-SMB2] 2.2. */
#include <wyre/smb2_names.h>
#include "../core/names.h"

static const constant_name smb2_dialect_names[] = {
    NAME(WYRE_SMB2_DIALECT_, 0202), NAME(WYRE_SMB2_DIALECT_, 0210), NAME(WYRE_SMB2_DIALECT_, 02FF),
    NAME(WYRE_SMB2_DIALECT_, 0300), NAME(WYRE_SMB2_DIALECT_, 0302), NAME(WYRE_SMB2_DIALECT_, 0311),
};

const char *
wyre_smb2_dialect_name(uint16_t value)
{
    return NAME_OF(smb2_dialect_names, value);
}

static const constant_name smb2_header_flag_names[] = {
    NAME(WYRE_SMB2_FLAGS_, SERVER_TO_REDIR),    NAME(WYRE_SMB2_FLAGS_, ASYNC_COMMAND),
    NAME(WYRE_SMB2_FLAGS_, RELATED_OPERATIONS), NAME(WYRE_SMB2_FLAGS_, SIGNED),
    NAME(WYRE_SMB2_FLAGS_, DFS_OPERATIONS),     NAME(WYRE_SMB2_FLAGS_, REPLAY_OPERATION),
};

const char *
wyre_smb2_header_flag_name(uint32_t bit)
{
    return NAME_OF(smb2_header_flag_names, bit);
}

static const constant_name smb2_security_mode_names[] = {
    NAME(WYRE_SMB2_NEGOTIATE_, SIGNING_ENABLED),
    NAME(WYRE_SMB2_NEGOTIATE_, SIGNING_REQUIRED),
};

const char *
wyre_smb2_security_mode_name(uint16_t bit)
{
    return NAME_OF(smb2_security_mode_names, bit);
}

static const constant_name smb2_global_cap_names[] = {
    NAME(WYRE_SMB2_GLOBAL_CAP_, DFS),
    NAME(WYRE_SMB2_GLOBAL_CAP_, LEASING),
    NAME(WYRE_SMB2_GLOBAL_CAP_, LARGE_MTU),
    NAME(WYRE_SMB2_GLOBAL_CAP_, MULTI_CHANNEL),
    NAME(WYRE_SMB2_GLOBAL_CAP_, PERSISTENT_HANDLES),
    NAME(WYRE_SMB2_GLOBAL_CAP_, DIRECTORY_LEASING),
    NAME(WYRE_SMB2_GLOBAL_CAP_, ENCRYPTION),
    NAME(WYRE_SMB2_GLOBAL_CAP_, NOTIFICATIONS),
};

const char *
wyre_smb2_global_cap_name(uint32_t bit)
{
    return NAME_OF(smb2_global_cap_names, bit);
}

static const constant_name smb2_preauth_integrity_names[] = {
    NAME(WYRE_SMB2_PREAUTH_INTEGRITY_, SHA_512),
};

const char *
wyre_smb2_preauth_integrity_name(uint16_t value)
{
    return NAME_OF(smb2_preauth_integrity_names, value);
}

static const constant_name smb2_encryption_names[] = {
    NAME(WYRE_SMB2_ENCRYPTION_, AES128_CCM),
    NAME(WYRE_SMB2_ENCRYPTION_, AES128_GCM),
    NAME(WYRE_SMB2_ENCRYPTION_, AES256_CCM),
    NAME(WYRE_SMB2_ENCRYPTION_, AES256_GCM),
};

const char *
wyre_smb2_encryption_name(uint16_t value)
{
    return NAME_OF(smb2_encryption_names, value);
}

static const constant_name smb2_rdma_transform_names[] = {
    NAME(WYRE_SMB2_RDMA_TRANSFORM_, NONE),
    NAME(WYRE_SMB2_RDMA_TRANSFORM_, ENCRYPTION),
    NAME(WYRE_SMB2_RDMA_TRANSFORM_, SIGNING),
};

const char *
wyre_smb2_rdma_transform_name(uint16_t value)
{
    return NAME_OF(smb2_rdma_transform_names, value);
}

static const constant_name smb2_signing_names[] = {
    NAME(WYRE_SMB2_SIGNING_, HMAC_SHA256),
    NAME(WYRE_SMB2_SIGNING_, AES_CMAC),
    NAME(WYRE_SMB2_SIGNING_, AES_GMAC),
};

const char *
wyre_smb2_signing_name(uint16_t value)
{
    return NAME_OF(smb2_signing_names, value);
}

static const constant_name smb2_session_flag_names[] = {
    NAME(WYRE_SMB2_SESSION_FLAG_, IS_GUEST),
    NAME(WYRE_SMB2_SESSION_FLAG_, IS_NULL),
    NAME(WYRE_SMB2_SESSION_FLAG_, ENCRYPT_DATA),
};

const char *
wyre_smb2_session_flag_name(uint16_t bit)
{
    return NAME_OF(smb2_session_flag_names, bit);
}

static const constant_name smb2_share_type_names[] = {
    NAME(WYRE_SMB2_SHARE_TYPE_, DISK),
    NAME(WYRE_SMB2_SHARE_TYPE_, PIPE),
    NAME(WYRE_SMB2_SHARE_TYPE_, PRINT),
};

const char *
wyre_smb2_share_type_name(uint8_t value)
{
    return NAME_OF(smb2_share_type_names, value);
}

static const constant_name smb2_share_flag_names[] = {
    NAME(WYRE_SMB2_SHAREFLAG_, DFS),
    NAME(WYRE_SMB2_SHAREFLAG_, DFS_ROOT),
    NAME(WYRE_SMB2_SHAREFLAG_, AUTO_CACHING),
    NAME(WYRE_SMB2_SHAREFLAG_, VDO_CACHING),
    NAME(WYRE_SMB2_SHAREFLAG_, RESTRICT_EXCLUSIVE_OPENS),
    NAME(WYRE_SMB2_SHAREFLAG_, FORCE_SHARED_DELETE),
    NAME(WYRE_SMB2_SHAREFLAG_, ALLOW_NAMESPACE_CACHING),
    NAME(WYRE_SMB2_SHAREFLAG_, ACCESS_BASED_DIRECTORY_ENUM),
    NAME(WYRE_SMB2_SHAREFLAG_, FORCE_LEVELII_OPLOCK),
    NAME(WYRE_SMB2_SHAREFLAG_, ENABLE_HASH_V1),
    NAME(WYRE_SMB2_SHAREFLAG_, ENABLE_HASH_V2),
    NAME(WYRE_SMB2_SHAREFLAG_, ENCRYPT_DATA),
    NAME(WYRE_SMB2_SHAREFLAG_, IDENTITY_REMOTING),
    NAME(WYRE_SMB2_SHAREFLAG_, COMPRESS_DATA),
    NAME(WYRE_SMB2_SHAREFLAG_, ISOLATED_TRANSPORT),
};

const char *
wyre_smb2_share_flag_name(uint32_t bit)
{
    return NAME_OF(smb2_share_flag_names, bit);
}

static const constant_name smb2_share_cap_names[] = {
    NAME(WYRE_SMB2_SHARE_CAP_, DFS),        NAME(WYRE_SMB2_SHARE_CAP_, CONTINUOUS_AVAILABILITY),
    NAME(WYRE_SMB2_SHARE_CAP_, SCALEOUT),   NAME(WYRE_SMB2_SHARE_CAP_, CLUSTER),
    NAME(WYRE_SMB2_SHARE_CAP_, ASYMMETRIC), NAME(WYRE_SMB2_SHARE_CAP_, REDIRECT_TO_OWNER),
};

const char *
wyre_smb2_share_cap_name(uint32_t bit)
{
    return NAME_OF(smb2_share_cap_names, bit);
}

static const constant_name smb2_oplock_level_names[] = {
    NAME(WYRE_SMB2_OPLOCK_LEVEL_, NONE),      NAME(WYRE_SMB2_OPLOCK_LEVEL_, II),
    NAME(WYRE_SMB2_OPLOCK_LEVEL_, EXCLUSIVE), NAME(WYRE_SMB2_OPLOCK_LEVEL_, BATCH),
    NAME(WYRE_SMB2_OPLOCK_LEVEL_, LEASE),
};

const char *
wyre_smb2_oplock_level_name(uint8_t value)
{
    return NAME_OF(smb2_oplock_level_names, value);
}

static const constant_name smb2_impersonation_names[] = {
    NAME(WYRE_SMB2_IMPERSONATION_, ANONYMOUS),
    NAME(WYRE_SMB2_IMPERSONATION_, IDENTIFICATION),
    NAME(WYRE_SMB2_IMPERSONATION_, IMPERSONATION),
    NAME(WYRE_SMB2_IMPERSONATION_, DELEGATE),
};

const char *
wyre_smb2_impersonation_name(uint32_t value)
{
    return NAME_OF(smb2_impersonation_names, value);
}

static const constant_name smb2_access_names[] = {
    NAME(WYRE_SMB2_ACCESS_, READ_DATA),
    NAME(WYRE_SMB2_ACCESS_, WRITE_DATA),
    NAME(WYRE_SMB2_ACCESS_, APPEND_DATA),
    NAME(WYRE_SMB2_ACCESS_, READ_EA),
    NAME(WYRE_SMB2_ACCESS_, WRITE_EA),
    NAME(WYRE_SMB2_ACCESS_, EXECUTE),
    NAME(WYRE_SMB2_ACCESS_, DELETE_CHILD),
    NAME(WYRE_SMB2_ACCESS_, READ_ATTRIBUTES),
    NAME(WYRE_SMB2_ACCESS_, WRITE_ATTRIBUTES),
    NAME(WYRE_SMB2_ACCESS_, DELETE),
    NAME(WYRE_SMB2_ACCESS_, READ_CONTROL),
    NAME(WYRE_SMB2_ACCESS_, WRITE_DAC),
    NAME(WYRE_SMB2_ACCESS_, WRITE_OWNER),
    NAME(WYRE_SMB2_ACCESS_, SYNCHRONIZE),
    NAME(WYRE_SMB2_ACCESS_, ACCESS_SYSTEM_SECURITY),
    NAME(WYRE_SMB2_ACCESS_, MAXIMUM_ALLOWED),
    NAME(WYRE_SMB2_ACCESS_, GENERIC_ALL),
    NAME(WYRE_SMB2_ACCESS_, GENERIC_EXECUTE),
    NAME(WYRE_SMB2_ACCESS_, GENERIC_WRITE),
    NAME(WYRE_SMB2_ACCESS_, GENERIC_READ),
};

const char *
wyre_smb2_access_name(uint32_t bit)
{
    return NAME_OF(smb2_access_names, bit);
}

static const constant_name smb2_share_access_names[] = {
    NAME(WYRE_SMB2_FILE_SHARE_, READ),
    NAME(WYRE_SMB2_FILE_SHARE_, WRITE),
    NAME(WYRE_SMB2_FILE_SHARE_, DELETE),
};

const char *
wyre_smb2_share_access_name(uint32_t bit)
{
    return NAME_OF(smb2_share_access_names, bit);
}

static const constant_name smb2_create_disposition_names[] = {
    NAME(WYRE_SMB2_FILE_, SUPERSEDE), NAME(WYRE_SMB2_FILE_, OPEN),
    NAME(WYRE_SMB2_FILE_, CREATE),    NAME(WYRE_SMB2_FILE_, OPEN_IF),
    NAME(WYRE_SMB2_FILE_, OVERWRITE), NAME(WYRE_SMB2_FILE_, OVERWRITE_IF),
};

const char *
wyre_smb2_create_disposition_name(uint32_t value)
{
    return NAME_OF(smb2_create_disposition_names, value);
}

static const constant_name smb2_create_option_names[] = {
    NAME(WYRE_SMB2_CREATE_OPTION_, DIRECTORY_FILE),
    NAME(WYRE_SMB2_CREATE_OPTION_, WRITE_THROUGH),
    NAME(WYRE_SMB2_CREATE_OPTION_, SEQUENTIAL_ONLY),
    NAME(WYRE_SMB2_CREATE_OPTION_, NO_INTERMEDIATE_BUFFERING),
    NAME(WYRE_SMB2_CREATE_OPTION_, SYNCHRONOUS_IO_ALERT),
    NAME(WYRE_SMB2_CREATE_OPTION_, SYNCHRONOUS_IO_NONALERT),
    NAME(WYRE_SMB2_CREATE_OPTION_, NON_DIRECTORY_FILE),
    NAME(WYRE_SMB2_CREATE_OPTION_, COMPLETE_IF_OPLOCKED),
    NAME(WYRE_SMB2_CREATE_OPTION_, NO_EA_KNOWLEDGE),
    NAME(WYRE_SMB2_CREATE_OPTION_, OPEN_REMOTE_INSTANCE),
    NAME(WYRE_SMB2_CREATE_OPTION_, RANDOM_ACCESS),
    NAME(WYRE_SMB2_CREATE_OPTION_, DELETE_ON_CLOSE),
    NAME(WYRE_SMB2_CREATE_OPTION_, OPEN_BY_FILE_ID),
    NAME(WYRE_SMB2_CREATE_OPTION_, OPEN_FOR_BACKUP_INTENT),
    NAME(WYRE_SMB2_CREATE_OPTION_, NO_COMPRESSION),
    NAME(WYRE_SMB2_CREATE_OPTION_, OPEN_REQUIRING_OPLOCK),
    NAME(WYRE_SMB2_CREATE_OPTION_, DISALLOW_EXCLUSIVE),
    NAME(WYRE_SMB2_CREATE_OPTION_, RESERVE_OPFILTER),
    NAME(WYRE_SMB2_CREATE_OPTION_, OPEN_REPARSE_POINT),
    NAME(WYRE_SMB2_CREATE_OPTION_, OPEN_NO_RECALL),
    NAME(WYRE_SMB2_CREATE_OPTION_, OPEN_FOR_FREE_SPACE_QUERY),
};

const char *
wyre_smb2_create_option_name(uint32_t bit)
{
    return NAME_OF(smb2_create_option_names, bit);
}

static const constant_name smb2_create_action_names[] = {
    NAME(WYRE_SMB2_FILE_, SUPERSEDED),
    NAME(WYRE_SMB2_FILE_, OPENED),
    NAME(WYRE_SMB2_FILE_, CREATED),
    NAME(WYRE_SMB2_FILE_, OVERWRITTEN),
};

const char *
wyre_smb2_create_action_name(uint32_t value)
{
    return NAME_OF(smb2_create_action_names, value);
}

static const constant_name smb2_lease_state_names[] = {
    NAME(WYRE_SMB2_LEASE_, READ_CACHING),
    NAME(WYRE_SMB2_LEASE_, HANDLE_CACHING),
    NAME(WYRE_SMB2_LEASE_, WRITE_CACHING),
};

const char *
wyre_smb2_lease_state_name(uint32_t bit)
{
    return NAME_OF(smb2_lease_state_names, bit);
}

static const constant_name smb2_channel_names[] = {
    NAME(WYRE_SMB2_CHANNEL_, NONE),
    NAME(WYRE_SMB2_CHANNEL_, RDMA_V1),
    NAME(WYRE_SMB2_CHANNEL_, RDMA_V1_INVALIDATE),
    NAME(WYRE_SMB2_CHANNEL_, RDMA_TRANSFORM),
};

const char *
wyre_smb2_channel_name(uint32_t value)
{
    return NAME_OF(smb2_channel_names, value);
}

static const constant_name smb2_lock_flag_names[] = {
    NAME(WYRE_SMB2_LOCKFLAG_, SHARED_LOCK),
    NAME(WYRE_SMB2_LOCKFLAG_, EXCLUSIVE_LOCK),
    NAME(WYRE_SMB2_LOCKFLAG_, UNLOCK),
    NAME(WYRE_SMB2_LOCKFLAG_, FAIL_IMMEDIATELY),
};

const char *
wyre_smb2_lock_flag_name(uint32_t bit)
{
    return NAME_OF(smb2_lock_flag_names, bit);
}

static const constant_name smb2_fsctl_names[] = {
    NAME(WYRE_SMB2_FSCTL_, DFS_GET_REFERRALS),
    NAME(WYRE_SMB2_FSCTL_, DFS_GET_REFERRALS_EX),
    NAME(WYRE_SMB2_FSCTL_, SET_COMPRESSION),
    NAME(WYRE_SMB2_FSCTL_, GET_COMPRESSION),
    NAME(WYRE_SMB2_FSCTL_, SET_OBJECT_ID),
    NAME(WYRE_SMB2_FSCTL_, GET_OBJECT_ID),
    NAME(WYRE_SMB2_FSCTL_, DELETE_OBJECT_ID),
    NAME(WYRE_SMB2_FSCTL_, SET_REPARSE_POINT),
    NAME(WYRE_SMB2_FSCTL_, GET_REPARSE_POINT),
    NAME(WYRE_SMB2_FSCTL_, DELETE_REPARSE_POINT),
    NAME(WYRE_SMB2_FSCTL_, SET_OBJECT_ID_EXTENDED),
    NAME(WYRE_SMB2_FSCTL_, CREATE_OR_GET_OBJECT_ID),
    NAME(WYRE_SMB2_FSCTL_, SET_SPARSE),
    NAME(WYRE_SMB2_FSCTL_, READ_FILE_USN_DATA),
    NAME(WYRE_SMB2_FSCTL_, WRITE_USN_CLOSE_RECORD),
    NAME(WYRE_SMB2_FSCTL_, QUERY_FILE_REGIONS),
    NAME(WYRE_SMB2_FSCTL_, GET_INTEGRITY_INFORMATION),
    NAME(WYRE_SMB2_FSCTL_, SET_INTEGRITY_INFORMATION),
    NAME(WYRE_SMB2_FSCTL_, OFFLOAD_READ),
    NAME(WYRE_SMB2_FSCTL_, OFFLOAD_WRITE),
    NAME(WYRE_SMB2_FSCTL_, QUERY_ALLOCATED_RANGES),
    NAME(WYRE_SMB2_FSCTL_, SET_ZERO_DATA),
    NAME(WYRE_SMB2_FSCTL_, FILE_LEVEL_TRIM),
    NAME(WYRE_SMB2_FSCTL_, DUPLICATE_EXTENTS_TO_FILE),
    NAME(WYRE_SMB2_FSCTL_, DUPLICATE_EXTENTS_TO_FILE_EX),
    NAME(WYRE_SMB2_FSCTL_, IS_PATHNAME_VALID),
    NAME(WYRE_SMB2_FSCTL_, GET_NTFS_VOLUME_DATA),
    NAME(WYRE_SMB2_FSCTL_, FILESYSTEM_GET_STATISTICS),
    NAME(WYRE_SMB2_FSCTL_, FIND_FILES_BY_SID),
    NAME(WYRE_SMB2_FSCTL_, GET_RETRIEVAL_POINTERS),
    NAME(WYRE_SMB2_FSCTL_, SET_ENCRYPTION),
    NAME(WYRE_SMB2_FSCTL_, SET_DEFECT_MANAGEMENT),
    NAME(WYRE_SMB2_FSCTL_, SIS_COPYFILE),
    NAME(WYRE_SMB2_FSCTL_, RECALL_FILE),
    NAME(WYRE_SMB2_FSCTL_, QUERY_SPARING_INFO),
    NAME(WYRE_SMB2_FSCTL_, QUERY_ON_DISK_VOLUME_INFO),
    NAME(WYRE_SMB2_FSCTL_, QUERY_FAT_BPB),
    NAME(WYRE_SMB2_FSCTL_, SET_ZERO_ON_DEALLOCATION),
    NAME(WYRE_SMB2_FSCTL_, LOCK_VOLUME),
    NAME(WYRE_SMB2_FSCTL_, UNLOCK_VOLUME),
    NAME(WYRE_SMB2_FSCTL_, PIPE_WAIT),
    NAME(WYRE_SMB2_FSCTL_, PIPE_PEEK),
    NAME(WYRE_SMB2_FSCTL_, PIPE_TRANSCEIVE),
    NAME(WYRE_SMB2_FSCTL_, SRV_REQUEST_RESUME_KEY),
    NAME(WYRE_SMB2_FSCTL_, SRV_ENUMERATE_SNAPSHOTS),
    NAME(WYRE_SMB2_FSCTL_, SRV_COPYCHUNK),
    NAME(WYRE_SMB2_FSCTL_, SRV_COPYCHUNK_WRITE),
    NAME(WYRE_SMB2_FSCTL_, SRV_READ_HASH),
    NAME(WYRE_SMB2_FSCTL_, LMR_REQUEST_RESILIENCY),
    NAME(WYRE_SMB2_FSCTL_, LMR_SET_LINK_TRACKING_INFORMATION),
    NAME(WYRE_SMB2_FSCTL_, QUERY_NETWORK_INTERFACE_INFO),
    NAME(WYRE_SMB2_FSCTL_, VALIDATE_NEGOTIATE_INFO),
    NAME(WYRE_SMB2_FSCTL_, SVHDX_SYNC_TUNNEL_REQUEST),
    NAME(WYRE_SMB2_FSCTL_, QUERY_SHARED_VIRTUAL_DISK_SUPPORT),
    NAME(WYRE_SMB2_FSCTL_, STORAGE_QOS_CONTROL),
};

const char *
wyre_smb2_fsctl_name(uint32_t value)
{
    return NAME_OF(smb2_fsctl_names, value);
}

static const constant_name smb2_info_type_names[] = {
    NAME(WYRE_SMB2_0_INFO_, FILE),
    NAME(WYRE_SMB2_0_INFO_, FILESYSTEM),
    NAME(WYRE_SMB2_0_INFO_, SECURITY),
    NAME(WYRE_SMB2_0_INFO_, QUOTA),
};

const char *
wyre_smb2_info_type_name(uint8_t value)
{
    return NAME_OF(smb2_info_type_names, value);
}

static const constant_name smb2_security_information_names[] = {
    NAME(WYRE_SMB2_SECURITY_INFORMATION_, OWNER), NAME(WYRE_SMB2_SECURITY_INFORMATION_, GROUP),
    NAME(WYRE_SMB2_SECURITY_INFORMATION_, DACL),  NAME(WYRE_SMB2_SECURITY_INFORMATION_, SACL),
    NAME(WYRE_SMB2_SECURITY_INFORMATION_, LABEL), NAME(WYRE_SMB2_SECURITY_INFORMATION_, ATTRIBUTE),
    NAME(WYRE_SMB2_SECURITY_INFORMATION_, SCOPE), NAME(WYRE_SMB2_SECURITY_INFORMATION_, BACKUP),
};

const char *
wyre_smb2_security_information_name(uint32_t bit)
{
    return NAME_OF(smb2_security_information_names, bit);
}

static const constant_name smb2_notify_change_names[] = {
    NAME(WYRE_SMB2_FILE_NOTIFY_CHANGE_, FILE_NAME),
    NAME(WYRE_SMB2_FILE_NOTIFY_CHANGE_, DIR_NAME),
    NAME(WYRE_SMB2_FILE_NOTIFY_CHANGE_, ATTRIBUTES),
    NAME(WYRE_SMB2_FILE_NOTIFY_CHANGE_, SIZE),
    NAME(WYRE_SMB2_FILE_NOTIFY_CHANGE_, LAST_WRITE),
    NAME(WYRE_SMB2_FILE_NOTIFY_CHANGE_, LAST_ACCESS),
    NAME(WYRE_SMB2_FILE_NOTIFY_CHANGE_, CREATION),
    NAME(WYRE_SMB2_FILE_NOTIFY_CHANGE_, EA),
    NAME(WYRE_SMB2_FILE_NOTIFY_CHANGE_, SECURITY),
    NAME(WYRE_SMB2_FILE_NOTIFY_CHANGE_, STREAM_NAME),
    NAME(WYRE_SMB2_FILE_NOTIFY_CHANGE_, STREAM_SIZE),
    NAME(WYRE_SMB2_FILE_NOTIFY_CHANGE_, STREAM_WRITE),
};

const char *
wyre_smb2_notify_change_name(uint32_t bit)
{
    return NAME_OF(smb2_notify_change_names, bit);
}
