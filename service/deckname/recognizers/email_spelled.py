"""E-mail addresses spelled out, for people and against harvesters: "ada (at) example (dot) com".

A weak form: where the at sign is a plain word, the dots must be words too, and the last word a top-level domain.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "ada dot l at example dot com, ada (at) example.co.uk, ada[at]x[dot]org, ada @ x.com")
['ada dot l at example dot com', 'ada (at) example.co.uk', 'ada[at]x[dot]org', 'ada @ x.com']
>>> values(RECOGNIZERS, "look at us dot com, meet me (at) example.com, ada at example.com, the dot com boom")
[]
>>> values(RECOGNIZERS, "return inputs @ self.weight.to(inputs)")
[]
"""

from __future__ import annotations

import re

from deckname.pattern import Pattern
from deckname.recognizers.labelled import Hinted
from deckname.recognizers.url import TLDS, WEAK_TLDS

_DOT = r"(?: ?[(\[{<] ?(?:dot|punkt|point|punto|ponto|punt|\.) ?[)\]}>] ?| (?:dot|punkt|point|punto|ponto|punt) )"
_AT = r"(?: ?[(\[{<] ?(?:at|ät|a|@|arroba|arobase|chiocciola) ?[)\]}>] ?| (?:@|arroba|arobase|chiocciola) )"
_WORD = r"[\p{L}\p{N}][\p{L}\p{N}_\-]{0,40}+"
_SPELLED = (
    rf"(?<![\p{{L}}\p{{N}}@._\-])\p{{L}}[\p{{L}}\p{{N}}_\-]{{0,40}}+(?:(?:[.+]|{_DOT}){_WORD}){{0,3}}"
    rf"(?:{_AT}{_WORD}(?:(?:\.|{_DOT}){_WORD}){{1,4}}| at {_WORD}(?:{_DOT}{_WORD}){{1,4}})(?![\p{{L}}\p{{N}}@(\[])"
)
_WORDS = """
    a about active am and are arrive at available based be buy called for found from hacked he here her him host hosted
    hosting i in is it join just let live located look looked looking me meet mit more not now of on online or our out
    page point reach register registered see she shop site start that the them there they this to us visit was we
    website were work working you
"""
_NO_NAMES = frozenset(_WORDS.split())
_LETTERS = re.compile(r"[^\W_]+")


def _is_spelled(value: str) -> bool:
    """Whether words that read like a spelled address are no sentence: "look at this dot com"."""
    words = _LETTERS.findall(value.lower())
    return words[0] not in _NO_NAMES and words[-1] in TLDS | WEAK_TLDS


_HINTS = (
    "(at)", "[at]", "{at}", "<at>", "( at )", "[ at ]", "(ät)", "[ät]", " @ ", "arroba", "arobase", " dot ", " punkt ",
)  # fmt: skip

RECOGNIZERS = (
    Hinted(
        hints=_HINTS,
        before=130,
        after=130,
        pattern=Pattern(type="EMAIL_ADDRESS", regex=_SPELLED, score=0.55, valid=_is_spelled),
    ),
)
