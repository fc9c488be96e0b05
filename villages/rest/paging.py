"""One page of a list, with the addresses of its neighbours."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from villages.rest.fields import Field
from villages.rest.keyset import Key, Position, after, decode, encode, keys_of
from villages.rest.query import PAGE, PAGING, SHAPING, Query
from villages.rest.rows import builder, paths

Row = tuple[Any, ...]


@dataclass(frozen=True)
class Page:
    """Rows as JSON objects, and the cursors before and after them."""

    results: list[dict[str, Any]]
    next: str | None
    previous: str | None


class Walk:
    """Reads rows in the asked order, from the asked position."""

    def __init__(
        self, request: HttpRequest, query: Query, fields: tuple[Field, ...], identity: str
    ) -> None:
        by_name = {field.name: field for field in fields}
        self.request, self.query = request, query
        self.keys: tuple[Key, ...] = keys_of(query.ordering, by_name, by_name[identity])
        self.context = self._context()
        self.position = decode(query.cursor, self.context, self.keys) if query.cursor else None

    def page(self, rows: Any) -> Page:
        """One page: one query."""
        limit = self.query.limit or PAGE
        found = self.read(rows, limit + 1)
        more, found = len(found) > limit, found[:limit]
        backward = bool(self.position and self.position.backward)
        if backward:
            found.reverse()
        build = builder(self.query.fields, self.query.expands)
        before = more if backward else self.position is not None
        beyond = more or backward
        return Page(
            [build(row) for row in found],
            self._link(found[-1]) if found and beyond else None,
            self._link(found[0], backward=True) if found and before else None,
        )

    def read(self, rows: Any, most: int) -> list[Row]:
        """At most so many raw rows: the fields, then the keys."""
        backward = bool(self.position and self.position.backward)
        if self.position is not None:
            rows = rows.filter(after(self.keys, self.position))
        rows = rows.order_by(*(key.expression(backward) for key in self.keys))
        read = paths(self.query.fields, self.query.expands, (key.path for key in self.keys))
        return list(rows.values_list(*read)[:most])

    def _link(self, row: Row, *, backward: bool = False) -> str:
        position = Position(row[-len(self.keys) :], backward)
        parameters = self.request.GET.copy()
        parameters["cursor"] = encode(position, self.context)
        return self.request.build_absolute_uri(f"{self.request.path}?{parameters.urlencode()}")

    def _context(self) -> str:
        """What a cursor belongs to: the address, the order, the conditions."""
        ignored = {*PAGING, *SHAPING}
        kept = sorted((k, v) for k, v in self.request.GET.items() if k not in ignored)
        return f"{self.request.path}|{self.query.ordering}|{kept}"


def links(page: Page) -> dict[str, str]:
    """The Link header of a page."""
    found = [("next", page.next), ("prev", page.previous)]
    text = ", ".join(f'<{address}>; rel="{name}"' for name, address in found if address)
    return {"Link": text} if text else {}
