"""Columns, density and page size of one list for one person."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from villages.lists.actions import change_view_columns, keep_settings, reset_settings
from villages.lists.forms import SettingsForm
from villages.lists.models import SavedView
from villages.lists.views.going_back import back, safe_next, view_named


@require_POST
def settings(request: HttpRequest, key: str) -> HttpResponse:
    """Keeps the settings, or forgets them; columns of one's own open view belong to the view."""
    if "reset" in request.POST:
        reset_settings(key, by=request.user)
        messages.success(request, _("列表设置已恢复默认。"))
        return back(request)
    form = SettingsForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("列表设置没有保存:请重新选择行距和每页行数。"))
        return back(request)
    _keep(request, key, form)
    messages.success(request, _("列表设置已保存,在任何电脑上登录都有效。"))
    return back(request)


def _keep(request: HttpRequest, key: str, form: SettingsForm) -> None:
    chosen = dict(form.cleaned_data)
    own = SavedView.objects.named().of_list(key).filter(owner=request.user)
    view = own.filter(uid=view_named(safe_next(request))).first()
    if view is not None:
        change_view_columns(view, by=request.user, columns=form.chosen_columns())
    elif "columns" in request.POST:
        chosen["columns"] = form.chosen_columns()
    keep_settings(key, by=request.user, **chosen)
