"""The names and places that pseudonyms are drawn from: lists of Faker and our own, in one line for each class.

    python -m training.surrogates        writes service/deckname/operators/surrogates/lists/*.txt

Faker is not needed to serve: this writes down once what ``deckname`` reads. Each name stands in exactly one class, so
that a permutation within the classes gives unequal names unequal surrogates. Sources: Faker (MIT,
https://github.com/joke2k/faker) for names, towns and countries; the geocoding data of phonenumbers (Apache-2.0,
https://github.com/daviddrysdale/python-phonenumbers) for towns; ``training/synthetic/lists.py`` (ours); the structures
of IBANs from schwifty (MIT, https://github.com/mdomke/schwifty), which has them from SWIFT's registry.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any

from deckname.operators.surrogates.lexicon import fold
from training.synthetic import lists
from training.synthetic.languages import TONGUES
from training.synthetic.pools import _all_towns, _provider  # the towns of the synthetic corpus, with their sources

LISTS = Path(__file__).parents[1] / "service/deckname/operators/surrogates/lists"

#: Origin of a name: the locales of Faker that it is read from. A name goes to the first of these that has it.
ORIGINS: dict[str, tuple[str, ...]] = {
    "de": ("de_DE", "de_AT", "de_CH", "de_LU"),
    "en": ("en_US", "en_GB", "en_NZ", "en_IE"),
    "fr": ("fr_FR", "fr_CA", "fr_CH", "fr_BE"),
    "es": ("es_ES", "es_MX", "es_AR", "es_CO", "es_CL"),
    "it": ("it_IT",),
    "pt": ("pt_PT", "pt_BR"),
    "nl": ("nl_NL", "nl_BE"),
    "pl": ("pl_PL",),
    "cs": ("cs_CZ", "sk_SK"),
    "hr": ("hr_HR", "sl_SI"),
    "sv": ("sv_SE", "no_NO", "da_DK"),
    "fi": ("fi_FI", "et_EE"),
    "hu": ("hu_HU",),
    "ro": ("ro_RO",),
    "tr": ("tr_TR", "az_AZ"),
    "lt": ("lt_LT", "lv_LV"),
    "in": ("en_IN", "en_PK"),
    "ke": ("en_KE", "zu_ZA", "yo_NG"),
    "id": ("id_ID",),
    "ru": ("ru_RU",),
    "uk": ("uk_UA",),
    "bg": ("bg_BG", "mk_MK"),
    "el": ("el_GR",),
    "hy": ("hy_AM",),
    "ka": ("ka_GE",),
    "he": ("he_IL",),
    "ar": ("ar_AA",),
    "fa": ("fa_IR",),
    "hi": ("hi_IN", "ne_NP"),
    "ta": ("ta_IN",),
    "th": ("th_TH",),
    "zh": ("zh_CN", "zh_TW"),
    "ja": ("ja_JP",),
    "ko": ("ko_KR",),
}
LATIN = tuple(ORIGINS)[: tuple(ORIGINS).index("ru")]
#: A given name at home in so many origins is nobody's: it stands for any other such name ("Maria", "Daniel").
COMMON = 5
#: Classes smaller than these join the class of all origins, or, where that speaks another script, their neighbours.
SMALLEST_LATIN, SMALLEST = 40, 8
#: The share of lists that may call a name of women a name of men before it counts as both.
ASTRAY = 0.25

FEMALE = ("first_names_female", "first_name_female_pairs")
MALE = ("first_names_male", "first_name_male_pairs")
LAST = ("last_names", "unisex_last_names")
HIS, HERS = ("last_names_male", "male_last_names"), ("last_names_female",)
_OWN = {"de": lists.GERMAN_LAST, "pt": lists.PORTUGUESE_LAST, "es": lists.SPANISH_LAST, "fr": lists.FRENCH_LAST,
        "tr": lists.TURKISH_LAST}  # fmt: skip
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’ʼ\u0300-\u036f\u0900-\u0e7f])*")


def names_of(provider: Any, attributes: Iterable[str]) -> set[str]:
    """Return the names of one word that a provider has."""
    found: set[str] = set()
    for attribute in attributes:
        for value in getattr(provider, attribute, ()):
            name = value[0] if isinstance(value, tuple) else str(value)
            if _WORD.fullmatch(name) and (len(name) > 1 or ord(name[0]) > 0x3000):
                found.add(re.sub("^Mc([a-z])", lambda match: "Mc" + match[1].upper(), name))
    return found


def classes_of_names() -> dict[str, list[str]]:
    """Return names by ``origin kind``: f, m, u (of women, men, both), l, lf, lm (last names of all, women, men)."""
    written: dict[str, Counter[str]] = defaultdict(Counter)
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    homes: dict[str, Counter[str]] = defaultdict(Counter)
    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    for origin, locales in ORIGINS.items():
        own = {name for name in _OWN.get(origin, ()) if _WORD.fullmatch(name)}
        for locale in locales:
            provider = _provider("person", locale)
            his, hers = names_of(provider, HIS), names_of(provider, HERS)
            hers |= {name[:-1] + "a" for name in his if origin == "pl" and name.endswith("ki")}
            parts = {
                "f": names_of(provider, FEMALE),
                "m": names_of(provider, MALE),
                "l": names_of(provider, LAST) - his - hers | his & hers | own,
                "lm": his - hers,
                "lf": hers - his,
            }
            for kind, names in parts.items():
                for name in sorted(names):
                    word = fold(name)
                    written[word][name] += 1
                    votes[word][kind] += 1
                    homes[word][origin] += 1
                    spelled[name][origin] += 1
    for name, nicks in lists.NICKNAMES.items():
        for nick in nicks:
            word, kinds = fold(nick), votes[fold(name)]
            if word not in written and _WORD.fullmatch(nick) and (kinds["f"] or kinds["m"]):
                written[word][nick] += 1
                votes[word]["f" if kinds["f"] > kinds["m"] else "m"] += 1
                homes[word] = spelled[nick] = Counter(homes[fold(name)].keys())
    classes: dict[str, list[str]] = defaultdict(list)
    for word, spellings in written.items():
        name = max(spellings, key=lambda each: spellings[each])
        vote, home = votes[word], homes[word]
        given = vote["f"] + vote["m"]
        last = vote["l"] + vote["lf"] + vote["lm"]
        kind = "u"
        if min(vote["f"], vote["m"]) <= ASTRAY * given:
            kind = "f" if vote["f"] > vote["m"] else "m"
        if last > given:
            kind = max(("l", "lf", "lm"), key=lambda each: vote[each])
        latin = [origin for origin in home if origin in LATIN]
        origin = (
            "x" if len(latin) >= COMMON and kind[0] != "l" else max(spelled[name], key=lambda each: spelled[name][each])
        )
        classes[f"{origin} {kind}"].append(name)
    return merged(classes)


def merged(classes: dict[str, list[str]]) -> dict[str, list[str]]:
    """Return the classes with the small ones within others."""
    for name in list(classes):
        origin, kind = name.split()
        if origin in LATIN and len(classes[name]) < SMALLEST_LATIN:
            classes.setdefault(f"x {kind[0]}", []).extend(classes.pop(name))
    for name in list(classes):
        origin, kind = name.split()
        if len(classes[name]) < SMALLEST:
            other = next(f"{origin} {k}" for k in ("l", "lm", "m", "f") if k != kind and f"{origin} {k}" in classes)
            classes[other].extend(classes.pop(name))
    return {
        name: sorted(set(members), key=lambda member: (fold(member), member))
        for name, members in sorted(classes.items())
    }


_LANGUAGES = {"en": "en_US", "de": "de_DE", "fr": "fr_FR", "es": "es_ES", "it": "it_IT", "nl": "nl_NL", "pt": "pt_PT"}
_STATES = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado",
    "CT": "Connecticut", "DE": "Delaware", "DC": "District of Columbia", "FL": "Florida", "GA": "Georgia",
    "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa", "KS": "Kansas", "KY": "Kentucky",
    "LA": "Louisiana", "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts", "MI": "Michigan", "MN": "Minnesota",
    "MS": "Mississippi", "MO": "Missouri", "MT": "Montana", "NE": "Nebraska", "NV": "Nevada", "NH": "New Hampshire",
    "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York", "NC": "North Carolina", "ND": "North Dakota",
    "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania", "RI": "Rhode Island",
    "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas", "UT": "Utah", "VT": "Vermont",
    "VA": "Virginia", "WA": "Washington", "WV": "West Virginia", "WI": "Wisconsin", "WY": "Wyoming",
}  # fmt: skip


def _in_small(found: re.Match[str]) -> str:
    return found.group().lower()


_PLACE = re.compile(r"[^\W\d_][\w .'’\-]{1,38}")


def classes_of_places() -> dict[str, list[str]]:
    """Return places by ``country CODE``, ``land LANGUAGE``, ``state us``, ``region LANGUAGE``, ``town CODE`` and so on.

    ``country CODE`` are the names of one country, for looking up; the other classes are permuted.
    """
    classes: dict[str, list[str]] = {}
    taken: set[str] = set()

    def add(name: str, places: Iterable[str], *, shared: bool = False) -> None:
        kept: dict[str, str] = {}
        for place in places:
            word = fold(place)
            if _PLACE.fullmatch(place) and word not in kept and (shared or word not in taken):
                kept[word] = place
        taken.update(() if shared else kept)
        if kept:
            classes[name] = sorted(kept.values(), key=lambda place: (fold(place), place))

    for code, names in lists.COUNTRY_NAMES.items():
        local = (lists.LOCAL_NAMES[code],) if code in lists.LOCAL_NAMES else ()
        more = {"us": ("United States", "United States of America", "Vereinigte Staaten", "États-Unis",
                       "Estados Unidos"),
                "gb": ("UK", "Great Britain", "England", "Scotland", "Wales", "Northern Ireland", "Royaume-Uni",
                       "Reino Unido", "Regno Unito", "Schottland"),
                "de": ("Allemagne", "Alemania", "Germania", "Duitsland", "Alemanha"),
                "fr": ("Francia", "Frankrijk", "França"),
                "it": ("Italie",), "es": ("Espagne", "Spagna", "Spanje", "Espanha"),
                "nl": ("Pays-Bas", "Países Bajos", "Paesi Bassi", "Holland"),
                "ch": ("Schweiz", "Svizzera", "Suiza", "Zwitserland"),
                "be": ("Belgique", "Belgio"), "at": ("Autriche", "Austria")}.get(code, ())  # fmt: skip
        add(f"country {code}", (*names, *local, *more), shared=True)
    add("state us", _STATES.values())
    for language, locale in _LANGUAGES.items():
        extra = ("United Kingdom", "United States", "England", "Scotland", "Wales") if language == "en" else ()
        add(f"land {language}", (*extra, *getattr(_provider("address", locale), "countries", ())))
    add("region en", lists.REGIONS[0])
    add("region de", lists.REGIONS[1])
    towns = dict(_all_towns())
    # Faker keeps them as a set: their order, and so the part that the corpus takes, is another each time.
    italian = sorted(set(_provider("address", "it_IT").cities))[::4]
    towns["it"] = [re.sub(r"\b(Di|Del|Della|Dei|Delle|Ed|In|Al|Nel|Con|Sul) ", _in_small, name) for name in italian]
    for code, places in lists.BIG_TOWNS.items():
        add(f"town {code}", (re.split(", | - ", place)[0] for place in places))
    big = {name: classes.pop(name) for name in list(classes) if name.startswith("town ")}
    order = ["de", "fr", "es", "it", "nl", "gb", "at", "ch", "be", "pt", "br", *towns]
    for code in dict.fromkeys([*(code for code in order if code != "us" and code in towns), "us"]):
        own = big.pop(f"town {code}", [])
        add(f"town {code}", (re.split(", | - ", place)[0] for place in towns[code]))
        if f"town {code}" in classes or own:
            members = {fold(place): place for place in (*classes.get(f"town {code}", []), *own)}
            classes[f"town {code}"] = [members[word] for word in sorted(members)]
    classes |= big
    small = [name for name in classes if name.startswith("town ") and len(classes[name]) < SMALLEST]
    for name in small:
        del classes[name]
    add("street en", lists.STEMS_EN)
    add("street de", lists.STEMS_DE)
    for language, tongue in TONGUES.items():
        add(f"street {language}", tongue.stems)
    return {
        name: members for name, members in classes.items() if name.startswith("country") or len(members) >= SMALLEST
    }


def iban_structures() -> dict[str, str]:
    """Return for each country the structure of its IBAN behind the check digits, with the code of no bank in its place.

    ``n``, ``a`` and ``c`` are the digits, capitals and either of the registry. No bank of schwifty's lists has the
    code: zeros and ``X``, or the next digit that is free.
    """
    from schwifty.registry import get_all_banks

    registry: dict[str, Any] = {}
    for name in ("generated", "overwrite"):
        file = files("schwifty") / "iban_registry" / f"{name}.json"
        for country, entry in json.loads(file.read_text(encoding="utf-8")).items():
            registry.setdefault(country, {}).update(entry)
    banks = {(bank.country_code, bank.bank_code) for bank in get_all_banks()}
    structures: dict[str, str] = {}
    for country, entry in sorted(registry.items()):
        places = "".join(kind * int(count) for count, kind in re.findall(r"(\d+)!?([nac])", entry["bban_spec"]))
        first = int(entry["bban_spec"].partition("!")[0])
        start, end = entry.get("positions", {}).get("bank_code") or (0, min(first, 6))
        if first == 1:  # Italy and San Marino: the check letter stands before the bank
            start, end = 1, 6
        codes = ("".join(digit if place == "n" else "X" for place in places[start:end]) for digit in "0987654321")
        nobody = next(code for code in codes if (country, code) not in banks)
        structures[country] = places[:start] + nobody + places[end:]
    print(f"banks of {len({country for country, _ in banks})} countries looked up", file=sys.stderr)
    return structures


def write(path: Path, classes: dict[str, list[str]] | dict[str, str], *, between: str) -> None:
    """Write one class a line."""
    lines = [
        f"{name}\t{members if isinstance(members, str) else between.join(members)}" for name, members in classes.items()
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{path.name}: {len(lines)} lines, {path.stat().st_size:,} bytes", file=sys.stderr)


def main() -> None:
    LISTS.mkdir(parents=True, exist_ok=True)
    write(LISTS / "names.txt", classes_of_names(), between=" ")
    write(LISTS / "places.txt", classes_of_places(), between="|")
    write(LISTS / "ibans.txt", iban_structures(), between="")


if __name__ == "__main__":
    main()
