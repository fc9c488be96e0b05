"""Joint reviews and posts without one, against a naive count."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cadres.actions.review_lists import install_default_review_lists
from cadres.figures.reviews import review_figures, reviews
from cadres.figures.unreviewed import unreviewed, unreviewed_figures
from cadres.models import JointReview, PostTenure, ReviewDepartment, ReviewOpinion
from cadres.rules.reviews import Standing
from tests.cadres.judging import (
    NEW_YEAR,
    begun_review,
    concluded_review,
    in_post,
    person,
    village_of,
)
from villages import parameters
from villages.accounts.choices import Role
from villages.common.scope import Scope
from villages.models import Parameter

COUNTY = "999901"
WHOLE = Scope.of([COUNTY])
ON = date(2026, 10, 31)


@pytest.fixture
def required(county):
    """From 1 July the county demands a review."""
    Parameter.objects.create(
        key="cadres.review_required", county_code=COUNTY, value=1,
        effective_from=date(2026, 7, 1), basis="县委组织部通知",
    )  # fmt: skip
    parameters.forget()


def test_results_count_by_the_day_of_conclusion(county):
    concluded_review(person("甲"))
    concluded_review(person("乙"), "conditional")
    concluded_review(person("丙"), "reject")
    concluded_review(person("丁"), decided_on=date(2025, 12, 31), valid_until=date(2026, 6, 30))
    begun_review(person("戊"))
    begun_review(person("己"), status="archived", withdrawn_reason="退出")

    found = reviews(WHOLE, COUNTY, NEW_YEAR, ON)

    assert (found.passed, found.conditional, found.rejected, found.open) == (1, 1, 1, 1)
    assert found.initiated == 5
    assert {one.code: one.value_text for one in review_figures(found)}[
        "reviews.passed_share"
    ] == "66.67"


def test_the_ratio_of_the_seed_county_is_told_with_its_base(county):
    for number in range(26):
        concluded_review(person(f"人{number}"), "pass" if number < 21 else "reject")

    share = review_figures(reviews(WHOLE, COUNTY, NEW_YEAR, ON))[-1]

    assert (share.numerator, share.denominator, str(share.value)) == (21, 26, "80.77")


def test_nothing_concluded_is_no_share(county):
    share = review_figures(reviews(WHOLE, COUNTY, NEW_YEAR, ON))[-1]

    assert share.is_missing


@pytest.mark.parametrize(("days", "stuck"), [(15, 0), (16, 1)])
def test_stuck_is_longer_than_the_countys_days(county, days, stuck):
    begun_review(initiated_on=ON - timedelta(days=days))

    assert len(reviews(WHOLE, COUNTY, NEW_YEAR, ON).stuck) == stuck


def test_expiring_leaves_out_who_has_taken_the_post(county):
    waiting, seated = person("甲"), person("乙")
    for who in (waiting, seated):
        concluded_review(who, valid_until=ON + timedelta(days=30))
    in_post(seated, date(2026, 10, 1))

    found = reviews(WHOLE, COUNTY, NEW_YEAR, ON)

    assert [one.person for one in found.expiring] == ["甲"]


@pytest.mark.parametrize(
    ("values", "overdue"),
    [
        ({}, 1),
        ({"due_on": ON}, 0),
        ({"result": "no_problem", "answered_on": date(2026, 10, 20), "signed_by": "王"}, 0),
        ({"result": "no_problem", "answered_on": date(2026, 11, 2), "signed_by": "王"}, 1),
        ({"forced_on": date(2026, 10, 15), "forced_reason": "催办"}, 0),
    ],
)
def test_overdue_opinions_as_of_the_day(county, people, values, overdue):
    install_default_review_lists(county=county, on=NEW_YEAR, by=people[Role.COUNTY_STAFF])
    ReviewOpinion.objects.create(
        review=begun_review(), department=ReviewDepartment.objects.first(), county_code=COUNTY,
        **{"asked_on": date(2026, 10, 8), "due_on": date(2026, 10, 13), **values},
    )  # fmt: skip

    assert reviews(WHOLE, COUNTY, NEW_YEAR, ON).overdue_opinions == overdue


def test_who_took_office_before_the_duty_is_not_asked(required):
    early, late = person("甲"), person("乙")
    in_post(early, date(2026, 6, 30), "director")
    in_post(late, date(2026, 7, 1))

    found = unreviewed(WHOLE, COUNTY, ON)[village_of().pk]

    assert [(one.person, one.days, one.standing) for one in found.without] == [
        ("乙", 122, Standing.NONE)
    ]


def test_without_the_duty_nobody_is_named(county):
    in_post(person(), date(2026, 9, 1))

    found = unreviewed(WHOLE, COUNTY, ON)

    assert found[village_of().pk].holders == ()


def test_a_review_for_another_post_does_not_cover(required):
    who = person()
    concluded_review(who, decided_on=date(2026, 7, 1), valid_until=date(2027, 1, 1))
    in_post(who, date(2026, 9, 1))
    in_post(who, date(2026, 9, 1), "director")

    found = unreviewed(WHOLE, COUNTY, ON)[village_of().pk]

    assert {one.post: one.standing for one in found.holders} == {
        "党组织书记": Standing.COVERED, "村委会主任": Standing.NONE,
    }  # fmt: skip


def test_a_begin_that_nobody_wrote_down_is_a_gap_not_a_zero(required):
    in_post(person(), None)
    codes = {village_of().pk: village_of().code}

    count, share = unreviewed_figures(unreviewed(WHOLE, COUNTY, ON), codes)

    assert (count.value, count.missing, share.is_missing) == (0, ("999901001200",), True)


def test_a_later_conclusion_was_open_on_the_day(required):
    who = person()
    concluded_review(who, decided_on=date(2026, 11, 2))
    in_post(who, date(2026, 10, 1))

    then = unreviewed(WHOLE, COUNTY, ON)[village_of().pk].holders[0]
    now = unreviewed(WHOLE, COUNTY, date(2026, 11, 3))[village_of().pk].holders[0]

    assert (then.standing, now.standing) == (Standing.PENDING, Standing.LATE)


RESULT = st.sampled_from(["pass", "conditional", "reject", ""])
DAY = st.dates(date(2025, 11, 1), date(2026, 12, 31))


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(RESULT, DAY), max_size=6))
def test_counts_equal_a_naive_recount(county, rows):
    JointReview.objects.all().delete()
    for number, (result, day) in enumerate(rows):
        who = person(f"人{number}")
        if result:
            concluded_review(who, result, day, day + timedelta(days=180))
        else:
            begun_review(who, initiated_on=day)

    found = reviews(WHOLE, COUNTY, NEW_YEAR, ON)

    inside = [result for result, day in rows if result and NEW_YEAR <= day <= ON]
    assert found.passed == inside.count("pass")
    assert found.conditional == inside.count("conditional")
    assert found.rejected == inside.count("reject")
    began = [min(day, date(2026, 9, 1)) if result else day for result, day in rows]
    open_ones = [
        (result, day) for (result, day), start in zip(rows, began, strict=True)
        if start <= ON and (not result or day > ON)
    ]  # fmt: skip
    assert found.open == len(open_ones)


def test_the_number_of_queries_does_not_grow(required, django_assert_num_queries):
    parameters.value("cadres.review_required", on=ON, county=COUNTY)
    for number in range(12):
        who = person(f"人{number}")
        concluded_review(who)
        in_post(who, date(2026, 9, 25), "deputy_director")

    with django_assert_num_queries(3):
        reviews(WHOLE, COUNTY, NEW_YEAR, ON)
    with django_assert_num_queries(2):
        unreviewed(WHOLE, COUNTY, ON)
    assert PostTenure.objects.count() == 12


def test_figures_keep_to_the_scope(required):
    outside = person("外", village_of("999901101200"))
    concluded_review(outside)
    in_post(outside, date(2026, 8, 1))

    found = reviews(Scope.of(["999901001"]), COUNTY, NEW_YEAR, ON)

    assert (found.passed, unreviewed(Scope.of(["999901001"]), COUNTY, ON)) == (0, {})
