"""Two texts side by side, in pieces that are the same and pieces that are not. Pure."""

from collections.abc import Iterator
from difflib import SequenceMatcher

Piece = tuple[str, bool]
# A single letter in common says nothing.
_LEAST = 2


def passages(one: str, other: str) -> tuple[list[Piece], list[Piece]]:
    """Each text as pieces, with whether the piece stands in the other text too."""
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    same = [block for block in blocks if block.size >= _LEAST]
    return (
        list(_pieces(one, [(block.a, block.size) for block in same])),
        list(_pieces(other, [(block.b, block.size) for block in same])),
    )


def _pieces(text: str, same: list[tuple[int, int]]) -> Iterator[Piece]:
    place = 0
    for start, size in [*same, (len(text), 0)]:
        if start > place:
            yield text[place:start], False
        if size:
            yield text[start : start + size], True
        place = start + size
