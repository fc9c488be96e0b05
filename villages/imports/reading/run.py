"""The parent's side: start the child, wait, take what it printed."""

import logging
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from signal import SIGABRT
from typing import Any

import orjson
from django.conf import settings

from villages.common.errors import DomainError
from villages.imports.reading import child
from villages.imports.reading.limits import DEFAULT
from villages.imports.reading.refusals import REFUSALS

log = logging.getLogger("portal.imports")
_WAIT = 30
# Imported above, so that its compiled form is kept: the child itself may write nothing.
_READER = child.__name__.rpartition(".")[2]
_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from villages.imports.reading.{module} import main; main(*sys.argv[2:])"
)


@dataclass(frozen=True)
class Sheet:
    """One table as it stands in the file; rows and columns counted from 0."""

    name: str
    rows: list[list[Any]]
    hidden: bool = False
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    formulas_without_value: frozenset[str] = frozenset()
    cut: str = ""
    encoding: str = ""


@dataclass(frozen=True)
class Book:
    """All tables of a file."""

    form: str
    sheets: list[Sheet]


def read_book(path: Path) -> Book:
    """The tables of a file, read by a child with limits; DomainError where it is refused."""
    return unpacked(read_tables(path))


def read_tables(path: Path) -> bytes:
    """What the child says about a file; `unpacked` makes a book of it."""
    if not path.is_file():
        raise refusal("file_missing")
    if path.stat().st_size > DEFAULT.size:
        raise refusal("file_too_large")
    done = _run(_READER, str(path.resolve()))
    if done.returncode == -SIGABRT:
        # The fast reader ran out of memory: a cell stands far out. There is a slower way.
        done = _run(_READER, str(path.resolve()), "patient")
    return _printed(done)


def unpacked(said: bytes) -> Book:
    """The tables that the child read; DomainError where it refused the file."""
    answer = orjson.loads(said)
    if not answer["ok"]:
        raise refusal(answer["code"], answer["detail"])
    return Book(answer["form"], [_sheet(one) for one in answer["sheets"]])


def refusal(code: str, detail: str = "") -> DomainError:
    """The message for people."""
    known = code if code in REFUSALS else "file_damaged"
    message, hint = REFUSALS[known]
    shown = detail if detail.isprintable() else ""
    return DomainError(known, message + (f"({shown})" if shown else ""), hint)


def run_child(module: str, *arguments: str, given: bytes = b"") -> bytes:
    """What a module of this package prints in a process of its own.

    The process gets no environment, no site packages of the user, and input only from `given`.
    Whatever ends it early is a refusal of the file: nobody else notices.
    """
    return _printed(_run(module, *arguments, given=given))


def _run(module: str, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    start = _START.format(module=module)
    command = [sys.executable, "-I", "-B", "-c", start, str(settings.BASE_DIR), *arguments]
    try:
        return subprocess.run(  # noqa: S603 - our own interpreter, arguments as a list
            command, capture_output=True, timeout=_WAIT, check=False, input=given,
            env={"LC_ALL": "C.UTF-8"},
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise refusal("file_too_heavy") from error


def _printed(done: subprocess.CompletedProcess[bytes]) -> bytes:
    if done.returncode < 0:
        # Out of processor time or memory: the kernel ended it.
        raise refusal("file_too_heavy")
    if done.returncode > 0:
        log.warning("reading child failed: %s", done.stderr[-2000:].decode("utf-8", "replace"))
        raise refusal("file_damaged")
    return done.stdout


def _sheet(one: dict[str, Any]) -> Sheet:
    rows = one["rows"]
    for number, place in one["dates"]:
        rows[number][place] = _date(rows[number][place])
    return Sheet(
        name=one["name"],
        rows=rows,
        hidden=one["hidden"],
        merged=[(r1, c1, r2, c2) for r1, c1, r2, c2 in one["merged"]],
        formulas_without_value=frozenset(one["no_value"]),
        cut=one["cut"],
        encoding=one.get("encoding", ""),
    )


def _date(text: str) -> date:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
