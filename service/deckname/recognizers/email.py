"""E-mail addresses: local part and domain.

Practical RFC 5321 and RFC 5322: dot-atoms, plus-addresses, quoted local parts; international local parts (RFC 6531) and
domains (RFC 5890); ``%40`` for the at sign, as in a query string. A host without a dot counts where the words around
say "mail". No addresses: npm specifications, SSH remotes, retina images, the password of a URL.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "Write to <ada+news@mail.example.co.uk>, or müller@bücher.example.")
['ada+news@mail.example.co.uk', 'müller@bücher.example']
>>> values(RECOGNIZERS, "inflight@1.0.6 git@github.com:org/repo logo@2x.png root@localhost")
[]
"""

from __future__ import annotations

from deckname.pattern import Pattern
from deckname.recognizers.labelled import Hinted

# Without "/", "=", "?", "|" and braces: lawful, but in text they end a word ("to=a@b.example").
_ATOM = r"[\p{L}\p{M}\p{N}!#$&'*+^_~%\-]"
_LOCAL = rf"(?:[\p{{L}}\p{{N}}_+#$&!~\-](?:{_ATOM}|\.(?=[^.@])){{0,62}}?|\"[^\"\n@]{{1,40}}\")"
_LABEL = r"[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\-]{0,61}[\p{L}\p{M}\p{N}])?+"
_PICTURE = r"(?:png|jpe?g|gif|svg|webp|avif|ico|css|js|mjs|ts|tsx|json|html?|py|tgz)(?![\p{L}\p{N}\-]|\.[\p{L}\p{N}])"
_TLD = r"(?:\p{L}[\p{L}\p{M}]{1,23}|xn--[a-z\d\-]{2,58})"
_START = r"(?<![\p{L}\p{N}._%+\-@])(?<!://[^\s/@]{0,64}:)"
_END = r"(?![\p{L}\p{N}_@]|[\-]+[\p{L}\p{N}])"
_DOMAIN = (
    rf"(?!\d{{1,3}}x\.{_PICTURE})(?:{_LABEL}\.){{1,8}}(?<!\.\d{{1,9}}\.)(?!{_PICTURE}){_TLD}{_END}"
    rf"(?!:[\p{{L}}~/][^\s]*/)"
)

RECOGNIZERS = (
    Hinted(
        hints=("@", "%40"),
        before=80,
        after=260,
        pattern=Pattern(
            type="EMAIL_ADDRESS",
            regex=rf"{_START}(?P<value>{_LOCAL}(?:@|%40){_DOMAIN})",
            score=0.95,
            context=("mail*", "e-mail*", "email*", "correo", "courriel", "posta elettronica", "kontakt", "contact"),
            context_score=0.98,
        ),
    ),
    Hinted(
        hints=("@",),
        before=80,
        after=80,
        pattern=Pattern(
            type="EMAIL_ADDRESS",
            regex=rf"{_START}(?P<value>(?!root@"
            rf"|git@)[\p{{L}}\p{{N}}][\p{{L}}\p{{N}}.+_\-]{{0,62}}@"
            rf"(?!localhost)\p{{L}}[\p{{L}}\p{{N}}\-]{{1,40}}(?<=\p{{L}}))"
            r"(?![\p{L}\p{N}_@:/\-]|\.[\p{L}\p{N}])",
            score=0.0,
            context=("mail", "e-mail", "email", "mailto"),
            context_score=0.6,
        ),
    ),
)
