"""Frozen rows and figures of the county's own indicators."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from rectification.reports.asked import Asked
from rectification.reports.content import Cell, Fold, Formula, Item, Table, Where, count, share_of
from rectification.reports.content import total as sum_of
from villages.indicators.choices import IndicatorKind
from villages.indicators.figures import Indicator

BASE = "indicator_values"


@dataclass(frozen=True)
class Pair:
    """An indicator in the newest span that ends in the period, and in the one before."""

    now: Indicator
    before: Indicator

    @property
    def code(self) -> str:
        """The code of its figure."""
        return f"indicator.{self.now.definition.stem}"


def indicator_rows(asked: Asked, pairs: list[Pair]) -> Table:
    """What each village said, one answer a row; decimals as text."""
    rows = tuple(
        (code, one.township_code, one.township, one.name, pair.code, indicator.span.code, *said)
        for pair in pairs
        for indicator in (pair.now, pair.before)
        for code, said in _answers(indicator)
        if (one := asked.place_of.get(code))
    )
    keys = ("code", "township_code", "township", "village", "indicator", "span", "value", "base",
            "is_yes")  # fmt: skip
    headers = ("村代码", "乡镇代码", "乡镇（街道）", "村", "指标", "统计期", "数值", "分母", "是")
    return Table(BASE, "各村指标值", keys, headers, rows)


def _answers(indicator: Indicator) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    for code, one in sorted(indicator.answers.items()):
        yes = None if one.is_yes is None else int(one.is_yes)
        yield code, (_text(one.value), _text(one.base), yes)


def _text(value: Decimal | None) -> str | None:
    return None if value is None else f"{value.normalize():f}"


def indicator_items(pairs: list[Pair], tables: Mapping[str, Table]) -> Iterator[Item]:
    """Of each indicator its total now and before, and how many villages told it."""
    for pair in pairs:
        name = pair.now.definition.name
        for indicator, code, label in (
            (pair.now, pair.code, name),
            (pair.before, f"{pair.code}.before", f"{name}（{pair.before.span.label}）"),
        ):
            yield _total(pair, indicator, code, label)
        formula = count(BASE, *_where(pair, pair.now))
        yield Item.folded(f"{pair.code}.villages", f"{name}已报村", "个", formula, tables)


def _total(pair: Pair, indicator: Indicator, code: str, label: str) -> Item:
    """The app's own figure with the way from the frozen rows to it."""
    stated = indicator.total()
    item = Item.of(stated, _formula(pair, indicator, stated.value))
    before = pair.code if code != pair.code else ""
    return replace(item, code=code, label=label, before=before)


def _where(pair: Pair, indicator: Indicator) -> tuple[Where, ...]:
    return Where("indicator", "eq", pair.code), Where("span", "eq", indicator.span.code)


def _formula(pair: Pair, indicator: Indicator, value: object) -> Formula:
    where = _where(pair, indicator)
    kind = indicator.definition.kind
    if kind == IndicatorKind.SHARE:
        return share_of(Fold(BASE, "sum", "value", where), Fold(BASE, "sum", "base", where))
    if kind == IndicatorKind.YES_NO:
        return count(BASE, *where, Where("is_yes", "eq", 1))
    digits = max(0, -int(value.as_tuple().exponent)) if isinstance(value, Decimal) else 0
    return sum_of(BASE, "value", *where, digits=digits, empty=None)
