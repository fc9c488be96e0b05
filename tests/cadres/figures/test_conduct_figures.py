"""Dispositions and appraisals in numbers."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cadres.actions.disposition_lists import install_default_dispositions
from cadres.figures.appraisals import appraisals
from cadres.figures.dispositions import Sanctioned, disposition_figures, dispositions, sanctioned
from cadres.models import Appraisal, Disposition, DispositionKind, UnfitSituation
from tests.cadres import judging
from tests.cadres.judging import NEW_YEAR, found_unfit, in_post, person, village_of
from villages.accounts.choices import Role
from villages.common.scope import Scope

COUNTY = "999901"
WHOLE = Scope.of([COUNTY])
ON = date(2026, 10, 31)


@pytest.fixture(autouse=True)
def lists(county, people):
    install_default_dispositions(county=county, on=NEW_YEAR, by=people[Role.COUNTY_STAFF])


def test_only_decided_and_not_revoked_ones_count(county):
    judging.sanctioned(person("甲"))
    judging.sanctioned(person("乙"), "停职检查", ended_on=date(2026, 9, 1), end_reason="improved")
    judging.sanctioned(person("丙"), ended_on=date(2026, 7, 1), end_reason="revoked")
    found_unfit(person("丁"))

    found = dispositions(WHOLE, COUNTY, NEW_YEAR, ON)

    assert (found.decided, found.people, len(found.open)) == (2, 2, 1)
    assert found.by_kind == (("警示谈话", 1), ("停职检查", 1))
    assert dict(found.by_category) == {"不按规定公开": 2, "损害群众利益": 0, "长期不履职": 0}


@pytest.mark.parametrize(
    ("filed", "unfiled"),
    [
        ({}, 1),
        ({"filed_organization_on": date(2026, 6, 10)}, 1),
        ({"filed_organization_on": date(2026, 6, 10), "filed_civil_on": date(2026, 6, 11)}, 0),
        ({"filed_organization_on": date(2026, 6, 10), "filed_civil_on": date(2026, 11, 2)}, 1),
    ],
)
def test_both_offices_must_have_been_told(county, filed, unfiled):
    judging.sanctioned(**filed)

    assert len(dispositions(WHOLE, COUNTY, NEW_YEAR, ON).unfiled) == unfiled


def test_within_the_days_nothing_is_late(county):
    judging.sanctioned(
        found_on=date(2026, 10, 1), township_meeting_on=date(2026, 10, 15),
        decided_on=date(2026, 10, 16),
    )  # fmt: skip

    assert dispositions(WHOLE, COUNTY, NEW_YEAR, ON).unfiled == ()


@pytest.mark.parametrize(
    ("decided_on", "hit"), [(date(2025, 10, 31), False), (date(2025, 11, 1), True)]
)
def test_sanctions_count_for_twelve_calendar_months(county, decided_on, hit):
    judging.sanctioned(
        found_on=date(2025, 10, 1), township_meeting_on=date(2025, 10, 2), decided_on=decided_on
    )

    assert bool(sanctioned(WHOLE, COUNTY, ON)) is hit


def test_a_dismissed_secretary_still_counts_as_one(county):
    who, other = person("甲"), person("乙")
    in_post(who, date(2021, 1, 1), ended_on=date(2026, 6, 6), end_reason="dismissed")
    in_post(other, date(2021, 1, 1), "clerk")
    judging.sanctioned(who, "依法罢免")
    judging.sanctioned(other)

    assert sanctioned(WHOLE, COUNTY, ON) == {village_of().pk: Sanctioned(2, secretary=True)}


def test_a_secretary_of_later_days_alone_is_not_one(county):
    who = person("甲")
    in_post(who, date(2020, 1, 1), ended_on=date(2021, 1, 1), end_reason="term")
    judging.sanctioned(who)

    assert sanctioned(WHOLE, COUNTY, ON)[village_of().pk].secretary is False


DAY = st.dates(date(2025, 6, 1), date(2026, 12, 31))


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 24), DAY, st.booleans()), max_size=6))
def test_counts_equal_a_naive_recount(county, rows):
    Disposition.objects.all().delete()
    kinds, situations = list(DispositionKind.objects.all()), list(UnfitSituation.objects.all())
    for number, (kind, situation, day, revoked) in enumerate(rows):
        end = {"ended_on": day, "end_reason": "revoked"} if revoked else {}
        judging.sanctioned(
            person(f"人{number}"), kinds[kind].name, situation=situations[situation],
            found_on=day, township_meeting_on=day, decided_on=day, **end,
        )  # fmt: skip

    found = dispositions(WHOLE, COUNTY, NEW_YEAR, ON)

    kept = [one for one in rows if not one[3] and NEW_YEAR <= one[2] <= ON]
    assert found.decided == len(kept)
    assert dict(found.by_kind) == {
        kinds[kind].name: sum(one[0] == kind for one in kept) for kind in {one[0] for one in kept}
    }
    assert sum(count for _name, count in found.by_category) == len(kept)
    assert disposition_figures(found)[0].value == len(kept)


def graded(name: str, year: int, grade: str, village: str = "999901001200") -> Appraisal:
    who = person(name, village_of(village))
    return Appraisal.objects.create(
        person=who, village=who.village, county_code=COUNTY, year=year, grade=grade
    )


@pytest.mark.parametrize(("excellent", "asked"), [(3, False), (4, True)])
def test_more_than_the_countys_share_of_excellent_is_a_question(county, excellent, asked):
    for number in range(10):
        graded(f"人{number}", 2025, "excellent" if number < excellent else "competent")

    township = appraisals(WHOLE, COUNTY, 2025, ON).townships[0]

    assert (township.too_many_excellent, township.graded) == (asked, 10)


def test_two_incompetent_years_in_a_row_are_named(county):
    first = graded("甲", 2025, "incompetent")
    Appraisal.objects.create(
        person=first.person, village=first.village, county_code=COUNTY, year=2024,
        grade="incompetent",
    )  # fmt: skip
    graded("乙", 2025, "incompetent")

    found = appraisals(WHOLE, COUNTY, 2025, ON)

    assert [(one.person, one.years) for one in found.runs] == [("甲", 2)]


def test_the_number_of_queries_does_not_grow(county, django_assert_num_queries):
    for number in range(8):
        who = person(f"人{number}")
        judging.sanctioned(who)
        in_post(who, date(2021, 1, 1), "clerk")
        graded(f"另{number}", 2025, "competent")
    dispositions(WHOLE, COUNTY, NEW_YEAR, ON)

    with django_assert_num_queries(1):
        dispositions(WHOLE, COUNTY, NEW_YEAR, ON)
    with django_assert_num_queries(2):
        sanctioned(WHOLE, COUNTY, ON)
    with django_assert_num_queries(1):
        appraisals(WHOLE, COUNTY, 2025, ON)
