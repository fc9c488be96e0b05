"""The child: `python -m villages.imports.reading.child FILE` prints the tables as JSON."""

import json
import resource
import sys
from typing import Any

from villages.imports.reading import text_table, workbook
from villages.imports.reading.limits import DEFAULT, Limits, RefusedError
from villages.imports.reading.sniffing import FileForm, form_of


def restrain(limits: Limits) -> None:
    """Limits that the kernel holds: processor time, memory, no files written, no children."""
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
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
    json.dump(answer, sys.stdout, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    main(sys.argv[1])
