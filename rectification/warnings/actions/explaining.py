"""Words of township or village to an event before everybody else sees it."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.warnings.actions.counting import counts_from
from rectification.warnings.actions.stepping import name_shown
from rectification.warnings.actions.telling import tell
from rectification.warnings.choices import DecisionKind
from rectification.warnings.models import Alert
from rectification.warnings.perms import may_explain
from rectification.warnings.states import LIVE
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed, locked
from villages.trace.record import record


@transaction.atomic
def explain(*, by: Any, alert: Alert, text: str, on: date, at: datetime) -> Alert:
    """Attaches what township or village have to say; it stands beside the event ever after.

    Raises `alert_side`, `alert_public`, `alert_text`.
    """
    row, said = locked(alert), text.strip()
    _require_explainer(by, row)
    if at >= row.public_at or row.status not in LIVE:
        words = _("公布前的说明期已过。")
        hint = _("请在签收、报整改结果时写明情况;认为判定有误的,请提出异议。")
        raise DomainError("alert_public", words, hint)
    if not said:
        words = _("请填写说明。")
        raise DomainError("alert_text", words, text=words)
    changed(row, explanation=said)
    month = counts_from(row.county_code, on)
    status = row.status
    tell(
        row, DecisionKind.EXPLAINED.value, by=by, on=on, month=month, text=said, before=status,
        alert=row,
    )  # fmt: skip
    record("alert.explained", row, by=by, reason=said, name=name_shown(row))
    return row


def is_explainable(by: Any, row: Alert, at: datetime) -> bool:
    """Whether this person may explain now."""
    inside = by.territory.covers(row.village.code)
    return bool(may_explain(by) and inside and at < row.public_at and row.status in LIVE)


def _require_explainer(by: Any, row: Alert) -> None:
    if not (may_explain(by) and by.territory.covers(row.village.code)):
        words = _("公布前的说明由所在乡镇或村填写。")
        raise DomainError("alert_side", words, _("如需说明,请与乡镇联系。"))
