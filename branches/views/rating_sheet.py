"""The sheet of one branch: filled in by the township, one submit."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from branches.actions.ratings import propose_rating
from branches.figures.scheme_values import scheme_values
from branches.forms.ratings import SheetForm
from branches.models import PartyBranch, Scheme, SchemeRating
from branches.schemes.catalogue import Known
from branches.schemes.sentences import known_words
from branches.scoring import plain
from branches.views.ratings import period_url, rating_crumbs, scheme_and_period
from branches.views.schemes import GET_POST
from villages.accounts.access import requires
from villages.accounts.perms import may_keep_ledgers
from villages.common import clock
from villages.common.periods import Period
from villages.common.refusals import refusals_in
from villages.common.scope import Scope
from villages.lists.getting import get_visible_or_404


@GET_POST
@requires(may_keep_ledgers)
def sheet(request: HttpRequest, uid: str, code: str, branch: str) -> HttpResponse:
    """The sheet of one branch: computed items are filled in, the others judged, one submit."""
    one, span = scheme_and_period(request, uid, code)
    rows = PartyBranch.objects.in_county(one.county_code).select_related("village__township")
    body = get_visible_or_404(rows, request.user, uid=branch)
    values = _values(body, span)
    form = _sheet_form(request, one, body, span, values)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            rating = propose_rating(
                branch=body, scheme=one, period=span.code, answers=form.answers,
                values=values, on=clock.today(), by=request.user,
            )  # fmt: skip
            messages.success(request, _("已提交自评,等待县级确认。"))
            return redirect(rating)
    place = body.village.township
    back = reverse("branches:scheme_township", args=[one.uid, span.code, place.code])
    context = {
        "scheme": one, "period": span, "branch": body, "form": form, "back": back,
        "breadcrumbs": rating_crumbs(
            one, (span.label, period_url(one, span)), (place.name, back), (body.name, "")
        ),
    }  # fmt: skip
    return render(request, "branches/schemes/sheet.html", context)


def _values(body: PartyBranch, span: Period) -> dict[str, Known]:
    scope = Scope.of([body.village.code])
    return scheme_values(scope, body.county_code, span, clock.today()).get(body.pk, {})


def _sheet_form(
    request: HttpRequest, one: Scheme, body: PartyBranch, span: Period, values: dict[str, Known]
) -> SheetForm:
    items = list(one.items.order_by("number"))
    said = {item.pk: known_words(item, values.get(item.figure)) for item in items}
    return SheetForm(
        request.POST or None, items=items, said=said, initial=_last(request, one, body, span)
    )


def _last(request: HttpRequest, one: Scheme, body: PartyBranch, span: Period) -> dict[str, Any]:
    """What the township last said in this period: asked once, corrected by exception."""
    rows = SchemeRating.objects.visible_to(request.user)
    row = rows.filter(branch=body, kind=one.kind, period=span.code, scheme=one).first()
    found: dict[str, Any] = {}
    for receipt in row.receipts.all() if row else ():
        if receipt.township_points is not None:
            found[f"points_{receipt.item_id}"] = plain(receipt.township_points)
        found[f"note_{receipt.item_id}"] = receipt.township_note
    return found
