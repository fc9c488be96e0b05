"""All rows of a list at once: CSV, Excel, JSON Lines."""

import hashlib
from collections.abc import Iterable
from io import BytesIO
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from villages.common.columns import Kind
from villages.common.money import yuan
from villages.lists.sheets import Sheet, SheetColumn, write_csv, write_xlsx
from villages.rest.answers import conclude, dumps, tag_of
from villages.rest.fields import Field
from villages.rest.paging import Walk
from villages.rest.problems import Problem
from villages.rest.rows import builder
from villages.trace.record import record

MOST_ROWS = 50_000
# So many rows of JSON Lines are five pages' worth and count as a read, not as an export.
READ_ROWS = 1_000
MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "jsonl": "application/x-ndjson",
}


def rows_of(walk: Walk, rows: Any) -> list[tuple[Any, ...]]:
    """Every row that was asked for; beyond 50,000 a refusal, never a silent cut."""
    limit = walk.query.limit
    found = walk.read(rows, limit or MOST_ROWS + 1)
    if len(found) > MOST_ROWS:
        raise Problem("export_too_large")
    return found


def write(kind: str, title: str, walk: Walk, rows: list[tuple[Any, ...]]) -> bytes:
    """The file. CSV and JSON Lines speak the wire's names, the workbook speaks Chinese."""
    if kind == "jsonl":
        build = builder(walk.query.fields, walk.query.expands)
        return b"".join(dumps(build(row)) + b"\n" for row in rows)
    stream = BytesIO()
    fields = walk.query.fields
    if kind == "csv":
        write_csv(stream, [field.name for field in fields], _plain(fields, rows))
    else:
        columns = [_column(field) for field in fields]
        write_xlsx(stream, [Sheet(title=title, columns=columns, rows=_shown(fields, rows))])
    return stream.getvalue()


def _plain(fields: tuple[Field, ...], rows: Iterable[tuple[Any, ...]]) -> Iterable[list[Any]]:
    build = builder(fields)
    for row in rows:
        yield [_cell(value) for value in build(row).values()]


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    return " ".join(map(str, value)) if isinstance(value, list | tuple) else value


def _column(field: Field) -> SheetColumn:
    kind = Kind.TEXT if field.many or field.kind in {Kind.CHOICE, Kind.COLOUR} else field.kind
    return SheetColumn(str(field.zh), kind=kind, unit=field.unit)


def _shown(fields: tuple[Field, ...], rows: Iterable[tuple[Any, ...]]) -> Iterable[list[Any]]:
    shows = [_show(field) for field in fields]
    for row in rows:
        yield [
            None if value is None else show(value) if show else value
            for show, value in zip(shows, row, strict=False)
        ]


def _show(field: Field) -> Any:
    """How a stored value stands in a sheet; None: as it is."""
    if field.many:
        return lambda value: " ".join(map(str, value))
    if field.show is not None:
        return field.show
    if field.choices is not None:
        labels = {value: str(label) for value, label in field.choices.choices}
        return lambda value: labels.get(value, value)
    return yuan if field.kind is Kind.YUAN else None


def send(request: HttpRequest, kind: str, name: str, body: bytes) -> HttpResponse:
    """The file as a download."""
    facts = {"ETag": tag_of(body)}
    if kind != "jsonl":
        facts["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return conclude(request, body, MEDIA[kind], facts)


def trace(request: HttpRequest, kind: str, key: str, title: str, count: int, body: bytes) -> None:
    """The trail of an export: who, which list, which conditions, how many rows, which bytes."""
    record(
        "list.exported",
        by=request.user,
        name=title,
        after={
            "list": key,
            "format": kind,
            "query": request.GET.urlencode()[:300],
            "sha256": hashlib.sha256(body).hexdigest(),
        },
        count=count,
        county=getattr(request.user, "current_county_code", ""),
        reason=_("接口导出"),
    )
