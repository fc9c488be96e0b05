"""What each list shows to whom: the exact keys, derived by hand from the world."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.matrix.actors import EVERYBODY
from tests.matrix.policy import Kind
from tests.matrix.world import (
    ABROAD,
    BESIDE,
    FAR,
    FAR_TOWNSHIP,
    FOREIGN,
    FOREIGN_TOWNSHIP,
    HOME,
    NEAR,
    NEAR_TOWNSHIP,
    World,
)

# The factory's county: three villages in the first township, two in the second.
VILLAGES = {
    HOME: {NEAR, BESIDE, "999901001202", FAR, "999901101201"},
    ABROAD: {FOREIGN, "999902001201", "999902001202", "999902101200", "999902101201"},
}
TOWNSHIPS = {HOME: {NEAR_TOWNSHIP, FAR_TOWNSHIP}, ABROAD: {FOREIGN_TOWNSHIP, "999902101"}}
Keys = Callable[[World, str], set[str]]


@dataclass(frozen=True)
class Listing:
    """A list page or resource: where its keys stand and which of them are right for whom.

    `link` is the address that a row leads to, with `{}` in the place of the key.
    """

    name: str
    right: Keys
    who: frozenset[str] = EVERYBODY
    link: str = ""
    identity: str = ""
    at: Mapping[str, Any] = field(default_factory=dict)
    exported: str = ""

    def shown(self, body: bytes) -> set[str]:
        """The keys on the page, or in the answer of the API."""
        text = body.decode()
        if self.identity:
            return {str(row[self.identity]) for row in json.loads(text)["results"]}
        before, after = (re.escape(part) for part in self.link.split("{}"))
        inside = re.sub(r"<nav.*?</nav>", "", text.partition("<main")[2], flags=re.S)
        return set(re.findall(f'href="{before}([0-9a-z-]*[0-9][0-9a-z-]*){after}"', inside))

    def in_file(self, body: bytes) -> set[str]:
        """The keys in an exported CSV, from the column that holds them."""
        rows = list(csv.reader(io.StringIO(body.decode("utf-8-sig"))))
        head = next(row for row in rows if self.exported in row)
        place, start = head.index(self.exported), rows.index(head) + 1
        found = [row[place].strip("\t") for row in rows[start:] if len(row) > place]
        return {key for key in found if key.isdigit()}


def reach(world: World, actor: str) -> tuple[str, ...]:
    """The units of the actor's own jurisdiction, as the world gave them."""
    user = world.people[actor]
    return () if user.role == "reviewer" else (user.home_code,)


def inside(units: Mapping[str, Iterable[str]]) -> Keys:
    """Units in the territory, and those that the territory lies in."""

    def right(world: World, actor: str) -> set[str]:
        own = reach(world, actor)
        return {
            code
            for codes in units.values()
            for code in codes
            if any(code.startswith(one) or one.startswith(code) for one in own)
        }

    return right


def seen(kind: Kind, argument: str = "uid") -> Keys:
    """The objects of a kind that the actor sees by the policy of their pages."""

    def right(world: World, actor: str) -> set[str]:
        places = kind.places(world)
        return {str(keys[argument]) for place, keys in places.items() if kind.sees(actor, place)}

    return right


def either(*kinds: Kind) -> Keys:
    """The objects of several kinds that the actor sees, for lists that hold them together."""
    parts = [seen(kind) for kind in kinds]

    def right(world: World, actor: str) -> set[str]:
        return set().union(*(part(world, actor) for part in parts))

    return right


def people(world: World, actor: str) -> set[str]:
    """Everybody whose home lies in the security administrator's county, and himself."""
    county = world.people[actor].home_code[:6]
    found = world.people.values()
    return {user.uid for user in found if user.home_code[:6] == county}
