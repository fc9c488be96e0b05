"""What a batch achieved (整顿成效): the shape of its figures and of the rows behind them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from django.utils.translation import gettext_lazy

from rectification.figures.acceptance import BatchFate
from villages.common.figures import Figure
from villages.common.scope import Scope

CODE = "cases.effects."
ONE = 1


class Group(StrEnum):
    """What figures are about, in the order of the page."""

    ACCEPTANCE = "acceptance"
    TEAMS = "teams"
    RANKS = "ranks"
    PROBLEMS = "problems"
    WORKS = "works"
    PETITIONS = "petitions"


GROUPS = {
    Group.ACCEPTANCE: gettext_lazy("认定和验收"),
    Group.TEAMS: gettext_lazy("班子建设"),
    Group.RANKS: gettext_lazy("队伍建设"),
    Group.PROBLEMS: gettext_lazy("解决问题"),
    Group.WORKS: gettext_lazy("办实事"),
    Group.PETITIONS: gettext_lazy("信访"),
}


@dataclass(frozen=True)
class Listed:
    """A village of the batch, with its latest case of the batch."""

    code: str
    name: str
    township: str
    number: str
    case: str


@dataclass(frozen=True)
class EffectRow:
    """One row behind a figure: what it adds, what it says, and in which ledger it stands.

    `uid` is the row's own key there; "" where a village's rows of the ledger are meant.
    """

    place: Listed
    value: int | Decimal
    text: str
    source: str
    ledger: str
    uid: str = ""


@dataclass(frozen=True)
class LeftOut:
    """A village, or a row of it, that adds nothing to the figure, and why."""

    place: Listed
    reason: str


@dataclass(frozen=True)
class Behind:
    """The rows whose values add up to a figure, and what adds nothing."""

    rows: tuple[EffectRow, ...]
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True)
class Effect:
    """One number of a batch. `read` gives the rows behind it when they are asked for.

    `line` is the line of work of a kind of work done, `name` that kind's own name.
    """

    key: str
    group: Group
    figure: Figure
    read: Callable[[], Behind] = field(compare=False, repr=False)
    line: str = ""
    name: str = ""

    @property
    def number(self) -> int | Decimal:
        """The value, 0 where there is none: for sentences, which say nothing of a zero."""
        value = self.figure.value
        return 0 if isinstance(value, str) else value


@dataclass(frozen=True)
class Batch:
    """The cases of a year's batch in a territory, and the villages that they are about, by code.

    `on` is the day as of which teams, people and petitions are told: never after the year's end.
    `territory` is what was asked for, `scope` covers the villages of the batch and nothing else.
    """

    territory: Scope | None
    county: str
    year: int
    on: date
    fate: BatchFate
    places: Mapping[str, Listed]
    scope: Scope
