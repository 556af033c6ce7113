"""Belgian company and VAT numbers: ten digits, the last two 97 minus the rest of the others by 97.

https://kbopub.economie.fgov.be (ondernemingsnummer, numéro d'entreprise); BE 0403.019.261 is the usual sample. Nine
digits until 2005, without the 0 at the beginning.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS[:1], "BTW BE 0403.019.261, BE0403019261, TVA BE0403019262, BE 428759497; lot BE0403019262")
['BE 0403.019.261', 'BE0403019261', 'BE0403019262', 'BE 428759497']
>>> values(IDENTIFIERS[1:], "KBO 0403.019.262, numéro d'entreprise : 0403019261; lot 0403019261")
['0403.019.262', '0403019261']
"""

from stdnum.be import vat

from deckname.identifier import Identifier

_WORDS = (
    "btw", "btw nummer", "btw nr", "btwnummer", "tva", "n tva", "numéro de tva", "numéro tva", "no tva",
    "ondernemingsnummer", "ondernemingsnr", "kbo", "kbo nummer", "bce", "numéro bce", "numéro d entreprise",
    "n d entreprise", "n entreprise", "rpr", "rpm", "unternehmensnummer", "mwst nr", "mehrwertsteuernummer", "vat",
    "vat number", "vat no", "vat id", "enterprise number", "company number", "ust id", "ust id nr", "iva",
    "partita iva",
)  # fmt: skip

IDENTIFIERS = (
    Identifier(
        type="COMPANY_ID",
        name="Belgian VAT number",
        shapes=(
            "AA9999999999", "AA 9999999999", "AA 9999.999.999", "AA9999.999.999", "AA 9999 999 999", "AA-9999.999.999",
            "AA999999999", "AA 999999999", "AA 999.999.999", "AA 999 999 999", "AA-9999-999-999", "AA.9999.999.999",
        ),
        form=r"BE[01]?\d{9}",
        valid=vat.is_valid,
        words=_WORDS,
        alone=0.85,
    ),
    Identifier(
        type="COMPANY_ID",
        name="Belgian company number in groups",
        shapes=("9999.999.999",),
        form=r"[01]\d{9}",
        valid=vat.is_valid,
        words=_WORDS,
        alone=0.5,
    ),
    Identifier(
        type="COMPANY_ID",
        name="Belgian company number",
        shapes=("9999999999", "9999 999 999", "9999-999-999"),
        form=r"[01]\d{9}",
        valid=vat.is_valid,
        words=_WORDS,
    ),
)  # fmt: skip
