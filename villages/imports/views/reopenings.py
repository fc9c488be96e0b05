"""Opening a part of a closed month again, and ending it early."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from villages.accounts.access import requires
from villages.accounts.forms.refusals import refusals_on
from villages.accounts.sudo import needs_recent_password
from villages.common.errors import DomainError
from villages.imports.actions.reopening import end_reopening, reopen
from villages.imports.forms.months import ReopenForm
from villages.imports.models import Reopening
from villages.imports.perms import may_control_months
from villages.imports.reopened import named
from villages.imports.two_persons import month_needs_second
from villages.imports.views.months import GET_POST, back, crumbs, line_at
from villages.lists.getting import get_visible_or_404


@GET_POST
@requires(may_control_months)
@needs_recent_password
def new(request: HttpRequest, code: str) -> HttpResponse:
    """Which part, why, until when."""
    county, line = line_at(request, code)
    form = ReopenForm(request.POST or None, user=request.user, county=county)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            if line.row is None:
                raise DomainError("month_open", _("%s没有封账。") % line.period.label)
            reopen(by=request.user, filing_month=line.row, **form.cleaned_data)
            messages.success(request, _("%s已部分重新开放。") % line.period.label)
            return back(line.period)
    second = line.row is not None and month_needs_second(line.row)
    page = {
        "line": line,
        "form": form,
        "second": second,
        **crumbs(line.period, _("重新开放")),
    }
    return render(request, "months/reopen.html", page)


@GET_POST
@requires(may_control_months)
def end(request: HttpRequest, uid: str) -> HttpResponse:
    """Ends a reopening before its day."""
    rows = Reopening.objects.select_related("filing_month")
    found = get_visible_or_404(rows, request.user, uid=uid)
    if request.method == "POST":
        end_reopening(by=request.user, reopening=found)
        messages.success(request, _("已结束重新开放,恢复封账。"))
        return back(found.filing_month.period)
    [(_found, name)] = named([found])
    page = {"found": found, "name": name, **crumbs(found.filing_month.period, _("结束重新开放"))}
    return render(request, "months/end.html", page)
