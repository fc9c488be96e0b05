"""Cases on their way through the acceptance."""

from datetime import date
from decimal import Decimal
from typing import Any

from rectification.actions.accepting import begin_acceptance, pass_
from rectification.actions.closing import close, notice
from rectification.actions.recording import Points, Results, record_results
from rectification.models import Acceptance, RectificationCase
from rectification.states import CaseStatus
from tests.rectification.situations import case_in

NEAR, BESIDE, FAR = "999901001200", "999901001201", "999901101200"
TEAM = "李明 组织部;王芳 民政局;赵强 农业农村局"
BEGUN, HELD, CONCLUDED = date(2026, 9, 14), date(2026, 9, 18), date(2026, 9, 21)
FROM, TO, CLOSED = date(2026, 9, 22), date(2026, 9, 28), date(2026, 9, 30)
# 40 of 60: enough votes, 36 of 40 satisfied.
VOTES = {"eligible": 60, "satisfied": 30, "basically": 6, "dissatisfied": 4, "invalid": 2}


def results(case: RectificationCase, score: int = 85, **more: Any) -> Results:
    """What a team found: points that add up to the score, and votes."""
    aspects = list(case.scheme.aspects.order_by("position"))
    first = min(Decimal(score), aspects[0].points)
    points = {aspects[0].pk: Points(first), aspects[1].pk: Points(Decimal(score) - first)}
    return Results(**{"held_on": HELD, "points": points, **VOTES, **more})


def begun(where: str, by: Any, **given: Any) -> RectificationCase:
    """A case whose acceptance has begun."""
    case = case_in(where, CaseStatus.ACCEPTANCE_APPLIED, **given)
    return begin_acceptance(case, by=by, on=BEGUN, team=TEAM)


def attempt_of(case: RectificationCase) -> Acceptance:
    """Its last attempt."""
    return Acceptance.objects.filter(case=case).order_by("-attempt").first()


def recorded(where: str, by: Any, score: int = 85, **more: Any) -> RectificationCase:
    """A case whose team has written down what it found."""
    case = begun(where, by)
    record_results(attempt_of(case), by=by, results=results(case, score, **more))
    return case


def passed(where: str, by: Any) -> RectificationCase:
    """A case that passed."""
    return pass_(recorded(where, by), by=by, on=CONCLUDED)


def closed(where: str, by: Any, on: date = CLOSED) -> RectificationCase:
    """A case off the list."""
    case = notice(passed(where, by), by=by, on=FROM)
    return close(case, by=by, on=on, approval_no="青组复〔2026〕5号")
