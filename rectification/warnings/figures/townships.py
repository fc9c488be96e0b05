"""Colours of townships: the share of their red villages, and how many months in a row."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, Max, Q

from rectification.warnings.choices import Colour
from rectification.warnings.models import RuleSet
from villages.common.periods import Month
from villages.common.shares import percent

MONTHS = 24


@dataclass(frozen=True)
class Limits:
    """From how many percent of red villages on a township is red or yellow."""

    red: int = 10
    yellow: int = 5


@dataclass(frozen=True)
class Tally:
    """The villages of one township in one month, by colour; `called` and `named` are those red
    for so many months that somebody is interviewed, and that it is made public."""

    red: int
    yellow: int
    green: int
    grey: int
    called: int = 0
    named: int = 0

    @property
    def villages(self) -> int:
        """All of them."""
        return self.red + self.yellow + self.green + self.grey


@dataclass(frozen=True)
class TownshipColour:
    """A township in a month; `row` counts the months in a row of this colour, this one included,
    `history` holds (month, colour) from the oldest on, "" where nobody judged."""

    code: str
    tally: Tally
    colour: str
    row: int
    history: tuple[tuple[Month, str], ...]

    @property
    def share(self) -> Decimal | None:
        """Red villages of all, in percent."""
        return percent(self.tally.red, self.tally.villages)


def colour_of(tally: Tally, limits: Limits) -> str:
    """§2.3: by the share of red villages; grey where no village was judged."""
    if tally.grey == tally.villages:
        return Colour.GREY.value
    for colour, limit in ((Colour.RED, limits.red), (Colour.YELLOW, limits.yellow)):
        if tally.red and tally.red * 100 >= limit * tally.villages:
            return colour.value
    return Colour.GREEN.value


def township_colours(rows: Any, month: Month, *, call: int, name: int) -> list[TownshipColour]:
    """Townships in order of their codes, of the colours that a person may see. Two queries.

    `call` and `name` are the months in a row after which a red village's township is interviewed
    and named in public.
    """
    first = month.shift(1 - MONTHS)
    found = _tallies(rows.filter(month__gte=first.number, month__lte=month.number), call, name)
    limits = _limits({one for *_key, one in found})
    by_town: dict[str, dict[int, tuple[Tally, str]]] = defaultdict(dict)
    for town, number, tally, rule_set in found:
        by_town[town][number] = tally, colour_of(tally, limits.get(rule_set, Limits()))
    return [
        _township(town, told, month, first)
        for town, told in sorted(by_town.items())
        if month.number in told
    ]


def _township(
    code: str, told: Mapping[int, tuple[Tally, str]], month: Month, first: Month
) -> TownshipColour:
    history = tuple(
        (one, told[one.number][1] if one.number in told else "") for one in first.until(month)
    )
    tally, colour = told[month.number]
    return TownshipColour(code, tally, colour, _row(history, colour), history)


def _row(history: Iterable[tuple[Month, str]], colour: str) -> int:
    count = 0
    for _month, one in reversed(tuple(history)):
        if one != colour:
            break
        count += 1
    return count


def _tallies(rows: Any, call: int, name: int) -> list[tuple[str, int, Tally, int]]:
    counted = {one.value: Count("pk", filter=Q(colour=one)) for one in Colour}
    grouped = rows.order_by().values("township_code", "month").annotate(
        **counted, called=Count("pk", filter=Q(colour=Colour.RED, red_months__gte=call)),
        named=Count("pk", filter=Q(colour=Colour.RED, red_months__gte=name)),
        in_force=Max("rule_set"),
    )  # fmt: skip
    return [
        (
            one["township_code"], one["month"],
            Tally(
                one["red"], one["yellow"], one["green"], one["grey"], one["called"], one["named"]
            ),
            one["in_force"],
        )
        for one in grouped
    ]  # fmt: skip


def _limits(keys: Iterable[int]) -> dict[int, Limits]:
    rows = RuleSet.objects.filter(pk__in=set(keys))
    told = rows.values_list("pk", "township_red_percent", "township_yellow_percent")
    return {pk: Limits(red, yellow) for pk, red, yellow in told}
