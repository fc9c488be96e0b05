"""A report costs the same number of statements for few villages and for many."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cadres.choices import Post
from rectification.reports.actions.making import compose, keep
from rectification.reports.content import Fold, Item, Table, Where
from rectification.reports.content.formulas import count
from rectification.reports.models import Report
from rectification.states import CaseStatus
from rectification.supervision.models import ListTask, TaskList
from rectification.warnings.actions.evaluating import evaluate
from tests import factories
from tests.branches.factories import branch, counted, met, recruits
from tests.rectification.reports.made import OCTOBER
from tests.rectification.situations import case_in, earned, person, with_plan
from tests.rectification.warnings.worlds import few_rules
from villages.accounts.actors import COMMAND_LINE
from villages.affairs.models import PetitionCount
from villages.common.periods import HalfYear, Period, Quarter
from villages.models import County, Village

MOST, MOST_OF_A_MONTH = 60, 45
_MARKS = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")
_PETITIONS = {"first": 1, "repeat": 0, "collective": 0, "beyond": 0, "unresolved": 0, "overdue": 0}


def _village(code: str) -> None:
    """A village with rows in most of the ledgers."""
    person(code, Post.SECRETARY, Post.DIRECTOR)
    person(code, Post.RESERVE, name="李一")
    earned(code, 1_234_567)
    earned(code, 234_567, 202510)
    place = Village.objects.get(code=code)
    one = branch(place, seats=3)
    counted(one, 20)
    met(one, "theme_day", date(2026, 10, 10), 18, 20)
    recruits(place, 202610, accepted=1)
    PetitionCount.objects.create(
        village=place, county_code=code[:6], month=OCTOBER.number, **_PETITIONS
    )
    with_plan(case_in(place, CaseStatus.IN_PROGRESS))


def _task(county: str) -> None:
    made = TaskList.objects.create(
        county_code=county, title="任务清单", rhythm="month", from_on=date(2026, 10, 1),
        to_on=date(2026, 10, 31), published_on=date(2026, 9, 30),
    )  # fmt: skip
    ListTask.objects.create(
        county_code=county, list=made, seq=1, unit_code="999901001", unit_name="东关街道",
        text="初评。", due_on=date(2026, 10, 20),
    )  # fmt: skip


@pytest.fixture
def twenty(county: County) -> list[str]:
    """Codes of twenty villages more, in a county with rules and a list of tasks."""
    few_rules(("W01", "W11", "W12", "W22"))
    town = Village.objects.filter(county_code=county.code).order_by("code")[0].township
    codes = [f"{town.code}{number}" for number in range(300, 320)]
    for code in codes:
        factories.VillageFactory(township=town, code=code)
    _task(county.code)
    return codes


def _made(county: County, kind: str, period: Period) -> Report:
    return keep(
        by=COMMAND_LINE,
        draft=compose(by=COMMAND_LINE, kind=kind, period=period, county=county),
    )


def _cost(county: County, kind: str, period: Period) -> int:
    """Statements of a new version; marks of transactions are none."""
    with CaptureQueriesContext(connection) as asked:
        _made(county, kind, period)
    return sum(not one["sql"].startswith(_MARKS) for one in asked.captured_queries)


@pytest.mark.parametrize(
    ("kind", "period"), [("monthly", OCTOBER), ("quarterly", Quarter(2026, 4))]
)
def test_more_villages_cost_no_more_statements(
    county: County, twenty: list[str], kind: str, period: Period
) -> None:
    _village(twenty[0])
    _made(county, kind, period)
    costs = []
    for codes in (twenty[1:3], twenty[3:]):
        for code in codes:
            _village(code)
        evaluate(by=COMMAND_LINE, county=county.code, month=OCTOBER)
        costs.append(_cost(county, kind, period))

    assert costs[0] == costs[1] <= MOST


def test_a_longer_period_reads_its_months_each_once(county: County, twenty: list[str]) -> None:
    _village(twenty[0])
    period = HalfYear(2026, 2)
    _made(county, "half-year", period)
    _village(twenty[1])

    cost = _cost(county, "half-year", period)

    # July to October, and the days of November.
    assert cost <= MOST + 5 * MOST_OF_A_MONTH


def test_a_township_is_found_without_reading_every_row() -> None:
    rows = tuple((f"town{n % 3}", n) for n in range(9))
    tables = {"villages": Table("villages", "", ("township_code", "n"), ("", ""), rows)}
    whole = Item.folded("n", "数", "个", count("villages", Where("n", "gt", 1)), tables)

    part = whole.narrowed("town1", "一镇", tables)

    assert (whole.value, part.value) == (7, 2)
    assert Fold("villages", where=(Where("township_code", "eq", "town9"),)).rows(tables) == []
    assert set(tables["villages"].by_township) == {"town0", "town1", "town2"}
