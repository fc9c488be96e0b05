"""How an app says which sheets it accepts.

An app's `importers.py` holds `SHEETS`, a tuple of `SheetKind`. The engine finds columns by their
headers and synonyms, reads every cell, resolves places, compares with what is stored, and hands
new and changed rows back in one call.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps

from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.common.readings import Reading

Values = dict[str, Any]
Key = tuple[Any, ...]


@dataclass(frozen=True)
class SheetColumn:
    """One column that a sheet may hold.

    `synonyms` are other header words, `under` the words of a heading above a sub-header
    ("党员情况" above "其中：女"). `read` turns a cell into a value, given the unit that holds for
    it. `most` is the largest believable number. `sample` and `help` go into the template.
    A `computed` column (合计, 其中) is known and compared where it holds a value, never asked for
    and never faulty.
    """

    key: str
    header: str
    read: Callable[[Any, str], Reading[Any]]
    synonyms: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    unit: str = ""
    required: bool = False
    most: int | None = None
    options: tuple[str, ...] = ()
    help: str = ""
    sample: str = ""
    width: int = 12
    computed: bool = False


@dataclass(frozen=True)
class Row:
    """One data row, read: where it stands, which village it is about, its values by column."""

    sheet: str
    number: int
    values: Values
    village: Any = None


@dataclass(frozen=True)
class Context:
    """For whom, where and when a sheet is read.

    `on` is the day that the figures hold for; `county_name` what the sheet's title says, for a
    county that is not there yet. `single_month` tells that the title speaks of one month (当月)
    where sheets of this kind usually sum up from January.
    """

    by: Any
    county: str
    on: date
    month: Month | None = None
    source: str = ""
    county_name: str = ""
    single_month: bool = False


@dataclass(frozen=True)
class RowFault:
    """A fault that only a look beyond one cell finds; `column` is the key of the cell to blame."""

    row: Row
    column: str
    code: str
    message: str
    suggestion: str = ""


@dataclass(frozen=True)
class Saved:
    """What a save did."""

    created: int = 0
    updated: int = 0
    undo: list[Any] = field(default_factory=list)


@dataclass(frozen=True)
class SheetKind:
    """A sheet that is accepted.

    `place` says how a row names its village: "village" (township and name, or code), "roster"
    (the sheet itself makes villages) or "none". `identity(row)` is the natural key;
    `existing(context)` maps natural keys to stored values of the columns (at most three
    queries); `save(context, new, changed)` writes both sets in a fixed number of statements;
    `undo(context, saved)` takes a save back and says how many rows, or raises `undo_conflict`
    naming what was changed since (see `conflict`). `keeps_blank` leaves stored values alone
    where a sheet says nothing. `faults(context, rows, stored)` finds what is wrong between the
    cells of a row or beyond it, `questions` what is possible but odd. `twin` is the code of the
    fault on the later row of two with one identity. `template_rows(context)` prefills a
    template: one dict of stored values by column key per row, places first.
    `month_in_rows`: rows may name their month themselves, so the sheet need not. `group` is the
    area under which people choose it. `derive(context, rows)` fills in what follows from the
    cells, before anything is compared.
    """

    key: str
    title: str
    columns: tuple[SheetColumn, ...]
    identity: Callable[[Row], Key]
    existing: Callable[[Context], Mapping[Key, Values]]
    save: Callable[[Context, list[Row], list[Row]], Saved]
    undo: Callable[[Context, list[Any]], int]
    place: str = "village"
    needs_month: bool = False
    keeps_blank: bool = True
    may_import: Callable[[Any], bool] = lambda user: True
    questions: Callable[[Context, list[Row], Mapping[Key, Values]], Iterable[Any]] = (
        lambda context, rows, stored: ()
    )
    faults: Callable[[Context, list[Row], Mapping[Key, Values]], Iterable["RowFault"]] = (
        lambda context, rows, stored: ()
    )
    template_rows: Callable[[Context], Iterable[Values]] = lambda context: ()
    twin: str = "duplicate_village"
    derive: Callable[[Context, list[Row]], list[Row]] = lambda context, rows: rows
    month_in_rows: bool = False
    group: Any = ""

    @property
    def asked(self) -> tuple[SheetColumn, ...]:
        """The columns that people fill in."""
        return tuple(one for one in self.columns if not one.computed)

    @property
    def version(self) -> str:
        """Changes when the columns do: by it a returned template is known as old."""
        words = "\n".join(one.header for one in self.asked)
        return hashlib.sha256(words.encode()).hexdigest()[:8]

    @property
    def required_headers(self) -> list[str]:
        """Headers without which a sheet cannot be read."""
        return [one.header for one in self.columns if one.required]

    def column(self, key: str) -> SheetColumn:
        """A column by its key."""
        return next(one for one in self.columns if one.key == key)


def conflict(names: Iterable[str]) -> DomainError:
    """What `undo` raises where rows were changed by others since."""
    shown = list(names)
    more = f"等 {len(shown)} 处" if len(shown) > 5 else ""
    return DomainError(
        "undo_conflict",
        f"导入之后又有人改动过:{'、'.join(shown[:5])}{more},不能整批撤销。",
        "请逐条更正,或用正确的表格重新导入。",
    )


_kinds: dict[str, SheetKind] = {}


def sheet_kinds() -> dict[str, SheetKind]:
    """All accepted sheets by key, found once; threads that ask first find the same."""
    if not _kinds:
        _kinds.update(_found())
    return _kinds


def _found() -> dict[str, SheetKind]:
    found: dict[str, SheetKind] = {}
    for config in apps.get_app_configs():
        name = f"{config.name}.importers"
        if find_spec(name):
            for kind in getattr(import_module(name), "SHEETS", ()):
                if kind.key in found:
                    raise ValueError(f"two sheets are called {kind.key}")
                found[kind.key] = kind
    return found
