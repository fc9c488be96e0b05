"""What a case's file dates in a closed month is refused by every door, as every other write is."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.urls import reverse

from rectification.actions import deciding, opening, recording
from rectification.actions.daily import take_due
from rectification.actions.stepping import ready
from rectification.figures.due import due_steps
from rectification.models import (
    Acceptance,
    CaseEvent,
    CaseExtension,
    CaseObjection,
    CaseRevisit,
    DutyHolder,
    RectificationCase,
    SchemeAspect,
    ScreeningDecision,
)
from rectification.states import STEPS, CaseStatus, Step
from tests.factories import signed_in
from tests.rectification.cases.taking import ON, ready_for, told
from tests.rectification.situations import case_in, scheme
from tests.rectification.work.rows import at_work, mine, problem, task, word
from tests.villages.rest.conftest import program_of
from villages.accounts.actors import SCHEDULE
from villages.accounts.choices import Role
from villages.common import clock
from villages.common.errors import DomainError
from villages.imports.models import FilingMonth, Reopening
from villages.ledgers.actions import perform
from villages.ledgers.declaring import ledgers
from villages.ledgers.forms.building import VERSION
from villages.models import Village
from villages.rest import limits

pytestmark = pytest.mark.django_db
LI = "999901001200"
EVERY_STEP = pytest.mark.parametrize("step", STEPS, ids=lambda one: one.key)
Row = Any


@pytest.fixture(autouse=True)
def _no_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "_limit", lambda kind, now: 10_000_000)
    limits.forget()


@pytest.fixture
def li(people: Any) -> Village:
    return Village.objects.select_related("township").get(code=LI)


@pytest.fixture
def november(county: Any) -> FilingMonth:
    """The month in which everything of these tests happens is closed."""
    return close(202611)


def close(number: int) -> FilingMonth:
    day = date(number // 100, number % 100, 25)
    return FilingMonth.objects.create(
        county_code="999901", month=number, due_on=day, closed_at=clock.instant()
    )


def actor_of(people: Any, step: Step) -> Any:
    return people[Role.TOWNSHIP_CLERK if step.actor == "township" else Role.COUNTY_STAFF]


def wire(asked: dict[str, Any]) -> dict[str, Any]:
    """The same as JSON: days and decimals as text."""
    return {name: one if isinstance(one, int) else str(one) for name, one in asked.items()}


@EVERY_STEP
def test_no_step_is_taken_in_a_closed_month(
    step: Step, people: Any, li: Village, november: FilingMonth
) -> None:
    case, by = ready_for(step, li, step.sources[0]), actor_of(people, step)
    events = CaseEvent.objects.count()

    answers = by_every_door("cases", step.key, case, told(step), by)

    assert answers == {"action": "month_closed", "api": (409, "month_closed"), "page": True}
    case.refresh_from_db()
    assert (case.status, case.version) == (step.sources[0], 1)
    assert CaseEvent.objects.count() == events
    # A reopening of this village, and of no other, lets the step pass.
    reopen(november, Village.objects.exclude(code=LI).filter(code__startswith="999901")[0].code)
    assert by_action("cases", step.key, case, told(step), by) == "month_closed"
    reopen(november, LI)
    assert by_action("cases", step.key, case, told(step), by) == ""


def reopen(month: FilingMonth, unit: str) -> None:
    Reopening.objects.create(
        filing_month=month, county_code="999901", unit_code=unit, ends_on=date(2026, 11, 9),
        reason="补登记",
    )  # fmt: skip


def by_every_door(key: str, verb: str, row: Row, asked: dict[str, Any], by: Any) -> dict[str, Any]:
    """What action, interface and page say to a verb."""
    path, tag = f"{key}/{row.uid}/{verb}/", {"If-Match": f'"v{row.version}"'}
    sent = program_of(by).post(path, data=json.dumps(wire(asked)), headers=tag)
    form = {**wire(asked), VERSION: row.version}
    body = signed_in(by).post(reverse(f"ledgers:{key}_do_{verb}", args=[row.uid]), form)
    words = body.content.decode()
    return {
        "action": by_action(key, verb, row, asked, by),
        "api": (sent.status_code, sent.json().get("reason", "")),
        "page": "已封账,不能再修改" in words and "请申请重新开放" in words,
    }


def by_action(key: str, verb: str, row: Row, asked: dict[str, Any], by: Any) -> str:
    ledger = ledgers()[key]
    try:
        perform(ledger, ledger.verb(verb), row=row, version=row.version, by=by, **asked)
    except DomainError as error:
        return error.code
    return ""


def _solved() -> Row:
    said = {"status": "solved_unverified", "solved_on": date(2026, 8, 20), "solution": "已配齐"}
    return problem(at_work(), **said)


def _holder() -> Row:
    return DutyHolder.objects.create(
        **mine(at_work()), kind="organizer", name="李责", since=date(2026, 3, 5)
    )


def _objection() -> Row:
    return CaseObjection.objects.create(
        **mine(at_work()), raised_by="村支委", raised_on=date(2026, 4, 1), text="不符合"
    )


def _asked() -> Row:
    case = at_work()
    return CaseExtension.objects.create(
        **mine(case), ordinal=1, asked_on=date(2026, 9, 20), old_deadline=case.deadline,
        new_deadline=date(2026, 12, 20), reason="确权公示未满",
    )  # fmt: skip


def _revisit() -> Row:
    case = case_in(LI, CaseStatus.FOLLOW_UP)
    return CaseRevisit.objects.create(**mine(case), months=3, due_on=date(2026, 10, 20))


def _attempt(**more: Any) -> Row:
    case = case_in(LI, CaseStatus.COUNTY_ACCEPTANCE)
    return Acceptance.objects.create(
        **mine(case), applied_on=case.applied_on, begun_on=date(2026, 9, 14), **more
    )


ON_DAY = {"on": ON}
VOTES = {"eligible": 60, "satisfied": 30, "basically": 6, "dissatisfied": 4, "invalid": 2}
VERBS: tuple[tuple[str, str, Callable[[], Row], dict[str, Any], Role], ...] = (
    ("case-problems", "solve", lambda: problem(at_work()), {**ON_DAY, "solution": "已确认"},
     Role.TOWNSHIP_CLERK),
    ("case-problems", "verify", _solved, {**ON_DAY, "verified_by": "周实"}, Role.COUNTY_STAFF),
    ("case-problems", "reopen", _solved, {**ON_DAY, "reason": "又来"}, Role.COUNTY_STAFF),
    ("case-tasks", "progress", lambda: task(at_work()),
     {**ON_DAY, "percent": 60, "text": "过半", "delayed_reason": "下雨"}, Role.TOWNSHIP_CLERK),
    ("case-duties", "sign", _holder, ON_DAY, Role.TOWNSHIP_CLERK),
    ("case-objections", "answer", _objection, {**ON_DAY, "answer": "情形成立"}, Role.COUNTY_STAFF),
    ("case-extensions", "grant", _asked, ON_DAY, Role.COUNTY_STAFF),
    ("case-extensions", "refuse", _asked, {**ON_DAY, "text": "时间够"}, Role.COUNTY_STAFF),
    ("case-revisits", "record", _revisit, {"held_on": ON, "visitors": "钱核", "result": "held"},
     Role.COUNTY_STAFF),
    ("acceptances", "votes", _attempt, {"held_on": ON, **VOTES}, Role.COUNTY_STAFF),
)  # fmt: skip


@pytest.mark.parametrize(
    ("key", "verb", "made", "asked", "role"), VERBS, ids=[f"{one[0]} {one[1]}" for one in VERBS]
)
def test_no_verb_of_the_file_is_done_in_a_closed_month(
    key: str, verb: str, made: Any, asked: Any, role: Role, people: Any, november: FilingMonth
) -> None:
    row = made()

    answers = by_every_door(key, verb, row, asked, people[role])

    assert answers == {"action": "month_closed", "api": (409, "month_closed"), "page": True}
    row.refresh_from_db()
    assert row.version == 1
    reopen(november, LI)
    assert by_action(key, verb, row, asked, people[role]) == ""


def test_a_case_changes_hands_only_in_an_open_month(people: Any, november: FilingMonth) -> None:
    case, to = at_work(), people[Role.TOWNSHIP_SECRETARY].username

    answers = by_every_door(
        "cases", "transfer", case, {**ON_DAY, "to": to}, people[Role.COUNTY_STAFF]
    )

    assert answers["action"] == "month_closed"
    assert answers["api"] == (409, "month_closed")


def _of(case: RectificationCase, **more: Any) -> dict[str, Any]:
    return {"case": case.uid, **more}


def _part(name: str) -> Callable[[], dict[str, Any]]:
    """A row of an acceptance that was held in the closed month."""

    def made() -> dict[str, Any]:
        attempt = _attempt(held_on=ON)
        parts = {
            "members": {"name": "李明", "unit": "组织部"},
            "scores": {"aspect": _aspect(attempt).uid, "points": "10"},
        }
        return _of(attempt.case, acceptance=attempt.uid, **parts[name])

    return made


def _aspect(attempt: Acceptance) -> SchemeAspect:
    found = attempt.case.scheme.aspects.first()
    assert found is not None
    return found


def _kind() -> str:
    return str(word(RectificationCase.objects.get(), "work", "道路").uid)


DAY = ON.isoformat()
NEW: dict[str, Callable[[], dict[str, Any]]] = {
    "cases": lambda: {"village": LI, "listed_year": 2026, "case_class": "weak_lax",
                      "screened_on": DAY, "facts": "书记空缺"},
    "visits": lambda: _of(at_work(), on=DAY, visitor="孙助", done="商量选人"),
    "works-done": lambda: _of(at_work(), done_on=DAY, kind=_kind(), quantity="2", note="村道"),
    "case-progress": lambda: _of(at_work(), month="2026-11", percent=40),
    "case-opinions": lambda: _of(case_in(LI, CaseStatus.JOINT_REVIEW), department="县纪委",
                                 opinion="agree", answered_on=DAY),
    "case-objections": lambda: _of(at_work(), raised_by="村支委", raised_on=DAY, text="不符合"),
    "case-extensions": lambda: _of(at_work(), asked_on=DAY, new_deadline="2026-12-20",
                                   reason="公示未满"),
    "screening-decisions": lambda: {"village": LI, "year": 2026, "outcome": "watch",
                                    "reason": "再看看", "decided_on": DAY},
    "acceptance-members": _part("members"),
    "acceptance-scores": _part("scores"),
}  # fmt: skip


@pytest.mark.parametrize("key", NEW)
def test_no_row_of_the_file_is_written_into_a_closed_month(
    key: str, people: Any, november: FilingMonth
) -> None:
    scheme("999901")
    body, model = NEW[key](), ledgers()[key].model
    before, program = model.objects.count(), program_of(people[Role.COUNTY_STAFF])

    one = program.post(f"{key}/", data=json.dumps(body))
    many = program.post(f"{key}/bulk/", data=json.dumps({"rows": [body]}))

    assert (one.status_code, one.json().get("reason")) == (409, "month_closed"), one.json()
    assert [each["code"] for each in many.json()["results"][0]["errors"]] == ["month_closed"]
    assert model.objects.count() == before
    reopen(november, LI)
    assert program.post(f"{key}/", data=json.dumps(body)).status_code == 201


def test_a_case_that_began_in_a_closed_month_is_still_written_into(people: Any) -> None:
    close(202601)
    case = case_in(LI, CaseStatus.PLANNING)
    tag = {"If-Match": '"v1"'}

    answer = program_of(people[Role.TOWNSHIP_CLERK]).patch(
        f"cases/{case.uid}/", data=json.dumps({"goal": "配齐班子。"}), headers=tag
    )

    assert answer.status_code == 200, answer.json()


@pytest.mark.parametrize("name", ["open", "list", "decide", "record"])
def test_no_action_of_a_page_of_its_own_passes_a_closed_month(
    name: str, people: Any, li: Village, november: FilingMonth
) -> None:
    by, held = people[Role.COUNTY_STAFF], {"by": people[Role.COUNTY_STAFF], "on": ON}
    scheme("999901")
    attempt = _attempt() if name == "record" else None
    acts: dict[str, Callable[[], Any]] = {
        "open": lambda: opening.open_screening(
            li, **held, year=2026, case_class="weak_lax", facts="书记空缺"
        ),
        "list": lambda: opening.list_directly(
            li, **held, year=2026, case_class="weak_lax", document_no="青组发〔2026〕9号"
        ),
        "decide": lambda: deciding.decide(
            [(li, None)], **held, year=2026, outcome="watch", reason="再看看"
        ),
        "record": lambda: recording.record_results(
            attempt, by=by, results=recording.Results(held_on=ON)
        ),
    }

    with pytest.raises(DomainError) as refused:
        acts[name]()

    assert refused.value.code == "month_closed"
    assert not ScreeningDecision.objects.exists()
    reopen(november, LI)
    assert acts[name]()


def test_results_of_a_closed_month_are_not_moved_out_of_it(people: Any) -> None:
    close(202609)
    row = _attempt(held_on=date(2026, 9, 18))

    with pytest.raises(DomainError) as refused:
        recording.record_results(
            row, by=people[Role.COUNTY_STAFF], results=recording.Results(held_on=ON)
        )

    assert refused.value.code == "month_closed"


def test_the_calendar_goes_on_in_open_months_and_late_in_closed_ones(
    people: Any, li: Village
) -> None:
    case = case_in(li, CaseStatus.CLOSED)
    due, late = due_steps("999901", ON), ON + timedelta(days=1)
    assert [day for _uid, day in due.follow] == [date(2026, 10, 10)]
    october = close(202610)

    assert take_due(due, on=late, by=SCHEDULE) == {"followed": 1, "consolidated": 0}

    case.refresh_from_db()
    # October was closed before the job ran: nothing is written into it, nothing stays behind.
    assert (case.status, case.followed_on) == (CaseStatus.FOLLOW_UP, late)
    october.delete()


def test_the_calendar_waits_while_its_own_month_is_closed(people: Any, li: Village) -> None:
    case = case_in(li, CaseStatus.CLOSED)
    close(202610), close(202611)

    assert take_due(due_steps("999901", ON), on=ON, by=SCHEDULE)["followed"] == 0
    case.refresh_from_db()
    assert case.status == CaseStatus.CLOSED


def test_a_step_of_an_open_month_passes_beside_closed_ones(people: Any, li: Village) -> None:
    close(202610)
    case = ready_for(STEPS[0], li, STEPS[0].sources[0])

    assert ready(case, STEPS[0], ON).pk == case.pk
    assert Decimal(case.version) == 1
