"""One indicator over its periods."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from villages.common.figures import Figure
from villages.common.scope import Scope
from villages.indicators.figures.answers import Answer, Indicator
from villages.indicators.models import IndicatorDefinition, IndicatorValue
from villages.indicators.periods import Span, read_span
from villages.models import Village


@dataclass(frozen=True)
class Point:
    """One period of a trend: its total, and how many of how many villages said something."""

    span: Span
    total: Figure
    answered: int
    villages: int


def trend(
    scope: Scope, county: str, definition: IndicatorDefinition, most: int = 12
) -> Sequence[Point]:
    """The newest periods in which anybody said anything, oldest first. Three queries.

    A period nobody answered is no point: it is a gap and not a zero. Each point has
    the villages of the map of its last day as denominator.
    """
    said = IndicatorValue.objects.of(scope, county).filter(definition=definition)
    newest = said.order_by("-month", "-period").values_list("period", "month").distinct()
    periods = [period for period, _month in newest[:most]]
    by_period: dict[str, dict[int, Answer]] = defaultdict(dict)
    fields = ("period", "village_id", "value", "base", "is_yes")
    for period, pk, *values in said.filter(period__in=periods).values_list(*fields):
        by_period[period][pk] = Answer(*values)
    villages = Village.objects.in_scope(scope).in_county(county)
    rows = list(villages.values_list("pk", "code", "township__code", "valid_from", "valid_to"))
    spans = sorted(read_span(definition.rhythm, period) for period in periods)
    return [_point(definition, span, rows, by_period[span.code]) for span in spans]


def _point(
    definition: IndicatorDefinition,
    span: Span,
    rows: Sequence[tuple[Any, ...]],
    said: dict[int, Answer],
) -> Point:
    here = [
        (pk, code, township)
        for pk, code, township, start, end in rows
        if (start is None or start <= span.end) and (end is None or span.end <= end)
    ]
    townships = {code: township for _pk, code, township in here}
    answers = {code: said[pk] for pk, code, _township in here if pk in said}
    whole = Indicator(definition, span, townships, answers)
    return Point(span, whole.total(), len(answers), len(townships))
