"""The benchmarks of the recognizers measure what they say, on made-up cases whose answer is known."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path, PurePath
from typing import Any

import pytest

from benchmarks.recognizers import alarms, cases, own, peers, phones, presidio, speed, vectors
from benchmarks.recognizers.cases import UNEXPLAINED, Case, Disagreements, accepted, look
from deckname.detector import Detector
from deckname.findings import Evidence, Findings, Passage
from deckname.identifier import Identifier, Identifiers
from deckname.pattern import Pattern
from deckname.recognizers.labelled import Labelled
from deckname.span import Span

#: Eight digits and a check digit that is the last digit of their sum; alone nothing.
BADGE = Identifier(
    type="NATIONAL_ID",
    name="badge",
    shapes=("99999", "99-999"),
    form=r"[1-9]\d{4}",
    words=("badge",),
    valid=lambda value: int(value[-1]) == sum(map(int, value[:-1])) % 10,
)
DETECTOR = Detector([Identifiers([BADGE]), Pattern(type="EMAIL_ADDRESS", regex=r"\w+@\w+\.\w+", score=0.9)])


def case(text: str, *values: tuple[str, str], id_: str = "set-0", **meta: Any) -> Case:
    spans = tuple(Span(text.index(value), text.index(value) + len(value), label) for value, label in values)
    return Case(id_, text, "en", spans, meta)


@pytest.fixture
def table() -> dict[str, Any]:
    return {
        "BADGE": {"types": "NATIONAL_ID", "named": "Badge", "unless": "mail"},
        "MAIL": {"types": ["EMAIL_ADDRESS", "USERNAME"]},
    }


def test_cases_are_read_with_their_labels(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    record = {
        "id": "set-0",
        "text": "a@b.example\u2028",
        "lang": "en",
        "spans": [{"start": 0, "end": 11, "label": "MAIL"}],
    }
    path.write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")
    assert cases.read(path) == [Case("set-0", "a@b.example\u2028", "en", (Span(0, 11, "MAIL"),))]


def test_what_is_found_tells_whether_its_check_failed() -> None:
    (right, wrong, nothing) = look(DETECTOR, ["badge 12306", "badge 12307", "12306"])
    assert [(seen.span.start, seen.span.end, seen.failed) for seen in right + wrong] == [(6, 11, False), (6, 11, True)]
    assert nothing == []


def test_regions_are_given_text_by_text() -> None:
    class Home:
        def find(self, passages: Any) -> list[Findings]:
            return [
                Findings((Evidence(Span(0, 1, "PHONE_NUMBER", 0.9, "pattern"), "pattern"),) if p.regions else ())
                for p in passages
            ]

    assert [len(seen) for seen in look(Detector([Home()]), ["1", "2", "3"], regions=[(), ("DE",), ()])] == [0, 1, 0]


def test_a_table_may_only_name_types_that_there_are() -> None:
    assert accepted(["US_SSN", "URL"]) == {"US_SSN", "URL"}
    with pytest.raises(ValueError, match="BADGE"):
        accepted("BADGE")


def test_the_narrowest_reason_counts() -> None:
    listed = Disagreements(
        "set", {"set kind": "all", "set kind/de: named": "German", "set-2": "odd", "set-3: named": "x"}
    )
    for number, part, kind in ((0, "named", "kind/de"), (1, "own", "kind/de"), (2, "own", "kind"), (3, "own", "other")):
        listed.add(case("", id_=f"set-{number}"), part, kind)
    assert [reason for _, _, reason, _ in listed.rows] == ["German", "all", "odd", UNEXPLAINED]
    assert listed.unexplained == 1
    assert {"part": "named", "kind": "kind/de", "reason": "German", "cases": "0"} in listed.as_json()


def test_results_of_several_scripts_share_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "results.json"
    cases.write("b", {"share": 1.0}, out)
    cases.write("a", {"share": 0.5}, out)
    cases.write("b", {"share": 0.0}, out)
    assert json.loads(out.read_text()) == {"a": {"share": 0.5}, "b": {"share": 0.0}}


def test_presidios_positives_negatives_and_bare_values_are_counted_apart(table: dict[str, Any]) -> None:
    given = [
        case("12306", ("12306", "BADGE"), id_="set-0"),  # bare: found behind "Badge: "
        case("badge 12-306 or 09908", ("12-306", "BADGE"), ("09908", "BADGE"), id_="set-1"),  # one of two is missed
        case("a@b.example", ("a@b.example", "MAIL"), id_="set-2"),  # bare, and its shape is enough
        case("badge 12307", id_="set-3", entities=["BADGE"]),  # found with check_failed
        case("a@b.example", id_="set-4", entities=["BADGE"]),  # another type is no false alarm
    ]
    figures = presidio.measure(DETECTOR, given, table, {"set-3": "named as one"})
    assert figures["as they are"] == {"texts": 2, "right": 1, "share": 0.5}
    assert figures["bare values behind their names"] == {"texts": 1, "right": 1, "share": 1.0}
    assert figures["negatives"] == {"texts": 2, "found": 1, "share": 0.5}
    assert figures["negatives found with check_failed only"] == 1
    assert [(row["cases"], row["reason"]) for row in figures["disagreements"]] == [
        ("1", UNEXPLAINED),
        ("3", "named as one"),
    ]


def test_half_a_value_is_not_right(table: dict[str, Any]) -> None:
    given = [case("mail xa@b.example", ("a@b.example", "MAIL"))]
    assert presidio.measure(DETECTOR, given, table, {})["as they are"]["right"] == 0


def test_what_matches_unless_is_scored_as_it_is(table: dict[str, Any]) -> None:
    assert presidio.part_of(case("mail5", ("mail5", "BADGE")), table) == presidio.AS_THEY_ARE
    assert presidio.text_of(case("12306", ("12306", "BADGE")), table) == ("Badge: 12306", 7)


@pytest.mark.parametrize("name", ["presidio_recognizers", "validatorjs", "stdnum", "isemail"])
def test_the_tables_name_types_that_there_are(name: str) -> None:
    rows = json.loads((cases.LABELS / f"{name}.json").read_text(encoding="utf-8"))
    for row in rows.values():
        assert row is None or accepted(row["types"])
        if name != "presidio_recognizers" and row is not None:
            assert row["words"] and row["modules"]


def test_the_table_of_peers_names_types_that_there_are() -> None:
    for labels in json.loads((cases.LABELS / "peers.json").read_text(encoding="utf-8")).values():
        assert peers.meaning(labels)


def kind(**changes: Any) -> own.Kind:
    formed = Identifier(type="NATIONAL_ID", name="badge", shapes=BADGE.shapes, form=BADGE.form, alone=1.0)
    checked = Identifier(
        type="NATIONAL_ID", name="badge", shapes=BADGE.shapes, form=BADGE.form, valid=BADGE.valid, alone=1.0
    )
    given: dict[str, Any] = {
        "name": "badge", "types": accepted("NATIONAL_ID"), "words": "badge",
        "rules": frozenset({"badge"}), "checked": (Identifiers([checked]),), "formed": (Identifiers([formed]),),
    }  # fmt: skip
    return own.Kind(**given | changes)


@pytest.mark.parametrize(
    ("value", "formed", "valid"),
    [("12306", True, True), ("12307", True, False), ("02305", False, False), ("1230", False, False)],
)
def test_own_validity_needs_shape_form_and_check(value: str, formed: bool, valid: bool) -> None:
    assert kind().own(value) == own.Own(formed, valid)


def test_a_recognizer_that_fails_knows_no_value() -> None:
    class Broken:
        def find(self, passages: Any) -> list[Findings]:
            raise ValueError("12306")

    assert kind(checked=(Broken(),), formed=(Broken(),)).own("12306") == own.Own(False, False)


def vector(number: int, text: str, valid: bool | None, **meta: Any) -> Case:
    return case(text, id_=f"set-{number}", kind="badge", valid=valid, options=None, **meta)


def test_vectors_are_counted_by_what_becomes_of_them() -> None:
    given = [
        vector(0, " 12306 ", True),
        vector(1, "12307", False),  # found with check_failed
        vector(2, "1230", False),  # no form of ours
        vector(3, "12-306", True),
        vector(4, "22308", True),  # they say so; we refuse it
        vector(5, "33309", False),  # they refuse it; it is named, and right
        vector(6, "x", None),
        vector(7, "12306', check='no", True),
        Case("set-8", "12306", meta={"kind": "badge", "valid": True, "options": {"strict": True}}),
    ]
    listed = Disagreements("set")
    (tally,) = vectors.measure(DETECTOR, given, {"badge": kind()}, listed).values()
    assert tally.as_json() == {
        "valid": 3, "invalid": 3, "own validity": round(4 / 6, 4), "valid found exactly": round(2 / 3, 4),
        "invalid taken for valid, named": 1, "in part": 0, "as of another kind": 0, "by its name": 0,
        "invalid found, neutral": 0, "in part, neutral": 0, "as of another kind, neutral": 0,
        "invalid of our form": 1, "of these check_failed": 1, "check_failed scores below valid": True,
    }  # fmt: skip
    assert {(part, id_) for part, _, _, id_ in listed.rows} == {
        ("own validity, refused", "set-4"), ("named", "set-4"),
        ("own validity, accepted", "set-5"), ("named, invalid", "set-5"),
    }  # fmt: skip


def test_where_only_the_form_counts_no_check_is_asked_for() -> None:
    listed = Disagreements("set")
    given = [vector(0, "22308", True), vector(1, "0230", False), vector(2, "22309", False)]
    (tally,) = vectors.measure(DETECTOR, given, {"badge": kind(form_only=True)}, listed).values()
    assert (tally.as_json()["own validity"], tally.as_json()["valid found exactly"]) == (1.0, 1.0)
    assert listed.rows == []


def test_a_valid_part_of_an_invalid_value_is_counted_apart() -> None:
    mail = kind(types=accepted("EMAIL_ADDRESS"), checked=DETECTOR.recognizers, formed=DETECTOR.recognizers)
    (tally,) = vectors.measure(
        DETECTOR, [vector(0, "a@b.example!", False)], {"badge": mail}, Disagreements("set")
    ).values()
    assert (tally.as_json()["in part"], tally.as_json()["in part, neutral"]) == (1, 1)
    assert tally.as_json()["own validity"] == 1.0


def test_what_words_alone_name_is_counted_apart() -> None:
    worded = Labelled(type="NATIONAL_ID", hints=("badge",), label="badge", value=r"\d{4,6}")
    own_kind = kind(rules=frozenset(), checked=(worded,), formed=(worded,), words_alone=True)
    given = [vector(0, "1230", False), vector(1, "12306", True)]
    (tally,) = vectors.measure(Detector([worded]), given, {"badge": own_kind}, Disagreements("set")).values()
    figures = tally.as_json()
    assert (figures["invalid taken for valid, named"], figures["by its name"]) == (0, 1)
    assert tally.agreement()["invalid not taken for valid, named"]["as it is"] == 1.0


def test_agreement_is_told_with_and_without_vectors_that_are_wrong_or_ask_something_else() -> None:
    listed = Disagreements("set", {"set-1": "wrong: by the law", "set-2": "ours: odd"})
    given = [vector(0, "12306", True), vector(1, "22308", True), vector(2, "22309", True)]
    (tally,) = vectors.measure(DETECTOR, given, {"badge": kind()}, listed).values()
    assert tally.agreement()["own validity"] == {
        "vectors": 3, "as it is": 0.3333, "vectors that are wrong": 1, "without those that are wrong": 0.5,
        "that ask something else": 0, "without both": 0.5,
    }  # fmt: skip
    assert vectors.summed([tally])["agreement"] == tally.agreement()


def test_what_is_ours_of_a_value_is_looked_for() -> None:
    bracketed = kind(ours=r"[^()]+")
    (tally,) = vectors.measure(
        DETECTOR, [vector(0, "(12306)", True)], {"badge": bracketed}, Disagreements("set")
    ).values()
    assert (tally.as_json()["own validity"], tally.as_json()["valid found exactly"]) == (1.0, 1.0)


def test_a_function_of_ours_may_say_what_is_valid() -> None:
    row = {"types": "EMAIL_ADDRESS", "words": "e-mail", "modules": ["email"], "check": "email.is_email"}
    (found,) = own.kinds_of({"isX": row}, ["isX"])[0].values()
    assert found.own("a|b@c.example") == own.Own(formed=False, valid=True)


def test_what_another_kind_of_the_type_takes_is_counted_apart() -> None:
    other = kind(checked=(), formed=(), rules=frozenset({"ticket"}))
    (tally,) = vectors.measure(DETECTOR, [vector(0, "12306", False)], {"badge": other}, Disagreements("set")).values()
    figures = tally.as_json()
    assert (figures["invalid taken for valid, named"], figures["as of another kind"]) == (0, 1)


def test_kinds_come_from_the_modules_that_know_them() -> None:
    row = {"types": "NATIONAL_ID", "words": "SSN", "modules": ["{country}"], "region": "{COUNTRY}"}
    found, missing = own.kinds_of({"isX/*": row, "isX/any": None}, ["isX/en-US", "isX/any", "isX/zz-ZZ", "isY"])
    assert [(name, each.regions) for name, each in found.items()] == [("isX/en-US", ("US",))]
    assert missing == ["isX/zz-ZZ"]
    assert found["isX/en-US"].own("536-90-4399") == own.Own(True, True)
    row["otherwise"] = ["us"]
    assert own.kinds_of({"isX/*": row}, ["isX/zz-ZZ"])[1] == []


class Plus:
    """Find numbers with a plus, and any number in a passage with a region."""

    def find(self, passages: Any) -> list[Findings]:
        return [Findings(tuple(self._found(passage))) for passage in passages]

    def _found(self, passage: Passage) -> list[Evidence]:
        for start in range(len(passage.text)):
            if passage.text[start] == "+" or (passage.regions and passage.text[start].isdigit()):
                return [Evidence(Span(start, len(passage.text), "PHONE_NUMBER", 0.9, "pattern"), "pattern")]
        return []


def test_phone_numbers_are_found_behind_a_label_with_their_region_and_alone_without() -> None:
    given = [
        case("0711 1", id_="set-0", region="DE", format="NATIONAL"),
        case("+49 711 1", id_="set-1", region="DE", format="INTERNATIONAL"),
        case("49711", id_="set-2", region="DE", format="E164"),
    ]
    figures = phones.measure(Detector([Plus()]), given, {})
    assert figures["national and international form behind Tel.:"] == 1.0
    assert figures["international forms alone"] == 0.5
    assert figures["alone"] == {
        "INTERNATIONAL": {"numbers": 1, "exact": 1, "share": 1.0},
        "E164": {"numbers": 1, "exact": 0, "share": 0.0},
    }


def test_peers_are_compared_by_what_their_labels_mean() -> None:
    given = [case("Ada, a@b.example, 5", ("Ada", "NAME"), ("a@b.example", "MAIL"))]
    gold = peers.meaning({"NAME": "PERSON", "MAIL": "EMAIL_ADDRESS"})
    labels = peers.meaning({"email": "EMAIL_ADDRESS", "name": "PERSON", "zip": "ADDRESS"})
    found = [[Span(5, 10, "email"), Span(18, 19, "name"), Span(18, 19, "zip")]]
    figures = peers.measure(given, found, gold, labels)
    assert figures["all"] == {
        "values": 2, "found": 1, "exact": 0, "share found": 0.5, "share exact": 0.0, "false": 1
    }  # fmt: skip
    assert figures["all but names, places and organisations"] == {
        "values": 1, "found": 1, "exact": 0, "share found": 1.0, "share exact": 0.0, "false": 0
    }  # fmt: skip
    assert figures["of types that the set does not mark"] == 1


def test_lost_characters_leave_the_set(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text("".join(json.dumps({"id": t, "text": t, "lang": "en", "spans": []}) + "\n" for t in ("a?", "???b")))
    assert [each.id for each in peers.cases_of(path)] == ["a?"]


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    directory = tmp_path / "packages"
    for name, text in {
        "one/code.py": "x = 'a@b.de'\n" * 10, "one/LICENSE": "Copyright by ada@lovelace.org", "two/code.py": "y",
        "two/copy.py": "y", "two/lib.so": "\x00",
        "stdnum/us.py": "a@b.de", "python_stdnum-2.0.dist-info/METADATA": "a@b.de",
        "two/CHANGES.md": "2024-01-05  Ada  <ada@lovelace.org>\nAda <ada@example.com>\nada@lovelace.org",
    }.items():  # fmt: skip
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (directory / "two" / "latin.txt").write_bytes("naïve".encode("latin-1"))
    return directory


def test_texts_are_chosen_by_kind_without_copies(packages: Path) -> None:
    chosen = alarms.choose([packages], [], size=10_000)
    assert sorted((text.kind, len(text.text)) for text in chosen) == [
        ("changelogs", 74), ("licences and authors", 29), ("source code", 1), ("source code", 130),
    ]  # fmt: skip
    assert chosen == alarms.choose([packages], [], size=10_000)


def test_of_each_kind_but_code_an_eighth_is_taken(packages: Path) -> None:
    sizes: dict[str, int] = {}
    for text in alarms.choose([packages], [], size=80):
        sizes[text.kind] = sizes.get(text.kind, 0) + text.size
    assert sizes == {"changelogs": 10, "licences and authors": 10, "source code": 60}


def test_logs_are_taken_by_their_names() -> None:
    names = ("apt/history.log", "dpkg.log.1", "dpkg.log.2.gz", "wtmp")
    assert [alarms.kind_of(PurePath(name), logs=True) for name in names] == ["machine logs"] * 3 + [None]


def test_the_addresses_of_those_who_sign_are_counted_apart(packages: Path) -> None:
    texts = alarms.choose([packages], [], size=10_000)
    found = list(alarms.alarms(DETECTOR, texts))
    changes = [each.real for each in found if each.text.kind == "changelogs"]
    assert changes == [True, False, False]  # signed; reserved; nobody says whose
    figures = alarms.figures(texts, found)
    size = sum(text.size for text in texts)
    assert figures["direct identifiers for each 100 kB"] == pytest.approx(12e5 / size, abs=1e-3)
    assert figures["real people"] == {"EMAIL_ADDRESS": pytest.approx(2e5 / size, abs=1e-3)}
    assert figures["by kind of text"]["licences and authors"] == 0.0


@pytest.mark.parametrize(
    ("text", "real"),
    [("Ada  <ada@lovelace.org>", True), ("Ada (AL) <ada@lovelace.org>", True), ("by Ada", False), ("(c) Ada", True)],
)
def test_a_name_is_real_that_signs_with_its_address(text: str, real: bool) -> None:
    start = text.index("Ada")
    alarm = alarms.Alarm(alarms.Text("NEWS", "changelogs", text), start, start + 3, "PERSON", 0.9, "model")
    assert alarm.real is real


@pytest.mark.parametrize(
    ("text", "real"),
    [
        ("Ada<ada@lovelace.org>", True),
        ("Ada Lovelace, ada@lovelace.org", True),
        ("\n   Ada Lovelace\n   ada@lovelace.org\n", True),
        ('{"name": "Ada", "email": "ada@lovelace.org"}', True),
        ("Patch from ada@lovelace.org", True),
        ("Reviewed-by: ada@lovelace.org", True),
        ("mail me at ada@lovelace.org", True),
        ("There are mailing lists:\n\n general: ada@lovelace.org", True),
        ("see ada-devel@lovelace.org", True),
        ("Ada <ada@example.com>", False),
        ("data = ['ada@lovelace.org']", False),
        ("Enter the password of ada@lovelace.org", False),
        ("cc: <ada@lovelace.org>", False),
    ],
)
def test_an_address_is_real_where_a_name_or_words_stand_beside_it(text: str, real: bool) -> None:
    found = re.search(r"[\w\-]+@[\w.]+", text)
    assert found is not None
    alarm = alarms.Alarm(alarms.Text("README", "documentation", text), *found.span(), "EMAIL_ADDRESS", 0.9, "pattern")
    assert alarm.real is real


def test_an_address_in_angle_brackets_signs_an_entry_of_a_changelog() -> None:
    text = "remove a parameter (<ada@lovelace.org>)"
    alarm = alarms.Alarm(alarms.Text("NEWS", "changelogs", text), 21, 37, "EMAIL_ADDRESS", 0.9, "pattern")
    assert text[alarm.start : alarm.end] == "ada@lovelace.org"
    assert alarm.real


@pytest.mark.parametrize(
    ("text", "locale", "part", "who"),
    [
        ("+441211234567", "en-GB", "neutral", "other: "),
        ("+447400123456", "en-GB", "neutral", "wrong: "),
        ("+447400123456", "de-DE", "neutral", "other: "),
        ("+4474001234567890", "en-GB", "named", "wrong: "),
        ("+449991234567", "en-GB", "named, invalid", "ours: "),
        ("x", "en-GB", "named, invalid", "ours: "),
    ],
)
def test_the_numbering_plan_says_who_is_right_about_a_mobile_number(
    text: str, locale: str, part: str, who: str
) -> None:
    case = cases.Case("a-1", text, meta={"kind": "isMobilePhone", "locale": locale})
    assert (vectors.of_mobiles(case, part) or "").startswith(who)
    assert vectors.of_mobiles(cases.Case("a-1", text, meta={"kind": "isIBAN"}), part) is None


def test_a_listing_says_where_and_not_what(packages: Path) -> None:
    found = list(alarms.alarms(DETECTOR, alarms.choose([packages], [], size=10_000)))
    assert found
    assert all("lovelace" not in json.dumps(each.as_json()) for each in found)
    assert set(found[0].as_json()) == {"path", "start", "end", "type", "score", "rule", "real"}


def test_speed_counts_bytes_and_the_time_of_the_process(tmp_path: Path) -> None:
    class Slow:
        type = "SLOW"

        def find(self, passages: Any) -> list[Findings]:
            until = time.process_time() + 0.02
            while time.process_time() < until:
                pass
            return [Findings()] * len(passages)

    figures = speed.measure(Detector([Slow()]), ["ä" * 50], rounds=1)
    assert figures["recognizers, ms/MB"]["SLOW 0"] >= 20 / 1e-4
    assert figures["patterns, all types, MB/s"] == figures["patterns, direct identifiers, MB/s"] == 0.0


def test_texts_for_speed_come_in_turn(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one\n\ntwo")
    (tmp_path / "b.jsonl").write_text('{"text": "three"}\n')
    texts = list(speed.texts_of([tmp_path / "a.txt", tmp_path / "b.jsonl"]))
    assert texts == ["one", "three", "two"]
    assert speed.pieces(texts, size=6, whole=8) == ["one\nth", "re"]
