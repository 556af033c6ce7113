"""Places on earth: pairs of decimal degrees with four decimals or more, degrees with minutes, geo: URIs.

Latitude within 90 degrees and longitude within 180 (ISO 6709); geo: after RFC 5870. A number of a list of numbers is
none, nor are two shares of one, unless words name them. Right behind a word for a place on earth fewer decimals do.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "48.8566, 2.3522 or 40.7128° N, 74.0060° W; geo:37.786971,-122.399677;u=35; +40.6894-074.0447")
['48.8566, 2.3522', '40.7128° N, 74.0060° W', 'geo:37.786971,-122.399677;u=35', '+40.6894-074.0447']
>>> values(RECOGNIZERS, '''48°51'24"N 2°21'03"E, N 48° 51.396' E 2° 21.132', {"lat": 48.85661, "lng": 2.35222}''')
['48°51\\'24"N 2°21\\'03"E', "N 48° 51.396' E 2° 21.132'", '48.85661', '2.35222']
>>> values(RECOGNIZERS, "GPS: (-71, -146); Koordinaten 52.5, 13.4, lat/long +90,-180; GPS 95, 185; coordinates (3, 4)")
['-71, -146', '52.5, 13.4', '+90,-180']
>>> values(RECOGNIZERS, "0.1234, 0.5678; 1.2345, 6.7891, 2.3456; 95.1234, 185.1234; p = 0.0123; 25 °C, n° 12, 3.1415")
[]
"""

from __future__ import annotations

import re

from deckname.findings import Passage
from deckname.pattern import is_named
from deckname.recognizers.candidates import Candidates, Found
from deckname.recognizers.labelled import Labelled

_WORDS = (
    "lat", "latitude*", "latitud*", "lon", "long", "lng", "longitud*", "latlng", "latlon", "gps*", "coord*",
    "koordinat*", "coordonn*", "*koordinaten", "standort*", "position*", "location*", "localisation", "geo*", "map",
    "maps", "breitengrad*", "längengrad*", "ubicación", "posizione", "locatie", "localização", "point", "wgs*", "where",
)  # fmt: skip
_NUMBER = r"[+\-]?[0-9]{1,3}[.,][0-9]{4,15}(?![0-9])"
_SIDE = r"(?: ?(?:°|deg|degrees))? ?[NSEWO](?![^\W\d_])|(?: ?°)?"
_PAIR = re.compile(
    rf"(?P<first>{_NUMBER})(?P<side>{_SIDE})(?P<gap>\s{{0,3}}(?:[,;/|]|%2C)\s{{0,3}}|\s{{1,3}}|(?=[+\-]))"
    rf"(?P<second>{_NUMBER})(?P<other>{_SIDE})(?!%|\.[0-9]|,[0-9]+[.,][0-9])",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?<![^\W\d_])(?:lat(?:itude|itudine|itud)?|lon(?:g|gitude|gitudine|gitud)?|lng|(?:breiten|längen)grad"
    r"|(?:breedte|lengte)graad)[\"']?\s{0,2}[:=]?\s{0,2}[\"'(]?\Z",
    re.IGNORECASE,
)
_LIST_BEFORE = re.compile(r"[0-9]\s?[,;]\s{0,3}\Z")
_LIST_AFTER = re.compile(r"\s?[,;]\s{0,3}[+\-]?[0-9]+[.,][0-9]")
_FRACTION = r"[0-9]{1,2}(?:[.,][0-9]{1,6})?"
_ANGLE = rf"[0-9]{{1,3}} ?[°o] ?(?:[0-9]{{1,2}} ?['′] ?{_FRACTION} ?(?:\"|''|″|”)|{_FRACTION} ?['′])"
_DEGREES = re.compile(
    rf"(?P<after>{_ANGLE} ?[NS](?:[,;/ ]{{0,3}}{_ANGLE} ?[EWO])?(?![^\W\d_]))"
    rf"|(?P<before>{_ANGLE}[,;/ ]{{0,3}}[EWO] ?{_ANGLE})"
    r"|[0-9]{1,2}(?:[.,][0-9]{1,6})? ?° ?[NS][,;/ ]{1,3}[0-9]{1,3}(?:[.,][0-9]{1,6})? ?° ?[EWO](?![^\W\d_])"
)
_FIGURES = re.compile(r"(?<![\w.,])[0-9]{1,3}(?:[.,][0-9]{1,6})? ?\Z")


def is_place(first: float, second: float) -> bool:
    """Whether two numbers of degrees are a latitude and a longitude, in either order.

    >>> is_place(48.8566, 2.3522), is_place(-122.3996, 37.7869), is_place(95.1, 185.1)
    (True, True, False)
    """
    return min(abs(first), abs(second)) <= 90 and max(abs(first), abs(second)) <= 180


def _look(passage: Passage, match: re.Match[str]) -> Found | None:
    text, start = passage.text, match.start()
    while start > match.start() - 3 and start and text[start - 1].isdigit():
        start -= 1
    if start and text[start - 1] in "+-" and not text[start - 2 : start - 1].isalnum():
        start -= 1
    before = text[start - 1] if start else " "
    if start == match.start() or before.isalnum() or before in "._$€£" or text.endswith("geo:", 0, start):
        return None
    pair = _PAIR.match(text, start)
    if not pair:
        end = match.end()
        return (start, end, 0.85, "pattern, context") if _LABEL.search(text, max(0, start - 24), start) else None
    first, second = (float(pair[each].replace(",", ".")) for each in ("first", "second"))
    sided = pair["side"].strip()[-1:].isalpha() or pair["other"].strip()[-1:].isalpha()
    if not is_place(first, second) or ("," in pair["first"] and not sided):
        return None
    end = pair.end()
    if sided:
        return start, end, 0.9, "pattern"
    if is_named(passage, start, end, _WORDS):
        return start, end, 0.85, "pattern, context"
    blank = pair["gap"] != "" and not pair["gap"].strip()
    listed = _LIST_BEFORE.search(text, max(0, start - 5), start) or _LIST_AFTER.match(text, end)
    if listed or blank or (abs(first) < 1 and abs(second) < 1):
        return None
    return start, end, 0.6, "pattern"


def _look_at_degrees(passage: Passage, match: re.Match[str]) -> Found | None:
    text, at = passage.text, match.start()
    figures = _FIGURES.search(text, max(0, at - 12), at)
    angle = _DEGREES.match(text, figures.start()) if figures else None
    if not figures or not angle:
        return None
    start = figures.start()
    if angle["before"]:  # N 48° 51.396' E 2° 21.132'
        side = text[max(0, start - 2) : start].rstrip()
        if side[-1:] not in ("N", "S"):
            return None
        start = text.rindex(side[-1], 0, start)
    return start, angle.end(), 0.9, "pattern"


def _is_pair(value: str) -> bool:
    first, second = (float(number) for number in value.replace("°", " ").split(","))
    return is_place(first, second)


def _is_fine_pair(value: str) -> bool:
    """Whether a pair has decimals, and is no pair of shares: points in a drawing have coordinates, too."""
    first, second = value.split(",")
    return "." in first and "." in second and not value.replace("-", " ").startswith("0.") and _is_pair(value)


_DEGREES_ALONE = r"[+\-]?\d{1,3}(?:\.\d{1,15})?(?: ?°)?"
_WHOLE_PAIR = rf"{_DEGREES_ALONE}, ?{_DEGREES_ALONE}(?![.,]?\d|, ?[+\-]?\d|%)"


RECOGNIZERS = (
    Labelled(
        type="COORDINATES",
        hints=("gps", "lat"),
        label=r"gps(?:[ \-](?:positions?|coordinates|location|fix|daten|koordinaten))?"
        r"|lat(?:itude)?(?:,|/| and |, )(?:lon|lng|long|longitude)",
        number="",
        value=_WHOLE_PAIR,
        score=0.7,
        valid=_is_pair,
    ),
    Labelled(
        type="COORDINATES",
        hints=("coordin", "coördin", "koordinat", "coordonn", "coorden"),
        label=r"coordinates?|koordinaten|coordonnées|coordenadas|coördinaten",
        number="",
        value=_WHOLE_PAIR,
        score=0.7,
        valid=_is_fine_pair,
    ),
    Candidates(type="COORDINATES", near=r"\.[0-9]{4,15}(?![0-9])", look=_look),
    Candidates(type="COORDINATES", near=r",[0-9]{4,15}(?= ?(?:°|[NS]))", look=_look),
    Candidates(type="COORDINATES", near="°", look=_look_at_degrees),
    Candidates(type="COORDINATES", near="o[0-9]{1,2}['′]", look=_look_at_degrees),  # º folded
    Candidates(
        type="COORDINATES",
        near=r"geo:-?[0-9]{1,2}(?:\.[0-9]{1,15})?,-?[0-9]{1,3}(?:\.[0-9]{1,15})?(?:,-?[0-9.]{1,10})?"
        r"(?:;[a-zA-Z0-9\-]{1,20}(?:=[\w.\-]{1,30})?)*",
        look=lambda passage, match: (*match.span(), 0.95, "pattern"),
    ),
)
