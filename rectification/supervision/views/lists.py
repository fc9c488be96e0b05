"""The county's lists of orders: what it begins with, and who answers for departments."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rectification.supervision.actions.lists import install_defaults
from rectification.supervision.actions.seats import appoint
from rectification.supervision.forms.seats import SeatForm
from rectification.supervision.models import DepartmentSeat
from rectification.supervision.perms import may_keep_order_lists
from rectification.supervision.views.crumbs import crumbs
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.common import clock
from villages.common.refusals import refusals_in
from villages.models import County


@require_POST
@requires(may_keep_order_lists)
def install(request: HttpRequest) -> HttpResponse:
    """The usual rules and departments, for a county without any."""
    county = get_object_or_404(County.objects.visible_to(request.user), code=county_code(request))
    if count := install_defaults(county=county, by=request.user, on=clock.today()):
        messages.success(request, _("已采用默认文种规则和部门清单,共 %d 条,请核对。") % count)
    else:
        messages.info(request, _("本县已有文种规则和部门清单,没有改动。"))
    return redirect("supervision:hub")


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_keep_order_lists)
def seats(request: HttpRequest) -> HttpResponse:
    """Who answers for which department, and a form for another one."""
    county, on, title = county_code(request), clock.today(), _("部门经办人")
    form = SeatForm(
        request.POST or None, by=request.user, county=county, on=on, initial={"valid_from": on}
    )
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            appoint(by=request.user, **form.cleaned_data)
            messages.success(request, _("已确定部门经办人。"))
            return redirect("supervision:seats")
    rows = DepartmentSeat.objects.visible_to(request.user).in_county(county)
    context = {
        "title": title,
        "form": form,
        "rows": rows.select_related("department", "user"),
        "breadcrumbs": crumbs((title, "")),
    }
    return render(request, "supervision/seats.html", context)
