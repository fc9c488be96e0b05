"""What people should know right after signing in."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from villages.accounts import passwords, pending
from villages.accounts.models import User
from villages.common import clock


def welcome(request: HttpRequest, user: User) -> None:
    """The previous sign-in, a password soon due, contents that wait; after the last step only."""
    _previous(request, user)
    left = passwords.days_left(user)
    if left is not None and 0 <= left <= passwords.WARN_DAYS:
        messages.warning(request, _("密码还有 %(days)s 天到期,请尽早修改。") % {"days": left})
    if paths := pending.paths_of(user):
        pending.wait_for(request, paths)
        text = _("有 %(count)s 份未提交的内容已为您保留:打开原页面继续填写,或在个人设置中查看。")
        messages.info(request, text % {"count": len(paths)})


def _previous(request: HttpRequest, user: User) -> None:
    if user.previous_sign_in_at is None:
        return
    when = user.previous_sign_in_at.astimezone(clock.ZONE)
    told = {"when": f"{when:%Y-%m-%d %H:%M}", "where": user.previous_sign_in_from or _("未知")}
    text = _("上次登录:%(when)s,地址 %(where)s。如不是您本人,请立即修改密码。")
    messages.info(request, text % told)
