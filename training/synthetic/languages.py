"""The languages that templates can be in, and what is known of each."""

from __future__ import annotations

from .es import SPANISH
from .fr import FRENCH
from .it import ITALIAN
from .nl import DUTCH
from .pt import PORTUGUESE
from .tongue import Tongue

#: The languages beside English and German, which the value modules know themselves.
TONGUES: dict[str, Tongue] = {"fr": FRENCH, "es": SPANISH, "it": ITALIAN, "nl": DUTCH, "pt": PORTUGUESE}
LANGUAGES = ("en", "de", *TONGUES)


def known(lang: str) -> str:
    """Return the language itself, or English for one that nothing is known of."""
    return lang if lang in LANGUAGES else "en"
