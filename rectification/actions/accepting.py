"""The county's acceptance: a team goes, and says passed or failed."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.actions.attempts import (
    attempt_to_fail,
    next_number,
    open_attempt,
    refuse_unverified,
)
from rectification.actions.deadlines import set_back
from rectification.actions.stepping import Said, ready, take
from rectification.actions.teams import members_of, set_team
from rectification.choices import AcceptanceResult
from rectification.figures.attempts import judgement_of
from rectification.figures.schemes import scheme_in_force
from rectification.models import Acceptance, RectificationCase
from rectification.states import BEGIN_ACCEPTANCE, FAIL, PASS
from rectification.wording.acceptance import missing, reasons
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed, refuse_broken

REASONS_MOST = 500


@transaction.atomic
def begin_acceptance(
    case: RectificationCase, *, by: Any, on: date, team: str, held_on: date | None = None
) -> RectificationCase:
    """Sends a team: the next attempt begins. `team` names members, the first one leads.

    A case taken over from paper without a scheme gets the one in force. Raises `case_step`,
    `team_unreadable`, `team_too_small`, `team_twice`, `no_scheme`, `scheme_not_whole`.
    """
    case = ready(case, BEGIN_ACCEPTANCE, on)
    scheme = case.scheme or scheme_in_force(case.county_code, on)
    # What the city found the last time was about the attempt before.
    fresh = {"scheme": scheme, "spot_result": "", "spot_on": None}
    row: RectificationCase = take(
        case, BEGIN_ACCEPTANCE, by=by, on=on, said=Said(text=team, values=fresh)
    )
    attempt = Acceptance(
        county_code=row.county_code, village=row.village, case=row, attempt=next_number(row),
        applied_on=row.applied_on, begun_on=on, held_on=held_on,
    )  # fmt: skip
    refuse_broken(attempt)
    attempt.save()
    set_team(attempt, members_of(team), scheme.team_at_least)
    return row


@transaction.atomic
def pass_(case: RectificationCase, *, by: Any, on: date, text: str = "") -> RectificationCase:
    """Passed: only where the scheme says so and every problem is verified.

    Raises `case_step`, `no_attempt`, `acceptance_incomplete`, `acceptance_not_passed`,
    `concluded_too_early`, `problems_unverified`.
    """
    attempt = open_attempt(ready(case, PASS, on))
    _refuse_incomplete(attempt)
    if why := reasons(judgement_of(attempt)):
        words = _("按验收办法不合格:%s。") % why
        raise DomainError("acceptance_not_passed", words, _("请作不合格结论,或核对得分和票数。"))
    refuse_unverified(attempt.case)
    _conclude(attempt, AcceptanceResult.PASSED, on)
    said = Said(text=text or "", values={"accepted_on": on})
    return take(case, PASS, by=by, on=on, said=said)  # type: ignore[no-any-return]


@transaction.atomic
def fail(
    case: RectificationCase, *, by: Any, on: date, new_deadline: date, reasons: str = ""
) -> RectificationCase:
    """Failed: back to work with a new deadline; tasks and problems stay as they are.

    Without `reasons` the judgement by the scheme says why. A passed one that has not been closed
    may be overturned, with reasons. Raises `case_step`, `no_attempt`, `acceptance_incomplete`,
    `concluded_too_early`, `fail_needs_reason`, `new_deadline`.
    """
    row = ready(case, FAIL, on)
    attempt = attempt_to_fail(row)
    _refuse_incomplete(attempt)
    why = (reasons or "").strip() or _judged(attempt)
    if not why or (attempt.result and not reasons):
        words = _("按验收办法这次验收是合格的,作不合格结论应写明原因。")
        raise DomainError("fail_needs_reason", words, reasons=words)
    values = set_back(row, on, new_deadline)
    more = {"reasons": why[:REASONS_MOST], "new_deadline": new_deadline}
    _conclude(attempt, AcceptanceResult.FAILED, on, **more)
    return take(row, FAIL, by=by, on=on, said=Said(text=why, values=values))  # type: ignore[no-any-return]


def _judged(attempt: Acceptance) -> str:
    """Why the scheme says no; a paper ledger tells no numbers to judge."""
    return "" if attempt.from_ledger else reasons(judgement_of(attempt))


def _conclude(attempt: Acceptance, result: AcceptanceResult, on: date, **more: Any) -> None:
    if attempt.held_on and on < attempt.held_on:
        words = _("结论日期早于验收日期 %s。") % attempt.held_on.isoformat()
        raise DomainError("concluded_too_early", words, _("请核对日期。"), on=words)
    changed(attempt, result=result, concluded_on=on, **more)


def _refuse_incomplete(attempt: Acceptance) -> None:
    """A conclusion needs the day, the score and the votes (`acceptance_incomplete`)."""
    if attempt.from_ledger:
        return
    lacking = [] if attempt.held_on else [_("验收日期")]
    lacking += [said] if (said := missing(judgement_of(attempt))) else []
    if lacking:
        words = _("验收还缺:%s。") % "、".join(lacking)
        raise DomainError("acceptance_incomplete", words, _("请先在验收页填写。"))
