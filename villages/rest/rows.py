"""From rows of the database to JSON objects, without serializers."""

from collections.abc import Callable, Iterable
from itertools import chain
from typing import Any

from villages.rest.fields import Expand, Field
from villages.rest.wire import writer_of

Row = tuple[Any, ...]
Build = Callable[[Row], dict[str, Any]]


def paths(fields: Iterable[Field], expands: Iterable[Expand], more: Iterable[str]) -> list[str]:
    """What `values_list()` reads: the fields, the expanded objects, then whatever paging needs."""
    expanded = chain.from_iterable(one.fields for one in expands)
    return [*(field.path for field in chain(fields, expanded)), *more]


def builder(fields: tuple[Field, ...], expands: tuple[Expand, ...] = ()) -> Build:
    """A function from one row to its object; an expanded object takes the place of its key."""
    plain = _objects(fields)
    if not expands:
        return plain
    nested, start = [], len(fields)
    for one in expands:
        nested.append((one.name, start, start + len(one.fields), _objects(one.fields)))
        start += len(one.fields)

    def build(row: Row) -> dict[str, Any]:
        made = plain(row)
        for name, first, last, inner in nested:
            made[name] = inner(row[first:last]) if row[first] is not None else None
        return made

    return build


def _objects(fields: tuple[Field, ...]) -> Build:
    names = tuple(field.name for field in fields)
    writers = tuple((f.name, write) for f in fields if (write := writer_of(f)) is not None)

    def build(row: Row) -> dict[str, Any]:
        made = dict(zip(names, row, strict=False))
        for name, write in writers:
            made[name] = write(made[name])
        return made

    return build
