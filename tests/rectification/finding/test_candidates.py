"""The candidate list: what fits, what is unknown, what is decided, what only a quota adds."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cadres.choices import Post
from rectification.actions.deciding import decide
from rectification.actions.standards import install_defaults, publish_standard
from rectification.figures.candidates import Candidate, Screening, screening
from rectification.models import CaseSituation, ScreeningItem, ScreeningStandard
from rectification.states import CaseStatus
from tests.factories import TownshipFactory, VillageFactory
from tests.rectification.situations import case_in, earned, person, village
from villages.accounts.choices import Role
from villages.models import County

ON = date(2026, 11, 3)
EAST, RIVER, BRIDGE = "999901001200", "999901001201", "999901001202"
WILLOW, GUO = "999901101200", "999901101201"


@pytest.fixture
def standard(county: County, people: Any) -> ScreeningStandard:
    """The default standard, published."""
    install_defaults(county=county, by=people[Role.COUNTY_STAFF], on=ON)
    made = ScreeningStandard.objects.get(year=2026)
    return publish_standard(made, by=people[Role.COUNTY_STAFF], on=date(2026, 1, 4))


def found(standard: ScreeningStandard, *, restricted: bool = True) -> Screening:
    """The candidates on the day of the tests."""
    return screening(standard, ON, restricted=restricted)


def of(standard: ScreeningStandard, code: str, **rest: Any) -> Candidate:
    """One of them."""
    [one] = found(standard, **rest).of([code])
    return one


def codes(some: Any) -> set[str]:
    """Codes of situations."""
    return {one.item.code for one in some}


def test_nothing_known_is_unknown_and_never_no(standard: ScreeningStandard) -> None:
    one = of(standard, GUO)

    assert one.points == 0
    assert codes(one.matched) == set()
    # What nobody filed is unknown; people have said nothing about the others.
    hinted = set(standard.items.exclude(hint="").values_list("code", flat=True))
    assert codes(one.unknown) == hinted - {"WL17"}


def test_a_vacant_secretary_and_thin_income_fit(standard: ScreeningStandard) -> None:
    lost = person(EAST, Post.SECRETARY)
    lost.tenures.update(ended_on=date(2026, 6, 1), end_reason="other")
    earned(EAST, 3_000_000, month=202512)

    one = of(standard, EAST)

    assert {"WL01", "WL12"} <= codes(one.matched)
    assert "155" in next(each for each in one.matched if each.item.code == "WL01").text
    assert found(standard).candidates[0].code == EAST
    assert one.place == 1


def test_limits_are_the_standards_own(standard: ScreeningStandard) -> None:
    earned(EAST, 5_000_000, month=202512)
    assert "WL12" not in codes(of(standard, EAST).matched)

    ScreeningItem.objects.filter(code="WL12").update(limit=Decimal("50000.01"))
    assert "WL12" in codes(of(standard, EAST).matched)


def test_what_people_registered_counts(standard: ScreeningStandard) -> None:
    case = case_in(EAST, CaseStatus.SCREENING)
    item = standard.items.get(code="WL03")
    CaseSituation.objects.create(
        case=case, village=case.village, county_code=case.county_code, item=item, facts="两派对立"
    )

    one = of(standard, EAST)

    assert [each.text for each in one.matched] == ["两派对立"]
    assert one.case == case


def test_restricted_situations_leave_no_trace(standard: ScreeningStandard) -> None:
    case = case_in(EAST, CaseStatus.SCREENING)
    item = standard.items.get(code="WL07")
    CaseSituation.objects.create(
        case=case, village=case.village, county_code=case.county_code, item=item, facts="宗族把持"
    )

    assert of(standard, EAST).points == item.points
    outside = of(standard, EAST, restricted=False)
    assert (outside.points, outside.matched) == (0, ())
    assert not codes(outside.findings) & {"WL07", "WL14"}


def test_history_and_relapse(standard: ScreeningStandard) -> None:
    closed = date(2025, 10, 9)
    case_in(EAST, CaseStatus.FOLLOW_UP, listed_year=2025, number="2025-001", closed_on=closed,
            notice_to=date(2025, 10, 8), notice_from=date(2025, 9, 30),
            accepted_on=date(2025, 9, 21), applied_on=date(2025, 9, 7),
            checked_on=date(2025, 9, 1), confirmed_on=date(2025, 3, 2),
            proposed_on=date(2025, 1, 20), screened_on=date(2025, 1, 12),
            plan_submitted_on=date(2025, 3, 16), plan_approved_on=date(2025, 3, 20),
            deadline=date(2025, 9, 30), first_deadline=date(2025, 9, 30),
            township_meeting_on=date(2025, 1, 19), followed_on=date(2025, 10, 12))  # fmt: skip

    alone = of(standard, EAST)
    assert (alone.times_listed, alone.relapsed, codes(alone.matched)) == (1, False, set())

    # Something is wrong again within 24 months: that is a relapse.
    earned(EAST, 100, month=202512)
    assert codes(of(standard, EAST).matched) == {"WL12", "WL17"}


def test_a_quota_is_shown_and_adds_nobody(standard: ScreeningStandard, people: Any) -> None:
    ScreeningStandard.objects.update(low_share=40, high_share=60)
    standard.refresh_from_db()
    earned(EAST, 100, month=202512)

    # Two of five villages would be wanted: one fits, one would be there for the number alone.
    by_number = found(standard).by_quota
    assert len(by_number) == 1
    assert by_number[0].points == 0

    decide([(village(by_number[0].code), 0)], by=people[Role.COUNTY_STAFF], on=ON, year=2026,
           outcome="out", reason="没有依据")  # fmt: skip
    assert by_number[0].code not in {one.code for one in found(standard).by_quota}


def test_the_list_is_read_in_a_fixed_number_of_queries(standard: ScreeningStandard) -> None:
    for code in (EAST, RIVER):
        person(code, Post.SECRETARY)
        earned(code, 100, month=202512)
    with CaptureQueriesContext(connection) as few:
        found(standard)
    more = TownshipFactory(county=village(EAST).township.county, code="999901102", name="新立镇")
    for number in range(200, 240):
        made = VillageFactory(township=more, code=f"999901102{number}", name=f"新村{number}")
        person(made.code, Post.SECRETARY)
        earned(made.code, 100, month=202512)
        case_in(made.code, CaseStatus.SCREENING)

    with CaptureQueriesContext(connection) as many:
        found(standard)

    assert len(many) == len(few)
    assert len(many) <= 40


def test_the_county_sees_reasons_and_the_township_its_own(
    standard: ScreeningStandard, county_client: Client, township_client: Client
) -> None:
    earned(EAST, 100, month=202512)

    whole = county_client.get("/cases/screening/2026/")
    own = township_client.get("/cases/screening/2026/")

    assert whole.status_code == own.status_code == 200
    assert "WL12" in whole.content.decode()
    assert "郭集村" in whole.content.decode()
    assert "郭集村" not in own.content.decode()
    assert "倒排位次" not in own.content.decode()
    assert township_client.get(f"/cases/screening/2026/{GUO}/").status_code == 404
