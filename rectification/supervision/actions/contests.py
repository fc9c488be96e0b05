"""A contest is finished, taken back, and people decide where totals are equal."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.supervision.actions.contest_rows import held
from rectification.supervision.contest_words import AWARDS, all_gaps, choice_words, part_word
from rectification.supervision.figures.contests import Line, Result, result
from rectification.supervision.models import Contest, ContestEntry
from rectification.supervision.parameters.contests import shows_places
from rectification.supervision.rules.contest_awards import Award
from villages.common import clock
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed, locked
from villages.trace.record import record


@transaction.atomic
def finish(contest: Contest, *, by: Any, on: date) -> Contest:
    """Fills in awards, and places where the county counts them on this day (评定).

    Where equal totals lie across the border of awards the award stays open for people.
    Raises `contest_finished`, `contest_day`, `contest_empty`, `rubric_unfit`,
    `contest_scores_missing` with the names of who has not scored what.
    """
    row = held(contest)
    _require_day(row, on)
    found = result(row)
    _require_whole(found)
    counts = shows_places(row.county_code, on)
    for one in found.lines:
        changed(one.entry, award=_clear_award(one), place=one.place if counts else None)
    changed(row, finished_on=on)
    record(
        "contest.finished", row, by=by, after={"finished_on": on}, count=len(found.lines),
        rows=[(one.entry.village.code, one.judged.total, one.place) for one in found.lines],
    )  # fmt: skip
    return row


@transaction.atomic
def reopen(contest: Contest, *, by: Any, reason: str) -> Contest:
    """Takes the result back so that scores can be mended (退回重评); raises `contest_open`."""
    row = locked(contest)
    if row.finished_on is None:
        raise DomainError("contest_open", _("“%s”还没有评定。") % row.title)
    for entry in row.entries.all():
        changed(entry, award="", place=None)
    before = {"finished_on": row.finished_on}
    changed(row, finished_on=None)
    record("contest.reopened", row, by=by, before=before, reason=reason)
    return row


@transaction.atomic
def decide_award(entry: ContestEntry, *, by: Any, award: str, reason: str) -> ContestEntry:
    """What an entry gets whose total lies on the border of awards with others.

    Raises `contest_open`, `award_clear` where the scores leave no choice, `award_unfit`.
    """
    contest, row = locked(entry.contest), locked(entry)
    if contest.finished_on is None:
        raise DomainError("contest_open", _("“%s”还没有评定。") % contest.title)
    may_get = next(one.may_get for one in result(contest).lines if one.entry.pk == row.pk)
    if len(may_get) < 2:
        raise DomainError("award_clear", _("%s的奖项由得分决定。") % row.village.full_name)
    if award not in may_get:
        words = _("可以是%s。") % choice_words(may_get)
        raise DomainError("award_unfit", words, award=words)
    before = {"award": row.award}
    changed(row, award=str(AWARDS[Award(award)]))
    record("contest.awarded", row, by=by, before=before, after={"award": row.award}, reason=reason)
    return row


def _clear_award(line: Line) -> str:
    """The award that the scores give; nothing where it is open or none."""
    clear = line.may_get[0] if len(line.may_get) == 1 else Award.NONE
    return "" if clear == Award.NONE else str(AWARDS[clear])


def _require_day(contest: Contest, on: date) -> None:
    if not contest.held_on <= on <= clock.today():
        words = _("评定日期应在比武日期 %s 到今天之间。") % contest.held_on
        raise DomainError("contest_day", words, on=words)


def _require_whole(found: Result) -> None:
    if not found.lines:
        words = _("还没有参赛村。")
        raise DomainError("contest_empty", words, _("请先在“参赛村和分组”中登记。"))
    _require_rubric(found)
    if found.gaps:
        words = _("还有打分没有登记:%s") % all_gaps(found.gaps, found.names)
        raise DomainError("contest_scores_missing", words, _("请补齐后再评定。"))


def _require_rubric(found: Result) -> None:
    wanted = {False: found.contest.site_points, True: found.contest.speech_points}
    for part, points in found.rubric.items():
        if points != wanted[part]:
            words = _("%(part)s各项分值合计 %(sum)s 分,应为 %(points)s 分。") % {
                "part": part_word(at_speech=part), "sum": f"{points.normalize():f}",
                "points": wanted[part],
            }  # fmt: skip
            raise DomainError("rubric_unfit", words, _("请调整评分项目或分值。"))
