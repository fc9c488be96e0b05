"""One township's calculation in full, on screen and on paper."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rectification.reports.assessment.showing import extras_of, missing_of, plain, rows_of
from rectification.reports.assessment.states import (
    AssessmentStatus,
    EntryStatus,
    GradeChoice,
    ObjectionStatus,
)
from rectification.reports.figures.assessment import Board, Judged
from rectification.reports.models import AssessmentEntry, AssessmentObjection
from rectification.reports.perms import may_object_assessment, may_see_assessment
from rectification.reports.views.assessment_parts import judged_of, sheet_url, year_crumbs
from villages.accounts.access import requires
from villages.common import clock


@require_safe
@requires(may_see_assessment)
def sheet(request: HttpRequest, year: str, township: str) -> HttpResponse:
    """Every line with its inputs, the entries, objections and their answers."""
    found, judged = judged_of(request, year, township)
    context = {
        **_context(request, found, judged),
        "breadcrumbs": year_crumbs(year, (judged.name, "")),
        "print_url": sheet_url(year, township, "assessment_print"),
        "object_url": _object_url(request, found, judged),
    }
    return render(request, "reports/assessment/sheet.html", context)


@require_safe
@requires(may_see_assessment)
def printed(request: HttpRequest, year: str, township: str) -> HttpResponse:
    """The same for A4."""
    found, judged = judged_of(request, year, township)
    context = {**_context(request, found, judged), "back_url": sheet_url(year, township)}
    return render(request, "reports/assessment/print.html", context)


def _context(request: HttpRequest, found: Board, judged: Judged) -> dict[str, Any]:
    inside = judged.sheet
    return {
        "title": _("%(year)d年%(name)s年终考核计分表") % {"year": found.year, "name": judged.name},
        "facts": _facts(found, judged),
        "rows": rows_of(inside, judged.rates),
        "extras": extras_of(inside),
        "full": plain(inside.full),
        "whole": plain(inside.scheme.full),
        "score": plain(inside.score),
        "before": plain(inside.uncalibrated),
        "grade": GradeChoice(inside.grade).label if inside.grade else "—",
        "earned": GradeChoice(inside.earned_grade).label if inside.earned_grade else "—",
        "vetoed": bool(inside.vetoes),
        "missing": missing_of(inside),
        "entries": _entries(request, found, judged),
        "objections": _objections(request, found, judged),
        "as_of": found.as_of.isoformat(),
    }


def _facts(found: Board, judged: Judged) -> list[tuple[Any, ...]]:
    row = found.assessment
    bounds = "、".join(
        _("%(grade)s不低于 %(low)s 分") % {"grade": label, "low": plain(low)}
        for label, low in zip(
            (GradeChoice.GOOD.label, GradeChoice.BETTER.label, GradeChoice.FAIR.label),
            judged.sheet.scheme.bounds, strict=True,
        )
    )  # fmt: skip
    return [
        (_("状态"), AssessmentStatus(found.status).label),
        (_("考核办法"), judged.sheet.scheme.title),
        (_("数据截至"), found.as_of.isoformat()),
        (_("异议截止"), row and row.object_until and row.object_until.isoformat()),
        (_("等次"), bounds),
    ]


def _entries(request: HttpRequest, found: Board, judged: Judged) -> list[AssessmentEntry]:
    rows = AssessmentEntry.objects.visible_to(request.user).select_related("veto")
    mine = rows.filter(assessment=found.assessment, township_code=judged.code)
    return list(mine.exclude(status=EntryStatus.WITHDRAWN).order_by("pk"))


def _objections(request: HttpRequest, found: Board, judged: Judged) -> list[AssessmentObjection]:
    rows = AssessmentObjection.objects.visible_to(request.user)
    mine = rows.filter(assessment=found.assessment, township_code=judged.code)
    return list(mine.exclude(status=ObjectionStatus.TAKEN_BACK).order_by("pk"))


def _object_url(request: HttpRequest, found: Board, judged: Judged) -> str:
    row = found.assessment
    open_ = row is not None and row.status == AssessmentStatus.PUBLISHED
    late = row is not None and row.object_until is not None and clock.today() > row.object_until
    if not open_ or late or not may_object_assessment(request.user):
        return ""
    return sheet_url(found.year, judged.code, "assessment_object")
