"""What the ledgers suggest about every village of a county, for the screening.

Figures of the apps below are read, none is computed here twice. A village of which a ledger says
nothing has no reading: that is unknown, and never a "no".
"""

from collections.abc import Mapping
from datetime import date

from rectification.figures import (
    hints_of_affairs,
    hints_of_branches,
    hints_of_cases,
    hints_of_economy,
    hints_of_teams,
)
from rectification.hints import HINTS
from rectification.rules.screening import UNKNOWN, Reading
from villages.affairs.figures import Roll, roll
from villages.common.scope import Scope

Readings = dict[str, dict[int, Reading]]
_SOURCES = (
    hints_of_teams,
    hints_of_branches,
    hints_of_affairs,
    hints_of_economy,
    hints_of_cases,
)


def readings(county: str, on: date, of: Roll | None = None) -> Readings:
    """By hint and village (primary key) what is known on a day; villages without are unknown.

    The number of queries is the same for any number of villages.
    """
    place = of or roll(Scope.of([county]), county, on)
    found: Readings = {}
    for source in _SOURCES:
        found |= source.readings(place)
    return found


def reading_of(found: Mapping[str, Mapping[int, Reading]], key: str, village: int) -> Reading:
    """One figure of one village; unknown where nothing is known."""
    return found.get(key, {}).get(village, UNKNOWN) if key in HINTS else UNKNOWN
