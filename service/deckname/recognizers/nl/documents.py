"""Numbers of Dutch passports and identity cards (two letters, six letters or digits, a digit) and of driving licences
(ten digits).

https://www.rvig.nl/documentnummer: the letter O does not occur; SPECI2014 is the specimen's. https://www.rdw.nl:
rijbewijsnummer.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Paspoort XR1001R58, documentnummer: EM0000000; rijbewijs 1234567890; artikel XR1001R58")
['XR1001R58', 'EM0000000', '1234567890']
"""

from deckname.identifier import Identifier

_FORM = r"[A-NP-Z]{2}[A-NP-Z\d]{6}\d"

IDENTIFIERS = (
    Identifier(
        type="PASSPORT",
        name="Dutch passport",
        shapes=("XXXXXXXXX",),
        form=_FORM,
        words=(
            "paspoort", "paspoorten", "paspoortnummer", "paspoort nummer", "paspoortnr", "paspoort nr",
            "nederlands paspoort", "reisdocument", "passport", "passport number", "passport no", "dutch passport",
            "travel document", "reisepass", "niederländischer reisepass", "passeport", "passeport néerlandais",
            "pasaporte", "passaporto",
        ),
        named=0.93,
    ),
    Identifier(
        type="NATIONAL_ID",
        name="Dutch identity card",
        shapes=("XXXXXXXXX",),
        form=_FORM,
        words=(
            "identiteitskaart", "identiteitskaartnummer", "id kaart", "idkaart", "identiteitsbewijs", "documentnummer",
            "document nummer", "documentnr", "legitimatiebewijs", "legitimatie", "legitimatienummer", "nik",
            "identity card", "dutch id card", "id card", "personalausweis", "niederländischer personalausweis",
            "carte d identité",
        ),
        named=0.92,
    ),
    Identifier(
        type="DRIVER_LICENSE",
        name="Dutch rijbewijs",
        shapes=("9999999999",),
        form=r"[1-9]\d{9}",
        words=(
            "rijbewijs", "rijbewijsnummer", "rijbewijs nummer", "rijbewijsnr", "rijbewijs nr", "driving licence",
            "driver license", "drivers license", "driver s license", "dutch driving licence", "führerschein",
            "führerscheinnummer", "permis de conduire",
        ),
        named=0.9,
    ),
)  # fmt: skip
