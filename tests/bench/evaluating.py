"""P5, P6: a province of villages judged, and judged with everything written; trials of rules.

The floor of P5 is one set-based statement that evaluates five rules and fetches their levels;
ours judges all rules, with a receipt each. Both must find the same of these five.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any

from django.db import connection, transaction

from rectification.warnings.actions.evaluating import Evaluated, evaluate
from rectification.warnings.figures.trials import trial
from rectification.warnings.judging import CountyJudged, judge_county
from rectification.warnings.models import Alert, Evaluation, VillageWarning, WarningDecision
from rectification.warnings.rules_in_force import default_rules
from rectification.warnings.trying import with_numbers
from tests.bench import warning_world as world
from tests.bench.filing import _names, _prepared
from tests.bench.harness import Path_
from tests.bench.imports import counted
from tests.factories import CountyFactory, TownshipFactory
from tests.rectification.warnings.trying import history
from villages.accounts.actors import COMMAND_LINE
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.db import bulk
from villages.db.append_only import release
from villages.models import Village
from villages.trace.record import record

KEYS = frozenset({"P5", "P6", "P6-again", "simulation"})
MOST_QUERIES, MOST_WRITING = 60, 90
_COMPARED = ("W01", "W12", "W19", "W22", "W23")
_WRITTEN = (Evaluation, VillageWarning, Alert, WarningDecision)
_TRIED, _YEARS = "999903", history.months(Month(2026, 10), 24)
# A day as a number, on either database.
_DAY = {"sqlite": "julianday({0})", "postgresql": "({0}::date - date '2000-01-01')"}
_EVALUATE = """
WITH income AS (
  SELECT village_id,
    SUM(CASE WHEN from_month >= 202601 AND to_month <= 202610 THEN amount_fen END) AS fen,
    SUM(CASE WHEN from_month >= 202501 AND to_month <= 202510 THEN amount_fen END) AS base
  FROM collective_economy_incomeentry
  WHERE county_code = '{county}' AND category = 'operating' AND superseded_on IS NULL
  GROUP BY village_id
), team AS (
  SELECT t.village_id,
    MAX(CASE WHEN post = 'secretary' AND ({held}) THEN 1 ELSE 0 END) AS has_secretary,
    MAX(CASE WHEN post = 'secretary' AND ended_on <= '{on}' THEN ended_on END) AS gone_on,
    SUM(CASE WHEN post = 'reserve' AND ({held}) THEN 1 ELSE 0 END) AS reserve,
    MAX(CASE WHEN post IN ('secretary', 'director') AND ({held}) THEN birth_month END) AS youngest
  FROM cadres_posttenure t JOIN cadres_person p ON p.id = t.person_id
  WHERE t.county_code = '{county}' GROUP BY t.village_id
)
SELECT v.code,
  CASE WHEN has_secretary = 1 THEN '' WHEN {gone} > 90 THEN 'red'
    WHEN {gone} > 30 THEN 'yellow' ELSE '' END,
  CASE WHEN reserve >= 2 THEN ''
    WHEN reserve = 0 AND 2026 - youngest / 100 > 35 THEN 'red' ELSE 'yellow' END,
  CASE WHEN collective + beyond >= 1 OR unresolved >= 3 THEN 'red'
    WHEN "first" >= 2 OR overdue >= 1 THEN 'yellow' ELSE '' END,
  CASE WHEN fen * 12 < 50000000 THEN 'red' WHEN fen * 12 < 100000000 THEN 'yellow' ELSE '' END,
  CASE WHEN (base - fen) * 100 > 30 * base THEN 'red'
    WHEN base > fen AND (base - fen) * 100 >= 10 * base THEN 'yellow' ELSE '' END
FROM villages_village v JOIN team t ON t.village_id = v.id
JOIN income i ON i.village_id = v.id
JOIN villages_affairs_petitioncount c ON c.village_id = v.id AND c.month = 202610
WHERE v.county_code = '{county}' ORDER BY v.code
"""


def paths(*, quick: bool) -> Iterator[Path_]:
    """The measurements; the world is made when the first of them is asked for."""
    villages = world.QUICK if quick else world.WHOLE
    world.make_villages(villages)
    scale = f"{villages:,} villages"
    common: dict[str, Any] = {"count": counted, "scale": scale}
    judge = partial(judge_county, world.COUNTY, world.MONTH)
    yield Path_(
        "P5", 1.5, "one set-based statement: 5 rules evaluated and fetched", floor=_levels,
        ours=judge, result=_found, most_queries=MOST_QUERIES, **common,
    )  # fmt: skip
    yield from _writing(common)
    yield _simulation()


def _levels() -> list[Any]:
    held = f"(started_on IS NULL OR started_on <= '{world.ON}') AND " \
           f"(ended_on IS NULL OR ended_on > '{world.ON}')"  # fmt: skip
    day = _DAY[connection.vendor].format
    gone = f"({day(repr(str(world.ON)))} - {day('gone_on')})"
    made = _EVALUATE.format(county=world.COUNTY, on=world.ON, held=held, gone=gone)
    with connection.cursor() as cursor:
        cursor.execute(made)
        return cursor.fetchall()


def _found(given: list[Any] | CountyJudged) -> dict[str, tuple[str, ...]]:
    """By village the levels of the five rules."""
    if isinstance(given, list):
        return {code: tuple(levels) for code, *levels in given}
    found = {}
    for one in given.villages:
        told = {reason["rule"]: str(reason["level"]) for reason in one.reasons}
        found[one.code] = tuple(told.get(code, "") for code in _COMPARED)
    return found


def _writing(common: dict[str, Any]) -> Iterator[Path_]:
    with connection.schema_editor() as editor:
        release(WarningDecision._meta.db_table)(None, editor)
    ours = partial(evaluate, by=COMMAND_LINE, county=world.COUNTY, month=world.MONTH)
    _clear()
    ours()
    rows = [
        (model, _names(model), _prepared(model, _names(model), _stored(model)))
        for model in _WRITTEN
    ]
    yield Path_(
        "P6", 1.5, "the statement of P5, then INSERT of the same ready rows and one audit row",
        floor=lambda: _floor(rows), ours=ours, before=_clear, result=lambda _given: _counts(),
        most_queries=MOST_WRITING, **common,
    )  # fmt: skip
    yield Path_(
        "P6-again", 1.5, "the statement of P5 and SELECT of the stored digests", floor=_again,
        ours=ours, before=lambda: _counts()["VillageWarning"] or ours(), result=_rewritten,
        most_queries=MOST_QUERIES + 15, **common,
    )  # fmt: skip


def _stored(model: Any) -> list[tuple[Any, ...]]:
    return list(model.objects.order_by("pk").values_list(*_names(model)))


def _floor(rows: list[Any]) -> None:
    _levels()
    with transaction.atomic():
        for model, names, ready in rows:
            bulk.insert(model, names, ready)
        record("warnings.evaluated", county=world.COUNTY, by=COMMAND_LINE, name="bench")


def _again() -> int:
    _levels()
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT village_id, digest FROM {VillageWarning._meta.db_table}")
        cursor.fetchall()
    return 0


def _rewritten(given: Evaluated | int) -> tuple[int, dict[str, int]]:
    return (given if isinstance(given, int) else given.rows_written), _counts()


def _clear() -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for model in reversed(_WRITTEN):
            cursor.execute(f"DELETE FROM {model._meta.db_table}")


def _counts() -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in _WRITTEN}


def _simulation() -> Path_:
    """Two years of a county: other rules beside reading the same receipts raw."""
    _clear()
    county = CountyFactory(code=_TRIED, name="小原县", search_text="小原县")
    town = TownshipFactory(county=county, code=f"{_TRIED}001")
    Village.objects.bulk_create(
        Village(township=town, county_code=_TRIED, name=f"第{n}村", code=f"{town.code}{200 + n}",
                kind="villagers")
        for n in range(216)
    )  # fmt: skip
    history.store(list(Village.objects.filter(county_code=_TRIED).order_by("code")), _YEARS)
    tried = with_numbers(default_rules(), "W22", {"red_wan": 8})
    names = "village_id, month, colour, reasons, facts, standing, rule_set_id"

    def floor() -> int:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {names} FROM {VillageWarning._meta.db_table}")
            return len(cursor.fetchall())

    def ours() -> int:
        return trial(Scope.of([_TRIED]), _TRIED, tried, _YEARS[0], _YEARS[-1]).receipts

    return Path_(
        "simulation", 60.0, "SELECT of the same receipts", floor=floor, ours=ours, count=counted,
        most_queries=8, scale="216 x 24 months",
    )  # fmt: skip
