"""Addresses and places in the formats of their countries."""

from __future__ import annotations

import random
import string
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from faker.providers.address.en_GB import Provider as Britain
from faker.providers.address.en_US import Provider as America

from . import lists, names
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
_COUNTRIES: dict[str, dict[str, float]] = {
    "en": {"us": 42, "gb": 24, "ca": 5, "au": 5, "ie": 3.5, "in": 4, "nz": 1.5, "za": 1, "de": 2.5, "at": 0.7, "ch": 1},
    "de": {"de": 58, "at": 15, "ch": 12, "us": 1.5, "gb": 1.5},
}


@cache
def _cumulative(lang: str) -> tuple[list[str], list[float]]:
    home = _COUNTRIES["de" if lang == "de" else "en"]
    share = (100 - sum(home.values())) / sum(_AWAY.values())
    weights = home | {country: weight * share for country, weight in _AWAY.items()}
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
        if self.code in ("gb", "nz", "ie", "in", "za"):
            return f"{self.town} {self.postcode}"
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


_SUFFIXES = (lists.GB_SUFFIXES, lists.US_SUFFIXES + 3 * lists.US_SUFFIXES[:21])


def english_road(rng: random.Random, pools: Pools, country: str) -> str:
    """A road without number: a stem and its suffix."""
    suffix = rng.choice(_SUFFIXES[country in ("us", "ca")])
    roll = rng.random()
    if country == "us" and roll < 0.12:
        return f"{rng.choice(('', '', 'W ', 'E ', 'N. ', 'South ', 'NW '))}{rng.choice(lists.US_NUMBERED)} {suffix}"
    stem = rng.choice(pools.stems_en) if roll < 0.66 else rng.choice(pools.names[rng.choice(("us", "gb", "rare"))].last)
    if country == "us" and roll > 0.85:
        stem = f"{rng.choice(('N', 'S', 'E', 'W', 'N.', 'W.', 'East', 'North', 'SW', 'NE'))} {stem}"
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


def _us(rng: random.Random, pools: Pools, lang: str) -> Place:
    town, state = pools.town(rng, "us").rsplit(", ", 1)
    low, high = America.states_postcode.get(state, (10001, 99950))
    zipcode = f"{rng.randint(low, high):05d}" + (f"-{digits(rng, 4)}" if rng.random() < 0.1 else "")
    if rng.random() < 0.05:
        street = f"{rng.choice(('PO Box', 'P.O. Box', 'P. O. Box', 'Box'))} {rng.randint(10, 9999)}"
        return Place("us", street, "", zipcode, town, state, "USA")
    number = rng.randint(1, rng.choice((99, 999, 9999, 29999)))
    unit = ""
    if rng.random() < 0.2:
        unit = rng.choice(
            ("Apt {}", "Apt. {}", "Apt {}", "Apt #{}", "Suite {}", "Ste {}", "Unit {}", "#{}", "# {}", "Floor {}")
        ).format(rng.choice((str(rng.randint(1, 999)), fill(rng, "%?"), fill(rng, "?"), fill(rng, "%#"))))
    if rng.random() < 0.1 and state in _STATE_NAMES:
        state = _STATE_NAMES[state]
    return Place("us", f"{number} {english_road(rng, pools, 'us')}", unit, zipcode, town, state, "USA")


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
    if roll < 0.16:
        unit = rng.choice(("Flat {}", "Flat {}", "Apartment {}", "Unit {}", "Studio {}")).format(
            rng.choice((str(rng.randint(1, 40)), fill(rng, "%?"), "B")))  # fmt: skip
    elif roll < 0.22:
        unit = _house_name(rng, pools)
    street = f"{_house(rng)} {english_road(rng, pools, 'gb')}"
    if roll > 0.96:
        street = f"{_house_name(rng, pools)}, {english_road(rng, pools, 'gb')}"
    area = rng.choice(("Kent", "Surrey", "Essex", "West Yorkshire", "Lancs", "Devon")) if rng.random() < 0.08 else ""
    return Place("gb", street, unit, british_postcode(rng), pools.town(rng, "gb"), area, "United Kingdom")


def _commonwealth(code: str) -> Callable[[random.Random, Pools, str], Place]:
    def make(rng: random.Random, pools: Pools, lang: str) -> Place:
        town, area, unit = pools.town(rng, code), "", ""
        street = f"{_house(rng)} {english_road(rng, pools, 'gb')}"
        if code == "ca":
            town, area = town.rsplit(", ", 1)
            space = " " if rng.random() < 0.9 else ""
            postcode = fill(rng, f"{rng.choice('ABCEGHJKLMNPRSTVXY')}#?{space}#?#")
            street = f"{rng.randint(1, 9999)} {english_road(rng, pools, 'ca')}"
        elif code == "au":
            area = rng.choice(list(_AU_STATES))
            postcode = _AU_STATES[area].ljust(4, "#").replace("#", "{}").format(*(rng.randint(0, 9) for _ in range(4)))
            if rng.random() < 0.15:
                street = f"{rng.randint(1, 40)}/{street}"
        elif code == "ie":
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
        street, postcode, area, unit = _foreign_street(rng, pools, code)
        town = pools.town(rng, code).split(" - ")[0].split(",")[0]
        return Place(code, street, unit, postcode, town, area, lists.COUNTRY_NAMES[code][lang == "de"])

    return make


def _foreign_street(rng: random.Random, pools: Pools, code: str) -> tuple[str, str, str, str]:
    """Return street, postcode, area and unit as a country writes them."""

    def pick(*options: str) -> str:
        return rng.choice(options)

    home = {"be": "nl", "br": "pt", "mx": "es", "dk": "no", "cz": "cz", "hr": "yu"}.get(code, code)
    family = pools.names[home]
    last, number = rng.choice(family.last), str(rng.randint(1, rng.choice((30, 200))))
    first = rng.choice(family.male or family.female)
    five = digits(rng, 5)
    if code == "fr":
        road = pick(
            "rue",
            "rue",
            "rue",
            "avenue",
            "boulevard",
            "place",
            "chemin",
            "allée",
            "impasse",
            "quai",
            "Rue",
            "av.",
            "bd",
        )
        name = pick(
            f"{first} {last}",
            f"de {rng.choice(pools.towns['fr'])}",
            f"{last}",
            "de la Gare",
            "du Moulin",
            "des Lilas",
            "de l'Église",
            "de la République",
            "du Général " + last,
            "Saint-" + first,
            "des Vignes",
            "du Château",
        )
        return (
            f"{number}{pick('', '', '', ' bis', ' ter')}{pick('', '', ',')} {road} {name}",
            five,
            "",
            pick("", "", "", "Bât. B", "Appt 12"),
        )
    if code in ("es", "mx"):
        road = pick("Calle", "Calle", "C/", "Avda.", "Avenida", "Plaza", "Paseo", "Camino", "Ronda", "C.")
        name = pick(
            f"{first} {last}", last, "del Sol", "de la Luna", "Mayor", f"de {last}", "San " + first, "de los Olivos"
        )
        return (
            f"{road} {name}{pick(', ', ', ', ' ', ', nº ')}{number}",
            five,
            "",
            pick(
                "",
                "",
                f"{rng.randint(1, 9)}º {rng.choice('ABCD')}",
                f"{rng.randint(1, 8)}º izq.",
                f"piso {rng.randint(1, 9)}",
            ),
        )
    if code == "it":
        road = pick("Via", "Via", "Via", "via", "Viale", "Piazza", "Corso", "Vicolo", "Largo", "Strada")
        name = pick(
            f"{first} {last}", last, "Roma", "San " + first, "dei Mille", "Garibaldi", "delle Rose", "XX Settembre"
        )
        return (
            f"{road} {name}{pick(', ', ' ', ' n. ')}{number}",
            five,
            pick("", "(MI)", "RM", "(TO)", "(BO)", "NA"),
            pick("", "", "int. 4"),
        )
    if code in ("nl", "be"):
        road = pick(last, first, "Dorps", "Kerk", "Molen", "Prinsen", "Wilhelmina", "Beuken", "Linden").replace(" ", "")
        road = road.capitalize() + pick(
            "straat", "straat", "weg", "laan", "laan", "plein", "gracht", "kade", "dijk", "hof", "singel"
        )
        letters = f"{rng.choice('ABCDEGHJKLMNPRSTVWXZ')}{rng.choice('ABCDEGHJKLMNPRSTVWXZ')}"
        postcode = (
            f"{rng.randint(1000, 9999)}{pick(' ', '')}{letters}" if code == "nl" else str(rng.randint(1000, 9992))
        )
        return f"{road} {number}{pick('', '', '', 'a', '-2', ' bus 4', ' hs')}", postcode, "", ""
    if code in ("pt", "br"):
        road = pick("Rua", "Rua", "R.", "Av.", "Avenida", "Travessa", "Praça", "Largo")
        name = pick(
            f"{first} {last}", "das Flores", f"de {last}", "do Comércio", "da Liberdade", f"Dr. {last}", "São " + first
        )
        code_text = f"{rng.randint(1000, 9980)}-{digits(rng, 3)}" if code == "pt" else f"{five}-{digits(rng, 3)}"
        return f"{road} {name}, {number}", code_text, "", pick("", "", "3º Esq.", "apto 102", "2.º Dto")
    if code == "pl":
        road = f"{pick('ul. ', 'ul. ', 'al. ', 'os. ', '')}{rng.choice(pools.streets['pl'])}"
        return (
            f"{road} {number}{pick('', '', f'/{rng.randint(1, 90)}', f' m. {rng.randint(1, 90)}', 'A')}",
            f"{five[:2]}-{five[2:]}",
            "",
            "",
        )
    if code == "cz":
        return (
            f"{rng.choice(pools.streets['cz'])} {number}{pick('', f'/{rng.randint(1, 90)}')}",
            f"{rng.randint(1, 7)}{five[:2]} {five[2:4]}",
            "",
            "",
        )
    if code == "se":
        road = rng.choice(pools.streets["se"]) + pick("gatan", "vägen", "vägen", "stigen", "gränd")
        return (
            f"{road} {number}{pick('', '', 'A', ' B', ' lgh 1203')}",
            f"{rng.randint(1, 9)}{five[:2]} {five[2:4]}",
            "",
            "",
        )
    if code in ("dk", "no"):
        road = rng.choice(pools.streets["dk"]) if code == "dk" else last
        road += (
            pick("vej", "gade", "vænget", "allé", "parken")
            if code == "dk"
            else pick("veien", "gata", "vegen", "bakken", "svingen")
        )
        return f"{road} {number}{pick('', '', ', 2. tv', ' B', ', st. th')}", str(rng.randint(1000, 9990)), "", ""
    if code == "fi":
        road = f"{rng.choice(pools.streets['fi'])}{pick('katu', 'tie', 'kuja', 'polku')}"
        return f"{road} {number}{pick('', ' A 4', ' B 12')}", five, "", ""
    if code == "hu":
        return (
            f"{last} {pick('utca', 'u.', 'út', 'tér')} {number}{pick('.', '', '/A', '. II/3')}",
            str(rng.randint(1011, 9985)),
            "",
            "",
        )
    if code == "ro":
        return (
            f"{pick('Str.', 'Strada', 'Bd.', 'Calea')} {first} {last} {pick('nr. ', '')}{number}",
            digits(rng, 6),
            "",
            pick("", "ap. 12"),
        )
    if code == "tr":
        road = f"{last} {pick('Caddesi', 'Cad.', 'Sokak', 'Sok.', 'Sk.', 'Bulvarı')}"
        return f"{road} No: {number}{pick('', '/4', ' D:3')}", five, "", ""
    return f"{pick('Ulica', 'Trg', 'Cesta')} {first} {last} {number}".replace("  ", " "), five, "", ""


_MAKERS: dict[str, Callable[[random.Random, Pools, str], Place]] = {
    "us": _us, "gb": _gb,
    **{code: _commonwealth(code) for code in ("ca", "au", "ie", "in", "nz", "za")},
    **{code: _german(code) for code in ("de", "at", "ch")},
    **{code: _world(code) for code in _AWAY},
}  # fmt: skip


def place(rng: random.Random, pools: Pools, lang: str) -> Place:
    return _MAKERS[pick_country(rng, lang)](rng, pools, lang)


def _shout(rng: random.Random, text: str) -> str:
    roll = rng.random()
    return text.upper() if roll < 0.025 else text.lower() if roll < 0.045 else text


def street(rng: random.Random, where: Place, *, unit: bool = True) -> str:
    if not (unit and where.unit):
        return where.street
    if where.code == "us":
        return f"{where.street}{' ' if where.unit[0] == '#' or rng.random() < 0.4 else ', '}{where.unit}"
    if where.code == "gb" or where.unit.startswith("c/o"):
        return f"{where.unit}{', ' if rng.random() < 0.9 else ' '}{where.street}"
    return f"{where.street}, {where.unit}"


def one_line(rng: random.Random, where: Place, lang: str) -> str:
    """Write an address on one line, as tidily or untidily as people do."""
    front = street(rng, where)
    town = where.town_line
    roll = rng.random()
    abroad = where.code not in (("de",) if lang == "de" else ("us", "gb"))
    if roll < 0.09:  # without postcode: "18 Elm Ct, Springfield, USA"
        town = where.town + (f", {where.area}" if where.code in ("us", "ca") and rng.random() < 0.7 else "")
        country = rng.random() < 0.35
    else:
        country = rng.random() < (0.35 if abroad else 0.06)
    if roll > 0.94:
        town = town.replace(", ", " ")
    elif roll > 0.9 and where.code in ("gb", "ie", "nz", "za"):
        town = f"{where.town}, {where.postcode}"
    elif where.code == "gb" and where.area:
        town = f"{where.town}, {where.area} {where.postcode}"
    elif where.code == "in":
        town = f"{where.town}{rng.choice((' - ', '-', ' ', ', '))}{where.postcode}"
    if country:
        town += f", {country_name(rng, where, lang)}"
    join = rng.choices((", ", " ", " - ", "; ", " / "), cum_weights=(86, 95, 97, 98.5, 100))[0]
    return _shout(rng, front + join + town)


def country_name(rng: random.Random, where: Place, lang: str) -> str:
    if where.code == "us":
        return rng.choice(("USA", "USA", "United States", "U.S.A.", "US"))
    if where.code == "gb" and lang != "de":
        return rng.choice(("UK", "UK", "United Kingdom", "England", "Great Britain"))
    return lists.COUNTRY_NAMES[where.code][lang == "de"]


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
    if where.code in ("gb", "ie", "nz", "in", "za") and rng.random() < 0.65:
        found += [where.town, where.postcode]
    elif where.code == "us" and rng.random() < 0.05:
        found += [f"{where.town}, {where.area}", where.postcode]
    else:
        found.append(where.town_line)
    abroad = where.code not in (("de",) if lang == "de" else ("us", "gb"))
    if rng.random() < (0.4 if abroad else 0.08):
        name = country_name(rng, where, lang)
        found.append(name.upper() if rng.random() < 0.2 else name)
    return found


def postcode_town(rng: random.Random, where: Place) -> str:
    if where.code in ("us", "ca"):
        return rng.choice((f"{where.town}, {where.area} {where.postcode}",
        f"{where.town} {where.area} {where.postcode}",
                           f"{where.postcode} {where.town}"))  # fmt: skip
    return where.town_line


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
    home = rng.choice(("de", "de", "at", "ch") if lang == "de" else ("us", "gb", "gb", "au"))
    town = pools.town(rng, home).split(",")[0]
    road = german_road(rng, pools, "de") if lang == "de" else english_road(rng, pools, "gb")
    stem = rng.choice(pools.stems_de if lang == "de" else pools.stems_en)
    last = rng.choice(pools.names["de" if lang == "de" else "us"].last)
    return rng.choice(_PUBLIC["de" if lang == "de" else "en"]).format(t=town, l=last, r=road, s=stem)


def country(rng: random.Random, lang: str) -> str:
    german = lang == "de"
    if rng.random() < 0.6:
        return rng.choice(list(lists.COUNTRY_NAMES.values()))[german]
    return rng.choice(lists.OTHER_COUNTRIES[german])


def region(rng: random.Random, lang: str) -> str:
    return rng.choice(lists.REGIONS[lang == "de"])
