"""Objecting to a reason: one click from the receipt."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rectification.warnings.actions.disputing import open_dispute
from rectification.warnings.forms.asking import DisputeForm
from rectification.warnings.ledgers.rule_names import title_of
from rectification.warnings.perms import may_dispute
from rectification.warnings.published import published
from rectification.warnings.sentences import reason
from rectification.warnings.views.at import crumbs
from villages.accounts.access import requires
from villages.common import clock
from villages.common.periods import parse_month
from villages.common.refusals import refusals_in
from villages.lists.getting import get_visible_or_404
from villages.models import Village


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_dispute)
def dispute(request: HttpRequest, village: str, code: str, rule: str) -> HttpResponse:
    """The reason as it was told, and room for what is wrong with it; 404 where it was not."""
    rows = Village.objects.select_related("township")
    place: Any = get_visible_or_404(rows, request.user, code=village)
    month = parse_month(code)
    told = _reason(request, place, month, rule)
    form = DisputeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            made = open_dispute(
                by=request.user, village=place, month=month, rule=rule, on=clock.today(),
                claim=form.cleaned_data["claim"],
            )  # fmt: skip
            said = _("已提出异议,县里在 %s 前答复。") % made.due_on.isoformat()
            messages.success(request, said)
            return redirect("ledgers:disputes_row", made.uid)
    back = reverse("warnings:village_month", args=[village, month.code])
    context = {
        "title": _("提出异议"),
        "village": place,
        "month": month,
        "name": title_of(rule),
        "said": reason(told),
        "form": form,
        "back_url": back,
        "breadcrumbs": crumbs((str(place.name), back), (_("提出异议"), "")),
    }
    return render(request, "warnings/events/dispute.html", context)


def _reason(request: HttpRequest, village: Village, month: Any, rule: str) -> dict[str, Any]:
    rows = published(request.user, clock.now()).in_month(month).filter(village=village)
    found = rows.first()
    told = [one for one in found.reasons if one["rule"] == rule] if found else []
    if not told:
        raise Http404
    return dict(told[0])
