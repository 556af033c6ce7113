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
        ("[Rue Notre-Dame, 41]\n[1511 St. Gallen]", ["Rue Notre-Dame, 41\n1511 St. Gallen"]),
        ("[Vestweg 17]\n[7207 RD Wetering]", ["Vestweg 17\n7207 RD Wetering"]),
        ("[Via Roma 8]\n[32970 Catania (CT)]", ["Via Roma 8\n32970 Catania (CT)"]),
        ("[28 Trafalgar Inlet]\n[Essex, CT 06060]", ["28 Trafalgar Inlet\nEssex, CT 06060"]),
        ("[4th Floor],\n[35-37 Crescent Road],\n[Oxford]", ["4th Floor,\n35-37 Crescent Road,\nOxford"]),
        ("[Flat 7S]\n[126 Trafalgar Way]\n[Unit 2, 9 Elm Rd]", ["Flat 7S\n126 Trafalgar Way", "Unit 2, 9 Elm Rd"]),
        (
            "[12, rue du Lac]\n[6bis, rue de Lyon]\n[Via Roma n. 5]\n[Kerkstraat 5]",
            ["12, rue du Lac", "6bis, rue de Lyon", "Via Roma n. 5", "Kerkstraat 5"],
        ),
        ("[12 Main St]\n\n[Leeds LS1 4AP]", ["12 Main St", "Leeds LS1 4AP"]),
        ("[Am Markt 3] und [99084 Erfurt]", ["Am Markt 3", "99084 Erfurt"]),
    ],
)
def test_an_address_goes_on_after_a_comma_or_on_the_next_line(marked: str, joined: list[str]) -> None:
    assert parts(marked) == joined
