"""Whom to ask where asking everybody would say the same again."""

from zlib import crc32

from tests.matrix.actors import ACTORS
from tests.matrix.policy import Route

# From each group of people who must get the same answer.
WITNESSES = 2


def asked(route: Route, method: str, place: str) -> tuple[str, ...]:
    """Everybody with every method that the address has, and with GET and POST in any case.

    HEAD, methods that the address does not have and objects that do not exist know no
    difference between people beyond the answer that the policy expects: some of each group of
    one answer stand for it. Which ones changes from address to address, so that everybody is
    asked somewhere.
    """
    if (method in route.ok or method in {"GET", "POST"}) and not _nowhere(route, place):
        return ACTORS
    groups: dict[tuple[int, ...], list[str]] = {}
    for actor in ACTORS:
        groups.setdefault(route.expected(method, actor, place), []).append(actor)
    turn = crc32(f"{route.name} {method} {place}".encode())
    return tuple(actor for group in groups.values() for actor in _some(group, turn))


def _nowhere(route: Route, place: str) -> bool:
    """Whether nobody sees an object there because there is none."""
    return route.kind is not None and place not in route.kind.seen


def _some(group: list[str], turn: int) -> list[str]:
    start = turn % len(group)
    return [*group[start:], *group[:start]][:WITNESSES]
