"""TDS: packet headers, PRELOGIN, logins, requests and tokens, as tshark reads them; and the vectors with
their expected.json."""
import json
import os
import struct
import tempfile
import map_auth
from dissected import MISSING

HEADER = {"tds.type": "type", "tds.status": "status", "tds.channel": "spid",
          "tds.packet_number": "packet_id", "tds.window": "window"}
LOGIN7 = {"tds.7login.total_len": "length", "tds.7login.version": "tds_version",
          "tds.7login.packet_size": "packet_size", "tds.7login.client_pid": "client_pid",
          "tds.7login.connection_id": "connection_id", "tds.7login.option_flags1": "option_flags1",
          "tds.7login.option_flags2": "option_flags2", "tds.7login.sql_type_flags": "type_flags",
          "tds.7login.reserved_flags": "option_flags3", "tds.7login.collation": "client_lcid",
          "tds.7login.clientname": "host_name", "tds.7login.username": "user_name",
          "tds.7login.appname": "app_name", "tds.7login.servername": "server_name",
          "tds.7login.libraryname": "clt_int_name", "tds.7login.locale": "language",
          "tds.7login.databasename": "database"}
TABLE = ["host_name", "user_name", "password", "app_name", "server_name", None, "clt_int_name",
         "language", "database"]
LOGIN4 = {"tds.login.hostname": "host_name", "tds.login.username": "user_name",
          "tds.login.password": "password", "tds.login.pid": "host_process",
          "tds.login.option.int2": "int2_order", "tds.login.option.int4": "int4_order",
          "tds.login.option.char": "char_set", "tds.login.option.float": "float8",
          "tds.login.option.date": "date8", "tds.login.option.usedb": "use_db_notify",
          "tds.login.option.bulk": "dump_load", "tds.login.option.type": "type",
          "tds.login.appname": "app_name", "tds.login.servname": "server_name",
          "tds.login.protoversion": "tds_version", "tds.login.progname": "program_name",
          "tds.login.option.noshort": "convert_short", "tds.login.option.flt4": "float4",
          "tds.login.option.date4": "date4", "tds.login.language": "language",
          "tds.login.setlang": "language_notify", "tds.login.seclogin": "sec_login",
          "tds.login.secbulk": "sec_bulk", "tds.login.halogin": "ha_login_type",
          "tds.login.setcharset": "charset_notify", "tds.login.packetsize": "packet_size"}
LENGTHS4 = {"hostname": "host_name", "username": "user_name", "password": "password",
            "hostprocess": "host_process", "appname": "app_name", "servername": "server_name",
            "progname": "program_name", "language": "language", "charset": "charset",
            "packetsize": "packet_size"}
TOKENS = {
    "tds.envchange": ("ENVCHANGE", {"type": "type", "newvalue_string": "new_value",
                                    "oldvalue_string": "old_value"}),
    "tds.info": ("INFO", {"number": "number", "state": "state", "class": "class_",
                          "msgtext": "msg_text", "servername": "server_name",
                          "procname": "proc_name", "linenumber": "line_number"}),
    "tds.loginack": ("LOGINACK", {"interface": "interface", "tdsversion": "tds_version",
                                  "progname": "prog_name"}),
    "tds.done": ("DONE", {"curcmd": "cur_cmd", "donerowcount": "row_count",
                          "donerowcount64": "row_count"}),
    "tds.doneproc": ("DONEPROC", {"curcmd": "cur_cmd", "donerowcount": "row_count",
                                  "donerowcount64": "row_count"}),
}
NAMES = {"tds.colmetadata": "COLMETADATA", "tds.row": "ROW", "tds.colname": "COLNAME",
         "tds.colfmt": "COLFMT"}


def listed(value):
    return value if isinstance(value, list) else [value]


def characters(part, field):
    span = part.get(field, MISSING)
    return span["len"] // 2 if isinstance(span, dict) else MISSING


def clear(scrambled):
    """The password of a LOGIN7: [MS-TDS] 2.2.6.4."""
    plain = bytes(((b ^ 0xA5) << 4 | (b ^ 0xA5) >> 4) & 0xFF for b in scrambled)
    return plain.decode("utf-16-le", "replace")


def hexed(span):
    return bytes.fromhex(span["hex"]) if isinstance(span, dict) and "hex" in span else b""


# ---- tshark's reading -------------------------------------------------------------------------------


def prelogin(node, message):
    options = message.all("option")
    prefix = "tds.prelogin.option."
    yield prefix + "token", listed(node[prefix + "token"]), [o["token"] for o in options] + [255]
    yield prefix + "offset", listed(node[prefix + "offset"]), [o["data"]["off"] for o in options]
    yield prefix + "length", listed(node[prefix + "length"]), [o["data"]["len"] for o in options]
    if prefix + "version" in node:
        ours = message["version_major"] << 24 | message["version_minor"] << 16 | message["version_build"]
        yield prefix + "version", node[prefix + "version"], ours
        yield prefix + "subbuild", node[prefix + "subbuild"], int(message["version_sub_build"], 16)
    for field, ours in (("encryption", "encryption"), ("mars", "mars"),
                        ("fedauthrequired", "fedauth_required")):
        if prefix + field in node:
            yield prefix + field, node[prefix + field], message.value(ours)
    if prefix + "instopt" in node:
        yield prefix + "instopt", node[prefix + "instopt"], message.value("instopt").rstrip("\0")
    if prefix + "threadid" in node:  # big-endian there, though the client's own order
        ours = struct.unpack("<I", struct.pack(">I", message["thread_id"]))[0]
        yield prefix + "threadid", node[prefix + "threadid"], ours
    if prefix + "traceid#len" in node:
        ours = [o["data"]["len"] for o in options if o["token"] == 5]
        yield prefix + "traceid", [node[prefix + "traceid#len"]], ours


def login7(node, message):
    for field, ours in LOGIN7.items():
        if field in node:
            oracle = node[field]
            if field == "tds.7login.servername" and isinstance(oracle, list):
                oracle = oracle[0]  # it reads the extension as a second one
            yield field, oracle, message.value(ours)
    yield ("tds.7login.time_zone", node["tds.7login.time_zone"],
           message["client_time_zone"] & 0xFFFFFFFF)
    yield ("tds.7login.client_version", node["tds.7login.client_version"],
           int.from_bytes(message["client_prog_ver"].to_bytes(4, "little"), "big"))
    if "tds.7login.password" in node:
        yield "tds.7login.password", node["tds.7login.password"], clear(hexed(message["password"]))
    offsets, lengths = node["tds.7login.offset"], node["tds.7login.length"]
    for i, field in enumerate(TABLE):
        if field is not None:
            yield f"tds.7login.offset[{field}]", offsets[i], message[field]["off"]
            yield f"tds.7login.length[{field}]", lengths[i], message[field]["len"] // 2


def login4(node, message):
    for field, ours in LOGIN4.items():
        if field in node:
            value = message.value(ours)
            oracle = node[field]
            yield field, str(oracle), str(value)
    for field, ours in LENGTHS4.items():
        yield (f"tds.login.{field}_length", node[f"tds.login.{field}_length"], message[ours]["len"])
    yield ("tds.login.rempw_length", node["tds.login.rempw_length"],
           message["remote_passwords_length"])
    yield ("tds.login.progversion", node["tds.login.progversion"],
           int(message["program_version"], 16))
    if "tds.capability.captype" in node:
        masks = message.all("capability")
        yield ("tds.capability.captype", listed(node["tds.capability.captype"]),
               [m["type"] for m in masks])
        yield ("tds.capability.caplen", listed(node["tds.capability.caplen"]),
               [m["bits"]["len"] for m in masks])


def shown(text):
    """Control characters are blanks there."""
    return "".join(" " if ord(c) < 32 else c for c in text)


def headers(node, parent):
    if "tds.all_headers.total_length" not in node:
        return
    yield "tds.all_headers.total_length", node["tds.all_headers.total_length"], parent["headers"]["len"]
    told = parent.all("header")
    for field, ours in (("header.length", "length"), ("header.type", "type"),
                        ("header.trans_descr", "descriptor"),
                        ("header.request_cnt", "outstanding_request_count")):
        yield ("tds.all_headers." + field, listed(node["tds.all_headers." + field]),
               [h[ours] for h in told if ours in h])


def text_of(span):
    return span.get("text", span.get("hex")) if isinstance(span, dict) else MISSING


def rpc(node, message):
    call = message.find("call")
    if call is None:
        yield "tds.rpc", "a call", MISSING
        return
    yield from headers(node, call)
    if "tds.rpc.proc_id" in node:
        yield "tds.rpc.proc_id", node["tds.rpc.proc_id"], call["proc_id"]
    if "tds.rpc.name" in node:
        yield "tds.rpc.name", node["tds.rpc.name"], call.value("name")
    yield "tds.rpc.options", node["tds.rpc.options"], call["option_flags"]
    told = call.all("parameter")
    if "tds.rpc.parameter.name" in node:
        yield ("tds.rpc.parameter.name", [n for n in listed(node["tds.rpc.parameter.name"]) if n],
               [p.value("name") for p in told if p["name"]["len"] > 0])
    yield ("tds.rpc.parameter.name_length", listed(node["tds.rpc.parameter.name_length"]),
           [characters(p, "name") for p in told])
    yield ("tds.rpc.parameter.status", listed(node["tds.rpc.parameter.status"]),
           [p["status"] for p in told])
    yield "tds.type_info.type", listed(node["tds.type_info.type"]), [p["type"] for p in told]
    texts = [text_of(p["data"]) for p in told if p["type"] in (0xE7, 0xEF) and "data" in p]
    yield ("tds.type_varbyte.data.string",
           [s for s in listed(node["tds.type_varbyte.data.string"]) if s], [t for t in texts if t])


def token_list(nodes, message):
    """One after the other: the nodes of the oracle and the parts that were told."""
    told = iter(message.parts)
    for node in nodes:
        name = TOKENS[node["node"]][0] if node["node"] in TOKENS else NAMES.get(node["node"])
        part = next(told, None)
        if name is None or part is None:
            yield node["node"], "a token", MISSING if part is None else part["part"]
            return
        yield node["node"], name, part["part"]
        if part["part"] != name:
            return
        prefix = node["node"] + "."
        if node["node"] in TOKENS:
            yield from fields_of(node, part, prefix, TOKENS[node["node"]][1])
        elif name == "COLMETADATA":
            yield from columns(node, part, prefix)
        elif name == "ROW":
            yield from row(node, part)
        elif name in ("COLNAME", "COLFMT"):
            yield from old_columns(node, part, name)


def fields_of(node, part, prefix, fields):
    for field, ours in fields.items():
        if prefix + field in node:
            value = part.value(ours)
            if isinstance(value, str):
                value = value.rstrip("\0")  # texts end at a NUL there
            yield prefix + field, node[prefix + field], value
    if prefix + "length" in node:
        yield prefix + "length", node[prefix + "length"], part["len"] - 3
    if node["node"] == "tds.loginack":
        yield ("tds.loginack.progversion", node["tds.loginack.progversion"],
               int(part["prog_version"], 16))
    if "tds.envchange.collate_codepage" in node:
        value = hexed(part["new_value"])
        yield ("tds.envchange.collate_codepage", node["tds.envchange.collate_codepage"],
               int.from_bytes(value[:2], "little"))
        yield ("tds.envchange.collate_flags", node["tds.envchange.collate_flags"],
               int.from_bytes(value[2:4], "little"))
        yield ("tds.envchange.collate_charset_id", node["tds.envchange.collate_charset_id"], value[4])


def columns(node, part, prefix):
    told = part.all("column")
    yield prefix + "columns", node[prefix + "columns"], len(told)
    for field, ours in (("usertype", "user_type"), ("results_token_flags", "flags"),
                        ("results_token_type", "type"), ("colname", "name"),
                        ("type_size", "max_length"), ("large_type_size", "max_length")):
        if prefix + field in node:
            yield prefix + field, listed(node[prefix + field]), [c.value(ours) for c in told]


def row(node, part):
    for value in part.all("value"):
        if "tds.type_varbyte.data.string" in node:
            yield ("tds.type_varbyte.data.string", node["tds.type_varbyte.data.string"],
                   text_of(value["data"]))
            yield ("tds.type_varbyte.length", node["tds.type_varbyte.length"], value["data"]["len"])
        elif "tds.type_varbyte.data.uint_string" in node:
            yield ("tds.type_varbyte.data.uint_string", node["tds.type_varbyte.data.uint_string"],
                   text_of(value["data"]))


def old_columns(node, part, name):
    if name == "COLNAME":
        data = hexed(part["data"])
        yield "tds.colname.length", node["tds.colname.length"], len(data)
        yield "tds.colname.name", node["tds.colname.name"], data[1:1 + data[0]].decode("latin-1")
    else:
        told = part.all("column")
        for field, ours in (("utype", "user_type"), ("ctype", "type"), ("csize", "max_length")):
            yield ("tds.colfmt." + field, listed(node["tds.colfmt." + field]),
                   [c.value(ours) for c in told])


def language(node, message):
    part = message.find("LANGUAGE")
    yield "tds.lang.length", node["tds.lang.length"], part["text"]["len"] + 1
    yield "tds.lang.token_status", node["tds.lang.token_status"], part["status"]
    yield "tds.lang.language_text", node["tds.lang.language_text"], part.value("text")


def values(record, unit, connection):
    if record.get("kind") != "pdu":
        return
    if unit is None:
        yield "unit", "told", MISSING
        return
    yield "status", "OK", unit.get("status", "OK")
    packet = unit.find("packet")
    if packet is None:
        yield "packet", "told", MISSING
        return
    for field, ours in HEADER.items():
        yield field, record["tds"][field], packet.value(ours)
    yield "tds.length", record["tds"]["tds.length"], packet["payload"]["len"] + 8
    yield from map_auth.values(unit)
    body = record.get("body", [])
    message = unit.find("message")
    if not body or body[0]["node"] in ("data", "tds.unknown_tds_packet"):
        return  # one packet of several, and what tshark does not read
    if message is None:
        yield body[0]["node"], "told", MISSING
        return
    first = body[0]["node"]
    if first == "tds.prelogin":
        if "tds.prelogin.option.token" in body[0]:
            yield from prelogin(body[0], message)
        else:
            yield "tls", "TLS", unit["name"]
    elif first == "TDS7 Login Packet":
        yield from login7(body[0], message)
    elif first == "tds.login":
        yield from login4(body[0], message)
    elif first == "TDS Query Packet":
        yield "tds.query", shown(body[0]["tds.query"]), shown(message.value("text"))
        yield from headers(body[0], message)
    elif first == "Transaction Manager Request Packet":
        yield "tds.transmgr", body[0]["tds.transmgr"], message["request_type"]
        yield from headers(body[0], message)
    elif first == "tds.rpc":
        yield from rpc(body[0], message)
    elif first == "TDS5 Query Packet":
        yield from language(body[0], message)
    else:
        yield from token_list(body, message)


# ---- the vectors ---------------------------------------------------------------------------------------

VECTOR7 = {"TDSVersion": "tds_version", "PacketSize": "packet_size", "ClientProgVer": "client_prog_ver",
           "ClientPID": "client_pid", "ConnectionID": "connection_id",
           "OptionFlags1": "option_flags1", "OptionFlags2": "option_flags2",
           "TypeFlags": "type_flags", "OptionFlags3": "option_flags3",
           "ClientTimeZone": "client_time_zone", "ClientLCID": "client_lcid",
           "cbSSPILong": "sspi_long", "Length": "length"}
PARTS7 = {"HostName": "host_name", "UserName": "user_name", "Password": "password",
          "AppName": "app_name", "ServerName": "server_name", "CltIntName": "clt_int_name",
          "Language": "language", "Database": "database", "SSPI": "sspi",
          "AtchDBFile": "atch_db_file", "ChangePassword": "change_password"}
TEXTS4 = {"HostName": "host_name", "UserName": "user_name", "Password": "password",
          "HostProc": "host_process", "AppName": "app_name", "ServerName": "server_name",
          "ProgName": "program_name", "Language": "language", "Charset": "charset",
          "PacketSize": "packet_size"}


def number(value):
    return int(value, 16) if isinstance(value, str) else value


def vector_login7(want, message):
    for field, ours in VECTOR7.items():
        if field in want:
            yield field, number(want[field]), message.value(ours)
    for field, ours in PARTS7.items():
        unit = "cb" if field == "SSPI" else "cch"
        if f"ib{field}" not in want or (field == "ChangePassword" and message["fixed_size"] == 86):
            continue
        span = message[ours]
        yield f"ib{field}", want[f"ib{field}"], span["off"]
        yield f"{unit}{field}", want[f"{unit}{field}"], span["len"] // (1 if unit == "cb" else 2)
        if field in ("Password", "ChangePassword"):
            yield field, want.get(field, ""), clear(hexed(span))
        elif field != "SSPI" and field in want:
            yield field, want[field], message.value(ours)
    yield "ClientID", want["ClientID"], message["client_id"]
    yield "SSPI_head", want["SSPI_head"], hexed(message["sspi"])[:len(want["SSPI_head"]) // 2].hex()
    if "FeatureExt" in want:
        told = [[f"0x{f['id']:02X}", f["feature_data"].get("hex", "")] for f in message.all("feature")]
        yield "FeatureExt", want["FeatureExt"], told
        yield "ibFeatureExt", want["ibFeatureExt"], message["feature_ext"]["off"]
        yield ("ibFeatureExtEnd", want["ibFeatureExtEnd"],
               message["feature_ext"]["off"] + message["feature_ext"]["len"])


def vector_login4(want, message):
    for field, ours in TEXTS4.items():
        yield field, want[field], message.value(ours)
    raw = hexed(message["remote_passwords"])
    yield "RemotePwd_hex", want["RemotePwd_hex"], raw[:len(want["RemotePwd_hex"]) // 2].hex()
    yield "cbRemotePwd", want["cbRemotePwd"], message["remote_passwords_length"]
    yield "TDSVersion", int(want["TDSVersion"], 16), message["tds_version"]
    yield "ProgVersion", want["ProgVersion"], message["program_version"]
    order = "int2_order int4_order char_set float8 date8 use_db_notify dump_load interface type".split()
    told = bytes(message[f] for f in order) + message["buffer_size"].to_bytes(4, "little")
    yield "b124_139", want["b124_139"], told.hex() + message["spare"]
    yield ("b477_479", want["b477_479"],
           bytes(message[f] for f in ("convert_short", "float4", "date4")).hex())
    yield "SetLang", want["SetLang"], message["language_notify"]
    told = bytes(message[f] for f in ("sec_login", "sec_bulk", "ha_login_type")).hex()
    yield ("b512_524", want["b512_524"],
           message["old_secure"] + told + message["ha_session_id"] + message["spare2"])
    yield "SetCharset", want["SetCharset"], message["charset_notify"]
    yield "tail_564", want["tail_564"], hexed(message["tail"]).hex()


def vector_prelogin(want, message):
    told = [[f"0x{o['token']:02x}", o["data"]["off"], o["data"]["len"], o["data"]["hex"]]
            for o in message.all("option")]
    wanted = [[o[0].lower()] + o[1:] for o in want["options"]]
    yield "options", wanted, told
    yield "tableLen", want["tableLen"], 5 * len(told) + 1


def before(name):
    """What the connection said in front of a message that cannot be read without it: files of the
    client, then of the server."""
    if name.startswith("server.prelogin-response"):
        return ["freetds-1.3.17-tds7.4.prelogin.bin"], []
    for version in ("7.0", "7.1"):
        if version in name and ("response" in name or "sqlbatch" in name):
            return [f"freetds-1.3.17-tds{version}.login7.bin"], []
    return [], []


def dissected_alone(directory, name, dissect):
    """The units of one file, read behind what came before it."""
    sides = before(name)
    mine = 1 if name.startswith("server.") else 0
    streams = []
    for side in (0, 1):
        files = sides[side] + ([name] if side == mine else [])
        streams.append(b"".join(open(os.path.join(directory, f), "rb").read() for f in files))
    start = sum(os.path.getsize(os.path.join(directory, f)) for f in sides[mine])
    with tempfile.TemporaryDirectory() as scratch:
        paths = [os.path.join(scratch, side) for side in ("c2s", "s2c")]
        for path, stream in zip(paths, streams):
            with open(path, "wb") as file:
                file.write(stream)
        units = dissect(paths[0], paths[1], {"c": streams[0], "s": streams[1]})
    direction = "cs"[mine]
    return [units[d, off] for d, off in sorted(units) if d == direction and off >= start]


def vectors(directory, dissect, report):
    """Each file is one message; expected.json has its packets and fields."""
    path = os.path.join(directory, "expected.json")
    if not os.path.exists(path):
        return
    with open(path, encoding="utf-8") as file:
        expected = json.load(file)
    for name, want in expected.items():
        told = dissected_alone(directory, name, dissect)
        report.connections += 1
        for unit in told:
            report.value(name, "-", "status", "OK", unit.get("status", "OK"))
            for field, theirs, ours in map_auth.values(unit):
                report.value(name, "-", field, theirs, ours)
        if name.endswith("clienthello.bin"):  # TLS without packets; the oracle reads some into it
            report.value(name, "-", "name", "TLS", told[0]["name"])
            continue
        report.value(name, "-", "size", want["size"], sum(unit["len"] for unit in told))
        for i, packet in enumerate(want.get("packets", [])):
            report.pdus += 1
            header = told[i].find("packet") if i < len(told) else {}
            place = f"packet {i}"
            for field, ours in (("type", "type"), ("status", "status"), ("spid", "spid"),
                                ("packetId", "packet_id"), ("window", "window")):
                report.value(name, place, field, number(packet[field]), header.get(ours, MISSING))
            report.value(name, place, "length", packet["length"], told[i]["len"])
        message = told[-1].find("message") if told else None
        for kind, compare in (("login7", vector_login7), ("login4", vector_login4),
                              ("prelogin", vector_prelogin)):
            if kind not in want:
                continue
            if message is None:
                report.value(name, "-", kind, "told", MISSING)
                continue
            for field, oracle, ours in compare(want[kind], message):
                report.value(name, kind, field, oracle, ours)
