"""What each recognizer finds and what it leaves alone: ``[[value]]`` marks, for literal and exact offsets.

All numbers are invented, published samples, or reserved.
"""

from __future__ import annotations

import doctest
import pkgutil
import re
import time
from importlib import import_module

import pytest

from deckname import recognizers
from deckname.detector import Detector, Options, Recognizer
from deckname.findings import Passage
from deckname.identifier import Identifiers
from deckname.recognizers import discover
from deckname.recognizers.scan import Scan
from deckname.types import TYPES

MODULES = sorted(module.name for module in pkgutil.walk_packages(recognizers.__path__, prefix="deckname.recognizers."))
DETECTOR = Detector(discover())

FOUND = {
    "EMAIL_ADDRESS": [
        "Write to [[ada.lovelace@example.com]].",
        "<[[ada+news@mail.example.co.uk]]>, ([[b@example.org]])",
        "an [[müller@bücher.example]]; [[用户@例え.example]]",
        "to=[[a_b@example.com]]&cc=[[c%40example.com]]",
        "E-Mail: [[ada@intranet]]",
    ],
    "PHONE_NUMBER": [
        "My phone number is [[(555) 123-4567]].",
        "Tel. [[0711/1234567]]",
        "Tel.: [[+49 (0)711 123456-78]]",
        "ring [[020 7946 0958]] tonight",
        "call [[02079460958]] ext. 12".replace("]] ext. 12", " ext. 12]]"),
        "WhatsApp [[+44 7700 900123]]",
        "[[+33 1 23 45 67 89]]",
        "[[0049 30 123456]]",
        "T: [[030 1234567]]",
        "555-123-4567 is no order".replace("555-123-4567", "[[555-123-4567]]"),
        "Handy 0171 2345678 oder 030/1234567".replace("0171 2345678", "[[0171 2345678]]").replace(
            "030/1234567", "[[030/1234567]]"
        ),
        "mobile\n[[07700 900123]]",
        "tél. [[06 12 34 56 78]]",
        "teléfono [[612 345 678]]",
        "text me ([[555) 010-0199]]".replace("([[555)", "[[(555)"),
    ],
    "US_SSN": [
        "[[078-05-1120]]",
        "SSN [[123456789]]",
        "social security number is [[123 45 6789]]",
        "ssn: [[666-12-3456]]",
    ],
    "CREDIT_CARD": [
        "[[4111 1111 1111 1111]]",
        "[[3782-822463-10005]]",
        "[[5555.5555.5555.4444]]",
        "charge [[2223003122003222]] now",
        "My credit card number is [[1234-5678-9012-3456]].",
        "Kreditkarte: [[4111 1111 1111 1112]]",
    ],
    "IBAN_CODE": [
        "IBAN [[DE89 3704 0044 0532 0130 00]] 12 EUR",
        "[[gb82west12345698765432]]",
        "[[NL91-ABNA-0417-1643-00]]",
        "auf [[AT611904300234573201]] bei der Bank",
        "IBAN: [[DE88 3704 0044 0532 0130 00]]",
    ],
    "IP_ADDRESS": [
        "from [[10.1.2.3]]:8080",
        "[[203.0.113.7/24]]",
        "[ [[2001:db8::1]] ]:443",
        "[[::ffff:192.0.2.1]]",
        "[[fe80::1%eth0]]",
        "[[2001:0db8:85a3:0000:0000:8a2e:0370:7334]]",
    ],
    "URL": [
        "See [[https://en.wikipedia.org/wiki/Cover_(law)]], or",
        "([[www.bücher.example/a?b=1]]).",
    ],
    "MAC_ADDRESS": ["[[00:1B:63:84:45:E6]]", "[[00-1b-63-84-45-e6]]", "[[001b.6384.45e6]]"],
    "DATE_OF_BIRTH": [
        "I was born on [[January 1, 1990]].",
        "geboren am [[3.4.1978]], seit 1.2.2003 dabei",
        "born in Berlin on [[3 May 1980]]",
        "geboren in Köln am [[3.4.1978]]",
        "DOB: [[12/31/99]]",
        "Geburtsdatum\n[[3. April 1978]]",
        "* [[3.4.1978]] in Köln",
        "née le [[3 mars 1975]]",
        "nacido el [[3 de mayo de 1980]]",
        "nato il [[3 maggio 1980]]",
        "ist am [[3.4.1978]] geboren",
        "[[1980-05-03]] is my birthday",
        '"birth_date": "[[1980-05-03]]"',
    ],
    "PASSPORT": [
        "My passport number is [[ABC123456]].",
        "Reisepass-Nr.: [[C01X00T47]]",
        "Passport no.\n[[C01X00T47]]",
        "[[AAA123456]] es mi número de pasaporte",
        '"passport_number": "[[C01X00T47]]"',
        "passport: [[U 06764100]], passport no. [[ZS 0000177]]",
    ],
    "DRIVER_LICENSE": [
        "My driver's license number is [[A123-456-789-0]].",
        "Führerschein [[B072RRE2I55]]",
        "DVLA no [[MORGA 753116 SM9IJ]]",
    ],
    "TAX_ID": [
        "Steuer-ID: [[86 095 742 719]]",
        "Steuernummer [[93/815/08152]]",
        "UTR [[11955 39650]]",
        "[[912-70-1234]]",
        "TIN: [[000-123-456]]",
    ],
    "BANK_CODE": ["BLZ [[370 400 44]]", "routing number [[071101307]]", "BSB: [[062-000]]"],
    "NATIONAL_ID": [
        "Personalausweis [[L01X00T471]]",
        "RVNR [[15070649C103]]",
        "NI number [[QQ123456C]]",
        "[[756.9217.0769.85]]",
        "SVNR [[1237 010180]]",
        "NIR [[2 95 10 99 126 111 93]]",
        "DNI [[12345678Z]]",
        "[[X-1234567-L]]",
        "[[RCCMNL83S18D969H]]",
        "BSN: [[111222333]]",
        "identity card no. [[AB123456]]",
    ],
    "HEALTH_ID": [
        "NHS number [[943 476 5919]]",
        "Versichertennummer [[A123456780]]",
        "MRN: [[00123456]]",
        "Patienten-ID: [[P-4711]]",
    ],
    "ID_NUMBER": [
        "Kundennummer: [[4711-0815]]",
        "Kunden-Nr. [[12345]]",
        "employee ID [[E12345]]",
        "Az. [[3 C 117/21]]",
        "Aktenzeichen: [[12 O 345/20]]",
        "Personalnummer lautet [[12345]]",
        "your member number is [[M 445 566]]",
    ],
    "BANK_ACCOUNT": [
        "[[20-00-00 55779911]]".replace("[[", "sort code [["),
        "Kontonummer: [[0532013000]]",
        "BLZ [[370 400 44 / 0532013000]]",
        "account no. [[12345678]]",
    ],
    "LICENSE_PLATE": [
        "Kennzeichen [[S-AB 1234]]",
        "number plate [[AB12 CDE]]",
        "license plate: [[7ABC123]]",
        "kennzeichen [[s-ab 123]]",
        "Kennzeichen [[FS AB 1234 E]], SPZ [[4A2 3000]], registreringsnummer: [[ABC 12A]], matrícula [[AA·12·34]]",
    ],
    "USERNAME": [
        "username: [[ada.l]]",
        "user=[[ada]] ok",
        "Benutzername lautet [[ada99]].",
        "Accepted password for [[ada]] from 10.0.0.1",
    ],
    "PASSWORD": [
        "password: [[hunter2]].",
        "Passwort lautet [[Sommer2024!]]",
        "pwd=[[changeme]]",
        "my PIN is [[4711]]",
        '"password": "[[a b]]"'.replace("a b", "s3cr;et"),
        "mysql://ada:[[p@ss]]@db.example.com/x",
    ],
    "SECRET": [
        "key [[pk_test_abcdefghijklmnop0123]]",
        "key [[AKIAIOSFODNN7EXAMPLE]]",
        "Authorization: Bearer [[abcdef0123456789]]",
        "[[eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjMifQ.dozjgNryP4J3jVmNHl0w5N_XgL0]]",
        "[[-----BEGIN PRIVATE KEY-----\nMIIBVgIBADANBgkqhkiG9w0BAQEFAASC\n-----END PRIVATE KEY-----]]",
        "api_key = '[[a1b2c3d4e5f6a7b8c9d0]]'",
    ],
}

NOTHING = {
    "EMAIL_ADDRESS": [
        "inflight@1.0.6 and @babel/core@7.1.2",
        "git@github.com:org/repo.git",
        "logo@2x.png icon@3x.webp",
        "root@localhost ada@intranet",
        "a@b..example a@ @b.example",
    ],
    "PHONE_NUMBER": [
        "01.02.2024, 2024-01-05 12:30:45, 05/06/2021",
        "order number 0211 4455667, invoice 555-123-4567",
        "2079460958 and 1700000000 and 20240105123000",
        "ISBN 978-3-16-148410-0, 0-306-40615-2",
        "192.168.10.200 version 10.0.19041.1",
        "1.234.567,89 EUR, 12 345 678 USD",
        "Part number: 555-123-4567-A",
        "078-05-1120",
        "We can call it 2024",
    ],
    "US_SSN": ["666-12-3456 987-65-4321", "123456789", "123-45-67890 1-123-45-6789", "2023-01-0001"],
    "CREDIT_CARD": [
        "4111 1111 1111 1112",
        "41111111111111111",
        "order 1234-5678-9012-3456",
        "x4111111111111111",
        "9999999999999999",
    ],
    "IBAN_CODE": ["DE89370400440532013001", "XDE89370400440532013000", "DE89 3704 0044", "DE8937040044053201300012"],
    "IP_ADDRESS": [
        "127.0.0.1 ::1 0.0.0.0 :: 255.255.255.0",
        "version 1.2.3.4, v1.2.3.4 and Chrome/120.0.0.0",
        "1.2.3.4.5 256.1.1.1 01.02.03.04",
        "std::string a::b 12:30:45 00:1b:63:84:45:e6",
        "Section 1.2.3.4",
    ],
    "URL": ["http:// www. std::string a.b/c"],
    "MAC_ADDRESS": ["00:00:00:00:00:00 12-34-56-78-90-12", "00:1B:63:84:45:E6:01", "1234.5678.9012"],
    "DATE_OF_BIRTH": [
        "I graduated in 2012, on 3.4.2012.",
        "She was born in Rome. On 3 May 1980 it rained.",
        "DOB: 31.02.1980",
        "geboren am 3.4.1778",
        "invoice of 3.4.1978",
        "The birthday party is on 3 May 2024",
        "2 * 3.4.1978",
    ],
    "PASSPORT": ["passport details, order 123456789", "C01X00T47", "passport in 2012", "passport.js 0.4.1"],
    "DRIVER_LICENSE": [
        "driver's license since 2012",
        "Führerscheinklasse B96",
        "printer driver 12345678",
        "merge dc44639904 dl/branch",
    ],
    "TAX_ID": ["86095742719", "Az. 93/815/08152", "order 1195539650", "912-89-1234", "tax 2024"],
    "NATIONAL_ID": [
        "Teil L01X00T471",
        "15070649C104",
        "BG123612A",
        "756.9217.0769.84",
        "1237010180",
        "295109912611194",
        "12345678A",
        "RCCMNL83S18D969I",
        "order 111222333",
        "our national idea 123456",
    ],
    "HEALTH_ID": ["9434765919", "the NHS spent 943 million", "patient 4"],
    "ID_NUMBER": [
        "order no. 4711-0815",
        "Rechnungsnummer 12345",
        "ticket #12345, tracking number 1Z999",
        "the customer has 12345 friends",
        "case number pending",
        "user_id: uint64, client-id : CARD32",
    ],
    "BANK_ACCOUNT": [
        "20-00-00",
        "grad acc #37208",
        "BLZ 370 400 44",
        "account manager 1",
        "on account of 12345678 visitors",
        "Konto 12",
    ],
    "LICENSE_PLATE": [
        "registration number 1234567",
        "Region ABC-1234",
        "S-AB 1234",
        "Kennzeichen der Firma",
        "plate 12",
    ],
    "USERNAME": ["User: Hello, how are you?", "user=root", "username: <name>", "the user is not found", "login failed"],
    "PASSWORD": [
        "password: must have 8 characters",
        "the password is wrong.",
        "pwd=${PWD}, Password: ****, password=None",
        'password = os.environ["DB_PASSWORD"]',
        "password: str, passwort:",
        "pin 4 of the chip; PIN required",
    ],
    "SECRET": ["AKIASHORT", "token = get_token()", "-----BEGIN PUBLIC KEY-----", "sk-learn", "bearer of good news"],
}

HOSTILE = [
    "1" * 100_000, "a@" * 50_000, "1." * 50_000, " " * 100_000, "(" * 50_000, "a" * 100_000, ":" * 100_000,
    "+1 " * 33_000, "0 " * 50_000, "born " * 20_000, "password: " * 10_000, "http://a" * 12_500, "A1 " * 33_000,
    "passport no is " * 7_000, "DE89 3704 " * 10_000, "tel 030 1234567 " * 6_000, "\n" * 100_000,
    "-----BEGIN PRIVATE KEY-----" * 3_700, "eyJaaaaaaaa." * 8_000,
]  # fmt: skip


def marked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a text without its ``[[...]]`` and where they were."""
    plain, ranges, end = "", [], 0
    for match in re.finditer(r"\[\[((?:(?!\]\]).)*(?:\](?=\]\]))?)\]\]", text, re.DOTALL):
        plain += text[end : match.start()]
        ranges.append((len(plain), len(plain) + len(match[1])))
        plain += match[1]
        end = match.end()
    return plain + text[end:], ranges


def family(type_: str) -> set[str]:
    return {"NATIONAL_ID", "US_SSN"} if type_ == "NATIONAL_ID" else {type_}


def pairs(cases: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(type_, text) for type_, texts in cases.items() for text in texts]


def module_recognizers(name: str) -> tuple[Recognizer, ...]:
    return getattr(import_module(name), "RECOGNIZERS", ())


@pytest.mark.parametrize(("type_", "text"), pairs(FOUND))
def test_finds(type_: str, text: str) -> None:
    plain, ranges = marked(text)
    detection = DETECTOR.detect(plain, options=Options(types=frozenset({type_})))
    assert [(span.start, span.end) for span in detection.spans] == ranges


@pytest.mark.parametrize(("type_", "text"), pairs(NOTHING))
def test_leaves_alone(type_: str, text: str) -> None:
    detection = DETECTOR.detect(text, options=Options(types=frozenset({type_})))
    assert [text[span.start : span.end] for span in detection.spans if span.type in family(type_)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sehr geehrte Damen und Herren, mein Name ist Jürgen Großmann-Öztürk, geboren am [[3.4.1978]], wohnhaft "
            "Lange Str. 12a, 70173 Stuttgart, Tel. [[0711/1234567]], IBAN [[DE89 3704 0044 0532 0130 00]].",
            ["DATE_OF_BIRTH", "PHONE_NUMBER", "IBAN_CODE"],
        ),
        ("My passport number is [[ABC123456]].", ["PASSPORT"]),
        ("My driver's license number is [[A123-456-789-0]].", ["DRIVER_LICENSE"]),
        ("I graduated from Harvard University in 2012.", []),
        ("I work at Acme Corporation", []),
    ],
)
def test_whole_sentences(text: str, expected: list[str]) -> None:
    plain, ranges = marked(text)
    spans = DETECTOR.detect(plain, options=Options(types="all")).spans
    assert [(span.start, span.end) for span in spans] == ranges
    assert [span.type for span in spans] == expected


@pytest.mark.parametrize(
    ("header", "cell", "type_"),
    [
        ("passport_no", "C01X00T47", "PASSPORT"),
        ("Kundennummer", "4711", "ID_NUMBER"),
        ("phone", "5551234567", "PHONE_NUMBER"),
        ("ssn", "123456789", "US_SSN"),
        ("date_of_birth", "1980-05-03", "DATE_OF_BIRTH"),
        ("username", "ada", "USERNAME"),
    ],
)
def test_a_column_header_names_the_cell(header: str, cell: str, type_: str) -> None:
    detection = DETECTOR.detect(cell, options=Options(context=(header,)))
    assert [(span.start, span.end, span.type) for span in detection.spans] == [(0, len(cell), type_)]


def test_discover_returns_every_recognizer_of_every_module() -> None:
    identifiers, scan, *others = discover()
    assert isinstance(identifiers, Identifiers)
    assert isinstance(scan, Scan)
    parts = [*identifiers.identifiers, *scan.recognizers, *others]
    modules = [import_module(name) for name in MODULES]
    kinds = ("IDENTIFIERS", "RECOGNIZERS")
    declared = [each for module in modules for kind in kinds for each in getattr(module, kind, ())]
    assert sorted(map(id, parts)) == sorted(map(id, declared))
    assert {part.type for part in parts} <= set(TYPES)  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["deckname.recognizers", *MODULES])
def test_the_examples_hold(name: str) -> None:
    assert doctest.testmod(import_module(name)).failed == 0


# Identifiers have no expressions of their own: they share a scan.
@pytest.mark.parametrize("name", ["shared scans", *(name for name in MODULES if module_recognizers(name))])
def test_time_is_linear_on_hostile_text(name: str) -> None:
    recognizers = discover()[:2] if name == "shared scans" else module_recognizers(name)
    for text in HOSTILE:
        begin = time.process_time()
        for recognizer in recognizers:
            assert not next(iter(recognizer.find([Passage(text)]))).warnings
        assert time.process_time() - begin < 4, text[:20]


def test_a_passage_past_its_deadline_brings_a_warning() -> None:
    passage = Passage("passport no. C01X00T47, tel. 030 1234567, a@example.com", deadline=time.monotonic() - 1)
    warned = {warning.type for each in discover() for found in each.find([passage]) for warning in found.warnings}
    assert {"PASSPORT", "PHONE_NUMBER", "EMAIL_ADDRESS"} <= warned
