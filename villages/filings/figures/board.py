"""How complete the months of all townships are: townships down, months across."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from villages.common.figures import Figure
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.filings.figures.progress import Progress, on_time_share, progress
from villages.imports.months import months_of

# State of a cell: its word and the shape beside it, so that colour is never needed.
STATES = {
    "none": (gettext_lazy("无村"), "·"),
    "ahead": (gettext_lazy("未到期"), "○"),
    "open": (gettext_lazy("填报中"), "◔"),
    "missing": (gettext_lazy("缺"), "✕"),
    "late": (gettext_lazy("迟"), "◐"),
    "full": (gettext_lazy("齐"), "●"),
    "closed": (gettext_lazy("已封账"), "■"),
}


@dataclass(frozen=True)
class BoardCell:
    """One township's month, or a sum of them: n of m villages handed in, and how that stands.

    `to_review` are handed in and neither accepted nor sent back.
    """

    month: Month
    expected: int
    handed: int
    late: int
    to_review: int
    returned: int
    is_due: bool
    is_closed: bool

    @property
    def state(self) -> str:
        """One of `STATES`. Closed comes first: nothing can change it any more."""
        if not self.expected:
            return "none"
        if self.is_closed:
            return "closed"
        if self.handed == self.expected:
            return "late" if self.late else "full"
        return "missing" if self.is_due else "open" if self.handed else "ahead"

    @property
    def word(self) -> str:
        """The state in words."""
        return str(STATES[self.state][0])

    @property
    def shape(self) -> str:
        """The sign beside the word."""
        return STATES[self.state][1]

    @property
    def is_plain(self) -> bool:
        """Whether it is closed, complete and on time: nothing is left to look at."""
        return self.state == "closed" and not self.note

    @property
    def missing(self) -> int:
        """Villages not handed in; a gap stays one after closing."""
        return self.expected - self.handed

    @property
    def text(self) -> str:
        """`18/20`; empty where no village was on the map."""
        return f"{self.handed}/{self.expected}" if self.expected else ""

    @property
    def note(self) -> str:
        """What the word leaves unsaid: missing, late and returned villages of a cell."""
        parts = []
        if self.missing and self.is_closed:
            parts.append(_("缺 %d") % self.missing)
        if self.late:
            parts.append(_("迟 %d") % self.late)
        if self.returned:
            parts.append(_("待改 %d") % self.returned)
        return ",".join(parts)


@dataclass(frozen=True)
class BoardRow:
    """One township's year; `share` is its on-time rate with its base."""

    code: str
    name: str
    cells: tuple[BoardCell, ...]
    share: Figure


@dataclass(frozen=True)
class Board:
    """The year: a row for each township, a total for each month, the rate of all."""

    months: tuple[Month, ...]
    rows: tuple[BoardRow, ...]
    totals: tuple[BoardCell, ...]
    share: Figure


def board(scope: Scope, county: str, months: Sequence[Month], on: date) -> Board:
    """Every township inside the scope by month, as known on a day. Five queries."""
    found = progress(scope, county, months, on)
    closed = closed_months(county, months)
    by_township: dict[str, list[Progress]] = defaultdict(list)
    by_month: dict[Month, list[Progress]] = defaultdict(list)
    for one in found:
        by_township[one.township].append(one)
        by_month[one.month].append(one)
    rows = tuple(
        BoardRow(code, own[0].name, _cells(own, closed, on), on_time(own, on))
        for code, own in by_township.items()
    )
    totals = tuple(_cell(by_month[month], closed, on) for month in months if by_month[month])
    return Board(tuple(months), rows, totals, on_time(found, on))


def closed_months(county: str, months: Iterable[Month]) -> frozenset[int]:
    """Which of these months were closed, reopened parts included. One query."""
    rows = months_of(county)
    asked = (rows.get(one.number) for one in months)
    return frozenset(row.month for row in asked if row and row.closed_at is not None)


def on_time(months: Iterable[Progress], on: date) -> Figure:
    """The share handed in by the due day, as a figure: what is overdue stands in the base."""
    _share, punctual, base = on_time_share(months)
    return Figure.of_share(
        "filing.on_time", _("按时填报率"), punctual, base, as_of=on, source=_("填报"),
        definition=_(
            "分子:截止日前首次提交的村次。分母:已提交的村次(含迟报)加上已过截止日仍未提交的村次;"
            "还没有到截止日、尚未提交的不计。退回后重新提交的,以首次提交为准。"
        ),
    )  # fmt: skip


def _cells(rows: Iterable[Progress], closed: frozenset[int], on: date) -> tuple[BoardCell, ...]:
    return tuple(_cell([one], closed, on) for one in rows)


def _cell(rows: Sequence[Progress], closed: frozenset[int], on: date) -> BoardCell:
    handed = sum(one.on_time + one.late for one in rows)
    done = sum(one.accepted + one.returned for one in rows)
    return BoardCell(
        month=rows[0].month,
        expected=sum(one.expected for one in rows),
        handed=handed,
        late=sum(one.late for one in rows),
        to_review=handed - done,
        returned=sum(one.returned for one in rows),
        is_due=on > rows[0].due_on,
        is_closed=rows[0].month.number in closed,
    )


def legend() -> list[tuple[str, Any, str]]:
    """Every state a cell may have: key, word, shape."""
    return [(key, *pair) for key, pair in STATES.items() if key != "none"]
