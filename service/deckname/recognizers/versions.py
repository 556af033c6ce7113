"""Dotted numbers that look like internet addresses and are none: versions, sections, reference numbers, drawings.

>>> [is_no_address(text, text.index("3.7.2.1"), len(text)) for text in (
...     "Bump Standards-Version to 3.7.2.1", "V8: update to 3.7.2.1", "zlib (>= 1:3.7.2.1", "chrono==3.7.2.1",
...     "GCC 3.7.2.1", 'd="M1.52-.87 2.83-2.12 3.7.2.1', "image: nginx:3.7.2.1", "Kontonummer: 3.7.2.1",
...     "since v3.7.2 (in 3.7.2.1", "upgrade to doxygen 3.7.2.1")]
[True, True, True, True, True, True, True, True, True, True]
>>> [is_no_address(text, text.index("3.7.2.1"), text.index("3.7.2.1") + 7) for text in (
...     "Changes in 3.7.2.1 (", "3.7.2.1. Stream flags", "<h4 id='a'>3.7.2.1 Flags", "entry 1:3.7.2.1+svn3283",
...     "requires xproto 3.7.2.1", "xproto 7.0.13 and xlib 3.7.2.1", "sections 1.2,\\n 3.7.2.1",
...     "versions before 3.7.2.1")]
[True, True, True, True, True, True, True, True]
>>> is_no_address("bc (1.6.0.1) unstable; urgency=low", 4, 11), is_no_address("host (1.6.0.1)", 6, 13)
(True, False)
>>> [is_no_address(text, text.index("3.7.2.1"), len(text)) for text in (
...     "server version 2, moved to 3.7.2.1", "update sent to 3.7.2.1", "ip.src==3.7.2.1", "updated DNS to 3.7.2.1",
...     "no route to 3.7.2.1", "nginx 1.18.0 on 3.7.2.1")]
[False, False, False, False, False, False]
"""

from __future__ import annotations

import re

import regex

#: How far before a number the words about it stand, and how far around it others of its series, in characters.
BEFORE, AROUND = 64, 600
#: How many numbers of its series are looked at, on either side.
MOST = 4

_NETWORK = (
    r"(?:ip|ips|ipv4|addr\w*|adress\w*|dns|a record|host\w*|server\w*|gateway\w*|nodes?|clients?|endpoints?|routes?"
    r"|routers?|proxy|subnet|network|interface|peer|vip|moved|sent|connect\w*|ping\w*)"
)
_OTHER = rf"(?:(?!\b{_NETWORK}\b)[^\n]){{0,40}}"
# Read backwards from the number: most fail at its left neighbour.
_BEFORE = regex.compile(
    r"(?r)"
    # "Version: 1.2.3.4", "§ 1.2.3.4"
    r"(?<![^\W\d_])(?:versions?|ver|release|build|firmware|update|upgrade|policy|sections?|chapter|kapitel|abschnitt"
    r"|ziffer|table|figure|appendix|chrome|chromium|edge?|opr|crios|safari|firefox|electron|browser|lib[^\W_]{1,10}(?=/))"
    r"[ .:=#/'\"_(\-]{0,6}|(?<![^\W\d_])(?<!-)v[ .]{0,2}|§§?[ ]?"
    # "Standards-Version updated to 1.2.3.4", "zlib: update to 1.2.3.4"
    rf"|(?<![^\W\d_])(?:(?:versions?|policy|bump\w*|(?:up|down)grad\w*)\b{_OTHER} to"
    rf"(?: (?!{_NETWORK}\b)[a-z][\w.+\-]{{1,20}})?"
    rf"|versions?\b(?:(?!\b{_NETWORK}\b)[^\n]){{0,16}} (?:is|was|of|from|before|until|since|after|than)"
    r"|(?:bump\w*|(?:up|down)grad\w*) from"
    rf"|(?:updat|patch)\w*(?: (?!{_NETWORK}\b|\w+ed\b)[\w.+\-]{{1,30}})? to) ['\"`]?"
    # "Changes in 1.2.3.4", "requires xproto 1.2.3.4", "xproto 1.2.3 and xlib 1.2.3.4", "sections 1.2, 1.2.3.4"
    r"|(?<![^\W\d_])changes (?:in|since|between) "
    rf"|(?<![^\W\d_])requires? (?!{_NETWORK}\b)[a-z][\w\-]{{1,20}} "
    r"|(?<![\w.\-])[a-z][\w\-]{0,20} v?[0-9]{1,3}(?:\.[0-9]{1,3}){1,2}(?:,| and|, and) "
    rf"(?!{_NETWORK}\b)[a-z][\w\-]{{0,20}} "
    r"|(?<![^\W\d_])(?:versions|sections|releases) (?:[0-9]{1,3}(?:\.[0-9]{1,3}){1,3},?(?: and|,)?\s{1,40}){1,4}"
    # "package>=1.2.3.4", "package==1.2.3.4", "image: nginx:1.2.3.4"
    r"|(?:[<>~]=|<<|>>) ?['\"]?(?:[0-9]:)?|image:[ \t]*['\"]?[\w./\-]{1,40}:"
    r"|(?<![\w.\-])(?![\w.\-]*(?:ip|addr|host|src|dst|server|client|net))[a-z][\w.\-]{1,40}(?:\[[\w,\-]{0,20}\])?=="
    # "Aktenzeichen 1.2.3.4"
    r"|(?<!ip[ \-])(?:nr|no\.|nummer|number|zeichen|konto|reference|zl\.)[.:]{0,2} {1,2}"
    # The numbers of a path in SVG are parted by their signs, and points: "2.83-2.12 3.51.98.32".
    r"|(?:[0-9]?\.[0-9]+-\.?[0-9][0-9.]*|-\.[0-9]+)[ ,]",
    regex.IGNORECASE,
)
# Software that is seldom a host; of an address in a private network it is one.
_SOFTWARE = regex.compile(
    r"(?r)(?<![\w.\-])(?:(?:free|open|net)bsd|git|gcc|g\+\+|v8|xfree86|xorg|kernel|jdk|jre|java|openssl|php|perl|python"
    r"|ruby|rails|lib(?!rar|ert)[a-z]\w{1,20}) ",
    regex.IGNORECASE,
)
_BEHIND = re.compile(r" (?:release notes|maintenance release)|[+~][a-z]\w", re.IGNORECASE)
# "2.1.1.2. Stream flags", "<h4>7.1.1.2 Hashes"
_HEADING = regex.compile(r"(?r)(?:\A|[\n>])[ \t]*")
_TITLE = re.compile(r"\.\s{1,3}[A-Z]")
_TAG = regex.compile(r"(?r)<h[1-6][^<>]{0,40}>\s?")
#: What no host can have, but assemblies of .NET have as their version; 10.0.0.0 is a network in use.
_WHOLE_NETWORK = re.compile(r"(?!10\.)[0-9]{1,3}\.0\.0\.0(?!/)")
# The head of an entry in Debian's changelogs, deb-changelog(5).
_ENTRY = regex.compile(r"(?r)[a-z0-9][a-z0-9+.\-]+ \((?:[0-9]:)?")
_SUITE = re.compile(r"[\w.+~\-]{0,30}\) [\w \-]{3,60};")
_PRIVATE = re.compile(r"10\.|192\.168\.|172\.(?:1[6-9]|2[0-9]|3[01])\.")
_SERIES = re.compile(r"(?<![\w.])(v?)[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,4}((?:\.[0-9]{1,4})?)(?![\w*]|\.[\w*]|/[0-9])")


def is_no_address(text: str, start: int, end: int) -> bool:
    """Whether the words around a dotted number, or its neighbours, say that it is something else than an address."""
    before = max(0, start - BEFORE)
    if _BEFORE.match(text, before, start) or _BEHIND.match(text, end):
        return True
    if _ENTRY.match(text, before, start) and _SUITE.match(text, end):
        return True
    if _HEADING.match(text, before, start) and _TITLE.match(text, end):
        return True
    if _TAG.match(text, before, start) or _WHOLE_NETWORK.match(text, start):
        return True
    private = _PRIVATE.match(text, start) is not None
    return (not private and _SOFTWARE.match(text, before, start) is not None) or _has_series(text, start, end, private)


def _has_series(text: str, start: int, end: int, private: bool) -> bool:
    """Whether another version of the same series stands near: "v1.8.1" beside "1.8.1.2"."""
    series = ".".join(text[start:end].split(".")[:2]) + "."
    low, high = max(0, start - AROUND), min(len(text), end + AROUND)
    before, behind = start, end
    for _ in range(MOST):
        before = text.rfind(series, low, before) if before >= 0 else -1
        behind = text.find(series, behind, high) if behind >= 0 else -1
        for at in (before, behind):
            other = _SERIES.match(text, at - 1 if at and text[at - 1] in "vV" else at, high) if at >= 0 else None
            if other and (other[1] or not (other[2] or private)):
                return True
        behind += behind >= 0
    return False
