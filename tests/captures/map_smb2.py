"""SMB2: which field of the dissector answers which field of the oracle.

values(record, unit, connection) compares record["smb2"], the links of one message, with the parts that
wyre_smb2_message_visit told. Every key of the oracle must be answered, or stand in NESTED: what is inside
the buffers of other specifications, and what the oracle repeats from the request.
"""
import struct
import uuid

from dissected import MISSING

HEADER = {
    "smb2.credit.charge": "credit_charge", "smb2.nt_status": "status", "smb2.cmd": "command",
    "smb2.credits.requested": "credits", "smb2.credits.granted": "credits", "smb2.flags": "flags",
    "smb2.chain_offset": "next_command", "smb2.msg_id": "message_id", "smb2.pid": "process_id",
    "smb2.tid": "tree_id", "smb2.sesid": "session_id", "smb2.aid": "async_id",
}

TIMES = {
    "smb2.create.time": "creation_time", "smb2.last_access.time": "last_access_time",
    "smb2.last_write.time": "last_write_time", "smb2.last_change.time": "change_time",
    "smb2.allocation_size": "allocation_size", "smb2.eof": "end_of_file",
    "smb2.file_attribute": "file_attributes",
}

LEASE = {
    "smb2.lease.lease_key": "lease_key", "smb2.lease.lease_state": "lease_state",
    "smb2.lease.lease_flags": "lease_flags", "smb2.lease.lease_duration": "lease_duration",
}

# Of each part the plain fields: the oracle's name, and ours. Ours may be a function of the part.
PARTS = {
    "negotiate_request": {
        "smb2.dialect_count": lambda p: p["dialects"]["len"] // 2, "smb2.sec_mode": "security_mode",
        "smb2.capabilities": "capabilities", "smb2.client_guid": "client_guid",
        "smb2.negotiate_context.offset": lambda p: negotiate_contexts(p)[0],
        "smb2.negotiate_context.count": lambda p: negotiate_contexts(p)[1],
        "smb2.dialect": lambda p: many(p.value("dialects")),
    },
    "negotiate_response": {
        "smb2.sec_mode": "security_mode", "smb2.dialect": "dialect_revision",
        "smb2.negotiate_context.count": "negotiate_context_count", "smb2.server_guid": "server_guid",
        "smb2.capabilities": "capabilities", "smb2.max_trans_size": "max_transact_size",
        "smb2.max_read_size": "max_read_size", "smb2.max_write_size": "max_write_size",
        "smb2.current_time": "system_time", "smb2.boot_time": "server_start_time",
        "smb2.security_blob#len": lambda p: p["security_buffer"]["len"],
        "smb2.negotiate_context.offset": lambda p: (p["negotiate_contexts"]["off"]
                                                    if "reserved2" not in p else p["reserved2"]),
    },
    "preauth_integrity_capabilities": {
        "smb2.negotiate_context.hash_alg_count": lambda p: p["hash_algorithms"]["len"] // 2,
        "smb2.negotiate_context.hash_algorithm": lambda p: many(p.value("hash_algorithms")),
        "smb2.negotiate_context.salt_length": lambda p: p["salt"]["len"],
        "smb2.negotiate_context.salt#len": lambda p: p["salt"]["len"],
    },
    "encryption_capabilities": {
        "smb2.negotiate_context.cipher_count": lambda p: p["ciphers"]["len"] // 2,
        "smb2.negotiate_context.cipher_id": lambda p: many(p.value("ciphers")),
    },
    "compression_capabilities": {
        "smb2.negotiate_context.comp_alg_count": lambda p: p["compression_algorithms"]["len"] // 2,
        "smb2.negotiate_context.comp_alg_flags": "flags",
        "smb2.negotiate_context.comp_alg_id": lambda p: many(p.value("compression_algorithms")),
    },
    "netname_negotiate_context": {"smb2.negotiate_context.netname": "net_name"},
    "rdma_transform_capabilities": {
        "smb2.negotiate_context.rdma_transform_count": lambda p: p["rdma_transform_ids"]["len"] // 2,
        "smb2.negotiate_context.rdma_transform_reserved1": "reserved1",
        "smb2.negotiate_context.rdma_transform_reserved2": "reserved2",
        "smb2.negotiate_context.rdma_transform_id": lambda p: many(p.value("rdma_transform_ids")),
    },
    "signing_capabilities": {
        "smb2.negotiate_context.signing_alg_count": lambda p: p["signing_algorithms"]["len"] // 2,
        "smb2.negotiate_context.signing_id": lambda p: many(p.value("signing_algorithms")),
    },
    "session_setup_request": {
        "smb2.ses_req_flags": "flags", "smb2.sec_mode": "security_mode",
        "smb2.capabilities": "capabilities", "smb2.channel": "channel",
        "smb2.previous_sesid": "previous_session_id",
        "smb2.security_blob#len": lambda p: p["security_buffer"]["len"],
    },
    "session_setup_response": {
        "smb2.session_flags": "session_flags",
        "smb2.security_blob#len": lambda p: p["security_buffer"]["len"],
    },
    "tree_connect_request": {"smb2.tc.flags": "flags"},
    "tree_connect_response": {
        "smb2.share_flags": "share_flags", "smb2.share.caching": lambda p: p["share_flags"] & 0x30,
        "smb2.share_caps": "capabilities", "smb.access_mask": "maximal_access",
    },
    "create_request": {
        "smb2.create.oplock": "requested_oplock_level", "smb2.create_flags": "smb_create_flags",
        "smb2.impersonation.level": "impersonation_level", "smb.access_mask": "desired_access",
        "smb2.file_attribute": "file_attributes", "smb.share_access": "share_access",
        "smb2.create.disposition": "create_disposition", "smb.create_options": "create_options",
        "smb2.filename": lambda p: p.value("name") if p["name"]["len"] else None,
    },
    "create_response": {
        "smb2.create.oplock": "oplock_level", "smb2.create.rep_flags": "flags",
        "smb2.create.action": "create_action", "smb2.fid": lambda p: guid(p["file_id"]),
        "smb2.buffer_code": "structure_size", **TIMES,
    },
    "durable_handle_request": {"smb2.fid": lambda p: guid(p["durable_request"])},
    "durable_handle_response": {"smb2.dhnq_buffer_reserved": lambda p: number(p["reserved"])},
    "durable_handle_reconnect": {"smb2.fid": lambda p: guid(p["file_id"])},
    "durable_handle_request_v2": {
        "smb2.dh2x.timeout": "timeout", "smb2.dh2x.flags": "flags",
        "smb2.dh2x.reserved": lambda p: number(p["reserved"]), "smb2.dh2x.create_guid": "create_guid",
    },
    "durable_handle_response_v2": {"smb2.dh2x.timeout": "timeout", "smb2.dh2x.flags": "flags"},
    "durable_handle_reconnect_v2": {
        "smb2.fid": lambda p: guid(p["file_id"]), "smb2.dh2x.create_guid": "create_guid",
        "smb2.dh2x.flags": "flags",
    },
    "create_allocation_size": {"smb2.allocation_size": "allocation_size"},
    # the oracle reads QueryStatus with the wrong byte order
    "create_maximal_access_response": {
        "smb2.mxac_status": lambda p: struct.unpack(">I", struct.pack("<I", p["query_status"]))[0],
        "smb.access_mask": "maximal_access",
    },
    "create_on_disk_id_response": {"smb2.qfid_fid#len": lambda p: p["len"]},
    "create_lease": LEASE,
    "create_lease_v2": {
        **LEASE, "smb2.lease.parent_lease_key": "parent_lease_key", "smb2.lease.lease_oplock": "epoch",
        "smb2.lease.lease_reserved": "reserved",
    },
    "aapl_server_query_request": {
        "smb2.aapl.command_code": "command_code", "smb2.aapl.reserved": "reserved",
        "smb2.aapl.query_bitmask": "request_bitmap", "smb2.aapl.caps": "client_capabilities",
    },
    "aapl_server_query_response": {
        "smb2.aapl.command_code": "command_code", "smb2.aapl.reserved": "reserved",
        "smb2.aapl.query_bitmask": "reply_bitmap", "smb2.aapl.caps": "server_capabilities",
        "smb2.aapl.volume_caps": "volume_capabilities", "smb2.aapl.model_string": "model",
    },
    "aapl_resolve_id_request": {
        "smb2.aapl.command_code": "command_code", "smb2.aapl.reserved": "reserved",
        "smb2.file_id": "file_id",
    },
    "aapl_resolve_id_response": {
        "smb2.aapl.command_code": "command_code", "smb2.aapl.reserved": "reserved",
        "smb2.nt_status": "status", "smb2.aapl.server_path": "path",
    },
    "close_request": {"smb2.close.flags": "flags", "smb2.fid": lambda p: guid(p["file_id"])},
    "close_response": {"smb2.close.flags": "flags", **TIMES},
    "flush_request": {"smb2.fid": lambda p: guid(p["file_id"])},
    "read_request": {
        "smb2.read_padding": "padding", "smb2.read_flags": "flags", "smb2.read_length": "length",
        "smb2.file_offset": "offset", "smb2.fid": lambda p: guid(p["file_id"]),
        "smb2.min_count": "minimum_count", "smb2.channel": "channel",
        "smb2.remaining_bytes": "remaining_bytes",
    },
    "read_response": {
        "smb2.read_remaining": "data_remaining", "smb2.read.blob#len": lambda p: p["data"]["len"],
    },
    "write_request": {
        "smb2.data_offset": lambda p: p["data"]["off"], "smb2.write_length": lambda p: p["data"]["len"],
        "smb2.file_offset": "offset", "smb2.fid": lambda p: guid(p["file_id"]),
        "smb2.channel": "channel", "smb2.remaining_bytes": "remaining_bytes",
        "smb2.write.flags": "flags",
    },
    "write_response": {
        "smb2.write.count": "count", "smb2.write.remaining": "remaining",
        "smb2.channel_info_offset": "write_channel_info_offset",
        "smb2.channel_info_length": "write_channel_info_length",
    },
    "lock_request": {
        "smb2.lock_count": lambda p: p["locks"]["len"] // 24, "smb2.fid": lambda p: guid(p["file_id"]),
    },
    "lock_element": {
        "smb2.file_offset": "offset", "smb2.lock_length": "length", "smb2.lock_flags": "flags",
    },
    "ioctl_request": {
        "smb2.ioctl.function": "ctl_code", "smb2.fid": lambda p: guid(p["file_id"]),
        "smb2.max_ioctl_in_size": "max_input_response",
        "smb2.max_ioctl_out_size": "max_output_response", "smb2.ioctl.flags": "flags",
    },
    "ioctl_response": {
        "smb2.ioctl.function": "ctl_code", "smb2.fid": lambda p: guid(p["file_id"]),
    },
    "query_directory_request": {
        "smb2.find.infolevel": "file_information_class", "smb2.find.flags": "flags",
        "smb2.file_index": "file_index", "smb2.fid": lambda p: guid(p["file_id"]),
        "smb2.output_buffer_len": "output_buffer_length", "smb2.find.pattern": "file_name",
    },
    "query_directory_response": {"smb2.find.info_blob#len": lambda p: p["output_buffer"]["len"]},
    "change_notify_request": {
        "smb2.notify.flags": "flags", "smb2.output_buffer_len": "output_buffer_length",
        "smb2.fid": lambda p: guid(p["file_id"]),
    },
    "query_info_request": {
        "smb2.class": "info_type", "smb2.file_info.infolevel": "file_info_class",
        "smb2.fs_info.infolevel": "file_info_class", "smb2.sec_info.infolevel": "file_info_class",
        "smb2.max_response_size": "output_buffer_length",
        "smb2.getinfo_input_offset": lambda p: p["input_buffer"]["off"],
        "smb2.getinfo_input_size": lambda p: p["input_buffer"]["len"],
        "smb2.getsetinfo_additional": "additional_information",
        "smb2.getsetinfo_additionals": "additional_information", "smb2.getinfo_flags": "flags",
        "smb2.fid": lambda p: guid(p["file_id"]),
    },
    "set_info_request": {
        "smb2.class": "info_type", "smb2.file_info.infolevel": "file_info_class",
        "smb2.fs_info.infolevel": "file_info_class", "smb2.sec_info.infolevel": "file_info_class",
        "smb2.setinfo_size": lambda p: p["buffer"]["len"],
        "smb2.setinfo_offset": lambda p: p["buffer"]["off"], "smb2.setinfo_reserved": "reserved",
        "smb2.getsetinfo_additional": "additional_information",
        "smb2.getsetinfo_additionals": "additional_information",
        "smb2.fid": lambda p: guid(p["file_id"]),
    },
    "oplock_break_notification": {
        "smb2.create.oplock": "oplock_level", "smb2.fid": lambda p: guid(p["file_id"]),
    },
    "lease_break_notification": {
        "smb2.lease.lease_oplock": "new_epoch", "smb2.lease.lease_flags": "flags",
        "smb2.lease.lease_key": "lease_key",
        "smb2.lease.lease_state": lambda p: [p["current_lease_state"], p["new_lease_state"]],
        "smb2.lease.lease_break_reason": "break_reason",
        "smb2.lease.access_mask_hint": "access_mask_hint",
        "smb2.lease.share_mask_hint": "share_mask_hint",
    },
    "lease_break_acknowledgment": {**LEASE, "smb2.lease.lease_flags": "flags"},
    "error_response": {
        "smb2.error.context_count": "error_context_count", "smb2.error.reserved": "reserved",
        "smb2.error.byte_count": lambda p: p["error_data"]["len"],
    },
    "context": {
        "smb2.negotiate_context.type": "context_type",
        "smb2.negotiate_context.data_length": lambda p: p["data"]["len"],
        "smb2.tag": "name",
    },
}
PARTS["oplock_break_acknowledgment"] = PARTS["oplock_break_notification"]
PARTS["oplock_break_response"] = PARTS["oplock_break_notification"]
PARTS["lease_break_response"] = PARTS["lease_break_acknowledgment"]

# StructureSize, which the structs leave out where it is one number.
SIZES = {
    "negotiate_request": 36, "negotiate_response": 65, "session_setup_request": 25,
    "session_setup_response": 9, "logoff_request": 4, "logoff_response": 4,
    "tree_connect_request": 9, "tree_connect_response": 16, "tree_disconnect_request": 4,
    "tree_disconnect_response": 4, "create_request": 57, "close_request": 24, "close_response": 60,
    "flush_request": 24, "flush_response": 4, "read_request": 49, "read_response": 17,
    "write_request": 49, "write_response": 17, "lock_request": 48, "lock_response": 4,
    "ioctl_request": 57, "ioctl_response": 49, "cancel_request": 4, "echo_request": 4,
    "echo_response": 4, "query_directory_request": 33, "query_directory_response": 9,
    "change_notify_request": 32, "change_notify_response": 9, "query_info_request": 41,
    "query_info_response": 9, "set_info_request": 33, "set_info_response": 2,
    "oplock_break_acknowledgment": 24, "oplock_break_response": 24,
    "oplock_break_notification": 24, "lease_break_acknowledgment": 36, "lease_break_response": 36,
    "lease_break_notification": 44, "error_response": 9,
}

# The parts that the oracle tells as offset and length, in its order.
REFS = {
    "negotiate_response": ["security_buffer"], "session_setup_request": ["security_buffer"],
    "session_setup_response": ["security_buffer"], "tree_connect_request": ["path"],
    "create_request": ["name", "create_contexts"], "create_response": ["create_contexts"],
    "read_request": ["read_channel_info"], "read_response": ["data"],
    "write_request": ["write_channel_info"], "ioctl_request": ["input", "output"],
    "ioctl_response": ["input", "output"], "query_directory_request": ["file_name"],
    "query_directory_response": ["output_buffer"], "change_notify_response": ["output_buffer"],
    "query_info_response": ["output_buffer"],
}

# Bodies around what other specifications describe, or with what the oracle repeats from the request.
NESTED = {
    "ioctl_request", "ioctl_response", "query_directory_response", "change_notify_response",
    "query_info_response", "set_info_request", "set_info_response",
}
# The same inside other bodies: extended attributes of CREATE, bytes that a READ brought, and the class
# that the oracle remembers where the answer is an ERROR.
INSIDE = {
    "create_request": ("smb2.next_offset", "smb2.ea."), "read_response": ("smb2.read.blob",),
    "session_setup_response": ("smb2.security_blob",),
    "error_response": ("smb2.class", "smb2.file_info.infolevel", "smb2.fs_info.infolevel",
                       "smb2.sec_info.infolevel", "smb2.ioctl.function",
                       # the byte that stands for empty data, and what is in it
                       "smb2.error.data"),
}


def guid(hexadecimal):
    return str(uuid.UUID(bytes_le=bytes.fromhex(hexadecimal)))


def number(hexadecimal):
    return int.from_bytes(bytes.fromhex(hexadecimal), "little")


def colons(hexadecimal):
    return ":".join(hexadecimal[i:i + 2] for i in range(0, len(hexadecimal), 2))


def many(value):
    return value if isinstance(value, list) else [value]


def negotiate_contexts(part):
    """The oracle reads offset and count whatever the dialects are; so the eight bytes, as both."""
    if 0x0311 in many(part.value("dialects")):
        return part["negotiate_contexts"]["off"], part["negotiate_context_count"]
    start = part["client_start_time"]
    return start & 0xffffffff, start >> 32 & 0xffff


def collected(link):
    """All values of a link by the oracle's names, in wire order."""
    found = {}
    for part in link.walk():
        for theirs, ours in PARTS.get(part["part"], {}).items():
            value = ours(part) if callable(ours) else part.value(ours)
            if value is not MISSING and value is not None:
                found.setdefault(theirs, []).extend(many(value))
    return found


def kept(span, offset, size):
    """An empty part keeps the wire's offset where that lies inside, else it is 0."""
    if span["len"] == 0 and span["off"] == 0 and offset > size:
        return offset
    return span["off"]


def offsets(message, link, body):
    """Pairs of field, oracle's and our offset and length, of the body and of its create contexts."""
    spans = [(body[name], 0, message["size"]) for name in REFS.get(body["part"], [])]
    if body["part"] == "ioctl_request":  # the oracle begins with what begins first
        spans.sort(key=lambda span: span[0]["off"])
    theirs = list(zip(many(message.get("smb2.olb.offset", [])), many(message.get("smb2.olb.length", []))))
    contexts = body.all("context") if "create" in body["part"] else []
    starts = []
    for i, context in enumerate(contexts):
        name = len(spans)
        if name >= len(theirs):
            break
        start = context["name"]["off"] - theirs[name][0]
        starts.append(start)
        end = body["create_contexts"]["off"] + body["create_contexts"]["len"]
        spans += [(context["name"], start, end - start), (context["data"], start, end - start)]
    for i, ((offset, length), (span, start, size)) in enumerate(zip(theirs, spans)):
        ours = kept(span, offset, size)
        if start and ours == span["off"] and (span["len"] or span["off"]):
            ours -= start
        yield f"smb2.olb.offset[{i}]", offset, ours
        yield f"smb2.olb.length[{i}]", length, span["len"]
    if len(theirs) != len(spans) and body["part"] not in NESTED:
        yield "smb2.olb", len(theirs), len(spans)
    if contexts:
        steps = [b - a for a, b in zip(starts, starts[1:])] + [0]
        yield "smb2.create.chain_offset", many(message.get("smb2.create.chain_offset")), steps


def as_session_setup(body):
    """A failed SESSION_SETUP has an ERROR body, whose bytes the oracle reads as those of a good one."""
    body["security_buffer"] = {"off": body["error_data"]["len"] & 0xffff, "len": body["error_data"]["len"] >> 16}
    body["session_flags"] = body["error_context_count"] | body["reserved"] << 8
    body["part"] = "session_setup_response"


def link_values(message, link):
    body = link.parts[0] if link.parts else None
    yield "at", message["at"], link["at"] - link.first
    yield "size", message["size"], link["len"]
    if body is None:
        yield "body", "told", MISSING
        return
    if body["part"] == "error_response" and "smb2.session_flags" in message:
        as_session_setup(body)
    found = collected(link)
    for theirs, ours in HEADER.items():
        if theirs in link_keys(link, ours):
            found.setdefault(theirs, []).insert(0, link[ours])
    found["smb2.header_len"] = [64]
    found["smb2.channel_sequence"] = [link["status"] & 0xffff]
    found.setdefault("smb2.buffer_code", [SIZES.get(body["part"], MISSING)])
    inside = INSIDE.get(body["part"], ())
    for field, oracle in message.items():
        if field in ("at", "size", "smb2.olb.offset", "smb2.olb.length", "smb2.create.chain_offset"):
            continue
        if field in found:
            if body["part"] in NESTED and len(found[field]) < len(many(oracle)):
                oracle = many(oracle)[:len(found[field])]
            yield field, many(oracle), found[field]
        elif body["part"] not in NESTED and not field.startswith(inside or ("\0",)):
            yield field, oracle, MISSING
    yield from offsets(message, link, body)


def link_keys(link, ours):
    """The oracle's names of one field of the header."""
    return [theirs for theirs, name in HEADER.items() if name == ours and ours in link]


def transform_values(message, part):
    yield "smb2.header.transform.signature", message["smb2.header.transform.signature"], colons(part["signature"])
    yield "smb2.header.transform.nonce", message["smb2.header.transform.nonce"], colons(part["nonce"])
    yield "smb2.header.transform.msg_size", message["smb2.header.transform.msg_size"], part["ciphertext"]["len"]
    yield "smb2.header.transform.enc_data#len", message["smb2.header.transform.enc_data#len"], part["ciphertext"]["len"]
    yield "smb2.header.transform.reserved", message["smb2.header.transform.reserved"], colons(struct.pack("<H", part["reserved"]).hex())
    yield "smb2.header.transform.flags", message["smb2.header.transform.flags"], part["flags"]
    yield "smb2.sesid", message["smb2.sesid"], part["session_id"]


def compression_values(message, part):
    name = "smb2.header.comp_transform."
    yield name + "original_size", message[name + "original_size"], part.get("original_compressed_segment_size", MISSING)
    yield name + "comp_alg", message[name + "comp_alg"], part.get("compression_algorithm", MISSING)
    yield name + "flags", message[name + "flags"], part.get("flags", MISSING)
    if "uncompressed" in part:
        yield name + "offset", message[name + "offset"], part["uncompressed"]["len"]
        yield name + "data#len", message[name + "data#len"], part["compressed"]["len"]


def values(record, unit, connection):
    messages = record.get("smb2", [])
    if not messages:
        return
    part = unit.find("message") if unit is not None else None
    if part is None:
        yield "smb2", "told", MISSING
        return
    if "smb2.header.transform.nonce" in messages[0]:
        yield from transform_values(messages[0], part)
        return
    if "smb2.header.comp_transform.comp_alg" in messages[0]:
        yield from compression_values(messages[0], part)
        return
    links = part.all("link")
    yield "smb2 links", len(messages), len(links)
    for i, (message, link) in enumerate(zip(messages, links)):
        link.first = part["at"]
        for field, oracle, ours in link_values(message, link):
            yield (f"{field}" if i == 0 else f"{field}@{i}"), oracle, ours
