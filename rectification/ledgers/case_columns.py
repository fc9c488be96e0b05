"""What the list of cases shows beside their own fields: the next step, and how urgent it is."""

from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from rectification.figures.deadlines import NextStep, next_step
from rectification.models import RectificationCase
from rectification.states import OFF_THE_LIST, CaseStatus
from villages.common.columns import Column

Row = dict[str, Any]
# What the next step and its day follow from.
_NEEDS = (
    "status", "status_since", "return_count", "confirmed_on", "accepted_on", "deadline",
    "county_code",
)  # fmt: skip
# Working days before a day on which it is marked, as everywhere.
_SOON = 3


def status_tone(row: Row) -> str:
    """The tag of a state: what is open stands out, what came back most."""
    if row["status"] == CaseStatus.RELAPSED:
        return "bad"
    finished = (*OFF_THE_LIST, CaseStatus.WITHDRAWN)
    return "plain" if row["status"] in finished else "info"


def _next(row: Row) -> NextStep | None:
    case = RectificationCase(**{name: row[name] for name in _NEEDS})
    return next_step(case, row["today"])


def _text(row: Row) -> str:
    """Who takes which step by when, and how late it is."""
    found = _next(row)
    if found is None:
        return ""
    words = f"{found.who}:{found.step.label}"
    if found.due_on is None:
        return words
    if found.is_late:
        return _now("%(words)s,已逾期 %(days)d 个工作日") % {
            "words": words, "days": found.late_by,
        }  # fmt: skip
    return _now("%(words)s,%(day)s 前") % {"words": words, "day": found.due_on.isoformat()}


def _urgency(row: Row) -> str:
    found = _next(row)
    if found is None or found.left is None:
        return "plain"
    if found.is_late:
        return "bad"
    return "waiting" if found.left <= _SOON else "plain"


NEXT = Column(
    "next_step", _("下一步"), computed=True, show=_text, tone=_urgency, width=24,
    needs=(*_NEEDS, "today"), help=_("谁办理哪一步、到哪一天;逾期的标红,三个工作日内到期的标黄。"),
)  # fmt: skip
