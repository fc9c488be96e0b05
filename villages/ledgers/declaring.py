"""How an app declares a ledger.

An app's `ledgers.py` holds `LEDGERS`, a tuple of `Ledger`. From each one follow: the list page
with filters, saved views, print and Excel, the page of a row, its form with a guard against
lost changes, the REST resource with single and bulk writes, the sheet that is imported and its
template, the read-only back office, the policy table's routes and the page of definitions.
Words of fields (label, definition, unit, example, basis) stand in `templates/help/fields.toml`
alone.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps

from villages.accounts.perms import may_keep_ledgers, works_in_territory
from villages.common.columns import Column, Kind
from villages.common.faults import Fault
from villages.rest.fields import Field

Values = dict[str, Any]
Allowed = Callable[[Any], bool]


@dataclass(frozen=True, eq=False)
class Item:
    """One field of a ledger's model, as people and programs meet it.

    `listed` puts it among the list's columns, `shown` makes it visible there from the start,
    `chosen` offers it as a filter, `asked` puts it into the form, the API's bodies and the
    sheet, `fixed` refuses another value once the row exists. `kind` overrides what follows from
    the model field (`…_fen` is money in yuan, `…_share` a share, `month` and `…_month` a month
    such as 202610). `by` names the field of another ledger's row by which sheets refer to it
    (inside the same village), `read` overrides the reader of its cells. `seen_by` keeps it from
    everybody else: it is then in no list, sheet or export. `find(values, by)` lets a new row leave
    it out: it puts what follows from other items into the values of all rows of a batch at once.
    `open(row)` says whether a row takes another value now: else forms only show it. `tone` is that
    of its column in the list.
    """

    name: str
    listed: bool = True
    shown: bool = True
    chosen: bool = False
    asked: bool = True
    fixed: bool = False
    total: bool = False
    wide: bool = False
    kind: Kind | None = None
    width: int = 12
    by: str = ""
    read: Any = None
    seen_by: Allowed | None = None
    find: Callable[[Sequence[Values], Any], None] | None = None
    open: Callable[[Any], bool] | None = None
    tone: Callable[[Values], str] | None = None


@dataclass(frozen=True, eq=False)
class Ask:
    """One thing that a verb asks for: field of a form and member of a JSON body alike.

    `options(row)` are pairs that the form offers for this row, the county's own words, say; a
    program sends the first of a pair as text, and the action refuses any other.
    """

    name: str
    zh: Any
    en: str
    kind: Kind = Kind.TEXT
    required: bool = True
    choices: Any = None
    about_zh: Any = ""
    about_en: str = ""
    unit: str = ""
    most: int = 200
    wide: bool = False
    options: Callable[[Any], Iterable[tuple[str, Any]]] | None = None


def _always(_user: Any, _row: Any) -> bool:
    return True


@dataclass(frozen=True, eq=False)
class Verb:
    """Something that can be done to a row beside changing its fields (批准, 撤回, 申诉 …).

    `act(row, *, by, **asked)` is an action: atomic, with its own rules and its own trail; it
    gets the row locked and its version checked. `offered(user, row)` says whether the button
    stands on the page; the action itself still refuses. `may` is who may use the address. `many`
    offers it in the list too, for the chosen rows at once.
    """

    key: str
    label: Any
    en: str
    act: Callable[..., Any]
    asks: tuple[Ask, ...] = ()
    may: Allowed = may_keep_ledgers
    offered: Callable[[Any, Any], bool] = _always
    danger: bool = False
    explains: Any = ""
    many: bool = False


@dataclass(frozen=True, eq=False)
class Part:
    """Rows of another ledger that belong to a row of this one and stand on its page.

    `through` is the field of the other ledger that points here. The other ledger's form is
    reached from here with this row filled in. Without `bars` its charts are left out.
    """

    ledger: str
    through: str
    title: Any = ""
    bars: bool = True


@dataclass(frozen=True, eq=False)
class Chart:
    """Bars above a list: the rows, or the sum of `measure`, by the values of one item.

    `by` is an item with choices, a month, or `township`; it counts all rows the filters leave.
    """

    key: str
    title: Any
    by: str
    measure: str = ""
    unit: Any = ""


def _unchanged(rows: Any, _on: Any) -> Any:
    return rows


def _open(_row: Any) -> bool:
    return False


def _nothing(*_args: Any, **_more: Any) -> Any:
    return ()


@dataclass(frozen=True, eq=False)
class Ledger:
    """A kind of row: what it is called, who may see and keep it, and by which rules.

    `key` is its address, its API resource, its sheet (`-` for spaces). `natural_key` are the
    fields that make a row unique inside its county; sheets and bulk writes find rows by it.
    `month` names the field (a month or a date) that says which month's closing guards the row;
    `dated(row)` gives the day instead where no filter or sheet goes by it.
    `check(values, row)` gives faults that no constraint can tell, `holds(row)` those for which a
    stored row may not be taken away; both are pure. `settle(row, by)`
    fills derived fields before the row is checked, `after(row, before, by)` does what follows,
    both inside the transaction; `together(rows)` fills what is derived by asking the database, once
    for all rows of a batch. `annotate(rows, on)` adds what `columns` (more columns of the
    list and page) and `answers` (more fields of the API) read. `writable` false leaves writing to
    verbs and actions. `names(row)` is the row's name in headings and the trail. `page` is the
    address (by name, of the uid) of a page that the app made for a row: every link leads there.
    `see_also` are pages that help with the form: label and address by name.
    `criteria` are further filters of the list by name, over what `annotate` adds.
    `secret(row)` says that the trail, which others read too, keeps none of this row's words;
    `quiet(row)` keeps its words, but only whoever covers the county reads them.
    """

    key: str
    hub: str
    model: Any
    items: tuple[Item, ...]
    natural_key: tuple[str, ...]
    title: Any
    one: Any
    title_en: str
    one_en: str
    order: tuple[str, ...] = ()
    month: str = ""
    dated: Callable[[Any], date | None] | None = None
    may_read: Allowed = works_in_territory
    may_write: Allowed = may_keep_ledgers
    writable: bool = True
    removable: bool = True
    imported: bool = True
    columns: tuple[Column, ...] = ()
    answers: tuple[Field, ...] = ()
    annotate: Callable[[Any, Any], Any] = _unchanged
    check: Callable[[Mapping[str, Any], Any], Iterable[Fault]] = _nothing
    holds: Callable[[Any], Iterable[Fault]] = _nothing
    settle: Callable[..., Any] = _nothing
    after: Callable[..., Any] = _nothing
    together: Callable[[Sequence[Any]], Any] = _nothing
    verbs: tuple[Verb, ...] = ()
    parts: tuple[Part, ...] = ()
    charts: tuple[Chart, ...] = ()
    search: Sequence[str] = ()
    names: Callable[[Any], str] = str
    secret: Callable[[Any], bool] = _open
    quiet: Callable[[Any], bool] = _open
    empty: Any = ""
    page: str = ""
    see_also: tuple[tuple[Any, str], ...] = ()
    criteria: Mapping[str, Any] = field(default_factory=dict)
    sections: tuple[tuple[Any, tuple[str, ...]], ...] = field(default_factory=tuple)

    def __post_init__(self) -> None:
        known = {one.name for one in self.items}
        if missing := set(self.natural_key) - known:
            raise ValueError(f"ledger {self.key}: natural key names unknown items {missing}")

    @property
    def about_village(self) -> bool:
        """Whether a row belongs to one village."""
        return any(one.name == "village" for one in self.items)

    @property
    def asked(self) -> tuple[Item, ...]:
        """The items that a form, a body or a sheet holds."""
        return tuple(one for one in self.items if one.asked)

    def item(self, name: str) -> Item:
        """The item of this name; KeyError where there is none."""
        for one in self.items:
            if one.name == name:
                return one
        raise KeyError(name)

    def verb(self, key: str) -> Verb:
        """The verb of this key; KeyError where there is none."""
        for one in self.verbs:
            if one.key == key:
                return one
        raise KeyError(key)


@cache
def ledgers() -> dict[str, Ledger]:
    """All ledgers of all apps by key, found once, in the order of installed apps."""
    found: dict[str, Ledger] = {}
    for config in apps.get_app_configs():
        # `villages.ledgers` is this package; the villages app itself declares none.
        name = f"{config.name}.ledgers"
        if config.name != "villages" and find_spec(name):
            for one in getattr(import_module(name), "LEDGERS", ()):
                if one.key in found:
                    raise ValueError(f"two ledgers are called {one.key}")
                found[one.key] = one
    return found
