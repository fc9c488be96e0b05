"""What the sheets of the worked example bring into the ledgers of cadres and branches."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import cycle
from typing import Any

from cadres.choices import TWO_COMMITTEES, HowFilled, InstalledBy, Post
from cadres.models import PostTenure
from config.demo.months import before_closing
from config.demo.worked_example.bringing_in import bring_in_sheet
from config.demo.worked_example.places import (
    BRANCH_SHORT,
    BY_ELECTED,
    COMMITTEE_SHORT,
    SET_UP,
    Place,
    among,
    place_of,
)
from config.demo.world import World
from villages.models import Village

TERM, YEAR = 12, 2026
_ELECTED_ON = date(2022, 6, 20)
# Where the secretaries of teams that were set up this year came from, in turn.
_LEDGER_BEGINS = date(2024, 11, 1)
# Since when the ledger shows the gaps: of two bodies, of one.
_BOTH_SHORT_SINCE, _ONE_SHORT_SINCE = date(2026, 5, 25), date(2026, 8, 5)
_CAME_FROM = (HowFilled.RETURNED, HowFilled.INSIDE, HowFilled.SENT, HowFilled.CONCURRENT)


def others(world: World) -> list[Village]:
    """Villages whose rows the demo makes itself."""
    batch = set(among(world.villages))
    return [one for one in world.villages if one not in batch]


def teams(world: World) -> None:
    """The roster of the 32 villages, and how their posts were filled: no roster says that."""
    bring_in_sheet(world, "team")
    rows = PostTenure.objects.filter(village__in=among(world.villages), post__in=TWO_COMMITTEES)
    rows.filter(started_on=_ELECTED_ON).update(
        how_filled=HowFilled.ELECTED, installed_by=InstalledBy.TERM_ELECTION, term_number=TERM
    )
    rows.filter(started_on__in=BY_ELECTED.values(), post=Post.VILLAGER_COMMITTEE_MEMBER).update(
        how_filled=HowFilled.ELECTED, installed_by=InstalledBy.BY_ELECTION, term_number=TERM
    )
    new = rows.filter(started_on__in=SET_UP.values(), post=Post.SECRETARY).order_by("village__code")
    for pk, came in zip(new.values_list("pk", flat=True), cycle(_CAME_FROM), strict=False):
        rows.filter(pk=pk).update(how_filled=came, installed_by=InstalledBy.APPOINTED)
    for village in among(world.villages):
        PostTenure.objects.filter(village=village).update(recorded_on=_known_since(village))


def _known_since(village: Village) -> date:
    """Nobody kept a roster of a team that was set up or completed later, or is not whole yet."""
    place: Place = place_of(village)
    short = (place.village in BRANCH_SHORT) + (place.village in COMMITTEE_SHORT)
    if short:
        return _BOTH_SHORT_SINCE if short > 1 else _ONE_SHORT_SINCE
    return SET_UP.get(place) or BY_ELECTED.get(place) or _LEDGER_BEGINS


def without_members(world: World, counts: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The counts of recruitment but for the rows that come in with their own sheet."""
    batch = set(among(world.villages))
    return (row for row in counts if row["village"] not in batch or row["month"] // 100 != YEAR)


def members(world: World) -> None:
    """The sheet of recruitment, handed in month by month while the months were open."""
    with before_closing(world.county):
        bring_in_sheet(world, "members")
