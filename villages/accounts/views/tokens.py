"""One's own tokens; a security administrator also ends those of others."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from villages.accounts import perms, sudo
from villages.accounts.access import requires
from villages.accounts.actions.tokens import create_token, revoke_token, rotate_token
from villages.accounts.api import curl_line
from villages.accounts.forms.tokens import TokenForm
from villages.accounts.models import ApiToken
from villages.common import clock
from villages.common.errors import DomainError
from villages.lists.getting import get_visible_or_404

GET_POST = ["GET", "HEAD", "POST"]
HOLDERS = requires(perms.may_hold_tokens, perms.may_manage_users)


@require_safe
@HOLDERS
def tokens(request: HttpRequest) -> HttpResponse:
    """Usable tokens first, then those that are over."""
    rows = ApiToken.objects.visible_to(request.user).select_related("user")
    now = clock.instant()
    usable = [one for one in rows if one.is_usable(now)]
    page = {
        "own": [one for one in usable if one.user_id == request.user.pk],
        "others": [one for one in usable if one.user_id != request.user.pk],
        "over": [one for one in rows if not one.is_usable(now) and one.user_id == request.user.pk],
        "may_hold": perms.may_hold_tokens(request.user),
        "breadcrumbs": _crumbs(),
    }
    return render(request, "accounts/tokens.html", page)


@never_cache
@require_http_methods(GET_POST)
@requires(perms.may_hold_tokens)
@sudo.needs_recent_password
def new(request: HttpRequest) -> HttpResponse:
    """Makes a token and shows it once."""
    user: Any = request.user
    form = TokenForm(request.POST or None, user=user, county=getattr(request, "county", None))
    if request.method == "POST" and form.is_valid():
        try:
            made, secret = create_token(
                user=user, name=form.cleaned_data["name"], limits=form.limits(),
                days=form.cleaned_data["days"], by=user,
            )  # fmt: skip
            return _shown(request, made, secret)
        except DomainError as error:
            _place_error(form, error)
    page = {"form": form, "breadcrumbs": _crumbs(_("新建令牌"))}
    return render(request, "accounts/tokens_new.html", page)


@never_cache
@require_http_methods(GET_POST)
@requires(perms.may_hold_tokens)
@sudo.needs_recent_password
def rotate(request: HttpRequest, uid: str) -> HttpResponse:
    """Replaces one's own token; the old one works for another day."""
    own = ApiToken.objects.filter(user=request.user.pk)
    token = get_visible_or_404(own, request.user, uid=uid)
    if request.method == "POST":
        made, secret = rotate_token(token=token, by=request.user)
        return _shown(request, made, secret, old=token)
    page = {"token": token, "breadcrumbs": _crumbs(_("更换令牌"))}
    return render(request, "accounts/tokens_rotate.html", page)


@never_cache
@require_http_methods(GET_POST)
@HOLDERS
def revoke(request: HttpRequest, uid: str) -> HttpResponse:
    """Ends a token after one question."""
    token = get_visible_or_404(ApiToken, request.user, uid=uid)
    reason = request.POST.get("reason", "").strip()
    if request.method == "POST" and reason:
        revoke_token(token=token, by=request.user, reason=reason)
        messages.success(request, _("令牌已作废,使用它的程序立即失去访问权。"))
        return redirect("accounts:tokens")
    page = {
        "token": token,
        "reason_error": _("请写明原因。") if request.method == "POST" else "",
        "breadcrumbs": _crumbs(_("作废令牌")),
    }
    return render(request, "accounts/tokens_revoke.html", page)


def _shown(
    request: HttpRequest, token: ApiToken, secret: str, old: ApiToken | None = None
) -> HttpResponse:
    page = {
        "token": token,
        "secret": secret,
        "curl": curl_line(secret),
        "old": old,
        "breadcrumbs": _crumbs(_("令牌已生成")),
    }
    return render(request, "accounts/tokens_made.html", page)


def _place_error(form: TokenForm, error: DomainError) -> None:
    """The message at its field where the form has one."""
    placed = [name for name in error.fields if name in form.fields]
    for name in placed:
        form.add_error(name, error.fields[name])
    if not placed:
        form.add_error(None, str(error))


def _crumbs(last: str = "") -> list[tuple[str, str]]:
    here = reverse("accounts:tokens") if last else ""
    return [(_("接口令牌"), here), *([(last, "")] if last else [])]
