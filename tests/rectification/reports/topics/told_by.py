"""Reports of a few topics, and what must hold of every one of them."""

from datetime import date
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from rectification.reports.asked import Asked, asked_of
from rectification.reports.content import ReportContent
from rectification.reports.content.lines import loose_digits
from rectification.reports.kinds.composing import compose
from rectification.reports.kinds.planning import PROBLEMS, TASKS, Part, Plan
from rectification.reports.told import Topic
from villages.common.periods import HalfYear, Month, Period, Quarter, Year
from villages.models import County

_KINDS: dict[type[Period], str] = {
    Month: "monthly", Quarter: "quarterly", HalfYear: "half-year", Year: "year-end",
}  # fmt: skip
OCTOBER = Month(2026, 10)
MADE = date(2026, 11, 3)
LI, HE, ZHOU = "999901001200", "999901001201", "999901001202"
WILLOW_LI, GUO = "999901101200", "999901101201"
ALL = (LI, HE, ZHOU, WILLOW_LI, GUO)
EAST, WILLOW = "999901001", "999901101"


def asked(county: County, period: Period = OCTOBER, on: date = MADE) -> Asked:
    """The county asked about a period on a day."""
    return asked_of(county, _KINDS[type(period)], period, on)


def report(county: County, *topics: Topic, **when: Any) -> ReportContent:
    """A report of these topics alone: what they say, their problems, their requirements."""
    parts = (Part("said", "说明"), Part("problems", "问题", what=PROBLEMS),
             Part("tasks", "要求", what=TASKS))  # fmt: skip
    plan = Plan(topics, parts, title=str)
    one = asked(county, **when)
    return compose(_KINDS[type(one.period)], plan, one, lambda *_stage: None)


def said(content: ReportContent) -> dict[str, str]:
    """Every sentence by its key."""
    return {line.key: content.said(line).text for line in content.lines}


def values(content: ReportContent) -> dict[str, Any]:
    """Every figure's value by its code."""
    return {one.code: one.value for one in content.figures}


def units(content: ReportContent) -> dict[str, tuple[str, ...]]:
    """Whom each problem names, by its kind."""
    return {one.kind: one.unit_codes for one in content.problems}


def assert_sound(content: ReportContent) -> None:
    """Every figure comes from its frozen rows, every number on paper is a figure or a date."""
    assert content.figures
    for one in content.figures:
        assert one.formula is not None, one.code
        found = one.formula.value(content.base_of)
        assert one.value is None or str(found) == str(one.value), one.code
    for line in content.lines:
        assert loose_digits(line.pattern) == [], line
        assert set(line.figure_codes) <= set(content.by_code), line
    assert len({line.key for line in content.lines}) == len(list(content.lines))


def queries(topic: Topic, county: County) -> int:
    """How many queries a topic makes once parameters are remembered."""
    topic(asked(county))
    one = asked(county)
    with CaptureQueriesContext(connection) as found:
        topic(one)
    return len(found)
