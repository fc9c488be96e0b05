"""The one way in which an inspection or a finding takes a step: held, allowed, on record."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from rectification.supervision.actions.stepping import require_day
from rectification.supervision.inspection_states import InspectionStatus
from rectification.supervision.states import Step, allowed
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed
from villages.trace.record import record

# What was not published yet: the trail of it is for the county alone.
_TOLD = InspectionStatus.PUBLISHED
# Sites, answers and findings are written down while these last.
RECORDED = (InspectionStatus.PREPARED, InspectionStatus.DRAWN, InspectionStatus.UNDER_WAY)


def require_step(row: Any, step: Step, on: date, since: date | None = None) -> None:
    """Raises `inspection_step`, `order_step_early`, `order_step_future`."""
    if not allowed(step, row.status):
        words = _("“%(row)s”现在是“%(status)s”,不能办理“%(step)s”。") % {
            "row": row, "status": row.get_status_display(), "step": step.label,
        }  # fmt: skip
        ways = "、".join(str(one.label) for one in step.sources)
        hint = _("这一步只能从“%s”办理,请刷新页面后再看。") % ways
        raise DomainError("inspection_step", words, hint)
    require_day(on, since)


def step_taken(
    row: Any, step: Step, *, by: Any, on: date, values: Mapping[str, Any], reason: str = "",
    rows: Any = None, secret: bool = False,
) -> None:  # fmt: skip
    """Puts the values and the new state into a held row, and the step on the trail.

    `secret` keeps the words of a restricted finding out of it.
    """
    kind = "finding" if hasattr(row, "site_id") else "inspection"
    before = row.status
    changed(row, **values, status=step.target)
    record(
        f"{kind}.{step.key}", row, by=by, reason="" if secret else reason, rows=rows,
        before={"status": before}, after={"status": row.status, "on": on},
        name=_("检查发现(限阅)") if secret else "", county_only=secret or is_hidden(row),
    )  # fmt: skip


def is_hidden(row: Any) -> bool:
    """Whether townships do not know of it yet. Of an inspection, a site, an answer, a finding."""
    site = getattr(row, "site", row)
    return bool(getattr(site, "inspection", site).status != _TOLD)


def require_recorded(inspection: Any) -> None:
    """Nothing is written down once it is published or cancelled. Raises `inspection_over`."""
    if inspection.status not in RECORDED:
        words = _("“%(row)s”%(status)s,不能再登记或改动。") % {
            "row": inspection, "status": inspection.get_status_display(),
        }  # fmt: skip
        raise DomainError("inspection_over", words, _("需要时另行登记一次检查。"))
