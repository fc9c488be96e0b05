"""All needs of one village's site on one page."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from villages.accounts.access import requires
from villages.accounts.perms import may_keep_ledgers
from villages.affairs.actions.sites import check_site, needs_of
from villages.affairs.forms import SiteCheckForm
from villages.affairs.models import SiteItem
from villages.common import clock
from villages.common.refusals import refusals_in
from villages.lists.getting import get_visible_or_404
from villages.models import Village


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_keep_ledgers)
def site_check(request: HttpRequest, code: str) -> HttpResponse:
    """Ticks what is there; what is not ticked is not there."""
    village: Any = get_visible_or_404(Village, request.user, code=code)
    today = clock.today()
    needs = needs_of(village.county_code, today)
    seen = SiteItem.objects.visible_to(request.user)
    held = seen.filter(village=village, is_present=True).values_list("need", flat=True)
    first = {"checked_on": today, "present": list(held)}
    form = SiteCheckForm(request.POST or None, needs=needs, initial=first)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        with refusals_in(form):
            changed = check_site(
                village=village, present={one.pk for one in given["present"]},
                checked_on=given["checked_on"], today=today, by=request.user,
            )  # fmt: skip
            messages.success(request, _("已保存核查,改动 %d 项。") % changed)
            return redirect(village)
    context = {
        "village": village,
        "form": form,
        "has_needs": needs.exists(),
        "breadcrumbs": [(village.name, village.get_absolute_url()), (_("场所配备"), "")],
    }
    return render(request, "affairs/site_check.html", context)
