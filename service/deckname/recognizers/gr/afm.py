"""ΑΦΜ: nine digits, the last one a check digit modulo 11; with EL before them the VAT number.

Source: https://www.aade.gr (article 11 of law 5104/2024); 094259216 is stdnum's sample.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "ΑΦΜ 094259216, Α.Φ.Μ.: 094259217, AFM 094259216, EL094259216")
['094259216', '094259217', '094259216', 'EL094259216']
>>> values(IDENTIFIERS, "τηλ. 094259216, EL094259217")
[]
"""

from stdnum.gr import vat

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="TAX_ID",
        name="Greek AFM",
        shapes=("999999999", "999 999 999"),
        valid=vat.is_valid,
        words=(
            "αφμ", "α φ μ", "afm", "a f m", "αριθμός φορολογικού μητρώου", "φορολογικού μητρώου", "φορολογικό μητρώο",
            "greek tax number", "greek tax id", "griechische steuernummer", "tax registration number", "tin",
        ),
    ),
    Identifier(
        type="COMPANY_ID",
        name="Greek VAT number",
        shapes=("AA999999999", "AA 999999999", "AA-999999999"),
        form=r"(?:EL|GR)\d{9}",
        valid=vat.is_valid,
        words=("αφμ", "α φ μ", "φπα", "vat", "vat no", "vat number", "ust id*"),
        alone=0.55,
    ),
)  # fmt: skip
