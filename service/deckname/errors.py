"""Every error that a caller can meet.

    DecknameError
    ├── InvalidRequest         the caller's fault: says which field, never its value
    │   ├── InvalidText        a lone surrogate
    │   ├── InvalidPattern     a regular expression that does not compile, or asks for too much
    │   ├── UnknownType
    │   ├── UnknownKey         an operator names a key that is not there
    │   ├── InvalidToken       damaged, or of another key
    │   ├── UnsupportedFile    of no format that can be looked through
    │   └── LimitExceeded      with limit and actual
    ├── Incomplete             a recognizer timed out or failed, and half an answer was refused
    ├── DeadlineExceeded
    ├── Overloaded
    ├── WorkerFailed           a process that looks through files ended, or met an error of ours
    ├── FeedbackError          feedback is switched on in a way that cannot work
    ├── FeedbackUnavailable    its database is locked, full or away; nothing was kept
    └── ArtifactError          a model directory that is missing, damaged or not sealed

A message names the thing and the remedy. It never holds the text or a part of it.
"""

from __future__ import annotations


class DecknameError(Exception):
    """The root; ``code`` is the machine-readable name and ``facts`` are what an answer may say beside it."""

    code = "internal"

    def __init__(self, message: str, **facts: str | int | float) -> None:
        super().__init__(message)
        self.facts = facts


class InvalidRequest(DecknameError):
    """The request cannot be understood."""

    code = "invalid_request"


class InvalidText(InvalidRequest):
    """The text is no Unicode text."""

    code = "invalid_text"


class InvalidPattern(InvalidRequest):
    """A caller's pattern does not compile, or asks for too much."""

    code = "invalid_pattern"


class UnknownType(InvalidRequest):
    """A type that is neither in the vocabulary nor defined by the request."""

    code = "unknown_type"


class UnknownKey(InvalidRequest):
    """An operator names a key that the key file does not hold; ``facts`` hold its name."""

    code = "unknown_key"


class InvalidToken(InvalidRequest):
    """A token that is damaged or of another key; ``facts`` hold its ``position`` in code points."""

    code = "invalid_token"


class UnsupportedFile(InvalidRequest):
    """A file of no format that can be looked through, so it is refused and not copied."""

    code = "unsupported_file"


class LimitExceeded(DecknameError):
    """Over a limit of the settings; ``facts`` hold ``limit`` and ``actual``."""

    def __init__(self, code: str, message: str, *, limit: int, actual: int) -> None:
        super().__init__(message, limit=limit, actual=actual)
        self.code = code


class Incomplete(DecknameError):
    """A recognizer timed out or failed, and the caller wants all or nothing."""

    code = "incomplete"


class DeadlineExceeded(DecknameError):
    """The time budget of the request ran out."""

    code = "deadline_exceeded"


class Overloaded(DecknameError):
    """Too many requests wait already."""

    code = "overloaded"


class WorkerFailed(DecknameError):
    """A worker process ended, or met an error that nobody foresaw; its message names the place and no text."""

    code = "worker_failed"


class ArtifactError(DecknameError):
    """A model directory that is missing, damaged or not sealed."""

    code = "artifact"


class FeedbackError(DecknameError):
    """Feedback is switched on in a way that cannot work; the message never holds the database's URL."""

    code = "feedback"


class FeedbackUnavailable(DecknameError):
    """The database of feedback is locked, full or away; nothing was kept."""

    code = "feedback_unavailable"
