"""What a ledger says of a month, of the time before and of earlier years, read at once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from villages.common.periods import Month

# Values by input key, of many villages by primary key.
_Stated = Mapping[int, Mapping[str, Any]]
YEARS_BACK = 3


@dataclass(frozen=True)
class Recalled:
    """`stated` for the month itself, `last` before it, `seasons` by number of each season asked."""

    stated: _Stated = field(default_factory=dict)
    last: _Stated = field(default_factory=dict)
    seasons: Mapping[int, _Stated] = field(default_factory=dict)


# Of these villages, for a month, with these earlier months to compare it with.
Recall = Callable[[Sequence[int], Month, Sequence[Month]], Recalled]
_Series = Callable[[Sequence[int], Sequence[Month]], Mapping[int, _Stated]]


def seasons_of(month: Month) -> list[Month]:
    """The same month in the years before."""
    return [Month(month.year - back, month.month) for back in range(1, YEARS_BACK + 1)]


def monthly(series: _Series) -> Recall:
    """For ledgers whose last statement is that of the month before: one reading for all."""

    def recall(villages: Sequence[int], month: Month, seasons: Sequence[Month]) -> Recalled:
        before = month.previous()
        found = series(villages, [month, before, *seasons])
        earlier = {one.number: found[one.number] for one in seasons if one.number in found}
        return Recalled(found.get(month.number, {}), found.get(before.number, {}), earlier)

    return recall
