"""Events of a whole county written in a fixed number of statements."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db import connection
from django.db.models import JSONField

from rectification.warnings.models import Alert, WarningDecision
from villages.common.periods import Month
from villages.db import bulk
from villages.trace.chain import canonical

_KEY = "id"


def write_events(
    county: str, month: Month, new: list[Alert], changed: list[Alert], kept: Sequence[str],
    told: list[WarningDecision],
) -> None:  # fmt: skip
    """The `kept` fields of changed events, new ones, then what is told about both. The objects of
    new events get their keys. Four statements at most, and one more to read the keys."""
    # What ended makes room first: a broken observation and what follows it are of one rule.
    if changed:
        fields: list[Any] = [Alert._meta.get_field(name) for name in kept]
        columns = [field.column for field in fields]
        bulk.update(Alert, _KEY, columns, _rows(Alert, [_KEY, *kept], changed))
    if new:
        names = _names(Alert)
        bulk.insert(Alert, names, _rows(Alert, names, new))
        _give_keys(county, month, new)
    if told:
        for one in told:
            # It was pointed at its event before that had a key.
            one.alert = one.alert
        names = _names(WarningDecision)
        bulk.insert(WarningDecision, names, _rows(WarningDecision, names, told))


def _names(model: Any) -> list[str]:
    return [field.name for field in model._meta.concrete_fields if field.name != _KEY]


def _rows(model: Any, names: Iterable[str], rows: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
    fields = [model._meta.get_field(name) for name in names]
    return (tuple(_plain(field, getattr(row, field.attname)) for field in fields) for row in rows)


def _plain(field: Any, value: Any) -> Any:
    if isinstance(field, JSONField):
        return None if value is None else canonical(value)
    return field.get_db_prep_save(value, connection)


def _give_keys(county: str, month: Month, new: list[Alert]) -> None:
    rows = Alert.objects.in_county(county).filter(raised_month=month.number)
    keys = dict(rows.values_list("uid", "pk"))
    for one in new:
        one.pk = keys[one.uid]
