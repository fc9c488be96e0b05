"""Parts by their light: the same rows as the numbers on the page of figures."""

from datetime import date
from typing import Any

import django_filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rectification.supervision.figures.lights import near_days
from rectification.supervision.rules.lights import GREEN, RED, YELLOW, last_yellow
from rectification.supervision.states import ANSWERED, OWING
from villages import workdays
from villages.common import clock
from villages.common.workdays import Adjusted

CHOICES = ((RED, _("逾期")), (YELLOW, _("临期")), (GREEN, _("正常")))


def lit(rows: Any, colour: str, on: date) -> Any:
    """Parts under way with this light on a day. A query for the counties they lie in."""
    calendar, found = workdays.adjusted(), Q(pk__in=())
    for county in rows.order_by().values_list("county_code", flat=True).distinct():
        found |= Q(county_code=county) & _of_county(county, colour, on, calendar)
    return rows.filter(found)


def _of_county(county: str, colour: str, on: date, calendar: Adjusted) -> Q:
    end = last_yellow(on, calendar, near=near_days(county, on))
    return {
        RED: Q(status__in=OWING, due_on__lt=on),
        YELLOW: Q(status__in=OWING, due_on__gte=on, due_on__lte=end),
        GREEN: Q(status__in=ANSWERED) | Q(status__in=OWING, due_on__gt=end),
    }[colour]


class Lit(django_filters.ChoiceFilter):  # type: ignore[misc]
    """Narrows the list to one light of today."""

    def __init__(self) -> None:
        super().__init__(label=_("办理灯"), choices=CHOICES)

    def filter(self, qs: Any, value: str) -> Any:
        """The rows of the colour; all where nothing is chosen."""
        return lit(qs, value, clock.today()) if value else qs
