"""From a passed acceptance to the end of the case: the city's spot check, the notice, closing."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.actions.attempts import refuse_unaccepted, refuse_unverified
from rectification.actions.deadlines import set_back
from rectification.actions.revisiting import plan_revisits
from rectification.actions.stepping import Said, ready, take
from rectification.choices import SpotResult
from rectification.models import RectificationCase
from rectification.states import CLOSE, NOTICE, SAMPLE, SPOT_FAIL, SPOT_PASS, CaseStatus
from villages import parameters, workdays
from villages.common.errors import DomainError
from villages.common.workdays import nth_workday


@transaction.atomic
def sample(case: RectificationCase, *, by: Any, on: date, text: str = "") -> RectificationCase:
    """The city looks at a passed village. Raises `case_step`, `not_accepted`."""
    refuse_unaccepted(ready(case, SAMPLE, on))
    return take(case, SAMPLE, by=by, on=on, said=Said(text=text or ""))  # type: ignore[no-any-return]


@transaction.atomic
def spot_pass(case: RectificationCase, *, by: Any, on: date, text: str = "") -> RectificationCase:
    """The city found it in order. Raises `case_step`."""
    values = {"spot_result": SpotResult.PASSED, "spot_on": on}
    return take(case, SPOT_PASS, by=by, on=on, said=Said(text=text or "", values=values))  # type: ignore[no-any-return]


@transaction.atomic
def spot_fail(
    case: RectificationCase, *, by: Any, on: date, new_deadline: date, reasons: str
) -> RectificationCase:
    """The city found it wanting: back to work as after a failed acceptance.

    The county's attempt keeps its result; a next one decides. Raises `case_step`, `new_deadline`.
    """
    found = {"spot_result": SpotResult.FAILED, "spot_on": on}
    values = {**set_back(ready(case, SPOT_FAIL, on), on, new_deadline), **found}
    return take(case, SPOT_FAIL, by=by, on=on, said=Said(text=reasons, values=values))  # type: ignore[no-any-return]


@transaction.atomic
def notice(
    case: RectificationCase, *, by: Any, on: date, notice_to: date | None = None
) -> RectificationCase:
    """The public notice from this day on, as many working days as the county asks for.

    Raises `case_step`, `not_accepted`, `spot_check_open`, `notice_too_short`.
    """
    _refuse_unfinished(ready(case, NOTICE, on))
    least = notice_end(case.county_code, on)
    last = notice_to or least
    if last < least:
        words = _("公示至少到 %s。") % least.isoformat()
        raise DomainError("notice_too_short", words, _("请核对公示结束日期。"), notice_to=words)
    values = {"notice_from": on, "notice_to": last}
    said = Said(text=_("公示到 %s") % last.isoformat(), values=values)
    return take(case, NOTICE, by=by, on=on, said=said)  # type: ignore[no-any-return]


@transaction.atomic
def close(
    case: RectificationCase, *, by: Any, on: date, approval_no: str, text: str = ""
) -> RectificationCase:
    """Off the list: accepted, every problem verified, the notice over. Revisits are planned.

    Raises `case_step`, `not_accepted`, `spot_check_open`, `problems_unverified`, `no_notice`,
    `notice_running`.
    """
    case = ready(case, CLOSE, on)
    _refuse_unfinished(case)
    refuse_unverified(case)
    _refuse_without_notice(case, on)
    values = {"closed_on": on, "approval_no": approval_no}
    said = Said(text=text or "", document_no=approval_no, values=values)
    row: RectificationCase = take(case, CLOSE, by=by, on=on, said=said)
    plan_revisits(row, on)
    return row


def notice_end(county: str, first: date) -> date:
    """The earliest last day of a notice that begins on a day; the day itself counts."""
    days = parameters.value("rectification.notice_days", on=first, county=county)
    return nth_workday(first, days, workdays.adjusted())


def _refuse_unfinished(case: RectificationCase) -> None:
    refuse_unaccepted(case)
    if case.status == CaseStatus.CITY_SPOT_CHECK and case.spot_result != SpotResult.PASSED:
        words = _("%s的市级抽查还没有合格结果。") % case
        raise DomainError("spot_check_open", words, _("请先登记抽查结果。"))


def _refuse_without_notice(case: RectificationCase, on: date) -> None:
    if case.notice_to is None:
        raise DomainError("no_notice", _("%s还没有公示。") % case, _("请先登记公示。"))
    if on < case.notice_to:
        words = _("公示到 %s,还没有期满。") % case.notice_to.isoformat()
        raise DomainError("notice_running", words, _("请在期满后销号。"), on=words)
