"""Codes of the warnings with their labels in both languages, for `meta/enums`."""

from rectification.warnings.choices import Colour, Stage
from villages.rest.meta import Enumeration

ENUMERATIONS = (
    Enumeration(
        "warning_colour", Colour, "预警颜色", "Colour of a village",
        {
            "red": "Red", "yellow": "Yellow", "green": "Green",
            "grey": "Not judged: too much is unknown",
        },
    ),
    Enumeration(
        "evaluation_stage", Stage, "评估阶段", "Stage of an evaluation",
        {
            "open": "Tried while the month runs",
            "provisional": "After the last day for filing",
            "final": "After the month was closed",
        },
    ),
)  # fmt: skip
