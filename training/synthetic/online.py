"""What people and programs leave on the net: addresses, accounts, passwords, keys; and what stands around them."""

from __future__ import annotations

import base64
import random
import re
import string
import uuid as uuids
from collections.abc import Callable

from . import lists, names, words
from .languages import TONGUES, known
from .numbers import digits, fill
from .pools import Pools, strip_accents, transliterate

_MAIL = {
    "en": ("gmail.com", "gmail.com", "gmail.com", "yahoo.com", "hotmail.com", "outlook.com", "icloud.com", "aol.com",
    "protonmail.com", "live.com",
           "btinternet.com", "comcast.net", "yahoo.co.uk", "hotmail.co.uk", "me.com", "mail.com", "example.com",
           "example.org", "bigpond.com"),
    "de": ("gmail.com", "gmx.de", "gmx.de", "web.de", "web.de", "t-online.de", "gmx.net", "gmx.at", "bluewin.ch",
    "freenet.de", "outlook.de", "posteo.de",
           "mailbox.org", "aon.at", "hotmail.com", "yahoo.de", "icloud.com", "googlemail.com", "arcor.de",
           "example.com"),
}  # fmt: skip
_TLDS = {
    "en": (
        "com",
        "com",
        "com",
        "com",
        "co.uk",
        "org",
        "net",
        "io",
        "co",
        "ie",
        "com.au",
        "ca",
        "us",
        "edu",
        "org.uk",
        "in",
        "dev",
        "app",
        "eu",
        "info",
    ),
    "de": ("de", "de", "de", "de", "com", "at", "ch", "eu", "net", "org", "info", "io", "berlin", "gmbh", "koeln"),
}


for _lang, _tongue in TONGUES.items():
    _MAIL[_lang] = _tongue.mail
    _TLDS[_lang] = _tongue.tlds


def slug(text: str, *, sep: str = "") -> str:
    """Write a name as addresses have it.

    >>> slug("Müller-Groß & Söhne", sep="-")
    'mueller-gross-soehne'
    """
    return re.sub(r"[^a-z0-9]+", sep, strip_accents(transliterate(text)).lower()).strip(sep or "-")


def domain(rng: random.Random, pools: Pools, lang: str, firm: str = "") -> str:
    tld = rng.choice(_TLDS[known(lang)])
    if firm:
        short = " ".join(firm.split()[:2])
        return f"{slug(short, sep=rng.choice(('', '-')))}.{tld}"
    roll = rng.random()
    if roll < 0.45:
        return f"{slug(rng.choice(pools.brands))}.{tld}"
    lasts = pools.names[names.native(lang)].last
    if roll < 0.75:
        sector = slug(rng.choice(words.INDUSTRIES[known(lang)]))
        return f"{slug(rng.choice(lasts))}{rng.choice(('-', '', '-'))}{sector}.{tld}"
    if roll < 0.9:
        noun = slug(rng.choice(words.NOUNS[known(lang)]))
        return f"{noun}{rng.choice(('-', ''))}{slug(rng.choice(pools.brands))}.{tld}"
    return f"{rng.choice(('mail', 'corp', 'info', 'cs', 'intern'))}.{slug(rng.choice(pools.brands))}.{tld}"


def _handle(rng: random.Random, who: names.Person, *, mail: bool) -> str:
    first, last = slug(who.first.split()[0].split("-")[0]) or "x", slug(who.last.split()[-1]) or "x"
    number = rng.choice(
        (str(rng.randint(1, 99)), str(rng.randint(1950, 2012)), f"{rng.randint(0, 99):02d}", digits(rng, 3))
    )
    forms = (
        f"{first}.{last}", f"{first}.{last}", f"{first}.{last}", f"{first[0]}.{last}", f"{first[0]}{last}",
        f"{first}{last}",
        f"{first}_{last}", f"{last}.{first}", f"{last}{first[0]}", f"{first}{number}", f"{first}.{last}{number}",
        f"{first[0]}{last}{number}", f"{last}", f"{first}-{last}", f"{last}_{first[0]}",
        f"{first[:3]}{last[:3]}{number}", f"{first}{last[0]}",
        f"{last}{number}", f"{first}.{last[0]}", f"{slug(names.nick(rng, who))}{last}",
    )  # fmt: skip
    handle = rng.choice(forms[: 12 if mail and rng.random() < 0.6 else None])
    if mail and rng.random() < 0.03:
        handle += f"+{rng.choice(('news', 'shop', 'spam', 'test', 'bank'))}"
    if mail and rng.random() < 0.06:
        handle = handle.title()
    return handle


def _gamer(rng: random.Random, pools: Pools, lang: str) -> str:
    lang = known(lang) if rng.random() < 0.4 else "en"
    adjective, noun = rng.choice(words.ADJECTIVES[lang]), slug(rng.choice(words.NOUNS[lang]))
    brand = slug(rng.choice(pools.brands))
    form = rng.choice(("{a}{n}", "{a}_{n}", "{A}{N}", "x{N}x", "{n}{d}", "{A}{N}{d}", "the{n}", "{b}{d}", "{b}",
    "_{n}_", "{a}.{n}.{d}", "mr_{n}",
                       "{N}{B}", "{n}lover{d}", "xX_{N}_Xx", "{n}-{b}", "{b}.{n}", "real{b}", "u{d}{d}",
                       "{l}{l2}{d}"))  # fmt: skip
    return form.format(a=slug(adjective), n=noun, A=slug(adjective).capitalize(), N=noun.capitalize(), b=brand,
    B=brand.capitalize(),
                       d=rng.randint(1, 2012), l=rng.choice("abcdefghklmprst"),
                       l2=rng.choice("abcdefghklmprst"))  # fmt: skip


def username(rng: random.Random, pools: Pools, lang: str, who: names.Person) -> str:
    return _handle(rng, who, mail=False) if rng.random() < 0.68 else _gamer(rng, pools, lang)


def email(rng: random.Random, pools: Pools, lang: str, who: names.Person, firm: str = "") -> str:
    local = (
        _handle(rng, who, mail=True) if rng.random() < 0.9 else _gamer(rng, pools, lang).strip("_").replace("__", "_")
    )
    free = not firm and rng.random() < 0.5
    host = rng.choice(_MAIL[known(lang)]) if free else domain(rng, pools, lang, firm)
    address = f"{local}@{host}"
    return address.upper() if rng.random() < 0.01 else address


def url(rng: random.Random, pools: Pools, lang: str) -> str:
    host = domain(rng, pools, lang)
    noun = slug(rng.choice(words.NOUNS[known(lang)]))
    other = slug(rng.choice(words.PRODUCTS[known(lang)]), sep="-")
    start = rng.choice(("https://", "https://", "https://www.", "http://www.", "http://", "www.", "www.", ""))
    path = rng.choice(("", "", "", "/", f"/{noun}", f"/{noun}/{other}", f"/{noun}.html",
    f"/?id={rng.randint(1, 99999)}", f"/p/{fill(rng, '^^^^^^^^')}",
                       f"/{noun}/{rng.randint(1, 9999)}", f"/{noun}?q={other}&page={rng.randint(1, 9)}",
                       f"/index.php?{noun}={rng.randint(1, 99)}",
                       f"/{rng.randint(2015, 2026)}/{rng.randint(1, 12):02d}/{other}/", f"/{noun}#{other}",
                       f"/~{noun}/", f":8080/{noun}"))  # fmt: skip
    return f"{start}{host}{path}"


_RESERVED = (0, 10, 127, 224, 240)


def ip(rng: random.Random) -> str:
    """An address of the public net, or (a third) of a private one."""
    roll = rng.random()
    if roll < 0.2:
        return f"192.168.{rng.randint(0, 255)}.{rng.randint(1, 254)}"
    if roll < 0.35:
        return f"10.{rng.randint(0, 255)}.{rng.randint(0, 255)}.{rng.randint(1, 254)}"
    first = rng.choice([number for number in range(1, 224) if number not in _RESERVED])
    return f"{first}.{rng.randint(0, 255)}.{rng.randint(0, 255)}.{rng.randint(1, 254)}"


def ipv6(rng: random.Random) -> str:
    start = rng.choice(
        (
            "2001:db8",
            f"2a02:{fill(rng, '^^^^')}",
            f"2003:{fill(rng, '^^')}",
            f"2a01:{fill(rng, '^^^')}",
            "fe80",
            f"2600:{fill(rng, '%^^^')}",
        )
    )
    if rng.random() < 0.6:
        tail = ":".join(fill(rng, rng.choice(("^^^^", "%^^", "%", "%^"))) for _ in range(rng.randint(1, 4)))
        return f"{start}::{tail}"
    count = 8 - start.count(":") - 1
    return start + ":" + ":".join(fill(rng, rng.choice(("^^^^", "%^^^", "%"))) for _ in range(count))


def mac(rng: random.Random) -> str:
    octets = [f"{rng.randint(0, 255):02x}" for _ in range(6)]
    roll = rng.random()
    if roll < 0.1:
        return ".".join(octets[at] + octets[at + 1] for at in (0, 2, 4))
    text = (":" if roll < 0.7 else "-").join(octets)
    return text.upper() if rng.random() < 0.5 else text


_LETTERS_DIGITS = string.ascii_letters + string.digits


def token(rng: random.Random, length: int, alphabet: str = _LETTERS_DIGITS) -> str:
    return "".join(rng.choices(alphabet, k=length))


def _b64(rng: random.Random, length: int) -> str:
    return base64.b64encode(rng.randbytes(length)).decode()


def _jwt(rng: random.Random) -> str:
    body = base64.urlsafe_b64encode(b'{"sub":"%d","iat":%d}' % (rng.randint(1, 10**9), rng.randint(10**9, 2 * 10**9)))
    return f"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.{body.decode().rstrip('=')}.{token(rng, 43, _LETTERS_DIGITS + '-_')}"


_HEX = "0123456789abcdef"


def secret(rng: random.Random) -> str:
    forms: tuple[Callable[[], str], ...] = (
        lambda: f"AKIA{token(rng, 16, string.ascii_uppercase + '234567')}", lambda: token(rng, 40,
        _LETTERS_DIGITS + "/+"),
        lambda: f"ghp_{token(rng, 36)}", lambda: f"github_pat_{token(rng, 22)}_{token(rng, 59)}", lambda: _jwt(rng),
        lambda: token(rng, 32, _HEX), lambda: token(rng, 64, _HEX), lambda: token(rng, 40, _HEX), lambda: _b64(rng,
        24), lambda: _b64(rng, 32),
        lambda: f"sk-{token(rng, 48)}", lambda: f"sk-proj-{token(rng, 40)}", lambda: f"sk_live_{token(rng, 24)}",
        lambda: f"pk_test_{token(rng, 24)}",
        lambda: f"xoxb-{digits(rng, 12)}-{digits(rng, 12)}-{token(rng, 24)}",
        lambda: f"glpat-{token(rng, 20, _LETTERS_DIGITS + '-_')}",
        lambda: f"AIza{token(rng, 35, _LETTERS_DIGITS + '-_')}", lambda: f"SG.{token(rng, 22)}.{token(rng, 43)}",
        lambda: f"npm_{token(rng, 36)}",
        lambda: f"hf_{token(rng, 34)}", lambda: f"dop_v1_{token(rng, 64, _HEX)}", lambda: token(rng, 20),
        lambda: token(rng, 24), lambda: token(rng, 32),
        lambda: str(uuids.UUID(int=rng.getrandbits(128), version=4)), lambda: f"whsec_{token(rng, 32)}",
        lambda: f"AC{token(rng, 32, _HEX)}",
        lambda: token(rng, 36, string.ascii_uppercase + string.digits), lambda: f"key-{token(rng, 32, _HEX)}",
        lambda: f"tok_{token(rng, 24)}",
    )  # fmt: skip
    return rng.choice(forms)()


_WEAK = lists.items(
    "password 123456 qwerty letmein Passw0rd welcome1 admin123 iloveyou changeme hunter2 secret1 abc123 monkey dragon "
    "Sommer2023 Winter24! hallo123 passwort Schatz1 test1234 P@ssw0rd Start123! geheim letmein! qwertz123 1q2w3e4r "
    "superman football Fussball1"
)


def password(rng: random.Random, pools: Pools, lang: str) -> str:
    lang = known(lang) if rng.random() < 0.7 else "en"

    def word() -> str:
        return slug(rng.choice(words.NOUNS[lang]))

    first = strip_accents(rng.choice(pools.names[names.native(lang)].female))
    sign = rng.choice("!!!?#$%&*+-_.@=")
    strong = _LETTERS_DIGITS + "!#$%&*+-_.?@=^~"
    forms: tuple[Callable[[], str], ...] = (
        lambda: f"{word().capitalize()}{rng.randint(1, 2025)}{sign}",
        lambda: f"{word().capitalize()}{rng.randint(1, 99)}", lambda: f"{first}{rng.randint(1, 2012)}",
        lambda: f"{word()}{sign}{word()}{rng.randint(1, 99)}", lambda: "-".join(word() for _ in range(rng.randint(3,
        5))),
        lambda: " ".join(word() for _ in range(4)) if rng.random() < 0.3 else ".".join(word() for _ in range(3)),
        lambda: token(rng, rng.randint(8, 12), strong), lambda: token(rng, rng.randint(12, 20), strong),
        lambda: token(rng, rng.randint(8, 16)),
        lambda: word().replace("e", "3").replace("o", "0").replace("a", "@") + str(rng.randint(1, 999)),
        lambda: digits(rng, rng.choice((4, 4, 6, 6, 5, 8))),
        lambda: f"{token(rng, 6, string.ascii_lowercase)}-{token(rng, 6)}-{token(rng, 6)}", lambda: rng.choice(_WEAK),
        lambda: f"{rng.choice(_WEAK).capitalize()}{sign}{rng.randint(1, 99)}",
        lambda: f"{slug(rng.choice(pools.brands)).capitalize()}{sign}{digits(rng, 4)}",
        lambda: f"{sign}{word().capitalize()}{digits(rng, 2)}{sign}{first[:3]}",
        lambda: f"{word().upper()}{rng.randint(10, 99)}{word()}",
    )  # fmt: skip
    text = rng.choice(forms)()
    return text.rstrip(".") if not text.rstrip(".").endswith(",") else text + "1"


# Unmarked


def host(rng: random.Random, pools: Pools) -> str:
    zone = slug(rng.choice(pools.brands))
    return rng.choice((f"web-{rng.randint(1, 40):02d}", f"db{rng.randint(1, 9)}", f"app-{zone}-{rng.randint(1, 9)}",
    f"srv{rng.randint(1, 99):03d}", "localhost",
                       f"{zone}-worker-{fill(rng, '^^^^^')}", f"ip-10-0-{rng.randint(0, 255)}-{rng.randint(0, 255)}",
                       f"node{rng.randint(1, 30)}.cluster.local",
                       f"{zone}.internal", f"mail.{zone}.net", f"cache-{rng.choice(('eu', 'us'))}-{rng.randint(1, 9)}",
                       f"k8s-{rng.randint(1, 9)}", "gateway"))  # fmt: skip


def _identifier(rng: random.Random) -> tuple[str, str]:
    return rng.choice(words.VERBS["en"]), rng.choice(words.NOUNS["en"])


def function(rng: random.Random) -> str:
    verb, noun = _identifier(rng)
    return rng.choice(
        (
            f"{verb}_{noun}",
            f"{verb}{noun.capitalize()}",
            f"_{verb}_{noun}",
            f"{noun}.{verb}",
            f"{verb}",
            f"is_{noun}",
            f"get{noun.capitalize()}By{verb.capitalize()}",
        )
    )


def variable(rng: random.Random) -> str:
    verb, noun = _identifier(rng)
    return rng.choice(
        (
            noun,
            f"{noun}_{verb}",
            f"{noun}Count",
            f"max_{noun}",
            f"{noun.upper()}_{verb.upper()}",
            f"n_{noun}",
            f"{noun}s",
            f"tmp_{noun}",
            f"{noun}Id",
        )
    )


def path(rng: random.Random) -> str:
    verb, noun = _identifier(rng)
    return rng.choice((f"/var/log/{noun}.log", f"/usr/lib/{noun}/{verb}.so", f"/etc/{noun}/{verb}.conf",
    f"/opt/{noun}/bin/{verb}", f"src/{noun}/{verb}.py",
                       f"C:\\Program Files\\{noun.capitalize()}\\{verb}.exe",
                       f"/api/v{rng.randint(1, 4)}/{noun}s/{rng.randint(1, 99999)}", f"./{noun}/{verb}.ts",
                       f"/{noun}/{verb}", f"/tmp/{noun}-{fill(rng, '^^^^^^')}", f"tests/test_{noun}.py",
                       f"/srv/www/{noun}/index.html", f"/data/{noun}/{rng.randint(1, 40):04d}.parquet"))  # fmt: skip


def filename(rng: random.Random, lang: str) -> str:
    noun = slug(rng.choice(words.NOUNS[known(lang)]))
    end = rng.choice(
        (
            "pdf",
            "docx",
            "xlsx",
            "csv",
            "jpg",
            "png",
            "zip",
            "txt",
            "json",
            "py",
            "log",
            "xml",
            "pptx",
            "mp4",
            "tar.gz",
            "yml",
        )
    )
    return rng.choice((f"{noun}.{end}", f"{noun}_{rng.randint(2015, 2026)}.{end}",
    f"{noun}-v{rng.randint(1, 9)}.{end}", f"{noun}_final.{end}", f"IMG_{digits(rng, 4)}.JPG",
                       f"Scan{digits(rng, 4)}.{end}", f"{noun.capitalize()}_{digits(rng, 6)}.{end}",
                       f"{noun} ({rng.randint(1, 9)}).{end}"))  # fmt: skip


_ERRORS = lists.items(
    "Connection refused, Connection timed out, No such file or directory, Permission denied, out of memory, "
    "NullPointerException, KeyError: 'id', ValueError: invalid literal for int(), IndexError: list index out of range, "
    "segmentation fault, broken pipe, disk quota exceeded, deadlock detected, duplicate key value violates unique "
    "constraint, TLS handshake failed, certificate has expired, TypeError: undefined is not a function, syntax error "
    "at or near SELECT, ECONNRESET, E_NOTFOUND, ERR_TOO_MANY_REDIRECTS, assertion failed, stack overflow, unexpected "
    "end of JSON input, rate limit exceeded, OOMKilled, CrashLoopBackOff, ENOSPC: no space left on device, name "
    "resolution failed, unknown host, checksum mismatch"
)


def error(rng: random.Random) -> str:
    return rng.choice(_ERRORS)


_BANKS = {
    "en": ("GB", "US", "IE", "DE", "FR", "NL"), "de": ("DE", "DE", "AT", "CH"), "fr": ("FR", "FR", "BE", "CH", "LU"),
    "es": ("ES", "ES", "ES", "MX", "AR"), "it": ("IT", "IT", "CH"), "nl": ("NL", "NL", "BE"), "pt": ("PT", "PT", "BR"),
}  # fmt: skip


def bic(rng: random.Random, lang: str) -> str:
    country = rng.choice(_BANKS[known(lang)])
    bank = "".join(rng.choice(string.ascii_uppercase) for _ in range(4))
    return f"{bank}{country}{fill(rng, '?*')}" + rng.choice(("", "", "XXX", fill(rng, "###")))


def expiry(rng: random.Random) -> str:
    month, year = rng.randint(1, 12), rng.randint(24, 32)
    return rng.choice((f"{month:02d}/{year}", f"{month:02d}/20{year}", f"{month:02d}-{year}", f"{month}/{year}"))


def version(rng: random.Random) -> str:
    a, b, c = rng.randint(0, 30), rng.randint(0, 40), rng.randint(0, 200)
    return rng.choice((f"{a}.{b}.{c}", f"{a}.{b}.{c}", f"{a}.{b}", f"v{a}.{b}.{c}",
    f"{a}.{b}.{c}-rc{rng.randint(1, 4)}", f"{a}.{b}.{c}.{rng.randint(0, 9999)}",
                       f"20{rng.randint(18, 26)}.{rng.randint(1, 12)}", f"{a}.{b}.0-beta",
                       f"{a}.{b}.{c}+build.{rng.randint(1, 999)}"))  # fmt: skip
