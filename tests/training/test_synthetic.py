from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest

from deckname.types import TYPES
from training.synthetic import generate, ids, lists, names, noise, numbers, online, phones, places, templates, values
from training.synthetic.__main__ import main
from training.synthetic.languages import LANGUAGES, TONGUES
from training.synthetic.pools import SPLITS, Split, pools, split_of
from training.synthetic.templates import TEST_DOMAINS, Piece, Slot, TemplateError, load_all, parse
from training.synthetic.values import NAMES

README = Path(templates.__file__).with_name("README.md")


def rngs(count: int) -> Iterator[random.Random]:
    return (random.Random(seed) for seed in range(count))


def text(lang: str = "en", *, seed: int = 1, split: Split = "train") -> values.Text:
    return values.Text(random.Random(seed), pools(split), lang)


def documented_slots() -> set[str]:
    rows = re.findall(r"(?m)^\| ([a-z_0-9, ]+) \|", README.read_text(encoding="utf-8"))
    return {slot.strip() for row in rows for slot in row.split(",")} - {"slot"}


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small corpus of templates, enough for each split to have some of both kinds."""
    root = tmp_path_factory.mktemp("templates")
    for lang, hello in (("en", "Dear"), ("de", "Guten Tag"), ("fr", "Bonjour"), ("es", "Hola"), ("nl", "Beste")):
        letters = [
            f"{hello} [[title#1]] [[full#1]],\n  [[address_lines#1]]\n\n"
            f"call [[phone]] or write to [[email#1]] before [[date]], no. {number}"
            for number in range(60)
        ]
        orders = [
            f"%# a comment\nOrder [[order]] of {number} [[noun]]s: [[amount]], [[sentence]]" for number in range(60)
        ]
        (root / lang).mkdir()
        (root / lang / "letters.txt").write_text("\n%%\n".join(letters), encoding="utf-8")
        (root / lang / "negative_orders.txt").write_text("\n%%\n".join(orders), encoding="utf-8")
    return root


def documents(directory: Path, count: int = 300, *, split: Split = "train", seed: int = 1) -> list[dict[str, Any]]:
    return list(generate.generate(count, seed=seed, split=split, directory=directory))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("slot", sorted(documented_slots()))
@pytest.mark.parametrize("split", SPLITS)
def test_every_documented_slot_has_values(slot: str, lang: str, split: Split) -> None:
    for seed in range(40):
        pieces = text(lang, seed=seed, split=split).fill(Slot(slot))
        assert all(piece.text for piece in pieces), slot
        assert all("{" not in piece.text or piece.type in ("PASSWORD", "SECRET") for piece in pieces)
        marked = [piece for piece in pieces if piece.text != "\n"]
        assert all(piece.text == piece.text.strip() and "\n" not in piece.text for piece in marked), marked


def test_no_slot_is_undocumented() -> None:
    assert documented_slots() == set(values.SLOTS)


def test_every_type_of_a_slot_is_known() -> None:
    assert {kind for kind, _ in values.SLOTS.values() if kind} <= set(TYPES)


def test_every_template_of_the_repository_parses() -> None:
    found = templates.load_all(slots=values.NAMES)
    assert all(template.parts for template in found)
    for template in found:
        made = generate.document(generate.fill(template, random.Random(1), pools("train")), name="x", template=template)
        assert "[[" not in made["text"].replace("[[]]", ""), template.key


def test_an_unknown_slot_names_file_and_slot(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    path = tmp_path / "en" / "mail.txt"
    path.write_text("Hello [[full]]\n%%\nHello [[fulll]]", encoding="utf-8")
    with pytest.raises(TemplateError, match=r"mail\.txt \(template 2\): unknown slot \[\[fulll\]\]"):
        templates.load(path, slots=values.NAMES)


def test_an_unknown_literal_type_is_an_error() -> None:
    assert parse("[[AGE|ten]]!", where="t", slots=values.NAMES) == (Piece("ten", "AGE"), Piece("!"))
    with pytest.raises(TemplateError, match="unknown type PERSONS"):
        parse("[[PERSONS|Ann]]", where="t", slots=values.NAMES)


def test_slots_of_one_number_agree() -> None:
    for seed in range(50):
        one = text(seed=seed)
        full = one.fill(Slot("full", 1))[0].text
        last = one.fill(Slot("last", 1))[0].text
        assert last.lower() in full.lower()
        assert one.fill(Slot("full", 1, "upper"))[0].text == full.upper()
        assert one.fill(Slot("phone", 1)) == one.fill(Slot("phone", 1))
        city, address = one.fill(Slot("city", 2))[0].text, one.fill(Slot("address_lines", 2))
        assert any(city.lower() in piece.text.lower() for piece in address)


def test_an_address_over_several_lines_is_one_span_and_keeps_the_indentation() -> None:
    template = templates.Template("en/t#1", "en", "t", (Piece("to\n  "), Slot("address_lines")), "train")
    pieces = generate.fill(template, random.Random(2), pools("train"))
    made = generate.document(pieces, name="x", template=template)
    lines = made["text"].split("\n")[1:]
    assert len(lines) > 1
    assert all(line.startswith("  ") for line in lines)
    assert [made["text"][span["start"] : span["end"]] for span in made["spans"]] == ["\n".join(lines).strip()]


@pytest.mark.parametrize(("name", "expected"), [("Anna", "Annas|"), ("Hans", "Hans|'")])
def test_german_genitives_belong_to_the_name(name: str, expected: str) -> None:
    pieces = generate._genitives([Piece(name, "PERSON"), Piece("s Hund")])
    assert "|".join(piece.text for piece in pieces) == expected + " Hund"


def test_every_span_is_what_a_slot_made(directory: Path) -> None:
    for rng in rngs(400):
        template = rng.choice(templates.load_all(directory, slots=values.NAMES)[:3])
        pieces = noise.roughen(generate.fill(template, rng, pools("train")), rng)
        made = generate.document(pieces, name="x", template=template)
        ends = list(accumulate(len(piece.text) for piece in pieces))
        marked = [
            (end - len(piece.text), end, piece.type) for piece, end in zip(pieces, ends, strict=True) if piece.type
        ]
        spans = [(span["start"], span["end"], span["type"]) for span in made["spans"]]
        assert [span for span in spans if span[2] != "ADDRESS"] == [each for each in marked if each[2] != "ADDRESS"]
        # The lines of one address are one span: it begins where a line begins, and ends where one ends.
        lines = [each for each in marked if each[2] == "ADDRESS"]
        addresses = [span for span in spans if span[2] == "ADDRESS"]
        assert {start for start, _, _ in addresses} <= {start for start, _, _ in lines}
        assert {end for _, end, _ in addresses} <= {end for _, end, _ in lines}
        assert all(any(a <= start and end <= b for a, b, _ in addresses) for start, end, _ in lines)


@pytest.mark.parametrize("change", [change for _, change in noise.NOISES])
def test_noise_moves_no_label(change: Any) -> None:
    pieces = [
        Piece("Straße nach "),
        Piece("Łódź Ä", "LOCATION"),
        Piece("\nllllOOOO mmmm  wirklich langsam "),
        Piece("İpek", "PERSON"),
    ]
    for rng in rngs(30):
        changed = change(pieces, rng)
        assert len(changed) == len(pieces)
        for before, after in zip(pieces, changed, strict=True):
            assert after.type in (before.type, None)
            assert after.type == before.type or before.type  # only a marked value may lose its mark


def test_typos_leave_values_alone() -> None:
    pieces = [Piece("please answer tomorrow " * 20), Piece("Margaret Thornfield", "PERSON")]
    changed = noise.typos(pieces, random.Random(1))
    assert changed[0] != pieces[0]
    assert changed[1] == pieces[1]


def test_splits_share_no_template_and_no_name_part(directory: Path) -> None:
    seen = {split: {entry["template"] for entry in documents(directory, split=split)} for split in SPLITS}
    assert not seen["train"] & seen["dev"] and not seen["train"] & seen["test"] and not seen["dev"] & seen["test"]
    parts: dict[str, set[str]] = {}
    for split in SPLITS:
        parts[split] = set()
        for lang in LANGUAGES:
            for rng in rngs(1500):
                who = names.person(rng, pools(split), lang)
                parts[split] |= set(re.findall(r"\w{4,}", f"{who.first} {who.middle} {who.last}"))
    particles = {"Della", "Giolla"}
    assert not (parts["train"] & (parts["dev"] | parts["test"])) - particles


def test_spellings_of_a_name_are_in_one_split() -> None:
    for name in pools("train").names["de"].last[:200]:
        assert (
            len(
                {
                    split_of(spelling)
                    for spelling in (name, name.upper(), name.replace("ü", "ue"), name.replace("ü", "u"))
                }
            )
            == 1
        )


def test_pools_of_a_split_are_never_empty() -> None:
    for split in SPLITS:
        parts = pools(split)
        assert all(names.last and (names.female or names.male) for names in parts.names.values())
        assert parts.stems_de and parts.stems_en and parts.brands and parts.famous and parts.nicks


def test_the_same_seed_gives_the_same_documents(directory: Path) -> None:
    assert documents(directory, 50) == documents(directory, 50)
    assert documents(directory, 50) != documents(directory, 50, seed=2)


def test_a_third_of_the_documents_is_negative(directory: Path) -> None:
    sources = Counter("negative" in entry["source"] for entry in documents(directory, 2000))
    assert 0.28 < sources[True] / 2000 < 0.39


def luhn_holds(number: str) -> bool:
    number = re.sub(r"\D", "", number)
    return numbers.luhn(number[:-1]) == int(number[-1])


def test_most_cards_pass_luhn() -> None:
    passing = sum(luhn_holds(numbers.card(rng)) for rng in rngs(1000))
    assert 880 < passing < 970


def test_ibans_pass_mod_97() -> None:
    for rng in rngs(500):
        number = re.sub("[ -]", "", numbers.iban(rng, rng.choice(LANGUAGES))).upper()
        assert int("".join(str(int(char, 36)) for char in number[4:] + number[:4])) % 97 == 1


@pytest.mark.parametrize(
    ("make", "pattern"),
    [
        (numbers.ssn, r"\d{3}[- .]?\d{2}[- .]?\d{4}"),
        (numbers.nino, r"[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]"),
        (numbers.steuer_id, r"[1-9]\d ?\d{3} ?\d{3} ?\d{3}"),
        (numbers.ahv, r"756\.?\d{4}\.?\d{4}\.?\d{2}"),
        (numbers.svnr, r"\d{4} ?\d{6}"),
        (numbers.nhs, r"\d{3}[ -]?\d{3}[ -]?\d{4}"),
        (numbers.sozialversicherung, r"\d{2} ?\d{6} ?[A-Z] ?\d{3}"),
        (ids.dni, r"[XYZ]?-?\d{7,8}[- ]?[A-Z]"),
        (ids.nir, r"[12] ?\d{2} ?\d{2} ?\d{2} ?\d{3} ?\d{3}( ?\d{2})?"),
        (ids.codice_fiscale, r"(?i)[a-z]{3} ?[a-z]{3} ?\d{2}[a-z]\d{2} ?[a-z]\d{3}[a-z]"),
        (ids.bsn, r"\d{3,4}[ .]?\d{2,3}[ .]?\d{3}"),
        (ids.cpf, r"\d{3}\.?\d{3}\.?\d{3}-?\d{2}"),
        (ids.nif_pt, r"\d{3} ?\d{3} ?\d{3}"),
        (ids.curp, r"[A-Z]{4}\d{6}[HM][A-Z]{5}[0A]\d"),
        (ids.rut, r"\d{1,2}\.?\d{3}\.?\d{3}-[\dKk]"),
        (online.mac, r"(?i)[0-9a-f]{2,4}([:.-][0-9a-f]{2,4}){2,5}"),
    ],
)
def test_identifiers_have_their_shape(make: Any, pattern: str) -> None:
    for rng in rngs(200):
        assert re.fullmatch(pattern, make(rng))


def test_command_writes_lines_of_json(tmp_path: Path) -> None:
    if not templates.load_all(slots=values.NAMES):
        pytest.skip("no templates in the repository yet")
    out = tmp_path / "out.jsonl"
    assert main(["--count", "20", "--seed", "3", "--split", "dev", "--out", str(out)]) == 0
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert len(lines) == 20
    assert set(lines[0]) == {"id", "source", "lang", "text", "spans", "unmarked", "template"}


@pytest.mark.parametrize(
    ("source", "types"),
    [
        ("Dear [[first#1]] [[last#1]],", ["PERSON"]),
        ("[[last#1]], [[first#1]]", ["PERSON"]),
        ("[[first]], [[first]], [[first]]", ["PERSON"] * 3),
        ("[[first#1]] [[last#2]]", ["PERSON", "PERSON"]),
        ("[[last#1]];[[first#1]]", ["PERSON", "PERSON"]),
        ("at [[street#1]], [[postcode#1]] [[city#1]], [[country]]", ["ADDRESS"]),
        ("[[street#1]]\n[[postcode_city#1]]", ["ADDRESS", "ADDRESS"]),
        ("[[street#1]],[[postcode#1]],[[city#1]]", ["ADDRESS", "ADDRESS", "LOCATION"]),
        ("from [[city]], [[country]]", ["LOCATION", "LOCATION"]),
    ],
)
def test_parts_of_one_name_or_address_on_a_line_are_one_span(source: str, types: list[str]) -> None:
    parts = parse(source, where="en/x#1", slots=values.NAMES)
    template = templates.Template("en/x#1", "en", "x", parts, "train")
    pieces = generate.fill(template, random.Random(3), pools("train"))
    assert [piece.type for piece in pieces if piece.type] == types


def test_every_language_knows_every_country() -> None:
    for tongue in TONGUES.values():
        assert set(tongue.countries) == set(lists.COUNTRY_NAMES)
        assert (len(tongue.months), len(tongue.short_months), len(tongue.days)) == (12, 12, 7)
        assert set(tongue.lands) <= set(lists.COUNTRY_NAMES)


@pytest.mark.parametrize("lang", TONGUES)
def test_words_are_those_of_the_language(lang: str) -> None:
    one = text(lang)
    assert one.words == lang
    for slot in ("sentence", "role", "product", "noun", "adjective", "verb", "named_thing"):
        made = {text(lang, seed=seed).fill(Slot(slot))[0].text for seed in range(200)}
        assert len(made) > 20, slot
    written = " ".join(text(lang, seed=seed).fill(Slot("date"))[0].text for seed in range(400))
    assert any(month in written for month in TONGUES[lang].months if month not in ("abril", "november"))
    assert not re.search("January|March|October|Dezember", written)


@pytest.mark.parametrize("lang", TONGUES)
def test_most_names_and_places_are_of_the_home_of_the_language(lang: str) -> None:
    origins = Counter(names.pick_origin(rng, lang) for rng in rngs(2000))
    assert sum(origins[origin] for origin in TONGUES[lang].origins) > 1000
    lands = Counter(places.pick_country(rng, lang) for rng in rngs(2000))
    assert sum(lands[land] for land in TONGUES[lang].lands) > 1400


@pytest.mark.parametrize("lang", LANGUAGES)
def test_towns_and_stems_of_the_splits_are_disjoint(lang: str) -> None:
    seen = {split: pools(split) for split in SPLITS}
    for one, other in (("train", "dev"), ("train", "test"), ("dev", "test")):
        first, second = seen[one], seen[other]  # type: ignore[index]
        assert not set(first.stems.get(lang, ())) & set(second.stems.get(lang, ()))
        for land in places._COUNTRIES[lang]:
            assert not set(first.towns[land]) & set(second.towns[land]), land
            assert first.towns[land], land


@pytest.mark.parametrize("country", places._MAKERS)
@pytest.mark.parametrize("lang", ["en", "fr", "nl"])
def test_addresses_of_every_country_can_be_written(country: str, lang: str) -> None:
    for rng in rngs(60):
        where = places._MAKERS[country](rng, pools("test"), lang)
        line = places.one_line(rng, where, lang)
        assert line == line.strip() and "\n" not in line and "{" not in line and "None" not in line
        assert where.town.lower() in line.lower()
        found = places.lines(rng, where, lang)
        assert 2 <= len(found) <= 7 and all(found), found
        assert places.postcode_town(rng, where).strip()


@pytest.mark.parametrize("country", phones.COUNTRIES)
def test_telephone_numbers_have_only_what_people_write(country: str) -> None:
    for rng in rngs(80):
        number = phones.number(rng, (country,), mobile=rng.random() < 0.5)
        assert re.fullmatch(r"\(?\+?\(?\d[\d ()./-]*\d( ?,? ?\(?(ext\.?|extension|x|-)? ?\d+\)?)?", number), number
        assert 5 < sum(char.isdigit() for char in number) < 21, number
        assert "()" not in number


@pytest.mark.parametrize(
    ("text_", "expected"),
    [
        ("Mairie de Angers", "Mairie d'Angers"),
        ("gare de Le Mans", "gare du Mans"),
        ("Ville de Lyon", "Ville de Lyon"),
        ("Musée de Lons de Aix", "Musée de Lons d'Aix"),
    ],
)
def test_french_prepositions_are_contracted(text_: str, expected: str) -> None:
    assert places.contracted(text_, "fr") == expected
    assert places.contracted(text_, "es") == text_


@pytest.mark.parametrize("lang", LANGUAGES)
def test_offsets_are_right_in_every_language(lang: str) -> None:
    source = "a [[full#1]], [[address]]\n[[phone]] [[iban]] ([[date]], [[company]], [[amount]]); [[national_id]] b"
    template = templates.Template(f"{lang}/x#1", lang, "x", parse(source, where="x", slots=values.NAMES), "train")
    for rng in rngs(100):
        pieces = generate.fill(template, rng, pools("train"))
        made = generate.document(pieces, name="x", template=template)
        assert made["lang"] == lang
        marked = [piece.text for piece in pieces if piece.type]
        assert [made["text"][span["start"] : span["end"]] for span in made["spans"]] == marked


def test_a_postcode_alone_has_no_label() -> None:
    for seed in range(400):
        for slot in ("postcode", "postcode_city"):
            made = text(("es", "pt")[seed % 2], seed=seed).fill(Slot(slot))[0].text
            assert not made.startswith(("C.P.", "CP ", "CEP")), made
    assert places.bare_postcode(places.Place("br", "", "", "CEP: 01310-200", "", "", "")) == "01310-200"


def test_domains_of_the_test_are_in_no_other_split() -> None:
    found = load_all(slots=NAMES)
    splits = {(template.domain in TEST_DOMAINS, template.split) for template in found}
    assert (True, "test") in splits
    assert not splits & {(True, "train"), (True, "dev")}
    assert {template.domain for template in found if template.split == "train"}.isdisjoint(TEST_DOMAINS)


def test_the_corpus_is_as_large_as_it_claims() -> None:
    found = load_all(slots=NAMES)
    by_language = Counter(template.lang for template in found)
    assert len(found) >= 2500
    assert by_language["en"] >= 1000 <= by_language["de"]
    assert by_language["fr"] >= 250 <= by_language["es"]
    assert len({template.domain for template in found}) >= 25
    assert sum(template.negative for template in found) >= len(found) / 3
