"""Numbers of telephones and other devices that are called so.

IMEI, 15 digits with Luhn (14 where the check digit, which is not transmitted, is left out), and IMEISV, 16 with the
software's version (3GPP TS 23.003 clause 6.2); MEID, 14 hexadecimal
digits from A0, or 18 decimal ones, and a check digit that may stand behind them (3GPP2 S.R0048; "MEID" names IMEI,
too, for one field of forms holds both); ICCID of a SIM card, 19 or 20 digits from 89 with Luhn (ITU-T
E.118); IMSI, 15 digits (ITU-T E.212); advertising and Android identifiers.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "IMEI 490154203237518, IMEI: 49-015420-323751-8; IMEISV 4901542032375101; MEID: A10000009296F2")
['490154203237518', '49-015420-323751-8', '4901542032375101', 'A10000009296F2']
>>> values(IDENTIFIERS, "IMEI 49-015420-323751, IMEI: 35686800-004141-20; MEID AF 01 23 45 0A BC DE C")
['49-015420-323751', '35686800-004141-20', 'AF 01 23 45 0A BC DE C']
>>> values(IDENTIFIERS, "order 490154203237518, 1700000000000, A10000009296F2")
[]
"""

from __future__ import annotations

from stdnum import meid

from deckname.checksums import luhn
from deckname.identifier import Identifier

_IMEI = (
    "imei",
    "imei no",
    "imei number",
    "imei nummer",
    "imei code",
    "imei n",
    "numéro imei",
    "número imei",
    "imei sv",
    "imei*",
    "meid",
    "imei meid",
    "meid imei",
)
_MEID = ("meid", "imei meid", "meid imei", "esn", "meid hex", "meid dec", "meid number")
_SIM = (
    "iccid", "icc id", "sim", "sim card number", "sim number", "sim kartennummer", "sim karten nummer",
    "simkartennummer", "sim nummer", "numéro sim", "carte sim", "tarjeta sim", "scheda sim", "simkaart*", "cartão sim",
    "esim", "e sim",
)  # fmt: skip
_DEVICE = (
    "idfa", "idfv", "gaid", "aaid", "advertising id", "advertising identifier", "ad id", "android id", "device id",
    "device identifier", "device uuid", "device udid", "udid", "geräte id", "geraete id", "gerätekennung*", "werbe id",
    "identifiant de l appareil", "id de dispositivo", "id dispositivo", "apparaat id", "maid",
)  # fmt: skip

IDENTIFIERS = (
    Identifier(
        type="DEVICE_ID",
        name="IMEI",
        shapes=(
            "9" * 15, "99-999999-999999-9", "99 999999 999999 9", "999999-99-999999-9", "999999 99 999999 9",
            "99999999 999999 9", "99999999-999999-9", "999999/99/999999/9", "99 9999 9999 9999 9",
        ),
        valid=luhn,
        words=_IMEI,
        named=0.98,
    ),
    Identifier(
        type="DEVICE_ID",
        name="IMEISV",
        shapes=(
            "9" * 16, "99-999999-999999-99", "999999-99-999999-99", "99 999999 999999 99", "99999999-999999-99",
            "99999999 999999 99",
        ),
        words=("imeisv", "imei sv", "imei software version", "imei"),
        named=0.9,
    ),
    Identifier(
        type="DEVICE_ID",
        name="IMEI without its check digit",
        shapes=("9" * 14, "99-999999-999999", "999999-99-999999", "99999999-999999", "99 999999 999999"),
        words=_IMEI,
        named=0.85,
    ),
    Identifier(
        type="DEVICE_ID",
        name="MEID",
        shapes=(
            "X" * 14, "X" * 15, "XX XXXXXX XXXXXX", "XX-XXXXXX-XXXXXX", "XX XX XX XX XX XX XX",
            "XX XX XX XX XX XX XX X",
        ),
        form=r"[A-F][0-9A-F]{13,14}",
        valid=meid.is_valid,
        words=_MEID,
        named=0.9,
    ),
    Identifier(
        type="DEVICE_ID",
        name="decimal MEID",
        shapes=("9" * 18, "99999 99999 9999 9999", "99999 99999 9999 9999 9"),
        valid=meid.is_valid,
        words=_MEID,
        named=0.9,
    ),
    Identifier(type="DEVICE_ID", name="decimal ESN", shapes=("9" * 11,), words=_MEID, named=0.9),
    Identifier(
        type="DEVICE_ID",
        name="ICCID",
        shapes=("9" * 19, "9" * 20, "9999 9999 9999 9999 999", "9999 9999 9999 9999 9999", "99 99 999 999999999999"),
        form=r"89\d+",
        valid=luhn,
        words=_SIM,
        named=0.95,
    ),
    Identifier(
        type="DEVICE_ID",
        name="IMSI",
        shapes=("9" * 15, "999 99 9999999999", "999-99-9999999999", "999 999 999999999"),
        form=r"[2-79]\d{14}",
        words=("imsi", "imsi number", "imsi nummer", "international mobile subscriber identity"),
        named=0.9,
    ),
    Identifier(
        type="DEVICE_ID",
        name="identifier of a device",
        shapes=("XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX", "X" * 16, "X" * 32, "X" * 40, "XXXXXXXX-XXXXXXXXXXXXXXXX"),
        form=r"[0-9A-F]{16,40}",
        words=_DEVICE,
        named=0.9,
    ),
)  # fmt: skip
