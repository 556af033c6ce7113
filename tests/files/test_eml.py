# ruff: noqa: E501 (markup reads better uncut)

import base64
import email
import email.policy
import quopri
import time
from email.message import EmailMessage
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckname.errors import InvalidRequest
from deckname.files.eml import Eml
from deckname.policy import Policy
from tests.files.driving import batches, redacted, unchanged


def _redacted(mail: str | bytes, **options: Any) -> bytes:
    return redacted(Eml(**options), mail.encode() if isinstance(mail, str) else mail)


def _parsed(mail: bytes) -> EmailMessage:
    message = email.message_from_bytes(mail, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    assert not any(part.defects for part in message.walk())
    return message


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("From: John Smith <john@x.org>", 'From: "<PERSON>" <"<EMAIL_ADDRESS>"@redacted.invalid>'),
        ('To: "Smith, Jo" <john@x.org>, bob@x.org', 'To: "<PERSON>" <"<EMAIL_ADDRESS>"@redacted.invalid>, "<EMAIL_ADDRESS>"@redacted.invalid'),
        ("Cc: Whoever It Is <john@x.org>", 'Cc: "<PERSON>" <"<EMAIL_ADDRESS>"@redacted.invalid>'),
        ("Cc:\n =?utf-8?q?Zo=C3=AB_?=\n =?utf-8?q?M=C3=BCller?= <a@b>", f"Cc:\n =?utf-8?B?{base64.b64encode(b'<PERSON>').decode()}?= <a@b>"),
        ("Subject: John\n Smith, 536-90-4399", "Subject: <PERSON>, <US_SSN>"),
        ("Subject: =?iso-8859-1?b?am9obkB4Lm9yZw==?=", f"Subject: =?utf-8?B?{base64.b64encode(b'<EMAIL_ADDRESS>').decode()}?="),
        ("Received: from x by y for <john@x.org>; now", "Received: from x by y for <<EMAIL_ADDRESS>>; now"),
        ("Message-ID: <john@x.org>", 'Message-ID: <"<EMAIL_ADDRESS>"@redacted.invalid>'),
        ("X-Any: john@x.org", "X-Any: <EMAIL_ADDRESS>"),
        ("X-5550100199: 1", "X-PHONE_NUMBER: 1"),
        ('Content-Type: text/plain; name="John Smith"', 'Content-Type: text/plain; name="<PERSON>"'),
        ("Content-Type: text/plain; name*=utf-8''John%20Smith", "Content-Type: text/plain; name*=utf-8''%3CPERSON%3E"),
    ],
)  # fmt: skip
def test_headers_are_looked_through_and_stay_headers(header: str, expected: str) -> None:
    assert _redacted(f"{header}\n\nbody\n").decode() == f"{expected}\n\nbody\n"


def test_signatures_and_envelopes_of_mbox() -> None:
    mail = (
        "From john@x.org Tue Nov 24 15:00:00 2026\nDKIM-Signature: v=1;\n i=john@x.org\nARC-Seal: i=1\n"
        "Subject: a\n\nbody\n"
    )
    assert _redacted(mail) == b"From <EMAIL_ADDRESS> Tue Nov 24 15:00:00 2026\nSubject: a\n\nbody\n"


@pytest.mark.parametrize("coding", ["7bit", "8bit", "quoted-printable", "base64"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_bodies_keep_their_coding(coding: str, newline: str) -> None:
    text = f"Dear John Smith,{newline}{'ü' if coding != '7bit' else 'u'} john@x.org {'long ' * 30}{newline}"
    raw = text.encode()
    if coding == "quoted-printable":
        raw = quopri.encodestring(text.replace("\r\n", "\n").encode()).replace(b"\n", newline.encode())
    elif coding == "base64":
        raw = base64.encodebytes(raw).replace(b"\n", newline.encode())
    head = f"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: {coding}\n\n".replace("\n", newline)
    mail = head.encode() + raw
    assert unchanged(Eml(), mail) == mail
    written = _redacted(mail)
    assert written.startswith(head.encode())
    payload = email.message_from_bytes(written).get_payload(decode=True)
    assert isinstance(payload, bytes)
    expected = text.replace("John Smith", "<PERSON>").replace("john@x.org", "<EMAIL_ADDRESS>")
    assert payload.decode().splitlines() == expected.splitlines()


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "koi8-r", "iso-2022-jp", "utf-8", "us-ascii"])
def test_bodies_keep_their_character_set(charset: str) -> None:
    letters = {"koi8-r": "Вася", "iso-2022-jp": "日本", "us-ascii": "x"}.get(charset, "é")
    mail = f"Content-Type: text/plain; charset={charset}\n\n".encode() + f"{letters} john@x.org\n".encode(charset)
    end = f"{letters} <EMAIL_ADDRESS>\n".encode(charset)
    assert _redacted(mail.replace(b"\n\n", b"\nContent-Transfer-Encoding: 8bit\n\n", 1)).endswith(b"\n\n" + end)


def _message() -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Zoë Müller <zoe.m@x.org>"
    message["To"] = "bob@x.org"
    message["Subject"] = "Grüße von Zoë Müller"
    message.set_content("Hello ü, mail john@x.org or 5550100199\n")
    message.add_alternative("<p><b>John</b> Sm&#105;th</p>", subtype="html")
    message.add_attachment(b"badge,n\n12345,1\n", maintype="text", subtype="csv", filename="John Smith.csv")
    message.add_attachment(b'{"mail": "jo\\u0068n@x.org"}', maintype="application", subtype="json", filename="a.json")
    message.add_attachment(b"\x89PNG" + b"536-90-4399", maintype="image", subtype="png", filename="scan.png")
    message.add_attachment(
        b"\0\1\2 john@x.org", maintype="application", subtype="octet-stream", filename="john@x.org.bin"
    )
    inner = EmailMessage()
    inner["From"] = "john@x.org"
    inner.set_content("SSN 536-90-4399")
    message.add_attachment(inner)
    return message


@pytest.mark.parametrize("policy", [email.policy.SMTP, email.policy.default])
def test_every_part_of_a_mail_is_looked_through(policy: Any) -> None:
    mail = _message().as_bytes(policy=policy)
    written = _redacted(mail)
    message = _parsed(written)
    parts = [
        part.get_content() for part in message.walk() if part.get_content_maintype() in ("text", "application", "image")
    ]
    parts = [part if isinstance(part, bytes) else part.replace("\r\n", "\n") for part in parts]
    assert parts[0] == "Hello ü, mail <EMAIL_ADDRESS> or <PHONE_NUMBER>\n"
    assert parts[1] == "<p><b>&lt;PERSON&gt;</b></p>\n"
    assert parts[2] == "badge,n\n<ID_NUMBER>,1\n"
    assert parts[3] == b'{"mail": "<EMAIL_ADDRESS>"}'
    assert parts[4].startswith(b"\x89PNG\r\n")
    assert parts[5].strip() == "[application/octet-stream: removed, since it could not be looked through]"
    assert parts[6].strip() == "SSN <US_SSN>"
    assert message["Subject"] == "Grüße von <PERSON>"
    assert [part.get_filename() for part in message.walk() if part.get_filename()] == [
        "<PERSON>.csv",
        "a.json",
        "scan.png",
    ]
    everything = written + b"".join(p if isinstance(p, bytes) else p.encode() for p in parts)
    for planted in (b"john@", b"536-90", b"5550100199", b"Smith", "Müller".encode()):
        assert planted not in everything
    assert redacted(Eml(), written) == written  # again, and nothing changes


def test_the_report_is_told_what_was_removed() -> None:
    (batch,) = batches(Eml(), _message().as_bytes())
    assert batch.notes == ("part 4: a picture was blanked", "part 5, application/octet-stream: removed")


def test_what_cannot_be_looked_through_may_refuse_the_mail() -> None:
    mail = _message().as_bytes()
    with pytest.raises(InvalidRequest, match="part 5: an attachment that cannot be looked through"):
        _redacted(mail, attachments="refuse")
    with pytest.raises(InvalidRequest, match="part 4: a picture"):
        _redacted(mail, images="refuse")
    scan = [part for part in _parsed(_redacted(mail, images="keep")).walk() if part.get_content_type() == "image/png"]
    assert scan[0].get_content() == b"\x89PNG536-90-4399"


@pytest.mark.parametrize(
    ("kind", "problem"),
    [
        ('multipart/encrypted; boundary="b"', "mail: encrypted"),
        ("application/pkcs7-mime; smime-type=enveloped-data", "mail: encrypted"),
        ("multipart/mixed", "mail: parts without a boundary"),
        ('multipart/mixed; boundary="b"', "mail: its parts are missing"),
    ],
)
def test_mails_that_hide_their_text_are_refused(kind: str, problem: str) -> None:
    with pytest.raises(InvalidRequest) as caught:
        _redacted(f"Content-Type: {kind}\n\nJohn Smith\n")
    assert str(caught.value).startswith(problem)
    assert "John" not in str(caught.value)
    assert caught.value.__context__ is None


@pytest.mark.parametrize("content", [b"", b"John Smith\n", b"\x00\x01", b"Subject: a\nJohn Smith\n\nbody"])
def test_what_is_no_mail_is_refused(content: bytes) -> None:
    with pytest.raises(InvalidRequest) as caught:
        _redacted(content)
    assert "John" not in str(caught.value)


def test_text_around_the_parts_and_parts_without_an_end() -> None:
    mail = (
        'Content-Type: multipart/mixed; boundary="b"\n\njohn@x.org before\n--b\n\njohn@x.org\n--b\n\n'
        "john@x.org, and no end\n"
    )
    assert b"john" not in _redacted(mail)
    closed = mail + "--b--\njohn@x.org behind\n"
    assert _redacted(closed).count(b"<EMAIL_ADDRESS>") == 4
    assert unchanged(Eml(), closed.encode()) == closed.encode()


def test_a_boundary_that_holds_a_value_is_replaced_everywhere() -> None:
    mail = 'Content-Type: multipart/mixed;\n boundary="x5550100199"\n\n--x5550100199\n\nhello\n--x5550100199--\n'
    written = _redacted(mail)
    assert b"5550100199" not in written
    assert [part.get_content_type() for part in _parsed(written).walk()] == ["multipart/mixed", "text/plain"]


def test_a_uuencoded_file_in_a_text_is_not_passed_on() -> None:
    mail = "Subject: a\n\nsee\nbegin 644 a.txt\n#86%A\n`\nend\n"
    assert _redacted(mail).endswith(b"[text/plain: removed, since it could not be looked through]\n")


@pytest.mark.parametrize("body", ["{\\rtf1 J\\'6fhn}", "a\0b john@x.org"])
def test_texts_that_are_none_are_not_passed_on(body: str) -> None:
    assert b"removed, since it could not be looked through" in _redacted(f"Subject: a\n\n{body}\n")


def test_folded_lines_of_cards_are_one() -> None:
    mail = "Content-Type: text/vcard\n\nBEGIN:VCARD\nEMAIL:john@\n x.org\nEND:VCARD\n"
    assert _redacted(mail).endswith(b"EMAIL:<EMAIL_ADDRESS>\nEND:VCARD\n")


def test_a_replacement_cannot_begin_a_header() -> None:
    policy = Policy.model_validate({"default": {"op": "replace", "with": 'a"\r\nBcc: x@y\r\n\r\n<b>"\\'}})
    mail = 'From: John Smith <john@x.org>\nTo: "John Smith" <a@b>\nSubject: John Smith\nX-Name: "John Smith"\n\nbody\n'
    message = email.message_from_bytes(redacted(Eml(), mail.encode(), policy=policy))
    assert message.keys() == ["From", "To", "Subject", "X-Name"]
    assert message.get_payload() == "body\n"


_soup = st.lists(
    st.sampled_from(
        ["a: b\n", "Subject: x\n", " folded\n", "\n", "\r\n", "--b\n", "--b--\n", "text", "=?utf-8?q?a?=", "ü", '"', "<", ">",
         "Content-Type: text/html\n", "Content-Transfer-Encoding: base64\n", "YQ==\n", "From: x <y>\n", " 536-90-4399 "]
    ),
    max_size=20,
).map("".join)  # fmt: skip


@settings(max_examples=60)
@given(_soup, st.booleans())
def test_what_holds_nothing_comes_back_byte_for_byte_and_nothing_is_hidden(soup: str, many: bool) -> None:
    mail = ("Content-Type: multipart/mixed; boundary=b\n" if many else "X: y\n") + soup
    try:
        same = unchanged(Eml(), mail.encode()).decode()
        assert same == mail or "removed, since it could not be looked through" in same
        left = _redacted(mail)
    except InvalidRequest:
        return
    assert b"536-90-4399" not in left


@pytest.mark.parametrize(
    "mail",
    ["Subject: " + "=?utf-8?q?a?= " * 3_000, "From: " + "a" * 200_000, "From: " + '"<,' * 30_000, "X: y\n" * 5_000,
     "Content-Type: text/plain" + ";a=" * 30_000, 'Content-Type: x/y;a="' + "\\" * 200_000, "Subject: " + "=?" * 200_000,
     "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n" * 500, "From: " + "=?utf-8?b?!?= <" * 5_000],
    ids=lambda mail: mail[:12],
)  # fmt: skip
def test_hostile_mails_take_linear_time(mail: str) -> None:
    began = time.monotonic()
    assert unchanged(Eml(), mail.encode()) == mail.encode()
    assert time.monotonic() - began < 20


def test_parts_in_parts_in_parts_are_refused() -> None:
    mail = "Subject: x\n\nbody\n"
    for _ in range(40):
        mail = f"Content-Type: message/rfc822\n\n{mail}"
    with pytest.raises(InvalidRequest, match="too many parts, or they lie too deep"):
        batches(Eml(), mail.encode())
