"""One's own account: who, where, preferences, contents not yet submitted."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from villages.accounts import otp, passwords, pending, places, sessions
from villages.accounts.actions.preferences import choose_county, keep_preferences
from villages.accounts.forms.profile import PreferencesForm
from villages.accounts.models import PendingForm, User
from villages.accounts.perms import may_read_own_trail
from villages.accounts.views.going import way_on
from villages.common import clock


@require_http_methods(["GET", "HEAD", "POST"])
def profile(request: HttpRequest) -> HttpResponse:
    """Everything about oneself on one page."""
    form = PreferencesForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        keep_preferences(form=form)
        messages.success(request, _("设置已保存。"))
        return redirect("accounts:profile")
    return render(request, "accounts/profile.html", {"form": form} | _about(request.user))


def _about(user: Any) -> dict[str, Any]:
    left = passwords.days_left(user)
    lasts = _("%(days)s 天后到期") % {"days": left} if left is not None else _("不过期")
    return {
        "facts": _facts(user),
        "security": [
            (_("密码"), lasts),
            (_("两步验证"), _("已启用") if otp.phone_of(user) else _("未启用")),
            (_("当前会话"), _("%(count)s 个") % {"count": sessions.open_sessions(user).count()}),
        ],
        "pending": PendingForm.objects.filter(user=user.pk),
        "may_read_trail": may_read_own_trail(user),
    }


def _facts(user: User) -> list[tuple[str, Any]]:
    held = user.jurisdictions.in_force(clock.today())
    codes = held.values_list("unit_code", flat=True)
    return [
        (_("姓名"), user.name),
        (_("用户名"), user.username),
        (_("角色"), user.get_role_display()),
        (_("单位"), user.unit_name),
        (_("管辖范围"), places.in_words(codes)),
    ]


@require_safe
def pending_form(request: HttpRequest) -> HttpResponse:
    """The kept fields of one page, to read and copy."""
    row = get_object_or_404(PendingForm, user=request.user.pk, path=request.GET.get("page", ""))
    trail = [(_("个人设置"), reverse("accounts:profile")), (_("未提交的内容"), "")]
    page = {"row": row, "fields": pending.in_words(row), "breadcrumbs": trail}
    return render(request, "accounts/pending.html", page)


@require_POST
def drop_pending(request: HttpRequest) -> HttpResponse:
    """Throws the kept fields away."""
    path = request.POST.get("page", "")
    get_object_or_404(PendingForm, user=request.user.pk, path=path).delete()
    messages.success(request, _("已删除保留的内容。"))
    return redirect("accounts:profile")


@require_POST
def switch_county(request: HttpRequest) -> HttpResponse:
    """Works in another county of one's territory from now on."""
    choose_county(user=request.user, code=request.POST.get("county", ""))
    return redirect(way_on(request))
