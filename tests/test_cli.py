import gzip
import hashlib
import io
import json
import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import deckname
from deckname.cli import main
from deckname.detector import Detector
from deckname.keys import add_key
from deckname.pattern import Pattern

TEXT = "To ada@lovelace.org\r\nor Straße 😀 bob@byron.org.\n"
CANARY = "ada@lovelace.org"

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def detector(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """A small detector in place of the one that takes seconds to compile; what was asked of ``load`` is kept."""
    asked = []

    def load(model: str, *, threads: int = 0) -> Detector:
        asked.append((model, threads))
        return Detector([Pattern(type="EMAIL_ADDRESS", regex=r"[a-z]+@[a-z]+\.org", score=0.9), _URL])

    monkeypatch.setattr(deckname, "load", load)
    return asked


_URL = Pattern(type="URL", regex=r"https://\w+", score=0.6)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_bytes(TEXT.encode())
    return path


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"id": "x", "text": "ask ada@lovelace.org", "n": 1.0}\n\n{"text": "nobody", "note": "a@b.org"}\n')
    return path


def _stdin(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


# detect


def test_detect_shows_places_and_no_text(letter: Path, capsys: Captured) -> None:
    assert main(["detect", str(letter)]) == 0
    out, err = capsys.readouterr()
    assert out == (
        f"{letter}:1:4\t3-19\tEMAIL_ADDRESS\t0.9000\tpattern\n{letter}:2:13\t33-46\tEMAIL_ADDRESS\t0.9000\tpattern\n"
    )
    assert err.startswith("deckname: 2 found (EMAIL_ADDRESS 2) in 1 file, 48 characters, ")
    assert "@" not in out + err


def test_detect_shows_the_text_where_it_is_asked_to(letter: Path, capsys: Captured) -> None:
    main(["detect", str(letter), "--include-text"])
    assert capsys.readouterr().out.split("\n")[0].endswith("\tpattern\t'ada@lovelace.org'")


@pytest.mark.parametrize(("unit", "second"), [("codepoint", (33, 46)), ("utf16", (34, 47)), ("byte", (37, 50))])
def test_detect_writes_one_line_of_json_a_text(
    letter: Path, capsys: Captured, unit: str, second: tuple[int, int]
) -> None:
    assert main(["detect", str(letter), "--format", "jsonl", "--offset-unit", unit]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [(span["start"], span["end"]) for span in found.pop("spans")] == [(3, 19), second]
    assert found == {
        "path": str(letter),
        "contains_pii": True,
        "score": 0.99,
        "types": {"EMAIL_ADDRESS": 0.9},
        "offset_unit": unit,
        "model": "none",
        "warnings": [],
    }


def test_detect_reads_json_lines(rows: Path, capsys: Captured) -> None:
    assert main(["detect", str(rows), "--field", "text"]) == 0
    assert capsys.readouterr().out == f"{rows}:1:text\t4-20\tEMAIL_ADDRESS\t0.9000\tpattern\n"
    assert main(["detect", str(rows)]) == 0
    assert capsys.readouterr().out == (
        f"{rows}:1:/text\t4-20\tEMAIL_ADDRESS\t0.9000\tpattern\n{rows}:3:/note\t0-7\tEMAIL_ADDRESS\t0.9000\tpattern\n"
    )
    assert main(["detect", str(rows), "--format", "jsonl", "--include-text"]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first["line"], first["field"], first["spans"][0]["text"]) == (1, "/text", CANARY)
    assert (second["line"], second["field"]) == (3, "/note")
    assert main(["detect", str(rows), "--format", "jsonl", "--include-text", "--field", "text"]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first["line"], first["field"], first["spans"][0]["text"]) == (1, "text", CANARY)
    assert (second["line"], second["contains_pii"], second["spans"]) == (3, False, [])


def test_detect_reads_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    for arguments in (["detect"], ["detect", "-"]):
        _stdin(monkeypatch, b"ada@lovelace.org")
        assert main(arguments) == 0
        assert capsys.readouterr().out.startswith("-:1:1\t0-16\t")
    _stdin(monkeypatch, b'{"body": "ada@lovelace.org"}')
    assert main(["detect", "--input-format", "jsonl", "--field", "body"]) == 0
    assert capsys.readouterr().out.startswith("-:1:body\t0-16\t")


@pytest.mark.parametrize("content", [b"", b"\0\0"])
def test_nothing_to_find(monkeypatch: pytest.MonkeyPatch, capsys: Captured, content: bytes) -> None:
    _stdin(monkeypatch, content)
    assert main(["detect", "--check", "--format", "jsonl", "--input-format", "text"]) == 0
    assert json.loads(capsys.readouterr().out)["contains_pii"] is False
    _stdin(monkeypatch, b"")
    assert main(["detect", "--check", "--format", "jsonl", "--input-format", "jsonl"]) == 0
    assert capsys.readouterr().out == ""


def test_check_tells_by_the_exit_code(letter: Path, tmp_path: Path, capsys: Captured) -> None:
    assert main(["detect", "--check", str(letter)]) == 1
    assert main(["detect", "--check", str(letter), "--types", "PERSON"]) == 0
    assert main(["detect", "--check", str(letter), "--threshold", "0.95"]) == 0
    page = tmp_path / "page"
    page.write_text("https://example")
    assert main(["detect", "--check", str(page), "--types", "all"]) == 0  # "all" adds spans, not alarms
    assert "URL 1" in capsys.readouterr().err
    assert main(["detect", "--check", str(page), "--types", "url"]) == 1
    assert main(["detect", "--check", str(letter), str(tmp_path / "missing")]) == 3


def test_options_reach_the_detector(letter: Path, tmp_path: Path, capsys: Captured) -> None:
    allow, deny = tmp_path / "allow", tmp_path / "deny"
    allow.write_text("ADA@lovelace.org\n\n")
    deny.write_text("\ufeffStraße\r\n", encoding="utf-8")
    arguments = ["detect", str(letter), "--allow", str(allow), "--deny", f"PROJECT={deny}"]
    assert main([*arguments, "--thresholds", "EMAIL_ADDRESS=0.8,URL=1"]) == 0
    assert [line.split("\t")[1:3] for line in capsys.readouterr().out.splitlines()] == [
        ["24-30", "PROJECT"],
        ["33-46", "EMAIL_ADDRESS"],
    ]
    assert main([*arguments, "--types", "PROJECT"]) == 0
    assert "(PROJECT 1)" in capsys.readouterr().err


def test_the_model_comes_from_the_option_or_the_environment(
    letter: Path, detector: list[tuple[str, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DECKNAME_MODEL", "tiny")
    monkeypatch.setenv("DECKNAME_THREADS", "3")
    main(["detect", str(letter)])
    main(["detect", str(letter), "--model", "none"])
    assert detector == [("tiny", 3), ("none", 3)]


# redact


def test_redact_writes_to_standard_output(letter: Path, capsys: Captured) -> None:
    assert main(["redact", str(letter)]) == 0
    assert capsys.readouterr().out == "To <EMAIL_ADDRESS>\r\nor Straße 😀 <EMAIL_ADDRESS>.\n"


def test_redact_follows_the_policy(letter: Path, tmp_path: Path, capsys: Captured) -> None:
    policy = tmp_path / "policy.json"
    policy.write_text('{"types": {"EMAIL_ADDRESS": {"op": "mask"}}}')
    assert main(["redact", str(letter), "--policy", str(policy)]) == 0
    assert capsys.readouterr().out.startswith("To ***@********.***")


def test_redact_writes_files_whole_with_their_mode(letter: Path, rows: Path, tmp_path: Path, capsys: Captured) -> None:
    letter.chmod(0o600)
    out = tmp_path / "a" / "b"
    assert main(["redact", str(letter), str(rows), "-o", str(out)]) == 0
    assert (out / "letter.txt").read_bytes().startswith(b"To <EMAIL_ADDRESS>\r\n")
    assert (out / "letter.txt").stat().st_mode & 0o777 == 0o600
    assert (out / "rows.jsonl").read_text() == (
        '{"id": "x", "text": "ask <EMAIL_ADDRESS>", "n": 1.0}\n\n{"text": "nobody", "note": "<EMAIL_ADDRESS>"}\n'
    )
    assert sorted(os.listdir(out)) == ["letter.txt", "rows.jsonl"]
    assert capsys.readouterr().out == ""


def test_redact_in_place_only_where_the_file_is_named(letter: Path, tmp_path: Path, capsys: Captured) -> None:
    assert main(["redact", str(letter), "-o", str(tmp_path)]) == 2
    assert "is an input, and is overwritten only where -o names it" in capsys.readouterr().err
    assert letter.read_bytes() == TEXT.encode()
    assert main(["redact", str(letter), "-o", str(letter)]) == 0
    assert letter.read_bytes().startswith(b"To <EMAIL_ADDRESS>\r\n")


def test_redact_leaves_nothing_half_written(letter: Path, tmp_path: Path, capsys: Captured) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"text": "x"}\n' * 5000 + f'{{"text": "{CANARY}"\n')
    out = tmp_path / "out"
    assert main(["redact", str(bad), str(letter), "-o", str(out)]) == 3
    assert sorted(os.listdir(out)) == [".deckname-state.jsonl", "letter.txt"]  # the state is kept for --resume
    assert f"deckname: error: {bad}: line 5001 is not JSON\n" in capsys.readouterr().err
    target = tmp_path / "target"
    target.write_text("before")
    assert main(["redact", str(bad), "-o", str(target)]) == 3
    assert target.read_text() == "before"


def test_redact_refuses_outputs_that_collide(tmp_path: Path, letter: Path, capsys: Captured) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "letter.txt").write_text("x")
    out = str(tmp_path / "out")
    for arguments, problem in [
        ([str(letter), str(other / "letter.txt"), "-o", out], "two inputs would both be written to"),
        ([str(letter), str(letter), "-o", out], "two inputs would both be written to"),
        ([str(letter), str(other / "letter.txt"), "-o", str(other)], "is an input"),
        ([str(letter), "-", "-o", out], "standard input has no name"),
        ([str(letter), str(other / "letter.txt")], "several files need a directory"),
        ([str(letter), str(other / "letter.txt"), "-o", str(letter)], "is a file; several files need a directory"),
        ([str(letter), "-o", f"{out}/no/file"], "there is no directory"),
    ]:
        assert main(["redact", *arguments]) == 2
        assert problem in capsys.readouterr().err
    assert not Path(out).exists()


# Trees of files.


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    tree = tmp_path / "tree"
    for name, content in {
        "a.txt": b"ada@lovelace.org",
        "deep/er/b.csv": b"n,mail\n1,bob@byron.org\n",
        "deep/c.jsonl.gz": gzip.compress(b'{"m": "zoe@z.org"}\n'),
        ".hidden": b"ada@lovelace.org",
        ".git/config": b"ada@lovelace.org",
    }.items():
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        (tree / name).write_bytes(content)
    (tree / "link").symlink_to(tree)
    return tree


def _files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_a_folder_is_mirrored_without_what_is_hidden_or_linked(tree: Path, tmp_path: Path, capsys: Captured) -> None:
    out = tmp_path / "out"
    assert main(["redact", str(tree), "-o", str(out)]) == 0
    assert _files(out) == ["a.txt", "deep/c.jsonl.gz", "deep/er/b.csv"]
    assert (out / "deep/er/b.csv").read_text() == "n,mail\n1,<EMAIL_ADDRESS>\n"
    assert gzip.decompress((out / "deep/c.jsonl.gz").read_bytes()) == b'{"m": "<EMAIL_ADDRESS>"}\n'
    err = capsys.readouterr().err
    assert "; 3 passed over\n" in err
    assert "passed over: 1 × a symbolic link\n" in err
    assert main(["redact", str(tree), "-o", str(out), "--hidden"]) == 0
    assert _files(out) == [".git/config", ".hidden", "a.txt", "deep/c.jsonl.gz", "deep/er/b.csv"]


def test_several_folders_keep_their_names_and_an_output_within_is_no_input(tree: Path, tmp_path: Path) -> None:
    out = tree / "out"
    assert main(["redact", str(tree / "deep"), str(tree / "a.txt"), "-o", str(out)]) == 0
    assert _files(out) == ["a.txt", "deep/c.jsonl.gz", "deep/er/b.csv"]
    again = tmp_path / "again"
    assert main(["redact", str(tree), "-o", str(out)]) == 0
    assert _files(out) == ["a.txt", "deep/c.jsonl.gz", "deep/er/b.csv"]
    assert main(["redact", str(tree / "**" / "*.csv"), "-o", str(again)]) == 0
    assert _files(again) == ["deep/er/b.csv", "out/deep/er/b.csv"]


def test_what_is_unknown_is_refused_and_not_copied(tree: Path, tmp_path: Path, capsys: Captured) -> None:
    (tree / "photo.jpg").write_bytes(b"\xff\xd8\xff\0" + CANARY.encode())
    out, report = tmp_path / "out", tmp_path / "report.json"
    assert main(["redact", str(tree), "-o", str(out)]) == 3
    assert not (out / "photo.jpg").exists()
    assert "photo.jpg: this is binary, and of no format that deckname reads" in capsys.readouterr().err
    arguments = ["redact", str(tree), "-o", str(out), "--resume", "--skip-unsupported", "--report", str(report)]
    assert main(arguments) == 0
    assert "3 done before" in capsys.readouterr().err
    told = json.loads(report.read_text())
    assert told["files"] == {"done": 0, "done before": 3, "failed": 0, "refused": 0}
    assert told["found"] == {"EMAIL_ADDRESS": {"replace": 3}}
    assert not (out / ".deckname-state.jsonl").exists()


def test_names_are_hidden_in_outputs_reports_trails_and_messages(tree: Path, tmp_path: Path, capsys: Captured) -> None:
    (tree / "ada.lovelace.txt").write_text("x")
    (tree / "lovelace.jsonl").write_text("{")
    out, report, trail, names = (tmp_path / name for name in ("out", "r.html", "trail", "names.json"))
    told = ["--report", str(report), "--audit", str(trail), "--names", str(names)]
    assert main(["redact", str(tree), "-o", str(out), "--hide-names", *told]) == 3
    assert _files(out) == [".deckname-state.jsonl", "000001.txt", "000002.txt", "000003.jsonl.gz", "000004.csv"]
    everything = capsys.readouterr().err + report.read_text() + trail.read_text()
    everything += (out / ".deckname-state.jsonl").read_text()
    assert "lovelace" not in everything
    assert "deckname: error: 000005.jsonl: line 1 is not JSON" in everything
    assert json.loads(names.read_text())["000005.jsonl"] == str(tree / "lovelace.jsonl")
    assert names.stat().st_mode & 0o077 == 0


def test_a_dry_run_says_what_would_be_and_fails_where_told_to(tree: Path, tmp_path: Path, capsys: Captured) -> None:
    report = tmp_path / "report.html"
    before = _files(tmp_path)
    assert main(["redact", str(tree), "--dry-run", "--report", str(report), "--fail-on", "email_address"]) == 1
    assert main(["redact", str(tree), "--dry-run", "--fail-on", "PERSON,US_SSN"]) == 0
    assert main(["detect", str(tree), "--fail-on", "any"]) == 1
    assert _files(tmp_path) == sorted([*before, "report.html"])
    assert "<td>EMAIL_ADDRESS</td>" in report.read_text()
    assert CANARY not in report.read_text()


def test_the_trail_says_who_did_what_with_what(letter: Path, tmp_path: Path) -> None:
    out, trail = tmp_path / "out.txt", tmp_path / "trail.jsonl"
    for _ in range(2):
        assert main(["redact", str(letter), "-o", str(out), "--audit", str(trail)]) == 0
    began, file, ended, *again = map(json.loads, trail.read_text().splitlines())
    assert [each["event"] for each in (began, file, ended)] == ["began", "file", "ended"] and len(again) == 3
    assert (began["model"], began["files"], len(began["policy_sha256"]), bool(began["host"])) == ("none", 1, 64, True)
    assert file["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
    assert file["found"] == {"EMAIL_ADDRESS": {"replace": 2}}
    assert ended["complete"] is True
    assert CANARY not in trail.read_text()


def test_columns_and_pointers_reach_their_formats(tree: Path, tmp_path: Path, capsys: Captured) -> None:
    table = tree / "deep/er/b.csv"
    assert main(["redact", str(table), "--columns", "n"]) == 0
    assert capsys.readouterr().out == "n,mail\n1,bob@byron.org\n"
    assert main(["redact", str(table), "--skip-columns", "mail"]) == 0
    assert capsys.readouterr().out == "n,mail\n1,bob@byron.org\n"
    assert main(["redact", str(table), "--column-type", "n=US_SSN"]) == 0
    assert capsys.readouterr().out == "n,mail\n<US_SSN>,<EMAIL_ADDRESS>\n"
    assert main(["redact", str(table), "--columns", "Ada"]) == 3
    assert "there is no such column" in capsys.readouterr().err
    assert main(["redact", str(tree / "deep/c.jsonl.gz"), "--pointer", "/x", "-o", str(tmp_path / "x")]) == 3
    assert "line 1 has nothing at /x" in capsys.readouterr().err


NUMBERED = '{"default": {"op": "replace", "with": "<{type}_{n}>"}}'


def test_numbers_count_through_a_file_or_with_a_mapping_through_all(tree: Path, tmp_path: Path) -> None:
    policy, out, mapping = tmp_path / "policy.json", tmp_path / "out", tmp_path / "mapping.json"
    policy.write_text(NUMBERED)
    (tree / "a.txt").write_text("ada@lovelace.org bob@byron.org Ada@lovelace.org, and later <EMAIL_ADDRESS_1>")
    (tree / "d.jsonl").write_text('{"m": "bob@byron.org"}\n{"m": "zoe@z.org", "n": "bob@byron.org"}\n')
    command = ["redact", str(tree), "-o", str(out), "--policy", str(policy)]
    assert main(command) == 0
    assert (out / "a.txt").read_text() == (
        "<EMAIL_ADDRESS_2> <EMAIL_ADDRESS_3> <EMAIL_ADDRESS_2>, and later <EMAIL_ADDRESS_1>"
    )
    assert (out / "d.jsonl").read_text() == (
        '{"m": "<EMAIL_ADDRESS_1>"}\n{"m": "<EMAIL_ADDRESS_1>", "n": "<EMAIL_ADDRESS_2>"}\n'
    )
    assert main([*command, "--mapping", str(mapping)]) == 0
    assert json.loads(mapping.read_text()) == {
        "<EMAIL_ADDRESS_2>": CANARY, "<EMAIL_ADDRESS_3>": "bob@byron.org", "<EMAIL_ADDRESS_4>": "zoe@z.org"
    }  # fmt: skip
    assert mapping.stat().st_mode & 0o077 == 0
    assert (out / "deep/er/b.csv").read_text() == "n,mail\n1,<EMAIL_ADDRESS_3>\n"


def test_a_mapping_is_private_also_where_a_readable_file_was_in_its_place(tree: Path, tmp_path: Path) -> None:
    policy, mapping = tmp_path / "policy.json", tmp_path / "mapping.json"
    policy.write_text(NUMBERED)
    mapping.touch(mode=0o644)
    mapping.chmod(0o644)
    command = ["redact", str(tree), "-o", str(tmp_path / "out"), "--policy", str(policy), "--mapping", str(mapping)]
    assert main(command) == 0
    assert mapping.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("option", ["--mapping", "--names", "--report"])
def test_what_could_not_be_kept_at_the_end_is_refused_before_a_file_is_replaced(
    option: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    policy, note = tmp_path / "policy.json", tmp_path / "note.txt"
    policy.write_text(NUMBERED)
    note.write_text("ada@lovelace.org")
    command = ["redact", str(note), "-o", str(note), "--policy", str(policy), "--model", "none", "--hide-names"]
    assert main([*command, option, str(tmp_path / "nowhere/kept.json")]) == 2
    assert "there is no directory" in capsys.readouterr().err
    assert note.read_text() == "ada@lovelace.org"


def test_a_pipe_is_read_once_and_numbers_count_from_where_placeholders_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    policy, pipe = tmp_path / "policy.json", tmp_path / "pipe"
    policy.write_text(NUMBERED)
    _stdin(monkeypatch, b"<EMAIL_ADDRESS_1> ada@lovelace.org")
    assert main(["redact", "--policy", str(policy)]) == 0
    assert capsys.readouterr().out == "<EMAIL_ADDRESS_1> <EMAIL_ADDRESS_2>"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(b"a,b\n1,ada@lovelace.org\n",))
    writer.start()
    assert main(["redact", str(pipe), "--input-format", "csv", "--by-column", "--policy", str(policy)]) == 0
    writer.join()
    assert capsys.readouterr().out == "a,b\n1,<EMAIL_ADDRESS_1>\n"


def test_a_policy_without_its_key_is_refused_before_anything_is_written(letter: Path, tmp_path: Path) -> None:
    policy = tmp_path / "policy.json"
    policy.write_text('{"default": {"op": "hash", "key": "crm"}}')
    assert main(["redact", str(letter), "--policy", str(policy), "-o", str(tmp_path / "out")]) == 3
    assert not (tmp_path / "out").exists()
    keys = tmp_path / "keys.json"
    add_key(keys, "crm")
    for name in ("one", "two"):
        arguments = ["redact", str(letter), "--policy", str(policy), "--key-file", str(keys)]
        assert main([*arguments, "-o", str(tmp_path / name)]) == 0
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert CANARY.encode() not in (tmp_path / "one").read_bytes()


def test_a_profile_brings_types_patterns_policy_and_model(
    letter: Path, tmp_path: Path, capsys: Captured, detector: list[tuple[str, int]]
) -> None:
    assert main(["redact", str(letter), "--profile", "logs"]) == 0
    assert detector == [("none", 0)]
    assert capsys.readouterr().out.startswith("To <EMAIL_ADDRESS>")
    own = tmp_path / "own.json"
    pattern = {"type": "STREET", "regex": "Stra\u00dfe", "score": 0.9}
    own.write_text(
        json.dumps({"name": "own", "types": ["URL"], "patterns": [pattern], "policy": {"default": {"op": "mask"}}})
    )
    assert main(["redact", str(letter), "--profile", str(own)]) == 0
    assert capsys.readouterr().out == TEXT.replace("Straße", "******")
    assert main(["redact", str(letter), "--profile", str(own), "--policy", "logs", "--types", "all"]) == 0
    assert capsys.readouterr().out.endswith("or <STREET> 😀 <EMAIL_ADDRESS>.\n")
    assert main(["redact", str(letter), "--profile", "nonsense"]) == 2
    assert "there is no such file, and no profile of this name" in capsys.readouterr().err


def test_a_profiles_patterns_travel_to_processes(letter: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.json"
    pattern = {"type": "STREET", "regex": "Stra\u00dfe", "score": 0.9}
    own.write_text(json.dumps({"name": "own", "model": "none", "types": ["URL"], "patterns": [pattern]}))
    done = _run("redact", str(letter), "--profile", str(own), "--workers", "2")
    assert done.stdout.decode() == TEXT.replace("Straße", "<STREET>")


# What goes wrong.


BROKEN: dict[str, bytes] = {
    "utf8.txt": CANARY.encode() + b"\x81",
    "mixed.txt": b"x" * 9_000 + CANARY.encode() + CANARY.encode("utf-16-le") * 3,
    "cut.jsonl": f'{{"m": "{CANARY}"'.encode(),
    "surrogate.jsonl": f'{{"m": "{CANARY}\\ud800"}}'.encode(),
    "key.jsonl": f'{{"{CANARY}": [}}'.encode(),
    "deep.jsonl": f'{{"{CANARY}": '.encode() + b"[" * 50_000,
    "binary.csv": f"a,b\\n{CANARY},\\0x\\n".encode("utf-16-le")[:-1],
    "damaged.jsonl.gz": gzip.compress(f'{{"m": "{CANARY}"}}'.encode())[:-9],
    "twice.txt.gz": gzip.compress(gzip.compress(CANARY.encode())),
    "archive.txt.gz": gzip.compress(CANARY.encode() + b"\0" * 300),
    "broken.json": f'{{"m": "{CANARY}'.encode(),
    "broken.yaml": f"a: [{CANARY}\\n\\tb: {{".encode(),
    "broken.docx": CANARY.encode(),
    "broken.xlsx": b"PK\x03\x04" + CANARY.encode(),
    "broken.pdf": b"%PDF-1.7 " + CANARY.encode(),
    "broken.parquet": b"PAR1" + CANARY.encode() + b"PAR1",
}


@pytest.mark.parametrize("command", ["redact", "detect"])
def test_no_broken_file_is_quoted(tmp_path: Path, capsys: Captured, command: str) -> None:
    folder, out, report, trail = (tmp_path / name for name in ("in", "out", "report.json", "trail"))
    folder.mkdir()
    for name, content in BROKEN.items():
        (folder / name).write_bytes(content)
    told = ["-o", str(out), "--audit", str(trail)] if command == "redact" else []
    assert main([command, str(folder), "--report", str(report), *told]) == 3
    said, err = capsys.readouterr()
    assert "Traceback" not in err
    everything = said + err + report.read_text() + (trail.read_text() if told else "")
    for path in out.rglob("*") if told else ():
        everything += path.read_bytes().decode(errors="replace")
    assert "lovelace" not in everything
    files = {each["name"]: each["status"] for each in json.loads(report.read_text())["by_file"]}
    assert {Path(name).name for name, status in files.items() if status in ("failed", "refused")} == BROKEN.keys()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a device that is always full")
def test_a_full_device_is_one_line(letter: Path, capsys: Captured) -> None:
    assert main(["redact", str(letter), "-o", "/dev/full"]) == 3
    assert "No space left on device" in capsys.readouterr().err
    assert letter.read_bytes() == TEXT.encode()


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ([], "the following arguments are required: COMMAND"),
        (["detcet"], "invalid choice: 'detcet'"),
        (["detect", "--nope"], "unrecognized arguments: --nope"),
        (["detect", "--types", "PERSN"], "unknown type 'PERSN'; `deckname types` lists them"),
        (["detect", "--threshold", "7"], "argument --threshold: a score is a number from 0 to 1"),
        (["detect", "--threshold", "nan"], "a score is a number from 0 to 1"),
        (["detect", "--thresholds", "PERSON=x"], "--thresholds PERSON: a score is a number from 0 to 1"),
        (["detect", "--thresholds", "PERSON"], "take TYPE=VALUE"),
        (["detect", "--deny", "person=f"], "--deny person: a type is written in capitals"),
        (["detect", "--input-format", "text", "--field", "a"], "--field is for JSON lines"),
        (["detect", "-", "-"], "standard input can be read once only"),
        (["detect", "--report", "r.txt"], "--report r.txt: name a file that ends in .json or .html"),
        (["detect", "--fail-on", "PERSN"], "unknown type 'PERSN'"),
        (["detect", "--column-type", "a"], "name a column and what it holds"),
        (["detect", "--delimiter", ",,"], 'a delimiter is one character, or "tab"'),
        (["detect", "--encoding", "utf-7"], "invalid choice: 'utf-7'"),
        (["detect", "nowhere/**/*.x"], "nowhere/**/*.x: no file fits"),
        (["redact", "--resume"], "--resume needs a directory to write to: -o DIR"),
        (["redact", "tests"], "several files need a directory to go to: -o DIR"),
        (["serve", "--port", "x"], "argument --port: must be a whole number from 0 to 65535"),
        (["serve", "--workers", "0"], "argument --workers: must be a whole number from 1 on"),
    ],
)
def test_usage_errors_are_one_line(arguments: list[str], problem: str, capsys: Captured) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("deckname: error: ")
    assert err.count("\n") == 1
    assert problem in err


@pytest.mark.parametrize(
    ("policy", "problem"),
    [
        ("{", "is not JSON"),
        ('{"types": {"PERSN": {"op": "mask"}}}', "unknown type 'PERSN'"),
        ('{"default": {"op": "shred"}}', "default: Input tag 'shred'"),
        ('{"types": {"PERSON": {"op": "mask", "keep": 1}}}', "types.PERSON.mask.keep: Extra inputs"),
    ],
)
def test_policies_are_checked(letter: Path, tmp_path: Path, capsys: Captured, policy: str, problem: str) -> None:
    path = tmp_path / "policy.json"
    path.write_text(policy)
    assert main(["redact", str(letter), "--policy", str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("deckname: error: ")
    assert problem in err
    assert err.count("\n") == 1


def test_bad_settings_are_usage_errors(letter: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setenv("DECKNAME_THREADS", "many")
    assert main(["detect", str(letter)]) == 2
    assert "deckname: error: DECKNAME_THREADS: Input should be a valid integer" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.txt", b"x" * 70_000 + CANARY.encode() + b"\x81", "byte 70016 is not UTF-8"),
        ("a.jsonl", b'{"text": ""}\n{"text": "' + CANARY.encode() + b'\x81"}', "byte 39 is not UTF-8"),
        ("a.jsonl", b'{"text": ["' + CANARY.encode() + b'"]', "line 1 is not JSON"),
        ("a.txt", None, "No such file or directory"),
    ],
)
@pytest.mark.parametrize("command", ["detect", "redact"])
def test_failures_are_one_line_without_the_text(
    tmp_path: Path, capsys: Captured, command: str, name: str, content: bytes | None, problem: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    assert main([command, str(path)]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"deckname: error: {path}: {problem}")
    assert CANARY not in err
    assert err.count("\n") == 2  # the error, and the counts


def test_half_an_answer_is_an_error_unless_asked_for(
    letter: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    def burst(value: str) -> bool:
        raise RuntimeError(value)

    broken = Detector([Pattern(type="EMAIL_ADDRESS", regex="a.*", score=0.9, valid=burst)])
    monkeypatch.setattr(deckname, "load", lambda model, threads: broken)
    for command in ("detect", "redact"):
        assert main([command, str(letter)]) == 3
        out, err = capsys.readouterr()
        assert out == ""
        assert "not every recognizer finished: EMAIL_ADDRESS" in err
        assert main([command, str(letter), "--no-fail-closed"]) == 0
        assert f"deckname: warning: {letter}: recognizer_failed: EMAIL_ADDRESS\n" in capsys.readouterr().err
    assert main(["detect", "--format", "jsonl", str(letter), "--no-fail-closed"]) == 0
    assert json.loads(capsys.readouterr().out)["warnings"] == [{"code": "recognizer_failed", "type": "EMAIL_ADDRESS"}]


@pytest.mark.parametrize(("error", "code"), [(KeyboardInterrupt, 130), (BrokenPipeError, 141), (RuntimeError, 3)])
def test_interruptions_show_no_traceback(
    letter: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured, error: type[BaseException], code: int
) -> None:
    def load(model: str, *, threads: int = 0) -> Detector:
        raise error(CANARY)

    monkeypatch.setattr(deckname, "load", load)
    assert main(["detect", str(letter)]) == code
    err = capsys.readouterr().err
    assert CANARY not in err
    assert err.startswith("deckname: error: unexpected RuntimeError at test_cli.py:" if code == 3 else "")
    assert err.count("\n") == (1 if code == 3 else 0)


# types, evaluate, serve, --version


def test_types_lists_the_vocabulary(capsys: Captured) -> None:
    assert main(["types"]) == 0
    assert re.search("^PERSON +direct  a person's name", capsys.readouterr().out, re.MULTILINE)
    assert main(["types", "--format", "jsonl"]) == 0
    entries = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [entry["parent"] for entry in entries if entry["name"] == "US_SSN"] == ["NATIONAL_ID"]


def test_evaluate_prints_a_report(tmp_path: Path, capsys: Captured) -> None:
    gold, labels = tmp_path / "gold.jsonl", tmp_path / "labels.json"
    gold.write_text('{"text": "ask ada@lovelace.org", "spans": [{"start": 4, "end": 20, "label": "MAIL"}]}\n')
    labels.write_text('{"MAIL": "EMAIL_ADDRESS"}')
    assert main(["evaluate", str(gold), "--map", str(labels)]) == 0
    assert "EMAIL_ADDRESS     1      1     100.00" in capsys.readouterr().out
    assert main(["evaluate", str(gold), "--map", str(labels), "--format", "json", "--bootstrap", "10"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["micro"]["f1"], report["intervals"]["f1"]) == (1.0, [1.0, 1.0])
    assert main(["evaluate", str(gold)]) == 3
    assert 'the label "MAIL" is no type' in capsys.readouterr().err
    labels.write_text('{"MAIL": "EMAL"}')
    assert main(["evaluate", str(gold), "--map", str(labels)]) == 2
    gold.write_bytes(b'{"text": "ada@lovelace.org\xff"}')
    assert main(["evaluate", str(gold)]) == 3
    assert "byte 26 is not UTF-8" in capsys.readouterr().err


def test_version_and_help(capsys: Captured) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"deckname {deckname.__version__}\n"
    for command in ("detect", "redact", "serve", "types", "evaluate"):
        assert main([command, "--help"]) == 0


# As a process, with the recognizers that ship.


def _run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = os.environ | {"PYTHONPATH": str(Path(deckname.__file__).parents[1]), "DECKNAME_MODEL": "none"}
    return subprocess.run(
        [sys.executable, "-m", "deckname", *arguments], input=stdin, capture_output=True, env=environment, check=False
    )


def test_redact_as_a_process() -> None:
    done = _run("redact", stdin="\ufeffTo ada@lovelace.org\r\nü".encode())
    assert done.stdout.decode() == "\ufeffTo <EMAIL_ADDRESS>\r\nü"
    assert done.returncode == 0
    assert b"lovelace" not in done.stderr


def test_processes_write_what_one_writes(tree: Path, tmp_path: Path) -> None:
    (tree / "long.log").write_text("".join(f"{n} login of user{n % 9}@example.org\n" for n in range(12_000)))
    for workers in ("1", "2"):
        done = _run("redact", str(tree), "-o", str(tmp_path / workers), "--workers", workers)
        assert done.returncode == 0, done.stderr.decode()
    assert _files(tmp_path / "1") == _files(tmp_path / "2") == ["a.txt", "deep/c.jsonl.gz", "deep/er/b.csv", "long.log"]
    for name in _files(tmp_path / "1"):
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes()
    assert b"@" not in (tmp_path / "1" / "long.log").read_bytes()


def test_check_as_a_process() -> None:
    assert _run("detect", "--check", stdin=b"To ada@lovelace.org").returncode == 1


def test_a_failure_as_a_process_shows_no_text() -> None:
    done = _run("redact", "--input-format", "jsonl", stdin=b'{"text": "ada@lovelace.org"')
    assert (done.returncode, done.stdout) == (3, b"")
    assert done.stderr.startswith(b"deckname: error: -: line 1 is not JSON\n")


def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("ada@lovelace.org\n" * 3_000)
    environment = os.environ | {"PYTHONPATH": str(Path(deckname.__file__).parents[1])}
    process = subprocess.Popen(
        [sys.executable, "-m", "deckname", "detect", "--model", "none", str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 141
