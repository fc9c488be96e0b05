"""One's own password."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from villages.accounts import passwords, steps, sudo
from villages.accounts.actions import signing_in
from villages.accounts.actions.passwords import change_password
from villages.accounts.forms.password import PasswordForm
from villages.accounts.forms.sign_in import ConfirmPasswordForm
from villages.accounts.views.going import way_on


@never_cache
@steps.stays_open("accounts:password")
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    """Changing it; also the page of the forced change."""
    user: Any = request.user
    form = PasswordForm(request, request.POST or None)
    if request.method == "POST" and form.is_valid():
        new = form.cleaned_data["new"]
        ended = change_password(user=user, password=new, by=user, request=request)
        messages.success(request, _("密码已修改。") + _others_ended(ended))
        return redirect(way_on(request, "accounts:profile"))
    _note_refusal(request, form)
    return render(request, "accounts/password.html", _page(user, form))


def _page(user: Any, form: PasswordForm) -> dict[str, Any]:
    forced = passwords.must_change(user)
    return {
        "form": form,
        "rules": passwords.rules_in_words(),
        "forced": forced,
        "expired": forced and not user.must_change_password,
        "frame": "layout/plain.html" if forced else "base.html",
        "breadcrumbs": [(_("个人设置"), reverse("accounts:profile")), (_("修改密码"), "")],
    }


def _others_ended(count: int) -> str:
    return _("其他 %(count)s 个会话已结束。") % {"count": count} if count else ""


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest) -> HttpResponse:
    """The password again, before a weighty act."""
    form = ConfirmPasswordForm(request, request.POST or None)
    if request.method == "POST" and form.is_valid():
        sudo.note(request)
        return redirect(way_on(request))
    _note_refusal(request, form)
    page = {"form": form, "minutes": sudo.MINUTES, "back": way_on(request)}
    return render(request, "accounts/confirm.html", page)


def _note_refusal(request: HttpRequest, form: ConfirmPasswordForm) -> None:
    if form.is_bound and form.has_error("password", "wrong"):
        signing_in.refuse(request=request, username=request.user.get_username())
