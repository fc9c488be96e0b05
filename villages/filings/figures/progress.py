"""How far the months are: which township has filed, who is late, who is silent."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from villages.common.periods import Month
from villages.common.scope import Scope
from villages.common.shares import percent
from villages.filings.choices import FilingState as State
from villages.filings.models import Filing
from villages.imports.months import due_day, months_of
from villages.models import Township, Village


@dataclass(frozen=True)
class Progress:
    """One township's month on a day, in villages.

    `expected` is every village on the map at the month's end. `on_time` and `late` were handed
    in (a late one is late for ever, an accepted one is also among them); `waiting` were not,
    whether somebody began or not. `returned` are handed in and sent back, `accepted` done.
    `silent` names, by code, the villages that were not handed in.
    """

    township: str
    name: str
    month: Month
    due_on: date
    on: date
    expected: int
    on_time: int = 0
    late: int = 0
    returned: int = 0
    accepted: int = 0
    silent: tuple[str, ...] = field(default_factory=tuple)

    @property
    def handed_in(self) -> int:
        """Villages that were handed in, on time or late."""
        return self.on_time + self.late

    @property
    def waiting(self) -> int:
        """Villages that were not handed in."""
        return len(self.silent)

    @property
    def is_overdue(self) -> bool:
        """Whether the due day has passed with villages waiting."""
        return self.on > self.due_on and self.waiting > 0

    @property
    def overdue(self) -> int:
        """Villages waiting after the due day."""
        return self.waiting if self.on > self.due_on else 0

    @property
    def is_done(self) -> bool:
        """Whether every village is accepted."""
        return self.accepted == self.expected


def on_time_share(months: Iterable[Progress]) -> tuple[Decimal | None, int, int]:
    """Percent handed in by the due day, with numerator and denominator.

    The denominator holds what was handed in, on time or late, and what is overdue and still
    waiting: whoever stays silent does not look punctual. Villages whose month is not yet due
    and that wait are in neither. None where nothing was due.
    """
    rows = list(months)
    punctual = sum(one.on_time for one in rows)
    base = punctual + sum(one.late + one.overdue for one in rows)
    return percent(punctual, base), punctual, base


def progress(scope: Scope, county: str, months: Sequence[Month], on: date) -> list[Progress]:
    """Every township of the county inside the scope, month by month. Four queries."""
    townships = _townships(scope, county)
    places = _villages(scope, county)
    filings = _filings(scope, county, months)
    due = _due(county, months)
    return [
        _one(code, name, month, due[month.number], on, _there(places[code], month), filings)
        for code, name in townships
        for month in months
    ]


_Filed = Mapping[tuple[int, str], tuple[str, bool, bool]]
_Place = tuple[str, date | None, date | None]


def _townships(scope: Scope, county: str) -> list[tuple[str, str]]:
    rows = Township.objects.in_scope(scope).in_county(county).filter(valid_to=None)
    return list(rows.order_by("code").values_list("code", "name"))


def _villages(scope: Scope, county: str) -> dict[str, list[_Place]]:
    """Villages of all times by township, with the days on which they exist."""
    found: dict[str, list[_Place]] = defaultdict(list)
    rows = Village.objects.in_scope(scope).in_county(county).order_by("code")
    for township, *place in rows.values_list("township__code", "code", "valid_from", "valid_to"):
        found[township].append((place[0], place[1], place[2]))
    return found


def _there(places: Iterable[_Place], month: Month) -> list[str]:
    """Those on the map at the month's end."""
    end = month.end
    return [
        code
        for code, begun, ended in places
        if (begun is None or begun <= end) and (ended is None or ended >= end)
    ]


def _filings(scope: Scope, county: str, months: Sequence[Month]) -> _Filed:
    """State, lateness, and whether it was ever handed in, by month and village."""
    rows = Filing.objects.in_scope(scope).in_county(county)
    rows = rows.filter(month__in=[one.number for one in months])
    return {
        (month, code): (state, late, sent is not None)
        for month, code, state, late, sent in rows.values_list(
            "month", "village__code", "state", "is_late", "first_sent_at"
        )
    }


def _due(county: str, months: Sequence[Month]) -> dict[int, date]:
    known = months_of(county)
    return {one.number: due_day(known.get(one.number), one, county) for one in months}


def _one(
    code: str, name: str, month: Month, due_on: date, on: date, villages: list[str], filed: _Filed
) -> Progress:
    counted: Counter[str] = Counter()
    silent = []
    for village in villages:
        state, late, sent = filed.get((month.number, village), ("", False, False))
        if not sent or state == State.DRAFT:
            silent.append(village)
            continue
        counted["late" if late else "on_time"] += 1
        counted[state] += 1
    return Progress(
        code, name, month, due_on, on, len(villages), counted["on_time"], counted["late"],
        counted[State.RETURNED], counted[State.ACCEPTED], tuple(silent),
    )  # fmt: skip
