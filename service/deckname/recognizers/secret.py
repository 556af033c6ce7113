"""Secrets: keys, tokens and private keys of machines and people.

Known by their shape, as the issuers document them (for one,
https://docs.github.com/en/code-security/secret-scanning); JSON web tokens after RFC 7519, private keys after RFC 7468,
bearer tokens after RFC 6750. Others are what words name so: at least sixteen characters with letters and digits.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "Authorization: Bearer abcdef0123456789 AKIAIOSFODNN7EXAMPLE api_key = 'a1b2c3d4e5f6a7b8c9d0'")
['abcdef0123456789', 'AKIAIOSFODNN7EXAMPLE', 'a1b2c3d4e5f6a7b8c9d0']
>>> values(RECOGNIZERS, "AKIASHORT, token = get_token(), sk-learn, bearer of good news, token=${TOKEN_2}")
[]
>>> values(RECOGNIZERS, '{"clientSecret": "s3cr3tV4lu3-0123456", "aws_secret_access_key" : "wJalrXUtnFEMI/K7MDENG/b"}')
['s3cr3tV4lu3-0123456', 'wJalrXUtnFEMI/K7MDENG/b']
"""

from __future__ import annotations

from deckname.pattern import Pattern
from deckname.recognizers.labelled import Hinted, Labelled
from deckname.recognizers.password import SETS
from deckname.recognizers.stand_ins import is_stand_in

# How tokens begin, what they are, and how many characters they have at most.
_TOKENS = (
    (("^akia", "^asia"), r"(?:AKIA|ASIA)[A-Z2-7\d]{16}", 20),
    (("^eyj",), r"eyJ[\w\-]{8,1000}\.eyJ[\w\-]{4,1500}\.[\w\-]{6,1000}", 3512),
    (
        (
            "^ghp_", "^gho_", "^ghs_", "^ghu_", "^ghr_", "^github_pat_", "^glpat-", "^xox", "^sk_", "^rk_", "^pk_live",
            "^pk_test", "^whsec_", "^sk-", "^aiza", "^npm_", "^hf_", "^sg.", "^ya29.", "^shpat_", "^dop_v1_", "^pypi-",
        ),
        r"gh[pousr]_[A-Za-z\d]{30,255}"
        r"|github_pat_[A-Za-z\d_]{22,255}|glpat-[\w\-]{20,64}"
        r"|xox[abeoprs]-[A-Za-z\d\-]{10,250}|(?:sk|rk|pk)_(?:live|test)_[A-Za-z\d]{16,247}|whsec_[A-Za-z\d]{24,64}"
        r"|sk-(?:proj-|ant-|or-|svcacct-)?(?=[\w\-]{0,80}\d)[A-Za-z\d_\-]{20,200}|AIza[\w\-]{35}"
        r"|npm_[A-Za-z\d]{36}|hf_[A-Za-z\d]{30,40}|SG\.[\w\-]{16,32}\.[\w\-]{16,64}|ya29\.[\w\-]{20,500}"
        r"|shpat_[a-f\d]{32}|dop_v1_[a-f\d]{64}|pypi-[\w\-]{50,300}",
        505,
    ),
)  # fmt: skip
# Much of code has the words alone.
_NAMES_WITH_SIGNS = tuple(
    name + sign
    for name in ("key", "secret", "token")
    for sign in ("=", ":", '"', "'", "\t", "  ", " =", " :", " (", " is", " ist", " lautet")
)

RECOGNIZERS = (
    *(
        Hinted(
            hints=hints,
            before=2,
            after=longest,
            pattern=Pattern(
                type="SECRET", regex=rf"(?<![\p{{L}}\p{{N}}_\-])(?-i:{tokens})(?![\p{{L}}\p{{N}}_])", score=0.97
            ),
        )
        for hints, tokens, longest in _TOKENS
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
        hints=_NAMES_WITH_SIGNS,
        label=(
            r"(?:api|access|private)[ _\-]?key|(?:client[ _\-]?)?secret(?:[ _\-](?:access[ _\-])?key)?"
            r"|(?:api|access|auth)?[ _\-]?token"
        ),
        value=r"(?=[\w.\-+/~]{0,60}\d)(?=[\w.\-+/~]{0,60}[a-z])[\w.\-+/~]{16,500}+={0,2}(?![(\[])",
        number="",
        link=rf"(?:{SETS}|(?: is| lautet| ist):? [\"'`]?)",
        reach=600,
        whole=True,
        score=0.75,
        valid=lambda value: not is_stand_in(value),
    ),
)
