"""Rules of village facts that no constraint can tell. Pure: no query, no clock."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from villages.affairs.choices import DisclosureKind
from villages.affairs.models import Disclosure
from villages.common.errors import DomainError
from villages.common.faults import Fault
from villages.common.periods import Month, Period, Quarter, parse_period


def settle_disclosure(row: Disclosure, _by: Any) -> None:
    """Writes the period in its one form: `2026年三季度` becomes `2026Q3`."""
    period = _read(row.period)
    if isinstance(period, Month | Quarter):
        row.period = period.code


def disclosure_faults(_values: Mapping[str, Any], row: Disclosure) -> Iterator[Fault]:
    """A month is disclosed for finance only, and nothing before its period has begun."""
    period = _read(row.period)
    if isinstance(period, Month) and row.kind != DisclosureKind.FINANCE:
        yield Fault(
            "period", "not_by_month", _("只有财务公开按月登记。"), _("请写季度,例如 2026Q3。")
        )
    if period is not None and row.published_on and row.published_on < period.start:
        yield Fault("published_on", "before_period", _("公开日期早于所公开的期间。"))


def _read(text: str) -> Period | None:
    try:
        return parse_period(text)
    except DomainError:
        return None
