"""Figures of collective income."""

from collections.abc import Iterator, Mapping

from collective_economy.choices import Category
from rectification.reports.asked import Asked
from rectification.reports.comparing import (
    LAST_YEAR,
    PLAN,
    PREVIOUS,
    compared_items,
)
from rectification.reports.content import (
    Fold,
    Item,
    Table,
    Where,
    count,
    share_of,
    yuan_total,
)
from rectification.reports.topics.economy_rows import MONTH, SOURCE, WEAK, YTD, Read
from villages.common.figures import Figure


def items(asked: Asked, read: Read, tables: Mapping[str, Table]) -> Iterator[Item]:
    """All figures, from the frozen rows; sums that nobody stated are gaps."""
    now = read.now
    yield from _sums(read, tables)
    yield from _shares(asked, read)
    for tier, number in now.tiers.items():
        figure = Figure(
            f"tier.{tier}", str(tier.label), number, "个", missing=now.missing, source=SOURCE,
            definition="按本年累计经营性收入,含下限",
        )  # fmt: skip
        yield Item.of(figure, count("villages", Where("tier", "eq", str(tier))))
    yield from _folded(tables)


def _sums(read: Read, tables: Mapping[str, Table]) -> Iterator[Item]:
    """Sums from January; what nobody stated is a gap, not a zero."""
    more = {"missing": read.now.missing, "source": SOURCE}
    for code, label, column, definition in (
        ("income.total", "集体经济总收入", "total_fen", "四类收入之和"),
        ("income.operating_type", "经营性收入", "operating_type_fen",
         "经营收入与投资收益之和，不含补助"),
        *((f"income.{one}", str(one.label), f"{one}_fen", "") for one in Category),
    ):  # fmt: skip
        formula = yuan_total("villages", column)
        yield Item.folded(code, label, "元", formula, tables, definition=definition, **more)


def _shares(asked: Asked, read: Read) -> Iterator[Item]:
    filed = Figure.of_share("income.filed", "收入报送率", len(read.now.known), len(asked.places))
    yield Item.of(
        filed, share_of(Fold("villages", where=(Where("income_filed", "eq", 1),)), Fold("villages"))
    )


def _folded(tables: Mapping[str, Table]) -> Iterator[Item]:
    """Figures that the frozen rows give: weak villages, moves, month, comparisons."""
    more = {"source": SOURCE}
    weak = count("villages", Where("tier", "in", tuple(map(str, WEAK))))
    yield Item.folded("income.weak", "经营性收入五万元以下的村", "个", weak, tables, **more)
    for key, label in (("up", "比上月升档的村"), ("down", "比上月降档的村")):
        moved = count("villages", Where("tier_move", "eq", key))
        yield Item.folded(f"tier.{key}", label, "个", moved, tables)
    late = count("villages", Where("behind_plan", "eq", 1))
    said = "有年度计划的村，按本村往年季节进度比较"
    yield Item.folded("income.behind", "落后于序时进度的村", "个", late, tables, definition=said)
    month = yuan_total("villages", "month_fen")
    yield Item.folded("income.month", "当月经营性收入", "元", month, tables, **more)
    yield from compared_items(YTD, LAST_YEAR, tables)
    yield from compared_items(YTD, PLAN, tables)
    yield from compared_items(MONTH, PREVIOUS, tables)
