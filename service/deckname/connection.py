"""uvicorn's HTTP connection, with less patience for clients that never finish a request's head or never read."""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

#: Seconds for a request's head to arrive, from the connection or the head's first byte on; bodies have their own limit.
HEAD_SECONDS = 10.0
#: Bytes of a request's head, or of trailers; what takes more is cut off. nginx and Apache allow 8 kB for a header.
HEAD_BYTES = 65_536
#: Seconds in which a client has to take some of its answer once the buffers are full.
READ_SECONDS = 60.0


class Connection(HttpToolsProtocol):
    """Closes what uvicorn would keep open for ever: a client that connects and says nothing, or byte by byte."""

    _patience: asyncio.TimerHandle | None = None
    _head_bytes = 0
    _unread: asyncio.TimerHandle | None = None
    _in_head = False
    _moved = False  # whether what arrived last was body, or the end of a head or of a request
    _idle_bytes = 0  # of what was not: trailers, chunk extensions, the head of a request that waits for another

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._expect_head()

    def connection_lost(self, exc: Exception | None) -> None:
        self._head_arrived()
        self._is_read()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self._patience is None and self.cycle is not None and self.cycle.response_complete:
            self._expect_head()
        self._moved = False
        super().data_received(data)
        self._idle_bytes = 0 if self._moved else self._idle_bytes + len(data)
        if self._patience is not None:  # the head goes on
            self._head_bytes += len(data)
        if max(self._head_bytes, self._idle_bytes) > HEAD_BYTES:
            self.transport.abort()

    def on_message_begin(self) -> None:
        self._in_head = True
        super().on_message_begin()

    def on_header(self, name: bytes, value: bytes) -> None:
        if self._in_head:  # trailers would join the headers, behind the back of who looked at them already
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        self._in_head = False
        self._moved = True
        self._head_arrived()
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        self._moved = True
        super().on_body(body)

    def on_message_complete(self) -> None:
        self._moved = True
        super().on_message_complete()

    def pause_writing(self) -> None:
        # Also where an answer was given up: closing waits for what is in the buffer.
        self._unread = self.loop.call_later(READ_SECONDS, self.transport.abort)
        super().pause_writing()

    def resume_writing(self) -> None:
        self._is_read()
        super().resume_writing()

    def timeout_keep_alive_handler(self) -> None:
        if self.transport.get_write_buffer_size():  # closing would wait for a client that does not read
            self.transport.abort()
        else:
            super().timeout_keep_alive_handler()

    def _expect_head(self) -> None:
        self._patience = self.loop.call_later(HEAD_SECONDS, self.transport.abort)

    def _is_read(self) -> None:
        if self._unread is not None:
            self._unread.cancel()
            self._unread = None

    def _head_arrived(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None
            self._head_bytes = 0
