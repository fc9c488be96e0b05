"""Cadres in numbers, one module a subject."""

from cadres.figures.teams import (
    RESERVE_PER_VILLAGE,
    CadreFigures,
    Counts,
    VillageTeam,
    cadres,
    reserve_wanted,
    teams,
)

__all__ = [
    "RESERVE_PER_VILLAGE",
    "CadreFigures",
    "Counts",
    "VillageTeam",
    "cadres",
    "reserve_wanted",
    "teams",
]
