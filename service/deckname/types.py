"""The vocabulary of PII types: the one list that OpenAPI, the command line, training and the docs read.

Names are Presidio's wherever it has one, so that its users feel at home. A *direct* identifier is found by
default and alone decides ``contains_pii``; a *quasi* identifier is found when it is asked for. A type covers
its children: a filter, threshold or operator for ``NATIONAL_ID`` holds for ``US_SSN`` too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Tier(StrEnum):
    """Whether a type alone makes a text personal."""

    DIRECT = "direct"
    QUASI = "quasi"


@dataclass(frozen=True, slots=True)
class PiiType:
    """One entry of the vocabulary; ``presidio`` is the name that Presidio knows it by."""

    name: str
    tier: Tier
    description: str
    parent: str | None = None
    presidio: str | None = None


_DIRECT = (
    PiiType("PERSON", Tier.DIRECT, "a person's name or a part of it, without titles", presidio="PERSON"),
    PiiType(
        "ADDRESS", Tier.DIRECT, "a postal address down to the street, or a part finer than a town", presidio="LOCATION"
    ),
    PiiType("EMAIL_ADDRESS", Tier.DIRECT, "an e-mail address", presidio="EMAIL_ADDRESS"),
    PiiType("PHONE_NUMBER", Tier.DIRECT, "a telephone, mobile or fax number", presidio="PHONE_NUMBER"),
    PiiType("DATE_OF_BIRTH", Tier.DIRECT, "the date on which somebody was born", presidio="DATE_TIME"),
    PiiType("CREDIT_CARD", Tier.DIRECT, "the number of a payment card", presidio="CREDIT_CARD"),
    PiiType(
        "IBAN_CODE", Tier.DIRECT, "an international bank account number", presidio="IBAN_CODE", parent="BANK_ACCOUNT"
    ),
    PiiType(
        "BANK_ACCOUNT", Tier.DIRECT, "a national bank account number, with its bank code", presidio="US_BANK_NUMBER"
    ),
    PiiType("NATIONAL_ID", Tier.DIRECT, "a number of an identity card, a national register or social security"),
    PiiType(
        "US_SSN", Tier.DIRECT, "a social security number of the United States", presidio="US_SSN", parent="NATIONAL_ID"
    ),
    PiiType("PASSPORT", Tier.DIRECT, "a passport number", presidio="US_PASSPORT"),
    PiiType("DRIVER_LICENSE", Tier.DIRECT, "a number of a driving licence", presidio="US_DRIVER_LICENSE"),
    PiiType("TAX_ID", Tier.DIRECT, "a person's tax number", presidio="US_ITIN"),
    PiiType("HEALTH_ID", Tier.DIRECT, "a health insurance, patient or medical record number"),
    PiiType("ID_NUMBER", Tier.DIRECT, "a customer, employee, member or case number named as such"),
    PiiType(
        "MEDICAL_LICENSE",
        Tier.DIRECT,
        "a number under which a doctor, nurse or practice is registered",
        presidio="MEDICAL_LICENSE",
        parent="ID_NUMBER",
    ),
    PiiType("LICENSE_PLATE", Tier.DIRECT, "the registration plate of a vehicle"),
    PiiType("VIN", Tier.DIRECT, "the identification number of a vehicle"),
    PiiType("DEVICE_ID", Tier.DIRECT, "the number of a telephone or another device (IMEI)"),
    PiiType("CRYPTO", Tier.DIRECT, "the address of a cryptocurrency wallet", presidio="CRYPTO"),
    PiiType("CVV", Tier.DIRECT, "the security code of a payment card"),
    PiiType("USERNAME", Tier.DIRECT, "the name of an account, or a handle"),
    PiiType("PASSWORD", Tier.DIRECT, "a password or PIN"),
    PiiType("SECRET", Tier.DIRECT, "an API key, access token or private key"),
    PiiType("IP_ADDRESS", Tier.DIRECT, "an IPv4 or IPv6 address", presidio="IP_ADDRESS"),
    PiiType("MAC_ADDRESS", Tier.DIRECT, "the hardware address of a network device", presidio="MAC_ADDRESS"),
)
_QUASI = (
    PiiType("LOCATION", Tier.QUASI, "a town, region, country or place", presidio="LOCATION"),
    PiiType("ORGANIZATION", Tier.QUASI, "a company, authority, school or club", presidio="ORGANIZATION"),
    PiiType("DATE_TIME", Tier.QUASI, "a date or time that is no birthday", presidio="DATE_TIME"),
    PiiType("AGE", Tier.QUASI, "the age of a person", presidio="AGE"),
    PiiType("URL", Tier.QUASI, "a web address", presidio="URL"),
    PiiType("COMPANY_ID", Tier.QUASI, "a register, tax or VAT number of a company"),
    PiiType("BANK_CODE", Tier.QUASI, "the code of a bank (BIC, routing number)", presidio="ABA_ROUTING_NUMBER"),
    PiiType("COORDINATES", Tier.QUASI, "a place on earth in degrees"),
)

TYPES: dict[str, PiiType] = {entry.name: entry for entry in _DIRECT + _QUASI}
DIRECT_TYPES: frozenset[str] = frozenset(entry.name for entry in _DIRECT)

#: What a caller may call a type of their own.
TYPE_NAME = re.compile(r"[A-Z][A-Z0-9_]{0,63}")


@lru_cache(maxsize=256)  # asked for every finding
def expand(names: frozenset[str]) -> frozenset[str]:
    """Return ``names`` with every type whose parent is among them.

    >>> sorted(expand(frozenset({"NATIONAL_ID"})))
    ['NATIONAL_ID', 'US_SSN']
    """
    return names | {name for name in TYPES if any(parent in names for parent in ancestors(name))}


def ancestors(name: str) -> tuple[str, ...]:
    """Return the parents of a type, nearest first; a type that a caller invented has none.

    >>> ancestors("US_SSN")
    ('NATIONAL_ID',)
    """
    found: list[str] = []
    entry = TYPES.get(name)
    while entry and entry.parent:
        found.append(entry.parent)
        entry = TYPES.get(entry.parent)
    return tuple(found)
