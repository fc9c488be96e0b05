"""Whether the work on a case is done, so that it may be checked and accepted. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

WHOLE = 100
SOLVED = ("solved_unverified", "verified")


@dataclass(frozen=True)
class Left:
    """A task (`done` per cent) or a problem (its `status`) that is not finished, by its number."""

    kind: str
    seq: int
    done: int = 0
    status: str = ""


def unfinished(
    tasks: Iterable[tuple[int, int]], problems: Iterable[tuple[int, str]]
) -> tuple[Left, ...]:
    """Tasks (number, per cent) below 100, then problems (number, status) that are not solved."""
    return (
        *(Left("task", seq, done=done) for seq, done in tasks if done < WHOLE),
        *(Left("problem", seq, status=told) for seq, told in problems if told not in SOLVED),
    )
