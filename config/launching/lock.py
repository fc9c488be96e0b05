"""One launcher for one data folder."""

import fcntl
import os
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from config.launching.refusal import Refusal


class DataLock:
    """An exclusive hold on a data folder, given back by the kernel however the launcher ends."""

    def __init__(self, data: Path) -> None:
        self.path = data / "launch.lock"
        self.left_over = False
        self._handle: TextIO | None = None

    def take(self) -> None:
        """Hold the folder; `left_over` tells that the launcher before was killed."""
        handle = self._open_locked()
        handle.seek(0)
        self.left_over = bool(handle.read().strip())
        handle.truncate(0)
        handle.write(f"{os.getpid()}\n")
        handle.flush()
        self._handle = handle

    def close(self) -> None:
        """Remove the file while still holding it, then let go."""
        if self._handle is not None:
            self.path.unlink(missing_ok=True)
            self._handle.close()
            self._handle = None

    def _open_locked(self) -> TextIO:
        while True:
            handle = self.path.open("a+", encoding="ascii")
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                handle.seek(0)
                raise Refusal(self._sentence(handle.read().strip())) from error
            # The holder before may have removed the file between our open and our lock.
            with suppress(FileNotFoundError):
                if os.path.samestat(os.fstat(handle.fileno()), self.path.stat()):
                    return handle
            handle.close()

    def _sentence(self, pid: str) -> str:
        return (
            f"数据目录 {self.path.parent} 正被另一个启动程序使用（进程 {pid or '未知'}）："
            "请先停止它，或用 PORTAL_DATA 指向另一个文件夹。"
        )
