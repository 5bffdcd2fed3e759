"""A client of NT LM 0.12 (SMB 1), every message signed. As smb_client.py: wyre does all framing,
encoding, decoding and range finding. For old machines and for tests: SMB 1 has no encryption.

    with Client(host, port) as client:
        client.log_in("user", "secret")
        with client.share("files") as share:
            share.write("a.txt", b"text")
"""
import ctypes
import hashlib
import hmac
import struct

import wyre
from ntlm import Ntlm
from smb_client import MORE_PROCESSING, Failed, Transport
from smb_crypt import BadSignature

BLOCK = 8192
FLAGS2 = (wyre.SMB1_FLAGS2_LONG_NAMES | wyre.SMB1_FLAGS2_EXTENDED_SECURITY | wyre.SMB1_FLAGS2_NT_STATUS
          | wyre.SMB1_FLAGS2_UNICODE | wyre.SMB1_FLAGS2_SECURITY_SIGNATURE)
CAPABILITIES = (wyre.SMB1_CAP_UNICODE | wyre.SMB1_CAP_LARGE_FILES | wyre.SMB1_CAP_NT_SMBS
                | wyre.SMB1_CAP_STATUS32 | wyre.SMB1_CAP_NT_FIND | wyre.SMB1_CAP_EXTENDED_SECURITY)
SHARED = wyre.SMB2_FILE_SHARE_READ | wyre.SMB2_FILE_SHARE_WRITE | wyre.SMB2_FILE_SHARE_DELETE
ANY_FILE = wyre.FSCC_FILE_ATTRIBUTE_HIDDEN | wyre.FSCC_FILE_ATTRIBUTE_SYSTEM | wyre.FSCC_FILE_ATTRIBUTE_DIRECTORY
AT = wyre.SMB1_HEADER_SIZE  # of the one block in each of these messages


class Client:
    def __init__(self, host, port, transport=Transport):
        self.host, self.transport = host, transport(host, port)
        self.mid = self.uid = self.tid = self.sequence = 0
        self.key = None
        self.negotiate()

    def __enter__(self):
        return self

    def __exit__(self, kind, _value, _trace):
        if kind is None and self.uid:
            self.call(wyre.SMB1_LOGOFF_ANDX, wyre.smb1_andx())
        self.transport.close()

    # ---- one request, one response -----------------------------------------------------------------------

    def signature(self, message, sequence):
        """[MS-CIFS] 3.1.4.1: the digest of a message, and where it stands."""
        covered = wyre.smb1_signing()
        wyre.call("wyre_smb1_signing_ranges", wyre.memory(message), len(message), sequence,
                  ctypes.byref(covered))
        digest = hashlib.md5(self.key + covered.before.of(message) + bytes(covered.substitute)
                             + covered.after.of(message)).digest()
        return digest[:covered.signature.len], covered.signature

    def signed(self, message):
        digest, place = self.signature(message, self.sequence)
        return message[:place.off] + digest + message[place.off + place.len:]

    def verify(self, message, sequence):
        digest, place = self.signature(message, sequence)
        if not hmac.compare_digest(digest, place.of(message)):
            raise BadSignature(f"response {sequence}")

    def call(self, command, body, source=b"", accept=(0,)):
        """Sends a request of one block; returns its response's header and message."""
        self.mid += 1
        header = wyre.smb1_header(command=command, flags=wyre.SMB1_FLAGS_CASE_INSENSITIVE, flags2=FLAGS2,
                                  tid=self.tid, uid=self.uid, pid_low=0xFEFF, mid=self.mid)
        if hasattr(body, "unicode"):
            body.unicode = 1
        if hasattr(body, "andx_command"):
            body.andx_command = wyre.SMB1_NO_ANDX_COMMAND
        message = header.encode() + body.encode(source, AT)[AT:]
        self.transport.send(self.signed(message) if self.key else message)
        answer = self.transport.receive()
        header, _ = wyre.smb1_header.decode(answer)
        if self.key:
            self.verify(answer, self.sequence + 1)
            self.sequence += 2
        if header.status not in accept:
            raise Failed(header.status)
        return header, answer

    # ---- NEGOTIATE, SESSION_SETUP --------------------------------------------------------------------------

    def negotiate(self):
        name = b"NT LM 0.12"
        dialects = wyre.written("wyre_smb1_dialect_encode", wyre.memory(name), len(name))
        body = wyre.smb1_negotiate_request(dialects=wyre.span(0, len(dialects)))
        _, answer = self.call(wyre.SMB1_NEGOTIATE, body, dialects)
        self.server, _ = wyre.smb1_negotiate_response.decode(answer, AT)

    def log_in(self, user, password, domain=""):
        ntlm, token, status = Ntlm(user, password, domain), None, MORE_PROCESSING
        while status == MORE_PROCESSING:
            token, source = (ntlm.first() if token is None else ntlm.second(token)), wyre.Source()
            body = wyre.smb1_session_setup_andx_extended_request(
                max_buffer_size=0xFFFF, max_mpx_count=1, capabilities=CAPABILITIES,
                session_key=self.server.session_key, security_blob=source.add(token),
                native_os=source.text("wyre"), native_lan_man=source.text("wyre"))
            header, answer = self.call(wyre.SMB1_SESSION_SETUP_ANDX, body, source, (0, MORE_PROCESSING))
            self.uid, status = header.uid, header.status
            m, _ = wyre.smb1_session_setup_andx_response.decode(answer, AT)
            token = m.security_blob.of(answer)
        ntlm.finish(token)
        self.key, self.sequence = ntlm.key, 2
        self.verify(answer, 1)  # the last response is the first that is signed; its request was 0

    def share(self, name):
        return Share(self, name)


class Share:
    def __init__(self, client, name):
        self.client, source = client, wyre.Source()
        body = wyre.smb1_tree_connect_andx_request(
            password=source.add(b"\0"), path=source.text(f"\\\\{client.host}\\{name}"),
            service=source.add(b"?????"))
        header, _ = client.call(wyre.SMB1_TREE_CONNECT_ANDX, body, source)
        self.tid = header.tid

    def __enter__(self):
        return self

    def __exit__(self, kind, _value, _trace):
        if kind is None:
            self.call(wyre.SMB1_TREE_DISCONNECT, wyre.smb1_body())

    def call(self, command, body, source=b""):
        self.client.tid = self.tid
        try:
            return self.client.call(command, body, source)[1]
        finally:
            self.client.tid = 0

    def path(self, command, kind, **names):
        """A command that is nothing but names."""
        source = wyre.Source()
        spans = {field: source.text("\\" + name) for field, name in names.items()}
        self.call(command, kind(**spans), source)

    # ---- files ---------------------------------------------------------------------------------------------

    def open(self, name, access, disposition):
        source = wyre.Source()
        body = wyre.smb1_nt_create_andx_request(
            file_name=source.text("\\" + name), desired_access=access, share_access=SHARED,
            create_disposition=disposition, create_options=wyre.SMB2_CREATE_OPTION_NON_DIRECTORY_FILE,
            impersonation_level=wyre.SMB2_IMPERSONATION_IMPERSONATION)
        answer = self.call(wyre.SMB1_NT_CREATE_ANDX, body, source)
        return wyre.smb1_nt_create_andx_response.decode(answer, AT)[0]

    def close(self, file):
        self.call(wyre.SMB1_CLOSE, wyre.smb1_close_request(fid=file.fid))

    def read(self, name):
        file, data = self.open(name, wyre.SMB2_ACCESS_READ_DATA, wyre.SMB2_FILE_OPEN), b""
        while len(data) < file.end_of_file:
            body = wyre.smb1_read_andx_request(fid=file.fid, offset=len(data), word_count=12,
                                               max_count_of_bytes_to_return=BLOCK)
            answer = self.call(wyre.SMB1_READ_ANDX, body)
            data += wyre.smb1_read_andx_response.decode(answer, AT)[0].data.of(answer)
        self.close(file)
        return data

    def write(self, name, data):
        file = self.open(name, wyre.SMB2_ACCESS_WRITE_DATA, wyre.SMB2_FILE_OVERWRITE_IF)
        for at in range(0, len(data), BLOCK):
            block = data[at:at + BLOCK]
            body = wyre.smb1_write_andx_request(fid=file.fid, offset=at, word_count=14,
                                                data=wyre.span(0, len(block)))
            self.call(wyre.SMB1_WRITE_ANDX, body, block)
        self.close(file)

    def make_folder(self, name):
        self.path(wyre.SMB1_CREATE_DIRECTORY, wyre.smb1_path_request, path=name)

    def remove_folder(self, name):
        self.path(wyre.SMB1_DELETE_DIRECTORY, wyre.smb1_path_request, path=name)

    def remove(self, name):
        self.path(wyre.SMB1_DELETE, wyre.smb1_delete_request, file_name=name)

    def rename(self, name, to):
        self.path(wyre.SMB1_RENAME, wyre.smb1_rename_request, old_file_name=name, new_file_name=to)

    def names(self, folder=""):
        """Of a folder that fits one answer, without the two that are in each."""
        inner, source = wyre.Source(), wyre.Source()
        find = wyre.smb1_trans2_find_first2_request(
            search_attributes=ANY_FILE, search_count=500, unicode=1,
            flags=wyre.SMB1_FIND_CLOSE_AFTER_REQUEST,
            information_level=wyre.SMB1_FIND_FILE_BOTH_DIRECTORY_INFO,
            file_name=inner.text(f"\\{folder}\\*".replace("\\\\", "\\"))).encode(inner)
        body = wyre.smb1_transaction2_request(
            setup=source.add(struct.pack("<H", wyre.SMB1_TRANS2_FIND_FIRST2)), parameters=source.add(find),
            total_parameter_count=len(find), max_parameter_count=10, max_data_count=16384)
        answer = self.call(wyre.SMB1_TRANSACTION2, body, source)
        m, _ = wyre.smb1_transaction_response.decode(answer, AT)
        return sorted(n for n in entries(m.data.of(answer)) if n not in (".", ".."))


def entries(records):
    for window in wyre.span.all(records, wyre.FSCC_ENTRY_END_IS_LAST, walk="wyre_fscc_entry_iter",
                                function="wyre_fscc_entry_next"):
        record, entry = window.of(records), wyre.fscc_directory_entry()
        wyre.call("wyre_fscc_directory_entry_decode", wyre.FSCC_FILE_BOTH_DIRECTORY_INFORMATION,
                  wyre.memory(record), len(record), 0, ctypes.byref(entry))
        yield entry.file_name.of(record).decode("utf-16-le")
