"""Numbers for value added tax, whatever the country, where the words before call them so.

In the European Union they begin with the country (Article 215 of Directive 2006/112/EC); what follows, and what other
countries use, has five digits or more. The countries' own modules check what they know.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "VAT no. CY10259033P, VAT reg. number: 300000000000003; Numéro de TVA : FR 83 404 833 048")
['CY10259033P', '300000000000003', 'FR 83 404 833 048']
>>> values(RECOGNIZERS, "BTW-nummer NL004495445B01, partita IVA: 00743110157, USt-IdNr.: ATU13585627")
['NL004495445B01', '00743110157', 'ATU13585627']
>>> values(RECOGNIZERS, "VAT 1234567, VAT no longer 12345678, VAT number 12.345,00 and VAT id 2024")
[]
"""

from deckname.recognizers.labelled import Labelled

RECOGNIZERS = (
    Labelled(
        type="COMPANY_ID",
        hints=(
            "^vat", "^ust", "^umsatzsteuer", "^mwst", "^mehrwertsteuer", "^tva", "^btw", "^iva", "partitaiva", "^gst",
            "^moms",
        ),
        label=r"(?:vat|ust|umsatzsteuer|mwst|mehrwertsteuer|tva|btw|iva|gst|moms)"
        r"(?:[ _.\-]{0,2}(?:registrations?|reg|identifications?|ident))?"
        r"(?=[ _.\-]{0,2}(?:numbers?|nummer|nr|num|no\.|no:|no(?= [A-Z\d])|id|idnr|ident|n°)(?!\p{L}))"
        r"|(?:numéro|n°|num) (?:de )?tva|(?:numero|número|n°) (?:de )?iva|(?:partita|p\.) ?iva",
        number=r"(?:[ _.\-]{0,2}(?:numbers?|nummer|num|nr|no|idnr|ident|id|n°)(?!\p{L})\.?){0,2}",
        value=r"(?=(?:[A-Z]{0,5}[ .\-]?\d){5})[A-Z\d](?:[A-Z\d]|[.\-](?=[A-Z\d])| (?=[A-Z]{0,3}\d)){4,23}(?!,\d)",
        score=0.8,
    ),
)  # fmt: skip
