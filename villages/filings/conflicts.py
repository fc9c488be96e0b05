"""Two people filled in the same village: what each of them typed, choice by choice."""

from collections.abc import Mapping
from dataclasses import dataclass

from villages.filings.boxes import Box
from villages.filings.figures.sheet import Line

THEIRS = "theirs"


@dataclass(frozen=True)
class Merged:
    """A village after two changes: inputs where both typed something else, and the others.

    In the others what either of them changed stands; `taken` are labels of inputs that only
    the other person changed.
    """

    disputed: list[Box]
    agreed: list[Box]
    taken: list[str]


def merge(
    line: Line, mine: Mapping[str, str], seen: Mapping[str, str], notes: Mapping[str, str]
) -> Merged:
    """The village as it stands now (`line`) against what I typed over what I saw.

    `notes` are the sentences that I wrote; they stay mine.
    """
    disputed, agreed, taken = [], [], []
    for cell in line.cells:
        key, theirs = cell.input.key, cell.text
        typed, before = mine.get(key, theirs), seen.get(key, theirs)
        note = notes.get(key, cell.drafted_note)
        if typed not in {before, theirs} and theirs != before:
            disputed.append(Box(line.code, cell, typed, note=note, theirs=theirs))
            continue
        if typed == before and theirs != before:
            taken.append(str(cell.input.label))
            typed = theirs
        agreed.append(Box(line.code, cell, typed, note=note))
    return Merged(disputed, agreed, taken)


def chosen(line: Line, typed: Mapping[str, str], picks: Mapping[str, str]) -> dict[str, str]:
    """What was typed, with theirs where the person chose theirs."""
    shown = {cell.input.key: cell.text for cell in line.cells}
    return {
        key: shown.get(key, text) if picks.get(key) == THEIRS else text
        for key, text in typed.items()
    }
