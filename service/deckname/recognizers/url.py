"""Web addresses: RFC 3986 with a scheme that names a host, "www.", or a domain name alone (RFC 1034, RFC 5890).

A bare domain counts where its last label is a top-level domain that no file and no name in code ends in; with a path
any of the common ones will do ("bit.ly/3xY"), behind a word for a website any at all. Punctuation at the end and a
closing bracket without its opening one belong to the sentence.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "See https://en.wikipedia.org/wiki/Cover_(law), or (www.bücher.example/a?b=1).")
['https://en.wikipedia.org/wiki/Cover_(law)', 'www.bücher.example/a?b=1']
>>> values(RECOGNIZERS, "http:// www. std::string a.b/c")
[]
>>> values(RECOGNIZERS, "auf spiegel.de, shop.example.co.uk/x?y=1, bit.ly/3xY and xn--bcher-kva.example:8080/a.")
['spiegel.de', 'shop.example.co.uk/x?y=1', 'bit.ly/3xY', 'xn--bcher-kva.example:8080/a']
>>> values(RECOGNIZERS, "http://:pw@x.example/, website: ada.berlin/x, 163.com; ada.architekt, 12.com; website: is.The")
['http://:pw@x.example/', 'ada.berlin/x', '163.com']
>>> values(RECOGNIZERS, "main.py README.md foo.sh node.js logger.info(x) self.me ada@example.com com.example.App")
[]
"""

from __future__ import annotations

import re

import regex

from deckname.findings import Passage
from deckname.recognizers.candidates import Candidates, Found
from deckname.recognizers.labelled import Labelled

_COMMON = """
    com org net edu gov mil int eu de at ch fr es it nl be lu pt uk ie us ca au nz dk fi se cz sk hu ro bg gr hr ee
    lv lt ru ua tr il jp cn kr tw hk sg br mx ar cl co pe za ng ke eg ir biz coop museum aero jobs berlin hamburg
    koeln cologne bayern wien nrw saarland ruhr paris london amsterdam barcelona madrid gal eus bzh swiss asia
    africa example onion рф укр 中国 公司 한국
"""
_WORDS = """
    info app dev io ai me tv cc ly gl gg to so sh si in is no id my am fm im la li pl py rs md mt ws st vc name pro
    mobi shop store online site website web tech blog cloud club live news media agency group company digital design
    art space world today life health care team email mail link click top xyz one page zone host network solutions
    systems software services support center academy school education training consulting finance bank legal law
    restaurant hotel travel tours photo photos video music film games game bar cafe pub pizza fitness fashion beauty
    immo haus gmbh versicherung reisen jetzt kaufen cat
"""
#: Top-level domains that a bare domain may end in.
TLDS = frozenset(_COMMON.split())
#: And those that files or names in code end in, too, or that are words: only with a path or a word that says so.
WEAK_TLDS = frozenset(_WORDS.split())
# Words right before a weak one that say what it is, and first labels that do.
_NAMED = re.compile(
    r"(?<![^\W_])(?:web(?:site|seite|page|shop)?|internet(?:seite|adresse)?|site(?: web)?|homepage|domain|url|link"
    r"|visit|besuchen|unter|auf|bei|at|via|sur|página|pagina|sito|sitio|online)[:=]? {1,2}\Z",
    re.IGNORECASE,
)
_HOSTS = frozenset(
    ("api", "app", "blog", "cdn", "docs", "ftp", "git", "help", "login", "m", "mail", "my", "news", "portal", "shop",
     "smtp", "support", "vpn")
)  # fmt: skip
_CODE = frozenset(("asp.net", "vb.net", "ado.net"))
_PUNCTUATION = ".,;:!?'*_~…"
_BRACKETS = {")": "(", "]": "[", "}": "{"}
_STOP = r"\s<>\"`|\\^。、」』】》"
_SCHEME = re.compile(r"(?:(?:h[tx]{2}ps?|ftps?)|(?<![^\W_])[A-Za-z][A-Za-z0-9+.\-]{1,19})\Z", re.IGNORECASE)
_AFTER_SCHEME = re.compile(rf"(?=[^\W_]|\[|:[^\s/@]{{1,64}}@[^\W_])[^{_STOP}]{{2,2000}}+")
_AFTER_WWW = re.compile(rf"(?=[^\W_][\w\-]{{0,62}}\.)[^{_STOP}]{{2,2000}}+")
_HOST = regex.compile(r"(?r)[\p{L}\p{M}\p{N}.\-]{1,253}+")
_REST = re.compile(rf"(?::[0-9]{{2,5}}(?![0-9]))?(/(?=[\w~])[^{_STOP}]{{1,2000}}+|[/?#][^{_STOP}]{{0,2000}}+)?")
_TOKEN = regex.compile(r"(?r)[^\s<>\"]{1,2000}+")


def cut(address: str) -> str:
    """Return an address without the punctuation of the sentence around it.

    >>> cut("https://x.example/a_(b))."), cut("https://x.example/[a]'")
    ('https://x.example/a_(b)', 'https://x.example/[a]')
    """
    open_ = {close: address.count(opening) for close, opening in _BRACKETS.items()}
    closed = {close: address.count(close) for close in _BRACKETS}
    end = len(address)
    while end:
        last = address[end - 1]
        if last in closed and closed[last] > open_[last]:
            closed[last] -= 1
        elif last not in _PUNCTUATION:
            break
        end -= 1
    return address[:end]


def is_url(value: str) -> bool:
    """Whether the whole of a value is a web address.

    >>> is_url("https://x.example/a"), is_url("x.com"), is_url("main.py"), is_url("see x.com")
    (True, True, False, False)
    """
    spans = [item.span for recognizer in RECOGNIZERS for item in recognizer.find([Passage(value)])[0].evidence]
    return any((span.start, span.end) == (0, len(value)) for span in spans)


def _look_at_scheme(passage: Passage, match: re.Match[str]) -> Found | None:
    text, at = passage.text, match.start()
    scheme = _SCHEME.search(text, max(0, at - 20), at)
    if not scheme:
        return None
    body = match.end() + (scheme.group().lower() == "file" and text.startswith("/", match.end()))
    return _cut(text, scheme.start(), body, _AFTER_SCHEME.match(text, body))


def _look_at_www(passage: Passage, match: re.Match[str]) -> Found | None:
    text, start = passage.text, match.start()
    if start and (text[start - 1].isalnum() or text[start - 1] in "/@.-"):
        return None
    return _cut(text, start, match.end(), _AFTER_WWW.match(text, match.end()))


def _cut(text: str, start: int, body: int, rest: re.Match[str] | None) -> Found | None:
    end = start + len(cut(text[start : rest.end()])) if rest else start
    return (start, end, 0.9, "pattern") if end > body else None


def _look_at_domain(passage: Passage, match: re.Match[str]) -> Found | None:
    text, dot = passage.text, match.start()
    tld = match.group()[1:]
    known = tld.lower()
    strong = known in TLDS or known.startswith("xn--")
    if not strong and known not in WEAK_TLDS:
        return None
    host = _HOST.match(text, max(0, dot - 253), dot)
    if not host or not _is_host(host.group(), tld):
        return None
    start = host.start()
    if start and (text[start - 1].isalnum() or text[start - 1] in "@/\\_$~%"):
        return None
    rest = _REST.match(text, match.end())
    path = rest is not None and rest[1] is not None and len(rest[1]) > 1
    named = host.group().lower().split(".")[0] in _HOSTS or _NAMED.search(text, max(0, start - 20), start)
    if not (strong or path or named):
        return None
    token = _TOKEN.match(text, max(0, start - 2000), start) if start and not text[start - 1].isspace() else None
    if token and ("://" in token.group() or "www." in token.group()):
        return None
    end = start + len(cut(text[start : rest.end() if rest else match.end()]))
    return start, end, 0.6 if strong else 0.55, "pattern"


def _is_host(labels: str, tld: str) -> bool:
    """Whether labels before a top-level domain are a host, neither abbreviations nor names in code."""
    parts = labels.lower().split(".")
    if parts[0] == "www" or f"{parts[-1]}.{tld.lower()}" in _CODE or not (tld.islower() or labels.isupper()):
        return False
    if any(not part or part[0] == "-" or part[-1] == "-" for part in parts):
        return False
    # "com.example" is a package, "B.de" no domain, save for "x.com" and "t.co".
    if parts[0] == "com" or (len(parts) > 1 and parts[0] in ("org", "net", "java")):
        return False
    last = parts[-1]
    if labels.replace(".", "").isdigit():  # 163.com
        return len(parts) == 1 and len(last) > 2 and tld in ("com", "cn")
    return len(last) > 1 or (len(parts) == 1 and tld in ("com", "co"))


# A top-level domain that few know counts behind words for a website.
_WEBSITE = Labelled(
    type="URL",
    hints=("web site", "web-site", "website", "webseite", "homepage", "site web", "sito web", "sitio web", "página "),
    label=r"web[ \-]?sites?|webseite|homepage|site web|sito web|sitio web|página web",
    number="(?: address| adresse| url)?",
    link=r"(?: ?[:=]| is| ist| lautet| est| es| è)[ \t]{1,3}[\"'(<]?",
    value=r"[\p{L}\p{N}](?:[\p{L}\p{N}\-]{0,62}\.){1,8}(?!(?:html?|php|aspx?|jsp|py|js|css|md|txt|pdf|xml|json)\b)"
    r"(?-i:\p{Ll}{2,24})(?![\w@(\-]|\.\w)(?:/[\w~\-./?=&%#+]{0,200}(?<![.?]))?",
    score=0.6,
    whole=True,
)  # fmt: skip

RECOGNIZERS = (
    Candidates(type="URL", near=r"://", look=_look_at_scheme),
    Candidates(type="URL", near=r"www\.", look=_look_at_www),
    Candidates(type="URL", near=r"WWW\.", look=_look_at_www),
    Candidates(
        type="URL", near=r"\.(?:xn--[a-z0-9\-]{2,58}|[^\W\d_]{2,13})(?![\w@(]|-(?![A-Z])|\.\w)", look=_look_at_domain
    ),
    _WEBSITE,
)
