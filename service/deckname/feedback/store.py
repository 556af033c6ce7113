"""Where reviews are kept: SQLite or PostgreSQL, what is personal in them encrypted with the operator's key.

SQLite overwrites what is erased (``PRAGMA secure_delete``). PostgreSQL keeps it in dead rows until it vacuums, and in
its log and backups; there only the end of the key ends everything.
"""

from __future__ import annotations

import os
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

from deckname.errors import FeedbackError, FeedbackUnavailable, InvalidToken
from deckname.feedback.export import Record
from deckname.feedback.sealing import seal, unseal
from deckname.feedback.verdicts import Feedback, from_json, to_json
from deckname.keys import Keyring

try:
    import alembic.util
    import sqlalchemy
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory
    from sqlalchemy import URL, Connection, Engine, Row, event, exc, make_url
except ImportError:
    missing = True
else:
    missing = False
if missing:  # raised out here: the error above would ride along
    raise FeedbackError("feedback needs SQLAlchemy and Alembic: pip install 'deckname[feedback]'")

from deckname.feedback.tables import reviews, verdicts

Result = TypeVar("Result")
#: Seconds that one statement may wait for others.
WAIT = 5.0
#: Rows that are read at once, so that no reader holds writers up for long.
_PAGE = 200
#: Names our lock among PostgreSQL's advisory locks: several workers start at the same time.
_LOCK = 0x6465636B
#: Alembic keeps what it is about in globals.
_MIGRATING = threading.Lock()


@dataclass(frozen=True, slots=True)
class Stats:
    """What can be counted without a key."""

    reviews: int
    choices: int
    first: int | None  # seconds since 1970
    last: int | None
    verdicts: Counter[tuple[str, str, str]] = field(default_factory=Counter)  # model, kind, type


class Store:
    """The reviews of one database. Shared by threads; its tables are brought up to date when they are first used."""

    def __init__(self, url: str, *, wait: float = WAIT) -> None:
        self.engine = _engine(_url(url), wait)
        self._ready = False

    def close(self) -> None:
        self.engine.dispose()

    def prepare(self) -> None:
        """Bring the tables up to date, one process at a time.

        Raises:
            FeedbackUnavailable: the database does not answer.
            FeedbackError: it is of a newer deckname.
        """
        if not self._ready:
            with _MIGRATING:
                if not self._ready:
                    self._attempt(_migrate)
                    self._ready = True

    def add(self, feedback: Feedback, keys: Keyring, *, key: str, now: float | None = None) -> str:
        """Keep a review, encrypted with the key of that name, and return its id.

        Raises:
            FeedbackUnavailable: nothing was kept.
        """
        id_, received_at = uuid4().hex, int(time.time() if now is None else now)
        own = keys.key(key)
        row = {
            "id": id_,
            "received_at": received_at,
            "model": feedback.model,
            "whole": feedback.whole,
            "choices": len(feedback.choices),
            "key_id": own.id,
            "content": seal(to_json(feedback), own, id_, received_at, feedback.model),
        }
        counted = Counter((verdict.kind, verdict.type) for verdict in feedback.verdicts)
        counts = [
            {"review_id": id_, "kind": kind, "type": type_, "count": count} for (kind, type_), count in counted.items()
        ]

        def work(connection: Connection) -> None:
            connection.execute(reviews.insert(), row)
            if counts:
                connection.execute(verdicts.insert(), counts)

        self._run(work)
        return id_

    def erase(self, id_: str) -> bool:
        """Erase a review; returns whether there was one."""

        def work(connection: Connection) -> int:
            connection.execute(verdicts.delete().where(verdicts.c.review_id == id_))
            return connection.execute(reviews.delete().where(reviews.c.id == id_)).rowcount

        return self._run(work) > 0

    def purge(self, *, before: float) -> int:
        """Erase what came before a time (seconds since 1970); returns how many reviews that were."""
        old = reviews.c.received_at < int(before)

        def work(connection: Connection) -> int:
            ids = sqlalchemy.select(reviews.c.id).where(old)
            connection.execute(verdicts.delete().where(verdicts.c.review_id.in_(ids)))
            return connection.execute(reviews.delete().where(old)).rowcount

        return self._run(work)

    def records(self, keys: Keyring, *, since: float = 0, model: str | None = None) -> Iterator[Record]:
        """Yield the reviews that came since a time, on a model's findings or on all, the oldest first.

        Raises:
            InvalidToken: one cannot be decrypted: ``keys`` lack its key, or it was changed.
        """
        after: tuple[int, str] = (int(since), "")
        while rows := self._run(partial(_page, after=after, model=model)):
            yield from (_record(row, keys) for row in rows)
            after = (rows[-1].received_at, rows[-1].id)

    def stats(self) -> Stats:
        """Count reviews, verdicts and choices."""

        def work(connection: Connection) -> Stats:
            number, choices, first, last = connection.execute(
                sqlalchemy.select(
                    sqlalchemy.func.count(),
                    sqlalchemy.func.coalesce(sqlalchemy.func.sum(reviews.c.choices), 0),
                    sqlalchemy.func.min(reviews.c.received_at),
                    sqlalchemy.func.max(reviews.c.received_at),
                )
            ).one()
            counted = connection.execute(
                sqlalchemy.select(
                    reviews.c.model, verdicts.c.kind, verdicts.c.type, sqlalchemy.func.sum(verdicts.c.count)
                )
                .join(reviews, reviews.c.id == verdicts.c.review_id)
                .group_by(reviews.c.model, verdicts.c.kind, verdicts.c.type)
            )
            told = Counter({(model, kind, type_): int(count) for model, kind, type_, count in counted})
            return Stats(number, int(choices), first, last, told)

        return self._run(work)

    def _run(self, work: Callable[[Connection], Result]) -> Result:
        self.prepare()
        return self._attempt(work)

    def _attempt(self, work: Callable[[Connection], Result]) -> Result:
        """Return what ``work`` returns, done in one transaction or not at all."""
        try:
            with self.engine.begin() as connection:
                return work(connection)
        except (exc.DBAPIError, exc.TimeoutError) as error:
            reason = type(getattr(error, "orig", None) or error).__name__
        except alembic.util.CommandError:
            reason = ""
        # Outside the handlers: what databases say may quote rows.
        if reason:
            raise FeedbackUnavailable(
                f"the database of feedback is locked, full or away ({reason}); nothing was kept, try again later"
            )
        raise FeedbackError("the database of feedback is of a newer deckname; update this one")


def _url(given: str) -> URL:
    url = None
    with suppress(exc.ArgumentError):
        url = make_url(given)
    if url is None or url.get_backend_name() not in ("sqlite", "postgresql"):
        raise FeedbackError("feedback_url must be sqlite:///PATH or postgresql+psycopg://...")
    if url.get_backend_name() == "sqlite" and url.database in (None, "", ":memory:"):
        raise FeedbackError("feedback_url names no file: sqlite:///PATH (four slashes for an absolute path)")
    return url


def _engine(url: URL, wait: float) -> Engine:
    sqlite = url.get_backend_name() == "sqlite"
    arguments: dict[str, Any] = {"timeout": wait} if sqlite else {}
    if url.get_driver_name() in ("psycopg", "psycopg2"):
        milliseconds = int(1000 * wait)
        options = f"-c statement_timeout={milliseconds} -c lock_timeout={milliseconds}"
        arguments = {"connect_timeout": max(2, int(wait)), "options": options}
    lacks = ""
    try:
        # Without its parameters, an error of SQLAlchemy or a log of its engine quotes nothing.
        engine = sqlalchemy.create_engine(
            url, hide_parameters=True, pool_pre_ping=not sqlite, pool_timeout=wait, connect_args=arguments
        )
    except ImportError as error:
        lacks = error.name or "its driver"
    except exc.NoSuchModuleError:
        lacks = "its driver"
    if lacks:
        raise FeedbackError(f"feedback_url needs {lacks}: pip install 'deckname[postgres]'")
    if sqlite:
        _prepare_sqlite(engine, Path(url.database or ""))
    return engine


def _prepare_sqlite(engine: Engine, path: Path) -> None:
    try:
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))  # readable by its owner alone
        problem = ""
    except OSError as error:
        problem = error.strerror or type(error).__name__
    if problem:
        raise FeedbackError(f"feedback_url: {path}: {problem}")

    @event.listens_for(engine, "connect")
    def connected(connection: Any, record: Any) -> None:
        connection.isolation_level = None  # transactions begin below, and not where Python thinks best
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        # At once: a lock that is taken later is not waited for where another transaction wants it too.
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _migrate(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(sqlalchemy.select(sqlalchemy.func.pg_advisory_xact_lock(_LOCK)))
    script = ScriptDirectory(Path(__file__).parent / "migrations")

    def up(revision: Any, context: MigrationContext) -> Any:
        return script._upgrade_revs("head", revision)

    with EnvironmentContext(Config(), script, fn=up, destination_rev="head") as environment:
        environment.configure(connection=connection)
        environment.run_migrations()


def _page(connection: Connection, *, after: tuple[int, str], model: str | None) -> list[Row[Any]]:
    received_at, id_ = after
    chosen = sqlalchemy.select(reviews).where(
        (reviews.c.received_at > received_at) | ((reviews.c.received_at == received_at) & (reviews.c.id > id_))
    )
    if model is not None:
        chosen = chosen.where(reviews.c.model == model)
    return list(connection.execute(chosen.order_by(reviews.c.received_at, reviews.c.id).limit(_PAGE)))


def _record(row: Row[Any], keys: Keyring) -> Record:
    key = keys.by_id(row.key_id)
    if key is None:
        raise InvalidToken(f"review {row.id} is of key {row.key_id}, which the key file does not hold", key=row.key_id)
    content = unseal(row.content, key, row.id, row.received_at, row.model)
    if content is None:
        raise InvalidToken(f"review {row.id} is damaged or its row was changed; `deckname feedback erase` removes it")
    return Record(row.id, row.received_at, from_json(content))
