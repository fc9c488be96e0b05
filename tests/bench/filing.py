"""P12: a township hands in 20 villages with seven inputs each, in the process and over HTTP."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from itertools import count
from typing import Any

from django.apps import apps
from django.db import connection, transaction
from django.db.models import JSONField, Model
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.bench import wide
from tests.bench.harness import Path_
from tests.bench.imports import counted
from villages.accounts.actions.tokens import Limits, create_token
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.common.clock import ZONE
from villages.common.periods import Month
from villages.db import bulk
from villages.filings.actions.submitting import Submission, submit
from villages.filings.choices import Channel
from villages.filings.models import Filing, FilingMark, FormLine, ReportForm
from villages.models import Township, Village
from villages.trace.models import AuditEntry, AuditHead
from villages.trace.record import record

VILLAGES, MOST_QUERIES, MOST_HTTP_QUERIES = 20, 26, 35
_MONTH = Month(2026, 10)
_AT = datetime(2026, 10, 20, 9, 0, tzinfo=ZONE)
_ASKED = {
    "economy.operating": "350000", "economy.investment": "12000", "economy.subsidy": "50000",
    "economy.other": "800", "affairs.petitions_first": "3", "affairs.petitions_collective": "0",
    "affairs.petitions_unresolved": "1",
}  # fmt: skip
_SENT = {
    "economy.operating": "350000.00", "economy.investment": "12000.00",
    "economy.subsidy": "50000.00", "economy.other": "800.00", "affairs.petitions_first": 3,
    "affairs.petitions_collective": 0, "affairs.petitions_unresolved": 1,
}  # fmt: skip
_FLOOR = "INSERT of the same rows and one chained audit row, in one transaction"
_INSERT = re.compile(r'^(?:\S+ times: )?INSERT (?:OR IGNORE )?INTO "(\w+)"')
Rows = list[tuple[type[Model], list[str], list[tuple[Any, ...]]]]


def paths() -> Iterator[Path_]:
    """The measurements of P12; floors insert the rows that ours left behind.

    P12 lets its floor bring every value into the database's form each time, as any program that
    has values and no statements must; P12-ready gives it finished tuples and is the harder one.
    """
    codes, by, keys = _township(), User.objects.get(role=Role.COUNTY_STAFF), count()

    def ours() -> None:
        typed = dict.fromkeys(codes, _ASKED)
        handed = Submission(_MONTH, codes, f"bench-{next(keys)}", Channel.GRID, typed=typed)
        submit(handed=handed, by=by, at=_AT)

    rows = _written(ours)
    ready = [(model, names, _prepared(model, names, stored)) for model, names, stored in rows]
    common: dict[str, Any] = {
        "before": lambda: _clear(rows), "result": lambda _given: _counts(rows), "count": counted,
        "pairs": 15,
    }  # fmt: skip
    each_time, once = (f"{_FLOOR}; {words}" for words in ("values prepared", "ready tuples"))
    yield Path_(
        "P12", 3.0, each_time, floor=lambda: _floor(rows, by, _prepared), ours=ours,
        most_queries=MOST_QUERIES, **common,
    )  # fmt: skip
    yield Path_(
        "P12-ready", 3.0, once, floor=lambda: _floor(ready, by), ours=ours,
        most_queries=MOST_QUERIES, **common,
    )  # fmt: skip
    yield Path_(
        "P12-http", 8.0, each_time, floor=lambda: _floor(rows, by, _prepared),
        ours=_program(codes, by), most_queries=MOST_HTTP_QUERIES, **common,
    )  # fmt: skip


def _program(codes: tuple[str, ...], by: User) -> Callable[[], None]:
    """A program that sends the same township in one request."""
    limits = Limits(read_only=False)
    _token, secret = create_token(user=by, name="bench", limits=limits, by=by)
    client = Client(headers={"authorization": f"Bearer {secret}", "host": "localhost"})
    rows = [{"village": code, "values": _SENT} for code in codes]
    body = json.dumps({"period": _MONTH.code, "submit": True, "rows": rows})

    def push() -> None:
        answer = client.post("/api/v1/filings/bulk/", body, content_type="application/json")
        if {one["result"] for one in answer.json()["results"]} != {"submitted"}:
            raise AssertionError(answer.content)

    return push


def _township() -> tuple[str, ...]:
    """Twenty villages of one township, of which seven inputs are asked."""
    town = Township.objects.filter(county_code=wide.COUNTY).order_by("code").first()
    assert town is not None
    there = town.villages.count()
    Village.objects.bulk_create(
        Village(
            township=town, county_code=wide.COUNTY, name=f"新{n}村", code=f"{town.code}{900 + n}",
            kind="villagers",
        )
        for n in range(VILLAGES - there)
    )  # fmt: skip
    form = ReportForm.objects.create(
        county_code=wide.COUNTY, number="1", title="月报", owner="组织部", basis="文件",
        valid_from=date(2026, 1, 1), valid_to=date(2026, 12, 31),
    )  # fmt: skip
    FormLine.objects.bulk_create(
        FormLine(
            form=form, county_code=wide.COUNTY, input_key=key, position=place,
            valid_from=date(2026, 1, 1),
        )
        for place, key in enumerate(_ASKED)
    )  # fmt: skip
    return tuple(town.villages.order_by("code").values_list("code", flat=True)[:VILLAGES])


def _written(ours: Callable[[], None]) -> Rows:
    """Every row of every table that one submission adds to, the trail aside."""
    with CaptureQueriesContext(connection) as seen:
        ours()
    tables = {match[1] for one in seen.captured_queries if (match := _INSERT.match(one["sql"]))}
    own = {AuditEntry._meta.db_table, AuditHead._meta.db_table}
    # In the order of apps' models: what others point to comes first.
    models = [one for one in apps.get_models() if one._meta.db_table in tables - own]
    models.sort(key=_depth)
    return [(model, _names(model), list(model.objects.values_list(*_names(model))))  # type: ignore[attr-defined]
            for model in models]  # fmt: skip


def _names(model: type[Model]) -> list[str]:
    return [field.name for field in model._meta.concrete_fields]


def _depth(model: type[Model]) -> int:
    """Receipts before filings, filings before what belongs to them."""
    order = ["FilingReceipt", "Filing"]
    return order.index(model.__name__) if model.__name__ in order else len(order)


def _floor(rows: Rows, by: Any, prepare: Callable[..., Any] = lambda _m, _n, rows: rows) -> None:
    with transaction.atomic():
        for model, names, stored in rows:
            bulk.insert(model, names, prepare(model, names, stored))
        record("filing.submitted", county=wide.COUNTY, by=by, name="bench", count=VILLAGES)


def _prepared(
    model: type[Model], names: list[str], stored: list[tuple[Any, ...]]
) -> list[tuple[Any, ...]]:
    """Values as the database takes them."""
    fields: list[Any] = [model._meta.get_field(name) for name in names]
    return [tuple(map(_plain, fields, row)) for row in stored]


def _plain(field: Any, value: Any) -> Any:
    if isinstance(field, JSONField):
        # The driver's own wrapper is for statements, COPY takes the text.
        return None if value is None else json.dumps(value)
    return field.get_db_prep_save(value, connection)


def _clear(rows: Rows) -> None:
    # Keys are looked at when the transaction ends, so the order of the tables does not matter.
    with transaction.atomic(), connection.cursor() as cursor:
        Filing.objects.update(receipt=None, state="draft")
        for model in dict.fromkeys([FilingMark, *(model for model, *_rest in reversed(rows))]):
            cursor.execute(f'DELETE FROM "{model._meta.db_table}"')


def _counts(rows: Rows) -> dict[str, int]:
    return {model.__name__: model.objects.count() for model, *_rest in rows}  # type: ignore[attr-defined]
