"""Rows at the edges of the rules about the collective economy (W22-W26) give what facts made by
hand give."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collective_economy.models import ContractPayment, ProjectFund, ResourcePlot, SupportVillage
from tests.collective_economy import factories as made
from tests.rectification.warnings.parity import OCTOBER, ON, ago, agree, facts_of, few
from villages.common.calendar_months import add_months
from villages.common.periods import Month

pytestmark = pytest.mark.usefixtures("county")
SECOND = "999901001201"
DECEMBER = 202512


@few
@given(st.sampled_from([4_166_666, 4_166_667, 8_333_333, 8_333_334]))
def test_income_of_the_year(fen: int) -> None:
    agree("W22", lambda: made.stated(made.place(), 202610, fen), operating_fen=fen,
          income_quarters=0)  # fmt: skip


@few
@given(st.sampled_from([6_999, 7_000, 7_001, 8_999, 9_000, 9_001, 10_000]), st.booleans())
def test_income_against_the_year_before(now: int, split: bool) -> None:
    """Single months that add up say the same as one statement."""

    def rows() -> None:
        made.stated(made.place(), 202510, 10_000)
        made.stated(made.place(), 202609 if split else 202610, now)
        if split:
            made.stated(made.place(), 202610, 0, from_month=202610)

    agree("W23", rows, operating_fen=now, operating_before_fen=10_000, income_quarters=0)


@few
@given(st.sampled_from([202512, 202603, 202604, 202606, 202607, 202609]))
def test_quarters_without_income(last: int) -> None:
    rows: Any = lambda: made.stated(made.place(), last, 100)  # noqa: E731
    silent = {202512: 3, 202603: 2, 202604: 1, 202606: 1}.get(last, 0)
    known = {"operating_year_fen": 100} if last == DECEMBER else {}

    agree("W23", rows, income_quarters=silent, **known)


@few
@given(
    st.sampled_from([1, 99, 100, 101, 299, 300, 301]), st.integers(-1, 1), st.integers(0, 1)
)  # fmt: skip
def test_debt_against_last_years_income(debt: int, rise: int, overdue: int) -> None:
    """Two debts: one that was there before, one that is new or was written off this year."""
    old = debt - max(rise, 0)

    def rows() -> None:
        made.stated(made.place(), DECEMBER, 100)
        if old:
            made.owed(made.place(), old, due_on=ON - timedelta(days=overdue))
        if rise > 0:
            made.owed(made.place(), 1, number="ZW-2", borrowed_on=date(2026, 1, 1))
        if rise < 0:
            made.owed(made.place(), 1, number="ZW-3", written_off_on=date(2026, 3, 1))

    agree(
        "W24", rows, debt_fen=debt, debt_before_fen=debt - rise,
        debt_overdue_fen=old * overdue, operating_year_fen=100,
    )  # fmt: skip


def test_a_village_without_debt_owes_nothing_where_debts_are_kept() -> None:
    assert agree("W24", lambda: made.owed(made.place(SECOND), 5), debt_fen=0) == "green"
    assert agree("W24", lambda: made.stated(made.place(), DECEMBER, 5)) == "unknown"


def _fund(project: Any, day: date, spent: int = 1, level: str = "county") -> ProjectFund:
    return ProjectFund.objects.create(
        project=project, village=project.village, county_code=project.county_code, level=level,
        amount_fen=100, arrived_on=day, spent_fen=spent,
    )  # fmt: skip


def _building(**more: Any) -> Any:
    """Half a year of planned work, begun on time."""
    given_ = {"status": "building", "finished_on": None, "progress": 0,
              "planned_start_on": ago(99), "planned_finish_on": ON, **more}  # fmt: skip
    return made.running(made.place(), ago(99), **given_)


@few
@given(st.sampled_from([69, 70, 71, 89, 90, 91, 100]))
def test_work_behind_its_plan(progress: int) -> None:
    agree("W25", lambda: _building(progress=progress), projects=1,
          project_behind=(100 - progress) * 100)  # fmt: skip


@few
@given(st.integers(2, 4), st.sampled_from([0, 1]))
def test_money_that_waits_for_a_beginning(months: int, short: int) -> None:
    """A day before the month is full it is not."""

    def rows() -> None:
        day = add_months(ON, -months) + timedelta(days=short)
        project = _building(status="approved", started_on=None, planned_start_on=None,
                            planned_finish_on=None)  # fmt: skip
        _fund(project, day)
        _fund(project, date(2020, 1, 1), level="self")

    agree("W25", rows, projects=1, projects_unplanned=1,
          project_waiting_months=months - short)  # fmt: skip


@few
@given(st.integers(11, 13), st.integers(0, 1))
def test_money_of_which_nothing_is_spent(months: int, spent: int) -> None:
    def rows() -> None:
        _fund(_building(progress=100), add_months(ON, -months), spent)

    agree("W25", rows, projects=1, project_behind=0,
          project_unspent_months=None if spent else months)  # fmt: skip


@few
@given(st.integers(-1, 1), st.sampled_from(["idle", "failed"]))
def test_projects_that_stopped(days: int, status: str) -> None:
    """From the day on; before it the work stands as it stood."""

    def rows() -> None:
        made.running(made.place(), ago(400), status=status, stopped_on=ON + timedelta(days=days))

    agree("W25", rows, projects=1, project_behind=0 if days > 0 else None,
          projects_stopped=int(days <= 0))  # fmt: skip


def test_a_supported_village_without_a_project_is_unknown() -> None:
    def supported() -> None:
        village = made.place()
        SupportVillage.objects.create(
            village=village, county_code=village.county_code, batch="2026年", year=2026,
            listed_on=ago(9),
        )  # fmt: skip

    assert agree("W25", supported) == "unknown"
    assert agree("W25", lambda: None) == "unknown"
    elsewhere: Any = lambda: made.running(made.place(SECOND), ago(9))  # noqa: E731
    assert agree("W25", elsewhere, projects=0) == "green"


@few
@given(st.sampled_from([-1, 0, 1, 59, 60, 61]), st.booleans(), st.booleans())
def test_contracts_near_their_end(days: int, renewed: bool, used: bool) -> None:
    ends = ON + timedelta(days=days)

    def rows() -> None:
        village = made.place()
        made.let(village, ends_on=ends, yearly_fen=0)
        if renewed:
            made.let(village, number="HT-2", starts_on=ends + timedelta(days=1), yearly_fen=0)
        if used:
            ResourcePlot.objects.create(
                village=village, county_code=village.county_code, number="T1", name="机动地",
                kind="farmland", area_mu=9, use="contracted", user="合作社", contract_no="HT-1",
            )  # fmt: skip

    next_left = (date(2028, 12, 31) - ON).days if renewed and days < 0 else None
    left = next_left if renewed or days < 0 else days
    agree(
        "W26", rows, contracts=1 + renewed, contract_days_left=left,
        contracts_used_on=int(used and days < 0 and not renewed),
    )  # fmt: skip


def test_rent_for_later_days_shows_that_an_ended_contract_goes_on() -> None:
    def rows() -> None:
        one = made.let(made.place(), ends_on=ago(30), yearly_fen=0)
        ContractPayment.objects.create(
            contract=one, village=one.village, county_code=one.county_code, paid_on=ago(1),
            amount_fen=5,
        )  # fmt: skip

    assert agree("W26", rows, contracts=1, contracts_used_on=1) == "red"


@few
@given(st.sampled_from([29, 30, 31, 179, 180, 181]))
def test_rent_in_arrears(days: int) -> None:
    rows: Any = lambda: made.let(made.place(), starts_on=ago(days))  # noqa: E731

    agree("W26", rows, contracts=1, contract_days_left=(date(2028, 12, 31) - ON).days,
          arrears_days=days)  # fmt: skip


def test_contracts_elsewhere_say_that_the_ledger_is_kept() -> None:
    assert agree("W26", lambda: made.let(made.place(SECOND)), contracts=0) == "green"
    assert agree("W26", lambda: None) == "unknown"


@pytest.mark.parametrize("code", ["W22", "W23", "W24"])
def test_a_silent_ledger_is_unknown_and_never_green(code: str) -> None:
    assert agree(code, lambda: None) == "unknown"


def test_facts_are_those_of_the_month_and_not_of_later_ones() -> None:
    made.stated(made.place(), 202610, 700)
    made.stated(made.place(), 202609, 500)

    assert facts_of(month=Month(2026, 9)).operating_fen == 500
    assert facts_of(month=OCTOBER).operating_fen == 700
