"""Addresses and places in the formats of their countries."""

from __future__ import annotations

import random
import re
import string
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from faker.providers.address.en_GB import Provider as Britain
from faker.providers.address.en_US import Provider as America

from . import abroad, lists, names
from .languages import TONGUES, known
from .lists import items
from .pools import Pools, Split, keep

_STATE_NAMES = dict(zip(
    items(
        "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH "
        "OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY"
    ),
    America.states, strict=True,
))  # fmt: skip
_AU_STATES = {"NSW": "2", "VIC": "3", "QLD": "4", "SA": "5", "WA": "6", "TAS": "7", "ACT": "26", "NT": "08"}
_AWAY = {
    "fr": 5,
    "es": 4,
    "it": 4,
    "nl": 4,
    "be": 2,
    "pt": 1.5,
    "br": 2,
    "pl": 2,
    "cz": 1,
    "se": 1.5,
    "dk": 1.5,
    "no": 1,
    "fi": 1,
    "hu": 1,
    "ro": 1,
    "hr": 0.7,
    "tr": 1,
    "mx": 1,
}
#: Countries that an address in any text may be in now and then.
_RARE = {
    "is": 1, "gr": 1, "sk": 0.7, "si": 0.7, "lt": 0.6, "lv": 0.5, "ee": 0.5, "ua": 0.6, "bg": 0.6, "jp": 1, "cn": 1,
    "kr": 0.8, "il": 0.6, "ng": 0.9, "ke": 0.8, "pk": 0.7, "id": 0.7, "ph": 0.9, "th": 0.6, "vn": 0.6, "ar": 0.8,
    "co": 0.8, "cl": 0.6, "pe": 0.6, "lu": 0.4,
}  # fmt: skip
_COUNTRIES: dict[str, dict[str, float]] = {
    "en": {"us": 34, "gb": 19, "ca": 5, "au": 5, "ie": 3, "in": 4, "nz": 1.5, "za": 1, "de": 2.5, "at": 0.8, "ch": 1},
    "de": {"de": 56, "at": 15, "ch": 12, "us": 1.5, "gb": 1.5},
    **{lang: {"us": 1.2, "gb": 1.5, "de": 1.5} | tongue.lands for lang, tongue in TONGUES.items()},
}
_HOME = {
    "en": ("us", "us", "gb", "gb", "ie", "au"),
    "de": ("de", "de", "at", "ch"),
    **{lang: (*([max(tongue.lands, key=lambda code: tongue.lands[code])] * 3), *tongue.lands)
       for lang, tongue in TONGUES.items()},
}  # fmt: skip


def home(rng: random.Random, lang: str) -> str:
    """Draw a country where the language is spoken."""
    code = rng.choice(_HOME[known(lang)])
    return "qc" if code == "ca" else code


@cache
def _cumulative(lang: str) -> tuple[list[str], list[float]]:
    home = _COUNTRIES[known(lang)]
    away = {code: weight for code, weight in (_RARE | _AWAY).items() if code not in home}
    share = (100 - sum(home.values())) / sum(away.values())
    weights = home | {country: weight * share for country, weight in away.items()}
    return list(weights), list(accumulate(weights.values()))


def pick_country(rng: random.Random, lang: str) -> str:
    countries, cumulative = _cumulative(lang)
    return rng.choices(countries, cum_weights=cumulative)[0]


def digits(rng: random.Random, count: int) -> str:
    return str(rng.randrange(10**count)).zfill(count)


def fill(rng: random.Random, pattern: str) -> str:
    """Replace ``#`` by a digit, ``?`` by a capital, ``*`` by either, ``^`` by a hex digit, ``%`` by 1 to 9."""
    out = []
    for char in pattern:
        if char == "#":
            char = rng.choice(string.digits)
        elif char == "?":
            char = rng.choice("ABCDEFGHJKLMNPRSTUVWXYZ")
        elif char == "*":
            char = rng.choice("0123456789ABCDEFGHJKLMNPRSTUVWXYZ")
        elif char == "^":
            char = rng.choice("0123456789abcdef")
        elif char == "%":
            char = rng.choice("123456789")
        out.append(char)
    return "".join(out)


_POSTCODE_LAST = frozenset(items("gb nz ie in za jp cn kr ng pk id ph th vn co pe il"))


@dataclass(slots=True)
class Place:
    """One address: ``street`` holds the house number, ``unit`` the flat, ``area`` what follows the town (a state)."""

    code: str
    street: str
    unit: str
    postcode: str
    town: str
    area: str
    country: str

    @property
    def town_line(self) -> str:
        """Postcode and town in the order of the country."""
        if self.code in ("us", "ca"):
            return f"{self.town}, {self.area} {self.postcode}"
        if self.code in ("au",):
            return f"{self.town} {self.area} {self.postcode}"
        if self.code in _POSTCODE_LAST:
            return f"{self.town} {self.postcode}"
        if self.code == "br":
            area = f" - {self.area}" if self.area else ""
            return f"{self.town}{area}, {self.postcode}"
        if self.code == "mx" and self.area:
            return f"{self.postcode} {self.town}, {self.area}"
        if self.code in ("it", "es") and self.area:
            return f"{self.postcode} {self.town} {self.area}"
        return f"{self.postcode} {self.town}"


def _house(rng: random.Random, lang: str = "") -> str:
    number = rng.randint(1, rng.choice((9, 30, 99, 250)))
    roll = rng.random()
    if roll < 0.1:
        space = " " if lang == "de" and roll < 0.03 else ""
        return f"{number}{space}{rng.choice('abcde' if roll < 0.08 else 'ABC')}"
    return f"{number}-{number + 2}" if roll < 0.13 else str(number)


def _last(rng: random.Random, pools: Pools, lang: str) -> str:
    return rng.choice(pools.names[names.pick_origin(rng, lang)].last)


_SUFFIXES = (
    3 * lists.GB_SUFFIXES + lists.RARE_SUFFIXES[:24],
    lists.US_SUFFIXES + 4 * lists.US_SUFFIXES[:21] + lists.RARE_SUFFIXES,
)


def english_road(rng: random.Random, pools: Pools, country: str) -> str:
    """A road without number: a stem and its suffix."""
    suffix = rng.choice(_SUFFIXES[country in ("us", "ca")])
    roll = rng.random()
    if country == "us" and roll < 0.12:
        return f"{rng.choice(('', '', 'W ', 'E ', 'N. ', 'South ', 'NW '))}{rng.choice(lists.US_NUMBERED)} {suffix}"
    stem = rng.choice(pools.stems_en) if roll < 0.66 else rng.choice(pools.names[rng.choice(("us", "gb", "rare"))].last)
    if country == "us" and roll > 0.85:
        stem = f"{rng.choice(('N', 'S', 'E', 'W', 'N.', 'W.', 'East', 'North', 'SW', 'NE'))} {stem}"
    if roll < 0.02:
        return rng.choice(("Highway {}", "County Road {}", "State Route {}", "US-{}", "FM {}", "Hwy {}")).format(
            rng.randint(1, 999)
        ) if country == "us" else f"The {suffix if suffix[-1] != '.' else 'Green'}"  # fmt: skip
    if 0.66 < roll < 0.69:  # "Ryan Morgan Lane"
        stem = f"{rng.choice(pools.names['us'].male + pools.names['us'].female)} {stem}"
    return f"{stem} {suffix}"


def german_road(rng: random.Random, pools: Pools, country: str) -> str:
    """A road without number, in one of the ways German compounds it."""
    roll = rng.random()
    suffix = rng.choice(lists.DE_SUFFIXES[:18] if rng.random() < 0.85 else lists.DE_SUFFIXES)
    if country == "ch":
        suffix = suffix.replace("ß", "ss")
    if roll < 0.42:
        stem = rng.choice(pools.stems_de)
        return stem + (f"er {suffix.title()}" if stem.endswith("burg") else suffix if stem[-2:] != "er" or roll < 0.3
                       else f" {suffix.title()}")  # fmt: skip
    if roll < 0.58:
        return rng.choice(pools.names[rng.choice(("de", "at", "rare"))].last).split()[0] + suffix
    if roll < 0.72:
        first = rng.choice(pools.names["de"].male + pools.names["de"].female[:100])
        return f"{first}-{rng.choice(pools.names[rng.choice(('de', 'at'))].last)}-{suffix.title()}"
    if roll < 0.84:
        return rng.choice(_kept_streets(pools.split))
    town = pools.town(rng, "de")
    while not town.isalpha():
        town = pools.town(rng, "de")
    town = (
        town[:-2] + "er"
        if town.endswith("en") and roll < 0.9
        else town + "er"
        if not town.endswith("e")
        else town + "r"
    )
    return f"{town} {suffix.title()}"


@cache
def _kept_streets(split: Split) -> tuple[str, ...]:
    return keep(lists.DE_STREETS, split)


_US_UNITS = (
    "Apt {}", "Apt {}", "Apt. {}", "Apt. {}", "Apt #{}", "Suite {}", "Suite {}", "Ste {}", "Ste. {}", "Unit {}",
    "Unit {}",
    "#{}", "# {}", "Floor {}", "Apartment {}", "Bldg {}", "Building {}", "Rm {}", "Room {}", "Fl {}", "Lot {}",
    "Trlr {}",
    "PMB {}", "STE {}", "APT {}", "Unit #{}", "No. {}",
)  # fmt: skip


_TOWN_STARTS = ("Port", "New", "North", "South", "East", "West", "Lake", "Fort", "Mount", "Saint", "Upper")
_TOWN_ENDS = items(
    "ton bury shire borough view fort furt mouth haven side land chester burgh stad town ville port field ford"
)
_TOWN_TAILS = items("Springs Falls Heights Hills Beach City Park Island Grove Creek Harbor Valley")


def invented_town(rng: random.Random, pools: Pools) -> str:
    """A town that no map shows, as English ones are composed."""
    name = rng.choice(pools.names[rng.choice(("us", "gb", "rare", "us"))].last).split()[-1]
    roll = rng.random()
    if roll < 0.3:
        return f"{rng.choice(_TOWN_STARTS)} {name}"
    if roll > 0.85:
        return f"{name} {rng.choice(_TOWN_TAILS)}"
    name += rng.choice(_TOWN_ENDS)
    return name if roll < 0.65 else f"{rng.choice(_TOWN_STARTS[:7])} {name}"


def _military(rng: random.Random, pools: Pools) -> Place:
    box = rng.randint(1, 9999)
    street = rng.choice((
        f"PSC {rng.randint(1, 9999)}, Box {box}", f"PSC {rng.randint(1, 9999)} Box {box}",
        f"Unit {rng.randint(1000, 99999)} Box {box}",
        f"CMR {rng.randint(100, 999)} Box {box}", f"Unit {rng.randint(1000, 99999)}",
        f"USS {rng.choice(pools.names['us'].last)}",
        f"USNS {rng.choice(pools.names['us'].last)}", f"USCGC {rng.choice(pools.names['us'].last)}",
        f"PSC {rng.randint(1, 99)}, APO Box {box}",
    ))  # fmt: skip
    area = rng.choice(("AE", "AP", "AA"))
    prefix = {"AE": "09", "AP": "96", "AA": "340"}[area]
    return Place(
        "us", street, "", prefix + digits(rng, 5 - len(prefix)), rng.choice(("APO", "FPO", "DPO")), area, "USA"
    )


def _us(rng: random.Random, pools: Pools, lang: str) -> Place:
    town, state = pools.town(rng, "us").rsplit(", ", 1)
    roll = rng.random()
    if roll < 0.02:
        return _military(rng, pools)
    if roll < 0.2:
        town, state = invented_town(rng, pools), rng.choice(list(_STATE_NAMES))
    low, high = America.states_postcode.get(state, (10001, 99950))
    zipcode = f"{rng.randint(low, high):05d}" + (f"-{digits(rng, 4)}" if rng.random() < 0.12 else "")
    if rng.random() < 0.05:
        box = rng.choice(("PO Box", "P.O. Box", "P. O. Box", "Box", "POB", "PO BOX", "RR 2 Box", "HC 1 Box"))
        street = f"{box} {rng.randint(10, 9999)}"
        return Place("us", street, "", zipcode, town, state, "USA")
    number = str(rng.randint(1, rng.choice((99, 999, 9999, 29999))))
    if rng.random() < 0.05:
        number = number.zfill(5) if rng.random() < 0.5 else number + rng.choice(("A", "B", " 1/2", "-B"))
    unit = ""
    if rng.random() < 0.26:
        unit = rng.choice(_US_UNITS).format(
            rng.choice(
                (
                    str(rng.randint(1, 999)),
                    fill(rng, "%?"),
                    fill(rng, "?"),
                    fill(rng, "%#"),
                    fill(rng, "?-%"),
                    fill(rng, "%##"),
                )
            )
        )
        if rng.random() < 0.06:
            unit = rng.choice(
                ("2nd Floor", "3rd Fl.", "Basement", "Rear", "Penthouse", "c/o Front Desk", "1st floor", "Upper Level")
            )
    if rng.random() < 0.12 and state in _STATE_NAMES:
        state = _STATE_NAMES[state]
    road = english_road(rng, pools, "us")
    street = f"{number}{', ' if rng.random() < 0.02 else ' '}{road}"
    if rng.random() < 0.035:
        street = f"{road} {number}"
    return Place("us", street, unit, zipcode, town, state, "USA")


def british_postcode(rng: random.Random) -> str:
    zone = rng.choice(Britain.POSTAL_ZONES)
    district = rng.choice((f"{rng.randint(1, 9)}", f"{rng.randint(1, 9)}", f"{rng.randint(10, 29)}"))
    if zone in ("W", "EC", "SW", "WC", "E", "N") and rng.random() < 0.2:
        district = f"1{rng.choice('ABFHJRWXY')}"
    space = "" if rng.random() < 0.06 else " "
    return f"{zone}{district}{space}{rng.randint(0, 9)}{''.join(rng.choices('ABDEFGHJLNPQRSTUWXYZ', k=2))}"


def _house_name(rng: random.Random, pools: Pools) -> str:
    return f"{rng.choice(('', '', 'The Old ', 'Little '))}{rng.choice(pools.stems_en)} {rng.choice(lists.HOUSES)}"


def _gb(rng: random.Random, pools: Pools, lang: str) -> Place:
    unit = ""
    roll = rng.random()
    if roll < 0.2:
        unit = rng.choice(
            ("Flat {}", "Flat {}", "Flat {}", "Apartment {}", "Apt {}", "Unit {}", "Studio {}", "Studio {}",
            "Suite {}", "Room {}", "{}th Floor",
             "Flat {n} Block B", "Top Floor Flat", "Ground Floor", "Basement Flat", "Unit {} The Old Mill",
             "Flat {n}/{n}")
        ).format(rng.choice((str(rng.randint(4, 40)), fill(rng, "%?"), "B")), n=rng.randint(1, 9))  # fmt: skip
        if unit.endswith("th Floor"):
            unit = f"{rng.randint(4, 9)}th Floor"
    elif roll < 0.27:
        unit = _house_name(rng, pools)
    street = f"{_house(rng)}{', ' if rng.random() < 0.06 else ' '}{english_road(rng, pools, 'gb')}"
    if roll > 0.96:
        street = f"{_house_name(rng, pools)}, {english_road(rng, pools, 'gb')}"
    elif roll > 0.945:
        street = f"{rng.choice(('PO Box', 'P.O. Box', 'PO BOX'))} {rng.randint(1, 9999)}"
    area = rng.choice(lists.BRITISH_COUNTIES) if rng.random() < 0.12 else ""
    town = invented_town(rng, pools) if rng.random() < 0.1 else pools.town(rng, "gb")
    return Place("gb", street, unit, british_postcode(rng), town, area, "United Kingdom")


def _commonwealth(code: str) -> Callable[[random.Random, Pools, str], Place]:
    def make(rng: random.Random, pools: Pools, lang: str) -> Place:
        town, area, unit = pools.town(rng, code), "", ""
        street = f"{_house(rng)}{', ' if rng.random() < 0.08 else ' '}{english_road(rng, pools, 'gb')}"
        if code == "ca":
            town, area = town.rsplit(", ", 1)
            space = " " if rng.random() < 0.9 else ""
            postcode = fill(rng, f"{rng.choice('ABCEGHJKLMNPRSTVXY')}#?{space}#?#")
            street = f"{rng.randint(1, 9999)} {english_road(rng, pools, 'ca')}"
            if rng.random() < 0.2:
                unit = rng.choice(("Unit {}", "Apt {}", "Suite {}", "#{}", "Apt. {}")).format(rng.randint(1, 2400))
            elif rng.random() < 0.12:
                street = f"{rng.randint(1, 2400)}-{street}"
            if rng.random() < 0.15:
                town = invented_town(rng, pools)
        elif code == "au":
            area = rng.choice(list(_AU_STATES))
            postcode = _AU_STATES[area].ljust(4, "#").replace("#", "{}").format(*(rng.randint(0, 9) for _ in range(4)))
            if rng.random() < 0.15:
                street = f"{rng.randint(1, 40)}/{street}"
            elif rng.random() < 0.12:
                unit = rng.choice(("Unit {}", "Flat {}", "Level {}", "Suite {}", "Shop {}", "Lot {}")).format(
                    rng.randint(1, 60)
                )
            if rng.random() < 0.1:
                town = invented_town(rng, pools)
        elif code == "ie":
            if rng.random() < 0.3:
                area = f"Co. {rng.choice(lists.IRISH_COUNTIES)}"
            postcode = fill(rng, f"{rng.choice('ACDEFHKNPRTVWXY')}## ****")
        elif code == "in":
            postcode = fill(rng, rng.choice(("%#####", "%#####", "%## ###")))
            kind = rng.choice(("Road", "Nagar", "Marg", "Street", "Layout", "Colony", "Cross Road", "Path", "Enclave"))
            number = rng.choice(("{}", "H.No. {}", "No. {}", "Flat {}", "Plot No. {}", "#{}", "Door No. {}")).format(
                rng.choice((str(rng.randint(1, 400)), fill(rng, "%#/%#"), fill(rng, "?-%##"), fill(rng,
                "%-%-##"))))  # fmt: skip
            street = f"{number}, {rng.choice(pools.names['in'].last)} {kind}"
            if rng.random() < 0.3:
                unit = rng.choice(("Sector {}", "Phase {}", "{}th Floor", "Block {}")).format(rng.randint(1, 30))
        else:
            postcode = digits(rng, 4)
        if code in ("nz", "za", "ie") and rng.random() < 0.06:
            street = f"{rng.choice(('PO Box', 'P.O. Box', 'Private Bag'))} {rng.randint(1, 99999)}"
        return Place(code, street, unit, postcode, town, area, lists.COUNTRY_NAMES[code][0])

    return make


def _german(code: str) -> Callable[[random.Random, Pools, str], Place]:
    def make(rng: random.Random, pools: Pools, lang: str) -> Place:
        road = german_road(rng, pools, code)
        house = _house(rng, "de")
        unit = ""
        if code == "at" and rng.random() < 0.5:
            house = rng.choice(("{}/{}", "{}/{}/{}", "{}/Top {}", "{}/Stiege {}/{}")).format(
                rng.randint(1, 160), rng.randint(1, 9), rng.randint(1, 40))  # fmt: skip
        if code == "de":
            postcode = f"{rng.randint(1067, 99998):05d}"
        elif code == "at":
            postcode = str(rng.randint(1010, 9992))
        else:
            postcode = str(rng.randint(1000, 9658))
        roll = rng.random()
        if roll < 0.02:
            road, house = rng.choice(("Postfach", "Postfach", "PF")), rng.choice(
                (fill(rng, "%# ## ##"), fill(rng, "%####"), fill(rng, "%###"), fill(rng, "%## ###")))  # fmt: skip
        elif roll < 0.04:
            road = road.replace("straße", "strasse").replace("str.", "strasse")
        elif roll < 0.08 and rng.random() < 0.5:
            unit = rng.choice(
                ("Hinterhaus", "2. OG", "3. Stock", "EG links", "Whg. 12", "Wohnung 7", "Vorderhaus, 2. OG", "App. 14")
            )
        if rng.random() < 0.03:
            postcode = f"{ {'de': 'D', 'at': 'A', 'ch': 'CH'}[code] }-{postcode}".replace(" ", "")
        town = pools.town(rng, code)
        if rng.random() < 0.02:
            unit = f"c/o {_last(rng, pools, 'de')}"
        return Place(code, f"{road} {house}", unit, postcode, town, "", lists.COUNTRY_NAMES[code][1])

    return make


def _world(code: str) -> Callable[[random.Random, Pools, str], Place]:
    def make(rng: random.Random, pools: Pools, lang: str) -> Place:
        made = abroad.street(rng, pools, code, lang)
        town, _, state = pools.town(rng, "qc" if code == "ca" else code).partition(" - ")
        area = state.strip() if code == "br" else made.area
        return Place(
            code, made.street, made.unit, made.postcode, town.split(",")[0], area, lists.COUNTRY_NAMES[code][0]
        )

    return make


_MAKERS: dict[str, Callable[[random.Random, Pools, str], Place]] = {
    "us": _us, "gb": _gb,
    **{code: _commonwealth(code) for code in ("ca", "au", "ie", "in", "nz", "za")},
    **{code: _german(code) for code in ("de", "at", "ch")},
    **{code: _world(code) for code in (*_AWAY, *_RARE)},
}  # fmt: skip


#: Countries with more than one language, whose addresses are written in the language of the text.
_AS_WRITTEN = {("fr", "ca"): _world("ca"), ("fr", "ch"): _world("ch"), ("it", "ch"): _world("ch")}


def place(rng: random.Random, pools: Pools, lang: str) -> Place:
    code = pick_country(rng, lang)
    return _AS_WRITTEN.get((lang, code), _MAKERS[code])(rng, pools, lang)


def _shout(rng: random.Random, text: str) -> str:
    roll = rng.random()
    return text.upper() if roll < 0.025 else text.lower() if roll < 0.045 else text


def street(rng: random.Random, where: Place, *, unit: bool = True) -> str:
    if not (unit and where.unit):
        return where.street.rstrip(".") if where.code == "hu" else where.street
    if where.code == "us":
        return f"{where.street}{' ' if where.unit[0] == '#' or rng.random() < 0.4 else ', '}{where.unit}"
    if where.code == "br":
        return f"{where.street}{' - ' if rng.random() < 0.75 else ', '}{where.unit}"
    if where.code == "gb" or where.unit.startswith("c/o"):
        return f"{where.unit}{', ' if rng.random() < 0.9 else ' '}{where.street}"
    return f"{where.street}, {where.unit}"


_LABELS = re.compile(r"^(C\.?P\.?|CEP:?|〒) ?")


def bare_postcode(where: Place) -> str:
    """A postcode without the label that some countries put before it within an address."""
    return _LABELS.sub("", where.postcode)


_STATED = frozenset({"us", "ca", "au"})


def _town_part(rng: random.Random, where: Place) -> str:
    """Write postcode, town and state in one of the orders that people give them."""
    town, area, code = where.town, where.area, where.postcode
    if where.code in _STATED:
        forms: tuple[str, ...] = (
            f"{town}, {area}, {code}", f"{town} {area} {code}", f"{town} {area}, {code}", f"{town}, {code}",
            f"{town} {code}",
            f"{code} {town}, {area}", f"{code}, {town}, {area}", f"{town}, {area}", f"{town} {code}, {area}",
            f"{town} ({area}) {code}",
            f"{town}, {area} - {code}", f"{code} {town}", f"{town},{area} {code}", f"{town}, {code} {area}",
        )  # fmt: skip
    elif where.code in _POSTCODE_LAST:
        if where.code in ("gb", "ie") and area:
            town = f"{town}, {area}"
        forms = (
            f"{town}, {code}", f"{town}, {code}", f"{town}, {code}", f"{town} - {code}", f"{town}-{code}",
            f"{code} {town}",
            f"{town}. {code}", f"{code}, {town}", f"{town} {code}", town,
        )  # fmt: skip
    else:
        bare = bare_postcode(where)
        forms = (
            f"{town} {bare}", f"{town}, {bare}", f"{bare}, {town}", f"{where.code.upper()}-{bare} {town}",
            f"{bare} - {town}",
            f"{town} ({bare})", town, f"{bare} {town.upper()}", f"{town} - {bare}",
        )  # fmt: skip
    return rng.choice(forms)


def one_line(rng: random.Random, where: Place, lang: str) -> str:
    """Write an address on one line, as tidily or untidily as people do."""
    front = street(rng, where)
    town = where.town_line
    roll = rng.random()
    foreign = where.code not in _HOME[known(lang)][:4]
    country = rng.random() < (0.35 if foreign else 0.06)
    if roll < 0.07:  # without postcode: "18 Elm Ct, Springfield, USA"
        town = where.town + (f", {where.area}" if where.code in _STATED and rng.random() < 0.7 else "")
        country = rng.random() < 0.35
    elif roll < 0.3:
        town = _town_part(rng, where)
    elif roll > 0.94:
        town = town.replace(", ", " ")
    elif where.code == "gb" and where.area:
        town = f"{where.town}, {where.area} {where.postcode}"
    elif where.code == "in":
        town = f"{where.town}{rng.choice((' - ', '-', ' ', ', '))}{where.postcode}"
    if country:
        name = country_name(rng, where, lang)
        town += rng.choice((f", {name}", f", {name}", f", {name}", f" {name}", f" - {name}", f" ({name})"))
    join = rng.choices((", ", " ", " - ", "; ", " / ", ","), cum_weights=(84, 93, 96, 97.5, 99, 100))[0]
    if roll > 0.985 and not country:  # the town first
        return _shout(rng, f"{town}, {front}")
    return _shout(rng, front + join + town)


def country_name(rng: random.Random, where: Place, lang: str) -> str:
    """A country in the language of the text, or as it calls itself."""
    if where.code in lists.LOCAL_NAMES and rng.random() < 0.15:
        return lists.LOCAL_NAMES[where.code]
    if where.code == "us" and rng.random() < (0.4 if lang in TONGUES else 1):
        return rng.choice(("USA", "USA", "United States", "U.S.A.", "US", "United States of America"))
    if where.code == "gb" and lang != "de" and lang not in TONGUES:
        return rng.choice(("UK", "UK", "United Kingdom", "England", "Great Britain", "U.K.", "Scotland", "Wales"))
    return _country_of(where.code, lang)


def _country_of(code: str, lang: str) -> str:
    if lang in TONGUES:
        return TONGUES[lang].countries[code]
    return lists.COUNTRY_NAMES[code][lang == "de"]


def lines(rng: random.Random, where: Place, lang: str) -> list[str]:
    """Write an address over two to four lines."""
    found: list[str] = []
    if where.unit and rng.random() < 0.5:
        found += (
            [where.unit, where.street]
            if where.code == "gb" or where.unit.startswith("c/o")
            else [where.street, where.unit]
        )
    else:
        found.append(street(rng, where))
    roll = rng.random()
    if where.code in _POSTCODE_LAST and roll < 0.6:
        found += [where.town, where.area, where.postcode] if where.area else [where.town, where.postcode]
    elif where.code in _STATED and roll < 0.08:
        found += (
            [f"{where.town}, {where.area}", where.postcode]
            if roll < 0.05
            else [where.town, f"{where.area} {where.postcode}"]
        )
    elif roll > 0.86:
        found.append(_town_part(rng, where))
    else:
        found.append(where.town_line)
    foreign = where.code not in _HOME[known(lang)][:4]
    if rng.random() < (0.4 if foreign else 0.08):
        name = country_name(rng, where, lang)
        found.append(name.upper() if rng.random() < 0.2 else name)
    if rng.random() < (
        0.14 if where.code in ("gb", "ie", "in", "za", "us") else 0.03
    ):  # each line but the last with a comma
        found[:-1] = [f"{line}," for line in found[:-1]]
    if rng.random() < 0.03:
        found = [line.upper() for line in found]
    return found


def postcode_town(rng: random.Random, where: Place) -> str:
    odd = rng.random() < (0.4 if where.code in _STATED else 0.08)
    return _LABELS.sub("", _town_part(rng, where) if odd else where.town_line)


_PUBLIC = {
    "en": ("{t} Station", "{t} Airport", "{l} Park", "{r}", "{t} Town Hall", "{l} Square", "Lake {l}", "{t} Library",
    "{l} Bridge",
           "Mount {l}", "{t} Harbour", "{t} Central Station", "{t} High Street", "{l} Stadium",
           "{l} Memorial Park", "River {l}", "{t} Bus Station", "{s} Common", "{s} Shopping Centre", "Fort {l}",
           "{t} Beach"),
    "de": ("{t} Hauptbahnhof", "Bahnhof {t}", "{t} Hbf", "Flughafen {t}", "{r}", "{l}platz", "{l}park", "Stadtpark {t}",
           "Marktplatz {t}", "{l}-Brücke", "Schloss {t}", "Autobahnkreuz {t}", "{s}see", "Stadthalle {t}",
           "{t}-Nord", "Burg {t}", "{l}halle", "Stadion am {s}weg", "U-Bahnhof {r}", "Haltestelle {r}", "{s}wald"),
}  # fmt: skip


def public_place(rng: random.Random, pools: Pools, lang: str) -> str:
    """A place that nobody lives at."""
    lang = known(lang)
    town = pools.town(rng, home(rng, lang)).split(" - ")[0].split(",")[0]
    family = pools.names[names.native(lang)]
    last = rng.choice(family.last)
    if lang in TONGUES:
        stem, first = rng.choice(pools.stems[lang]), rng.choice(family.male + family.female)
        return contracted(rng.choice(TONGUES[lang].public).format(t=town, l=last.split()[-1], f1=first, s=stem), lang)
    road = german_road(rng, pools, "de") if lang == "de" else english_road(rng, pools, "gb")
    stem = rng.choice(pools.stems_de if lang == "de" else pools.stems_en)
    return rng.choice(_PUBLIC[lang]).format(t=town, l=last, r=road, s=stem)


_VOWEL = "AEIOUYÉÈÊÀÂÎÔÛH"


def contracted(text: str, lang: str) -> str:
    """Join French articles as they are spoken.

    >>> contracted("Mairie de Angers", "fr"), contracted("gare de Le Mans", "fr")
    ("Mairie d'Angers", 'gare du Mans')
    """
    if lang == "fr":
        text = text.replace("de Le ", "du ").replace("de Les ", "des ")
        head, found, tail = text.partition(" de ")
        while found:
            if tail[:1] in _VOWEL and tail[:1] != "H":
                return f"{head} d'{tail}"
            more, found, tail = tail.partition(" de ")
            head = f"{head} de {more}"
    return text


def country(rng: random.Random, lang: str) -> str:
    """A country on its own, by its usual name in the language."""
    if rng.random() < 0.6:
        return _country_of(rng.choice(list(lists.COUNTRY_NAMES)), lang)
    return rng.choice(TONGUES[lang].other_countries if lang in TONGUES else lists.OTHER_COUNTRIES[lang == "de"])


def region(rng: random.Random, lang: str) -> str:
    return rng.choice(TONGUES[lang].regions if lang in TONGUES else lists.REGIONS[lang == "de"])
