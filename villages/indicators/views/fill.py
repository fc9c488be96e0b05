"""The grid in which one period is filled for all villages."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from villages.accounts.access import requires
from villages.accounts.perms import may_keep_ledgers
from villages.common.refusals import refusals_in
from villages.indicators.actions.filling import fill_values
from villages.indicators.figures import indicator as figures_of
from villages.indicators.forms import GridForm
from villages.indicators.views.place import asked_span, crumbs, get_definition
from villages.models import Village


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_keep_ledgers)
def fill(request: HttpRequest, slug: str, period: str) -> HttpResponse:
    """One input per village; what is stored stands in it already."""
    user: Any = request.user
    one = get_definition(request, slug)
    span = asked_span(one, period)
    villages = Village.objects.visible_to(user).in_county(one.county_code).on(span.end)
    answers = figures_of(user.territory, one.county_code, one, span).answers
    rows = villages.select_related("township").order_by("code")
    form = GridForm(request.POST or None, one, rows, answers)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            written, faults = fill_values(definition=one, span=span, given=form.given(), by=user)
            form.blame(faults)
            if not faults:
                messages.success(request, _("已保存,改动 %d 个村。") % written)
                return redirect(f"{one.get_absolute_url()}?period={span.code}")
    context = {
        "definition": one,
        "span": span,
        "form": form,
        "breadcrumbs": crumbs(one, (_("填报%s") % span.label, "")),
    }
    return render(request, "indicators/fill.html", context)
