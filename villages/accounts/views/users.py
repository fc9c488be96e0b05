"""People and their accounts: for the security administrator."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from villages.accounts import perms
from villages.accounts.access import requires
from villages.accounts.actions import users as accounts
from villages.accounts.choices import Role
from villages.accounts.figures import account_facts, reach_preview
from villages.accounts.filters import UserFilter
from villages.accounts.forms.refusals import refusals_on
from villages.accounts.forms.users import AccountForm, OpenAccountForm
from villages.accounts.models import User
from villages.accounts.sudo import needs_recent_password
from villages.accounts.tables import USERS, with_place
from villages.lists.getting import get_visible_or_404
from villages.lists.page import list_page
from villages.trace.models import AuditEntry
from villages.trace.sentences import sentence

GET_POST = require_http_methods(["GET", "HEAD", "POST"])


def trail_of_pages(*further: tuple[str, str]) -> list[tuple[str, str]]:
    """Breadcrumbs below the list of people."""
    return [(_("用户与权限"), reverse("accounts:users")), *further]


@require_safe
@requires(perms.may_manage_users)
def users(request: HttpRequest) -> HttpResponseBase:
    """Everybody in one's territory."""
    rows = with_place(User.objects.visible_to(request.user))
    context = {
        "action_label": _("开设账号"),
        "action_url": reverse("accounts:user_new"),
        "action_icon": "plus",
        "breadcrumbs": [(_("用户与权限"), "")],
    }
    return list_page(request, USERS, rows, filterset=UserFilter, context=context)


@require_safe
@requires(perms.may_manage_users)
def user(request: HttpRequest, uid: str) -> HttpResponse:
    """One account: state, places, deputies, open requests, what happened to it."""
    subject = get_visible_or_404(User, request.user, uid=uid)
    facts, may_change = account_facts(subject), perms.may_change_account(request.user, subject)
    page = {
        "subject": subject,
        "facts": facts,
        "history": [_event(entry) for entry in facts.history],
        "may_change": may_change,
        "subtitle": " · ".join(filter(None, [str(Role(subject.role).label), subject.unit_name])),
        "secondary": _beside(subject, may_change),
        "breadcrumbs": trail_of_pages((subject.name, "")),
    }
    return render(request, "accounts/user.html", page)


def _beside(subject: User, may_change: bool) -> list[tuple[str, str, str]]:
    """The lesser buttons of an account's page."""
    look = (_("可见范围预览"), reverse("accounts:user_preview", args=[subject.uid]), "eye")
    pass_on = (_("工作交接"), reverse("accounts:handover_start", args=[subject.uid]), "refresh")
    return [look, pass_on] if may_change else [look]


def _event(entry: AuditEntry) -> dict[str, str]:
    """One act on the account for the timeline."""
    when = localtime(entry.at).strftime("%Y-%m-%d %H:%M")
    return {"when": when, "who": entry.actor_name, "title": sentence(entry)}


@require_safe
@requires(perms.may_manage_users)
def preview(request: HttpRequest, uid: str) -> HttpResponse:
    """What this person sees and may do: a table, never a session in another name."""
    subject = get_visible_or_404(User, request.user, uid=uid)
    here = (subject.name, reverse("accounts:user", args=[uid]))
    page = {
        "subject": subject,
        "reach": reach_preview(subject),
        "breadcrumbs": trail_of_pages(here, (_("可见范围预览"), "")),
    }
    return render(request, "accounts/user_preview.html", page)


@GET_POST
@requires(perms.may_manage_users)
@needs_recent_password
def open_account(request: HttpRequest) -> HttpResponse:
    """First the role, then the person and the places."""
    role = request.GET.get("role", "")
    if role not in Role.values:
        return _choose_role(request)
    by: Any = request.user
    form = OpenAccountForm(request.POST or None, role=role, by=by, county=request.county)  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return _opened(request, _open(request, form))
    page = {"form": form, "role": Role(role), "breadcrumbs": trail_of_pages((_("开设账号"), ""))}
    return render(request, "accounts/user_form.html", page)


def _choose_role(request: HttpRequest) -> HttpResponse:
    page = {"roles": list(Role), "breadcrumbs": trail_of_pages((_("开设账号"), ""))}
    return render(request, "accounts/user_role.html", page)


def _open(request: HttpRequest, form: OpenAccountForm) -> accounts.Opened:
    data, county = form.cleaned_data, request.county  # type: ignore[attr-defined]
    return accounts.open_account(
        username=data["username"],
        name=data["name"],
        unit_name=data["unit_name"],
        role=form.role,
        codes=form.codes,
        ends_on=data.get("ends_on"),
        reason=data["reason"],
        county_code=county.code if county else "",
        by=request.user,
    )


def _opened(request: HttpRequest, opened: accounts.Opened) -> HttpResponse:
    """The receipt with the password: shown in this answer only."""
    page = {
        "subject": opened.user,
        "password": opened.password,
        "access_request": opened.request,
        "title": _("账号已开设"),
        "breadcrumbs": trail_of_pages((_("账号已开设"), "")),
    }
    return render(request, "accounts/user_password.html", page)


@GET_POST
@requires(perms.may_manage_users)
def edit(request: HttpRequest, uid: str) -> HttpResponse:
    """Name and unit."""
    subject = get_visible_or_404(User, request.user, uid=uid)
    known = {name: getattr(subject, name) for name in ("name", "unit_name", "version")}
    form = AccountForm(request.POST or None, initial=known)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            accounts.update_account(subject=subject, by=request.user, **form.cleaned_data)
            messages.success(request, _("%(name)s的资料已保存。") % {"name": subject.name})
            return redirect("accounts:user", uid=uid)
    here = (subject.name, reverse("accounts:user", args=[uid]))
    page = {
        "form": form,
        "subject": subject,
        "breadcrumbs": trail_of_pages(here, (_("修改资料"), "")),
    }
    return render(request, "accounts/user_edit.html", page)
