"""One month of organization life of several branches, as one sheet to fill."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any

from branches.choices import OF_FEW, MeetingKind
from branches.figures.latest import latest_counts
from branches.figures.life import is_due, rhythms
from branches.models import Meeting, PartyBranch, QuietMonth
from villages.common.periods import Month
from villages.common.scope import Scope

MOST_OFTEN = 4  # kinds that are due at least so many times a year stand in the sheet


@dataclass
class Cell:
    """The meeting of one kind: the first of the month where there are several (`more`).

    `asked` is false where the branch is known to have nobody who could meet (no committee, no
    party groups), `counted` where attendance is asked for. `day` and `attended` are what stands in
    the inputs, as text.
    """

    kind: str
    label: str
    asked: bool
    counted: bool
    meeting: Meeting | None = None
    more: int = 0
    day: str = ""
    attended: str = ""
    error: str = ""


@dataclass
class Line:
    """One branch: how many should come, its cells, and whether it states that nothing was held."""

    branch: PartyBranch
    should: str
    cells: list[Cell]
    quiet_row: QuietMonth | None = None
    is_quiet: bool = False
    error: str = ""

    @property
    def is_empty(self) -> bool:
        """Nothing stands in its inputs."""
        return not any(cell.day or cell.attended for cell in self.cells)


@dataclass(frozen=True)
class Entry:
    """One meeting as it should stand after saving; `meeting` is the row that is there already."""

    branch: PartyBranch
    kind: str
    held_on: date
    attended: int | None
    should_attend: int | None
    meeting: Meeting | None


@dataclass
class Sheet:
    """The sheet of a month. `stamp` tells whether somebody else changed a row meanwhile."""

    month: Month
    kinds: list[tuple[str, str]]
    lines: list[Line]
    stamp: str
    entries: list[Entry] = field(default_factory=list)

    @property
    def has_errors(self) -> bool:
        """Whether anything must be corrected before saving."""
        cells = (cell for line in self.lines for cell in line.cells)
        return any(line.error for line in self.lines) or any(cell.error for cell in cells)


def sheet_of(scope: Scope, county: str, month: Month) -> Sheet:
    """The sheet with what is filed already. Four queries, however many branches there are."""
    due = rhythms(county, month.end)
    kinds = [
        (str(kind), str(kind.label))
        for kind in MeetingKind
        if kind in due and due[kind].times >= MOST_OFTEN
    ]
    rows = PartyBranch.objects.in_scope(scope).in_county(county).on(month.end).holding_members()
    branches = list(rows.select_related("village").order_by("village__code", "name"))
    held, quiet = _filed(scope, county, month)
    counts = latest_counts(scope, county, month.end, ("formal", "probationary"))
    lines = [_line(one, kinds, held, quiet.get(one.pk), counts.get(one.pk)) for one in branches]
    return Sheet(month, kinds, lines, _stamp(held, quiet))


_Held = Mapping[tuple[int, str], list[Meeting]]


def _filed(
    scope: Scope, county: str, month: Month
) -> tuple[dict[tuple[int, str], list[Meeting]], dict[int, QuietMonth]]:
    held: dict[tuple[int, str], list[Meeting]] = {}
    rows = Meeting.objects.in_scope(scope).in_county(county).between(month.start, month.end)
    for one in rows.order_by("held_on", "pk"):
        held.setdefault((one.branch_id, one.kind), []).append(one)
    stated = QuietMonth.objects.in_scope(scope).in_county(county).filter(month=month.number)
    return held, {one.branch_id: one for one in stated}


def _line(
    branch: PartyBranch, kinds: list[tuple[str, str]], held: _Held, quiet: QuietMonth | None,
    count: Mapping[str, Any] | None,
) -> Line:  # fmt: skip
    cells = [_cell(branch, kind, label, held.get((branch.pk, kind), [])) for kind, label in kinds]
    known = (one for cell in cells if (one := cell.meeting) and cell.kind not in OF_FEW)
    should = next((one.should_attend for one in known if one.should_attend), None)
    if should is None and count:
        should = count["formal"] + (count["probationary"] or 0)
    return Line(branch, "" if should is None else str(should), cells, quiet, quiet is not None)


def _cell(branch: PartyBranch, kind: str, label: str, rows: list[Meeting]) -> Cell:
    asked = bool(rows) or _may_meet(branch, kind)
    cell = Cell(kind, label, asked, counted=kind != MeetingKind.GROUP)
    if rows:
        first = rows[0]
        cell.meeting, cell.more = first, len(rows) - 1
        cell.day = str(first.held_on.day)
        cell.attended = "" if first.attended is None else str(first.attended)
    return cell


def _may_meet(branch: PartyBranch, kind: str) -> bool:
    """Whether the kind is due, or might be: nobody stated the seats or groups."""
    unknown = {MeetingKind.COMMITTEE: branch.seats, MeetingKind.GROUP: branch.party_groups}
    if kind in unknown and unknown[MeetingKind(kind)] is None:
        return True
    return is_due(kind, {"seats": branch.seats, "party_groups": branch.party_groups})


def _stamp(held: _Held, quiet: Mapping[int, QuietMonth]) -> str:
    rows = [(one.uid, one.version) for each in held.values() for one in each]
    rows += [(one.uid, one.version) for one in quiet.values()]
    return sha256(repr(sorted(rows)).encode()).hexdigest()[:16]
