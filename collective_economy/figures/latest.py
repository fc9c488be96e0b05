"""The latest month that was stated: by the territory, by each village."""

from datetime import date

from django.db.models import Max

from collective_economy.models import IncomeEntry
from villages.common.periods import Month
from villages.common.scope import Scope


def latest_month(scope: Scope, county: str, on: date) -> Month:
    """The last month up to today for which the territory stated income; this month where it
    never did. One query."""
    rows = IncomeEntry.objects.in_scope(scope).in_county(county).current()
    found = rows.filter(to_month__lte=Month.of(on).number).aggregate(last=Max("to_month"))
    return Month.from_number(found["last"]) if found["last"] else Month.of(on)


def last_stated(scope: Scope, county: str, month: Month) -> dict[int, Month]:
    """The last month up to this one that each village stated, by primary key; a village that
    never stated income has no entry. One query."""
    rows = IncomeEntry.objects.in_scope(scope).in_county(county).current()
    found = rows.filter(to_month__lte=month.number).order_by().values_list("village_id")
    return {pk: Month.from_number(last) for pk, last in found.annotate(last=Max("to_month"))}
