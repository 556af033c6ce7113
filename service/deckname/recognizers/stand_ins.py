"""Stand-ins: what stands where a password or the name of an account would, and is none.

Placeholders, the types, constants and expressions of programming languages, and names of things in code; metasyntactic
names as in RFC 3092.
"""

from __future__ import annotations

import regex

_TYPES = """
    any anystr array bool boolean buffer byte bytearray bytes char character const date datetime decimal dict double
    enum float int integer list long never none null number object optional secretstr self static str string text tuple
    typing unknown uuid varchar void
"""
_CONSTANTS = (
    "async await false function get lambda nan new nil none not null return set this true typeof undefined yield"
)
# RFC 3092, and what documentation writes for "anything".
_ANYTHING = """
    abc abcd bar baz blah changethis dummy example fixme foo foobar mypass mypassword n/a placeholder qux quux sample
    tba tbd todo token username xxx xyz
"""
STAND_INS = frozenset((_TYPES + _CONSTANTS + _ANYTHING).split())

_PLACEHOLDER = regex.compile(
    r"[*•x.\-_#?]+|\*{2,}.*\*{2,}|<.*|\$(?:[A-Z_][A-Z\d_]*|[a-z_.]+|[{(\d].*)|%(?:\(.*|-?\d*[sdrqv@]|\w+%)|\{.*|\[.*|\(.*"
    r"|[=:|;,+/\\].*|&(?:[a-z]+|\#\d+);.*|&[a-z_]+|.*\u2026|.*\.\.\.|your[_\-].*|.*(?:_here|xxxx).*|https?:.*|\d{1,2}:\d{2}.*"
    r"|pserver:.*",
    regex.IGNORECASE | regex.DOTALL,
)
_EXPRESSION = regex.compile(
    r".*\(.*|.*\[.*|(?:os|self|this|process|settings|config|env|request|req|args|options|params|data|form|user|cfg|ctx)"
    r"(?:\.[a-z_]\w*)+.*|\w+(?:::\w+)+|[a-z]\w*(?:->\w+)+"
    r"|(?=[a-z_.]*\.)(?=[a-z.]*_)[a-z_]+(?:\.[a-z_]+)+",  # parsed.auth_decoded
    regex.IGNORECASE | regex.DOTALL,
)
#: What a name in code ends in that holds such a value, or a handle to something else.
_HOLDERS = frozenset(
    ("auth", "credential", "credentials", "handle", "id", "key", "login", "name", "passcode", "passphrase",
     "passwd", "password", "pass", "pw", "pwd", "secret", "token", "user", "username")
)  # fmt: skip
#: And what a class is called by.
_CLASSES = frozenset(("class", "config", "handler", "manager", "mgr", "provider", "type"))
_NAME_IN_CODE = regex.compile(r"_{0,2}\p{L}+(?:[_\-.]{1,2}\p{L}+)*_?")
_WORD = regex.compile(r"\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{L}+")


def is_stand_in(value: str) -> bool:
    """Whether a value is a placeholder, a type, a constant or an expression.

    >>> [is_stand_in(value) for value in ("<password>", "${PASS}", "%s", "your_password", "Optional[str]", "bytes,")]
    [True, True, True, True, True, True]
    >>> [is_stand_in(value) for value in ("get_pass()", "auth.login_name", "aws_secret_access_key", "userPassword")]
    [True, True, True, True]
    >>> [is_stand_in(value) for value in ("hunter2", "changeme", "%Circle99%San", "brother.growth.apple", "ada_l")]
    [False, False, False, False, False]
    """
    bare = value.rstrip(".,;")
    if bare.lower() in STAND_INS or _PLACEHOLDER.fullmatch(value) or _EXPRESSION.fullmatch(value):
        return True
    return is_name_in_code(bare)


def is_name_in_code(value: str) -> bool:
    """Whether a value is the name of a variable that holds such a value, or of a class: its last word says so.

    >>> [is_name_in_code(value) for value in ("new_password", "dbUser", "_PassType", "password", "a_b")]
    [True, True, True, False, False]
    """
    if not _NAME_IN_CODE.fullmatch(value):
        return False
    words = _WORD.findall(value)
    if len(words) < 2:
        return False
    last = words[-1].lower()
    return last in _CLASSES or (last in _HOLDERS and not (words[0].istitle() and "_" not in value))
