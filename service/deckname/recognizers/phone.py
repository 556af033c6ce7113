"""Telephone numbers, checked by libphonenumber's metadata (ITU-T E.164 numbering plans).

A number in international form counts where it is valid. A number in national form counts where it is written as
numbers are printed and valid in one of REGIONS. Anything else, digits without separators and invented numbers
(555-0100) included, counts only with words around it that say so, and not if words say "order" or "invoice".

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "My phone number is (555) 123-4567, mobil +49 171 1234567, Tel. 0711/1234567 or 020 7946 0958.")
['(555) 123-4567', '+49 171 1234567', '0711/1234567', '020 7946 0958']
>>> values(RECOGNIZERS, "Call 02079460958 ext. 12")
['02079460958 ext. 12']
>>> values(RECOGNIZERS, "01.02.2024, 2024-01-05 12:30:45, 978-3-16-148410-0, order 0211 4455667, 2079460958")
[]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import phonenumbers
import regex

from deckname.findings import Evidence, Findings, Passage, Warning
from deckname.pattern import TIMEOUT, is_named
from deckname.recognizers.labelled import around, windows
from deckname.span import Span

REGIONS = ("US", "DE", "GB", "FR", "IT", "NL", "AT", "CH", "ES")

_LABELS = (
    "tel", "tel.", "telefon", "telefonnummer*", "telefonnr", "telefon-nr", "phone*", "telephone*", "call",
    "calls", "calling", "called", "callback*", "fax*", "telefax*", "mobile*", "mob", "ddi", "direct line",
    "rings", "cell", "cellphone*", "handy*", "mobil", "mobilnummer*", "mobiltelefon*", "rückruf*", "rufnummer*",
    "durchwahl", "erreich*", "ring", "dial*", "text me", "text us", "text him", "text her", "text them",
    "text to", "whatsapp", "sms", "anruf*", "anrufen", "ruf", "rufen", "hotline", "landline", "festnetz*",
    "tél*", "téléphone*", "portable", "appel*", "teléfono*", "telefono", "móvil*", "movil*", "llam*",
    "cellulare", "chiam*", "telefoon*", "mobiel*", "bel", "bellen", "gsm", "contact number", "contact no",
    "work number", "home number", "nummer is", "privat", "dienstlich", "natel", "pager", "desk", "hörer", "phn",
    "ph",
)  # fmt: skip
_HINTS = (
    "tel", "phone", "call", "fax", "mob", "cell", "hand", "ruf", "durchwahl", "erreich", "ring", "dial", "text",
    "whatsapp", "sms", "hotline", "landline", "festnetz", "tél", "portable", "appel", "móvil", "llam", "chiam",
    "bel", "gsm", "signal", "number", "nummer", "privat", "dienstlich", "natel", "pager", "desk", "ddi",
    "direct", "ext", "ph", "t:", "m:", "f:", "p:",
)  # fmt: skip
_LETTER = regex.compile(r"(?<![\p{L}\d])[TMFPHC](?:\.:?|:) ?\(?$", regex.V1)
# The last such word before the number wins over a telephone further away.
_OTHER = regex.compile(
    r"(?<!\p{L})(?:order|bestell|vorgang|booking|buchung|uhid|pan|ppsn|p/n|auftrag|rechnung|invoice|ticket|ref"
    r"|isbn|issn|ean|customer|kunden|account|konto|kto|blz|article|artikel|part|model|tracking|"
    r"sendung|case|version|nhs|ssn|iban|bic|steuer|tax|ust|vat|policy|police|member|mitglied|passport|pass"
    r"|serial|serien|transaction|imei|"
    r"transaktion|employee|personal(?!e)|patient|mrn|zip|plz|sort code|timestamp|doi|orcid|insurance|licen[cs]e"
    r"|cups|siret|siren|eur|usd|id|"
    r"aktenzeichen|social|national)\p{L}*[^\n\p{L}\d]{0,3}(?:(?:no|nr|number|nummer|num|id|code|is|ist|lautet"
    r"|security)?[^\n\p{L}\d]{1,3}){0,3}\(?$",
    regex.IGNORECASE | regex.V1,
)

_EXTENSION = (
    r"(?P<ext>,? ?\(?(?<!\p{L})(?:ext(?:ension|n)?\.?:?|x|durchwahl:?|dw\.?|app(?:arat)?\.?|poste|int\.?"
    r"|nebenstelle|#) ?\d{1,6}(?!\d)\)?)?"
)
_EDGE = r"(?=[+(\d])(?<![\p{L}\d_+=#@%&/])(?<!\d[.,:\-/])(?<![$€£] ?)"
_MORE = r"(?: ?[/.\-] ?| {1,2}| ?[()] ?| ?\( ?0 ?\) ?)?"
_INTERNATIONAL = rf"(?:\(?\+ ?|(?<!\d )00 ?)(?P<country>[1-9])(?:{_MORE}\d){{6,14}}"
_AMERICAN = r"(?:1[ .\-])?(?:\(\d{3}\) ?\d{3}[ .\-]\d{4}|\d{3}(?P<gap>[ .\-])\d{3}(?P=gap)\d{4})"
_TRUNK = r"(?:\(0\d{1,5}\)[ /\-]{0,3}|0\d{1,5}(?:(?: ?/ ?| ?- ?| {1,2}|\.)))\d{1,4}(?:[ .\-]?\d{1,4}){1,4}"
#: What any number that is written as numbers are printed begins with, cheaply told.
_CANDIDATE = r"(?:\+ ?\d|\d)[\d ()./\-]{6}"
_WRITTEN = regex.compile(
    rf"{_EDGE}(?:(?P<international>{_INTERNATIONAL})|(?P<american>{_AMERICAN})"
    rf"|(?<!\d )(?P<trunk>{_TRUNK}))(?![\p{{L}}_]|-\p{{L}}|[./:,]?\d|%){_EXTENSION}",
    regex.IGNORECASE | regex.V1,
)
_LOOSE = regex.compile(
    rf"(?=[+(\d])(?<![\p{{L}}\d_#@%=])(?<!\d[.,:/])(?P<loose>(?:\+|\()?\d(?:{_MORE}\d){{5,14}})(?![\p{{L}}_]"
    rf"|-\p{{L}}|[.:,\-/]?\d|%){_EXTENSION}",
    regex.IGNORECASE | regex.V1,
)
_NO_NUMBER = regex.compile(
    r"\d{1,2} ?[./\-] ?\d{1,2} ?[./\-] ?(?:19|20)?\d\d(?!\d)(?:$|[ .]\d{1,2}$)?|(?:19"
    r"|20)\d\d([./\-])\d\d?\1\d\d?|(?:19|20)\d{2} ?- ?(?:19|20)\d{2}$"
    r"|\d{1,3}(?:\.\d{1,3}){3}$|97[89][ \-]?\d|\d{3}-\d\d-\d{4}$|\d{6}-\d{4}$",
    regex.V1,
)
#: The end of the last sentence before a number, and no abbreviation such as "Tel." or "no.".
_SENTENCE_END = regex.compile(r"(?r)\p{L}{5,}[.!?]\s", regex.V1)
_SPECIAL = regex.compile(r"(\d)\1+$|0?1234567890?$|0{3}")


class Phone:
    """Telephone numbers in text."""

    type = "PHONE_NUMBER"

    def find(self, passages: Sequence[Passage]) -> list[Findings]:
        """Return the telephone numbers of each passage; a passage that takes too long brings a warning instead."""
        return [self._find(passage) for passage in passages]

    def _find(self, passage: Passage) -> Findings:
        budget = min(TIMEOUT, passage.remaining())
        found: dict[int, Evidence] = {}
        try:
            for match in _matches(passage, budget):
                evidence = _weigh(passage, match)
                if evidence is None:
                    continue
                best = found.setdefault(evidence.span.start, evidence)
                if (len(evidence.span), evidence.span.score) > (len(best.span), best.span.score):
                    found[evidence.span.start] = evidence
                if passage.remaining() <= 0:
                    raise TimeoutError
        except TimeoutError:
            return Findings(warnings=(Warning("pattern_timeout", self.type),))
        return Findings(tuple(found.values()))


def _matches(passage: Passage, budget: float) -> Iterator[regex.Match[str]]:
    if budget <= 0:
        raise TimeoutError
    for start, end in around(passage.text, _CANDIDATE, before=3, after=30):
        yield from list(_WRITTEN.finditer(passage.text, start, end, timeout=budget))
    if passage.context and is_named(Passage("", passage.context), 0, 0, _LABELS):
        near = [(0, len(passage.text))]
    else:
        near = windows(passage.text, _HINTS, before=50, after=50)
    for start, end in near:
        # Not beyond the window, but never with a number cut in two.
        yield from list(_LOOSE.finditer(passage.text, start, min(len(passage.text), end + 30), timeout=budget))


def _weigh(passage: Passage, match: regex.Match[str]) -> Evidence | None:
    text = passage.text
    start, end = match.span()
    body_end = match.start("ext") if match["ext"] else end
    body = text[start:body_end]
    digits = "".join(filter(str.isdigit, body))
    if _NO_NUMBER.match(body) or not 6 <= len(digits) <= 17:
        return None
    if text[start] == "(" and body.count("(") > body.count(")"):
        start += 1
        body = body[1:]
    before = text[max(0, start - 40) : start]
    before = before[before.rfind("\n\n") + 1 :]
    sentence = _SENTENCE_END.search(before)
    if sentence:
        before = before[sentence.end() :]
    if _OTHER.search(before):
        return None
    named = (
        bool(match["ext"])
        or bool(_LETTER.search(before))
        or is_named(
            Passage(before + "0" + text[end : end + 14], passage.context), len(before), len(before) + 1, _LABELS
        )
    )
    score = _score(match, body, digits, named)
    if not score:
        return None
    return Evidence(
        Span(start, end, "PHONE_NUMBER", score, "pattern"), "pattern, check, context" if named else "pattern, check"
    )


def _score(match: regex.Match[str], body: str, digits: str, named: bool) -> float:
    """How sure a number is, by form, numbering plan and the words around it."""
    groups = match.groupdict()
    if groups.get("international") or body.startswith("+"):
        number = _parsed(body, None) if body.lstrip("(").startswith("+") else _parsed("+" + body.lstrip()[2:], None)
        valid = number is not None and phonenumbers.is_valid_number(number)
        if valid:
            plus = "+" in body[:2]
            return 0.95 if named else 0.9 if plus else 0.6 if not body.isdigit() or body[2] == "4" else 0.4
        possible = number is not None and phonenumbers.is_possible_number(number)
        return (0.85 if named else 0.6 if "+" in body[:2] and not body[1:].isdigit() else 0.0) if possible else 0.0
    if groups.get("american"):
        if named:
            return 0.95
        if not _SPECIAL.match(digits) and ("-" in body or _is_valid(body, ("US", "IT"))):
            return 0.6
        return 0.0
    if groups.get("trunk"):
        if named:
            return 0.95 if 7 <= len(digits) <= 13 else 0.0
        # Five and four digits are an American postcode, too.
        if len(digits) == 9 and body[-5:-4] == "-":
            return 0.0
        return 0.6 if 9 <= len(digits) <= 13 and _is_valid(body, REGIONS[1:]) else 0.0
    if not named:
        return 0.0
    return 0.8 if 7 <= len(digits) <= 13 else 0.5 if len(digits) == 6 and not body.isdigit() else 0.0


def _is_valid(body: str, regions: Sequence[str]) -> bool:
    for region in regions:
        number = _parsed(body, region)
        if number is not None and phonenumbers.is_valid_number_for_region(number, region):
            return True
    return False


def _parsed(body: str, region: str | None) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(body, region)
    except phonenumbers.NumberParseException:
        return None


RECOGNIZERS = (Phone(),)
