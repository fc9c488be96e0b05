"""django-tables2 tables, made from the one declaration of a list.

The library gives heads, order and footers; the body is written by our own loop, because a
template per cell costs many times the row.
"""

from copy import copy
from functools import lru_cache
from html import escape
from typing import Any

import django_tables2
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from villages.common.columns import Column, ListSpec
from villages.lists.cells import EMPTY, Row, Write, html_writer, reader, text_writer
from villages.lists.links import row_address
from villages.lists.question import Asked
from villages.lists.reading import Window


class Head(django_tables2.Column):  # type: ignore[misc]
    """A column of the library that knows its declaration."""

    def __init__(self, declared: Column) -> None:
        super().__init__(
            verbose_name=declared.header, accessor=declared.key, orderable=declared.can_sort
        )
        self.declared = declared

    def __deepcopy__(self, memo: dict[int, Any]) -> "Head":
        """The library copies all heads for every page; a declaration is never changed."""
        return copy(self)


class ListTable(django_tables2.Table):  # type: ignore[misc]
    """A page of rows with heads that sort and a totals row. Built by `make_table`."""

    spec: ListSpec
    shown: tuple[Column, ...]

    class Meta:
        template_name = "components/table.html"

    def __init__(self, window: Window, asked: Asked, *, selectable: bool, density: str) -> None:
        super().__init__(window.rows, order_by=())
        self.window = window
        self.asked = asked
        self.selectable = selectable
        self.density = density

    @property
    def heads(self) -> list[dict[str, Any]]:
        """What the template needs of each head: words, unit, address, direction."""
        return [_head(bound, self.asked) for bound in self.columns]

    @property
    def body(self) -> SafeString:
        """All rows as HTML. Every value is escaped by its writer."""
        write = _row_writer(self.spec, self.shown, selectable=self.selectable)
        return mark_safe("\n".join([write(row) for row in self.window.rows]))  # noqa: S308

    @property
    def totals(self) -> list[tuple[str, bool]]:
        """The cells of the totals row: words, and whether it is a number; empty without sums."""
        if not self.window.totals or not self.window.rows:
            return []
        return [
            (_total(one, place, self.window), one.is_number) for place, one in enumerate(self.shown)
        ]


@lru_cache(maxsize=256)
def _table_class(spec: ListSpec, shown: tuple[Column, ...]) -> type[ListTable]:
    heads = {one.key: Head(one) for one in shown}
    return type("SpecTable", (ListTable,), {**heads, "spec": spec, "shown": shown})


def make_table(
    spec: ListSpec,
    shown: tuple[Column, ...],
    window: Window,
    asked: Asked,
    *,
    selectable: bool = False,
    density: str = "compact",
) -> ListTable:
    """The table of one page."""
    return _table_class(spec, shown)(window, asked, selectable=selectable, density=density)


def _head(bound: Any, asked: Asked) -> dict[str, Any]:
    one: Column = bound.column.declared
    upward, downward = asked.sort == one.key, asked.sort == f"-{one.key}"
    return {
        "label": one.header,
        "unit": one.shown_unit,
        "help": one.help,
        "number": one.is_number,
        "url": asked.address(sort=f"-{one.key}" if upward else one.key) if bound.orderable else "",
        "direction": "ascending" if upward else "descending" if downward else "",
    }


def _total(one: Column, place: int, window: Window) -> str:
    value = window.totals.get(one.key)
    if one.total:
        return EMPTY if value is None else text_writer(one)(value)
    return _("合计 %(count)s 行") % {"count": f"{window.count:,}"} if place == 0 else ""


def _row_writer(spec: ListSpec, shown: tuple[Column, ...], *, selectable: bool) -> Write:
    """Writes one `<tr>`; everything that is the same for all rows is settled here."""
    head = next((one for one in shown if one.key == spec.row_label), shown[0])
    address = row_address(spec)
    tick = _tick(spec, head) if selectable else None
    cells = [
        _cell(one, place == 0, tick if place == 0 else None, address if one is head else None)
        for place, one in enumerate(shown)
    ]
    return lambda row: f"<tr>{''.join([cell(row) for cell in cells])}</tr>"


def _cell(one: Column, is_first: bool, tick: Write | None, address: Write | None) -> Write:
    write = _with_link(html_writer(one), address) if address else html_writer(one)
    tag = 'th scope="row"' if is_first else "td"
    opening = f'<{tag} class="num">' if one.is_number else f"<{tag}>"
    closing = "</th>" if is_first else "</td>"
    if tick is not None:
        return lambda row: f"{opening}{tick(row)}{write(row)}{closing}"
    return lambda row: f"{opening}{write(row)}{closing}"


def _with_link(write: Write, address: Write) -> Write:
    def linked(row: Row) -> str:
        href = address(row)
        inside = write(row)
        return f'<a class="row-link" href="{escape(href)}">{inside}</a>' if href else inside

    return linked


def _tick(spec: ListSpec, named_by: Column) -> Write:
    """The box that chooses a row, named by the words of the row's head."""
    word, identity, read, text = _("选择"), spec.identity, reader(named_by), text_writer(named_by)

    def tick(row: Row) -> str:
        value = read(row)
        name = "" if value is None else text(value)
        key = escape(str(row[identity]))
        label = escape(f"{word} {name or key}")
        return f'<input type="checkbox" name="select" value="{key}" aria-label="{label}">'

    return tick
