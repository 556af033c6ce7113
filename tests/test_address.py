from __future__ import annotations

import pytest

from deckname.address import joined_addresses
from deckname.span import Span


def parts(marked: str) -> list[str]:
    """Read spans marked with brackets, join them, and return their texts."""
    text, spans, start = "", [], 0
    for character in marked:
        if character == "[":
            start = len(text)
        elif character == "]":
            spans.append(Span(start, len(text), "ADDRESS"))
        else:
            text += character
    return [text[span.start : span.end] for span in joined_addresses(spans, text)]


@pytest.mark.parametrize(
    ("marked", "joined"),
    [
        ("[Lange Str. 12a]\n[70173 Stuttgart]", ["Lange Str. 12a\n70173 Stuttgart"]),
        (
            "[12 High Street]\r\n  [Leeds LS1 4AP]\r\n  [United Kingdom]",
            ["12 High Street\r\n  Leeds LS1 4AP\r\n  United Kingdom"],
        ),
        ("> [Bahnhofstr. 3]\n> [8001 Zürich]", ["Bahnhofstr. 3\n> 8001 Zürich"]),
        ("[4 Elm Ct], [Springfield]", ["4 Elm Ct, Springfield"]),
        ("[12 Main St]\n[14 Oak St]\n[3 Elm Rd]", ["12 Main St", "14 Oak St", "3 Elm Rd"]),
        ("[12 Main St]\n\n[Leeds LS1 4AP]", ["12 Main St", "Leeds LS1 4AP"]),
        ("[Am Markt 3] und [99084 Erfurt]", ["Am Markt 3", "99084 Erfurt"]),
    ],
)
def test_an_address_goes_on_after_a_comma_or_on_the_next_line(marked: str, joined: list[str]) -> None:
    assert parts(marked) == joined
