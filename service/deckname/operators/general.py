"""Coarser values: a month for a date, a band for an age, three digits for a postcode, a network for an address.

The rules for postcodes and ages are those of the safe harbor of HIPAA, 45 CFR 164.514(b)(2)(i)(B) and (C): the first
three digits of a ZIP code, 000 where they stand for 20,000 people or fewer; ages over 89, and the years that tell them,
as one. The areas are those of the guidance of the Department of Health and Human Services of 26 November 2012
(https://www.hhs.gov/hipaa/for-professionals/special-topics/de-identification/index.html) after the census of 2000. The
guidance asks for current figures: whoever has to comply checks the list against the last census.

Every function returns ``None`` for what it does not understand; what is coarse enough already comes back as it is.
"""

from __future__ import annotations

import ipaddress
import re
from typing import Literal

from deckname.operators.dates import Order, Precision, Written, month_name, read
from deckname.operators.surrogates import wordlists
from deckname.operators.surrogates.lexicon import country_codes, fold, places

To = Literal["month", "year", "decade"]

#: Beginnings of ZIP codes in which 20,000 people live or fewer.
SPARSE_ZIPS = frozenset(wordlists.SPARSE_ZIPS.split())
#: The last age that is told.
OLDEST = 89
_OVER = f"{OLDEST + 1}+"

_DECADE = {"en": "{}s", "de": "{}er", "fr": "années {}", "es": "años {}", "it": "anni {}", "nl": "jaren {}",
           "pt": "anos {}"}  # fmt: skip
_EARLIER = {"en": "{} or earlier", "de": "{} oder früher", "fr": "{} ou avant", "es": "{} o antes", "it": "{} o prima",
            "nl": "{} of eerder", "pt": "{} ou antes"}  # fmt: skip
_ANY_DECADE = re.compile("|".join(form.format(r"\d{3}0") for form in _DECADE.values()))
_ANY_EARLIER = re.compile("|".join(form.format(r"\d{4}") for form in _EARLIER.values()))


def date_to(
    value: str, to: To, *, order: Order = "auto", born: bool = False, reference_year: int | None = None
) -> str | None:
    """Return the month, year or decade of a date, in its language.

    A date on which somebody was ``born`` that makes them 90 in the ``reference_year`` or before becomes the last such
    year "or earlier", whatever ``to`` is.

    >>> date_to("3. März 1985", "month"), date_to("1985-03-03", "month"), date_to("March 3rd, 1985", "decade")
    ('März 1985', '1985-03', '1980s')
    >>> date_to("3.3.1931", "year", born=True, reference_year=2026)
    '1936 or earlier'
    >>> date_to("20 May", "year") is None
    True
    """
    if _ANY_EARLIER.fullmatch(value) or (_ANY_DECADE.fullmatch(value) and (to == "decade" or not born)):
        return value
    written = read(value, order=order, latest=reference_year if born else None)
    if written is None:
        return None
    if not written.has_year:
        return month_name(written) if to == "month" and "name" in written.parts and not born else None
    year = written.date.year
    if born and reference_year is not None and year <= reference_year - OLDEST - 1:
        return _EARLIER[written.language].format(reference_year - OLDEST - 1)
    if to == "decade":
        return _DECADE[written.language].format(year // 10 * 10)
    if to == "year" or written.precision is Precision.YEAR:
        return str(year)
    return _month_of(written)


def _month_of(written: Written) -> str:
    year, month = written.date.year, written.date.month
    if "name" in written.parts:
        of = {"es": " de ", "pt": " de "}.get(written.language, " ")
        return f"{month_name(written)}{of}{year}"
    text = written.text
    starts = {name: span[0] for name, span in written.parts.items()}
    if "short" in starts or starts["month"] < starts["year"]:
        between = "." if "." in text else "/"
        return f"{month:02}{between}{year}"
    return f"{year}年{month}月" if "年" in text else f"{year}년 {month}월" if "년" in text else f"{year}-{month:02}"


_AGE = re.compile(r"(?P<before>\D*?)(?P<age>\d{1,3})(?P<after>[^\d+]*)")
_BAND = re.compile(r"\D*(?P<first>\d{1,3})-(?P<last>\d{1,3})(?:\D.*)?|\D*(?P<over>\d{1,3})\+(?:\D.*)?", re.DOTALL)
#: Months, weeks and days of small children: their figure is no age in years.
_YOUNGER = re.compile(
    r"(?i)(?<![^\W\d_])(?:m(?:|o|os|onths?|onate?n?|ois|eses?|es[ei]|aand(?:en)?)|w(?:ks?|eeks?|oche?n?|eken|eek)"
    r"|d(?:ays?|ias?|ías?|agen)|tage?n?|jours?|semaines?|semanas?|settiman[ae]|giorn[io]|monat|monatig\w*|wöchig\w*)(?![^\W\d_])"
)


def age_to(value: str, size: int) -> str | None:
    """Return the band of ``size`` years that an age is in, from 0 up; over 89 all are one. Words around it stay.

    >>> age_to("34 years old", 10), age_to("87", 5), age_to("93-jährige", 5), age_to("6 months", 5)
    ('30-39 years old', '85-89', '90+-jährige', None)
    """
    if (found := _BAND.fullmatch(value)) and _is_band(found, size):
        return value
    found = _AGE.fullmatch(value)
    if not found or _YOUNGER.search(value) or not found["age"].isascii() or "." in found["before"] + found["after"][:1]:
        return None
    age = int(found["age"])
    first = age // size * size
    last = min(first + size - 1, OLDEST)
    band = _OVER if age > OLDEST else f"{first}-{last}" if last > first else str(age)
    return f"{found['before']}{band}{found['after']}"


def _is_band(found: re.Match[str], size: int) -> bool:
    if found["over"]:
        return found["over"] == str(OLDEST + 1)
    first, last = int(found["first"]), int(found["last"])
    return first % size == 0 and last == min(first + size - 1, OLDEST) and last > first


_STATES = (*wordlists.STATES.split(), "PR", "GU", "VI", "AS", "MP")
_ZIP = re.compile(
    rf"(?:(?P<state>\b(?:{'|'.join(_STATES)})\b|\b[A-Z][a-z]+(?: [A-Z][a-z]+)?)[.,]?\s+)?"
    r"(?<![\w-])(?P<zip>\d{5})(?:-\d{4})?(?![\w-])"
)
_STATE_ALONE = re.compile(rf"(?:\A|,\s*)(?P<state>{'|'.join(_STATES)})\s*(?:,|\Z)")
_LETTERED = re.compile(
    r"(?<!\w)(?:(?P<gb>[A-Z]{1,2})\d[A-Z\d]? ?\d[A-Z]{2}|(?P<ca>[A-Z])\d[A-Z] ?\d[A-Z]\d"
    r"|(?P<ie>[AC-FHKNPRTV-Y])\d[\dW] ?[A-Z\d]{4})(?!\w)"
)
#: Figures at the beginning of a line or behind a comma; behind a word they are the number of a house.
_FIGURES = re.compile(
    r"(?:(?<=\A)|(?<=\n)|(?<=[,\n〒] )|(?<=[,〒]))(?:[A-Z]{1,2}-)?"
    r"(?P<code>\d{5}-\d{3}|\d{4}-\d{3}|\d{3}-\d{4}|\d{3} \d{2}|\d{2}-\d{3}|\d{4,6})(?!\d|-|[.,]\d)"
    r"(?P<town>[^,\n\d]*)"
)
_STREET_WORD = re.compile(
    r"(?i)^\d+\w*,?\s+[^,\n]*?\b(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|way|court|ct|close|crescent"
    r"|terrace|square|place|pl|rue|chemin|impasse|allée|quai|highway|hwy|parkway|pkwy|circle|cir|trail)\b"
)
_KEPT = re.compile(r"(?:[A-Z]{2} )?(?:\d{0,6}|[A-Z]{1,2})\*\*(?:, [^,\d*]+)?")


def place_to(value: str, digits: int) -> str | None:
    """Return what of an address or place is no finer than a state: the state, the country, the start of a postcode.

    Of a postcode ``digits`` are kept, two fewer than it has at most; of a British one the letters of its area. An
    American one of a sparse area becomes 000; five digits behind a town count as such. A town that is known gives its
    country.

    >>> place_to("14 Oak Street, Springfield, IL 62704", 3), place_to("Lange Str. 12a\\n70173 Stuttgart", 3)
    ('IL 627**', '701**')
    >>> place_to("10 Rd, Colebrook, NH 03576", 3), place_to("Hill Rd, Lyndonville, VT 05901", 3)
    ('NH 035**', 'VT 000**')
    >>> place_to("10 Downing Street, London SW1A 2AA", 3), place_to("Stuttgart", 3), place_to("Oak Street", 3)
    ('SW**', 'Germany', None)
    """
    if _KEPT.fullmatch(value) or places().class_of(value) == "state us":
        return value
    body = value
    if house := _STREET_WORD.match(value):
        body = " " * house.end() + value[house.end() :]
    parts = [_state_of(body), _postcode(body, digits), _country_of(value)]
    kept = [part for part in dict.fromkeys(parts) if part]
    if parts[1]:
        kept = [part for part in (parts[0], parts[1]) if part]
        country = _named_country(value)
        return " ".join(kept) + (f", {country}" if country else "")
    return kept[0] if kept else None


def _state_of(body: str) -> str | None:
    """Return the abbreviation of the American state that an address names before its ZIP code or alone at its end."""
    for found in _ZIP.finditer(body):
        if state := _abbreviation(found["state"] or ""):
            return state
    if found_alone := _STATE_ALONE.search(body):
        return found_alone["state"]
    last = body.rsplit(",", 1)[-1].strip()
    return _abbreviation(last) if len(last) > 2 else None


def _abbreviation(name: str) -> str | None:
    if name in _STATES:
        return name
    states = places().classes["state us"]
    for start in (name, name.split(" ")[-1]):
        plain = fold(start)
        match = next((index for index, state in enumerate(states) if fold(state) == plain), None)
        if match is not None:
            return _STATES[match]
    return None


def _postcode(body: str, digits: int) -> str | None:
    if lettered := _LETTERED.search(body):
        area = lettered["gb"] or lettered["ca"] or lettered["ie"]
        return f"{area}**" if digits else "**"
    codes = [found for found in _FIGURES.finditer(body) if _is_postcode(found)]
    american = [found for found in _ZIP.finditer(body) if found["state"] or found.start("zip") == 0]
    if american:
        code = american[-1]["zip"]
        is_us = bool(_abbreviation(american[-1]["state"] or "")) or not body[american[-1].end() :].strip(" ,.")
    elif codes:
        code, is_us = codes[-1]["code"], False
    else:
        return None
    kept = min(digits, sum(map(str.isdigit, code)) - 2)
    start = "".join(filter(str.isdigit, code))[:kept]
    if is_us and kept >= 3 and start[:3] in SPARSE_ZIPS:
        start = "000"
    return f"{start}**"


def _is_postcode(found: re.Match[str]) -> bool:
    """Whether figures are no house number of the American kind ("1200 Broadway")."""
    town = found["town"].strip(" .")
    if found.start() or not town or found.group()[0].isalpha() or len(re.sub(r"\D", "", found["code"])) > 4:
        return True
    return bool(re.match(r"[A-Z]{2}\b", town)) or (places().class_of(town) or "").startswith("town ")


def _named_country(value: str) -> str | None:
    """Return the country at the end of an address, as it is written there."""
    last = re.split(r"[,\n]", value)[-1].strip(" .")
    return last if (last and fold(last) in country_codes()) or _is_land(last) else None


def _is_land(name: str) -> bool:
    return (places().class_of(name) or "").startswith("land ")


def _country_of(value: str) -> str | None:
    """Return the country that a value names or whose town it names, in the words of ``value`` or in English."""
    if country := _named_country(value):
        return country
    for segment in reversed(re.split(r"[,\n]", value)):
        town = re.sub(r"\d[\w-]*", "", segment).strip(" .")
        if town in _STATES:
            return "USA"
        kind = places().class_of(town) if town else None
        if kind and kind.startswith("town "):
            return _NAMES.get(kind.removeprefix("town "))
        if kind == "state us":
            return town
    return None


_NAMES = {
    "us": "USA", "gb": "United Kingdom", "ie": "Ireland", "ca": "Canada", "au": "Australia", "nz": "New Zealand",
    "in": "India", "za": "South Africa", "de": "Germany", "at": "Austria", "ch": "Switzerland", "fr": "France",
    "be": "Belgium", "es": "Spain", "mx": "Mexico", "it": "Italy", "nl": "Netherlands", "pt": "Portugal",
    "br": "Brazil",
    "pl": "Poland", "cz": "Czech Republic", "se": "Sweden", "dk": "Denmark", "no": "Norway", "fi": "Finland",
    "hu": "Hungary", "ro": "Romania", "hr": "Croatia", "tr": "Turkey", "lu": "Luxembourg", "ar": "Argentina",
    "co": "Colombia", "cl": "Chile", "pe": "Peru", "gr": "Greece", "is": "Iceland", "jp": "Japan", "cn": "China",
    "kr": "South Korea", "lt": "Lithuania", "lv": "Latvia", "ee": "Estonia", "sk": "Slovakia", "si": "Slovenia",
    "ua": "Ukraine", "bg": "Bulgaria", "il": "Israel", "ng": "Nigeria", "ke": "Kenya", "pk": "Pakistan",
    "id": "Indonesia", "ph": "Philippines", "th": "Thailand", "vn": "Vietnam",
}  # fmt: skip


def network_of(value: str, *, ipv4: int, ipv6: int) -> str | None:
    """Return the network that an address is in; a network that is wide enough already comes back as it is.

    >>> network_of("203.0.113.77", ipv4=24, ipv6=48), network_of("2001:db8:1:2::3", ipv4=24, ipv6=48)
    ('203.0.113.0/24', '2001:db8:1::/48')
    """
    try:
        network = ipaddress.ip_network(value.split("%")[0], strict=False)
    except ValueError:
        return None
    wide = min(network.prefixlen, ipv4 if network.version == 4 else ipv6)
    return str(network.supernet(new_prefix=wide) if wide < network.prefixlen else network)


_DEGREES = re.compile(r"(?P<whole>-?\d{1,3})\.(?P<rest>\d+)(?![\d.])")


def coordinates_to(value: str) -> str | None:
    """Return two decimal degrees to one place behind the point, some eleven kilometres.

    >>> coordinates_to("48.7758, 9.1829"), coordinates_to("48°46'32\\" N") is None
    ('48.7, 9.1', True)
    """
    found = list(_DEGREES.finditer(value))
    rest = _DEGREES.sub("", value)
    if len(found) != 2 or re.search(r"[^\W_]", rest):
        return None
    return _DEGREES.sub(lambda degrees: f"{degrees['whole']}.{degrees['rest'][0]}", value)
