"""A township's objections to its own sheet, and their answers."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.reports.actions.assessment import result_of
from rectification.reports.actions.assessment_parts import (
    held,
    is_same,
    name_of,
    refuse_stranger,
    township_name,
)
from rectification.reports.assessment.rules.inputs import to_json
from rectification.reports.assessment.states import AssessmentStatus, ObjectionStatus
from rectification.reports.figures.assessment import board
from rectification.reports.figures.assessment_inputs import inputs_of
from rectification.reports.models import Assessment, AssessmentObjection, AssessmentSheet
from rectification.reports.perms import may_object_assessment
from villages.accounts.models import User
from villages.common.errors import DomainError
from villages.db.locks import hold
from villages.ledgers.keeping import changed, locked, refuse_broken
from villages.trace.record import record


@transaction.atomic
def object_to(
    *, by: Any, row: Assessment, township: str, block: str, claim: str, on: date
) -> AssessmentObjection:
    """A township objects to its sheet, or to one block of it, while the days run.

    Raises `objection_side`, `assessment_state`, `objection_late`, `objection_block` and the words
    of the constraints.
    """
    if not (may_object_assessment(by) and by.territory.covers(township)):
        words = _("异议由被考核的乡镇提出。")
        raise DomainError("objection_side", words, _("如需提出,请与乡镇联系。"))
    mine = held(row, AssessmentStatus.PUBLISHED)
    if mine.object_until and on > mine.object_until:
        words = _("异议期限已于 %s 截止。") % mine.object_until.isoformat()
        raise DomainError("objection_late", words, _("请与组织部联系。"))
    _refuse_foreign_block(mine, township, block)
    hold(f"objection:{mine.pk}:{township}:{block}", exclusive=True)
    found = AssessmentObjection(
        assessment=mine, county_code=mine.county_code, township_code=township,
        township_name=township_name(mine, township, on), block=block, claim=claim.strip(),
        opened_on=on, opened_by=by if isinstance(by, User) else None, opened_name=name_of(by),
    )  # fmt: skip
    _refuse_second(found)
    refuse_broken(found)
    found.save()
    record("assessment-objection.opened", found, by=by, reason=found.claim)
    return found


@transaction.atomic
def uphold(*, by: Any, row: AssessmentObjection, on: date, answer: str) -> AssessmentObjection:
    """The objection is right: the township's sheet is drawn anew from the rows as they are now.
    Points that rest on judgement are moved by a calibration. Raises as `reject`."""
    mine = _decide(row, ObjectionStatus.UPHELD, by=by, on=on, answer=answer)
    before, after = _redraw(mine)
    record(
        "assessment-objection.upheld", mine, by=by, reason=mine.answer, before=before, after=after
    )
    return mine


@transaction.atomic
def reject(*, by: Any, row: AssessmentObjection, on: date, answer: str) -> AssessmentObjection:
    """The sheet stands. Raises `assessment_side`, `assessment_state`, `objection_over`,
    `objection_second`, `objection_text`."""
    mine = _decide(row, ObjectionStatus.REJECTED, by=by, on=on, answer=answer)
    record("assessment-objection.rejected", mine, by=by, reason=mine.answer)
    return mine


@transaction.atomic
def take_back(*, by: Any, row: AssessmentObjection) -> AssessmentObjection:
    """The township lets it go. Raises `objection_side`, `objection_over`."""
    mine = _open(row)
    if not (may_object_assessment(by) and by.territory.covers(mine.township_code)):
        words = _("异议由提出的乡镇撤回。")
        raise DomainError("objection_side", words, _("如需撤回,请与提出人联系。"))
    changed(mine, status=ObjectionStatus.TAKEN_BACK)
    record("assessment-objection.taken-back", mine, by=by)
    return mine


def _decide(
    row: AssessmentObjection, status: ObjectionStatus, *, by: Any, on: date, answer: str
) -> AssessmentObjection:
    refuse_stranger(by, row.county_code)
    year = held(row.assessment, AssessmentStatus.PUBLISHED)
    mine, said = _open(row), answer.strip()
    if is_same(by, year.published_by_id) or is_same(by, mine.opened_by_id):
        words = _("公示人和提出人不能答复,请由另一人复核。")
        raise DomainError("objection_second", words, _("请同事登录后复核。"))
    if not said:
        words = _("请写明复核意见。")
        raise DomainError("objection_text", words, answer=words)
    changed(mine, status=status, answer=said, decided_on=on, decided_name=name_of(by))
    return mine


def _redraw(row: AssessmentObjection) -> tuple[dict[str, Any], dict[str, Any]]:
    """Inputs of one township as the rows say now, up to the same day as the published ones."""
    year = row.assessment
    sheet = AssessmentSheet.objects.select_for_update().get(
        assessment=year, township_code=row.township_code
    )
    before = {"score": sheet.score, "grade": sheet.grade}
    rates = inputs_of(year.county_code, year.year, year.day).get(row.township_code, {})
    changed(sheet, inputs=to_json(rates))
    judged = board(year.county_code, year.year, year.day).of(row.township_code)
    after = result_of(judged) if judged else before
    changed(sheet, **after)
    return before, after


def _open(row: AssessmentObjection) -> AssessmentObjection:
    mine: AssessmentObjection = locked(row)
    if mine.status != ObjectionStatus.OPEN:
        words = _("这条异议现在是“%s”,不能再办理。") % mine.get_status_display()
        raise DomainError("objection_over", words, _("请刷新页面后再看。"))
    return mine


def _refuse_second(row: AssessmentObjection) -> None:
    """Two who object at the same moment wait for each other."""
    same = AssessmentObjection.objects.filter(
        assessment=row.assessment, township_code=row.township_code, block=row.block,
        status=ObjectionStatus.OPEN,
    )  # fmt: skip
    if same.exists():
        words = _("这项内容已有正在复核的异议。")
        raise DomainError("objection_open_once", words, _("请等县里答复,或者撤回后重新提出。"))


def _refuse_foreign_block(row: Assessment, township: str, block: str) -> None:
    """A block of the frozen sheet; empty for the sheet as a whole."""
    sheet = AssessmentSheet.objects.filter(assessment=row, township_code=township).first()
    keys = {one["key"] for one in sheet.scheme["blocks"]} if sheet else set()
    if sheet is None or (block and block not in keys):
        words = _("计分表里没有这项内容。")
        raise DomainError("objection_block", words, block=words)
