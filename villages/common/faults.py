"""What is wrong with a row, as rules tell it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """What is wrong with one field of a row (`""`: with the row as a whole) and what to do."""

    field: str
    code: str
    message: str
    hint: str = ""
