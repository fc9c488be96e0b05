"""Projects move on, contracts end early, villages leave the list."""

from datetime import date
from typing import Any

import pytest

from collective_economy.actions.contracts import end_contract
from collective_economy.actions.plans import end_support
from collective_economy.actions.projects import move_project
from collective_economy.kinds import Mode
from collective_economy.kinds import ProjectStatus as S
from collective_economy.models import Project, SupportVillage
from collective_economy.project_states import NEXT
from tests.collective_economy.factories import let, place
from villages.accounts.actors import COMMAND_LINE
from villages.common.errors import DomainError

pytestmark = pytest.mark.django_db


def _project(**more: Any) -> Project:
    facts: dict[str, Any] = {"name": "冷库", "year": 2026, "mode": Mode.RENT}
    return Project.objects.create(village=place(), county_code="999901", **facts | more)


def _refused(of: Any) -> str:
    with pytest.raises(DomainError) as refused:
        of()
    return refused.value.code


def test_a_project_goes_its_whole_way(county: Any) -> None:
    row = _project()
    for day, status in enumerate((S.APPROVED, S.BUILDING, S.RUNNING), start=1):
        move_project(row, status=status, on=date(2026, day, 1), by=COMMAND_LINE)
    move_project(row, status=S.IDLE, on=date(2026, 5, 1), risk="客户退租", by=COMMAND_LINE)
    move_project(row, status=S.RUNNING, on=date(2026, 6, 1), by=COMMAND_LINE)
    row.refresh_from_db()

    assert (row.approved_on, row.started_on) == (date(2026, 1, 1), date(2026, 2, 1))
    assert (row.finished_on, row.stopped_on, row.progress) == (date(2026, 3, 1), None, 100)
    assert (row.status, row.version, row.risk) == (S.RUNNING, 6, "客户退租")


@pytest.mark.parametrize("status", [one for one in S if one not in NEXT[S.PLANNING]])
def test_a_plan_cannot_leap(county: Any, status: S) -> None:
    row = _project()

    code = _refused(
        lambda: move_project(row, status=status, on=date(2026, 1, 1), risk="x", by=COMMAND_LINE)
    )

    assert code == "project_cannot"


@pytest.mark.parametrize(
    ("status", "on", "risk", "code"),
    [
        (S.BUILDING, date(2026, 1, 9), "", "date_order"),
        (S.FAILED, date(2026, 2, 1), " ", "reason_missing"),
    ],
)
def test_moves_keep_the_order_of_days_and_give_reasons(
    county: Any, status: S, on: date, risk: str, code: str
) -> None:
    row = _project(status=S.APPROVED, approved_on=date(2026, 1, 10))

    assert _refused(
        lambda: move_project(row, status=status, on=on, risk=risk, by=COMMAND_LINE)
    ) == (code)


def test_a_contract_ends_once_inside_its_time_and_with_a_reason(county: Any) -> None:
    row = let(place())

    def end(day: date, reason: str = "退出") -> Any:
        return end_contract(row, ended_on=day, end_reason=reason, by=COMMAND_LINE)

    assert _refused(lambda: end(date(2023, 12, 31))) == "ended_outside"
    assert _refused(lambda: end(date(2029, 1, 1))) == "ended_outside"
    assert _refused(lambda: end(date(2025, 1, 1), " ")) == "reason_missing"
    assert end(date(2025, 1, 1)).ended_on == date(2025, 1, 1)
    assert _refused(lambda: end(date(2025, 2, 1))) == "contract_ended"


def test_a_village_leaves_the_list_after_it_came(county: Any) -> None:
    row = SupportVillage.objects.create(
        village=place(), county_code="999901", batch="一", year=2026, listed_on=date(2026, 3, 1)
    )

    early = _refused(lambda: end_support(row, delisted_on=date(2026, 2, 1), by=COMMAND_LINE))
    end_support(row, delisted_on=date(2026, 12, 31), by=COMMAND_LINE)
    twice = _refused(lambda: end_support(row, delisted_on=date(2026, 12, 31), by=COMMAND_LINE))

    assert (early, twice) == ("date_order", "support_ended")
