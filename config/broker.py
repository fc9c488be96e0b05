"""The broker of a portal without Redis: messages as files below PORTAL_DATA."""

import fcntl
import json
import os
import threading
from pathlib import Path
from queue import Empty
from time import time_ns
from typing import Any
from uuid import uuid4

from kombu.transport import filesystem

_BINDING = threading.RLock()


class Channel(filesystem.Channel):
    """Messages and bindings appear whole; a message is taken by exactly one process.

    The library writes into files that readers already see, so that a reader may meet an empty
    one and stop its worker; and it takes messages by way of the system's temporary folder.
    """

    def queue_bind(self, *args: Any, **kwargs: Any) -> None:
        """Returns only when the queue is bound: the library notes a binding before it is written,
        and a second thread that believed the note would send into nothing."""
        with _BINDING:
            super().queue_bind(*args, **kwargs)  # type: ignore[no-untyped-call]

    def _queue_bind(self, exchange: str, routing_key: str, pattern: str, queue: str) -> None:
        """One process at a time adds its queue to the table of an exchange."""
        self.control_folder.mkdir(parents=True, exist_ok=True)
        bound = filesystem.exchange_queue_t(routing_key or "", pattern or "", queue or "")
        with (self.control_folder / "bindings.lock").open("a") as guard:
            fcntl.flock(guard, fcntl.LOCK_EX)
            known = self.get_table(exchange)  # type: ignore[no-untyped-call]
            if bound not in known:
                table = self._exchange_file(exchange)  # type: ignore[no-untyped-call]
                _appear(table, [bound, *known])

    def _put(self, queue: str, payload: Any, **kwargs: Any) -> None:  # type: ignore[override]
        """In the order of their names messages are as old as they are."""
        name = f"{time_ns():020d}_{uuid4().hex}.{queue}.msg"
        _appear(Path(self.data_folder_out) / name, payload)

    def _get(self, queue: str, timeout: float | None = None) -> Any:
        """The oldest message; whoever removes the file has it."""
        for name in sorted(os.listdir(self.data_folder_in)):
            if name.partition(".")[2] != f"{queue}.msg":
                continue
            path = Path(self.data_folder_in) / name
            try:
                body = path.read_bytes()
                path.unlink()
            except FileNotFoundError:
                continue
            return json.loads(body)
        raise Empty


def _appear(path: Path, content: Any) -> None:
    """Written aside, then renamed into sight."""
    draft = path.with_name(f"{uuid4().hex}.draft")
    draft.write_text(json.dumps(content), encoding="utf-8")
    draft.replace(path)


class Transport(filesystem.Transport):
    """The library's transport with these messages."""

    Channel = Channel
