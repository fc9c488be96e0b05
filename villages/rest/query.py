"""The parameters of a list or an item, read strictly: nothing is ignored."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from villages.common.errors import DomainError
from villages.rest.fields import Expand, Field, Filter
from villages.rest.problem_kinds import Both
from villages.rest.problems import Problem
from villages.rest.suggestions import unknown
from villages.rest.wire import WIRES, reader_of

PAGE, LARGEST_PAGE, MOST_VALUES = 50, 200, 200
MOST_EXPANDED, MOST_ORDERED = 2, 4
SHAPING = ("fields", "omit", "brief", "expand", "format")
PAGING = ("cursor", "limit", "ordering", "count")


@dataclass(frozen=True)
class Condition:
    """One declared filter parameter."""

    name: str
    field: Field
    lookup: str
    read: Callable[[str], Any]
    apply: Callable[[Any, Any], Any]


@dataclass(frozen=True)
class Query:
    """What was asked, checked and typed."""

    fields: tuple[Field, ...]
    expands: tuple[Expand, ...]
    conditions: tuple[tuple[Condition, Any], ...] = ()
    ordering: tuple[str, ...] = ()
    cursor: str = ""
    limit: int | None = None
    counted: bool = False

    def narrow(self, rows: Any) -> Any:
        """The rows that meet every condition."""
        for condition, value in self.conditions:
            rows = condition.apply(rows, value)
        return rows


def conditions_of(fields: Iterable[Field], filters: Iterable[Filter]) -> dict[str, Condition]:
    """All filter parameters of a resource, by name."""
    made = [_lookup(field, lookup) for field in fields for lookup in field.filters]
    made += [_own(one) for one in filters]
    return {one.name: one for one in made}


def _own(one: Filter) -> Condition:
    return Condition(one.name, one.field, "exact", reader_of(one.field), one.apply)


def _lookup(field: Field, lookup: str) -> Condition:
    name = field.name if lookup == "exact" else f"{field.name}__{lookup}"
    orm = {"exact": field.path, "contains": f"{field.path}__icontains"}
    path = orm.get(lookup, f"{field.path}__{lookup}")
    return Condition(
        name,
        field,
        lookup,
        _reader(field, lookup),
        lambda rows, value: rows.filter(**{path: value}),
    )


def _reader(field: Field, lookup: str) -> Callable[[str], Any]:
    one = reader_of(field)
    if lookup == "isnull":
        return _yes
    if lookup in {"startswith", "contains"}:
        return WIRES[field.kind].read
    if lookup == "in":
        return lambda raw: [one(part) for part in _words(raw, MOST_VALUES)]
    return one


def _yes(raw: str) -> bool:
    if raw not in {"true", "false"}:
        raise ValueError("boolean")
    return raw == "true"


def _words(raw: str, most: int) -> list[str]:
    parts = raw.split(",")
    if not raw or len(parts) > most:
        raise ValueError("words")
    return parts


class Reader:
    """Reads the parameters that one resource declares."""

    def __init__(
        self,
        fields: tuple[Field, ...],
        expands: tuple[Expand, ...],
        conditions: dict[str, Condition],
        ordering: tuple[str, ...],
    ) -> None:
        self.fields = {field.name: field for field in fields}
        self.expands = {one.name: one for one in expands}
        self.conditions = conditions
        self.ordering = ordering
        self.orderable = [sign + f.name for f in fields if f.orders for sign in ("", "-")]

    def item(self, given: QueryDict) -> Query:
        """Parameters of one object: only its shape."""
        self._refuse_unknown(given, SHAPING)
        return Query(*self._shape(given))

    def filtering(self, given: QueryDict) -> Query:
        """Parameters of an answer that is only narrowed, neither shaped nor paged."""
        self._refuse_unknown(given, ("format", *self.conditions))
        return Query((), (), self._conditions(given))

    def listing(self, given: QueryDict) -> Query:
        """Parameters of a list."""
        self._refuse_unknown(given, (*SHAPING, *PAGING, *self.conditions))
        fields, expands = self._shape(given)
        return Query(
            fields,
            expands,
            self._conditions(given),
            self._ordering(given),
            _typed("cursor", given["cursor"], _token) if "cursor" in given else "",
            _typed("limit", given["limit"], _limit) if "limit" in given else None,
            "count" in given and bool(_typed("count", given["count"], _exact)),
        )

    def _conditions(self, given: QueryDict) -> tuple[tuple[Condition, Any], ...]:
        found = ((one, given[name]) for name, one in self.conditions.items() if name in given)
        return tuple((one, _typed(one.name, raw, one.read)) for one, raw in found)

    def _refuse_unknown(self, given: QueryDict, known: tuple[str, ...]) -> None:
        errors = [unknown(name, name, known) for name in given if name not in known]
        if errors:
            names = ", ".join(str(error["parameter"]) for error in errors)
            raise Problem(
                "unknown_parameter",
                f"没有这样的参数:{names}。",
                f"Unknown parameter: {names}.",
                errors=errors,
            )
        twice = [name for name in given if len(given.getlist(name)) > 1]
        if twice:
            raise _invalid(twice[0], Both("这个参数只能出现一次。", "Give this parameter once."))

    def _shape(self, given: QueryDict) -> tuple[tuple[Field, ...], tuple[Expand, ...]]:
        kept = self._chosen("fields", given, self.fields) or list(self.fields)
        if "brief" in given and _typed("brief", given["brief"], _yes):
            brief = [name for name in kept if self.fields[name].brief]
            kept = brief or kept
        dropped = set(self._chosen("omit", given, self.fields))
        expanded = self._chosen("expand", given, self.expands, MOST_EXPANDED)
        names = [name for name in kept if name not in dropped]
        return tuple(self.fields[n] for n in names), tuple(self.expands[n] for n in expanded)

    def _ordering(self, given: QueryDict) -> tuple[str, ...]:
        """The asked order; a field that stands twice counts where it stands first."""
        chosen: dict[str, str] = {}
        for word in self._chosen("ordering", given, self.orderable, MOST_ORDERED):
            chosen.setdefault(word.lstrip("-"), word)
        return tuple(chosen.values()) or self.ordering

    def _chosen(
        self, parameter: str, given: QueryDict, known: Iterable[str], most: int = 0
    ) -> list[str]:
        """The words of a list parameter, each of them known, each once."""
        names = list(known)
        words = str(given[parameter]).split(",") if parameter in given else []
        errors = [unknown(parameter, word, names) for word in words if word not in names]
        if errors:
            raise Problem("invalid_parameter", errors=errors)
        if len(words) > (most or len(names)):
            most = most or len(names)
            raise _invalid(parameter, Both(f"最多 {most} 项。", f"At most {most} names."))
        return list(dict.fromkeys(words))


def _typed(name: str, raw: Any, read: Callable[[str], Any]) -> Any:
    try:
        return read(str(raw))
    except (ValueError, ArithmeticError, DomainError) as error:
        said = Both(f"“{raw[:60]}”不是有效的取值。", f"'{raw[:60]}' is not a valid value.")
        raise _invalid(name, said) from error


def _invalid(name: str, said: Both) -> Problem:
    error = {"parameter": name[:60], "code": "invalid", "detail": said}
    return Problem(
        "invalid_parameter", f"参数 {name}:{said.zh}", f"{name}: {said.en}", errors=[error]
    )


def _limit(raw: str) -> int:
    if not (raw.isascii() and raw.isdigit() and len(raw) < 4 and 1 <= int(raw) <= LARGEST_PAGE):
        raise ValueError("limit")
    return int(raw)


def _exact(raw: str) -> bool:
    if raw != "exact":
        raise ValueError("count")
    return True


def _token(raw: str) -> str:
    if not raw or len(raw) > 2000:
        raise ValueError("cursor")
    return raw
