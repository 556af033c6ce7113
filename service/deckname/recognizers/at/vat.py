"""Austrian Umsatzsteuer-Identifikationsnummer (UID): ATU, seven digits and a check digit (Art. 28 UStG 1994).

The check is as the Bundesministerium für Finanzen describes it (doubling in turn, cross sums, 96 minus the sum);
ATU13585627 is the usual sample.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "UID: ATU13585627, ATU 1358 5627; UID-Nr. U13585626; Teil ATU13585626")
['ATU13585627', 'ATU 1358 5627', 'U13585626']
"""

from stdnum.at import uid

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="COMPANY_ID",
        name="Austrian UID",
        shapes=(
            "AAA99999999", "AAA 99999999", "AAA 9999 9999", "AAA-99999999", "AA A99999999", "A99999999",
            "AAA 999 999 99",
        ),
        form=r"(?:AT)?U\d{8}",
        valid=uid.is_valid,
        words=(
            "uid", "uid nr", "uid nummer", "uidnr", "ust id", "ust id nr", "ust idnr", "umsatzsteuer id",
            "umsatzsteuer id nr", "umsatzsteueridentifikation*", "umsatzsteuer identifikationsnummer", "vat",
            "vat number", "vat no", "vat id", "vat reg no", "tva", "iva", "partita iva", "btw", "btw nummer",
        ),
        alone=0.8,
    ),
)  # fmt: skip
