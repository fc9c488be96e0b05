"""Organization life of branches and villages."""

from datetime import date
from typing import Any

import pytest

from branches.figures.life import Attendance, life
from branches.figures.village_life import village_life
from branches.meeting_rules import Verdict
from tests.branches.factories import branch, met, quiet, village
from tests.branches.figures.test_members import SCOPE
from villages.models import County

ON = date(2026, 11, 3)


def test_a_month_nobody_filed_is_unknown_not_missed(county: County) -> None:
    one = branch(name="甲", seats=5)
    met(one, "theme_day", date(2026, 10, 15))
    quiet(one, 202609)

    (found,) = life(SCOPE, "999901", ON)

    assert found.verdicts["theme_day"][1:] == (Verdict.HELD, Verdict.MISSED, Verdict.UNKNOWN)
    assert found.missed("committee") == 2
    assert found.missed("member_assembly") is None
    assert found.last_met == date(2026, 10, 15)


@pytest.mark.parametrize(
    ("rest", "absent"),
    [
        ({"seats": 3, "party_groups": 2}, set()),
        ({"seats": 2, "party_groups": 0}, {"committee", "party_group"}),
        ({}, {"committee", "party_group"}),
    ],
)
def test_meetings_are_due_where_there_is_who_should_meet(
    county: County, rest: dict[str, int], absent: set[str]
) -> None:
    branch(name="甲", **rest)

    (found,) = life(SCOPE, "999901", ON)

    assert {"committee", "party_group"} - set(found.verdicts) == absent
    assert found.missed("committee") in (None, 0)


def test_attendance_is_that_of_the_last_three_meetings_of_all(county: County) -> None:
    one = branch(name="甲", seats=5)
    met(one, "theme_day", date(2026, 7, 1), 1, 40)
    met(one, "theme_day", date(2026, 8, 1), 20, 40)
    met(one, "member_assembly", date(2026, 9, 1), 30, 40)
    met(one, "theme_day", date(2026, 10, 1), 40, 40)
    met(one, "committee", date(2026, 10, 2), 1, 5)
    met(one, "theme_day", date(2026, 10, 3))

    (found,) = life(SCOPE, "999901", ON)

    assert found.attendance == Attendance(90, 120, 3)


def test_a_village_is_judged_by_its_worst_branch(county: County) -> None:
    good, bad = branch(name="甲"), branch(name="乙")
    met(good, "theme_day", date(2026, 10, 1), 40, 40)
    met(bad, "class", date(2026, 10, 1))
    met(bad, "theme_day", date(2026, 8, 1), 10, 40)
    quiet(bad, 202609)

    found = village_life(SCOPE, "999901", ON)[village().pk]

    assert found.missed["theme_day"] == 2
    assert found.attendance == Attendance(10, 40, 1)
    assert found.branches == 2


def test_life_costs_three_queries(county: County, django_assert_num_queries: Any) -> None:
    for number in range(8):
        met(branch(name=f"第{number}支部"), "theme_day", date(2026, 10, 1))
    life(SCOPE, "999901", ON)  # the parameters are cached from here on

    with django_assert_num_queries(3):
        assert len(life(SCOPE, "999901", ON)) == 8
