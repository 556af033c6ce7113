"""Identifiers, plates and accounts of the countries where French, Spanish, Italian, Dutch and Portuguese are spoken."""

from __future__ import annotations

import random
from collections.abc import Callable

from . import dates
from .abroad import number_in
from .lists import items

Make = Callable[[random.Random], str]

_DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"


def dni(rng: random.Random) -> str:
    """Spanish identity number, or that of a foreigner, with its letter."""
    if rng.random() < 0.3:
        first, number = rng.randint(0, 2), rng.randint(0, 9_999_999)
        letter = _DNI_LETTERS[int(f"{first}{number:07d}") % 23]
        return f"{'XYZ'[first]}{rng.choice(('', '-'))}{number:07d}{rng.choice(('', '-'))}{letter}"
    number = rng.randint(1_000_000, 99_999_999)
    return f"{number:08d}{rng.choice(('', '-', ' ')) if rng.random() < 0.4 else ''}{_DNI_LETTERS[number % 23]}"


def dotted_dni(rng: random.Random) -> str:
    number = rng.randint(1_000_000, 99_999_999)
    return f"{number:,}".replace(",", ".") + rng.choice(("-", "", " ")) + _DNI_LETTERS[number % 23]


def argentine(rng: random.Random) -> str:
    number = rng.randint(5_000_000, 47_000_000)
    return rng.choice((str(number), f"{number:,}".replace(",", ".")))


def rut(rng: random.Random) -> str:
    """Chilean RUT with its check character."""
    number = rng.randint(4_000_000, 26_000_000)
    total = sum(int(char) * (2 + at % 6) for at, char in enumerate(reversed(str(number))))
    rest = 11 - total % 11
    check = "0" if rest == 11 else rng.choice("Kk") if rest == 10 else str(rest)
    return f"{number:,}".replace(",", ".") + f"-{check}" if rng.random() < 0.7 else f"{number}-{check}"


def nir(rng: random.Random) -> str:
    """French social security number with its key."""
    body = f"{rng.randint(1, 2)}{rng.randint(30, 99):02d}{rng.randint(1, 12):02d}{rng.randint(1, 95):02d}"
    body += f"{rng.randint(1, 990):03d}{rng.randint(1, 990):03d}"
    key = f"{97 - int(body) % 97:02d}"
    roll = rng.random()
    if roll < 0.6:
        return f"{body[0]} {body[1:3]} {body[3:5]} {body[5:7]} {body[7:10]} {body[10:]} {key}"
    return body + key if roll < 0.92 else f"{body} {key}" if roll < 0.97 else body


_CF_ODD = dict(
    zip(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        (1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16,
        10, 22, 25, 24, 23),
        strict=True,
    )
)  # fmt: skip


def codice_fiscale(rng: random.Random) -> str:
    """Italian tax code with its check letter."""
    when = dates.a_day(rng, birthday=True)
    day = when.day + (40 if rng.random() < 0.5 else 0)
    letters = "".join(rng.choice("BCDFGLMNPRSTVZ") for _ in range(5)) + rng.choice("AEIOUBCDLMNRST")
    town = f"{rng.choice('ABCDEFGHIL')}{rng.randint(1, 999):03d}"
    body = f"{letters}{when:%y}{'ABCDEHLMPRST'[when.month - 1]}{day:02d}{town}"
    total = sum(
        _CF_ODD[char] if at % 2 == 0 else int(char) if char.isdigit() else ord(char) - 65
        for at, char in enumerate(body)
    )
    code = body + chr(65 + total % 26)
    if rng.random() < 0.08:
        return f"{code[:3]} {code[3:6]} {code[6:11]} {code[11:]}"
    return code.lower() if rng.random() < 0.03 else code


def bsn(rng: random.Random) -> str:
    """Dutch citizen number, which passes the test of eleven."""
    while True:
        body = str(rng.randint(10_000_000, 99_999_999))
        check = sum(int(char) * (9 - at) for at, char in enumerate(body)) % 11
        if check < 10:
            number = f"{body}{check}"
            return number if rng.random() < 0.7 else rng.choice((
                f"{number[:3]} {number[3:6]} {number[6:]}", f"{number[:4]}.{number[4:6]}.{number[6:]}",
                f"{number[:4]} {number[4:6]} {number[6:]}",
            ))  # fmt: skip


def belgian(rng: random.Random) -> str:
    when = dates.a_day(rng, birthday=True)
    serial = f"{rng.randint(1, 997):03d}"
    base = f"{when:%y%m%d}{serial}"
    check = f"{97 - int(('2' if when.year > 1999 else '') + base) % 97:02d}"
    return f"{when:%y.%m.%d}-{serial}.{check}" if rng.random() < 0.75 else base + check


def nif_pt(rng: random.Random) -> str:
    """Portuguese tax number with its check digit."""
    body = rng.choice("1235689") + number_in(rng, "#######")
    check = 11 - sum(int(char) * (9 - at) for at, char in enumerate(body)) % 11
    number = f"{body}{check if check < 10 else 0}"
    return number if rng.random() < 0.65 else f"{number[:3]} {number[3:6]} {number[6:]}"


def cpf(rng: random.Random) -> str:
    """Brazilian CPF with its check digits."""
    body = number_in(rng, "#########")
    for length in (10, 11):
        total = sum(int(char) * (length - at) for at, char in enumerate(body)) * 10 % 11
        body += str(total % 10)
    return f"{body[:3]}.{body[3:6]}.{body[6:9]}-{body[9:]}" if rng.random() < 0.75 else body


def curp(rng: random.Random) -> str:
    when = dates.a_day(rng, birthday=True)
    state = rng.choice(items("DF JC NL PL VZ GT MC OC CH YN BC SR SL QT"))
    return f"{number_in(rng, '????')}{when:%y%m%d}{rng.choice('HM')}{state}{number_in(rng, '???')}" + (
        rng.choice("0A") + str(rng.randint(0, 9))
    )


def rfc(rng: random.Random) -> str:
    when = dates.a_day(rng, birthday=True)
    return f"{number_in(rng, '????')}{when:%y%m%d}{number_in(rng, rng.choice(('?#?', '##?', '??#', '#?#')))}"


def cuit(rng: random.Random) -> str:
    return f"{rng.choice((20, 23, 24, 27, 30))}-{rng.randint(5_000_000, 47_000_000):08d}-{rng.randint(0, 9)}"


def _shapes(*shapes: str) -> Make:
    return lambda rng: number_in(rng, rng.choice(shapes))


#: Kind of number, language: what makes one, as often as it stands here.
NATIONAL: dict[str, tuple[Make, ...]] = {
    "fr": (nir, nir, nir, nir, nir, belgian, _shapes("############", "##???####??%#", "%????####"),
    _shapes("756.####.####.##", "?########")),
    "es": (dni, dni, dni, dni, dotted_dni, curp, curp, argentine, rut, _shapes("%.###.###.###", "%#######",
    "%########", "%## ### ###")),
    "it": (codice_fiscale, codice_fiscale, _shapes("CA#####??", "CA#####??", "?? #######", "A?#######", "???####??")),
    "nl": (bsn, bsn, bsn, bsn, belgian, belgian, _shapes("I?????##%", "???######", "SPECI####")),
    "pt": (cpf, cpf, cpf, _shapes("######## # ??#", "########", "########-#", "######## #", "########-#??#"),
    _shapes("##.###.###-#", "##.###.###-?",
           "#########")),
}  # fmt: skip
TAX: dict[str, tuple[Make, ...]] = {
    "fr": (_shapes("%############", "%# ## ### ### ###", "0# ## ### ### ###", "3############"),
    _shapes("FR##%########", "FR ## ### ### ###", "BE0###.###.###",
           "CHE-###.###.###", "### ### ###", "### ### ### #####")),
    "es": (dni, dni, dni, rfc, rfc, cuit, rut, _shapes("B########", "B-########", "A########", "ESB########",
    "###.###.###-#", "10#########", "20#########")),
    "it": (codice_fiscale, codice_fiscale, codice_fiscale, _shapes("0##########", "IT0##########", "%##########",
    "0#### ### ###")),
    "nl": (bsn, bsn, _shapes("NL#########B##", "#########B01", "NL ### ### ### B##", "####.##.###.B.##",
    "BE 0###.###.###")),
    "pt": (nif_pt, nif_pt, nif_pt, nif_pt, cpf, cpf, cpf, _shapes("##.###.###/0001-##", "PT#########",
    "##############")),
}  # fmt: skip
HEALTH: dict[str, tuple[Make, ...]] = {
    "fr": (nir, nir, _shapes("########", "%# ### ###", "IPP-#######", "P#######", "80250###########", "###-###-###",
    "DOS-#####", "%#########")),
    "es": (_shapes("##/########/##", "## ########## ##", "???######", "????##########", "AN##########",
    "######", "HC-#####", "%######", "###########",
           "BBBB??######%##"), _shapes("## #### #### ##", "############", "########", "#######",
           "???? # ###### ###")),
    "it": (codice_fiscale, _shapes("80380###############", "80380000############", "########", "%#######",
    "#### ####", "CART-#####")),
    "nl": (bsn, _shapes("%#######", "%######", "##########", "P-######", "PAT%####", "%########",
    "80528###############", "Z######")),
    "pt": (_shapes("#########", "### ### ###", "### #### #### ####", "###############", "7## #### #### ####",
    "P-#####", "PT-######", "%######", "8## #### #### ####"),),
}  # fmt: skip
PASSPORTS: dict[str, tuple[Make, ...]] = {
    "fr": (_shapes("##??#####", "##??#####", "##??#####", "## ?? #####", "E?######", "X#######", "??######"),),
    "es": (_shapes("???######", "???######", "PA?######", "?########", "G########", "??######", "???######?",
    "N########"),),
    "it": (_shapes("YA#######", "YB#######", "A?#######", "AA#######", "YC#######", "X#######"),),
    "nl": (_shapes("N?#?####%", "???????##", "NW#######", "?????##%#", "E?######"),),
    "pt": (_shapes("?######", "C?######", "FX######", "F?######", "?? ######", "CA######"),),
}  # fmt: skip
LICENSES: dict[str, tuple[Make, ...]] = {
    "fr": (_shapes("############", "##??#####", "##############", "## ## ## ### ###", "############", "%##?#####",
    "?####-######-##"),),
    "es": (dni, _shapes("########-?", "?-########", "##########", "########", "?########", "??-#####", "%#.###.###")),
    "it": (_shapes("?? #######?", "U1########?", "U1?######?", "??#######?", "MI#######?", "RM#######?",
    "TO#######?"),),
    "nl": (_shapes("%#########", "5#########", "4#########", "##########", "%########"),),
    "pt": (_shapes("L-######## #", "L-#######", "???-###### #", "###########", "P-########", "0##########",
    "??-###### %"),),
}  # fmt: skip
ACCOUNTS: dict[str, tuple[Make, ...]] = {
    "fr": (_shapes("###########", "##########?", "%#########?", "0##########", "#### ### ### ?", "###-#######-##"),),
    "es": (_shapes("##########", "%#########", "################", "#### #### ## ##########", "####################",
    "##################", "###-######-##",
           "######### #"),),
    "it": (_shapes("############", "000000######", "%########", "CC##########", "######", "#### #### ####"),),
    "nl": (_shapes("%########", "%#.##.##.###", "## ## ## ###", "%######", "P%######", "###-#######-##",
    "##.##.##.###"),),
    "pt": (_shapes("###########", "%####-#", "#####-#", "%######-#", "##########", "%#######-?", "####.#####-#",
    "#####################"),),
}  # fmt: skip
SORT_ACCOUNTS: dict[str, tuple[Make, ...]] = {
    "fr": (_shapes("##### ##### ########### ##", "3#### ##### ########### ##", "1####-#####-###########-##",
    "##### / ##### / ########### / ##", "30004 ##### ########### ##"),),
    "es": (_shapes("#### #### ## ##########", "####-####-##-##########", "2100 #### ## ##########",
    "0049 #### ## ##########", "####.####.##.##########", "#### #### / ##########"),),
    "it": (_shapes("0#### 0#### ############", "0####-0####-############", "? 0#### 0#### ############",
    "0####/0#### ############"),),
    "nl": (_shapes("###-#######-##", "INGB %########", "RABO0%########", "ABNA 0%########"),),
    "pt": (_shapes("0### #### ########### ##", "#### / #####-#", "####-# / #####-#", "####-# %####-#",
    "0### #### #####-#"),),
}  # fmt: skip

_CONSONANTS = "BCDFGHJKLMNPRSTVWXYZ"


def _spanish_plate(rng: random.Random) -> str:
    letters = "".join(rng.choice(_CONSONANTS) for _ in range(3))
    return f"{number_in(rng, '####')}{rng.choice((' ', ' ', '', '-'))}{letters}"


PLATES: dict[str, tuple[Make, ...]] = {
    "fr": (_shapes("??-###-??"), _shapes("??-###-??", "?? ### ??", "??###??"), _shapes("### ??? 75", "#### ?? 69",
    "%#-???-##", "1-???-###", "2-???-###", "VD ######", "GE %#####",
           "?## ???")),
    "es": (_spanish_plate, _spanish_plate, _spanish_plate, _shapes("M-####-??", "B-####-??", "V-####-??", "???-##-##",
    "???-###-?", "?? ### ??", "??? ###", "??-??-##", "???-###")),
    "it": (_shapes("?? ###??", "??###??", "?? ### ??", "??-###-??"), _shapes("??###??", "?? ###??"), _shapes("??#####",
    "TI ######", "MI ######")),
    "nl": (_shapes("??-###-?", "?-###-??", "##-???-#", "#-???-##", "??-##-??", "##-??-##", "??-??-##", "??###?"),
    _shapes("??-###-?", "#-???-##"), _shapes("1-???-###", "2-???-###")),
    "pt": (_shapes("??-##-??", "##-??-##", "##-##-??", "?? ## ??"), _shapes("???#?##", "???#?##", "???-####",
    "???####", "??? #?##")),
}  # fmt: skip


def make(rng: random.Random, kinds: dict[str, tuple[Make, ...]], lang: str) -> str:
    """Make a number of a kind as the countries of a language have it."""
    return rng.choice(kinds[lang])(rng)
