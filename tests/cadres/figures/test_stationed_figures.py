"""Stationed people, assessments and helpers in numbers."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cadres.figures.assessments import assessments
from cadres.figures.handover import handover
from cadres.figures.pools import pool_figures, pools
from cadres.figures.postings import away, rotations, team_figures, team_strength
from cadres.figures.residents import resident_figures, residents
from cadres.models import (
    Helper,
    HelperKind,
    HelperPosting,
    Leave,
    Person,
    Posting,
    ResidentDuty,
    TeamAssessment,
)
from tests.cadres.judging import NEW_YEAR, begun_review, person, posted, told_month, village_of
from villages import parameters
from villages.common.periods import Month
from villages.common.scope import Scope

COUNTY = "999901"
WHOLE = Scope.of([COUNTY])
ON = date(2026, 10, 31)
OCTOBER = Month(2026, 10)
SECOND = "999901001201"


def test_a_month_that_nobody_told_is_a_gap(county):
    told_month(posted(), 202610, 21)
    posted("赵云", village=village_of(SECOND))

    first, second = residents(WHOLE, COUNTY, OCTOBER)

    assert (first.days, first.light, first.days_year) == (21, "green", 21)
    assert (second.days, second.light, second.days_year) == (None, "grey", 0)
    assert 202610 in second.months_missing
    figures = {one.code: one for one in resident_figures((first, second))}
    assert figures["residents.told_share"].numerator == 1
    assert figures["residents.told_share"].denominator == 2
    assert figures["residents.short"].missing == (SECOND,)


def test_only_months_of_the_posting_are_due(county):
    told_month(posted(started_on=date(2026, 9, 15)), 202609, 10)

    (one,) = residents(WHOLE, COUNTY, OCTOBER)

    assert one.months_missing == (202610,)


def test_two_short_months_across_the_new_year_are_red(county):
    posting = posted()
    told_month(posting, 202512, 19)
    told_month(posting, 202601, 19)

    (one,) = residents(WHOLE, COUNTY, Month(2026, 1))

    assert (one.light, one.days_year) == ("red", 19)


def test_absences_of_the_year_add_up(county):
    posting = posted()
    told_month(posting, 202603, 22, spot_checks=2, spot_check_absent=1)
    told_month(posting, 202610, 22, spot_checks=1, spot_check_absent=1)

    (one,) = residents(WHOLE, COUNTY, OCTOBER)

    assert (one.absences_year, one.consequence, one.light) == (2, "basic", "red")


def test_months_back_are_whole_ones_across_the_new_year(county):
    posting = posted(started_on=date(2025, 11, 20))
    told_month(posting, 202511, 5)
    told_month(posting, 202512, 19)
    told_month(posting, 202602, 21, spot_checks=1, spot_check_absent=1)
    told_month(posted("赵云", role="member", village=village_of(SECOND)), 202602, 22)

    (one, member) = residents(WHOLE, COUNTY, Month(2026, 2))
    (earlier, _member) = residents(WHOLE, COUNTY, Month(2025, 12))

    assert (one.is_first_secretary, member.is_first_secretary) == (True, False)
    assert (one.days_back, one.absences) == ((21, None, 19), 1)
    assert earlier.days_back == (19,)
    assert residents(WHOLE, COUNTY, Month(2025, 11))[0].days_back == ()


@pytest.mark.parametrize(
    ("members", "first", "whole"), [(2, True, True), (1, True, False), (2, False, False)]
)
def test_a_team_is_a_first_secretary_and_two_members(county, members, first, whole):
    if first:
        posted()
    for number in range(members):
        posted(f"队员{number}", "member")

    found = team_strength(WHOLE, COUNTY, ON)

    assert (found.teams[0].is_whole, len(found.without)) == (whole, 4)
    assert team_figures(found)[1].numerator == int(whole)


def test_the_rotation_calendar_names_who_is_due_or_over(county):
    posted("甲", due_end_on=date(2026, 10, 1))
    posted("乙", village=village_of(SECOND), due_end_on=date(2027, 4, 30))
    posted("丙", "member", due_end_on=date(2027, 5, 1))

    found = rotations(WHOLE, COUNTY, ON)

    assert [(one.name, one.days) for one in found] == [("甲", -30), ("乙", 181)]


@pytest.mark.parametrize(
    ("state", "to_on", "is_away"),
    [("granted", ON, True), ("granted", date(2026, 10, 30), False), ("asked", ON, False)],
)
def test_away_are_granted_leaves_of_the_day(county, state, to_on, is_away):
    decided = {"decided_on": date(2026, 10, 20), "decided_by": "王"} if state == "granted" else {}
    Leave.objects.create(
        posting=posted(), village=village_of(), county_code=COUNTY, kind="sick", state=state,
        from_on=date(2026, 10, 29), to_on=to_on, **decided,
    )  # fmt: skip

    assert bool(away(WHOLE, COUNTY, ON)) is is_away


def test_assessments_stand_in_bands_and_unscored_teams_wait(county):
    for code, name, total in (
        ("999901001200", "甲", "9.0"), (SECOND, "乙", "5.9"), ("999901001202", "丙", None),
    ):  # fmt: skip
        village = village_of(code)
        posted(name, village=village)
        if total:
            TeamAssessment.objects.create(
                village=village, county_code=COUNTY, period="2026Q3", total=total,
                assessed_on=ON, assessed_by="王",
            )  # fmt: skip

    (township,) = assessments(WHOLE, COUNTY, "2026Q3", ON)

    assert dict(township.bands) == {"good": 1, "fair": 0, "low": 1}
    assert (township.assessed, township.waiting) == (2, (("999901001202", "周桥村"),))


def test_helpers_count_once_however_many_villages(county):
    kind = HelperKind.objects.create(county_code=COUNTY, name="乡贤", valid_from=NEW_YEAR)
    helper = Helper.objects.create(county_code=COUNTY, name="赵立", kind=kind)
    for code in ("999901001200", SECOND):
        HelperPosting.objects.create(
            helper=helper, village=village_of(code), county_code=COUNTY, started_on=NEW_YEAR
        )

    found = pools(WHOLE, COUNTY, ON)

    assert [(one.name, one.helpers, one.villages) for one in found.kinds] == [("乡贤", 1, 2)]
    assert (found.villages, len(found.without)) == (2, 3)
    assert str(pool_figures(found)[0].value) == "40.00"


def test_a_handover_lists_what_is_open_in_the_village(county):
    posting = posted()
    told_month(posting, 202609, 20, households_visited=30)
    told_month(posting, 202610, 20, households_visited=12, things_done=2)
    begun_review()
    begun_review(person("外", village_of(SECOND)))

    found = handover(village_of(), date(2026, 11, 3))

    assert (found.visited, found.done) == (42, 2)
    assert [one.person.name for one in found.reviews] == ["张明"]
    assert found.residents[0].months_missing == tuple(range(202601, 202609))


DAYS = st.integers(0, 25)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(st.dictionaries(st.integers(1, 10), st.tuples(DAYS, st.integers(0, 6))), max_size=4)
)
def test_days_equal_a_naive_recount(county, told):
    for model in (ResidentDuty, Posting, Person):
        model.objects.all().delete()
    for number, months in enumerate(told):
        posting = posted(f"人{number}", "member")
        for month, (days, business) in months.items():
            told_month(posting, 202600 + month, days, business_days_out=business)

    found = {one.name: one for one in residents(WHOLE, COUNTY, OCTOBER)}

    for number, months in enumerate(told):
        one = found[f"人{number}"]
        assert one.days_year == sum(days + business for days, business in months.values())
        assert one.days == (sum(months[10]) if 10 in months else None)
        assert set(one.months_missing) == {202600 + m for m in range(1, 11) if m not in months}


def test_the_number_of_queries_does_not_grow(county, django_assert_num_queries):
    parameters.value("cadres.team_members", on=ON, county=COUNTY)
    for number in range(10):
        told_month(posted(f"人{number}", "member"), 202610, 20)

    with django_assert_num_queries(2):
        residents(WHOLE, COUNTY, OCTOBER)
    with django_assert_num_queries(2):
        team_strength(WHOLE, COUNTY, ON)
    with django_assert_num_queries(1):
        rotations(WHOLE, COUNTY, ON)
    with django_assert_num_queries(2):
        assessments(WHOLE, COUNTY, "2026Q3", ON)
    with django_assert_num_queries(2):
        pools(WHOLE, COUNTY, ON)
    village = village_of()
    with django_assert_num_queries(8):
        handover(village, ON)
