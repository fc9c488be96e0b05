"""What would change: rows of the sheet against what is stored."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import orjson

from villages.imports.declaring import Key, Row, SheetKind, Values

_AT_ONCE = 500


@dataclass(frozen=True)
class Change:
    """One value of one row before and after."""

    row: Row
    column: str
    old: Any
    new: Any


@dataclass
class Plan:
    """Rows that are new, rows that change, rows that stand already."""

    new: list[Row] = field(default_factory=list)
    changed: list[Row] = field(default_factory=list)
    same: int = 0
    changes: list[Change] = field(default_factory=list)

    @property
    def writes(self) -> int:
        """Rows that a save writes."""
        return len(self.new) + len(self.changed)

    def lines(self, kind: SheetKind) -> Iterator[list[Any]]:
        """Everything that would be written, in order: names of columns where they change, then
        rows with their keys."""
        columns: list[str] = []
        for row in (*self.new, *self.changed):
            if list(row.values) != columns:
                columns = list(row.values)
                yield columns
            yield [kind.identity(row), *row.values.values()]

    def digest(self, kind: SheetKind) -> str:
        """A name for exactly these changes from exactly these old values."""
        before = ([one.row.number, one.column, one.old] for one in self.changes)
        digest = hashlib.sha256()
        for lines in (self.lines(kind), before):
            while some := list(islice(lines, _AT_ONCE)):
                digest.update(orjson.dumps(some, default=str))
        return digest.hexdigest()


def compare(kind: SheetKind, rows: list[Row], stored: Mapping[Key, Values]) -> Plan:
    """Sorts rows into new, changed and same. Blanks change nothing where the kind keeps them."""
    plan = Plan()
    for row in rows:
        before = stored.get(kind.identity(row))
        if before is None:
            plan.new.append(row)
            continue
        changes = list(_changes(kind, row, before))
        if changes:
            plan.changed.append(row)
            plan.changes += changes
        else:
            plan.same += 1
    return plan


def _changes(kind: SheetKind, row: Row, before: Values) -> Iterator[Change]:
    for key, new in row.values.items():
        if key not in before or (new is None and kind.keeps_blank):
            continue
        if new != before[key]:
            yield Change(row, key, before[key], new)
