"""Surrogates of what lives on the net: reserved domains, documentation networks, account names.

Domains: RFC 2606 (example.com, example.net, example.org and the top-level domain example). Addresses: RFC 5737
(192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24) and RFC 3849 (2001:db8::/32); where values shall stay apart 240.0.0.0/4,
which RFC 1112 reserves and no router forwards.
"""

from __future__ import annotations

import ipaddress
import re

import regex

from deckname.operators.keyed import Draw
from deckname.operators.surrogates import wordlists
from deckname.operators.surrogates.lexicon import fold, names
from deckname.operators.surrogates.person import initial, part
from deckname.operators.surrogates.shape import cased_like, number_like, reshaped

_DOCUMENTATION = tuple(ipaddress.ip_network(each) for each in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24"))
_RESERVED = ipaddress.ip_network("240.0.0.0/4")
_DOCUMENTATION_6 = ipaddress.ip_network("2001:db8::/32")
#: Mailboxes of nobody.
_ROLES = frozenset(wordlists.ROLES.split())
_TOKEN = regex.compile(r"[\p{L}\p{M}]+|\d+")
_UMLAUT = re.compile(r"([aou])e")
_URL = re.compile(
    r"(?P<scheme>[A-Za-z][A-Za-z0-9+.\-]*://)?(?P<user>[^/@?#]*@)?(?P<www>www\d?\.)?"
    r"(?P<host>\[[^\]]*\]|[^/:?#]+)(?P<port>:\d{1,5})?(?P<rest>[/?#].*)?",
    re.IGNORECASE | re.DOTALL,
)
_IP = re.compile(r"(?P<address>[0-9A-Fa-f:.]+)(?P<zone>%\w+)?(?P<prefix>/\d{1,3})?")
_WORD = re.compile(r"%[0-9A-Fa-f]{2}|[^\W_]+")
_ONSETS = wordlists.ONSETS.split()


def email(value: str, draw: Draw) -> str:
    """Return an address at a reserved domain; the parts of names in it follow the names.

    >>> draw = Draw(b"k")
    >>> email("john.smith@acme.com", draw).endswith(".example.com")
    True
    """
    local, at, domain_ = value.rpartition("@")
    if not at or not local or not domain_:
        return reshaped(value, draw, "email")
    return f"{account(local, draw)}@{domain(domain_, draw)}"


def account(local: str, draw: Draw) -> str:
    """Return the name of an account: its parts follow the names of people where it is made of such."""
    tokens = [match.group() for match in _TOKEN.finditer(local)]
    built = sum(len(token) > 2 and token.isalpha() for token in tokens) > 1
    return _TOKEN.sub(lambda match: _token(match.group(), draw, built=built), local)


def _token(token: str, draw: Draw, *, built: bool) -> str:
    if token.isdecimal():
        return number_like(token, draw, "account")
    plain = fold(token)
    if plain in _ROLES:
        return token
    if len(token) == 1:
        return initial(token, draw) if token.isascii() else reshaped(token, draw, "account")
    for pieces in _readings(plain, built=built):
        made = "".join(
            fold(initial(piece, draw) if len(piece) == 1 else part(piece, draw)).replace(" ", "") for piece in pieces
        )
        return cased_like(token, made.capitalize())
    return reshaped(token, draw, "account")


def _readings(plain: str, *, built: bool) -> list[tuple[str, ...]]:
    """Return the names that a part of an address may be made of, the likeliest reading first."""
    known = names().class_of
    if known(plain):
        return [(plain,)]
    if known(without := _UMLAUT.sub(r"\1", plain)):
        return [(without,)]
    if not plain.isascii() or built:
        return [(plain,)] if len(plain) > 2 and built else []
    if len(plain) > 4 and known(plain[1:]):
        return [(plain[0], plain[1:])]
    cuts = range(len(plain) - 3, 2, -1)
    return [(plain[:cut], plain[cut:]) for cut in cuts if known(plain[:cut]) and known(plain[cut:])]


def domain(name: str, draw: Draw) -> str:
    """Return a domain under a reserved one; equal domains go to equal ones.

    >>> domain("acme.org", Draw(b"k")).endswith(".example.org"), domain("acme.de", Draw(b"k")).count(".")
    (True, 1)
    """
    plain = name.casefold().strip(".")
    end = plain.rpartition(".")[2]
    syllables = [
        draw.choice(_ONSETS, "domain", plain, str(place)) + draw.choice("aeiou", "vowel", plain, str(place))
        for place in range(3)
    ]
    label = "".join(syllables) + draw.choice(("", "n", "r", "s", "x", "l"), "end", plain)
    return cased_like(name, f"{label}.example.{end}" if end in ("com", "net", "org") else f"{label}.example")


def url(value: str, draw: Draw, *, distinct: bool = False) -> str:
    """Return an address at a reserved domain, its path and query of the same shape.

    >>> url("https://www.acme.com/u/42", Draw(b"k"))[:12]
    'https://www.'
    """
    found = _URL.fullmatch(value)
    if not found:
        return reshaped(value, draw, "url", cased=True)
    host = found["host"]
    if host.startswith("[") or re.fullmatch(r"[\d.]+", host):
        moved = ip(host.strip("[]"), draw, distinct=distinct)
        moved = f"[{moved}]" if host.startswith("[") else moved
    else:
        moved = domain(host, draw)
    user = account(found["user"], draw) if found["user"] else ""
    rest = _WORD.sub(lambda word: _in_path(word.group(), draw), found["rest"] or "")
    return "".join((found["scheme"] or "", user, found["www"] or "", moved, found["port"] or "", rest))


def _in_path(word: str, draw: Draw) -> str:
    # An escape is a character, and must stay one.
    return "%2D" if word.startswith("%") else reshaped(word, draw, "path", cased=True)


def ip(value: str, draw: Draw, *, distinct: bool = False) -> str:
    """Return an address of a documentation network; ``distinct`` ones of version 4 are of a larger, reserved one.

    >>> ip("8.8.8.8", Draw(b"k")).startswith(("192.0.2.", "198.51.100.", "203.0.113."))
    True
    >>> ip("2600::1", Draw(b"k")).startswith("2001:db8:")
    True
    """
    found = _IP.fullmatch(value)
    try:
        address = ipaddress.ip_address(found["address"]) if found else None
    except ValueError:
        address = None
    if found is None or address is None:
        return reshaped(value, draw, "ip")
    number = int(address)
    moved: ipaddress.IPv4Address | ipaddress.IPv6Address
    if isinstance(address, ipaddress.IPv6Address):
        network: ipaddress.IPv4Network | ipaddress.IPv6Network = _DOCUMENTATION_6
        moved = _DOCUMENTATION_6[draw.below(2**96, "ip6", str(number))]
    elif distinct:
        network = _RESERVED
        moved = _RESERVED[draw.below(_RESERVED.num_addresses - 1, "ip4", str(number))]
    else:
        network = draw.choice(_DOCUMENTATION, "net", str(number))
        moved = network[draw.below(254, "ip4", str(number)) + 1]
    if moved == address:
        moved = network[1] if moved != network[1] else network[2]
    return f"{moved}{found['zone'] or ''}{found['prefix'] or ''}"
