"""The newest value of each indicator for one village."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from villages.common.shares import percent
from villages.indicators.checking import plain
from villages.indicators.choices import IndicatorKind
from villages.indicators.models import IndicatorDefinition, IndicatorValue
from villages.indicators.periods import read_span
from villages.models import Village


@dataclass(frozen=True)
class Latest:
    """An indicator in force and a village's newest value in words; None where there is none."""

    definition: IndicatorDefinition
    period: str | None
    text: str | None


def latest(village: Village, on: date) -> list[Latest]:
    """Every indicator in force on a day, with what the village said last. Two queries."""
    asked = IndicatorDefinition.objects.in_county(village.county_code).in_force(on)
    rows = IndicatorValue.objects.filter(village=village, definition__in=asked)
    newest = {row.definition_id: row for row in rows.order_by("month", "period")}
    return [_latest(one, newest.get(one.pk)) for one in asked.order_by("stem")]


def _latest(one: IndicatorDefinition, row: IndicatorValue | None) -> Latest:
    if row is None:
        return Latest(one, None, None)
    return Latest(one, read_span(one.rhythm, row.period).label, said(one, row))


def said(one: IndicatorDefinition, row: IndicatorValue) -> str:
    """A value as people read it, a share with its base."""
    if one.kind == IndicatorKind.YES_NO:
        return _("是") if row.is_yes else _("否")
    number = plain(row.value or Decimal(0))
    if one.kind != IndicatorKind.SHARE or row.base is None:
        return f"{number} {one.unit}"
    return f"{percent(row.value or 0, row.base)}%({number}/{plain(row.base)})"
