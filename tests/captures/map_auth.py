"""Tokens of SPNEGO and NTLM: what the dissector told of a security buffer, against impacket's reading of
the same bytes. The oracle files hold only the length of a blob, so this one is asked here; without
impacket nothing is compared.

    values(part)   part: the dissector's part "security_buffer", or any part with tokens below it;
                   yields (field, impacket's value, dissector's value)
"""
import struct

from dissected import MISSING

try:
    from impacket import ntlm
except ImportError:
    ntlm = None

NEGOTIATE, CHALLENGE, AUTHENTICATE = 1, 2, 3


def values(part):
    if ntlm is None or part is None:
        return
    for inner in part.walk():
        if inner.get("part") == "ntlmssp":
            yield from ntlmssp(inner)


def ntlmssp(part):
    unit = bytes_of(part)
    kind = part.get("message_type")
    yield "ntlmssp.messagetype", int.from_bytes(unit[8:12], "little"), kind
    if kind == NEGOTIATE:
        message = ntlm.NTLMAuthNegotiate()
        message.fromString(unit)
        yield "ntlmssp.negotiateflags", message["flags"], part.value("negotiate_flags")
    if kind == CHALLENGE:
        yield from challenge(part, ntlm.NTLMAuthChallenge(unit))
    if kind == AUTHENTICATE:
        message = ntlm.NTLMAuthChallengeResponse()
        message.fromString(unit)
        yield from authenticate(part, message)


def challenge(part, message):
    yield "ntlmssp.negotiateflags", message["flags"], part.value("negotiate_flags")
    yield "ntlmssp.ntlmserverchallenge", message["challenge"].hex(), hex_of(part, "server_challenge")
    yield "ntlmssp.challenge.target_name", message["domain_name"], part.raw("target_name")
    yield from pairs("ntlmssp.challenge.target_info", message["TargetInfoFields"],
                     part.find("target_info"))


def authenticate(part, message):
    for field, theirs, ours in (("auth.lmresponse", "lanman", "lm_challenge_response"),
                                ("auth.ntresponse", "ntlm", "nt_challenge_response"),
                                ("auth.domain", "domain_name", "domain_name"),
                                ("auth.username", "user_name", "user_name"),
                                ("auth.hostname", "host_name", "workstation")):
        yield "ntlmssp." + field, message[theirs], part.raw(ours)
    # impacket takes the key from behind the part before it, some clients leave a gap there
    length, _, offset = struct.unpack_from("<HHI", bytes_of(part), 52)
    yield ("ntlmssp.auth.sesskey", bytes_of(part)[offset:offset + length],
           part.raw("encrypted_random_session_key"))
    yield "ntlmssp.negotiateflags", message["flags"], part.value("negotiate_flags")
    response = part.find("nt_challenge_response")
    if len(message["ntlm"]) > 24:
        yield "ntlmssp.ntlmv2_response.ntproofstr", message["ntlm"][:16].hex(), hex_of(response, "nt_proof_str")
        yield from pairs("ntlmssp.ntlmv2_response", message["ntlm"][44:], response.find("av_pairs"))


def pairs(field, listed, part):
    """Ids and values of a list of AV pairs."""
    theirs = ntlm.AV_PAIRS(listed).fields if listed else {}
    theirs.pop(ntlm.NTLMSSP_AV_EOL, None)
    ours = {} if part is None else {p["av_id"]: pair_value(p) for p in part.all("av_pair")}
    yield field + ".items", sorted(theirs), sorted(ours)
    for av_id, (_, value) in theirs.items():
        yield f"{field}.{av_id}", value, ours.get(av_id, MISSING)


def pair_value(pair):
    if "flags" in pair:
        return int(pair["flags"]).to_bytes(4, "little")
    return bytes_of(pair)[4:]


def bytes_of(part):
    """The bytes of a part, from where it was entered."""
    return part.streams[part.direction][part["at"]:part["at"] + part["len"]]


def hex_of(part, field):
    return part.value(field) if part is not None else MISSING
