"""What is written alike everywhere: addresses of the internet, wallets, vehicles, devices, places, dates, ages.

``[[value]]`` marks what is found. All values are published samples, invented, or reserved.
"""

from __future__ import annotations

import re
import time
from importlib import import_module

import pytest

from deckname.findings import CHECK_FAILED, Evidence, Passage
from deckname.identifier import Identifiers
from deckname.overlap import resolve
from deckname.recognizers.email import is_email
from deckname.recognizers.url import is_url
from deckname.text import normalise

AREA = (
    "age", "bic", "coordinates", "crypto", "cvv", "date_time", "device_id", "email", "email_spelled", "ip_address",
    "mac_address", "mrz", "url", "vat", "vin",
)  # fmt: skip
_MODULES = [import_module(f"deckname.recognizers.{name}") for name in AREA]
RECOGNIZERS = [
    Identifiers([each for module in _MODULES for each in getattr(module, "IDENTIFIERS", ())]),
    *(each for module in _MODULES for each in getattr(module, "RECOGNIZERS", ())),
]
THRESHOLD = 0.5

FOUND = {
    "EMAIL_ADDRESS": [
        "Write to [[ada.lovelace@example.com]].",
        "<[[ada+news@mail.example.co.uk]]>, ([[b@example.org]])",
        "an [[müller@bücher.example]]; [[用户@例え.example]], [[उपयोग@उदाहरण.example]]",
        '[["john doe"@example.com]] or [["a\\"b"@example.com]]',
        "[[ada@xn--bcher-kva.example]] and [[ada@example.xn--p1ai]]",
        "mailto:[[ada@example.com]]?subject=Hello",
        "to=[[a_b@example.com]]&cc=[[c%40example.com]]",
        "[[ada@[192.0.2.1]]], [[ada@[IPv6:2001:db8::1]]]",
        "...[[ada@example.com]]... **[[b@example.com]]** _[[c@example.com]]_ '[[d@example.com]]'",
        "%20[[ada@example.com]], \\n[[b@example.com]]\\n, \\u003c[[c@example.com]]\\u003e",
        "[[o'brien@example.ie]], [[ADA@EXAMPLE.COM]], [[1@example.com]]",
        "mail [[ada@example.com]].Then call",
        "E-Mail: [[ada@intranet]]",
        "[[ada (at) example (dot) com]], [[ada.l[at]example.org]], [[ada @ example.com]]",
        "Mail: [[max punkt muster at example punkt de]]",
        "[[ada arroba example punto com]]; [[ada {at} example {dot} net]]",
        '[[""@example.com]], <[[srs0=x1=ab=b.example=ada@c.example]]>, mail: [[ada@host.corp-1]]',
        "My e-mail address is [[ada|x@b.example]], table |[[ada@b.example]]|",
        "[[a@" + "b." * 60 + "example]]",
    ],
    "URL": [
        "See [[https://en.wikipedia.org/wiki/Cover_(law)]], or",
        "([[www.bücher.example/a?b=1]]).",
        '[a]([[https://x.example/a]]) <[[ftp://ftp.example.com/x.tgz]]> "[[WWW.EXAMPLE.COM]]"',
        "[[http://[2001:db8::1]:8080/a]], [[https://ada:pw@x.example/]]; [[hxxp://bad.example/a]]",
        "[[postgres://db.example:5432/x]] [[git+ssh://git@x.example/r.git]] [[file:///home/ada/x.txt]]",
        "auf [[spiegel.de]], [[Blick.ch]]; [[EXAMPLE.ORG]] ([[sub-domain.example.co.uk:8080/x?y=1#z]])",
        "[[bit.ly/3xY]], visit [[ada.dev]], Website: [[muster.shop]], [[docs.example.io]]",
        "[[xn--bcher-kva.example]], [[example.xn--p1ai]], [[москва.рф]]",
        "die [[Bild.de]]-Redaktion, [[x.com]]",
        "[[http://:pw@x.example/a]], [[163.com]], my website is [[ada.blackfriday]]; Webseite: [[ada.architekt/x]].",
    ],
    "IP_ADDRESS": [
        "from [[10.1.2.3]]:8080, [[203.0.113.7/24]], ([[192.0.2.1]]) [[198.51.100.9]].",
        "ip=[[192.0.2.1]]; x:[[192.0.2.2]], '[[192.0.2.3]]'",
        "[ [[2001:db8::1]] ]:443, [[2001:db8::/32]], [[fe80::1%eth0/64]]",
        "[[::ffff:192.0.2.1]] and [[64:ff9b::192.0.2.33]]",
        "[[2001:0db8:85a3:0000:0000:8a2e:0370:7334]], [[2001:DB8:0:0:8:800:200C:417A]]",
        "client:[[2001:db8::7]] said; gateway [[fe80::1]]: unreachable",
    ],
    "MAC_ADDRESS": [
        "[[00:1B:63:84:45:E6]], [[00-1b-63-84-45-e6]]; [[001b.6384.45e6]]",
        "mac=[[00:1b:63:84:45:e6]] BSSID [[00:11:22:33:44:55]]",
        "MAC address: [[001B638445E6]]",
        "Hardwareadresse\n[[00 1B 63 84 45 E6]]",
        "[[00:1b:63:ff:fe:84:45:e6]], [[00-1B-63-FF-FE-84-45-E6]], [[021b.63ff.fe84.45e6]]",
        "EUI: [[021B63FFFE8445E6]], MAC [[02 1B 63 FF FE 84 45 E6]]",
    ],
    "CRYPTO": [
        "test: [[mucFNhKMYoBQYUAEsrFVscQ1YaFQPekBpg]], [[2NFUBBRcTJbYc1D4HSCbJhKZp6YCV4PQFpQ]]",
        "pay [[1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2]] or [[3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy]].",
        "[[bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4]], [[BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4]]",
        "[[bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0]] taproot",
        "[[0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed]]",
        "my ethereum wallet is [[0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed]]",
        "LTC [[LKDyUEtTR1HXamkiEphisSiBJu6o3ZPE34]] [[M7uBSTV2qNDHDe2tHfNMqhFkZucgRMpJQk]] "
        "[[ltc1qqpzry9x8gf2tvdw0s3jn54khce6mua7l4r80sk]]",
        "[[D597kHXGdkwkryF9oGhz9Bp1ypTpD1u99Z]]; [[Xags3HEXJ4G4Uuf8va2eSxLCw2KCyEhiJ7]]",
        "[[T9yED5xMV5ARV98BexN97aLZ1UUq7eKSxm]] [[t1HsdDMzmJfq4vc7T17XYjEkLMLvbgM1fCi]]",
        "[[rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh]]",
        "addr:[[addr1q8w4ur23clxd5mzfsh79vn6pg0kaytjeq8w4ur23clxd5mzfsh79vn6pg0kaytjeq8w4ur23clxd5mzfsh79vn6pg0k"
        "arvy782]]",
        "[[44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A]]",
        "[[bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a]]",
        "Solana: [[7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV1]]",
    ],
    "VIN": [
        "The car, [[1M8GDM9AXKP042788]], is red.",
        "Fahrgestellnummer: [[VF1BM1B0H36123456]]",
        "FIN\n[[WDB1110561A123456]]",
        '"vin": "[[1HGCM82633A004352]]"',
        "numéro de châssis [[VF1BM1B0H36123456]]; bastidor [[VSSZZZ6KZ1R123456]]",
        "[[WVWZZZ1JZ3W386752]]",
    ],
    "DEVICE_ID": [
        "IMEI: [[490154203237518]]",
        "IMEI 1\n[[49-015420-323751-8]]",
        "my IMEI is [[356741089012347]]; IMEISV [[4901542032375101]]",
        "MEID [[A10000009296F2]]; MEID [[AF 01 23 45 0A BC DE C]]",
        "IMEI [[49-015420-323751]]; IMEI/MEID: [[35-209900-176148-1]]",
        "ICCID: [[8934100000000000001]], IMSI [[262011234567890]]",
        '"deviceId": "[[6d92078a-8246-4ba4-ae5b-76104861e7dc]]"',
        "advertising ID [[38400000-8cf0-11bd-b23e-10b96e40000d]]",
    ],
    "COORDINATES": [
        "at [[48.8566, 2.3522]].",
        "([[40.7128,-74.0060]])",
        "[[40.7128° N, 74.0060° W]] is New York",
        "[[48,85661° N, 2,35222° O]]",
        "[[48°51'24\"N 2°21'03\"E]]; [[48° 51' 24.5\" N, 2° 21' 3\" O]]",
        "[[N 48° 51.396' E 2° 21.132']]",
        "[[48º51'24\"N 2º21'03\"E]]",
        "[[geo:37.786971,-122.399677;u=35]] or [[geo:48.2,16.3]]",
        '{"lat": [[48.85661]], "lng": [[2.35222]]}',
        "Latitude: [[-33.85678]]\nLongitude: [[151.21529]]",
        "https://maps.example/@[[48.8566,2.3522]],15z",
        "POINT([[2.35222 48.85661]])",
        "GPS [[0.12345, 0.67891]]",
        "GPS position ([[-71, -146]]), lat/long: [[+90,-180]]; Koordinaten [[52.52, 13.4]]",
        "[[+40.6894-074.0447]]/",
    ],
    "COMPANY_ID": [
        "VAT no. [[CY10259033P]], VAT number is [[IS123456]]; USt-IdNr.: [[ATU13585627]]",
        "Numéro de TVA : [[FR 83 404 833 048]]; BTW-nummer [[NL004495445B01]]; GST number [[27AAPFU0939F1ZV]]",
    ],
    "BANK_CODE": [
        "BIC: [[DEUTDEFF]]",
        "BIC [[COBADEFFXXX]], Konto",
        "SWIFT/BIC [[NWBKGB2L]]",
        "Swift code is [[nwbkgb2l]]",
        "SWIFT-Code\n[[BNPAFRPP]]",
        '"bic": "[[DEUTDEFF500]]"',
        "[[RABONL2U]] (BIC)",
    ],
    "CVV": [
        "exp. 05/30, CVV [[123]]",
        "CVC2: [[4567]]",
        "Prüfziffer [[321]]",
        "The security code is [[042]].",
        "card_cvv=[[123]]",
        "cryptogramme visuel : [[123]]",
        "código de seguridad: [[987]]",
        "[[777]] (CVV)",
    ],
    "PASSPORT": [
        "MRZ:\n[[P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10]]\n",
        "[[I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<]]",
        "[[P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<< L898902C36UTO7408122F1204159ZE184226B<<<<<10]]",
        "[[P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<]]",
        "[[L898902C36UTO7408122F1204159ZE184226B<<<<<10]]",
        "[[IDD<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<\nT220001293D<<6408125F2710316<<<<<<<4]]",
    ],
    "DATE_TIME": [
        "[[2021-05-20]], [[2021-05-20T13:45:30.123Z]], [[2021-05-20 13:45:30+02:00]], [[20210520T134530Z]]",
        "[[5/20/2021]], [[20/5/2021]], [[21.5.2021]], [[21. 5. 2021]], [[20-05-2021]], [[2021/05/20]]",
        "[[21.05.21]], am [[1.5.21]], [[5/20/21]], [[20-05-21]]",
        "[[5-MAY-2021]], [[05MAY2021]], [[5 May 21]], [[2021-May-05]]",
        "[[May 5, 2021]]; [[May 5th, 2021]]; [[Sept. 5, 2021]]; [[5th of May 2021]]; [[Nov 15]]",
        "[[5. Mai 2021]], [[5. März]], [[Dezember 2020]], [[Freitag, den 26. Oktober]]",
        "[[5 mai 2021]], [[1er août 2020]], [[lundi 5 février 2018]]",
        "[[5 de mayo de 2021]], [[octubre de 2014]], [[enero-04]]",
        "[[5 maggio 2021]], [[5 mei 2021]], [[5 de maio de 2021]], [[sexta-feira, 5 de março]]",
        "[[12:30]], [[12:30:45]], at [[3:45]], [[3:45 PM]], [[7 p.m.]], [[14.30 Uhr]], [[1:19 uur]], [[14h30]]",
        "[[20.5.2021 um 14:30 Uhr]]; [[May 5, 2021 at 3:45 pm]]; [[5 mai 2021 à 14h30]]",
        "[[20/May/2021:13:45:30 +0200]], [[Thu, 20 May 2021 13:45:30 GMT]], [[May 20 13:45:30]] host",
        "[[2021年5月20日]]",
    ],
    "AGE": [
        "Ada is [[42]] years old, a [[43]]-year-old and a [[9]] months old child",
        "[[44]]yo, [[45]] y/o, aged [[46]], at the age of [[47]], Age: [[48]]",
        "der [[42]]-Jährige, [[43]]-jährig, [[44]] Jahre alt, Alter: [[45]]",
        "[[42]] ans, âgé de [[43]] ans, âge : [[44]]",
        "[[42]] años, edad: [[43]], niño de [[15]] meses de edad",
        "[[42]] anni, età: [[43]]; [[42]] jaar, [[43]]-jarige, leeftijd [[44]]; [[42]] anos, idade: [[43]]",
        '"age": [[42]], age=[[43]]',
    ],
}

NOTHING = {
    "EMAIL_ADDRESS": [
        "inflight@1.0.6 and @babel/core@7.1.2",
        "git@github.com:org/repo.git",
        "logo@2x.png icon@3x.webp",
        "root@localhost ada@intranet",
        "a@b..example a@ @b.example a@b@c.example @ada",
        "https://ada:secret@host",
        "ada@host.corp-1, ada@host.x and ada@10.0.0.1",
        '"a\\©"@b.example',
        "look at this dot com boom, meet me (at) example.com, ada at example.com",
        "x" * 80 + "@example.com",
    ],
    "URL": [
        "http:// www. std::string a.b/c",
        "main.py README.md foo.sh node.js setup.cfg lib.rs index.html a.txt x.tar.gz",
        "self.name logger.info(x) os.path obj.id this.store.app e.g. i.e. z.B. U.S. Ph.D.",
        "ada@example.com, com.example.app, org.apache.commons, ASP.NET",
        "Ende.Das ist so.It was 3.5.de",
        "12.com, website: index.html, the website was down.Then",
    ],
    "IP_ADDRESS": [
        "127.0.0.1 ::1 0.0.0.0 :: 255.255.255.0",
        "version 1.2.3.4, v1.2.3.4, Chrome/120.0.0.0, release 10.1.2.3, § 1.2.3.4",
        "1.2.3.4.5 256.1.1.1 01.02.03.04 1.2.3",
        "std::string a::b face::b 12:30:45 00:1b:63:84:45:e6 00:11:22:33:44:55:66:77",
    ],
    "MAC_ADDRESS": [
        "00:00:00:00:00:00 12-34-56-78-90-12",
        "00:1B:63:84:45:E6:01 00:11:22:33:44:55:66:77:88 ff:ff:ff:ff:ff:ff:ff:ff",
        "1234.5678.9012 x00:1B:63:84:45:E6",
        "commit 001B638445E6",
    ],
    "CRYPTO": [
        "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3 x1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5, bc1 and 0x1234",
        "sha1 0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed",
        "0x5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        "da39a3ee5e6b4b0d3255bfef95601890afd80709 YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXo",
        "TheQuickBrownFoxJumpsoverTheLazyDog",
    ],
    "VIN": ["part VF1BM1B0H36123456", "1M8GDM9A1KP042788", "11111111111111111", "VIN of the car", "1M8GDM9AXKP0427881"],
    "DEVICE_ID": [
        "order 490154203237518",
        "A10000009296F2 and 8934100000000000001",
        "request 6d92078a-8246-4ba4-ae5b-76104861e7dc",
    ],
    "COORDINATES": [
        "0.1234, 0.5678",
        "1.2345, 6.7891, 2.3456",
        "95.1234, 185.1234",
        "GPS 95, 185; coordinates (3, 4), coordinates 0.5, 0.5, coordinates 1, 2, 3",
        "48.85, 2.35 and $12.3456, 13.4567",
        "25 °C, n° 12, 3.14159265",
        "version 1.2345.6",
        "p = 0.01234; r = 0.98765",
    ],
    "COMPANY_ID": ["VAT 1234567, VAT no longer 12345678, VAT id 2024, VAT number 12.345,00", "motivation no. 12345678"],
    "BANK_CODE": ["DEUTDEFF", "BIC TRANSFER", "SWIFT code missing", "BIC: DEUTXXFF", "Taylor Swift CUSTOMER"],
    "CVV": ["CVV 12", "CVC 12345", "security code 123-456", "CVV 3.55", "cvv is not stored, 123 EUR", "Prüfung 123"],
    "PASSPORT": [
        "std::cout << HELLO << WORLD",
        "<<<<<<< HEAD\n=======\n>>>>>>> main",
        "P<UTO<<",
        "A<<B<<C",
    ],
    "DATE_TIME": [
        "31.2.2021, 13/13/2021, 2021-02-30, 31 April 2021",
        "version 1.2.24, 192.168.1.2, 1.2.3.4.2021",
        "3:16, 16:9, 2021, in May, 1:2000, 25:99",
        "you may 5 times, 3 out of 5, 12 mars bars, 4 marches",
        "078-05-1120, 555-12-34567, 10.2021.12",
    ],
    "AGE": [
        "il y a 47 ans, hace 48 años, 49 anni fa, 50 jaar geleden, há 51 anos",
        "42 years ago, for 42 years, vor 42 Jahren, page: 42, image 42",
        "300 years old, 1.42 years old, dosage: 12",
        "age 30 to 40",
    ],
}

FAILED = [
    ("my bitcoin wallet 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3", "CRYPTO"),
    ("BTC bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", "CRYPTO"),
    ("ETH address 0x5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "CRYPTO"),
    ("VIN 1M8GDM9A1KP042788", "VIN"),
    ("IMEI 490154203237519", "DEVICE_ID"),
    ("ICCID 8934100000000000002", "DEVICE_ID"),
    ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<11", "PASSPORT"),
]

HOSTILE = [
    "@", ".", "a", "1", ":", "-", "/", "<", " ", "\n", "a@", "a.b@", "1.", "1:", "f:", "a:", "::", "://", "www.",
    ".com", "1-", "00:", "A<<", "é", "°", "1°", "0x", "bc1", "(at)", "a at b dot ", "..@", '"@', "%40", "1h5",
    "P<UTO", "geo:1,1",
]  # fmt: skip


def marked(text: str) -> tuple[str, list[str]]:
    """Return a text without its marks, and what they marked."""
    pieces = re.split(r"\[\[(.*?)\]\](?!\])", text, flags=re.DOTALL)
    return "".join(pieces), pieces[1::2]


def evidence(text: str, type_: str) -> list[Evidence]:
    passage = Passage(normalise(text).text)
    found = [item for each in RECOGNIZERS for findings in each.find([passage]) for item in findings.evidence]
    return [item for item in found if item.span.type == type_ and item.span.score >= THRESHOLD]


def found_in(text: str, type_: str) -> list[str]:
    spans = resolve(item.span for item in evidence(text, type_))
    folded = normalise(text)
    return [text[slice(*folded.source_range(span.start, span.end))] for span in spans]


def pairs(cases: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(type_, text) for type_, texts in cases.items() for text in texts]


@pytest.mark.parametrize(("type_", "text"), pairs(FOUND))
def test_finds(type_: str, text: str) -> None:
    plain, values = marked(text)
    assert found_in(plain, type_) == values


@pytest.mark.parametrize(("type_", "text"), pairs(NOTHING))
def test_leaves_alone(type_: str, text: str) -> None:
    assert found_in(text, type_) == []


@pytest.mark.parametrize(("text", "type_"), FAILED)
def test_a_mistyped_value_is_found_with_less_where_words_name_it(text: str, type_: str) -> None:
    assert [(item.reason, item.span.score < 0.8) for item in evidence(text, type_)] == [(CHECK_FAILED, True)]


@pytest.mark.parametrize(
    ("text", "type_", "score"),
    [
        ("ada@example.com", "EMAIL_ADDRESS", 0.95),
        ("E-Mail ada@example.com", "EMAIL_ADDRESS", 0.98),
        ("mail ada@intranet", "EMAIL_ADDRESS", 0.6),
        ("ada (at) example.com", "EMAIL_ADDRESS", 0.55),
        ("https://example.com", "URL", 0.9),
        ("example.com", "URL", 0.6),
        ("192.0.2.1", "IP_ADDRESS", 0.9),
        ("00:1B:63:84:45:E6", "MAC_ADDRESS", 0.9),
        ("5.5.2021", "DATE_TIME", 0.6),
        ("48.8566, 2.3522", "COORDINATES", 0.6),
        ("42 years old", "AGE", 0.85),
        ("42 ans", "AGE", 0.55),
    ],
)
def test_scores(text: str, type_: str, score: float) -> None:
    assert [item.span.score for item in evidence(text, type_)] == [score]


@pytest.mark.parametrize(
    ("header", "cell", "type_"),
    [
        ("BIC", "DEUTDEFF", "BANK_CODE"),
        ("age", "42", "AGE"),
        ("cvv", "123", "CVV"),
        ("vin", "VF1BM1B0H36123456", "VIN"),
    ],
)
def test_a_column_header_names_the_cell(header: str, cell: str, type_: str) -> None:
    passage = Passage(cell, (header,))
    found = [item.span for each in RECOGNIZERS for findings in each.find([passage]) for item in findings.evidence]
    assert {(span.start, span.end) for span in found if span.type == type_} == {(0, len(cell))}


@pytest.mark.parametrize(
    "value", ["a@example.com", '"a b"@example.com', "a@[192.0.2.1]", "ü@bücher.example", "a/b=c@x.de"]
)
def test_is_email(value: str) -> None:
    assert is_email(value)


@pytest.mark.parametrize(
    "value",
    [
        "", "a", "@x.de", "a@", "a@x", "a b@x.de", "a..b@x.de", ".a@x.de", "a.@x.de", "a@-x.de", "a@x-.de", "a@x..de",
        "a@1.2", "a" * 65 + "@x.de", "a@" + "b" * 64 + ".de", "a@" + "b." * 130 + "de", "a@[300.1.1.1]", '"a"b"@x.de',
    ],
)  # fmt: skip
def test_is_no_email(value: str) -> None:
    assert not is_email(value)


@pytest.mark.parametrize(
    ("value", "whether"),
    [
        ("https://x.example", True),
        ("xy.example/a", True),
        ("https://x.example.", False),
        ("main.py", False),
        ("", False),
    ],
)
def test_is_url(value: str, whether: bool) -> None:
    assert is_url(value) == whether


@pytest.mark.parametrize(
    "text", ["5 APRİL 2021", "፩5 years old, ፩.1.2021, ፩.1.2.3", "IMEI ፩90154203237518", "፩8.8566, 2.3522"]
)
def test_odd_letters_and_digits_raise_nothing(text: str) -> None:
    for recognizer in RECOGNIZERS:
        assert not next(iter(recognizer.find([Passage(text)]))).warnings


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_is_linear_on_hostile_text(unit: str) -> None:
    passage = Passage((unit * 250_000)[:250_000])  # under coverage all is three times slower
    for recognizer in RECOGNIZERS:
        begin = time.process_time()
        findings = next(iter(recognizer.find([passage])))
        assert time.process_time() - begin < 2
        assert not findings.warnings


@pytest.mark.parametrize("text", ["ada@example.com", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "BIC DEUTDEFF"])
def test_a_passage_past_its_deadline_brings_a_warning(text: str) -> None:
    passage = Passage(text, deadline=time.monotonic() - 1)
    warnings = [warning for each in RECOGNIZERS for found in each.find([passage]) for warning in found.warnings]
    assert {warning.code for warning in warnings} == {"pattern_timeout"}
