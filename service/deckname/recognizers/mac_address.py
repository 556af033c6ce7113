"""Hardware addresses of network devices: EUI-48 and EUI-64 (IEEE 802) with colons or dashes, or in Cisco's dotted form.

Twelve or sixteen digits without separators, or with spaces, are an address where words call them one. The broadcast
address is nobody's.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "00:1B:63:84:45:E6, 00-1b-63-84-45-e6, 001b.6384.45e6")
['00:1B:63:84:45:E6', '00-1b-63-84-45-e6', '001b.6384.45e6']
>>> values(RECOGNIZERS, "00:00:00:00:00:00 ff:ff:ff:ff:ff:ff 12-34-56-78-90-12 1234.5678.9012 00:1B:63:84:45:E6:01")
[]
>>> values(RECOGNIZERS, "00:1B:63:FF:FE:84:45:E6, 02-00-5E-10-00-00-00-AB, 021b.63ff.fe84.45e6, 00:11:22:33:44:55:66")
['00:1B:63:FF:FE:84:45:E6', '02-00-5E-10-00-00-00-AB', '021b.63ff.fe84.45e6']
>>> values(IDENTIFIERS, "MAC: 001B638445E6; 001B638445E7, EUI: 02 1B 63 FF FE 84 45 E6")
['001B638445E6', '001B638445E7', '02 1B 63 FF FE 84 45 E6']
>>> values(IDENTIFIERS, "commit 001B638445E6")
[]
"""

from __future__ import annotations

import re

from deckname.checksums import bare
from deckname.findings import Passage
from deckname.identifier import Identifier
from deckname.recognizers.candidates import Candidates, Found

#: The shortest way to write an EUI-64.
LONGER = 19

_BEFORE = re.compile(r"(?<![^\W_])(?<![_:.\-])[0-9A-Fa-f]{2,4}\Z")
_REST = {
    ":": re.compile(r"(?::[0-9A-Fa-f]{2}){5}(?:(?::[0-9A-Fa-f]{2}){2})?(?!\w|[:\-.][0-9A-Fa-f])"),
    "-": re.compile(r"(?:-[0-9A-Fa-f]{2}){5}(?:(?:-[0-9A-Fa-f]{2}){2})?(?!\w|[:\-.][0-9A-Fa-f])"),
    ".": re.compile(r"(?:\.[0-9A-Fa-f]{4}){2,3}(?!\w|[:\-.][0-9A-Fa-f])"),
}


def is_mac(value: str) -> bool:
    """Whether a value is the address of one device; without colons digits alone are no address.

    >>> is_mac("00:11:22:33:44:55"), is_mac("00-11-22-33-44-55"), is_mac("ff:ff:ff:ff:ff:ff")
    (True, False, False)
    """
    number = bare(value)
    return len(set(number)) > 1 and (":" in value or not number.isdigit())


def _look(passage: Passage, match: re.Match[str]) -> Found | None:
    text, at = passage.text, match.start()
    before = _BEFORE.search(text, max(0, at - 5), at)
    rest = _REST[text[at]].match(text, at)
    if not before or not rest or at - before.start() != (4 if text[at] == "." else 2):
        return None
    if not is_mac(text[before.start() : rest.end()]):
        return None
    # Eight pairs may be any eight bytes.
    return before.start(), rest.end(), 0.9 if rest.end() - before.start() < LONGER else 0.6, "pattern, check"


RECOGNIZERS = tuple(
    Candidates(type="MAC_ADDRESS", near=near, look=_look)
    for near in (
        r":[0-9A-Fa-f]{2}:[0-9A-Fa-f]{2}:[0-9A-Fa-f]{2}:",
        r"-[0-9A-Fa-f]{2}-[0-9A-Fa-f]{2}-[0-9A-Fa-f]{2}-",
        r"\.[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}",
    )
)

IDENTIFIERS = (
    Identifier(
        type="MAC_ADDRESS",
        name="MAC address without colons",
        shapes=(
            "XXXXXXXXXXXX", "XX XX XX XX XX XX", "XXXXXX-XXXXXX", "XX XX XX XX XX XX XX XX", "XXXXXXXXXXXXXXXX",
        ),
        form=r"[0-9A-F]{12}(?:[0-9A-F]{4})?",
        valid=lambda value: len(set(value)) > 1,
        words=(
            "mac", "mac address", "mac addr", "mac adresse", "mac adres", "macaddr", "macaddress", "hwaddr", "wlan mac",
            "wifi mac", "wi fi mac", "ethernet address", "ethernet id", "hardware address", "hardwareadresse",
            "physical address", "physikalische adresse", "physische adresse", "adresse mac", "adresse physique",
            "dirección mac", "direccion mac", "dirección física", "indirizzo mac", "indirizzo fisico", "endereço mac",
            "endereco mac", "bssid", "eui", "bluetooth address", "bluetooth mac", "bluetooth adresse",
        ),
        named=0.9,
    ),
)  # fmt: skip
