"""What every part of the demo county is built from."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from config.demo.months import FIRST, LAST
from config.demo.names import TODAY
from villages.accounts.models import User
from villages.common.periods import Month
from villages.models import County, Village, VillageProfile

SEED = 20261103
ON = date.fromisoformat(TODAY)


@dataclass(frozen=True)
class World:
    """The county on the demo's own date, with its villages and who keeps its ledgers.

    `villages` are those of today, in order of their codes, with their township at hand;
    `households` and `members` their last survey. Each part draws from `dice(name)`, so that a
    change in one leaves the others as they are.
    """

    county: County
    staff: User
    township_user: User
    villages: tuple[Village, ...]
    households: dict[int, int] = field(default_factory=dict)
    members: dict[int, int] = field(default_factory=dict)
    today: date = ON

    @property
    def months(self) -> tuple[Month, ...]:
        """The demo's 24 months, oldest first."""
        return tuple(FIRST.until(LAST))

    def dice(self, name: str) -> Random:
        """A generator of its own for one part."""
        return Random(f"{SEED}:{name}")  # noqa: S311 - the county must be the same everywhere

    def some(self, name: str, share: float) -> list[Village]:
        """A fixed choice of villages."""
        dice = self.dice(f"some:{name}")
        return [village for village in self.villages if dice.random() < share]

    def picked(self, name: str, count: int) -> list[Village]:
        """So many villages, always the same for this name: those with something out of order."""
        return self.dice(f"picked:{name}").sample(list(self.villages), count)

    def day(self, dice: Random, first: date, last: date) -> date:
        """A day between two others, both included."""
        return first + timedelta(days=dice.randint(0, (last - first).days))


def look_around(county: County) -> World:
    """The world as territory and accounts left it. Four queries."""
    rows = Village.objects.filter(county_code=county.code, valid_to=None)
    surveys = VillageProfile.objects.filter(county_code=county.code).order_by("as_of")
    known = list(surveys.values_list("village_id", "households", "members"))
    people = {user.username: user for user in User.objects.filter(is_demo=True)}
    return World(
        county=county,
        staff=people["county"],
        township_user=people["clerk"],
        villages=tuple(rows.select_related("township").order_by("code")),
        households={pk: households or 0 for pk, households, _members in known},
        members={pk: members or 0 for pk, _households, members in known},
    )
