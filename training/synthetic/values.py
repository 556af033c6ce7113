"""One function a slot: what a text's slots are filled with, so that slots of one number agree."""

from __future__ import annotations

import random
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field

from . import amounts, dates, firms, names, numbers, online, places, words
from .languages import known
from .pools import Pools
from .templates import Piece, Slot, TemplateError


@dataclass(slots=True)
class Text:
    """What one text has invented so far: its people, places and firms, and the values of its numbered slots."""

    rng: random.Random
    pools: Pools
    lang: str
    people: dict[int, names.Person] = field(default_factory=dict)
    spots: dict[int, places.Place] = field(default_factory=dict)
    firms: dict[int, str] = field(default_factory=dict)
    memo: dict[tuple[str, int], list[str]] = field(default_factory=dict)
    habits: dict[str, float] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """The language that words are taken from."""
        return known(self.lang)

    def habit(self, kind: str, *, constancy: float = 0.75) -> float:
        """Return a number below 1 that chooses a form; a text mostly keeps to one form of dates, amounts and so on."""
        usual = self.habits.setdefault(kind, self.rng.random())
        return usual if self.rng.random() < constancy else self.rng.random()

    def person(self, number: int | None) -> names.Person:
        if number is None:
            return names.person(self.rng, self.pools, self.lang)
        if number not in self.people:
            self.people[number] = names.person(self.rng, self.pools, self.lang)
        return self.people[number]

    def place(self, number: int | None) -> places.Place:
        if number is None:
            return places.place(self.rng, self.pools, self.lang)
        if number not in self.spots:
            self.spots[number] = places.place(self.rng, self.pools, self.lang)
        return self.spots[number]

    def firm(self, number: int | None) -> str:
        name = self.firms.get(number, "") if number is not None else ""
        if not name:
            name = firms.company(self.rng, self.pools, self.lang)
            if number is not None:
                self.firms[number] = name
        return name

    def fill(self, slot: Slot) -> list[Piece]:
        """Return the pieces that stand in a slot; only an address over several lines has more than one."""
        key = (slot.name, slot.number) if slot.number is not None else None
        lines = self.memo.get(key) if key else None
        if lines is None:
            try:
                kind, make = SLOTS[slot.name]
            except KeyError:
                raise TemplateError(f"unknown slot [[{slot.name}]]; training/synthetic/README.md lists them") from None
            lines = make(self, slot.number).split("\n")
            if key:
                self.memo[key] = lines
        kind = SLOTS[slot.name][0]
        pieces: list[Piece] = []
        for line in lines:
            if pieces:
                pieces.append(Piece("\n"))
            pieces.append(Piece(_CASES[slot.case](line), kind))
        return pieces


_CASES: dict[str | None, Callable[[str], str]] = {None: str, "upper": str.upper, "lower": str.lower, "title": str.title}
Maker = Callable[[Text, int | None], str]


def _email(text: Text, number: int | None) -> str:
    firm = text.firms.get(number, "") if number is not None and text.rng.random() < 0.4 else ""
    return online.email(text.rng, text.pools, text.lang, text.person(number), firm)


def _title(text: Text, number: int | None) -> str:
    female = text.people[number].female if number in text.people else text.person(number).female
    return text.rng.choice(words.TITLES[text.words]["f" if female else "m"])


def _town(text: Text, number: int | None) -> str:
    if number is not None:
        return text.place(number).town
    country = places.home(text.rng, text.lang) if text.rng.random() < 0.6 else places.pick_country(text.rng, text.lang)
    if text.words == "en" and text.rng.random() < 0.06:
        return places.invented_town(text.rng, text.pools)
    town = text.pools.town(text.rng, country).split(" - ")[0]
    return town if text.rng.random() < 0.12 and country == "us" else town.split(",")[0]


def _region(text: Text, number: int | None) -> str:
    area = text.place(number).area if number is not None else ""
    return area.strip("()- ") or places.region(text.rng, text.lang)


def _country(text: Text, number: int | None) -> str:
    if number is not None:
        return places.country_name(text.rng, text.place(number), text.lang)
    return places.country(text.rng, text.lang)


def _address_lines(text: Text, number: int | None) -> str:
    return "\n".join(places.lines(text.rng, text.place(number), text.lang))


def _bytes(text: Text, number: int | None) -> str:
    del number
    size = text.rng.randint(0, text.rng.choice((999, 99_999, 10**9)))
    return text.rng.choice((str(size), str(size), f"{size % 999} KB", f"{size % 99}.{size % 9} MB"))


def _sql_table(text: Text, number: int | None) -> str:
    noun = text.rng.choice(words.NOUNS["en"])
    return text.rng.choice((f"{noun}s", noun, f"tbl_{noun}", f"public.{noun}s", f"{noun}_history", f"dim_{noun}"))


def _digits(count: int) -> Maker:
    return lambda text, number: str(text.rng.randint(10 ** (count - 1), 10**count - 1))


def _plain(make: Callable[[random.Random], str]) -> Maker:
    return lambda text, number: make(text.rng)


def _spoken(make: Callable[[random.Random, str], str]) -> Maker:
    return lambda text, number: make(text.rng, text.lang)


def _pooled(make: Callable[[random.Random, Pools, str], str]) -> Maker:
    return lambda text, number: make(text.rng, text.pools, text.lang)


def _listed(lists: dict[str, tuple[str, ...]]) -> Maker:
    return lambda text, number: text.rng.choice(lists[text.words])


def _named(make: Callable[[random.Random, names.Person], str]) -> Maker:
    return lambda text, number: make(text.rng, text.person(number))


def _thing(kind: str) -> Maker:
    return lambda text, number: amounts.thing(text.rng, kind)


def _mixed_words(text: Text, number: int | None) -> str:
    del number
    return text.rng.choice(text.rng.choice((words.NOUNS, words.ADJECTIVES, words.VERBS))[text.words][:40])


#: Slot: the type that its values are marked with (``None``: unmarked), and what makes one.
SLOTS: dict[str, tuple[str | None, Maker]] = {
    "full": ("PERSON", _named(lambda rng, who: who.full)),
    "first": ("PERSON", _named(lambda rng, who: who.first)),
    "last": ("PERSON", _named(lambda rng, who: who.last)),
    "last_first": ("PERSON", _named(names.last_first)),
    "initials": ("PERSON", _named(names.initials)),
    "nick": ("PERSON", _named(names.nick)),
    "name": ("PERSON", _named(names.any_form)),
    "address": ("ADDRESS", lambda text, number: places.one_line(text.rng, text.place(number), text.lang)),
    "address_lines": ("ADDRESS", _address_lines),
    "street": (
        "ADDRESS",
        lambda text, number: places.street(text.rng, text.place(number), unit=text.rng.random() < 0.5),
    ),
    "postcode": ("ADDRESS", lambda text, number: places.bare_postcode(text.place(number))),
    "postcode_city": ("ADDRESS", lambda text, number: places.postcode_town(text.rng, text.place(number))),
    "city": ("LOCATION", _town),
    "country": ("LOCATION", _country),
    "region": ("LOCATION", _region),
    "place": ("LOCATION", _pooled(places.public_place)),
    "company": ("ORGANIZATION", Text.firm),
    "org": ("ORGANIZATION", _pooled(firms.organisation)),
    "dob": ("DATE_OF_BIRTH", lambda text, number: dates.birthday(text.rng, text.lang, form=text.habit("date"))),
    "date": ("DATE_TIME", lambda text, number: dates.any_date(text.rng, text.lang, form=text.habit("date"))),
    "time": (
        "DATE_TIME",
        lambda text, number: dates.time(text.rng, text.lang, form=text.habit("time", constancy=0.85)),
    ),
    "datetime": (
        "DATE_TIME",
        lambda text, number: dates.date_time(text.rng, text.lang, form=text.habit("datetime", constancy=0.9)),
    ),
    "month": ("DATE_TIME", _spoken(dates.month)),
    "year": ("DATE_TIME", _plain(amounts.year)),
    "age": ("AGE", _plain(amounts.age)),
    "phone": ("PHONE_NUMBER", lambda text, number: numbers.phone(text.rng, text.lang)),
    "mobile": ("PHONE_NUMBER", lambda text, number: numbers.phone(text.rng, text.lang, mobile=True)),
    "email": ("EMAIL_ADDRESS", _email),
    "url": ("URL", _pooled(online.url)),
    "ip": ("IP_ADDRESS", _plain(online.ip)),
    "ipv6": ("IP_ADDRESS", _plain(online.ipv6)),
    "mac": ("MAC_ADDRESS", _plain(online.mac)),
    "card": ("CREDIT_CARD", _plain(numbers.card)),
    "iban": ("IBAN_CODE", _spoken(numbers.iban)),
    "account": ("BANK_ACCOUNT", _spoken(numbers.account)),
    "sort_account": ("BANK_ACCOUNT", _spoken(numbers.sort_account)),
    "ssn": ("US_SSN", _plain(numbers.ssn)),
    "national_id": ("NATIONAL_ID", _spoken(numbers.national_id)),
    "passport": ("PASSPORT", _spoken(numbers.passport)),
    "license": ("DRIVER_LICENSE", lambda text, number: numbers.license_(text.rng, text.lang, text.person(number).last)),
    "tax_id": ("TAX_ID", _spoken(numbers.tax_id)),
    "health_id": ("HEALTH_ID", _spoken(numbers.health_id)),
    "id_number": ("ID_NUMBER", _spoken(numbers.id_number)),
    "plate": ("LICENSE_PLATE", _spoken(numbers.plate)),
    "username": (
        "USERNAME",
        lambda text, number: online.username(text.rng, text.pools, text.lang, text.person(number)),
    ),
    "password": ("PASSWORD", _pooled(online.password)),
    "secret": ("SECRET", _plain(online.secret)),
    "named_firm": ("ORGANIZATION", _pooled(firms.named_firm)),
    "named_street": ("LOCATION", _pooled(firms.named_street)),
    # unmarked from here
    "named_thing": (None, _listed(words.THINGS)),
    "title": (None, _title),
    "role": (None, _listed(words.ROLES)),
    "order": (None, _thing("order")),
    "invoice": (None, _thing("invoice")),
    "ticket": (None, _thing("ticket")),
    "tracking": (None, _thing("tracking")),
    "article": (None, _thing("article")),
    "transaction": (None, _thing("transaction")),
    "isbn": (None, _plain(amounts.isbn)),
    "version": (None, _plain(online.version)),
    "hash": (
        None,
        lambda text, number: online.token(text.rng, text.rng.choice((7, 8, 32, 40, 64)), "0123456789abcdef"),
    ),
    "uuid": (None, lambda text, number: str(uuid.UUID(int=text.rng.getrandbits(128), version=4))),
    "hexid": (
        None,
        lambda text, number: (
            text.rng.choice(("", "", "0x"))
            + online.token(text.rng, text.rng.choice((6, 8, 12, 16, 24)), "0123456789abcdef")
        ),
    ),
    "port": (None, _plain(amounts.port)),
    "pid": (None, lambda text, number: str(text.rng.randint(1, 99_999))),
    "http_status": (None, _plain(amounts.http_status)),
    "ms": (
        None,
        lambda text, number: (
            str(text.rng.randint(0, 9000)) if text.rng.random() < 0.7 else f"{text.rng.uniform(0, 900):.2f}"
        ),
    ),
    "bytes": (None, _bytes),
    "int": (None, _plain(amounts.integer)),
    "decimal": (None, _spoken(amounts.decimal)),
    "percent": (None, _spoken(amounts.percent)),
    "amount": (
        None,
        lambda text, number: amounts.amount(text.rng, text.lang, form=text.habit("amount", constancy=0.9)),
    ),
    "measure": (None, _spoken(amounts.measure)),
    **{f"num{count}": (None, _digits(count)) for count in (4, 6, 8, 10, 12, 16)},
    "log_time": (None, lambda text, number: dates.log_time(text.rng, form=text.habit("log", constancy=0.97))),
    "bic": (None, _spoken(online.bic)),
    "expiry": (None, _plain(online.expiry)),
    "cvv_none": (None, _digits(3)),
    "product": (None, _listed(words.PRODUCTS)),
    "word": (None, _mixed_words),
    "noun": (None, _listed(words.NOUNS)),
    "adjective": (None, _listed(words.ADJECTIVES)),
    "verb": (None, _listed(words.VERBS)),
    "sentence": (None, _listed(words.SENTENCES)),
    "path": (None, _plain(online.path)),
    "filename": (None, _spoken(online.filename)),
    "host": (None, lambda text, number: online.host(text.rng, text.pools)),
    "function": (None, _plain(online.function)),
    "variable": (None, _plain(online.variable)),
    "sql_table": (None, _sql_table),
    "error": (None, _plain(online.error)),
}
NAMES = frozenset(SLOTS)
