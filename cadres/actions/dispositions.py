"""A disposition from the decision to its end."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from cadres.actions import tenures
from cadres.choices import EndReason
from cadres.models import Disposition, DispositionKind, PostTenure
from cadres.rules.dispositions import effect_until
from cadres.wording.dispositions import DispositionEnd, PostEffect
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed, locked
from villages.trace.record import record


@transaction.atomic
def decide(
    disposition: Disposition, *, by: Any, kind: DispositionKind, township_meeting_on: date,
    decided_on: date, decision_no: str,
) -> Disposition:  # fmt: skip
    """The township decides on a kind; its period follows. A kind that ends the post ends all open
    posts of the person in the village that day.

    Raises `disposition_step`, `kind_not_in_force`, and what constraints or tenures say.
    """
    row = locked(disposition)
    _require(row, open_for=row.decided_on is None)
    _refuse_old_kind(row, kind, decided_on)
    changed(
        row, kind=kind, township_meeting_on=township_meeting_on, decided_on=decided_on,
        decision_no=decision_no, effect_until=effect_until(decided_on, kind.duration_months),
    )  # fmt: skip
    if kind.effect == PostEffect.ENDED:
        _end_posts(row, by=by, on=decided_on)
    after = {"kind": kind, "decision_no": decision_no, "decided_on": decided_on}
    record("disposition.decided", row, by=by, after=after)
    return row


@transaction.atomic
def file(
    disposition: Disposition, *, by: Any, filed_organization_on: date | None = None,
    filed_civil_on: date | None = None,
) -> Disposition:  # fmt: skip
    """Notes the filing with the organization department, the civil-affairs bureau, or both.

    Raises `disposition_step`, `filing_empty`, and what the constraints say.
    """
    row = locked(disposition)
    _require(row, open_for=row.decided_on is not None)
    given = {"filed_organization_on": filed_organization_on, "filed_civil_on": filed_civil_on}
    values = {name: day for name, day in given.items() if day is not None}
    if not values:
        raise DomainError("filing_empty", _("请至少填写一个备案日期。"))
    before = changed(row, **values)
    record("disposition.filed", row, by=by, before=before, after=values)
    return row


@transaction.atomic
def end(
    disposition: Disposition, *, by: Any, ended_on: date, end_reason: str,
    improved: bool | None = None,
) -> Disposition:  # fmt: skip
    """Ends a disposition; a period of effect runs out on its last day and not before.

    Raises `disposition_step`, `effect_runs`, and what the constraints say.
    """
    row = locked(disposition)
    _require(row, open_for=True)
    if end_reason == DispositionEnd.EXPIRED and (
        not row.effect_until or ended_on < row.effect_until
    ):
        said = _("影响期还没有届满。")
        raise DomainError("effect_runs", said, ended_on=said)
    changed(row, ended_on=ended_on, end_reason=end_reason, improved=improved)
    reason = str(DispositionEnd(end_reason).label)
    record("disposition.ended", row, by=by, reason=reason, after={"ended_on": ended_on})
    return row


def _require(row: Disposition, *, open_for: bool) -> None:
    """Only an open disposition at the right step goes on (`disposition_step`)."""
    if row.ended_on is not None or not open_for:
        words = _("这项处置当前不能办理这一步。")
        raise DomainError("disposition_step", words, _("请刷新页面后查看。"))


def _refuse_old_kind(row: Disposition, kind: DispositionKind, on: date) -> None:
    kinds = DispositionKind.objects.in_county(row.county_code).on(on)
    if not kinds.filter(pk=kind.pk).exists():
        said = _("这种处置方式在决定之日没有启用。")
        raise DomainError("kind_not_in_force", said, kind=said)


def _end_posts(row: Disposition, *, by: Any, on: date) -> None:
    held = PostTenure.objects.open().filter(person_id=row.person_id, village_id=row.village_id)
    for tenure in held:
        tenures.end(
            tenure, by=by, ended_on=on, end_reason=EndReason.DISMISSED, end_note=str(row.kind)
        )
