"""The sentences that must come out exactly: the course's fifteen, and German counterparts.

The English ones are the examples of the course that the project grew out of, with their true offsets. ``[value|TYPE]``
marks what must be found, ``{value}`` what must not, so that `tests/test_templates_apart.py` can mask both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

ENGLISH = (
    "My name is [John Smith|PERSON] and my email is [john.smith@email.com|EMAIL_ADDRESS].",
    "I live at [123 Main St, Anytown, USA|ADDRESS].",
    "My phone number is [(555) 123-4567|PHONE_NUMBER].",
    "My social security number is [123-45-6789|US_SSN].",
    "My credit card number is [1234-5678-9012-3456|CREDIT_CARD].",
    "I was born on [January 1, 1990|DATE_OF_BIRTH].",
    "My passport number is [ABC123456|PASSPORT].",
    "My driver's license number is [A123-456-789-0|DRIVER_LICENSE].",
    "I work at {Acme Corporation}.",
    "My favourite colour is {blue}.",
    "My name is [John Smith|PERSON].",
    "I live at [123 Main St|ADDRESS].",
    "You can contact me at [john.smith@email.com|EMAIL_ADDRESS].",
    "My favorite color is {blue}.",
    "I graduated from {Harvard University} in {2012}.",
)
GERMAN = (
    "Mein Name ist [Hans Schmidt|PERSON] und meine E-Mail-Adresse ist [hans.schmidt@email.de|EMAIL_ADDRESS].",
    "Ich wohne in der [Hauptstraße 123, 12345 Musterstadt, Deutschland|ADDRESS].",
    "Meine Telefonnummer ist [(030) 1234567|PHONE_NUMBER].",
    "Meine US-Sozialversicherungsnummer ist [123-45-6789|US_SSN].",
    "Meine Kreditkartennummer ist [1234-5678-9012-3456|CREDIT_CARD].",
    "Ich wurde am [1. Januar 1990|DATE_OF_BIRTH] geboren.",
    "Meine Passnummer ist [C01X00T47|PASSPORT].",
    "Meine Führerscheinnummer ist [B072RRE2I55|DRIVER_LICENSE].",
    "Ich arbeite bei der {Acme GmbH}.",
    "Meine Lieblingsfarbe ist {Blau}.",
    "Mein Name ist [Hans Schmidt|PERSON].",
    "Ich wohne in der [Hauptstr. 123|ADDRESS].",
    "Sie erreichen mich unter [hans.schmidt@email.de|EMAIL_ADDRESS].",
    "Meine Lieblingsfarbe ist {blau}.",
    "Ich habe {2012} an der {Universität Heidelberg} meinen Abschluss gemacht.",
)
LETTER = (
    "Sehr geehrte Damen und Herren, mein Name ist [Jürgen Großmann-Öztürk|PERSON], "
    "geboren am [3.4.1978|DATE_OF_BIRTH], wohnhaft [Lange Str. 12a, 70173 Stuttgart|ADDRESS], "
    "Tel. [0711/1234567|PHONE_NUMBER], IBAN [DE89 3704 0044 0532 0130 00|IBAN_CODE]."
)

_MARK = re.compile(r"\[([^|\]]+)\|([A-Z_]+)\]|\{([^}]+)\}")


@dataclass(frozen=True)
class Sentence:
    """A text and what must be found in it: (type, start, end)."""

    text: str
    spans: tuple[tuple[str, int, int], ...]


def read(marked: str) -> Sentence:
    """Return the sentence that a marked one means.

    >>> read("My name is [Ada|PERSON].")
    Sentence(text='My name is Ada.', spans=(('PERSON', 11, 14),))
    """
    text, spans, done = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[done : match.start()]
        value = match[1] or match[3]
        if match[2]:
            spans.append((match[2], len(text), len(text) + len(value)))
        text += value
        done = match.end()
    return Sentence(text + marked[done:], tuple(spans))


def masked(marked: str, mask: str) -> str:
    """Return the sentence with every value hidden."""
    return _MARK.sub(mask, marked)
