"""Telephone numbers: ``[[value]]`` marks what must be found, exactly.

Numbers are reserved for drama and documentation, examples of libphonenumber's metadata, or invented.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence

import phonenumbers
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from deckname.findings import Evidence, Passage
from deckname.recognizers.phone import RECOGNIZERS
from deckname.text import normalise

FORMATS = [PhoneNumberFormat.NATIONAL, PhoneNumberFormat.INTERNATIONAL, PhoneNumberFormat.E164]

NAMED = [
    "My Israeli number is [[09-7625400]].",
    "Meine Schweizer Nummer: [[044 668 18 00]]",
    # in many languages
    "My phone number is [[(555) 123-4567]].",
    "reach me at [[5551234567]]",
    "text me on [[07700 900123]] or [[07700 900456]]",
    "My number is [[5551234567]]",
    "[[5551234567]] is my phone number",
    "Sie erreichen mich unter [[0711123456]].",
    "Meine Nummer: [[01712345678]]",
    "[[0711 123456]] (Büro), [[0171 1234567]] (mobil)",
    "Tel. [[0711/123456]] oder [[0171 2345678]]",
    "tél. fixe [[01.23.45.67.89]], portable : [[0612345678]]",
    "Llámame al [[612345678]]; Tfno. [[956 013 059]] y [[956 013 060]].",
    "Chiamami al [[347 1234567]]",
    "Bel me op [[06-12345678]]",
    "Ligue para [[912 345 678]]",
    "nr tel. [[501-234-567]], zadzwoń: [[501 234 567]]",
    "Ring mig på [[070-123 45 67]]",
    "tlf. [[22 12 34 56]]",
    "puh. [[040 1234567]]",
    "cep tel: [[0532 123 45 67]]",
    "тел. [[8 (495) 123-45-67]]",
    "τηλ. [[210 1234567]]",
    "טלפון: [[03-1234567]]",
    "هاتف: [[0501234567]]",
    "电话：[[010-12345678]]",
    "手机号码[[13812345678]]。",
    "電話番号は[[03-1234-5678]]です",
    "전화: [[02-1234-5678]]",
    "โทร [[02-123-4567]]",
    "फोन: [[98765 43210]]",
    "SĐT: [[0912345678]]",
    # in forms and files
    "mobile\n[[07700 900123]]",
    "T: [[030 1234567]] F: [[030 1234568]] M: [[0171 1234567]]",
    "Phone 1: [[555 0100 222]] Phone 2: [[555 0100 333]]",
    "Home: [[555 010 0199]]",
    "phone | [[5551234567]] | 12345678",
    '{"phone_number": "[[5551234567]]", "order_id": "5551234568"}',
    '"homePhone":"[[030 1234567]]"',
    "phone=[[5551234567]]&id=12345678",
    "Tel [[0711-1234567]]/Fax [[0711-1234568]]",
    "phone: [[083 6123456]]\n1612289853 crm.sync",
    "12345678 Tel. [[0711 123456]]",
    "order 12345678, phone [[555-123-4567]]",
    # short ones, stars, links, extensions
    "Tel.: [[62889]] and Durchwahl: [[4711]]",
    "Tel: [[*3456]]",
    "Dial [[*31#0171 2345678]] to hide",
    "tel:[[+1-201-555-0123;ext=1]]",
    '<a href="tel:[[+493012345678]]">call</a>',
    "call [[02079460958 ext. 12]]",
    "[[555-123-4567 x12]], [[555-123-4567x12]]",
    "Telefon [[0711 / 12 34 56 - 78]]",
    "[[12345678 Durchwahl 12]]",
]
ALONE = [
    "[[+33 1 23 45 67 89]]",
    "[[+(49) 711 1234567]], [[(+34) 635 844 477]], [[+44(0)2079460958]], [[+49.7111234567]]",
    "https://wa.me/[[+4915112345678]]",
    "[[0049-711-1234567]], [[00 49 711 123456]]",
    "[[(0711) 1234567]], [[0211-4455667]], [[020 7946 0958]], [[06 12 34 56 78]]",
    "[[555-123-4567]], [[(555)123-4567]], [[212.456.7890]], [[1-800-555-0199]], [[585/312-9333]]",
    "24/7 [[555-123-4567]]",
    "12:30 [[0711/1234567]]",
    "24.12.2024 [[0711/1234567]]",
    "[[0711/1234567]] 24.12.2024",
    "[[0171 2345678]] / [[030 1234567]]",
    "[[0171 2345678]]  [[030 1234567]]",
    "[[+1 555-123-4567]] 2 bedrooms, [[+49 711 1234567]] [[+49 711 7654321]]",
    "(see [[+49 711 1234567]])",
    "[[0711 1234567]] (0 bis 24 Uhr)",
]
NOTHING = [
    "the international number of copies is 7625400",
    "Add an extension (#888), and one more extension. ([#1262](https://a.example))",
    "01.02.2024 and 1/2/2024 12:30, 2024-01-05T12:30:45.123Z, 08 11 2025, Oct 21 2019",
    '2024-01-05 12:30:45,123 +0100 [main] INFO 10.0.0.1 - - "GET / HTTP/1.1" 200 5321',
    "version 10.0.19041.1, v1.2.3-4, call us: 3.11.7",
    "192.168.10.200, IP phone 255.255.255.0",
    "ISBN 978-3-16-148410-0, 0-306-40615-2",
    "order number 0211 4455667, invoice no. 555-123-4567, ticket #5551234567",
    "Rechnungsnummer: 0711 1234567; Bestellnr. 030/1234567; Kd.-Nr. 0711/123456",
    '"customerId": "0711 1234567", número de cliente (2374/2041)',
    "1,234,567.89 USD, 1.234.567,89 EUR, 12 345 678 kr, $ 555 123 4567, EUR 555 123 4567",
    "Telefon: 49,99 EUR; Handy 599.00 €; Mobile: 12.99",
    "40.7127281, -74.0060152; 48.8566° N, +40.689247",
    "4111 1111 1111 1111 and 3782 822463 10005 and 0273 5193 9452",
    "DE89 3704 0044 0532 0130 00, GB82 WEST 1234 5698 7654 32, NL91 ABNA 0417 1643 00, CH97 7733 1539 0781 7495 9",
    "078-05-1120, 044.625.983-77, 811218-9876, CEP 17892-193",
    "0x1234567890 deadbeef1234567 550e8400-e29b-41d4-a716-446655440000 a1b2c3d4 math-ph/0609050",
    "1920 x 1080, 3840 x 2160 px, 12345678 x 10",
    "1990-1995, 1990 - 1995, 2019/2020, Telefon 1914-1918",
    "1700000000, 1700000000123, 20240105123000",
    "const MAX = 2147483647; static final long ID = 1234567890123L; arr = [123, 456, 7890, 1234567]",
    "sshd[12345]: Failed password from 10.0.0.1 port 54321",
    "We can call it 2024. Call 24/7. The call of 1999",
    "phone 13 pro 256 GB, iPhone 15 1999",
    "02134-1000, 70173 Stuttgart, 01001-99998",
    "population 3 645 000; 1 000 000 000; 1 234 567 8901 23",
    "Part number: 555-123-4567-A; part 012-345-678",
    "+1 -1 +5% +1000000 users, a+1234567890, 2+4930123456, 156352/3470993 + 10325632",
    "UTC+01:00 GMT+0100",
    "S/N 0123-4567-8901, 10.5281/zenodo.1234567",
    "2048 should use external data 2147483648 and hotel 5551234567",
    "phone: n/a\n\n1612289853 crm.sync, 12345678, Tel. n/a",
]
HOSTILE = ["+1 ", "1", "(", "5 ", "5 5 5 ", "0", "1.", "123-", "(0", "tel ", "+", "12:30 ", ") ", "*31#", "a1 ", "1 - "]


def marked(text: str) -> tuple[str, list[str]]:
    """Return a text without its marks, and what they mark."""
    return re.sub(r"\[\[|\]\]", "", text), re.findall(r"\[\[(.*?)\]\]", text)


def evidence(text: str, *, context: tuple[str, ...] = (), regions: tuple[str, ...] = ()) -> tuple[Evidence, ...]:
    (findings,) = RECOGNIZERS[0].find([Passage(normalise(text).text, context, regions=regions)])
    return findings.evidence


def values(text: str, *, context: tuple[str, ...] = (), regions: tuple[str, ...] = ()) -> list[str]:
    spans = [item.span for item in evidence(text, context=context, regions=regions) if item.span.score >= 0.5]
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize("text", [*NAMED, *ALONE])
def test_finds(text: str) -> None:
    plain, expected = marked(text)
    assert values(plain) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_leaves_alone(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize("text", [text for text in NOTHING if "phone" not in text.lower()])
def test_leaves_alone_where_regions_are_known_too(text: str) -> None:
    assert values(text, regions=("DE", "US", "NC")) == []


def examples() -> Iterator[tuple[str, phonenumbers.PhoneNumber]]:
    """Yield libphonenumber's example of every type of number in every region."""
    kinds = [kind for name, kind in vars(PhoneNumberType).items() if name.isupper() and isinstance(kind, int)]
    for region in sorted(phonenumbers.SUPPORTED_REGIONS):
        for kind in kinds:
            number = phonenumbers.example_number_for_type(region, kind)
            if number is not None:
                yield region, number


EXAMPLES = list(examples())


def share(written: Sequence[tuple[str, str, tuple[str, ...]]]) -> float:
    """Return how many numbers are found exactly, behind what comes before them, in a passage of the regions."""
    return sum(values(before + value, regions=regions) == [value] for before, value, regions in written) / len(written)


@pytest.mark.parametrize("form", FORMATS)
def test_a_label_names_a_number_of_any_region(form: int) -> None:
    assert len(EXAMPLES) > 1000
    assert share([("Tel.: ", phonenumbers.format_number(each, form), (region,)) for region, each in EXAMPLES]) >= 0.98


def test_a_label_names_a_number_where_no_region_is_known() -> None:
    national = [("Tel.: ", phonenumbers.format_number(each, PhoneNumberFormat.NATIONAL), ()) for _, each in EXAMPLES]
    assert share(national) >= 0.98


@pytest.mark.parametrize("form", FORMATS[1:])
def test_a_plus_is_enough_for_a_valid_number_of_any_region(form: int) -> None:
    assert share([("", phonenumbers.format_number(each, form), ()) for _, each in EXAMPLES]) >= 0.95


def test_a_link_is_enough_too() -> None:
    links = [phonenumbers.format_number(each, PhoneNumberFormat.RFC3966) for _, each in EXAMPLES]
    assert share([("tel:", link.removeprefix("tel:"), ()) for link in links]) >= 0.98


@pytest.mark.parametrize(
    ("text", "score", "reason"),
    [
        ("Tel. +49 711 1234567", 0.95, "pattern, check, context"),
        ("+49 711 1234567", 0.9, "pattern, check"),
        ("order no. +49 711 1234567", 0.6, "pattern, check, other context"),
        ("Tel. +1 (555) 123-4567", 0.85, "pattern, check, context"),  # possible: no area has the code 555
        ("0711/1234567", 0.6, "pattern, check"),
        ("Tel. 5551234567", 0.8, "pattern, check, context"),
        ("Tel.: 4711", 0.55, "pattern, check, context"),
    ],
)
def test_scores_say_what_a_number_rests_on(text: str, score: float, reason: str) -> None:
    (item,) = evidence(text)
    assert (item.span.score, item.reason, item.span.type) == (score, reason, "PHONE_NUMBER")


def test_regions_tell_what_a_number_at_home_may_be() -> None:
    assert values("Tel.: 20.12.34") == []  # a date, but for New Caledonia
    assert values("Tel.: 20.12.34", regions=("NC",)) == ["20.12.34"]
    assert values("03-1234-5678") == []
    assert values("First: 09181234567") == []
    assert values("First: 09181234567, order 09181234567", regions=("PH",)) == ["09181234567"]
    assert values("03-1234-5678", regions=("JP",)) == ["03-1234-5678"]
    assert values("call 012 345 67 89 12345", regions=("AZ",)) == ["012 345 67 89"]
    assert values("Tel.: 5551234567", regions=("XX",)) == ["5551234567"]  # no such region


@pytest.mark.parametrize("header", ["phone", "Telefonnummer", "mobile_no", "contactPhone"])
def test_a_column_header_names_the_cell(header: str) -> None:
    for cell in ("5551234567", "62889", "01711234567"):
        assert values(cell, context=(header,)) == [cell]
    assert values("order 12345678", context=(header,)) == []


def test_a_header_of_something_else_names_nothing() -> None:
    assert values("5551234567", context=("order_id",)) == []


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_is_linear_on_hostile_text(unit: str) -> None:
    text = (unit * (250_000 // len(unit) + 1))[:250_000]  # under coverage all is three times slower
    begin = time.process_time()
    (findings,) = RECOGNIZERS[0].find([Passage(text)])
    assert time.process_time() - begin < 2, unit  # seconds
    assert findings.warnings == ()


def test_a_passage_past_its_deadline_brings_a_warning() -> None:
    (findings,) = RECOGNIZERS[0].find([Passage("Tel. 030 1234567", deadline=time.monotonic() - 1)])
    assert [(warning.code, warning.type) for warning in findings.warnings] == [("pattern_timeout", "PHONE_NUMBER")]


@settings(max_examples=300)
@given(st.text(alphabet="01259+()-./ ,:;x#*\nTel=€a电", max_size=120), st.sampled_from([(), ("DE",), ("US", "NC")]))
def test_spans_are_disjoint_in_order_and_hold_a_number(text: str, regions: tuple[str, ...]) -> None:
    end = 0
    for item in evidence(text, regions=regions):
        assert end <= item.span.start < item.span.end <= len(text)
        assert sum(map(str.isdigit, text[item.span.start : item.span.end])) >= 3
        end = item.span.end
