"""Verbs: keep how a list looks, keep a question to it, share it."""

from collections.abc import Sequence
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from villages.common.errors import DomainError
from villages.lists.models import SavedView
from villages.trace.record import record

_MOST_VIEWS = 20


def keep_settings(key: str, *, by: Any, **chosen: Any) -> SavedView:
    """Keeps how this person likes this list; only what is given changes."""
    settings: SavedView
    settings, _new = SavedView.objects.update_or_create(
        owner=by, list_key=key, name="", defaults=chosen
    )
    return settings


def reset_settings(key: str, *, by: Any) -> None:
    """Back to how the list is declared."""
    SavedView.objects.filter(owner=by, list_key=key, name="").delete()


@transaction.atomic
def save_view(
    key: str, *, by: Any, name: str, path: str, query: str, columns: Sequence[str] = ()
) -> SavedView:
    """Keeps a question under a name; the same name of the same person is replaced.

    Raises `view_too_many` beyond twenty views of one list.
    """
    mine = SavedView.objects.named().filter(owner=by, list_key=key)
    if mine.exclude(name=name).count() >= _MOST_VIEWS:
        raise DomainError(
            "view_too_many",
            _("这个列表已保存 %(count)s 个视图,达到上限。") % {"count": _MOST_VIEWS},
            _("请先在“管理视图”中删除不用的视图。"),
        )
    fields = {"path": path, "query": query, "columns": list(columns)}
    view: SavedView
    view, _new = mine.update_or_create(
        name=name, defaults=fields, create_defaults={**fields, "owner": by, "list_key": key}
    )
    return view


@transaction.atomic
def rename_view(view: SavedView, *, by: Any, name: str) -> SavedView:
    """Another name. Raises `view_not_yours`, `view_name_taken`."""
    _require_owner(view, by)
    before, view.name = view.name, name
    _save(view, "name")
    if view.is_shared:
        _record("list.view_renamed", view, by, before={"name": before}, after={"name": name})
    return view


def change_view_columns(view: SavedView, *, by: Any, columns: Sequence[str]) -> SavedView:
    """Other columns, for everybody who opens the view. Raises `view_not_yours`."""
    _require_owner(view, by)
    before, view.columns = view.columns, list(columns)
    with transaction.atomic():
        view.save(update_fields=["columns"])
        if view.is_shared:
            changed = {"before": {"columns": before}, "after": {"columns": view.columns}}
            _record("list.view_columns_changed", view, by, **changed)
    return view


@transaction.atomic
def share_view(view: SavedView, *, by: Any, county: str, role: str = "") -> SavedView:
    """Shows the view to everybody in the county; with a role it becomes their first view.

    Only people responsible for the whole county may share. An earlier default of that role
    stays shared and stops being the default. Raises `view_not_yours`, `view_share_forbidden`.
    """
    _require_owner(view, by)
    if not may_share(by, county):
        raise DomainError(
            "view_share_forbidden",
            _("只有负责全县工作的人员可以共享视图。"),
            _("您可以把本页地址发给同事,对方只会看到自己管辖范围内的数据。"),
        )
    if role:
        rivals = SavedView.objects.filter(list_key=view.list_key, county_code=county, role=role)
        rivals.exclude(pk=view.pk).update(role="")
    before = {"county": view.county_code, "role": view.role}
    view.county_code, view.role = county, role
    _save(view, "county_code", "role")
    _record("list.view_shared", view, by, before=before, after={"county": county, "role": role})
    return view


@transaction.atomic
def unshare_view(view: SavedView, *, by: Any) -> SavedView:
    """Makes the view personal again. Raises `view_not_yours`."""
    _require_owner(view, by)
    if not view.is_shared:
        return view
    before = {"county": view.county_code, "role": view.role}
    entry = {"before": before, "after": {"county": "", "role": ""}}
    _record("list.view_unshared", view, by, **entry)
    view.county_code = view.role = ""
    _save(view, "county_code", "role")
    return view


@transaction.atomic
def delete_view(view: SavedView, *, by: Any) -> None:
    """Removes the view for everybody. Raises `view_not_yours`."""
    _require_owner(view, by)
    if view.is_shared:
        _record("list.view_deleted", view, by, before={"name": view.name, "query": view.query})
    view.delete()


def may_share(user: Any, county: str) -> bool:
    """Whether the territory covers the whole county."""
    territory = getattr(user, "territory", None)
    return bool(county and territory and territory.covers(county))


def _require_owner(view: SavedView, user: Any) -> None:
    if not view.belongs_to(user):
        raise DomainError(
            "view_not_yours", _("这个视图是别人保存的,不能修改。"), _("可以另存为自己的视图。")
        )


def _save(view: SavedView, *fields: str) -> None:
    try:
        with transaction.atomic():
            view.save(update_fields=fields)
    except IntegrityError as error:
        raise DomainError(
            "view_name_taken", _("这个列表已有同名视图。"), _("请换一个名称。")
        ) from error


def _record(action: str, view: SavedView, by: Any, **entry: Any) -> None:
    record(action, view, by=by, county=view.county_code, **entry)
