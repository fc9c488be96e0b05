"""One declaration of a list's columns for screen, Excel, CSV, print and API help."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any


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


@dataclass(frozen=True)
class Column:
    """One column: `path` is what `values()` reads, `key` is its stable public name.

    `show` turns the raw value into the shown one where a kind is not enough; it sees the row.
    `total` asks for a sum under the column, over all matching rows. `link` names a column whose
    value goes into the address of the row's page.
    """

    key: str
    header: Any
    path: str = ""
    kind: Kind = Kind.TEXT
    unit: str = ""
    width: int = 12
    help: Any = ""
    sortable: bool = True
    visible: bool = True
    total: bool = False
    choices: Any = None
    show: Callable[[dict[str, Any]], Any] | None = None
    needs: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        """The lookup that `values()` reads."""
        return self.path or self.key


@dataclass(frozen=True)
class ListSpec:
    """A list: its columns, their first order, and the page of one row."""

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

    def column(self, key: str) -> Column:
        """The column with this key; KeyError where there is none."""
        for one in self.columns:
            if one.key == key:
                return one
        raise KeyError(key)

    def keys(self) -> tuple[str, ...]:
        """All column keys in declared order."""
        return tuple(one.key for one in self.columns)
