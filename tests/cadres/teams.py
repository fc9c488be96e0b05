"""Village teams as situations."""

from datetime import date
from typing import Any

from cadres.choices import Post
from cadres.models import Establishment, Person, PostTenure
from villages.common.scope import Scope
from villages.models import Village

LI, HE, ZHOU = "999901001200", "999901001201", "999901001202"
WILLOW_LI, GUO = "999901101200", "999901101201"
ALL = (LI, HE, ZHOU, WILLOW_LI, GUO)
HERE = Scope.of(["999901"])
COUNTY = "999901"
DAY = date(2026, 10, 31)
LONG_AGO, RECORDED = date(2021, 1, 1), date(2026, 1, 1)


def village(code: str) -> Village:
    """A village by its code."""
    return Village.objects.get(code=code)


def person(code: str, *posts: Post, name: str = "王立", **known: Any) -> Person:
    """Somebody in a village's ledger, in office since long."""
    where = village(code)
    one = Person.objects.create(county_code=code[:6], village=where, name=name, **known)
    for post in posts:
        hold(one, code, post)
    return one


def hold(one: Person, code: str, post: Post, **rest: Any) -> PostTenure:
    """A post of this person in a village."""
    fields = {"started_on": LONG_AGO, "recorded_on": RECORDED, **rest}
    return PostTenure.objects.create(
        person=one, village=village(code), county_code=code[:6], post=post, **fields
    )


def left(one: Person, code: str, post: Post, on: date) -> PostTenure:
    """A post that this person held until a day."""
    return hold(one, code, post, ended_on=on, end_reason="resigned")


def seats(code: str, party: int = 3, committee: int = 3, since: date = RECORDED) -> Establishment:
    """Seats laid down for a village; three for the supervision committee."""
    return Establishment.objects.create(
        village=village(code), county_code=code[:6], valid_from=since, party_seats=party,
        committee_seats=committee, supervision_seats=3, basis="青组〔2026〕1号",
    )  # fmt: skip


def complete_team(code: str) -> list[Person]:
    """A one-shoulder secretary, a deputy, four members, one of them a woman, all seats filled."""
    seats(code)
    return [
        person(code, Post.SECRETARY, Post.DIRECTOR, name="赵正", sex="male"),
        person(code, Post.DEPUTY_SECRETARY, name="钱副", sex="male"),
        person(code, Post.PARTY_COMMITTEE_MEMBER, name="孙委", sex="male"),
        person(code, Post.VILLAGER_COMMITTEE_MEMBER, name="李芳", sex="female"),
        person(code, Post.VILLAGER_COMMITTEE_MEMBER, name="周全", sex="male"),
    ]
