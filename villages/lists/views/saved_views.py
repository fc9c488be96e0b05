"""Saved views of one list: keep, rename, share, delete."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from villages.lists import actions
from villages.lists.forms import NameForm, ShareForm
from villages.lists.getting import get_visible_or_404
from villages.lists.models import SavedView
from villages.lists.views.going_back import back, list_path, safe_next, with_view


@require_safe
def views(request: HttpRequest, key: str) -> HttpResponse:
    """All views of this list that the person sees; the own ones with what can be done."""
    found = SavedView.objects.visible_to(request.user).named().of_list(key).select_related("owner")
    context = {
        "views": [(one, one.belongs_to(request.user)) for one in found],
        "may_share": actions.may_share(request.user, _county(request)),
        "roles": ShareForm.role_choices(),
        "back": safe_next(request),
        "breadcrumbs": [(_("返回列表"), safe_next(request)), (_("管理视图"), "")],
    }
    return render(request, "lists/views.html", context)


@require_POST
def save(request: HttpRequest, key: str) -> HttpResponse:
    """Keeps the question of the page under a name and opens it."""
    form = NameForm(request.POST)
    if not form.is_valid():
        messages.error(request, _first_error(form))
        return back(request)
    address = safe_next(request)
    view = actions.save_view(
        key,
        by=request.user,
        name=form.cleaned_data["name"],
        path=list_path(address),
        query=request.POST.get("query", "")[:2000],
        columns=[one[:40] for one in request.POST.getlist("columns")[:80]],
    )
    messages.success(request, _("已保存视图“%(name)s”。") % {"name": view.name})
    return HttpResponseRedirect(with_view(address, view.uid))


@require_POST
def change(request: HttpRequest, uid: str) -> HttpResponse:
    """Renames, shares, stops sharing or deletes one's own view."""
    view = get_visible_or_404(SavedView.objects.named(), request.user, uid=uid)
    doing = _DOINGS.get(request.POST.get("do", ""))
    if doing is not None:
        messages.success(request, doing(request, view))
    return redirect("lists:views", key=view.list_key)


def _rename(request: HttpRequest, view: SavedView) -> str:
    form = NameForm(request.POST)
    if not form.is_valid():
        return _first_error(form)
    actions.rename_view(view, by=request.user, name=form.cleaned_data["name"])
    return _("视图已改名为“%(name)s”。") % {"name": view.name}


def _share(request: HttpRequest, view: SavedView) -> str:
    form = ShareForm(request.POST)
    role = form.cleaned_data["role"] if form.is_valid() else ""
    actions.share_view(view, by=request.user, county=_county(request), role=role)
    return _("视图“%(name)s”已共享给全县。") % {"name": view.name}


def _unshare(request: HttpRequest, view: SavedView) -> str:
    actions.unshare_view(view, by=request.user)
    return _("视图“%(name)s”已改为仅自己可见。") % {"name": view.name}


def _delete(request: HttpRequest, view: SavedView) -> str:
    actions.delete_view(view, by=request.user)
    return _("视图“%(name)s”已删除。") % {"name": view.name}


_DOINGS = {"rename": _rename, "share": _share, "unshare": _unshare, "delete": _delete}


def _county(request: HttpRequest) -> str:
    return str(getattr(getattr(request, "county", None), "code", ""))


def _first_error(form: Any) -> str:
    return str(next(iter(form.errors.values()))[0])
