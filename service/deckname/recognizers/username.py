"""Names of accounts: what stands after "username:", "user=", "Benutzername lautet", in logs, or in a URL.

Nothing where a sentence goes on, nor roles (root, admin), types and names in code, dates, versions; no file handles and
no processor times ("user: 252020, nice: 0").

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "username: ada.l, user=ada99; Twitter handle: @ada_l; ftp://ada:secret1@host")
['ada.l', 'ada99', 'ada_l', 'ada']
>>> values(RECOGNIZERS, "user=root, username: bytes, username = getpass.getuser(), handle is closed, username is given")
[]
>>> values(RECOGNIZERS, "letzter Login: 12.02.2027, the user e.g. a guest, qemu-user:amd64, db://scott:tiger@db")
[]
"""

from __future__ import annotations

import regex

from deckname.pattern import Pattern
from deckname.recognizers.labelled import Hinted, Labelled
from deckname.recognizers.password import ALONE, NO_PARTICIPLE, NO_SAMPLE, NO_TYPE, SAYS, SETS
from deckname.recognizers.stand_ins import is_stand_in

_ROLE_WORDS = """
    admin admin@localhost administrator and anmeldung anoncvs anonymous any apache as at backup benutzername bitte
    button by can cron ctx current current_user currentuser daemon default email error failed for form from git
    guest has here id identity in input is ist login may muss must my mysql name name.first nginx nil nobody not now
    object of on operator optional or page pass password passwort please postfix postgres request required required.
    root screen service session should sshd success successful system test text the to true ubuntu undefined unknown
    user username was when will wird with www-data your
"""
#: Debian's names for processors (https://wiki.debian.org/SupportedArchitectures), behind a package: "qemu-user:amd64".
_PROCESSORS = """
    all amd64 arm64 armel armhf hppa i386 ia64 loong64 m68k mips64el mipsel ppc64 ppc64el riscv64 s390x sparc64 x32
"""
_ROLES = frozenset((_ROLE_WORDS + _PROCESSORS).split())
# Abbreviations ("e.g"), dates and times, versions, numbers of vulnerabilities.
_NO_NAME = regex.compile(
    r"\p{L}(?:\.\p{L})+|\d{1,4}[.\-/]\d{1,2}[.\-/]\d{1,4}(?:t[\d:.]*)?|v?\d+(?:\.\d+)+|\d{1,3}|(?:cve|cwe|rfc|pep|gh)-?[\d\-]+",
    regex.IGNORECASE,
)

_USER = (
    r"user[ _\-]?names?|user[ _]?id|login(?<!(?:last|letzter|letztes|dernier|[uú]ltimo) login)(?:[ _\-]?(?:name|id))?"
    r"|benutzer(?:name|kennung|konto)?|nutzername|anmeldename|kennung|account[ _]name|nom d'utilisateur"
    r"|identifiant|nombre de usuario|usuario|nome utente|utente(?<!(?:n\.?º|número) de utente)|gebruikersnaam"
    r"|screen[ _]?name|logname|uname|nickname"
)
# A handle is one to a file, too, save with an at sign, or in a network or of somebody.
_HANDLE = (
    r"handle(?<![_\-]handle)(?:[\"'`]?[ \t]?[:=][ \t]?[\"'`]?(?=@)|[\"']?[ \t]?[:=] ?[\"'](?!\w+[\"']\]))"
    r"|handle(?<=(?:twitter|insta|instagram|github|discord|telegram|mastodon|bluesky|tiktok|social|my|mein|his|her|their)"
    rf" handle)(?:{SETS}|{SAYS})"
)
_TIMES = r"(?![\"'`]?\d+,?(?:\s|\\n){0,16}[\"'`]?(?:nice|sys|system|idle|irq|real)[\"'`]?[ \t]?[:=])"
NAME = (
    r"[\p{L}\p{N}_](?:[\p{L}\p{N}_+]|@(?=[\p{L}\p{N}])|\\(?![nr](?:\W|(?-i:[A-Z_])|$))|[.\-](?=[\p{L}\p{N}_])){1,63}+"
)


def is_username(value: str) -> bool:
    """Whether a value can be the name of somebody's account.

    >>> is_username("ada.lovelace"), is_username("root"), is_username("<user>"), is_username("self.user")
    (True, False, False, False)
    >>> is_username("e.g"), is_username("12.02.2027"), is_username("source_user"), is_username("ada_lovelace")
    (False, False, False, True)
    >>> is_username("12"), is_username("48213"), is_username("password@host")
    (False, True, False)
    """
    return (
        value.lower() not in _ROLES
        and value.partition("@")[0].lower() not in _ROLES
        and not _NO_NAME.fullmatch(value)
        and not is_stand_in(value)
        and any(character.isalnum() for character in value)
    )


RECOGNIZERS = (
    Labelled(
        type="USERNAME",
        hints=(
            "user", "login", "benutzer", "nutzer", "anmelde", "kennung", "account", "utilisateur", "identifiant",
            "usuario", "utente", "gebruiker", "screen", "logname", "uname", "nick", "handle",
        ),
        label=(
            rf"(?:(?:{_USER})(?:{SETS}|{SAYS}|$)|{_HANDLE}|(?:user|usr|uid|acct)(?<!\w-\w{{3,4}})[\"'`]?(?:="
            rf"|[ \t]?:=?[ \t]?(?=[\"'`]|[a-z\d]{{1,30}}[\d_.@][^\s]*){_TIMES})[\"'`]?"
            r"|(?:user|login|user ?name)(?= \S+,? (?:password|passwort|pass|pw)(?![\p{L}_])) "
            r"|(?:user ?name|benutzername|login|user) (?=\p{L}{1,30}[\d_.]\w))"
        ),
        value=rf"(?<!://\w{{1,20}}:){NO_PARTICIPLE}(?:{NAME})(?![\p{{L}}\p{{N}}_(\[$]|'\p{{L}}){NO_TYPE}{ALONE}",
        number="",
        link="@?",
        whole=True,
        score=0.85,
        valid=is_username,
    ),
    Hinted(
        hints=(" for user ", " for invalid user ", "password for ", "publickey for "),
        before=60,
        after=90,
        pattern=Pattern(
            type="USERNAME",
            regex=(
                rf"(?:(?:accepted|failed) \S{{3,30}} for (?:invalid user )?+|session (?:opened|closed) for user "
                rf"|invalid user )(?P<value>{NAME})(?=[ (]|$)"
            ),
            score=0.8,
            valid=is_username,
        ),
    ),
    Hinted(
        hints=("://",),
        before=20,
        after=140,
        pattern=Pattern(
            type="USERNAME",
            regex=(
                rf"://(?<=[a-z][a-z+\d]{{1,14}}://){NO_SAMPLE}"
                r"(?P<value>[^\s/:@\"'<>{$]{2,60}):[^\s/\"'<>{}]{3,60}@(?=[\p{L}\d\[])"
            ),
            score=0.8,
            valid=is_username,
        ),
    ),
)  # fmt: skip
