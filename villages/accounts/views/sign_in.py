"""Signing in and out."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from villages.accounts import limits, lockout, otp, steps
from villages.accounts.actions import signing_in
from villages.accounts.choices import EndReason
from villages.accounts.forms.sign_in import SignInForm
from villages.accounts.models import User
from villages.accounts.views.going import way_on
from villages.accounts.views.welcome import welcome
from villages.common import clock
from villages.models import County

LEFT = '"cache", "storage"'


@login_not_required
@never_cache
@csrf_protect
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """The first page. Signed-in people are sent on; before anybody has an account, set-up opens."""
    if request.user.is_authenticated:
        return redirect(way_on(request))
    if request.method == "GET" and not User.objects.exists():
        return redirect("accounts:first_run")
    sent = request.POST if request.method == "POST" else None
    form = SignInForm(request, sent, initial={"username": request.GET.get("username", "")})
    if sent is not None and form.is_valid() and form.user is not None:
        signing_in.sign_in(request=request, user=form.user)
        if not otp.owes_code(request):
            welcome(request, form.user)
        return redirect(way_on(request))
    if form.was_tried:
        signing_in.refuse(request=request, username=form.cleaned_data.get("username", ""))
    return render(request, "accounts/sign_in.html", _page(request, form))


def _page(request: HttpRequest, form: SignInForm) -> dict[str, Any]:
    over = getattr(request, "session_over", "") or request.GET.get("over", "")
    told = request.method == "GET" and over in EndReason.values
    contacts = County.objects.exclude(hotline="").filter(valid_to=None)
    return {
        "form": form,
        "over": EndReason(over).label if told else "",
        "failures": limits.failures(),
        "minutes": limits.lock_time().seconds // 60,
        "contacts": [(c.department_name or c.name, c.hotline) for c in contacts[:5]],
        "demo_people": User.objects.filter(is_demo=True, is_active=True).order_by("pk"),
    }


@steps.stays_open()
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends the session and clears what the browser kept of it."""
    signing_in.sign_out(request=request)
    messages.success(request, _("您已退出登录。"))
    response = redirect("accounts:sign_in")
    response["Clear-Site-Data"] = LEFT
    return response


def locked_out(
    request: HttpRequest, original: HttpResponse | None = None, credentials: Any = None
) -> HttpResponse:
    """The answer to attempts during a lock; called by django-axes."""
    lock = getattr(request, "portal_lock", None) or lockout.Lock(clock.instant())
    contacts = County.objects.exclude(hotline="").filter(valid_to=None)
    page = {"minutes": lock.minutes, "contacts": [(c.name, c.hotline) for c in contacts[:5]]}
    response = render(request, "accounts/locked.html", page, status=429)
    response["Retry-After"] = str(lock.minutes * 60)
    return response
