"""Back to work after a failed acceptance: the new deadline, and what begins anew."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from rectification.models import RectificationCase
from villages import parameters
from villages.common.calendar_months import add_months
from villages.common.errors import DomainError


def set_back(case: RectificationCase, on: date, new_deadline: date) -> dict[str, Any]:
    """What a case holds after it failed on a day. Raises `new_deadline`.

    A later deadline counts as an extension. Check, application and notice of the township begin
    anew; the summary stays to be rewritten.
    """
    _refuse_deadline(case, on, new_deadline)
    later = case.deadline is None or new_deadline > case.deadline
    return {
        "deadline": new_deadline, "extension_count": case.extension_count + int(later),
        "failed_count": case.failed_count + 1, "accepted_on": None, "checked_on": None,
        "self_score": None, "applied_on": None, "signed_by": "", "notice_from": None,
        "notice_to": None,
    }  # fmt: skip


def bounds(case: RectificationCase, on: date) -> tuple[date, date]:
    """The first and the last day that the new deadline may be.

    Time that was granted is not taken away; more than one extension is not given at once.
    """
    months = parameters.value("rectification.extension_months", on=on, county=case.county_code)
    first = max(on, case.deadline or on)
    return first, max(first, add_months(on, months))


def _refuse_deadline(case: RectificationCase, on: date, new_deadline: date) -> None:
    first, last = bounds(case, on)
    if not first <= new_deadline <= last:
        numbers = {"first": first.isoformat(), "last": last.isoformat()}
        words = _("重新整顿时限应在 %(first)s 到 %(last)s 之间。") % numbers
        raise DomainError("new_deadline", words, _("请核对日期。"), new_deadline=words)
