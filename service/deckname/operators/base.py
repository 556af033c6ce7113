"""What operators have in common."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

#: The name of a secret in the key file; the secret itself is in no policy.
KeyName = Annotated[str, Field(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")]


class Base(BaseModel):
    """An operator is its parameters, and a call ``operator(value, type_, session)`` that returns what is put in place.

    It looks at nothing but these three, so that equal calls in one session give equal results.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, populate_by_name=True)
