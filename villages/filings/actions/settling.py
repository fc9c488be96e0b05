"""Acting on many villages although some of them are refused."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from villages.common.errors import DomainError
from villages.filings.pushed import Outcome, Trouble, refused

T = TypeVar("T")


def settled(codes: list[str], act: Callable[[list[str]], T]) -> tuple[T | None, dict[str, Outcome]]:
    """Acts on the villages, without those that a refusal names, until none is refused."""
    out: dict[str, Outcome] = {}
    while left := [code for code in codes if code not in out]:
        try:
            return act(left), out
        except DomainError as error:
            out |= _named(error, left)
    return None, out


def _named(error: DomainError, left: Iterable[str]) -> dict[str, Outcome]:
    """A refusal by village: at the places it names, or at every village."""
    found: dict[str, list[Trouble]] = {}
    for place, words in error.fields.items():
        code, _colon, key = place.partition(":")
        found.setdefault(code, []).append(Trouble(key, error.code, str(words)))
    if not found.keys() & set(left):
        words = f"{error.message}{error.hint}"
        found = {code: [Trouble("", error.code, words)] for code in left}
    return {code: refused(troubles) for code, troubles in found.items()}
