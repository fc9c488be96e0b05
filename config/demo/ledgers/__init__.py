"""The ledgers of the demo county: one module per field, each with `build(world)`."""

from collections.abc import Callable

from config.demo.ledgers import (
    affairs,
    branches,
    cadres,
    cases,
    economy,
    filings,
    reports,
    supervision,
    warning_papers,
    warnings,
)
from config.demo.world import World

BUILDERS: tuple[Callable[[World], None], ...] = (
    affairs.build,
    branches.build,
    cadres.build,
    economy.build,
    filings.build,
    cases.build,
    warnings.build,
    supervision.build,
    warning_papers.build,
    reports.build,
)


def build(world: World) -> None:
    """All of them, in order: later ones refer to rows of earlier ones."""
    for one in BUILDERS:
        one(world)
