"""Steuerliche Identifikationsnummer: eleven digits, § 139b AO.

One of the first ten digits comes up twice or three times, no other more than once; the last is a check digit (ISO 7064
MOD 11,10), after the Bundeszentralamt für Steuern.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Steuer-ID: 86 095 742 719, IdNr 86095742719, IdNr. 8609574271 9; Rechnung 86095742719")
['86 095 742 719', '86095742719', '8609574271 9']
>>> values(IDENTIFIERS, "Meine steuerliche Identifikationsnummer lautet 86095742718; Telefon 86095742719")
['86095742718']
"""

from __future__ import annotations

from collections import Counter

from deckname.checksums import mod_11_10
from deckname.identifier import Identifier


def is_tax_id(number: str) -> bool:
    """Whether eleven digits can be an Identifikationsnummer.

    >>> is_tax_id("86095742719"), is_tax_id("86095742718"), is_tax_id("01234567890"), is_tax_id("36554266806")
    (True, False, False, False)
    """
    repeated = [count for count in Counter(number[:10]).values() if count > 1]
    return number[0] != "0" and repeated in ([2], [3]) and mod_11_10(number)


IDENTIFIERS = (
    Identifier(
        type="TAX_ID",
        name="German Steuer-ID",
        shapes=("99999999999", "99 999 999 999", "999 9999 9999", "99.999.999.999", "99-999-999-999", "99/999/999/999",
                "9999999999 9"),
        valid=is_tax_id,
        words=(
            "steuer id", "steuer id nr", "steuer idnr", "steuer id nummer", "steuer idnummer", "steuerid*",
            "steueridentifikation*", "steuer identifikationsnummer", "steuer identifikationsnr", "steueridnr",
            "steuerliche identifikationsnummer", "steuerlichen identifikationsnummer", "steuerliche id",
            "identifikationsnummer", "persönliche identifikationsnummer", "idnr", "id nr", "st id", "st id nr", "stid",
            "steuer", "steuernummer", "tin", "tax id", "tax identification", "tax identification number", "tax number",
            "german tax id", "taxpayer id", "identifiant fiscal allemand", "numéro fiscal",
            "número de identificación fiscal", "codice fiscale tedesco", "fiscaal nummer",
        ),
        named=0.97,
        failed=0.7,
    ),
)  # fmt: skip
