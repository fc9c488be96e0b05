"""Who holds which posts on a day: what every other figure of cadres counts from."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from cadres.choices import COMMITTEE, PARTY, SUPERVISION, TWO_COMMITTEES, Post
from cadres.models import PostTenure
from villages.common.scope import Scope
from villages.common.sharing import shared

# What is read of a person, in the order of `Holder` after the posts.
PERSON = (
    "name", "sex", "ethnicity", "birth_month", "education", "political", "veteran",
    "entrepreneur", "finance_knowledge",
)  # fmt: skip


@dataclass(frozen=True)
class Holder:
    """One person in one village with all posts held there on the day; unknown is "" or None."""

    village: int
    code: str
    person: int
    posts: frozenset[str]
    name: str = ""
    sex: str = ""
    ethnicity: str = ""
    birth_month: int | None = None
    education: str = ""
    political: str = ""
    veteran: bool | None = None
    entrepreneur: bool | None = None
    finance_knowledge: bool | None = None
    since: date | None = field(default=None, compare=False)

    @property
    def in_party(self) -> bool:
        """Whether this is a member of the party organization's committee."""
        return bool(self.posts & PARTY)

    @property
    def in_committee(self) -> bool:
        """Whether this is a member of the villagers' committee."""
        return bool(self.posts & COMMITTEE)

    @property
    def in_two_committees(self) -> bool:
        """Whether this is a member of the two committees (村两委)."""
        return bool(self.posts & TWO_COMMITTEES)

    @property
    def in_supervision(self) -> bool:
        """Whether this is a member of the supervision committee."""
        return bool(self.posts & SUPERVISION)

    @property
    def is_one_shoulder(self) -> bool:
        """Secretary and director of this village in one person (一肩挑)."""
        return {Post.SECRETARY, Post.DIRECTOR} <= self.posts


@shared
def holders(scope: Scope, county: str, on: date) -> list[Holder]:
    """Everybody in office on the day, one entry per person and village, by village code.

    A tenure without a begin counts from the beginning. One query.
    """
    rows = PostTenure.objects.in_scope(scope).in_county(county).on(on)
    read = ("village_id", "village__code", "person_id", "post", "started_on",
            *(f"person__{name}" for name in PERSON))  # fmt: skip
    return list(_gathered(rows.order_by("village__code", "person_id", "post").values_list(*read)))


def _gathered(rows: Iterable[tuple[Any, ...]]) -> Iterable[Holder]:
    found: dict[tuple[int, int], list[tuple[Any, ...]]] = defaultdict(list)
    for row in rows:
        found[row[0], row[2]].append(row)
    for held in found.values():
        village, code, person, _post, _since, *known = held[0]
        begun = [row[4] for row in held]
        since = None if None in begun else min(begun)
        posts = frozenset(row[3] for row in held)
        yield Holder(
            village, code, person, posts, **dict(zip(PERSON, known, strict=True)), since=since
        )


@shared
def known_villages(scope: Scope, county: str) -> set[int]:
    """Villages that have a ledger of posts at all, by primary key. One query."""
    rows = PostTenure.objects.in_scope(scope).in_county(county).order_by()
    return set(rows.values_list("village_id", flat=True).distinct())


def by_village(found: Iterable[Holder]) -> dict[int, list[Holder]]:
    """The same, by primary key of the village."""
    grouped: dict[int, list[Holder]] = defaultdict(list)
    for one in found:
        grouped[one.village].append(one)
    return grouped


def each_once(found: Iterable[Holder]) -> list[Holder]:
    """Each person once in a county, in the first of his villages by code."""
    seen: dict[int, Holder] = {}
    for one in found:
        seen.setdefault(one.person, one)
    return list(seen.values())
