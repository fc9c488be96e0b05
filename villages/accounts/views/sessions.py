"""One's own sessions."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from villages.accounts import sessions as rows
from villages.accounts.actions.sessions import end_other_sessions, end_session


@require_safe
def sessions(request: HttpRequest) -> HttpResponse:
    """Where one is signed in."""
    own = rows.digest(str(request.session.session_key))
    page = {
        "sessions": list(rows.open_sessions(request.user)),  # type: ignore[arg-type]
        "own_digest": own,
        "breadcrumbs": [(_("个人设置"), reverse("accounts:profile")), (_("我的会话"), "")],
    }
    return render(request, "accounts/sessions.html", page)


@require_POST
def end_one(request: HttpRequest, uid: str) -> HttpResponse:
    """Ends one of one's own sessions."""
    open_rows = rows.open_sessions(request.user)  # type: ignore[arg-type]
    end_session(row=get_object_or_404(open_rows, uid=uid), by=request.user)
    messages.success(request, _("会话已结束,那台设备需要重新登录。"))
    return redirect("accounts:sessions")


@require_POST
def end_others(request: HttpRequest) -> HttpResponse:
    """Ends all sessions but this one."""
    key = str(request.session.session_key)
    count = end_other_sessions(user=request.user, keep_key=key, by=request.user)  # type: ignore[arg-type]
    messages.success(request, _("已结束其他 %(count)s 个会话。") % {"count": count})
    return redirect("accounts:sessions")
