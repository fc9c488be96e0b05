"""What a resource shows and accepts, declared once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models.enums import Choices

from villages.common.columns import Kind

LOOKUPS = ("exact", "in", "gt", "gte", "lt", "lte", "startswith", "contains", "isnull")


@dataclass(frozen=True)
class Field:
    """One field of a resource: name on the wire, where it is read, what it means in two languages.

    `source` is the lookup that `values_list()` reads; it defaults to the name. `filters` names
    the allowed lookups ("exact" is the bare name), `orders` allows `ordering`, `brief` keeps the
    field in `brief=true`. `show` turns the stored value into the one on the wire where the kind
    is not enough. Money (`Kind.YUAN`) is stored in fen and shown as a decimal string of yuan.
    """

    name: str
    zh: Any
    en: str
    kind: Kind = Kind.TEXT
    source: str = ""
    about_zh: Any = ""
    about_en: str = ""
    unit: str = ""
    example: Any = None
    nullable: bool = False
    many: bool = False
    choices: type[Choices] | None = None
    pattern: str = ""
    filters: tuple[str, ...] = ()
    orders: bool = False
    brief: bool = False
    show: Callable[[Any], Any] | None = None

    def __post_init__(self) -> None:
        if unknown := set(self.filters) - set(LOOKUPS):
            raise ValueError(f"{self.name}: unknown lookups {sorted(unknown)}")

    @property
    def path(self) -> str:
        """The lookup that is read."""
        return self.source or self.name

    @property
    def description(self) -> str:
        """English help for the schema: the long text, else the label."""
        return self.about_en or f"{self.en}."


@dataclass(frozen=True)
class Filter:
    """A declared parameter that is no plain lookup: `apply(rows, value)` narrows the rows."""

    field: Field
    apply: Callable[[Any, Any], Any]

    @property
    def name(self) -> str:
        """The parameter."""
        return self.field.name


@dataclass(frozen=True)
class Expand:
    """A related object that `expand=` puts in place of its key; read by join, without a query.

    `component` is its schema name; the sources of `fields` begin at the row itself
    (`township__name`).
    """

    name: str
    component: str
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class Input:
    """One field of a request body; types are strict, as in the schema."""

    field: Field
    required: bool = False
    low: int | None = None
    high: int | None = None
    max_length: int | None = None
    max_items: int | None = None
    default: Any = None

    @property
    def name(self) -> str:
        """The member of the JSON object."""
        return self.field.name
