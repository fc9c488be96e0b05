"""Writing many rows of the demo county at once."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from config.demo.world import World
from villages.db import bulk


def store(world: World, model: Any, rows: Iterable[Mapping[str, Any]], *, source: str) -> None:
    """Rows of one ledger, of this county, naming where they come from. One statement."""
    fields = [one for one in model._meta.concrete_fields if not one.primary_key]
    common = {"county_code": world.county.code, "source": source}
    bulk.insert(model, [one.name for one in fields], _lines(fields, rows, common))


def _lines(
    fields: list[Any], rows: Iterable[Mapping[str, Any]], common: Mapping[str, Any]
) -> Iterator[list[Any]]:
    for row in rows:
        whole = {**common, **row}
        yield [_value(one, whole[one.name]) if one.name in whole else one.get_default()
               for one in fields]  # fmt: skip


def _value(field: Any, value: Any) -> Any:
    """A key to another row is written as its number."""
    return getattr(value, "pk", value) if field.is_relation else value
