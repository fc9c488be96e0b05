"""What villages' ledgers say on a day: renewals, money that waits, latest statements."""

from datetime import date, timedelta
from typing import Any

import pytest

from collective_economy.figures.contracts import contracts
from collective_economy.figures.latest import last_stated
from collective_economy.figures.projects import ProjectStanding, projects
from collective_economy.figures.renewals import VillageContracts, village_contracts
from collective_economy.figures.roundtrips import proven_pass_throughs
from collective_economy.models import PassThrough, Project, ProjectFund
from tests.collective_economy.factories import let, place, running, stated
from villages.common.periods import Month
from villages.common.scope import Scope

pytestmark = pytest.mark.usefixtures("county")
COUNTY, ON = "999901", date(2026, 10, 31)
WHOLE = Scope.of([COUNTY])
FAR = "999901101200"


def _contracts(on: date = ON) -> VillageContracts | None:
    found = village_contracts(WHOLE, COUNTY, on, contracts(WHOLE, COUNTY, on))
    return found.get(place().pk)


def test_the_contract_that_ends_first_counts() -> None:
    let(place(), ends_on=date(2026, 12, 31), yearly_fen=0)
    let(place(), number="HT-2", name="厂房", ends_on=date(2026, 11, 10), yearly_fen=0)
    let(place(FAR), ends_on=date(2026, 11, 1), yearly_fen=0)

    assert _contracts() == VillageContracts(2, days_left=10, used_on=0, arrears_days=0)


def test_a_later_contract_about_the_same_thing_is_a_renewal() -> None:
    let(place(), ends_on=date(2026, 11, 10), yearly_fen=0)
    let(place(), number="HT-2", starts_on=date(2026, 11, 11), ends_on=date(2030, 1, 1))

    told = _contracts()

    assert told is not None
    assert told.days_left is None


def test_a_contract_that_was_ended_early_neither_ends_nor_goes_on() -> None:
    let(place(), ends_on=date(2026, 11, 10), ended_on=date(2026, 6, 1), end_reason="协商",
        yearly_fen=0)  # fmt: skip

    assert _contracts() == VillageContracts(1, days_left=None, used_on=0, arrears_days=0)


def _project(**more: Any) -> ProjectStanding:
    running(place(), ON - timedelta(days=200), **more)
    (one,) = projects(WHOLE, COUNTY, ON)
    return one


@pytest.mark.parametrize(
    ("more", "behind"),
    [
        ({}, 0),
        ({"finished_on": None, "progress": 20, "status": "building"}, None),
        ({"finished_on": None, "progress": 20, "status": "building",
          "planned_start_on": ON - timedelta(days=49),
          "planned_finish_on": ON + timedelta(days=50)}, 30),
        ({"finished_on": None, "progress": 90, "status": "building",
          "planned_start_on": ON - timedelta(days=49),
          "planned_finish_on": ON + timedelta(days=50)}, 0),
    ],
    ids=["finished", "no plan", "behind", "ahead"],
)  # fmt: skip
def test_points_behind_the_plan(more: dict[str, Any], behind: int | None) -> None:
    assert _project(**more).behind(ON) == behind


def test_only_support_waits_to_be_spent() -> None:
    running(place(), ON)
    project = Project.objects.get()
    rows = (("self", 1, 0), ("county", 5, 0), ("city", 3, 0), ("central", 2, 7))
    for level, month, spent in rows:
        ProjectFund.objects.create(
            project=project, village=project.village, county_code=COUNTY, level=level,
            amount_fen=100, arrived_on=date(2026, month, 1), spent_fen=spent,
        )  # fmt: skip

    (one,) = projects(WHOLE, COUNTY, ON)

    assert (one.arrived_on, one.unspent_since) == (date(2026, 2, 1), date(2026, 3, 1))


def test_the_last_month_that_was_stated() -> None:
    stated(place(), 202603, 5)
    stated(place(), 202609, 5)
    stated(place(), 202611, 5)

    assert last_stated(WHOLE, COUNTY, Month(2026, 10)) == {place().pk: Month(2026, 9)}
    assert last_stated(Scope.of([FAR[:9]]), COUNTY, Month(2026, 10)) == {}


def test_only_pairs_that_a_person_decided_are_proven() -> None:
    verdicts = (("pass_through", 1), ("pass_through", 31), ("legit", 5), ("open", None))
    for fen, (verdict, day) in enumerate(verdicts, start=1):
        PassThrough.objects.create(
            village=place(), county_code=COUNTY, party="合作社", received_on=date(2026, 8, 1),
            returned_on=date(2026, 8, 9), received_fen=fen, returned_fen=fen, amount_fen=1,
            verdict=verdict, decided_on=day and date(2026, 10, day), reason=(day and "查账") or "",
        )  # fmt: skip

    def found(first: int, last: int) -> dict[int, int]:
        days = date(2026, 10, first), date(2026, 10, last)
        return proven_pass_throughs(WHOLE, COUNTY, *days)

    assert found(1, 31) == {place().pk: 2}
    assert found(2, 31) == {place().pk: 1}
    assert found(2, 30) == {}
