"""Taking what a program or an offline sheet states: many villages at once, each with its result."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from villages.common.clock import day_of
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.filings import values
from villages.filings.actions.drafting import require_filer, save_draft
from villages.filings.actions.settling import settled
from villages.filings.actions.submitting import Submission, submit
from villages.filings.figures.sheet import Line, sheet
from villages.filings.models import Filing
from villages.filings.pushed import (
    SAVED,
    SUBMITTED,
    UNCHANGED,
    Outcome,
    Push,
    Stated,
    Trouble,
    refused,
)
from villages.models import Village


@transaction.atomic
def push(*, pushed: Push, by: Any, at: datetime) -> dict[str, Outcome]:
    """Drafts or hands in; villages that cannot be taken are refused and stop no other.

    A statement that stands already changes nothing, however often it comes. Statements grow with
    the townships and with the kinds of mistakes, never with villages. Raises
    `filing_not_allowed`, `month_ahead`.
    """
    require_filer(by)
    _require_begun(pushed.month, at)
    lines = _lines(pushed, by)
    found = {code: _judged(lines.get(code), one, pushed) for code, one in pushed.rows.items()}
    waiting = sorted(code for code, one in found.items() if one is None)
    act = _hand_in if pushed.submit else _draft
    for _township, codes in groupby(waiting, key=lambda code: code[:9]):
        found |= act(pushed, list(codes), lines, by, at)
    done = {code: one for code, one in found.items() if one}
    return _with_versions(done, lines.keys(), pushed.month)


def _require_begun(month: Month, at: datetime) -> None:
    if month > Month.of(day_of(at)):
        raise DomainError("month_ahead", _("%s还没有开始。") % month.label)


def _lines(pushed: Push, by: Any) -> dict[str, Line]:
    """What is known of the villages of the territory, county by county."""
    rows = Village.objects.visible_to(by).filter(code__in=pushed.rows.keys(), valid_to=None)
    villages = list(rows.select_related("township").order_by("code"))
    return {
        line.code: line
        for county, own in groupby(villages, key=lambda one: str(one.county_code))
        for line in sheet(own, county, pushed.month).lines
    }


def _judged(line: Line | None, stated: Stated, pushed: Push) -> Outcome | None:
    """A village that needs no writing, or cannot be written; None for all others."""
    if line is None:
        words = _("没有找到这个村,或不在您的管辖范围内。")
        return refused([Trouble("", "village_unknown", words)])
    known = {cell.input.key for cell in line.cells}
    strange = sorted((stated.texts.keys() | stated.notes.keys()) - known)
    if strange:
        words = _("这个月没有这一项。")
        return refused([Trouble(key, "input_unknown", words) for key in strange])
    if _is_said(line, stated, pushed):
        return Outcome(UNCHANGED)
    if line.version and stated.version is None:
        words = _("这个村已有填报,请先读取并注明版本。")
        return refused([Trouble("", "version_required", words)])
    return None


def _is_said(line: Line, stated: Stated, pushed: Push) -> bool:
    """Whether the filing says this already: as handed in, or as a draft."""
    cells = {cell.input.key: cell for cell in line.cells}
    if not line.is_open:
        return all(
            values.read(cells[key].input, text).value == cells[key].stated
            for key, text in stated.texts.items()
        )
    return (
        not pushed.submit
        and line.version > 0
        and all(cells[key].typed == text for key, text in stated.texts.items())
        and all(cells[key].drafted_note == text for key, text in stated.notes.items())
    )


def _hand_in(
    pushed: Push, codes: list[str], lines: Mapping[str, Line], by: Any, at: datetime
) -> dict[str, Outcome]:
    def act(left: list[str]) -> str:
        rows = {code: pushed.rows[code] for code in left}
        handed = Submission(
            pushed.month, tuple(left), pushed.key or uuid4().hex, pushed.channel,
            typed={code: _whole(lines[code], one) for code, one in rows.items()},
            notes={code: one.notes for code, one in rows.items()},
            versions=_seen(rows),
        )  # fmt: skip
        return submit(handed=handed, by=by, at=at).number

    number, out = settled(codes, act)
    return {code: Outcome(SUBMITTED, receipt=number or "") for code in codes} | out


def _draft(
    pushed: Push, codes: list[str], _lines_known: Mapping[str, Line], by: Any, at: datetime
) -> dict[str, Outcome]:
    def act(left: list[str]) -> None:
        rows = {code: pushed.rows[code] for code in left}
        save_draft(
            month=pushed.month, typed={code: one.texts for code, one in rows.items()},
            notes={code: one.notes for code, one in rows.items()}, versions=_seen(rows),
            by=by, at=at,
        )  # fmt: skip

    _nothing, out = settled(codes, act)
    return {code: Outcome(SAVED) for code in codes} | out


def _seen(rows: Mapping[str, Stated]) -> dict[str, int]:
    return {code: one.version or 0 for code, one in rows.items()}


def _whole(line: Line, stated: Stated) -> dict[str, str]:
    """The texts of a village, whole: what nobody stated stays empty unless it is confirmed."""
    silent = [one.input.key for one in line.cells if one.typed is None and one.stated is None]
    return {**({} if stated.confirm else dict.fromkeys(silent, "")), **stated.texts}


def _with_versions(
    found: Mapping[str, Outcome], known: Iterable[str], month: Month
) -> dict[str, Outcome]:
    """The outcomes with the version that each filing has now, of known villages. One query."""
    rows = Filing.objects.of_month(month).filter(village__code__in=list(known))
    versions = dict(rows.values_list("village__code", "version"))
    return {code: replace(one, version=versions.get(code)) for code, one in found.items()}
