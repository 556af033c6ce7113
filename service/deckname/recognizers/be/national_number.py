"""Belgian national register number (rijksregisternummer, numéro national, NISS/INSZ): birth, serial number, 97 minus
modulo 97.

Arrêté royal of 3 April 1984, https://www.ibz.rrn.fgov.be (IT000); 85.07.30-033.28 is the usual sample. BIS numbers of
those who are not in the register add 20 or 40 to the month. Who was born since 2000 counts with a 2 before the number.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "85.07.30-033.28, INSZ 98472899765, numéro national : 85 07 30 033 29; GSM 85 07 30 033 28")
['85.07.30-033.28', '98472899765', '85 07 30 033 29']
>>> values(IDENTIFIERS, "85073003328, 85073003329, 85.07.30-033.29")
['85073003328']
"""

from stdnum.be import bis, nn

from deckname.identifier import Identifier

_WORDS = (
    "rijksregisternummer", "rijksregister", "rijksregister nr", "rijksregisternr", "rrn", "rr nummer", "insz",
    "insz nummer", "inss", "niss", "numéro niss", "n niss", "numéro national", "numero national", "n national",
    "no national", "numéro de registre national", "registre national", "numéro du registre national",
    "numéro d identification nationale", "nationalnummer", "nationalregisternummer", "nationalregister", "bis nummer",
    "bisnummer", "numéro bis", "numéro nrn", "national number", "national register number", "belgian national number",
    "national registration number", "sis", "belgische nationalnummer", "número nacional belga",
    "social security number",
)  # fmt: skip
_FORM = r"\d\d[0-5]\d[0-3]\d{6}"


def is_national_number(number: str) -> bool:
    """Whether eleven digits are a number of the register or a BIS number.

    >>> is_national_number("85073003328"), is_national_number("98472899765"), is_national_number("85073003329")
    (True, True, False)
    """
    return bool(nn.is_valid(number) or bis.is_valid(number))


IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Belgian national number in groups",
        shapes=(
            "99.99.99-999.99",
            "99.99.99-999-99",
            "99.99.99.999.99",
            "99.99.99 999.99",
            "99.99.99-99999",
            "999999-999-99",
        ),
        form=_FORM,
        valid=is_national_number,
        words=_WORDS,
        alone=0.85,
        named=0.97,
    ),
    Identifier(
        type="NATIONAL_ID",
        name="Belgian national number",
        shapes=("99999999999",),
        form=_FORM,
        valid=is_national_number,
        words=_WORDS,
        alone=0.5,
        named=0.97,
    ),
    Identifier(
        type="NATIONAL_ID",
        name="Belgian national number, loosely grouped",
        shapes=(
            "99 99 99 999 99",
            "999999 999 99",
            "999999 99999",
            "99-99-99-999-99",
            "99/99/99-999.99",
            "99 99 99-999 99",
        ),
        form=_FORM,
        valid=is_national_number,
        words=_WORDS,
        named=0.97,
    ),
)
