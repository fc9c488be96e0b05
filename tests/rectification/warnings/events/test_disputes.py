"""Objections: opened with the receipt, answered in time, counted by rule."""

from datetime import date
from typing import Any

import pytest

from rectification.warnings.actions import disputing
from rectification.warnings.figures.disputes import altogether, dispute_figures
from rectification.warnings.models import Dispute
from tests.rectification.situations import village
from tests.rectification.warnings.events.situations import (
    FOUND,
    HERE,
    OCTOBER,
    SEPTEMBER,
    TODAY,
    judged,
)
from villages.accounts.choices import Role
from villages.common.errors import DomainError


def _opened(by: Any, **given: Any) -> Dispute:
    values = {
        "village": village(HERE), "month": OCTOBER, "rule": "W01",
        "claim": "书记 9 月 1 日已到任。", **given,
    }  # fmt: skip
    return disputing.open_dispute(by=by, on=TODAY, **values)


def test_an_objection_takes_the_receipt_and_five_working_days(people: dict[str, Any]) -> None:
    receipt = judged(FOUND)

    row = _opened(people[Role.VILLAGE_SECRETARY])

    assert (row.warning, row.receipt) == (receipt, receipt.digest)
    assert (row.opened_on, row.due_on) == (TODAY, date(2026, 11, 10))


@pytest.mark.parametrize(("given", "code"), [
    ({"month": SEPTEMBER}, "dispute_no_receipt"), ({"rule": "W19"}, "dispute_no_reason"),
])  # fmt: skip
def test_only_what_was_said_can_be_objected_to(
    people: dict[str, Any], given: dict[str, Any], code: str
) -> None:
    judged(FOUND)

    with pytest.raises(DomainError) as refused:
        _opened(people[Role.TOWNSHIP_CLERK], **given)

    assert refused.value.code == code


def test_one_open_objection_at_a_time(people: dict[str, Any]) -> None:
    judged(FOUND)
    row = _opened(people[Role.TOWNSHIP_CLERK])
    with pytest.raises(DomainError):
        _opened(people[Role.TOWNSHIP_CLERK], claim="再说一次")

    disputing.take_back(by=people[Role.TOWNSHIP_SECRETARY], row=row)

    assert Dispute.objects.get().status == "taken_back"


def test_the_county_answers_with_a_cause_and_rules_are_counted(people: dict[str, Any]) -> None:
    judged(FOUND)
    row = _opened(people[Role.TOWNSHIP_CLERK])
    with pytest.raises(DomainError, match="问题所在"):
        disputing.uphold(by=people[Role.COUNTY_STAFF], row=row, on=TODAY, cause="", answer="属实")

    disputing.uphold(
        by=people[Role.COUNTY_STAFF], row=row, on=TODAY, cause="data", answer="属实,台账漏登"
    )

    [line] = dispute_figures(Dispute.objects.all())
    assert (line.rule, line.upheld, line.causes, str(line.share)) == (
        "W01", 1, {"data": 1}, "100.0",
    )  # fmt: skip
    assert altogether([line]).total == 1


@pytest.mark.parametrize("role", [Role.TOWNSHIP_SECRETARY, Role.COUNTY_LEADER])
def test_nobody_else_answers(people: dict[str, Any], role: str) -> None:
    judged(FOUND)
    row = _opened(people[Role.TOWNSHIP_CLERK])

    with pytest.raises(DomainError) as refused:
        disputing.reject(by=people[role], row=row, on=TODAY, answer="不成立")

    assert refused.value.code == "dispute_side"
