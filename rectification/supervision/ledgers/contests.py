"""Contests with their rubric."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db.models import Max
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from rectification.ledgers.work_asks import day
from rectification.supervision.actions import contest_rubric, contests
from rectification.supervision.actions.contest_rows import finished_words, held
from rectification.supervision.models import Contest, ContestAspect, JudgeScore
from rectification.supervision.perms import may_keep_contests, may_see_contests
from villages.common.errors import DomainError
from villages.common.faults import Fault
from villages.common.forbidden import RULES, demanded
from villages.common.periods import parse_period
from villages.ledgers.declaring import Ask, Item, Ledger, Part, Verb


def finished_faults(contest: Any, field: str) -> Iterator[Fault]:
    """What belongs to a finished contest stands."""
    if contest is not None and contest.finished_on is not None:
        words, hint = finished_words(contest), _now("确需改动的,先退回重评。")
        yield Fault(field, "contest_finished", words, hint)


def _check_contest(values: Mapping[str, Any], row: Any) -> Iterator[Fault]:
    yield from finished_faults(row, "")
    try:
        parse_period(values.get("period", ""))
    except DomainError as error:
        yield Fault("period", error.code, error.message, error.hint)


def _check_aspect(values: Mapping[str, Any], _row: Any) -> Iterator[Fault]:
    yield from finished_faults(values.get("contest"), "contest")
    if word := demanded(values.get("name", "")):
        words = _now("评分项目不能要求“%(word)s”,见%(rules)s。") % {"word": word, "rules": RULES}
        yield Fault("name", "demanded", words)


def _of_contest(row: ContestAspect, _by: Any) -> None:
    """An aspect is the county's of its contest."""
    if row.contest_id:
        row.county_code = row.contest.county_code


def _fits_scores(row: ContestAspect, before: Any, _by: Any) -> None:
    """Points never fall below what judges gave already, and a name means one aspect."""
    held(row.contest)
    most = JudgeScore.objects.filter(aspect=row).aggregate(most=Max("points"))["most"]
    if before and most is not None and most > row.points:
        words = _now("已有评委给这一项打了 %s 分,分值不能更低。") % f"{most.normalize():f}"
        raise DomainError("aspect_scored", words, points=words)
    twins = ContestAspect.objects.filter(contest=row.contest, name=row.name).exclude(pk=row.pk)
    if twins.exists():
        words = _now("同一场比武中“%s”已经登记。") % row.name
        raise DomainError("aspect_twin", words, name=words)


def _kept_aspect(row: ContestAspect) -> Iterable[Fault]:
    return finished_faults(row.contest, "")


def _lacks_rubric(_user: Any, row: Contest) -> bool:
    return row.finished_on is None and not row.aspects.exists()


FINISH = Verb(
    "finish", _("评定"), "finish", act=contests.finish, may=may_keep_contests,
    offered=lambda _user, row: row.finished_on is None,
    asks=(day(_("评定日期"), "finished on"),),
    explains=_("打分齐全才能评定。评定后打分、分组和规则不再改动,参赛村所在乡镇看到本村结果。"),
)  # fmt: skip
REOPEN = Verb(
    "reopen", _("退回重评"), "reopen", act=contests.reopen, may=may_keep_contests, danger=True,
    offered=lambda _user, row: row.finished_on is not None,
    asks=(Ask("reason", _("理由"), "reason", most=300, wide=True),),
    explains=_("奖项和名次清空,打分保留,改正后重新评定。"),
)  # fmt: skip
RUBRIC = Verb(
    "take-rubric", _("采用评分项目"), "take over the last rubric", act=contest_rubric.take_rubric,
    may=may_keep_contests, offered=_lacks_rubric,
    explains=_("采用上一场比武的评分项目和分值;没有上一场的,采用常用的 8 项,可以再改。"),
)  # fmt: skip

CONTESTS = Ledger(
    key="contests",
    hub="orders",
    model=Contest,
    title=_("擂台比武"),
    one=_("擂台比武"),
    title_en="contests",
    one_en="contest",
    page="supervision:contest",
    items=(
        Item("title", width=30),
        Item("period", chosen=True, width=10),
        Item("held_on"),
        Item("site_points", shown=False),
        Item("speech_points", shown=False),
        Item("drops_ends", shown=False),
        Item("first_awards", shown=False),
        Item("second_awards", shown=False),
        Item("third_awards", shown=False),
        Item("finished_on", asked=False),
    ),
    natural_key=("title", "held_on"),
    order=("-held_on", "title"),
    may_read=may_see_contests,
    may_write=may_keep_contests,
    imported=False,
    check=_check_contest,
    holds=lambda row: finished_faults(row, ""),
    verbs=(RUBRIC, FINISH, REOPEN),
    parts=(Part("contest-aspects", "contest"), Part("contest-entries", "contest")),
    search=("title",),
    empty=_("还没有擂台比武。先登记一场,再定评分项目、参赛村和分组,比武后录入评委打分。"),
)
ASPECTS = Ledger(
    key="contest-aspects",
    hub="orders",
    model=ContestAspect,
    title=_("比武评分项目"),
    one=_("评分项目"),
    title_en="aspects of contests",
    one_en="aspect of a contest",
    items=(
        Item("contest", by="title", fixed=True, width=30),
        Item("seq", width=6),
        Item("name", width=24),
        Item("at_speech", chosen=True),
        Item("points", total=True),
    ),
    natural_key=("contest", "seq"),
    order=("-contest__held_on", "contest", "seq"),
    may_read=may_see_contests,
    may_write=may_keep_contests,
    check=_check_aspect,
    holds=_kept_aspect,
    settle=_of_contest,
    after=_fits_scores,
    search=("name",),
    names=lambda row: f"{row.contest.title} {row.name}",
    empty=_("还没有评分项目。"),
)
LEDGERS: tuple[Ledger, ...] = (CONTESTS, ASPECTS)
