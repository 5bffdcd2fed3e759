"""MSNP: every line with its name, TrID and fields, and the length of its payload.

The oracle tells the line and how many bytes follow it; the fields that the dissector tells one by
one are put together again and must make that line."""
import os
from dissected import MISSING

# In the order of the line; a view tells only those that are there. Words that a number stands for.
MARKS = {"ok": "OK", "to_switchboard": "SB"}
TAGS = {"LST": {"handle": "N=", "friendly_name": "F=", "contact_guid": "C="}}
TAGS["ADC"] = TAGS["LST"]


def line_of(unit):
    """The line that the told fields make."""
    words, verb = [], unit["verb"]
    for field in unit:
        if field in ("dir", "off", "len", "name", "verb", "payload", "status", "fault"):
            continue
        value = unit.value(field)
        if field in MARKS:
            if value:
                words.append(MARKS[field])
            continue
        text = unit.raw(field) if isinstance(unit[field], dict) else str(value).encode()
        tag = "" if unit["len"] == 0 else TAGS.get(verb, {}).get(field, "")
        if tag and before(unit, field) != tag.encode():
            tag = ""  # the older forms of LST have no tags
        words.append(tag.encode() + text)
    if "payload" in unit:
        words.append(str(unit["payload"]["len"]).encode())
    return b" ".join(w if isinstance(w, bytes) else w.encode() for w in [verb] + words)


def before(unit, field):
    """The two bytes in front of a span."""
    at = unit[field]["at"]
    return unit.streams[unit.direction][at - 2:at]


def values(record, unit, connection):
    if record.get("kind") != "pdu":
        return
    if unit is None:
        yield "unit", record["line"], MISSING
        return
    yield "status", "OK", unit.get("status", "OK")
    yield "line", record["line"].encode("latin-1"), line_of(unit)
    yield "payload", record.get("payload", 0), unit["payload"]["len"] if "payload" in unit else 0
    if record.get("payload"):
        end = record["off"] + record["len"]
        yield ("payload bytes", connection.streams[record["d"]][end - record["payload"]:end],
               unit.raw("payload"))


def vectors(directory, dissect, report):
    """The streams with tables of frames beside them: offset, name, fields, payload, line."""
    stems = sorted({n.split(".")[0] for n in os.listdir(directory) if n.endswith(".frames.tsv")})
    for stem in stems:
        paths = {d: os.path.join(directory, stem + ext) for d, ext in (("c", ".c2s"), ("s", ".s2c"))}
        streams = {d: open(path, "rb").read() for d, path in paths.items()}
        units = dissect(paths["c"], paths["s"], streams)
        report.connections += 1
        for direction, path in paths.items():
            for row in open(path + ".frames.tsv", encoding="utf-8"):
                if row.startswith("#"):
                    continue
                off, name, fields, payload, length = row.rstrip("\n").split("\t")
                off, length = int(off), int(length)
                unit = units.get((direction, off))
                place = f"{direction}:{off}"
                report.pdus += 1
                if unit is None:
                    report.value(stem, place, "unit", name, MISSING)
                    continue
                line = streams[direction][off:off + length]
                told = unit["payload"]["len"] if "payload" in unit else "-"
                report.value(stem, place, "line", line, line_of(unit))
                report.value(stem, place, "name", name, unit["verb"])
                report.value(stem, place, "fields", int(fields), line_of(unit).count(b" "))
                report.value(stem, place, "payload", payload, str(told))
