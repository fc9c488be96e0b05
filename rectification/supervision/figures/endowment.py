"""With what villages start, and a proposal of groups of like start."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from collective_economy.figures.income import income
from rectification.supervision.rules.endowment import Start, thirds
from villages.common.money import yuan_text
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.figures.profiles import with_latest_profile
from villages.models import Village

DECEMBER = 12


@dataclass(frozen=True)
class Proposed:
    """One village: its start, and the third into which it would go; None while a number lacks."""

    village: Any
    start: Start
    third: int | None

    @property
    def income_text(self) -> str:
        """Income in yuan; "" while unknown."""
        return "" if self.start.income_fen is None else yuan_text(self.start.income_fen)


def proposed_groups(
    villages: Iterable[int], *, scope: Scope, county: str, held_on: date
) -> list[Proposed]:
    """The villages of these keys by code, each with its start. Three queries.

    Start: operating-type income of the whole year before the contest, population of the last
    survey up to its day. Thirds are made among these villages; one that lacks a number is in none.
    """
    before = Month(held_on.year - 1, DECEMBER)
    known = income(scope, county, before).known
    rows = Village.objects.filter(pk__in=villages).select_related("township").order_by("code")
    found = list(with_latest_profile(rows, held_on))
    starts = {one.code: Start(known.get(one.code), one.population) for one in found}
    third = thirds(starts)
    return [Proposed(one, starts[one.code], third.get(one.code)) for one in found]
