"""Every knob, read once from the environment by the composition roots."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Read from ``DECKNAME_*``; frozen, so that nothing changes under a running service."""

    model_config = SettingsConfigDict(env_prefix="DECKNAME_", frozen=True, extra="ignore")

    model: str = Field(default="small", description='a model that ships with deckname, a directory, or "none"')
    threads: int = Field(default=0, ge=0, description="threads within one inference; 0: one a core")
    concurrency: int = Field(default=2, ge=1, description="requests that are computed at the same time; others wait")
    queue: int = Field(default=64, ge=0, description="requests that may wait; further ones are refused at once")
    max_characters: int = Field(default=1_000_000, ge=1, description="characters in one text")
    max_texts: int = Field(default=1_000, ge=1, description="texts in one request")
    max_body_bytes: int = Field(default=8_000_000, ge=1, description="bytes in one request")
    max_patterns: int = Field(default=100, ge=0, description="patterns in one request")
    max_entries: int = Field(default=10_000, ge=0, description="allow and deny entries in one request")
    timeout_seconds: Annotated[float, Field(gt=0)] = Field(default=30.0, description="time budget of one request")
    log_level: str = Field(default="info", description="debug, info, warning or error")
