"""Asking the county to open a part of a closed month again, and the county's answer."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from villages import workdays
from villages.accounts.access import requires
from villages.accounts.forms.refusals import refusals_on
from villages.accounts.perms import works_in_territory
from villages.accounts.sudo import needs_recent_password
from villages.common import clock
from villages.common.errors import DomainError
from villages.common.workdays import add_workdays
from villages.imports.actions.asking import ask_reopening, withdraw_request
from villages.imports.actions.granting import grant_request, refuse_request
from villages.imports.asked import asked
from villages.imports.choices import RequestState
from villages.imports.forms.reopening import AnswerForm, AskForm
from villages.imports.models import ReopeningRequest
from villages.imports.perms import may_ask_reopening, may_control_months
from villages.imports.two_persons import month_needs_second
from villages.imports.views.months import GET_POST, crumbs, line_at
from villages.lists.getting import get_visible_or_404

# A suggestion only: whoever answers chooses the day.
_DAYS = 3


@GET_POST
@requires(may_ask_reopening)
def ask(request: HttpRequest, code: str) -> HttpResponse:
    """Which villages, which data, why; `?village=` comes from the page where it was needed."""
    county, line = line_at(request, code)
    wanted = {"villages": request.GET.getlist("village"), "items": request.GET.get("items", "")}
    form = AskForm(request.POST or None, initial=wanted, user=request.user, county=county)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            if line.row is None:
                raise DomainError("month_open", _("%s没有封账。") % line.period.label)
            said = form.cleaned_data
            row = ask_reopening(
                by=request.user, filing_month=line.row, village_codes=said["villages"],
                items=said["items"], reason=said["reason"],
            )  # fmt: skip
            messages.success(request, _("申请已送到县委组织部,答复会出现在您的首页待办。"))
            return redirect("imports:reopening_request", uid=row.uid)
    page = {"line": line, "form": form, **crumbs(line.period, _("申请重新开放"))}
    return render(request, "months/ask.html", page)


@require_safe
@requires(works_in_territory)
def reopening_request(request: HttpRequest, uid: str) -> HttpResponse:
    """What was asked and what the county said."""
    return render(request, "months/asked.html", _page(request, _found(request, uid)))


@GET_POST
@requires(may_control_months)
@needs_recent_password
def decide(request: HttpRequest, uid: str) -> HttpResponse:
    """Yes until a day, or no with a reason; a yes that needs another one says so."""
    found = _found(request, uid)
    start = {"ends_on": found.ends_on or _suggested()}
    form = AnswerForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            _answer(request, found, form.cleaned_data)
            return redirect("imports:reopening_request", uid=uid)
    page = _page(request, found) | {"form": form, "second": month_needs_second(found.filing_month)}
    return render(request, "months/decide.html", page)


@require_POST
@requires(may_ask_reopening)
def withdraw(request: HttpRequest, uid: str) -> HttpResponse:
    """Whoever asked takes it back."""
    withdraw_request(by=request.user, request=_found(request, uid))
    messages.info(request, _("申请已撤回。"))
    return redirect("imports:reopening_request", uid=uid)


def _answer(request: HttpRequest, found: ReopeningRequest, said: dict[str, Any]) -> None:
    if request.POST.get("decision") != "grant":
        refuse_request(by=request.user, request=found, answer=said["answer"])
        messages.info(request, _("已答复不同意,乡镇会看到理由。"))
        return
    row = grant_request(
        by=request.user, request=found, ends_on=said["ends_on"], answer=said["answer"]
    )
    if row.state == RequestState.AGREED:
        messages.success(request, _("已记录您的同意,还须组织部另一人批准。"))
    else:
        messages.success(request, _("已重新开放到 %s,乡镇可以修改。") % row.ends_on)


def _found(request: HttpRequest, uid: str) -> ReopeningRequest:
    people = ("filing_month", "asked_by", "agreed_by", "decided_by")
    rows = ReopeningRequest.objects.select_related(*people)
    found: ReopeningRequest = get_visible_or_404(rows, request.user, uid=uid)
    return found


def _page(request: HttpRequest, found: ReopeningRequest) -> dict[str, Any]:
    [named] = asked([found])
    may_decide = found.is_open and may_control_months(request.user)
    return {
        "asked": named,
        "month": found.filing_month.period,
        "may_decide": may_decide and found.asked_by_id != request.user.pk,
        "may_withdraw": found.is_open and found.asked_by_id == request.user.pk,
        "is_own_yes": found.agreed_by_id == request.user.pk,
        "open_url": reverse("imports:months") + f"?year={found.filing_month.period.year}",
        **crumbs(found.filing_month.period, _("重新开放申请")),
    }


def _suggested() -> Any:
    return add_workdays(clock.today(), _DAYS, workdays.adjusted())
