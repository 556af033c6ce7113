"""Numbers of things, prices and measures: digits that are nobody's."""

from __future__ import annotations

import random

from .languages import TONGUES
from .lists import items
from .numbers import digits, fill

_ENGLISH_AMOUNTS = items(
    "${}, ${}, ${}, ${}, £{}, £{}, £{}, €{}, {} USD, USD {}, GBP {}, {} EUR, A${}, {} dollars, Rs. {}, {} GBP"
)
_UNITS = items("kg g km m cm mm l ml kWh W GB MB °C m² mg km/h V Hz bar")
_GERMAN_UNITS = items("Stück Liter Meter")
_ENGLISH_UNITS = items("lbs oz miles ft inches gallons mph mmHg")


_THOUSANDS = {"fr": (" ", " ", "\u202f", "\u00a0", "", "."), "es": (".", ".", ".", "", " ")}
#: Of the other currencies of a language, and the other ways to write euros.
_CURRENCIES = {
    "fr": ("{} CHF", "CHF {}", "{} $ CA", "{} francs", "EUR {}"),
    "es": ("$ {}", "${} MXN", "${}", "S/ {}", "{} pesos", "$ {} ARS"),
    "it": ("€ {}", "€ {}", "€{}", "euro {}", "{} euro", "Euro {}"),
    "nl": ("€ {}", "€ {}", "€ {}", "€{}", "EUR {}", "{} euro"),
    "pt": ("R$ {}", "R$ {}", "R$ {}", "R${}", "{} reais", "EUR {}"),
}


def amount(rng: random.Random, lang: str, *, form: float) -> str:
    whole, cents = (
        rng.randint(1, rng.choice((99, 999, 9999, 250000))),
        rng.choice((0, 50, 90, 95, 99, rng.randint(0, 99))),
    )
    if lang == "de":
        number = f"{whole:,}".replace(",", rng.choice((".", ".", "", " "))) + rng.choice(
            (f",{cents:02d}", f",{cents:02d}", ",-", "")
        )
        forms: tuple[str, ...] = (
            "{} €",
            "{} €",
            "{} €",
            "{} EUR",
            "{} Euro",
            "EUR {}",
            "€ {}",
            "{} CHF",
            "CHF {}",
            "{}€",
        )
        return forms[int(form * len(forms))].format(number)
    if lang in TONGUES:
        number = f"{whole:,}".replace(",", rng.choice(_THOUSANDS.get(lang, (".", ".", "", " "))))
        number += rng.choice((f",{cents:02d}", f",{cents:02d}", f",{cents:02d}", ""))
        euros = "{} euro" if lang in ("it", "nl") else "{} euros"
        forms = ("{} €", "{} €", "{} €", "{} €", "{}€", "{} EUR", euros, *_CURRENCIES[lang])
        return forms[int(form * len(forms))].format(number)
    number = f"{whole:,}" if rng.random() < 0.8 else str(whole)
    number += f".{cents:02d}" if rng.random() < 0.75 else ""
    return _ENGLISH_AMOUNTS[int(form * len(_ENGLISH_AMOUNTS))].format(number)


def decimal(rng: random.Random, lang: str) -> str:
    number = f"{rng.uniform(0, rng.choice((1, 10, 100, 5000))):.{rng.choice((1, 2, 2, 3, 4))}f}"
    return number.replace(".", ",") if (lang == "de" or lang in TONGUES) and rng.random() < 0.8 else number


def percent(rng: random.Random, lang: str) -> str:
    number = str(rng.randint(0, 100)) if rng.random() < 0.5 else f"{rng.uniform(0, 100):.{rng.choice((1, 2))}f}"
    if lang == "de" or lang in TONGUES:
        return f"{number.replace('.', ',')}{rng.choice((' %', '%'))}"
    return f"{number}%"


def measure(rng: random.Random, lang: str) -> str:
    number = decimal(rng, lang) if rng.random() < 0.4 else str(rng.randint(1, 900))
    unit = rng.choice(_UNITS + (() if lang in TONGUES else _GERMAN_UNITS if lang == "de" else _ENGLISH_UNITS))
    return f"{number}{'' if lang == 'en' and rng.random() < 0.33 else ' '}{unit}"


def integer(rng: random.Random) -> str:
    return str(rng.randint(0, rng.choice((9, 30, 99, 999, 9999, 100_000))))


#: Shapes that resemble telephone numbers, SSNs, cards and dates are meant: only the words around tell them apart.
_THINGS = {
    "order": ("######", "#######", "%#########", "ORD-######", "ORD######", "PO-%####", "PO %######",
    "%##-%######-%######", "###-##-####", "#%########",
              "SO%######", "20##-#####", "%### #### ####", "A%####", "??-######", "#######-##", "W%########",
              "%##-####", "B%#####", "4#####", "%#/####",
              "%###########", "PO#####-#"),
    "invoice": ("INV-#####", "INV-20##-####", "20######", "RE-####", "20##/####", "R%######", "%######", "INV######",
    "####-##", "RG20##-###", "##-#####",
                "20##-##-###", "%#########", "###-##-####", "F-%####", "2#####-#"),
    "ticket": ("#%####", "INC#######", "JIRA-####", "TCK-%#####", "%######", "REQ#######", "HD-####", "#######",
    "SUP-###", "??-####", "%####-%", "CHG0######",
               "BUG-####", "CASE-########", "###-###-####"),
    "tracking": ("1Z***###########%#", "JD##################", "########## ##", "00340434############",
    "##############", "############", "9400###############",
                 "RR#########DE", "LX#########GB", "%###########", "H##############", "#### #### #### ####",
                 "TBA############", "CP#########US"),
    "article": ("####-####", "SKU-#####", "??-####-??", "%#####", "###.###.##", "ART-#####", "#######", "??####",
    "%## ### ###", "B0********", "####.##", "##-###-####",
                "#############", "?###/##", "P/N ######-###", "???-###-?"),
    "transaction": ("TXN########", "^^^^^^^^^^^^^^^^", "%#################", "20############", "pi_^^^^^^^^^^^^^^^^",
    "T-##########", "%###########", "ch_************",
                    "#### #### ####", "PAY-*****************", "############", "TX-####-####-####"),
}  # fmt: skip


def thing(rng: random.Random, kind: str) -> str:
    """The number of an order, invoice, parcel, ..."""
    shape = rng.choice(_THINGS[kind])
    if shape.startswith("20##") and rng.random() < 0.7:
        shape = f"20{rng.randint(15, 26)}" + shape[4:]
    return fill(rng, shape)


def isbn(rng: random.Random) -> str:
    body = rng.choice(("978", "978", "979")) + rng.choice("013") + digits(rng, 8)
    check = -sum(int(char) * (3 if at % 2 else 1) for at, char in enumerate(body)) % 10
    number = f"{body}{check}"
    if rng.random() < 0.6:
        return f"{number[:3]}-{number[3]}-{number[4:7]}-{number[7:12]}-{number[12]}"
    return number if rng.random() < 0.7 else fill(rng, "#-###-#####-#")


def year(rng: random.Random) -> str:
    return str(rng.randint(2000, 2027) if rng.random() < 0.7 else rng.randint(1900, 2000))


def age(rng: random.Random) -> str:
    return str(rng.choice((rng.randint(18, 80), rng.randint(18, 80), rng.randint(1, 99))))


def http_status(rng: random.Random) -> str:
    return rng.choice(
        (
            "200",
            "200",
            "201",
            "204",
            "301",
            "302",
            "304",
            "400",
            "401",
            "403",
            "404",
            "404",
            "409",
            "422",
            "429",
            "500",
            "502",
            "503",
        )
    )


def port(rng: random.Random) -> str:
    return rng.choice(
        (
            "22",
            "80",
            "443",
            "3306",
            "5432",
            "6379",
            "8080",
            "8443",
            "27017",
            str(rng.randint(1024, 65535)),
            str(rng.randint(1024, 65535)),
        )
    )
