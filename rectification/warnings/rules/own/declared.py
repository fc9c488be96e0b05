"""What a county declared about a rule of its own, as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any

from rectification.warnings.rules.declaring import Level
from rectification.warnings.rules.measures import Bad, Measure

# Villages that must have a number before their order says anything.
LEAST = 5


class OwnKind(StrEnum):
    """How a rule of the county's own is made."""

    THRESHOLD = "threshold"  # one number beside its limits
    RATE = "rate"  # a number in percent of another one
    RANK = "rank"  # among the last so many percent of the county
    RUN = "run"  # bad so many periods in a row
    COUNT = "count"  # so many of several conditions
    LISTED = "listed"  # any condition of a list


SIDES = {one.value: one for one in Bad}
# Sides on which a large number is bad; on the others a small one is.
UPWARD = frozenset({Bad.ABOVE, Bad.REACHED})


@dataclass(frozen=True)
class Item:
    """One condition: a number on the wrong side of a limit, summed over its newest periods."""

    indicator: str
    side: Bad
    limit: Fraction
    label: str
    level: Level = Level.RED
    window: int = 1


@dataclass(frozen=True)
class Declared:
    """A declaration, read. `indicator` and `base` are keys of numbers (see `numbers`).

    `yellow` and `red` are limits of the number, or how many periods or conditions; None where
    the rule never gives that colour. `grace` are days after a period in which the one before
    still counts.
    """

    code: str
    title: str
    category: str
    basis: str
    kind: OwnKind
    indicator: str = ""
    base: str = ""
    unit: str = ""
    side: Bad = Bad.BELOW
    red_side: Bad = Bad.BELOW
    yellow: Fraction | None = None
    red: Fraction | None = None
    limit: Fraction = Fraction(0)
    window: int = 1
    grace: int = 0
    least: int = LEAST
    items: tuple[Item, ...] = ()

    @property
    def is_upward(self) -> bool:
        """Whether large numbers are the bad ones."""
        return self.side in UPWARD

    def grade(self, value: Fraction) -> tuple[Level, Bad, Fraction] | None:
        """Red or yellow with the side and the limit that were crossed; None where neither."""
        for level, side, limit in (
            (Level.RED, self.red_side, self.red),
            (Level.YELLOW, self.side, self.yellow),
        ):
            if limit is not None and is_bad(value, side, limit):
                return level, side, limit
        return None


def is_bad(value: Fraction, side: Bad, limit: Fraction) -> bool:
    """Whether a known number lies on the wrong side of a limit."""
    return bool(Measure("", "", value, side).is_bad(limit))


def declared_of(code: str, told: Mapping[str, Any]) -> Declared:
    """A declaration as values; ValueError or KeyError where it was never checked."""
    side = SIDES[told.get("side", Bad.BELOW.value)]
    return Declared(
        code=code,
        title=str(told.get("title", code)),
        category=str(told["category"]),
        basis=str(told.get("basis", "")),
        kind=OwnKind(told["kind"]),
        indicator=str(told.get("indicator", "")),
        base=str(told.get("base", "")),
        unit=str(told.get("unit", "")),
        side=side,
        red_side=SIDES[told.get("red_side") or side.value],
        yellow=number(told.get("yellow")),
        red=number(told.get("red")),
        limit=number(told.get("limit")) or Fraction(),
        window=int(told.get("window", 1)),
        grace=int(told.get("grace", 0)),
        least=int(told.get("least", LEAST)),
        items=tuple(_item(one) for one in told.get("items", ())),
    )


def number(said: Any) -> Fraction | None:
    """A number as it stands in a declaration: 5, "0.5"; None where there is none."""
    return None if said in (None, "") else Fraction(str(said))


def _item(told: Mapping[str, Any]) -> Item:
    return Item(
        str(told["indicator"]), SIDES[told.get("side", Bad.REACHED.value)],
        number(told.get("limit")) or Fraction(), str(told.get("label", "")),
        Level(told.get("level", Level.RED.value)), int(told.get("window", 1)),
    )  # fmt: skip


def keys_of(declared: Mapping[str, Mapping[str, Any]]) -> frozenset[str]:
    """The numbers that must be gathered for these declarations: indicators, and fields of facts
    whose order among the villages is asked."""
    found: set[str] = set()
    for code, told in declared.items():
        one = declared_of(code, told)
        named = {one.indicator, one.base, *(item.indicator for item in one.items)} - {""}
        found |= {key for key in named if not key.startswith(FACT)}
        if one.kind is OwnKind.RANK:
            found.add(one.indicator)
    return frozenset(found)


# Keys that begin so name a field of the facts, all others an indicator.
FACT = "fact:"
