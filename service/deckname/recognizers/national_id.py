"""Numbers of identity cards and national registers, whatever the country, where the words before call them so.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "national ID number: 850101-1234; identity card no. AB123456; our national idea 123456")
['850101-1234', 'AB123456']
>>> values(RECOGNIZERS, "cédula: GEGF180118, vítima, RG 31.116.716-8, nascida; RG: 4711-0815, Rg 20240115")
['GEGF180118', '31.116.716-8']
"""

from deckname.recognizers.labelled import Labelled

RECOGNIZERS = (
    Labelled(
        type="NATIONAL_ID",
        hints=(
            "citizen",
            "national",
            "identity",
            "identi",
            "id card",
            "id-card",
            "social ins",
            "cédula",
            "cedula",
            "^rg ",
            "^rg:",
            "cidad",
            "identidade",
        ),
        label=r"national[ _\-](?:identification|identity|id)(?!\p{L})(?: card)?|identity (?:card|document)"
        r"|id[ \-]card|citizen(?:ship)?[ _](?:id|card|number|no)"
        r"|identification number"
        r"|carte (?:nationale )?d'identit[eé]|carta d'identità|documento (?:nacional )?de identidad"
        r"|identiteitskaart|social insurance"
        r"|c[ée]dula(?: de (?:ciudadan[ií]a|identidad))?|rg(?=:? \d{1,2}\.\d{3}\.\d{3}-[\dX](?!\d))"
        r"|cart[ãa]o de cidad[ãa]o|bilhete de identidade",
        value=r"(?=(?:[A-Z.\-]{0,5}\d){4})[A-Z\d](?:[A-Z\d]|[.\-/](?=[A-Z\d])| (?=\d{2,})){4,17}",
        score=0.85,
    ),
)
