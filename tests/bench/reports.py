"""A month's report of a thousand villages: composed, drawn as docx and xlsx, kept.

The floor runs the same reading statements and fetches their rows, then stores the same ready
report: what stands above it is composing and drawing. The limits of the path are thirty seconds,
250 MB for the process that does it, and sixty statements.
"""

from collections.abc import Callable, Iterator
from typing import Any

from django.db import connection, transaction

from rectification.reports.actions.making import compose, keep
from rectification.reports.models import Report, ReportFigure, ReportFile
from rectification.warnings.actions.evaluating import evaluate
from tests.bench import warning_world as world
from tests.bench.filing import _names, _prepared
from tests.bench.harness import Path_, child_megabytes
from tests.bench.imports import counted
from villages.accounts.actors import COMMAND_LINE
from villages.db import bulk
from villages.models import County

KEYS = frozenset({"report-1000"})
WHOLE, QUICK = 1_000, 200
MOST_QUERIES = 60
COUNTY = "999904"
_STORED = (Report, ReportFile, ReportFigure)
# In a process of its own: made and given up.
_CHILD = """
import django
django.setup()
from django.db import transaction
from tests.bench.reports import made
with transaction.atomic():
    made()
    transaction.set_rollback(True)
"""


def paths(*, quick: bool) -> Iterator[Path_]:
    """The measurement; its county is made when it is asked for."""
    villages = QUICK if quick else WHOLE
    world.make_villages(villages, COUNTY)
    evaluate(by=COMMAND_LINE, county=COUNTY, month=world.MONTH)
    reads = _reads(made)
    rows = [(model, _names(model), _ready(model)) for model in _STORED]
    yield Path_(
        "report-1000", 25.0, "the same SELECTs fetched raw, INSERT of the ready report",
        floor=lambda: _floor(reads, rows), ours=made, before=_clear, result=lambda _given: _kept(),
        count=counted, most_queries=MOST_QUERIES, scale=f"{villages:,} villages",
        memory=lambda: child_megabytes(_CHILD),
    )  # fmt: skip


def made() -> Report:
    """The report of October, read, drawn and kept."""
    county = County.objects.get(code=COUNTY)
    draft = compose(by=COMMAND_LINE, kind="monthly", period=world.MONTH, county=county)
    draft.draw()
    return keep(by=COMMAND_LINE, draft=draft)


def _reads(call: Callable[[], Any]) -> list[tuple[str, Any]]:
    """The reading statements of a call with their values, once everything is cached."""
    call()
    _clear()
    found: list[tuple[str, Any]] = []

    def noted(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith("SELECT"):
            found.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(noted):
        call()
    return found


def _ready(model: Any) -> list[tuple[Any, ...]]:
    names = _names(model)
    rows = _prepared(model, names, list(model.objects.order_by("pk").values_list(*names)))
    return [tuple(map(_bytes, row)) for row in rows]


def _bytes(value: Any) -> Any:
    """Documents as the database takes them: COPY spells bytes in hexadecimal digits."""
    if connection.vendor == "postgresql" and isinstance(value, bytes | memoryview):
        return f"\\x{bytes(value).hex()}"
    return value


def _floor(reads: list[tuple[str, Any]], rows: list[Any]) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for sql, params in reads:
            cursor.execute(sql, params)
            cursor.fetchall()
        for model, names, ready in rows:
            bulk.insert(model, names, ready)


def _kept() -> list[tuple[str, str]]:
    """What the documents are: equal bytes have equal digests."""
    return sorted(ReportFile.objects.values_list("name", "sha256"))


def _clear() -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for model in reversed(_STORED):
            cursor.execute(f"DELETE FROM {model._meta.db_table}")
