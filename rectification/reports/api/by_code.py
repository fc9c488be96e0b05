"""`reports/by-code/{short}/`: from a number on paper to its rows."""

from typing import Any

from django.http import Http404, HttpResponse
from rest_framework.request import Request

from rectification.reports.api.finding import ReportView
from rectification.reports.api.numbers import answer
from rectification.reports.api.traced_fields import traced_schema
from rectification.reports.models import Report
from rectification.reports.typed_codes import read_typed_code
from villages.rest import figure_asking
from villages.rest.fields import Field
from villages.rest.operations import Operation
from villages.rest.shapes import object_of

_READ = figure_asking.reader()
_REPORT = Field("report", "报告", "Key of the report")


def _schema() -> dict[str, Any]:
    whole = traced_schema()
    own = object_of((_REPORT,))["properties"]
    return {
        **whole, "required": ["report", *whole["required"]],
        "properties": {**own, **whole["properties"]},
    }  # fmt: skip


class ReportByCode(ReportView):
    """`reports/by-code/{short}/`: what somebody typed from paper."""

    path_fields = (
        Field("short", "短码", "Short code as printed", pattern="^[^/]{1,40}$",
              example="7K2M9Q-12"),
    )  # fmt: skip
    operations = {
        "get": Operation(
            "report_by_code", "Read the figure of a short code", "按短码查数字",
            answer="ReportFigureByCode",
            schema=_schema(),
            problems=(404,),
        ),
    }  # fmt: skip

    def get(self, request: Request, short: str) -> HttpResponse:
        """404 for a code that no visible report bears, and for one without a number."""
        _READ.filtering(request.query_params)
        typed = read_typed_code(short)
        rows = Report.objects.visible_to(request.user)
        report = rows.filter(code=typed.report).first() if typed else None
        if typed is None or report is None or typed.number is None:
            raise Http404
        return answer(request, report, str(typed.number), report=report.uid)
