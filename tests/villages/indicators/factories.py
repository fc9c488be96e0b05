"""Indicators as situations."""

from datetime import date
from decimal import Decimal
from typing import Any

from villages.indicators.choices import IndicatorState
from villages.indicators.models import IndicatorDefinition, IndicatorValue
from villages.indicators.periods import read_span
from villages.models import Village

BEGUN, SUNSET = date(2026, 1, 1), date(2027, 12, 31)
WORDS: dict[str, Any] = {
    "slug": "flush-toilets",
    "name": "卫生厕所改造户数",
    "kind": "count",
    "unit": "户",
    "rhythm": "quarter",
    "about": "季度内新完成并验收的户数",
    "office": "县农业农村局",
    "purpose": "安排改厕补助",
    "basis": "县委办〔2026〕12号",
    "sunset_on": SUNSET,
}


def village(code: str = "999901001200") -> Village:
    return Village.objects.get(code=code)


def draft(county: str = "999901", **values: Any) -> IndicatorDefinition:
    given = WORDS | values
    given.setdefault("stem", given["slug"])
    row = IndicatorDefinition(county_code=county, **given)
    row.label = row.own_label()
    row.save()
    return row


def in_force(county: str = "999901", **values: Any) -> IndicatorDefinition:
    asked = {"state": IndicatorState.IN_FORCE, "begun_on": BEGUN}
    return draft(county, **asked | values)


def share_in_force(**values: Any) -> IndicatorDefinition:
    given = {"slug": "cover", "name": "参保率", "kind": "share", "unit": "", "rhythm": "month"}
    return in_force(**given | values)


def yes_no_in_force(**values: Any) -> IndicatorDefinition:
    given = {"slug": "square", "name": "有文化广场", "kind": "yes-no", "unit": "", "rhythm": "year"}
    return in_force(**given | values)


def said(
    definition: IndicatorDefinition, at: str, period: str, value: Any = None, base: Any = None,
    is_yes: bool | None = None,
) -> IndicatorValue:  # fmt: skip
    one, span = village(at), read_span(definition.rhythm, period)
    return IndicatorValue.objects.create(
        village=one, county_code=one.county_code, definition=definition, period=span.code,
        month=span.month.number, value=None if value is None else Decimal(value),
        base=None if base is None else Decimal(base), is_yes=is_yes,
    )  # fmt: skip
