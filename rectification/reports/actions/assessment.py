"""A year's assessment: opened, published, made final."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.reports.actions.assessment_parts import held, refuse_stranger
from rectification.reports.actions.assessment_schemes import default_scheme
from rectification.reports.assessment.reading import scheme_json, scheme_row
from rectification.reports.assessment.rules.inputs import to_json
from rectification.reports.assessment.states import (
    AssessmentStatus,
    EntryStatus,
    ObjectionStatus,
)
from rectification.reports.assessment_parameters import OBJECTION_DAYS
from rectification.reports.figures.assessment import Board, Judged, board
from rectification.reports.models import Assessment, AssessmentSheet
from villages import parameters, workdays
from villages.accounts.models import User
from villages.common.errors import DomainError
from villages.common.periods import Year
from villages.common.workdays import add_workdays
from villages.db.locks import hold
from villages.ledgers.keeping import changed, refuse_broken
from villages.models import County
from villages.trace.record import record

_FULL = 100


@transaction.atomic
def open_year(*, by: Any, county: County, year: int, on: date) -> Assessment:
    """The year's row, made where there is none, with the scheme in force on the day (the default
    one is laid down where the county has none). Raises `assessment_side`, `assessment_ahead`."""
    refuse_stranger(by, county.code)
    if year > on.year:
        words = _("%d年还没有开始。") % year
        raise DomainError("assessment_ahead", words, _("请换一个年度。"), year=words)
    hold(f"assessment:{county.code}:{year}", exclusive=True)
    known: Assessment | None = (
        Assessment.objects.in_county(county.code).filter(year=year).first()
    )  # fmt: skip
    if known is not None:
        return known
    day = min(on, Year(year).end)
    scheme = scheme_row(county.code, day) or default_scheme(by=by, county=county, year=year)
    row = Assessment(county_code=county.code, year=year, scheme=scheme)
    refuse_broken(row)
    row.save()
    record("assessment.opened", row, by=by, after={"scheme": scheme.title})
    return row


@transaction.atomic
def publish(*, by: Any, row: Assessment, on: date) -> Assessment:
    """Freezes every township's inputs and scheme and shows each its own sheet; from now on the
    days run in which it may object. Raises `assessment_side`, `assessment_state`,
    `assessment_weights`, `assessment_waiting`, `assessment_nothing`."""
    refuse_stranger(by, row.county_code)
    mine = held(row, AssessmentStatus.DRAFT)
    _refuse_waiting(mine)
    found = board(mine.county_code, mine.year, on)
    _refuse_unfit(found)
    _freeze(mine, found)
    if mine.scheme.used_on is None:
        changed(mine.scheme, used_on=on)
    days = int(parameters.value(OBJECTION_DAYS.key, on=on, county=mine.county_code))
    until = add_workdays(on, days, workdays.adjusted())
    changed(
        mine, status=AssessmentStatus.PUBLISHED, as_of=found.as_of, published_on=on,
        object_until=until, published_by=by if isinstance(by, User) else None,
    )  # fmt: skip
    after = {"status": mine.status, "object_until": until, "as_of": found.as_of}
    record("assessment.published", mine, by=by, after=after, count=len(found.rows))
    return mine


@transaction.atomic
def finish(*, by: Any, row: Assessment, on: date) -> Assessment:
    """The result stands for ever. Raises `assessment_side`, `assessment_state`,
    `assessment_days`, `assessment_objections`, `assessment_waiting`."""
    refuse_stranger(by, row.county_code)
    mine = held(row, AssessmentStatus.PUBLISHED)
    if mine.object_until and on <= mine.object_until:
        words = _("异议期限到 %s,期满后才能审定。") % mine.object_until.isoformat()
        raise DomainError("assessment_days", words, _("请在期满后办理。"))
    if mine.objections.filter(status=ObjectionStatus.OPEN).exists():
        words = _("还有异议没有答复。")
        raise DomainError("assessment_objections", words, _("请先答复全部异议。"))
    _refuse_waiting(mine)
    _freeze_results(mine, board(mine.county_code, mine.year, on))
    changed(mine, status=AssessmentStatus.FINAL, final_on=on)
    record("assessment.final", mine, by=by, after={"status": mine.status, "final_on": on})
    return mine


def _refuse_waiting(row: Assessment) -> None:
    if row.entries.filter(status=EntryStatus.WAITING).exists():
        words = _("还有一票否决或校准等待另一人确认。")
        raise DomainError("assessment_waiting", words, _("请先确认或者撤销。"))


def _refuse_unfit(found: Board) -> None:
    if found.scheme.full != _FULL:
        words = _("考核办法的权重合计是 %s,应为 100。") % f"{float(found.scheme.full):g}"
        raise DomainError("assessment_weights", words, _("请先改正考核办法。"))
    if not any(one.sheet.is_known for one in found.rows):
        words = _("没有任何乡镇有可以计分的数据。")
        raise DomainError("assessment_nothing", words, _("请核对年度和台账。"))


def _freeze(row: Assessment, found: Board) -> None:
    stored = scheme_json(row.scheme)
    AssessmentSheet.objects.bulk_create(
        AssessmentSheet(
            assessment=row, county_code=row.county_code, township_code=one.code,
            township_name=one.name, inputs=to_json(one.rates), scheme=stored, **result_of(one),
        )
        for one in found.rows
    )  # fmt: skip


def result_of(one: Judged) -> dict[str, Any]:
    """What stands beside the frozen inputs: the rounded score and the grade."""
    return {"score": one.sheet.score, "grade": str(one.sheet.grade or "")}


def _freeze_results(row: Assessment, found: Board) -> None:
    for one in AssessmentSheet.objects.filter(assessment=row):
        judged = found.of(one.township_code)
        if judged is not None:
            for name, value in result_of(judged).items():
                setattr(one, name, value)
            one.version += 1
            one.save(update_fields=["score", "grade", "version"])
