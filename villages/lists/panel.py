"""The settings of a list, for its templates: columns, order, density, page size."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from villages.common.columns import Column
from villages.lists.choices import PAGE_SIZES, Density
from villages.lists.listing import Listing


@dataclass(frozen=True)
class Panel:
    """What can be set, with what is set now."""

    listing: Listing

    @property
    def columns(self) -> list[tuple[Column, bool, int]]:
        """All columns for the settings: shown ones first in their order; the last is the place."""
        shown = self.listing.shown
        rest = [one for one in self.listing.spec.columns if one not in shown]
        every = [(one, True) for one in shown] + [(one, False) for one in rest]
        return [(one, visible, place) for place, (one, visible) in enumerate(every, 1)]

    @property
    def columns_fixed_by(self) -> str:
        """The name of somebody else's view that settles the columns; empty otherwise."""
        view = self.listing.asked.view
        own = view is None or view.belongs_to(self.listing.user) or not view.columns
        return "" if own or view is None else view.name

    @property
    def densities(self) -> list[tuple[str, Any, bool]]:
        """The ways to space lines."""
        chosen = self.listing.settings.density
        return [(value, label, value == chosen) for value, label in Density.choices]

    @property
    def sizes(self) -> list[tuple[int, bool]]:
        """Rows per page."""
        chosen = self.listing.settings.page_size
        return [(size, size == chosen) for size in PAGE_SIZES]

    @property
    def sort_choices(self) -> list[tuple[str, str, bool]]:
        """Every order, for the select that phones show instead of sortable heads."""
        asked = self.listing.asked.sort
        ways = [
            (f"{sign}{one.key}", f"{one.header} {arrow}")
            for one in self.listing.spec.columns
            if one.can_sort
            for sign, arrow in (("", "↑"), ("-", "↓"))
        ]
        return [
            ("", _("默认排序"), not asked),
            *((key, words, key == asked) for key, words in ways),
        ]
