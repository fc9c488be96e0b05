"""The parent's side: start the child, wait, take what it printed."""

import json
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from villages.common.errors import DomainError
from villages.imports.reading.limits import DEFAULT
from villages.imports.reading.refusals import REFUSALS

_WAIT = 30


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
    if not path.is_file():
        raise refusal("file_missing")
    if path.stat().st_size > DEFAULT.size:
        raise refusal("file_too_large")
    return _book(_ask_child(path))


def refusal(code: str, detail: str = "") -> DomainError:
    """The message for people."""
    message, hint = REFUSALS[code if code in REFUSALS else "file_damaged"]
    return DomainError(code, message + (f"({detail})" if detail else ""), hint)


def _ask_child(path: Path) -> dict[str, Any]:
    command = [sys.executable, "-I", "-c", _START, str(settings.BASE_DIR), str(path.resolve())]
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter, arguments as a list
            command, capture_output=True, timeout=_WAIT, check=False,
            env={"PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": "C.UTF-8"}, stdin=subprocess.DEVNULL,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise refusal("file_too_heavy") from error
    if done.returncode != 0:
        # Out of processor time or memory: the kernel ended it, and nobody else noticed.
        raise refusal("file_too_heavy")
    answer: dict[str, Any] = json.loads(done.stdout)
    if not answer["ok"]:
        raise refusal(answer["code"], answer["detail"])
    return answer


_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from villages.imports.reading.child import main; main(sys.argv[2])"
)


def _book(answer: dict[str, Any]) -> Book:
    return Book(answer["form"], [_sheet(one) for one in answer["sheets"]])


def _sheet(one: dict[str, Any]) -> Sheet:
    return Sheet(
        name=one["name"],
        rows=[[_value(value) for value in row] for row in one["rows"]],
        hidden=one["hidden"],
        merged=[(r1, c1, r2, c2) for r1, c1, r2, c2 in one["merged"]],
        formulas_without_value=frozenset(one["no_value"]),
        cut=one["cut"],
        encoding=one.get("encoding", ""),
    )


def _value(value: Any) -> Any:
    if isinstance(value, dict):
        text = value["date"]
        return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    return value
