"""What the economy topic reads, and the rows it freezes."""

from collections.abc import Mapping
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
)
from rectification.reports.content import Cell
from rectification.reports.told import Column

SOURCE = "村级集体经济收入统计表"
YTD = Compared("income.operating_type", "经营性收入", "元", "operating_type_fen", fen=True)
MONTH = Compared("income.month", "当月经营性收入", "元", "month_fen", fen=True)
WEAK = (Tier.SHELL, Tier.WEAK)


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


def read_income(asked: Asked) -> Read:
    """Everything that is read. Three queries, the county's parameters aside."""
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


def columns(asked: Asked, read: Read) -> dict[str, Column]:
    """The columns of the table of villages; a village that stated nothing has no cell."""
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
        **compared_columns(YTD, LAST_YEAR, now.known, read.last_year),
        **compared_columns(YTD, PLAN, now.known, plans),
        **compared_columns(MONTH, PREVIOUS, read.month, read.month_before),
    }


def _category(stated: Mapping[str, VillageIncome], one: Category) -> dict[str, Cell]:
    return {code: income.by_category.get(one) for code, income in stated.items()}
