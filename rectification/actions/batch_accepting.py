"""A whole batch accepted on one screen: each village by itself, so that a faulty row stops none."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.actions.accepting import begin_acceptance, fail, pass_
from rectification.actions.attempts import open_attempt
from rectification.actions.recording import Results, record_results
from rectification.choices import AcceptanceResult
from rectification.models import Acceptance, RectificationCase
from rectification.states import CaseStatus
from villages.common.errors import DomainError
from villages.ledgers.keeping import locked


@dataclass(frozen=True)
class Round:
    """What all villages of one round of acceptance have in common."""

    begun_on: date
    concluded_on: date
    team: str = ""
    new_deadline: date | None = None


@dataclass(frozen=True)
class Line:
    """One village of the round. `stamp` is what the person saw, `decision` "" keeps a draft."""

    case: RectificationCase
    stamp: str
    results: Results
    decision: str = ""
    reasons: str = ""


@dataclass(frozen=True)
class Told:
    """What became of a line: `error` is None where it was saved."""

    line: Line
    error: DomainError | None = None


def accept_batch(lines: Iterable[Line], *, common: Round, by: Any) -> list[Told]:
    """Saves every line in a transaction of its own and says of each what became of it."""
    return [_told(one, common, by) for one in lines]


def _told(line: Line, common: Round, by: Any) -> Told:
    try:
        accept_line(line, common=common, by=by)
    except DomainError as error:
        return Told(line, error)
    return Told(line)


@transaction.atomic
def accept_line(line: Line, *, common: Round, by: Any) -> None:
    """Begins the acceptance where it has not begun, writes down what was found, concludes.

    Raises `version_changed` and whatever the single steps raise.
    """
    case = locked(line.case)
    if stamp_of(case) != line.stamp:
        words = _("%s刚被他人改动,这一行没有保存。") % case.village.name
        raise DomainError("version_changed", words, _("请对照最新内容后再次提交。"))
    if case.status == CaseStatus.ACCEPTANCE_APPLIED:
        case = begin_acceptance(case, by=by, on=common.begun_on, team=common.team)
    record_results(open_attempt(case), by=by, results=line.results)
    if line.decision == AcceptanceResult.PASSED:
        pass_(case, by=by, on=common.concluded_on)
    elif line.decision == AcceptanceResult.FAILED:
        _fail(case, line, common, by)


def stamp_of(case: RectificationCase, attempt: Acceptance | None = None) -> str:
    """The versions of a case and of its open attempt, by which a lost change is noticed."""
    found = attempt or Acceptance.objects.filter(case=case, result="").first()
    return f"{case.version}.{found.version if found else 0}"


def _fail(case: RectificationCase, line: Line, common: Round, by: Any) -> None:
    if common.new_deadline is None:
        words = _("有不合格的村,应填写重新整顿时限。")
        raise DomainError("new_deadline", words, new_deadline=words)
    fail(
        case, by=by, on=common.concluded_on, new_deadline=common.new_deadline,
        reasons=line.reasons,
    )  # fmt: skip
