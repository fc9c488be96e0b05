"""What the page of an area shows of its ledgers."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Value
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from villages import registries
from villages.imports.declaring import sheet_kinds
from villages.ledgers.declaring import Ledger, ledgers
from villages.ledgers.finding import address

HUBS = {
    "branches": _("党组织"),
    "cadres": _("干部队伍"),
    "economy": _("集体经济"),
    "affairs": _("村级事务"),
    "cases": _("整顿"),
    "orders": _("督办"),
    "voices": _("反映和建议"),
    "notices": _("通知"),
    "warnings": _("三色预警"),
    "reports": _("报告"),
}


@dataclass(frozen=True)
class Card:
    """One ledger for one person; addresses are empty where the person may not go."""

    key: str
    title: Any
    count: int
    url: str
    new_url: str = ""
    import_url: str = ""


def cards(hub: str, user: Any, county: str = "") -> list[Card]:
    """The ledgers of an area that the person may read, with the number of visible rows.

    `county` keeps the numbers to one county. One statement for all of them.
    """
    mine = [one for one in ledgers().values() if one.hub == hub and one.may_read(user)]
    counts = _counts(mine, user, county)
    return [
        Card(
            one.key, one.title, counts[one.key], address(one), new_url(one, user),
            import_url(one, user),
        )
        for one in mine
    ]  # fmt: skip


def new_url(ledger: Ledger, user: Any) -> str:
    """The form for a new row; empty for those who may not write."""
    return address(ledger, "new") if ledger.writable and ledger.may_write(user) else ""


def import_url(ledger: Ledger, user: Any) -> str:
    """The page that takes a sheet of this ledger; empty where none is taken from this person."""
    kind = sheet_kinds().get(ledger.key)
    if kind is None or not kind.may_import(user):
        return ""
    return reverse("imports:upload", args=[ledger.key])


def crumbs(ledger: Ledger) -> list[tuple[Any, str]]:
    """The way to a ledger: its area, then its list."""
    return [hub_link(ledger.hub), (ledger.title, address(ledger))]


def hub_link(hub: str) -> tuple[Any, str]:
    """Name and page of an area: those of the menu entry of the same key, where there is one."""
    entry = next((one for one in registries.menu() if one.key == hub), None)
    if entry is None:
        return HUBS[hub], ""
    try:
        return entry.label, reverse(entry.url_name)
    except NoReverseMatch:
        return entry.label, ""


def _counts(mine: list[Ledger], user: Any, county: str) -> dict[str, int]:
    parts = list(_counted(mine, user, county))
    if not parts:
        return {}
    rows = parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]
    found = dict(rows)
    return {one.key: found.get(one.key, 0) for one in mine}


def _counted(mine: list[Ledger], user: Any, county: str) -> Iterator[Any]:
    for one in mine:
        rows = one.model.objects.visible_to(user)
        rows = rows.in_county(county) if county else rows
        # A constant to group by, so that each part of the union is one row: its key and number.
        keyed = rows.order_by().annotate(ledger=Value(one.key)).values("ledger")
        yield keyed.annotate(rows_held=Count("pk")).values_list("ledger", "rows_held")
