"""Objections to what a rule said of a village: opened with the receipt, answered with a cause."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.warnings.actions.telling import name_of
from rectification.warnings.choices import DisputeCause, DisputeStatus
from rectification.warnings.models import Dispute, VillageWarning
from rectification.warnings.parameters import DISPUTE_DAYS
from rectification.warnings.perms import may_decide_county, may_dispute
from rectification.warnings.sides import is_same
from villages import parameters, workdays
from villages.accounts.models import User
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.common.workdays import add_workdays
from villages.db.locks import hold
from villages.ledgers.keeping import changed, locked, refuse_broken
from villages.models import Village
from villages.trace.record import record


@transaction.atomic
def open_dispute(
    *, by: Any, village: Village, month: Month, rule: str, claim: str, on: date
) -> Dispute:
    """Objects to what a rule said of a village in a month: with the receipt that it is about, and
    the day by which it is answered.

    Raises `dispute_side`, `dispute_no_receipt`, `dispute_no_reason`, `dispute_open_once` and the
    words of the constraints.
    """
    if not (may_dispute(by) and by.territory.covers(village.code)):
        words = _("异议由所在乡镇或村提出。")
        raise DomainError("dispute_side", words, _("如需提出,请与乡镇联系。"))
    warning = _receipt(village, month, rule)
    row = Dispute(
        village=village, county_code=village.county_code, month=month.number, rule=rule,
        warning=warning, receipt=warning.digest, claim=claim.strip(), opened_on=on,
        opened_by=by if isinstance(by, User) else None, opened_name=name_of(by),
        due_on=_due(village.county_code, on),
    )  # fmt: skip
    _refuse_second(row)
    refuse_broken(row)
    row.save()
    record(
        "dispute.opened", row, by=by, reason=row.claim, name=name_shown(row),
        after={"due_on": row.due_on, "receipt": row.receipt},
    )  # fmt: skip
    return row


@transaction.atomic
def uphold(*, by: Any, row: Dispute, on: date, cause: str, answer: str) -> Dispute:
    """The objection is right; the cause says what has to be mended. Raises `dispute_side`,
    `dispute_over`, `dispute_own`."""
    return _decide(row, DisputeStatus.UPHELD, by=by, on=on, answer=answer, cause=cause)


@transaction.atomic
def reject(*, by: Any, row: Dispute, on: date, answer: str) -> Dispute:
    """The judgement stands, for the reason that is told. Raises as `uphold`."""
    return _decide(row, DisputeStatus.REJECTED, by=by, on=on, answer=answer)


@transaction.atomic
def take_back(*, by: Any, row: Dispute) -> Dispute:
    """Whoever objected lets it go. Raises `dispute_side`, `dispute_over`."""
    held = _open(row)
    if not may_take_back(by, held):
        words = _("异议由提出的单位撤回。")
        raise DomainError("dispute_side", words, _("如需撤回,请与提出人联系。"))
    changed(held, status=DisputeStatus.TAKEN_BACK)
    record("dispute.taken-back", held, by=by, name=name_shown(held))
    return held


def may_answer(by: Any, row: Dispute) -> bool:
    """The organization department, but not who objected."""
    inside = may_decide_county(by) and by.territory.covers(row.village.code)
    return bool(inside and not is_same(by, row.opened_by_id))


def may_take_back(by: Any, row: Dispute) -> bool:
    """Whoever may object for this village."""
    return bool(may_dispute(by) and by.territory.covers(row.village.code))


def name_shown(row: Dispute) -> str:
    """What trail and pages call an objection: village, rule, month."""
    return f"{row.village.name} {row.rule} {Month.from_number(row.month).label}异议"


def _due(county: str, on: date) -> date:
    days = int(parameters.value(DISPUTE_DAYS.key, on=on, county=county))
    return add_workdays(on, days, workdays.adjusted())


def _refuse_second(row: Dispute) -> None:
    # Two who object at the same moment wait for each other here.
    hold(f"dispute:{row.village_id}:{row.month}:{row.rule}", exclusive=True)
    same = Dispute.objects.filter(village_id=row.village_id, month=row.month, rule=row.rule)
    if same.filter(status=DisputeStatus.OPEN).exists():
        words = _("这条预警已有正在复核的异议。")
        raise DomainError("dispute_open_once", words, _("请等县里答复,或者撤回后重新提出。"))


def _receipt(village: Village, month: Month, rule: str) -> VillageWarning:
    rows = VillageWarning.objects.filter(village=village, month=month.number)
    found: VillageWarning | None = rows.first()
    if found is None:
        words = _("这个村这个月还没有评定颜色。")
        raise DomainError("dispute_no_receipt", words, _("请核对村和月份。"), month=words)
    if not any(one["rule"] == rule for one in found.reasons):
        words = _("这个村这个月的评定中没有规则“%s”。") % rule
        hint = _("请从村预警页面的原因旁边点“提出异议”。")
        raise DomainError("dispute_no_reason", words, hint, rule=words)
    return found


def _open(row: Dispute) -> Dispute:
    held: Dispute = locked(row)
    if held.status != DisputeStatus.OPEN:
        words = _("这条异议现在是“%s”,不能再办理。") % held.get_status_display()
        raise DomainError("dispute_over", words, _("请刷新页面后再看。"))
    return held


def _decide(
    row: Dispute, status: DisputeStatus, *, by: Any, on: date, answer: str, cause: str = ""
) -> Dispute:
    held, said = _open(row), answer.strip()
    if not may_answer(by, held):
        words = _("异议由县委组织部复核,提出人不能自己答复。")
        raise DomainError("dispute_side", words, _("如需办理,请与组织部联系。"))
    if not said:
        words = _("请写明复核意见。")
        raise DomainError("dispute_text", words, answer=words)
    if status == DisputeStatus.UPHELD and cause not in DisputeCause.values:
        words = _("请选择问题所在。")
        raise DomainError("dispute_cause", words, cause=words)
    changed(held, status=status, cause=cause, answer=said, decided_name=name_of(by), decided_on=on)
    after = {"status": status.value, "cause": cause}
    record("dispute.decided", held, by=by, reason=said, after=after, name=name_shown(held))
    return held
