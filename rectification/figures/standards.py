"""Which screening standard a year is judged by."""

from datetime import date

from rectification.models import ScreeningStandard


def standard_of(county: str, year: int, *, drafts: bool = False) -> ScreeningStandard | None:
    """The newest edition of the year that is published; with `drafts` the newest at all where
    none is. One query."""
    rows = ScreeningStandard.objects.in_county(county).filter(year=year)
    found = sorted(rows, key=lambda one: (one.published_on is not None, one.edition))
    return found[-1] if found and (drafts or found[-1].published_on) else None


def screening_day(year: int, today: date) -> date:
    """Past screenings are judged as of their year's end, others as of today."""
    return min(today, date(year, 12, 31))
