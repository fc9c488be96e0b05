"""Words that every topic needs."""

import re
from collections.abc import Iterable, Sequence

from rectification.reports.content import plain
from rectification.reports.told import Known

_PLACES = re.compile(r"(\{[^{}]*\})")
MOST_NAMED = 3


def labelled(pattern: str) -> str:
    """A pattern whose labels may hold digits: these get places of their own."""
    parts = _PLACES.split(pattern)
    return "".join(one if one.startswith("{") else plain(one) for one in parts)


def direction(
    known: Known, code: str, unit: str = "%", up: str = "增长", down: str = "下降"
) -> str:
    """Up or down by a figure, in words: 增长12.5%, 下降3.2%, 持平."""
    number = known.items[code].number
    if not number:
        return f"持平（{{{code}}}{unit}）"
    return f"{up if number > 0 else down}{{{code}:size}}{unit}"


def few(known: Known, codes: Sequence[str], most: int = MOST_NAMED) -> str:
    """The first villages by name with their townships, for a sentence."""
    return plain(known.asked.names(codes[:most]))


def listed(names: Iterable[str]) -> str:
    """Names one after another, for a sentence."""
    return plain("、".join(names))
