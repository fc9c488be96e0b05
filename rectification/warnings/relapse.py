"""How likely a closed village is to come back (反弹早期提示): a sum of four parts anybody can
check. Pure; it is a reason to go and look, and never part of a colour."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rectification.warnings.rules.series import numbers_of
from villages.common.shares import percent

# Petitions are those of so many months, the judged one included; filing_late reaches as far.
MONTHS = 3
LABELS = {
    "secretary": gettext_lazy("书记变动"),
    "income": gettext_lazy("收入下降"),
    "petitions": gettext_lazy("信访"),
    "late": gettext_lazy("迟报"),
}
_HUNDRED = 100


@dataclass(frozen=True)
class Weights:
    """The county's numbers: points of each part, when each counts, and from how many points on a
    village is pointed out."""

    secretary: int = 30
    income: int = 25
    petitions: int = 25
    late: int = 20
    drop_percent: int = 20
    petition_count: int = 2
    late_months: int = 2
    cut_off: int = 50


@dataclass(frozen=True)
class Seen:
    """What is known of a closed village as of a month: facts of receipts, the newest first (None
    for a month without one), and the day its secretary changed since closing."""

    facts: Sequence[Mapping[str, Any] | None]
    has_secretaries: bool
    changed_on: date | None = None


@dataclass(frozen=True)
class Part:
    """One part of the score: its points, None where the data are missing, and why."""

    key: str
    most: int
    points: int | None
    why: str

    @property
    def label(self) -> str:
        """What it is about."""
        return str(LABELS[self.key])

    @property
    def is_unknown(self) -> bool:
        """Whether the data are missing."""
        return self.points is None


@dataclass(frozen=True)
class Score:
    """All parts; missing ones give no points, and `most` says what they could add."""

    parts: tuple[Part, ...]
    cut_off: int

    @property
    def points(self) -> int:
        """What is certain."""
        return sum(one.points or 0 for one in self.parts)

    @property
    def most(self) -> int:
        """What it would be if everything missing turned out bad."""
        return sum(one.most if one.points is None else one.points for one in self.parts)

    @property
    def is_flagged(self) -> bool:
        """Whether the village is pointed out."""
        return self.points >= self.cut_off


def score(seen: Seen, weights: Weights) -> Score:
    """The score of one village."""
    found = (_secretary(seen), _income(seen, weights), _petitions(seen, weights),
             _late(seen, weights))  # fmt: skip
    parts = (_part(key, getattr(weights, key), *one)
             for key, one in zip(LABELS, found, strict=True))  # fmt: skip
    return Score(tuple(parts), weights.cut_off)


def _part(key: str, most: int, holds: bool | None, why: str) -> Part:
    points = None if holds is None else most * holds
    return Part(key, most, points, why)


def _secretary(seen: Seen) -> tuple[bool | None, str]:
    if not seen.has_secretaries:
        return None, _("没有书记任职记录")
    if seen.changed_on is None:
        return False, _("销号后书记没有变动")
    return True, _("%(day)s 书记变动") % {"day": seen.changed_on.isoformat()}


def _income(seen: Seen, weights: Weights) -> tuple[bool | None, str]:
    facts = (seen.facts[0] if seen.facts else None) or {}
    now, before = facts.get("operating_fen"), facts.get("operating_before_fen")
    if now is None or before is None:
        return None, _("缺本年或上年同期收入")
    if before <= 0:
        return False, _("上年同期没有收入")
    drop = (before - now) * _HUNDRED
    words = {"drop": percent(abs(before - now), before)}
    if drop <= 0:
        return False, _("同比没有下降")
    return drop >= weights.drop_percent * before, _("同比下降 %(drop)s%%") % words


def _petitions(seen: Seen, weights: Weights) -> tuple[bool | None, str]:
    counts = [_counted(one) for one in seen.facts[:MONTHS]]
    known = [one for one in counts if one is not None]
    words = {"count": sum(known), "months": len(known)}
    told = _("%(months)s 个月 %(count)s 件") % words
    if sum(known) >= weights.petition_count:
        return True, told
    return (None, _("%s,其余月份没有数据") % told) if len(known) < MONTHS else (False, told)


def _counted(facts: Mapping[str, Any] | None) -> int | None:
    if facts is None or facts.get("petitions_first") is None:
        return None
    names = ("petitions_first", "petitions_collective", "petitions_beyond")
    return sum(facts.get(name) or 0 for name in names)


def _late(seen: Seen, weights: Weights) -> tuple[bool | None, str]:
    facts = (seen.facts[0] if seen.facts else None) or {}
    days = numbers_of(facts.get("filing_late", ""))[:MONTHS]
    if not days:
        return None, _("没有月报记录")
    count = sum(bool(one) for one in days)
    words = {"months": len(days), "count": count}
    return count >= weights.late_months, _("%(months)s 个月中迟报 %(count)s 个月") % words
