"""Figures of a city from the frozen values of its counties."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rectification.reports.content import Fold, Formula, Item, Table, Where, share_of, total
from rectification.reports.kinds.city_rows import BASE, PROBLEMS, CountyReport, is_share

# Of a comparison `x`: the growth is computed anew from the sums `x.now` and `x`.
_NOW, _CHANGE = ".now", ".change"


def items(reports: Sequence[CountyReport], tables: Mapping[str, Table]) -> Iterator[Item]:
    """Every figure for the city, then for each county; a share is the ratio of the sums. Counties
    whose report has no number are `missing`."""
    found = {item.code: item for one in reports for item in one.content.figures}
    known = [code for code in dict.fromkeys(tables[BASE].column("figure")) if code]
    formulas = {str(code): _formula(found[str(code)]) for code in known}
    formulas |= dict(_growths(found, formulas))
    yield _counties(tables)
    for code, formula in formulas.items():
        one = found[code]
        more = {"definition": one.definition, "source": f"各县（市、区）报告：{one.label}"}
        gaps = tuple(each.code for each in reports if not _has(each, code))
        yield Item.folded(code, one.label, one.unit, formula, tables, missing=gaps, **more)
        yield from _by_county(reports, one, formula, tables)


def _counties(tables: Mapping[str, Table]) -> Item:
    formula = Formula("value", (Fold(BASE, "distinct", "county_code"),))
    return Item.folded("city.reports", "有报告的县（市、区）", "个", formula, tables)


def problem_items(topics: Mapping[str, str], tables: Mapping[str, Table]) -> Iterator[Item]:
    """How many counties report each sort of problem."""
    for topic, title in topics.items():
        fold = Fold(PROBLEMS, "distinct", "county_code", (Where("topic", "eq", topic),))
        label = f"报告列有“{title}”的县（市、区）"
        formula = Formula("value", (fold,))
        yield Item.folded(f"city.problem.{topic}", label, "个", formula, tables)


def _by_county(
    reports: Iterable[CountyReport], one: Item, formula: Formula, tables: Mapping[str, Table]
) -> Iterator[Item]:
    for county in reports:
        inside = formula.narrowed(Where("county_code", "eq", county.code))
        code, label = f"{one.code}.{county.code}", f"{county.name}{one.label}"
        yield Item.folded(code, label, one.unit, inside, tables, unit_code=county.code)


def _has(county: CountyReport, code: str) -> bool:
    item = county.content.by_code.get(code)
    return item is not None and item.value is not None


def _formula(item: Item) -> Formula:
    where = (Where("figure", "eq", item.code),)
    if is_share(item):
        return share_of(_sum("numerator", *where), _sum("denominator", *where), _digits(item))
    return total(BASE, "value", *where, digits=_digits(item), empty=None)


def _growths(
    found: Mapping[str, Item], formulas: Mapping[str, Formula]
) -> Iterator[tuple[str, Formula]]:
    for code, item in found.items():
        stem = code.removesuffix(_CHANGE)
        is_growth = item.formula is not None and item.formula.how == "growth"
        if is_growth and not item.unit_code and {stem, f"{stem}{_NOW}"} <= set(formulas):
            now, then = (_value(f"{stem}{_NOW}"), _value(stem))
            yield code, Formula("growth", (now, then), _digits(item), empty=None)


def _digits(item: Item) -> int:
    return item.formula.digits if item.formula else 0


def _value(code: str) -> Fold:
    return _sum("value", Where("figure", "eq", code))


def _sum(column: str, *where: Where) -> Fold:
    return Fold(BASE, "sum", column, where)
