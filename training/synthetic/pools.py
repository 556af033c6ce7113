"""The parts that values are made of, cut by a stable hash so that no part of a test value is ever trained on."""

from __future__ import annotations

import importlib
import random
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import blake2b
from typing import Any, Literal

from phonenumbers.geodata import GEOCODE_DATA

from . import lists
from .languages import TONGUES

Split = Literal["train", "dev", "test"]
SPLITS: tuple[Split, ...] = ("train", "dev", "test")

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "æ": "ae", "Æ": "Ae", "œ": "oe", "ə": "e"}
    | {"Ə": "E", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ß": "ss", "’": "'", "ʻ": "'"}
)


def transliterate(text: str) -> str:
    """Write umlauts with two letters, as in mail addresses and passports.

    >>> transliterate("Jürgen Groß")
    'Juergen Gross'
    """
    return text.translate(_UMLAUTS)


def strip_accents(text: str) -> str:
    """Drop every diacritic.

    >>> strip_accents("Łukasz Müller")
    'Lukasz Muller'
    """
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


@cache
def split_of(value: str) -> Split:
    """Tell where a value belongs; its spellings (``Müller``, ``Mueller``, ``MULLER``) belong together."""
    folded = re.sub("([aou])e", r"\1", re.sub("^(o|d)['’]", "", strip_accents(value.casefold())))
    bucket = int.from_bytes(blake2b(folded.encode(), digest_size=4).digest()) % 10
    return "dev" if bucket == 8 else "test" if bucket == 9 else "train"


def keep(values: Iterable[str], split: Split) -> tuple[str, ...]:
    """Return the values of one split, in order, each once."""
    return tuple(value for value in dict.fromkeys(values) if split_of(value) == split)


def keep_names(values: Iterable[str], split: Split) -> tuple[str, ...]:
    """Like :func:`keep`, and of a name of several words every word is of that split."""
    found = []
    for value in keep(values, split):
        words = re.split(r"[\s-]+", value)
        if len(words) == 1 or all(split_of(word) == split for word in words if len(word) > 3):
            found.append(value)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one origin."""

    female: tuple[str, ...]
    male: tuple[str, ...]
    last: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pools:
    """All parts of one split."""

    split: Split
    names: dict[str, Names]
    towns: dict[str, tuple[str, ...]]
    stems_en: tuple[str, ...]
    stems_de: tuple[str, ...]
    stems: dict[str, tuple[str, ...]]
    brands: tuple[str, ...]
    streets: dict[str, tuple[str, ...]]
    big_towns: dict[str, tuple[str, ...]]
    famous: tuple[str, ...]
    nicks: tuple[str, ...]
    nicks_of: dict[str, tuple[str, ...]]

    def town(self, rng: random.Random, country: str) -> str:
        """Draw a town of a country, one in three times a big one."""
        big = self.big_towns.get(country)
        return rng.choice(big if big and rng.random() < 0.35 else self.towns[country] or self.towns["us"])


#: Origin of a name: the locales of Faker that it is drawn from.
ORIGINS: dict[str, tuple[str, ...]] = {
    "us": ("en_US",),
    "gb": ("en_GB",),
    "ie": ("en_IE", "ga_IE"),
    "nz": ("en_NZ",),
    "in": ("en_IN",),
    "de": ("de_DE",),
    "at": ("de_AT",),
    "ch": ("de_CH", "de_LI"),
    "lu": ("de_LU",),
    "fr": ("fr_FR", "fr_BE", "fr_CA", "fr_CH"),
    "es": ("es_ES", "es_MX", "es_AR", "es_CO", "es_CL", "es_CA"),
    "it": ("it_IT",),
    "nl": ("nl_NL", "nl_BE"),
    "pt": ("pt_PT", "pt_BR"),
    "pl": ("pl_PL",),
    "cz": ("cs_CZ", "sk_SK"),
    "yu": ("hr_HR", "sl_SI"),
    "tr": ("tr_TR",),
    "az": ("az_AZ",),
    "se": ("sv_SE",),
    "no": ("no_NO", "da_DK"),
    "is": ("is_IS",),
    "fi": ("fi_FI", "et_EE"),
    "hu": ("hu_HU",),
    "ro": ("ro_RO",),
    "lt": ("lt_LT", "lv_LV"),
    "vi": ("vi_VN",),
    "id": ("id_ID",),
    "ke": ("en_KE", "sw", "zu_ZA"),
    "ng": ("en_NG", "ha_NG", "ig_NG", "yo_NG", "tw_GH"),
    "pk": ("en_PK", "fr_DZ"),
    "uz": ("uz_UZ",),
    "ru": ("ru_RU", "uk_UA"),
    "gr": ("el_GR",),
    "th": ("en_TH",),
    "jp": ("ja_JP",),
    "cn": ("zh_CN",),
}

_CYRILLIC = dict(
    zip("абвгдезийклмнопрстуфыэіґєё", "abvgdeziyklmnoprstufyeigee", strict=True),
    **{
        "ж": "zh",
        "х": "kh",
        "ц": "ts",
        "ч": "ch",
        "ш": "sh",
        "щ": "shch",
        "ъ": "",
        "ь": "",
        "ю": "yu",
        "я": "ya",
        "ї": "yi",
    },
)
_GREEK = dict(zip("αβγδεζηικλμνξοπρσςτυφω", "avgdeziiklmnxoprsstyfo", strict=True), **{"θ": "th", "χ": "ch", "ψ": "ps"})


def romanise(name: str) -> str:
    """Write a Cyrillic or Greek name with Latin letters.

    >>> romanise("Чехов"), romanise("Άγγελος")
    ('Chekhov', 'Angelos')
    """
    if name.isascii() or not re.search("[\u0370-\u04ff]", name):
        return name
    out = "".join(_CYRILLIC.get(char, char) for char in name.lower().replace("ου", "ou").replace("ού", "ou"))
    out = "".join(_GREEK.get(char, char) for char in strip_accents(out)).replace("gg", "ng")
    return out.title()


def _provider(kind: str, locale: str) -> Any:
    return importlib.import_module(f"faker.providers.{kind}.{locale}").Provider


_BAD_NAME = re.compile(r"[\d/()]|\.$|^.$|^(John|Doe)$")


def _plain(values: Iterable[Any]) -> list[str]:
    names = [romanise(value) for value in values if isinstance(value, str)]
    return [name for name in names if name and not _BAD_NAME.search(name) and name[0].isupper()]


def _attr(provider: Any, *names: str) -> list[str]:
    """Read the named lists of a provider, whichever of them it has."""
    found: list[str] = []
    for name in names:
        value = getattr(provider, name, ())
        if not callable(value):
            found += _plain(value)
    return found


def _faker_names(locale: str) -> tuple[list[str], list[str], list[str]]:
    provider = _provider("person", locale)
    if locale == "ja_JP":
        female = [pair[2] for pair in provider.first_name_female_pairs]
        return female, [pair[2] for pair in provider.first_name_male_pairs], [p[2] for p in provider.last_name_pairs]
    if locale == "zh_CN":
        given = list(provider.first_romanized_names)
        given += [one + two.lower() for one in given for two in given[::3] if len(one + two) < 9]
        return given, given, list(provider.last_romanized_names)
    female = _attr(provider, "first_names_female") or _attr(provider, "first_names")
    male = _attr(provider, "first_names_male") or _attr(provider, "first_names")
    last = _attr(provider, "last_names", "last_names_male", "last_names_female", "unisex_last_names", "male_last_names")
    return female, male, last


@lru_cache(maxsize=1)
def _all_names() -> dict[str, tuple[list[str], list[str], list[str]]]:
    origins: dict[str, tuple[list[str], list[str], list[str]]] = {}
    for origin, locales in ORIGINS.items():
        parts: tuple[list[str], list[str], list[str]] = ([], [], [])
        for locale in locales:
            for part, more in zip(parts, _faker_names(locale), strict=True):
                part += more
        origins[origin] = parts
    origins["vi"][2].extend(lists.VIETNAMESE_LAST)
    origins["pk"][2].extend(lists.ARABIC_LAST)
    origins["pk"][1].extend(lists.ARABIC_MALE)
    origins["pk"][0].extend(lists.ARABIC_FEMALE)
    origins["kr"] = (list(lists.KOREAN_FIRST), list(lists.KOREAN_FIRST), list(lists.KOREAN_LAST))
    origins["cn"][2].extend(lists.CANTONESE_LAST)
    # Faker's lists of common German last names are short; these are the everyday ones that it lacks.
    origins["de"][2].extend(lists.GERMAN_LAST)
    origins["pt"][2].extend(lists.PORTUGUESE_LAST)
    origins["es"][2].extend(lists.SPANISH_LAST)
    origins["fr"][2].extend(lists.FRENCH_LAST)
    origins["us"][2][:] = [re.sub("^Mc([a-z])", lambda m: "Mc" + m[1].upper(), name) for name in origins["us"][2]]
    origins["tr"][2].extend(lists.TURKISH_LAST)
    roots = [name for name in origins["is"][1] if name.isalpha()][::3]
    origins["is"][2].extend([f"{name}sson" for name in roots] + [f"{name}sdóttir" for name in roots])
    return origins


def _invented(count: int, make: Callable[[random.Random], str], seed: int) -> list[str]:
    rng = random.Random(seed)
    return [make(rng) for _ in range(count)]


def _rare_last(rng: random.Random) -> str:
    """A last name that no list holds, by the syllables of one family of languages."""
    style = rng.choice(lists.RARE_LAST)
    return (
        rng.choice(style[0]) + (rng.choice(style[1]) if rng.random() < 0.35 else "") + rng.choice(style[2])
    ).capitalize()


def _rare_first(rng: random.Random) -> str:
    start, middle, end = lists.RARE_FIRST
    return (rng.choice(start) + (rng.choice(middle) if rng.random() < 0.5 else "") + rng.choice(end)).capitalize()


def _brand(rng: random.Random) -> str:
    start, middle, end = lists.BRANDS
    name = rng.choice(start) + (rng.choice(middle) if rng.random() < 0.4 else "") + rng.choice(end)
    roll = rng.random()
    return name.upper() if roll < 0.06 and len(name) < 8 else name.capitalize()


def _from_area_codes(code: str, language: str) -> list[str]:
    """Return the towns that phonenumbers knows an area code of, as it writes them ("Hudson, NY")."""
    found = []
    for prefix, names in GEOCODE_DATA.items():
        if prefix.startswith(code):
            name = names.get(language) or names.get("en")
            if name and not re.search(r"[/&\d]|Region|Other|area", name):
                found.append(name)
    return sorted(set(found))


@lru_cache(maxsize=1)
def _all_towns() -> dict[str, list[str]]:
    towns = {
        "us": [name for name in _from_area_codes("1", "en") if re.search(r", [A-Z]{2}$", name)],
        "de": _from_area_codes("49", "de"),
        "at": _from_area_codes("43", "de"),
        "gb": _from_area_codes("44", "en"),
        "ie": _from_area_codes("353", "en") + list(lists.IRISH_TOWNS),
        "au": _from_area_codes("61", "en"),
        "nz": _from_area_codes("64", "en"),
        "fr": _from_area_codes("33", "fr"),
        "es": _from_area_codes("34", "es") + list(lists.SPANISH_TOWNS),
        "in": [name.split(",")[0] for name in _from_area_codes("91", "en")],
        "br": _from_area_codes("55", "pt"),
        "tr": _from_area_codes("90", "tr"),
        "ch": list(lists.SWISS_TOWNS),
        "be": _from_area_codes("32", "nl"),
        "za": list(lists.SOUTH_AFRICAN_TOWNS),
        "mx": list(lists.MEXICAN_TOWNS) + _from_area_codes("52", "es"),
        "hu": _from_area_codes("36", "hu"),
        "lu": list(lists.LUXEMBOURG_TOWNS) + _from_area_codes("352", "fr"),
        "ar": _from_area_codes("54", "es"),
        "co": _from_area_codes("57", "es") + list(lists.COLOMBIAN_TOWNS),
        "cl": _from_area_codes("56", "es") + list(lists.CHILEAN_TOWNS),
        "pe": _from_area_codes("51", "es") + list(lists.PERUVIAN_TOWNS),
        "pt": _from_area_codes("351", "pt"),
        "gr": [romanise(name) for name in _from_area_codes("30", "el")],
        "lt": _from_area_codes("370", "lt"),
        "lv": _from_area_codes("371", "lv"),
        "ee": _from_area_codes("372", "et"),
        "sk": _from_area_codes("421", "sk") + list(lists.SLOVAK_TOWNS),
        "cn": [name.split(",")[0] for name in _from_area_codes("86", "en")],
        "vn": _from_area_codes("84", "vi"),
        "id": _from_area_codes("62", "id"),
        "ng": _from_area_codes("234", "en"),
        "pk": _from_area_codes("92", "en"),
        **{country: list(names) for country, names in lists.MORE_TOWNS.items()},
    }
    provinces = {"AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT"}
    towns["ca"] = [name for name in towns["us"] if name[-2:] in provinces]
    towns["qc"] = [name for name in towns["ca"] if name.endswith("QC")]
    towns["us"] = [name for name in towns["us"] if name[-2:] not in provinces] + list(lists.US_CITIES)
    for country, locale, attribute in lists.FAKER_TOWNS:
        towns[country] = towns.get(country, []) + _attr(_provider("address", locale), attribute)
    towns["de"] = [re.sub(r" (Kreis|Bez) .*", "", name) for name in towns["de"] if len(name) < 32]
    towns["it"] = [
        re.sub(r"\b(Di|Del|Della|Dei|Delle|Ed|In|Al|Nel|Con|Sul) ", lambda m: m[0].lower(), name)
        for name in towns["it"][::4]
    ]
    towns["no"] = list(lists.NORWEGIAN_TOWNS)
    return towns


def _of_split(towns: Iterable[str], split: Split) -> tuple[str, ...]:
    """Keep the towns of a split, whatever state they are in."""
    return tuple(town for town in dict.fromkeys(towns) if split_of(re.split(", | - ", town)[0]) == split)


@cache
def pools(split: Split) -> Pools:
    """Return the pools of a split; the first call reads Faker's lists, which takes a second."""
    names = {origin: Names(*(keep_names(part, split) for part in parts)) for origin, parts in _all_names().items()}
    firsts = keep(_invented(12_000, _rare_first, seed=1), split)
    names["rare"] = Names(firsts, firsts, keep(_invented(40_000, _rare_last, seed=2), split))
    towns = {country: _of_split(all_towns, split) for country, all_towns in _all_towns().items()}
    streets = {"pl": keep(_attr(_provider("address", "pl_PL"), "streets"), split)}
    streets["cz"] = keep(_attr(_provider("address", "cs_CZ"), "streets"), split)
    streets["se"] = keep(_attr(_provider("address", "sv_SE"), "street_prefixes"), split)
    streets["dk"] = keep(_attr(_provider("address", "da_DK"), "street_names"), split)
    streets["fi"] = keep(_attr(_provider("address", "fi_FI"), "street_prefixes"), split)
    return Pools(
        split=split,
        names=names,
        towns=towns,
        stems_en=keep(lists.STEMS_EN, split),
        stems_de=keep(lists.STEMS_DE, split),
        stems={lang: keep(tongue.stems, split) for lang, tongue in TONGUES.items()},
        brands=keep(_invented(16_000, _brand, seed=3), split),
        streets=streets,
        big_towns={country: _of_split(all_towns, split) for country, all_towns in lists.BIG_TOWNS.items()},
        famous=keep(lists.FAMOUS, split),
        nicks=keep(lists.NICKS, split),
        nicks_of={lang: keep(nicks, split) for lang, nicks in lists.NICKS_OF.items()},
    )
