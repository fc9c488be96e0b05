"""Putting questions, answering and settling them, and what closing does."""

from io import StringIO
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import call_command

from rectification.warnings import jobs
from rectification.warnings.actions.questions import ask_questions, ask_while_open
from rectification.warnings.actions.settling_questions import answer_question, confirmed, explained
from rectification.warnings.choices import QuestionKind
from rectification.warnings.facts.work import _untrue
from rectification.warnings.models import Question
from tests import factories
from tests.rectification.situations import earned, village
from tests.rectification.warnings.questions.situations import (
    COUNTY,
    FAR,
    HE,
    LI,
    OCTOBER,
    TODAY,
    circled,
    question,
)
from villages.accounts.actors import COMMAND_LINE
from villages.accounts.choices import Role
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.imports.actions.months import close_month
from villages.models import County
from villages.trace.models import AuditEntry

pytestmark = pytest.mark.usefixtures("county")


def someone(role: Role, code: str) -> Any:
    return factories.UserFactory(role=role, home_code=code)


def staff() -> Any:
    return someone(Role.COUNTY_STAFF, COUNTY)


def clerk(code: str = LI) -> Any:
    return someone(Role.TOWNSHIP_CLERK, code[:9])


def ask() -> Any:
    return ask_questions(by=COMMAND_LINE, county=COUNTY, month=OCTOBER)


def test_the_second_run_writes_nothing() -> None:
    circled()
    earned(LI, 1_000_000, 202510)
    earned(LI, 100_000_000)

    first, second = ask(), ask()

    assert dict(first.kinds) == {"round-trip": 1, "jump": 1}
    assert (first.rows_written, second.rows_written) == (2, 0)
    assert AuditEntry.objects.filter(action="questions.asked").count() == 1


def test_a_question_goes_when_its_ground_does_unless_somebody_spoke() -> None:
    earned(LI, 1_000_000, 202510)
    wrong, other = earned(LI, 100_000_000), earned(HE, 100_000_000)
    earned(HE, 1_000_000, 202510)
    ask()
    answer_question(by=clerk(), row=Question.objects.get(village__code=HE), on=TODAY, text="属实")

    for row in (wrong, other):
        type(row).objects.filter(pk=row.pk).update(amount_fen=1_100_000)
    put = ask()

    assert put.gone == 1
    assert [one.village.code for one in Question.objects.all()] == [HE]


def test_nothing_is_asked_of_a_closed_month() -> None:
    circled()
    close_month(by=COMMAND_LINE, county=COUNTY, month=OCTOBER)

    with pytest.raises(DomainError) as refused:
        ask()

    assert refused.value.code == "month_closed"
    assert ask_while_open(by=COMMAND_LINE, county=COUNTY, month=OCTOBER) is None
    assert not Question.objects.exists()


@pytest.mark.parametrize(
    ("by", "month", "code"),
    [
        (lambda: clerk(), OCTOBER, "question_scope"),
        (lambda: someone(Role.COUNTY_STAFF, "999902"), OCTOBER, "question_scope"),
        (staff, Month(2026, 12), "question_ahead"),
    ],
)
def test_who_may_not_ask(by: Any, month: Month, code: str) -> None:
    with pytest.raises(DomainError) as refused:
        ask_questions(by=by(), county=COUNTY, month=month)

    assert refused.value.code == code


def test_the_command_says_what_it_asked(county: County) -> None:
    circled()
    out = StringIO()

    call_command("ask_questions", "2026-10", stdout=out)
    call_command("ask_questions", "2026-10", "--json", stdout=out)

    assert "资金一进一出 1。写入 1 行。" in out.getvalue()
    assert '"rows_written": 0' in out.getvalue()


def test_the_command_refuses_a_month_that_is_none(capsys: Any) -> None:
    with pytest.raises(SystemExit) as left:
        call_command("ask_questions", "2026-13")

    assert left.value.code == 2


def test_the_township_answers_and_may_answer_again() -> None:
    row, by = question(), clerk()

    answer_question(by=by, row=row, on=TODAY, text="六个村同用一份租约模板")
    held = answer_question(by=by, row=row, on=TODAY, text="租约由镇里统一签订")

    assert (held.answer, held.answered_name, held.outcome) == ("租约由镇里统一签订", by.name, "")


@pytest.mark.parametrize(
    ("by", "text", "code"),
    [
        (lambda: clerk(FAR), "好", "question_side"),
        (staff, "好", "question_side"),
        (lambda: someone(Role.VILLAGE_SECRETARY, LI), "好", "question_side"),
        (lambda: clerk(), "  ", "question_text"),
    ],
)
def test_answers_that_are_refused(by: Any, text: str, code: str) -> None:
    with pytest.raises(DomainError) as refused:
        answer_question(by=by(), row=question(), on=TODAY, text=text)

    assert refused.value.code == code


def test_the_county_settles_and_then_the_answer_stands() -> None:
    row = question()

    held = explained(by=staff(), row=row, on=TODAY)
    with pytest.raises(DomainError) as refused:
        answer_question(by=clerk(), row=row, on=TODAY, text="补充")

    assert held.outcome == "explained"
    assert refused.value.code == "question_settled"


@pytest.mark.parametrize(
    ("by", "text", "code"),
    [
        (lambda: clerk(), "属实", "question_side"),
        (lambda: someone(Role.COUNTY_LEADER, COUNTY), "属实", "question_side"),
        (staff, " ", "question_note"),
    ],
)
def test_who_may_not_confirm(by: Any, text: str, code: str) -> None:
    with pytest.raises(DomainError) as refused:
        confirmed(by=by(), row=question(), on=TODAY, text=text)

    assert refused.value.code == code


def test_a_hasty_settlement_is_mended_while_the_month_is_open() -> None:
    row, by = question(), staff()
    confirmed(by=by, row=row, on=TODAY, text="照抄")

    assert explained(by=by, row=row, on=TODAY, text="查明是统一租约").outcome == "explained"
    with pytest.raises(DomainError) as refused:
        explained(by=by, row=row, on=TODAY)
    assert refused.value.code == "question_same"


def test_closing_leaves_what_a_person_confirmed() -> None:
    question(LI, key="1")
    kept = question(HE, key="2")
    question(LI, key="3", outcome="explained", settled_on=TODAY, settled_name="王")
    other_month = question(LI, key="4", month=202609)
    confirmed(by=staff(), row=kept, on=TODAY, text="三个月照抄")

    close_month(by=staff(), county=COUNTY, month=OCTOBER)

    assert set(Question.objects.values_list("pk", flat=True)) == {kept.pk, other_month.pk}
    entry = AuditEntry.objects.get(action="questions.dropped")
    assert entry.count == 2


def test_after_closing_nothing_is_settled() -> None:
    row = question()
    confirmed(by=staff(), row=row, on=TODAY, text="照抄")
    close_month(by=staff(), county=COUNTY, month=OCTOBER)

    with pytest.raises(DomainError) as refused:
        explained(by=staff(), row=row, on=TODAY)

    assert refused.value.code == "month_closed"


@pytest.mark.parametrize(
    ("kind", "outcome", "counted"),
    [
        (QuestionKind.ROUND_TRIP, "confirmed", 1),
        (QuestionKind.JUMP, "confirmed", 1),
        (QuestionKind.JUMP, "explained", 0),
        (QuestionKind.JUMP, "", 0),
        (QuestionKind.COPIED, "confirmed", 0),
        (QuestionKind.REUSED, "confirmed", 0),
        (QuestionKind.BACKFILLED, "confirmed", 0),
    ],
)
def test_only_confirmed_ones_about_numbers_reach_a_rule(
    kind: str, outcome: str, counted: int
) -> None:
    settled = {"settled_on": TODAY, "settled_name": "王"} if outcome else {}
    question(kind=kind, outcome=outcome, **settled)

    class Asked:
        scope, county = Scope.of([COUNTY]), COUNTY

    found = _untrue(Asked, TODAY.replace(day=1), TODAY)  # type: ignore[arg-type]

    assert found[village(LI).pk] == counted


def test_every_evaluation_in_the_background_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    circled()
    judged = SimpleNamespace(county=COUNTY, month=OCTOBER)
    done = SimpleNamespace(to_json=lambda: {"red": 0})
    monkeypatch.setattr(jobs, "write", lambda **_given: done)
    run: Any = SimpleNamespace(job=SimpleNamespace(requested_by=None))

    assert jobs.EVALUATE.finish(run, judged) == {"red": 0}
    assert [one.kind for one in Question.objects.all()] == ["round-trip"]
