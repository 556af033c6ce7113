"""Passwords, accounts and secrets in code, settings and prose, and what stands where they would; versions, too.

All values are invented or published samples.
"""

from __future__ import annotations

import re
import time

import pytest

from deckname.detector import Detector, Options
from deckname.findings import Passage
from deckname.recognizers import discover, email, ip_address, password, secret, username
from deckname.recognizers.stand_ins import is_stand_in
from deckname.recognizers.versions import is_no_address

DETECTOR = Detector(discover())

FOUND = {
    "PASSWORD": [
        'password = "[[hunter2]]"',
        "password: '[[s3cr3t!]]',",
        "DB_PASSWORD=[[s3cr3t]]",
        "export PGPASSWORD=[[s3cr3t]]",
        "password = [[changeme]]",
        "password = [[sun_flower7]]",
        "const pass = '[[Tr0ub4dor]]'",
        "self.password = '[[correct-horse]]'",
        '{"username": "ada", "password": "[[hunter2]]"}',
        "postgresql://ada:[[pw1]]@db.example.com/x and redis://:[[s3cr3t]]@cache:6379",
        "ENV SMTP_PASS [[x]]".replace(" [[x]]", "=[[x1y2z3]]"),
        "Your temporary password ([[Grass98]]) will expire.",
        "Passwort lautet [[Sommer2024!]]",
        "DB_PASSWORD=[[%Circle99%San]]",
        "pass = [[.Care97.San]]",
        "Kennwort: [[&FTWiFMe4ew-#cGn]]",
        r'{"text": "password: [[hunter2]]\nUser: x"}',
    ],
    "USERNAME": [
        "username: [[ada_lovelace]]",
        "DB_USER=[[adal]]",
        "by :user:`[[adal]]`",
        "ftp://[[ada]]:s3cr3t@host",
        "Twitter handle: @[[ada_l]]; my handle is [[ada99]]",
        '"handle": "[[ada99]]"',
        "user=[[48213]] logged in",
    ],
    "SECRET": [
        "Authorization: Bearer [[abcdef0123456789]]",
        '{"clientSecret": "[[a1b2c3d4e5f6a7b8c9d0]]"}',
        "aws_secret_access_key = [[wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY]]",
        "API_TOKEN : '[[a1b2c3d4e5f6a7b8c9d0]]'",
    ],
    "IP_ADDRESS": [
        "server at [[203.0.113.9]]; version 2 on [[203.0.113.10]]",
        "updated DNS to [[203.0.113.9]], update sent to [[203.0.113.10]]",
        "BGP update from [[203.0.113.9]]",
        "ip.src==[[203.0.113.9]], nginx 1.18.0 on [[203.0.113.10]]",
        "[[fd00::2]], [[2001::5]] and the IPv6 address [[1::2]]",
        "ping -v [[203.0.113.9]]",
    ],
    "EMAIL_ADDRESS": [
        "[[ada@example.com]]:",
        "mail [[git@lists.example.org]]",
        "Ende [[ada@example.com]]. Then",
    ],
}

NOTHING = {
    "PASSWORD": [
        "base-passwd (3.5.1) unstable; passwd (1:4.13+dfsg1-1), a bug in update-passwd (#13765)",
        "password: str, password: bytes, password: Optional[str] = None, password: str | None",
        "password=None, password = null, password: true, password=undefined, password = ''",
        "password = get_password(), password = os.environ['X'], password = auth.password, password=config.db.password",
        "password=$PASSWORD, password=${PASS}, password={{ password }}, password=%s, password=%(pw)s, pwd=$(pass x)",
        "password=<password>, password=your_password, password: xxxxxx, password=PASSWORD, pass: ********, pass=...",
        "username, password = auth; user_password = index_info; self.first_pass = use_hidden_states",
        "https://user:pass@host, s3://access_key_id:secret_access_key@bucket, ftp://username:password@host",
        "const pass = new PassThrough(); multi-pass: First, two-pass: slow",
        "no password was supplied, the password is checked. username and password separated by a colon",
        "passphrase: 'sample', password: TODO, SMTP_PASS = '***PASSWORD***'",
        ': "${DB_PASSWORD:?DB_PASSWORD is not set}"',
    ],
    "USERNAME": [
        "username: bytes, username: str, user = os.environ['USER'], username = getpass.getuser()",
        "the file handle is closed; handle = state._handle; handle: PipeHandle | None; {'handle': handle}",
        "times: {\n  user: 252020,\n  nice: 0,\n  sys: 30340",
        "qemu-user:amd64, the user e.g. a guest, username (CVE-2024-52533), letzter Login: 12.02.2027",
        "ftp://username:password@host/path; http://user:pass@sub.example.com",
        'user=foo, user: "bar", logname: FIXME, db_user=db_user, username is given.',
    ],
    "SECRET": ["token = tokenizer.convert_tokens_to_ids(x1), token=${TOKEN_0123456789abcdef}, key: value"],
    "IP_ADDRESS": [
        "Standards-Version updated to 4.6.0.1. Debian Policy 4.4.1.1",
        "V8: Upgrade to 3.15.11.10; deps: update zlib to 1.3.0.1; upgrade to doxygen 1.8.1.2",
        "typing-extensions (>= 3.7.4.3, libxext-dev (>= 1:1.0.99.4), opencv==4.5.1.48",
        '__version__ = "3.5.0.1", {"version": "1.2.3.4"}',
        "Git v1.8.1.2 Release Notes. The fix for this in 1.8.1.1 had",
        "base-passwd (2.0.3.5) unstable; urgency=low",
        'd="M12 .297c18c0 1.52-.87 2.83-2.12 3.51.98.32 2.03.5 3.11.5"',
        "x[0::2], x[..., 1::2], string[1::2], in the year 2000::",
        "224.0.0.114, ffff:ffff:ffff:ffff::",
        "image: nginx:1.27.4.9, Aktenzeichen: 33.236.96.48",
    ],
    "EMAIL_ADDRESS": [
        "po/be@latin.po sr@Latn.po ca@valencia.mo",
        "getty@tty1.service, pg_dump@version-cluster.timer",
        "ssh://git@github.com/org/repo git@git.example.com:org/repo.git, rsync root@backup.example.com:/ .",
        "Message-ID: <54574397.4060000@mail.example.com>",
        "@mark < MAX && !@grant.nil?",
        "inputs @ self.weight.to(inputs)",
    ],
    "AGE": ["agent 47, page 42, alternative 3, ETA 3 Apr., 3 days, 2 years"],
}

HOSTILE = [
    "1.2.3.4 ", "1.2.", "1::2 ", "password = ", "user: ", "a_", "a, ", "://a:", "handle ", "age ", "9 year", "token: ",
    "1.2.3 1.2.3.4 ", "x@y.po ", "version to ",
]  # fmt: skip


def marked(text: str) -> tuple[str, list[str]]:
    """Return a text without its marks, and what they marked."""
    pieces = re.split(r"\[\[(.*?)\]\](?!\])", text, flags=re.DOTALL)
    return "".join(pieces), pieces[1::2]


def pairs(cases: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(type_, text) for type_, texts in cases.items() for text in texts]


def found_in(text: str, type_: str) -> list[str]:
    spans = DETECTOR.detect(text, options=Options(types=frozenset({type_}))).spans
    return [text[span.start : span.end] for span in spans if span.type == type_]


@pytest.mark.parametrize(("type_", "text"), pairs(FOUND))
def test_finds(type_: str, text: str) -> None:
    plain, values = marked(text)
    assert found_in(plain, type_) == values


@pytest.mark.parametrize(("type_", "text"), pairs(NOTHING))
def test_leaves_alone(type_: str, text: str) -> None:
    assert found_in(text, type_) == []


@pytest.mark.parametrize("value", ["secret123", "letmein", "hunter2", "P@ss.word1", "a-b-c", "Password!5", "geheim1"])
def test_a_value_is_no_stand_in(value: str) -> None:
    assert not is_stand_in(value)


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_is_linear_on_hostile_text(unit: str) -> None:
    passage = Passage((unit * 100_000)[:100_000])
    for module in (email, ip_address, password, secret, username):
        for recognizer in module.RECOGNIZERS:
            begin = time.process_time()
            assert not next(iter(recognizer.find([passage]))).warnings
            assert time.process_time() - begin < 2


def test_a_series_is_looked_for_in_bounded_text() -> None:
    text = "1.2.3.4 " + " " * 100_000 + "v1.2.3"
    assert not is_no_address(text, 0, 7)
