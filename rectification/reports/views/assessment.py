"""A year's assessment as the county sees it: score table, gaps, what waits."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rectification.reports.assessment.showing import missing_of, plain
from rectification.reports.assessment.states import (
    AssessmentStatus,
    EntryStatus,
    GradeChoice,
    ObjectionStatus,
)
from rectification.reports.figures.assessment import Board, Judged
from rectification.reports.models import AssessmentEntry, AssessmentObjection, AssessmentSheet
from rectification.reports.perms import may_keep_assessment, may_see_assessment
from rectification.reports.views.assessment_parts import (
    board_of,
    covers,
    sheet_url,
    year_crumbs,
)
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.common import clock
from villages.ledgers.declaring import ledgers
from villages.ledgers.finding import address

_FIRST_QUARTER = 3


@dataclass(frozen=True)
class Told:
    """One township in the table: points by block, score before and after calibration, grade."""

    name: str
    url: str
    points: tuple[str, ...]
    before: str
    score: str
    grade: str
    vetoed: bool
    gaps: int


@require_safe
@requires(may_see_assessment)
def latest(request: HttpRequest) -> HttpResponse:
    """The year that people work on now: the last one until March, then the running one."""
    today = clock.today()
    year = today.year - 1 if today.month <= _FIRST_QUARTER else today.year
    return redirect("reports:assessment_year", year)


@require_safe
@requires(may_see_assessment)
def year(request: HttpRequest, year: str) -> HttpResponse:
    """All townships in order of codes. Townships are led to their own sheet."""
    if not covers(request):
        return _own(request, year)
    found = board_of(request, year)
    context = {
        "board": found,
        "status": AssessmentStatus(found.status).label,
        "facts": _facts(found),
        "blocks": found.scheme.blocks,
        "rows": [_told(found, one) for one in found.rows],
        "gaps": [(one.name, missing_of(one.sheet)) for one, _keys in found.missing],
        "waiting": _waiting(request, found),
        "steps": _steps(request, found),
        "ledgers": _ledgers(),
        "breadcrumbs": year_crumbs(year),
        "title": _("%s年年终考核") % year,
    }
    return render(request, "reports/assessment/year.html", context)


def _own(request: HttpRequest, year: str) -> HttpResponse:
    """A township's own sheet, or that there is none yet."""
    rows = AssessmentSheet.objects.visible_to(request.user).in_county(county_code(request))
    mine = rows.filter(assessment__year=year).order_by("township_code").first()
    if mine is not None:
        return redirect("reports:assessment_sheet", year, mine.township_code)
    if int(year) > clock.today().year:
        raise Http404
    context = {"title": _("%s年年终考核") % year, "breadcrumbs": year_crumbs(year)}
    return render(request, "reports/assessment/not_yet.html", context)


def _facts(found: Board) -> list[tuple[Any, ...]]:
    row = found.assessment
    return [
        (_("状态"), AssessmentStatus(found.status).label),
        (_("考核办法"), found.scheme.title),
        (_("数据截至"), found.as_of.isoformat()),
        (_("公示日期"), row and row.published_on and row.published_on.isoformat()),
        (_("异议截止"), row and row.object_until and row.object_until.isoformat()),
        (_("审定日期"), row and row.final_on and row.final_on.isoformat()),
    ]


def _told(found: Board, one: Judged) -> Told:
    sheet = one.sheet
    points = tuple(
        plain(line.points) if line.is_known or line.deducted else "—" for line in sheet.lines
    )
    return Told(
        one.name, sheet_url(found.year, one.code), points, plain(sheet.uncalibrated),
        plain(sheet.score), str(GradeChoice(sheet.grade).label) if sheet.grade else "—",
        bool(sheet.vetoes), sum(not line.is_known for line in sheet.lines),
    )  # fmt: skip


def _waiting(request: HttpRequest, found: Board) -> list[tuple[str, str]]:
    """What has to be done before the next step: in words, with the list."""
    if found.assessment is None:
        return []
    mine = {"assessment": found.assessment}
    entries = AssessmentEntry.objects.visible_to(request.user).filter(**mine)
    objections = AssessmentObjection.objects.visible_to(request.user).filter(**mine)
    counted = (
        (entries.filter(status=EntryStatus.WAITING).count(), _("%d 条录入等待另一人确认"),
         "assessment-entries", "waiting"),
        (objections.filter(status=ObjectionStatus.OPEN).count(), _("%d 件异议等待答复"),
         "assessment-objections", "open"),
    )  # fmt: skip
    return [
        (words % number, f"{address(ledgers()[key])}?status={status}")
        for number, words, key, status in counted
        if number
    ]


def _steps(request: HttpRequest, found: Board) -> list[tuple[str, str]]:
    """The buttons of this state."""
    if not may_keep_assessment(request.user):
        return []
    labels = {"open": _("建立年度考核"), "publish": _("公示"), "finish": _("审定")}
    which = {AssessmentStatus.DRAFT: "publish", AssessmentStatus.PUBLISHED: "finish"}
    key = which.get(AssessmentStatus(found.status)) if found.assessment else "open"
    if not key:
        return []
    step = (labels[key], reverse("reports:assessment_step", args=[found.year, key]))
    entry = (_("录入"), reverse("reports:assessment_entry", args=[found.year]))
    return [step, entry] if found.assessment else [step]


def _ledgers() -> list[tuple[Any, str]]:
    keys = ("assessment-schemes", "assessment-entries", "assessment-objections")
    return [(ledgers()[key].title, address(ledgers()[key])) for key in keys]
