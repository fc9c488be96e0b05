"""Colours of a month in numbers, and who moved since the month before."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from rectification.warnings.choices import Colour
from rectification.warnings.wording import SEVERITY, change_text
from villages.common.periods import Month


@dataclass(frozen=True)
class Move:
    """A village whose colour is another one than last month; `before` is empty for a new one."""

    code: str
    name: str
    township: str
    before: str
    after: str

    @property
    def text(self) -> str:
        """“黄 → 红”."""
        return change_text(self.before, self.after)

    @property
    def is_worse(self) -> bool | None:
        """Whether it became worse; None where grey or nothing stood on one side."""
        if Colour.GREY in (self.before, self.after) or not self.before:
            return None
        return SEVERITY[Colour(self.after)] < SEVERITY[Colour(self.before)]


@dataclass(frozen=True)
class Moves:
    """Counts of two months and the villages between them; `had_before` says whether the month
    before was judged at all."""

    before: dict[str, int]
    after: dict[str, int]
    moved: tuple[Move, ...]

    @property
    def had_before(self) -> bool:
        """Whether there is anything to compare with."""
        return any(self.before.values())

    @cached_property
    def changes(self) -> dict[str, int]:
        """By colour, how many villages more or fewer."""
        return {colour: self.after[colour] - self.before[colour] for colour in Colour.values}


def moves(rows: Any, month: Month) -> Moves:
    """Of the colours that a person may see. Two queries."""
    earlier = _colours(rows.in_month(month.previous()))
    now = rows.in_month(month).order_by("village__code").values_list(
        "village_id", "village__code", "village__name", "village__township__name", "colour"
    )  # fmt: skip
    found = [
        Move(code, name, town, earlier.get(pk, ""), colour) for pk, code, name, town, colour in now
    ]
    moved = [one for one in found if one.before != one.after] if earlier else []
    # Those that became worse come first.
    moved.sort(key=lambda one: one.is_worse is not True)
    return Moves(_counted(earlier.values()), _counted(one.after for one in found), tuple(moved))


def _colours(rows: Any) -> dict[int, str]:
    return dict(rows.order_by().values_list("village_id", "colour"))


def _counted(colours: Any) -> dict[str, int]:
    found = Counter(colours)
    return {colour: found[colour] for colour in Colour.values}
