"""Numbers that decide: declared in code with a default, replaced by dated rows."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.cache import caches

from villages.common.errors import DomainError
from villages.models import Parameter

_CACHE_KEY = "parameters:all"
# A page reads parameters often; another process may show an old one for so long.
_SECONDS = 5


@dataclass(frozen=True)
class Definition:
    """What a parameter means: unit, range, and the value while no county decided otherwise."""

    key: str
    label: Any
    default: Any
    unit: str = ""
    help: Any = ""
    kind: str = "integer"
    low: float | None = None
    high: float | None = None
    per_county: bool = True


_definitions: dict[str, Definition] = {}


def declare(key: str, label: Any, default: Any, **rest: Any) -> Definition:
    """Registers a parameter; twice the same key with another meaning is a programming error."""
    definition = Definition(key, label, default, **rest)
    known = _definitions.setdefault(key, definition)
    if known.default != default:
        raise ValueError(f"parameter {key} is declared twice")
    return known


def definitions() -> list[Definition]:
    """All declared parameters by key."""
    return [_definitions[key] for key in sorted(_definitions)]


def definition(key: str) -> Definition:
    """One declared parameter."""
    return _definitions[key]


def value(key: str, *, on: date, county: str = "") -> Any:
    """The value in force on a day: the county's row, else the installation's, else the default."""
    for place in (county, ""):
        for row in _rows():
            if (row["key"], row["county_code"]) == (key, place) and _holds(row, on):
                return row["value"]
    return _definitions[key].default


def _holds(row: dict[str, Any], day: date) -> bool:
    ended = row["effective_to"] is not None and row["effective_to"] < day
    return bool(row["effective_from"] <= day and not ended)


def _rows() -> list[dict[str, Any]]:
    rows = caches["local"].get(_CACHE_KEY)
    if rows is None:
        fields = ("key", "county_code", "value", "effective_from", "effective_to")
        rows = list(Parameter.objects.order_by("-effective_from").values(*fields))
        caches["local"].set(_CACHE_KEY, rows, _SECONDS)
    return rows  # type: ignore[no-any-return]


def forget() -> None:
    """After a change: the next reader asks the database."""
    caches["local"].delete(_CACHE_KEY)


def check(key: str, new: Any) -> Any:
    """The value if it fits its definition, else a DomainError that names the allowed range."""
    wanted = _definitions[key]
    if wanted.kind == "integer" and (isinstance(new, bool) or not isinstance(new, int)):
        raise DomainError("parameter_kind", f"“{wanted.label}”应为整数。", "请填写整数。")
    if wanted.low is not None and new < wanted.low:
        raise DomainError(
            "parameter_low", f"“{wanted.label}”不能小于 {wanted.low}。", "请填写更大的数。"
        )
    if wanted.high is not None and new > wanted.high:
        raise DomainError(
            "parameter_high", f"“{wanted.label}”不能大于 {wanted.high}。", "请填写更小的数。"
        )
    return new
