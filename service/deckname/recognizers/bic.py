"""Codes of banks that are called BIC or SWIFT: ISO 9362, four letters, country, two characters, three of a branch.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "BIC: DEUTDEFF500, Swift code is nwbkgb2l; COBADEFFXXX (BIC)")
['DEUTDEFF500', 'nwbkgb2l', 'COBADEFFXXX']
>>> values(RECOGNIZERS, "BIC: DEUT DE FF 500, SWIFT code is ABNA BE 2A")
['DEUT DE FF 500', 'ABNA BE 2A']
>>> values(RECOGNIZERS, "ABNA BE 2A", context=("bic",))
['ABNA BE 2A']
>>> values(RECOGNIZERS, "BIC MUST BE IN CAPITALS, BIC: only in an hour")
[]
>>> values(RECOGNIZERS, "DEUTDEFF, BIC TRANSFER, SWIFT code missing, DEUTXXFF is no BIC")
[]
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from deckname.findings import Evidence, Findings, Passage, Warning
from deckname.recognizers.labelled import NOTHING, Labelled, windows
from deckname.span import Span

#: ISO 3166-1, and XK for Kosovo (https://www.iso.org/iso-3166-country-codes.html).
_ISO_3166 = """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC
    CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD
    GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH
    KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW
    MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC
    SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY
    UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
"""
COUNTRIES = frozenset(_ISO_3166.split())

_CODE = r"(?P<value>[A-Z]{6}[A-Z\d]{2}(?:[A-Z\d]{3})?)(?![\p{L}\p{N}])"
# In groups, as on letterheads: capitals alone.
_GROUPED = r"(?-i:(?P<value>[A-Z]{4} [A-Z]{2} [A-Z\d]{2}(?: [A-Z\d]{3})?)(?![\p{L}\p{N}]))"
_NAME = (
    r"(?:bic|swift)(?:[ _/\-]{0,3}\(?(?:bic|swift|code|nr|no|number|nummer|adresse|address|id)\b\.?\)?){0,3}"
    r"(?: (?:der|of(?: the)?|de la|della|van de|do) ?(?:bank|banque|banca|banco))?"
)
# In small letters where nothing but a colon stands between; no word of a sentence.
_FORWARD = regex.compile(
    rf"(?<!\p{{L}}){_NAME}(?:{Labelled.link}(?-i:{_CODE})|[\"']? ?[:=] ?[\"']?{_CODE}| (?:is|lautet|ist) {_CODE})",
    regex.IGNORECASE,
)
_BACKWARD = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}])(?-i:{_CODE}) ?\(?(?:is|ist)? ?(?:(?:the|our|der|die) )?(?:bic|swift)(?!\p{{L}})",
    regex.IGNORECASE,
)
_FORWARD_GROUPED = regex.compile(
    rf"(?<!\p{{L}}){_NAME}(?:[\"']? ?[:=] ?[\"']?| (?-i:is|lautet|ist) ){_GROUPED}", regex.IGNORECASE
)
_ALONE = regex.compile(rf"(?<![\p{{L}}\p{{N}}]){_CODE}", regex.IGNORECASE)
_WHOLE_GROUPED = regex.compile(rf"\A\s*{_GROUPED}\s*\Z")
_LABEL = regex.compile(r"(?<!\p{L})(?:bic|swift)(?!\p{L})", regex.IGNORECASE)


def is_bic(value: str) -> bool:
    """Whether eight or eleven characters name a country that exists; words of a language seldom do.

    >>> is_bic("DEUTDEFF"), is_bic("DEUT DE FF"), is_bic("DEUTXXFF"), is_bic("CUSTOMER")
    (True, True, False, False)
    """
    value = value.replace(" ", "")
    return value[4:6].upper() in COUNTRIES and value.upper() not in ("CUSTOMER", "BANKNAME", "DOCUMENT", "PASSWORD")


@dataclass(frozen=True, kw_only=True)
class Bic:
    """Codes next to the words that name them."""

    type: str = "BANK_CODE"
    hints: tuple[str, ...] = ("bic", "swift")
    before: int = 30
    after: int = 90

    def find(self, passages: Sequence[Passage]) -> list[Findings]:
        """Return the codes of each passage; a passage past its deadline brings a warning."""
        return [
            self.find_in(passage, windows(passage.text, self.hints, before=self.before, after=self.after))
            for passage in passages
        ]

    def find_in(self, passage: Passage, ranges: Sequence[tuple[int, int]]) -> Findings:
        """Return the codes in disjoint ranges of a passage."""
        text = passage.text
        patterns = [(pattern, place) for place in ranges for pattern in (_FORWARD, _FORWARD_GROUPED, _BACKWARD)]
        if passage.context and any(_LABEL.search(words) for words in passage.context):
            patterns += [(_ALONE, (0, len(text))), (_WHOLE_GROUPED, (0, len(text)))]
        if not patterns:
            return NOTHING
        if passage.remaining() <= 0:
            return Findings(warnings=(Warning("pattern_timeout", self.type),))
        found = {
            match.span("value")
            for pattern, (start, end) in patterns
            for match in pattern.finditer(text, start, end)
            if is_bic(match["value"])
        }
        return Findings(
            tuple(Evidence(Span(*place, self.type, 0.95, "pattern"), "pattern, context") for place in sorted(found))
        )


RECOGNIZERS = (Bic(),)
