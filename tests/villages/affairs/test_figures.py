"""Figures of village facts: each subject, its gaps, and against a naive recomputation."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.villages.affairs import factories as made
from villages.affairs.choices import Grade
from villages.affairs.figures import Roll, roll
from villages.affairs.figures.customs import customs
from villages.affairs.figures.grids import GridFigures, VillageGrids, grids
from villages.affairs.figures.incidents import incidents
from villages.affairs.figures.matters import matters, missing_steps
from villages.affairs.figures.meetings import meetings
from villages.affairs.figures.oversight import oversight
from villages.affairs.figures.overview import overview
from villages.affairs.figures.petitions import (
    PetitionFigures,
    Petitions,
    PetitionsOfSpan,
    petitions,
    petitions_of_span,
)
from villages.affairs.figures.satisfaction import (
    SatisfactionFigures,
    VillageSatisfaction,
    satisfaction,
)
from villages.affairs.figures.sites import sites
from villages.affairs.models import AssociationKind, MajorMatter
from villages.affairs.models.matters import STEPS
from villages.common.figures import Missing
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.common.shares import round_half_up
from villages.models import County

NEAR, BESIDE, FAR = "999901001200", "999901001201", "999901101200"
EAST = "999901001"
OCTOBER = Month(2026, 10)
CODES = [f"{index:012d}" for index in range(6)]


def whole(on: date = made.TODAY) -> Roll:
    return roll(Scope.of(["999901"]), "999901", on)


def paper_roll() -> Roll:
    return Roll(
        Scope.all(), "999901", made.TODAY, dict(enumerate(CODES)), dict.fromkeys(CODES, "t")
    )


@pytest.mark.parametrize(
    ("values", "short"),
    [({}, False), ({"state": "dangerous"}, True), ({"area_m2": 199}, True),
     ({"area_m2": 200}, False), ({"area_m2": None}, False)],
)  # fmt: skip
def test_a_site_falls_short_by_state_and_area(
    county: County, values: dict[str, Any], short: bool
) -> None:
    made.site_of(made.village(), **values)

    found = sites(whole())

    assert found.short(NEAR) is short
    assert len(found.figure().missing) == 4


def test_a_need_nobody_looked_at_is_unchecked_and_not_lacking(county: County) -> None:
    made.site_of(made.village())
    made.site_lacks(made.village(), made.need("有公开栏"))
    made.need("有图书", 2)

    one = sites(whole()).by_village[NEAR]

    assert (one.lacks, one.unchecked) == (("有公开栏",), ("有图书",))


@pytest.mark.parametrize(
    ("held_on", "present", "without"),
    [(date(2026, 9, 30), 30, 0), (date(2026, 9, 30), 29, 4), (date(2026, 6, 30), 45, 1),
     (date(2026, 10, 1), 45, 4)],
    ids=["quorum", "no quorum", "quarter before", "this quarter is not over"],
)  # fmt: skip
def test_quarters_without_a_valid_meeting(
    county: County, held_on: date, present: int, without: int
) -> None:
    made.met(made.village(), held_on, present=present)

    found = meetings(whole())

    assert found.by_village[NEAR].quarters_without == without
    assert len(found.figure().missing) == 4


@pytest.mark.parametrize(
    ("representatives", "women", "good"), [(36, 15, True), (35, 15, False), (36, 14, False)]
)
def test_make_up_is_of_all_members(
    county: County, representatives: int, women: int, good: bool
) -> None:
    """36 of 45 are four fifths; 15 of 45 (not of 36) are a third."""
    made.met(made.village(), date(2026, 9, 1), representatives=representatives, women=women)

    assert meetings(whole()).by_village[NEAR].is_well_made is good


@pytest.mark.parametrize(
    ("days", "missing"),
    [
        ({"proposed_on": 40}, []),
        ({"proposed_on": 40, "decided_on": 20}, ["discussed_on", "reviewed_on",
                                                 "decision_disclosed_on"]),
        (dict.fromkeys(STEPS[:4], 40), ["decision_disclosed_on"]),
        ({**dict.fromkeys(STEPS[:5], 40), "finished_on": 30}, ["result_disclosed_on"]),
        ({"started_on": 30}, list(STEPS[:5])),
        ({"proposed_on": 40, "decided_on": 20, "dropped_on": 5}, []),
    ],
    ids=["begun", "two skipped", "decision hidden", "result hidden", "work first", "dropped"],
)  # fmt: skip
def test_missing_steps(days: dict[str, int], missing: list[str]) -> None:
    dates = {name: made.TODAY - timedelta(days=ago) for name, ago in days.items()}
    row = MajorMatter(title="路", **dates)

    assert [one.step for one in missing_steps(row, made.TODAY)] == missing


@given(
    st.dictionaries(st.sampled_from([*STEPS, "started_on", "finished_on"]), st.integers(-20, 60))
)
def test_missing_steps_equal_a_naive_reading(ago: dict[str, int]) -> None:
    row = MajorMatter(title="路", **{k: made.TODAY - timedelta(days=n) for k, n in ago.items()})
    done = {name for name, days in ago.items() if days >= 0}

    found = {one.step for one in missing_steps(row, made.TODAY)}

    order = [*STEPS, "started_on", "finished_on"]
    naive = {
        step for place, step in enumerate(STEPS[:4])
        if step not in done and done & set(order[place + 1 :])
    }  # fmt: skip
    if "decision_disclosed_on" not in done and done & {
        "decided_on", "started_on", "finished_on", "result_disclosed_on",
    }:  # fmt: skip
        naive.add("decision_disclosed_on")
    if "result_disclosed_on" not in done and "finished_on" in done:
        naive.add("result_disclosed_on")
    assert found == naive


@pytest.mark.parametrize(("ago", "counted"), [(10, 0), (11, 1)])
def test_a_step_is_missing_after_ten_days(county: County, ago: int, counted: int) -> None:
    done = made.TODAY - timedelta(days=ago)
    made.matter(made.village(), **dict.fromkeys(STEPS[:4], done), amount_fen=6_000_000)

    found = matters(whole())

    assert len(found.by_village[NEAR].missing) == counted
    assert found.by_village[NEAR].most_fen == 6_000_000 * counted
    assert found.limit_fen == 5_000_000


def test_petitions_of_a_span_count_the_months_that_were_filed(county: County) -> None:
    first, second = made.village(), made.village(BESIDE)
    for month, new, again in ((202512, 9, 0), (202601, 1, 2), (202610, 3, 0)):
        made.petitioned(first, month, first=new, repeat=again)
    made.petitioned(second, 202603)

    found = petitions_of_span(whole(), Month(2026, 1), OCTOBER)

    assert found == {
        first.code: PetitionsOfSpan(all=6, months=2),
        second.code: PetitionsOfSpan(all=0, months=1),
    }


def test_petitions_leave_out_who_did_not_file(county: County) -> None:
    made.petitioned(made.village(), first=2)
    made.petitioned(made.village(BESIDE))
    made.petitioned(made.village(FAR), month=202609, first=9)

    found = petitions(whole(), OCTOBER).figure("first")

    assert (found.value, found.denominator, len(found.missing)) == (2, 2, 3)
    assert FAR in found.missing


@given(st.dictionaries(st.sampled_from(CODES), st.integers(0, 99)))
def test_petition_sum_equals_naive(first: dict[str, int]) -> None:
    said = {code: Petitions(number, 0, 0, 0, 0, 0) for code, number in first.items()}

    found = PetitionFigures(paper_roll(), OCTOBER, said).figure("first")

    assert found.value == (sum(first.values()) if first else Missing.NOT_FILED)
    assert set(found.missing) == set(CODES) - set(first)


def test_the_worst_incident_of_the_month(county: County) -> None:
    made.incident(made.village(), grade="major", kind="mass")
    made.incident(made.village(), what="轻微刮擦", reported_on=date(2026, 11, 1),
                  closed_on=date(2026, 11, 2))  # fmt: skip
    made.incident(made.village(BESIDE), date(2026, 10, 31))

    found = incidents(whole())

    one = found.by_village[NEAR]
    assert (one.worst, one.has_mass, one.count, one.still_open) == (Grade.MAJOR, True, 2, 1)
    assert (found.figure().numerator, found.figure().denominator) == (1, 5)


def test_a_natural_disaster_is_no_accident(county: County) -> None:
    made.incident(made.village(), kind="disaster", grade="grave")

    (alone,) = incidents(whole()).by_village.values()
    made.incident(made.village(), kind="other", grade="larger", what="沼气泄漏")
    (both,) = incidents(whole()).by_village.values()

    assert (alone.worst, alone.worst_accident) == (Grade.GRAVE, None)
    assert (both.worst, both.worst_accident) == (Grade.GRAVE, Grade.LARGER)


def test_whoever_judges_may_allow_other_days(county: County) -> None:
    made.matter(made.village(), started_on=made.TODAY - timedelta(days=3))

    assert matters(whole()).by_village[made.village().code].days == 0
    assert matters(whole(), days=0).by_village[made.village().code].days == 3
    assert matters(whole(), days=3).by_village[made.village().code].days == 0


def test_the_newest_survey_speaks_for_a_village(county: County) -> None:
    made.surveyed(made.village(), 1, 0, 9, held_on=date(2026, 5, 1))
    made.surveyed(made.village(), 6, 2, 2)
    made.surveyed(made.village(BESIDE), 9, 0, 1, held_on=date(2025, 10, 31))

    found = satisfaction(whole())

    assert found.by_village[NEAR].share == Fraction(8, 10)
    assert (found.figure().numerator, found.figure().denominator) == (8, 10)
    assert BESIDE in found.figure().missing


def test_no_survey_is_no_share(county: County) -> None:
    assert satisfaction(whole()).figure().value is Missing.NO_BASE


@given(st.dictionaries(st.sampled_from(CODES), st.tuples(st.integers(0, 50), st.integers(1, 50))))
def test_satisfaction_equals_naive(said: dict[str, tuple[int, int]]) -> None:
    rows = {
        code: VillageSatisfaction(made.TODAY, min(content, answered), answered)
        for code, (content, answered) in said.items()
    }

    found = SatisfactionFigures(paper_roll(), rows).figure()

    asked = sum(answered for _content, answered in said.values())
    content = sum(min(one) for one in said.values())
    expected = round_half_up(Fraction(content * 100, asked), 2) if asked else Missing.NO_BASE
    assert found.value == expected


@given(st.dictionaries(st.sampled_from(CODES), st.tuples(st.integers(0, 90), st.integers(90, 99))))
def test_cover_equals_naive(said: dict[str, tuple[int, int]]) -> None:
    rows = {
        code: VillageGrids(made.TODAY, 1, 1, 1, all_, some) for code, (some, all_) in said.items()
    }

    found = GridFigures(paper_roll(), rows).cover()

    assert found.numerator == sum(some for some, _all in said.values())
    assert found.denominator == sum(all_ for _some, all_ in said.values())


def test_a_newer_count_replaces_the_older(county: County) -> None:
    made.counted_grids(made.village(), date(2026, 9, 30), heads=25)
    made.counted_grids(made.village(), date(2026, 1, 31), heads=20)
    made.counted_grids(made.village(), date(2026, 12, 31), heads=28)

    assert grids(whole()).count("heads").value == 25


def test_associations_lack_what_the_list_asks(county: County) -> None:
    kinds = [
        AssociationKind.objects.create(
            county_code="999901", number=number, name=name, valid_from=date(2026, 1, 1)
        )
        for number, name in enumerate(("红白理事会", "村民议事会"), start=1)
    ]
    made.associated(made.village(), kinds[0])

    found = customs(whole())

    assert found.lacking(NEAR) == ("村民议事会",)
    assert (found.association_figure().numerator, found.association_figure().denominator) == (0, 1)


def test_without_a_list_nobody_is_complete(county: County) -> None:
    assert customs(whole()).association_figure().value is Missing.NOT_EVALUATED


def test_where_nobody_filed_there_is_no_number(county: County) -> None:
    figures = {one.code: one.value for one in overview(whole(), OCTOBER).figures()}

    assert figures["affairs.petitions_first"] is Missing.NOT_FILED
    assert figures["affairs.disclosure_missed"] is Missing.NOT_FILED
    assert figures["affairs.incidents"] == 0


def test_a_withdrawn_honour_is_no_longer_held(county: County) -> None:
    made.honoured(made.village(), withdrawn_on=date(2026, 6, 1), reason="复查不合格")
    made.honoured(made.village(BESIDE))

    found = customs(whole())

    assert set(found.honours) == {BESIDE}
    assert customs(whole(date(2026, 5, 31))).honours[NEAR] == ("市级文明村",)


def test_exceptions_open_and_late(county: County) -> None:
    made.power_misused(made.village(), days_ago=31)
    made.sealed(made.village())
    made.sealed(made.village(), purpose="空白", is_exception=True, exception="空白盖章",
                mended_on=date(2026, 10, 20))  # fmt: skip
    made.misspent(made.village(), found_on=made.TODAY - timedelta(days=30))

    one = oversight(whole()).by_village[NEAR]

    assert (one.found["power"], one.found["seal"], one.found["spending"]) == (1, 1, 1)
    assert (one.still_open, one.late) == (2, 1)


def test_a_township_sees_its_own_part(county: County) -> None:
    made.petitioned(made.village(), first=2)
    made.petitioned(made.village(FAR), first=5)

    found = petitions(whole(), OCTOBER)

    assert found.figure("first", EAST).value == 2
    assert len(found.figure("first", EAST).missing) == 2


def test_the_overview_costs_the_same_for_one_village_and_for_all(
    county: County, django_assert_num_queries: Any
) -> None:
    for code in (NEAR, BESIDE, FAR):
        made.disclosed(made.village(code), "affairs", Month(2026, 9).quarter)
        made.petitioned(made.village(code))
    everyone, one = whole(), roll(Scope.of([NEAR]), "999901", made.TODAY)

    for some in (everyone, one):
        overview(some, OCTOBER)  # parameters are read once
        with django_assert_num_queries(18):
            overview(some, OCTOBER)
