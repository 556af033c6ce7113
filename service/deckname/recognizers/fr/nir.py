"""NIR of France ("numéro de sécurité sociale"): sex, year, month, department, commune, order, key modulo 97.

After https://www.insee.fr/fr/metadonnees/definition/c1409; Corsica is 2A or 2B. Provisional numbers begin with 3, 4, 7
or 8; the key is often left out.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS[:2], "NIR : 2 95 10 99 126 111 93, 295109912611193")
['2 95 10 99 126 111 93', '295109912611193']
>>> values(IDENTIFIERS, "295109912611194")
[]
>>> values(IDENTIFIERS, "Sécurité sociale 253072B07300470, sécu : 2 95 10 99 126 111; carte vitale 295109912611194")
['253072B07300470', '2 95 10 99 126 111', '295109912611194']
"""

from stdnum.fr import nir

from deckname.identifier import Identifier

_WORDS = (
    "nir", "numéro de sécurité sociale", "numero de securite sociale", "no de sécurité sociale",
    "n de sécurité sociale", "sécurité sociale", "securite sociale", "sécu", "secu", "numéro de sécu", "n sécu",
    "num sécu", "nss", "n ss", "num secu", "numéro ss", "no ss", "numéro insee", "code insee", "insee",
    "immatriculation", "numéro d immatriculation", "carte vitale", "assuré social", "numéro d assuré", "n assuré",
    "assurance maladie", "numéro d assurance maladie", "cpam", "numéro d inscription au répertoire",
    "matricule ins", "social security number", "french social security", "social security no",
    "sozialversicherungsnummer", "französische sozialversicherungsnummer", "número de seguridad social",
    "numero di previdenza sociale",
)  # fmt: skip
_BORN = r"\d\d(?:0[1-9]|1[0-2]|[2-9]\d)(?:\d\d|2[AB])\d{6}"


def _shapes(department: str) -> tuple[str, ...]:
    """Return the ways to write a number with its key."""
    groups = ("9", "99", "99", department, "999", "999")
    return (
        *(f"{''.join(groups)}{gap}99" for gap in ("", " ", "-")),
        *(f"{gap.join(groups)}{gap}99" for gap in " .-"),
        f"{' '.join(groups)}-99",
        f"{' '.join(groups)} / 99",
        f"9 99 99 {department} 999999 99",
    )


IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="French NIR",
        shapes=_shapes("99") + _shapes("9A"),
        form=rf"[12]{_BORN}\d\d",
        valid=nir.is_valid,
        words=_WORDS,
        alone=0.7,
        named=0.97,
    ),
    Identifier(
        type="NATIONAL_ID",
        name="French provisional NIR",
        shapes=_shapes("99"),
        form=rf"[3478]{_BORN}\d\d",
        valid=nir.is_valid,
        words=_WORDS,
    ),
    Identifier(
        type="NATIONAL_ID",
        name="French NIR without its key",
        shapes=("9999999999999", "9 99 99 99 999 999", "999999A999999", "9 99 99 9A 999 999"),
        form=rf"[1-478]{_BORN}",
        words=_WORDS,
        named=0.9,
    ),
)
