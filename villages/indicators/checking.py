"""Rules of definitions and values that no constraint can tell. Pure: no query, no clock."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from villages.common.errors import DomainError
from villages.common.faults import Fault
from villages.common.forbidden import demanded
from villages.indicators.burden import refusal
from villages.indicators.choices import IndicatorKind, IndicatorState
from villages.indicators.models import IndicatorDefinition, IndicatorValue
from villages.indicators.periods import Span, read_span


def definition_faults(values: Mapping[str, Any], row: IndicatorDefinition) -> Iterator[Fault]:
    """An indicator may not ask what burdens the grassroots; a share needs no unit."""
    for field in ("name", "about", "purpose"):
        if word := demanded(str(values.get(field) or "")):
            yield Fault(field, "indicator_refused", *refusal(word))
    if row.kind in (IndicatorKind.SHARE, IndicatorKind.YES_NO) and row.unit:
        yield Fault("unit", "unit_not_asked", _("占比和是否类指标没有单位。"), _("请留空。"))


def value_faults(_values: Mapping[str, Any], row: IndicatorValue) -> Iterator[Fault]:
    """A value fits its definition: kind, range, period, and the time it is in force."""
    definition = row.definition
    try:
        span = read_span(definition.rhythm, row.period)
    except DomainError as error:
        yield Fault("period", error.code, error.message, error.hint)
    else:
        yield from _time_faults(definition, span)
    yield from _kind_faults(definition, row)


def _time_faults(definition: IndicatorDefinition, span: Span) -> Iterator[Fault]:
    if definition.state == IndicatorState.DRAFT:
        yield Fault(
            "definition", "indicator_draft", _("这个指标还没有生效。"), _("请等待县里公布。")
        )
        return
    last = definition.ended_on or definition.sunset_on
    if definition.begun_on and span.end < definition.begun_on:
        yield Fault("period", "before_begin", _("这一期在指标生效之前,不需要填报。"))
    if span.start > last:
        yield Fault("period", "after_end", _("这一期在指标停用之后,不需要填报。"))


def _kind_faults(definition: IndicatorDefinition, row: IndicatorValue) -> Iterator[Fault]:
    if (definition.kind == IndicatorKind.YES_NO) != (row.is_yes is not None):
        wanted = _("请填写是或否。") if row.is_yes is None else _("请填写数值,不填是否。")
        yield Fault("value" if row.is_yes is not None else "is_yes", "wrong_kind", wanted)
        return
    if row.value is None:
        return
    is_share = definition.kind == IndicatorKind.SHARE
    if is_share and row.base is None:
        yield Fault("base", "base_missing", _("占比指标要填分母:没有分母就没有占比。"))
    if not is_share and row.base is not None:
        yield Fault("base", "base_not_asked", _("这个指标没有分母。"), _("请留空。"))
    if definition.kind == IndicatorKind.COUNT and row.value != int(row.value):
        yield Fault("value", "not_whole", _("个数应为整数。"))
    yield from _range_faults(definition, _measured(definition, row))


def _measured(definition: IndicatorDefinition, row: IndicatorValue) -> Decimal | None:
    if definition.kind != IndicatorKind.SHARE:
        return row.value
    return row.value * 100 / row.base if row.value is not None and row.base else None


def _range_faults(definition: IndicatorDefinition, found: Decimal | None) -> Iterator[Fault]:
    if found is None:
        return
    if definition.low is not None and found < definition.low:
        yield Fault("value", "too_small", _("小于指标规定的最小值 %s。") % plain(definition.low))
    if definition.high is not None and found > definition.high:
        yield Fault("value", "too_large", _("大于指标规定的最大值 %s。") % plain(definition.high))


def plain(number: Decimal) -> str:
    """A decimal without idle zeros: `3` and `2.5`, not `3.0000`."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def settle_value(row: IndicatorValue, _by: Any) -> None:
    """Writes the period in its one form and the month that guards it.

    A period that cannot be read stays as written with a month that no row has: the rules then
    refuse it by name.
    """
    try:
        span = read_span(row.definition.rhythm, row.period)
    except DomainError:
        row.month = 200001
        return
    row.period, row.month = span.code, span.month.number


def settle_definition(row: IndicatorDefinition, _by: Any) -> None:
    """A first edition is its own stem; the label follows name and state."""
    if not row.stem or (row.edition == 1 and row.state == IndicatorState.DRAFT):
        row.stem = row.slug[:40]
    row.label = row.own_label()
