"""The second factor: state, setting up, showing a code."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from villages.accounts import otp as factor
from villages.accounts import steps, sudo
from villages.accounts.actions import second_factor
from villages.accounts.forms.otp import CodeForm, PhoneCodeForm
from villages.accounts.views.going import way_on
from villages.accounts.views.welcome import welcome
from villages.common.errors import DomainError


def _crumbs(last: str = "") -> list[tuple[str, str]]:
    trail = [(_("个人设置"), reverse("accounts:profile"))]
    here = reverse("accounts:otp") if last else ""
    return [*trail, (_("两步验证"), here), *([(last, "")] if last else [])]


@require_safe
def otp(request: HttpRequest) -> HttpResponse:
    """Whether it is on, how many recovery codes are left."""
    user: Any = request.user
    page = {
        "phone": factor.phone_of(user),
        "codes_left": factor.codes_left(user),
        "mandatory": factor.is_mandatory_for(user),
        "breadcrumbs": _crumbs(),
    }
    return render(request, "accounts/otp.html", page)


@never_cache
@steps.stays_open("accounts:otp_setup")
@require_http_methods(["GET", "HEAD", "POST"])
def otp_setup(request: HttpRequest) -> HttpResponse:
    """The picture to scan, and the first code."""
    user: Any = request.user
    if not sudo.recent(request):
        return sudo.ask(request)
    form = PhoneCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            code = factor.normal(form.cleaned_data["code"])
            codes = second_factor.confirm_setup(request=request, user=user, code=code)
            return _codes_page(request, codes)
        except DomainError as error:
            form.add_error("code", str(error))
    return render(request, "accounts/otp_setup.html", _setup_page(user, form))


def _setup_page(user: Any, form: PhoneCodeForm) -> dict[str, Any]:
    draft = second_factor.begin_setup(user=user)
    forced = factor.is_mandatory_for(user) and not factor.is_shown(user)
    return {
        "form": form,
        "picture": factor.picture_of(draft),
        "secret": factor.secret_words(draft),
        "forced": forced,
        "frame": "layout/plain.html" if forced else "base.html",
        "breadcrumbs": _crumbs(_("设置")),
    }


@never_cache
@steps.stays_open("accounts:otp_verify")
@require_http_methods(["GET", "HEAD", "POST"])
def otp_verify(request: HttpRequest) -> HttpResponse:
    """The code that this sign-in still owes."""
    user: Any = request.user
    if not factor.owes_code(request):
        return redirect(way_on(request))
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            second_factor.show(request=request, user=user, code=form.cleaned_data["code"])
            welcome(request, user)
            return redirect(way_on(request))
        except DomainError as error:
            form.add_error("code", str(error))
    return render(request, "accounts/otp_verify.html", {"form": form})


@require_POST
@sudo.needs_recent_password
def otp_codes(request: HttpRequest) -> HttpResponse:
    """New recovery codes, shown once."""
    user: Any = request.user
    return _codes_page(request, second_factor.renew_recovery_codes(user=user, by=user))


@require_http_methods(["GET", "HEAD", "POST"])
@sudo.needs_recent_password
def otp_remove(request: HttpRequest) -> HttpResponse:
    """Takes the second factor away, where it is not mandatory."""
    user: Any = request.user
    if request.method == "POST" and not factor.is_mandatory_for(user):
        second_factor.remove(user=user, by=user)
        messages.success(request, _("两步验证已停用。"))
        return redirect("accounts:otp")
    page = {"mandatory": factor.is_mandatory_for(user), "breadcrumbs": _crumbs(_("停用"))}
    return render(request, "accounts/otp_remove.html", page)


def _codes_page(request: HttpRequest, codes: list[str]) -> HttpResponse:
    page = {"codes": codes, "next": way_on(request, "accounts:otp")}
    response = render(request, "accounts/otp_codes.html", page)
    response["Cache-Control"] = "no-store"
    return response
