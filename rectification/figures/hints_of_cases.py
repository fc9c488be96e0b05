"""The hint from earlier cases: how long ago a village was taken off the list."""

from datetime import date

from django.utils.translation import gettext as _

from rectification.models import RectificationCase
from rectification.rules.screening import Reading, exactly
from rectification.states import OFF_THE_LIST, CaseStatus
from villages.affairs.figures import Roll

_CLOSED = (*OFF_THE_LIST, CaseStatus.RELAPSED)


def readings(of: Roll) -> dict[str, dict[int, Reading]]:
    """One query. A village that was never closed has not relapsed; where a paper ledger does not
    say when, nobody knows."""
    rows = RectificationCase.objects.in_county(of.county).filter(status__in=_CLOSED)
    days: dict[int, date | None] = {}
    for village, day in rows.order_by("closed_on").values_list("village_id", "closed_on"):
        if day is None or day <= of.on:
            days[village] = max(filter(None, (day, days.get(village))), default=None)
    found = {pk: _since(days.get(pk), of.on) for pk in of.codes if days.get(pk) or pk not in days}
    return {"months_since_closed": found}


def _since(closed_on: date | None, on: date) -> Reading:
    if closed_on is None:
        return Reading(settled=False, text=_("没有销号过"))
    full = (on.year - closed_on.year) * 12 + on.month - closed_on.month - (on.day < closed_on.day)
    # On the day itself so many months are full; a day later another one has begun.
    begun = full + (on.day != closed_on.day)
    words = _("%(day)s 销号,满 %(months)d 个月") % {"day": closed_on, "months": full}
    return exactly(begun, words)
