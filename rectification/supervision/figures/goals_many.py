"""How far many items are, as `goals.goal_of` says of one, in one query."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from rectification.supervision.figures.goals import Goal, goal_from
from rectification.supervision.models import OrderItem
from villages.indicators.models import IndicatorValue

Key = tuple[int, str, str, str]


def goals_among(items: Iterable[OrderItem], on: date) -> dict[int, Goal]:
    """By key of the items that hang on a figure, with village and indicator at hand. One query."""
    hung = [one for one in items if one.indicator is not None and one.village is not None]
    newest = _newest(hung, on) if hung else {}
    return {
        one.pk: goal_from(one, village, indicator, newest.get((village.pk, *_kind(indicator))))
        for one in hung
        if (village := one.village) and (indicator := one.indicator)
    }


def _newest(items: list[OrderItem], on: date) -> dict[Key, Any]:
    """Values of other editions hold where they count the same kind of thing."""
    rows = IndicatorValue.objects.filter(
        village__in={one.village_id for one in items}, month__lte=on.year * 100 + on.month,
        definition__county_code__in={one.county_code for one in items},
        definition__stem__in={one.indicator.stem for one in items if one.indicator},
    )  # fmt: skip
    found: dict[Key, Any] = {}
    ordered = rows.select_related("definition").order_by(
        "-month", "-period", "-definition__edition"
    )
    for row in ordered:
        found.setdefault((row.village_id, *_kind(row.definition)), row)
    return found


def _kind(indicator: Any) -> tuple[str, str, str]:
    return indicator.stem, indicator.kind, indicator.unit
