"""What SMB2 messages carry: directory listings, information, notifications, payloads of control codes.

values(record, unit, connection) compares the oracle's fields with the part "payload" that
wyre_smb2_payload_visit told. A field that occurs many times, once for each entry, is a list in both. Every
field of the oracle must be answered here or by map_smb2, which sees header and body.
"""
import ipaddress
import uuid

import map_smb2
from dissected import MISSING

CREATE, QUERY_DIRECTORY, CHANGE_NOTIFY, QUERY_INFO, SET_INFO, IOCTL = 5, 14, 15, 16, 17, 11
REPARSE_POINT = 0x400

# The oracle's field, and the names that it has with us.
FIELDS = {
    "smb2.next_offset": "next_entry_offset", "smb2.file_index": "file_index",
    "smb2.create.time": "creation_time", "smb2.last_access.time": "last_access_time",
    "smb2.last_write.time": "last_write_time", "smb2.last_change.time": "change_time",
    "smb2.eof": "end_of_file", "smb2.allocation_size": "allocation_size",
    "smb2.file_attribute": "file_attributes", "smb2.short_name_len": "short_name_length",
    "smb2.filename": "file_name", "smb2.nlinks": "number_of_links", "smb2.file_id": ["file_id", "index_number"],
    "smb2.delete_pending": "delete_pending", "smb2.is_directory": "directory",
    "smb.alloc_size64": ["allocation_size", "stream_allocation_size", "total_allocation_units"],
    "smb.end_of_file": "end_of_file", "smb.access_mask": "access_flags",
    "smb.link_count": "number_of_links", "smb.delete_pending": "delete_pending",
    "smb.is_directory": "directory", "smb.next_entry_offset": "next_entry_offset",
    "smb.stream_size": "stream_size", "smb.stream_name": "stream_name",
    "smb.create.time": ["volume_creation_time", "creation_time"], "smb.access.time": "last_access_time",
    "smb.last_write.time": "last_write_time", "smb.change.time": "change_time",
    "smb.file_attribute": "file_attributes", "smb.attribute": "file_attributes",
    "smb.reparse_tag": "reparse_tag", "smb.alignment": "alignment_requirement", "smb.mode": "mode",
    "smb.position": "current_byte_offset", "smb.ea.list_length": "ea_size",
    "smb.compressed.file_size": "compressed_file_size", "smb.compressed.format": "compression_format",
    "smb.compressed.unit_shift": "compression_unit_shift", "smb.compressed.chunk_shift": "chunk_shift",
    "smb.compressed.cluster_shift": "cluster_shift",
    "smb.device.type": "device_type", "smb.device": "characteristics",
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
    "smb2.disposition.delete_on_close": "delete_pending", "smb2.rename.replace_if": "replace_if_exists",
    "smb2.ea.flags": "flags", "smb2.ea.name": "ea_name",
    "smb2.notify.action": "action", "smb2.notify.next_offset": "next_entry_offset",
    "smb2.object_id": "object_id", "smb.file": ["request_file_name", "file_name"],
    "smb.max_referral_level": "max_referral_level",
    "smb2.fsctl.wait.timeout": "timeout", "smb2.fsctl.wait.name": "name",
    "smb2.ioctl.network_interfaces.next_offset": "next",
    "smb2.ioctl.network_interfaces.index": "if_index",
    "smb2.ioctl.network_interfaces.capabilities": "capability",
    "smb2.ioctl.network_interfaces.link_speed": "link_speed",
    "smb2.windows.sockaddr.family": "family", "smb2.windows.sockaddr.port": "port",
    "smb2.windows.sockaddr.in.addr": "ipv4_address",
    "smb2.windows.sockaddr.in6.flow_info": "flow_info", "smb2.windows.sockaddr.in6.scope_id": "scope_id",
    "smb2.capabilities": "capabilities", "smb2.client_guid": "guid", "smb2.server_guid": "guid",
    "smb2.sec_mode": "security_mode", "smb2.dialect": ["dialects", "dialect"],
    "smb2.fsctl.cchunk.src_offset": "source_offset",
    "smb2.fsctl.cchunk.dst_offset": "target_offset", "smb2.fsctl.cchunk.xfer_len": "length",
    "smb2.fsctl.cchunk.chunks_written": "chunks_written",
    "smb2.fsctl.cchunk.bytes_written": "chunk_bytes_written",
    "smb2.fsctl.cchunk.total_written": "total_bytes_written",
    "smb2.symlink.substitute_name": "substitute_name", "smb2.symlink.print_name": "print_name",
    "smb2.symlink.flags": "flags",
}


def walk(part):
    yield part
    for inner in part.parts:
        yield from walk(inner)


def gathered(part, name):
    """Every value of that name in the part and the parts in it, in order."""
    found = []
    for inner in walk(part):
        if name in inner:
            found += as_list(inner.value(name))
    return found


def lengths(name):
    return lambda payload: [part[name]["len"] for part in walk(payload) if name in part]


def short_names(payload):
    """The oracle shows half a character as U+FFFD."""
    return [part.value("short_name")[:part["short_name_length"] // 2] + "\ufffd" * (part["short_name_length"] % 2)
            for part in walk(payload) if part.get("short_name_length")]


def guids(at):
    """The three that stand behind an object id, in the extended information of a file system."""
    names = {0: "birth_volume_id", 16: "birth_object_id", 32: "domain_id"}

    def found(payload):
        if names[at] in payload:
            return [payload.value(names[at])]
        data = bytes.fromhex(payload.value("extended_info"))
        return [str(uuid.UUID(bytes_le=data[at:at + 16]))]
    return found


def of_reparse_points(wanted):
    """A record of a reparse point has its tag where others have EaSize."""
    return lambda payload: [part["ea_size"] for part in walk(payload)
                            if "ea_size" in part and bool(part.get("file_attributes", 0) & REPARSE_POINT) == wanted]


def either(first, second):
    return lambda payload: first(payload) or second(payload)


def gathered_here(part, name):
    return as_list(part.value(name)) if name in part else []


# What has no name of its own with us.
DERIVED = {
    "smb2.filename.len": lengths("file_name"), "smb.file_name_len": lengths("file_name"),
    "smb.stream_name_len": lengths("stream_name"), "smb.volume.label.len": lengths("volume_label"),
    "smb.fs_name.len": lengths("file_system_name"), "smb2.ea.name_len": lengths("ea_name"),
    "smb2.ea.data_len": lengths("ea_value"), "smb2.shortname": short_names,
    "smb2.ea.data": lambda payload: [map_smb2.colons(part.raw("ea_value").hex()) for part in walk(payload)
                                     if "ea_value" in part],
    "smb2.birth_volume_id": guids(0), "smb2.birth_object_id": guids(16), "smb2.domain_id": guids(32),
    "smb2.ea_size": of_reparse_points(False),
    "smb2.reparse_tag": either(lambda payload: gathered_here(payload, "reparse_tag"), of_reparse_points(True)),
    "smb2.reparse_data_length": lambda payload: [payload["reparse_data"]["len"]],
    "smb.quota.flags": lambda payload: [payload["file_system_control_flags"] & 0xff],
    "smb2.root_directory": lambda payload: [map_smb2.colons(payload["root_directory"].to_bytes(8, "little").hex())],
    "smb2.fsctl.cchunk.count": lambda payload: [payload["chunks"]["len"] // 24],
    "smb2.fsctl.cchunk.resume_key#len": lambda payload: [
        len(bytes.fromhex(payload.value("source_key" if "source_key" in payload else "resume_key")))],
    "smb2.ioctl.network_interfaces.rss_queue_count": lambda payload: [part["reserved"] for part in walk(payload)
                                                                      if "if_index" in part],
    "smb2.windows.sockaddr.in6.addr": lambda payload: [ipaddress.ip_address(part.value("ipv6_address")).compressed
                                                       for part in walk(payload) if "ipv6_address" in part],
    "smb2.dialect_count": lambda payload: [payload["dialects"]["len"] // 2],
}


def as_list(value):
    return value if isinstance(value, list) else [value]


def answer(field, payload):
    """Our values of an oracle's field, or None where it is not of the payload."""
    if field in DERIVED:
        return DERIVED[field](payload)
    if field not in FIELDS:
        return None
    return next(filter(None, (gathered(payload, name) for name in as_list(FIELDS[field]))), None)


def of_body(field, body):
    """Whether map_smb2 answers a field: it stands in the header, in the body, or on every message."""
    return (field in map_smb2.HEADER or field in map_smb2.PARTS.get(body, {}) or field.startswith("smb2.olb.")
            or field in ("at", "size", "smb2.header_len", "smb2.channel_sequence", "smb2.buffer_code"))


# What the oracle repeats of the request where it shows the response.
REPEATED = ("smb2.class", "smb2.file_info.infolevel", "smb2.fs_info.infolevel", "smb2.sec_info.infolevel",
            "smb2.infolevel", "smb2.find.infolevel")


def values(record, unit, connection):
    message = unit.find("message") if unit is not None else None
    if message is None:
        return
    for link, told, carried in zip(record.get("smb2", []), message.all("link"), message.all("carried")):
        payload = carried.find("payload")
        if payload is None or not told.parts:
            continue
        if link.get("smb2.cmd") == CREATE:  # the extended attributes of its context; map_smb2 answers all else
            for field in (field for field in link if field.startswith("smb2.ea.")):
                yield field, as_list(link[field]), answer(field, carried) or MISSING
        if link.get("smb2.cmd") not in (QUERY_DIRECTORY, CHANGE_NOTIFY, QUERY_INFO, SET_INFO, IOCTL):
            continue
        for field, oracle in link.items():
            ours = answer(field, payload)
            if ours is not None:
                yield field, as_list(oracle), ours
            elif not of_body(field, told.parts[0]["part"]) and field not in REPEATED:
                yield field, oracle, MISSING
