"""A village that stays red is taken into the county's screening by a person."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.actions.opening import open_screening
from rectification.choices import CaseClass
from rectification.warnings.actions.counting import counts_from
from rectification.warnings.actions.papers import data_of, words_of
from rectification.warnings.actions.stepping import name_shown
from rectification.warnings.actions.telling import tell
from rectification.warnings.choices import DecisionKind, Level
from rectification.warnings.models import Alert
from rectification.warnings.perms import may_draft_papers
from rectification.warnings.states import LIVE
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed, locked
from villages.trace.record import record


@transaction.atomic
def to_case(*, by: Any, alert: Alert, on: date, case_class: str = "", facts: str = "") -> Alert:
    """Registers the village in this year's screening with the event as its facts.

    Raises `alert_side`, `alert_step`, `case_open` and what opening refuses.
    """
    row = locked(alert)
    if not offers_case(by, row):
        words = _("只有正在办理、还没有列入整顿的红色预警,由县委组织部转入整顿排查。")
        raise DomainError("alert_step", words, _("请刷新页面后再看。"))
    case = open_screening(
        row.village, by=by, on=on, year=on.year, case_class=case_class or CaseClass.WEAK_LAX,
        facts=facts.strip() or f"{words_of(row)}({data_of(row)})",
    )  # fmt: skip
    changed(row, case=case)
    month, before = counts_from(row.county_code, on), row.status
    tell(
        row, DecisionKind.CASE.value, by=by, on=on, month=month, text=str(case), before=before,
        alert=row,
    )  # fmt: skip
    record("alert.case", row, by=by, after={"case": str(case)}, name=name_shown(row))
    return row


def offers_case(by: Any, row: Alert) -> bool:
    """A red event under way of one's own county that leads to no case yet."""
    mine = may_draft_papers(by) and by.territory.covers(row.county_code)
    return bool(mine and row.level == Level.RED and row.status in LIVE and row.case_id is None)
