"""How candidates of a screening are spoken of: the same on the page, in files and in the API."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from rectification.figures.candidates import Candidate, Finding


def finding_text(one: Finding) -> str:
    """A situation with the value behind it."""
    return f"{one.item.code} {one.item.situation}({one.text})" if one.text else str(one.item)


def decision_text(decision: Any) -> str:
    """What was decided, with the reason."""
    return f"{decision.get_outcome_display()}:{decision.reason}" if decision else ""


def why_text(one: Candidate) -> str:
    """Why the village is on the list, or is not."""
    if one.case is not None:
        return _("已有整顿 %(number)s(%(status)s)。") % {
            "number": one.case.number_shown, "status": one.case.get_status_display(),
        }  # fmt: skip
    if one.decision is not None:
        return _("已决定%s") % decision_text(one.decision)
    if one.matched:
        return _("符合 %d 项情形,还没有决定。") % len(one.matched)
    if one.by_quota:
        return _("没有符合的情形,只因凑足参考下限才会列入。")
    if one.unknown:
        return _("没有符合的情形,%d 项不明。") % len(one.unknown)
    return _("没有符合的情形。")


@dataclass(frozen=True)
class Line:
    """One situation on the page of a village."""

    code: str
    situation: str
    verdict: str
    tone: str
    known: str
    points: int


def lines(findings: Iterable[Finding]) -> Iterator[Line]:
    """Every situation with what is known of it and what that means."""
    for one in findings:
        item = one.item
        said = _("%s(限县级知悉)") % item.situation if item.restricted else item.situation
        known = one.text or (_("没有登记") if item.hint else _("由人工认定"))
        yield Line(item.code, said, *_verdict(one), known, item.points)


def _verdict(one: Finding) -> tuple[str, str]:
    if one.matched:
        return _("符合"), "bad"
    if one.matched is None:
        return _("不明"), "waiting"
    return (_("不符合") if one.item.hint else _("没有人提出")), "plain"
