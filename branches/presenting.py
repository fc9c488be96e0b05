"""Figures as tiles, tables and bars of pages."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from branches.figures.board import Board
from branches.figures.structure import Part, Structure
from villages.common.figures import Figure
from villages.common.tiles import Tile

TILES = (
    "branches.all", "members.formal", "members.probationary", "members.women_share",
    "members.to_35_share", "members.from_60_share", "sizes.shell", "sizes.oversized",
    "terms.due", "terms.overdue", "recruits.accepted", "meetings.on_time",
)  # fmt: skip
_LEADS = {
    "sizes.shell": "branches:sizes",
    "sizes.oversized": "branches:sizes",
    "terms.due": "branches:terms",
    "terms.overdue": "branches:terms",
    "branches.all": "ledgers:branches",
    "members.formal": "ledgers:member-counts",
    "members.probationary": "ledgers:member-counts",
    "recruits.accepted": "ledgers:development-counts",
    "meetings.on_time": "ledgers:meetings",
}
BANDS = (
    ("formal", gettext_lazy("正式党员")),
    ("probationary", gettext_lazy("预备党员")),
    ("women", gettext_lazy("女")),
    ("to_35", gettext_lazy("35岁及以下")),
    ("from_36_to_45", gettext_lazy("36至45岁")),
    ("from_46_to_55", gettext_lazy("46至55岁")),
    ("from_56_to_60", gettext_lazy("56至60岁")),
    ("over_60", gettext_lazy("61岁及以上")),
    ("college_up", gettext_lazy("大专及以上")),
    ("floating", gettext_lazy("流动")),
    ("five_star", gettext_lazy("五星")),
    ("pioneer", gettext_lazy("先锋")),
)
_SHARES = (
    "members.women_share", "members.to_35_share", "members.from_60_share",
    "members.college_up_share", "members.five_star_share", "members.pioneer_share",
    "members.dues_paid_share",
)  # fmt: skip


def tiles(known: Board) -> list[Tile]:
    """The chosen figures; each names its base and how many villages did not file."""
    return [tile(known.figure(code)) for code in TILES]


def tile(figure: Figure) -> Tile:
    """One figure as a tile."""
    lead = _LEADS.get(figure.code)
    return Tile(
        figure.label,
        figure.value_text,
        figure.unit,
        ",".join(_notes(figure)),
        reverse(lead) if lead else "",
        str(_("暂无数据")) if figure.is_missing else "",
        figure.definition,
    )


def _notes(figure: Figure) -> Iterator[str]:
    if figure.denominator:
        yield f"{figure.numerator:,}/{figure.denominator:,}"
    if figure.missing:
        yield _("%s 个村缺报") % len(figure.missing)


def figure_rows(figures: Iterable[Figure]) -> Iterator[list[Any]]:
    """Figures as rows of a sheet; a gap is an empty cell."""
    for one in figures:
        value = "" if one.is_missing else one.value_text
        yield [
            one.label, value, one.unit, one.numerator, one.denominator, len(one.missing),
            one.definition, one.source,
        ]  # fmt: skip


@dataclass(frozen=True)
class BandRow:
    """The structure of one township: cells in the order of `BANDS`, None where nobody told."""

    name: str
    code: str
    cells: list[int | None]
    villages: int
    counted: int


def band_rows(townships: Mapping[str, Structure], names: Mapping[str, str]) -> list[BandRow]:
    """The table of members by township."""
    return [
        BandRow(
            names.get(code, code), code, [_told(one.parts[name]) for name, _label in BANDS],
            one.villages, one.counted,
        )
        for code, one in townships.items()
    ]  # fmt: skip


def _told(part: Part) -> int | None:
    return part.count if part.known else None


def share_rows(known: Board) -> list[tuple[str, Any, str]]:
    """Shares as bars, each with its base in words."""
    found = [known.figure(code) for code in _SHARES]
    return [
        (one.label, None, "—")
        if one.is_missing
        else (one.label, one.value, f"{one.value_text}%({one.numerator}/{one.denominator})")
        for one in found
    ]
