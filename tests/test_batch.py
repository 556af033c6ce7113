import errno
import json
import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import deckname
from deckname.batch.ledger import NAME, Ledger
from deckname.batch.looking import Ended, Job, Looked, look_through
from deckname.batch.outputs import Appearing, part_of
from deckname.batch.redacting import Redacting
from deckname.batch.task import Reading, Task
from deckname.batch.workers import Here, Looker, Processes
from deckname.detector import Detector, Options
from deckname.errors import DecknameError, Incomplete, InvalidRequest, WorkerFailed
from deckname.files import Batch, Value
from deckname.files.windows import values
from deckname.findings import Findings, Passage
from deckname.pattern import Pattern
from deckname.policy import Policy
from deckname.report import FileReport, Report
from deckname.span import Span
from tests.test_stream import DETECTOR as STREAMED
from tests.test_stream import PATTERNS, REACH
from tests.test_stream import texts as stream_texts

EMAIL = Pattern(type="EMAIL_ADDRESS", regex=r"[a-z]+@[a-z]+\.org", score=0.9)


def small() -> Detector:
    return Detector([EMAIL])


@dataclass(eq=False, slots=True)
class Given(Job):
    """A job whose batches are given; an error among them is raised there."""

    batches: Sequence[Batch | Exception] = ()

    @contextmanager
    def open(self) -> Iterator[Iterator[Batch]]:
        yield self._batches()

    def _batches(self) -> Iterator[Batch]:
        for each in self.batches:
            if isinstance(each, Exception):
                raise each
            yield each


def _batch(*texts: str) -> Batch:
    return Batch(
        tuple(Value(text) for text in texts), lambda redacted: "".join(each.text for each in redacted).encode()
    )


def _windows(text: str, *, core: int, margin: int) -> Given:
    return Given(batches=[Batch((value,), lambda _: b"") for value in values([text], core=core, margin=margin)])


# Windows.


@settings(max_examples=150, deadline=None)
@given(stream_texts, st.integers(1, 200), st.integers(REACH, 3 * REACH))
def test_windows_find_what_the_whole_text_holds(text: str, core: int, margin: int) -> None:
    with Here(lambda: STREAMED, Options()) as workers:
        events = list(look_through([_windows(text, core=core, margin=margin)], workers, Options()))
    pieces = [piece for event in events if isinstance(event, Looked) for piece in event.pieces or ()]
    assert "".join(piece.text for piece in pieces) == text
    assert tuple(span for piece in pieces for span in piece.spans) == STREAMED.detect(text).spans
    assert any(piece.contains_pii for piece in pieces) == STREAMED.detect(text).contains_pii


@settings(max_examples=100, deadline=None)
@given(stream_texts, st.integers(1, 30), st.integers(0, 30))
def test_pieces_hold_their_spans_however_small_the_margin(text: str, core: int, margin: int) -> None:
    greedy = Detector([*PATTERNS, Pattern(type="PERSON", regex=r"[a-z]+", score=0.5)])
    with Here(lambda: greedy, Options()) as workers:
        events = list(look_through([_windows(text, core=core, margin=margin)], workers, Options()))
    position = 0
    for event in events:
        for piece in (event.pieces or ()) if isinstance(event, Looked) else ():
            assert piece.start == position
            assert piece.text == text[position : position + len(piece.text)]
            edges = [edge for span in piece.local for edge in (span.start, span.end)]
            assert edges == sorted(edges)
            assert all(0 <= edge <= len(piece.text) for edge in edges)
            position += len(piece.text)
    assert position == len(text)


def test_a_value_longer_than_its_window_is_found_whole() -> None:
    long = Detector([Pattern(type="SECRET", regex=r"<begin>[a-z ]*(?:<end>)?", score=0.9)])
    text = "x " * 30 + "<begin>" + "secret words " * 15 + "<end> tail" + " y" * 100
    with Here(lambda: long, Options()) as workers:
        events = list(look_through([_windows(text, core=100, margin=60)], workers, Options()))
    pieces = [piece for event in events if isinstance(event, Looked) for piece in event.pieces or ()]
    assert [(span.start, span.end) for piece in pieces for span in piece.spans] == [(60, 267)]
    assert "".join(piece.text for piece in pieces) == text


def test_a_job_goes_on_where_another_ended() -> None:
    text = "a@x.org " * 40 + "averylongname@x.org" * 3 + " b@y.org" * 40
    whole = _windows(text, core=20, margin=30)
    with Here(small, Options()) as workers:
        looked = [each for each in look_through([whole], workers, Options()) if isinstance(each, Looked)]
        for done in range(len(looked)):
            rest = Given(batches=whole.batches, skip=done + 1, position=looked[done].position, taken=looked[done].taken)
            again = [each for each in look_through([rest], workers, Options()) if isinstance(each, Looked)]
            assert [each.pieces for each in again[: done + 1]] == [None] * (done + 1)
            assert [each.pieces for each in again[done + 1 :]] == [each.pieces for each in looked[done + 1 :]]


# Jobs.


def test_files_come_out_in_order_and_one_that_fails_stops_no_other() -> None:
    quoting = ValueError("cannot read Ada Lovelace")
    jobs = [
        Given(batches=[_batch("a@x.org"), _batch("b")]),
        Given(batches=[_batch("c"), InvalidRequest("line 2 is not JSON"), _batch("never")]),
        Given(batches=[]),
        Given(batches=[quoting]),
        Given(batches=[_batch("d@x.org", "e")]),
    ]
    with Here(small, Options()) as workers:
        events = list(look_through(jobs, workers, Options()))
    told = [
        (jobs.index(event.job), str(event.error or "") if isinstance(event, Ended) else len(event.batch.values))
        for event in events
    ]
    assert told[:6] == [(0, 1), (0, 1), (0, ""), (1, 1), (1, "line 2 is not JSON"), (2, "")]
    assert told[6][0] == 3 and str(told[6][1]).startswith("unexpected ValueError at test_batch.py:")
    assert told[7:] == [(4, 2), (4, "")]


def test_a_value_that_is_known_for_what_it_is_is_found_as_a_whole() -> None:
    batch = Batch(
        (Value(" Ada Lovelace ", type="PERSON"), Value("", type="PERSON"), Value("5", type="AGE")), lambda _: b""
    )
    with Here(small, Options()) as workers:
        event = next(iter(look_through([Given(batches=[batch])], workers, Options())))
    assert isinstance(event, Looked)
    assert [piece.spans for piece in event.pieces or ()] == [(Span(1, 13, "PERSON", 1.0, "format"),), (), ()]
    assert [piece.contains_pii for piece in event.pieces or ()] == [True, False, False]


def test_texts_that_repeat_are_looked_through_once() -> None:
    seen: list[tuple[str, tuple[str, ...]]] = []

    class Noting:
        def find(self, passages: Sequence[Passage]) -> list[Findings]:
            seen.extend((passage.text, passage.context) for passage in passages)
            return [Findings() for _ in passages]

    looker = Looker(Detector([Noting()]), Options(context=("log",)))
    looker.look(["INFO", "a", "INFO", "INFO"], [("level",), (), ("level",), ("name",)])
    looker.look(["INFO", "b"], [("level",), ()])
    assert seen == [("INFO", ("log", "level")), ("a", ("log",)), ("INFO", ("log", "name")), ("b", ("log",))]


# Processes.


def broken() -> Detector:
    return Detector([Quoting()])


def unloadable() -> Detector:
    raise DecknameError("there is no such model")


def dying() -> Detector:
    return Detector([Dying()])


class Quoting:
    type = "QUOTING"

    def find(self, passages: Sequence[Passage]) -> list[Findings]:
        raise RuntimeError(passages[0].text)


class Dying:
    def find(self, passages: Sequence[Passage]) -> list[Findings]:
        os.kill(os.getpid(), signal.SIGKILL)
        return []


@pytest.fixture(scope="module")
def processes() -> Iterator[Processes]:
    with Processes(small, Options(), count=2) as workers:
        yield workers


def test_processes_say_what_this_one_says(processes: Processes) -> None:
    batches = [_batch(*(f"{'x' * size} ada@x.org" for size in range(number))) for number in range(30)]
    with Here(small, Options()) as here:
        expected = [
            (event.pieces if isinstance(event, Looked) else event.error)
            for event in look_through([Given(batches=batches)], here, Options())
        ]
        assert (processes.model, processes.alarming) == (here.model, here.alarming)
    found = [
        (event.pieces if isinstance(event, Looked) else event.error)
        for event in look_through([Given(batches=batches)], processes, Options())
    ]
    assert found == expected


def test_batches_larger_than_a_pipe_go_both_ways(processes: Processes) -> None:
    text = "ada@x.org " * 2_000 + "." * 100_000
    tickets = [processes.submit([text], [()]) for _ in range(6)]
    assert [len(processes.result(ticket)[0].spans) for ticket in reversed(tickets)] == [2_000] * 6


def test_errors_come_back_as_they_were_without_the_text(processes: Processes) -> None:
    with Processes(broken, Options(fail_closed=True), count=1) as workers:
        with pytest.raises(Incomplete) as caught:
            workers.result(workers.submit(["Ada"], [()]))
        assert caught.value.facts == {"types": "QUOTING"}
        assert caught.value.__context__ is None
    with pytest.raises(DecknameError, match="there is no such model"), Processes(unloadable, Options(), count=1):
        pass


def test_a_process_that_dies_is_an_error() -> None:
    with Processes(dying, Options(), count=1) as workers:
        ticket = workers.submit(["Ada"], [()])
        with pytest.raises(WorkerFailed, match="ended by signal 9; if memory ran out, use fewer --workers"):
            workers.result(ticket)


def test_no_process_outlives_the_run() -> None:
    before = set(multiprocessing.active_children())
    with pytest.raises(KeyboardInterrupt), Processes(small, Options(), count=1):
        pids = [each.pid for each in set(multiprocessing.active_children()) - before]
        raise KeyboardInterrupt
    assert len(pids) == 1
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid or 0, 0)


def _tasks(folder: Path, out: Path, *, reading: Reading | None = None) -> list[Task]:
    return [
        Task(
            name=path.name, source=path, target=out / path.name, stat=path.stat(), reading=reading or Reading(),
            report=FileReport(path.name, output=path.name),
        )
        for path in sorted(folder.iterdir())
    ]  # fmt: skip


def _run(tasks: Sequence[Task], ledger: Ledger | None = None, **how: object) -> list[FileReport]:
    redacting = Redacting(policy=Policy(), ledger=ledger, **how)  # type: ignore[arg-type]
    with Here(small, Options()) as workers:
        redacting.run(tasks, workers, Options())
    return [task.report for task in tasks]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("to ada@x.org\n")
    (folder / "b.jsonl").write_text('{"m": "bob@y.org"}\n' * 3)
    (folder / "c.csv").write_text("n,m\n1,zoe@z.org\n")
    return folder


def test_outputs_are_whole_and_counted(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (folder / "d.jsonl").write_text('{"m": "bob@y.org"}\n{')
    reports = _run(_tasks(folder, out))
    assert [each.status for each in reports] == ["done", "done", "done", "failed"]
    assert sorted(os.listdir(out)) == ["a.txt", "b.jsonl", "c.csv"]
    assert (out / "b.jsonl").read_text() == '{"m": "<EMAIL_ADDRESS>"}\n' * 3
    assert reports[1].as_json() == {
        "name": "b.jsonl", "status": "done", "output": "b.jsonl", "format": "jsonl", "bytes": 75, "values": 4,
        "characters": 28, "contains_pii": True, "found": {"EMAIL_ADDRESS": {"replace": 3}},
    }  # fmt: skip
    assert (reports[3].error, reports[3].output) == ("line 2 is not JSON", "")


def test_a_dry_run_counts_and_writes_nothing(folder: Path, tmp_path: Path) -> None:
    reports = _run(_tasks(folder, tmp_path / "nowhere"), dry=True)
    assert [each.types["EMAIL_ADDRESS"] for each in reports] == [1, 3, 1]
    assert os.listdir(tmp_path) == ["in"]


def test_columns_are_decided_by_their_first_rows(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    out.mkdir()
    rows = [f"{name}@x.org,none" for name in "abcde"] + ["not known,f@x.org", ","]
    (folder / "a.csv").write_text("\n".join(["m,n", *rows]) + "\n")
    with Here(small, Options()) as workers:
        tasks = _tasks(folder, out, reading=Reading(by_column=True))
        for task in tasks:
            task.workers = workers
        Redacting(policy=Policy()).run(tasks, workers, Options())
    hidden = "<EMAIL_ADDRESS>"
    assert (out / "a.csv").read_text() == f"m,n\n{f'{hidden},none{chr(10)}' * 5}{hidden},{hidden}\n,\n"
    assert tasks[0].report.notes == ["column 1 is EMAIL_ADDRESS"]


# Going on.


def _ledger(out: Path, *, resume: bool, settings: str = "{}") -> Ledger:
    return Ledger.open(out, settings, resume=resume)


def test_files_that_are_done_are_not_done_again(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    ledger = _ledger(out, resume=False)
    first = _run(_tasks(folder, out), ledger)
    ledger.close(complete=False)
    (out / "a.txt").write_text("somebody wrote here")
    (folder / "b.jsonl").write_text('{"m": "new@y.org"}\n')
    ledger = _ledger(out, resume=True)
    again = _run(_tasks(folder, out), ledger)
    ledger.close(complete=True)
    assert [each.status for each in again] == ["done", "done", "done before"]
    assert again[2].found == first[2].found
    assert (out / "a.txt").read_text() == "to <EMAIL_ADDRESS>\n"
    assert (out / "b.jsonl").read_text() == '{"m": "<EMAIL_ADDRESS>"}\n'
    assert sorted(os.listdir(out)) == ["a.txt", "b.jsonl", "c.csv"]


def test_the_state_holds_no_text_and_fits_one_run_alone(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    ledger = _ledger(out, resume=False, settings='{"deny": ["Ada Lovelace"]}')
    with pytest.raises(InvalidRequest, match="another run writes to"):
        _ledger(out, resume=True)
    _run(_tasks(folder, out), ledger)
    ledger.close(complete=False)
    kept = (out / NAME).read_text()
    assert "Lovelace" not in kept and "@" not in kept
    with pytest.raises(InvalidRequest, match="had other settings"):
        _ledger(out, resume=True, settings='{"deny": ["Ada"]}')
    (out / NAME).write_text(kept + '{"done": "x", "sou')  # a kill in the middle of a line
    _ledger(out, resume=True, settings='{"deny": ["Ada Lovelace"]}').close(complete=False)
    assert (out / NAME).read_text() == kept


def test_what_a_run_left_half_written_goes_when_another_begins_anew(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()

    def stop(task: Task) -> None:
        if task.name == "b.jsonl":
            raise Stop

    ledger = _ledger(out, resume=False)
    with pytest.raises(Stop):
        _run(_tasks(folder, out), ledger, checkpoint_seconds=0.0, moved_on=stop)
    ledger.close(complete=False)
    assert sorted(os.listdir(out)) == [part_of(out / "b.jsonl").name, NAME, "a.txt"]
    _ledger(out, resume=False).close(complete=False)
    assert sorted(os.listdir(out)) == [NAME, "a.txt"]


class Stop(BaseException):
    """What a kill is to a process, without one."""


@settings(max_examples=15, deadline=None)
@given(
    st.sampled_from(["a.txt", "a.jsonl", "a.csv"]),
    st.lists(st.sampled_from(["ada@x.org", "bob@y.org und", "plain words", "ünïcode 😀"]), min_size=1, max_size=60),
    st.data(),
)
def test_a_file_that_is_gone_on_with_is_the_file_of_one_run(name: str, parts: list[str], data: st.DataObject) -> None:
    content = {
        "a.txt": "\n".join(parts) + "\n",
        "a.jsonl": "".join(json.dumps({"m": part}) + "\n" for part in parts),
        "a.csv": "m,n\n" + "".join(f'"{part}",1\n' for part in parts),
    }[name]
    with pytest.MonkeyPatch.context() as patch, TemporaryDirectory() as given:
        patch.setattr("deckname.files.jsonl._BATCH", 50)
        patch.setattr("deckname.files.csv._BATCH", 50)
        patch.setattr("deckname.files.encoding.BLOCK", 37)
        folder, whole, out = (Path(given) / name for name in ("in", "whole", "out"))
        for each in (folder, whole, out):
            each.mkdir()
        (folder / name).write_text(content, encoding="utf-8")
        reading = Reading(options={"core": 40, "margin": 30})
        (expected,) = _run(_tasks(folder, whole, reading=reading))
        for attempt in range(4):
            ledger = _ledger(out, resume=attempt > 0)
            try:
                stop_after = data.draw(st.integers(0, 12)) if attempt < 3 else -1

                def moved_on(task: Task, left: list[int] = [stop_after]) -> None:  # noqa: B006
                    left[0] -= 1
                    if left[0] == -1:
                        raise Stop

                try:
                    (report,) = _run(
                        _tasks(folder, out, reading=reading), ledger, checkpoint_seconds=0.0, moved_on=moved_on
                    )
                except Stop:
                    continue
            finally:
                ledger.close(complete=False)
            break
        assert (out / name).read_bytes() == (whole / name).read_bytes()
        assert not [each for each in os.listdir(out) if "part" in each]
        assert (report.found, report.characters, report.values) == (
            expected.found,
            expected.characters,
            expected.values,
        )


# What goes wrong.


def test_a_file_that_cannot_grow_leaves_what_was_there(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "b.jsonl").write_text("before")
    (folder / "b.jsonl").write_text('{"m": "bob@y.org"}\n' * 20_000)
    program = f"""
import resource, signal, sys
from deckname.cli import main
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
raise SystemExit(main(["redact", {str(folder)!r}, "-o", {str(out)!r}, "--model", "none"]))
"""
    done = _python("-c", program)
    assert (done.returncode, done.stdout) == (3, "")
    assert f"{folder}/b.jsonl: File too large" in done.stderr
    assert (out / "b.jsonl").read_text() == "before"
    assert (out / "a.txt").read_text() == "to <EMAIL_ADDRESS>\n"
    assert sorted(os.listdir(out)) == [NAME, "a.txt", "b.jsonl", "c.csv"]
    assert (folder / "a.txt").read_text() == "to ada@x.org\n"


def test_a_full_disk_stops_the_run(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    out.mkdir()
    write = Appearing.write

    def full(self: Appearing, data: bytes) -> None:
        if b"{" in data:
            raise OSError(errno.ENOSPC, "No space left on device", "somewhere")
        write(self, data)

    monkeypatch.setattr(Appearing, "write", full)
    tasks = _tasks(folder, out)
    with pytest.raises(OSError, match="No space left"):
        _run(tasks)
    assert [each.report.error for each in tasks] == ["", "No space left on device", ""]
    assert os.listdir(out) == ["a.txt"]


def _environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(Path(deckname.__file__).parents[1]), "OMP_NUM_THREADS": "1"}


def _python(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, env=_environment(), check=False)


@pytest.mark.parametrize(("by", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -9)])
def test_a_run_that_is_stopped_goes_on_to_the_same_files(tmp_path: Path, by: signal.Signals, code: int) -> None:
    folder, whole, out = tmp_path / "in", tmp_path / "whole", tmp_path / "out"
    folder.mkdir()
    (folder / "a.txt").write_text("ada@lovelace.org\n")
    (folder / "b.jsonl").write_text("".join(f'{{"m": "user{n}@example.org"}}\n' for n in range(6_000)))
    program = """
import sys, time, deckname, deckname.files.jsonl, deckname.batch.redacting
from deckname.detector import Detector
from deckname.pattern import Pattern
email = Pattern(type="EMAIL_ADDRESS", regex=r"[a-z0-9]+@[a-z]+[.]org", score=0.9)
deckname.load = lambda model, threads: Detector([email])
deckname.files.jsonl._BATCH = 50_000
deckname.batch.redacting._CHECKPOINT_BYTES = 10_000
if "--resume" not in sys.argv and sys.argv[-1].endswith("out"):
    note = deckname.batch.redacting.Ledger.note_checkpoint

    def note_and_wait(*arguments):
        note(*arguments)
        print("here", flush=True)
        time.sleep(600)  # for the signal

    deckname.batch.redacting.Ledger.note_checkpoint = note_and_wait
from deckname.cli import main
raise SystemExit(main(sys.argv[1:]))
"""
    command = ["-c", program, "redact", str(folder), "--workers", "1", "-o"]
    running = subprocess.Popen(
        [sys.executable, *command, str(out)],
        env=_environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert running.stdout is not None
    assert running.stdout.readline() == "here\n"
    running.stdout.close()
    os.kill(running.pid, by)
    assert running.wait(60) == code
    assert running.stderr is not None
    assert "lovelace" not in running.stderr.read()
    running.stderr.close()
    assert (out / "a.txt").read_text() == "<EMAIL_ADDRESS>\n"
    assert not (out / "b.jsonl").exists()
    assert '"part": "b.jsonl"' in (out / NAME).read_text()
    done = _python(*command, str(out), "--resume")
    assert done.returncode == 0
    assert "1 done before" in done.stderr
    assert _python(*command, str(whole)).returncode == 0
    for name in ("a.txt", "b.jsonl"):
        assert (out / name).read_bytes() == (whole / name).read_bytes()
    assert sorted(os.listdir(out)) == ["a.txt", "b.jsonl"]


# Reports.


def test_a_report_counts_and_escapes_and_quotes_nothing() -> None:
    one = FileReport("<b>&.txt", output="out", format="text", characters=5)
    one.found[("EMAIL_ADDRESS", "replace")] = 3
    two = FileReport("two", status="failed", error="line 2 is not JSON")
    report = Report({"policy": {"default": {"op": "replace"}}}, [one, two], began="2026-01-01T00:00:00+00:00")
    page = report.as_html()
    assert "&lt;b&gt;&amp;.txt" in page and "<b>" not in page
    assert "EMAIL_ADDRESS" in page and "1 of 2 files were not written" in page
    assert "http" not in page.replace("</html>", "")
    assert report.as_json()["found"] == {"EMAIL_ADDRESS": {"replace": 3}}
    assert report.as_json()["files"] == {"done": 1, "done before": 0, "failed": 1, "refused": 0}
    assert FileReport.from_json(one.as_json()) == one
