"""מספר זהות (Teudat Zehut): up to nine digits, the last one a Luhn digit; ח"פ of companies: nine, from 50 on.

Source: Israeli population registry law (חוק מרשם האוכלוסין), section 17; 3933742-3 is stdnum's sample.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, 'ת"ז 039337423, ת.ז. 039337424, תעודת זהות: 3933742-3, Israeli ID 39337423, ח.פ. 516179157')
['039337423', '039337424', '3933742-3', '39337423', '516179157']
>>> values(IDENTIFIERS, "הזמנה 039337423, tel. 516179157")
[]
"""

from stdnum.il import hp, idnr

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Israeli identity number",
        shapes=("999999999", "99999999", "99999999-9", "9999999-9"),
        valid=idnr.is_valid,
        # With gershayim between its letters a name is looked for as it stands, and read as "ת ז".
        words=(
            "ת ז", 'ת"ז', "ת״ז", "תז", "תעודת זהות", "מספר זהות", "מס זהות", "מספר ת ז", "זהות", "teudat zehut",
            "mispar zehut", "tz", "t z", "israeli id", "israeli id number", "israeli identity number",
            "israeli national id", "israelische ausweisnummer", "رقم الهوية",
        ),
    ),
    Identifier(
        type="COMPANY_ID",
        name="Israeli company number",
        shapes=("999999999", "99-999999-9"),
        form=r"5\d{8}",
        valid=hp.is_valid,
        words=("ח פ", 'ח"פ', "ח״פ", "חפ", "מספר חברה", "עוסק מורשה", "ע מ", "israeli company number", "hp number"),
    ),
)  # fmt: skip
