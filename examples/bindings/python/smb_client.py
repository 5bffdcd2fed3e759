#!/usr/bin/python3
"""A client of SMB 2.0.2 to 3.1.1, signed and sealed. wyre does all framing, encoding, decoding and range
finding; ciphers, digests and sockets are Python's.

    smb_client.py [--port 445] [--dialect 3.1.1] [--user U --password P] HOST SHARE [FOLDER]

lists a folder. As a module:

    with Client(host, port, [wyre.SMB2_DIALECT_0311]) as client:
        client.log_in("user", "secret")
        with client.share("files") as share:
            share.write("a.txt", b"text")
            share.names(), share.read("a.txt"), share.rename("a.txt", "b.txt"), share.remove("b.txt")
"""
import argparse
import ctypes
import os
import socket
import struct

import wyre
from ntlm import Ntlm
from smb_crypt import BadSignature, Keys, Preauth

LONGEST = 1 << 23  # of a message that is waited for
CREDITS = 64       # asked for with each request
BLOCK = 65536      # of a file, in one READ or WRITE: one credit
DIALECTS = {"2.0.2": wyre.SMB2_DIALECT_0202, "2.1": wyre.SMB2_DIALECT_0210, "3.0": wyre.SMB2_DIALECT_0300,
            "3.0.2": wyre.SMB2_DIALECT_0302, "3.1.1": wyre.SMB2_DIALECT_0311}
PENDING, MORE_PROCESSING, NO_MORE_FILES = 0x103, 0xC0000016, 0x80000006
END_OF_FILE = 0xC0000011
SHARED = wyre.SMB2_FILE_SHARE_READ | wyre.SMB2_FILE_SHARE_WRITE | wyre.SMB2_FILE_SHARE_DELETE


class Failed(Exception):
    """The status of a response, by its number and by its name."""

    def __init__(self, status):
        self.status, self.name = status, wyre.lib.wyre_ntstatus_name(status).decode()
        super().__init__(f"STATUS_{self.name} (0x{status:08x})")


class Transport:
    """Messages on a socket: direct TCP, [MS-SMB2] 2.1."""

    def __init__(self, host, port, timeout=20):
        self.socket = socket.create_connection((host, port), timeout)
        self.received = b""

    def send(self, message):
        packet = wyre.direct_tcp_packet(payload=wyre.span(0, len(message)))
        self.socket.sendall(packet.encode(message))

    def receive(self):
        while True:
            packet, n = wyre.framed("wyre_direct_tcp_frame", "wyre_direct_tcp_packet", self.received,
                                    0, LONGEST)
            if packet is not None:
                message, self.received = packet.payload.of(self.received), self.received[n:]
                return message
            more = self.socket.recv(65536)
            if not more:
                raise ConnectionError("the server closed the connection")
            self.received += more

    def close(self):
        self.socket.close()


def u16s(numbers):
    return struct.pack(f"<{len(numbers)}H", *numbers)


class Client:
    def __init__(self, host, port, dialects, ciphers=None, signings=None, transport=Transport):
        self.host, self.transport = host, transport(host, port)
        self.message_id = self.session_id = self.tree_id = 0
        self.keys, self.sealing = None, False
        self.preauth = Preauth()
        self.ciphers = ciphers or [wyre.SMB2_ENCRYPTION_AES128_GCM, wyre.SMB2_ENCRYPTION_AES128_CCM]
        self.signings = signings or [wyre.SMB2_SIGNING_AES_GMAC, wyre.SMB2_SIGNING_AES_CMAC]
        self.negotiate(dialects)

    def __enter__(self):
        return self

    def __exit__(self, kind, _value, _trace):
        if kind is None and self.session_id:
            self.call(wyre.SMB2_LOGOFF, wyre.smb2_short_body())
        self.transport.close()

    # ---- one request, one response ---------------------------------------------------------------------

    def call(self, command, body, source=b"", accept=(0,), seal=False):
        """Sends a request; returns its response's status and link."""
        header = wyre.smb2_header(command=command, credit_charge=1, credits=CREDITS,
                                  message_id=self.message_id, process_id=0xFEFF,
                                  session_id=self.session_id, tree_id=self.tree_id)
        self.message_id += 1
        encoded = body.encode(source)
        message = header.encode() + encoded[wyre.SMB2_HEADER_SIZE:]
        seal = (seal or self.sealing) and self.keys is not None
        if seal:
            self.sent = self.keys.sealed(message, self.session_id)
        else:
            self.sent = self.keys.signed(message) if self.keys else message
        self.transport.send(self.sent)
        answer, link = self.answer_to(header, seal)
        if answer.status not in accept:
            raise Failed(answer.status)
        if self.session_id == 0:
            self.session_id = answer.session_id
        return answer.status, link

    def answer_to(self, request, sealed):
        """The final response to a request: what comes first may say that it is pending."""
        while True:
            message = self.transport.receive()
            protocol = ctypes.c_uint8()
            wyre.call("wyre_smb_protocol", wyre.memory(message), len(message), ctypes.byref(protocol))
            encrypted = protocol.value == wyre.SMB_PROTOCOL_ENCRYPTED
            if encrypted:
                message = self.keys.opened(message)
            elif sealed:
                raise BadSignature("a response in the clear")
            for link in wyre.smb2_link.all(message, walk="wyre_smb2_compound_iter",
                                           function="wyre_smb2_compound_next"):
                self.received = link.window.of(message)
                if link.header.message_id != request.message_id or link.header.status == PENDING:
                    continue
                if self.keys and not encrypted:
                    self.keys.verify(self.received)
                return link.header, self.received

    # ---- NEGOTIATE, SESSION_SETUP ------------------------------------------------------------------------

    def contexts(self, body, source):
        """Those of 3.1.1: what is hashed, the ciphers, the signings."""
        hashes, inner = wyre.smb2_preauth_integrity_capabilities(), wyre.Source()
        hashes.hash_algorithms = inner.add(u16s([wyre.SMB2_PREAUTH_INTEGRITY_SHA_512]))
        hashes.salt = inner.add(os.urandom(32))
        ciphers = wyre.smb2_encryption_capabilities(ciphers=wyre.span(0, 2 * len(self.ciphers)))
        signings = wyre.smb2_signing_capabilities(
            signing_algorithms=wyre.span(0, 2 * len(self.signings)))
        room = ctypes.create_string_buffer(1024)
        w, built = wyre.wr(), wyre.smb2_negotiate_context_list()
        wyre.lib.wyre_wr_init(ctypes.byref(w), room, len(room))
        for kind, data in ((wyre.SMB2_PREAUTH_INTEGRITY_CAPABILITIES, hashes.encode(inner)),
                           (wyre.SMB2_ENCRYPTION_CAPABILITIES, ciphers.encode(u16s(self.ciphers))),
                           (wyre.SMB2_SIGNING_CAPABILITIES, signings.encode(u16s(self.signings)))):
            context = wyre.smb2_negotiate_context(context_type=kind, data=wyre.span(0, len(data)))
            wyre.lib.wyre_smb2_negotiate_context_append(
                ctypes.byref(w), ctypes.byref(built), ctypes.byref(context), wyre.memory(data), len(data))
        body.negotiate_contexts = source.add(built.list.of(room.raw))
        body.negotiate_context_count = built.entries

    def negotiate(self, dialects):
        source = wyre.Source()
        body = wyre.smb2_negotiate_request(
            security_mode=wyre.SMB2_NEGOTIATE_SIGNING_ENABLED | wyre.SMB2_NEGOTIATE_SIGNING_REQUIRED,
            dialects=source.add(u16s(dialects)))
        body.client_guid[:] = os.urandom(16)
        if max(dialects) >= wyre.SMB2_DIALECT_0300:
            body.capabilities = wyre.SMB2_GLOBAL_CAP_LARGE_MTU | wyre.SMB2_GLOBAL_CAP_ENCRYPTION
        if wyre.SMB2_DIALECT_0311 in dialects:
            self.contexts(body, source)
        _, link = self.call(wyre.SMB2_NEGOTIATE, body, source)
        answer, _ = wyre.smb2_negotiate_response.decode(link)
        self.dialect = answer.dialect_revision
        self.preauth.add(self.sent)
        self.preauth.add(link)
        self.signing = (wyre.SMB2_SIGNING_HMAC_SHA256 if self.dialect < wyre.SMB2_DIALECT_0300
                        else wyre.SMB2_SIGNING_AES_CMAC)
        self.cipher = wyre.SMB2_ENCRYPTION_AES128_CCM
        if self.dialect == wyre.SMB2_DIALECT_0311:
            self.chosen(answer, link)

    def chosen(self, answer, link):
        """What the contexts of the server say."""
        it = wyre.smb2_negotiate_context_iter(left=answer.negotiate_contexts,
                                              entries=answer.negotiate_context_count)
        for context in wyre.smb2_negotiate_context.all(link, walk=it):
            data = context.data.of(link)
            if context.context_type == wyre.SMB2_ENCRYPTION_CAPABILITIES:
                m, _ = wyre.smb2_encryption_capabilities.decode(data)
                self.cipher, = struct.unpack("<H", m.ciphers.of(data))
            if context.context_type == wyre.SMB2_SIGNING_CAPABILITIES:
                m, _ = wyre.smb2_signing_capabilities.decode(data)
                self.signing, = struct.unpack("<H", m.signing_algorithms.of(data))

    def log_in(self, user, password, domain=""):
        ntlm, preauth, token = Ntlm(user, password, domain), self.preauth.copy(), None
        while True:
            token = ntlm.first() if token is None else ntlm.second(token)
            body = wyre.smb2_session_setup_request(
                security_mode=wyre.SMB2_NEGOTIATE_SIGNING_ENABLED | wyre.SMB2_NEGOTIATE_SIGNING_REQUIRED,
                security_buffer=wyre.span(0, len(token)))
            status, link = self.call(wyre.SMB2_SESSION_SETUP, body, token, accept=(0, MORE_PROCESSING))
            preauth.add(self.sent)
            answer, _ = wyre.smb2_session_setup_response.decode(link)
            token = answer.security_buffer.of(link)
            if status == 0:
                break
            preauth.add(link)
        ntlm.finish(token)
        self.keys = Keys(self.dialect, ntlm.key, preauth.value, self.signing, self.cipher)
        self.keys.verify(link)  # the last response is the first that is signed
        self.sealing = answer.session_flags & wyre.SMB2_SESSION_FLAG_ENCRYPT_DATA != 0

    def share(self, name):
        return Share(self, name)


class Share:
    """A tree of the server, sealed where the share or the session asks for it."""

    def __init__(self, client, name):
        self.client, source = client, wyre.Source()
        body = wyre.smb2_tree_connect_request(path=source.text(f"\\\\{client.host}\\{name}"))
        _, link = client.call(wyre.SMB2_TREE_CONNECT, body, source)
        answer, _ = wyre.smb2_tree_connect_response.decode(link)
        header, _ = wyre.smb2_header.decode(link)
        self.tree_id = header.tree_id
        self.sealed = client.sealing or answer.share_flags & wyre.SMB2_SHAREFLAG_ENCRYPT_DATA != 0

    def __enter__(self):
        return self

    def __exit__(self, kind, _value, _trace):
        if kind is None:
            self.call(wyre.SMB2_TREE_DISCONNECT, wyre.smb2_short_body())

    def call(self, command, body, source=b"", accept=(0,)):
        self.client.tree_id = self.tree_id
        try:
            return self.client.call(command, body, source, accept, self.sealed)
        finally:
            self.client.tree_id = 0

    # ---- files -------------------------------------------------------------------------------------------

    def open(self, name, access, disposition, options):
        source = wyre.Source()
        body = wyre.smb2_create_request(
            impersonation_level=wyre.SMB2_IMPERSONATION_IMPERSONATION, desired_access=access,
            share_access=SHARED, create_disposition=disposition, create_options=options,
            name=source.text(name))
        _, link = self.call(wyre.SMB2_CREATE, body, source)
        return File(self, wyre.smb2_create_response.decode(link)[0].file_id)

    def read(self, name):
        with self.open(name, wyre.SMB2_ACCESS_READ_DATA, wyre.SMB2_FILE_OPEN,
                       wyre.SMB2_CREATE_OPTION_NON_DIRECTORY_FILE) as file:
            return b"".join(file.blocks())

    def write(self, name, data):
        with self.open(name, wyre.SMB2_ACCESS_WRITE_DATA, wyre.SMB2_FILE_OVERWRITE_IF,
                       wyre.SMB2_CREATE_OPTION_NON_DIRECTORY_FILE) as file:
            for at in range(0, len(data), BLOCK):
                file.write(at, data[at:at + BLOCK])

    def make_folder(self, name):
        with self.open(name, wyre.SMB2_ACCESS_READ_ATTRIBUTES, wyre.SMB2_FILE_CREATE,
                       wyre.SMB2_CREATE_OPTION_DIRECTORY_FILE):
            pass

    def rename(self, name, to):
        source = wyre.Source()
        record = wyre.fscc_file_rename_information(file_name=source.text(to)).encode(source)
        with self.open(name, wyre.SMB2_ACCESS_DELETE, wyre.SMB2_FILE_OPEN, 0) as file:
            file.set(wyre.FSCC_FILE_RENAME_INFORMATION, record)

    def remove(self, name):
        record = wyre.fscc_file_disposition_information(delete_pending=1).encode()
        with self.open(name, wyre.SMB2_ACCESS_DELETE, wyre.SMB2_FILE_OPEN, 0) as file:
            file.set(wyre.FSCC_FILE_DISPOSITION_INFORMATION, record)

    remove_folder = remove

    def names(self, folder=""):
        """Of a folder, without the two that are in each."""
        with self.open(folder, wyre.SMB2_ACCESS_READ_DATA, wyre.SMB2_FILE_OPEN,
                       wyre.SMB2_CREATE_OPTION_DIRECTORY_FILE) as file:
            return sorted(n for n in file.entries() if n not in (".", ".."))


class File:
    def __init__(self, share, file_id):
        self.share, self.file_id = share, bytes(file_id)

    def __enter__(self):
        return self

    def __exit__(self, kind, _value, _trace):
        if kind is None:
            self.call(wyre.SMB2_CLOSE, wyre.smb2_close_request())

    def call(self, command, body, source=b"", accept=(0,)):
        body.file_id[:] = self.file_id
        return self.share.call(command, body, source, accept)

    def write(self, offset, data):
        self.call(wyre.SMB2_WRITE,
                  wyre.smb2_write_request(offset=offset, data=wyre.span(0, len(data))), data)

    def blocks(self):
        offset = 0
        while True:
            body = wyre.smb2_read_request(offset=offset, length=BLOCK)
            status, link = self.call(wyre.SMB2_READ, body, accept=(0, END_OF_FILE))
            if status == END_OF_FILE:
                return
            block = wyre.smb2_read_response.decode(link)[0].data.of(link)
            offset += len(block)
            yield block

    def set(self, information_class, record):
        body = wyre.smb2_set_info_request(info_type=wyre.SMB2_0_INFO_FILE, buffer=wyre.span(0, len(record)),
                                          file_info_class=information_class)
        self.call(wyre.SMB2_SET_INFO, body, record)

    def entries(self):
        kind, source = wyre.FSCC_FILE_ID_BOTH_DIRECTORY_INFORMATION, wyre.Source()
        pattern = source.text("*")
        while True:
            body = wyre.smb2_query_directory_request(
                file_information_class=kind, file_name=pattern, output_buffer_length=BLOCK)
            status, link = self.call(wyre.SMB2_QUERY_DIRECTORY, body, source, accept=(0, NO_MORE_FILES))
            if status == NO_MORE_FILES:
                return
            records = wyre.smb2_output_response.decode(link)[0].output_buffer.of(link)
            for window in wyre.span.all(records, 0, walk="wyre_fscc_entry_iter",
                                        function="wyre_fscc_entry_next"):
                record = window.of(records)
                entry = wyre.fscc_directory_entry()
                wyre.call("wyre_fscc_directory_entry_decode", kind, wyre.memory(record), len(record), 0,
                          ctypes.byref(entry))
                yield entry.file_name.of(record).decode("utf-16-le")


def main():
    parser = argparse.ArgumentParser(description="lists a folder of a share")
    parser.add_argument("--port", type=int, default=445)
    parser.add_argument("--dialect", choices=DIALECTS, default="3.1.1")
    parser.add_argument("--user", default="")
    parser.add_argument("--password", default="")
    parser.add_argument("host")
    parser.add_argument("share")
    parser.add_argument("folder", nargs="?", default="")
    options = parser.parse_args()
    with Client(options.host, options.port, [DIALECTS[options.dialect]]) as client:
        client.log_in(options.user, options.password)
        with client.share(options.share) as share:
            print(*share.names(options.folder), sep="\n")


if __name__ == "__main__":
    main()
