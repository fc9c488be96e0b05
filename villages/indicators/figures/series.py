"""What villages said to several indicators over their newest periods, for rules about them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from villages.common.periods import Month
from villages.common.scope import Scope
from villages.indicators.choices import IndicatorKind, IndicatorState, Rhythm
from villages.indicators.models import IndicatorDefinition, IndicatorValue
from villages.indicators.periods import Span, spans

_WHOLE = 100


@dataclass(frozen=True)
class Series:
    """One indicator: its newest whole periods, newest first, and by village (primary key) what it
    said in each; None where it said nothing. `days` have passed since the newest period ended.

    A share is in percent, yes is 1 and no is 0.
    """

    spans: tuple[Span, ...]
    values: Mapping[int, tuple[Fraction | None, ...]]
    days: int

    def of(self, village: int) -> tuple[Fraction | None, ...]:
        """What one village said."""
        return self.values.get(village) or (None,) * len(self.spans)


def series(
    scope: Scope, county: str, stems: Iterable[str], on: date, most: int = 12
) -> dict[str, Series]:
    """By stem those indicators that are asked on a day. Two queries.

    Periods before anybody was asked are no gaps: they are left out. An edition of another rhythm
    counts in other periods, so its values are left out too.
    """
    wanted = set(stems)
    editions = list(
        IndicatorDefinition.objects.filter(county_code=county, stem__in=wanted)
        .exclude(state=IndicatorState.DRAFT)
        .order_by("edition")
    )
    said = _said(scope, county, [one.pk for one in editions], on)
    families: dict[str, list[IndicatorDefinition]] = defaultdict(list)
    for one in editions:
        families[one.stem].append(one)
    found = {stem: _series(family, said, on, most) for stem, family in families.items()}
    return {stem: one for stem, one in found.items() if one is not None}


Said = dict[int, dict[str, dict[int, Fraction | None]]]


def _said(scope: Scope, county: str, editions: list[int], on: date) -> Said:
    """By edition, period and village."""
    rows = IndicatorValue.objects.of(scope, county).filter(
        definition__in=editions, month__lte=Month.of(on).number
    )
    found: Said = defaultdict(lambda: defaultdict(dict))
    fields = ("definition_id", "period", "village_id", "definition__kind", "value", "base",
              "is_yes")  # fmt: skip
    for edition, period, village, *told in rows.values_list(*fields):
        found[edition][period][village] = _number(*told)
    return found


def _number(
    kind: str, value: Decimal | None, base: Decimal | None, is_yes: bool | None
) -> Fraction | None:
    if kind == IndicatorKind.YES_NO:
        return None if is_yes is None else Fraction(is_yes)
    if value is None or kind != IndicatorKind.SHARE:
        return None if value is None else Fraction(value)
    return Fraction(value) * _WHOLE / Fraction(base) if base else None


def _series(family: list[IndicatorDefinition], said: Said, on: date, most: int) -> Series | None:
    current = next((one for one in reversed(family) if _is_asked(one, on)), None)
    if current is None:
        return None
    same = [one for one in family if one.rhythm == current.rhythm]
    periods: dict[str, dict[int, Any]] = {}
    for one in same:
        for period, answers in said[one.pk].items():
            periods.setdefault(period, {}).update(answers)
    whole = _spans(current.rhythm, same, periods, on)[:most]
    villages = {pk for one in whole for pk in periods.get(one.code, {})}
    values = {pk: tuple(periods.get(one.code, {}).get(pk) for one in whole) for pk in villages}
    return Series(tuple(whole), values, (on - whole[0].end).days if whole else 0)


def _is_asked(one: IndicatorDefinition, on: date) -> bool:
    begun = one.begun_on is not None and one.begun_on <= on
    return begun and on <= one.sunset_on and (one.ended_on is None or on < one.ended_on)


def _spans(
    rhythm: str, family: list[IndicatorDefinition], periods: Iterable[str], on: date
) -> list[Span]:
    """Newest first, those that are over: of an indicator as of a day the days that were asked."""
    if rhythm == Rhythm.AS_OF:
        days = [date.fromisoformat(one) for one in periods]
        return [Span.day(one) for one in sorted(days, reverse=True) if one <= on]
    first = min(one.begun_on for one in family if one.begun_on)
    return [one for one in reversed(spans(rhythm, first, on)) if one.end <= on]
