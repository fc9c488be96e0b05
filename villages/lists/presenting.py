"""What the templates of a list show: plain values, no questions left."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from villages.common import clock
from villages.common.columns import Column, Kind
from villages.lists.cells import instant_text
from villages.lists.exports import FORMATS
from villages.lists.listing import Listing
from villages.lists.panel import Panel
from villages.lists.reading import COUNTED, Window, read_window
from villages.lists.tables import ListTable, make_table

_ONE_LINE = frozenset({Kind.DATE, Kind.MONTH, Kind.INSTANT, Kind.CODE})
_WORDS = frozenset({Kind.TEXT, Kind.CHOICE})
_WIDEST = 28
_TYPES = {"xlsx": "Excel", "csv": "CSV"}


@dataclass(frozen=True)
class Page:
    """One page of a list for the templates."""

    listing: Listing

    @cached_property
    def window(self) -> Window:
        """The rows of this page."""
        mine = self.listing
        asked = mine.asked
        return read_window(mine.ordered, mine.spec, mine.shown, asked.page, asked.size)

    @cached_property
    def table(self) -> ListTable:
        """The table of this page."""
        mine = self.listing
        return make_table(
            mine.spec,
            mine.shown,
            self.window,
            mine.asked,
            selectable=bool(mine.actions),
            density=mine.settings.density,
        )

    @property
    def panel(self) -> Panel:
        """The settings of the list."""
        return Panel(self.listing)

    @property
    def count_text(self) -> str:
        """How many rows match, and which of them are here."""
        window = self.window
        if not window.rows:
            return _("没有符合条件的数据")
        total = f"{COUNTED:,}" if window.more else f"{window.count:,}"
        words = _("超过 %(total)s 行") if window.more else _("共 %(total)s 行")
        place = _("第 %(first)s–%(last)s 行") % {"first": window.first, "last": window.last}
        here = "" if window.last - window.first + 1 == window.count else f",{place}"
        return words % {"total": total} + here

    @property
    def previous_url(self) -> str:
        """The page before, empty on the first."""
        page = self.window.page
        back = str(page - 1) if page > 2 else None
        return self.listing.asked.address(page=back) if page > 1 else ""

    @property
    def next_url(self) -> str:
        """The page after, empty on the last."""
        following = str(self.window.page + 1)
        return self.listing.asked.address(page=following) if self.window.has_next else ""

    @property
    def is_cut(self) -> bool:
        """Whether rows lie beyond what can be paged to."""
        window = self.window
        return window.last >= COUNTED and (window.more or window.count > COUNTED)

    @property
    def exports(self) -> list[tuple[str, str]]:
        """What can be downloaded: label, address."""
        return [(_TYPES[one], self.listing.asked.address(format=one)) for one in FORMATS]

    @property
    def moment(self) -> str:
        """When the page was made, for paper."""
        return instant_text(clock.now())

    @property
    def print_url(self) -> str:
        """The same list on paper."""
        return self.listing.asked.address(format="print")

    @property
    def chips(self) -> list[tuple[str, str]]:
        """The conditions in force: words, and the address without each."""
        asked = self.listing.asked
        return [(label, asked.without(names)) for label, names in self.listing.chips]

    @property
    def clear_url(self) -> str:
        """The address without any condition."""
        return self.listing.asked.without([*self.listing.filters.names, "q"])

    @property
    def tabs(self) -> list[tuple[str, str, bool, None]]:
        """All rows first, then the saved views; none where no view is saved."""
        mine, open_view = self.listing, self.listing.asked.view
        if not mine.views:
            return []
        views = [(_tab_name(one), f"?view={one.uid}", one == open_view, None) for one in mine.views]
        return [(_("全部"), "?view=all", open_view is None, None), *views]

    @property
    def notices(self) -> list[str]:
        """What of the question was passed over."""
        mine = self.listing
        unknown, invalid = mine.asked.unknown, mine.filters.invalid
        lines = []
        if unknown:
            lines.append(_("网址中的“%(names)s”无法识别,未采用。") % {"names": "、".join(unknown)})
        if invalid:
            lines.append(_("筛选条件“%(names)s”填写有误,未采用。") % {"names": "、".join(invalid)})
        return lines

    @property
    def empty_text(self) -> str:
        """What an empty list teaches."""
        if self.listing.chips:
            return _("没有符合当前筛选条件的数据。可以去掉一两个条件再试。")
        return str(self.listing.spec.empty or _("这里还没有数据。"))

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """What the filter form carries along unseen."""
        links = self.listing.asked.links
        return [(name, str(links[name])) for name in ("view", "size") if name in links]

    @property
    def urls(self) -> dict[str, str]:
        """Where the forms around the table go."""
        key = self.listing.spec.key
        return {
            "settings": reverse("lists:settings", args=[key]),
            "views": reverse("lists:views", args=[key]),
            "save_view": reverse("lists:save_view", args=[key]),
        }

    @property
    def can_take_all(self) -> bool:
        """Whether more rows match than stand on this page."""
        return self.window.count > len(self.window.rows)

    @property
    def card_labels(self) -> SafeString:
        """Style rules that name the cells on phones: one rule a column, not a label a cell."""
        rules = [
            f'.list-table td:nth-child({place})::before{{content:"{_css_text(_label(one))}"}}'
            for place, one in enumerate(self.listing.shown, 1)
        ]
        return mark_safe(f"@media screen and (max-width:575.98px){{{''.join(rules)}}}")  # noqa: S308

    @property
    def column_widths(self) -> SafeString:
        """Style rules beside phones: dates and codes in one line, words as wide as declared."""
        rules = [
            f".list-table td:nth-child({place}){{{rule}}}"
            for place, one in enumerate(self.listing.shown, 1)
            if (rule := _width(one))
        ]
        return mark_safe(f"@media (min-width:576px){{{''.join(rules)}}}")  # noqa: S308


def _tab_name(view: Any) -> str:
    return view.name if not view.is_shared else _("%(name)s(共享)") % {"name": view.name}


def _label(one: Column) -> str:
    return f"{one.header}({one.shown_unit})" if one.shown_unit else str(one.header)


def _width(one: Column) -> str:
    """A width is counted in half characters, as sheets count it."""
    if one.kind in _ONE_LINE:
        return "white-space:nowrap"
    return f"min-width:{min(one.width, _WIDEST) / 2:g}em" if one.kind in _WORDS else ""


def _css_text(text: str) -> str:
    """Text inside quotes of a style sheet, with everything escaped that could end it."""
    return "".join(one if one.isalnum() else f"\\{ord(one):x} " for one in text)
