"""What a case file says, before any paper: headings, lines, pairs and tables. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Cell = str


@dataclass(frozen=True)
class Said:
    """A label and what stands behind it."""

    label: str
    text: str


@dataclass(frozen=True)
class Lines:
    """Sentences under a small heading of their own, "" for none."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Pairs:
    """Short facts in two columns."""

    pairs: tuple[Said, ...]
    heading: str = ""


@dataclass(frozen=True)
class Grid:
    """A table; equal neighbours in the first `merged` columns become one cell."""

    heading: str
    headers: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]
    merged: int = 0
    small: bool = False


Block = Lines | Pairs | Grid


@dataclass(frozen=True)
class Part:
    """A numbered part of the file."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class CaseFile:
    """A whole case file."""

    title: str
    name: str
    cover: tuple[Said, ...]
    parts: tuple[Part, ...]


def pairs(*given: tuple[str, object], heading: str = "") -> Pairs:
    """Facts that are known; nothing is printed of what is not."""
    known = (Said(label, str(value)) for label, value in given if value not in (None, ""))
    return Pairs(tuple(known), heading)


def lines(heading: str, *texts: str) -> Lines:
    """Sentences that say something."""
    found = (line.strip() for text in texts for line in text.splitlines())
    return Lines(heading, tuple(one for one in found if one))


def part(title: str, nothing: str, blocks: Sequence[Block]) -> Part:
    """A part with what it has to say; the sentence `nothing` where it has nothing."""
    kept = tuple(one for one in blocks if any(_inside(one)))
    return Part(title, kept or (Lines("", (nothing,)),))


def _inside(block: Block) -> Iterator[object]:
    match block:
        case Lines():
            yield from block.lines
        case Pairs():
            yield from block.pairs
        case Grid():
            yield from block.rows
