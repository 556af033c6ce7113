"""CNIC of Pakistan: five digits for the place (the first 1 to 7), seven, and one for the sex; no check digit.

Source: https://www.nadra.gov.pk/identity/identity-cnic/; 34201-0891231-8 is stdnum's sample.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "CNIC 34201-0891231-8, CNIC 3420108912318, شناختی کارڈ: 34201-0891231-0, NICOP 42201-0397640-8")
['34201-0891231-8', '3420108912318', '34201-0891231-0', '42201-0397640-8']
>>> values(IDENTIFIERS, "part 34201-0891231-8, CNIC 94201-0891231-8")
[]
"""

from stdnum.pk import cnic

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Pakistani CNIC",
        shapes=("99999-9999999-9", "9999999999999", "99999 9999999 9"),
        form=r"[1-7]\d{12}",
        valid=cnic.is_valid,
        words=(
            "cnic", "cnic no", "snic", "nicop", "nic no", "nic", "nadra", "شناختی کارڈ", "قومی شناختی کارڈ", "شناختی",
            "computerised national identity card", "computerized national identity card", "national identity card",
            "pakistani id", "pakistani national id", "national id",
        ),
    ),
)  # fmt: skip
