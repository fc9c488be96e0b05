"""`reports/{uid}/files/{name}/`: documents as they are kept; `content/`: the record itself."""

from typing import Any
from urllib.parse import quote

from django.http import Http404, HttpResponse
from rest_framework.request import Request

from rectification.reports.api.finding import PATH, ReportView
from rectification.reports.readable import readable
from rectification.reports.sides import may_have
from villages.rest import figure_asking
from villages.rest.answers import conclude, respond
from villages.rest.fields import Field
from villages.rest.limits import EXPORT
from villages.rest.operations import Operation
from villages.rest.renderers import OrjsonRenderer
from villages.trace.record import record

_READ = figure_asking.reader()
_MEDIA = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class ReportFileBytes(ReportView):
    """The bytes whose digest the report names; a copy for a person is marked, this one is not."""

    path_fields = (
        PATH,
        Field("name", "文件名", "Name of the document", pattern="^[^/]{1,120}$"),
    )
    operations = {
        "get": Operation(
            "report_file", "Read a document of a report", "下载报告文件",
            media="application/octet-stream", problems=(404,),
        ),
    }  # fmt: skip

    def rate_kind(self, request: Request) -> str:
        """A document is an export."""
        return EXPORT

    def get_renderers(self) -> list[Any]:
        """The document, whatever the client says it takes."""
        return [OrjsonRenderer()]

    def get(self, request: Request, uid: str, name: str) -> HttpResponse:
        """404 for a name that the report does not have; the trail says who read it."""
        _READ.filtering(request.query_params)
        report = self.report(request, uid)
        file = report.files.filter(name=name).first()
        if file is None or not may_have(request.user, report, name):
            raise Http404
        facts = {
            "ETag": f'"{file.sha256}"',
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}",
            "X-Content-Type-Options": "nosniff",
        }
        kind = _MEDIA.get(name.rpartition(".")[2], "application/octet-stream")
        answer = conclude(request._request, bytes(file.content), kind, facts)
        if answer.status_code == 200 and request.method == "GET":
            after = {"name": name, "sha256": file.sha256}
            record("report.file-read", report, by=request.user, after=after)
        return answer


class ReportContentView(ReportView):
    """The frozen content with amended words: what documents are drawn from. Whoever does not cover
    the county reads the frozen rows of the own territory."""

    operations = {
        "get": Operation(
            "report_content", "Read the content of a report", "报告内容", answer="ReportContent",
            schema={
                "type": "object", "additionalProperties": True,
                "description": "Sections, figures, frozen rows and tables; its shape may grow.",
                "x-label-zh": "报告内容",
            },
            problems=(404,),
        ),
    }  # fmt: skip

    def get(self, request: Request, uid: str) -> HttpResponse:
        """404 outside the territory."""
        _READ.filtering(request.query_params)
        report = self.report(request, uid)
        user: Any = request.user
        content = readable(report.said, user.territory)
        told = {**content.to_json(), "stamp": report.stamp, "code": report.code}
        return respond(request._request, told)
