#!/usr/bin/python3
"""Frames and headers of all four protocols through the shared library; every decoder on no bytes at all;
no struct with padding. Prints `N passed, N failed`."""
import ctypes
import glob
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "..", "..")
sys.path.insert(0, os.path.join(ROOT, "examples", "bindings", "python"))
import wyre  # noqa: E402

OK, MORE = wyre.OK, wyre.MORE
passed = failed = 0


def expect(what, got, want):
    global passed, failed
    passed, failed = passed + (got == want), failed + (got != want)
    if got != want:
        print(f"{what}: {got!r}, not {want!r}")


def frame(kind, name, data, *arguments):
    """(status, struct, n)"""
    m, n = getattr(wyre, kind)(), ctypes.c_size_t()
    status = getattr(wyre.lib, "wyre_" + name)(wyre.memory(data), len(data), *arguments, ctypes.byref(m),
                                               ctypes.byref(n))
    return status, m, n.value


def packed():
    for name, kind in wyre.types.items():
        if hasattr(kind, "_fields_") and name not in ("wyre_visitor", "wyre_rd", "wyre_wr"):
            expect(f"padding in {name}", ctypes.sizeof(kind), sum(ctypes.sizeof(k) for _, k in kind._fields_))


def nothing_at_null():
    """Every decoder of the common form takes NULL for no bytes and leaves a whole struct."""
    for name, (_, kinds) in wyre.headers.functions.items():
        if not name.endswith("_decode") or len(kinds) != 5 or kinds[2] is not ctypes.c_uint32:
            continue
        m, n = kinds[3]._type_(), ctypes.c_size_t(99)
        ctypes.memset(ctypes.byref(m), 0xa5, ctypes.sizeof(m))
        status = getattr(wyre.lib, name)(None, 0, 0, ctypes.byref(m), ctypes.byref(n))
        expect(f"{name} of nothing", (status <= OK, n.value), (True, 0))
        if status != OK:
            expect(f"{name} leaves zeros", bytes(m), bytes(ctypes.sizeof(m)))


def smb():
    header = bytes.fromhex("fe534d42 4000 0100 00000000 0500 2100 08000000 70000000 0300000000000000"
                           "fffe0000 01000000 1100000000000040 000102030405060708090a0b0c0d0e0f")
    unit = bytes.fromhex("00000040") + header
    status, packet, n = frame("direct_tcp_packet", "direct_tcp_frame", unit, 0, 0xffffffff)
    expect("direct TCP", (status, n, packet.payload.of(unit)), (OK, 68, header))
    expect("direct TCP, cut", frame("direct_tcp_packet", "direct_tcp_frame", unit[:50], 0, 0xffffffff)[::2], (MORE, 68))
    expect("direct TCP, written", packet.encode(unit), unit)
    smb2, n = wyre.smb2_header.decode(header)
    expect("SMB2 header", (n, smb2.command, smb2.message_id, smb2.session_id, smb2.process_id),
           (64, 5, 3, 0x4000000000000011, 0xfeff))
    expect("SMB2 header, written", smb2.encode(), header)
    expect("SMB2 command", wyre.lib.wyre_smb2_command_name(smb2.command), b"CREATE")
    header = bytes.fromhex("ff534d42 72 00000000 18 01c8 0000 0000000000000000 0000 0000 fffe 0000 0100")
    smb1, n = wyre.smb1_header.decode(header)
    expect("SMB1 header", (n, smb1.command, smb1.flags2, smb1.pid_low, smb1.mid), (32, 0x72, 0xc801, 0xfeff, 1))
    expect("SMB1 header, written", smb1.encode(), header)
    alive = bytes.fromhex("85000000")
    status, packet, n = frame("netbios_packet", "netbios_frame", alive, 0, 0xffffffff)
    expect("NetBIOS keep-alive", (status, n, packet.type), (OK, 4, 0x85))
    expect("NetBIOS keep-alive, written", packet.encode(alive), alive)


def tds():
    unit = bytes.fromhex("12 01 0014 0000 01 00  00 0006 0006  ff  0e00 0c1c 0000")
    status, packet, n = frame("tds_packet", "tds_packet_frame", unit, 32767)
    expect("TDS packet", (status, n, packet.type, packet.status, packet.packet_id), (OK, 20, 0x12, 1, 1))
    expect("TDS packet, cut", frame("tds_packet", "tds_packet_frame", unit[:19], 32767)[::2], (MORE, 20))
    expect("TDS packet, written", packet.encode(unit), unit)
    payload = packet.payload.of(unit)
    prelogin, n = wyre.tds_prelogin.decode(payload)
    expect("PRELOGIN", (n, prelogin.version_major, prelogin.version_build), (12, 14, 0x0c1c))
    expect("PRELOGIN, written", prelogin.encode(payload), payload)


def ftp():
    lines = b"RETR a file.txt\r\nQUIT\r\n"
    status, command, n = frame("ftp_command", "ftp_command_frame", lines, 0, 4096, None)
    expect("FTP command", (status, n, command.verb.of(lines), command.argument.of(lines)),
           (OK, 17, b"RETR", b"a file.txt"))
    expect("FTP command, cut", frame("ftp_command", "ftp_command_frame", lines[:9], 0, 4096, None)[::2], (MORE, 10))
    expect("FTP command, written", command.encode(lines), lines[:17])
    lines = b"211-Features:\r\n MDTM\r\n211 End\r\n220 next"
    status, reply, n = frame("ftp_reply", "ftp_reply_frame", lines, 0, 4096, 512, None)
    expect("FTP reply", (status, n, reply.code, reply.lines, reply.text.of(lines)), (OK, 31, 211, 3, b"End"))
    expect("FTP reply, written", reply.encode(lines), lines[:31])


def msnp():
    lines, msnp12 = b"MSG 4 N 5\r\nhelloNAK 4\r\n", 12 | wyre.MSNP_SWITCHBOARD
    status, command, n = frame("msnp_command", "msnp_frame", lines, msnp12, 8192, 65536, None)
    expect("MSNP command", (status, n, bytes(command.verb[:3]), command.trid, command.payload.of(lines)),
           (OK, 16, b"MSG", 4, b"hello"))
    expect("MSNP command, cut", frame("msnp_command", "msnp_frame", lines[:13], msnp12, 8192, 65536, None)[::2],
           (MORE, 16))
    expect("MSNP command, written", command.encode(lines), lines[:16])


def recorded():
    """Every packet of SMB and of TDS in the bundled connections comes back byte for byte."""
    for path in sorted(glob.glob(os.path.join(ROOT, "tests/vectors/*/*.[cs]2[cs]"))):
        data, protocol, at = open(path, "rb").read(), path.split(os.sep)[-2], 0
        while protocol in ("smb", "tds") and at < len(data):
            if protocol == "tds":
                status, packet, n = frame("tds_packet", "tds_packet_frame", data[at:], 32767)
            else:
                status, packet, n = frame("direct_tcp_packet", "direct_tcp_frame", data[at:], 0, 0xffffffff)
            if status != OK:
                break
            expect(f"{path} at {at}", packet.encode(data[at:]), data[at:at + n])
            at += n


for test in (packed, nothing_at_null, smb, tds, ftp, msnp, recorded):
    test()
print(f"frames: {passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
