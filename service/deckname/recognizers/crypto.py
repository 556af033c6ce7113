"""Addresses of cryptocurrency wallets: Bitcoin and its kin, Ethereum, XRP, Monero.

Base58Check with an address of 20 bytes (Bitcoin 1 and 3, on its test networks m, n and 2, Litecoin L and M, Dogecoin D,
Dash X, Tron T, Zcash t1; XRP in its own alphabet), Bech32 and Bech32m (bc1, ltc1, addr1, ...), EIP-55, Monero: four
bytes of checksum, or one chance in a million. Ethereum addresses in small letters alone, and what its checksum refuses,
only where words name them.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2 bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4")
['1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4']
>>> values(RECOGNIZERS, "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed, rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh")
['0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', 'rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh']
>>> values(RECOGNIZERS, "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3, hash 0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed")
[]
>>> values(RECOGNIZERS, "mucFNhKMYoBQYUAEsrFVscQ1YaFQPekBpg 2NFUBBRcTJbYc1D4HSCbJhKZp6YCV4PQFpQ")
['mucFNhKMYoBQYUAEsrFVscQ1YaFQPekBpg', '2NFUBBRcTJbYc1D4HSCbJhKZp6YCV4PQFpQ']
>>> values(RECOGNIZERS, "my bitcoin wallet 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3")
['1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3']
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from deckname.findings import CHECK_FAILED, Evidence, Findings, Passage, Warning
from deckname.pattern import Pattern, is_named
from deckname.recognizers.candidates import Candidates, Found
from deckname.recognizers.labelled import NOTHING, Hinted
from deckname.recognizers.wallets import RIPPLE, base58check, bech32, eip55, keccak_256, monero
from deckname.span import Span

_BASE58 = "1-9A-HJ-NP-Za-km-z"
_EDGE = r"(?![^\W_])"
_WORDS = (
    "wallet*", "*wallet", "crypto*", "krypto*", "cripto*", "blockchain*", "address*", "adress*", "dirección",
    "indirizzo", "endereço", "bitcoin*", "btc", "xbt", "ethereum*", "ether", "eth", "erc*", "usdt", "usdc", "tether",
    "bnb", "bsc", "polygon", "matic", "binance", "coinbase", "metamask", "litecoin*", "ltc", "dogecoin*", "doge",
    "ripple", "xrp", "tron", "trx", "trc*", "monero", "xmr", "geldbörse", "cartera", "billetera", "portefeuille",
    "portafoglio", "carteira", "donate", "donation*", "spende*", "contract",
)  # fmt: skip
_PREFIXES = frozenset(
    ("bc", "tb", "bcrt", "ltc", "tltc", "addr", "stake", "cosmos", "osmo", "celestia", "terra", "inj", "sei", "juno",
     "kava", "thor", "secret", "akash", "bnb", "zil", "one", "erd", "vtc", "dgb", "btg", "npub", "zs", "u")
)  # fmt: skip
_PREFIX = re.compile(r"(?<![^\W_])[A-Za-z]{1,8}\Z")


@dataclass(frozen=True, kw_only=True)
class Hashed:
    """Addresses whose check is a hash that many of them share the cost of.

    ``near`` matches whole addresses; ``message`` says what of one is hashed (None: nothing, it has no check), ``holds``
    whether the hash is the right one. ``score`` is that of an address that holds.
    """

    near: str
    message: Callable[[str], bytes | None]
    holds: Callable[[str, bytes], bool]
    type: str = "CRYPTO"
    score: float = 0.95

    def find(self, passages: Sequence[Passage]) -> list[Findings]:
        """Return the addresses of each passage; a passage that takes too long brings a warning."""
        return [self._find(passage) for passage in passages]

    def _find(self, passage: Passage) -> Findings:
        places = [match.span() for match in re.compile(self.near).finditer(passage.text)]
        if places and passage.remaining() <= 0:
            return Findings(warnings=(Warning("pattern_timeout", self.type),))
        messages = {place: self.message(passage.text[slice(*place)]) for place in places}
        hashed = {place: message for place, message in messages.items() if message is not None}
        digests = dict(zip(hashed, keccak_256(list(hashed.values())), strict=True)) if hashed else {}
        found = []
        for place in places:
            passed = self.holds(passage.text[slice(*place)], digests[place]) if place in digests else None
            if seen := _weigh(passage, *place, passed, self.score):
                found.append(Evidence(Span(seen[0], seen[1], self.type, seen[2], "pattern"), seen[3]))
        return Findings(tuple(found))


def _weigh(passage: Passage, start: int, end: int, passed: bool | None, score: float) -> Found | None:
    """Weigh an address that checks (or does not, or has no check): without it, words must name it."""
    if passed:
        return start, end, score, "pattern, check"
    if not is_named(passage, start, end, _WORDS):
        return None
    return (start, end, 0.85, "pattern, context") if passed is None else (start, end, 0.6, CHECK_FAILED)


def _ether_message(address: str) -> bytes | None:
    digits = address[2:]
    return None if digits.islower() or digits.isupper() or digits.isdigit() else digits.lower().encode()


def _monero_message(address: str) -> bytes | None:
    said = monero(address)
    return said[:-4] if said else b""


def _look_at_base58(passage: Passage, match: re.Match[str]) -> Found | None:
    body = base58check(match.group())
    passed = body is not None and len(body) in (21, 22)
    # What begins with another character than these, and fails, is no address but any long word.
    return _weigh(passage, *match.span(), passed, 0.95) if passed or match.group()[0] in "13" else None


def _look_at_ripple(passage: Passage, match: re.Match[str]) -> Found | None:
    body = base58check(match.group(), alphabet=RIPPLE)
    return (*match.span(), 0.95, "pattern, check") if body is not None and len(body) == 21 else None


def _look_at_bech32(passage: Passage, match: re.Match[str]) -> Found | None:
    text = passage.text
    prefix = _PREFIX.search(text, max(0, match.start() - 9), match.start())
    if not prefix or prefix.group().lower() not in _PREFIXES:
        return None
    start = prefix.start()
    passed = bech32(text[start : match.end()]) is not None
    return _weigh(passage, start, match.end(), passed, 0.95) if passed or prefix.group().lower() == "bc" else None


#: The letters and digits in a row that every address has: a text without so many holds none.
SHORTEST = 25
_RUNS = bytes(ord("a" if chr(code).isascii() and chr(code).isalnum() else " ") for code in range(256))


@dataclass(frozen=True, kw_only=True)
class Wallets:
    """Recognizers of addresses, asked where a text holds a long run of letters and digits: nearly nowhere."""

    parts: tuple[Candidates | Hashed, ...]
    type: str = "CRYPTO"

    def find(self, passages: Sequence[Passage]) -> list[Findings]:
        """Return the addresses of each passage; a passage that takes too long brings a warning."""
        return [self._find(passage) for passage in passages]

    def _find(self, passage: Passage) -> Findings:
        runs = passage.text.encode("latin-1", errors="replace").translate(_RUNS)
        if b"a" * SHORTEST not in runs:
            return NOTHING
        found = [findings for part in self.parts for findings in part.find([passage])]
        return Findings(
            tuple(item for findings in found for item in findings.evidence),
            tuple(dict.fromkeys(warning for findings in found for warning in findings.warnings)),
        )


_MONERO = rf"(?<![^\W_].)(?:[{_BASE58}]{{94}}|[{_BASE58}]{{105}}){_EDGE}"

_WALLETS = Wallets(
    parts=(
        Candidates(
            type="CRYPTO",
            near=rf"[13ADLMTX79mn](?<![^\W_].)[{_BASE58}]{{25,33}}+{_EDGE}",
            look=_look_at_base58,
        ),
        Candidates(type="CRYPTO", near=rf"2(?<![^\W_].)[{_BASE58}]{{34}}{_EDGE}", look=_look_at_base58),
        Candidates(type="CRYPTO", near=rf"t[13](?<![^\W_]..)[{_BASE58}]{{33}}{_EDGE}", look=_look_at_base58),
        Candidates(type="CRYPTO", near=rf"r(?<![^\W_].)[{_BASE58}]{{24,34}}+{_EDGE}", look=_look_at_ripple),
        # Behind the last 1; the part before it is looked at afterwards.
        Candidates(type="CRYPTO", near=rf"1[ac-hj-np-z02-9]{{25,110}}+{_EDGE}", look=_look_at_bech32),
        Candidates(type="CRYPTO", near=rf"1[AC-HJ-NP-Z02-9]{{25,110}}+{_EDGE}", look=_look_at_bech32),
        Candidates(
            type="CRYPTO",
            near=rf"bitcoincash:[qp][a-z0-9]{{41}}{_EDGE}",
            look=lambda passage, match: (*match.span(), 0.9, "pattern"),
        ),
        Hashed(
            near=rf"0x(?<![^\W_]..)[0-9a-fA-F]{{40}}{_EDGE}",
            message=_ether_message,
            holds=lambda address, digest: eip55(address[2:], digest),
        ),
        # An expression that begins with one character is the faster one.
        *(
            Hashed(
                near=first + _MONERO,
                message=_monero_message,
                holds=lambda address, digest: (monero(address) or b"")[-4:] == digest[:4],
            )
            for first in "48"
        ),
    )
)

RECOGNIZERS = (
    _WALLETS,
    # Solana's are 32 bytes without a check.
    Hinted(
        hints=("solana", "sol wallet", "sol address", "sol-adresse", "phantom"),
        before=60,
        after=90,
        pattern=Pattern(
            type="CRYPTO",
            regex=rf"(?<![\p{{L}}\p{{N}}])(?-i:(?=[a-z\d]*[A-Z])(?=[A-Z\d]*[a-z])(?=[A-Za-z]*\d)[{_BASE58}]{{43,44}}+)"
            r"(?![\p{L}\p{N}])",
            score=0.7,
        ),
    ),
)
