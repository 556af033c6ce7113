"""Internet addresses: IPv4 (RFC 791) and IPv6 (RFC 4291, text form RFC 5952; zone index RFC 4007).

No addresses of anybody: the loopback, the unspecified address, netmasks, versions and numbers of sections.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "10.1.2.3/24 [2001:db8::1]:443 ::ffff:192.0.2.1 fe80::1%eth0")
['10.1.2.3', '2001:db8::1', '::ffff:192.0.2.1', 'fe80::1%eth0']
>>> values(RECOGNIZERS, "127.0.0.1 ::1 255.255.255.0 version 1.2.3.4 std::string 12:30:45 1.2.3.4.5 00:1b:63:84:45:e6")
[]
"""

from __future__ import annotations

from ipaddress import AddressValueError, IPv4Address, IPv6Address

import regex

from deckname.pattern import Pattern
from deckname.recognizers.labelled import Hinted

_NO_VERSION = (
    r"(?<!(?:version|versions|ver|release|build|firmware|update|upgrade|section|sections|chapter|kapitel"
    r"|abschnitt|ziffer|table|"
    r"figure|appendix|§)[ .:=#'\"\-]{0,3})(?<!(?:chrome|chromium|edge?|opr|crios|safari|firefox|electron"
    r"|browser|lib\w{1,10})/)"
)
_MASKS = ("255.", "0.")
_FEW_GROUPS = regex.compile(r"[^:]*::[^:]*")
_PAIRS = regex.compile(r"(?:[0-9a-f]{2}:){7}[0-9a-f]{2}", regex.IGNORECASE)


def is_ipv4(value: str) -> bool:
    """Whether a value is an address that a host of somebody can have.

    >>> is_ipv4("192.168.0.1"), is_ipv4("192.168.0.256"), is_ipv4("255.255.0.0"), is_ipv4("127.0.0.1")
    (True, False, False, False)
    """
    try:
        address = IPv4Address(value)
    except AddressValueError:
        return False
    return not address.is_loopback and not value.startswith(_MASKS)


def is_ipv6(value: str) -> bool:
    """Whether a value is an address that a host of somebody can have; code such as ``a::b`` is none.

    >>> is_ipv6("2001:db8::8a2e:370:7334"), is_ipv6("::1"), is_ipv6("add::dead"), is_ipv6("12:30:45")
    (True, False, False, False)
    """
    try:
        address = IPv6Address(value)
    except AddressValueError:
        return False
    if address.is_loopback or address.is_unspecified or _PAIRS.fullmatch(value):
        return False
    short = _FEW_GROUPS.fullmatch(value) is not None
    return not short or any(character.isdigit() for character in value.partition("::")[0]) or "." in value


RECOGNIZERS = (
    Hinted(
        near=r"\d\.\d{1,3}\.\d",
        before=30,
        after=60,
        pattern=Pattern(
            type="IP_ADDRESS",
            regex=(
                rf"(?<![\p{{L}}\d._])(?<!\d-)(?<!:[0-9a-f]{{0,4}}:)"
                rf"(?=\d{{1,3}}\.\d{{1,3}}\.\d){_NO_VERSION}\d{{1,3}}(?:\.\d{{1,3}}){{3}}(?![\p{{L}}\d_]|\.\d"
                rf"|-\d)"
            ),
            score=0.9,
            valid=is_ipv4,
        ),
    ),
    Hinted(
        near=r":[\da-fA-F]{0,4}:",
        before=30,
        after=60,
        pattern=Pattern(
            type="IP_ADDRESS",
            regex=r"(?<![\p{L}\d:._])(?=[0-9a-f]{0,4}:[0-9a-f]{0,4}:)(?:[0-9a-f:]{2,39}(?<=[0-9a-f])(?:"
            r"(?:\.\d{1,3}){3})?|[0-9a-f:]{0,37}::)"
            r"(?:%[a-z\d.]{1,15}(?<=[a-z\d]))?(?![\p{L}\d_]|:[\p{L}\d:]|\.\d)",
            score=0.9,
            valid=is_ipv6,
        ),
    ),
)
