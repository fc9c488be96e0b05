"""Asking for what departs from the rules: exemptions of several villages, a colour by hand."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rectification.warnings.actions.asking import ask_exemptions, ask_override
from rectification.warnings.actions.counting import counts_from
from rectification.warnings.forms.asking import ExemptingForm, OverrideForm
from rectification.warnings.perms import may_ask_exemptions, may_decide_county
from rectification.warnings.views.at import crumbs
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.common import clock
from villages.common.refusals import refusals_in
from villages.models import Village


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_ask_exemptions)
def exempting(request: HttpRequest) -> HttpResponse:
    """Villages are ticked, rules too; another person decides."""
    on, county = clock.today(), county_code(request)
    first = counts_from(county, on).code
    form = ExemptingForm(
        request.POST if request.method == "POST" else None, villages=_villages(request, county),
        initial={"from_month": first, "until_month": first,
                 "villages": request.GET.getlist("village")},
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            made = ask_exemptions(by=request.user, on=on, **form.answers)
            said = _("已为 %d 个村申请豁免,等组织部的另一人审批。") % len(made)
            messages.success(request, said)
            return redirect(f"{reverse('ledgers:exemptions')}?batch={made[0].batch}")
    title = _("申请预警豁免")
    way = crumbs((_("预警豁免"), reverse("ledgers:exemptions")), (title, ""))
    context = {"title": title, "form": form, "breadcrumbs": way}
    return render(request, "warnings/events/exempting.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_decide_county)
def overriding(request: HttpRequest) -> HttpResponse:
    """A colour by hand for one village; another person decides."""
    on, county = clock.today(), county_code(request)
    first = counts_from(county, on).code
    form = OverrideForm(
        request.POST if request.method == "POST" else None, villages=_villages(request, county),
        initial={"from_month": first, "until_month": first,
                 "village": request.GET.get("village", "")},
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            made = ask_override(by=request.user, on=on, **form.answers)
            messages.success(request, _("已申请人工调整,等组织部的另一人审批。"))
            return redirect("ledgers:colour-overrides_row", made.uid)
    title = _("申请人工调整")
    way = crumbs((_("人工调整"), reverse("ledgers:colour-overrides")), (title, ""))
    context = {"title": title, "form": form, "breadcrumbs": way}
    return render(request, "warnings/events/overriding.html", context)


def _villages(request: HttpRequest, county: str) -> Any:
    rows = Village.objects.visible_to(request.user).in_county(county).on(clock.today())
    return rows.select_related("township").order_by("code")
