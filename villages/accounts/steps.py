"""Steps that come before everything else: second factor, new password."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from villages.accounts import otp, passwords

View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Step:
    """A page that must be passed first; `code` and `text` are for programs and their people."""

    code: str
    url_name: str
    text: Any


SHOW_CODE = Step("second_factor_required", "accounts:otp_verify", _("请先完成两步验证。"))
NEW_PASSWORD = Step("password_change_required", "accounts:password", _("请先修改密码。"))
ENROL = Step("second_factor_setup_required", "accounts:otp_setup", _("请先设置两步验证。"))


def next_step(request: HttpRequest) -> Step | None:
    """What this person must do before going on; None when nothing. No query of its own."""
    user: Any = request.user
    if otp.owes_code(request):
        return SHOW_CODE
    if passwords.must_change(user):
        return NEW_PASSWORD
    if otp.is_mandatory_for(user) and not otp.is_shown(user):
        return ENROL
    return None


def stays_open(*url_names: str) -> Callable[[View], View]:
    """The page is part of these steps, or of leaving: it opens while they are due.

    Without names it opens during every step.
    """

    def mark(view: View) -> View:
        view.open_during = url_names  # type: ignore[attr-defined]
        return view

    return mark


def is_open(view: Any, step: Step) -> bool:
    """Whether this view may be used while the step is due."""
    if getattr(view, "login_required", True) is False:
        return True
    names = getattr(view, "open_during", None)
    return names is not None and (not names or step.url_name in names)
