"""Which resources there are: announced once by the list of addresses, read by token pages."""

from collections.abc import Iterable
from typing import Any

_announced: dict[str, Any] = {}


def announce(resources: Iterable[Any]) -> None:
    """The resources that addresses were made for."""
    for one in resources:
        _announced[one.key] = one.label_zh


def labels() -> dict[str, Any]:
    """Key and Chinese label of every resource that a token may be narrowed to."""
    return dict(_announced)
