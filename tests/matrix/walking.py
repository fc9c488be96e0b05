"""All addresses of the portal, from the resolver that answers requests."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLResolver, get_resolver


@dataclass(frozen=True)
class Address:
    """One entry of the URL configuration."""

    name: str
    pattern: str
    arguments: tuple[str, ...]

    @property
    def line(self) -> str:
        """What to add to the table."""
        return f'page("{self.name}"),  # {self.pattern}'


def addresses() -> list[Address]:
    """Every address, also those of the API's router; unnamed ones carry their pattern."""
    return list(_walk(get_resolver(), "", ""))


def _walk(resolver: Any, names: str, prefix: str) -> Iterator[Address]:
    for entry in resolver.url_patterns:
        pattern = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _walk(entry, f"{names}{entry.namespace}:" if entry.namespace else names,
                             pattern)  # fmt: skip
        else:
            name = f"{names}{entry.name}" if entry.name else f"(unnamed) {pattern}"
            yield Address(name, pattern, tuple(entry.pattern.regex.groupindex))
