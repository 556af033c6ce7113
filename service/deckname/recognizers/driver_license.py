"""Numbers of driving licences that are called so.

Each state has its own form; B072RRE2I55 is the specimen of the German licence, the British form is of the DVLA
(https://www.gov.uk/government/publications/driver-licence-number-format): five letters or 9, six digits, two letters
or 9.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "My driver's license number is A123-456-789-0. DVLA no MORGA 753116 SM9IJ")
['A123-456-789-0', 'MORGA 753116 SM9IJ']
>>> values(RECOGNIZERS, "Führerschein-Nr. B072RRE2I55")
['B072RRE2I55']
>>> values(RECOGNIZERS, "driver's license since 2012, Führerscheinklasse B96, driver version 12345678")
[]
>>> values(RECOGNIZERS, "Licencia de conducción: E76618202; Nr. des Führerscheins: N044GYJ3K24")
['E76618202', 'N044GYJ3K24']
"""

from deckname.recognizers.labelled import Labelled

RECOGNIZERS = (
    Labelled(
        type="DRIVER_LICENSE",
        hints=(
            "driv",
            "^dl",
            "dvla",
            "führerschein",
            "fuehrerschein",
            "permis",
            "patente",
            "rijbewijs",
            "conduc",
            "conduç",
            "cnh",
            "licence",
            "license",
            "fahrerlaubnis",
        ),
        label=r"(?:driver'?s?'?|driving|drivers)[ _\-]?licen[cs]e|dvla|cnh(?!\p{L})"
        r"|(?-i:DLN?)(?=[ _.\-]?(?:no|nr|number|#|:"
        r"|[A-Z]?\d{5}))|f(?:ü|ue)hrerschein(?:e?s)?"
        r"|fahrerlaubnis|permis de conduire|patente(?: di guida)?|rijbewijs|(?:permiso|carn[eé]t?|carta"
        r"|licencia) de condu(?:cir|cción|ção)"
        r"|licen[cs]e(?=[ _\-](?:number|no|#)[ .:]{1,3}(?:is )?[A-Z]\d)",
        value=r"[A-Z9]{5} ?\d{3} ?\d{3} ?[A-Z9]{2}\d?[A-Z\d]{2,3}(?: ?\d\d)?"
        r"|[A-Z]\d{3,4} \d{3,4} \d{3,4}(?: \d{1,4})?|\d{3} \d{3} \d{3}"
        r"|(?=(?:[A-Z\-]{0,6}\d){4})(?!(?:19|20)\d\d-\d\d)[A-Z\d](?:[A-Z\d]|[\-*](?=[A-Z\d])){4,18}",
    ),
)
