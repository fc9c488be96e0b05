"""Steps of a report: review, send-back, issue; the correction of an issued one; the receipt."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rectification.reports.actions.confirming import confirm as confirm_report
from rectification.reports.actions.correcting import correct as correct_report
from rectification.reports.actions.reviewing import take
from rectification.reports.forms.steps import CorrectForm, StepForm
from rectification.reports.models import Report
from rectification.reports.perms import may_confirm_reports, may_issue_reports
from rectification.reports.states import ISSUE, REVIEW, Step, step_of
from rectification.reports.views.at_hand import address, get_report, may_handle, of_report
from rectification.reports.views.checks import contradictions
from villages.accounts.access import requires
from villages.common.errors import DomainError
from villages.common.refusals import refusals_in

_FORMS = require_http_methods(["GET", "HEAD", "POST"])


@_FORMS
@requires(may_issue_reports)
def step(request: HttpRequest, uid: str, key: str) -> HttpResponse:
    """What the step will do, and its one button."""
    row, which = _own(request, uid), step_of(key)
    if which is None:
        raise Http404
    if row.status not in which.sources:
        messages.warning(request, _("报告现在是“%s”,不能办理这一步。") % row.get_status_display())
        return redirect("reports:report", uid)
    found = contradictions(row) if which is REVIEW else []
    form = StepForm(
        request.POST or None, asks=which.needs_reason or bool(found),
        initial={"revision": row.revision},
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            return _taken(request, row, which, form.cleaned_data)
    return _page(request, row, str(which.label), form, intro=_intro(row, which), found=found)


def _taken(request: HttpRequest, row: Report, which: Step, given: dict[str, Any]) -> HttpResponse:
    done = take(by=request.user, report=row, revision=given["revision"], step=which,
                reason=given.get("reason", ""))  # fmt: skip
    number = done.number_text if which is ISSUE else ""
    messages.success(request, _("已%(step)s。%(number)s") % {
        "step": which.label, "number": number,
    })  # fmt: skip
    return redirect("reports:report", row.uid)


def _intro(row: Report, which: Step) -> list[str]:
    """What will happen, in sentences."""
    if which is ISSUE:
        after = _("原来签发的一版留存备查,由这一版替代。") if row.corrects_id else ""
        said = (
            _("签发后编发文号,内容和文件不再改变,发给全县乡镇签收。"),
            _("发现数据有误时办理更正,生成新的一版。"), after,
        )  # fmt: skip
        return [one for one in said if one]
    if which is REVIEW:
        return [_("审核通过以后不能再改文字;要改时先退回修改。")]
    return [_("退回以后是草稿,可以改文字或者重新生成。")]


@_FORMS
@requires(may_issue_reports)
def correct(request: HttpRequest, uid: str) -> HttpResponse:
    """A new version from the rows as they are now; the issued one stays until it is issued."""
    row = _own(request, uid)
    form = CorrectForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            made = correct_report(by=request.user, report=row, why=form.cleaned_data["reason"])
            messages.success(request, _("已按现在的数据生成更正稿,审核签发后替代原来的一版。"))
            return redirect("reports:compare", made.uid)
    intro = [
        _("先在台账里更正数据,再来这里。系统按现在的数据生成新的一版。"),
        _("已签发的这一版继续有效,到更正稿签发为止。"),
    ]
    return _page(request, row, _("更正这份报告"), form, intro=intro)


@require_POST
@requires(may_confirm_reports)
def confirm(request: HttpRequest, uid: str) -> HttpResponse:
    """One click: the township has read this version."""
    row = get_report(request, uid)
    try:
        confirm_report(by=request.user, report=row)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("已签收。"))
    return redirect("reports:report", uid)


def _own(request: HttpRequest, uid: str) -> Report:
    row = get_report(request, uid)
    if not may_handle(request.user, row):
        raise Http404
    return row


def _page(
    request: HttpRequest, row: Report, title: str, form: Any, *, intro: list[str],
    found: Any = (),
) -> HttpResponse:  # fmt: skip
    context = {
        "title": title, "report": row, "form": form, "intro": intro, "found": found,
        "back": address("report", row), "breadcrumbs": of_report(row, (title, "")),
    }  # fmt: skip
    return render(request, "reports/step.html", context)
