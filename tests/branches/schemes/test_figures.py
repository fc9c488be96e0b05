"""Grades by township, moves, and values of branches."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from branches.choices import MeetingKind
from branches.figures.moves import moves
from branches.figures.scheme_values import scheme_values
from branches.figures.schemes import grades
from branches.models import SchemeRating
from branches.standings import Move
from tests.branches import factories
from tests.branches.scheme_factories import (
    COUNTY,
    TODAY,
    clerk,
    confirmed,
    in_force,
    proposed,
    staff,
)
from villages.common.periods import Quarter, Year
from villages.common.scope import Scope

YEAR = Year(2026)
SCOPE = Scope.of([COUNTY])
VILLAGES = ("999901001200", "999901001201", "999901101200")


@pytest.fixture
def chief(county):
    return staff()


@pytest.fixture
def scheme(chief):
    return in_force(chief)


def _branches() -> list:
    return [factories.branch(code, name) for code in VILLAGES for name in ("一支部", "二支部")]


def test_shares_have_the_rated_as_their_base_and_list_the_others(scheme, chief):
    first, second, third, fourth, fifth, _none = _branches()
    confirmed(proposed(first, scheme, chief, None, 50, 30), chief)
    confirmed(proposed(second, scheme, chief, None, 20, 30), chief)
    confirmed(proposed(third, scheme, chief, None, 45, 30), chief)
    proposed(fourth, scheme, chief, None, 45, 30)
    confirmed(proposed(fifth, scheme, chief, None, 0, 0), chief)

    east, willow, whole = grades(SCOPE, COUNTY, "stars", YEAR, TODAY)

    assert (east.name, east.rated, east.branches) == ("东关街道", 3, 4)
    assert east.grades == {"五星": 2, "三星": 1}
    assert [(one.branch, one.state) for one in east.unrated] == [(fourth.pk, "proposed")]
    assert (willow.rated, [one.state for one in willow.unrated]) == (1, [""])
    share = whole.share("五星")
    assert (share.numerator, share.denominator, share.value) == (2, 4, Decimal("50.00"))
    assert share.missing == ("999901001201", "999901101200")
    assert (whole.coverage.numerator, whole.coverage.denominator) == (4, 6)


def test_every_rating_is_counted_once(scheme, chief):
    points = [(50, 30), (40, 30), (30, 0), (20, 30), (0, 0), (50, 0)]
    for branch, (one, other) in zip(_branches(), points, strict=True):
        confirmed(proposed(branch, scheme, chief, None, one, other), chief)

    *townships, whole = grades(SCOPE, COUNTY, "stars", YEAR, TODAY)

    naive = Counter(
        "五星" if 20 + a + b >= 90 else "三星" if 20 + a + b >= 60 else "无星" for a, b in points
    )
    assert whole.grades == naive
    assert sum(one.branches for one in townships) == whole.branches == 6


def test_a_gone_branch_is_not_asked_for(scheme):
    gone = {"abolition_no": "青组〔2026〕2号", "abolition_reason": "合并"}
    factories.branch(abolished_on=date(2026, 6, 1), **gone)

    assert grades(SCOPE, COUNTY, "stars", YEAR, TODAY)[-1].branches == 0


def test_without_any_rating_a_share_is_a_gap(scheme):
    factories.branch()

    share = grades(SCOPE, COUNTY, "stars", YEAR, TODAY)[-1].share("五星")

    assert share.is_missing


def test_a_township_sees_its_own_table(scheme):
    _branches()

    units = grades(clerk().territory, COUNTY, "stars", YEAR, TODAY)

    assert [one.code for one in units] == ["999901001", COUNTY]
    assert units[-1].branches == 4


def test_grades_take_two_queries(scheme, chief, django_assert_num_queries):
    for branch in _branches():
        confirmed(proposed(branch, scheme, chief, None, 50, 30), chief)

    with django_assert_num_queries(2):
        grades(SCOPE, COUNTY, "stars", YEAR, TODAY)
    with django_assert_num_queries(2):
        moves(SCOPE, COUNTY, "stars", YEAR)


@pytest.fixture
def two_years(scheme, chief):
    """A rose, B fell, C stayed, D came new."""
    now_points = {"甲": (50, 30), "乙": (0, 30), "丙": (40, 0), "丁": (50, 30)}
    before = {"甲": (20, 30), "乙": (45, 30), "丙": (40, 0)}
    for name, (one, other) in now_points.items():
        branch = factories.branch(name=name)
        if name in before:
            was = proposed(branch, scheme, chief, None, *before[name], period="2025")
            confirmed(was, chief)
        confirmed(proposed(branch, scheme, chief, None, one, other), chief)


def test_moves_compare_with_the_period_before_and_give_reasons(two_years):
    found = {one.name: one for one in moves(SCOPE, COUNTY, "stars", YEAR)}

    assert {name: one.move for name, one in found.items()} == {
        "甲": Move.UP, "乙": Move.DOWN, "丙": Move.SAME, "丁": Move.FIRST,
    }  # fmt: skip
    assert (found["甲"].before, found["甲"].now) == ("三星", "五星")
    assert found["乙"].reasons == (("班子团结", "45", "0"),)
    assert found["丙"].reasons == ()


def test_a_rating_under_appeal_moves_nobody(two_years):
    SchemeRating.objects.filter(branch__name="甲", period="2025").update(
        state="appealed", appealed_on=TODAY, appeal="异议"
    )

    found = {one.name: one.move for one in moves(SCOPE, COUNTY, "stars", YEAR)}

    assert found["甲"] is Move.FIRST


def _values(branch, period=YEAR, on=TODAY):
    found = scheme_values(SCOPE, COUNTY, period, on)[branch.pk]
    return {key: int(one.number) for key, one in found.items()}


def test_values_come_from_the_ledgers(county):
    branch = factories.branch(
        formal=12, seats=3, filled=2, vacant_since=date(2026, 9, 1),
        term_start=date(2021, 10, 1), term_ends_on=date(2026, 10, 1),
    )  # fmt: skip
    factories.counted(branch, 14, date(2026, 10, 1), dues_paid=13)
    factories.counted(branch, 20, date(2026, 12, 1))  # not known yet

    found = _values(branch)

    assert found["members.formal"] == 14
    assert found["members.dues_unpaid"] == 1
    assert found["committee.vacant"] == 1
    assert found["term.overdue_days"] == 33


def test_meetings_are_unknown_while_a_month_was_not_filed(county):
    branch = factories.branch()
    quarter = Quarter(2026, 3)
    factories.met(branch, MeetingKind.THEME_DAY, date(2026, 7, 5))
    factories.met(branch, MeetingKind.THEME_DAY, date(2026, 8, 5))

    assert "meetings.theme_day" not in _values(branch, quarter)
    factories.quiet(branch, 202609)
    assert _values(branch, quarter)["meetings.theme_day"] == 2
    assert _values(branch, quarter)["meetings.class"] == 0


def test_months_before_the_founding_are_not_waited_for(county):
    branch = factories.branch(founded_on=date(2026, 8, 10))
    factories.met(branch, MeetingKind.CLASS, date(2026, 9, 5))

    assert _values(branch, Quarter(2026, 3))["meetings.class"] == 1


def test_nothing_known_gives_nothing(county):
    assert _values(factories.branch()) == {}


def test_values_take_four_queries(county, django_assert_num_queries):
    _branches()

    with django_assert_num_queries(4):
        scheme_values(SCOPE, COUNTY, YEAR, TODAY)
