"""Pages of one rating: why its score is what it is, other points, appeal, decision."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from branches.actions.appeals import appeal_rating, appeal_until, decide_appeal
from branches.actions.ratings import confirm_rating
from branches.forms.ratings import AppealForm, DecideForm, SheetForm
from branches.models import SchemeRating
from branches.schemes.choices import RatingState
from branches.schemes.sentences import why
from branches.views.schemes import GET_POST, crumbs
from villages.accounts.access import requires
from villages.accounts.perms import may_change_map, works_for_township, works_in_territory
from villages.common import clock
from villages.common.refusals import refusals_in
from villages.lists.getting import get_visible_or_404


def get_rating(request: HttpRequest, uid: str) -> SchemeRating:
    """The rating with what its pages name; 404 outside the territory."""
    rows = SchemeRating.objects.select_related("scheme", "branch", "village__township", "grade")
    found: SchemeRating = get_visible_or_404(rows, request.user, uid=uid)
    return found


@require_safe
@requires(works_in_territory)
def rating(request: HttpRequest, uid: str) -> HttpResponse:
    """The receipts: one sentence per item, and what this person may do now."""
    one = get_rating(request, uid)
    context = {
        "rating": one,
        "receipts": [(row, why(row)) for row in _receipts(one)],
        "until": appeal_until(one),
        **_may(request.user, one),
        "breadcrumbs": _crumbs(one),
    }
    return render(request, "branches/schemes/rating.html", context)


@GET_POST
@requires(may_change_map)
def rating_confirm(request: HttpRequest, uid: str) -> HttpResponse:
    """The county confirms, with other points for some items where it judges otherwise."""
    one = get_rating(request, uid)

    def save(form: SheetForm) -> None:
        confirm_rating(rating=one, on=clock.today(), by=request.user, changes=form.answers)

    return _judging(request, one, SheetForm, save, _("确认评定"), _("确认这份评定"))


@GET_POST
@requires(may_change_map)
def rating_decide(request: HttpRequest, uid: str) -> HttpResponse:
    """An appeal is decided by somebody else than the one who confirmed."""
    one = get_rating(request, uid)

    def save(form: DecideForm) -> None:
        decide_appeal(
            rating=one, outcome=form.cleaned_data["outcome"], reason=form.cleaned_data["reason"],
            on=clock.today(), by=request.user, changes=form.answers,
        )  # fmt: skip

    return _judging(request, one, DecideForm, save, _("裁定申诉"), _("作出裁定"))


@GET_POST
@requires(works_for_township)
def rating_appeal(request: HttpRequest, uid: str) -> HttpResponse:
    """The township objects within its days."""
    one = get_rating(request, uid)
    form = AppealForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            appeal_rating(
                rating=one, text=form.cleaned_data["text"], on=clock.today(), by=request.user
            )
            messages.success(request, _("申诉已提交,由确认人以外的同志裁定。"))
            return redirect(one)
    context = {
        "rating": one, "form": form, "until": appeal_until(one),
        "breadcrumbs": _crumbs(one, (_("申诉"), "")),
    }  # fmt: skip
    return render(request, "branches/schemes/appeal.html", context)


def _judging(
    request: HttpRequest, one: SchemeRating, form_class: Any,
    save: Callable[[Any], None], title: str, submit: str,
) -> HttpResponse:  # fmt: skip
    rows = _receipts(one)
    said = {row.item_id: why(row) for row in rows}
    form = form_class(request.POST or None, items=[row.item for row in rows], said=said)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            save(form)
            messages.success(request, _("已记录。"))
            return redirect(one)
    context = {
        "rating": one, "form": form, "title": title, "submit": submit,
        "breadcrumbs": _crumbs(one, (title, "")),
    }  # fmt: skip
    return render(request, "branches/schemes/judge.html", context)


def _receipts(one: SchemeRating) -> list[Any]:
    return list(one.receipts.select_related("item").order_by("item__number"))


def _may(user: Any, one: SchemeRating) -> dict[str, bool]:
    last = appeal_until(one)
    open_to_appeal = one.state == RatingState.CONFIRMED and last and clock.today() <= last
    return {
        "may_confirm": may_change_map(user) and one.state == RatingState.PROPOSED,
        "may_appeal": works_for_township(user) and bool(open_to_appeal),
        "may_decide": may_change_map(user)
        and one.state == RatingState.APPEALED
        and one.confirmed_by_id != user.pk,
    }


def _crumbs(one: SchemeRating, *rest: tuple[Any, str]) -> list[tuple[Any, str]]:
    own = one.get_absolute_url() if rest else ""
    return crumbs((one.scheme.title, one.scheme.get_absolute_url()), (str(one), own), *rest)
