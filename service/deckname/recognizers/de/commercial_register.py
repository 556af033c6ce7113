"""Numbers in German registers: HRA and HRB of companies, GnR, PR and VR of cooperatives, partnerships and societies.

§ 8 HGB, § 13 HRV: the section is part of the number; some courts put letters of a former court behind it.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS[:2], "Amtsgericht Stuttgart, HRB 12345; HRA 98765 B. Vereinsregister VR 1234")
['HRB 12345', 'HRA 98765 B', 'VR 1234']
>>> values(IDENTIFIERS[2:], "HRB-Nr. 54321, Handelsregisternummer: 54321")
['54321', '54321']
>>> values(IDENTIFIERS, "Bauteil VR 1234, Los 54321")
[]
"""

from deckname.identifier import Identifier

_NUMBERS = tuple("9" * length for length in range(2, 7))
_COURT = (
    "amtsgericht", "registergericht", "handelsregister", "handelsregisternummer", "handelsregisternr",
    "handelsregister nr", "registernummer", "register nr", "reg nr", "hrb", "hrb nr", "hra", "hra nr",
    "genossenschaftsregister", "vereinsregister", "vereinsregisternummer", "partnerschaftsregister",
    "commercial register", "trade register", "company register", "registration number", "registre du commerce",
    "registro mercantil", "registro delle imprese", "handelsregister nummer",
)  # fmt: skip

IDENTIFIERS = (
    Identifier(
        type="COMPANY_ID",
        name="German commercial register number",
        shapes=tuple(
            f"AAA{gap}{number}{behind}"
            for gap in (" ", "", "-")
            for number in _NUMBERS
            for behind in ("", " A", "A", " AA")
        ),
        form=r"HR[AB]\d{2,6}[A-Z]{0,2}",
        words=_COURT,
        alone=0.85,
    ),
    Identifier(
        type="COMPANY_ID",
        name="German register number",
        shapes=tuple(
            f"{section}{gap}{number}" for section in ("AA", "AAA") for gap in (" ", "") for number in _NUMBERS
        ),
        form=r"(?:VR|PR|GNR|GSR)\d{2,6}",
        words=_COURT,
        named=0.9,
    ),
    Identifier(
        type="COMPANY_ID",
        name="German commercial register number without its section",
        shapes=_NUMBERS,
        words=("hrb", "hra", "hrb nr", "hra nr", "hrb nummer", "handelsregisternummer", "handelsregisternr"),
        named=0.9,
    ),
)
