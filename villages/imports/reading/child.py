"""The child: `python -m villages.imports.reading.child FILE` prints the tables as JSON."""

import gc
import os
import resource
import sys
from importlib import import_module
from threading import Thread
from typing import Any

from villages.imports.reading import text_table, workbook
from villages.imports.reading.limits import DEFAULT, Limits, RefusedError
from villages.imports.reading.sniffing import FileForm, form_of


def restrain(limits: Limits) -> None:
    """Limits that the kernel holds: processor time, memory, size of files written, no core."""
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.files, limits.files))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def tables(data: bytes, limits: Limits, *, patient: bool = False) -> dict[str, Any]:
    """All tables of a file and its form."""
    if len(data) > limits.size:
        raise RefusedError("file_too_large")
    form = form_of(data)
    if form == FileForm.XLSX:
        found = workbook.sheets(data, limits, patient=patient)
    else:
        found = text_table.sheets(data, limits)
    if not any(sheet["rows"] for sheet in found):
        raise RefusedError("file_empty")
    return {"ok": True, "form": form.value, "sheets": found}


def packed(answer: dict[str, Any]) -> bytes:
    """JSON. Dates are texts there; their places stand beside the rows."""
    import orjson

    try:
        return orjson.dumps(answer)
    except TypeError:
        # A surrogate alone is no text; it could be neither sent nor stored.
        for sheet in answer["sheets"]:
            sheet["rows"] = [[_sent(value) for value in row] for row in sheet["rows"]]
        return orjson.dumps(answer)


def _sent(value: Any) -> Any:
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def main(path: str, patient: str = "") -> None:
    """Reads, prints, ends. A refusal is an answer, not a failure."""
    # It lives for one file, and nothing it makes is garbage before the end.
    gc.disable()
    # Needed at the end and slow to load: it loads while the file is read.
    Thread(target=import_module, args=("orjson",)).start()
    with open(path, "rb") as handle:
        data = handle.read(DEFAULT.size + 1)
    restrain(DEFAULT)
    try:
        answer = tables(data, DEFAULT, patient=bool(patient))
    except RefusedError as refused:
        answer = {"ok": False, "code": refused.code, "detail": refused.detail}
    except (MemoryError, RecursionError):
        answer = {"ok": False, "code": "file_too_heavy", "detail": ""}
    sys.stdout.buffer.write(packed(answer))
    sys.stdout.flush()
    # Nothing is left to tidy up: the kernel takes the memory back faster.
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
