"""Steps of a report by programs: review, send-back, issue, correct, confirm."""

from typing import ClassVar

from django.http import HttpResponse
from rest_framework.request import Request

from rectification.reports.actions.confirming import confirm
from rectification.reports.actions.correcting import correct
from rectification.reports.actions.reviewing import take
from rectification.reports.api.keeping import (
    ReportActing,
    ReportReason,
    ReportSendBack,
    posted,
)
from rectification.reports.perms import may_confirm_reports
from rectification.reports.states import ISSUE, REVIEW, SEND_BACK, Step
from villages.ledgers.api.resources import problems
from villages.rest.idempotency import repeatable
from villages.rest.writing import WriteSerializer, checked


class _Stepping(ReportActing):
    step: ClassVar[Step]
    body: ClassVar[type[WriteSerializer]] = ReportReason

    @repeatable()
    def post(self, request: Request, uid: str) -> HttpResponse:
        """412 where somebody was faster, 409 where the step does not lead on from here."""
        report = self.found(request, uid)
        said = checked(self.body, request.data)
        with problems():
            take(by=request.user, report=report, revision=report.revision, step=self.step,
                 reason=said["reason"])  # fmt: skip
        return self.answer(request, uid)


class ReportReview(_Stepping):
    """A second look at a draft; contradicting numbers need a reason."""

    step = REVIEW
    operations = posted("reports_review", "Review a draft", "审核报告", ReportReason)


class ReportReturn(_Stepping):
    """Back to a draft, with what should be done."""

    step, body = SEND_BACK, ReportSendBack
    operations = posted(
        "reports_send_back", "Send a reviewed report back", "退回报告", ReportSendBack
    )


class ReportIssue(_Stepping):
    """Number, stamp, receipts; from then on it never changes."""

    step = ISSUE
    operations = posted("reports_issue", "Issue a reviewed report", "签发报告", ReportReason)


class ReportCorrect(ReportActing):
    """A draft of the next version from the rows as they are now."""

    operations = posted(
        "reports_correct", "Draft the correction of an issued report", "更正报告",
        ReportSendBack, status=201,
    )  # fmt: skip

    @repeatable()
    def post(self, request: Request, uid: str) -> HttpResponse:
        """201 with the draft; 409 where the rows say the same."""
        report = self.found(request, uid)
        said = checked(ReportSendBack, request.data)
        made = correct(by=request.user, report=report, why=said["reason"])
        headers = {"Location": f"/api/v1/reports/{made.uid}/"}
        return self.answer(request, made.uid, status=201, headers=headers)


class ReportConfirm(ReportActing):
    """The receipt of one's township."""

    may = may_confirm_reports
    operations = posted("reports_confirm", "Sign for an issued report", "签收报告")

    @repeatable()
    def post(self, request: Request, uid: str) -> HttpResponse:
        """A second time changes nothing."""
        confirm(by=request.user, report=self.found(request, uid))
        return self.answer(request, uid)
