"""Leaves, the end of postings, scoring a team."""

from datetime import date
from decimal import Decimal

import pytest

from cadres.actions import leaves, postings
from cadres.actions.assessments import Score, assess, install_default_scheme
from cadres.models import AssessmentItem, Leave, TeamAssessment
from tests.cadres.judging import NEW_YEAR, posted, village_of
from villages.accounts.choices import Role
from villages.common.errors import DomainError

TODAY = date(2026, 11, 3)


def asked(posting, level="township", **more) -> Leave:
    return Leave.objects.create(
        posting=posting, village=posting.village, county_code=posting.county_code,
        kind="personal", level=level,
        **{"from_on": date(2026, 11, 9), "to_on": date(2026, 11, 10), **more},
    )  # fmt: skip


def refused(act) -> str:
    with pytest.raises(DomainError) as error:
        act()
    return error.value.code


@pytest.mark.parametrize(
    ("level", "role", "code"),
    [
        ("township", Role.TOWNSHIP_CLERK, ""),
        ("county", Role.TOWNSHIP_CLERK, "leave_needs_county"),
        ("county", Role.COUNTY_STAFF, ""),
    ],
)
def test_long_leaves_need_the_county(people, level, role, code):
    row, found = asked(posted(), level), ""

    try:
        leaves.grant(row, by=people[role], decided_on=TODAY)
    except DomainError as error:
        found = error.code

    row.refresh_from_db()
    assert found == code
    assert row.state == ("asked" if code else "granted")


def test_two_leaves_do_not_overlap(people):
    by, posting = people[Role.TOWNSHIP_CLERK], posted()
    leaves.grant(asked(posting), by=by, decided_on=TODAY)
    second = asked(posting, from_on=date(2026, 11, 10), to_on=date(2026, 11, 11))

    assert refused(lambda: leaves.grant(second, by=by, decided_on=TODAY)) == "leave_overlaps"


def test_a_leave_is_decided_once_and_filed_after(people):
    by = people[Role.TOWNSHIP_CLERK]
    row = asked(posted())

    early = refused(lambda: leaves.file(row, by=by, filed_on=TODAY))
    leaves.grant(row, by=by, decided_on=TODAY)
    filed = leaves.file(row, by=by, filed_on=TODAY)

    assert early == "leave_filed_if_granted"
    assert (filed.filed_on, filed.decided_by) == (TODAY, by.name)
    assert (
        refused(lambda: leaves.refuse(row, by=by, decided_on=TODAY, reason="迟")) == "leave_decided"
    )


def test_a_recalled_secretary_makes_room_for_the_next(people):
    by, first = people[Role.TOWNSHIP_CLERK], posted()

    postings.end(first, by=by, ended_on=TODAY, end_reason="recalled")
    second = posted("赵云", started_on=TODAY)

    assert second.ended_on is None
    assert refused(
        lambda: postings.end(first, by=by, ended_on=TODAY, end_reason="recalled")
    ) == "posting_ended"  # fmt: skip


def scores(points: str = "1.5", grounds: str = "建成冷库一座") -> dict[int, Score]:
    items = AssessmentItem.objects.all()
    return {item.pk: Score(Decimal(points), grounds) for item in items}


def test_a_total_is_the_sum_and_a_second_scoring_replaces_the_first(county, people):
    by = people[Role.COUNTY_STAFF]
    install_default_scheme(county=county, on=NEW_YEAR, by=by)

    assess(village=village_of(), period="2026Q3", scores=scores(), on=TODAY, by=by)
    row = assess(village=village_of(), period="2026Q3", scores=scores("2.0"), on=TODAY, by=by)

    assert TeamAssessment.objects.count() == 1
    assert (row.total, row.points.count(), row.version) == (Decimal(10), 5, 2)


@pytest.mark.parametrize(
    ("period", "given", "code"),
    [
        ("2026-09", {}, "period_not_assessed"),
        ("2026Q3", {"grounds": " "}, "scores_missing"),
        ("2026Q3", {"points": "2.1"}, "assessment_total"),
        ("2026Q3", {"points": "-0.1"}, "assessment_total"),
    ],
)
def test_scores_without_grounds_or_beyond_the_item_are_refused(county, people, period, given, code):
    by = people[Role.COUNTY_STAFF]
    install_default_scheme(county=county, on=NEW_YEAR, by=by)

    found = refused(
        lambda: assess(village=village_of(), period=period, scores=scores(**given), on=TODAY, by=by)
    )

    assert found == code
    assert not TeamAssessment.objects.exists()


def test_one_item_may_not_exceed_its_own_points(county, people):
    by = people[Role.COUNTY_STAFF]
    install_default_scheme(county=county, on=NEW_YEAR, by=by)
    given = scores("1.0")
    given[next(iter(given))] = Score(Decimal("2.5"), "依据")

    found = refused(
        lambda: assess(village=village_of(), period="2026H2", scores=given, on=TODAY, by=by)
    )

    assert found == "points_fit"


def test_a_scheme_that_is_not_ten_points_scores_nobody(county, people):
    by = people[Role.COUNTY_STAFF]
    install_default_scheme(county=county, on=NEW_YEAR, by=by)
    AssessmentItem.objects.filter(position=1).update(valid_to=date(2026, 10, 1))

    found = refused(
        lambda: assess(village=village_of(), period="2026Q3", scores=scores(), on=TODAY, by=by)
    )

    assert found == "scheme_not_whole"
