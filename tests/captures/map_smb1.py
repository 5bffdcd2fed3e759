"""SMB1: header, blocks, and all that stands in them. The oracle's names are those of tshark; each is
answered by the fields of the structs, in the order in which they are told."""
from dissected import MISSING

HEADER = {"smb.cmd": "command", "smb.nt_status": "status", "smb.error_class": "error_class",
          "smb.error_code": "error_code", "smb.flags": "flags", "smb.flags2": "flags2",
          "smb.pid.high": "pid_high", "smb.pid": "pid_low", "smb.tid": "tid", "smb.uid": "uid",
          "smb.mid": "mid"}

# The fields that answer one of the oracle's, in a block and in all parts of it.
FIELDS = {
    "smb.wct": "block_word_count", "smb.bcc": "byte_count", "at": "word_count_at", "cmd": "command",
    "smb.cmd": "andx_command", "smb.andxoffset": "andx_offset",
    # NEGOTIATE, SESSION_SETUP_ANDX, TREE_CONNECT_ANDX
    "smb.dialect.index": "dialect_index", "smb.sm": "security_mode", "smb.rm": "raw_mode",
    "smb.max_mpx_count": "max_mpx_count", "smb.max_vcs": "max_number_vcs",
    "smb.max_bufsize": "max_buffer_size", "smb.max_buf": "max_buffer_size",
    "smb.max_raw": "max_raw_size", "smb.session_key": "session_key", "smb.vc": "vc_number",
    "smb.server_cap": "capabilities", "smb.system.time": "system_time",
    "smb.server_timezone": "server_time_zone", "smb.server_guid": "server_guid",
    "smb.server_date_time.smb_date": "server_date", "smb.server_date_time.smb_time": "server_time",
    "smb.setup.action": "action", "smb.connect.flags": "flags",
    "smb.connect.support": "optional_support", "smb.service": "service", "smb.path": "path",
    "smb.native_fs": "native_file_system", "smb.native_os": "native_os",
    "smb.native_lanman": "native_lan_man", "smb.primary_domain": ("primary_domain", "domain_name"),
    "smb.account": "account_name", "smb.server": "server_name",
    # files
    "smb.fid": "fid", "smb.server_fid": "server_fid", "smb.rfid": "root_directory_fid",
    "smb.access_mask": ("desired_access", "maximal_share_access_rights",
                        "guest_maximal_share_access_rights", "maximal_access_rights",
                        "guest_maximal_access_rights"),
    "smb.access.desired": "access_mode", "smb.access.granted": ("access_rights", "access_mode"),
    "smb.file_attribute": ("file_attributes", "ext_file_attributes", "file_attrs",
                           "attributes"),
    "smb.search.attribute": ("search_attributes", "search_attrs"),
    "smb.alloc_size": ("allocation_size", "file_allocation_size"),
    "smb.alloc_size64": ("allocation_size", "total_allocation_units",
                         "stream_allocation_size"), "smb.end_of_file": "end_of_file",
    "smb.file_size": ("file_size", "file_data_size"), "smb.data_size": "file_data_size",
    "smb.create.time": ("creation_time", "create_time", "volume_creation_time"),
    "smb.access.time": "last_access_time", "smb.change.time": ("last_change_time", "change_time"),
    "smb.last_write.time": ("last_write_time", "last_time_modified", "last_modified"),
    "smb.create.smb.date": ("create_date", "creation_date"),
    "smb.create.smb.time": ("create_time", "creation_time"),
    "smb.access.smb.date": "last_access_date", "smb.access.smb.time": "last_access_time",
    "smb.last_write.smb.date": "last_write_date", "smb.last_write.smb.time": "last_write_time",
    "smb.create.disposition": "create_disposition", "smb.create.action": "create_disposition",
    "smb.create.file_id_64b": "file_id", "smb.volume_guid": "volume_guid",
    "smb.create_flags": "flags", "smb.create_options": "create_options",
    "smb.share_access": "share_access", "smb.impersonation.level": "impersonation_level",
    "smb.security.flags": "security_flags", "smb.oplock.level": "oplock_level",
    "smb.file_type": "resource_type", "smb.ipc_state": "nmpipe_status",
    "smb.is_directory": "directory", "smb.open.flags": "flags", "smb.open.function": "open_mode",
    "smb.open.action": "open_results", "smb.file_name_len": ("name_length", "file_name_length"),
    "smb.file": ("file_name", "request_file_name"), "smb.dir_name": ("path", "directory_name"),
    "smb.old_file": "old_file_name", "smb.search_pattern": "file_name",
    "smb.offset": ("offset", "read_offset_in_bytes", "write_offset_in_bytes", "offset_in_bytes"),
    "smb.offset_high": "offset_high", "smb.position": "offset",
    "smb.maxcount_low": "max_count_of_bytes_to_return", "smb.mincount": "min_count_of_bytes_to_return",
    "smb.remaining": ("remaining", "available", "estimate_of_remaining_bytes_to_be_read",
                      "estimate_of_remaining_bytes_to_be_written"),
    "smb.dcm": "data_compaction_mode", "smb.write.mode": "write_mode",
    "smb.count_low": "count", "smb.count_high": "count_high",
    "smb.count": ("count_of_bytes", "count_of_bytes_to_read", "count_of_bytes_to_write",
                  "count_of_bytes_returned", "count_of_bytes_written", "count"),
    "smb.seek_mode": "mode", "smb.lock.type": "type_of_lock",
    "smb.locking.oplock.level": "new_oplock_level", "smb.timeout": "timeout",
    "smb.echo.count": "echo_count", "smb.echo.seq_num": "sequence_number", "smb.echo.data": "data",
    "smb.maxcount": "max_count", "smb.search_id": ("sid", "search_handle"),
    # transactions
    "smb.tpc": "total_parameter_count", "smb.tdc": "total_data_count",
    "smb.mpc": "max_parameter_count", "smb.mdc": "max_data_count", "smb.msc": "max_setup_count",
    "smb.pd": "parameter_displacement", "smb.data_disp": "data_displacement",
    "smb.transaction.flags": "flags", "smb.trans_name": "name",
    "smb.ff2_loi": "information_level", "smb.qpi_loi": "information_level",
    "smb.spi_loi": "information_level", "smb.qfsi_loi": "information_level",
    "smb.sfsi_loi": "information_level", "smb.search_count": "search_count",
    "smb.end_of_search": "end_of_search", "smb.ea.error_offset": "ea_error_offset",
    "smb.last_name_offset": "last_name_offset", "smb.find_first2.flags": "flags",
    "smb.storage_type": "search_storage_type", "smb.resume": "resume_key",
    "smb.max_referral_level": "max_referral_level", "smb2.ioctl.function": "function_code",
    # information levels
    "smb.delete_pending": "delete_pending", "smb.link_count": "number_of_links",
    "smb.marked_for_deletion": "delete_pending", "smb.file_index": "file_index",
    "smb.index_number": ("index_number", "file_id"), "smb.next_entry_offset": "next_entry_offset",
    "smb.stream_size": "stream_size", "smb.stream_name": "stream_name",
    "smb.stream_name_len": "stream_name_length", "smb.replace": "replace_if_exists",
    "smb.root_dir_handle": "root_directory", "smb.target_name": "file_name",
    "smb.fs_attr": "file_system_attributes", "smb.fs_max_name_len": "maximum_component_name_length",
    "smb.fs_name": "file_system_name", "smb.volume.serial": "volume_serial_number",
    "smb.volume.label": "volume_label", "smb.fs_bytes_per_sector": "bytes_per_sector",
    "smb.fs_sector_per_unit": "sectors_per_allocation_unit",
    "smb.ea.flags": "ea_flag", "smb.ea.name": "attribute_name",
    # UNIX extensions
    "smb.unix.file.size": "end_of_file", "smb.unix.file.num_bytes": "number_of_bytes",
    "smb.unix.file.uid": "uid",
    "smb.unix.file.file_type": "type", "smb.unix.file.dev_major": "device_major",
    "smb.unix.file.dev_minor": "device_minor", "smb.unix.file.unique_id": "unique_id",
    "smb.unix.file.perms": "permissions", "smb.unix.file.num_links": "number_of_links",
    "smb.unix.file.name": "file_name", "smb.unix.find_file.next_offset": "next_entry_offset",
    "smb.unix.find_file.resume_key": "resume_key", "smb.unix.major_version": "major_version",
    "smb.unix.minor_version": "minor_version", "smb.unix.capability": "capability",
    "smb.unix.whoami.mapflags": "mapping_flags", "smb.unix.whoami.mapflags_mask": "mapping_mask",
    "smb.unix.whoami.num_sids": "number_of_sids", "smb.posix_acl.version": "version",
    "smb.posix_acl.num_file_aces": "number_of_file_aces",
    "smb.posix_acl.num_def_aces": "number_of_default_aces", "smb.posix_acl.ace_type": "ace_type",
    "smb.posix_acl.ace_perms": "permissions",
}
# Lengths and offsets, which the structs have as spans.
LENGTHS = {"smb.pwlen": "password", "smb.ansi_pwlen": "oem_password",
           "smb.unicode_pwlen": "unicode_password", "smb.security_blob_len": "security_blob",
           "smb.challenge_length": "challenge", "smb.data_len_low": "data", "smb.dc": "data",
           "smb.pc": "parameters", "smb.resume.key_len": "resume_key", "smb.fs_name.len": "file_system_name",
           "smb.target_name_len": "file_name", "smb.volume.label.len": "volume_label",
           "smb.stream_name_len": "stream_name"}
OFFSETS = {"smb.data_offset": "data", "smb.po": "parameters"}
BYTES = {"smb.challenge": "challenge", "smb.ansi_password": "oem_password",
         "smb.unicode_password": "unicode_password", "smb.security_blob": "security_blob",
         "smb.password": "password", "smb.echo.data": "data"}


def collected(block, names):
    """Every value of these fields, in the order of telling."""
    names = (names,) if isinstance(names, str) else names
    parts = [part for part in block.walk() if part["part"] != "ntlmssp"]  # map_auth has those
    return [part.value(field) for part in parts for field in part if field in names]


def single(values):
    return MISSING if not values else values[0] if len(values) == 1 else values


def spans(block, name):
    return [part[name] for part in block.walk() if isinstance(part.get(name), dict)]


def colons(digits):
    return ":".join(digits[i:i + 2] for i in range(0, len(digits), 2))


def answer(field, block):
    special = SPECIAL.get((block.get("command"), field)) or SPECIAL.get(field)
    if special is not None:
        return special(block)
    if field.endswith("#len"):
        found = spans(block, BYTES.get(field[:-4], ""))
        return found[0]["len"] if found else MISSING
    if field in LENGTHS:
        found = single([span["len"] for span in spans(block, LENGTHS[field])][:1])
        if field == "smb.challenge_length" and found is MISSING:
            return block.value("challenge_length")
        return found & 0xffff if field == "smb.data_len_low" and found is not MISSING else found
    if field in OFFSETS:
        return single([span["off"] for span in spans(block, OFFSETS[field])][:1])
    if field in BYTES:
        found = block.value(BYTES[field])
        return MISSING if found is MISSING else colons(found)
    if field in FIELDS:
        return single(collected(block, FIELDS[field]))
    return MISSING


def dialects(block):
    return single(collected(block, "name"))


def own(name):
    """A field of the block itself, not of a part of it."""
    return lambda block: block.value(name)


def inside(part, name):
    """A field of a part, and not of the block."""
    return lambda block: single([v for p in block.all(part) for v in collected(p, name)])


def large(name):
    return lambda block: single([span["len"] >> 16 for span in spans(block, name)][:1])


def units(name):
    return lambda block: single([span["len"] // 2 for span in spans(block, name)][:1])


def ranges(name, high, low):
    """Of locks and unlocks, in both forms."""
    return lambda block: single([p[high] << 32 | p[low] if high in p else p[name]
                                 for p in block.parts if p["part"] in ("unlock", "lock")])


def count(part):
    return lambda block: len(block.all(part))


def guid(name):
    """The oracle shows the bytes in their order, the dissector as a GUID."""
    def value(block):
        found = block.value(name)
        if found is MISSING:
            return MISSING
        a, b, c, d, e = found.split("-")
        swap = lambda t: "".join(t[i:i + 2] for i in range(len(t) - 2, -1, -2))
        return "-".join((swap(a), swap(b), swap(c), d, e))
    return value


def subcommand(block):
    setup = block.get("setup")
    return setup["list"][0] if setup and "list" in setup and setup["len"] else MISSING


def low32(name):
    return lambda block: MISSING if block.value(name) is MISSING else block.value(name) & 0xffffffff


SPECIAL = {
    "smb.dialect.name": dialects,
    "smb.data_len_high": large("data"),
    "smb.sc": units("setup"), "smb.trans2.cmd": subcommand,
    "smb.locking.num_locks": count("lock"), "smb.locking.num_unlocks": count("unlock"),
    "smb.lock.offset": ranges("byte_offset", "byte_offset_high", "byte_offset_low"),
    "smb.lock.length": ranges("length_in_bytes", "length_in_bytes_high", "length_in_bytes_low"),
    (0x24, "smb.pid"): lambda block: single(collected(block, "pid")),
    "smb.transaction.flags": own("flags"), "smb.find_first2.flags": inside("parameters", "flags"),
    "smb.target_name": inside("data", "file_name"), "smb.server_guid": guid("server_guid"),
    "smb.volume_guid": guid("volume_guid"), (0x12, "smb.offset"): low32("offset"),
    "smb.data_len": lambda block: single([s["len"] for s in spans(block, "data") + spans(block, "records")][:1]),
    (0x12, "smb.position"): own("offset"),
    "smb.file_name_len": lambda block: (
        block.value("name_length") if "name_length" in block
        else single([p["file_name"]["len"] for p in block.walk() if p["part"] in ("entry", "data") and "file_name" in p])),
    (0x32, "smb.file"): lambda block: single(
        [v for p in block.walk() if p["part"] in ("parameters", "entry", "data") for v in
         [p.value("file_name"), p.value("request_file_name"), p.value("directory_name")]
         if v is not MISSING and "replace_if_exists" not in p]),
}
# Bytes that the decoders demand and that no struct has: format bytes.
FORMATS = {0x72: lambda block: [2] * len(block.all("dialect")), 0x07: lambda block: [4, 4],
           0xa5: lambda block: [4, 4], 0x70: lambda block: [4, 4, 4],
           0x0a: lambda block: 1, 0x0b: lambda block: 1}
for command in (0x81, 0x82, 0x83, 0x84):
    FORMATS[command] = lambda block: 5 if block["reply"] else [4, 5]


def formats(block):
    if "words" in block:
        return MISSING
    found = FORMATS.get(block["command"], lambda block: 4)(block)
    return found[0] if isinstance(found, list) and len(found) == 1 else found


def fsinfo(name):
    return inside("data", name)


def behind_name(block):
    """What a name is followed by: its terminator, which the oracle shows as extra bytes."""
    span = block.get("file_name")
    if span is None:
        return ""
    end = span["at"] + span["len"]
    return block.streams[block.direction][end:end + (2 if block.get("unicode") else 1)].hex()


def keys(block):
    """The resume keys of SEARCH and its kin."""
    return [bytes.fromhex(v) for v in collected(block, "resume_key") if isinstance(v, str) and v]


def lengths(name):
    return lambda block: single([span["len"] for span in spans(block, name)])


def ea_list_length(block):
    """Of the list, which the struct has as a span behind that length; or EaSize of a record."""
    return single([part["entries"]["len"] + 4 for part in block.walk() if "entries" in part]
                  + collected(block, "ea_size"))


def civil(days):
    """Year, month and day of so many days since 1970, also of years that datetime does not have."""
    days += 719468
    era, day = divmod(days, 146097)
    year = (day - day // 1460 + day // 36524 - day // 146096) // 365
    of_year = day - (365 * year + year // 4 - year // 100)
    month = (5 * of_year + 2) // 153
    return year + era * 400 + (month >= 10), month + (3 if month < 10 else -9), of_year - (153 * month + 2) // 5 + 1


def shown_time(name):
    """FILETIMEs as the oracle shows them."""
    def text(value):
        seconds, rest = divmod(value, 10000000)
        days, second = divmod(seconds - 11644473600, 86400)
        year, month, day = civil(days)
        names = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
        return (f"{names[month - 1]} {day:2d}, {year} {second // 3600:02d}:{second // 60 % 60:02d}:{second % 60:02d}"
                f".{rest * 100:09d} UTC")
    return lambda block: single([text(value) for value in collected(block, name)])


def all_gids(block):
    """The group of a file or caller, then the other groups of a caller."""
    others = [bytes.fromhex(value) for value in collected(block, "gids")]
    return single(collected(block, "gid") + [int.from_bytes(gids[i:i + 8], "little")
                                             for gids in others for i in range(0, len(gids), 8)])


def owner(ace_type):
    """The id of the entry of that type."""
    return lambda block: single([ace["id"] & 0xffffffff for ace in block.walk() if ace.get("ace_type") == ace_type])


def cookie(start, end):
    return lambda block: single([colons(key[start:end].hex()) for key in keys(block)])


SPECIAL.update({
    "smb.buffer_format": formats,
    "smb.caller_free_alloc_units": fsinfo("caller_available_allocation_units"),
    "smb.actual_free_alloc_units": fsinfo("actual_available_allocation_units"),
    "smb.free_alloc_units": fsinfo("available_allocation_units"),
    "smb.mode": fsinfo("mode"), (0x32, "smb.position"): fsinfo("current_byte_offset"),
    "smb.maxcount_high": lambda block: MISSING if "timeout_or_max_count_high" not in block
    else 0 if block["timeout_or_max_count_high"] == 0xffffffff
    else block["timeout_or_max_count_high"] & 0xffff,
    "smb.extra_byte_parameters": lambda block: colons(behind_name(block)),
    "smb.ea.list_length": ea_list_length, "smb.ea.name_length": lengths("attribute_name"),
    "smb.ea.data_length": lengths("attribute_value"),
    "smb.ea.data": lambda block: single([colons(value) for value in collected(block, "attribute_value")]),
    "smb.unix.whoami.num_gids": lambda block: single([span["len"] // 8 for span in spans(block, "gids")]),
    "smb.unix.whoami.sids_buflen": lengths("sids"),
    "smb.posix_acl.ace_perms.owner_uid": owner(1), "smb.posix_acl.ace_perms.owner_gid": owner(4),
    "smb.unix.file.stime": shown_time("last_status_change"), "smb.unix.file.atime": shown_time("last_access_time"),
    "smb.unix.file.mtime": shown_time("last_modification_time"), "smb.unix.file.gid": all_gids,
    "smb.spi_loi": inside("parameters", "information_level"),
    "smb.resume.server.cookie": cookie(13, 17), "smb.resume.client.cookie": cookie(17, 21),
    "smb.resume.find_id": lambda block: single([key[12] for key in keys(block)]),
    "smb.target_name_len": lambda block: single(
        [p["file_name"]["len"] for p in block.all("data") if "file_name" in p]),
    "smb.short_file_name_len": lambda block: single(collected(block, "short_name_length")),
    "smb.short_file": lambda block: single(
        [p["short_name"][:p["short_name_length"] // 2] for p in block.walk() if "short_name" in p]),
    (0x24, "smb.offset"): ranges("byte_offset", "byte_offset_high", "byte_offset_low"),
    (0x24, "smb.count"): ranges("length_in_bytes", "length_in_bytes_high", "length_in_bytes_low"),
    "smb.challenge": lambda block: colons(block.value("challenge" if "challenge" in block
                                                      else "encryption_key")),
    "smb.challenge_length": lambda block: (
        block["challenge_length"] if "challenge_length" in block
        else block["challenge" if "challenge" in block else "encryption_key"]["len"]),
    (0x73, "smb.ansi_password"): lambda block: (
        colons(block.value("oem_password")) if block["oem_password"]["len"] > 1
        else int(block.value("oem_password"), 16)),
    (0x75, "smb.password"): lambda block: int(block.value("password") or "0", 16),
    (0xa0, "smb.next_entry_offset"): lambda block: single(collected(block, "next_entry_offset")),
    (0xa0, "smb.file"): lambda block: single(collected(block, "file_name")),
    (0xa0, "smb.file_name_len"): lambda block: single(
        [p["file_name"]["len"] for p in block.walk() if p["part"] == "entry"]),
})
for command in (0x08, 0x10):
    SPECIAL[(command, "smb.file")] = own("path")
for command in (0x07, 0xa5):
    SPECIAL[(command, "smb.file")] = own("new_file_name")
for command in (0x0c, 0x0d):
    SPECIAL[(command, "smb.offset")] = own("offset_in_bytes")
    SPECIAL[(command, "smb.count")] = own("count_of_bytes")

# From the NT_CREATE_ANDX of a FID the oracle repeats these in every message that names it.
REPEATED = ("smb.create_flags", "smb.create_options", "smb.share_access", "smb.access_mask",
            "smb.file_attribute")


# A DOS date and time, which the oracle shows as a number of seconds too.
SECONDS = {"smb.create.time": "smb.create.smb.date", "smb.access.time": "smb.access.smb.date",
           "smb.last_write.time": "smb.last_write.smb.date",
           "smb.server_date_time": "smb.server_date_time.smb_date"}


def not_repeated(entry, block):
    """The oracle's entry without what stands in another message, or stands in it already."""
    entry = {f: v for f, v in entry.items() if SECONDS.get(f) not in entry}
    if "smb.create_flags" not in entry:
        return entry
    if entry["cmd"] == 0xa2 and not block["reply"]:
        return {field: value[0] if field in REPEATED and isinstance(value, list) else value
                for field, value in entry.items()}
    own_fields = {field: value for field, value in entry.items() if field not in REPEATED}
    for field in ("smb.file_attribute", "smb.access_mask"):
        values = entry.get(field)
        if isinstance(values, list):
            own_fields[field] = values[1:] if len(values) > 2 else values[1]
    return own_fields


def printable(text):
    """As the oracle shows text: what it cannot print is a question mark or an escape."""
    return "".join("?" if ord(c) > 126 else " " if c in "\t\n\r" else f"\\x{ord(c):x}" if ord(c) < 32 else c
                   for c in text)


def message(record, told):
    if told is None:
        yield "message", "told", MISSING
        return
    for field, ours in HEADER.items():
        if field in record:
            yield field, record[field], told.value(ours)
    blocks = told.parts
    commands = [entry for entry in record["chain"] if entry.get("cmd") is not None]
    yield "chain", len(commands), len(blocks)
    for entry, block in zip(commands, blocks):
        for field, oracle in not_repeated(entry, block).items():
            ours = answer(field, block)
            if isinstance(oracle, list) and ours is not MISSING and not isinstance(ours, list):
                ours = [ours]
            if isinstance(ours, str):
                ours = printable(ours)
            yield field, oracle, ours
