"""What all writes of a report share: the right, the report, its ETag, the answer."""

from typing import Any, ClassVar

from django.http import HttpResponse
from rest_framework.request import Request

from rectification.reports.api.finding import ReportView
from rectification.reports.api.reports import whole
from rectification.reports.api.schemas import whole_schema
from rectification.reports.models import Report
from rectification.reports.perms import may_issue_reports
from villages.rest.answers import require_match
from villages.rest.fields import Field, Input
from villages.rest.operations import Operation
from villages.rest.problems import Problem
from villages.rest.writing import WriteSerializer

REASON = Field("reason", "理由", "Why")


def posted(name: str, en: str, zh: str, body: Any = None, **more: Any) -> dict[str, Operation]:
    """How such a write is described; `body` is its serializer."""
    if body is not None:
        more |= {"body": body.__name__, "inputs": body.inputs}
    made = Operation(name, en, zh, answer="ReportWhole", schema=whole_schema(), matches=True,
                     repeatable=True, problems=(404, 409), **more)  # fmt: skip
    return {"post": made}


class ReportReason(WriteSerializer):
    """Why, where a step needs it."""

    inputs = (Input(REASON, default="", max_length=300),)


class ReportSendBack(WriteSerializer):
    """What should be done."""

    inputs = (Input(REASON, required=True, max_length=300),)


class ReportActing(ReportView):
    """A write of those who keep the reports: their right, the report, and its ETag."""

    may: ClassVar[Any] = may_issue_reports

    def found(self, request: Request, uid: str) -> Report:
        """The report that If-Match was sent for: 403, 404, 428 or 412 where that does not fit."""
        if not type(self).may(request.user):
            raise Problem("permission_denied")
        report = self.report(request, uid)
        require_match(request._request, report.revision)
        return report

    def answer(self, request: Request, uid: str, **options: Any) -> HttpResponse:
        """The report as it stands after the write."""
        return whole(request, Report.objects.visible_to(request.user), uid, **options)
