"""Hardware addresses of network devices: EUI-48 (IEEE 802) with colons or dashes, or in Cisco's dotted form.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "00:1B:63:84:45:E6, 00-1b-63-84-45-e6, 001b.6384.45e6")
['00:1B:63:84:45:E6', '00-1b-63-84-45-e6', '001b.6384.45e6']
>>> values(RECOGNIZERS, "00:00:00:00:00:00 ff:ff:ff:ff:ff:ff 12-34-56-78-90-12 1234.5678.9012 00:1B:63:84:45:E6:01")
[]
"""

from __future__ import annotations

from deckname.checksums import bare
from deckname.pattern import Pattern
from deckname.recognizers.labelled import Hinted


def is_mac(value: str) -> bool:
    """Whether a value is the address of one device; without colons digits alone are no address.

    >>> is_mac("00:11:22:33:44:55"), is_mac("00-11-22-33-44-55"), is_mac("ff:ff:ff:ff:ff:ff")
    (True, False, False)
    """
    number = bare(value)
    return len(set(number)) > 1 and (":" in value or not number.isdigit())


RECOGNIZERS = (
    Hinted(
        near=r"[\da-fA-F]{2}[:\-][\da-fA-F]{2}[:\-]|[\da-fA-F]{4}\.[\da-fA-F]{4}\.",
        before=6,
        after=30,
        pattern=Pattern(
            type="MAC_ADDRESS",
            regex=r"(?<![\p{L}\d_:.\-])(?=[0-9a-f]{2}[:\-]"
            r"|[0-9a-f]{4}\.)(?:[0-9a-f]{2}(?P<gap>[:\-])[0-9a-f]{2}(?:(?P=gap)[0-9a-f]{2}){4}"
            r"|[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4})(?![\p{L}\d_]|[:\-.][0-9a-f])",
            score=0.9,
            valid=is_mac,
        ),
    ),
)
