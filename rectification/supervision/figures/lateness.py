"""How late a part is, in working days and in words."""

from datetime import date

from django.utils.translation import gettext as _

from rectification.supervision.models import OrderUnit
from rectification.supervision.states import UnitStatus
from villages.common.workdays import Adjusted, workdays_between


def days_late(part: OrderUnit, on: date, calendar: Adjusted) -> int:
    """Working days after the part's day; 0 while it is not late."""
    return max(0, workdays_between(part.due_on, on, calendar)) if part.due_on else 0


def owed_words(part: OrderUnit, on: date, calendar: Adjusted) -> str:
    """What the unit was to do by when and has not done, for the next paper to it."""
    told = {
        "order": part.order.number_shown, "subject": part.order.subject,
        "due": part.due_on.isoformat() if part.due_on else "", "missing": _missing(part),
        "late": late_words(part, on, calendar),
    }  # fmt: skip
    return _("%(order)s“%(subject)s”应于 %(due)s 前办结并反馈,%(missing)s,已%(late)s。") % told


def late_words(part: OrderUnit, on: date, calendar: Adjusted) -> str:
    """Such as 逾期 3 个工作日."""
    days = days_late(part, on, calendar)
    return _("逾期 %s 个工作日") % days if days else _("逾期不满 1 个工作日")


def _missing(part: OrderUnit) -> str:
    return {
        UnitStatus.ISSUED: _("至今没有签收"),
        UnitStatus.RETURNED: _("反馈被退回后没有重新反馈"),
    }.get(UnitStatus(part.status), _("至今没有反馈"))
