"""Who answers for which department."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cadres.actions.review_lists import appoint_reviewer, end_seat
from cadres.models import ReviewerSeat
from cadres.perms import may_keep_lists
from cadres.review_forms import EndSeatForm, SeatForm
from cadres.views.structure import crumbs
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.common import clock
from villages.common.refusals import refusals_in
from villages.lists.getting import get_visible_or_404

METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(METHODS)
@requires(may_keep_lists)
def seats(request: HttpRequest) -> HttpResponse:
    """The seats of the county, and a form for another one."""
    county, on, title = county_code(request), clock.today(), _("联审经办人")
    form = SeatForm(request.POST or None, county=county, on=on, initial={"valid_from": on})
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            appoint_reviewer(by=request.user, **form.cleaned_data)
            messages.success(request, _("已确定联审经办人。"))
            return redirect("cadres:seats")
    rows = ReviewerSeat.objects.visible_to(request.user).in_county(county)
    context = {
        "title": title,
        "form": form,
        "rows": rows.select_related("department", "user"),
        "breadcrumbs": crumbs(title),
    }
    return render(request, "cadres/seats.html", context)


@require_http_methods(METHODS)
@requires(may_keep_lists)
def end(request: HttpRequest, uid: str) -> HttpResponse:
    """Somebody answers no longer."""
    rows = ReviewerSeat.objects.select_related("department", "user")
    seat = get_visible_or_404(rows, request.user, uid=uid)
    form = EndSeatForm(request.POST or None, initial={"valid_to": clock.today()})
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            end_seat(seat=seat, by=request.user, **form.cleaned_data)
            messages.success(request, _("%s不再担任经办人。") % seat.user.name)
            return redirect("cadres:seats")
    title = _("结束经办人:%s") % seat.user.name
    context = {
        "title": title, "form": form, "back": reverse("cadres:seats"),
        "breadcrumbs": crumbs(title),
    }  # fmt: skip
    return render(request, "cadres/seat_end.html", context)
