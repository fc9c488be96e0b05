"""`reports`: all versions that one may see; asking for one to be made."""

from typing import Any

from django.http import Http404, HttpResponse
from rest_framework.request import Request

from rectification.reports.actions.requesting import request_report
from rectification.reports.api.fields import FIELDS, PERIOD
from rectification.reports.api.objects import more_of
from rectification.reports.api.schemas import whole_schema
from rectification.reports.enumerations import ReportKind
from rectification.reports.models import Report
from rectification.reports.perms import may_make_reports, may_see_reports
from villages.common.columns import Kind
from villages.common.periods import parse_period
from villages.models import County
from villages.rest import figure_asking
from villages.rest.answers import respond
from villages.rest.fields import Field, Input
from villages.rest.figure_asking import asked_unit
from villages.rest.idempotency import repeatable
from villages.rest.operations import Operation
from villages.rest.problems import Problem
from villages.rest.resources import Resource
from villages.rest.rows import builder, paths
from villages.rest.writing import WriteSerializer, checked

ASKED_FIELDS = (
    Field("job", "任务", "Identity of the job", pattern="^[0-9a-f]{32}$"),
    Field("kind", "种类", "Kind of the report"),
    Field("period", "周期", "Period of the report"),
    Field("county", "县代码", "County of the report", Kind.CODE),
    Field("state", "状态", "State of the job", about_en="State of the job; see jobs. Its result "
          "names the report: the same one where the rows did not change."),
)  # fmt: skip


class ReportOrder(WriteSerializer):
    """Which kind for which period of which county."""

    inputs = (
        Input(Field("kind", "种类", "Kind", Kind.CHOICE, choices=ReportKind), required=True),
        Input(Field("period", "周期", "Period", pattern=PERIOD, example="2026-10"),
              required=True),
        Input(
            Field("county", "县代码", "County", Kind.CODE, pattern="^[0-9]{6}$",
                  about_en="Code of the county; the one at hand where nothing is said."),
        ),
    )  # fmt: skip


class Reports(Resource):
    """Townships and villages see what was issued, the county its drafts too."""

    key, label_zh, label_en = "reports", "报告", "reports"
    model, component, fields = Report, "Report", FIELDS
    ordering = ("-made_at",)
    version_path = "revision"
    allowed = may_see_reports
    operations = {
        "retrieve": Operation(
            "reports_read", "Read one report", "报告详情", answer="ReportWhole",
            schema=whole_schema(), problems=(404,),
        ),
        "create": Operation(
            "reports_make", "Have a report made", "生成报告", answer="ReportAsked",
            fields=ASKED_FIELDS, body="ReportOrder", inputs=ReportOrder.inputs, status=202,
            repeatable=True, problems=(404, 409),
        ),
    }  # fmt: skip

    def retrieve(self, request: Request, **where: Any) -> HttpResponse:
        """The report with its summary, documents and receipts; its ETag guards writes."""
        figure_asking.reader().filtering(request.query_params)
        return whole(request, self.rows(request), where["uid"])

    @repeatable()
    def create(self, request: Request) -> HttpResponse:
        """Making takes a while: the answer names the job."""
        user: Any = request.user
        if not may_make_reports(user):
            raise Problem("permission_denied")
        said = checked(ReportOrder, request.data)
        code, _scope = asked_unit(request, {"unit": said.get("county") or ""})
        county = County.objects.visible_to(user).filter(code=code).first()
        if county is None:
            raise Http404
        period = parse_period(said["period"])
        job = request_report(by=user, kind=said["kind"], period=period, county=county)
        told = {
            "job": job.uid, "kind": said["kind"], "period": period.code, "county": code,
            "state": job.state,
        }  # fmt: skip
        headers = {"Location": f"/api/v1/jobs/{job.uid}/", "Retry-After": "5"}
        return respond(request._request, told, status=202, headers=headers)


def whole(request: Request, rows: Any, uid: str, **options: Any) -> HttpResponse:
    """A report as it stands, with everything that belongs to it. Four queries."""
    report = rows.filter(uid=uid).first()
    told = rows.filter(uid=uid).values_list(*paths(FIELDS, (), ())).first()
    if report is None or told is None:
        raise Http404
    answer = {**builder(FIELDS)(told), **more_of(report, request.user)}
    return respond(request._request, answer, version=report.revision, **options)
