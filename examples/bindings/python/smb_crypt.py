"""What SMB 2 and 3 compute: key derivation, signatures, encryption, pre-authentication hash.
[MS-SMB2] 3.1.4.1, 3.1.4.2, 3.1.4.3, 3.2.5.2. wyre says which bytes; nothing here knows an offset."""
import ctypes
import hashlib
import hmac
import os
import struct

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import algorithms
from cryptography.hazmat.primitives.ciphers.aead import AESCCM, AESGCM
from cryptography.hazmat.primitives.cmac import CMAC

import wyre


class BadSignature(Exception):
    """A message whose signature or tag is not that of its bytes."""


class Preauth:
    """SHA-512 over what both sides said before they had keys."""

    def __init__(self, value=bytes(64)):
        self.value = value

    def add(self, message):
        self.value = hashlib.sha512(self.value + message).digest()

    def copy(self):
        return Preauth(self.value)


def derived(key, label, context):
    """SP800-108 in counter mode with HMAC-SHA256, 128 bits; label and context with their NUL."""
    data = struct.pack(">I", 1) + label + b"\0" + context + struct.pack(">I", 128)
    return hmac.new(key, data, hashlib.sha256).digest()[:16]


class Keys:
    """The keys of one session, by dialect and by what the negotiation chose."""

    def __init__(self, dialect, session_key, preauth, signing, cipher):
        self.signing, self.cipher = signing, cipher
        if dialect < wyre.SMB2_DIALECT_0300:
            self.signing_key, self.to_server, self.to_client = session_key, None, None
            return
        if dialect < wyre.SMB2_DIALECT_0311:
            names = ((b"SMB2AESCMAC\0", b"SmbSign\0"), (b"SMB2AESCCM\0", b"ServerIn \0"),
                     (b"SMB2AESCCM\0", b"ServerOut\0"))
        else:
            names = ((b"SMBSigningKey\0", preauth), (b"SMBC2SCipherKey\0", preauth),
                     (b"SMBS2CCipherKey\0", preauth))
        self.signing_key, self.to_server, self.to_client = (
            derived(session_key, *pair) for pair in names)

    # ---- signing: 3.1.4.1 --------------------------------------------------------------------------------

    def signature(self, link):
        """Of one link, whose own signature does not count."""
        header, n = wyre.smb2_header.decode(link)
        ctypes.memset(header.signature, 0, 16)
        covered = header.encode() + link[n:]
        if self.signing == wyre.SMB2_SIGNING_HMAC_SHA256:
            return hmac.new(self.signing_key, covered, hashlib.sha256).digest()[:16]
        if self.signing == wyre.SMB2_SIGNING_AES_CMAC:
            mac = CMAC(algorithms.AES(self.signing_key))
            mac.update(covered)
            return mac.finalize()
        is_response = header.flags & wyre.SMB2_FLAGS_SERVER_TO_REDIR != 0
        is_cancel = header.command == wyre.SMB2_CANCEL
        nonce = struct.pack("<QI", header.message_id, is_response | is_cancel << 1)
        return AESGCM(self.signing_key).encrypt(nonce, b"", covered)

    def signed(self, link):
        header, n = wyre.smb2_header.decode(link)
        header.flags |= wyre.SMB2_FLAGS_SIGNED
        link = header.encode() + link[n:]
        header.signature[:] = self.signature(link)
        return header.encode() + link[n:]

    def verify(self, link):
        header, _ = wyre.smb2_header.decode(link)
        if not hmac.compare_digest(bytes(header.signature), self.signature(link)):
            raise BadSignature(f"response {header.message_id}")

    # ---- sealing: 3.1.4.3 --------------------------------------------------------------------------------

    def aead(self, key):
        """The cipher and how much of the nonce it uses."""
        if self.cipher == wyre.SMB2_ENCRYPTION_AES128_GCM:
            return AESGCM(key), wyre.SMB2_TRANSFORM_NONCE_GCM
        return AESCCM(key, tag_length=16), wyre.SMB2_TRANSFORM_NONCE_CCM

    def authenticated(self, unit):
        at = wyre.SMB2_TRANSFORM_AAD_OFFSET
        return unit[at:at + wyre.SMB2_TRANSFORM_AAD_LENGTH]

    def sealed(self, message, session_id):
        aead, used = self.aead(self.to_server)
        m = wyre.smb2_transform(session_id=session_id, flags=wyre.SMB2_TRANSFORM_FLAG_ENCRYPTED,
                                ciphertext=wyre.span(0, len(message)))
        nonce = os.urandom(used)
        m.nonce[:] = nonce + bytes(16 - used)
        both = aead.encrypt(nonce, message, self.authenticated(m.encode(message)))
        m.signature[:] = both[len(message):]
        return m.encode(both[:len(message)])

    def opened(self, unit):
        m, _ = wyre.smb2_transform.decode(unit)
        aead, used = self.aead(self.to_client)
        try:
            return aead.decrypt(bytes(m.nonce[:used]), m.ciphertext.of(unit) + bytes(m.signature),
                                self.authenticated(unit))
        except InvalidTag:
            raise BadSignature("encrypted response") from None
