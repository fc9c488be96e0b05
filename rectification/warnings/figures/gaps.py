"""What is missing: villages that nobody can judge, and the data that would be needed."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from rectification.warnings.choices import Colour


@dataclass(frozen=True)
class Gap:
    """A village with rules that lack their data, in order of codes."""

    village: int
    code: str
    name: str
    township: str
    colour: str
    rules: tuple[str, ...]

    @property
    def is_grey(self) -> bool:
        """Whether so much is missing that the village has no colour."""
        return self.colour == Colour.GREY


@dataclass(frozen=True)
class Gaps:
    """Villages with gaps, those without a colour first; how many villages lack each rule."""

    villages: tuple[Gap, ...]
    by_rule: dict[str, int]

    @property
    def grey(self) -> list[Gap]:
        """Villages without a colour."""
        return [one for one in self.villages if one.is_grey]


def gaps(rows: Any) -> Gaps:
    """Of the colours of one month that a person may see. One query."""
    told = rows.order_by("village__code").values_list(
        "village_id", "village__code", "village__name", "village__township__name", "colour",
        "reasons",
    )  # fmt: skip
    found = [
        Gap(pk, code, name, town, colour, _unknown(reasons))
        for pk, code, name, town, colour, reasons in told
    ]
    lacking = sorted((one for one in found if one.rules), key=lambda one: not one.is_grey)
    counted = Counter(code for one in lacking for code in one.rules)
    return Gaps(tuple(lacking), {code: counted[code] for code in sorted(counted)})


def _unknown(reasons: list[dict[str, Any]]) -> tuple[str, ...]:
    return tuple(one["rule"] for one in reasons if one["level"] == "unknown")
