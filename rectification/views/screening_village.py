"""One village in the screening: what fits, the decision, and the way onto the list."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rectification.actions.deciding import decide
from rectification.actions.opening import list_directly, open_screening
from rectification.figures.candidates import Candidate
from rectification.forms.screening import DecisionForm, ListingForm, OpeningForm
from rectification.perms import may_keep_cases, may_see_cases, may_take_county_steps
from rectification.states import OPEN
from rectification.views.screening import crumbs
from rectification.views.screening_at import village_at
from rectification.wording.screening import lines, why_text
from villages.accounts.access import requires
from villages.common import clock
from villages.common.refusals import refusals_in

_TAKES = ["GET", "HEAD", "POST"]


@require_safe
@requires(may_see_cases)
def screening_village(request: HttpRequest, year: int, code: str) -> HttpResponse:
    """Every situation of the standard held against the village, with the value behind it."""
    village, found, one = village_at(request, year, code)
    free = one.case is None or one.case.status not in OPEN
    context = {
        **_place(village, found, one),
        "why": why_text(one),
        "lines": list(lines(one.findings)),
        "may_open": free and may_keep_cases(request.user),
        "may_decide": may_take_county_steps(request.user),
        "may_list": free and may_take_county_steps(request.user),
        "breadcrumbs": crumbs(year, (village.name, "")),
    }
    return render(request, "rectification/screening/village.html", context)


@require_http_methods(_TAKES)
@requires(may_take_county_steps)
def screening_decide(request: HttpRequest, year: int, code: str) -> HttpResponse:
    """In, watch or out, with the reason."""
    village, found, one = village_at(request, year, code)
    known = one.decision
    initial = {"outcome": known.outcome, "reason": known.reason} if known else {}
    form = DecisionForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            decide(
                [(village, one.points)], by=request.user, on=clock.today(), year=year,
                **form.cleaned_data,
            )  # fmt: skip
            messages.success(request, _("已登记%s的排查决定。") % village.name)
            return redirect("cases:screening_village", year=year, code=code)
    return _form_page(request, village, found, one, form, _("作出决定"))


@require_http_methods(_TAKES)
@requires(may_keep_cases)
def screening_open(request: HttpRequest, year: int, code: str) -> HttpResponse:
    """The screening sheet; figures have filled it in, people check it."""
    village, found, one = village_at(request, year, code)
    form = OpeningForm(
        request.POST or None, items=found.items, today=clock.today(),
        initial={**_first(one), "facts": _facts(one)},
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            given = form.cleaned_data
            case = open_screening(
                village, by=request.user, on=given["on"], year=year, facts=given["facts"],
                case_class=given["case_class"], interviewed=given["interviewed"],
                situations=_situations(one, given["items"]),
            )  # fmt: skip
            messages.success(request, _("已登记排查:%s。") % case)
            return redirect(case)
    return _form_page(request, village, found, one, form, _("登记排查"))


@require_http_methods(_TAKES)
@requires(may_take_county_steps)
def screening_direct(request: HttpRequest, year: int, code: str) -> HttpResponse:
    """Onto the list at once, by a decision of the county's standing committee."""
    village, found, one = village_at(request, year, code)
    form = ListingForm(
        request.POST or None, items=found.items, today=clock.today(),
        initial={**_first(one), "level": "general"},
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            given = form.cleaned_data
            case = list_directly(
                village, by=request.user, on=given["on"], year=year, level=given["level"],
                case_class=given["case_class"], document_no=given["document_no"],
                reason=given["reason"], situations=_situations(one, given["items"]),
            )  # fmt: skip
            messages.success(request, _("已认定:%s。") % case)
            return redirect(case)
    return _form_page(request, village, found, one, form, _("直接认定"))


def _form_page(
    request: HttpRequest, village: Any, found: Any, one: Candidate, form: Any, title: str
) -> HttpResponse:
    year = found.standard.year
    context = {
        **_place(village, found, one), "form": form, "title": title,
        "breadcrumbs": crumbs(year, (village.name, _back(year, village)), (title, "")),
        "back": _back(year, village),
    }  # fmt: skip
    return render(request, "rectification/screening/form.html", context)


def _place(village: Any, found: Any, one: Candidate) -> dict[str, Any]:
    return {"village": village, "found": found, "one": one, "year": found.standard.year}


def _back(year: int, village: Any) -> str:
    return reverse("cases:screening_village", args=[year, village.code])


def _first(one: Candidate) -> dict[str, Any]:
    """Only what figures or people found is ticked; a quota ticks nothing."""
    return {
        "on": clock.today(), "case_class": "weak_lax",
        "items": [each.item.code for each in one.matched],
    }  # fmt: skip


def _facts(one: Candidate) -> str:
    """What figures say of open situations; restricted ones stay out of what townships read."""
    told = [each for each in one.matched if each.text and not each.item.restricted]
    return "；".join(each.text for each in told)


def _situations(one: Candidate, items: Any) -> list[tuple[Any, str]]:
    texts = {each.item.pk: each.text for each in one.matched}
    return [(item, texts.get(item.pk, "")[:500]) for item in items]
