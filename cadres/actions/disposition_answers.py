"""What follows a disposition: appeal, its answer, the retest."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from cadres.models import Disposition
from cadres.rules.dispositions import retest_passed
from cadres.wording.dispositions import AppealResult, DispositionEnd
from villages import parameters
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed, locked
from villages.trace.record import record


@transaction.atomic
def appeal(disposition: Disposition, *, by: Any, appealed_on: date) -> Disposition:
    """Notes an appeal. Raises `appeal_step`, and what the constraints say."""
    row = locked(disposition)
    if row.decided_on is None or row.appealed_on is not None:
        raise DomainError("appeal_step", _("还没有决定,或者已经登记申诉。"))
    changed(row, appealed_on=appealed_on)
    record("disposition.appealed", row, by=by, after={"appealed_on": appealed_on})
    return row


@transaction.atomic
def answer_appeal(
    disposition: Disposition, *, by: Any, appeal_result: str, appeal_answered_on: date
) -> Disposition:
    """The answer to an appeal; a revoked disposition ends that day and counts nowhere.

    Raises `appeal_step`, and what the constraints say.
    """
    row = locked(disposition)
    if row.appealed_on is None or row.appeal_result:
        raise DomainError("appeal_step", _("没有待答复的申诉。"))
    values: dict[str, Any] = {
        "appeal_result": appeal_result, "appeal_answered_on": appeal_answered_on
    }  # fmt: skip
    if appeal_result == AppealResult.REVOKED:
        values |= {"ended_on": appeal_answered_on, "end_reason": DispositionEnd.REVOKED}
    changed(row, **values)
    reason = str(AppealResult(appeal_result).label)
    record("disposition.appeal_answered", row, by=by, reason=reason)
    return row


@transaction.atomic
def retest(
    disposition: Disposition, *, by: Any, retest_on: date, retest_votes: int,
    retest_excellent: int, retest_competent: int,
) -> Disposition:  # fmt: skip
    """The votes of a retest; passed it ends the disposition, failed it stays open for removal.

    Passed is more than the county's line of excellent and competent together. Raises
    `retest_step`, and what the constraints say.
    """
    row = locked(disposition)
    if row.ended_on is not None or row.kind is None or not row.kind.retest:
        raise DomainError("retest_step", _("这项处置不需要再评,或者已经结束。"))
    line = parameters.value("cadres.disposition_retest_share", on=retest_on, county=row.county_code)
    passed = retest_passed(retest_votes, retest_excellent, retest_competent, line)
    values: dict[str, Any] = {
        "retest_on": retest_on, "retest_votes": retest_votes,
        "retest_excellent": retest_excellent, "retest_competent": retest_competent,
        "improved": passed,
    }  # fmt: skip
    if passed:
        values |= {"ended_on": retest_on, "end_reason": DispositionEnd.IMPROVED}
    changed(row, **values)
    record("disposition.retested", row, by=by, after={"passed": passed, "votes": retest_votes})
    return row
