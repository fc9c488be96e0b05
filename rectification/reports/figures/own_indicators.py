"""The county's own indicators of a period, each with the span before it."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from villages.common.periods import Month, Period
from villages.indicators.choices import IndicatorState, Rhythm
from villages.indicators.figures import Answer, Indicator
from villages.indicators.models import IndicatorDefinition, IndicatorValue
from villages.indicators.periods import Span, span_on

Place = tuple[int, str, str]
_YEARS = 24


def asked_indicators(
    county: str, period: Period, as_of: date, places: tuple[Place, ...]
) -> list[tuple[Indicator, Indicator]]:
    """Every indicator that was asked at a day of the period: in the newest span that ends in it,
    and in the span before. `places` are the villages of the map (key, code, township); those
    that said nothing are gaps. Two queries, one where there is no indicator."""
    definitions = _definitions(county, period, as_of)
    if not definitions:
        return []
    said = _said(county, definitions, period)
    found = []
    for one in definitions:
        now, before = _spans(one, period, said[one.pk])
        if now is not None and before is not None:
            found.append(
                (_indicator(one, now, places, said), _indicator(one, before, places, said))
            )
    return found


def _definitions(county: str, period: Period, as_of: date) -> list[IndicatorDefinition]:
    """The newest edition of each."""
    rows = IndicatorDefinition.objects.filter(
        Q(ended_on=None) | Q(ended_on__gt=period.start),
        county_code=county, begun_on__lte=as_of, sunset_on__gte=period.start,
    ).exclude(state=IndicatorState.DRAFT)  # fmt: skip
    newest = {one.stem: one for one in rows.order_by("stem", "edition")}
    return list(newest.values())


Said = dict[int, dict[str, dict[int, Answer]]]


def _said(county: str, definitions: Iterable[IndicatorDefinition], period: Period) -> Said:
    first = Month.of(period.start).shift(-_YEARS).number
    rows = IndicatorValue.objects.filter(
        county_code=county, definition__in=list(definitions), month__gte=first,
        month__lte=period.last_month.number,
    )  # fmt: skip
    found: Said = defaultdict(lambda: defaultdict(dict))
    for pk, code, village, *values in rows.values_list(
        "definition_id", "period", "village_id", "value", "base", "is_yes"
    ):
        found[pk][code][village] = Answer(*values)
    return found


def _spans(
    one: IndicatorDefinition, period: Period, said: dict[str, dict[int, Answer]]
) -> tuple[Span | None, Span | None]:
    """Of an indicator as of a day the two newest days that were told, the newest one in the
    period; of all others the span that ends in the period."""
    if one.rhythm == Rhythm.AS_OF:
        days = sorted((date.fromisoformat(code) for code in said), reverse=True)
        days = [*days, period.start][:2] if days and days[0] >= period.start else []
        return (Span.day(days[0]), Span.day(days[1])) if days else (None, None)
    now = span_on(one.rhythm, period.end)
    if now.end != period.end:
        now = span_on(one.rhythm, _day_before(now.start))
    if now.end < period.start:
        return None, None
    return now, span_on(one.rhythm, _day_before(now.start))


def _day_before(day: date) -> date:
    return date.fromordinal(day.toordinal() - 1)


def _indicator(
    one: IndicatorDefinition, span: Span, places: tuple[Place, ...], said: Said
) -> Indicator:
    answers = said[one.pk].get(span.code, {})
    return Indicator(
        one, span, {code: township for _pk, code, township in places},
        {code: answers[pk] for pk, code, _township in places if pk in answers},
    )  # fmt: skip
