"""`income` and its figures and questions over the wire."""

import json
from typing import Any

import pytest

from collective_economy.models import CheckAnswer, IncomeEntry
from tests.collective_economy.factories import WAN, place, stated
from tests.villages.rest.conftest import Program, program_of
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.rest import limits
from villages.trace.models import AuditEntry

pytestmark = pytest.mark.django_db
HERE, THERE = "999901001200", "999901101200"


@pytest.fixture(autouse=True)
def _no_limits(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(limits, "_limit", lambda kind, now: 10_000_000)
    limits.forget()
    yield
    limits.forget()


@pytest.fixture
def program(people: dict[str, User]) -> Program:
    return program_of(people[Role.API_CLIENT])


@pytest.fixture
def township(people: dict[str, User]) -> Program:
    return program_of(people[Role.TOWNSHIP_CLERK])


def _post(of: Program, path: str, body: Any, **headers: str) -> Any:
    return of.post(path, data=json.dumps(body), headers=headers)


def _row(village: str = HERE, amount: str = "100.00", **more: Any) -> dict[str, Any]:
    return {"village": village, "category": "operating", "to_month": "2026-10",
            "amount": amount, **more}  # fmt: skip


def test_one_statement_is_made_read_and_corrected_with_a_reason(program: Program) -> None:
    made = _post(program, "income/", _row())
    again = _post(program, "income/", _row())
    silent = _post(program, "income/", _row(amount="120.00"))
    corrected = _post(program, "income/", _row(amount="120.00", reason="漏记"))

    assert (made.status_code, again.status_code, corrected.status_code) == (201, 200, 201)
    assert silent.status_code in (400, 409)
    assert "原因" in silent.content.decode()
    row = program.get(f"income/{corrected.json()['uid']}/").json()
    assert (row["amount"], row["from_month"], row["to_month"]) == ("120.00", "2026-01", "2026-10")
    assert (row["replaces"], row["reason"]) == (made.json()["uid"], "漏记")
    assert [one["amount"] for one in program.get("income/").json()["results"]] == ["120.00"]
    both = program.get("income/?include_superseded=true").json()["results"]
    assert sorted(one["amount"] for one in both) == ["100.00", "120.00"]


def test_a_push_answers_for_every_row_and_may_be_repeated(program: Program) -> None:
    stated(place(THERE), 202610, 500)
    rows = [
        _row(), _row(THERE, "9.00"), _row("999999999999"), _row(amount="many"),
        _row(category="gift"), _row(from_month="2025-01"), _row(amount="-1.00"),
    ]  # fmt: skip

    first = _post(program, "income/bulk/", {"rows": rows}).json()["results"]
    second = _post(program, "income/bulk/", {"rows": rows[:2], "reason": "核对"}).json()

    assert [one["result"] for one in first] == ["created", *["refused"] * 6]
    assert [one["errors"][0]["code"] for one in first[1:4]] == [
        "reason_required", "unknown_village", "invalid",
    ]  # fmt: skip
    assert first[3]["errors"][0]["pointer"] == "/rows/3/amount"
    assert [one["result"] for one in second["results"]] == ["unchanged", "updated"]
    assert first[0]["uid"] == second["results"][0]["uid"]
    assert IncomeEntry.objects.current().count() == 2
    assert AuditEntry.objects.filter(action="income.pushed").count() == 2


def test_a_push_costs_the_same_for_two_rows_and_fifty(
    program: Program, django_assert_max_num_queries: Any
) -> None:
    def rows(month: int) -> list[dict[str, Any]]:
        return [
            _row(code, "1.00", category=kind, to_month=f"2026-{month:02d}")
            for code in (HERE, "999901001201", "999901001202", THERE, "999901101201")
            for kind in ("operating", "investment", "subsidy", "other")
        ]

    with django_assert_max_num_queries(32):
        answer = _post(program, "income/bulk/", {"rows": rows(10)})

    assert {one["result"] for one in answer.json()["results"]} == {"created"}


def test_an_atomic_push_with_a_wrong_row_writes_nothing(program: Program) -> None:
    answer = _post(program, "income/bulk/", {"rows": [_row(), _row("12")], "mode": "atomic"})

    assert answer.status_code == 400
    assert not IncomeEntry.objects.exists()


def test_an_atomic_push_against_what_stands_writes_nothing(program: Program) -> None:
    stated(place(THERE), 202610, 500)

    answer = _post(program, "income/bulk/", {"rows": [_row(), _row(THERE)], "mode": "atomic"})

    assert answer.status_code == 409
    assert IncomeEntry.objects.count() == 1


def test_a_township_pushes_and_reads_its_own_only(township: Program) -> None:
    stated(place(THERE), 202610, 500)

    pushed = _post(township, "income/bulk/", {"rows": [_row(THERE)]}).json()["results"]

    assert pushed[0]["errors"][0]["code"] == "unknown_village"
    assert township.get("income/").json()["results"] == []
    assert township.get(f"income-figures/?unit={THERE}").status_code == 404


def test_readers_do_not_write(people: dict[str, User]) -> None:
    leader = program_of(people[Role.COUNTY_LEADER])

    assert _post(leader, "income/", _row()).status_code == 403
    assert _post(leader, "income/bulk/", {"rows": [_row()]}).status_code == 403


def test_figures_are_those_of_the_page(program: Program) -> None:
    stated(place(HERE), 202610, 12 * WAN)

    body = program.get("income-figures/?unit=999901&month=2026-10").json()
    figures = {one["code"]: one for one in body["results"]}

    assert (body["unit"], body["month"]) == ("999901", "2026-10")
    assert figures["operating_type_income"]["value"] == "120000.00"
    assert figures["operating_type_income"]["definition_version"] == "2024"
    assert len(figures["operating_type_income"]["missing"]) == 4
    assert figures["usable_income"]["gap"] == "not-filed"


def test_questions_are_read_and_answered(township: Program) -> None:
    stated(place(HERE), 202610, 5 * WAN)

    asked = township.get("income-questions/?month=2026-10").json()["results"]
    said = {"village": HERE, "month": "2026-10", "code": "C05", "answer": "合同租金"}
    answered = _post(township, "income-answers/", said)
    wrong = _post(township, "income-answers/", said | {"code": "C08"})

    assert [(one["village"], one["code"], one["state"]) for one in asked] == [(HERE, "C05", "open")]
    assert asked[0]["numbers"]
    assert (answered.status_code, answered.json()["state"]) == (201, "answered")
    assert wrong.status_code == 404
    assert CheckAnswer.objects.get().answer == "合同租金"
