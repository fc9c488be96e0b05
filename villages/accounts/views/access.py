"""Role and places of a person."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from villages.accounts import perms
from villages.accounts.access import requires
from villages.accounts.actions.handover import units_of
from villages.accounts.actions.requests import change_access
from villages.accounts.choices import Role
from villages.accounts.forms.refusals import refusals_on
from villages.accounts.forms.users import AccessFields
from villages.accounts.models import AccessRequest, User
from villages.accounts.sudo import needs_recent_password
from villages.accounts.views.users import GET_POST, trail_of_pages
from villages.lists.getting import get_visible_or_404


@GET_POST
@requires(perms.may_manage_users)
@needs_recent_password
def access(request: HttpRequest, uid: str) -> HttpResponse:
    """Another role, other places: at once, or as a request that a second person decides."""
    subject = get_visible_or_404(User, request.user, uid=uid)
    role = _role(request, subject)
    form = _form(request, subject, role)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return _changed(request, subject, _change(request, subject, role, form))
    here = (subject.name, reverse("accounts:user", args=[uid]))
    page = {
        "form": form,
        "subject": subject,
        "role": Role(role),
        "roles": list(Role),
        "breadcrumbs": trail_of_pages(here, (_("角色与管辖"), "")),
    }
    return render(request, "accounts/user_access.html", page)


def _role(request: HttpRequest, subject: User) -> str:
    wanted = request.GET.get("role", "")
    return wanted if wanted in Role.values else subject.role


def _form(request: HttpRequest, subject: User, role: str) -> AccessFields:
    by: Any = request.user
    county = request.county  # type: ignore[attr-defined]
    first = {"units": units_of(subject)}
    return AccessFields(request.POST or None, initial=first, role=role, by=by, county=county)


def _change(
    request: HttpRequest, subject: User, role: str, form: AccessFields
) -> AccessRequest | None:
    data = form.cleaned_data
    return change_access(
        subject=subject,
        role=role,
        codes=form.codes,
        by=request.user,
        reason=data["reason"],
        ends_on=data.get("ends_on"),
    )


def _changed(request: HttpRequest, subject: User, asked: AccessRequest | None) -> HttpResponse:
    if asked is None:
        messages.success(request, _("%(name)s的角色与管辖已更新。") % {"name": subject.name})
        return redirect("accounts:user", uid=subject.uid)
    messages.info(request, _("已提交授权申请,第二人同意后生效。"))
    return redirect("accounts:request", uid=asked.uid)
