"""The redactor of tables in memory: Arrow batches and tables, pandas frames."""

from __future__ import annotations

import base64
import json
import os
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckname.cli import main
from deckname.errors import DecknameError, InvalidRequest, UnknownKey
from deckname.files.parquet import Parquet
from deckname.integrations import arrow
from deckname.integrations.arrow import Redactor
from deckname.policy import Policy
from tests.files.driving import DETECTOR
from tests.files.test_parquet import PEOPLE, after

PHONE = 5550100123


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A detector of a few patterns in place of all."""
    monkeypatch.setitem(arrow._detectors, (os.getpid(), "none", 1), DETECTOR)


def a_redactor(**options: Any) -> Redactor:
    return Redactor(model="none", **options)


def test_every_kind_of_column_is_looked_through_as_in_files() -> None:
    new = a_redactor(as_text=("phone", "more"))(PEOPLE)
    assert new.to_pylist() == after(PEOPLE, Parquet(as_text=("phone", "more"))).to_pylist()


def test_the_schema_is_known_beforehand() -> None:
    for redactor in (a_redactor(), a_redactor(as_text=("phone",)), a_redactor(as_text=("id", "more"), skip=("phone",))):
        assert redactor(PEOPLE).schema == redactor.schema(PEOPLE.schema)
    assert a_redactor(as_text=("id",)).schema(PEOPLE.schema).field("id").type == pa.string()


def test_a_number_in_which_something_is_found_becomes_null_in_a_column_of_numbers() -> None:
    table = pa.table({"n": [1, PHONE, None], "d": [1.5, float(PHONE), None]})
    assert a_redactor()(table).to_pylist() == [{"n": 1, "d": 1.5}, {"n": None, "d": None}, {"n": None, "d": None}]


def test_it_becomes_zero_where_there_may_be_no_null() -> None:
    schema = pa.schema([pa.field("n", pa.int64(), nullable=False)])
    assert a_redactor()(pa.table({"n": [1, PHONE]}, schema=schema)).to_pylist() == [{"n": 1}, {"n": 0}]


@given(st.lists(st.sampled_from(["John Smith", "ada@example.org", "x", "", None]), max_size=12), st.integers(1, 5))
def test_the_same_rows_come_out_whatever_batches_they_come_in(values: list[str | None], rows: int) -> None:
    table = pa.table({"a": pa.array(values, pa.string()), "c": pa.array(values, pa.string()).dictionary_encode()})
    redactor = a_redactor()
    batches = list(redactor.each(table.to_batches(max_chunksize=rows)))
    assert [row for batch in batches for row in batch.to_pylist()] == redactor(table).to_pylist()


def test_columns_are_chosen_and_told_as_in_files() -> None:
    table = pa.table({"a": ["John Smith"], "b": ["John Smith"], "who": ["Quux"]})
    assert a_redactor(columns=("a",))(table).to_pylist() == [{"a": "<PERSON>", "b": "John Smith", "who": "Quux"}]
    assert a_redactor(skip=("b",), types={"who": "PERSON"})(table).to_pylist() == [
        {"a": "<PERSON>", "b": "John Smith", "who": "<PERSON>"}
    ]
    with pytest.raises(InvalidRequest, match="no such column"):
        a_redactor(skip=("nobody",))(table)


def test_the_name_of_a_column_names_its_values() -> None:
    assert a_redactor()(pa.table({"badge": ["12345"], "x": ["12345"]})).to_pylist() == [
        {"badge": "<ID_NUMBER>", "x": "12345"}
    ]


def test_a_record_batch_stays_one_and_an_empty_one_stays_empty() -> None:
    batch = PEOPLE.to_batches()[0]
    assert isinstance(a_redactor()(batch), pa.RecordBatch)
    assert len(a_redactor()(batch.slice(0, 0))) == 0
    assert a_redactor()(PEOPLE.slice(0, 0)).schema == PEOPLE.schema


def test_a_pandas_frame_keeps_index_and_types() -> None:
    frame = pd.DataFrame(
        {
            "mail": ["ada@example.org", None],
            "n": [1, 2],
            "phone": [PHONE, 7],
            "level": pd.Categorical(["b", "John Smith"], categories=["John Smith", "b", "c"], ordered=True),
        },
        index=["k", "l"],
    )
    new = a_redactor()(frame)
    assert list(new.index) == ["k", "l"]
    assert new["mail"].dtype == frame["mail"].dtype and new["mail"].iloc[0] == "<EMAIL_ADDRESS>"
    assert new["n"].equals(frame["n"])
    assert new["phone"].isna().tolist() == [True, False] and new["phone"].dtype == "Int64"
    assert list(new["level"].cat.categories) == ["<PERSON>", "b", "c"] and new["level"].cat.ordered
    assert frame["mail"].iloc[0] == "ada@example.org"
    assert a_redactor(as_text=("n",))(frame)["n"].tolist() == ["1", "2"]


def test_a_pandas_column_of_all_sorts_is_refused_without_a_word_of_it() -> None:
    with pytest.raises(InvalidRequest, match="column 1 holds values of more than one kind") as caught:
        a_redactor()(pd.DataFrame({"a": ["John Smith", 5, {"x": 1}]}))
    assert "John" not in repr(caught.value) and caught.value.__context__ is None


def test_what_is_no_table_is_refused() -> None:
    with pytest.raises(InvalidRequest, match="no Arrow batch"):
        a_redactor()(["John Smith"])


def test_an_error_that_quotes_a_value_is_not_quoted(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        def look(self, texts: Any, contexts: Any) -> Any:
            raise ValueError(f"cannot read {texts[0]}")

    redactor = a_redactor()
    redactor.__dict__["_looker"] = Broken()
    with pytest.raises(DecknameError, match=r"unexpected ValueError at test_arrow\.py") as caught:
        redactor(pa.table({"a": ["John Smith"]}))
    assert "John" not in repr(caught.value)
    assert caught.value.__context__ is None and caught.value.__cause__ is None


def test_numbered_placeholders_are_refused() -> None:
    policy = Policy.model_validate({"types": {"PERSON": {"op": "replace", "with": "<{type}_{n}>"}}})
    with pytest.raises(InvalidRequest, match="use pseudonym, hash or encrypt"):
        Redactor(policy=policy)


def test_a_profile_says_what_is_looked_for_and_what_becomes_of_it(tmp_path: Path) -> None:
    profile = tmp_path / "ours.json"
    own = {"type": "STAFF", "regex": "S-[0-9]{4}", "score": 0.9}
    told = {
        "name": "ours",
        "types": ["US_SSN"],
        "model": "none",
        "patterns": [own],
        "policy": {"default": {"op": "remove"}},
    }
    profile.write_text(json.dumps(told), encoding="utf-8")
    redactor = pickle.loads(pickle.dumps(Redactor.of(str(profile))))
    assert redactor(pa.table({"a": ["S-1234 has 536-90-4399, not ada@example.org"]})).to_pylist() == [
        {"a": " has , not ada@example.org"}
    ]
    assert Redactor.of("logs").model == "none"


def test_keys_are_read_where_the_work_is_done(tmp_path: Path) -> None:
    policy = Policy.model_validate({"default": {"op": "hash", "key": "crm"}})
    table = pa.table({"a": ["ada@example.org", "ada@example.org"], "b": ["bob@example.org", "x"]})
    with pytest.raises(UnknownKey):
        a_redactor(policy=policy)(table)
    path = tmp_path / "keys.json"
    redactor = a_redactor(policy=policy, key_file=str(path))
    sent = pickle.dumps(redactor)
    secret = base64.urlsafe_b64encode(bytes(range(32))).rstrip(b"=").decode()
    path.write_text(json.dumps({"keys": [{"name": "crm", "secret": secret}]}), encoding="utf-8")
    path.chmod(0o600)
    one, two = pickle.loads(sent)(table).to_pylist()
    assert one["a"] == two["a"] != one["b"]
    assert "ada" not in one["a"]
    assert secret.encode() not in pickle.dumps(pickle.loads(sent))


def test_a_redactor_travels_without_its_model() -> None:
    redactor = a_redactor(skip=("id",))
    redactor(PEOPLE)
    sent = pickle.dumps(redactor)
    assert len(sent) < 2_000
    assert pickle.loads(sent)(PEOPLE).equals(redactor(PEOPLE))


def test_a_process_loads_a_model_once_for_all_its_redactors(tiny_model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrow, "_detectors", {})
    sent = pickle.dumps(Redactor(model=str(tiny_model)))
    for _ in range(3):
        new = pickle.loads(sent)(pa.table({"note": ["I met Ada Lovelace"]}))
        assert new.to_pylist() == [{"note": "I met <PERSON>"}]
    assert arrow.loaded() == 1


def test_without_pyarrow_the_error_names_the_extra() -> None:
    code = "import sys; sys.modules['pyarrow'] = None\nimport deckname.integrations.arrow"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "pip install 'deckname[tables]'" in done.stderr.splitlines()[-1]


def test_what_a_table_tells_beside_its_rows_does_not_come_along() -> None:
    schema = pa.schema([pa.field("a", pa.string(), metadata={"by": "John Smith"})], metadata={"by": "John Smith"})
    new = a_redactor()(pa.table({"a": ["x"]}, schema=schema)).schema
    assert not new.metadata and not new.field("a").metadata


def test_pandas_still_finds_its_index() -> None:
    table = pa.Table.from_pandas(pd.DataFrame({"a": ["John Smith"]}, index=pd.Index(["k"], name="key")))
    new = a_redactor(skip=("key",))(table)
    assert json.loads(new.schema.metadata[b"pandas"])["index_columns"] == ["key"]
    assert new.to_pandas().to_dict() == {"a": {"k": "<PERSON>"}}


def test_rows_are_those_of_the_command_line(tiny_model: Path, tmp_path: Path) -> None:
    table = pa.table(
        {
            "note": ["Ada Lovelace wrote to ada@example.org", None, "nothing"],
            "phone": [PHONE, 7, None],
            "tags": [["Ada"], None, []],
            "kind": pa.array(["Ada", "b", "b"]).dictionary_encode(),
        }
    )
    (tmp_path / "in").mkdir()
    for name in ("1", "2"):
        pq.write_table(table, tmp_path / "in" / f"{name}.parquet", row_group_size=2)
    report = tmp_path / "report.json"
    asked = ["redact", str(tmp_path / "in"), "-o", str(tmp_path / "out"), "--model", str(tiny_model), "--quiet"]
    assert main([*asked, "--workers", "1", "--report", str(report), "--text-columns", "phone"]) == 0
    expected = Redactor(model=str(tiny_model), as_text=("phone",))(table).to_pylist()
    assert expected[0]["note"] == "<PERSON> wrote to <EMAIL_ADDRESS>"
    for name in ("1", "2"):
        assert pq.read_table(tmp_path / "out" / f"{name}.parquet").to_pylist() == expected
    told = json.loads(report.read_text(encoding="utf-8"))
    assert [file["notes"] for file in told["by_file"]] == [["column phone became text"]] * 2
    assert told["found"]["PERSON"] == {"replace": 6}
