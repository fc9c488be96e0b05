"""Closing an account, opening it again, a new password: each behind its own page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from villages.accounts import perms
from villages.accounts.access import requires
from villages.accounts.actions.credentials import (
    remove_second_factor,
    reset_password,
    unlock_account,
)
from villages.accounts.actions.users import disable_account, enable_account
from villages.accounts.forms.refusals import refusals_on
from villages.accounts.forms.users import ReasonForm
from villages.accounts.models import User
from villages.accounts.sudo import needs_recent_password
from villages.accounts.views.users import GET_POST, trail_of_pages
from villages.lists.getting import get_visible_or_404


@dataclass(frozen=True)
class Step:
    """A weighty act on one account: its words, its consequences, and the verb.

    `act` gives the one-time password where the act makes one.
    """

    title: Any
    button: Any
    consequences: tuple[Any, ...]
    done: Any
    act: Callable[..., str | None]
    danger: bool = False


DISABLE = Step(
    gettext_lazy("停用账号"),
    gettext_lazy("停用账号"),
    (
        gettext_lazy("立即退出所有已登录的设备,不能再登录。"),
        gettext_lazy("以其名义的代理和待审批的授权申请同时结束。"),
        gettext_lazy("已办理的业务和操作留痕保留,姓名不变。"),
    ),
    gettext_lazy("账号已停用。"),
    disable_account,
    danger=True,
)
ENABLE = Step(
    gettext_lazy("重新启用账号"),
    gettext_lazy("启用账号"),
    (
        gettext_lazy("原来的角色和仍在有效期内的管辖恢复。"),
        gettext_lazy("生成一次性密码,首次登录必须修改。"),
    ),
    gettext_lazy("账号已启用"),
    enable_account,
)
RESET = Step(
    gettext_lazy("重置密码"),
    gettext_lazy("重置密码"),
    (
        gettext_lazy("原密码立即失效,所有已登录的设备退出。"),
        gettext_lazy("生成一次性密码,只显示一次,首次登录必须修改。"),
        gettext_lazy("7 天内,本人不能审批您提出的授权申请。"),
    ),
    gettext_lazy("密码已重置"),
    reset_password,
)

UNLOCK = Step(
    gettext_lazy("解除登录锁定"),
    gettext_lazy("解除锁定"),
    (gettext_lazy("清除输错密码的记录,本人可以立即重新登录。"),),
    gettext_lazy("登录锁定已解除。"),
    unlock_account,
)
SECOND_FACTOR = Step(
    gettext_lazy("解除两步验证"),
    gettext_lazy("解除两步验证"),
    (
        gettext_lazy("用于手机遗失。请先当面核实身份。"),
        gettext_lazy("所有已登录的设备退出;须使用两步验证的角色下次登录时重新设置。"),
        gettext_lazy("7 天内,本人不能审批您提出的授权申请。"),
    ),
    gettext_lazy("两步验证已解除。"),
    remove_second_factor,
    danger=True,
)


def _page_of(step: Step) -> Callable[..., HttpResponseBase]:
    """The confirming page of one act."""

    @GET_POST
    @requires(perms.may_manage_users)
    @needs_recent_password
    def view(request: HttpRequest, uid: str) -> HttpResponse:
        subject = get_visible_or_404(User, request.user, uid=uid)
        form = ReasonForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            with refusals_on(form):
                reason = form.cleaned_data["reason"]
                password = step.act(subject=subject, by=request.user, reason=reason)
                return _done(request, subject, step, password)
        return _ask(request, subject, step, form)

    view.__doc__ = f"{step.title}"
    return view


def _ask(request: HttpRequest, subject: User, step: Step, form: ReasonForm) -> HttpResponse:
    here = (subject.name, reverse("accounts:user", args=[subject.uid]))
    page = {
        "form": form,
        "subject": subject,
        "step": step,
        "breadcrumbs": trail_of_pages(here, (str(step.title), "")),
    }
    return render(request, "accounts/user_confirm.html", page)


def _done(request: HttpRequest, subject: User, step: Step, password: str | None) -> HttpResponse:
    if password is None:
        messages.success(request, f"{subject.name}:{step.done}")
        return redirect("accounts:user", uid=subject.uid)
    here = (subject.name, reverse("accounts:user", args=[subject.uid]))
    page = {
        "subject": subject,
        "password": password,
        "title": step.done,
        "breadcrumbs": trail_of_pages(here, (_("一次性密码"), "")),
    }
    return render(request, "accounts/user_password.html", page)


disable, enable, reset = _page_of(DISABLE), _page_of(ENABLE), _page_of(RESET)
unlock, drop_second_factor = _page_of(UNLOCK), _page_of(SECOND_FACTOR)
