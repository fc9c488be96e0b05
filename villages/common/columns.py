"""One declaration of a list's columns for screen, Excel, CSV, print and API help."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

_LIST_KEY = re.compile(r"[a-z0-9-]{1,40}")
_COLUMN_KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")


class Kind(Enum):
    """How a cell is shown, aligned and written to a sheet."""

    TEXT = "text"
    CODE = "code"  # digits that must never become a number: division codes, phones
    INTEGER = "integer"
    DECIMAL = "decimal"
    YUAN = "yuan"  # integer fen, shown in yuan
    WAN = "wan"  # integer fen, shown in ten thousand yuan
    SHARE = "share"  # 0-1, shown in percent
    DATE = "date"
    INSTANT = "instant"
    MONTH = "month"  # integer 202610
    CHOICE = "choice"  # stored value, shown by its label
    BOOLEAN = "boolean"
    COLOUR = "colour"  # red yellow green grey


NUMBERS = frozenset({Kind.INTEGER, Kind.DECIMAL, Kind.YUAN, Kind.WAN, Kind.SHARE})
SUMMABLE = NUMBERS - {Kind.SHARE}
_UNITS = {Kind.YUAN: "元", Kind.WAN: "万元"}


@dataclass(frozen=True, eq=False)
class Column:
    """One column: `path` is what `values()` reads, `key` is its stable public name.

    `show` turns the raw value into the shown one where a kind is not enough; it sees the row,
    with what `needs` names. A `computed` column has no value of its own, only `show`; it cannot
    be sorted. `total` asks for a sum under the column, over all matching rows. `base` is the
    path of a share's denominator, shown beside it. `digits` are the decimals of DECIMAL and
    SHARE. `href` gives the address behind this one cell. `tone` gives the look of the tag in which
    the value stands on the screen: plain, info, waiting, bad or done; files hold the words alone.
    `light` gives the light before the words of a row: red, yellow, green or grey.
    """

    key: str
    header: Any
    path: str = ""
    kind: Kind = Kind.TEXT
    unit: Any = ""
    width: int = 12
    help: Any = ""
    sortable: bool = True
    visible: bool = True
    total: bool = False
    choices: Any = None
    show: Callable[[dict[str, Any]], Any] | None = None
    needs: tuple[str, ...] = ()
    computed: bool = False
    base: str = ""
    digits: int = 2
    href: Callable[[dict[str, Any]], str] | None = None
    tone: Callable[[dict[str, Any]], str] | None = None
    light: Callable[[dict[str, Any]], str] | None = None

    def __post_init__(self) -> None:
        if not _COLUMN_KEY.fullmatch(self.key):
            raise ValueError(f"column key {self.key!r}: lower-case letters, digits, _")
        if self.computed and (self.show is None or self.total):
            raise ValueError(f"column {self.key}: a computed column needs show and has no total")
        if self.total and self.kind not in SUMMABLE:
            raise ValueError(f"column {self.key}: {self.kind.value} cannot be summed")

    @property
    def source(self) -> str:
        """The lookup that `values()` reads."""
        return self.path or self.key

    @property
    def reads(self) -> tuple[str, ...]:
        """All lookups that this column needs from the database."""
        own = () if self.computed else (self.source,)
        return (*own, *((self.base,) if self.base else ()), *self.needs)

    @property
    def shown_unit(self) -> Any:
        """The unit that stands in the header: its own, or that of its kind of money."""
        return self.unit or _UNITS.get(self.kind, "")

    @property
    def can_sort(self) -> bool:
        """Whether the database can put rows in the order of this column."""
        return self.sortable and not self.computed

    @property
    def is_number(self) -> bool:
        """Whether its cells are aligned to the right."""
        return self.kind in NUMBERS


@dataclass(frozen=True, eq=False)
class ListSpec:
    """A list: its columns, their first order, and the page of one row.

    `identity` is the public key of a row (`uid` or a statistical code), `row_arg` the lookup
    that goes into the address `row_url`, `row_label` the column that carries the link.
    """

    key: str
    title: Any
    columns: Sequence[Column]
    order: Sequence[str]
    row_url: str = ""
    row_arg: str = ""
    row_label: str = ""
    identity: str = "uid"
    search: Sequence[str] = ()
    empty: Any = ""
    needs: Sequence[str] = field(default_factory=tuple)

    def __post_init__(self) -> None:
        if not _LIST_KEY.fullmatch(self.key):
            raise ValueError(f"list key {self.key!r}: lower-case letters, digits, -")
        if len(set(self.keys())) != len(self.columns):
            raise ValueError(f"list {self.key}: a column key stands twice")
        if self.row_label and self.row_label not in self.keys():
            raise ValueError(f"list {self.key}: no column {self.row_label!r} to carry the link")

    def column(self, key: str) -> Column:
        """The column with this key; KeyError where there is none."""
        for one in self.columns:
            if one.key == key:
                return one
        raise KeyError(key)

    def keys(self) -> tuple[str, ...]:
        """All column keys in declared order."""
        return tuple(one.key for one in self.columns)

    def chosen(self, keys: Sequence[str]) -> tuple[Column, ...]:
        """The columns with these keys, in this order; unknown ones and repeats are left out.

        The declared visible columns where nothing is left.
        """
        known = {one.key: one for one in self.columns}
        kept = tuple(known[key] for key in dict.fromkeys(keys) if key in known)
        return kept or tuple(one for one in self.columns if one.visible)
