"""libphonenumber's example numbers: found exactly behind "Tel.: ", and in international form alone.

    python -m benchmarks.recognizers.phones --data DIRECTORY

Behind "Tel.: " the number's region is given, as by a caller who knows where the text comes from; alone nothing is. The
figure for international forms counts INTERNATIONAL and E164.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import deckname
from benchmarks.recognizers.cases import Case, Disagreements, load_reasons, look, parser, read, share, write
from deckname.detector import Detector

FILE = "phonenumbers.examples.jsonl"
LABEL = "Tel.: "
INTERNATIONAL = ("INTERNATIONAL", "E164")


def measure(
    detector: Detector, cases: Sequence[Case], reasons: Mapping[str, str], *, show: bool = False
) -> dict[str, Any]:
    """Return how many numbers are found exactly, by form."""
    listed = Disagreements("phonenumbers.examples", reasons)
    figures: dict[str, Any] = {}
    for part, before in (("behind Tel.:", LABEL), ("alone", "")):
        own = [case for case in cases if before or case.meta["format"] in INTERNATIONAL]
        regions = [(str(case.meta["region"]),) if before else () for case in own]
        counts: Counter[str] = Counter()
        exact: Counter[str] = Counter()
        for case, seen in zip(own, look(detector, [before + case.text for case in own], regions=regions), strict=True):
            form = case.meta["format"]
            whole = (len(before), len(before) + len(case.text))
            hit = any((s.span.start, s.span.end) == whole and s.span.type == "PHONE_NUMBER" for s in seen)
            counts[form] += 1
            exact[form] += hit
            if not hit and form != "RFC3966":
                listed.add(case, part, form, seen, show=show)
        figures[part] = {
            form: {"numbers": n, "exact": exact[form], "share": share(exact[form], n)} for form, n in counts.items()
        }
        if not before:
            figures["international forms alone"] = share(exact.total(), counts.total())
    forms = [figures["behind Tel.:"].get(form, {"exact": 0, "numbers": 0}) for form in ("NATIONAL", "INTERNATIONAL")]
    figures["national and international form behind Tel.:"] = share(
        sum(form["exact"] for form in forms), sum(form["numbers"] for form in forms)
    )
    return figures | {"not explained": listed.unexplained, "disagreements": listed.as_json()}


def main() -> None:
    arguments_of = parser(__doc__)
    arguments_of.add_argument("--data", type=Path, required=True, help=f"the directory that {FILE} lies in")
    arguments = arguments_of.parse_args()
    figures = measure(deckname.load("none"), read(arguments.data / FILE), load_reasons(), show=arguments.show)
    write("phonenumbers.examples", figures, arguments.out)


if __name__ == "__main__":
    main()
