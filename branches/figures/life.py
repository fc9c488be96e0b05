"""Organization life: what was held or missed by each branch, and who came."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from branches import parameters as declared
from branches.choices import MeetingKind
from branches.figures.limits import number
from branches.meeting_rules import Filed, Rhythm, Verdict, running_misses, verdicts
from branches.models import Meeting, PartyBranch, QuietMonth
from villages.common.calendar_months import add_months
from villages.common.periods import Month
from villages.common.scope import Scope

# Everybody of the branch should come to these, so that their attendance is that of its members.
OF_ALL_MEMBERS = (
    MeetingKind.ASSEMBLY, MeetingKind.THEME_DAY, MeetingKind.ORG_LIFE, MeetingKind.APPRAISAL,
)  # fmt: skip
LOOK_BACK = 3
SMALLEST_COMMITTEE = 3


@dataclass(frozen=True)
class Attendance:
    """Who came to the newest meetings of all members: `meetings` of them are known."""

    attended: int
    should_attend: int
    meetings: int


@dataclass(frozen=True)
class Life:
    """The organization life of one branch as known on a day.

    `verdicts` holds by kind the running stretch and three earlier ones, newest first; a kind that
    is not due for this branch is absent. `attendance` is None while no numbers are known,
    `last_met` while no meeting is. `newest` is the newest day by kind, `months` are the numbers of
    those about which something was filed; without `seats_known` nobody can say whether a committee
    should meet.
    """

    branch: int
    uid: str
    name: str
    village: int
    village_code: str
    verdicts: Mapping[str, tuple[Verdict, ...]]
    attendance: Attendance | None
    last_met: date | None
    newest: Mapping[str, date] = field(default_factory=dict)
    months: frozenset[int] = frozenset()
    founded_on: date | None = None
    seats_known: bool = True

    def missed(self, kind: str) -> int | None:
        """Stretches missed in a row; None where the newest is unknown, 0 where none is due."""
        return running_misses(self.verdicts[kind]) if kind in self.verdicts else 0


def rhythms(county: str, on: date) -> dict[str, Rhythm]:
    """How often each kind is due in a county on a day; kinds that are not are left out."""
    return {
        str(kind): Rhythm(
            number(declared.TIMES[kind], county, on), number(declared.GRACE[kind], county, on)
        )
        for kind in MeetingKind
        if number(declared.TIMES[kind], county, on)
    }


def life(
    scope: Scope, county: str, on: date, *, over: bool = False, back: int = LOOK_BACK
) -> list[Life]:
    """Organization life of every branch that holds members, in order of villages and names.

    Three queries. A committee meeting is due where the branch has three or more seats, a party
    group's where it has groups. `over` looks at the end of the day, `back` so many stretches back.
    """
    due = rhythms(county, on)
    first = _first_day(due, on, back)
    rows = PartyBranch.objects.in_scope(scope).in_county(county).on(on).holding_members()
    met, came = _meetings(scope, county, first, on)
    months = _months_filed(scope, county, first, on, met)
    last = number(declared.LAST, county, on)
    ordered = rows.order_by("village__code", "name", "pk").values(*_READ)
    return [
        _life(
            row, due, met[row["pk"]], months[row["pk"]], came[row["pk"]][:last], on,
            over=over, back=back,
        )
        for row in ordered
    ]  # fmt: skip


_READ = (
    "pk", "uid", "name", "village_id", "village__code", "seats", "party_groups", "founded_on",
)  # fmt: skip
_Met = dict[str, list[date]]
_Came = list[tuple[int, int]]


def _first_day(due: Mapping[str, Rhythm], on: date, back: int) -> date:
    """The first day of the earliest stretch that is looked at."""
    starts = (one.before(on, back)[-1].first.start for one in due.values())
    return min(starts, default=add_months(on, -12))


def _meetings(
    scope: Scope, county: str, first: date, on: date
) -> tuple[defaultdict[int, _Met], defaultdict[int, _Came]]:
    """Days by branch and kind, and attendance by branch, newest first. One query."""
    rows = Meeting.objects.in_scope(scope).in_county(county).between(first, on)
    met: defaultdict[int, _Met] = defaultdict(lambda: defaultdict(list))
    came: defaultdict[int, _Came] = defaultdict(list)
    read = ("branch_id", "kind", "held_on", "attended", "should_attend")
    for branch, kind, day, attended, should in rows.order_by("-held_on", "-pk").values_list(*read):
        met[branch][kind].append(day)
        if kind in OF_ALL_MEMBERS and attended is not None and should:
            came[branch].append((attended, should))
    return met, came


def _months_filed(
    scope: Scope, county: str, first: date, on: date, met: Mapping[int, _Met]
) -> defaultdict[int, set[int]]:
    """Months about which a branch filed anything, by branch. One query."""
    filed: defaultdict[int, set[int]] = defaultdict(set)
    for branch, kinds in met.items():
        filed[branch] = {Month.of(day).number for days in kinds.values() for day in days}
    rows = QuietMonth.objects.in_scope(scope).in_county(county)
    inside = rows.filter(month__range=(Month.of(first).number, Month.of(on).number))
    for branch, month in inside.order_by().values_list("branch_id", "month"):
        filed[branch].add(month)
    return filed


def _life(
    row: dict[str, Any], due: Mapping[str, Rhythm], met: _Met, months: set[int], came: _Came,
    on: date, *, over: bool, back: int,
) -> Life:  # fmt: skip
    def told(kind: str, rhythm: Rhythm) -> tuple[Verdict, ...]:
        filed = Filed(met.get(kind, ()), months, row["founded_on"])
        return tuple(verdicts(rhythm, filed, on, back, over=over))

    days = [day for kind in met.values() for day in kind]
    return Life(
        row["pk"], row["uid"], row["name"], row["village_id"], row["village__code"],
        {kind: told(kind, rhythm) for kind, rhythm in due.items() if is_due(kind, row)},
        Attendance(sum(a for a, _s in came), sum(s for _a, s in came), len(came)) if came else None,
        max(days, default=None),
        {kind: max(held) for kind, held in met.items() if held}, frozenset(months),
        row["founded_on"], row["seats"] is not None,
    )  # fmt: skip


def is_due(kind: str, row: Mapping[str, Any]) -> bool:
    """Whether a kind is due for a branch with these `seats` and `party_groups`."""
    if kind == MeetingKind.COMMITTEE:
        return (row["seats"] or 0) >= SMALLEST_COMMITTEE
    return kind != MeetingKind.GROUP or bool(row["party_groups"])
