"""FTP: the oracle has one record a line, the dissector one unit a reply; its lines are parts."""
import os

from dissected import MISSING

PLACES = {3: "single", 1: "first", 0: "middle", 2: "last"}


def index(units):
    """Units by direction and offset, and each line of a reply of many lines like a unit."""
    found = dict(units)
    for (direction, _), unit in units.items():
        lines = unit.all("line")
        for line in lines:
            line.reply = unit
            found[direction, line["at"]] = line
    return found


def text(unit, field):
    """The bytes of a span as the oracle writes them: nothing is null, what is not UTF-8 is latin-1."""
    if field not in unit:
        return MISSING
    raw = unit.raw(field)
    try:
        return raw.decode("utf-8") or None
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def address(part, oracle):
    """An address in the oracle's spelling, where both mean the same."""
    ours = part.value("address") if part is not None else MISSING
    return oracle if ours is not MISSING and spelled(ours) == spelled(oracle) else ours


def spelled(name):
    import ipaddress
    return ipaddress.ip_address(name)


def addresses(record, unit):
    part = unit.find("argument") if record["d"] == "c" else unit.find("result")
    port = part.value("port") if part is not None else MISSING
    for kind, host in (("passive", "ip"), ("active", "cip"), ("eprt", "ipv6"), ("eprt", "ip"), ("epsv", "ip")):
        field = f"ftp.{kind}.{host}"
        if field in record:
            # the oracle fills in the address of the control connection where EPSV has none
            ours = record[field] if kind == "epsv" and part is not None and part.value("protocol") == 0 \
                else address(part, record[field])
            yield field, record[field], ours
            yield f"ftp.{kind}.port", record[f"ftp.{kind}.port"], port


def reply_values(record, unit):
    whole = getattr(unit, "reply", unit)
    place = PLACES[unit.value("place")] if whole is not unit else "single"
    if "code" not in unit and whole is unit:  # a line that is no reply
        yield "code", record["code"], None
        return
    yield "multi", record["multi"], place
    if record["code"] is not None:
        yield "code", record["code"], whole.value("code")
        yield "arg", record["arg"], text(unit, "text")
    else:
        yield "arg", record["arg"], text(unit, "line")
    if "reply" in record:
        yield "reply.code", record["reply"]["code"], whole.value("code")
        yield "reply.off", record["reply"]["off"], whole["off"]
        yield "reply.len", record["reply"]["len"], whole["len"]
        yield "reply.lines", record["reply"]["lines"], whole.value("lines")


def values(record, unit, connection):
    if record["kind"] != "line" or unit is None:
        return
    if record["d"] == "c":
        yield "verb", record["verb"], text(unit, "verb") if "verb" in unit else None
        if "verb" in unit:
            yield "arg", record["arg"], text(unit, "argument")
    else:
        yield from reply_values(record, unit)
    yield from addresses(record, unit)


def lines_of(stream):
    """Where lines begin and what they are, found by LF alone."""
    at = 0
    while at < len(stream):
        end = stream.find(b"\n", at) + 1 or len(stream)
        yield at, stream[at:end]
        at = end


def vectors(directory, dissect, report):
    """Recorded sessions without an oracle: a line-splitter of our own reads them."""
    for name in sorted(n[:-4] for n in os.listdir(directory) if n.endswith(".c2s")):
        paths = [os.path.join(directory, name + ext) for ext in (".c2s", ".s2c")]
        streams = {d: open(path, "rb").read() for d, path in zip("cs", paths)}
        units = index(dissect(paths[0], paths[1], streams))
        report.connections += 1
        for direction, stream in streams.items():
            tls = min((u["off"] for (d, _), u in units.items() if d == direction and u.get("name") == "TLS"),
                      default=len(stream))
            for at, line in lines_of(stream[:tls]):
                report.pdus += 1
                unit = units.get((direction, at))
                place = f"{direction}:{at}"
                report.value(name, place, "len", len(line), unit["len"] if unit is not None else MISSING)
                if unit is None:
                    continue
                bare = line.rstrip(b"\n").rstrip(b"\r")
                if direction == "c" and "verb" in unit:
                    verb, _, argument = bare[unit["telnet"]["len"]:].partition(b" ")
                    report.value(name, place, "verb", verb, unit.raw("verb"))
                    report.value(name, place, "argument", argument, unit.raw("argument"))
                elif direction == "s" and "code" in unit:
                    bare = bare[unit["telnet"]["len"]:]
                    report.value(name, place, "code", bare[:3], b"%d" % unit["code"])
                    report.value(name, place, "text", bare[4:], unit.raw("text"))
