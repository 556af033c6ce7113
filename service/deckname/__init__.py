"""Finds personal data in text and redacts it, on your own machine.

>>> import deckname
>>> detector = deckname.load("none")  # patterns only; the default is the model that ships with deckname
>>> text = "Write to ada@lovelace.org"
>>> detection = detector.detect(text)
>>> deckname.redact(text, detection.spans).text
'Write to <EMAIL_ADDRESS>'
"""

from deckname.build import load
from deckname.detector import Detection, Detector, Options
from deckname.keys import Keyring
from deckname.pattern import Pattern
from deckname.policy import Policy
from deckname.redact import redact
from deckname.restore import restore
from deckname.session import Session
from deckname.span import Span

__all__ = [
    "Detection",
    "Detector",
    "Keyring",
    "Options",
    "Pattern",
    "Policy",
    "Session",
    "Span",
    "load",
    "redact",
    "restore",
]
__version__ = "0.1.0"
