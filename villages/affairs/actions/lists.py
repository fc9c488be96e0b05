"""A county begins with the usual lists and makes them its own."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from villages.accounts.perms import may_change_map
from villages.affairs.defaults import ASSOCIATIONS, SITE_NEEDS, SMALL_POWERS
from villages.affairs.models import AssociationKind, SiteNeed, SmallPower
from villages.affairs.models.lists import CountyListItem
from villages.common.errors import DomainError
from villages.models import County
from villages.trace.record import record

_DEFAULTS: tuple[tuple[type[CountyListItem], Iterable[tuple[str, str]]], ...] = (
    (SiteNeed, SITE_NEEDS),
    (AssociationKind, ASSOCIATIONS),
    (SmallPower, [(name, "") for name in SMALL_POWERS]),
)


def empty_lists(county: str) -> list[type[CountyListItem]]:
    """The kinds of list of which the county has no row yet. A query for each kind."""
    return [model for model, _rows in _DEFAULTS if not model.objects.in_county(county).exists()]


@transaction.atomic
def install_default_lists(*, county: County, on: date, by: Any) -> int:
    """Fills the county's empty lists, in force from a day; gives the number of rows.

    A list that has rows is left alone. Raises `lists_not_allowed`, `lists_there`.
    """
    if not may_change_map(by) or not by.territory.covers(county.code):
        words = _("只有县委组织部可以建立清单。")
        raise DomainError("lists_not_allowed", words, _("请联系县委组织部。"))
    County.objects.select_for_update().get(pk=county.pk)
    wanted = empty_lists(county.code)
    if not wanted:
        raise DomainError("lists_there", _("三张清单都已经有内容。"), _("请在清单里逐条修改。"))
    count = sum(_install(model, rows, county, on) for model, rows in _DEFAULTS if model in wanted)
    record("affairs.lists_installed", county, by=by, name=county.name, count=count)
    return count


def _install(
    model: type[CountyListItem], rows: Iterable[tuple[str, str]], county: County, on: date
) -> int:
    made = [
        model(county_code=county.code, number=number, name=name, note=note, valid_from=on)
        for number, (name, note) in enumerate(rows, start=1)
    ]
    return len(model.objects.bulk_create(made))
