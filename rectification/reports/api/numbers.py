"""`reports/{uid}/figures/`: every number of a report, and the rows behind one."""

from dataclasses import replace
from typing import Any

from django.http import Http404, HttpResponse
from rest_framework.request import Request

from rectification.reports.api.finding import PATH, ReportView
from rectification.reports.api.objects import figure_of, traced_of
from rectification.reports.api.schemas import figure_schema
from rectification.reports.api.traced_fields import traced_schema
from rectification.reports.models import Report
from rectification.reports.readable import missing_inside, readable
from rectification.reports.tracing import trace
from villages.rest import figure_asking
from villages.rest.answers import respond
from villages.rest.fields import Field
from villages.rest.operations import Operation

_READ = figure_asking.reader()


class ReportFigures(ReportView):
    """All figures in the order of their numbers: small, so not paged."""

    operations = {
        "get": Operation(
            "report_figures", "List the figures of a report", "报告数字",
            answer="ReportFigures",
            schema={
                "type": "object", "required": ["results"], "additionalProperties": False,
                "properties": {"results": {
                    "type": "array", "items": figure_schema(), "x-label-zh": "数字",
                    "description": "Figures by number.",
                }},
            },
            problems=(404,),
        ),
    }  # fmt: skip

    def get(self, request: Request, uid: str) -> HttpResponse:
        """404 outside the territory."""
        _READ.filtering(request.query_params)
        report = self.report(request, uid)
        user: Any = request.user
        content = readable(report.composed, user.territory)
        results = [figure_of(report, content, one) for one in content.figures]
        return respond(request._request, {"results": results})


class ReportFigure(ReportView):
    """One figure by code, number or short code."""

    path_fields = (
        PATH,
        Field("code", "代码", "Code, number or short code of the figure",
              pattern="^[^/]{1,120}$", example="colour.red"),
    )  # fmt: skip
    operations = {
        "get": Operation(
            "report_figure_read", "Read a figure with its frozen rows", "报告数字的来源",
            answer="ReportFigure", schema=traced_schema(), problems=(404,),
        ),
    }  # fmt: skip

    def get(self, request: Request, uid: str, code: str) -> HttpResponse:
        """404 for a figure that the report does not have."""
        _READ.filtering(request.query_params)
        return answer(request, self.report(request, uid), code)


def answer(request: Request, found: Report, code: str, **more: Any) -> HttpResponse:
    """A figure with its rows inside the territory; 404 for a code that the report lacks."""
    user: Any = request.user
    content = found.said
    try:
        traced = trace(content, code, found.code, user.territory)
    except KeyError as error:
        raise Http404 from error
    traced = replace(traced, item=replace(
        traced.item, missing=missing_inside(traced.item, user.territory)
    ))  # fmt: skip
    return respond(request._request, {**more, **traced_of(found, content, traced)})
