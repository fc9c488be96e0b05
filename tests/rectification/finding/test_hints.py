"""What the ledgers of the apps say about a village, figure by figure."""

from datetime import date
from typing import Any

import pytest

from branches.choices import BranchKind
from branches.models import DevelopmentCount, PartyBranch, Scheme, SchemeGrade, SchemeRating
from cadres.choices import Post
from cadres.models import Appraisal
from collective_economy.models import Debt
from rectification.figures.hints import reading_of, readings
from rectification.hints import HINTS
from rectification.rules.screening import Reading, judge
from tests.rectification.situations import earned, person, village
from tests.villages.ledgers.making import built
from villages.affairs.models import ActivitySite, Disclosure, Incident, PetitionCount, Survey
from villages.models import County

ON = date(2026, 11, 3)
EAST, RIVER = "999901001200", "999901001201"

pytestmark = pytest.mark.usefixtures("county")


def reading(key: str, code: str = EAST) -> Reading:
    """What is known of one figure of a village."""
    return reading_of(readings("999901", ON), key, village(code).pk)


def fits(key: str, code: str = EAST) -> bool | None:
    """Whether it suggests its situation at the limit of the hint itself."""
    hint = HINTS[key]
    return judge(reading(key, code), hint.compare, hint.limit)


def make(model: Any, **given: Any) -> Any:
    """A row about 李庄村."""
    row = built(model, village(EAST), 1, **given)
    row.save()
    return row


@pytest.mark.parametrize("key", sorted(set(HINTS) - {"months_since_closed"}))
def test_a_silent_ledger_says_nothing(key: str, county: County) -> None:
    assert fits(key) is None


def test_never_closed_is_known() -> None:
    assert fits("months_since_closed") is False


@pytest.mark.parametrize(
    ("grades", "suggests"),
    [
        ({2025: "incompetent"}, True),
        ({2025: "basic", 2024: "basic"}, True),
        ({2025: "basic", 2023: "basic"}, False),
        ({2025: "competent", 2024: "incompetent"}, False),
        # Too old to say anything about today.
        ({2022: "incompetent"}, None),
    ],
)
def test_grades_of_the_secretary(grades: dict[int, str], suggests: bool | None) -> None:
    who = person(EAST, Post.SECRETARY)
    for year, grade in grades.items():
        Appraisal.objects.create(
            person=who, village=village(EAST), county_code="999901", year=year, grade=grade
        )
    assert fits("secretary_grade") is suggests


def test_successors() -> None:
    person(EAST, Post.SECRETARY)
    assert fits("reserve_cadres") is True

    person(EAST, Post.VILLAGER_COMMITTEE_MEMBER, name="小赵", birth_month=199512)
    assert fits("reserve_cadres") is False


def test_whoever_has_no_birth_month_may_be_young() -> None:
    person(EAST, Post.SECRETARY)
    person(EAST, Post.VILLAGER_COMMITTEE_MEMBER, name="小钱", birth_month=None)
    assert fits("reserve_cadres") is None


def test_a_village_with_cadres_and_no_sanction_had_none() -> None:
    person(EAST, Post.SECRETARY)
    assert fits("sanctioned_cadres") is False


def test_months_without_a_new_member() -> None:
    made = make(DevelopmentCount, month=202410, accepted=1)
    assert fits("months_without_member") is True

    DevelopmentCount.objects.filter(pk=made.pk).update(month=202412)
    assert fits("months_without_member") is False

    # Since then nobody is known; before it nobody knows.
    DevelopmentCount.objects.filter(pk=made.pk).update(accepted=0)
    assert fits("months_without_member") is None


@pytest.mark.parametrize(
    ("ends_on", "suggests"), [(date(2026, 11, 2), True), (date(2026, 11, 3), False), (None, None)]
)
def test_terms(ends_on: date | None, suggests: bool | None) -> None:
    make(PartyBranch, kind=BranchKind.BRANCH, name="李庄村党支部", term_ends_on=ends_on,
         term_start=date(2021, 11, 1) if ends_on else None, term_years=5 if ends_on else None,
         founded_on=date(2010, 1, 1))  # fmt: skip
    assert fits("term_overdue_days") is suggests


def test_last_places_need_a_field() -> None:
    scheme = built(Scheme, village(EAST), 1, kind="fortress")
    scheme.save()
    grade = built(SchemeGrade, village(EAST), 1, scheme=scheme)
    grade.save()
    for code, score in ((EAST, 61), (RIVER, 90)):
        branch = built(PartyBranch, village(code), 1, name=f"{code}党支部")
        branch.save()
        assert fits("last_places") is None
        SchemeRating.objects.create(
            village=village(code), county_code="999901", branch=branch, scheme=scheme,
            kind="fortress", period="2025", state="confirmed", score=score, possible=100,
            grade=grade, proposed_on=date(2026, 1, 5), confirmed_on=date(2026, 1, 9),
        )  # fmt: skip
    assert (fits("last_places"), fits("last_places", RIVER)) == (True, False)


def test_disclosure_of_two_quarters() -> None:
    make(Disclosure, kind="finance", period="2025Q1", published_on=date(2025, 4, 2))
    assert fits("disclosure_missed") is True


@pytest.mark.parametrize(
    ("given", "suggests"),
    [
        ({"unresolved": 2}, False),
        ({"unresolved": 3}, True),
        ({"unresolved": 0, "collective": 1}, True),
        ({"unresolved": 0, "beyond": 1}, True),
    ],
)
def test_petitions_of_the_month_before(given: dict[str, int], suggests: bool) -> None:
    counts = {"first": 2, "repeat": 1, "collective": 0, "beyond": 0, "overdue": 0, **given}
    make(PetitionCount, month=202610, **counts)
    assert fits("unrest") is suggests


def test_a_mass_incident_decides_without_petitions() -> None:
    make(Incident, kind="mass", grade="general", happened_on=date(2026, 11, 1), what="聚集")
    assert fits("unrest") is True


@pytest.mark.parametrize(("content", "suggests"), [(59, True), (60, False)])
def test_satisfaction(content: int, suggests: bool) -> None:
    make(Survey, held_on=date(2026, 6, 1), asked=100, answered=100, satisfied=content, fairly=0,
         dissatisfied=100 - content)  # fmt: skip
    assert fits("satisfaction") is suggests


@pytest.mark.parametrize(
    ("given", "suggests"),
    [
        ({"state": "none", "area_m2": None}, True),
        ({"state": "dangerous", "area_m2": 500}, True),
        ({"state": "own", "area_m2": 199}, True),
        ({"state": "own", "area_m2": 200}, False),
        ({"state": "own", "area_m2": None}, None),
    ],
)
def test_sites(given: dict[str, Any], suggests: bool | None) -> None:
    make(ActivitySite, checked_on=date(2026, 5, 1), **given)
    assert fits("site_area") is suggests


def test_income_is_that_of_the_last_whole_year() -> None:
    earned(EAST, 4_999_999, month=202512)
    assert fits("operating_income") is True
    earned(RIVER, 5_000_000, month=202512)
    assert fits("operating_income", RIVER) is False


@pytest.mark.parametrize(("fen", "suggests"), [(3_000_000, False), (3_000_001, True)])
def test_debt_beside_income(fen: int, suggests: bool) -> None:
    make(Debt, principal_fen=fen, borrowed_on=date(2025, 1, 1), written_off_on=None)
    assert fits("debt_times") is None

    earned(EAST, 1_000_000, month=202512)
    assert fits("debt_times") is suggests
