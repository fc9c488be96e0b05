"""Writing down what the acceptance team found: points, votes, vetoes. A draft until concluded."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.actions.months import require_month
from rectification.figures.attempts import score_of
from rectification.models import Acceptance, AspectScore, SchemeAspect, SchemeVeto, VetoFound
from rectification.states import CaseStatus
from rectification.wording.acceptance import plain
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed, locked, refuse_broken
from villages.trace.record import record

VOTES = ("eligible", "satisfied", "basically", "dissatisfied", "invalid")


@dataclass(frozen=True)
class Points:
    """What an aspect got, and why not all of it."""

    points: Decimal
    note: str = ""


@dataclass(frozen=True)
class Results:
    """What was found: counts of votes only, never who voted how.

    `points` by the key of the aspect, `vetoes` by the key of the veto with what was found.
    """

    held_on: date | None = None
    eligible: int | None = None
    satisfied: int | None = None
    basically: int | None = None
    dissatisfied: int | None = None
    invalid: int | None = None
    points: Mapping[int, Points] = field(default_factory=dict)
    vetoes: Mapping[int, str] = field(default_factory=dict)


@transaction.atomic
def record_results(
    attempt: Acceptance, *, by: Any, results: Results, version: int | None = None
) -> Acceptance:
    """Puts everything that was found onto the attempt; what is left out is taken back.

    Raises `attempt_concluded`, `version_changed`, `points_too_many`, `not_of_scheme`,
    `month_closed`, and the words of constraints.
    """
    row = locked(attempt)
    refuse_concluded(row)
    _require_months(row, results.held_on)
    if version is not None and row.version != version:
        words = _("这次验收刚被他人改动,您的填写没有保存。")
        raise DomainError("version_changed", words, _("请对照最新内容后再次提交。"))
    aspects = list(row.case.scheme.aspects.all()) if row.case.scheme else []
    _set_points(row, aspects, results.points)
    _set_vetoes(row, results.vetoes)
    return _count(row, aspects, results, by)


@transaction.atomic
def record_votes(attempt: Acceptance, *, by: Any, held_on: date, **votes: int | None) -> Acceptance:
    """The day and the counts of votes alone; points and vetoes stay as they are.

    Raises `attempt_concluded`, `month_closed`, and the words of constraints.
    """
    row = locked(attempt)
    refuse_concluded(row)
    _require_months(row, held_on)
    before = {name: getattr(row, name) for name in VOTES}
    counted = {name: votes.get(name) for name in VOTES}
    changed(row, held_on=held_on, **counted)
    record(
        "acceptance.recorded", row, by=by, name=f"{row.village.name}{row}", before=before,
        after={"held_on": held_on, "score": row.score, **counted},
    )  # fmt: skip
    return row


def refuse_concluded(attempt: Acceptance) -> None:
    """Nothing is written after the conclusion (`attempt_concluded`)."""
    if attempt.result or attempt.case.status != CaseStatus.COUNTY_ACCEPTANCE:
        words = _("%(village)s的%(attempt)s已有结论,不能再改动。") % {
            "village": attempt.village.name, "attempt": attempt,
        }  # fmt: skip
        raise DomainError("attempt_concluded", words, _("请刷新页面后查看。"))


def recount(attempt: Acceptance) -> None:
    """The score after a single row of points was written."""
    row = locked(attempt)
    aspects = row.case.scheme.aspects.all() if row.case.scheme else []
    changed(row, score=score_of(row, aspects))


def refuse_too_many(aspect: SchemeAspect, points: Decimal) -> None:
    """An aspect gets its full points at most (`points_too_many`)."""
    if not 0 <= points <= aspect.points:
        numbers = {"aspect": aspect.name, "most": plain(aspect.points)}
        words = _("“%(aspect)s”的得分应在 0 到 %(most)s 分之间。") % numbers
        raise DomainError("points_too_many", words, **{f"points_{aspect.pk}": words})


def _require_months(row: Acceptance, held_on: date | None) -> None:
    """Neither into a closed month nor out of one."""
    for day in dict.fromkeys((row.held_on, held_on)):
        require_month(row, day)


def _count(row: Acceptance, aspects: list[SchemeAspect], results: Results, by: Any) -> Acceptance:
    votes = {name: getattr(results, name) for name in VOTES}
    before = {"score": row.score, **{name: getattr(row, name) for name in VOTES}}
    score = score_of(row, aspects)
    changed(row, held_on=results.held_on, score=score, **votes)
    record(
        "acceptance.recorded", row, by=by, name=f"{row.village.name}{row}", before=before,
        after={"held_on": results.held_on, "score": score, **votes},
    )  # fmt: skip
    return row


def _set_points(row: Acceptance, aspects: list[SchemeAspect], given: Mapping[int, Points]) -> None:
    _refuse_strange(given, aspects)
    stored = {one.aspect_id: one for one in row.scores.all()}
    for aspect in aspects:
        old, new = stored.get(aspect.pk), given.get(aspect.pk)
        if new is None:
            if old is not None:
                old.delete()
            continue
        refuse_too_many(aspect, new.points)
        _write(old, AspectScore, row, aspect=aspect, points=new.points, note=new.note)


def _set_vetoes(row: Acceptance, given: Mapping[int, str]) -> None:
    vetoes = list(SchemeVeto.objects.filter(scheme=row.case.scheme))
    _refuse_strange(given, vetoes)
    stored = {one.veto_id: one for one in row.vetoes.all()}
    for veto in vetoes:
        if veto.pk in given:
            _write(stored.get(veto.pk), VetoFound, row, veto=veto, note=given[veto.pk].strip())
        elif veto.pk in stored:
            stored[veto.pk].delete()


def _write(old: Any, model: Any, attempt: Acceptance, **values: Any) -> None:
    if old is not None:
        if any(getattr(old, name) != value for name, value in values.items()):
            changed(old, **values)
        return
    row = model(
        county_code=attempt.county_code, village=attempt.village, case=attempt.case,
        acceptance=attempt, **values,
    )  # fmt: skip
    refuse_broken(row)
    row.save()


def _refuse_strange(given: Mapping[int, Any], known: list[Any]) -> None:
    if set(given) - {one.pk for one in known}:
        raise DomainError("not_of_scheme", _("得分或否决情形不属于这个村的验收办法。"))
