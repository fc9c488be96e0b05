"""Every step from every state as every role: exactly the table succeeds, by action and by API."""

import json
from datetime import date
from typing import Any

import pytest
from django.db import transaction

from rectification.models import CaseEvent, RectificationCase
from rectification.perms import may_take
from rectification.states import STEPS, CaseStatus, Step, allowed
from tests.rectification.cases.taking import ready_for, told
from tests.rectification.situations import case_in
from tests.villages.rest.conftest import program_of
from villages.accounts.choices import ADMIN_ROLES, COUNTY_ROLES, TOWNSHIP_ROLES, Role
from villages.common.errors import DomainError
from villages.ledgers.actions import perform
from villages.ledgers.declaring import ledgers
from villages.models import Village
from villages.rest import limits

pytestmark = pytest.mark.django_db
EVERY_STEP = pytest.mark.parametrize("step", STEPS, ids=lambda one: one.key)
LI = "999901001200"
# Written by hand beside the table: who may take steps at all.
TAKERS = {
    "township": {*TOWNSHIP_ROLES, Role.API_CLIENT},
    "county": {Role.COUNTY_MINISTER, Role.COUNTY_STAFF},
    "system": {Role.COUNTY_MINISTER, Role.COUNTY_STAFF},
}


@pytest.fixture(autouse=True)
def _no_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "_limit", lambda kind, now: 10_000_000)
    limits.forget()


@pytest.fixture
def li(people: Any) -> Village:
    """A village inside everybody's territory."""
    return Village.objects.select_related("township").get(code=LI)


@EVERY_STEP
def test_the_right_people_may_take_a_step(step: Step, people: Any) -> None:
    allowed_ones = {role for role, user in people.items() if may_take(step)(user)}

    assert allowed_ones == {role for role in TAKERS[step.actor] if role in people}


@EVERY_STEP
def test_a_step_from_every_state_as_every_role(step: Step, people: Any, li: Village) -> None:
    ledger = ledgers()["cases"]
    verb = ledger.verb(step.key)
    faults = []
    for status in CaseStatus:
        with transaction.atomic():
            case = ready_for(step, li, status)
            events = CaseEvent.objects.filter(case=case).count()
            for role, user in people.items():
                right = role in TAKERS[step.actor] and allowed(step, status)
                said = _tried(ledger, verb, case, user, told(step))
                added = CaseEvent.objects.filter(case=case).count() - events
                if (said == "") != right or added:
                    faults.append(f"{status} as {role}: {said or 'done'}, {added} events")
            transaction.set_rollback(True)

    assert faults == []


def _tried(ledger: Any, verb: Any, case: Any, user: Any, asked: dict[str, Any]) -> str:
    """The refusal, "" where the step was taken; all of it undone."""
    try:
        with transaction.atomic():
            row = perform(ledger, verb, row=case, version=case.version, by=user, **asked)
            _check(case, row, verb.key)
            raise _Undo
    except _Undo:
        return ""
    except DomainError as error:
        return error.code


class _Undo(Exception):  # noqa: N818 - it is no error
    """Takes the step back."""


def _check(before: RectificationCase, _row: Any, key: str) -> None:
    """One event of this step that leads from the old state to the table's."""
    step = next(one for one in STEPS if one.key == key)
    after = RectificationCase.objects.get(pk=before.pk)
    event = CaseEvent.objects.filter(case=before).latest("id")
    assert (event.step, event.from_status, event.to_status) == (key, before.status, after.status)
    assert after.status == (step.target or before.status)


@EVERY_STEP
def test_a_step_through_the_api_as_every_role(step: Step, people: Any, li: Village) -> None:
    case = ready_for(step, li, step.sources[0])

    answers = {role: _sent(user, case, step) for role, user in people.items()}

    right = {role for role in TAKERS[step.actor] if role in people}
    assert {role for role, status in answers.items() if status == 200} == right, answers
    assert {status for role, status in answers.items() if role not in right} <= {401, 403, 404}


@EVERY_STEP
def test_a_step_through_the_api_from_every_state(step: Step, people: Any, li: Village) -> None:
    user = people[Role.TOWNSHIP_CLERK if step.actor == "township" else Role.COUNTY_STAFF]
    answers = {}
    for status in CaseStatus:
        with transaction.atomic():
            right = status in step.sources
            case = ready_for(step, li, status) if right else case_in(li, status)
            answers[status] = _sent(user, case, step)
            transaction.set_rollback(True)

    assert {one for one, status in answers.items() if status == 200} == set(step.sources), answers
    assert {status for one, status in answers.items() if one not in step.sources} <= {400, 409}


def _sent(user: Any, case: RectificationCase, step: Step) -> int:
    """The status of the answer; what it did is undone. Administrators get no token at all."""
    body = json.dumps(told(step), default=_wire)
    if user.role in ADMIN_ROLES:
        return 401
    with transaction.atomic():
        program, tag = program_of(user), {"If-Match": f'"v{case.version}"'}
        answer = program.post(f"cases/{case.uid}/{step.key}/", data=body, headers=tag)
        transaction.set_rollback(True)
    return int(answer.status_code)


def _wire(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def test_county_leaders_read_and_take_no_step() -> None:
    assert Role.COUNTY_LEADER in COUNTY_ROLES
    assert Role.COUNTY_LEADER not in TAKERS["county"]
