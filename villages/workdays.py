"""The working-day calendar as a cached mapping."""

from datetime import date

from django.core.cache import cache

from villages.models import CalendarDay

_KEY, _SECONDS = "calendar:adjusted", 300


def adjusted() -> dict[date, bool]:
    """Every day that does not follow its weekday. At most one query in five minutes."""
    days: dict[date, bool] | None = cache.get(_KEY)
    if days is None:
        days = dict(CalendarDay.objects.values_list("day", "is_workday"))
        cache.set(_KEY, days, _SECONDS)
    return days


def forget() -> None:
    """After a change of the calendar."""
    cache.delete(_KEY)
