"""Several months of one number in a field of facts: `18 19 -`, newest first, `-` unknown."""

from collections.abc import Callable, Iterable, Sequence

_UNKNOWN = "-"


def written(numbers: Iterable[int | None]) -> str:
    """Numbers as they stand in a receipt."""
    return " ".join(_UNKNOWN if one is None else str(one) for one in numbers)


def numbers_of(text: str) -> list[int | None]:
    """The numbers of a field."""
    return [None if one == _UNKNOWN else int(one) for one in text.split()]


def in_a_row(numbers: Sequence[int | None], is_bad: Callable[[int], bool]) -> int:
    """How many, from the newest on, are bad one after another; an unknown one ends the row."""
    count = 0
    for one in numbers:
        if one is None or not is_bad(one):
            break
        count += 1
    return count
