"""What people typed into the sheet of a month: entries, and messages where a cell is wrong."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from django.utils.translation import gettext as _

from branches.choices import OF_FEW, MeetingKind
from branches.life_month import Cell, Entry, Line, Sheet
from branches.models import PartyBranch
from villages.common.periods import Month
from villages.common.text import clean

_NUMBER = re.compile(r"[0-9]{1,4}")


def read(sheet: Sheet, data: Mapping[str, str], today: date) -> None:
    """Puts what was typed into the sheet: its inputs, messages where one is wrong, entries."""
    for line in sheet.lines:
        key = line.branch.uid
        line.should = clean(data.get(f"{key}-should", ""))
        line.is_quiet = bool(data.get(f"{key}-quiet"))
        for cell in line.cells:
            cell.day = clean(data.get(f"{key}-{cell.kind}-day", ""))
            cell.attended = clean(data.get(f"{key}-{cell.kind}-attended", ""))
        sheet.entries += _entries(sheet.month, line, today)
    if sheet.has_errors:
        sheet.entries = []


def _entries(month: Month, line: Line, today: date) -> Iterator[Entry]:
    should = _number(line.should)
    if line.should and not should:
        line.error = _("应到人数应为正整数。")
        return
    if line.is_quiet and not line.is_empty:
        line.error = _("已填了组织生活,不能同时勾选本月未开展。")
        return
    for cell in line.cells:
        if cell.day or cell.attended:
            expected = _expected(line.branch, cell.kind, should)
            if entry := _entry(month, line.branch, cell, expected, today):
                yield entry


def _expected(branch: PartyBranch, kind: str, should: int | None) -> int | None:
    if kind == MeetingKind.COMMITTEE:
        return branch.filled if branch.filled is not None else branch.seats
    return None if kind == MeetingKind.GROUP else should


def _entry(
    month: Month, branch: PartyBranch, cell: Cell, should: int | None, today: date
) -> Entry | None:
    day, attended = _number(cell.day), _number(cell.attended)
    if day is None or not 1 <= day <= month.end.day:
        cell.error = _("请填写日期,1 至 %s。") % month.end.day
    elif month.start.replace(day=day) > today:
        cell.error = _("日期还没有到。")
    elif cell.attended and attended is None:
        cell.error = _("实到人数应为整数。")
    elif attended is not None and should is None:
        cell.error = _("请先填写应到人数。") if cell.kind not in OF_FEW else _("这一项只填日期。")
    elif attended is not None and should is not None and attended > should:
        cell.error = _("实到 %(seen)s 人,多于应到 %(should)s 人。") % {
            "seen": attended, "should": should,
        }  # fmt: skip
    if cell.error or day is None:
        return None
    held_on = month.start.replace(day=day)
    return Entry(branch, cell.kind, held_on, attended, should if attended is not None else None,
                 cell.meeting)  # fmt: skip


def _number(text: str) -> int | None:
    return int(text) if _NUMBER.fullmatch(text) else None
