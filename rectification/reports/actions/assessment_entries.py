"""What people enter for a township, and who confirms it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.reports.actions.assessment_parts import (
    held,
    is_same,
    name_of,
    refuse_forbidden,
    refuse_stranger,
    township_name,
)
from rectification.reports.assessment.states import (
    ENTERED_FORMULA,
    TWO_PEOPLE,
    AssessmentStatus,
    EntryKind,
    EntryStatus,
)
from rectification.reports.models import Assessment, AssessmentEntry, VetoGround
from villages.accounts.models import User
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed, locked, refuse_broken
from villages.trace.record import record

_OPEN = (AssessmentStatus.DRAFT, AssessmentStatus.PUBLISHED)


@dataclass(frozen=True)
class Given:
    """What is entered: for whom, what, how many points, on which ground and evidence."""

    township_code: str
    kind: str
    ground: str
    points: Decimal = Decimal(0)
    block: str = ""
    veto: VetoGround | None = None
    evidence: str = ""


@transaction.atomic
def enter(*, by: Any, row: Assessment, given: Given, on: date) -> AssessmentEntry:
    """Enters a score, bonus, penalty, veto or calibration; the last two wait for another person.

    A published year takes calibrations and vetoes alone: inputs are frozen then. Raises
    `assessment_side`, `assessment_state`, `assessment_township`, `assessment_block`,
    `assessment_veto`, `assessment_forbidden` and the words of the constraints.
    """
    refuse_stranger(by, row.county_code)
    mine = held(row, *(_OPEN if given.kind in TWO_PEOPLE else (AssessmentStatus.DRAFT,)))
    _refuse_unfit(mine, given)
    refuse_forbidden(mine.county_code, on, ground=given.ground, evidence=given.evidence)
    waits = given.kind in TWO_PEOPLE
    entry = AssessmentEntry(
        assessment=mine, county_code=mine.county_code, township_code=given.township_code,
        township_name=township_name(mine, given.township_code, on), kind=given.kind,
        block=given.block, points=given.points, veto=given.veto, ground=given.ground.strip(),
        evidence=given.evidence.strip(), entered_on=on, entered_name=name_of(by),
        entered_by=by if isinstance(by, User) else None,
        status=EntryStatus.WAITING if waits else EntryStatus.CONFIRMED,
        confirmed_name="" if waits else name_of(by), confirmed_on=None if waits else on,
    )  # fmt: skip
    refuse_broken(entry)
    entry.save()
    after = {"kind": entry.kind, "points": entry.points, "block": entry.block}
    record("assessment-entry.entered", entry, by=by, reason=entry.ground, after=after)
    return entry


@transaction.atomic
def confirm(*, by: Any, row: AssessmentEntry, on: date) -> AssessmentEntry:
    """Another person than who entered it. Raises `assessment_second`, `assessment_entry_over`."""
    refuse_stranger(by, row.county_code)
    held(row.assessment, *_OPEN)
    mine = _waiting(row)
    if is_same(by, mine.entered_by_id):
        words = _("录入人不能自己确认,请由另一人确认。")
        raise DomainError("assessment_second", words, _("请同事登录后确认。"))
    changed(mine, status=EntryStatus.CONFIRMED, confirmed_name=name_of(by), confirmed_on=on)
    record("assessment-entry.confirmed", mine, by=by, after={"status": mine.status})
    return mine


@transaction.atomic
def withdraw(*, by: Any, row: AssessmentEntry, reason: str) -> AssessmentEntry:
    """It counts no more; it stays on record with the reason. After publishing this changes what
    townships have seen, so only entries that wait may go then."""
    refuse_stranger(by, row.county_code)
    mine: AssessmentEntry = locked(row)
    year = held(mine.assessment, *_OPEN)
    before = mine.status
    if before == EntryStatus.WITHDRAWN or (
        year.status == AssessmentStatus.PUBLISHED and before == EntryStatus.CONFIRMED
    ):
        words = _("这条录入现在不能撤销。")
        raise DomainError("assessment_entry_over", words, _("公示以后请用校准调整,并写明理由。"))
    if not reason.strip():
        words = _("请写明理由。")
        raise DomainError("assessment_reason", words, reason=words)
    changed(mine, status=EntryStatus.WITHDRAWN)
    record(
        "assessment-entry.withdrawn", mine, by=by, reason=reason.strip(),
        before={"status": before}, after={"status": mine.status},
    )  # fmt: skip
    return mine


def _waiting(row: AssessmentEntry) -> AssessmentEntry:
    mine: AssessmentEntry = locked(row)
    if mine.status != EntryStatus.WAITING:
        words = _("这条录入现在是“%s”,不需要确认。") % mine.get_status_display()
        raise DomainError("assessment_entry_over", words, _("请刷新页面后再看。"))
    return mine


def _refuse_unfit(row: Assessment, given: Given) -> None:
    """A score belongs to an entered block of the scheme, a veto to a ground of the scheme."""
    if given.kind == EntryKind.SCORE:
        blocks = row.scheme.blocks.filter(formula=ENTERED_FORMULA)
        if not blocks.filter(key=given.block).exists():
            words = _("请选择人工评分的考核内容。")
            raise DomainError("assessment_block", words, block=words)
    if given.kind == EntryKind.VETO and (
        given.veto is None or given.veto.scheme_id != row.scheme_id
    ):
        words = _("请选择考核办法里的否决事项。")
        raise DomainError("assessment_veto", words, veto=words)
