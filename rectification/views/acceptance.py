"""One acceptance: the score sheet with votes and vetoes, and the conclusion."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rectification.actions import accepting
from rectification.actions.deadlines import bounds
from rectification.actions.recording import record_results
from rectification.choices import AcceptanceResult
from rectification.figures.attempts import judgement_of, unverified
from rectification.forms.acceptance import ConcludeForm, ResultsForm, stored
from rectification.models import Acceptance
from rectification.perms import may_see_cases, may_take_county_steps
from rectification.states import CaseStatus
from rectification.wording.acceptance import line, reasons
from villages import navigation
from villages.accounts.access import requires, sentence
from villages.common import clock
from villages.common.refusals import refusals_in
from villages.lists.getting import get_visible_or_404

METHODS = ["GET", "HEAD", "POST"]


def crumbs(*rest: tuple[str, str]) -> list[tuple[str, str]]:
    """The way to a page about acceptance."""
    return [(_("整顿"), reverse("cases:hub")), *rest]


def row_page(uid: str) -> str:
    """The page of a case."""
    return navigation.resolved("cases:case", uid) or navigation.resolved("ledgers:cases_row", uid)


def get_attempt(request: HttpRequest, uid: str) -> Acceptance:
    """The attempt with its case; 404 outside the territory."""
    rows = Acceptance.objects.select_related("case__scheme", "case__village__township")
    found: Acceptance = get_visible_or_404(rows, request.user, uid=uid)
    return found


@require_http_methods(METHODS)
@requires(may_see_cases)
def acceptance(request: HttpRequest, uid: str) -> HttpResponse:
    """What was found, the judgement by the scheme, and what is missing."""
    if request.method == "POST" and not may_take_county_steps(request.user):
        raise PermissionDenied(sentence(may_take_county_steps))
    attempt = get_attempt(request, uid)
    form = _results_form(request, attempt)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            version = form.cleaned_data["version"]
            record_results(attempt, by=request.user, results=form.results, version=version)
            messages.success(request, _("已保存。下面是按验收办法的判断。"))
            return redirect(f"{request.path}#judgement")
    title = _title(attempt)
    context = {
        **_shown(attempt),
        "title": title,
        "form": form,
        "may_write": may_take_county_steps(request.user) and _is_open(attempt),
        "breadcrumbs": crumbs(_to_case(attempt), (title, "")),
    }
    return render(request, "rectification/acceptance/attempt.html", context)


@require_http_methods(METHODS)
@requires(may_take_county_steps)
def conclude(request: HttpRequest, uid: str) -> HttpResponse:
    """Passed or failed, prefilled with what the scheme says."""
    attempt = get_attempt(request, uid)
    form = ConcludeForm(request.POST or None, initial=_proposed(attempt))
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            _conclude(request, attempt, form.cleaned_data)
            return redirect(attempt.case)
    title = _("%s:作出结论") % _title(attempt)
    context = {
        **_shown(attempt),
        "title": title,
        "form": form,
        "back": reverse("cases:acceptance", args=[uid]),
        "breadcrumbs": crumbs(
            _to_case(attempt),
            (_title(attempt), reverse("cases:acceptance", args=[uid])),
            (title, ""),
        ),
    }
    return render(request, "rectification/acceptance/conclude.html", context)


def _to_case(attempt: Acceptance) -> tuple[str, str]:
    """The way back to the case that is accepted."""
    return str(attempt.case), attempt.case.get_absolute_url()


def _conclude(request: HttpRequest, attempt: Acceptance, given: dict[str, Any]) -> None:
    case, on = attempt.case, given["on"]
    if given["result"] == AcceptanceResult.PASSED:
        accepting.pass_(case, by=request.user, on=on)
        messages.success(request, _("%s验收合格。下一步登记公示。") % case.village.name)
        return
    accepting.fail(
        case, by=request.user, on=on, new_deadline=given["new_deadline"],
        reasons=given["reasons"],
    )  # fmt: skip
    messages.success(request, _("%s验收不合格,已回到整顿中。") % case.village.name)


def _results_form(request: HttpRequest, attempt: Acceptance) -> ResultsForm:
    scheme = attempt.case.scheme
    return ResultsForm(
        request.POST or None, initial=stored(attempt),
        aspects=list(scheme.aspects.all()) if scheme else [],
        vetoes=list(scheme.vetoes.all()) if scheme else [],
    )  # fmt: skip


def _shown(attempt: Acceptance) -> dict[str, Any]:
    judgement = judgement_of(attempt) if attempt.case.scheme else None
    return {
        "attempt": attempt,
        "case": attempt.case,
        "judgement": judgement,
        "lines": [line(one, judgement) for one in judgement.outcomes] if judgement else [],
        "unverified": unverified(attempt.case),
        "members": attempt.members.all(),
        "scores": attempt.scores.select_related("aspect"),
        "found_vetoes": attempt.vetoes.select_related("veto"),
    }


def _proposed(attempt: Acceptance) -> dict[str, Any]:
    """The conclusion that follows from the scheme, and the latest deadline that may be given."""
    on = max(filter(None, (clock.today(), attempt.held_on)))
    judgement = judgement_of(attempt) if attempt.case.scheme else None
    why = reasons(judgement) if judgement else ""
    good = judgement is not None and judgement.passed
    result = AcceptanceResult.PASSED if good else AcceptanceResult.FAILED
    return {
        "result": result, "on": on, "reasons": why,
        "new_deadline": None if good else bounds(attempt.case, on)[1],
    }  # fmt: skip


def _is_open(attempt: Acceptance) -> bool:
    return attempt.case.status == CaseStatus.COUNTY_ACCEPTANCE and not attempt.result


def _title(attempt: Acceptance) -> str:
    return f"{attempt.case.village.full_name} {attempt}"
