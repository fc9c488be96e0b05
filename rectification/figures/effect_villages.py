"""What a batch achieved in the villages: teams complete, people in the ranks."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from django.utils.translation import gettext as _

from branches.figures.recruitment import Recruits, recruits
from cadres.figures.completeness import completeness
from cadres.figures.reserves import VillageReserve, reserves
from cadres.figures.team_states import Reason, TeamState
from rectification.figures.effect_parts import ONE, Batch, Effect, Group
from rectification.figures.effect_sums import Asked, Told


class _Team(NamedTuple):
    """A question about the teams of a village."""

    key: str
    label: str
    complete: Callable[[TeamState], bool | None]
    reasons: Callable[[TeamState], tuple[Reason, ...]]


def of_teams(batch: Batch) -> Iterator[Effect]:
    """Villages whose party team, committee, or both are complete on the day. Four queries."""
    yield from teams_told(batch, completeness(batch.scope, batch.county, batch.on).states)


def teams_told(batch: Batch, states: Iterable[TeamState]) -> Iterator[Effect]:
    """The same from what was read of these villages and perhaps of others."""
    for key, label, complete, reasons in (
        _Team("branch-complete", _("党组织班子健全的村"), lambda x: x.branch,
              lambda x: x.party_reasons),
        _Team("committee-complete", _("村委会班子健全的村"), lambda x: x.committee,
              lambda x: x.committee_reasons),
        _Team("both-complete", _("两个班子都健全的村"), lambda x: x.both, lambda x: x.reasons),
    ):  # fmt: skip
        told = {one.place.code: _verdict(complete(one), reasons(one)) for one in states}
        yield Asked(
            key, Group.TEAMS, label, _("个"), _("村干部任职和职数核定"), "tenures",
            _("党组织班子:有书记、成员达到职数;村委会班子:有主任、成员达到职数、有女成员。"
              "分母是能判断的村,没有干部台账或者没有核定职数的不计入。"),
            villages=True,
        ).of(batch, told)  # fmt: skip


def _verdict(complete: bool | None, reasons: tuple[Reason, ...]) -> Told:
    if complete:
        return Told(ONE, _("健全"))
    return Told(None if complete is None else 0, "、".join(one.text for one in reasons))


def of_ranks(batch: Batch) -> Iterator[Effect]:
    """Activists, reserve cadres, new members, and the villages that have some. Six queries."""
    place = batch.scope, batch.county, batch.on
    yield from ranks_told(batch, recruits(*place).values(), reserves(*place))


def ranks_told(
    batch: Batch, recruited: Iterable[Recruits], reserve: Iterable[VillageReserve]
) -> Iterator[Effect]:
    """The same from what was read of these villages and perhaps of others."""
    known = {one.code: one for one in recruited}
    monthly, filed = _("发展党员月报"), "development-counts"
    activists, people, villages = (
        Asked("activists", Group.RANKS, _("入党积极分子"), _("名"), monthly, filed,
              _("各村最近一期月报的在册人数;从没有报过的村不计入。")),
        Asked("recruits", Group.RANKS, _("当年发展党员"), _("名"), monthly, filed,
              _("截止日所在年度各月接收的预备党员之和;全年没有报过的村不计入。")),
        Asked("recruiting-villages", Group.RANKS, _("当年发展党员的村"), _("个"), monthly, filed,
              _("截止日所在年度接收过预备党员的村;分母是报过的村。"), villages=True),
    )  # fmt: skip
    yield activists.of(batch, {code: _activists(one) for code, one in known.items()})
    yield people.of(batch, {code: _accepted(one) for code, one in known.items()})
    yield villages.of(batch, {code: _any(_accepted(one)) for code, one in known.items()})
    yield Asked(
        "reserve", Group.RANKS, _("后备干部"), _("名"), _("村干部任职"), "tenures",
        _("截止日在任的后备干部;没有干部台账的村不计入。"),
    ).of(batch, {one.place.code: _reserve(one) for one in reserve})  # fmt: skip


def _activists(one: Recruits) -> Told:
    number = one.stocks["activists"]
    if number is None or one.as_of is None:
        return Told(None, "")
    return Told(number, _("至 %s 月报") % one.as_of.label)


def _accepted(one: Recruits) -> Told:
    number = one.flows["accepted"]
    if number is None or one.as_of is None:
        return Told(None, "")
    return Told(number, _("至 %s 月报") % one.as_of.label if number else _("当年没有发展"))


def _any(one: Told) -> Told:
    return Told(None if one.value is None else min(one.value, ONE), one.text)


def _reserve(one: VillageReserve) -> Told:
    if one.people is None:
        return Told(None, _("没有村干部台账"))
    return Told(one.people, _("其中有培养计划 %d 人") % one.planned if one.people else _("没有"))
