"""A report of a few topics alone, and its figures recomputed from what was frozen."""

import importlib
from datetime import date
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from rectification.reports.asked import Asked, asked_of
from rectification.reports.content import ReportContent, Table
from rectification.reports.content.items import stored
from rectification.reports.content.lines import loose_digits
from rectification.reports.kinds.composing import compose
from rectification.reports.kinds.planning import PRACTICES, PROBLEMS, TASKS, Part, Plan
from rectification.reports.told import Topic
from rectification.reports.topics import ground
from villages.common.periods import Month, Period
from villages.models import County

OCTOBER = Month(2026, 10)
TODAY = date(2026, 11, 3)
KINDS = {1: "monthly", 3: "quarterly", 6: "half-year", 12: "year-end"}


def topic(name: str) -> Topic:
    """The topic of a file."""
    found: Topic = importlib.import_module(f"rectification.reports.topics.{name}").tell
    return found


def asked(period: Period = OCTOBER, *, county: str = "999901", on: date = TODAY) -> Asked:
    """What a report is asked for: of October unless said otherwise."""
    return asked_of(County.objects.get(code=county), KINDS[period.length], period, on)


def told(*names: str, about: Asked | None = None) -> ReportContent:
    """The report of these topics."""
    plan = Plan(
        (ground.tell, *map(topic, names)),
        (
            Part("key", "进展", names), Part("practices", "做法", what=PRACTICES),
            Part("problems", "问题", what=PROBLEMS), Part("next", "下步", what=TASKS),
        ),
        lambda label: f"{label}通报",
    )  # fmt: skip
    question = about or asked()
    return compose(KINDS[question.period.length], plan, question, lambda _done, _all: None)


def said(content: ReportContent) -> dict[str, str]:
    """Sentences by key."""
    return {line.key: content.said(line).text for line in content.lines}


def values(content: ReportContent, prefix: str) -> dict[str, Any]:
    """Values of the whole by what follows the prefix of the code."""
    return {
        one.code.removeprefix(prefix): one.value
        for one in content.figures
        if one.code.startswith(prefix) and not one.unit_code
    }


def rows(content: ReportContent, base: str) -> list[dict[str, Any]]:
    """Frozen rows by the keys of their columns."""
    return as_rows(content.base_of[base])


def as_rows(table: Table) -> list[dict[str, Any]]:
    """Rows of a table by the keys of its columns."""
    return [dict(zip(table.keys, row, strict=True)) for row in table.rows]


def check_frozen(content: ReportContent) -> None:
    """Every figure comes from its rows again, and no number stands outside of a figure."""
    for one in content.figures:
        assert one.formula, one.code
        value = None if one.gap else stored(one.formula.value(content.base_of))
        assert (one.value, bool(one.gap)) == (value, value is None), one.code
    for line in content.lines:
        assert loose_digits(line.pattern) == [], line.pattern
    assert ReportContent.from_json(content.to_json()) == content


def queries(name: str, about: Asked) -> int:
    """How many queries a topic takes once the county's numbers are in memory."""
    topic(name)(asked())
    with CaptureQueriesContext(connection) as seen:
        topic(name)(about)
    return len(seen)
