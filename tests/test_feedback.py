"""Reviews: what they say, how they are kept, counted, erased and exported."""

from __future__ import annotations

import json
import os
import pwd
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event

from deckname.cli import main
from deckname.errors import FeedbackError, FeedbackUnavailable, InvalidToken, UnknownKey
from deckname.feedback.export import Record, document_line, pair_lines, reviewed
from deckname.feedback.store import Store
from deckname.feedback.tables import metadata
from deckname.feedback.verdicts import KINDS, Choice, Feedback, Kind, Option, Verdict, from_json, to_json
from deckname.keys import Key, Keyring, add_key
from deckname.span import Span

OLD, NEW = Key("reviews", bytes(range(32))), Key("reviews", bytes(range(1, 33)))
RING = Keyring([OLD])
TEXT = "Ask Ada Example about Bob."
ADA, FULL, BOB = (4, 7, "PERSON"), (4, 15, "PERSON"), (22, 25, "PERSON")


def said(*verdicts: Verdict, whole: bool = False, text: str = TEXT, **fields: Any) -> Feedback:
    return Feedback(text, "m@1", verdicts, whole=whole, **fields)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "reviews.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    store = Store(f"sqlite:///{path}", wait=0.1)
    yield store
    store.close()


# What is said.


@pytest.mark.parametrize(
    ("verdict", "truth"),
    [
        (Verdict("right", *ADA), ADA),
        (Verdict("missed", *ADA), ADA),
        (Verdict("wrong_type", *ADA, right_type="USERNAME"), (4, 7, "USERNAME")),
        (Verdict("wrong_edge", *ADA, right_start=4, right_end=15), FULL),
        (Verdict("wrong_edge", *ADA, "USERNAME", 4, 15), (4, 15, "USERNAME")),
        (Verdict("not_pii", *ADA), None),
    ],
)
def test_a_verdict_says_what_is_right(verdict: Verdict, truth: tuple[int, int, str] | None) -> None:
    assert verdict.truth == (Span(*truth, 1.0, "feedback") if truth else None)


def test_a_review_is_read_as_it_was_written() -> None:
    choice = Choice((Option((Span(*ADA, 0.4, "m"),), "Ask <PERSON>"), Option(())), 1)
    feedback = said(Verdict("wrong_edge", *ADA, None, 4, 15), choices=(choice,), reviewer="r-1", request_id="5f" * 16)
    assert from_json(to_json(feedback)) == feedback
    assert "Ada" not in repr(feedback) and "r-1" not in repr(feedback)


# How it is kept.


def test_a_review_is_kept_and_found_again(store: Store) -> None:
    feedback = said(Verdict("right", *ADA), reviewer="r-1")
    id_ = store.add(feedback, RING, key="reviews", now=1000.9)
    assert list(store.records(RING)) == [Record(id_, 1000, feedback)]


def test_the_file_holds_nothing_personal_in_the_clear_and_is_its_owners(store: Store, path: Path) -> None:
    store.add(said(Verdict("right", *ADA), reviewer="quibbleworth"), RING, key="reviews")
    content = path.read_bytes()
    assert b"PERSON" in content and b"m@1" in content
    assert b"Ada" not in content and b"quibbleworth" not in content
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_is_erased_is_gone_from_the_file(store: Store, path: Path) -> None:
    kept = store.add(said(text="x" * 50), RING, key="reviews")
    gone = store.add(said(text="y" * 9000), RING, key="reviews")
    with sqlite3.connect(path) as connection:
        content = connection.execute("select content from review where id = ?", (gone,)).fetchone()[0]
    pieces = [content[at : at + 16] for at in range(0, len(content) - 16, 1024)]
    assert all(piece in path.read_bytes() for piece in pieces)
    assert store.erase(gone)
    assert not any(piece in path.read_bytes() for piece in pieces)
    assert gone.encode() not in path.read_bytes()
    assert not store.erase(gone)
    assert [record.id for record in store.records(RING)] == [kept]


def test_old_reviews_are_purged_with_their_counts(store: Store) -> None:
    for now in (100, 200, 300):
        store.add(said(Verdict("right", *ADA)), RING, key="reviews", now=now)
    assert store.purge(before=300) == 2
    stats = store.stats()
    assert (stats.reviews, stats.first, stats.last) == (1, 300, 300)
    assert stats.verdicts == {("m@1", "right", "PERSON"): 1}


def test_reviews_come_in_order_since_a_time_and_of_a_model(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deckname.feedback.store._PAGE", 2)
    for now in (5, 3, 3, 4, 3):
        store.add(said(), RING, key="reviews", now=now)
    other = store.add(replace(said(), model="other@2"), RING, key="reviews", now=4)
    assert [record.received_at for record in store.records(RING)] == [3, 3, 3, 4, 4, 5]
    assert [record.received_at for record in store.records(RING, since=4)] == [4, 4, 5]
    assert [record.id for record in store.records(RING, model="other@2")] == [other]


def test_a_key_that_was_followed_by_another_still_opens_what_it_closed(store: Store) -> None:
    store.add(said(), RING, key="reviews")
    both = Keyring([OLD, NEW])
    store.add(said(), both, key="reviews")
    assert len(list(store.records(both))) == 2
    with pytest.raises(InvalidToken, match="the key file does not hold"):
        list(store.records(RING))
    with pytest.raises(UnknownKey):
        store.add(said(), RING, key="other")


@pytest.mark.parametrize(
    "change",
    [
        "update review set model = 'm@2'",
        "update review set received_at = 7",
        "update review set content = x'00'",
        "update review set content = (select other.content from review as other where other.id <> review.id)",
    ],
)
def test_a_row_that_was_changed_is_refused(store: Store, path: Path, change: str) -> None:
    for text in ("first", "second"):
        store.add(said(text=text), RING, key="reviews", now=5)
    with sqlite3.connect(path) as connection:
        connection.execute(change)
    with pytest.raises(InvalidToken, match="is damaged or its row was changed"):
        list(store.records(RING))


def test_a_locked_database_is_said_to_be_so(store: Store, path: Path) -> None:
    store.prepare()
    with sqlite3.connect(path) as other:
        other.execute("begin exclusive")
        with pytest.raises(FeedbackUnavailable, match="locked, full or away") as raised:
            store.add(said(), RING, key="reviews")
    assert raised.value.__context__ is None and raised.value.__cause__ is None
    store.add(said(), RING, key="reviews")


def test_a_full_database_keeps_nothing_by_halves(store: Store) -> None:
    store.add(said(), RING, key="reviews")

    @event.listens_for(store.engine, "connect")
    def shrink(connection: Any, record: Any) -> None:
        connection.execute("PRAGMA max_page_count = 1")

    store.engine.dispose()
    with pytest.raises(FeedbackUnavailable):
        store.add(said(Verdict("right", *ADA), text="x" * 100_000), RING, key="reviews")
    assert (store.stats().reviews, store.stats().verdicts) == (1, {})


def test_the_migrations_lead_to_the_tables(store: Store) -> None:
    store.prepare()
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, metadata) == []
        assert context.get_current_revision() == "0001"


def test_a_database_of_a_newer_deckname_is_refused(store: Store, path: Path) -> None:
    store.prepare()
    with sqlite3.connect(path) as connection:
        connection.execute("update alembic_version set version_num = '9999'")
    again = Store(f"sqlite:///{path}")
    with pytest.raises(FeedbackError, match="newer deckname"):
        again.prepare()
    again.close()


def test_workers_that_start_together_do_not_meet_in_the_migration(path: Path) -> None:
    program = "import sys; from deckname.feedback.store import Store; Store(sys.argv[1], wait=30).prepare()"
    command = [sys.executable, "-c", program, f"sqlite:///{path}"]
    running = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(2)]
    assert [(each.communicate()[1], each.returncode) for each in running] == [(b"", 0)] * 2


@pytest.mark.parametrize(
    "url", ["", "sqlite://", "sqlite:///:memory:", "mysql://u:hunter2@h/x", "hunter2", "sqlite:////nowhere/hunter2/x"]
)
def test_a_url_that_cannot_work_is_refused_without_its_password(url: str) -> None:
    with pytest.raises(FeedbackError) as raised:
        Store(url)
    assert "u:hunter2" not in str(raised.value) and raised.value.__context__ is None


def test_without_sqlalchemy_the_error_names_the_extra(path: Path) -> None:
    program = "import sys; sys.modules['sqlalchemy'] = None; import deckname.feedback.store"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert "pip install 'deckname[feedback]'" in done.stderr and "During handling" not in done.stderr


# What is made of it.


def records(*feedbacks: Feedback) -> list[Record]:
    return [Record(f"id{number}", number, feedback) for number, feedback in enumerate(feedbacks)]


def spans_of(*feedbacks: Feedback) -> list[tuple[int, int, str]]:
    (found,) = reviewed(records(*feedbacks))
    return [(span.start, span.end, span.type) for span in found.spans]


def test_verdicts_become_a_document() -> None:
    verdicts = (
        Verdict("wrong_edge", *ADA, None, 4, 15),
        Verdict("not_pii", 0, 3, "PERSON"),
        Verdict("missed", *BOB),
    )
    (found,) = reviewed(records(said(*verdicts, whole=True)))
    assert json.loads(document_line(found)) == {
        "id": "id0",
        "text": TEXT,
        "spans": [
            {"start": 4, "end": 15, "type": "PERSON", "score": 1.0, "source": "feedback"},
            {"start": 22, "end": 25, "type": "PERSON", "score": 1.0, "source": "feedback"},
        ],
        "open": [],
        "feedback": ["id0"],
    }


def test_what_nobody_spoke_of_stays_open() -> None:
    (found,) = reviewed(records(said(Verdict("right", *ADA), Verdict("not_pii", *BOB))))
    assert found.open == ((0, 4), (7, 22), (25, 26))
    (found,) = reviewed(records(said(Verdict("right", *ADA)), said(Verdict("right", *BOB), whole=True)))
    assert found.open == ()


def test_later_reviewers_are_followed_where_they_disagree() -> None:
    first = said(Verdict("right", *ADA), Verdict("right", *BOB))
    assert spans_of(first, said(Verdict("not_pii", *ADA))) == [BOB]
    assert spans_of(first, said(Verdict("wrong_edge", *ADA, None, 4, 15))) == [FULL, BOB]
    assert spans_of(first, said(Verdict("right", *ADA), whole=True)) == [ADA]
    assert spans_of(said(Verdict("not_pii", *ADA)), first) == [ADA, BOB]
    (found,) = reviewed(records(first, said(Verdict("not_pii", *ADA), Verdict("right", *BOB))))
    assert (found.replaced, found.ids) == (1, ("id0", "id1"))


def test_choices_alone_are_no_document() -> None:
    assert list(reviewed(records(said(choices=(Choice((Option(()), Option(())), 0),))))) == []


def test_a_choice_among_three_is_two_pairs() -> None:
    options = (Option((Span(*ADA),)), Option((Span(*FULL, 0.4),)), Option((), "Ask me."))
    first, second = map(json.loads, pair_lines(records(said(choices=(Choice(options, 1),)))[0]))
    assert (first["prompt"], first["chosen"], first["rejected"]) == (
        TEXT,
        "Ask <PERSON> about Bob.",
        "Ask <PERSON> Example about Bob.",
    )
    assert first["chosen_spans"] == [{"start": 4, "end": 15, "type": "PERSON", "score": 0.4}]
    assert (second["rejected"], second["rejected_spans"]) == ("Ask me.", [])


@st.composite
def verdicts(draw: st.DrawFn) -> Verdict:
    kind: Kind = draw(st.sampled_from(KINDS))
    starts = st.integers(0, len(TEXT) - 1)
    start = draw(starts)
    end = draw(st.integers(start + 1, len(TEXT)))
    if kind == "wrong_edge":
        right = draw(starts)
        return Verdict(kind, start, end, "PERSON", None, right, draw(st.integers(right + 1, len(TEXT))))
    return Verdict(kind, start, end, "PERSON", "URL" if kind == "wrong_type" else None)


@given(st.lists(st.tuples(st.lists(verdicts(), min_size=1, max_size=4), st.booleans()), min_size=1, max_size=4))
def test_spans_are_disjoint_and_open_ranges_lie_between_what_was_said(given: list[tuple[list[Verdict], bool]]) -> None:
    (found,) = reviewed(records(*(said(*own, whole=whole) for own, whole in given)))
    parts = [(span.start, span.end) for span in found.spans] + list(found.open)
    taken = [index for start, end in parts for index in range(start, end)]
    assert len(taken) == len(set(taken)) and set(taken) <= set(range(len(TEXT)))
    last = {index for each in given[-1][0] for area in each.areas for index in range(area.start, area.end)}
    assert not last & {index for start, end in found.open for index in range(start, end)}
    truths = [truth for each in given[-1][0] if (truth := each.truth)]
    covered = {index for span in found.spans for index in range(span.start, span.end)}
    assert all(set(range(truth.start, truth.end)) <= covered for truth in truths)


# The command line.


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    add_key(tmp_path / "keys.json", "reviews")
    return tmp_path / "keys.json"


@pytest.fixture
def command(store: Store, path: Path, keys: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A store with two reviews, which the environment names."""
    monkeypatch.setenv("DECKNAME_FEEDBACK_URL", f"sqlite:///{path}")
    monkeypatch.setenv("DECKNAME_KEY_FILE", str(keys))
    ring = Keyring.read(keys)
    choice = Choice((Option((Span(*ADA),)), Option(())), 0)
    store.add(said(Verdict("right", *ADA), whole=True), ring, key="reviews")
    store.add(said(Verdict("not_pii", *ADA), text="Ask Ada", choices=(choice,)), ring, key="reviews")
    return store


def test_export_writes_documents_and_pairs_for_its_owner(
    command: Store, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(["feedback", "export", "-o", str(out)]) == main(["feedback", "export", "-o", str(out)]) == 0
    lines = (out / "documents.jsonl").read_text().splitlines()
    assert sorted(json.loads(line)["text"] for line in lines) == ["Ask Ada", TEXT]
    assert json.loads((out / "pairs.jsonl").read_text())["chosen"] == "Ask <PERSON>"
    assert [stat.S_IMODE((out / name).stat().st_mode) for name in ("documents.jsonl", "pairs.jsonl")] == [0o600] * 2
    told = capfd.readouterr()
    assert (
        told.out == "" and "2 documents (1 of them reviewed in part) and 1 pairs of 2 reviews; 0 verdicts" in told.err
    )


def test_export_chooses_by_time_and_model_and_leaves_out_what_has_stayed_its_time(
    command: Store, keys: Path, tmp_path: Path
) -> None:
    command.add(said(Verdict("right", *ADA), text="long ago"), Keyring.read(keys), key="reviews", now=1000)

    def count(*arguments: str) -> int:
        assert main(["feedback", "export", "-o", str(tmp_path / "out"), *arguments]) == 0
        return len((tmp_path / "out" / "documents.jsonl").read_text().splitlines())

    assert count() == 2
    assert count("--since", "2999-01-01") == count("--model", "m@2") == 0
    assert main(["feedback", "purge"]) == 0
    assert command.stats().reviews == 2


def test_stats_count_without_a_key(
    command: Store, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("DECKNAME_KEY_FILE")
    assert main(["feedback", "stats"]) == 0
    first, header, row = capfd.readouterr().out.splitlines()
    assert first.startswith("2 reviews, 1 choices, 2")
    assert header.split() == ["MODEL", "TYPE", "RIGHT", "WRONG_TYPE", "WRONG_EDGE", "MISSED", "NOT_PII", "PRECISION"]
    assert row.split() == ["m@1", "PERSON", "1", "0", "0", "0", "1", "0.50"]
    assert main(["feedback", "stats", "--format", "json"]) == 0
    told = json.loads(capfd.readouterr().out)
    assert (told["reviews"], told["choices"], told["verdicts"][0]["precision"]) == (2, 1, 0.5)


def test_erase_and_purge_say_what_they_did(command: Store, keys: Path, capfd: pytest.CaptureFixture[str]) -> None:
    first = next(command.records(Keyring.read(keys))).id
    assert main(["feedback", "erase", first]) == 0
    assert main(["feedback", "erase", first, "0" * 32]) == 1
    assert main(["feedback", "purge", "--older-than", "1"]) == 0
    assert main(["feedback", "purge", "--older-than", "0"]) == 0
    told = capfd.readouterr().err.splitlines()
    assert [line.split()[1] for line in told] == ["1", "0", "0", "1"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["stats"], 2),
        (["stats", "--url", "sqlite:///nowhere.db"], 3),
        (["export", "-o", "x", "--url", "sqlite:///nowhere.db"], 2),
        (["purge", "--older-than", "-1", "--url", "sqlite:///x"], 2),
        (["export", "-o", "x", "--since", "yesterday"], 2),
    ],
)
def test_commands_that_cannot_work_are_refused(
    arguments: list[str], code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["feedback", *arguments]) == code
    assert list(tmp_path.iterdir()) == []


# PostgreSQL.


@contextmanager
def server(programs: Path) -> Iterator[str]:
    """Start a PostgreSQL of our own on a Unix socket, as somebody who is not root, and yield its URL."""
    directory = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))  # a socket's path has at most 107 bytes
    owner: dict[str, Any] = {}
    if os.geteuid() == 0:
        user = next(each for each in pwd.getpwall() if each.pw_name in ("postgres", "nobody"))
        owner = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
        os.chown(directory, user.pw_uid, user.pw_gid)

    def run(*command: str) -> None:
        with (directory.parent / f"{directory.name}.log").open("ab") as told:
            subprocess.run(command, check=True, cwd="/", stdout=told, stderr=told, timeout=120, **owner)

    data = str(directory / "data")
    control = [str(programs / "pg_ctl"), "-D", data, "-w"]
    try:
        run(str(programs / "initdb"), "-D", data, "-U", "deckname", "-A", "trust", "--no-sync", "-E", "UTF8")
        run(*control, "-o", f"-k {directory} -c listen_addresses='' -c fsync=off", "start")
        yield f"postgresql+psycopg://deckname@/postgres?host={directory}"
    finally:
        with suppress(subprocess.CalledProcessError):
            run(*control, "-m", "immediate", "stop")
        shutil.rmtree(directory, ignore_errors=True)
        (directory.parent / f"{directory.name}.log").unlink(missing_ok=True)


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    pytest.importorskip("psycopg", reason="needs psycopg: the extra `postgres`")
    # Debian keeps the server's programs off the path.
    found = [*sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True), shutil.which("initdb")]
    if found[0] is None:
        pytest.skip("needs PostgreSQL's server (Debian: apt-get install postgresql)")
    with server(Path(found[0]).parent) as url:
        yield url


def test_postgresql_keeps_counts_and_erases(postgres: str, tmp_path: Path) -> None:
    program = "import sys; from deckname.feedback.store import Store; Store(sys.argv[1], wait=30).prepare()"
    running = [subprocess.Popen([sys.executable, "-c", program, postgres], stderr=subprocess.PIPE) for _ in range(2)]
    assert [(each.communicate()[1], each.returncode) for each in running] == [(b"", 0)] * 2

    store = Store(postgres, wait=0.5)
    try:
        with store.engine.connect() as connection:
            assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        feedback = said(Verdict("right", *ADA), Verdict("missed", *BOB), reviewer="r-1")
        ids = [store.add(feedback, RING, key="reviews", now=now) for now in (100, 200, 300)]
        assert [record.id for record in store.records(RING, since=200)] == ids[1:]
        assert next(store.records(RING)).feedback == feedback
        assert store.purge(before=200) == 1 and store.erase(ids[1]) and not store.erase(ids[1])
        stats = store.stats()
        assert (stats.reviews, stats.first, stats.last) == (1, 300, 300)
        assert stats.verdicts == {("m@1", "right", "PERSON"): 1, ("m@1", "missed", "PERSON"): 1}
        with store.engine.begin() as other:
            other.exec_driver_sql("lock table review in access exclusive mode")
            with pytest.raises(FeedbackUnavailable) as raised:
                store.add(feedback, RING, key="reviews")
        assert raised.value.__context__ is None
        assert store.stats().reviews == 1
    finally:
        store.close()


def test_a_postgresql_that_is_away_is_unavailable() -> None:
    pytest.importorskip("psycopg")
    store = Store("postgresql+psycopg://u:hunter2@/postgres?host=/nowhere", wait=0.1)
    with pytest.raises(FeedbackUnavailable) as raised:
        store.prepare()
    assert "hunter2" not in str(raised.value) and "nowhere" not in str(raised.value)
    store.close()
