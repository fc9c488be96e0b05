"""Collective income: the year to date against plan and last year, tiers, who moved."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from collective_economy.choices import Category, Tier
from collective_economy.figures.income import IncomeFigures, of_villages
from collective_economy.figures.moves import Move, moves
from collective_economy.figures.pace import VillagePace, behind, paces, past_ends
from collective_economy.figures.reading import VillageIncome, year_to_dates
from rectification.reports.asked import Asked
from rectification.reports.comparing import (
    LAST_YEAR,
    PLAN,
    PREVIOUS,
    Compared,
    compared_columns,
    compared_items,
)
from rectification.reports.content import (
    Cell,
    Fold,
    Item,
    Line,
    Paragraph,
    Problem,
    Table,
    Where,
    count,
    share_of,
    yuan_total,
)
from rectification.reports.told import Column, Known, Told, paragraph
from rectification.reports.words import direction, few, labelled
from villages.common.figures import Figure

_SOURCE = "村级集体经济收入统计表"
_YTD = Compared("income.operating_type", "经营性收入", "元", "operating_type_fen", fen=True)
_MONTH = Compared("income.month", "当月经营性收入", "元", "month_fen", fen=True)
_WEAK = (Tier.SHELL, Tier.WEAK)


@dataclass(frozen=True)
class Read:
    """Income now, last year and of the single month and the month before; plans; moves."""

    now: IncomeFigures
    last_year: Mapping[str, int]
    month: Mapping[str, Cell]
    month_before: Mapping[str, Cell]
    paces: Mapping[str, VillagePace]
    behind: frozenset[str]
    moves: tuple[Move, ...]


def tell(asked: Asked) -> Told:
    """Income of the county, January to the month. At most six queries."""
    read = _read(asked)
    return Told(
        "economy", columns=_columns(asked, read), items=lambda tables: _items(asked, read, tables),
        per_township=("income.operating_type", "income.weak", "income.filed", "income.behind",
                      "income.operating_type.plan.change"),
        paragraphs=lambda known: _words(read, known), problems=_problems, tasks=_tasks,
    )  # fmt: skip


def _read(asked: Asked) -> Read:
    month, county, scope = asked.month, asked.county.code, asked.scope
    wanted = {
        "now": month, "year": month.same_last_year(), "before": month.previous(),
        "second": month.previous().previous(),
    }  # fmt: skip
    past = [one for pair in past_ends(county, month) for one in pair]
    stated = year_to_dates(scope, county, [*wanted.values(), *past])
    now, before, second = (
        of_villages(county, wanted[key], asked.code_of, stated[wanted[key]])
        for key in ("now", "before", "second")
    )
    year = of_villages(county, wanted["year"], asked.code_of, stated[wanted["year"]])
    pace = paces(scope, county, month, stated[month], stated)
    by_code = {asked.code_of[pk]: one for pk, one in pace.items() if pk in asked.code_of}
    late = {asked.code_of[pk] for pk in behind(pace, county, month) if pk in asked.code_of}
    return Read(
        now, year.known, _of_month(now, before), _of_month(before, second), by_code,
        frozenset(late), moves(now, before) if month.month > 1 else (),
    )  # fmt: skip


def _of_month(now: IncomeFigures, before: IncomeFigures) -> dict[str, Cell]:
    """What a single month brought: the sum from January less that up to the month before."""
    if now.month.month == 1:
        return dict(now.known)
    both = set(now.known) & set(before.known)
    return {code: now.known[code] - before.known[code] for code in both}


def _columns(asked: Asked, read: Read) -> dict[str, Column]:
    stated, now = read.now.by_village, read.now
    tiers = {code: str(now.tier(code)) for code in now.known}
    plans: dict[str, Cell] = {code: one.plan_fen for code, one in read.paces.items()}
    moved = {one.village: "up" if one.is_up else "down" for one in read.moves}
    filed = {one.code: int(one.code in now.known) for one in asked.places}
    late = {code: int(code in read.behind) for code, one in read.paces.items() if one.pace}
    return {
        "total_fen": Column("集体经济总收入(分)", {c: one.total_fen for c, one in stated.items()}),
        "operating_type_fen": Column("经营性收入(分)", now.known),
        **{f"{one}_fen": Column(f"{one.label}(分)", _category(stated, one)) for one in Category},
        "tier": Column("收入档次", tiers),
        "tier_move": Column("比上月升降档", moved),
        "income_filed": Column("已报收入", filed),
        "behind_plan": Column("落后于序时进度", late),
        "month_fen": Column("当月经营性收入(分)", read.month),
        **compared_columns(_YTD, LAST_YEAR, now.known, read.last_year),
        **compared_columns(_YTD, PLAN, now.known, plans),
        **compared_columns(_MONTH, PREVIOUS, read.month, read.month_before),
    }


def _category(stated: Mapping[str, VillageIncome], one: Category) -> dict[str, Cell]:
    return {code: income.by_category.get(one) for code, income in stated.items()}


def _items(asked: Asked, read: Read, tables: Mapping[str, Table]) -> Iterator[Item]:
    now = read.now
    yield from _sums(read, tables)
    yield from _shares(asked, read)
    for tier, number in now.tiers.items():
        figure = Figure(
            f"tier.{tier}", str(tier.label), number, "个", missing=now.missing, source=_SOURCE,
            definition="按本年累计经营性收入,含下限",
        )  # fmt: skip
        yield Item.of(figure, count("villages", Where("tier", "eq", str(tier))))
    yield from _folded(tables)


def _sums(read: Read, tables: Mapping[str, Table]) -> Iterator[Item]:
    """Sums from January; what nobody stated is a gap, not a zero."""
    more = {"missing": read.now.missing, "source": _SOURCE}
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
    more = {"source": _SOURCE}
    weak = count("villages", Where("tier", "in", tuple(map(str, _WEAK))))
    yield Item.folded("income.weak", "经营性收入五万元以下的村", "个", weak, tables, **more)
    for key, label in (("up", "比上月升档的村"), ("down", "比上月降档的村")):
        moved = count("villages", Where("tier_move", "eq", key))
        yield Item.folded(f"tier.{key}", label, "个", moved, tables)
    late = count("villages", Where("behind_plan", "eq", 1))
    said = "有年度计划的村，按本村往年季节进度比较"
    yield Item.folded("income.behind", "落后于序时进度的村", "个", late, tables, definition=said)
    month = yuan_total("villages", "month_fen")
    yield Item.folded("income.month", "当月经营性收入", "元", month, tables, **more)
    yield from compared_items(_YTD, LAST_YEAR, tables)
    yield from compared_items(_YTD, PLAN, tables)
    yield from compared_items(_MONTH, PREVIOUS, tables)


def _words(read: Read, known: Known) -> Iterator[Paragraph]:
    yield from paragraph("村级集体经济", _lines(read, known))


def _lines(read: Read, known: Known) -> Iterator[Line]:
    if not known.has("income.total"):
        return
    month = known.asked.month.month
    span = f"{{={1}}}至{{={month}}}月" if month > 1 else "{=1}月"
    yield Line(
        "economy.total",
        f"{span}集体经济总收入{{income.total:wan}}万元，其中经营性收入{{income.operating_type:wan}}万元，"
        "{income.filed:share}的村已报送。",
    )
    yield from _compared(known)
    tiers = [f"{tier.label}{{tier.{tier}}}个" for tier in Tier if known.some(f"tier.{tier}")]
    yield Line("economy.tiers", f"按经营性收入分档：{labelled('、'.join(tiers))}。")
    if known.some("tier.up") or known.some("tier.down"):
        yield Line("economy.moves", "比上月升档{tier.up}个村、降档{tier.down}个村。")


def _compared(known: Known) -> Iterator[Line]:
    base = "income.operating_type"
    if known.has(f"{base}.last_year.change"):
        yield Line(
            "economy.year",
            f"经营性收入同比{direction(known, f'{base}.last_year.change')}"
            f"（可比的{{{base}.last_year.set}}个村）。",
        )
    if known.has(f"{base}.plan.change"):
        done = f"完成有计划的村年度计划{{{base}.plan:wan}}万元的{{{base}.plan.change}}%。"
        yield Line("economy.plan", done)


def _problems(known: Known) -> Iterator[Problem]:
    late = known.where("behind_plan")
    if late:
        said = f"{{income.behind}}个村经营性收入落后于序时进度，如{few(known, late)}。"
        yield Problem(
            "economy.behind", "集体经济增收方面", Line("economy.behind", said), tuple(late),
            tuple(known.asked.place_of[code].name for code in late),
        )  # fmt: skip


def _tasks(known: Known) -> Iterator[Line]:
    if known.where("income_filed", 0):
        yield Line("economy.file", "没有报送收入的村于次月封账前补报。")
