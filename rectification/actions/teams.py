"""The acceptance team as people write it: one “姓名 单位” after the other, the leader first."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from rectification.models import Acceptance, TeamMember
from villages.common.errors import DomainError
from villages.ledgers.keeping import refuse_broken

_BETWEEN = re.compile(r"[;；\n]+")
_INSIDE = re.compile(r"[\s,，、:：]+")


@dataclass(frozen=True)
class Member:
    """One member by name and unit."""

    name: str
    unit: str


def members_of(text: str) -> tuple[Member, ...]:
    """The members that a text names; the first one leads. Raises `team_unreadable`."""
    return tuple(_member(part.strip()) for part in _BETWEEN.split(text) if part.strip())


def set_team(attempt: Acceptance, members: tuple[Member, ...], at_least: int) -> None:
    """Puts the team onto an attempt. Raises `team_too_small`, `team_twice`."""
    _refuse_small(members, at_least)
    rows = [
        TeamMember(
            county_code=attempt.county_code, village=attempt.village, case=attempt.case,
            acceptance=attempt, name=one.name, unit=one.unit, leads=place == 0,
        )
        for place, one in enumerate(members)
    ]  # fmt: skip
    for row in rows:
        refuse_broken(row)
    TeamMember.objects.bulk_create(rows)


def _member(part: str) -> Member:
    name, *unit = _INSIDE.split(part, maxsplit=1)
    if not name or not unit or len(name) > 40 or len(unit[0]) > 60:
        words = _("“%s”不是“姓名 单位”的形式。") % part
        hint = _("每人写姓名和单位,中间空一格,人与人之间用分号隔开。")
        raise DomainError("team_unreadable", words, hint, team=words + hint)
    return Member(name, unit[0].strip())


def _refuse_small(members: tuple[Member, ...], at_least: int) -> None:
    if len(set(members)) < len(members):
        words = _("验收组有重复的人。")
        raise DomainError("team_twice", words, team=words)
    if len(members) < at_least:
        numbers = {"least": at_least, "found": len(members)}
        words = _("验收组不少于 %(least)d 人,现在只有 %(found)d 人。") % numbers
        raise DomainError("team_too_small", words, _("请补充成员。"), team=words)
