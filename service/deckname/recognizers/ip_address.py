"""Internet addresses: IPv4 (RFC 791) and IPv6 (RFC 4291, text form RFC 5952; zone index RFC 4007).

The prefix length of a network ("/24") belongs to it, a port does not. No addresses of anybody: the loopback and the
unspecified address (save as a network, or where words call them an IP or the other end of a connection), netmasks,
multicast groups, versions and numbers of sections. Two groups at most around "::" ("0::2", a slice in code) are an
address only in a block that IANA has assigned (https://www.iana.org/assignments/ipv6-address-space), with a prefix
length, or where words name it.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "10.1.2.3/24 [2001:db8::1]:443 ::ffff:192.0.2.1 fe80::1%eth0")
['10.1.2.3/24', '2001:db8::1', '::ffff:192.0.2.1', 'fe80::1%eth0']
>>> values(RECOGNIZERS, "127.0.0.1 ::1 255.255.255.0 version 1.2.3.4 std::string 12:30:45 1.2.3.4.5 00:1b:63:84:45:e6")
[]
>>> values(RECOGNIZERS, "client:2001:db8::1, gateway=fe80::1: unreachable, 2001:db8::/32")
['2001:db8::1', 'fe80::1', '2001:db8::/32']
>>> values(RECOGNIZERS, "my ip: ::1, login from 127.0.0.1, route ::/0; 12345:db8::1, 10.0.0.1/99, 10.0.0.1/2/3")
['::1', '127.0.0.1', '::/0', '10.0.0.1', '10.0.0.1']
>>> values(RECOGNIZERS, "my IP address is ::8, and not face::b"), values(RECOGNIZERS, "see face::8 and ::8")
(['::8'], [])
>>> values(RECOGNIZERS, "x[0::2], x[..., 1::2], in the year 2000:: mask ffff:ffff::, fd00::2 and the IPv6 address 1::2")
['fd00::2', '1::2']
>>> values(RECOGNIZERS, "Standards-Version updated to 4.6.0.1, V8: Upgrade to 3.15.11.10; Git 1.8.1.2; at 203.0.113.9")
['203.0.113.9']
"""

from __future__ import annotations

import re
from ipaddress import AddressValueError, IPv4Address, IPv6Address

import regex

from deckname.findings import Passage
from deckname.pattern import is_named
from deckname.recognizers.candidates import Candidates, Found
from deckname.recognizers.versions import is_no_address

_IPV4 = regex.compile(r"(?<![\p{L}\d._])(?<!\d-)(?<!:[0-9A-Fa-f]{0,4}:)\d{1,3}(?:\.\d{1,3}){3}(?![\p{L}\d_]|\.\d|-\d)")
_GROUP_BEFORE = re.compile(r"[0-9A-Fa-f]{0,4}\Z")
_TAIL = re.compile(r"((?:\.[0-9]{1,3}){3})?(?:%[A-Za-z0-9.]{1,15}(?<=[A-Za-z0-9]))?(?!\w|\.[0-9])")
_MASKS = ("255.", "0.")
_PREFIX = re.compile(r"/(?:12[0-8]|1[01][0-9]|[1-9]?[0-9])(?![\w/]|\.[0-9])")
_WORDS = ("ip", "ip address*", "ip adress*", "ip adres*", "ipv6*")
_PEER = re.compile(
    r"(?<![^\W\d_])(?:(?:ips?|ip[ _\-]?(?:v[46]|add?r\w*))(?: [^\W\d_]{1,12}){0,2}|from"
    r"|client\w*|peer|remote\w*|von|desde|depuis|inet6?)"
    r"(?: (?:is|was|ist|war|es|est))?[\s:=\"'\[(]{1,4}\Z",
    re.IGNORECASE,
)
_FEW_GROUPS = re.compile(r"[^:]*::[^:]*")
#: Global unicast, unique local, link-local, multicast; the prefix of NAT64. But "in 2000::" ends a line.
_ASSIGNED = re.compile(
    r"[23][0-9a-f]{3}::[0-9a-f]|[23](?=[0-9]*[a-f])[0-9a-f]{3}:|(?:f[cdf][0-9a-f]{2}|fe[89ab][0-9a-f]|64:ff9b):",
    re.IGNORECASE,
)
_MASK = re.compile(r"(?:ffff:)+(?::|ffff)", re.IGNORECASE)
_PAIRS = re.compile(r"(?:[0-9a-f]{2}:){7}[0-9a-f]{2}", re.IGNORECASE)


def is_ipv4(value: str) -> bool:
    """Whether a value is an address that a host of somebody can have.

    >>> is_ipv4("192.168.0.1"), is_ipv4("192.168.0.256"), is_ipv4("255.255.0.0"), is_ipv4("127.0.0.1")
    (True, False, False, False)
    """
    try:
        address = IPv4Address(value)
    except AddressValueError:
        return False
    return not (address.is_loopback or address.is_multicast or value.startswith(_MASKS))


def is_ipv6(value: str) -> bool:
    """Whether a value is an address that a host of somebody can have; code such as ``a::b`` is none.

    >>> is_ipv6("2001:db8::8a2e:370:7334"), is_ipv6("::1"), is_ipv6("add::dead"), is_ipv6("12:30:45")
    (True, False, False, False)
    """
    short = _FEW_GROUPS.fullmatch(value) is not None
    code = short and "." not in value and not _ASSIGNED.match(value)
    return not code and _is_somebodys(value)


def _is_somebodys(value: str) -> bool:
    try:
        address = IPv6Address(value)
    except AddressValueError:
        return False
    return not (address.is_loopback or address.is_unspecified or _PAIRS.fullmatch(value) or _MASK.fullmatch(value))


def _look_4(passage: Passage, match: re.Match[str]) -> Found | None:
    text, start = passage.text, match.start()
    while start > match.start() - 4 and start and text[start - 1].isdigit():
        start -= 1
    address = _IPV4.match(text, start)
    if not address or is_no_address(text, start, address.end()):
        return None
    end = _with_prefix(text, address.end(), 32)
    if is_ipv4(address.group()):
        return start, end, 0.9, "pattern, check"
    if address.group().startswith("127.") and _is_peer(passage, start):
        return start, end, 0.6, "pattern, context"
    return None


def _look_6(passage: Passage, match: re.Match[str]) -> Found | None:
    text, start, end = passage.text, match.start(), match.end()
    group = _GROUP_BEFORE.search(text, max(0, start - 4), start)
    begin = group.start() if group else start
    before = text[begin - 1] if begin else " "
    if before.isdigit():  # five digits are no group: "12345:db8::1"
        return None
    if before.isalnum() or before in "._":  # a word's end: "client:2001:db8::1", but not "std::string"
        begin = start + 1
    elif begin == start and text[start + 1] != ":":
        begin += 1
    if text[begin - 1 : begin + 1] == "::":
        return None
    if text[end - 2] != ":" and text[end - 1] == ":":  # the sentence's
        end -= 1
    tail = _TAIL.match(text, end)
    if not tail:
        return None
    address = text[begin:end] + (tail[1] or "")
    end = _with_prefix(text, tail.end(), 128)
    if is_ipv6(address):
        return begin, end, 0.9, "pattern, check"
    if address in ("::", "::1") and (end > tail.end() or _is_peer(passage, begin)):
        return begin, end, 0.6, "pattern, context"
    # What could be code, too.
    written = any(map(str.isdigit, address)) and _is_somebodys(address)
    if not written or not (end > tail.end() or is_named(passage, begin, end, _WORDS)):
        return None
    return begin, end, 0.8, "pattern, check, context"


def _is_peer(passage: Passage, start: int) -> bool:
    """Whether the word before, or the context, calls it an IP or the other end of a connection."""
    named = any(_PEER.search(f"{words}:") for words in passage.context)
    return named or _PEER.search(passage.text, max(0, start - 40), start) is not None


def _with_prefix(text: str, end: int, longest: int) -> int:
    """Return where an address that ends at ``end`` ends with the length of its network."""
    prefix = _PREFIX.match(text, end)
    return prefix.end() if prefix and int(prefix.group()[1:]) <= longest else end


RECOGNIZERS = (
    Candidates(type="IP_ADDRESS", near=r"\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]", look=_look_4),
    # Colons in a row are looked at once; whatever hangs together is one candidate.
    Candidates(type="IP_ADDRESS", near=r":(?!::)(?<!::)[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:]*+", look=_look_6),
)
