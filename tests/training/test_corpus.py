from __future__ import annotations

import hashlib
import io
import json
import random
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from deckname.types import TYPES
from training import corpus
from training.corpus import CorpusError, Mark, Text


def natural(tokens: str, *, lang: str = "en", glue: str = "") -> str:
    words = tokens.split(" ")
    spaces = corpus.spacing(words, lang=lang, glue=glue)
    return "".join(" " * space + word for word, space in zip(words, spaces, strict=True))


def source(name: str, split: str, number: int = 0) -> corpus.Source:
    return [entry for entry in corpus.sources()[name] if entry.split == split][number]


def rendered(name: str, lines: str, *, split: str = "train", number: int = 0) -> tuple[str, list[tuple[str, str]]]:
    sentence = [(line.rsplit(" ", 1)[0], line.rsplit(" ", 1)[1]) for line in lines.split("|")]
    text = corpus.mark_usernames(corpus.render(sentence, source(name, split, number)))
    return text.text, [(text.text[m.start : m.end], m.type) for m in corpus.disjoint(text.marks)]


def mirror(root: Path, name: str, files: dict[str, str | bytes]) -> Path:
    """Lay out invented files as a mirror has them; every other file of the corpus is empty."""
    empty = {path: b"" for entry in corpus.sources()[name] if not entry.stems for path in entry.paths}
    for path, content in {**empty, **files}.items():
        target = root / name / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def read(name: str, split: str, root: Path, *, join: bool = False) -> list[dict[str, Any]]:
    return list(corpus.documents(name, split, mirror=root, join=join, check=False))


def found(document: dict[str, Any]) -> list[tuple[str, str]]:
    return [(document["text"][span["start"] : span["end"]], span["type"]) for span in document["spans"]]


@pytest.mark.parametrize(
    ("tokens", "expected"),
    [
        ("Well , yes ; no : why ? Stop ! .", "Well, yes; no: why? Stop!."),
        ("Wait . . . what", "Wait... what"),
        ("Ada ( 36 ) and [ the ] cat", "Ada (36) and [the] cat"),
        ('He said " no " and " yes " .', 'He said "no" and "yes".'),
        ('It is over " , he said .', 'It is over", he said.'),
        ('" Gone . "', '"Gone."'),
        ("It 's Ada 's , they 've n't", "It's Ada's, they'ven't"),
        ("He ca n't and wo n't", "He can't and won't"),
        ("What ' s up , I ' m sure he doesn ' t", "What's up, I'm sure he doesn't"),
        ("We ca n ' t", "We can't"),
        ("The parents ' minds", "The parents' minds"),
        ("a ' devastating damage ' today", "a 'devastating damage' today"),
        ("India ’ s ‘ network of death ’ grows", "India’s ‘network of death’ grows"),
        ("“ Music ” lives", "“Music” lives"),
        ("# NewYear and #old", "#NewYear and #old"),
        ("rose 5 % to $ 1 . 9 or 40 , 000", "rose 5% to $1.9 or 40,000"),
        ("call 9 - 1 - 1 by 7 : 30", "call 9-1-1 by 7:30"),
        ("invaded - Kiev says", "invaded - Kiev says"),
        ("R & R and black & amp ; white", "R & R and black &amp; white"),
        ("nice :) and : ) too", "nice :) and :) too"),
        ("see https : / / t . co / YpSU now", "see https://t.co/YpSU now"),
        ("by / u / TruFalcon .", "by /u/TruFalcon."),
        ("* * redditor * * : Ada", "**redditor**: Ada"),
        ("Gon na go", "Gonna go"),
    ],
)
def test_english_tokens_are_joined_as_people_write(tokens: str, expected: str) -> None:
    assert natural(tokens) == expected


@pytest.mark.parametrize(
    ("tokens", "expected"),
    [
        ("Das „ Wort “ , sagte er .", "Das „Wort“, sagte er."),
        ("Das „ Wort ” gilt", "Das „Wort” gilt"),
        ("der USA “ ( 2005 ) bietet", "der USA“ (2005) bietet"),
        ("« Gut » , sagte sie", "«Gut», sagte sie"),
        ("eine » Wissensgesellschaft « .", "eine »Wissensgesellschaft«."),
        ("wie ' s geht", "wie's geht"),
        ("um 30 % auf 5 €", "um 30 % auf 5 €"),
        ("Silben- und Vokalzahl – wie hier", "Silben- und Vokalzahl – wie hier"),
        ("die ‚ Maschine ‘ läuft", "die ‚Maschine‘ läuft"),
    ],
)
def test_german_quotes_close_where_english_ones_open(tokens: str, expected: str) -> None:
    assert natural(tokens, lang="de") == expected


def test_french_keeps_its_spaces_and_joins_its_elisions() -> None:
    assert natural("Est - ce l ' office ( 40 % ) ?", lang="fr", glue="-/") == "Est-ce l'office (40 %) ?"


def test_glue_is_only_applied_between_words() -> None:
    assert natural("S - Bahn ( ots ) - ( Ma )", lang="de", glue="-") == "S-Bahn (ots) - (Ma)"
    assert natural("no 36110 / 97", lang="es", glue="-/") == "no 36110/97"


def test_spans_are_their_tokens_joined_naturally() -> None:
    text, spans = rendered("wikigold", "At O|Sotheby I-ORG|'s I-ORG|( O|U.S. I-LOC|) O|, O|J. I-PER|O'Hara I-PER|. O")
    assert text == "At Sotheby's (U.S.), J. O'Hara."
    assert spans == [("Sotheby's", "ORGANIZATION"), ("U.S.", "LOCATION"), ("J. O'Hara", "PERSON")]


def test_offsets_count_code_points() -> None:
    text, spans = rendered("btc", "😂 O|Ada B-PER|! O")
    assert text == "😂 Ada!"
    assert spans == [("Ada", "PERSON")]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Dr B-PER|. I-PER|Ada I-PER|King I-PER", [("Ada King", "PERSON")]),
        ("Ada B-PER|'s I-PER|cat O", [("Ada", "PERSON")]),
        ("Sammy B-PER|Davis I-PER|Jr. I-PER", [("Sammy Davis Jr.", "PERSON")]),
        ("#Ferguson? B-LOC", [("Ferguson", "LOCATION")]),
        ("SA- B-LOC|Hi O", [("SA", "LOCATION")]),
        ("the O|British B-LOC|patient O", [("British", "?")]),
        ("12 B-LOC|Main I-LOC|Street I-LOC", [("12 Main Street", "LOCATION|ADDRESS")]),
    ],
)
def test_titles_possessives_and_punctuation_are_trimmed(lines: str, expected: list[tuple[str, str]]) -> None:
    assert rendered("btc", lines)[1] == expected


def test_a_handle_is_a_username_whatever_it_was_tagged_as() -> None:
    text, spans = rendered("btc", "RT O|@ B-ORG|fiverr B-ORG|: O|( O|@t_farmiga O|) O|hi O")
    assert text == "RT @fiverr: (@t_farmiga) hi"
    assert spans == [("fiverr", "USERNAME"), ("t_farmiga", "USERNAME")]


def test_a_handle_that_was_cut_at_a_digit_is_one_word() -> None:
    assert rendered("wnut17", "RT O|@ O|5 O|HonTour O|: O|Go O", split="dev")[0] == "RT @5HonTour: Go"
    assert rendered("wnut17", "hi O|@ O|_ B-person|Ada I-person|: O", split="dev") == (
        "hi @_Ada:",
        [("_Ada", "USERNAME")],
    )


def test_an_at_before_a_place_is_no_handle() -> None:
    assert rendered("btc", "me O|@ O|Stretford B-LOC|End I-LOC") == (
        "me @ Stretford End",
        [("Stretford End", "LOCATION")],
    )
    assert rendered("btc", "me O|@ O|home O") == ("me @ home", [])


def test_a_user_of_reddit_is_a_username() -> None:
    assert rendered("wnut17", "by O|/ O|u O|/ O|TruFalcon O|. O", split="dev") == (
        "by /u/TruFalcon.",
        [("TruFalcon", "USERNAME")],
    )


def test_a_hash_is_a_token_of_a_tweet(tmp_path: Path) -> None:
    files = "#\tO\nNewYear\tO\nin\tO\nBath\tB-location\n\t\n@ada\tO\nHi\tO\n"
    documents = read("wnut17", "train", mirror(tmp_path, "wnut17", {"wnut17train.conll": files}))
    assert [document["text"] for document in documents] == ["#NewYear in Bath", "@ada Hi"]
    assert [found(document) for document in documents] == [[("Bath", "LOCATION|ADDRESS")], [("ada", "USERNAME")]]
    assert documents[0]["lang"] == "en"
    assert documents[0]["source"] == "wnut17"
    assert documents[0]["id"] == "wnut17-train-1"
    assert documents[0]["unmarked"] == ["DATE_TIME", "AGE", "URL", "PHONE_NUMBER", "EMAIL_ADDRESS"]


def test_germeval_leaves_out_what_is_nested_and_ignores_parts(tmp_path: Path) -> None:
    content = (
        "#\thttp://example.org\t[2010-07-04]\t\n1\tDer\tO\tO\n2\tFC\tB-ORG\tO\n3\tBonn\tI-ORG\tB-LOC\n"
        "4\tist\tO\tO\n5\tdeutsche\tB-LOCderiv\tO\n6\tKunst\tO\tO\n7\t.\tO\tO\n\n"
    )
    (document,) = read("germeval2014", "dev", mirror(tmp_path, "germeval2014", {"Data/NER-de-dev.tsv": content}))
    assert document["text"] == "Der FC Bonn ist deutsche Kunst."
    assert found(document) == [("FC Bonn", "ORGANIZATION"), ("deutsche", "?")]


def test_joining_keeps_every_sentence_and_every_span(tmp_path: Path) -> None:
    content = "".join(f"{number}\tO\nAda\tB-PER\n.\tO\n\n" for number in range(20)).replace("\t", " ")
    root = mirror(tmp_path, "wikigold", {"data/wikigold/CONLL-format/data/wikigold.conll.txt": content})
    joined = read("wikigold", "train", root, join=True)
    alone = read("wikigold", "train", root)
    assert len(alone) == 20 > len(joined) >= 5
    assert joined == read("wikigold", "train", root, join=True)
    assert " ".join(d["text"].replace("\n", " ") for d in joined) == " ".join(d["text"] for d in alone)
    assert [value for d in joined for value in found(d)] == [("Ada", "PERSON")] * 20


def test_tweets_stay_alone_when_sentences_are_joined(tmp_path: Path) -> None:
    root = mirror(tmp_path, "btc", {"data/BTC/CONLL-format/data/h.conll": "Hi\tO\n\nHo\tO\n\nHu\tO\n"})
    assert [d["text"] for d in read("btc", "dev", root, join=True)] == ["Hi", "Ho", "Hu"]


def test_a_headline_is_followed_by_a_new_line() -> None:
    texts = [Text("PROCEDURE"), Text("Ada", (Mark(0, 3, "PERSON"),))]
    assert corpus.concatenate(texts, chance=random.Random(0)) == Text("PROCEDURE\nAda", (Mark(10, 13, "PERSON"),))


def test_echr_dates_lose_their_article_and_names_their_titles(tmp_path: Path) -> None:
    french = (
        "Le B-DATE\n4 I-DATE\nmai I-DATE\n1998 I-DATE\n, O\nM B-PER\n. I-PER\nA I-PER\n. I-PER\nMaxwell I-PER\net O\n"
        "l’AHA B-ORG\n( O\n36110 B-CODE\n/ I-CODE\n97 I-CODE\n; O\n513 B-CODE\n) O\n. O\n"
    ).replace("\n", "\r\n")
    spanish = "El O\nSr B-PER\n. I-PER\nD I-PER\n. I-PER\nR I-PER\n. I-PER\nes O\nturco B-NATIONALITY\n"
    files = {"FR-manual-train.tsv": french, "ES-manual-train.tsv": spanish}
    first, second = read("echr_fr_es_manual", "train", mirror(tmp_path, "echr_fr_es_manual", dict(files)))
    assert first["text"] == "Le 4 mai 1998, M. A. Maxwell et l’AHA (36110/97 ; 513)."
    assert found(first) == [
        ("4 mai 1998", "DATE_TIME|DATE_OF_BIRTH"),
        ("A. Maxwell", "PERSON"),
        ("AHA", "ORGANIZATION"),
        ("36110/97", "ID_NUMBER"),
        ("513", "?"),
    ]
    assert found(second) == [("D. R.", "PERSON"), ("turco", "?")]
    assert (first["lang"], second["lang"]) == ("fr", "es")


def test_mobie_counts_in_utf_16_and_skips_what_does_not_fit(tmp_path: Path) -> None:
    def mention(kind: str, start: int, end: int) -> dict[str, Any]:
        return {"type": kind, "span": {"start": start, "end": end, "attributes": None}}

    records = [
        {
            "id": "1",
            "text": "😞 @SBahn: #S1 ab Bonn 16:33",
            "conceptMentions": [
                mention("organization", 3, 9),
                mention("location-route", 11, 14),
                mention("location-city", 18, 22),
                mention("time", 23, 28),
            ],
        },
        {"id": "2", "text": "kurz", "conceptMentions": [mention("date", 2, 99)]},
    ]
    content = "".join(json.dumps(record) + "\n" for record in records)
    root = mirror(tmp_path, "mobie", {"v1_20210811/test.jsonl": content})
    skipped: Counter[str] = Counter()
    (document,) = corpus.documents("mobie", "dev", mirror=root, check=False, skipped=skipped)
    assert document["id"] == "mobie-dev-1"
    assert found(document) == [
        ("SBahn", "USERNAME"),
        ("#S1", "?"),  # a line of trains is no place
        ("Bonn", "LOCATION"),
        ("16:33", "DATE_TIME"),
    ]
    assert skipped == {"mobie": 1}


def test_mobie_from_the_zip_is_whole_documents(tmp_path: Path) -> None:
    def row(word: str, tag: str) -> str:
        return f"{word}\tNN\tI-NN\t{tag}\n"

    content = (
        "-DOCSTART- -42- O O\n\n"
        + row("#S4", "B-location-route")
        + row("fährt", "O")
        + row(".", "O")
        + "\n"
        + row("Herr", "B-person")
        + row("Maier", "I-person")
        + row("steht", "O")
        + "\n"
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("train.conll2003", content)
    root = mirror(tmp_path, "mobie", {"v1_20210811/ner_conll03_formatted.zip": packed.getvalue()})
    (document,) = read("mobie", "train", root)
    assert document["id"] == "mobie-train-42"
    assert document["text"] == "#S4 fährt. Herr Maier steht"
    assert found(document) == [("#S4", "?"), ("Maier", "PERSON")]


MEDICAL = (
    "﻿Nombre: Ada. CP: 28035 Madrid.\nFecha de nacimiento: 10/10/1963. Ingreso: 17/06/2016.\nEdad: 53 años, ella.\n"
)


def brat(text: str, *entities: tuple[str, str]) -> str:
    lines = []
    for number, (label, value) in enumerate(entities):
        start = text.index(value)
        lines.append(f"T{number}\t{label} {start} {start + len(value)}\t{value}\n")
    return "".join(lines)


def medical(monkeypatch: pytest.MonkeyPatch, root: Path, annotation: str) -> list[dict[str, Any]]:
    one = replace(source("meddocan", "dev"), stems=("S1",))
    monkeypatch.setattr(corpus, "sources", lambda: {"meddocan": [one]})
    folder = root / "meddocan" / one.path
    folder.mkdir(parents=True)
    (folder / "S1.txt").write_bytes(MEDICAL.encode())
    (folder / "S1.ann").write_bytes(annotation.encode())
    return read("meddocan", "dev", root)


def test_meddocan_tells_birthdays_postcodes_and_ages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    annotation = brat(
        MEDICAL,
        ("NOMBRE_SUJETO_ASISTENCIA", "Ada"),
        ("TERRITORIO", "28035"),
        ("TERRITORIO", "Madrid"),
        ("FECHAS", "10/10/1963"),
        ("FECHAS", "17/06/2016"),
        ("EDAD_SUJETO_ASISTENCIA", "53 años"),
        ("SEXO_SUJETO_ASISTENCIA", "ella"),
    )
    (document,) = medical(monkeypatch, tmp_path, annotation)
    assert document["id"] == "meddocan-dev-S1-0"
    assert document["text"].startswith("Nombre: Ada. CP")
    assert found(document) == [
        ("Ada", "PERSON"),
        ("28035", "ADDRESS"),
        ("Madrid", "LOCATION|ADDRESS"),
        ("10/10/1963", "DATE_OF_BIRTH"),
        ("17/06/2016", "DATE_TIME"),
        ("53", "AGE"),
        ("ella", "?"),
    ]


def test_meddocan_skips_a_text_that_its_annotation_does_not_quote(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert medical(monkeypatch, tmp_path, "T1\tNOMBRE_SUJETO_ASISTENCIA 9 12\tEve\n") == []


def test_a_long_text_is_cut_at_lines_and_never_inside_a_mark() -> None:
    text = "One line here.\nAnna Maria Luisa. And more words follow."
    whole = Text(text, (Mark(15, 31, "PERSON"),), "k")
    parts = list(corpus.pieces(whole, limit=25))
    assert [part.text for part in parts] == ["One line here.", "Anna Maria Luisa.", "And more words follow."]
    assert parts[1].marks == (Mark(0, 16, "PERSON"),)
    assert [part.key for part in parts] == ["k-0", "k-1", "k-2"]
    shorter = [part.text for part in corpus.pieces(whole, limit=10)]
    assert shorter == ["One line", "here.", "Anna Maria Luisa", ". And", "more", "words", "follow."]


def test_the_longest_of_overlapping_marks_stays() -> None:
    marks = [Mark(0, 3, "PERSON"), Mark(0, 9, "ORGANIZATION"), Mark(9, 9, "PERSON"), Mark(9, 12, "LOCATION")]
    assert corpus.disjoint(marks) == (Mark(0, 9, "ORGANIZATION"), Mark(9, 12, "LOCATION"))


def test_a_file_with_another_checksum_is_an_error(tmp_path: Path) -> None:
    root = mirror(tmp_path, "btc", {})
    with pytest.raises(CorpusError, match=r"btc: .*h\.conll has sha256 e3b0c442"):
        list(corpus.documents("btc", "dev", mirror=root))


def test_a_split_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(CorpusError, match="german_ler has no train split"):
        list(corpus.documents("german_ler", "train"))


def test_a_corpus_that_must_not_be_trained_on_cannot_be_listed_for_it(tmp_path: Path) -> None:
    table = corpus.SOURCES.read_text(encoding="utf-8")
    before, after = table.split("[[german_ler.files]]\n")
    path = tmp_path / "sources.toml"
    path.write_text(before + "[[german_ler.files]]\n" + after.replace('"dev"', '"train"', 1), encoding="utf-8")
    with pytest.raises(CorpusError, match="german_ler"):
        corpus.sources(path)


def test_the_test_folder_of_meddocan_is_a_split_of_its_own() -> None:
    splits = {entry.split: (entry.path, frozenset(entry.stems)) for entry in corpus.sources()["meddocan"]}
    assert {name: path for name, (path, _) in splits.items()} == {
        "train": "corpus/train/brat", "dev": "corpus/dev/brat", "test": "corpus/test/brat",
    }  # fmt: skip
    assert [len(stems) for _, stems in splits.values()] == [500, 250, 250]
    assert len(frozenset().union(*(stems for _, stems in splits.values()))) == 1000


@pytest.mark.parametrize("name", list(corpus.sources()))
def test_types_are_ours_and_no_unmarked_type_is_marked(name: str) -> None:
    special = {"DATE_OF_BIRTH", "ADDRESS"} if name == "meddocan" else set()
    for entry in corpus.sources()[name]:
        marked = {part for type_ in entry.types.values() for part in type_.split("|")} | special
        assert marked <= set(TYPES)
        assert set(entry.unmarked) <= set(TYPES)
        assert not marked & set(entry.unmarked) - {"ADDRESS"}
        assert entry.url.startswith("https://github.com/")
        assert len(entry.sha256) == 64


def test_the_command_writes_both_splits_and_prints_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = mirror(tmp_path, "btc", {"data/BTC/CONLL-format/data/h.conll": "Ada\tB-PER\n!\tO\n"})
    unchecked = [replace(entry, sha256=_digest(root, entry)) for entry in corpus.sources()["btc"]]
    monkeypatch.setattr(corpus, "sources", lambda: {"btc": unchecked})
    assert corpus.main(["--out", str(tmp_path / "out"), "--mirror", str(root), "btc"]) == 0
    assert capsys.readouterr().out == (
        "btc.train.jsonl: 0 documents, 0 characters, 0 skipped; \n"
        "btc.dev.jsonl: 1 documents, 4 characters, 0 skipped; PERSON 1\n"
    )
    assert json.loads((tmp_path / "out" / "btc.dev.jsonl").read_text()) == {
        "id": "btc-dev-1",
        "source": "btc",
        "lang": "en",
        "text": "Ada!",
        "spans": [{"start": 0, "end": 3, "type": "PERSON"}],
        "unmarked": ["DATE_TIME", "AGE", "URL", "PHONE_NUMBER", "EMAIL_ADDRESS"],
    }


def _digest(root: Path, entry: corpus.Source) -> str:
    return hashlib.sha256((root / entry.name / entry.path).read_bytes()).hexdigest()
