"""Logging a visit and the works of it on one page."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rectification.actions.visits import log_visit
from rectification.choices import WordUse
from rectification.forms.visits import VisitForm
from rectification.models import CaseWord, RectificationCase
from rectification.perms import may_log_visits
from rectification.views.batch_choice import crumbs
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.common import clock
from villages.common.refusals import refusals_in


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_log_visits)
def visit(request: HttpRequest) -> HttpResponse:
    """Where there is one case only it is chosen already."""
    form = _form(request)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            case = form.cleaned_data["case"]
            made = log_visit(case, by=request.user, visit=form.visit, works=form.works)
            messages.success(request, _("已登记走访“%s”。") % made)
            return redirect(made.get_absolute_url())
    title = _("登记走访和办实事")
    context = {"title": title, "form": form, "breadcrumbs": crumbs(title)}
    return render(request, "rectification/works/visit.html", context)


def _form(request: HttpRequest) -> VisitForm:
    user: Any = request.user
    county, today = county_code(request), clock.today()
    cases = RectificationCase.objects.visible_to(user).in_county(county).under_work()
    cases = cases.select_related("village__township").order_by("village__code")
    kinds = CaseWord.objects.visible_to(user).in_county(county).filter(use=WordUse.WORK).on(today)
    only = list(cases[:2])
    initial = {
        "case": request.GET.get("case") or (only[0].uid if len(only) == 1 else ""),
        "visitor": user.name, "on": today, "days": 1, "solved": 0,
    }  # fmt: skip
    return VisitForm(
        request.POST or None, initial=initial, cases=cases, kinds=kinds.order_by("position")
    )
