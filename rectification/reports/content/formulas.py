"""How a figure comes from frozen rows. Pure: the same rows give the same figure for ever."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from rectification.reports.content.cells import Cell
from rectification.reports.content.folds import Fold, Number, Tables, Where, fold_from
from villages.common.shares import growth, percent, points, round_half_up


@dataclass(frozen=True)
class Formula:
    """How a figure is put together from folds, exactly, and rounded half-up once at the end.

    `how`: `value` a; `share` a/b in percent; `ratio` a/b; `difference` a-b; `growth` of a against
    b in percent; `points` between the shares a/b and c/d; `total` all of them added up; `place`
    one more than a (where a counts the different values that are better: a dense rank). `scale`
    divides the outcome (100: fen to yuan), `digits` are kept; 0 gives a whole number. `empty` is
    what the sum of no row is: 0, or None where that means a gap.
    """

    how: str
    folds: tuple[Fold, ...]
    digits: int = 0
    scale: int = 1
    empty: int | None = 0

    def value(self, tables: Tables) -> int | Decimal | None:
        """The figure; None where its base is empty."""
        parts = [fold.value(tables) for fold in self.folds]
        known = [self.empty if part is None else part for part in parts]
        if any(part is None for part in known):
            return None
        exact = [Fraction(part) for part in known if part is not None]
        return self._rounded(_outcome(self.how, exact, self.digits))

    def _rounded(self, exact: Number | None) -> int | Decimal | None:
        if exact is None:
            return None
        rounded = round_half_up(Fraction(exact) / self.scale, self.digits)
        return int(rounded) if self.digits == 0 else rounded

    def parts(self, tables: Tables) -> tuple[int | Decimal | None, ...]:
        """What each fold gives, unrounded where it is whole."""
        return tuple(_plain(fold.value(tables)) for fold in self.folds)

    def narrowed(self, *more: Where) -> "Formula":
        """The same over fewer rows."""
        return replace(self, folds=tuple(fold.narrowed(*more) for fold in self.folds))

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "Formula":
        """The formula again."""
        fields = dict(stored)
        fields["folds"] = tuple(fold_from(one) for one in stored["folds"])
        return cls(**fields)


def _outcome(how: str, parts: list[Fraction], digits: int) -> Number | None:
    """The exact number; a growth or a difference of shares is rounded where it is computed."""
    if how in ("value", "total"):
        return sum(parts, Fraction(0))
    if how == "difference":
        return parts[0] - parts[1]
    if how == "share":
        return percent(parts[0], parts[1], digits)
    if how == "growth":
        return growth(parts[0], parts[1], digits)
    if how == "points":
        return points((parts[0], parts[1]), (parts[2], parts[3]), digits)
    if how == "ratio":
        return parts[0] / parts[1] if parts[1] else None
    if how == "place":
        return parts[0] + 1
    raise ValueError(f"no formula is called {how}")


def _plain(value: Fraction | None) -> int | Decimal | None:
    if value is None:
        return None
    return int(value) if value.denominator == 1 else round_half_up(value, 4)


def count(table: str, *where: Where) -> Formula:
    """How many rows."""
    return Formula("value", (Fold(table, where=where),))


def total(table: str, column: str, *where: Where, **more: Any) -> Formula:
    """The sum of a column."""
    return Formula("value", (Fold(table, "sum", column, where),), **more)


def yuan_total(table: str, column: str, *where: Where) -> Formula:
    """The sum of a column of fen, in yuan with two decimals."""
    return total(table, column, *where, digits=2, scale=100, empty=None)


def share_of(part: Fold, whole: Fold, digits: int = 2) -> Formula:
    """A share in percent."""
    return Formula("share", (part, whole), digits)


def where_all(pairs: Iterable[tuple[str, Cell]]) -> tuple[Where, ...]:
    """Conditions that columns hold these values."""
    return tuple(Where(column, "eq", value) for column, value in pairs)
