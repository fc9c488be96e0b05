"""Requests for rights, and the second person's answer."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from villages.accounts import perms
from villages.accounts.access import requires, sentence
from villages.accounts.actions import decisions as acts
from villages.accounts.choices import RequestState, Role
from villages.accounts.deciding import may_decide
from villages.accounts.figures import account_facts
from villages.accounts.filters import RequestFilter
from villages.accounts.forms.refusals import refusals_on
from villages.accounts.forms.requests import DecisionForm
from villages.accounts.models import AccessRequest
from villages.accounts.places import in_words
from villages.accounts.sudo import needs_recent_password
from villages.accounts.tables import REQUESTS, with_wanted_role
from villages.accounts.views.users import GET_POST
from villages.lists.getting import get_visible_or_404
from villages.lists.page import list_page


@require_safe
@requires(perms.may_see_requests)
def requests(request: HttpRequest) -> HttpResponseBase:
    """All requests of one's territory, the newest first."""
    rows = with_wanted_role(AccessRequest.objects.visible_to(request.user))
    context = {
        "subtitle": sentence(perms.may_decide_access),
        "breadcrumbs": [(_("授权申请"), "")],
    }
    return list_page(request, REQUESTS, rows, filterset=RequestFilter, context=context)


@GET_POST
@requires(perms.may_see_requests)
@needs_recent_password
def access_request(request: HttpRequest, uid: str) -> HttpResponse:
    """One request, and for the second person the two buttons."""
    asked = get_visible_or_404(AccessRequest, request.user, uid=uid)
    form = DecisionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            _decide(request, asked, form.cleaned_data["answer"])
            return redirect("accounts:request", uid=uid)
    return render(request, "accounts/request.html", _page(request, asked, form))


def _decide(request: HttpRequest, asked: AccessRequest, answer: str) -> None:
    by: Any = request.user
    if request.POST.get("decision") == "grant":
        acts.grant(request=asked, by=by, answer=answer)
        messages.success(request, _("已同意,授权即时生效。"))
    else:
        acts.refuse(request=asked, by=by, answer=answer)
        messages.info(request, _("已记录不同意的意见。"))


def _page(request: HttpRequest, asked: AccessRequest, form: DecisionForm) -> dict[str, Any]:
    waiting = asked.state == RequestState.WAITING
    return {
        "form": form,
        "asked": asked,
        "waiting": waiting,
        "held": account_facts(asked.subject).held,
        "wanted_role": Role(asked.role or asked.subject.role).label,
        "wanted_units": in_words(asked.unit_codes),
        "may_decide": waiting and may_decide(asked, request.user),
        "may_withdraw": waiting and asked.requested_by_id == request.user.pk,
        "rule": sentence(perms.may_decide_access),
        "breadcrumbs": [
            (_("授权申请"), reverse("accounts:requests")),
            (asked.subject.name, ""),
        ],
    }


@require_POST
@requires(perms.may_see_requests)
def withdraw(request: HttpRequest, uid: str) -> HttpResponse:
    """Whoever asked takes it back."""
    asked = get_visible_or_404(AccessRequest, request.user, uid=uid)
    acts.withdraw(request=asked, by=request.user)
    messages.info(request, _("申请已撤回。"))
    return redirect("accounts:request", uid=uid)
