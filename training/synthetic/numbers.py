"""Numbers with the structure, and mostly the check digits, of the real thing."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache, lru_cache

import phonenumbers
from phonenumbers.geodata import GEOCODE_DATA

from . import dates, ids, phones, places
from .ids import codice_fiscale, dni, nir
from .languages import TONGUES
from .lists import items
from .pools import strip_accents

digits, fill = places.digits, places.fill


# Cards and accounts


def luhn(number: str) -> int:
    """Return the check digit that makes ``number`` pass Luhn.

    >>> luhn("7992739871")
    3
    """
    total = 0
    for position, char in enumerate(reversed(number)):
        digit = int(char) * (2 if position % 2 == 0 else 1)
        total += digit - 9 if digit > 9 else digit
    return -total % 10


_CARDS: tuple[tuple[Callable[[random.Random], str], int], ...] = (
    (lambda rng: "4", 16),
    (lambda rng: "4", 16),
    (lambda rng: str(rng.randint(51, 55)), 16),
    (lambda rng: str(rng.randint(2221, 2720)), 16),
    (lambda rng: rng.choice(("34", "37")), 15),
    (lambda rng: rng.choice(("6011", "65", "644")), 16),
    (lambda rng: rng.choice(("36", "38", "300", "305")), 14),
    (lambda rng: str(rng.randint(3528, 3589)), 16),
    (lambda rng: rng.choice(("5018", "6759", "6304")), 16),
)


def card(rng: random.Random) -> str:
    prefix, length = rng.choice(_CARDS)
    start = prefix(rng)
    body = start + digits(rng, length - 1 - len(start))
    check = luhn(body)
    if rng.random() < 0.08:  # people mistype
        check = (check + rng.randint(1, 9)) % 10
    number = f"{body}{check}"
    groups = [number[at : at + 4] for at in range(0, length, 4)]
    if length < 16:
        groups = [number[:4], number[4:10], number[10:]]
    roll = rng.random()
    if roll > 0.93:
        return rng.choice((".", ".", "  ", " - ")).join(groups)
    return number if roll < 0.35 else " ".join(groups) if roll < 0.74 else "-".join(groups)


#: National part of an IBAN: # digit, ? capital.
_IBANS = {
    "DE": "##################", "AT": "################", "CH": "#################", "LI": "#################",
    "GB": "????##############",
    "FR": "#######################", "ES": "####################", "IT": "?######################",
    "NL": "????##########",
    "BE": "############", "LU": "################", "IE": "????##############", "PT": "#####################",
    "PL": "########################", "DK": "##############", "SE": "####################", "NO": "###########",
    "FI": "##############", "CZ": "####################", "HU": "########################",
    "RO": "????################",
    "HR": "#################", "GR": "#######################", "TR": "######################",
    "LT": "################",
}  # fmt: skip


def iban_check(country: str, national: str) -> str:
    """Return the two check digits.

    >>> iban_check("DE", "370400440532013000")
    '89'
    """
    value = int("".join(str(int(char, 36)) for char in f"{national}{country}00"))
    return f"{98 - value % 97:02d}"


_BANKS = {
    "en": ("GB", "GB", "GB", "IE", "DE", "FR", "NL", "ES"),
    "de": ("DE", "DE", "DE", "DE", "DE", "AT", "AT", "CH"),
    "fr": ("FR", "FR", "FR", "FR", "FR", "FR", "BE", "CH", "LU"),
    "es": ("ES",),
    "it": ("IT",),
    "nl": ("NL", "NL", "NL", "BE"),
    "pt": ("PT",),
}


def iban(rng: random.Random, lang: str) -> str:
    home = _BANKS.get(lang, _BANKS["en"])
    country = rng.choice(home) if rng.random() < 0.6 else rng.choice(list(_IBANS))
    national = fill(rng, _IBANS[country])
    number = f"{country}{iban_check(country, national)}{national}"
    roll = rng.random()
    if roll < 0.45:
        return number
    if roll < 0.95:
        return " ".join(number[at : at + 4] for at in range(0, len(number), 4))
    return "-".join(number[at : at + 4] for at in range(0, len(number), 4)) if roll < 0.98 else number.lower()


def account(rng: random.Random, lang: str) -> str:
    if lang in TONGUES and rng.random() < 0.94:
        return ids.make(rng, ids.ACCOUNTS, lang)
    if lang == "de":
        return fill(
            rng,
            rng.choice(("##########", "%######", "%########", "%## ### ###", "%### ### ##", "%#########", "%#####")),
        )
    return fill(rng, rng.choice(("########", "########", "%###########", "%#########", "%#######", "#### ####",
    "%########",
                                 "%###-######", "00########")))  # fmt: skip


def sort_account(rng: random.Random, lang: str) -> str:
    if lang in TONGUES and rng.random() < 0.94:
        return ids.make(rng, ids.SORT_ACCOUNTS, lang)
    if lang == "de":
        code = fill(rng, rng.choice(("%#######", "%## ### ##")))
        return code + rng.choice((" / ", "/", " ", ", ", "-")) + account(rng, lang)
    if rng.random() < 0.35:
        return fill(rng, rng.choice(("0######## / ", "#########-", "1######## ", "3########/"))) + fill(
            rng, "%#########"
        )
    return fill(
        rng,
        rng.choice(
            ("##-##-## ########", "##-##-## / ########", "###### ########", "##-##-##, ########", "## ## ## ########")
        ),
    )


# National identifiers


def ssn(rng: random.Random) -> str:
    area = rng.choice((rng.randint(1, 665), rng.randint(667, 899)))
    parts = f"{area:03d}", f"{rng.randint(1, 99):02d}", f"{rng.randint(1, 9999):04d}"
    return rng.choices(("-", " ", "", "."), cum_weights=(72, 84, 97, 100))[0].join(parts)


def steuer_id(rng: random.Random) -> str:
    """German tax id: one digit of the first ten twice, check digit by ISO 7064 mod 11, 10."""
    used = rng.sample("0123456789", 9)
    body = [*used, used[rng.randint(1, 8)]]
    rng.shuffle(body)
    if body[0] == "0":
        body.reverse()
        if body[0] == "0":
            body[0], body[4] = body[4], body[0]
    product = 10
    for char in body:
        total = (int(char) + product) % 10 or 10
        product = total * 2 % 11
    number = "".join(body) + str((11 - product) % 10)
    return f"{number[:2]} {number[2:5]} {number[5:8]} {number[8:]}" if rng.random() < 0.45 else number


_ICAO = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def icao_check(text: str) -> int:
    """Check digit of machine-readable documents.

    >>> icao_check("L01X00T47")
    1
    """
    return sum(_ICAO.index(char) * (7, 3, 1)[at % 3] for at, char in enumerate(text)) % 10


def _german_document(rng: random.Random, start: str) -> str:
    number = rng.choice(start) + "".join(rng.choice("0123456789CFGHJKLMNPRTVWXYZ") for _ in range(8))
    return number + (str(icao_check(number)) if rng.random() < 0.25 else "")


def sozialversicherung(rng: random.Random) -> str:
    """German pension insurance number, with its check digit."""
    when, letter = dates.a_day(rng, birthday=True), rng.choice("ABCDEFGHJKLMNPRSTUVWZ")
    area, serial = (
        rng.choice((2, 3, 4, 8, 9, 10, 11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 50, 52, 65)),
        rng.randint(0, 99),
    )
    body = f"{area:02d}{when:%d%m%y}{ord(letter) - 64:02d}{serial:02d}"
    weights = (2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1)
    check = sum(sum(divmod(int(char) * weight, 10)) for char, weight in zip(body, weights, strict=True)) % 10
    form = rng.choice(
        ("{0:02d} {1:%d%m%y} {2} {3:02d}{4}", "{0:02d}{1:%d%m%y}{2}{3:02d}{4}", "{0:02d} {1:%d%m%y} {2}{3:02d}{4}")
    )
    return form.format(area, when, letter, serial, check)


def nino(rng: random.Random) -> str:
    pair = rng.choice("ABCEHJKLMNPRSTWXYZ") + rng.choice("ABCEHJKLMNPRSTWXYZ")
    number, end = digits(rng, 6), rng.choice("ABCD")
    if rng.random() < 0.6:
        return f"{pair} {number[:2]} {number[2:4]} {number[4:]} {end}"
    return f"{pair}{number}{end}"


def ahv(rng: random.Random) -> str:
    body = "756" + digits(rng, 9)
    check = -sum(int(char) * (3 if at % 2 else 1) for at, char in enumerate(body)) % 10
    number = f"{body}{check}"
    return f"{number[:3]}.{number[3:7]}.{number[7:11]}.{number[11:]}" if rng.random() < 0.85 else number


def svnr(rng: random.Random) -> str:
    """Austrian social security number: serial, check digit, birthday."""
    when = dates.a_day(rng, birthday=True)
    while True:
        serial = str(rng.randint(100, 999))
        body = f"{serial}{when:%d%m%y}"
        check = sum(int(char) * weight for char, weight in zip(body, (3, 7, 9, 5, 8, 4, 2, 1, 6), strict=True)) % 11
        if check < 10:
            return f"{serial}{check}{rng.choice((' ', ' ', ''))}{when:%d%m%y}"


def nhs(rng: random.Random) -> str:
    while True:
        body = f"{rng.randint(400, 799)}{digits(rng, 6)}"
        check = -sum(int(char) * (10 - at) for at, char in enumerate(body)) % 11
        if check < 10:
            number = f"{body}{check}"
            return rng.choice(
                (f"{number[:3]} {number[3:6]} {number[6:]}", f"{number[:3]}-{number[3:6]}-{number[6:]}", number)
            )


def national_id(rng: random.Random, lang: str) -> str:
    if lang in TONGUES and rng.random() < 0.85:
        return ids.make(rng, ids.NATIONAL, lang)
    when = dates.a_day(rng, birthday=True)
    german: tuple[Callable[[], str], ...] = (
        lambda: _german_document(rng, "LMNPRTVWXY"), lambda: _german_document(rng, "LMNPRTVWXY"),
        lambda: sozialversicherung(rng),
        lambda: sozialversicherung(rng), lambda: ahv(rng), lambda: svnr(rng), lambda: fill(rng, "T22######"),
        lambda: fill(rng, "%#######"),
    )  # fmt: skip
    english: tuple[Callable[[], str], ...] = (
        lambda: nino(rng), lambda: nino(rng), lambda: nino(rng), lambda: fill(rng, "%### #### ####"), lambda: fill(rng,
        "### ### ###"),
        lambda: fill(rng, "%######?"), lambda: fill(rng, "?#######?"), lambda: fill(rng, f"{when:%y%m%d}####08#"),
    )  # fmt: skip
    world: tuple[Callable[[], str], ...] = (
        lambda: dni(rng), lambda: nir(rng), lambda: codice_fiscale(rng), lambda: fill(rng, f"{when:%y%m%d}#####"),
        lambda: fill(rng, f"{when:%y%m%d}-####"), lambda: fill(rng, f"{when:%d%m%y}-####"), lambda: fill(rng,
        "###.###.###-##"),
        lambda: fill(rng, "%########"), lambda: fill(rng, f"{when:%y.%m.%d}-###.##"), lambda: fill(rng, "1%#########"),
    )  # fmt: skip
    home = german if lang == "de" else english
    return rng.choice(home if rng.random() < 0.78 else world)()


def passport(rng: random.Random, lang: str) -> str:
    if lang in TONGUES and rng.random() < 0.85:
        return ids.make(rng, ids.PASSPORTS, lang)
    if lang == "de" and rng.random() < 0.7:
        return (
            _german_document(rng, "CFGHJK")
            if rng.random() < 0.75
            else fill(rng, rng.choice(("?#######", "?? #######", "X#######")))
        )
    return fill(rng, rng.choice(("#########", "#########", "?########", "?########", "???######", "??#######",
    "##??#####", "??######",
                                 "?#######", "?? #######", "5########", "%## ### ###", "G########", "PA#######",
                                 "N#######")))  # fmt: skip


def license_(rng: random.Random, lang: str, last: str) -> str:
    if lang in TONGUES and rng.random() < 0.85:
        return ids.make(rng, ids.LICENSES, lang)
    if lang == "de" and rng.random() < 0.75:
        return rng.choice((fill(rng, "?0##***#*##"), fill(rng, "?###***##*%"),
                           fill(rng, "?0##???#?##"), fill(rng, "########"), fill(rng, "##/######"), fill(rng,
                           "############")))  # fmt: skip
    if rng.random() < 0.25:  # DVLA: five letters of the last name, the birthday, initials
        when = dates.a_day(rng, birthday=True)
        stem = "".join(char for char in strip_accents(last).upper() if char.isalpha())[:5].ljust(5, "9")
        month = when.month + (50 if rng.random() < 0.5 else 0)
        number = f"{stem}{when:%y}"[:6] + f"{month:02d}{when:%d}{when.year % 10}" + fill(rng, "??") + fill(rng, "#??")
        return number if rng.random() < 0.7 else f"{number[:5]} {number[5:11]} {number[11:]}"
    return fill(rng, rng.choice((
        "?#######", "?#######", "?###-###-###-###", "?###-###-##-###-#", "?###-####-####", "########", "#########",
        "?######",
        "??######", "?##-##-####", "### ### ###", "?########", "S########", "?#### ##### #####", "?####-#####-#####",
        "####-##-####",
        "?############", "?##-###-###", "??#####?", "DL-########", "##-###-####", "??##?###?",
    )))  # fmt: skip


def tax_id(rng: random.Random, lang: str) -> str:
    if lang in TONGUES and rng.random() < 0.94:
        return ids.make(rng, ids.TAX, lang)
    if lang == "de":
        roll = rng.random()
        if roll < 0.5:
            return steuer_id(rng)
        return fill(rng, rng.choice(("%#/###/#####", "%##/####/####", "### ### #####", "%#/###/####", "%#-###/####",
        "%####/#####",
                                     "%#### ####", "DE#########", "ATU########", "9##/####/####")))  # fmt: skip
    return rng.choice((
        fill(rng, "9##-7#-####"), fill(rng, "9##-8#-####"), fill(rng, "9## 7# ####"), fill(rng, "%#-#######"),
        fill(rng, "##########"),
        fill(rng, "##### #####"), fill(rng, "GB### #### ##"), fill(rng, "?????####?"), fill(rng, "### ### ###"),
        fill(rng, "#######??"),
        steuer_id(rng), codice_fiscale(rng),
    ))  # fmt: skip


def health_id(rng: random.Random, lang: str) -> str:
    if lang in TONGUES and rng.random() < 0.94:
        return ids.make(rng, ids.HEALTH, lang)
    if lang == "de":
        return fill(rng, rng.choice(("?#########", "?#########", "?#########", "?#########", "?### ### ###",
        "?########", "P-######", "PAT-#######",
                                     "########", "80756###############", "%#######", "%######")))  # fmt: skip
    if rng.random() < 0.3:
        return nhs(rng)
    return fill(rng, rng.choice(("MRN-#######", "########", "MRN######", "%??#-??#-??##", "%?*#?*#??##",
    "###-###-####", "H########",
                                 "P-#####", "#######", "PT-####-####", "???#########", "#### ### ###", "??######",
                                 "######-##", "MR#####", "W#########", "###-##-####A")))  # fmt: skip


_PREFIXES = {
    "de": (
        "KD-",
        "K-",
        "KdNr ",
        "KN",
        "MA-",
        "PN",
        "P-",
        "M-",
        "V-",
        "VS-",
        "VN ",
        "AZ ",
        "C-",
        "MG-",
        "PERS-",
        "M.",
        "S",
        "ST-",
    ),
    "en": (
        "C-",
        "CUST-",
        "EMP-",
        "EMP",
        "E",
        "M-",
        "MEM",
        "MBR-",
        "S",
        "STU-",
        "POL-",
        "P",
        "A-",
        "ID",
        "CL-",
        "PN-",
        "CS-",
        "ACC-",
    ),
}


def id_number(rng: random.Random, lang: str) -> str:
    prefixes = TONGUES[lang].prefixes if lang in TONGUES else _PREFIXES["de" if lang == "de" else "en"]
    shapes = ("######", "#####", "#######", "####-####", "##-####", "########", "####", "###-###", "20##-####",
    "## ## ##", "%#####-%",
              "##.###.###", "#########", "###/##", "??###", "#?####", "###-####-#")  # fmt: skip
    if rng.random() < 0.5:
        return rng.choice(prefixes).strip() + fill(rng, rng.choice(shapes))
    return fill(rng, rng.choice((
        "%#####", "%#######", "%####", "%########", "%###", "%###-####", "%### ####", "%## ### ###", "%#/######",
        "?#####", "??######",
        "??-#####", "?-####-?", "%#.###.##.##", "####-###-??", "???-####", "???######", "%###/20##", "%##?#####",
        "#####?", "***-****",
        "? ######", "%#-#####-%", "%##########",
    )))  # fmt: skip


_CITY_CODES = items(
    "B M HH K F S D DO E HB H L DD N KA MA FR UL RT TÜ BB ES LB HN WN GP KN RV OG LÖ VS FN A R RO TS PA WÜ BA BT HO "
    "IN AÖ SÜW MZ WI DA GI MR KS GÖ BS WOB OS OL WHV EMD LER AUR ROW STD LG CUX PI SE FL KI HL HWI SN HRO NVP PCH P "
    "PM OHV LDS CB SPN G J WE EF HAL MD HBS L Z C MSN BN AC EU SU GM BM ME W NE KR MG VIE KLE WES OB MH DU BOT GE "
    "RE BO HER EN HA MK SI OE HSK SO UN HAM MS ST BOR COE WAF GT BI LIP HX PB MI HF"
)


def plate(rng: random.Random, lang: str) -> str:
    if lang in TONGUES and rng.random() < 0.9:
        return ids.make(rng, ids.PLATES, lang)
    if lang == "de" and rng.random() < 0.85:
        if rng.random() < 0.2:
            return rng.choice((fill(rng, f"{rng.choice(('W', 'G', 'L', 'S', 'I', 'GU', 'KB', 'BL'))}-%####?"),
                               fill(rng, f"{rng.choice(('ZH', 'BE', 'AG', 'SG', 'LU', 'BS'))} %#####"),
                               fill(rng, f"{rng.choice(('W', 'LL', 'SL'))} %###?")))  # fmt: skip
        letters = "".join(rng.choice("ABCDEFGHJKLMNPRSTUVWXYZ") for _ in range(rng.choice((1, 2, 2, 2))))
        number = str(rng.randint(1, rng.choice((99, 999, 9999)))) + rng.choice(("", "", "", "", "", "", "E", "H"))
        form = rng.choice(("{}-{} {}", "{}-{} {}", "{} {} {}", "{}-{}-{}", "{} {}{}", "{}-{}{}", "{} - {} {}"))
        return form.format(rng.choice(_CITY_CODES), letters, number)
    return fill(rng, rng.choice(("??## ???", "??## ???", "??##???", "?### ???", "#???###", "???-####", "??? ####",
    "###-???", "???####",
                                 "??#-#??", "## ???#", "%##-?-####", "???-##?", "??-###-??", "?? ### ??", "#### ???",
                                 "? ####?")))  # fmt: skip


# Telephones


@cache
def _area_codes(country: int) -> tuple[str, ...]:
    """Return the area codes of a country, without the country code."""
    start = str(country)
    return tuple(
        sorted(
            {code[len(start) :] for code in GEOCODE_DATA if code.startswith(start) and 1 < len(code) - len(start) < 6}
        )
    )


@lru_cache(maxsize=1)
def _examples() -> tuple[phonenumbers.PhoneNumber, ...]:
    found = []
    for region in sorted(phonenumbers.SUPPORTED_REGIONS):
        for kind in (phonenumbers.PhoneNumberType.FIXED_LINE, phonenumbers.PhoneNumberType.MOBILE):
            example = phonenumbers.example_number_for_type(region, kind)
            if example:
                found.append(example)
    return tuple(found)


def _group(rng: random.Random, number: str, *, sep: str = " ") -> str:
    """Cut a subscriber number as people do."""
    roll = rng.random()
    if roll < 0.45 or len(number) < 4:
        return number
    size = 2 if roll < 0.75 else 3 if roll < 0.9 else 4
    head = len(number) % size
    parts = ([number[:head]] if head else []) + [number[at : at + size] for at in range(head, len(number), size)]
    return sep.join(parts)


def _american(rng: random.Random) -> str:
    area = f"{rng.randint(2, 9)}{rng.randint(0, 8)}{rng.randint(0, 9)}"
    exchange = f"{rng.randint(2, 9)}{digits(rng, 2)}" if rng.random() < 0.85 else "555"
    line = digits(rng, 4)
    form = rng.choice((
        "({a}) {b}-{c}", "({a}) {b}-{c}", "({a}) {b}-{c}", "{a}-{b}-{c}", "{a}-{b}-{c}", "{a}-{b}-{c}", "{a}.{b}.{c}",
        "{a} {b} {c}",
        "{a}{b}{c}", "+1 {a} {b} {c}", "+1 {a}-{b}-{c}", "+1 ({a}) {b}-{c}", "+1{a}{b}{c}", "1-{a}-{b}-{c}",
        "001-{a}-{b}-{c}",
        "({a}){b}-{c}", "{a}/{b}-{c}", "1 {a} {b} {c}", "{a} {b}-{c}", "+1-{a}-{b}-{c}", "{b}-{c}", "1.{a}.{b}.{c}",
    ))  # fmt: skip
    text = form.format(a=area, b=exchange, c=line)
    if rng.random() < 0.1:
        text += rng.choice(
            (
                " ext. {}",
                " x{}",
                "x{}",
                "x{}",
                " ext {}",
                ", ext. {}",
                " extension {}",
                " X{}",
                " ext.{}",
                " (ext. {})",
                " #{}",
            )
        ).format(rng.randint(1, 9999))
    return text


def _european(rng: random.Random, country: str, *, mobile: bool) -> str:
    """German, Austrian, Swiss or British numbers: prefix and subscriber, in a national or international dress."""
    code = {"de": "49", "at": "43", "ch": "41", "gb": "44", "ie": "353"}[country]
    if mobile:
        area = rng.choice({
            "de": ("151", "152", "157", "159", "160", "162", "163", "170", "171", "172", "173", "174", "175", "176",
            "177", "178", "179"),
            "at": ("664", "660", "676", "699", "650", "680", "681"), "ch": ("76", "77", "78", "79"),
            "gb": tuple(f"7{n}" for n in range(300, 999, 7)), "ie": ("83", "85", "86", "87", "89"),
        }[country])  # fmt: skip
        length = {"de": rng.choice((7, 8)), "at": rng.choice((6, 7, 8)), "ch": 7, "gb": 6, "ie": 7}[country]
    else:
        area = rng.choice(_area_codes(int(code)))
        total = {"de": rng.randint(9, 11), "at": rng.randint(8, 10), "ch": 9, "gb": 10, "ie": 9}[country]
        length = max(4, total - len(area))
    number = f"{rng.randint(1, 9)}{digits(rng, length - 1)}"
    grouped = _group(rng, number)
    if country == "gb" and length > 6:
        grouped = f"{number[:-4]} {number[-4:]}"
    zero = rng.choice((
        "0{a} {g}", "0{a} {g}", "0{a} {n}", "0{a}/{n}", "0{a}/{g}", "0{a} / {g}", "(0{a}) {g}", "0{a}-{n}", "0{a}{n}",
        "0{a}.{n}",
        "0{a} - {g}",
    ) if country in ("de", "at") else ("0{a} {g}", "0{a} {g}", "0{a} {g}", "0{a}{n}", "(0{a}) {g}", "0{a}-{n}",
    "0{a} {n}"))  # fmt: skip
    world = rng.choice((
        "+{c} {a} {g}", "+{c} {a} {g}", "+{c} {a} {n}", "+{c} (0){a} {g}", "+{c} (0) {a} {g}", "+{c}{a}{n}",
        "00{c} {a} {g}", "00{c}{a}{n}",
        "+{c}-{a}-{n}", "+{c} ({a}) {n}", "(+{c}) {a} {g}", "+{c}/{a}/{n}", "+{c} (0{a}) {n}", "+{c}(0){a} {n}",
    ))  # fmt: skip
    text = (zero if rng.random() < 0.62 else world).format(a=area, g=grouped, n=number, c=code)
    if not mobile and rng.random() < 0.08:
        text += rng.choice(("-{}", " - {}", "-{}", " DW {}" if country == "at" else "-{}",
        " ext {}" if country == "gb" else "-{}")).format(
            rng.choice((0, 0, rng.randint(10, 99), rng.randint(100, 999))))  # fmt: skip
    if rng.random() < 0.03:
        text = text.replace(" ", "-") if rng.random() < 0.5 else text.replace(" ", ".")
    return text


def _worldwide(rng: random.Random) -> str:
    example = rng.choice(_examples())
    national = str(example.national_number)
    keep = min(3, len(national) - 4)
    number = phonenumbers.PhoneNumber(
        country_code=example.country_code, national_number=int(national[:keep] + digits(rng, len(national) - keep))
    )
    style = rng.choice((phonenumbers.PhoneNumberFormat.INTERNATIONAL, phonenumbers.PhoneNumberFormat.INTERNATIONAL,
                        phonenumbers.PhoneNumberFormat.E164, phonenumbers.PhoneNumberFormat.NATIONAL))  # fmt: skip
    text = phonenumbers.format_number(number, style)
    roll = rng.random()
    if text.startswith("+") and roll < 0.15:
        return "00" + text[1:]
    return text.replace(" ", rng.choice("-./")) if roll > 0.88 else text


def phone(rng: random.Random, lang: str, *, mobile: bool = False) -> str:
    """A number of the countries of the language, or (a quarter) of the rest of the world."""
    mobile = mobile or rng.random() < (0.45 if lang in TONGUES else 0.3)
    roll = rng.random()
    if lang in TONGUES:
        if roll < 0.78:
            return phones.number(rng, phones.HOME[lang], mobile=mobile, lang=lang)
    elif lang == "de":
        if roll < 0.8:
            return _european(rng, rng.choices(("de", "at", "ch"), cum_weights=(72, 87, 100))[0], mobile=mobile)
    elif roll < 0.5:
        return _american(rng)
    elif roll < 0.7:
        return _european(rng, rng.choices(("gb", "ie"), cum_weights=(85, 100))[0], mobile=mobile)
    if roll < 0.9:
        return phones.number(rng, mobile=mobile, lang=lang)
    if roll < 0.93:
        return _american(rng)
    return _worldwide(rng) if roll < 0.98 or lang == "de" else _european(rng, "de", mobile=mobile)
