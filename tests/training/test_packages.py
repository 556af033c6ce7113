from __future__ import annotations

import hashlib
import io
import json
import tarfile
from pathlib import Path

import pytest

from training import packages

CODE = "area = width * height  # in pixels, as the driver tells\n" * 60
PROSE = "The queue is emptied when the worker stops, and no task is lost.\n" * 60
PAIR = "Ask the Query Planner about it, and the Result Cache tells the rest.\n" * 60
NAMES = "It was found that Elizabeth had forgotten a bracket in the loop.\n" * 60
NUMBERS = "call 555-123-4567 for help with this and any other trouble there.\n" * 60


def archive(files: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as tar:
        for name, text in files.items():
            member = tarfile.TarInfo(f"thing-1.0/{name}")
            member.size = len(text.encode())
            tar.addfile(member, io.BytesIO(text.encode()))
    return out.getvalue()


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, object]]:
    """What is written of a package of one file of each kind, the same piece many times over."""
    directory = tmp_path_factory.mktemp("packages")
    files = {"a.py": CODE, "b.rst": PROSE, "c.rst": PAIR, "d.rst": NAMES, "e.rst": NUMBERS, "f.bin": CODE}
    data = archive({f"{number}/{name}": text for number in range(8) for name, text in files.items()})
    (directory / "thing-1.0.tar.gz").write_bytes(data)
    sources = directory / "packages.toml"
    digest = hashlib.sha256(data).hexdigest()
    sources.write_text(
        f'[[packages]]\nurl = "https://x.example/thing-1.0.tar.gz"\nsha256 = "{digest}"\nlicence = "MIT"\n'
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packages, "PACKAGES", sources)
        assert packages.main(["--out", str(directory / "out.jsonl"), "--mirror", str(directory)]) == 0
    return [json.loads(line) for line in (directory / "out.jsonl").read_text().splitlines()]


def test_pieces_with_names_or_numbers_of_people_are_dropped(kept: list[dict[str, object]]) -> None:
    texts = {str(document["text"])[:20] for document in kept}
    assert texts == {CODE[:20], PROSE[:20], PAIR[:20]}
    assert all(document["spans"] == [] for document in kept)


def test_what_cannot_be_ruled_out_is_left_open(kept: list[dict[str, object]]) -> None:
    open_types = {str(document["text"])[:20]: document["unmarked"] for document in kept}
    assert "PERSON" not in open_types[CODE[:20]]  # type: ignore[operator]
    assert "PERSON" in open_types[PAIR[:20]]  # type: ignore[operator]
    assert "URL" in open_types[CODE[:20]]  # type: ignore[operator]


def test_another_digest_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.tar.gz").write_bytes(b"other")
    with pytest.raises(ValueError, match=r"x\.tar\.gz: its sha256"):
        packages.fetch("https://x.example/x.tar.gz", "0" * 64, tmp_path)
