"""wyre for Python out of its own headers: every message struct becomes a ctypes class, every function
can be called. That this file is short is the point: a binding of any language needs no more."""
import ctypes
import glob
import os
import re
import subprocess

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../..")
SCALARS = {"uint8_t": ctypes.c_uint8, "uint16_t": ctypes.c_uint16, "uint32_t": ctypes.c_uint32,
           "uint64_t": ctypes.c_uint64, "int32_t": ctypes.c_int32, "int64_t": ctypes.c_int64, "wyre_status": ctypes.c_int32,
           "int": ctypes.c_int, "size_t": ctypes.c_size_t}
library = ctypes.CDLL(os.path.join(ROOT, "build/libwyre.so"))


def preprocessed():
    headers = sorted(glob.glob(os.path.join(ROOT, "include/wyre/*.h")))
    run = subprocess.run(["cc", "-E", "-P", "-I" + os.path.join(ROOT, "include"), "-x", "c", "-"],
                         input="".join(f'#include "{h}"\n' for h in headers).encode(),
                         stdout=subprocess.PIPE, check=True)
    return run.stdout.decode()


def struct_class(name, body, known):
    """The class, or None where a member points somewhere: visitor and cursors are for C."""
    fields = []
    for declaration in filter(None, (" ".join(d.split()) for d in body.split(";"))):
        match = re.fullmatch(r"(?:const )?(\w+) ([\w\s,\[\]]+)", declaration)
        if not match or match[1] not in known:
            return None
        for member in match[2].split(","):
            member, *sizes = re.findall(r"\w+", member)
            kind = known[match[1]]
            for size in reversed(sizes):
                kind = kind * int(size, 0)
            fields.append((member, kind))
    return type(name, (ctypes.Structure,), {"_fields_": fields})


def structs(text):
    known = dict(SCALARS)
    for name, body in re.findall(r"typedef struct (\w+) \{([^{}]*)\} \1;", text):
        made = struct_class(name, body, known)
        if made:
            known[name] = made
    return {name: made for name, made in known.items() if name not in SCALARS}


def constants(text):
    found = {}
    for body in re.findall(r"\benum\s*\{(.*?)\}", text, re.S):
        value = -1
        for item in filter(None, (i.strip() for i in body.split(","))):
            name, _, expression = (part.strip() for part in item.partition("="))
            value = eval(expression.rstrip("uU"), {}, found) if expression else value + 1  # noqa: S307
            found[name] = value
    return found


TEXT = preprocessed()
STRUCTS = structs(TEXT)
CONSTANTS = constants(TEXT)
FUNCTIONS = dict(re.findall(r"^(?:wyre_status|[\w ]+?[ *]+)\s*(wyre_\w+)\(([^;]*)\);", TEXT, re.M))


def call(name, *arguments):
    """bytes go in as address and length; None is NULL."""
    passed = []
    for argument in arguments:
        if isinstance(argument, (bytes, bytearray)):
            block = (ctypes.c_uint8 * len(argument)).from_buffer_copy(argument) if argument else None
            passed += [block, ctypes.c_size_t(len(argument))]
        elif isinstance(argument, ctypes.Structure):
            passed.append(ctypes.byref(argument))
        elif isinstance(argument, int):
            passed.append(ctypes.c_uint32(argument))
        else:
            passed.append(argument)
    return getattr(library, name)(*passed)


def decode(name, data, *options, progress=()):
    """(status, message, n) of a frame or decode function; the struct is the one of its declaration."""
    kind = re.findall(r"(wyre_\w+) \*\s*out\b", FUNCTIONS[name])[0]
    out, n = STRUCTS[kind](), ctypes.c_size_t()
    status = call(name, data, *options, *progress, out, ctypes.byref(n))
    return status, out, n.value


def encode(kind, message, src, room=1 << 16):
    """(status, bytes, n)"""
    out, n = (ctypes.c_uint8 * room)(), ctypes.c_size_t()
    status = call(kind + "_encode", message, src, out, ctypes.c_size_t(room), ctypes.byref(n))
    return status, bytes(out[:n.value]) if status == 0 else b"", n.value


def part(data, span):
    return data[span.off:span.off + span.len]
