"""A reviewer's queue and answers: what is asked of his department and nothing else."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cadres.actions import opinions as acts
from cadres.models import ReviewOpinion
from cadres.perms import answers_reviews
from cadres.review_forms import OpinionForm
from cadres.reviewers import named, opinions_for, waiting_for
from cadres.states import FINISHED
from cadres.wording.reviews import OpinionResult
from villages.accounts.access import requires
from villages.common import clock
from villages.common.refusals import refusals_in

DONE_SHOWN = 50


@require_safe
@requires(answers_reviews)
def queue(request: HttpRequest) -> HttpResponse:
    """What waits for an answer, by due date, and what was answered lately."""
    rows = _rows(request)
    done = rows.exclude(result=OpinionResult.PENDING).order_by("-answered_on", "-pk")
    context = {
        "title": _("联审意见"),
        "waiting": waiting_for(request.user, clock.today()),
        "done": done[:DONE_SHOWN],
        "today": clock.today(),
        "breadcrumbs": [(_("联审意见"), "")],
    }
    return render(request, "cadres/opinions.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(answers_reviews)
def opinion(request: HttpRequest, uid: str) -> HttpResponse:
    """One person on whom the department is asked; 404 for every other department's."""
    row = _rows(request).filter(uid=uid).first()
    if row is None:
        raise Http404(_("没有找到,或不在您的管辖范围内。"))
    on = clock.today()
    form = OpinionForm(request.POST or None, county=row.county_code, on=row.asked_on)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            acts.answer(row, by=request.user, on=on, **form.cleaned_data)
            messages.success(request, _("已答复%s的联审。") % row.review.person)
            return redirect("cadres:opinions")
    title = _("联审:%s") % row.review
    context = {
        "title": title,
        "row": row,
        "form": form,
        "today": on,
        "is_open": _is_open(row),
        "breadcrumbs": [(_("联审意见"), reverse("cadres:opinions")), (title, "")],
    }
    return render(request, "cadres/opinion.html", context)


def _rows(request: HttpRequest) -> Any:
    return named(opinions_for(request.user, clock.today()))


def _is_open(row: ReviewOpinion) -> bool:
    pending = row.result == OpinionResult.PENDING and row.forced_on is None
    return pending and row.review.status not in FINISHED
