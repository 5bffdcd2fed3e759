"""An NTLMv2 client: wyre encodes, decodes and says what a proof covers; the digests are here.

    client = Ntlm("user", "secret", "DOMAIN")
    first = client.first()              a NegTokenInit that carries NEGOTIATE
    second = client.second(answer)      the answer's CHALLENGE met by AUTHENTICATE, in a NegTokenResp
    client.finish(answer)               the server's proof, where it gives one
    client.key                          16 bytes: the session key of SMB

[MS-NLMP] 3.1.5.1, 3.3.2, 3.4; [RFC 4178] 5.
"""
import ctypes
import hashlib
import hmac
import os
import struct

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms

import wyre

FLAGS = (wyre.NTLMSSP_NEGOTIATE_UNICODE | wyre.NTLMSSP_REQUEST_TARGET | wyre.NTLMSSP_NEGOTIATE_SIGN
         | wyre.NTLMSSP_NEGOTIATE_SEAL | wyre.NTLMSSP_NEGOTIATE_NTLM
         | wyre.NTLMSSP_NEGOTIATE_ALWAYS_SIGN | wyre.NTLMSSP_NEGOTIATE_EXTENDED_SESSIONSECURITY
         | wyre.NTLMSSP_NEGOTIATE_VERSION | wyre.NTLMSSP_NEGOTIATE_128
         | wyre.NTLMSSP_NEGOTIATE_KEY_EXCH | wyre.NTLMSSP_NEGOTIATE_56)


def rotated(value, bits):
    value &= 0xFFFFFFFF
    return (value << bits | value >> (32 - bits)) & 0xFFFFFFFF


def md4(data):
    """RFC 1320: hashlib leaves MD4 to an OpenSSL that may not have it."""
    def choose(x, y, z):
        return x & y | ~x & z

    def majority(x, y, z):
        return x & y | x & z | y & z

    def parity(x, y, z):
        return x ^ y ^ z

    rounds = [(choose, 0, range(16), (3, 7, 11, 19)),
              (majority, 0x5A827999, [i % 4 * 4 + i // 4 for i in range(16)], (3, 5, 9, 13)),
              (parity, 0x6ED9EBA1, [int(f"{i:04b}"[::-1], 2) for i in range(16)], (3, 9, 11, 15))]
    padded = data + b"\x80" + bytes((55 - len(data)) % 64) + struct.pack("<Q", len(data) * 8)
    state = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476]
    for block in range(0, len(padded), 64):
        words = struct.unpack_from("<16I", padded, block)
        a, b, c, d = state
        for mix, constant, order, shifts in rounds:
            for i, k in enumerate(order):
                a = rotated(a + mix(b, c, d) + words[k] + constant, shifts[i % 4])
                a, b, c, d = d, a, b, c
        state = [(s + x) & 0xFFFFFFFF for s, x in zip(state, (a, b, c, d))]
    return struct.pack("<4I", *state)


def hmac_md5(key, *parts):
    return hmac.new(key, b"".join(parts), hashlib.md5).digest()


def rc4(key):
    """Its state goes on from call to call."""
    return Cipher(algorithms.ARC4(key), mode=None).encryptor().update


class Refused(Exception):
    """The server's proof is wrong, or it rejects."""


class Ntlm:
    def __init__(self, user, password, domain=""):
        self.user, self.domain = user, domain
        hashed = md4(password.encode("utf-16-le"))
        self.owf = hmac_md5(hashed, (user.upper() + domain).encode("utf-16-le"))
        self.key = None

    # ---- tokens ----------------------------------------------------------------------------------------

    def first(self):
        self.negotiate = wyre.ntlmssp_negotiate(
            fixed_len=wyre.NTLMSSP_NEGOTIATE_WITH_VERSION, negotiate_flags=FLAGS,
            product_major_version=6, product_minor_version=1, ntlm_revision_current=15).encode()
        ntlmssp = (wyre.spnego_mech_type * 1)(wyre.spnego_mech_type(mech=wyre.SPNEGO_MECH_NTLMSSP))
        self.mech_types = wyre.written("wyre_spnego_mech_types_encode", ntlmssp, 1, None, 0)
        source = wyre.Source()
        return wyre.spnego_neg_token_init(
            present=wyre.SPNEGO_INIT_GSS_WRAPPER | wyre.SPNEGO_INIT_MECH_TYPES
            | wyre.SPNEGO_INIT_MECH_TOKEN,
            mech_types=source.add(self.mech_types),
            mech_token=source.add(self.negotiate)).encode(source)

    def second(self, answer):
        token, _ = wyre.spnego_neg_token_resp.decode(answer)
        if token.neg_state == wyre.SPNEGO_REJECT:
            raise Refused("the server rejects NTLM")
        source = wyre.Source()
        authenticate = self.authenticate(token.response_token.of(answer))
        mic = self.mic(self.client_signing, self.client_sealing)
        return wyre.spnego_neg_token_resp(
            present=wyre.SPNEGO_RESP_RESPONSE_TOKEN | wyre.SPNEGO_RESP_MECH_LIST_MIC,
            response_token=source.add(authenticate), mech_list_mic=source.add(mic)).encode(source)

    def finish(self, answer):
        """The last token of the server: accepted, with its own MIC over the mechanisms."""
        if not answer:
            return
        token, _ = wyre.spnego_neg_token_resp.decode(answer)
        if token.neg_state != wyre.SPNEGO_ACCEPT_COMPLETED:
            raise Refused("not accepted")
        if token.present & wyre.SPNEGO_RESP_MECH_LIST_MIC:
            if token.mech_list_mic.of(answer) != self.mic(self.server_signing, self.server_sealing):
                raise Refused("the server's MIC is wrong")

    # ---- AUTHENTICATE ------------------------------------------------------------------------------------

    def response(self, server_challenge, info):
        """The NTLMv2 response to a challenge, and the session base key that follows from it."""
        pairs, source = [], wyre.Source(info)
        for pair in wyre.ntlmssp_av_pair.all(info):
            if pair.av_id != wyre.NTLMSSP_AV_FLAGS:
                pairs.append(pair)
        pairs.append(wyre.ntlmssp_av_pair(av_id=wyre.NTLMSSP_AV_FLAGS,
                                          flags=wyre.NTLMSSP_AV_FLAG_MIC))
        times = [p.timestamp for p in pairs if p.av_id == wyre.NTLMSSP_AV_TIMESTAMP]
        listed = wyre.written("wyre_ntlmssp_av_pairs_encode",
                              (wyre.ntlmssp_av_pair * len(pairs))(*pairs), len(pairs),
                              wyre.memory(source), len(source)) + bytes(4)
        m = wyre.ntlmssp_ntlmv2_response(resp_type=1, hi_resp_type=1, time_stamp=(times + [0])[0],
                                         av_pairs=wyre.span(0, len(listed)))
        m.challenge_from_client[:] = os.urandom(8)
        unproved = m.encode(listed)
        covered = wyre.ntlmssp_proof()
        wyre.lib.wyre_ntlmssp_ntlmv2_response_proof(len(unproved), ctypes.byref(covered))
        proof = hmac_md5(self.owf, server_challenge, covered.after.of(unproved))
        m.nt_proof_str[:] = proof
        return m.encode(listed), hmac_md5(self.owf, proof)

    def authenticate(self, challenge):
        c, _ = wyre.ntlmssp_challenge.decode(challenge)
        response, base_key = self.response(bytes(c.server_challenge), c.target_info.of(challenge))
        self.key = os.urandom(16)
        self.derive()
        source = wyre.Source()
        m = wyre.ntlmssp_authenticate(
            fixed_len=wyre.NTLMSSP_AUTHENTICATE_WITH_MIC, negotiate_flags=c.negotiate_flags & FLAGS,
            product_major_version=6, product_minor_version=1, ntlm_revision_current=15)
        m.domain_name, m.user_name = source.text(self.domain), source.text(self.user)
        m.workstation = source.text("WYRE")
        m.lm_challenge_response = source.add(bytes(24))
        m.nt_challenge_response = source.add(response)
        m.encrypted_random_session_key = source.add(rc4(base_key)(self.key))
        unit = m.encode(source)
        covered = wyre.ntlmssp_proof()
        wyre.lib.wyre_ntlmssp_authenticate_mic(ctypes.byref(m), len(unit), ctypes.byref(covered))
        zeroed = covered.before.of(unit) + bytes(covered.value.len) + covered.after.of(unit)
        m.mic[:] = hmac_md5(self.key, self.negotiate, challenge, zeroed)
        return m.encode(source)

    # ---- signatures: [MS-NLMP] 3.4.4.2, 3.4.5.2, 3.4.5.3 ---------------------------------------------------

    def derive(self):
        def subkey(text):
            return hashlib.md5(self.key + text + b"\0").digest()
        self.client_signing = subkey(b"session key to client-to-server signing key magic constant")
        self.server_signing = subkey(b"session key to server-to-client signing key magic constant")
        self.client_sealing = rc4(subkey(b"session key to client-to-server sealing key magic constant"))
        self.server_sealing = rc4(subkey(b"session key to server-to-client sealing key magic constant"))

    def mic(self, signing, sealing):
        """GSS_GetMIC over the list of mechanisms: the first message in its direction."""
        m = wyre.ntlmssp_message_signature(version=1, seq_num=0)
        m.checksum[:] = sealing(hmac_md5(signing, bytes(4), self.mech_types)[:8])
        return m.encode()
