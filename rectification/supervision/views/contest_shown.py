"""A contest as its pages show it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from rectification.supervision.contest_words import BANDS, part_word
from rectification.supervision.figures.contests import Line, Result, full_points
from rectification.supervision.models import Contest
from rectification.supervision.papers.contest_content import award_words
from rectification.supervision.views.crumbs import crumbs
from villages.ledgers.declaring import ledgers
from villages.ledgers.finding import address
from villages.lists.getting import get_visible_or_404


@dataclass(frozen=True)
class Shown:
    """One village in words; `decide_url` where its award waits for people."""

    line: Line
    band: str
    award: str
    url: str
    decide_url: str = ""


def get_contest(request: HttpRequest, uid: str) -> Contest:
    """A contest that the person may see; 404 else."""
    found: Contest = get_visible_or_404(Contest, request.user, uid=uid)
    return found


def contest_crumbs(contest: Contest, title: Any = "") -> list[tuple[Any, str]]:
    """The area, the list, the contest, the page."""
    ledger = ledgers()["contests"]
    way: list[tuple[Any, str]] = [(ledger.title, address(ledger))]
    if not title:
        return crumbs(*way, (contest.title, ""))
    url = reverse("supervision:contest", args=[contest.uid])
    return crumbs(*way, (contest.title, url), (title, ""))


def groups_of(found: Result, lines: Iterable[Line]) -> list[tuple[str, list[Shown]]]:
    """The lines by group; nothing is in order of merit."""
    kept = {one.entry.pk for one in lines}
    shown = (
        (name, [_shown(one) for one in group if one.entry.pk in kept])
        for name, group in found.groups
    )
    return [(name, group) for name, group in shown if group]


def facts(found: Result) -> list[tuple[Any, ...]]:
    """What was agreed before the contest."""
    contest = found.contest
    awards = (contest.first_awards, contest.second_awards, contest.third_awards)
    return [
        (_("期次"), contest.period),
        (_("比武日期"), contest.held_on.isoformat()),
        (_("满分"), _("%d 分") % full_points(contest)),
        (_("最高最低"), _("去掉") if contest.drops_ends else _("不去掉")),
        (_("每组奖项"), _("一等 %d、二等 %d、三等 %d") % awards),
        (
            _("评定日期"),
            contest.finished_on.isoformat() if contest.finished_on else _("还没有评定"),
        ),
    ]


def rubric(found: Result) -> list[tuple[str, list[Any], Any, int]]:
    """Each part with its aspects, the sum of their points, and what the sum should be."""
    wanted = {False: found.contest.site_points, True: found.contest.speech_points}
    return [
        (
            part_word(at_speech=part), [one for one in found.aspects if one.at_speech == part],
            points, wanted[part],
        )
        for part, points in found.rubric.items()
    ]  # fmt: skip


def buttons(contest: Contest, user: Any) -> list[tuple[Any, str, bool]]:
    """The verbs that this person may use now: label, address, whether it takes something back."""
    ledger = ledgers()["contests"]
    return [
        (one.label, address(ledger, f"do_{one.key}", contest.uid), one.danger)
        for one in ledger.verbs
        if one.may(user) and one.offered(user, contest)
    ]


def _shown(line: Line) -> Shown:
    ledger = ledgers()["contest-entries"]
    finished = line.entry.contest.finished_on is not None
    return Shown(
        line,
        str(BANDS[line.band]) if line.band else "",
        award_words(line) if finished else "",
        address(ledger, "row", line.entry.uid),
        address(ledger, "do_decide-award", line.entry.uid)
        if finished and len(line.may_get) > 1 else "",
    )  # fmt: skip
