"""What Presidio calls the things that we find: its names are narrower where a country is known, wider where not.

Names after presidio-analyzer 2.2.366 (https://microsoft.github.io/presidio/supported_entities/); the types of our own
that it has no name for keep ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deckname.findings import Evidence
from deckname.types import DIRECT_TYPES, TYPES, ancestors

#: Quasi-identifiers that Presidio returns when a caller names no entities.
_QUASI = frozenset({"LOCATION", "DATE_TIME", "URL"})
#: What is looked for when a caller names no entities.
DEFAULT_TYPES = DIRECT_TYPES | _QUASI

#: What no rule finds.
BY_MODEL = frozenset({"PERSON", "LOCATION", "ORGANIZATION"})

#: For each of our types: how a rule's name begins, and the name that Presidio has for just that.
_BY_RULE: dict[str, dict[str, str]] = {
    "BANK_CODE": {"ABA routing number": "ABA_ROUTING_NUMBER"},
    "COMPANY_ID": {
        "Australian ABN": "AU_ABN",
        "Australian ACN": "AU_ACN",
        "German VAT number": "DE_VAT_ID",
        "German commercial register number": "DE_HANDELSREGISTER",
        "Indian GSTIN": "IN_GSTIN",
        "Italian VAT number": "IT_VAT_CODE",
        "Italian partita IVA": "IT_VAT_CODE",
        "Singapore UEN": "SG_UEN",
        "South Korean BRN": "KR_BRN",
        "Swedish organisationsnummer": "SE_ORGANISATIONSNUMMER",
    },
    "DRIVER_LICENSE": {
        "British driver number": "UK_DRIVING_LICENCE",
        "German Führerschein": "DE_FUEHRERSCHEIN",
        "Italian patente": "IT_DRIVER_LICENSE",
        "South Korean driving licence": "KR_DRIVER_LICENSE",
    },
    "HEALTH_ID": {
        "Australian Medicare number": "AU_MEDICARE",
        "British NHS number": "UK_NHS",
        "German Krankenversichertennummer": "DE_HEALTH_INSURANCE",
        "US Medicare MBI": "US_MBI",
    },
    "LICENSE_PLATE": {
        "British registration mark": "UK_VEHICLE_REGISTRATION",
        "Indian vehicle registration": "IN_VEHICLE_REGISTRATION",
        "Nigerian vehicle registration": "NG_VEHICLE_REGISTRATION",
        "Turkish registration plate": "TR_LICENSE_PLATE",
    },
    "MEDICAL_LICENSE": {"German BSNR": "DE_BSNR", "German LANR": "DE_LANR", "US NPI": "US_NPI"},
    "NATIONAL_ID": {
        "British NINO": "UK_NINO",
        "Canadian SIN": "CA_SIN",
        "Finnish henkilötunnus": "FI_PERSONAL_IDENTITY_CODE",
        "German Personalausweis": "DE_ID_CARD",
        "German Sozialversicherungsnummer": "DE_SOCIAL_SECURITY",
        "Indian Aadhaar": "IN_AADHAAR",
        "Indian voter card": "IN_VOTER",
        "Italian codice fiscale": "IT_FISCAL_CODE",
        "Italian identity card": "IT_IDENTITY_CARD",
        "Nigerian NIN": "NG_NIN",
        "Philippine UMID": "PH_UMID",
        "Polish PESEL": "PL_PESEL",
        "Singapore NRIC or FIN": "SG_NRIC_FIN",
        "South African ID number": "ZA_ID_NUMBER",
        "South Korean RRN": "KR_RRN",
        "South Korean foreigner registration number": "KR_FRN",
        "Spanish DNI": "ES_NIF",
        "Spanish NIE": "ES_NIE",
        "Swedish personnummer": "SE_PERSONNUMMER",
        "Thai identity number": "TH_TNIN",
        "Turkish kimlik number": "TR_NATIONAL_ID",
    },
    "PASSPORT": {
        "British passport": "UK_PASSPORT",
        "German Reisepass": "DE_PASSPORT",
        "German provisional or children's passport": "DE_PASSPORT",
        "Indian passport": "IN_PASSPORT",
        "Italian passport": "IT_PASSPORT",
        "South Korean passport": "KR_PASSPORT",
        "Spanish passport": "ES_PASSPORT",
    },
    "TAX_ID": {
        "Australian TFN": "AU_TFN",
        "German Steuer-ID": "DE_TAX_ID",
        "German Steuernummer": "DE_TAX_NUMBER",
        "Indian PAN": "IN_PAN",
        "Philippine TIN": "PH_TIN",
        "South African tax number": "ZA_INCOME_TAX_NUMBER",
        "Spanish NIF": "ES_NIF",
    },
}


def entity(type_: str, evidence: Sequence[Evidence], asked: frozenset[str] | None) -> str | None:
    """Return the name to report a span of this type by: of its names the narrowest that was asked for, or None.

    Without ``asked`` it is the name that Presidio would use.

    >>> entity("ADDRESS", (), None), entity("ADDRESS", (), frozenset({"ADDRESS"})), entity("ADDRESS", (), frozenset())
    ('LOCATION', 'ADDRESS', None)
    """
    rule = next((item.rule for item in evidence if item.rule and item.span.type == type_), "")
    narrow = next((name for begin, name in _BY_RULE.get(type_, {}).items() if rule.startswith(begin)), None)
    wide = _wide(type_)
    if wide and wide.startswith("US_") and rule and not rule.startswith("US"):
        wide = None  # Presidio knows the American kind alone, and this is another
    if asked is None:
        return narrow or wide or type_
    names = (narrow, type_, wide, *ancestors(type_))
    return next((name for name in names if name in asked), None)


def types_for(asked: Iterable[str]) -> frozenset[str]:
    """Return our types that may be reported by one of these names; names that nobody knows stand for none.

    >>> sorted(types_for(["US_ITIN", "UK_NHS", "UNHEARD_OF"]))
    ['HEALTH_ID', 'TAX_ID']
    """
    names = frozenset(asked)
    return frozenset(type_ for type_ in TYPES if not names.isdisjoint({*_names(type_), *ancestors(type_)}))


def own_type(name: str) -> str:
    """Return our type for one of Presidio's names; what we have none for keeps its name.

    >>> own_type("UK_NHS"), own_type("US_ITIN"), own_type("LOCATION"), own_type("UUID")
    ('HEALTH_ID', 'TAX_ID', 'LOCATION', 'UUID')
    """
    if name in TYPES:
        return name
    return next((type_ for type_ in TYPES if name in _names(type_)), name)


def entities(types: Iterable[str]) -> list[str]:
    """Return every name by which these types may be reported when no entities are named.

    >>> entities(["PERSON", "ADDRESS", "PASSPORT"])[-4:]
    ['PASSPORT', 'PERSON', 'UK_PASSPORT', 'US_PASSPORT']
    """
    found: set[str] = set()
    for type_ in types:
        wide = _wide(type_)
        found |= _names(type_) if wide is None or wide.startswith("US_") else _names(type_) - {type_} | {wide}
    return sorted(found)


def recognizer(type_: str) -> str:
    """Return the name of what finds a type by rules.

    >>> recognizer("CREDIT_CARD"), recognizer("EMAIL_ADDRESS")
    ('CreditCardRecognizer', 'EmailRecognizer')
    """
    return _RECOGNIZERS.get(type_) or f"{type_.title().replace('_', '')}Recognizer"


_RECOGNIZERS = {
    "EMAIL_ADDRESS": "EmailRecognizer",
    "PHONE_NUMBER": "PhoneRecognizer",
    "IBAN_CODE": "IbanRecognizer",
    "IP_ADDRESS": "IpRecognizer",
    "DATE_TIME": "DateRecognizer",
}


def _wide(type_: str) -> str | None:
    entry = TYPES.get(type_)
    return entry.presidio if entry else None


def _names(type_: str) -> set[str]:
    wide = _wide(type_)
    return {type_, *_BY_RULE.get(type_, {}).values(), *([wide] if wide else [])}
