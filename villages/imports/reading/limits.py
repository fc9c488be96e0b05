"""What a file may cost."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Size in bytes, rows, columns, seconds of processor time, bytes of memory; `files` is how
    large a file the child itself may write."""

    size: int = 10 * 1024 * 1024
    rows: int = 20_000
    columns: int = 60
    blank_rows: int = 100
    seconds: int = 10
    memory: int = 300 * 1024 * 1024
    unpacked: int = 100 * 1024 * 1024
    members: int = 200
    ratio: int = 100
    files: int = 0


DEFAULT = Limits()


class RefusedError(Exception):
    """The file is not read; `code` names the reason, `detail` the place."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.detail = detail
