"""The child: `python -m villages.imports.reading.child FILE` prints the tables as JSON."""

import resource
import sys
from collections.abc import Iterator
from datetime import date
from typing import Any

import orjson

from villages.imports.reading import text_table, workbook
from villages.imports.reading.limits import DEFAULT, Limits, RefusedError
from villages.imports.reading.sniffing import FileForm, form_of


def restrain(limits: Limits) -> None:
    """Limits that the kernel holds: processor time, memory, size of files written, no core."""
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.files, limits.files))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def tables(data: bytes, limits: Limits) -> dict[str, Any]:
    """All tables of a file and its form."""
    if len(data) > limits.size:
        raise RefusedError("file_too_large")
    form = form_of(data)
    reader = workbook if form == FileForm.XLSX else text_table
    found = reader.sheets(data, limits)
    if not any(sheet["rows"] for sheet in found):
        raise RefusedError("file_empty")
    return {"ok": True, "form": form.value, "sheets": found}


def packed(answer: dict[str, Any]) -> bytes:
    """JSON; dates stand apart with their places, so that the reader need not look for them."""
    for sheet in answer.get("sheets", ()):
        sheet["dates"] = list(_dates(sheet["rows"]))
    try:
        return orjson.dumps(answer)
    except TypeError:
        # A surrogate alone is no text; it could be neither sent nor stored.
        for sheet in answer["sheets"]:
            sheet["rows"] = [[_sent(value) for value in row] for row in sheet["rows"]]
        return orjson.dumps(answer)


def _dates(rows: list[list[Any]]) -> Iterator[tuple[int, int]]:
    for number, row in enumerate(rows):
        for place, value in enumerate(row):
            if isinstance(value, date):
                yield number, place


def _sent(value: Any) -> Any:
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def main(path: str) -> None:
    """Reads, prints, ends. A refusal is an answer, not a failure."""
    with open(path, "rb") as handle:
        data = handle.read(DEFAULT.size + 1)
    restrain(DEFAULT)
    try:
        answer = tables(data, DEFAULT)
    except RefusedError as refused:
        answer = {"ok": False, "code": refused.code, "detail": refused.detail}
    except (MemoryError, RecursionError):
        answer = {"ok": False, "code": "file_too_heavy", "detail": ""}
    sys.stdout.buffer.write(packed(answer))


if __name__ == "__main__":
    main(sys.argv[1])
