"""The colours of one village over two years."""

from dataclasses import dataclass
from typing import Any

from rectification.warnings.choices import Colour
from rectification.warnings.wording import colour_text, months_in_row
from villages.common.periods import Month

MONTHS = 24


@dataclass(frozen=True)
class Cell:
    """One month of the strip; no colour where nobody judged it."""

    month: Month
    colour: str = ""
    word: str = ""
    text: str = ""
    mark: str = ""


def strip(rows: Any, village: int, last: Month) -> list[Cell]:
    """The months up to `last`, the oldest first, of the colours a person may see. One query."""
    first = last.shift(1 - MONTHS)
    told = rows.filter(village=village, month__gte=first.number, month__lte=last.number)
    found = {
        month: (
            colour,
            str(Colour(colour).label),
            colour_text(colour, months_in_row(colour, red, yellow)),
            mark,
        )
        for month, colour, red, yellow, mark in told.values_list(
            "month", "colour", "red_months", "yellow_months", "mark"
        )
    }
    return [Cell(one, *found.get(one.number, ())) for one in first.until(last)]
