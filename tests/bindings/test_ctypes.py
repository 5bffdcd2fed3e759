"""Frames and headers of all four protocols through the shared library, from Python, and every struct of
the headers laid out as C lays it out."""
import ctypes
import glob
import os
import re
import subprocess
import sys
import tempfile

import wyre
from wyre import ROOT, STRUCTS, decode, encode, part

passed = failed = 0


def expect(what, got, want):
    global passed, failed
    if got == want:
        passed += 1
    else:
        failed += 1
        print(f"{what}: {got!r}, not {want!r}")


def layouts():
    """Sizes and offsets are those of the C compiler, and no struct has padding."""
    lines = []
    for name, made in STRUCTS.items():
        lines.append(f'printf("{name} %zu\\n", sizeof({name}));')
        lines += [f'printf("{name}.{f} %zu\\n", offsetof({name}, {f}));' for f, _ in made._fields_]
    headers = "".join(f'#include "{h}"\n' for h in sorted(glob.glob(os.path.join(ROOT, "include/wyre/*.h"))))
    with tempfile.TemporaryDirectory() as directory:
        source, program = os.path.join(directory, "layout.c"), os.path.join(directory, "layout")
        with open(source, "w", encoding="utf-8") as file:
            file.write(f"#include <stddef.h>\n#include <stdio.h>\n{headers}int main(void)\n{{\n"
                       + "\n".join(lines) + "\nreturn 0;\n}\n")
        subprocess.run(["cc", "-I" + os.path.join(ROOT, "include"), source, "-o", program], check=True)
        text = subprocess.run([program], stdout=subprocess.PIPE, check=True).stdout.decode()
    for line in text.splitlines():
        name, value = line.split()
        struct, _, field = name.partition(".")
        made = STRUCTS[struct]
        expect(name, getattr(made, field).offset if field else ctypes.sizeof(made), int(value))
    for name, made in STRUCTS.items():
        expect(f"padding in {name}", ctypes.sizeof(made), sum(ctypes.sizeof(kind) for _, kind in made._fields_))


def empty_inputs():
    """Every decoder takes NULL for zero bytes, refuses or accepts it, and leaves a whole struct."""
    for name, text in wyre.FUNCTIONS.items():
        if re.match(r"const uint8_t \*in, size_t in_len,\s+uint32_t flags,\s+wyre_\w+ \*out,\s+size_t \*n$", text):
            status, out, n = decode(name, b"", 0)
            expect(name + " of nothing", (status <= 0, n), (True, 0))
            if status != 0:
                expect(name + " zeroes", bytes(out), bytes(ctypes.sizeof(out)))


def smb():
    tcp = bytes.fromhex("00000040") + bytes.fromhex(
        "fe534d42 4000 0100 00000000 0500 2100 08000000 70000000 0300000000000000"
        "fffe0000 01000000 1100000000000040 000102030405060708090a0b0c0d0e0f")
    status, packet, n = decode("wyre_direct_tcp_frame", tcp, 0, 0xffffffff)
    expect("direct TCP frame", (status, n, packet.payload.off, packet.payload.len), (0, 68, 4, 64))
    expect("direct TCP frame, cut", decode("wyre_direct_tcp_frame", tcp[:50], 0, 0xffffffff)[::2], (1, 68))
    expect("direct TCP frame, written", encode("wyre_direct_tcp_packet", packet, tcp)[1], tcp)
    status, header, n = decode("wyre_smb2_header_decode", part(tcp, packet.payload), 0)
    expect("SMB2 header", (status, n, header.command, header.message_id, header.session_id, header.process_id),
           (0, 64, 5, 3, 0x4000000000000011, 0xfeff))
    expect("SMB2 header, written", encode("wyre_smb2_header", header, b"")[1], tcp[4:])
    wyre.library.wyre_smb2_command_name.restype = ctypes.c_char_p
    expect("SMB2 command", wyre.library.wyre_smb2_command_name(header.command), b"CREATE")
    smb1 = bytes.fromhex("ff534d42 72 00000000 18 01c8 0000 0000000000000000 0000 0000 fffe 0000 0100")
    status, header, n = decode("wyre_smb1_header_decode", smb1, 0)
    expect("SMB1 header", (status, n, header.command, header.flags2, header.pid_low, header.mid),
           (0, 32, 0x72, 0xc801, 0xfeff, 1))
    expect("SMB1 header, written", encode("wyre_smb1_header", header, b"")[1], smb1)
    session = bytes.fromhex("85000000")
    status, packet, n = decode("wyre_netbios_frame", session, 0, 0xffffffff)
    expect("NetBIOS keep-alive", (status, n, packet.type), (0, 4, 0x85))
    expect("NetBIOS keep-alive, written", encode("wyre_netbios_packet", packet, session)[1], session)


def tds():
    data = bytes.fromhex("12 01 0014 0000 01 00  00 0006 0006  ff  0e00 0c1c 0000")
    expect("TDS packet, cut", decode("wyre_tds_packet_frame", data[:19], 32767)[::2], (1, 20))
    status, packet, n = decode("wyre_tds_packet_frame", data, 32767)
    expect("TDS packet", (status, n, packet.type, packet.status, packet.packet_id, packet.payload.off),
           (0, 20, 0x12, 1, 1, 8))
    expect("TDS packet, written", encode("wyre_tds_packet", packet, data)[1], data)
    status, prelogin, n = decode("wyre_tds_prelogin_decode", part(data, packet.payload), 0)
    expect("PRELOGIN", (status, prelogin.version_major, prelogin.version_minor, prelogin.version_build),
           (0, 14, 0, 0x0c1c))


def ftp():
    line = b"RETR a file.txt\r\nQUIT\r\n"
    status, command, n = decode("wyre_ftp_command_frame", line, 0, 4096, progress=(None,))
    expect("FTP command", (status, n, part(line, command.verb), part(line, command.argument)),
           (0, 17, b"RETR", b"a file.txt"))
    expect("FTP command, cut", decode("wyre_ftp_command_frame", line[:9], 0, 4096, progress=(None,))[::2], (1, 10))
    expect("FTP command, written", encode("wyre_ftp_command", command, line)[1], line[:17])
    text = b"211-Features:\r\n MDTM\r\n211 End\r\n220 next"
    status, reply, n = decode("wyre_ftp_reply_frame", text, 0, 4096, 512, progress=(None,))
    expect("FTP reply", (status, n, reply.code, reply.lines, part(text, reply.text)), (0, 31, 211, 3, b"End"))
    expect("FTP reply, written", encode("wyre_ftp_reply", reply, text)[1], text[:31])


def msnp():
    client = 12  # client to server, in dialect MSNP12
    line = b"MSG 4 N 5\r\nhelloNAK 4\r\n"
    status, command, n = decode("wyre_msnp_frame", line, client, 8192, 65536, progress=(None,))
    expect("MSNP command", (status, n, bytes(command.verb[:3]), command.trid, part(line, command.payload)),
           (0, 16, b"MSG", 4, b"hello"))
    expect("MSNP command, cut",
           decode("wyre_msnp_frame", line[:13], client, 8192, 65536, progress=(None,))[::2], (1, 16))
    expect("MSNP command, written", encode("wyre_msnp_command", command, line)[1], line[:16])


def recorded():
    """Every SMB packet and TDS packet of the bundled connections comes back byte for byte."""
    for path in sorted(glob.glob(os.path.join(ROOT, "tests/vectors/*/*.[cs]2[cs]"))):
        data, protocol, at = open(path, "rb").read(), path.split(os.sep)[-2], 0
        if protocol not in ("smb", "tds"):
            continue
        while at < len(data):
            rest = data[at:]
            if protocol == "tds":
                status, unit, n = decode("wyre_tds_packet_frame", rest, 32767)
                kind = "wyre_tds_packet"
            else:
                status, unit, n = decode("wyre_direct_tcp_frame", rest, 0, 0xffffffff)
                kind = "wyre_direct_tcp_packet"
            if status != 0:
                break
            expect(f"{path} at {at}", encode(kind, unit, rest, n)[1], rest[:n])
            at += n


for test in (layouts, empty_inputs, smb, tds, ftp, msnp, recorded):
    test()
print(f"ctypes: {len(STRUCTS)} structs, {len(wyre.FUNCTIONS)} functions; {passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
