"""Filings that were handed in after their month was closed (封账后更正)."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Exists, OuterRef

from villages.common.periods import Month
from villages.filings.models import Filing
from villages.filings.querysets import FilingQuerySet
from villages.imports.models import FilingMonth


def after_closing() -> Exists:
    """The condition on rows of `Filing`: the latest submission came after the closing."""
    closed = FilingMonth.objects.filter(
        county_code=OuterRef("county_code"), month=OuterRef("month"),
        closed_at__lt=OuterRef("sent_at"),
    )  # fmt: skip
    return Exists(closed)


def marked(rows: FilingQuerySet) -> FilingQuerySet:
    """The same rows with `is_corrected`."""
    found: FilingQuerySet = rows.annotate(is_corrected=after_closing())
    return found


def corrected_villages(villages: Iterable[int], month: Month) -> frozenset[str]:
    """Codes of those of these villages that handed the month in after its closing. One query."""
    rows = Filing.objects.of_villages(villages).of_month(month).filter(after_closing())
    return frozenset(rows.values_list("village__code", flat=True))


def is_corrected(sent_at: datetime | None, closed_at: datetime | None) -> bool:
    """The same of two moments. Pure."""
    return bool(sent_at and closed_at and sent_at > closed_at)
