"""Bands and ranks of townships by a rate (§6.2). Pure.

Where a county does not publish ranks it prints four bands. Ranks are dense: who is equal on paper
shares one. A township without a rate has neither.
"""

from collections.abc import Iterator
from decimal import Decimal

from rectification.reports.content import Cell, Fold, Formula, Item, Table, Where

GOOD, FAIR, PLAIN, POOR = "good", "fair", "plain", "poor"
BANDS = {GOOD: "好", FAIR: "较好", PLAIN: "一般", POOR: "较差"}
UNITS, RATE = "townships", "tasks.rate"
_HEADERS = {
    "township_code": "乡镇代码", "township": "乡镇（街道）", "villages": "村数",
    "rate": "任务完成率", "rate_before": "上期任务完成率", "band": "档次", "small": "村数少",
}  # fmt: skip


def band_of(rate: Decimal | None, bounds: tuple[int, int, int]) -> str | None:
    """The band of a rate in percent; each bound belongs to the better band."""
    if rate is None:
        return None
    reached = (band for band, low in zip(BANDS, bounds, strict=False) if rate >= low)
    return next(reached, POOR)


def units_table(rows: Iterator[tuple[Cell, ...]]) -> Table:
    """Townships with rate now and before, band, and whether they have few villages."""
    return Table(
        UNITS, "各乡镇（街道）任务完成率", tuple(_HEADERS), tuple(_HEADERS.values()), tuple(rows)
    )


def band_items(table: Table) -> Iterator[Item]:
    """How many townships each band has."""
    for band, word in BANDS.items():
        formula = Formula("value", (Fold(UNITS, where=(Where("band", "eq", band),)),))
        label = f"任务完成率为“{word}”的乡镇（街道）"
        yield Item.folded(f"tasks.band.{band}", label, "个", formula, {UNITS: table})


def rank_items(table: Table) -> Iterator[Item]:
    """For each township with a rate its rank, the rank before, and by how many it rose."""
    tables = {UNITS: table}
    for row in table.rows:
        unit, name, rate, before = (table.cell(row, key) for key in (
            "township_code", "township", "rate", "rate_before"))  # fmt: skip
        if rate is None:
            continue
        now = _better("rate", rate)
        yield _item("tasks.rank", unit, name, "任务完成率名次", "place", (now,), tables)
        if before is not None:
            then = _better("rate_before", before)
            yield _item("tasks.rank.before", unit, name, "上期名次", "place", (then,), tables)
            both = (then, now)
            yield _item("tasks.rank.change", unit, name, "名次升降", "difference", both, tables)


def _better(column: str, rate: Cell) -> Fold:
    """The different rates above this one."""
    return Fold(UNITS, "distinct", column, (Where(column, "gt", rate),))


def _item(code: str, unit: Cell, name: Cell, label: str, how: str, folds: tuple[Fold, ...],
          tables: dict[str, Table]) -> Item:  # fmt: skip
    return Item.folded(
        f"{code}.{unit}", f"{name}{label}", "位" if how == "difference" else "名",
        Formula(how, folds), tables, unit_code=str(unit),
        definition="按印出的完成率排列，相同的并列，并列后名次连续",
    )  # fmt: skip
