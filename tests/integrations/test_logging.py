"""Log records without personal data."""

from __future__ import annotations

import io
import json
import logging
import logging.config
from collections.abc import Sequence
from typing import Any

import pytest

from deckname.detector import Detector
from deckname.findings import Findings, Passage
from deckname.integrations.logging import WITHHELD, RedactingFilter, RedactingFormatter, install, processor
from deckname.logs import JsonLines
from deckname.pattern import Pattern
from deckname.policy import Policy, Remove

EMAIL = Pattern(type="EMAIL_ADDRESS", regex=r"[a-z]+@[a-z.]+[a-z]", score=0.9)
DETECTOR = Detector([EMAIL])
ADDRESS = "ada@example.org"


class Failing:
    """A recognizer that fails, and says of what."""

    type = "FAILING"

    def find(self, passages: Sequence[Passage]) -> list[Findings]:
        raise RuntimeError(passages[0].text)


def a_logger(formatter: logging.Formatter | None = None, **settings: Any) -> tuple[logging.Logger, io.StringIO]:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    if formatter:
        handler.setFormatter(formatter)
    handler.addFilter(RedactingFilter(**({"detector": DETECTOR} | settings)))
    logger = logging.Logger("shop", logging.DEBUG)
    logger.addHandler(handler)
    return logger, stream


def test_a_message_and_its_arguments_are_redacted_as_one() -> None:
    logger, stream = a_logger()
    logger.info("mail to %s@%s, %d times", "ada", "example.org", 2)
    logger.info("mail to %(to)s", {"to": ADDRESS})
    logger.info("100 % of " + ADDRESS)
    assert stream.getvalue() == (
        "mail to <EMAIL_ADDRESS>, 2 times\nmail to <EMAIL_ADDRESS>\n100 % of <EMAIL_ADDRESS>\n"
    )


def test_an_exception_its_causes_and_the_stack_are_redacted() -> None:
    logger, stream = a_logger()
    try:
        try:
            raise KeyError(ADDRESS)
        except KeyError as error:
            raise ValueError(f"no such user: {ADDRESS}") from error
    except ValueError:
        logger.exception("failed", stack_info=True)
    told = stream.getvalue()
    assert ADDRESS not in told
    assert "ValueError: no such user: <EMAIL_ADDRESS>" in told
    assert "KeyError: '<EMAIL_ADDRESS>'" in told
    assert "Stack (most recent call last)" in told


def test_what_comes_as_extra_is_redacted_for_formatters_that_write_it() -> None:
    logger, stream = a_logger(JsonLines())

    class User:
        def __str__(self) -> str:
            return f"User {ADDRESS}"

    logger.info("done", extra={"user": ADDRESS, "nested": {"to": [ADDRESS, 5, None]}, "thing": User(), "count": 3})
    line = json.loads(stream.getvalue())
    assert ADDRESS not in stream.getvalue()
    assert (line["user"], line["nested"], line["thing"], line["count"]) == (
        "<EMAIL_ADDRESS>", {"to": ["<EMAIL_ADDRESS>", 5, None]}, "User <EMAIL_ADDRESS>", 3,
    )  # fmt: skip


def test_the_exception_itself_does_not_reach_other_formatters() -> None:
    logger, stream = a_logger(JsonLines())
    try:
        raise ValueError(ADDRESS)
    except ValueError:
        logger.exception("failed")
    assert ADDRESS not in stream.getvalue()


def test_a_record_that_cannot_be_looked_through_is_withheld() -> None:
    logger, stream = a_logger(detector=Detector([EMAIL, Failing()]))
    logger.info("mail to %s", ADDRESS, extra={"user": ADDRESS})
    assert stream.getvalue() == WITHHELD + "\n"


def test_a_message_that_does_not_fit_its_arguments_is_withheld_and_raises_nothing() -> None:
    logger, stream = a_logger()
    logger.info("%d", ADDRESS)
    assert stream.getvalue() == WITHHELD + "\n"


def test_what_the_detector_logs_meanwhile_ends_in_no_circle() -> None:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.addFilter(RedactingFilter(Detector([Failing()])))
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        logging.getLogger("shop").warning("mail to %s", ADDRESS)
    finally:
        root.removeHandler(handler)
    # The detector's own line says that a recognizer failed, and the record is withheld.
    assert stream.getvalue() == f"recognizer failed\n{WITHHELD}\n"


def test_a_formatter_leaves_the_record_as_it_was() -> None:
    record = logging.LogRecord("shop", logging.INFO, "x.py", 1, "mail to %s", (ADDRESS,), None)
    inner = logging.Formatter("%(levelname)s %(message)s")
    assert RedactingFormatter(inner, detector=DETECTOR).format(record) == "INFO mail to <EMAIL_ADDRESS>"
    assert record.getMessage() == f"mail to {ADDRESS}"


def test_a_policy_says_what_becomes_of_values() -> None:
    logger, stream = a_logger(policy=Policy(default=Remove()))
    logger.info("mail to %s.", ADDRESS)
    assert stream.getvalue() == "mail to .\n"


def test_the_filter_is_configured_by_name_and_finds_what_patterns_find() -> None:
    stream = io.StringIO()
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "filters": {"pii": {"()": "deckname.integrations.logging.RedactingFilter"}},
            "handlers": {"out": {"class": "logging.StreamHandler", "stream": stream, "filters": ["pii"]}},
            "loggers": {"shop.configured": {"handlers": ["out"], "propagate": False}},
        }
    )
    logging.getLogger("shop.configured").warning("card 4111 1111 1111 1111 of %s", ADDRESS)
    assert stream.getvalue() == "card <CREDIT_CARD> of <EMAIL_ADDRESS>\n"


def test_install_covers_every_handler_of_a_logger() -> None:
    logger, streams = logging.Logger("shop"), [io.StringIO(), io.StringIO()]
    for stream in streams:
        logger.addHandler(logging.StreamHandler(stream))
    install(logger, detector=DETECTOR)
    logger.warning(ADDRESS)
    assert [stream.getvalue() for stream in streams] == ["<EMAIL_ADDRESS>\n"] * 2


def test_a_processor_for_structlog_redacts_the_event_and_its_values() -> None:
    redact = processor(DETECTOR)
    event: dict[str, Any] = {"event": f"mail to {ADDRESS}", "to": [ADDRESS], "exc": ValueError(ADDRESS), "n": 1}
    told = redact(None, "info", event)
    assert told["event"] == "mail to <EMAIL_ADDRESS>"
    assert (told["to"], told["n"]) == (["<EMAIL_ADDRESS>"], 1)
    assert told["exc"].strip() == "ValueError: <EMAIL_ADDRESS>"
    assert processor(Detector([Failing()]))(None, "info", event) == {"event": WITHHELD}


def test_structlog_itself_takes_the_processor() -> None:
    structlog = pytest.importorskip("structlog")
    stream = io.StringIO()
    logger = structlog.wrap_logger(
        structlog.PrintLogger(stream),
        processors=[structlog.processors.format_exc_info, processor(DETECTOR), structlog.processors.JSONRenderer()],
    )
    try:
        raise ValueError(ADDRESS)
    except ValueError:
        logger.exception("failed", user=ADDRESS)
    line = json.loads(stream.getvalue())
    assert ADDRESS not in stream.getvalue()
    assert line["user"] == "<EMAIL_ADDRESS>"
