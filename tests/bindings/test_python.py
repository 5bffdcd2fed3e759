#!/usr/bin/python3
"""The Python binding: its structs are those of the compiler, and its calls do what the library does.
Prints `N passed, N failed`."""
import ctypes
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "..", "..")
sys.path.insert(0, os.path.join(ROOT, "examples", "bindings", "python"))
import wyre  # noqa: E402

passed = failed = 0


def claim(text, holds):
    global passed, failed
    passed, failed = passed + bool(holds), failed + (not holds)
    if not holds:
        print(f"not true: {text}")


def structs():
    return {name: kind for name, kind in wyre.types.items() if hasattr(kind, "_fields_")}


def layouts_of_the_compiler():
    """Size of each struct and place of each field, as the C compiler says."""
    lines = ["#include <stddef.h>", "#include <stdio.h>"]
    for header in sorted(os.listdir(os.path.join(wyre.INCLUDE, "wyre"))):
        lines.append(f"#include <wyre/{header}>")
    lines.append("int main(void) {")
    for name, kind in structs().items():
        lines.append(f'printf("{name} %zu\\n", sizeof({name}));')
        for field, _ in kind._fields_:
            lines.append(f'printf("{name}.{field} %zu\\n", offsetof({name}, {field}));')
    with tempfile.TemporaryDirectory() as folder:
        source, program = os.path.join(folder, "layout.c"), os.path.join(folder, "layout")
        with open(source, "w", encoding="ascii") as file:
            file.write("\n".join([*lines, "return 0; }", ""]))
        subprocess.run([*os.environ.get("CC", "cc").split(), f"-I{wyre.INCLUDE}", source, "-o", program],
                       check=True, timeout=120)
        told = subprocess.run([program], stdout=subprocess.PIPE, check=True, timeout=60).stdout
    return dict(line.split() for line in told.decode().splitlines())


def layouts():
    compiler = layouts_of_the_compiler()
    claim("every struct of the headers is read", len(structs()) > 50)
    for name, kind in structs().items():
        claim(f"sizeof {name}", int(compiler[name]) == ctypes.sizeof(kind))
        for field, _ in kind._fields_:
            claim(f"{name}.{field}", int(compiler[f"{name}.{field}"]) == getattr(kind, field).offset)


def calls():
    unit = bytes.fromhex("4e544c4d53535000 01000000 07b20000 0600 0600 24000000 0400 0400 20000000"
                         "484f5354 444f4d41494e")
    m, n = wyre.ntlmssp_negotiate.decode(unit)
    claim("decode", n == len(unit) and m.domain_name.of(unit) == b"DOMAIN")
    claim("encode", m.encode(unit) == unit)
    told = m.visit(unit)
    claim("visit", told["workstation_name"] == b"HOST" and told["negotiate_flags"] == 0xb207)
    claim("names", wyre.lib.wyre_ntlmssp_message_type_name(wyre.NTLMSSP_NEGOTIATE) == b"NEGOTIATE")
    claim("type by value", wyre.lib.wyre_ntlmssp_message_type(wyre.memory(unit), len(unit)) == 1)

    source = wyre.Source()
    built = wyre.ntlmssp_negotiate(fixed_len=wyre.NTLMSSP_NEGOTIATE_NAMED, negotiate_flags=0xb207)
    built.workstation_name, built.domain_name = source.add(b"HOST"), source.add(b"DOMAIN")
    claim("a message is built in the order of its source", built.encode(source) == unit)

    pairs = bytes.fromhex("0200 0200 4100 0600 0400 02000000 0000 0000")
    ids = [pair.av_id for pair in wyre.ntlmssp_av_pair.all(pairs)]
    claim("an iterator ends", ids == [2, 6])
    for text, call, name, where in [
            ("a short message", lambda: wyre.ntlmssp_negotiate.decode(unit[:15]), "E_LENGTH", 15),
            ("an empty message", lambda: wyre.ntlmssp_negotiate.decode(b""), "E_LENGTH", 0),
            ("another type", lambda: wyre.ntlmssp_challenge.decode(unit + bytes(8)), "E_MAGIC", 8),
            ("a list without end", lambda: list(wyre.ntlmssp_av_pair.all(pairs[:6])), "E_LENGTH", 6),
            ("a struct of zeros", wyre.ntlmssp_negotiate().encode, "E_RANGE", 0)]:
        try:
            call()
            claim(f"{text} is refused", False)
        except wyre.Refused as refused:
            claim(f"{text} is {name} at {where}", (refused.name, refused.n) == (name, where))


layouts()
calls()
print(f"python: {passed} passed, {failed} failed")
sys.exit(failed > 0)
