"""One team's points in one period: read by the township, given by the county."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cadres.actions.assessments import assess, scheme
from cadres.assessment_forms import ScoreForm, given
from cadres.models import AssessmentItem, TeamAssessment
from cadres.perms import may_keep_lists, may_see_judgements
from cadres.rules.assessment import is_assessed_period
from cadres.views.structure import crumbs
from villages.accounts.access import requires, sentence
from villages.common import clock
from villages.common.errors import DomainError
from villages.common.periods import parse_period
from villages.common.refusals import refusals_in
from villages.lists.getting import get_visible_or_404
from villages.models import Village


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_see_judgements)
def assessment(request: HttpRequest, code: str, period: str) -> HttpResponse:
    """Points and grounds item by item; the department may give them anew."""
    if request.method == "POST":
        _require_scorer(request)
    if not is_assessed_period(period):
        raise Http404
    village: Any = get_visible_or_404(
        Village.objects.select_related("township"), request.user, code=code
    )
    given_before = TeamAssessment.objects.visible_to(request.user)
    row = given_before.filter(village=village, period=period).first()
    items, refused = _items(village.county_code)
    form = ScoreForm(request.POST or None, items=items, initial=given(row))
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            assess(
                village=village, period=period, scores=form.scores, on=clock.today(),
                by=request.user,
            )  # fmt: skip
            messages.success(request, _("已保存%s工作队的评分。") % village.name)
            return redirect(request.path)
    title = _("%(village)s工作队考核 %(period)s") % {
        "village": village.full_name, "period": parse_period(period).label,
    }  # fmt: skip
    context = {
        "title": title,
        "row": row,
        "points": row.points.select_related("item") if row else [],
        "form": form,
        "refused": refused,
        "may_score": may_keep_lists(request.user),
        "breadcrumbs": crumbs(title),
    }
    return render(request, "cadres/assessment.html", context)


def _items(county: str) -> tuple[list[AssessmentItem], str]:
    """The scheme of today, or why there is none."""
    try:
        return scheme(county, clock.today()), ""
    except DomainError as error:
        return [], str(error)


def _require_scorer(request: HttpRequest) -> None:
    if not may_keep_lists(request.user):
        raise PermissionDenied(sentence(may_keep_lists))
