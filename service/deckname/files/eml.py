"""Mails (RFC 5322, MIME): headers, texts in every encoding, and attachments by their own formats.

The structure is kept: boundaries, transfer encodings and character sets stay, and what holds nothing stays byte for
byte. Signatures (DKIM, ARC) are dropped with the text that they vouched for: they hold no longer, and carry addresses.
Encrypted and S/MIME-signed mails are refused. An attachment that cannot be looked through is replaced by a note that
says what kind it was; pictures become blank ones.
"""

from __future__ import annotations

import base64
import binascii
import codecs
import quopri
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from email.header import decode_header
from functools import partial
from typing import BinaryIO, Literal
from urllib.parse import quote

from deckname.errors import DecknameError, InvalidRequest, UnsupportedFile
from deckname.files import blank, html, nested, office
from deckname.files.encoding import encoded
from deckname.files.format import Batch
from deckname.files.markup import decoded, names_of, percent_decoded
from deckname.files.nodes import Layer, Node, View, combined, edits_of, joined, splice, verbatim
from deckname.files.whole import read
from deckname.redact import Redacted

#: Headers that vouch for what is no longer there.
_DROPPED = re.compile(
    rb"(?:dkim-signature|domainkey-signature|x-google-dkim-signature|arc-[\w-]+|x-gm-message-state|x-gm-gg|"
    rb"x-google-smtp-source|x-ms-exchange-[\w-]+|x-microsoft-antispam[\w-]*|x-forefront-[\w-]+|autocrypt|openpgp|"
    rb"x-face|face|bimi-[\w-]+|x-received-spf-[\w-]+|content-md5|x-mozilla-[\w-]+)\s*:",
    re.IGNORECASE,
)
_ADDRESSES = names_of(
    """
    from to cc bcc reply-to sender return-path resent-from resent-to resent-cc resent-bcc resent-sender
    delivered-to x-original-to disposition-notification-to errors-to mail-followup-to
    """
)
_PERSONAL = frozenset(("from", "to", "cc", "bcc", "reply-to", "sender", "resent-from", "resent-to", "resent-cc"))
_HEADER = re.compile(rb"(?:[!-9;-~]+[ \t]*:[^\n]*(?:\n|\Z)(?:[ \t][^\n]*(?:\n|\Z))*|From [^\n]*(?:\n|\Z))")
_WORD = re.compile(r"=\?[\w.*+-]+\?[bBqQ]\?[^?\s]*\?=")
_BETWEEN = re.compile(r"\s+(?==\?[\w.*+-]+\?[bBqQ]\?)")
_FOLD = re.compile(r"\r?\n[ \t]+|\r?\n")
_PARAMETER = re.compile(r""";\s*([\w!#$%&'*+.^`{|}~-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]*))""", re.DOTALL)
_UUENCODED = re.compile(r"^begin [0-7]{3,4} .*\n[ -`]{2,}$", re.MULTILINE)
#: Codecs that are no character sets, or ways to smuggle.
_NO_CHARSETS = frozenset(("utf-7", "idna", "punycode", "unicode_escape", "raw-unicode-escape", "undefined", "utf-16"))
_CARDS = frozenset(("text/vcard", "text/x-vcard", "text/directory", "text/calendar"))
_NOTHING = re.compile(r"(?!)")
_FOLDED_CARD = re.compile(r"\r?\n[ \t]")
_NOWHERE = re.compile(r'"@redacted\.invalid')
_FILE_NAME = re.compile(r"""name\*?=\s*"?([^";]+)""", re.IGNORECASE)
_ENCRYPTED = frozenset(("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"))
_SIGNATURES = frozenset(("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"))
_PARTS = 2_000
_DEPTH = 30
_LONGEST = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Eml:
    """A mail; ``images`` says what becomes of pictures ("blank", "keep", "refuse"), ``attachments`` of what cannot be
    looked through: "note" puts a line of text in its place, "refuse" refuses the mail.
    """

    images: blank.Images = "blank"
    attachments: Literal["note", "refuse"] = "note"

    def read(self, source: BinaryIO) -> Iterator[Batch]:
        """Yield the mail as one batch."""
        data = read(source)
        if not _HEADER.match(data.removeprefix(b"\xef\xbb\xbf")):
            raise InvalidRequest("this is no mail: it does not begin with a header")
        yield _Mail(self).part(data, "mail", 0)


@dataclass(slots=True)
class _Boundary:
    """The line between parts; one that looks like personal data is replaced, in the header and in the lines."""

    old: str = field(repr=False)
    number: int
    new: str = field(default="", repr=False)

    def replaced(self, redacted: str) -> str:
        self.new = f"=_redacted_{self.number}"
        return self.new

    def marker(self, line: bytes) -> Batch:
        return Batch((), partial(self._line, line))

    def _line(self, line: bytes, redacted: Sequence[Redacted]) -> bytes:
        return line.replace(self.old.encode(), self.new.encode()) if self.new else line


@dataclass(slots=True)
class _Mail:
    options: Eml
    parts: int = 0

    def part(self, data: bytes, place: str, depth: int, *, digest: bool = False) -> Batch:
        """Return a part, headers and body, as one batch."""
        self.parts += 1
        if self.parts > _PARTS or depth > _DEPTH:
            raise UnsupportedFile("the mail has too many parts, or they lie too deep")
        headers, gap, body = _split(data)
        fields = [match[0] for match in _HEADER.finditer(headers)]
        if b"".join(fields) != headers:
            raise InvalidRequest(f"{place}: a header that is none")
        kept = [each for each in fields if not _DROPPED.match(each)]
        values = {_name(each): _unfolded(each) for each in reversed(kept)}
        kind, parameters = _content_type(values.get("content-type", ""), digest)
        if kind in _ENCRYPTED:
            raise UnsupportedFile(
                f"{place}: encrypted, or signed so that its text is hidden; save the mail in the clear"
            )
        boundary = _Boundary(parameters.get("boundary", ""), self.parts) if kind.startswith("multipart/") else None
        text = combined([_header(each, place, boundary) for each in kept])
        after = _fixed(gap)
        if boundary:
            inner = self._multipart(body, boundary, place, depth, digest=kind == "multipart/digest")
            return combined([text, after, inner])
        coding = values.get("content-transfer-encoding", "7bit").strip().lower()
        name = _filename(values, parameters)
        inner_or_none = self._body(body, kind, parameters, coding, name, place, depth)
        if inner_or_none is not None:
            return combined([text, after, inner_or_none])
        if self.options.attachments == "refuse":
            raise UnsupportedFile(f"{place}: an attachment that cannot be looked through")
        others = combined([_header(each, place, None) for each in kept if not _name(each).startswith("content-")])
        shown = _shown(kind)
        note = Batch((), _fixed(_note(shown, gap, body, kept)).render, (f"{place}, {shown}: removed",))
        return combined([others, note])

    def _multipart(self, body: bytes, boundary: _Boundary, place: str, depth: int, *, digest: bool) -> Batch:
        if not boundary.old:
            raise InvalidRequest(f"{place}: parts without a boundary between them")
        line_of = re.escape(boundary.old.encode("utf-8", "replace"))
        marker = re.compile(rb"(?:\A|(?<=\n))--" + line_of + rb"(--)?[ \t]*(?:\r?\n|\Z)")
        batches: list[Batch] = []
        done = at = 0
        number = 0
        open_ = False
        for match in marker.finditer(body):
            if at:
                end = match.start()
                line = 2 if body[:end].endswith(b"\r\n") else 1  # the line break before a boundary is the boundary's
                end = max(at, end - line)
                number += 1
                where = f"part {number}" if place == "mail" else f"{place}.{number}"
                batches.append(self.part(body[at:end], where, depth + 1, digest=digest))
                done = end
            elif match.start():
                batches.append(_plain(body[: match.start()], place))
                done = match.start()
            batches.append(boundary.marker(body[done : match.end()]))
            done = at = match.end()
            open_ = not match[1]
            if match[1]:
                break
        if not at:
            raise InvalidRequest(f"{place}: its parts are missing")
        if open_ and done < len(body):
            batches.append(self.part(body[done:], f"{place}, last part", depth + 1, digest=digest))
        elif done < len(body):
            batches.append(_plain(body[done:], place))
        return combined(batches)

    def _body(
        self, body: bytes, kind: str, parameters: dict[str, str], coding: str, name: str, place: str, depth: int
    ) -> Batch | None:
        """Return the batch of a body; None where it cannot be looked through."""
        if kind in _SIGNATURES:
            return None
        if kind == "message/rfc822" and coding in ("7bit", "8bit", "binary"):
            return self.part(body, place, depth + 1)
        content = _decoded(body, coding)
        if content is None:
            return None
        recode = partial(_recoded, body, content, coding)
        if kind.startswith("image/") and kind != "image/svg+xml":
            if self.options.images == "refuse":
                raise UnsupportedFile(f"{place}: a picture; allow pictures to be blanked or kept")
            picture = blank.picture(kind.partition("/")[2])
            if self.options.images == "keep":
                return _fixed(body)
            if picture is None:
                return None
            return Batch((), _fixed(recode(picture)).render, (f"{place}: a picture was blanked",))
        if kind.startswith(("text/", "message/")) and kind != "message/rfc822" and not _tabular(kind, name):
            return _text(content, kind, parameters.get("charset", ""), coding, place, recode, self.options.images)
        try:
            inner = (
                self.part(content, place, depth + 1)
                if kind == "message/rfc822"
                else nested.read(_named(kind, name), content, place, images=self.options.images)
            )
        except DecknameError:
            return None
        return Batch(inner.values, lambda redacted: recode(inner.render(redacted)), inner.notes)


def _split(data: bytes) -> tuple[bytes, bytes, bytes]:
    """Return headers, the empty line behind them, and the body."""
    if data.startswith((b"\r\n", b"\n")):
        size = 2 if data[0] == 13 else 1
        return b"", data[:size], data[size:]
    match = re.search(rb"(?<=\n)\r?\n", data)
    return (data, b"", b"") if match is None else (data[: match.start()], match[0], data[match.end() :])


def _name(header: bytes) -> str:
    return header.partition(b":")[0].strip().lower().decode("ascii", "replace")


def _unfolded(header: bytes) -> str:
    value = header.partition(b":")[2]
    try:
        text = value.decode()
    except UnicodeDecodeError:
        text = value.decode("cp1252", "replace")
    return _FOLD.sub(" ", text).strip()


def _content_type(value: str, digest: bool) -> tuple[str, dict[str, str]]:
    kind = value.partition(";")[0].strip().lower()
    parameters = {
        match[1].lower().rstrip("*"): re.sub(r"\\(.)", r"\1", match[2]) if match[2] is not None else match[3]
        for match in _PARAMETER.finditer(value)
    }
    return kind or ("message/rfc822" if digest else "text/plain"), parameters


def _filename(values: dict[str, str], parameters: dict[str, str]) -> str:
    disposition = _content_type(values.get("content-disposition", ""), False)[1]
    raw = disposition.get("filename") or parameters.get("name") or ""
    return _readable(raw)


def _words(raw: str) -> list[tuple[bytes | str, str | None]]:
    try:
        return list(decode_header(raw))
    except (ValueError, LookupError, binascii.Error):
        return [(raw, None)]


_ENDINGS = {
    "text/csv": ".csv", "text/tab-separated-values": ".tsv", "application/json": ".json", "application/pdf": ".pdf",
    "text/xml": ".xml", "application/xml": ".xml", "application/xhtml+xml": ".xhtml", "image/svg+xml": ".svg",
    "application/x-ndjson": ".jsonl", "application/yaml": ".yaml", "application/rtf": ".rtf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx",
}  # fmt: skip


def _named(kind: str, name: str) -> str:
    """Return a name that says the format: the media type's where it is a known one."""
    return f"attachment{_ENDINGS[kind]}" if kind in _ENDINGS else name


def _tabular(kind: str, name: str) -> bool:
    return kind in _ENDINGS or (
        kind == "text/plain" and name.lower().endswith((".csv", ".tsv", ".json", ".jsonl", ".xml"))
    )


# --- bodies ---------------------------------------------------------------------------------------------------------


def _decoded(body: bytes, coding: str) -> bytes | None:
    if coding in ("7bit", "8bit", "binary", ""):
        return body
    if coding == "quoted-printable":
        return quopri.decodestring(body)
    if coding != "base64":
        return None
    try:
        return base64.b64decode(re.sub(rb"[^A-Za-z0-9+/=]", b"", body))
    except binascii.Error:
        return None


def _recoded(body: bytes, before: bytes, coding: str, after: bytes) -> bytes:
    if after == before:
        return body
    newline = b"\r\n" if b"\r\n" in body else b"\n"
    if coding == "base64":
        lines = base64.encodebytes(after)
        lines = lines if body.endswith(b"\n") else lines.removesuffix(b"\n")
        return lines.replace(b"\n", newline)
    if coding == "quoted-printable":
        return quopri.encodestring(after.replace(b"\r\n", b"\n")).replace(b"\n", newline)
    if coding in ("7bit", ""):
        return bytes(each if each < 128 else 0x3F for each in after)
    return after


def _text(
    content: bytes,
    kind: str,
    charset: str,
    coding: str,
    place: str,
    recode: Callable[[bytes], bytes],
    images: blank.Images,
) -> Batch | None:
    """Return the batch of a text; None where its character set cannot be read."""
    encoding = _charset(charset, content)
    text = _characters(content, encoding)
    if text is None or "\0" in text or text.startswith("{\\rtf") or _UUENCODED.search(text):
        return None
    if kind in ("text/html", "text/x-amp-html"):
        layers = [layer for group in html.layers(text, images=images) for layer in group]
    else:
        pattern = _FOLDED_CARD if kind in _CARDS else _NOTHING
        layers = [joined([decoded(text, 0, len(text), pattern, lambda fold: "", verbatim)], place=place)]
    ascii_only = coding in ("7bit", "") and "".join(map(chr, range(128))).encode(encoding, "ignore") == bytes(
        range(128)
    )

    def render(redacted: Sequence[Redacted]) -> bytes:
        new = splice(text, edits_of(layers, redacted))
        if new == text:
            return recode(content)
        if kind == "text/html":
            return recode(new.encode("ascii" if ascii_only else encoding, "xmlcharrefreplace"))
        return recode(new.encode("ascii", "replace") if ascii_only else encoded(new, encoding))

    return Batch(tuple(value for layer in layers for value in layer.values()), render)


def _charset(charset: str, content: bytes) -> str:
    if charset.lower() in ("", "us-ascii", "ascii", "utf-8", "utf8", "iso-8859-1", "latin1", "unknown-8bit"):
        # It is often not what it says it is, and ASCII is a part of all of these.
        return "utf-8" if _characters(content, "utf-8") is not None else "latin-1"
    return charset


def _characters(content: bytes, charset: str) -> str | None:
    """Return the text of a body; None where it cannot be read."""
    try:
        codec = codecs.lookup(charset)
        return None if codec.name in _NO_CHARSETS else content.decode(codec.name)
    except (LookupError, UnicodeDecodeError):
        return None


def _fixed(data: bytes) -> Batch:
    return Batch((), lambda redacted: data)


def _plain(data: bytes, place: str) -> Batch:
    """Return the batch of what stands before and behind the parts, which no mail program shows."""
    text = data.decode("utf-8", "surrogateescape").encode("utf-8", "replace").decode()
    layers = [joined([Node(0, len(text), text)], place=place)]
    if not text.strip():
        return _fixed(data)
    return Batch(tuple(layers[0].values()), lambda redacted: splice(text, edits_of(layers, redacted)).encode())


def _shown(kind: str) -> str:
    return (
        kind if re.fullmatch(r"[a-z]{1,20}/[a-z0-9.+-]{1,80}", kind) and not re.search(r"\d{5}", kind) else "attachment"
    )


def _note(shown: str, gap: bytes, body: bytes, headers: Sequence[bytes]) -> bytes:
    """Return the part that stands for one that could not be looked through; its name goes too."""
    newline = b"\r\n" if (gap or body).find(b"\r\n") >= 0 or any(b"\r\n" in each for each in headers) else b"\n"
    lines = [
        b"Content-Type: text/plain; charset=us-ascii",
        b"Content-Disposition: inline",
        b"",
        f"[{shown}: removed, since it could not be looked through]".encode(),
    ]
    return newline.join(lines) + (newline if body.endswith(b"\n") else b"")


# --- headers --------------------------------------------------------------------------------------------------------


def _header(raw: bytes, place: str, boundary: _Boundary | None) -> Batch:
    """Return the batch of one header, its encoded words decoded (RFC 2047, RFC 2231)."""
    try:
        source = raw.decode()
        encoding = "utf-8"
    except UnicodeDecodeError:
        source = raw.decode("latin-1")
        encoding = "latin-1"
    if len(source) > _LONGEST:
        raise InvalidRequest(f"{place}: a header of more than {_LONGEST} characters")
    colon = 5 if source.startswith("From ") else source.find(":") + 1
    end = len(source.rstrip("\r\n"))
    name = "" if source.startswith("From ") else source[: colon - 1].strip()
    if not source[colon:end].strip():
        return _fixed(raw)
    layer = _header_layer(source, colon, end, name, place, boundary)
    layers = [layer, *_name_layers(source, name, place)]

    def render(redacted: Sequence[Redacted]) -> bytes:
        edits = edits_of(layers, redacted)
        return splice(source, edits).encode(encoding, "replace") if edits else raw

    return Batch(tuple(value for each in layers for value in each.values()), render)


def _name_layers(source: str, name: str, place: str) -> list[Layer]:
    return [joined([Node(0, len(name), name, _token)], place=place)] if re.search(r"\d{6}|@", name) else []


def _token(new: str, start: int, end: int) -> str:
    return re.sub(r"[^\w-]+", "", new) or "X-Redacted"


def _header_layer(source: str, start: int, end: int, name: str, place: str, boundary: _Boundary | None) -> Layer:
    address = name.lower() in _ADDRESSES or name.lower() in ("message-id", "in-reply-to", "references")
    nodes: list[Node] = []
    at = start
    pieces = [*_WORD.finditer(source, start, end)]
    if boundary and boundary.old and name.lower() == "content-type":
        pieces = [*re.compile(rf'(?<=boundary=){re.escape(boundary.old)}|(?<=boundary="){re.escape(boundary.old)}',
                              re.IGNORECASE).finditer(source, start, end)]  # fmt: skip
    for word in pieces:
        before = source[at : word.start()]
        if boundary and word[0] == boundary.old:
            nodes.append(_raw_node(source, at, word.start(), address))
            nodes.append(Node(word.start(), word.end(), word[0], whole=boundary.replaced))
        elif nodes and nodes[-1].whole is not None and before.isspace():  # white space between words is none of them
            nodes.append(Node(at, word.end(), _readable(word[0]), whole=partial(_encoded_word, before=before)))
        else:
            nodes.append(_raw_node(source, at, word.start(), address))
            nodes.append(Node(word.start(), word.end(), _readable(word[0]), whole=_encoded_word))
        at = word.end()
    if at < end:
        nodes.append(_raw_node(source, at, end, address))
    context = (name,)
    # What an address became before is no address again.
    text = _NOWHERE.sub(lambda match: " " * len(match[0]), "".join(each.text for each in nodes))
    views = [View(text, None, context)]
    percent = _parameters_view(nodes, text, context)
    if percent:
        views.append(percent)
    if name.lower() in _PERSONAL:
        views += _phrases(text)
    if name.lower() in ("content-type", "content-disposition"):
        for match in _FILE_NAME.finditer(text):  # read as words: Ada_Lovelace.CV.pdf
            views.append(View(re.sub(r"[_+.]", " ", match[1]), range(*match.span(1)), ("file name",)))
    return Layer(tuple(nodes), tuple(views), place)


def _readable(word: str) -> str:
    """Return the text of an encoded word; the word itself where it cannot be read."""
    try:
        return "".join(
            part.decode(charset or "ascii", "replace") if isinstance(part, bytes) else part
            for part, charset in _words(word)
        )
    except LookupError:
        return word


def _phrases(text: str) -> Iterator[View]:
    """Yield the names before addresses: whoever they are, they are somebody's."""
    done = 0
    at = text.find("<")
    while at >= 0:
        stop = len(text[done:at].rstrip()) + done
        if stop > done and text[stop - 1] == '"':
            start, stop = text.rfind('"', done, stop - 1) + 1, stop - 1
        else:
            start = max(text.rfind(character, done, stop) for character in '<>@,;:"') + 1
        start = max(start, done)
        start += len(text[start:stop]) - len(text[start:stop].lstrip())
        if start < stop and office.known_type(text[start:stop], "PERSON"):
            yield View(text[start:stop], range(start, stop), (), "PERSON")
        close = text.find(">", at)
        done = close + 1 if close >= 0 else at + 1
        at = text.find("<", done)


def _parameters_view(nodes: Sequence[Node], text: str, context: tuple[str, ...]) -> View | None:
    """Return the view of a header with the percent signs of its parameters decoded (RFC 2231: ``utf-8''J%C3%B6rg``)."""
    return percent_decoded(Node(0, len(text), text), context=context) if "*=" in text or "%" in text else None


def _raw_node(source: str, start: int, end: int, address: bool) -> Node:
    spell = partial(_in_address, source) if address else partial(_in_header, source)
    return decoded(source, start, end, _FOLD, lambda fold: " ", spell)


def _encoded_word(new: str, before: str = "") -> str:
    """Spell a text as encoded words of at most 75 characters (RFC 2047, 2)."""
    words: list[str] = []
    piece = b""
    for character in new:
        raw = character.encode("utf-8", "replace")
        if len(piece) + len(raw) > 42:
            words.append(base64.b64encode(piece).decode())
            piece = b""
        piece += raw
    words.append(base64.b64encode(piece).decode())
    return before + "\r\n ".join(f"=?utf-8?B?{word}?=" for word in words) if new else ""


def _in_header(source: str, new: str, start: int, end: int) -> str:
    """Spell a replacement in free text, or in the value of a parameter."""
    flat = " ".join(new.split())
    if source.count('"', 0, start) % 2:
        flat = flat.replace("\\", "\\\\").replace('"', '\\"')
    elif re.search(r"\*\d*\*?=[^;\s]*$", source[max(0, start - 300) : start]):
        return quote(flat)
    elif source[:start].endswith("="):
        return '"' + flat.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return flat if flat.isascii() else _encoded_word(flat).replace("\r\n", "")


def _in_address(source: str, new: str, start: int, end: int) -> str:
    """Spell a replacement among addresses: a quoted name, or an address that leads nowhere (RFC 2606, 2)."""
    flat = " ".join(new.split())
    escaped = flat.replace("\\", "\\\\").replace('"', '\\"')
    old = source[start:end]
    if "@" in old and not re.fullmatch(r"[\w.+-]+@[\w.-]+", flat):
        safe = escaped if flat.isascii() else "redacted"
        return f'"{safe}"@redacted.invalid'
    if source.count('"', 0, start) % 2:
        return escaped if flat.isascii() else "".join(each if ord(each) < 128 else "?" for each in escaped)
    if re.fullmatch(r"[\w.+ @-]*", flat, re.ASCII):
        return flat
    return f'"{escaped}"' if flat.isascii() else _encoded_word(flat).replace("\r\n", "")
