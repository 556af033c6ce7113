"""NIK: district, subdistrict, birth date (40 added to a woman's day) and four digits; no check digit.

Source: Indonesian law 24/2013 (Administrasi Kependudukan), art. 13; 3171011708450001 is stdnum's sample. One number in
270 passes, and cards have sixteen digits too: without a word that names it, it is nothing.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "NIK: 3171011708450001, No. KTP 3171 0117 0845 0001, nomor induk kependudukan 3100011708450001")
['3171011708450001', '3171 0117 0845 0001', '3100011708450001']
>>> values(IDENTIFIERS, "kartu 3171011708450001, NIK 3171013213450001")
[]
"""

from stdnum.id import nik

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Indonesian NIK",
        shapes=(
            "9999999999999999", "9999 9999 9999 9999", "9999-9999-9999-9999", "999999 999999 9999",
            "999999-999999-9999",
        ),
        form=r"[1-9]\d{5}(?:0[1-9]|[1256]\d|[37][01]|4[1-9])(?:0[1-9]|1[0-2])\d{6}",
        valid=nik.is_valid,
        words=(
            "nik", "no nik", "nomor induk kependudukan", "induk kependudukan", "ktp", "no ktp", "e ktp", "ektp",
            "nomor ktp", "kartu tanda penduduk", "no kk", "kartu keluarga", "indonesian id", "indonesian national id",
            "indonesian identity number", "indonesische ausweisnummer",
        ),
        named=0.97,
    ),
)  # fmt: skip
