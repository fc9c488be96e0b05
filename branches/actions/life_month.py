"""Filing a month of organization life for several branches at once."""

from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from branches.life_month import Entry, Line, Sheet, sheet_of
from branches.models import Meeting, QuietMonth
from villages.accounts.perms import may_keep_ledgers
from villages.common.errors import DomainError
from villages.common.scope import Scope
from villages.db.locks import hold
from villages.imports.months import lock_name, require_open
from villages.trace.record import record


@dataclass
class _Changes:
    made: list[Meeting] = field(default_factory=list)
    moved: list[Meeting] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)
    quiet: list[QuietMonth] = field(default_factory=list)
    woken: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        lists = (self.made, self.moved, self.gone, self.quiet, self.woken)
        return sum(len(one) for one in lists)


@transaction.atomic
def file_month(*, sheet: Sheet, scope: Scope, county: str, unit: str, stamp: str, by: Any) -> int:
    """Saves a sheet that was read without errors, in a fixed number of statements; says how many
    rows changed.

    A cell that was emptied takes its meeting away; further meetings of a kind stay. `unit` is the
    township or village of the sheet, `stamp` that of the page. Raises `filing_not_allowed`,
    `month_closed`, `sheet_outdated`, `sheet_twice`.
    """
    if not may_keep_ledgers(by):
        raise DomainError("filing_not_allowed", _("您不能登记组织生活。"))
    require_open(county=county, month=sheet.month, unit=unit)
    hold(f"{lock_name(county, sheet.month)}:meetings", exclusive=True)
    if {sheet.stamp, sheet_of(scope, county, sheet.month).stamp} != {stamp}:
        raise DomainError(
            "sheet_outdated",
            _("这个月的组织生活刚被他人改动,您的填写没有保存。"),
            _("填写内容还在下面,请核对后再次提交。"),
        )
    changes = _changes(sheet)
    _write(changes)
    if len(changes):
        rows = [(one.branch_id, one.kind, one.held_on) for one in (*changes.made, *changes.moved)]
        record(
            "branches.month_filed", by=by, county=county, name=sheet.month.label,
            count=len(changes), rows=rows,
        )  # fmt: skip
    return len(changes)


def _changes(sheet: Sheet) -> _Changes:
    changes = _Changes()
    kept = {entry.meeting.pk for entry in sheet.entries if entry.meeting}
    for entry in sheet.entries:
        _place(entry, changes)
    for line in sheet.lines:
        held = (cell.meeting for cell in line.cells)
        changes.gone += [one.pk for one in held if one and one.pk not in kept]
        _state(line, sheet.month.number, changes)
    return changes


def _place(entry: Entry, changes: _Changes) -> None:
    wanted = (entry.held_on, entry.attended, entry.should_attend)
    if entry.meeting is None:
        changes.made.append(_meeting(entry))
        return
    row = entry.meeting
    if (row.held_on, row.attended, row.should_attend) != wanted:
        row.held_on, row.attended, row.should_attend = wanted
        row.version += 1
        changes.moved.append(row)


def _meeting(entry: Entry) -> Meeting:
    branch = entry.branch
    return Meeting(
        branch=branch, village=branch.village, county_code=branch.county_code, kind=entry.kind,
        held_on=entry.held_on, attended=entry.attended, should_attend=entry.should_attend,
    )  # fmt: skip


def _state(line: Line, month: int, changes: _Changes) -> None:
    if line.is_quiet and line.quiet_row is None:
        branch = line.branch
        changes.quiet.append(
            QuietMonth(
                branch=branch, village=branch.village, county_code=branch.county_code, month=month
            )
        )
    if not line.is_quiet and line.quiet_row is not None:
        changes.woken.append(line.quiet_row.pk)


def _write(changes: _Changes) -> None:
    """Removals first, so that a meeting may move to a day that becomes free."""
    Meeting.objects.filter(pk__in=changes.gone).delete()
    QuietMonth.objects.filter(pk__in=changes.woken).delete()
    _refuse_twice(changes)
    Meeting.objects.bulk_update(changes.moved, ["held_on", "attended", "should_attend", "version"])
    Meeting.objects.bulk_create(changes.made)
    QuietMonth.objects.bulk_create(changes.quiet)


def _refuse_twice(changes: _Changes) -> None:
    """Two meetings of a kind on one day: the sheet shows the first of a month only."""
    placed = [*changes.made, *changes.moved]
    days = {(one.branch_id, one.kind, one.held_on) for one in placed}
    branches = {one.branch_id for one in placed}
    others = Meeting.objects.filter(branch__in=branches, held_on__in={day for *_k, day in days})
    known = others.exclude(pk__in=[one.pk for one in changes.moved])
    if days & set(known.values_list("branch_id", "kind", "held_on")):
        raise DomainError(
            "sheet_twice",
            _("同一天已登记了另一次同类组织生活。"),
            _("请改日期,或到组织生活台账中修改。"),
        )
