"""More time for a case: asked by the township, answered by the county."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.actions.at_work import require_case
from rectification.actions.months import require_month
from rectification.actions.stepping import Said, put_on_record
from rectification.choices import ExtensionAnswer
from rectification.models import CaseExtension, RectificationCase
from rectification.perms import may_grant_late_extensions, may_take_county_steps
from rectification.states import UNDER_WORK
from villages import parameters
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed, locked
from villages.trace.record import record

EVENT = "extended"


@transaction.atomic
def grant(extension: CaseExtension, *, by: Any, on: date, text: str = "") -> CaseExtension:
    """The new deadline holds. From a certain extension on only a leader may say so.

    Raises `extension_answered`, `extension_needs_leader`, `extension_not_yours`,
    `extension_outdated`, `extension_too_early`, `case_not_at_work`, `month_closed`.
    """
    case, row = locked(extension.case), locked(extension)
    require_month(case, on)
    _require_waiting(row, on)
    require_case(case, UNDER_WORK)
    require_answerer(case, by, on)
    if case.deadline != row.old_deadline:
        words = _("申请以后整顿时限已变动,不能按这份申请延期。")
        raise DomainError("extension_outdated", words, _("请不同意,由乡镇重新申请。"))
    _answer(row, ExtensionAnswer.GRANTED, by=by, on=on, text=text)
    changed(case, deadline=row.new_deadline, extension_count=case.extension_count + 1)
    said = Said(text=_("延至 %(day)s:%(why)s") % {"day": row.new_deadline, "why": row.reason})
    put_on_record(case, EVENT, by=by, on=on, said=said, before=case.status)
    return row


@transaction.atomic
def refuse(extension: CaseExtension, *, by: Any, on: date, text: str) -> CaseExtension:
    """The deadline stays. Raises `extension_answered`, `extension_not_yours`, `…_too_early`,
    `month_closed`."""
    case, row = locked(extension.case), locked(extension)
    require_month(case, on)
    _require_waiting(row, on)
    require_answerer(case, by, on)
    _answer(row, ExtensionAnswer.REFUSED, by=by, on=on, text=text)
    after = {"new_deadline": row.new_deadline, "on": on}
    record("extension.refused", row, by=by, name=str(case), after=after, reason=text)
    return row


def needs_leader(case: RectificationCase, on: date) -> bool:
    """Whether the next extension of this case is one that only a leader grants."""
    first = parameters.value("rectification.leader_extension", on=on, county=case.county_code)
    return case.extension_count + 1 >= int(first)


def require_answerer(case: RectificationCase, by: Any, on: date) -> None:
    """The department answers early extensions, a county leader the late ones."""
    if needs_leader(case, on) and not may_grant_late_extensions(by):
        words = _("这是第 %s 次延期,应由部领导或县领导审批。") % (case.extension_count + 1)
        raise DomainError("extension_needs_leader", words, _("请报领导审批。"))
    if not (may_take_county_steps(by) or needs_leader(case, on)):
        words = _("这次延期由县委组织部审批。")
        raise DomainError("extension_not_yours", words, _("请与县委组织部联系。"))


def _answer(row: CaseExtension, answer: ExtensionAnswer, *, by: Any, on: date, text: str) -> None:
    name = getattr(by, "name", "") or str(by)
    changed(row, answer=answer, answered_on=on, answered_by=name[:40], answer_text=text)


def _require_waiting(row: CaseExtension, on: date) -> None:
    if row.answer != ExtensionAnswer.WAITING:
        raise DomainError("extension_answered", _("这次延期已经审批。"), _("请刷新页面后查看。"))
    if on < row.asked_on:
        words = _("审批日期早于申请日期 %s。") % row.asked_on
        raise DomainError("extension_too_early", words, _("请核对日期。"), on=words)
