"""Addresses of rows, without asking the router once per row."""

import re
from collections.abc import Callable
from typing import Any

from django.urls import reverse

from villages.common.columns import ListSpec

_SAFE = re.compile(r"[A-Za-z0-9_-]+")


def row_address(spec: ListSpec) -> Callable[[dict[str, Any]], str] | None:
    """Gives the page of a row; None where the list has no such pages, "" for rows without one."""
    if not spec.row_url:
        return None
    argument, pattern = spec.row_arg or spec.identity, _Pattern(spec.row_url)
    return lambda row: pattern.address(row[argument])


class _Pattern:
    """Learns the shape of the addresses from the first one."""

    def __init__(self, url_name: str) -> None:
        self._name = url_name
        self._before: str | None = None
        self._after = ""

    def address(self, value: Any) -> str:
        """The address for one argument."""
        text = "" if value is None else str(value)
        if not text:
            return ""
        if self._before is None or not _SAFE.fullmatch(text):
            return self._learn(text)
        return f"{self._before}{text}{self._after}"

    def _learn(self, text: str) -> str:
        address = reverse(self._name, args=[text])
        if address.count(text) == 1 and _SAFE.fullmatch(text):
            self._before, self._after = address.split(text)
        return address
