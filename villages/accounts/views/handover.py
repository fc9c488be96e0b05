"""A post changes hands: choose, look, confirm, receipt."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from villages.accounts import perms
from villages.accounts.access import requires
from villages.accounts.actions import handover as acts
from villages.accounts.forms.handover import HandoverForm
from villages.accounts.forms.refusals import refusals_on
from villages.accounts.models import Handover, User
from villages.accounts.places import names_of
from villages.accounts.sudo import needs_recent_password
from villages.accounts.tables import HANDOVERS
from villages.accounts.views.users import GET_POST, trail_of_pages
from villages.accounts.wizard import steps
from villages.lists.getting import get_visible_or_404
from villages.lists.page import list_page


@require_safe
@requires(perms.may_manage_users)
def handovers(request: HttpRequest) -> HttpResponseBase:
    """All handovers of one's territory."""
    rows = Handover.objects.visible_to(request.user)
    context = {
        "subtitle": _("在“用户与权限”中打开离任人的账号,选择“工作交接”办理。"),
        "breadcrumbs": [(_("工作交接"), "")],
    }
    return list_page(request, HANDOVERS, rows, context=context)


@GET_POST
@requires(perms.may_manage_users)
@needs_recent_password
def start(request: HttpRequest, uid: str) -> HttpResponse:
    """The form, then what would move, then the confirmation: one address, nothing stored."""
    leaver = get_visible_or_404(User, request.user, uid=uid)
    by: Any = request.user
    form = HandoverForm(request.POST or None, leaver=leaver, by=by)
    if request.method == "POST" and form.is_valid() and "back" not in request.POST:
        if "confirmed" not in request.POST:
            return _preview(request, leaver, form)
        with refusals_on(form):
            done = acts.hand_over(leaver=leaver, by=by, **form.cleaned_data)
            return redirect("accounts:handover", uid=done.uid)
    page = {"form": form, "leaver": leaver, "steps": _steps(0), "breadcrumbs": _way(leaver)}
    return render(request, "accounts/handover_form.html", page)


def _preview(request: HttpRequest, leaver: User, form: HandoverForm) -> HttpResponse:
    data = form.cleaned_data
    names = names_of(acts.units_of(leaver))
    page = {
        "form": form,
        "leaver": leaver,
        "successor": data["successor"],
        "data": data,
        "units": sorted(names.values()) if data["take_post"] else [],
        "parts": acts.open_work(leaver),
        "hidden": [
            (name, request.POST.get(name, "")) for name in form.fields if request.POST.get(name)
        ],
        "steps": _steps(1),
        "breadcrumbs": _way(leaver),
    }
    return render(request, "accounts/handover_preview.html", page)


def _steps(position: int) -> list[tuple[str, str]]:
    return steps([_("选择接任人"), _("核对移交内容"), _("完成")], position)


def _way(leaver: User) -> list[tuple[str, str]]:
    here = (leaver.name, reverse("accounts:user", args=[leaver.uid]))
    return trail_of_pages(here, (_("工作交接"), ""))


@require_safe
def receipt(request: HttpRequest, uid: str) -> HttpResponse:
    """What passed, when, on what ground: for the administrator and the two people."""
    done = get_visible_or_404(Handover, request.user, uid=uid)
    names = names_of(done.units)
    page = {
        "done": done,
        "units": sorted(names.values()),
        "steps": _steps(3),
        "breadcrumbs": [(_("工作交接"), ""), (done.leaver.name, "")],
    }
    return render(request, "accounts/handover_receipt.html", page)
