"""SMB: packets of the NetBIOS session service, and the messages in them."""
import importlib.util
from dissected import MISSING
import map_auth
import map_smb1
import map_smb2_payload

map_smb2 = importlib.import_module("map_smb2") if importlib.util.find_spec("map_smb2") else None


def packet(nbss, unit):
    """The four bytes in front of a message, and what control packets hold."""
    told = unit or {}
    message = unit.find("message") if unit is not None else None
    yield "nbss.type", nbss["nbss.type"], told.get("type", MISSING)
    payload = told.get("payload")
    yield "nbss.length", nbss["nbss.length"], payload["len"] if payload else MISSING
    if "nbss.flags" in nbss:
        yield "nbss.flags", nbss["nbss.flags"], told.get("flags", MISSING)
    for oracle, ours in (("nbss.called_name", "called"), ("nbss.calling_name", "calling")):
        if oracle in nbss:
            yield oracle, nbss[oracle], name(message.value(ours)) if message else MISSING
    if "nbss.error_code" in nbss:
        yield "nbss.error_code", nbss["nbss.error_code"], message.value("error_code")


def name(text):
    """As the oracle shows a NetBIOS name: without its padding, the suffix in angle brackets."""
    text = text if text is not MISSING else " " * 16
    return f"{text[:15].rstrip()}<{ord(text[15]):02x}>"


def values(record, unit, connection):
    if record["kind"] != "pdu":
        return
    if "nbss" in record:
        yield from packet(record["nbss"], unit)
    message = unit.find("message") if unit is not None else None
    for smb1 in record.get("smb1", []):
        yield from map_smb1.message(smb1, message)
    if map_smb2 is not None:
        yield from map_smb2.values(record, unit, connection)
    yield from map_smb2_payload.values(record, unit, connection)
    yield from map_auth.values(unit)
