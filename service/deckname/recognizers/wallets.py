"""How addresses of cryptocurrency wallets check: Base58Check, Bech32, EIP-55, and Monero's blocks.

Sources: Bitcoin https://en.bitcoin.it/wiki/Base58Check_encoding; BIP 141, 173 and 350 (witness programs, Bech32,
Bech32m); ERC-55
(https://eips.ethereum.org/EIPS/eip-55); the Keccak reference (https://keccak.team/keccak_specs_summary.html; Ethereum
and Monero pad as Keccak did before FIPS 202, so that hashlib's SHA-3 will not do); CryptoNote standard 007 (Monero).
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

BITCOIN = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
RIPPLE = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz"
_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_BECH32_CONSTANTS = (1, 0x2BC830A3)
_SEGWIT = ("bc", "tb", "bcrt", "ltc", "tltc", "vtc", "dgb", "btg")


def base58check(address: str, *, alphabet: str = BITCOIN) -> bytes | None:
    """Return the version and payload of an address; None where its four bytes of checksum are wrong.

    >>> base58check("1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2")[0], base58check("1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3")
    (0, None)
    """
    number = 0
    for character in address:
        place = alphabet.find(character)
        if place < 0:
            return None
        number = number * 58 + place
    zeros = len(address) - len(address.lstrip(alphabet[0]))
    data = bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8, "big")
    body, checksum = data[:-4], data[-4:]
    return body if len(body) >= 21 and sha256(sha256(body).digest()).digest()[:4] == checksum else None


def bech32(address: str) -> str | None:
    """Return the part before the last 1 of a Bech32 or Bech32m address; None where its checksum is wrong.

    Of Bitcoin and its kin, it must also be a witness program.

    >>> bech32("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"), bech32("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5")
    ('bc', None)
    >>> bech32("bc1lv93xxer9venks6t2ddkx6mn0wpchyum5rtc42k")  # there is no version 31
    """
    if address not in (address.lower(), address.upper()):
        return None
    prefix, _, data = address.lower().rpartition("1")
    places = [_BECH32.find(character) for character in data]
    if not prefix or min(places, default=-1) < 0:
        return None
    checksum = 1
    for value in [*(ord(each) >> 5 for each in prefix), 0, *(ord(each) & 31 for each in prefix), *places]:
        top = checksum >> 25
        checksum = (checksum & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            checksum ^= generator if top >> bit & 1 else 0
    if checksum not in _BECH32_CONSTANTS:
        return None
    return None if prefix in _SEGWIT and not _is_witness_program(places[:-6], checksum) else prefix


def _is_witness_program(places: Sequence[int], checksum: int) -> bool:
    """Whether version (0 to 16) and length (2 to 40 bytes; of version 0: 20 or 32) are right, and go with the checksum.

    >>> [_is_witness_program([0] + [1] * size, 1) for size in (32, 33, 52)]
    [True, False, False]
    """
    if not places or places[0] > 16 or checksum != _BECH32_CONSTANTS[places[0] > 0]:
        return False
    size, rest = divmod((len(places) - 1) * 5, 8)
    if rest > 4 or places[-1] & ((1 << rest) - 1):
        return False
    return size in (20, 32) if places[0] == 0 else 2 <= size <= 40


def eip55(digits: str, digest: bytes) -> bool:
    """Whether the capitals among 40 hexadecimal digits are those that the hash of the small ones asks for.

    >>> def holds(digits):
    ...     return eip55(digits, keccak_256([digits.lower().encode()])[0])
    >>> holds("5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"), holds("5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed")
    (True, False)
    """
    asked = digest.hex()[: len(digits)]
    return all(digit.isdigit() or digit.isupper() == (mark > "7") for digit, mark in zip(digits, asked, strict=True))


def monero(address: str) -> bytes | None:
    """Return what the 95 characters of a Monero address (106 with a payment identifier) say; None if not in blocks.

    Eleven characters stand for eight bytes, the last seven for five. The last four bytes are those that the hash of the
    others begins with.

    >>> said = monero("44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A")
    >>> said[0], keccak_256([said[:-4]])[0][:4] == said[-4:], monero("44AFFq")
    (18, True, None)
    """
    data = b""
    for at in range(0, len(address), 11):
        block = address[at : at + 11]
        number, size = 0, {11: 8, 7: 5}.get(len(block), 0)
        for character in block:
            number = number * 58 + max(0, BITCOIN.find(character))
        if number >> (8 * size):
            return None
        data += number.to_bytes(size, "big")
    return data


_Words = NDArray[np.uint64]
_X, _Y = np.arange(5)[:, None], np.arange(5)
_NEXT, _AFTER_NEXT, _PREVIOUS = (np.arange(5) + 1) % 5, (np.arange(5) + 2) % 5, (np.arange(5) - 1) % 5
_TURNS = np.array(
    [[0, 36, 3, 41, 18], [1, 44, 10, 45, 2], [62, 6, 43, 15, 61], [28, 55, 25, 21, 56], [27, 20, 39, 8, 14]], np.uint64
)[:, :, None]
_RATE = 136


def keccak_256(messages: Sequence[bytes]) -> list[bytes]:
    """Return the hashes of messages of less than 136 bytes, all at once.

    >>> [digest.hex()[:16] for digest in keccak_256([b"", b"abc"])]
    ['c5d2460186f7233c', '4e03657aea45a94f']
    """
    padded = bytearray()
    for message in messages:
        block = bytearray(message.ljust(_RATE, b"\0"))
        block[len(message)] ^= 0x01
        block[-1] ^= 0x80
        padded += block
    lanes: _Words = np.zeros((25, len(messages)), np.uint64)
    lanes[: _RATE // 8] = np.frombuffer(bytes(padded), "<u8").reshape(len(messages), -1).T
    state = lanes.reshape(5, 5, -1).transpose(1, 0, 2).copy()  # [x, y]: lane 5y + x
    for constant in _round_constants():
        column = np.bitwise_xor.reduce(state, axis=1)
        state ^= (column[_PREVIOUS] ^ _turned(column[_NEXT], np.uint64(1)))[:, None]
        moved = np.empty_like(state)
        moved[_Y, (2 * _X + 3 * _Y) % 5] = _turned(state, _TURNS)
        state = moved ^ (~moved[_NEXT] & moved[_AFTER_NEXT])
        state[0, 0] ^= constant
    digests = state[:4, 0].T.astype("<u8").tobytes()
    return [digests[at : at + 32] for at in range(0, len(digests), 32)]


def _turned(words: _Words, by: _Words | np.uint64) -> _Words:
    return (words << by) | (words >> ((np.uint64(64) - by) & np.uint64(63)))


def _round_constants() -> list[np.uint64]:
    """Return the 24 constants, bits of a linear feedback shift register."""
    constants, register = [], 1
    for _ in range(24):
        constant = 0
        for bit in range(7):
            register = (register << 1 ^ (register >> 7) * 0x71) % 256
            constant |= (register >> 1 & 1) << ((1 << bit) - 1)
        constants.append(np.uint64(constant))
    return constants
