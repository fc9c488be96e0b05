"""Figures of the economy as tiles and bars of pages."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from collective_economy.choices import Category, Tier
from collective_economy.figures.board import Board
from collective_economy.figures.income import IncomeFigures
from collective_economy.figures.months import MonthPoint
from collective_economy.figures.moves import Move
from villages.common.figures import Figure, Missing
from villages.common.money import to_fen, wan_text
from villages.common.tiles import Tile

TILES = (
    "total_income", "operating_type_income", "usable_income", "recurring_income",
    "operating_profit", "share_low", "share_mid", "median_income", "behind_pace",
    "rent_arrears", "debt", "debt_ratio", "idle_projects", "support_villages",
)  # fmt: skip
_LEADS = {
    "total_income": "collective_economy:income",
    "operating_type_income": "collective_economy:income",
    "usable_income": "ledgers:economy-costs",
    "operating_profit": "ledgers:economy-costs",
    "behind_pace": "ledgers:income-plans",
    "rent_arrears": "collective_economy:rents",
    "debt": "ledgers:debts",
    "idle_projects": "collective_economy:projects",
    "support_villages": "ledgers:support-villages",
}


def tiles(known: Board, codes: Iterable[str] = TILES) -> list[Tile]:
    """The chosen figures; each names its base and how many villages did not file."""
    return [tile(known.figure(code)) for code in codes]


def tile(one: Figure) -> Tile:
    """One figure as a tile; money in 万元."""
    value, unit = one.value_text, one.unit
    if one.unit == _("元") and not one.is_missing:
        value, unit = wan_text(to_fen(str(one.value))), _("万元")
    lead = _LEADS.get(one.code)
    href = reverse(lead) if lead else ""
    if lead == "collective_economy:income" and one.period:
        href = f"{href}?{urlencode({'month': one.period.code})}"
    gap = _GAPS.get(one.value, "") if isinstance(one.value, Missing) else ""
    return Tile(one.label, value, unit, _note(one), href, str(_(gap)) if gap else "")


_GAPS = {
    Missing.NOT_FILED: "暂无数据",
    Missing.NOT_EVALUATED: "未评",
    Missing.NO_BASE: "没有分母",
    Missing.NOT_COMPARABLE: "不可比",
}
_IN_VILLAGES = frozenset({"behind_pace", "share_low", "share_mid", "share_good", "share_strong"})


def _note(one: Figure) -> str:
    parts = []
    if one.code in _IN_VILLAGES and one.denominator is not None:
        parts.append(_("%(part)s/%(all)s 个村") % {
            "part": one.numerator or 0, "all": one.denominator,
        })  # fmt: skip
    if one.missing:
        parts.append(_("%s 个村没有数") % len(one.missing))
    return ",".join(parts)


def tier_bars(of: IncomeFigures) -> list[tuple[Any, int, None]]:
    """Villages in each tier, for the histogram."""
    return [(Tier(tier).label, count, None) for tier, count in of.tiers.items()]


def category_bars(of: IncomeFigures) -> list[tuple[Any, int | None, str]]:
    """Each category with its sum in 万元."""
    known = bool(of.by_village)
    return [
        (Category(one).label, fen if known else None, wan_text(fen) if known else _("暂无数据"))
        for one, fen in of.by_category.items()
    ]


def month_bars(points: Iterable[MonthPoint]) -> list[tuple[str, int | None, str]]:
    """Each month with its sum in 万元 and how many villages' month is known."""
    return [
        (
            one.month.code, one.fen,
            _("%(wan)s(%(known)s/%(all)s 村)") % {
                "wan": wan_text(one.fen), "known": one.known, "all": one.villages,
            } if one.fen is not None else _("不知道"),
        )
        for one in points
    ]  # fmt: skip


def reason_of(move: Move) -> str:
    """What changed most, in words."""
    if not move.by_category:
        return _("没有可比的分类数")
    category, fen = move.by_category[0]
    words = _("%(what)s增加 %(wan)s 万元") if fen > 0 else _("%(what)s减少 %(wan)s 万元")
    return words % {"what": category.label, "wan": wan_text(abs(fen))}
