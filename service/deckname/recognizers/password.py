r"""Passwords and PINs: what stands after "password=", "Passwort lautet", "PIN", or in the user part of a URL.

Nothing where a sentence goes on ("the password is wrong"), nor what stands in for one: placeholders, types, variables
and calls in code. "base-passwd (3.6.1)" is a package with its version, "multi-pass" no pass word.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "password: hunter2, PIN 4711; DB_PASSWORD=s3cr3t redis://:p4ss@db; Kennwort (Rose1!)")
['hunter2', '4711', 's3cr3t', 'p4ss', 'Rose1!']
>>> values(RECOGNIZERS, "password: must have 8 characters, pwd=${PWD}, Password: ****, password=None, password: bytes")
[]
>>> values(RECOGNIZERS, "username, password = auth; base-passwd (3.6.1); http://user:pass@host, x://scott:tiger@db")
[]
>>> values(RECOGNIZERS, r"self.password = proxy_auth; a bug in passwd (#13765); {'text': 'pass: hunter2\nUser'}")
['hunter2']
"""

from __future__ import annotations

from deckname.pattern import Pattern
from deckname.recognizers.labelled import Hinted, Labelled
from deckname.recognizers.stand_ins import is_stand_in

_PROSE_WORDS = """
    a abgelaufen accepted already also always an and at authentication be been bitte by can cannot case-sensitive
    changed char confidential config correct darf empty encrypted env erforderlich expired falsch for forgot
    forgotten from geheim given hashed hidden hide ihr ihre in incorrect input invalid is ist ja known korrekt leer
    masked may missing muss must my necessary needed nein never nicht nil no not of on only optional or pass passwd
    passwort passwords password passphrase protected pwd redacted request required reset reused safe secret secure
    sent separated set settings should show shown sicher single-threaded soll still stored strong string strings
    taken the to too undefined ungültig unset used user valid vergessen was weak when where which will wird with
    wrong wurde yes your zu zurückgesetzt zurücksetzen ändern
"""
_PROSE = frozenset(_PROSE_WORDS.split())

#: What may follow a label: a sign, or a bracket around something with a digit that is no version.
SETS = (
    r"(?: \((?!(?:\d+:)?\d+(?:\.\d+)+[\w.+~:\-]*\)|#\d+[),])(?=[^\s()]{0,30}\d)"
    r"|[\"'`]?[ \t]{0,3}(?::=|=>|=|:)[ \t]{0,3}[\"'`]?)"
)
#: Or a verb.
SAYS = (
    r"(?: (?:for|für|zu|to) (?:(?:the|das|my|den|die) )?[\p{L}\-]{2,20})? (?:is|was|lautet|ist|war|est|es"
    r"|è)(?: (?:now|jetzt|:))?:? [\"'`]?"
)
#: The annotation of a name in code: "password: Password | None", "password: Password = x".
NO_TYPE = r"(?! \| None| = )"
#: A bare word that goes on with another is prose, unless what follows is the next field.
ALONE = (
    r"(?!(?<=[\s\"':]\p{Ll}{1,63})[ \t]+(?!(?:and|und|pass|pw|user|login|for|für|url|host|port|db"
    r"|[\p{L}_]{2,20}[:=])|[|\-(/]|$)[\p{L}])"
)
_PASSES = (
    "multi|one|two|three|single|first|second|third|next|last|final|forward|backward|by|high|low|band|all|num|render"
)
_PASS = (
    r"pass[ _\-]?words?|passw(?:or)?t|passwd|pwd?|passphrase|pass[ _\-]?code|kennwort|zugangscode|contraseña"
    r"|mot de passe|mdp|wachtwoord|senha"
    rf"|(?<!/)(?<!(?:{_PASSES})[_\-])(?-i:pass|PASS)"
    r"|wifi key|wlan[ \-]?(?:schlüssel|key|passwort)"
)
# Bare behind " = ": no target of an unpacking ("user, password = auth"), no variable with a name of several words.
_NO_CODE = (
    r"(?<!\w(?:,| =) \w{1,30} = |\$\{\w{1,40}:[?+]?|://\w{1,20}:)"
    r"(?!(?<=[\w\])] = )(?-i:_?[a-z]+(?:[._][a-z]+)*_[a-z._]+)(?![^\s,;)\]}]))"
)
#: The account of Oracle's sample schema, of which documentation is full.
NO_SAMPLE = "(?!scott:tiger@)"
#: "The password is checked."
NO_PARTICIPLE = (
    r"(?!(?<=\b(?:is|was) )(?-i:[a-z]{3,}ed|given|known|shown|taken|written|hidden)(?![\p{L}\p{N}_\-@#$%&*+=/]))"
)
# Up to a line end as JSON writes it.
_OPAQUE = r"(?:[^\s\"'`<>,;&\\]|\\(?![nr](?:\W|(?-i:[A-Z_])|$))|[,;&](?!\s|$|\w{1,20}=|[\"'])){3,64}(?<![.:)\]}])"
_HINTS = ("pass", "pwd", "pw", "kennwort", "zugangscode", "contraseña", "mdp", "wachtwoord", "senha", "wifi", "wlan")
_ENDS = ("password", "passwort", "passwd", "kennwort", "wachtwoord")


def is_password(value: str) -> bool:
    """Whether a value can be a password: no placeholder, no code, no word that goes on with a sentence.

    >>> is_password("hunter2"), is_password("changeme"), is_password("****"), is_password("required")
    (True, True, False, False)
    >>> is_password("os.environ['X']"), is_password("url_user_password"), is_password("Optional[str]")
    (False, False, False)
    """
    return value.lower().strip("-.,;") not in _PROSE and not is_stand_in(value)


RECOGNIZERS = (
    Labelled(
        type="PASSWORD",
        hints=_HINTS,
        label=(
            rf"(?:(?:{_PASS})(?:{SETS}|{SAYS}|$)|(?:password|passwort|kennwort"
            r"|pw) (?=[^\s,;]{0,30}[a-z][^\s,;]{0,30}\d|[^\s,;]{0,30}\d[^\s,;]{0,30}[a-z])"
            r"|(?<=(?:login|user|user ?name) (?!(?:and|or|und|oder|et|ou|y|o|e|en) )\S{2,40} )"
            r"(?:pw|pass|password|passwort) )"
        ),
        value=_NO_CODE + NO_PARTICIPLE + _OPAQUE + NO_TYPE + ALONE,
        number="",
        link="",
        whole=True,
        score=0.85,
        valid=is_password,
    ),
    # "PGPASSWORD=", "userPassword:", "Kundenkennwort:": the end of a longer word.
    Hinted(
        hints=_ENDS,
        before=42,
        after=90,
        pattern=Pattern(
            type="PASSWORD",
            regex=(
                rf"(?:{'|'.join(_ENDS)})(?<=\p{{L}}(?:{'|'.join(_ENDS)})){SETS}"
                rf"(?P<value>{_NO_CODE}{_OPAQUE}{NO_TYPE}{ALONE})(?![\p{{L}}\p{{N}}])"
            ),
            score=0.85,
            valid=is_password,
        ),
    ),
    Labelled(
        type="PASSWORD",
        hints=("^pin", "^puk", "^tan$", "^tanc", "^tann"),
        label=(
            r"(?-i:PIN|PUK|TAN)(?:[ \-]?(?:code|nummer|number|no\.?|nr\.?))?|pin[ \-]?code|(?<=(?:my|mein|meine"
            r"|your|ihre?|deine?|the) )pin"
        ),
        value=r"\d{4,8}(?![\-/.]\d)",
        number="",
        score=0.8,
    ),
    Hinted(
        hints=("://",),
        before=20,
        after=140,
        pattern=Pattern(
            type="PASSWORD",
            regex=(
                rf"://(?<=[a-z][a-z+\d]{{1,14}}://){NO_SAMPLE}"
                r"[^\s/:@\"']{0,60}:(?P<value>[^\s/\"'<>{}]{3,60})@(?=[\p{L}\d\[])"
                r"(?![^\s/]{0,60}@)"
            ),
            score=0.9,
            valid=is_password,
        ),
    ),
)
