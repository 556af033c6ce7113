"""One folder with a file of every format, before and after: what is left of the planted values?

    python -m benchmarks.formats --out data/formats  # patterns and a deny list: does a format hide a value?
    python -m benchmarks.formats --out data/formats --model small  # the model, no deny list: what does it miss?

Every value is invented or reserved for documentation, and planted in each place of each format that can hold one: cut
by tags and runs, spelled with references and escapes, in headers, comments, properties, tracked changes, attachments,
files within files. ``deckname redact`` runs over the folder, and each output is searched for every value: its bytes,
its compressed and encoded parts, its text with and without markup, all of it folded (case, width, accents, separators).
"""

from __future__ import annotations

import argparse
import base64
import contextlib
import datetime
import email
import email.policy
import gzip
import html
import importlib
import io
import json
import platform
import quopri
import re
import subprocess
import sys
import time
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from urllib.parse import unquote

#: Type -> value. The numbers are test numbers (Visa, ECBS), unassigned (SSA), or reserved (555-01xx).
PLANTED: dict[str, str] = {
    "PERSON": "Zebulon Quibbleworth",
    "EMAIL_ADDRESS": "zebulon@quibbleworth.example.org",
    "US_SSN": "536-90-4399",
    "PHONE_NUMBER": "+1 212 555 0142",
    "IBAN_CODE": "DE89 3704 0044 0532 0130 00",
    "CREDIT_CARD": "4111 1111 1111 1111",
}
NAME, EMAIL, SSN, PHONE, IBAN, CARD = PLANTED.values()
FIRST, LAST = NAME.split()
SENTENCES = (
    f"Dear {NAME}, thank you for your call from {PHONE}.",
    f"We write to {EMAIL} as soon as the parcel is on its way.",
    f"The social security number is {SSN} and the card is {CARD}.",
    f"Please transfer the amount to the account {IBAN} before Friday.",
)


# --- what is made ---------------------------------------------------------------------------------------------------


def make(folder: Path) -> dict[str, Any]:
    """Write a file of every format whose library is there; return which were left out."""
    folder.mkdir(parents=True, exist_ok=True)
    left_out = {}
    for name, write in _MAKERS.items():
        try:
            (folder / name).write_bytes(write())
        except ImportError as error:
            left_out[name] = f"needs {error.name}"
    return left_out


def _text() -> bytes:
    return ("\n".join(SENTENCES) + "\n").encode()


def _markdown() -> bytes:
    return f"# Letter\n\n* **{NAME}**: <{EMAIL}>\n* {PHONE}\n\n> {SSN}, `{CARD}`, {IBAN}\n".encode()


def _log() -> bytes:
    return f"2026-11-24T10:00:00Z INFO user={EMAIL} name='{NAME}' ssn={SSN} tel={PHONE} card={CARD} {IBAN}\n".encode()


def _table() -> list[list[str]]:
    return [["name", "email", "ssn", "phone", "card", "iban", "note"], [*PLANTED.values(), SENTENCES[0]]]


def _csv(separator: str = ",") -> bytes:
    return "".join(separator.join(f'"{cell}"' for cell in row) + "\r\n" for row in _table()).encode("cp1252")


def _json() -> bytes:
    value = {
        "customer": dict(zip(_table()[0], _table()[1], strict=True)),
        "ssn": int(SSN.replace("-", "")),
        EMAIL: [SENTENCES[1], {"text": SENTENCES[2]}],
        "escaped": "ESCAPED",
    }
    escaped = "".join(f"\\u{ord(character):04x}" for character in EMAIL)
    return json.dumps(value, indent=2).replace("ESCAPED", escaped).encode()


def _jsonl() -> bytes:
    return "".join(json.dumps({"text": sentence, "email": EMAIL}) + "\n" for sentence in SENTENCES).encode()


def _yaml() -> bytes:
    return (
        f"# asked by {EMAIL}\ncustomer:\n  name: {NAME}  # {PHONE}\n  email: '{EMAIL}'\n  ssn: {SSN}\n"
        f'  iban: "{IBAN}"\n  note: |\n    {SENTENCES[0]}\n    {NAME} pays with {CARD}.\n  folded: >-\n'
        f"    {FIRST}\n    {LAST}\n{EMAIL}: key\nlist: [{EMAIL}, {{a: {NAME}}}]\n"
    ).encode()


def _cut(value: str, tag: str = "b") -> str:
    half = len(value) // 2
    return f"{value[:half]}<{tag}>{value[half:]}</{tag}>"


def _references(value: str) -> str:
    return "".join(f"&#{ord(each)};" if index % 2 else f"&#x{ord(each):x};" for index, each in enumerate(value))


def _html() -> bytes:
    escaped = "".join(f"\\x{ord(each):02x}" for each in EMAIL)
    linked = json.dumps({"@type": "Person", "name": NAME, "email": EMAIL, "telephone": PHONE})
    css = EMAIL.replace("@", "\\40 ")
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Order of {NAME}</title><meta name="author" content="{NAME}">
<script type="application/ld+json">{linked}</script><script>var who = '{escaped}'; // {EMAIL}
call("{PHONE}");</script><style>p.a:after {{ content: "{css}" }} td, th {{ border: 1px solid }}</style></head>
<body><!-- <p>{_cut(NAME)} {EMAIL}</p> --><h1>Order</h1>
<p title="{EMAIL}"><b>{FIRST}</b>
   <i>{LAST}</i>, <a href="mailto:{EMAIL.replace("@", "%40")}?subject=Hi">write to {_cut(EMAIL, "em")}</a> or
<a href="tel:{PHONE.replace(" ", "")}">{PHONE[:6]}<wbr>{PHONE[6:]}</a>, {_references(SSN)}, {_cut(CARD)}</p>
<table><tr><th>Name<th>SSN<th>IBAN</tr><tr><td>{NAME}<td>{SSN}<td>{IBAN}</tr></table>
<form><label>Card</label><input name="card" value="{CARD}" data-phone='{PHONE}'></form>
<img alt="{NAME}" src="data:text/plain,{EMAIL}"><svg><text x="0">{FIRST}<tspan> {LAST}</tspan></text></svg>
<p>Sent by <{EMAIL}></p><p><span>{NAME}</span><span>{SSN}</span></p>
</body></html>
""".encode()


def _xml() -> bytes:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<?mail {EMAIL}?><!-- {NAME}, {PHONE} -->
<orders><order ssn="{SSN}" contact="{_references(EMAIL)}"><name>{NAME}</name><phone>{PHONE}</phone>
<note>Dear <b>{FIRST}</b> {LAST}, {_cut(EMAIL)}</note><raw><![CDATA[<p>{_cut(NAME)} {CARD}</p>]]></raw>
<iban>{IBAN}</iban><url>mailto:{EMAIL.replace("@", "%40")}</url></order></orders>
""".encode()


def _letter() -> bytes:
    docx = importlib.import_module("docx")
    document = docx.Document()
    document.core_properties.author = document.core_properties.last_modified_by = NAME
    document.core_properties.title = f"Letter to {EMAIL}"
    document.add_heading(f"Order of {NAME}", 1)
    paragraph = document.add_paragraph("Dear ")
    paragraph.add_run(FIRST).bold = True
    paragraph.add_run(f" {LAST}, call ").italic = True
    for piece in (PHONE[:5], PHONE[5:9], PHONE[9:], " or write to ", EMAIL[:4], EMAIL[4:]):
        paragraph.add_run(piece)
    document.add_comment(paragraph.runs, text=f"Is {SSN} right?", author=NAME, initials="ZQ")
    table = document.add_table(2, 3)
    for column, (head, value) in enumerate((("Name", NAME), ("Card", CARD), ("IBAN", IBAN))):
        table.cell(0, column).text, table.cell(1, column).text = head, value
    section = document.sections[0]
    section.header.paragraphs[0].text, section.footer.paragraphs[0].text = f"{NAME}, {SSN}", f"{EMAIL}, {PHONE}"
    document.part.relate_to(
        f"mailto:{EMAIL}",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
        is_external=True,
    )
    target = io.BytesIO()
    document.save(target)
    stamp = f'w:id="9" w:author="{NAME}" w:date="2026-11-24T00:00:00Z"'
    changed = (
        f"<w:p><w:r><w:t>{FIRST} </w:t></w:r><w:del {stamp}><w:r><w:delText>{LAST}</w:delText></w:r></w:del>"
        f"<w:ins {stamp}><w:r><w:t>{LAST}</w:t></w:r></w:ins><w:r><w:instrText> MAIL {EMAIL} </w:instrText></w:r></w:p>"
    )
    return _with(
        target.getvalue(), {"word/document.xml": lambda data: data.replace(b"</w:p>", b"</w:p>" + changed.encode(), 1)}
    )


def _with(document: bytes, changes: dict[str, Callable[[bytes], bytes]]) -> bytes:
    """Return an Office document with some of its parts changed."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            archive.writestr(name, changes.get(name, bytes)(source.read(name)))
    return target.getvalue()


def _workbook() -> bytes:
    openpyxl = importlib.import_module("openpyxl")
    comments = importlib.import_module("openpyxl.comments")
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = NAME
    for row in _table():
        sheet.append(row)
    sheet.append([None, None, int(SSN.replace("-", "")), 2125550142, int(CARD.replace(" ", ""))])
    sheet["H1"], sheet["H2"] = "Date of birth", datetime.date(1979, 3, 14)
    sheet["A5"] = f"=\"{EMAIL}\"&'{NAME}'!B1"
    sheet["A2"].comment = comments.Comment(f"Asked {EMAIL}", NAME)
    sheet["B2"].hyperlink = f"mailto:{EMAIL}"
    book.create_sheet("Other")["A1"] = f"='{NAME}'!A1"
    book.properties.creator = book.properties.lastModifiedBy = NAME
    sheet.oddHeader.center.text = f"{NAME} {PHONE}"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _slides() -> bytes:
    pptx = importlib.import_module("pptx")
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = f"Order of {NAME}"
    paragraph = slide.placeholders[1].text_frame.paragraphs[0]
    for piece in (FIRST, f" {LAST}, ", EMAIL[:5], EMAIL[5:], f", {SSN}"):
        paragraph.add_run().text = piece
    slide.notes_slide.notes_text_frame.text = f"Call {PHONE}, card {CARD}, {IBAN}"
    deck.core_properties.author = NAME
    target = io.BytesIO()
    deck.save(target)
    return target.getvalue()


def _pdf() -> bytes:
    shown = "".join(f"({line}) Tj 0 -16 Td " for line in SENTENCES)
    stream = zlib.compress(f"BT /F1 11 Tf 60 760 Td {shown} ET".encode())
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[4 0 R]/Count 1>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 5 0 R/Annots[6 0 R]"
        b"/Resources<</Font<</F1 3 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(stream), stream),
        f"<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/T({NAME})/Contents(ask {EMAIL})>>".encode(),
        f"<</Author({NAME})/Title(Letter to {EMAIL})>>".encode(),
    ]  # fmt: skip
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (
        len(objects) + 1, b"".join(b"%010d 00000 n \n" % place for place in places),
    )  # fmt: skip
    out += b"trailer<</Size %d/Root 1 0 R/Info 7 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return bytes(out)


def _mail() -> bytes:
    mail = EmailMessage()
    mail["From"] = f"{NAME} <{EMAIL}>"
    mail["To"] = f'"{LAST}, {FIRST}" <{EMAIL}>'
    mail["Subject"] = f"Grüße von {NAME}, {PHONE}"
    mail["X-Customer"] = SSN
    mail["DKIM-Signature"] = f"v=1; d=example.org; i={EMAIL}"
    mail.set_content("\n".join(SENTENCES) + "\nGrüße\n", cte="base64")
    mail.add_alternative(_html().decode(), subtype="html", cte="quoted-printable")
    kinds = {"table.csv": ("text", "csv"), "data.json": ("application", "json"), "page.xml": ("application", "xml")}
    for name, (main, sub) in kinds.items():
        mail.add_attachment(_MAKERS[name](), maintype=main, subtype=sub, filename=f"{NAME} {name}")
    for name in ("letter.docx", "table.xlsx"):
        with contextlib.suppress(ImportError):
            mail.add_attachment(_MAKERS[name](), maintype="application", subtype="octet-stream", filename=name)
    inner = EmailMessage()
    inner["From"] = EMAIL
    inner.set_content(SENTENCES[3])
    mail.add_attachment(inner)
    mail.add_attachment(b"\0\1\2" + EMAIL.encode(), maintype="application", subtype="x-unknown", filename=f"{EMAIL}.a")
    return mail.as_bytes()


def _parquet() -> bytes:
    arrow, parquet = importlib.import_module("pyarrow"), importlib.import_module("pyarrow.parquet")
    head, row = _table()
    target = io.BytesIO()
    parquet.write_table(arrow.table({name: [value] for name, value in zip(head, row, strict=True)}), target)
    return target.getvalue()


def _zstd() -> bytes:
    compressed: bytes = importlib.import_module("zstandard").compress(_jsonl())
    return compressed


_MAKERS: dict[str, Callable[[], bytes]] = {
    "letter.txt": _text, "letter.md": _markdown, "service.log": _log, "table.csv": _csv,
    "table.tsv": lambda: _csv("\t"), "data.json": _json, "data.jsonl": _jsonl, "data.yaml": _yaml, "page.html": _html,
    "page.xml": _xml, "mail.eml": _mail, "letter.docx": _letter, "table.xlsx": _workbook, "slides.pptx": _slides,
    "letter.pdf": _pdf, "table.parquet": _parquet, "utf16.txt": lambda: "\n".join(SENTENCES).encode("utf-16"),
    "letter.txt.gz": lambda: gzip.compress(_text()), "data.jsonl.zst": _zstd,
}  # fmt: skip


# --- what is searched -----------------------------------------------------------------------------------------------


def fold(text: str) -> str:
    """Return the letters and digits of a text, without case, width and accents."""
    return _NO_LETTER.sub("", unicodedata.normalize("NFKD", text).casefold())


def left_over(name: str, data: bytes) -> list[str]:
    """Return the types of the planted values that a file still holds, in whatever spelling."""
    wanted = {type_: fold(value) for type_, value in PLANTED.items()} | {"PERSON, a part": fold(LAST)}
    # The domain of the address holds the name: what is left of it is told as a part of both.
    found = {type_ for text in readings(data) for type_, value in wanted.items() if value in text}
    return sorted(found)


def readings(data: bytes) -> Iterator[str]:
    """Yield all that a file can be read as, folded: itself, what is packed in it, and each with its spelling undone."""
    blobs: set[bytes] = set()
    for blob in _unpacked(data, 0):
        if blob in blobs:
            continue
        blobs.add(blob)
        texts = {blob.decode("utf-8", "replace")}
        if not blob.isascii():
            texts.add(blob.decode("cp1252", "replace"))
        if blob.count(0) > len(blob) // 10:
            texts |= {blob.decode("utf-16-le", "replace"), blob.decode("utf-16-be", "replace")}
        spelled = {undo(text) for text in texts for undo in (str, html.unescape, unquote, _unescaped, _hexed)}
        spelled |= {re.sub(r"<[^<>]*>", "", html.unescape(text)) for text in spelled if "<" in text}
        yield from {fold(text) for text in spelled}


def _unescaped(text: str) -> str:
    return re.sub(r"\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})", lambda match: chr(int(match[1] or match[2], 16)), text)


def _hexed(text: str) -> str:
    return re.sub(r"\\([0-9a-fA-F]{2}) ?", lambda match: chr(int(match[1], 16)), text)


_NO_LETTER = re.compile(r"[\W_]+")
_BASE64 = re.compile(rb"(?:[A-Za-z0-9+/]{4}[\r\n]*){3,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")


def _unpacked(data: bytes, depth: int) -> Iterator[bytes]:
    yield data
    if depth > 6:
        return
    inner: list[bytes] = []
    if data.startswith(b"PK\x03\x04"):
        with contextlib.suppress(zipfile.BadZipFile), zipfile.ZipFile(io.BytesIO(data)) as archive:
            inner += [archive.read(name) for name in archive.namelist()]
    elif data.startswith(b"\x1f\x8b"):
        inner.append(gzip.decompress(data))
    elif data.startswith(b"\x28\xb5\x2f\xfd"):
        inner.append(importlib.import_module("zstandard").ZstdDecompressor().decompressobj().decompress(data))
    elif data.startswith(b"PAR1"):
        table = importlib.import_module("pyarrow.parquet").read_table(io.BytesIO(data))
        inner.append(json.dumps(table.to_pydict(), default=str).encode() + str(table.schema).encode())
    else:
        if re.match(rb"[A-Za-z-]+: ", data):
            message = email.message_from_bytes(data, policy=email.policy.default)
            parts = [part for part in message.walk() if not part.is_multipart()]
            inner += [payload for part in parts if isinstance(payload := part.get_payload(decode=True), bytes)]
            inner.append(
                "\n".join(str(value) for part in message.walk() for value in part.values()).encode("utf-8", "replace")
            )
        if b"=\n" in data or b"=\r\n" in data or b"=3D" in data:
            inner.append(quopri.decodestring(data))
        for match in _BASE64.finditer(data) if data.count(0) == 0 else ():
            decoded = base64.b64decode(re.sub(rb"[\r\n]", b"", match[0]) + b"===", validate=False)
            if len(decoded) > 8:
                inner.append(decoded)
    for each in inner:
        yield from _unpacked(each, depth + 1)


# --- the run --------------------------------------------------------------------------------------------------------


#: Further spellings that are planted.
_OTHERWISE = {"PERSON": {f"{LAST}, {FIRST}"}, "PHONE_NUMBER": {"2125550142"}}


def run(folder: Path, *, model: str) -> dict[str, Any]:
    """Make the folder, redact it, search it; ``model`` "none" goes with a deny list of the planted values."""
    before, after = folder / "before", folder / "after"
    left_out = make(before)
    command = [
        sys.executable,
        "-m",
        "deckname",
        "redact",
        str(before),
        "-o",
        str(after),
        "--model",
        model,
        "--workers",
        "1",
    ]
    if model == "none":
        for type_, value in PLANTED.items():
            listed = folder / f"{type_}.txt"
            spellings = {value, value.replace(" ", ""), value.replace("-", "")}
            spellings |= _OTHERWISE.get(type_, set())
            listed.write_text("\n".join(sorted(spellings)) + "\n", encoding="utf-8")
            command += ["--deny", f"{type_}={listed}"]
    begun = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    seconds = round(time.perf_counter() - begun, 2)
    files: dict[str, Any] = {}
    for path in sorted(before.iterdir()):
        written = next((after / name for name in (path.name, f"{path.name}.txt") if (after / name).exists()), None)
        files[path.name] = {
            "planted": left_over(path.name, path.read_bytes()),
            "left": left_over(path.name, written.read_bytes()) if written else "not written",
            "bytes": path.stat().st_size,
        }
    return {
        "model": model, "exit_code": done.returncode, "seconds": seconds, "python": platform.python_version(),
        "said": [line for line in done.stderr.splitlines() if " found (" in line], "left_out": left_out, "files": files,
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True, help="the folder, which must not exist yet")
    parser.add_argument("--model", default="none")
    parser.add_argument("--results", type=Path, help="where the JSON goes; standard output without it")
    arguments = parser.parse_args()
    if arguments.out.exists():
        parser.error("--out exists already")
    result = json.dumps(run(arguments.out, model=arguments.model), indent=2) + "\n"
    if arguments.results:
        arguments.results.write_text(result, encoding="utf-8")
    else:
        print(result, end="")


if __name__ == "__main__":
    main()
