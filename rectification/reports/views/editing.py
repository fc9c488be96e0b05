"""Amending the words of a draft."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rectification.reports.actions.amending import amend
from rectification.reports.forms.editing import REVISION, WordsForm
from rectification.reports.forms.words_conflicts import Conflict, conflict_of, merged
from rectification.reports.models import Report
from rectification.reports.perms import may_issue_reports
from rectification.reports.states import ReportStatus
from rectification.reports.views.at_hand import address, get_report, may_handle, of_report
from villages.accounts.access import requires
from villages.common.errors import DomainError
from villages.common.refusals import refusals_in


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_issue_reports)
def words(request: HttpRequest, uid: str) -> HttpResponse:
    """All sentences in one form. 409 where somebody else saved meanwhile: both are shown, and
    nothing is lost."""
    row = _own(request, uid)
    if row.status != ReportStatus.DRAFT:
        messages.warning(request, _("只有草稿可以修改文字。已审核的请先退回,已签发的请办理更正。"))
        return redirect("reports:report", uid)
    form = words_form(row, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            with refusals_in(form):
                return _save(request, row, form)
        except _Changed:
            return _conflict(request, uid, form)
    return _page(request, row, form)


class _Changed(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """Somebody else saved in between."""


def words_form(row: Report, data: Any = None) -> WordsForm:
    """The form over a draft as it stands."""
    return WordsForm(data, content=row.composed, edits=row.edits, initial={REVISION: row.revision})


def _save(request: HttpRequest, row: Report, form: WordsForm) -> HttpResponse:
    given = form.cleaned_data
    try:
        amend(by=request.user, report=row, revision=given[REVISION], edits=form.edits,
              reason=given["reason"])  # fmt: skip
    except DomainError as error:
        if error.code == "version_changed":
            raise _Changed from error
        raise
    messages.success(request, _("已保存 %d 句,文档已重新生成。") % len(form.edits))
    return redirect("reports:report", row.uid)


def _conflict(request: HttpRequest, uid: str, form: WordsForm) -> HttpResponse:
    row = _own(request, uid)
    fresh = words_form(row)
    conflict = conflict_of(request.user, row, form, fresh)
    return _page(request, row, words_form(row, merged(request.POST, form, fresh)), conflict)


def _own(request: HttpRequest, uid: str) -> Report:
    row = get_report(request, uid)
    if not may_handle(request.user, row):
        raise Http404
    return row


def _page(
    request: HttpRequest, row: Report, form: WordsForm, conflict: Conflict | None = None
) -> HttpResponse:
    title = _("修改文字")
    context = {
        "title": title,
        "report": row,
        "form": form,
        "groups": list(form.groups(conflict.theirs if conflict else {})),
        "conflict": conflict,
        "back": address("report", row),
        "breadcrumbs": of_report(row, (title, "")),
    }
    return render(request, "reports/words.html", context, status=409 if conflict else 200)
