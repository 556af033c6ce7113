"""E-mail addresses: local part and domain.

RFC 5321 and RFC 5322: dot-atoms, plus-addresses, quoted local parts, address literals; international local parts (RFC
6531) and domains (RFC 5890); ``%40`` for the at sign, as in a query string. A host without a dot, or in a domain that
is none of the public ones, counts where the words around say "mail". A slash, an equals sign, a question mark, a bar or
a brace in a local part is lawful and, in text, ends another word ("to=a@b.example"): it is a part of the address only
in angle brackets, and right behind "e-mail address". No addresses: npm specifications, SSH remotes, retina images, the
password of a URL.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "Write to <ada+news@mail.example.co.uk>, or müller@bücher.example.")
['ada+news@mail.example.co.uk', 'müller@bücher.example']
>>> values(RECOGNIZERS, "inflight@1.0.6 git@github.com:org/repo logo@2x.png root@localhost")
[]
>>> values(RECOGNIZERS, '"john doe"@example.com, ada@[192.0.2.1], mailto:ada@xn--bcher-kva.xn--p1ai?a=b, ""@a.example')
['"john doe"@example.com', 'ada@[192.0.2.1]', 'ada@xn--bcher-kva.xn--p1ai', '""@a.example']
>>> values(RECOGNIZERS, "Return-Path: <bounce-1-ada=b.example@lists.example>, to=ada@b.example, <to=a@b.example")
['bounce-1-ada=b.example@lists.example', 'ada@b.example', 'a@b.example']
>>> values(RECOGNIZERS, "My e-mail address is ada|l/1@b.example, email=x/ada@b.example, email address: ada@b.example|x")
['ada|l/1@b.example', 'ada@b.example', 'ada@b.example']
>>> values(RECOGNIZERS, "mail: ada@host.corp-1, ada@host.x or ada@" + "a." * 99 + "example")[:2]
['ada@host.corp-1', 'ada@host.x']
>>> values(RECOGNIZERS, "ssh ada@host.corp-1, ada@host.x, ada@10.0.0.1")
[]
>>> values(RECOGNIZERS, "be@latin.po sr@latin.mo getty@tty1.service ssh://git@github.com/a Message-ID: <1@b.example>")
[]
>>> values(RECOGNIZERS, "rsync -a root@backup.example.com:/ . || !@grant.nil?, ada@b.example: yes")
['ada@b.example']
"""

from __future__ import annotations

import re
from ipaddress import ip_address

import regex

from deckname.findings import Passage
from deckname.pattern import is_named
from deckname.recognizers.candidates import Candidates, Found
from deckname.recognizers.url import TLDS
from deckname.text import lower

_CONTEXT = ("mail*", "e-mail*", "email*", "correo", "courriel", "posta elettronica", "kontakt", "contact")
_MAIL = ("mail", "e-mail", "email", "mailto")

# Without "/", "=", "?", "|" and braces: lawful, but in text they end a word ("to=a@b.example").
_LOCAL = regex.compile(r"(?r)[\p{L}\p{M}\p{N}!#$&'*+^_~%.\-]{1,120}+")
_QUOTED = re.compile(r'(?<![^\s<>(\[,;:=])"(?:[^"\\\n]|\\[^\n]){0,62}"\Z')
#: What ends a word before a local part that hangs on it: an ellipsis, an encoded space or bracket.
_EDGE = re.compile(r".*(?:\.\.|%(?:20|22|27|28|2C|3A|3C|3D|0A|0D))", re.IGNORECASE | re.DOTALL)
_LABEL = r"[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\-]{0,61}[\p{L}\p{M}\p{N}])?+"
#: What files end in, and no top-level domain but .py, where few have mail; units of systemd ("getty@tty1.service").
_PICTURE = (
    r"(?:png|jpe?g|gif|svg|webp|avif|ico|css|js|mjs|ts|tsx|json|html?|py|tgz|po|pot|gmo|txt|log|xml|ya?ml|toml|ini|cfg"
    r"|conf|lock|pdf|docx?|xlsx?|exe|dll|jar|deb|rpm|whl|iso|tar|gz|xz|bak|tmp|orig|patch|diff|php|cpp|hpp|rb"
    r"|service|socket|timer|mount|automount|swap|slice|scope)(?![\p{L}\p{N}\-]|\.[\p{L}\p{N}])"
)
#: Modifiers of locales (https://sourceware.org/git/?p=glibc.git;a=blob;f=localedata/SUPPORTED): "sr@latin.mo".
_LOCALE = re.compile(
    r"[a-z]{2,3}(?:_[a-z]{2})?(?:@|%40)(?:abegede|arab|boldquot|cyrillic|cyrl|devanagari|euro|ijekavian|iqtelif|latin"
    r"|latn|quot|saaho|shaw|valencia)\.[a-z]+",
    re.IGNORECASE,
)
# RFC 5322, section 3.6.4: identifiers of messages, which look like addresses.
_MESSAGE = re.compile(
    r"(?<![^\W_])(?:message-?id|msg-?id|in-reply-to|references)[\"']?[:=]\s{0,2}[\"']?<?\Z", re.IGNORECASE
)
_DOMAIN = regex.compile(
    rf"(?!\d{{1,3}}x\.{_PICTURE})(?:{_LABEL}\.){{1,126}}(?<!\.\d{{1,9}}\.)(?!{_PICTURE})"
    r"(?:\p{L}[\p{L}\p{M}]{1,23}|xn--[a-z\d\-]{2,58})(?![\p{L}\p{N}@]|_+[\p{L}\p{N}]|-+[\p{L}\p{N}])"
    r"(?!:(?:[\p{L}~][^\s]*)?/|\.\p{L}{2})",
    regex.IGNORECASE,
)
_LITERAL = re.compile(r"\[(?:IPv6:[0-9A-Fa-f:.]{2,45}|[0-9]{1,3}(?:\.[0-9]{1,3}){3})\]")
_HOST = regex.compile(
    r"(?!localhost)\p{L}[\p{L}\p{N}\-]{1,40}(?<=\p{L})(?![\p{L}\p{N}_@:/\-]|\.[\p{L}\p{N}])", regex.IGNORECASE
)
# "host.corp-1", "host.x": in no public domain.
_PRIVATE = regex.compile(
    rf"(?:{_LABEL}\.){{1,126}}(?<!\.\d{{1,9}}\.)(?!{_PICTURE})\p{{L}}[\p{{L}}\p{{N}}\-]{{0,62}}"
    r"(?<=[\p{L}\p{N}])(?![\p{L}\p{N}_@:/\-]|\.[\p{L}\p{N}])",
    regex.IGNORECASE,
)
_PLAIN = re.compile(r"(?!(?:root|git)\Z)[^\W_][\w.+\-]{0,63}\Z")
_SENTENCE = re.compile(r"(.+\.([a-z]{2,6}))\.[A-Z][a-z]+")
#: What JSON makes of a line break, or of an angle bracket, before an address.
_ESCAPED = re.compile(r"(?:u00[0-9A-Fa-f]{2}|[nrt])(?!$)")
_CALLED = re.compile(r"e-?mail[ \-]?(?:address|adresse)(?::| is:?| ist:?| lautet:?) \Z", re.IGNORECASE)
_PASSWORD = re.compile(r"://[^\s/@]{0,64}:\Z")
_FULL_LABEL = regex.compile(_LABEL)
_ATEXT = r"[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~\-]+"
_LOCAL_PART = regex.compile(rf'{_ATEXT}(?:\.{_ATEXT})*+|"(?:[^"\\\p{{Cc}}]|\\[ -~])*+"')


def is_email(value: str) -> bool:
    """Whether a value is an address by RFC 5321 and RFC 5322: lengths, dots, quotes, labels; the host needs a dot.

    >>> is_email("ada.l+x@mail.example.com"), is_email('"ada l"@example.com'), is_email("ada@[IPv6:2001:db8::1]")
    (True, True, True)
    >>> [is_email(value) for value in ("a..b@x.com", ".a@x.com", "a@-b.com", "a@b", "a@1.2", "a" * 65 + "@b.com")]
    [False, False, False, False, False, False]
    >>> is_email('""@example.com'), is_email('"a\\\\b"@example.com'), is_email('"a\\\\©"@example.com')
    (True, True, False)
    """
    local, at, domain = value.rpartition("@")
    if not at or not 0 < len(local.encode(errors="replace")) <= 64 or len(value) > 254:
        return False
    if not _LOCAL_PART.fullmatch(local):
        return False
    if domain.startswith("["):
        return _is_literal(domain)
    labels = domain.split(".")
    return len(labels) > 1 and not labels[-1].isdigit() and all(map(_FULL_LABEL.fullmatch, labels))


def _is_literal(domain: str) -> bool:
    try:
        ip_address(domain[1:-1].removeprefix("IPv6:"))
    except ValueError:
        return False
    return domain.endswith("]")


def _look(passage: Passage, match: re.Match[str]) -> Found | None:
    text, at, after = passage.text, match.start(), match.end()
    domain = _DOMAIN.match(text, after, min(len(text), after + 256)) or _LITERAL.match(text, after)
    host = None if domain else _HOST.match(text, after) or _PRIVATE.match(text, after)
    if not domain and not (host and match.group() == "@"):
        return None
    start = _start(text, at) if not domain else _whole(text, at, domain.end()) or _start(text, at)
    if start is None:
        return None
    if not domain:
        return _look_at_host(passage, start, at, host.end()) if host else None
    end = domain.end()
    if text[start] == "_" == text[end : end + 1]:  # emphasis
        start += 1
    sentence = _SENTENCE.fullmatch(domain.group())
    if sentence and sentence[2] in TLDS:  # "a@example.com.Then"
        end = after + sentence.end(1)
    if not is_email(f"{text[start:at]}@{text[after:end]}") or _is_other(text, start, at, end):
        return None
    named = is_named(passage, start, end, _CONTEXT)
    return start, end, 0.98 if named else 0.95, "pattern, context" if named else "pattern"


def _is_other(text: str, start: int, at: int, end: int) -> bool:
    """Whether what looks like an address names a message, a file in a language, or the account of a repository."""
    local = text[start:at]
    if local == "git" and (text[end : end + 1] == ":" or text[max(0, start - 3) : start] == "://"):
        return True
    if len(local) == 1 and not local.isalnum():  # "!@name.nil?", in Ruby
        return True
    return bool(_LOCALE.fullmatch(text, start, end) or _MESSAGE.search(text, max(0, start - 20), start))


def _whole(text: str, at: int, end: int) -> int:
    """Return where an address begins that angle brackets hold, or that is called so; 0 where there is none."""
    if text[end : end + 1] == ">":
        start = text.rfind("<", max(0, at - 66), at) + 1
    else:
        start = text.rfind(" ", max(0, at - 66), at) + 1
        start = start if start and _CALLED.search(text, max(0, start - 40), start) else 0
    return start if start and is_email(text[start:end]) else 0


def _start(text: str, at: int) -> int | None:
    """Return where the local part before an at sign begins; None where there is none."""
    if at and text[at - 1] == '"':
        quoted = _QUOTED.search(text, max(0, at - 64), at)
        return quoted.start() if quoted else None
    run = _LOCAL.match(text, max(0, at - 120), at)
    if not run:
        return None
    local = run.group()
    edge = _EDGE.match(local)
    local = local[edge.end() :] if edge else local
    local = local.lstrip(".'*^%-")
    start = at - len(local)
    before = text[start - 1] if start else " "
    if not local or (before.isalnum() and not edge) or before == "@":
        return None
    if before == ":" and _PASSWORD.search(text, max(0, start - 70), start):
        return None
    escaped = _ESCAPED.match(local) if before == "\\" else None
    return start + (escaped.end() if escaped else 0)


def _look_at_host(passage: Passage, start: int, at: int, end: int) -> Found | None:
    """Weigh "ada@intranet": nothing, but where the words around say "mail"."""
    text = passage.text
    near = "mail" in lower(text[max(0, start - 60) : start]) or "mail" in lower(text[end : end + 25])
    if not (near or passage.context) or not _PLAIN.match(text[start:at]):
        return None
    return (start, end, 0.6, "pattern, context") if is_named(passage, start, end, _MAIL) else None


RECOGNIZERS = (
    # At signs in a row, and words joined by them, are looked at by the expression alone.
    Candidates(type="EMAIL_ADDRESS", near=r"@(?<![\s@]@)(?=[^\W_][\w\-]*+(?!@)|\[)", look=_look),
    Candidates(type="EMAIL_ADDRESS", near=r"%40(?<![\s@]%40)(?=[^\W_])", look=_look),
)
