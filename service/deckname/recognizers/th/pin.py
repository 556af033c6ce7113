"""เลขประจำตัวประชาชน: thirteen digits, grouped 1-4-5-2-1, the last one a check digit modulo 11. Companies begin with 0.

Source: https://www.bora.dopa.go.th, and for companies (เลขทะเบียนนิติบุคคล, which is their tax number, too)
https://www.dbd.go.th; 3-1006-00445-63-5 and 0-99-4-000-61772-1 are stdnum's samples. One number in 12 passes; nothing
else has such groups.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "3-1006-00445-63-5; เลขประจำตัวประชาชน 3100600445635, Thai ID: 3 1006 00445 63 6")
['3-1006-00445-63-5', '3100600445635', '3 1006 00445 63 6']
>>> values(IDENTIFIERS, "เลขทะเบียนนิติบุคคล 0105536112014, Thai tax ID: 0-99-4-000-61772-1")
['0105536112014', '0-99-4-000-61772-1']
>>> values(IDENTIFIERS, "3-1006-00445-63-6; 3100600445635, 9-1006-00445-63-5")
[]
"""

from dataclasses import replace

from stdnum.th import moa, pin

from deckname.identifier import Identifier

# Vowel signs above a letter end a word: "บัตรประชาชน" is "บ" and "ตรประชาชน", "เสียภาษี" is "เส" and "ยภาษ".
_ANY = Identifier(
    type="NATIONAL_ID",
    name="Thai identity number",
    shapes=("9999999999999", "9 9999 99999 99 9"),
    form=r"[1-8]\d{12}",
    valid=pin.is_valid,
    words=(
        "*ประชาชน*", "*เลขประจำต*", "thai id", "thai id card", "thai national id", "thai identity card", "tnin",
        "thai identification number", "thailändische ausweisnummer", "national id", "citizen id", "id card",
        "identification number",
    ),
    named=0.97,
)  # fmt: skip

IDENTIFIERS = (
    _ANY,
    replace(_ANY, shapes=("9-9999-99999-99-9",), alone=0.55),
    Identifier(
        type="COMPANY_ID",
        name="Thai company number",
        shapes=("9999999999999", "9-99-9-999-99999-9", "9 99 9 999 99999 9", "9-9999-99999-99-9"),
        form=r"0\d{12}",
        valid=moa.is_valid,
        words=(
            "เลขทะเบ ยนน ต บ คคล", "*เลขประจำต*", "*ยภาษ*", "thai company number", "thai tax id", "tax id",
            "thai company registration number", "tax identification number",
        ),
    ),
)  # fmt: skip
