"""What becomes of a found value: one module for each operator, and the union that a policy reads."""

from typing import Annotated

from pydantic import Field

from deckname.operators.date_shift import DateShift
from deckname.operators.encrypt import Encrypt
from deckname.operators.generalize import Generalize
from deckname.operators.hash import Hash
from deckname.operators.mask import Mask
from deckname.operators.plain import Keep, Remove
from deckname.operators.pseudonym import Pseudonym
from deckname.operators.replace import Replace

#: Any operator; ``op`` tells which.
Operator = Annotated[
    Replace | Remove | Mask | Hash | Pseudonym | Encrypt | DateShift | Generalize | Keep, Field(discriminator="op")
]

__all__ = [
    "DateShift",
    "Encrypt",
    "Generalize",
    "Hash",
    "Keep",
    "Mask",
    "Operator",
    "Pseudonym",
    "Remove",
    "Replace",
]
