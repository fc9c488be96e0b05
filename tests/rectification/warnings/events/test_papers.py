"""Papers by colour, the escalation clock, unanswered reds, candidates."""

from datetime import date
from typing import Any

import pytest

from rectification.supervision.models import OrderItem, SupervisionOrder
from rectification.supervision.states import OrderStatus
from rectification.warnings.actions.cases import to_case
from rectification.warnings.actions.clock_papers import draft_due
from rectification.warnings.actions.papers import draft_papers
from rectification.warnings.choices import Level
from rectification.warnings.figures.papers_due import candidates
from rectification.warnings.figures.unanswered import unanswered
from rectification.warnings.models import Alert, WarningDecision
from rectification.warnings.states import AlertStatus
from tests.rectification.supervision.situations import cast_of
from tests.rectification.warnings.events.situations import (
    BESIDE,
    COUNTY,
    FAR,
    HERE,
    TODAY,
    event,
    judged,
)
from villages.accounts.actors import SCHEDULE
from villages.accounts.choices import Role
from villages.common.errors import DomainError

# Published on Friday 2026-10-09.
S = AlertStatus


@pytest.fixture
def staff(people: dict[str, Any]) -> Any:
    """Somebody of the organization department, in a county with rules of orders."""
    cast_of(people)
    return people[Role.COUNTY_STAFF]


def test_one_draft_for_each_township_with_an_item_for_each_event(staff: Any) -> None:
    alerts = [event(code=HERE, level=Level.RED), event(code=BESIDE), event(code=FAR)]

    made = draft_papers(by=staff, alerts=alerts, on=TODAY)

    assert [(one.kind, one.units.get().unit_name) for one in made] == [
        ("supervise", "东关街道"), ("remind", "柳林镇"),
    ]  # fmt: skip
    assert OrderItem.objects.filter(unit__order=made[0]).count() == 2
    assert {one.order_id for one in Alert.objects.filter(village__code__in=[HERE, BESIDE])} == {
        made[0].pk
    }
    assert {one.status for one in made} == {OrderStatus.DRAFT}
    assert set(WarningDecision.objects.values_list("kind", flat=True)) == {
        "paper-supervise", "paper-remind",
    }  # fmt: skip


@pytest.mark.parametrize(("kind", "code"), [("hung", "paper_kind"), ("", "")])
def test_the_kind_fits_the_colour(staff: Any, kind: str, code: str) -> None:
    alert = event()
    try:
        draft_papers(by=staff, alerts=[alert], on=TODAY, kind=kind)
        found = ""
    except DomainError as error:
        found = error.code
    assert found == code


def test_nothing_is_drafted_about_what_is_over(staff: Any) -> None:
    with pytest.raises(DomainError) as refused:
        draft_papers(by=staff, alerts=[event(S.LOWERED)], on=TODAY)

    assert refused.value.code == "paper_over"


@pytest.mark.parametrize(("level", "status", "on", "kind"), [
    (Level.YELLOW, S.OPEN, date(2026, 10, 14), ""),
    (Level.YELLOW, S.OPEN, date(2026, 10, 15), "remind"),
    (Level.YELLOW, S.ACKNOWLEDGED, date(2026, 10, 24), ""),
    (Level.YELLOW, S.ACKNOWLEDGED, date(2026, 10, 25), "urge"),
    (Level.RED, S.OPEN, date(2026, 10, 15), "supervise"),
    (Level.RED, S.ACKNOWLEDGED, date(2026, 10, 15), ""),
    (Level.RED, S.ACKNOWLEDGED, date(2026, 10, 21), "urge"),
    (Level.RED, S.RECTIFYING, date(2026, 11, 8), ""),
    (Level.RED, S.RECTIFYING, date(2026, 11, 9), "rectify_notice"),
    (Level.RED, S.SUBMITTED, date(2026, 12, 9), ""),
])  # fmt: skip
def test_the_clock_drafts_what_is_due(
    staff: Any, monkeypatch: Any, level: str, status: str, on: date, kind: str
) -> None:
    monkeypatch.setenv("PORTAL_TODAY", on.isoformat())
    event(status, level)

    made = draft_due(COUNTY, on, by=SCHEDULE)

    assert made == bool(kind)
    assert [one.kind for one in SupervisionOrder.objects.all()] == ([kind] if kind else [])


def test_a_second_run_of_the_day_adds_nothing_and_nothing_is_sent(staff: Any) -> None:
    event(level=Level.RED)

    assert (draft_due(COUNTY, TODAY, by=SCHEDULE), draft_due(COUNTY, TODAY, by=SCHEDULE)) == (1, 0)

    order = SupervisionOrder.objects.get()
    assert (order.status, order.author, order.issued_on) == (OrderStatus.DRAFT, None, None)


@pytest.mark.parametrize(("months", "kinds"), [
    (1, []), (2, ["interview"]), (3, ["bulletin", "interview"]),
])  # fmt: skip
def test_a_village_that_stays_red(staff: Any, months: int, kinds: list[str]) -> None:
    judged(colour="red", red_months=months)
    event(S.SUBMITTED, Level.RED)

    draft_due(COUNTY, TODAY, by=SCHEDULE)

    assert sorted(one.kind for one in SupervisionOrder.objects.all()) == kinds
    assert draft_due(COUNTY, TODAY, by=SCHEDULE) == 0
    assert len(candidates(COUNTY, TODAY)) == (months >= 3)


def test_unanswered_reds_are_listed_by_township_with_the_first_day_missed(staff: Any) -> None:
    event(level=Level.RED)
    event(S.RECTIFYING, Level.RED, code=FAR)
    event(code=BESIDE)

    found = unanswered(Alert.objects.visible_to(staff), COUNTY, TODAY)

    assert found.by_township == {"999901001": 1}
    assert [(one.by, one.days_late) for one in found.lines] == [(date(2026, 10, 14), 20)]


def test_a_red_event_is_taken_into_the_screening_by_a_person(staff: Any) -> None:
    row = to_case(by=staff, alert=event(level=Level.RED), on=TODAY)

    assert row.case.status == "screening"
    assert "红色预警" in row.case.facts
    with pytest.raises(DomainError):
        to_case(by=staff, alert=row, on=TODAY)
