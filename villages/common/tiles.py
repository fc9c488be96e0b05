"""A figure as pages show it in front of everything else."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tile:
    """What `components/figure_tile.html` takes."""

    label: str
    value: str
    unit: str
    note: str
    href: str
    missing: str
    about: str = ""
