"""The joint reviews of a county at a glance, and the township's check."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cadres.actions import reviews as acts
from cadres.actions.lists import install_default_lists, lists_missing
from cadres.figures.places import places
from cadres.figures.reviews import review_figures, reviews
from cadres.figures.unreviewed import unreviewed, unreviewed_figures
from cadres.models import JointReview
from cadres.perms import may_keep_judgements, may_keep_lists, may_see_judgements
from cadres.review_forms import FirstCheckForm
from cadres.states import ReviewStatus
from cadres.views.structure import crumbs
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.common import clock
from villages.common.refusals import refusals_in
from villages.lists.getting import get_visible_or_404
from villages.models import County


@require_safe
@requires(may_see_judgements)
def overview(request: HttpRequest) -> HttpResponse:
    """What was reviewed this year, what hangs, who sits without a review."""
    user: Any = request.user
    county, on, title = county_code(request), clock.today(), _("任职资格联审")
    found = reviews(user.territory, county, on.replace(month=1, day=1), on)
    known = {one.pk: one for one in places(user.territory, county, on)}
    held = unreviewed(user.territory, county, on)
    codes = {pk: one.code for pk, one in known.items()}
    context = {
        "title": title,
        "on": on,
        "figures": [*review_figures(found), *unreviewed_figures(held, codes)],
        "found": found,
        "without": [
            (known[pk], one) for pk, each in held.items() if pk in known for one in each.without
        ],
        "lists_missing": may_keep_lists(user) and lists_missing(county),
        "may_keep_lists": may_keep_lists(user),
        "breadcrumbs": crumbs(title),
    }
    return render(request, "cadres/reviews.html", context)


@require_POST
@requires(may_keep_lists)
def install_lists(request: HttpRequest) -> HttpResponse:
    """Takes over the default lists where the county has none."""
    county = get_visible_or_404(County, request.user, code=county_code(request))
    made = install_default_lists(county=county, on=clock.today(), by=request.user)
    messages.success(request, _("已登记 %d 条清单,可以按本县规定修改。") % made)
    return redirect("cadres:reviews")


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_keep_judgements)
def first_check(request: HttpRequest, uid: str) -> HttpResponse:
    """The township's checklist; only exceptions are ticked."""
    rows = JointReview.objects.select_related("person", "village__township")
    review = get_visible_or_404(rows, request.user, uid=uid)
    on = clock.today()
    form = FirstCheckForm(
        request.POST or None, county=review.county_code, on=on, initial={"checked_on": on}
    )
    back = reverse("ledgers:joint-reviews_row", args=[uid])
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            acts.first_check(review, by=request.user, **form.answers)
            messages.success(request, _("已登记%s的初审。") % review.person)
            return redirect(back)
    title = _("乡镇初审:%s") % review
    context = {
        "title": title,
        "review": review,
        "form": form,
        "back": back,
        "is_open": review.status == ReviewStatus.DRAFT,
        "breadcrumbs": crumbs(title),
    }
    return render(request, "cadres/first_check.html", context)
