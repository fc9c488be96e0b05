"""What villages missed, who came to elections, and months that tell of nobody new."""

from datetime import date
from typing import Any

import pytest

from branches.figures.life import Attendance
from branches.figures.missed_life import LastHeld, Missed, MissedLife, missed_life
from branches.figures.quorums import Turnout, turnouts
from branches.figures.recruitment import recruits
from branches.figures.terms import village_terms
from branches.models import BranchElection, DevelopmentCount, PartyBranch
from tests.branches.factories import branch, met, quiet, village
from tests.branches.figures.test_members import SCOPE
from villages.common.periods import Month

pytestmark = pytest.mark.usefixtures("county")
COUNTY, SEPTEMBER, OCTOBER = "999901", date(2026, 9, 30), date(2026, 10, 31)


def _found(on: date) -> MissedLife:
    return missed_life(SCOPE, COUNTY, on)[village().pk]


def test_on_its_last_day_a_month_is_over() -> None:
    one = branch()
    met(one, "theme_day", date(2026, 8, 3))
    quiet(one, 202609, 202610)

    assert _found(date(2026, 10, 30)).kinds["theme_day"] == Missed(1, 0, 0, 0, 30)
    assert _found(OCTOBER).kinds["theme_day"] == Missed(2, 0, 1, 0, 0)


def test_a_meeting_since_the_quarter_ended_ends_the_row_before_it_too() -> None:
    one = branch()
    quiet(one, *range(202601, 202610))
    assert _found(date(2026, 10, 3)).kinds["member_assembly"] == Missed(3, 0, 2, 0, 3)

    met(one, "member_assembly", date(2026, 10, 2))

    assert _found(date(2026, 10, 3)).kinds["member_assembly"] == Missed(0, 0, 0, 0, 3)


def test_branches_are_taken_together() -> None:
    good, silent = branch(name="甲", seats=5), branch(name="乙")
    met(good, "theme_day", SEPTEMBER, 30, 40)
    quiet(silent, 202608)

    found = _found(SEPTEMBER)

    assert found.kinds["theme_day"] == Missed(0, 1, 1, 1, 0)
    assert found.kinds["committee"] == Missed(1, 1, 0, 2, 0)
    assert (found.attendance, found.without_numbers) == (Attendance(30, 40, 1), 1)


def test_yearly_meetings_are_those_of_the_branch_furthest_behind() -> None:
    good, behind = branch(name="甲"), branch(name="乙")
    met(good, "org_life", date(2026, 1, 16))
    met(behind, "org_life", date(2025, 1, 18))
    met(good, "appraisal", date(2026, 1, 17))
    quiet(behind, *(month.number for month in Month(2025, 1).until(Month(2026, 8))))

    found = _found(SEPTEMBER).yearly

    # September is not filed yet; up to August all months tell.
    assert found["org_life"] == LastHeld(date(2025, 1, 18), date(2025, 1, 19))
    assert found["appraisal"] == LastHeld(None, date(2025, 1, 1))


def test_two_months_not_filed_prove_nothing() -> None:
    one = branch()
    quiet(one, *(month.number for month in Month(2025, 1).until(Month(2026, 7))))

    assert _found(SEPTEMBER).yearly["org_life"] == LastHeld(None, date(2026, 10, 1))


def test_a_new_branch_owes_nothing_from_before() -> None:
    branch(founded_on=date(2026, 5, 1))

    assert _found(SEPTEMBER).yearly["org_life"].on == date(2026, 5, 1)


def test_missed_life_costs_three_queries(django_assert_num_queries: Any) -> None:
    for number in range(8):
        met(branch(name=f"第{number}支部"), "theme_day", SEPTEMBER)
    missed_life(SCOPE, COUNTY, OCTOBER)  # the parameters are cached from here on

    with django_assert_num_queries(3):
        missed_life(SCOPE, COUNTY, OCTOBER)


def _elected(one: PartyBranch, on: date, present: int) -> None:
    BranchElection.objects.create(
        branch=one, village=one.village, county_code=COUNTY, held_on=on, entitled=100,
        present=present, seats=3, candidates=4, elected=0, result="failed",
    )  # fmt: skip


def test_of_each_organization_the_newest_election_counts(django_assert_num_queries: Any) -> None:
    one, gone = branch(name="甲"), branch(
        name="乙", founded_on=date(2020, 1, 1), abolished_on=date(2026, 3, 1),
        abolition_no="青组〔2026〕3号", abolition_reason="合并",
    )  # fmt: skip
    _elected(one, date(2025, 6, 1), 50)
    _elected(one, date(2026, 6, 1), 90)
    _elected(gone, date(2026, 1, 1), 10)
    _elected(branch(name="丙"), date(2026, 2, 1), 85)

    with django_assert_num_queries(1):
        found = turnouts(SCOPE, COUNTY, OCTOBER)

    assert found == {village().pk: Turnout(85, 100, date(2026, 2, 1))}


def test_a_row_of_months_without_anybody_new_ends_at_a_gap() -> None:
    for month, accepted in ((202606, 0), (202608, 0), (202609, 0), (202610, None)):
        DevelopmentCount.objects.create(
            village=village(), county_code=COUNTY, month=month, accepted=accepted
        )

    found = recruits(SCOPE, COUNTY, OCTOBER)[village().pk]

    assert (found.told_until, found.run_without) == (Month(2026, 9), 2)


def test_ends_that_nobody_wrote_down_are_counted() -> None:
    branch(name="甲")
    branch(name="乙", term_start=date(2022, 1, 1), term_ends_on=date(2027, 1, 1))
    branch(name="丙", kind="functional")

    assert village_terms(SCOPE, COUNTY, OCTOBER)[village().pk].ends_unknown == 1
