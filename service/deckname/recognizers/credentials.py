"""Names of accounts, passwords and secrets.

Account names and passwords are what stands after "username:" or "password=", placeholders and prose excepted. Secrets
are known by their shape, as the issuers document them (for one,
https://docs.github.com/en/code-security/secret-scanning); JSON web tokens after RFC 7519, private keys after RFC 7468,
bearer tokens after RFC 6750.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "username: ada.l password: hunter2, PIN 4711; Authorization: Bearer abcdef0123456789")
['ada.l', 'hunter2', '4711', 'abcdef0123456789']
>>> values(RECOGNIZERS, "password: must have 8 characters, pwd=${PWD}, user=root, Password: ****, password=None")
[]
>>> values(RECOGNIZERS, "the password is wrong.")
[]
"""

from __future__ import annotations

import regex

from deckname.pattern import Pattern
from deckname.recognizers.labelled import Hinted, Labelled

_ROLES = frozenset(
    [
        "root",
        "admin",
        "administrator",
        "www-data",
        "postgres",
        "mysql",
        "nobody",
        "daemon",
        "system",
        "guest",
        "user",
        "username",
        "name",
        "none",
        "null",
        "nil",
        "true",
        "false",
        "string",
        "str",
        "text",
        "required",
        "optional",
        "undefined",
        "unknown",
        "anonymous",
        "default",
        "test",
        "is",
        "was",
        "has",
        "the",
        "your",
        "my",
        "and",
        "or",
        "with",
        "for",
        "not",
        "id",
        "as",
        "at",
        "in",
        "on",
        "by",
        "of",
        "to",
        "from",
        "git",
        "ubuntu",
        "name.first",
        "email",
        "service",
        "current",
        "current_user",
        "currentuser",
        "login",
        "password",
        "passwort",
        "anmeldung",
        "wird",
        "ist",
        "muss",
        "bitte",
        "please",
        "must",
        "should",
        "can",
        "will",
        "may",
        "failed",
        "successful",
        "success",
        "error",
        "page",
        "button",
        "form",
        "screen",
        "here",
        "now",
        "required.",
        "input",
        "postfix",
        "sshd",
        "nginx",
        "apache",
        "backup",
        "cron",
        "operator",
        "identity",
        "object",
        "any",
        "admin@localhost",
        "int",
        "varchar",
        "char",
        "self",
        "this",
        "request",
        "session",
        "ctx",
        "benutzername",
    ]
)
_PROSE = frozenset(
    [
        "required",
        "wrong",
        "incorrect",
        "invalid",
        "expired",
        "correct",
        "empty",
        "missing",
        "weak",
        "strong",
        "stored",
        "hashed",
        "encrypted",
        "protected",
        "hidden",
        "changed",
        "reset",
        "reused",
        "none",
        "null",
        "nil",
        "true",
        "false",
        "undefined",
        "string",
        "str",
        "text",
        "password",
        "passwort",
        "passwords",
        "secret",
        "optional",
        "must",
        "should",
        "can",
        "cannot",
        "will",
        "may",
        "is",
        "was",
        "has",
        "too",
        "not",
        "at",
        "in",
        "on",
        "by",
        "of",
        "to",
        "from",
        "the",
        "your",
        "my",
        "a",
        "an",
        "and",
        "or",
        "for",
        "with",
        "be",
        "been",
        "necessary",
        "needed",
        "set",
        "unset",
        "valid",
        "secure",
        "safe",
        "confidential",
        "case-sensitive",
        "abgelaufen",
        "falsch",
        "korrekt",
        "ungültig",
        "leer",
        "erforderlich",
        "geheim",
        "sicher",
        "muss",
        "darf",
        "soll",
        "bitte",
        "ihr",
        "ihre",
        "ändern",
        "vergessen",
        "zurückgesetzt",
        "nicht",
        "zu",
        "zurücksetzen",
        "ist",
        "wird",
        "wurde",
        "int",
        "varchar",
        "char",
        "self",
        "this",
        "request",
        "any",
        "object",
        "yes",
        "no",
        "ja",
        "nein",
        "redacted",
        "masked",
        "hide",
        "show",
        "input",
        "forgot",
        "forgotten",
        "bytes",
        "bool",
        "config",
        "settings",
        "env",
        "changed.",
        "accepted",
        "authentication",
        "always",
        "never",
        "only",
        "also",
        "still",
        "already",
        "sent",
        "shown",
        "used",
    ]
)
_PLACEHOLDER = regex.compile(
    r"[*•x.\-_#?]+|<.*|\$.*|%.*%?|\{.*|\[.*|\(.*|.*\(.*|.*\[.*|(?:os|self|this|process|settings|config|env"
    r"|request|req|args|options|params|data|form|user|cfg|ctx)"
    r"(?:\.[a-z_]\w*)+.*|[=:&|;,+/\\].*|your[_\-].*|.*(?:_here|xxxx).*|https?:.*|\d{1,2}:\d{2}.*",
    regex.IGNORECASE | regex.DOTALL,
)


def is_username(value: str) -> bool:
    """Whether a value can be the name of somebody's account.

    >>> is_username("ada.lovelace"), is_username("root"), is_username("<user>"), is_username("self.user")
    (True, False, False, False)
    """
    return (
        value.lower() not in _ROLES
        and not _PLACEHOLDER.fullmatch(value)
        and any(character.isalnum() for character in value)
    )


def is_password(value: str) -> bool:
    """Whether a value can be a password: no placeholder, no code, no word that goes on with a sentence.

    >>> is_password("hunter2"), is_password("changeme"), is_password("****"), is_password("required")
    (True, True, False, False)
    >>> is_password("os.environ['X']")
    False
    """
    return value.lower().rstrip(".,;") not in _PROSE and not _PLACEHOLDER.fullmatch(value)


_USER = (
    r"user[ _\-]?names?|user[ _]?id|login(?:[ _\-]?(?:name|id))?|benutzer(?:name|kennung|konto)?|nutzername"
    r"|anmeldename|kennung|account[ _]name|nom d'utilisateur"
)
_USER += (
    r"|identifiant|nombre de usuario|usuario|nome utente|utente|gebruikersnaam|screen[ _]?name|logname|uname"
    r"|nickname|handle"
)
_PASS = (
    r"pass[ _\-]?words?|passw(?:or)?t|passwd|pwd?|passphrase|pass[ _\-]?code|kennwort|zugangscode|contraseña"
    r"|mot de passe|mdp|wachtwoord|senha"
)
_PASS += (
    r"|(?:\p{L}{1,20}[_\-])?(?:password|passwd|pwd|(?<!/)(?-i:pass|PASS))|wifi key|wlan[ \-]?(?:schlüssel|key|passwort)"
)
_SETS = r"(?: \((?=[^\s()]{0,30}\d)|[\"'`]?[ \t]{0,3}(?::=|=>|=|:)[ \t]{0,3}[\"'`]?)"
_SAYS = (
    r"(?: (?:for|für|zu|to) (?:(?:the|das|my|den|die) )?[\p{L}\-]{2,20})? (?:is|was|lautet|ist|war|est|es"
    r"|è)(?: (?:now|jetzt|:))?:? [\"'`]?"
)
_NAME = r"[\p{L}\p{N}_](?:[\p{L}\p{N}_@+\\]|[.\-](?=[\p{L}\p{N}_])){1,63}"
_OPAQUE = r"(?:[^\s\"'`<>,;&]|[,;&](?!\s|$|\w{1,20}=|[\"'])){3,64}(?<![.:)\]}])"
# A bare word that goes on with another is prose, unless what follows is the next field.
_ALONE = (
    r"(?!(?<=[\s\"':]\p{Ll}{1,63})[ \t]+(?!(?:and|und|pass|pw|user|login|for|für|url|host|port|db"
    r"|[\p{L}_]{2,20}[:=])|[|\-(/]|$)[\p{L}])"
)


RECOGNIZERS = (
    Labelled(
        type="USERNAME",
        hints=(
            "user",
            "login",
            "benutzer",
            "nutzer",
            "anmelde",
            "kennung",
            "account",
            "utilisateur",
            "identifiant",
            "usuario",
            "utente",
            "gebruiker",
            "screen",
            "logname",
            "uname",
            "nick",
            "handle",
        ),
        label=(
            rf"(?:{_USER})(?:{_SETS}|{_SAYS}|$)|(?:user|usr|uid|acct)[\"'`]?(?:=|[ \t]?:=?[ \t]?(?=[\"'`]"
            rf"|[a-z\d]{{1,30}}[\d_.@][^\s]*))[\"'`]?|(?:user|login|user ?name)(?= \S+,? (?:password|passwort"
            rf"|pass|pw)(?!\p{{L}})) |(?:user ?name|benutzername|login|user) (?=\p{{L}}{{1,30}}[\d_.]\w)"
        ),
        value=rf"(?:{_NAME})(?![\p{{L}}\p{{N}}_(\[$]){_ALONE}",
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
                rf"|invalid user )(?P<value>{_NAME})(?=[ (]|$)"
            ),
            score=0.8,
            valid=is_username,
        ),
    ),
    Labelled(
        type="PASSWORD",
        hints=(
            "pass",
            "pwd",
            "pw",
            "kennwort",
            "zugangscode",
            "contraseña",
            "mdp",
            "wachtwoord",
            "senha",
            "wifi",
            "wlan",
        ),
        label=(
            rf"(?:(?:{_PASS})(?:{_SETS}|{_SAYS}|$)|(?:password|passwort|kennwort"
            rf"|pw) (?=[^\s,;]{{0,30}}[a-z][^\s,;]{{0,30}}\d|[^\s,;]{{0,30}}\d[^\s,;]{{0,30}}[a-z])"
            rf"|(?<=(?:login|user|user ?name) \S{{2,40}} )(?:pw|pass|password|passwort) )"
        ),
        value=_OPAQUE + _ALONE,
        number="",
        link="",
        whole=True,
        score=0.85,
        valid=is_password,
    ),
    Labelled(
        type="PASSWORD",
        hints=("pin", "puk", "tan"),
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
                r"[a-z][a-z+\d]{1,14}://[^\s/:@\"']{0,60}:(?P<value>[^\s/\"'<>{}]{1,60})@(?=[\p{L}\d\[])"
                r"(?![^\s/]{0,60}@)"
            ),
            score=0.9,
            valid=is_password,
        ),
    ),
    Hinted(
        hints=("://",),
        before=20,
        after=140,
        pattern=Pattern(
            type="USERNAME",
            regex=r"[a-z][a-z+\d]{1,14}://(?P<value>[^\s/:@\"'<>{$]{1,60}):[^\s/\"'<>{}]{1,60}@(?=[\p{L}\d\[])",
            score=0.8,
            valid=is_username,
        ),
    ),
    Hinted(
        hints=(
            "akia",
            "asia",
            "ghp_",
            "gho_",
            "ghs_",
            "ghu_",
            "ghr_",
            "github_pat_",
            "glpat-",
            "xox",
            "sk_",
            "rk_",
            "pk_live",
            "whsec_",
            "eyj",
            "sk-",
            "aiza",
            "npm_",
            "hf_",
            "sg.",
            "ya29.",
            "shpat_",
            "dop_v1_",
            "pypi-",
        ),
        before=20,
        after=2100,
        pattern=Pattern(
            type="SECRET",
            regex=r"(?<![\p{L}\p{N}_\-])(?-i:(?:AKIA|ASIA)[A-Z2-7\d]{16}|gh[pousr]_[A-Za-z\d]{30,255}"
            r"|github_pat_[A-Za-z\d_]{22,255}|glpat-[\w\-]{20,64}"
            r"|xox[abeoprs]-[A-Za-z\d\-]{10,250}|(?:sk|rk|pk)_(?:live|test)_[A-Za-z\d]{16,247}|whsec_[A-Za-z\d]{24,64}"
            r"|eyJ[\w\-]{8,1000}\.eyJ[\w\-]{4,1500}\.[\w\-]{6,1000}|sk-(?:proj-|ant-|or-"
            r"|svcacct-)?(?=[\w\-]{0,80}\d)[A-Za-z\d_\-]{20,200}|AIza[\w\-]{35}"
            r"|npm_[A-Za-z\d]{36}|hf_[A-Za-z\d]{30,40}|SG\.[\w\-]{16,32}\.[\w\-]{16,64}|ya29\.[\w\-]{20,500}"
            r"|shpat_[a-f\d]{32}|dop_v1_[a-f\d]{64}|pypi-[\w\-]{50,300})"
            r"(?![\p{L}\p{N}_])",
            score=0.97,
        ),
    ),
    Hinted(
        hints=("-----begin",),
        before=5,
        after=8200,
        pattern=Pattern(
            type="SECRET",
            regex=(
                r"-----BEGIN (?:[A-Z\d]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----[A-Za-z\d+/=\s\\:,.\-]{20,8000}?"
                r"-----END (?:[A-Z\d]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----"
            ),
            score=0.99,
        ),
    ),
    Labelled(
        type="SECRET",
        hints=("bearer", "basic "),
        label=r"bearer|(?<=authorization: )basic",
        value=r"(?=[\w.\-+/~]{0,60}\d)[\w.\-+/~]{12,2000}={0,2}",
        number="",
        link=r" {1,2}[\"']?",
        reach=2100,
        whole=True,
        score=0.9,
    ),
    Labelled(
        type="SECRET",
        hints=("key", "secret", "token"),
        label=(
            r"(?:\w{1,30}[_\-])?(?:api[ _\-]?key|api[ _\-]?token|secret(?:[ _\-](?:access[ _\-])?key)?"
            r"|access[ _\-]?(?:key|token)|auth[ _\-]?token|client[ _\-]?secret|private[ _\-]?key|token)"
        ),
        value=r"(?=[\w.\-+/~]{0,60}\d)(?=[\w.\-+/~]{0,60}[a-z])[\w.\-+/~]{16,500}={0,2}",
        number="",
        link=rf"(?:{_SETS}|(?: is| lautet| ist):? [\"'`]?)",
        reach=600,
        whole=True,
        score=0.75,
        valid=lambda value: not _PLACEHOLDER.fullmatch(value),
    ),
)
