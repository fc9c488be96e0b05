"""`assessment/{year}/` and `assessment/{year}/{township}/`: the sums, as on the pages."""

from typing import Any

from django.http import Http404, HttpResponse
from rest_framework.request import Request

from rectification.reports.api.assessment_fields import (
    HEADS,
    LINES_SCHEMA,
    TOWNSHIP,
    TOWNSHIP_FIELDS,
    YEAR,
)
from rectification.reports.assessment.rules.sheet import EXTRAS
from rectification.reports.assessment.showing import plain, sheet_json
from rectification.reports.figures.assessment import Board, Judged, board
from rectification.reports.models import AssessmentSheet
from rectification.reports.perms import may_see_assessment
from villages.common import clock
from villages.rest.answers import respond
from villages.rest.figure_answers import schema
from villages.rest.figure_asking import UNIT, asked_unit, given, parameters, reader
from villages.rest.operations import Operation
from villages.rest.shapes import object_of
from villages.rest.views import ApiView


class YearAssessment(ApiView):
    """All townships in order of codes; whoever covers a township alone gets its own."""

    key, label_zh, label_en = "assessment", "年终考核", "year-end assessment"
    allowed = may_see_assessment
    path_fields = (YEAR,)
    reads = reader(UNIT)
    operations = {
        "get": Operation(
            "year_assessment", "Year-end assessment", "年终考核", answer="YearAssessment",
            schema=schema(*HEADS, item=object_of(TOWNSHIP_FIELDS)), parameters=parameters(UNIT),
            problems=(400, 404),
        ),
    }  # fmt: skip

    def get(self, request: Request, year: str) -> HttpResponse:
        """Scores and grades; 404 for a year that has not begun."""
        said = given(self.reads, request)
        unit, _scope = asked_unit(request, said)
        found, shown = _seen(request, unit[:6], int(year))
        results = [_told(one) for one in found.rows if one.code in shown]
        return respond(request._request, {**_heads(found), "unit": unit, "results": results})


class TownshipAssessment(ApiView):
    """One township's calculation in full."""

    key, label_zh, label_en = "assessment", "年终考核", "year-end assessment"
    allowed = may_see_assessment
    path_fields = (YEAR, TOWNSHIP)
    operations = {
        "get": Operation(
            "township_assessment", "Assessment of a township", "乡镇年终考核",
            answer="TownshipAssessment",
            schema=LINES_SCHEMA,
            problems=(404,),
        ),
    }  # fmt: skip

    def get(self, request: Request, year: str, township: str) -> HttpResponse:
        """Every line with its inputs; 404 for others' sheets and unpublished ones."""
        found, shown = _seen(request, township[:6], int(year))
        judged = found.of(township) if township in shown else None
        if judged is None:
            raise Http404
        extras = [
            {"key": key, "label": EXTRAS[key], "points": plain(points)}
            for key, points in judged.sheet.extras
        ]
        return respond(request._request, {
            **_heads(found), **_told(judged),
            "full": plain(judged.sheet.full), "extras": extras,
            "lines": sheet_json(judged.sheet, judged.rates),
        })  # fmt: skip


def _seen(request: Request, county: str, year: int) -> tuple[Board, set[str]]:
    """The year and the townships of it that the asker may see."""
    user: Any = request.user
    if year > clock.today().year:
        raise Http404
    if user.territory.covers(county):
        found = board(county, year, clock.today())
        return found, {one.code for one in found.rows}
    rows = AssessmentSheet.objects.visible_to(user).in_county(county)
    mine = set(rows.filter(assessment__year=year).values_list("township_code", flat=True))
    if not mine:
        raise Http404
    return board(county, year, clock.today()), mine


def _heads(found: Board) -> dict[str, Any]:
    return {
        "year": found.year, "status": found.status, "scheme": found.scheme.title,
        "as_of": found.as_of.isoformat(),
    }  # fmt: skip


def _told(one: Judged) -> dict[str, Any]:
    sheet = one.sheet
    return {
        "township": one.code, "township_name": one.name,
        "score": None if sheet.score is None else f"{sheet.score:f}",
        "before_calibration": None if sheet.uncalibrated is None else f"{sheet.uncalibrated:f}",
        "grade": str(sheet.grade) if sheet.grade else None,
        "vetoed": bool(sheet.vetoes), "missing": list(sheet.missing),
    }  # fmt: skip
