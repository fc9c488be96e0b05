"""The menu of one person on one page: two levels, the current entry marked, without a query."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from villages import registries
from villages.common.registries import MenuItem

PHONE_ENTRIES = 4


@dataclass(frozen=True)
class Entry:
    """A link of the menu, or a group of them. `current` is this page, `active` its module."""

    label: Any
    url: str
    icon: str
    key: str = ""
    key_hint: str = ""
    phone_order: int | None = None
    active: bool = False
    current: bool = False
    children: list["Entry"] = field(default_factory=list)


Link = tuple[MenuItem, Entry]


def resolved(name: str, *args: str) -> str:
    """The address of a named page; empty where the page is not installed."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def entries_for(request: HttpRequest) -> list[Link]:
    """What this person may open, each with whether the page at hand belongs to it."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return []
    shown = [item for item in registries.menu() if item.allowed(user)]
    links = [(item, _entry(item)) for item in shown]
    return _marked([(item, entry) for item, entry in links if entry.url], request)


def grouped(links: Iterable[Link]) -> list[Entry]:
    """First-level entries; items of one group stand together where its first item stands."""
    first_level: dict[str, Entry] = {}
    for item, entry in links:
        if not item.group:
            first_level[f"item:{item.key}"] = entry
            continue
        name = f"group:{item.group}"
        group = first_level.get(name, Entry(item.group, "", item.icon))
        children = [*group.children, entry]
        first_level[name] = replace(group, children=children, active=group.active or entry.active)
    return [_lone(entry) for entry in first_level.values()]


def _lone(entry: Entry) -> Entry:
    """A group of one is no group: its only entry stands by itself."""
    return entry.children[0] if len(entry.children) == 1 else entry


def phone_bar(links: Iterable[Link]) -> list[Entry]:
    """The few entries at the thumb, in their own order; the menu where there is room for it."""
    chosen = [entry for _item, entry in links if entry.phone_order is not None]
    bar = sorted(chosen, key=lambda entry: entry.phone_order or 0)[:PHONE_ENTRIES]
    has_room = 0 < len(bar) < PHONE_ENTRIES
    return [*bar, Entry(_("菜单"), resolved("menu"), "menu-2")] if has_room else bar


def _entry(item: MenuItem) -> Entry:
    key_hint = {"tasks": "t", "villages": "v"}.get(item.key, "")
    return Entry(
        item.label, resolved(item.url_name), item.icon, item.key, key_hint, item.phone_order
    )


def _marked(links: list[Link], request: HttpRequest) -> list[Link]:
    active = _active_key(links, request)
    return [
        (item, replace(entry, active=item.key == active, current=entry.url == request.path))
        for item, entry in links
    ]


def _active_key(links: list[Link], request: HttpRequest) -> str:
    """The entry that the page itself names; the one whose address is the longest beginning of
    this one; else its app's only one."""
    if key := getattr(request, "menu_key", ""):
        return str(key)
    below = [entry for _item, entry in links if _leads_to(entry.url, request.path)]
    if below:
        return max(below, key=lambda entry: len(entry.url)).key
    namespace = getattr(request.resolver_match, "namespace", "")
    near = [item.key for item, _entry in links if item.url_name.startswith(f"{namespace}:")]
    return near[0] if namespace and len(near) == 1 else ""


def _leads_to(url: str, path: str) -> bool:
    return path == url if url == "/" else path.startswith(url)
