"""Having a report made now."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rectification.reports.actions.requesting import request_report
from rectification.reports.forms.making import MakeForm
from rectification.reports.perms import may_make_reports
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.common import clock
from villages.common.errors import DomainError
from villages.lists.getting import get_visible_or_404
from villages.models import County


@require_POST
@requires(may_make_reports)
def make(request: HttpRequest) -> HttpResponse:
    """In the background; the page of the job shows how far it is and leads to the report."""
    user: Any = request.user
    form = MakeForm(request.POST, on=clock.today())
    if not form.is_valid():
        messages.error(request, _("没有这份报告,请在列表里选择。"))
        return redirect("reports:centre")
    county = get_visible_or_404(County, user, code=county_code(request))
    try:
        job = request_report(by=user, kind=form.kind, period=form.period, county=county)
    except DomainError as error:
        messages.error(request, str(error))
        return redirect("reports:centre")
    messages.success(request, _("已开始生成,可以离开页面,完成后在报告中心查看。"))
    return redirect("jobs:job", job.uid)
