"""A Redis of one's own, that may be stopped, emptied and started again."""

import shutil
import socket
import subprocess
import time
from contextlib import suppress
from pathlib import Path

from tests.support.stage import free_port


class RedisServer:
    """redis-server on a port of its own, nothing kept on disk."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self.folder = folder
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """As a broker."""
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        """Until it answers."""
        program = shutil.which("redis-server") or "redis-server"
        words = [program, "--port", str(self.port), "--save", "", "--dir", str(self.folder)]
        self.process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
        until = time.monotonic() + 10
        while not self._answers() and time.monotonic() < until:
            time.sleep(0.02)

    def stop(self) -> None:
        """At once, with everything it held."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None

    def flush(self) -> None:
        """FLUSHALL."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=5) as client:
            client.sendall(b"FLUSHALL\r\n")
            client.recv(64)

    def _answers(self) -> bool:
        with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=1) as c:
            c.sendall(b"PING\r\n")
            return c.recv(64).startswith(b"+PONG")
        return False
