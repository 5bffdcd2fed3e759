"""What SMB2 messages carry: directory listings, information, payloads of control codes.

values(record, unit, connection) compares the oracle's fields with the part "payload" that
wyre_smb2_payload_visit told. A field that occurs many times, once for each entry, is a list in both.
"""
from dissected import MISSING

QUERY_DIRECTORY, QUERY_INFO, SET_INFO, IOCTL = 14, 16, 17, 11

FIELDS = {
    "smb2.next_offset": "next_entry_offset", "smb2.file_index": "file_index",
    "smb2.create.time": "creation_time", "smb2.last_access.time": "last_access_time",
    "smb2.last_write.time": "last_write_time", "smb2.last_change.time": "change_time",
    "smb2.eof": "end_of_file", "smb2.allocation_size": "allocation_size",
    "smb2.file_attribute": "file_attributes", "smb2.short_name_len": "short_name_length",
    "smb2.filename": "file_name", "smb2.nlinks": "number_of_links",
    "smb2.delete_pending": "delete_pending", "smb2.is_directory": "directory",
    "smb.alloc_size64": ["allocation_size", "stream_allocation_size", "total_allocation_units"],
    "smb.end_of_file": "end_of_file",
    "smb.link_count": "number_of_links", "smb.delete_pending": "delete_pending",
    "smb.is_directory": "directory", "smb.next_entry_offset": "next_entry_offset",
    "smb.stream_size": "stream_size", "smb.stream_name": "stream_name",
    "smb.create.time": ["volume_creation_time", "creation_time"],
    "smb.volume.serial": "volume_serial_number",
    "smb.volume.label": "volume_label", "smb.fs_attr": "file_system_attributes",
    "smb.fs_max_name_len": "maximum_component_name_length", "smb.fs_name": "file_system_name",
    "smb2.position_info": "current_byte_offset",
    "smb2.mode_info": "mode", "smb2.alignment_info": "alignment_requirement",
    "smb.index_number": "index_number", "smb.free_alloc_units": "available_allocation_units",
    "smb.caller_free_alloc_units": "caller_available_allocation_units",
    "smb.actual_free_alloc_units": "actual_available_allocation_units",
    "smb.fs_sector_per_unit": "sectors_per_allocation_unit",
    "smb.fs_bytes_per_sector": "bytes_per_sector",
    "smb.quota.soft.default": "default_quota_threshold",
    "smb.quota.hard.default": "default_quota_limit",
    "smb.max_referral_level": "max_referral_level",
    "smb2.ioctl.network_interfaces.index": "if_index",
    "smb2.ioctl.network_interfaces.capabilities": "capability",
    "smb2.ioctl.network_interfaces.link_speed": "link_speed",
    "smb2.windows.sockaddr.family": "family", "smb2.fsctl.cchunk.src_offset": "source_offset",
    "smb2.fsctl.cchunk.dst_offset": "target_offset", "smb2.fsctl.cchunk.xfer_len": "length",
    "smb2.fsctl.cchunk.chunks_written": "chunks_written",
    "smb2.fsctl.cchunk.bytes_written": "chunk_bytes_written",
    "smb2.fsctl.cchunk.total_written": "total_bytes_written",
    "smb2.symlink.substitute_name": "substitute_name", "smb2.symlink.print_name": "print_name",
}


def gathered(part, name):
    """Every value of that name in the part and the parts in it, in order."""
    found = [part.value(name)] if name in part else []
    for inner in part.parts:
        found += gathered(inner, name)
    return found


def as_list(value):
    return value if isinstance(value, list) else [value]


def values(record, unit, connection):
    message = unit.find("message") if unit is not None else None
    if message is None:
        return
    for link, carried in zip(record.get("smb2", []), message.all("carried")):
        payload = carried.find("payload")
        if link.get("smb2.cmd") not in (QUERY_DIRECTORY, QUERY_INFO, SET_INFO, IOCTL):
            continue
        if payload is None:
            continue
        for oracle, ours in FIELDS.items():
            if oracle in link:
                got = next(filter(None, (gathered(payload, n) for n in as_list(ours))), MISSING)
                yield oracle, as_list(link[oracle]), got
