"""The county looks at what a township handed in."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from villages.accounts.access import requires
from villages.common import clock
from villages.common.periods import Month
from villages.filings.choices import FilingState, ReturnReason
from villages.filings.county_parameters import usual
from villages.filings.figures import review as figures
from villages.filings.figures.corrected import corrected_villages
from villages.filings.figures.review import Review, ReviewLine
from villages.filings.parameters import limits
from villages.filings.pattern_words import words_of
from villages.filings.perms import may_review
from villages.filings.views.place import Place, place_of
from villages.filings.views.review_posts import REASON, WORDS, act_on_review


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_review)
def review(request: HttpRequest, month: Month, township: str) -> HttpResponse:
    """Villages on one side, the answers of one of them on the other; accept, or send back."""
    place = place_of(request, month, township)
    refused = act_on_review(request, place) if request.method == "POST" else None
    if request.method == "POST" and refused is None:
        return redirect(place.url("review"))
    day = clock.today()
    known = figures.review(
        place.villages, place.county, month, place.due_on,
        limits(place.county, day), usual(place.county, day),
    )  # fmt: skip
    context = _context(request, place, known) | {"refused": refused}
    return render(request, "filings/review.html", context, status=409 if refused else 200)


def _context(request: HttpRequest, place: Place, known: Review) -> dict[str, Any]:
    asked = request.POST.get("village") or request.GET.get("village", "")
    chosen = known.line(asked) or next(iter(known.waiting or known.lines), None)
    return {
        "place": place,
        "review": known,
        "chosen": chosen,
        "rows": _rows(request, chosen),
        "whole": {"reason": request.POST.get(REASON, ""), "words": request.POST.get(WORDS, "")},
        "reasons": ReturnReason.choices,
        "ticked": request.POST.getlist("select"),
        "late_reason": request.POST.get("late_reason", ""),
        "late": [one.line.name for one in known.waiting if one.line.is_late],
        "corrected": corrected_villages([one.pk for one in place.villages], place.month),
        "counts": _counts(known),
        "patterns": [words_of(one) for one in known.patterns],
        "breadcrumbs": [
            (_("填报进度"), f"{reverse('filings:board')}?year={place.month.year}"),
            (f"{place.township.name} {place.month.label}", ""),
        ],
    }


def _rows(request: HttpRequest, chosen: ReviewLine | None) -> list[dict[str, Any]]:
    """The answers of the village, with what was typed beside them if it was refused."""
    sent = request.POST
    return [
        {"cell": one, "reason": sent.get(REASON + one.key, ""),
         "words": sent.get(WORDS + one.key, "")}
        for one in (chosen.cells if chosen else ())
    ]  # fmt: skip


def _counts(known: Review) -> list[tuple[str, int]]:
    return [
        (_("待审核"), known.count(FilingState.SUBMITTED)),
        (_("已通过"), known.count(FilingState.ACCEPTED)),
        (_("已退回"), known.count(FilingState.RETURNED)),
        (_("未提交"), known.count("", FilingState.DRAFT)),
    ]
