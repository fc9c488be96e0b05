"""The broker of a portal without Redis: messages as files below PORTAL_DATA."""

import fcntl
import os
from pathlib import Path
from queue import Empty
from time import time_ns
from typing import Any
from uuid import uuid4

from kombu.transport import filesystem
from kombu.utils.encoding import bytes_to_str, str_to_bytes
from kombu.utils.json import dumps, loads


class Channel(filesystem.Channel):
    """Messages and bindings appear whole; a message is taken by exactly one process.

    The library writes into files that readers already see, so that a reader may meet an empty
    one and stop its worker; and it takes messages by way of the system's temporary folder.
    """

    def _queue_bind(self, exchange: str, routing_key: str, pattern: str, queue: str) -> None:
        """One process at a time adds its queue to the table of an exchange."""
        self.control_folder.mkdir(parents=True, exist_ok=True)
        bound = filesystem.exchange_queue_t(routing_key or "", pattern or "", queue or "")
        with (self.control_folder / "bindings.lock").open("a") as guard:
            fcntl.flock(guard, fcntl.LOCK_EX)
            known = self.get_table(exchange)
            if bound not in known:
                _appear(self._exchange_file(exchange), [bound, *known])

    def _put(self, queue: str, payload: Any, **kwargs: Any) -> None:
        """In the order of their names messages are as old as they are."""
        name = f"{time_ns():020d}_{uuid4().hex}.{queue}.msg"
        _appear(Path(self.data_folder_out) / name, payload)

    def _get(self, queue: str) -> Any:
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
            return loads(bytes_to_str(body))
        raise Empty


def _appear(path: Path, content: Any) -> None:
    """Written aside, then renamed into sight."""
    draft = path.with_name(f"{uuid4().hex}.draft")
    draft.write_bytes(str_to_bytes(dumps(content)))
    draft.replace(path)


class Transport(filesystem.Transport):
    """The library's transport with these messages."""

    Channel = Channel
