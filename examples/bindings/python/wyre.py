"""wyre for Python, by ctypes. No struct and no constant is written here: all are read from the
headers, as the C preprocessor leaves them.

    import wyre
    header, n = wyre.smb2_header.decode(unit)      a struct and where it ended; else wyre.Refused
    unit = header.encode(source)                   bytes; spans count from source
    header.visit(unit)                             what the library tells of it, as a dictionary
    wyre.SMB2_CREATE, wyre.lib.wyre_smb2_command_name(5)

Every struct T of the headers is wyre.T, without its prefix; a function T_verb is in wyre.lib. Spans
are wyre.span; Source gathers the bytes that the spans of a new message count from.

WYRE_LIBRARY names another libwyre.so, WYRE_INCLUDE another folder of headers, CC another compiler.
"""
import ctypes
import os
import re
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "..", "..", "..")
INCLUDE = os.environ.get("WYRE_INCLUDE", os.path.join(ROOT, "include"))
LIBRARY = os.environ.get("WYRE_LIBRARY", os.path.join(ROOT, "build", "libwyre.so"))

SCALARS = {
    "void": None, "char": ctypes.c_char, "int": ctypes.c_int, "size_t": ctypes.c_size_t,
    "int8_t": ctypes.c_int8, "int16_t": ctypes.c_int16, "int32_t": ctypes.c_int32,
    "int64_t": ctypes.c_int64, "uint8_t": ctypes.c_uint8, "uint16_t": ctypes.c_uint16,
    "uint32_t": ctypes.c_uint32, "uint64_t": ctypes.c_uint64,
}


class Refused(Exception):
    """A status below 0: its name, the number, and the offset or size that came with it."""

    def __init__(self, function, status, n):
        self.status, self.n = status, n
        self.name = lib.wyre_status_name(status).decode()
        super().__init__(f"{function}: {self.name} at {n}")


# ---- the headers: the little C that they use -----------------------------------------------------------


def preprocessed(*options):
    command = [*os.environ.get("CC", "cc").split(), "-E", "-P", *options, f"-I{INCLUDE}", "-x", "c", "-"]
    names = sorted(n for n in os.listdir(os.path.join(INCLUDE, "wyre")) if n.endswith(".h"))
    includes = "".join(f"#include <wyre/{name}>\n" for name in names)
    run = subprocess.run(command, input=includes.encode(), stdout=subprocess.PIPE, check=True,
                         timeout=60)
    return re.sub(r"__attribute__\s*\(\([^;]*?\)\)", "", run.stdout.decode())


class Headers:
    """The declarations of the headers: constants, types by name, prototypes."""

    ENUM = re.compile(r"enum\s*\w*\s*\{([^}]*)\}\s*;")
    STRUCT = re.compile(r"typedef\s+struct\s+(wyre_\w+)\s*\{([^}]*)\}\s*\1\s*;")
    ALIAS = re.compile(r"typedef\s+(\w+)\s+(wyre_\w+)\s*;")
    PROTOTYPE = re.compile(r"^\s*(?:extern\s+)?((?:const\s+)?\w+[\s*]+?)(wyre_\w+)\s*\(([^()]*)\)\s*;", re.M)

    # 32-bit constants that an enumerator of C99 cannot hold
    MACRO = re.compile(r"^#define (WYRE_\w+) (?:UINT32_C\()?(0x[0-9a-fA-F]+)u?\)?$", re.M)

    def __init__(self, text, macros):
        self.constants, self.types, self.functions = {}, dict(SCALARS), {}
        for name, value in self.MACRO.findall(macros):
            self.constants[name] = int(value, 16)
        for body in self.ENUM.findall(text):
            self.enum(body)
        for kind, name in self.ALIAS.findall(text):
            self.types[name] = self.types[kind]
        for name, body in self.STRUCT.findall(text):
            self.struct(name, body)
        for result, name, parameters in self.PROTOTYPE.findall(text):
            kinds = [self.parameter(p) for p in parameters.split(",") if p.strip() != "void"]
            self.functions[name] = (self.pointed(result), kinds)

    def number(self, expression):
        plain = re.sub(r"\b(0[xX][0-9a-fA-F]+|\d+)[uUlL]+\b", r"\1", expression)
        return eval(plain, {"__builtins__": {}}, self.constants)

    def enum(self, body):
        value = -1
        for part in filter(None, (p.strip() for p in body.split(","))):
            name, _, expression = (side.strip() for side in part.partition("="))
            if not name.startswith("WYRE_"):
                return  # of a system header
            value = self.number(expression) if expression else value + 1
            self.constants[name] = value

    def pointed(self, text):
        """The type of a declaration without its name."""
        words = text.replace("*", " * ").split()
        base = self.types[next(w for w in words if w not in ("const", "struct", "*"))]
        stars = words.count("*")
        if stars and base in (None, ctypes.c_uint8):
            return ctypes.c_void_p
        if stars and base is ctypes.c_char:
            return ctypes.c_char_p
        for _ in range(stars):
            base = ctypes.POINTER(base)
        return base

    def parameter(self, text):
        return self.pointed(re.sub(r"\b\w+\s*$", "", text.strip()))

    def field(self, declaration):
        """One or more (name, type)."""
        call = re.match(r"(\w+)\s*\(\s*\*\s*(\w+)\s*\)\s*\((.*)\)$", declaration, re.S)
        if call:
            kinds = [self.parameter(p) for p in call.group(3).split(",")]
            return [(call.group(2), ctypes.CFUNCTYPE(self.types[call.group(1)], *kinds))]
        base, rest = re.match(r"((?:const\s+)?\w+\s*\**)\s*(.*)$", declaration, re.S).groups()
        fields = []
        for one in rest.split(","):
            name, size = re.match(r"\s*(\w+)\s*(?:\[([^\]]*)\])?$", one).groups()
            kind = self.pointed(base)
            fields.append((name, kind * self.number(size) if size else kind))
        return fields

    def struct(self, name, body):
        fields = []
        for declaration in filter(None, (d.strip() for d in body.split(";"))):
            fields += self.field(declaration)
        self.types[name] = type(name, (Struct,), {"_fields_": fields})


# ---- structs -----------------------------------------------------------------------------------------------


def memory(data):
    """Bytes as a pointer that C may read; NULL where there are none."""
    return ctypes.cast(ctypes.c_char_p(bytes(data)), ctypes.c_void_p) if len(data) else None


def call(name, *arguments):
    """A call whose last parameter is n: (status, n). A status below 0 is raised."""
    n = ctypes.c_size_t()
    status = getattr(lib, name)(*arguments, ctypes.byref(n))
    if status < 0:
        raise Refused(name, status, n.value)
    return status, n.value


def written(name, *arguments):
    """What an encoder writes: it is measured, and then called with the room that it needs."""
    n = ctypes.c_size_t()
    status = getattr(lib, name)(*arguments, None, 0, ctypes.byref(n))
    if status < 0 and status != constants["WYRE_E_SPACE"]:
        raise Refused(name, status, n.value)
    out = ctypes.create_string_buffer(n.value)
    call(name, *arguments, out, n.value)
    return out.raw[:n.value]


def framed(name, kind, data, *arguments):
    """What a frame function finds at the start of a stream: (struct, n), or (None, n) where it asks
    for more."""
    data, m = bytes(data), types[kind]()
    status, n = call(name, memory(data), len(data), *arguments, ctypes.byref(m))
    return (m if status == constants["WYRE_OK"] else None), n


class Struct(ctypes.Structure):
    """What every struct of the library can, as far as the library has the function for it."""

    @classmethod
    def decode(cls, data, *arguments, flags=0):
        """Views of MSNP have no flags, but the command that was found."""
        data, m, name = bytes(data), cls(), cls.__name__ + "_decode"
        if len(headers.functions[name][1]) > 4 + len(arguments):
            arguments = *arguments, flags
        _, n = call(name, memory(data), len(data), *arguments, ctypes.byref(m))
        return m, n

    @classmethod
    def all(cls, data, *arguments, walk=None, function=None):
        """Every item of a list. `walk` is the iterator, or the name of its type; T_next and T_iter of
        the item are taken where nothing else is said."""
        data, function = bytes(data), function or cls.__name__ + "_next"
        it = walk if isinstance(walk, Struct) else types[walk or cls.__name__ + "_iter"]()
        while True:
            m = cls()
            status = getattr(lib, function)(ctypes.byref(it), memory(data), len(data), *arguments,
                                            ctypes.byref(m))
            if status == constants["WYRE_END"]:
                return
            if status != constants["WYRE_OK"]:
                raise Refused(function, status, getattr(it, "fault", 0))
            yield m

    def encode(self, source=b"", *arguments):
        source = bytes(source)
        return written(type(self).__name__ + "_encode", ctypes.byref(self), memory(source),
                       len(source), *arguments)

    def visit(self, data=b"", *arguments):
        told = Told(data)
        getattr(lib, type(self).__name__ + "_visit")(ctypes.byref(self), *arguments, told.visitor())
        return told.top


class Source(bytearray):
    """What the spans of a message to be written count from."""

    def add(self, data):
        part = types["wyre_span"](len(self), len(data))
        self += data
        return part

    def text(self, text):
        return self.add(text.encode("utf-16-le"))


class Told:
    """A visitor. Numbers and bytes by name; parts as a list of (name, dictionary) under "parts"."""

    def __init__(self, data):
        self.data, self.top = bytes(data), {}
        self.open = [(0, self.top)]

    def visitor(self):
        fields = dict(types["wyre_visitor"]._fields_)
        self.kept = types["wyre_visitor"](
            None, fields["number"](self.number), fields["bytes"](self.bytes),
            fields["span"](self.span), fields["enter"](self.enter), fields["leave"](self.leave))
        return ctypes.byref(self.kept)

    def number(self, _user, name, _kind, value):
        self.open[-1][1][name.decode()] = value

    def bytes(self, _user, name, _kind, at, length):
        self.open[-1][1][name.decode()] = ctypes.string_at(at, length)

    def span(self, _user, name, _kind, span):
        base, fields = self.open[-1]
        fields[name.decode()] = self.data[base + span.off:base + span.off + span.len]

    def enter(self, _user, name, window):
        base, fields = self.open[-1]
        part = {}
        fields.setdefault("parts", []).append((name.decode(), part))
        self.open.append((base + window.off, part))

    def leave(self, _user):
        self.open.pop()


# ---- the library ---------------------------------------------------------------------------------------------

headers = Headers(preprocessed(), preprocessed("-dM"))
constants, types = headers.constants, headers.types
types["wyre_span"].of = lambda span, data: bytes(data[span.off:span.off + span.len])
lib = ctypes.CDLL(LIBRARY)
for _name, (_result, _parameters) in headers.functions.items():
    _function = getattr(lib, _name)
    _function.restype, _function.argtypes = _result, _parameters

for _name, _value in [*constants.items(), *types.items()]:
    if _name.lower().startswith("wyre_"):
        globals()[_name[len("wyre_"):]] = _value
