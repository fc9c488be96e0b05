"""The villages of the demo county that have something out of order, by one table.

The ledgers draw their villages from here or by the same names, so that what is promised in
`planted.py` and what the ledgers hold are the same places. The few stories at the end only touch
villages that are calm otherwise: one trouble a village is easier to read.
"""

from config.demo.filing_story import Story
from config.demo.months import FIRST, LAST
from config.demo.worked_example.places import among
from config.demo.world import World
from villages.common.periods import Month
from villages.models import Village

# Draws of villages with something out of order: name, and how many.
DRAWS = {
    "secretary vacant": 3, "meetings quiet": 3, "recruits": 4, "shell": 2, "reserve short": 9,
    "disclosure": 4, "matters": 5, "petitions": 5, "surveys": 4, "income weak": 4,
    "income low": 9, "debts late": 3, "contract ends": 6, "arrears": 5, "supported": 24,
    "dispositions": 3, "incidents": 7,
}  # fmt: skip
# Four villages of the hills keep neither branch life nor petitions: too little to judge them.
UNKEPT = 4
SNOW = Month(2025, 12)
SNOWED_IN = "黄岭镇"
# The one that was told of its neighbour's visitors by mistake.
MISTAKEN = Month(2025, 12)
# Months in which only committee and theme day are due: missing them is no more than that.
PLAIN = (3, 4, 6, 7, 9, 10, 12)
# Where three different yellows came together.
TOGETHER = Month(2026, 9)


def _calm(world: World) -> tuple[Village, ...]:
    """Those in which nothing else happens, in a drawn order."""
    busy = {one for name, count in DRAWS.items() for one in world.picked(name, count)}
    silent = {pk for pk, _month in Story(world).silent}
    batch = set(among(world.villages))
    rest = [
        one for one in world.villages
        if one not in busy and one not in batch
        and one.valid_from is None and one.pk not in silent
    ]  # fmt: skip
    return tuple(world.dice("calm").sample(rest, len(rest)))


def unkept(world: World) -> tuple[Village, ...]:
    """Villages of which the ledgers say too little."""
    return _calm(world)[:UNKEPT]


def mistaken(world: World) -> Village:
    """The village with a petition that was its neighbour's."""
    return _calm(world)[UNKEPT]


def snowed_in(world: World) -> tuple[Village, ...]:
    """Villages that nobody could reach in a December of snow."""
    return tuple(one for one in world.villages if one.township.name == SNOWED_IN)[:6]


def idle(world: World) -> Village:
    """The village whose project stands idle."""
    return picked(world, "supported")[-1]


def picked(world: World, name: str) -> list[Village]:
    """The villages of one draw."""
    return world.picked(name, DRAWS[name])


def together(world: World) -> Village:
    """A village with too few reserve cadres that had an accident and missed a meeting, too."""
    others = {
        one for name, count in DRAWS.items() if name != "reserve short"
        for one in world.picked(name, count)
    }  # fmt: skip
    return next(one for one in world.picked("reserve short", 9) if one not in others)


def missed_once(world: World) -> tuple[tuple[Village, Month], ...]:
    """One calm village a month let its meetings be for once."""
    away = snowed_in(world)
    kept = [one for one in _calm(world)[UNKEPT + 1 :] if one not in away]
    months = (month for month in FIRST.until(LAST) if month.month in PLAIN)
    return tuple(zip(kept, months, strict=False))
