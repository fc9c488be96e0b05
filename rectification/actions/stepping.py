"""The one way in which a case takes a step: locked, allowed, checked, put on record."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.actions.months import require_month
from rectification.models import CaseEvent, RectificationCase
from rectification.states import CaseStatus, Step, allowed
from villages.common import clock
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed, locked
from villages.trace.record import record


@dataclass(frozen=True)
class Said:
    """What goes on record with a step, beside the dates in the case's own columns."""

    reason: str = ""
    text: str = ""
    document_no: str = ""
    restricted: bool = False
    values: Mapping[str, Any] = field(default_factory=dict)


@transaction.atomic
def take(case: RectificationCase, step: Step, *, by: Any, on: date, said: Said) -> Any:
    """Moves the case by one step of the table, with its values, an event and a trail entry.

    Raises `case_step` where the step may not be taken from here, `case_step_early` for a day
    before the last step, `month_closed`, and the words of any constraint that the case would
    break.
    """
    row = ready(case, step, on)
    before = row.status
    values = dict(said.values)
    if step.target is not None:
        values |= {"status": step.target, "status_since": on}
    changed(row, **values)
    put_on_record(row, step.key, by=by, on=on, said=said, before=before)
    return row


def ready(case: RectificationCase, step: Step, on: date) -> Any:
    """The case as it is now, held, where the step may be taken on this day; refuses as `take`."""
    row = locked(case)
    if not allowed(step, row.status):
        raise _wrong_step(row, step)
    if on < row.status_since:
        raise _too_early(row)
    require_month(row, on)
    return row


def put_on_record(
    row: RectificationCase, key: str, *, by: Any, on: date, said: Said, before: str = ""
) -> CaseEvent:
    """An event of the case and the trail entry beside it."""
    event = event_of(row, key, by=by, on=on, said=said, before=before)
    event.save()
    words = "" if said.restricted else " ".join(filter(None, (said.reason, said.text)))
    record(
        f"case.{key}", row, by=by, reason=words,
        before={"status": before}, after={"status": row.status, "on": on},
    )  # fmt: skip
    return event


def event_of(
    row: RectificationCase, key: str, *, by: Any, on: date, said: Said, before: str = ""
) -> CaseEvent:
    """An event of the case, not written yet."""
    return CaseEvent(
        county_code=row.county_code, village=row.village, case=row, step=key,
        from_status=before, to_status=row.status, on=on, at=clock.instant(),
        by_name=getattr(by, "name", "") or str(by), reason=said.reason, text=said.text[:1000],
        document_no=said.document_no, restricted=said.restricted,
    )  # fmt: skip


def _wrong_step(row: RectificationCase, step: Step) -> DomainError:
    ways = "、".join(str(CaseStatus(one).label) for one in step.sources)
    words = _("%(case)s现在是“%(status)s”,不能办理“%(step)s”。") % {
        "case": row, "status": row.get_status_display(), "step": step.label,
    }  # fmt: skip
    return DomainError("case_step", words, _("这一步只能从“%s”办理,请刷新页面后再看。") % ways)


def _too_early(row: RectificationCase) -> DomainError:
    words = _("日期早于上一步的日期 %s。") % row.status_since.isoformat()
    return DomainError("case_step_early", words, _("请核对日期。"), on=words)
