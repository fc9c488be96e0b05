"""What a request asks of a list, after the saved view and the unknown parts are sorted out."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, QueryDict

from villages.common.columns import Column, ListSpec
from villages.common.text import clean
from villages.lists.choices import PAGE_SIZES
from villages.lists.models import SavedView
from villages.lists.question import Asked

CONTROLS = frozenset({"page", "size", "view", "format", "select"})
_OWN = frozenset({"q", "sort"})
_NO_VIEW = "all"
_LONGEST_SEARCH = 60


def read_question(
    request: HttpRequest,
    spec: ListSpec,
    names: frozenset[str],
    views: Sequence[SavedView],
    settings: SavedView,
) -> Asked:
    """The question behind a request. `names` are the parameters that the filters know."""
    given = {key: request.GET.getlist(key) for key in request.GET}
    view = _view(request, views)
    explicit = {key: given[key] for key in given if key in names | _OWN}
    params = _merged(explicit, view, names)
    sort = _sort(params.get("sort", ""), spec)
    size = _size(request.GET.get("size", ""), settings.page_size)
    links = _links(explicit, params, view)
    if view is None and _default(request, views):
        links["view"] = _NO_VIEW
    if size != settings.page_size:
        links["size"] = str(size)
    return Asked(
        params=params,
        links=links,
        view=view,
        words=clean(params.get("q", ""))[:_LONGEST_SEARCH],
        sort=sort,
        page=_number(request.GET.get("page", ""), 1),
        size=size,
        output=request.GET.get("format", ""),
        unknown=_unknown(given, names, params, sort),
    )


def _view(request: HttpRequest, views: Sequence[SavedView]) -> SavedView | None:
    """The view that is named; without any question, the default of the person's role."""
    wanted = request.GET.get("view", "")
    if wanted:
        return next((one for one in views if one.uid == wanted), None)
    if request.GET.keys() - {"page", "size", "format"}:
        return None
    return _default(request, views)


def _default(request: HttpRequest, views: Sequence[SavedView]) -> SavedView | None:
    role = getattr(request.user, "acting_role", "")
    return next((one for one in views if role and one.role == role), None)


def _merged(
    explicit: dict[str, list[str]], view: SavedView | None, names: frozenset[str]
) -> QueryDict:
    """A view gives its conditions unless the request brings its own; the order may differ."""
    params = QueryDict(mutable=True)
    if view is not None and not explicit.keys() - {"sort"}:
        kept = QueryDict(view.query)
        for key in kept:
            if key in names | _OWN:
                params.setlist(key, kept.getlist(key))
    for key, values in explicit.items():
        params.setlist(key, values)
    return params


def _links(explicit: dict[str, list[str]], params: QueryDict, view: SavedView | None) -> QueryDict:
    """An unchanged view is repeated by its name, anything else in full."""
    changed = bool(explicit.keys() - {"sort"})
    links = QueryDict(mutable=True)
    if view is not None:
        links["view"] = view.uid
    for key, values in (params if changed or not view else QueryDict()).lists():
        if filled := [value for value in values if value != ""]:
            links.setlist(key, filled)
    if view is not None and changed:
        links.setdefault("q", "")
    elif view is not None and "sort" in explicit:
        links["sort"] = explicit["sort"][-1]
    return links


def _unknown(
    given: dict[str, list[str]], names: frozenset[str], params: QueryDict, sort: str
) -> tuple[str, ...]:
    strange = [key[:40] for key in given if key not in names | CONTROLS | _OWN]
    if params.get("sort") and not sort:
        strange.append("sort")
    return tuple(strange[:5])


def _sort(wanted: str, spec: ListSpec) -> str:
    key = wanted.removeprefix("-")
    sortable = {one.key for one in spec.columns if one.can_sort}
    return wanted if key in sortable else ""


def _number(text: str, default: int) -> int:
    return max(int(text), 1) if text.isascii() and text.isdigit() and len(text) < 9 else default


def _size(text: str, default: int) -> int:
    number = _number(text, default)
    return number if number in PAGE_SIZES else default


def shown_columns(spec: ListSpec, asked: Asked, settings: SavedView) -> tuple[Column, ...]:
    """The columns to show: those of the view, else the person's own, else as declared."""
    keys: Any = (asked.view.columns if asked.view else None) or settings.columns or ()
    return spec.chosen([str(key) for key in keys])
