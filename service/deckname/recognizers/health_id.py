"""Medical record, patient and insurance numbers without a form of their own, where the words before call them so.

Numbers with a form are in the modules of their countries (``gb/nhs.py``, ``de/health_insurance.py`` and others).

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "Versichertennummer A123456780, MRN 00123456, Patienten-ID: P-4711")
['A123456780', '00123456', 'P-4711']
>>> values(RECOGNIZERS, "MRN pending, patient 4")
[]
"""

from deckname.recognizers.labelled import Labelled

RECOGNIZERS = (
    Labelled(
        type="HEALTH_ID",
        hints=(
            "^mrn", "^uhid", "^pat.", "^pat-", "^patient", "^falln", "^fall n", "^fall-n", "^falli", "^fall i",
            "^fall-i", "^health", "^medical", "^medicare", "^medicaid", "^krankenvers", "^krankenkassen", 
            "^versicherten", "^kvnr", "^kv-n", "^hospital",
        ),
        label=r"mrn|uhid|pat\.?(?=-?id|-?nr)|medical[ _\-]record|(?:patient|hospital)(?:en)?(?=[ _\-]{0,2}(?:id"
        r"|no|nr|number|nummer|#))|fall(?=[ \-]?(?:nummer|nr|id))"
        r"|health (?:insurance|plan|card)|medicare|medicaid|krankenversicherten|krankenversicherung"
        r"|krankenkassen|versicherten(?=[ \-]?(?:nummer|nr))|kvnr|kv(?=-nr)",
        value=(
            r"(?=[A-Z\-]{0,6}\d)[A-Z\d](?:[A-Z\d]|[\-/](?=[A-Z\d])| (?=\d{3,})){3,16}"
            r"|[A-Z] ?\d{3} ?\d{3} ?\d{3}|\d{3} \d{3} \d{3,4}"
        ),
        score=0.85,
    ),
)  # fmt: skip
