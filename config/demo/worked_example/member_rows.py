"""The rows of the sheet of recruitment (发展党员): each village in each month of the year."""

from collections.abc import Iterator
from random import Random
from typing import Any

from config.demo.worked_example.dice import dice, parted
from config.demo.worked_example.places import PLACES, Place

TITLE = "示例县2026年整顿村发展党员情况统计表"
HEADER = (
    "序号", "乡镇", "村", "月份", "入党申请人", "入党积极分子", "发展对象", "接收预备党员",
    "转正", "延长预备期", "取消预备资格",
)  # fmt: skip
WIDTHS = (5, 12, 14, 10, 12, 13, 10, 13, 8, 12, 13)
MONTHS = tuple(range(1, 11))
ACTIVISTS, RECRUITED, RECRUITING = 189, 29, 18


def rows() -> Iterator[tuple[Any, ...]]:
    """All rows below the header."""
    of, number = dice("members"), 0
    now = dict(zip(PLACES, _activists(of), strict=True))
    taken = _taken(of)
    for place in PLACES:
        for month in MONTHS:
            number += 1
            activists = max(2, now[place] - (MONTHS[-1] - month) // 3)
            new = taken.get((place, month), 0)
            yield (
                number, place.township, place.village, f"2026-{month:02d}", of.randint(3, 8),
                activists, of.randint(0, 2), new, int(month == 7 and now[place] > 6), 0, 0,
            )  # fmt: skip


def _activists(of: Random) -> list[int]:
    """At the end of October: at least four in each village."""
    return [3 + one for one in parted(of, ACTIVISTS - 3 * len(PLACES), len(PLACES))]


def _taken(of: Random) -> dict[tuple[Place, int], int]:
    """In which month a village took in how many."""
    found: dict[tuple[Place, int], int] = {}
    shares = [2] * (RECRUITED - RECRUITING) + [1] * (2 * RECRUITING - RECRUITED)
    for place, share in zip(of.sample(PLACES, RECRUITING), shares, strict=True):
        found[place, of.choice((5, 6, 7, 9, 10))] = share
    return found
