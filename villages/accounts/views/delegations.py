"""Standing in for a colleague."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from villages.accounts import perms
from villages.accounts.access import requires
from villages.accounts.actions import delegations as acts
from villages.accounts.figures import open_delegations
from villages.accounts.forms.delegation import DelegationForm
from villages.accounts.forms.refusals import refusals_on
from villages.accounts.models import Delegation
from villages.accounts.standing import ACTING_FOR
from villages.accounts.views.going import way_on
from villages.accounts.views.users import GET_POST
from villages.common import clock
from villages.lists.getting import get_visible_or_404


@GET_POST
@requires(perms.may_delegate, perms.may_deputise)
def delegations(request: HttpRequest) -> HttpResponse:
    """Deputyships of mine on either side, and a form to give one."""
    by: Any = request.user
    form = DelegationForm(request.POST or None, by=by, initial={"starts_on": clock.today()})
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            acts.delegate(by=by, **form.cleaned_data)
            messages.success(request, _("已委托代理,到期自动结束。"))
            return redirect("accounts:delegations")
    page = {
        "form": form,
        "may_delegate": perms.may_delegate(by),
        "today": clock.today(),
        "rows": open_delegations(by),
        "breadcrumbs": [(_("代理"), "")],
    }
    return render(request, "accounts/delegations.html", page)


@require_POST
def end(request: HttpRequest, uid: str) -> HttpResponse:
    """Ends a deputyship before its last day."""
    delegation = get_visible_or_404(Delegation, request.user, uid=uid)
    acts.end(delegation=delegation, by=request.user)  # type: ignore[arg-type]
    messages.success(request, _("代理已结束。"))
    return redirect(way_on(request, "accounts:delegations"))


@require_POST
def enter(request: HttpRequest, uid: str) -> HttpResponse:
    """From the next page on the deputy acts for the absent colleague."""
    delegation = get_visible_or_404(Delegation, request.user, uid=uid)
    acts.enter(delegation=delegation, by=request.user)  # type: ignore[arg-type]
    request.session[ACTING_FOR] = delegation.uid
    name = delegation.principal.name
    messages.info(request, _("您正在代理%(name)s,操作留痕会同时记录两人姓名。") % {"name": name})
    return redirect("home")


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Back to oneself."""
    by: Any = request.user
    if by.acting_for is not None:
        acts.leave(principal=by.acting_for, by=by)
    request.session.pop(ACTING_FOR, None)
    messages.info(request, _("已结束代理,恢复本人身份。"))
    return redirect("home")
