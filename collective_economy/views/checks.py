"""Questions about figures that look inflated, and pairs of payments that went in a circle."""

from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from collective_economy.actions.checks import accept_answer, answer_check, send_back_answer
from collective_economy.actions.roundtrips import note_round_trips
from collective_economy.checks.catalogue import BY_CODE
from collective_economy.checks.running import Asked, questions
from collective_economy.figures.roundtrips import open_round_trips
from collective_economy.forms.correcting import AnswerForm, ReturnForm
from collective_economy.models import CheckAnswer
from collective_economy.perms import may_answer_checks, may_review_economy
from collective_economy.views.lists import crumbs
from collective_economy.views.place import month_links, month_of, place_of
from villages.accounts.access import requires
from villages.accounts.perms import works_in_territory
from villages.common import clock
from villages.common.errors import DomainError
from villages.common.periods import Month, parse_month
from villages.common.refusals import refusals_in
from villages.common.scope import Scope
from villages.lists.getting import get_visible_or_404
from villages.models import Village


@require_safe
@requires(works_in_territory)
def checks(request: HttpRequest) -> HttpResponse:
    """All questions of a month by township, with the numbers behind each and its answer."""
    scope, county = place_of(request)
    month = month_of(request, scope, county)
    asked = questions(scope, county, month)
    open_ = sum(one.state in ("open", "sent_back") for one in asked)
    context = {
        "month": month,
        **month_links(month),
        "townships": _by_township(asked),
        "asked": len(asked),
        "open": open_,
        "round_trips": sum(map(len, open_round_trips(scope, county, month).values())),
        "may_answer": may_answer_checks(request.user),
        "may_review": may_review_economy(request.user),
        "breadcrumbs": crumbs(_("收入核查")),
    }
    return render(request, "collective_economy/checks.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_answer_checks)
def answer(request: HttpRequest, period: str, code: str, check: str) -> HttpResponse:
    """One question with its numbers, and the sentence that answers it."""
    village = get_visible_or_404(Village, request.user, code=code)
    asked = _asked(village, _month(period), check)
    form = AnswerForm(request.POST or None, initial={"answer": getattr(asked.answer, "answer", "")})
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            answer_check(
                village=village, month=_month(period), code=check, on=clock.today(),
                answer=form.cleaned_data["answer"], by=request.user,
            )  # fmt: skip
            messages.success(request, _("已答复。"))
            return redirect(_back(period))
    return _page(request, "collective_economy/answer.html", asked, form, period)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_review_economy)
def review(request: HttpRequest, uid: str) -> HttpResponse:
    """An answer, to be accepted or sent back."""
    rows = CheckAnswer.objects.select_related("village__township")
    row = get_visible_or_404(rows, request.user, uid=uid)
    form = ReturnForm(request.POST or None)
    period = Month.from_number(row.month).code
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            if "send_back" in request.POST:
                send_back_answer(row, reason=form.cleaned_data["reason"], by=request.user)
                messages.success(request, _("已退回,乡镇会看到还需要补充什么。"))
            else:
                accept_answer(row, on=clock.today(), by=request.user)
                messages.success(request, _("已认可这一答复。"))
            return redirect(_back(period))
    asked = Asked(row.village, BY_CODE[row.code], _hit_of(row), row)
    return _page(request, "collective_economy/review.html", asked, form, period)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_review_economy)
def round_trips(request: HttpRequest) -> HttpResponse:
    """Pairs of near-equal payments in and out; noting them puts them into the ledger."""
    scope, county = place_of(request)
    month = month_of(request, scope, county)
    found = open_round_trips(scope, county, month)
    villages = Village.objects.visible_to(request.user).in_bulk(list(found))
    pairs = [(villages[pk], pair) for pk, line in found.items() if pk in villages for pair in line]
    if request.method == "POST":
        note_round_trips(found=pairs, by=request.user)
        messages.success(request, _("已列入过账核查 %s 笔,请逐笔认定。") % len(pairs))
        return redirect("ledgers:pass-throughs")
    context = {
        "month": month, **month_links(month), "pairs": pairs,
        "breadcrumbs": crumbs(_("过账核查")),
    }  # fmt: skip
    return render(request, "collective_economy/round_trips.html", context)


def _by_township(asked: list[Asked]) -> list[tuple[str, list[Asked]]]:
    return [
        (name, list(group))
        for name, group in groupby(asked, key=lambda one: one.village.township.name)
    ]


def _asked(village: Village, month: Month, check: str) -> Asked:
    found = questions(Scope.of([village.code]), village.county_code, month)
    for one in found:
        if one.check.code == check:
            return one
    raise Http404(_("这个问题已经不存在。"))


def _hit_of(row: CheckAnswer) -> Any:
    """The numbers behind an answered question as they are now; none where it has gone."""
    found = questions(Scope.of([row.village.code]), row.county_code, Month.from_number(row.month))
    return next((one.hit for one in found if one.check.code == row.code), None)


def _page(
    request: HttpRequest, template: str, asked: Asked, form: Any, period: str
) -> HttpResponse:
    context = {
        "asked": asked, "form": form, "month": _month(period), "back": _back(period),
        "breadcrumbs": crumbs(_("收入核查")),
    }  # fmt: skip
    return render(request, template, context)


def _month(period: str) -> Month:
    try:
        return parse_month(period)
    except DomainError as error:
        raise Http404 from error


def _back(period: str) -> str:
    return f"{reverse('collective_economy:checks')}?{urlencode({'month': period})}"
