"""Parts add up to their whole, townships to the county. Pure."""

from collections.abc import Iterator
from decimal import Decimal

from rectification.reports.content import Item, ReportContent

Found = Iterator[tuple[str, str]]

# A whole and its parts by code; villages that a part knows nothing about are missing ones.
WHOLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("villages", ("colour.red", "colour.yellow", "colour.green", "colour.missing")),
    ("tasks.due", ("tasks.done", "tasks.late", "tasks.open")),
)
TIERS = "tier."
# Only plain sums over rows of townships can be added up.
_ADDED = ("value", "total")
_FOLDS = ("count", "sum")


def parts(content: ReportContent) -> Found:
    """Colours and missing villages are all villages; tiers and villages that did not file too."""
    wholes = [*WHOLES, ("villages", _tiers(content))]
    for whole, codes in wholes:
        yield from _compare(content, whole, codes)


def _tiers(content: ReportContent) -> tuple[str, ...]:
    return tuple(
        one.code for one in content.figures
        if one.code.startswith(TIERS) and one.code.count(".") == 1
        and one.code not in ("tier.up", "tier.down")
    )  # fmt: skip


def _compare(content: ReportContent, whole: str, codes: tuple[str, ...]) -> Found:
    found = [content.by_code.get(code) for code in codes]
    numbers = [one.number for one in found if one is not None]
    total = content.by_code.get(whole)
    if total is None or total.number is None or not numbers or None in numbers:
        return
    added = sum((one for one in numbers if one is not None), Decimal(0))
    missing = {code for one in found if one is not None for code in one.missing}
    if added + len(missing) != total.number:
        names = "、".join(one.label for one in found if one is not None)
        lost = f"，另缺{len(missing)}个" if missing else ""
        yield whole, f"{names}合计{added}{lost}，与{total.label}{total.number}不等。"


def townships(content: ReportContent) -> Found:
    """What townships have is what the county has; units above the townships (departments) count
    by the rows that have no township."""
    by_code: dict[str, list[Item]] = {}
    for item in content.figures:
        if item.unit_code:
            by_code.setdefault(item.code.removesuffix(f".{item.unit_code}"), []).append(item)
    for code, items in by_code.items():
        whole = content.by_code.get(code)
        if whole is not None and whole.number is not None and _adds_up(whole):
            yield from _added(content, whole, items)


def _adds_up(whole: Item) -> bool:
    formula = whole.formula
    return formula is not None and formula.how in _ADDED and all(
        one.how in _FOLDS for one in formula.folds
    )  # fmt: skip


def _added(content: ReportContent, whole: Item, items: list[Item]) -> Found:
    added = sum((one.number for one in items if one.number is not None), Decimal(0))
    added += _outside(content, whole)
    if added != whole.number:
        yield whole.code, f"各乡镇{whole.label}合计{added}，与全县{whole.number}不等。"


def _outside(content: ReportContent, whole: Item) -> Decimal:
    """The share of rows that belong to no township."""
    if whole.formula is None:
        return Decimal(0)
    tables = content.base_of
    units = {row[tables["villages"].place("township_code")] for row in tables["villages"].rows}
    kept = {}
    for key in {one.table for one in whole.formula.folds}:
        table = tables[key]
        if "township_code" not in table.keys:
            return Decimal(0)
        at = table.place("township_code")
        rows = tuple(row for row in table.rows if row[at] not in units)
        kept[key] = type(table)(table.key, table.title, table.keys, table.headers, rows)
    value = whole.formula.value(kept)
    return Decimal(value) if value is not None else Decimal(0)
