"""Filters and words: which parameters are known, what is in force, what was not understood."""

from collections.abc import Iterator
from datetime import date, datetime, time
from functools import cached_property
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.forms import BoundField, Field
from django.http import HttpRequest
from django.utils.translation import gettext as _

from villages.common.columns import ListSpec
from villages.common.text import search_key
from villages.lists.dressing import dress, is_range

_MOST_WORDS = 5


class Filters:
    """The filters of a list; also where there are none."""

    def __init__(self, filterset: Any, request: HttpRequest, rows: QuerySet[Any]) -> None:
        self._rows = rows
        # Data comes with `ask`: a saved view may stand in for the request's own parameters.
        self._set = filterset and filterset(data={}, queryset=rows, request=request)

    @property
    def names(self) -> frozenset[str]:
        """The parameters that the filters read."""
        if not self._set:
            return frozenset()
        return frozenset(
            part for name, one in self._set.filters.items() for part in _names(name, one.field)
        )

    def ask(self, params: Any) -> None:
        """Takes the values to filter by."""
        if self._set:
            self._set.data = params

    @property
    def matching(self) -> QuerySet[Any]:
        """The rows that pass; a value that cannot be understood filters nothing."""
        return self._set.qs if self._set else self._rows

    @cached_property
    def form(self) -> Any:
        """The form of the filters, None without filters."""
        return dress(self._set.form) if self._set else None

    @property
    def fields(self) -> list[tuple[BoundField, bool]]:
        """The fields for the page, each with whether it is a range."""
        return [(field, is_range(field)) for field in self.form] if self._set else []

    @property
    def invalid(self) -> tuple[str, ...]:
        """The labels of the filters whose value could not be understood."""
        if not self._set:
            return ()
        faulty = (name for name in self.form.errors if name in self.form.fields)
        return tuple(str(self.form[name].label) for name in faulty)

    def chips(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Each filter in force in words, with the parameters that hold it."""
        if not self._set:
            return
        self.form.is_valid()
        for field in self.form:
            if words := _words(field, self.form.cleaned_data.get(field.name)):
                yield f"{field.label}:{words}", tuple(_names(field.name, field.field))


def _names(name: str, field: Field) -> list[str]:
    """The parameters of a field: one, or one for each end of a range."""
    suffixes = getattr(field.widget, "suffixes", None)
    if suffixes:
        return [f"{name}_{suffix}" if suffix else name for suffix in suffixes]
    parts = getattr(field.widget, "widgets_names", None)
    return [f"{name}{part}" for part in parts] if parts else [name]


def _words(field: BoundField, value: Any) -> str:
    """A filter's value as people read it; empty where nothing is filtered."""
    if value in (None, "", [], ()):
        return ""
    if isinstance(value, slice):
        return _range(value)
    if isinstance(value, list | tuple | set | QuerySet):
        return "、".join(_word(field, one) for one in value)
    return _word(field, value)


def _range(value: slice) -> str:
    start, stop = (_plain(end) if end is not None else "" for end in (value.start, value.stop))
    if start and stop:
        return f"{start} – {stop}"
    return _("%(value)s 起") % {"value": start} if start else _("至 %(value)s") % {"value": stop}


def _word(field: BoundField, value: Any) -> str:
    if isinstance(value, bool):
        return _("是") if value else _("否")
    if isinstance(value, Model):
        return str(value)
    choices = getattr(field.field, "choices", None)
    labels = {str(key): str(label) for key, label in choices} if choices else {}
    return labels.get(str(value), _plain(value))


def _plain(value: Any) -> str:
    if isinstance(value, datetime):
        # Ranges of days come as their first and last moment.
        whole = value.time() in {time.min, time.max}
        return value.strftime("%Y-%m-%d" if whole else "%Y-%m-%d %H:%M")
    return value.isoformat() if isinstance(value, date) else str(value)


def search(rows: QuerySet[Any], spec: ListSpec, words: str) -> QuerySet[Any]:
    """The rows in which every word stands somewhere; words are parted by spaces."""
    for word in words.split()[:_MOST_WORDS]:
        rows = rows.filter(_anywhere(spec, word))
    return rows


def _anywhere(spec: ListSpec, word: str) -> Q:
    """Stored search text is lower case already; other columns are compared without case."""
    condition = Q(pk__in=[])
    for path in spec.search:
        if not path.endswith("search_text"):
            condition |= Q(**{f"{path}__icontains": word})
        elif key := search_key(word):
            condition |= Q(**{f"{path}__contains": key})
    return condition
