"""`months`: which months may still be edited."""

from datetime import date
from typing import Any

from django.db.models import Case, CharField, Max, Q, Value, When
from rest_framework.request import Request

from villages.accounts.perms import works_in_territory
from villages.common import clock
from villages.imports.fields import MONTH_FIELDS, MonthState
from villages.imports.models import FilingMonth
from villages.rest.resources import Resource


class Months(Resource):
    """Filing months of the counties that the territory touches, the latest first."""

    key, label_zh, label_en = "months", "填报月", "filing months"
    model, component, fields = FilingMonth, "FilingMonth", MONTH_FIELDS
    ordering = ("-period",)
    version_path = "version"
    allowed = works_in_territory

    def rows(self, request: Request) -> Any:
        """The visible months with their state today."""
        return with_state(super().rows(request), clock.today())


def with_state(rows: Any, today: date) -> Any:
    """Adds `state_today` and `reopened_until`, computed by the database."""
    running = Q(reopenings__ends_on__gte=today)
    rows = rows.annotate(reopened_until=Max("reopenings__ends_on", filter=running))
    closed = Q(closed_at__isnull=False)
    states = (
        When(closed & Q(reopened_until__isnull=False), then=Value(MonthState.REOPENED)),
        When(closed, then=Value(MonthState.CLOSED)),
        When(due_on__lt=today, then=Value(MonthState.DUE)),
    )
    state = Case(*states, default=Value(MonthState.OPEN), output_field=CharField())
    return rows.annotate(state_today=state)
