"""P7: a sheet of 10,000 rows and 30 columns, from the file to the table."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from tests.bench import wide
from tests.bench.harness import Path_, child_megabytes
from tests.bench.wide import FIGURES, STORED, WIDE, WideRow
from villages.accounts.actors import COMMAND_LINE
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.db import bulk
from villages.imports import declaring
from villages.imports.actions.confirming import confirm_import
from villages.imports.actions.receiving import check_import, job_key
from villages.imports.from_shell import Answer, Order, bring_in
from villages.imports.models import BatchState, ImportBatch
from villages.imports.reading.sheet_xml import column_letter
from villages.imports.storing import remove
from villages.jobs.models import Job
from villages.jobs.running import perform

ROWS = 10_000
MOST_QUERIES, MOST_TWO_STEPS = 30, 60
PLANTED = 100
_FLOOR = "calamine + COPY/executemany of the typed rows"


def paths(folder: Path) -> Iterator[Path_]:
    """All measurements of P7, on a sheet made here."""
    rows = wide.sheet_rows(ROWS)
    book, faulty = folder / "wide.xlsx", folder / "faulty.xlsx"
    wide.write_book(book, rows)
    typed = wide.typed(rows)
    common: dict[str, Any] = {
        "floor_words": _FLOOR, "floor": lambda: _floor(_read, book, typed), "count": counted,
        "memory": lambda: _child_megabytes(book),
    }  # fmt: skip
    yield Path_(
        "P7", 1.5, ours=lambda: _bring_in(book), before=_clear, result=_stored,
        most_queries=MOST_QUERIES, **common,
    )  # fmt: skip
    apart = {
        **common, "floor_words": f"{_FLOOR}, read in a process apart",
        "floor": lambda: _floor(_read_apart, book, typed),
    }  # fmt: skip
    yield Path_(
        "P7-inside-child", 1.5, ours=lambda: _bring_in(book), before=_clear, result=_stored,
        most_queries=MOST_QUERIES, **apart,
    )  # fmt: skip
    yield Path_(
        "P7-preview-confirm", 2.0, ours=lambda: _two_steps(book), before=_clear, result=_stored,
        most_queries=MOST_TWO_STEPS, **common,
    )  # fmt: skip
    yield from _again(book, common)
    planted = _plant(rows)
    wide.write_book(faulty, rows)
    yield Path_(
        "P7-planted-errors", 1.5, ours=lambda: _bring_in(faulty), before=_clear,
        result=lambda given: _found(given) if given else planted, **common,
    )  # fmt: skip


def _again(book: Path, common: dict[str, Any]) -> Iterator[Path_]:
    """The same sheet once more: nothing is written, no row gets another key."""

    def written(given: Answer | None) -> tuple[int, list[int]]:
        return (given.created + given.updated if given else 0), _keys()

    def before() -> None:
        if len(_keys()) != ROWS:
            _clear()
            _bring_in(book)

    def floor() -> None:
        _read(book)
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {WideRow._meta.db_table}")
            cursor.fetchall()

    again = {**common, "floor": floor, "floor_words": "calamine + SELECT of the stored rows"}
    yield Path_(
        "P7-reimport", 2.0, ours=lambda: _bring_in(book), before=before, result=written,
        most_queries=MOST_QUERIES, **again,
    )  # fmt: skip


def _keys() -> list[int]:
    return list(WideRow.objects.order_by("pk").values_list("pk", flat=True))


def _floor(read: Callable[[Path], None], book: Path, typed: list[tuple[Any, ...]]) -> None:
    """Reads every cell, then stores rows that are typed already: nothing can do less."""
    read(book)
    with transaction.atomic():
        bulk.insert(WideRow, STORED, typed)


def _read(book: Path) -> None:
    list(CalamineWorkbook.from_path(str(book)).get_sheet_by_index(0).iter_rows())


def _read_apart(book: Path) -> None:
    """The same reading in a process of its own, its cells handed over as JSON."""
    code = (
        "import sys, orjson; from python_calamine import CalamineWorkbook as B; "
        "sys.stdout.buffer.write(orjson.dumps("
        "B.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()))"
    )
    command = [sys.executable, "-I", "-c", code, str(book)]
    orjson.loads(subprocess.run(command, capture_output=True, check=True).stdout)


def _bring_in(book: Path) -> Answer:
    return bring_in(Order(by=COMMAND_LINE, kind=WIDE, path=book, county=wide.COUNTY))


def _two_steps(book: Path) -> ImportBatch:
    """Upload, check in the background job, confirm."""
    by = User.objects.get(role=Role.COUNTY_STAFF)
    with book.open("rb") as handle:
        chunks = iter(lambda: handle.read(1 << 16), b"")
        batch = check_import(
            by=by, kind=WIDE, chunks=chunks, file_name=book.name, county=wide.COUNTY
        )
    perform(Job.objects.get(key=job_key(batch)).uid)
    batch.refresh_from_db()
    return confirm_import(by=by, batch=batch)


def _clear() -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {WideRow._meta.db_table}")
    for batch in ImportBatch.objects.exclude(state=BatchState.DROPPED):
        remove(batch.stored_name)
    ImportBatch.objects.all().delete()


def _stored(given: Any) -> list[tuple[Any, ...]]:
    names = ("village", "serial", *FIGURES)
    return list(WideRow.objects.order_by("village", "serial").values_list(*names))


def _plant(rows: list[list[Any]]) -> set[tuple[str, int, str, str, str]]:
    """A hundred faults of five kinds: sheet, row, column, value, code of each."""
    kinds = (
        (1, "无名村", "unknown_village"), (3, "若干", "not_a_number"), (4, -7, "negative"),
        (5, 12.5, "not_whole"), (29, "某日", "not_a_date"),
    )  # fmt: skip
    planted = set()
    for number in range(PLANTED):
        place, value, code = kinds[number % len(kinds)]
        row = number * (ROWS // PLANTED) + 7
        rows[row][place] = value
        planted.add(("表", row + 2, column_letter(place + 1), str(value), code))
    return planted


def _found(answer: Answer) -> set[tuple[str, int, str, str, str]]:
    names = ("sheet", "row", "column", "value", "code")
    return {tuple(one[name] for name in names) for one in answer.errors}  # type: ignore[misc]


def counted(call: Callable[[], Any]) -> tuple[int, Any]:
    """The number of statements of a call, marks of transactions left aside, and what it gave."""
    with CaptureQueriesContext(connection) as seen:
        given = call()
    marks = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")
    return sum(not one["sql"].startswith(marks) for one in seen.captured_queries), given


def _child_megabytes(book: Path) -> float:
    """Peak memory of the reading child."""
    child = "from villages.imports.reading.child import main; import sys; main(sys.argv[1])"
    return child_megabytes(child, str(book))


@contextmanager
def wide_table() -> Iterator[None]:
    """The table of the wide sheet and its declaration, for as long as it is measured."""
    declaring.sheet_kinds()[WIDE.key] = WIDE
    with connection.schema_editor() as editor:
        editor.create_model(WideRow)
    try:
        yield
    finally:
        declaring.sheet_kinds().pop(WIDE.key)
        with connection.schema_editor() as editor:
            editor.delete_model(WideRow)
