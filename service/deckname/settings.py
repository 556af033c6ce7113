"""Every knob, read once from the environment by the composition roots."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Read from ``DECKNAME_*``; frozen, so that nothing changes under a running service."""

    model_config = SettingsConfigDict(env_prefix="DECKNAME_", frozen=True, extra="ignore")

    model: str = Field(default="small", description='a model that ships with deckname, a directory, or "none"')
    classifier: str = Field(default="", description="a classifier's directory for POST /classify; empty: no such route")
    threads: int = Field(default=0, ge=0, description="inferences at the same time, a thread each; 0: one a core")
    workers: int = Field(
        default=1, ge=1, description="processes that share the cores; `deckname serve --workers` sets it"
    )
    concurrency: int = Field(
        default=0, ge=0, description="requests that are looked through at the same time; others wait; 0: eight a thread"
    )
    queue: int = Field(default=32, ge=0, description="requests that may wait; further ones are refused at once")
    queue_bytes: int = Field(default=32_000_000, ge=1, description="bytes of bodies inside, of all requests together")
    max_characters: int = Field(default=1_000_000, ge=1, description="characters in one text")
    max_texts: int = Field(default=1_000, ge=1, description="texts in one request")
    max_body_bytes: int = Field(default=8_000_000, ge=1, description="bytes in one request")
    max_patterns: int = Field(default=100, ge=0, description="patterns in one request")
    max_entries: int = Field(default=10_000, ge=0, description="allow and deny entries in one request")
    timeout_seconds: Annotated[float, Field(gt=0)] = Field(default=30.0, description="time budget of one request")
    body_seconds: Annotated[float, Field(gt=0)] = Field(default=10.0, description="time for a body to arrive")
    stream_hold_back: int = Field(
        default=400, ge=16, le=100_000, description="characters that /redact/stream holds back, if no value is longer"
    )
    stream_seconds: Annotated[float, Field(gt=0)] = Field(default=300.0, description="time budget of one stream")
    max_streams: int = Field(default=100, ge=0, description="streams that are open at the same time")
    drain_seconds: Annotated[float, Field(ge=0)] = Field(
        default=0.0, description="after SIGTERM, time with /ready at 503 in which requests are still taken"
    )
    shutdown_seconds: int = Field(default=25, ge=0, description="then, time for the requests inside to be finished")
    api_keys: Path | None = Field(default=None, description="a file of API keys; without it, whoever connects may ask")
    key_file: Path | None = Field(
        default=None, description="a file of named secrets, for hash, pseudonym, encrypt and date_shift"
    )
    feedback_url: str = Field(
        default="",
        repr=False,  # it may hold a password
        description="where reviews are kept: sqlite:///PATH or postgresql+psycopg://...; empty: no POST /feedback",
    )
    feedback_key: str = Field(default="", description="the key of key_file that reviews are encrypted with")
    feedback_days: int = Field(default=90, ge=0, description="days that reviews are kept; 0: until they are erased")
    requests_per_second: Annotated[float, Field(ge=0)] = Field(default=0.0, description="for each key; 0: no limit")
    characters_per_second: Annotated[float, Field(ge=0)] = Field(default=0.0, description="for each key; 0: no limit")
    otlp_endpoint: str = Field(
        default="",
        description="where traces go, such as http://collector:4318/v1/traces; empty: no traces, no connection",
    )
    metrics: bool = Field(default=True, description="serve /metrics")
    presidio_api: bool = Field(default=True, description="serve Presidio's routes: /analyze, /anonymize, ...")
    docs: bool = Field(default=True, description="serve /docs and /openapi.json")
    log_level: str = Field(default="info", description="debug, info, warning or error")
