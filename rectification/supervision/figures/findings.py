"""Findings of a year by group and township, with serious ones; clues are only counted.

Clues (restricted findings) stand in no group: everybody who sees the page sees their number, only
the organization department their words.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from rectification.supervision.choices import Weight
from rectification.supervision.models import Finding
from rectification.supervision.more_querysets import works_in_county

DEFINITION = "按检查开始日期所在年度统计;限县级知悉的线索不分类,只计件数。"
_PLACE = ("village__township__code", "village__township__name")


@dataclass(frozen=True)
class Tally:
    """How many, and how many of them are serious."""

    count: int = 0
    serious: int = 0


@dataclass(frozen=True)
class Picture:
    """Groups, townships (code and name), the tally of each pair, and clues by township."""

    groups: Sequence[str]
    townships: Sequence[tuple[str, str]]
    cells: Mapping[tuple[str, str], Tally]
    clues: Mapping[str, int]

    def cell(self, group: str, township: str) -> Tally:
        """Findings of a group in a township."""
        return self.cells.get((group, township), Tally())

    def of_group(self, group: str) -> Tally:
        """Findings of a group in all townships."""
        return _sum(one for (own, _code), one in self.cells.items() if own == group)

    def of_township(self, township: str) -> Tally:
        """Findings of a township in all groups."""
        return _sum(one for (_group, code), one in self.cells.items() if code == township)

    @property
    def total(self) -> Tally:
        """All findings, clues apart."""
        return _sum(self.cells.values())


def picture(user: Any, county: str, year: int) -> Picture:
    """The findings of a year that this person may know of. Two queries."""
    rows = Finding.objects.in_county(county).filter(site__inspection__from_on__year=year)
    told = rows.visible_to(user).filter(restricted=False).order_by()
    counted = told.values_list("group", *_PLACE).annotate(
        told=Count("pk"), grave=Count("pk", filter=Q(severity=Weight.SERIOUS))
    )
    found = list(counted)
    clues = _clues(user, rows)
    names = {(code, name) for _group, code, name, *_numbers in found} | set(clues)
    sizes: Counter[str] = Counter()
    for group, _code, _name, count, _serious in found:
        sizes[group] += count
    return Picture(
        tuple(sorted(sizes, key=lambda group: (-sizes[group], group))),
        tuple(sorted(names)),
        {(group, code): Tally(count, serious) for group, code, _name, count, serious in found},
        {code: count for (code, _name), count in clues.items()},
    )


def _clues(user: Any, rows: Any) -> dict[tuple[str, str], int]:
    """Restricted ones by township: their number is no secret once the inspection is published."""
    inside = rows.in_scope(user.territory).filter(restricted=True).order_by()
    inside = inside if works_in_county(user) else inside.published()
    counted = inside.values_list(*_PLACE).annotate(Count("pk"))
    return {(code, name): count for code, name, count in counted}


def _sum(tallies: Any) -> Tally:
    own = list(tallies)
    return Tally(sum(one.count for one in own), sum(one.serious for one in own))
