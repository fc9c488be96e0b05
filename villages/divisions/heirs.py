"""What goes along when villages are merged, renumbered or split."""

from collections.abc import Callable
from typing import Any

from villages.common.scope import VILLAGE
from villages.models import Village


def main_heirs(change: Any) -> dict[str, str]:
    """The main follower of each village that has another one, by code."""
    follows = [one for one in change.follows if one.is_main and len(one.old) == VILLAGE]
    return {one.old: one.new for one in follows if one.old != one.new}


def hand_over(change: Any, inherit: Callable[[Village, Village], int]) -> int:
    """Lets the main follower of every such village inherit; how many rows moved. One query."""
    heirs = main_heirs(change)
    wanted = {*heirs, *heirs.values()}
    villages = {one.code: one for one in Village.objects.filter(code__in=wanted)}
    return sum(
        inherit(villages[old], villages[new])
        for old, new in heirs.items()
        if old in villages and new in villages
    )


def with_origin(text: str, village: str, longest: int) -> str:
    """A name or number that the heir has already, told apart by the old village's name."""
    tail = f"({village})"
    return f"{text[: longest - len(tail)]}{tail}"
