"""Villages in known situations."""

from datetime import date
from typing import Any

from cadres.choices import Post
from cadres.models import Person, PostTenure
from collective_economy.models import IncomeEntry
from villages.models import Village


def village(code: str) -> Village:
    """A village by its code."""
    return Village.objects.get(code=code)


def person(code: str, *posts: Post, name: str = "王立", **rest: Any) -> Person:
    """Somebody of a village with open posts."""
    where = village(code)
    fields = {"birth_month": 198001, **rest}
    one = Person.objects.create(county_code=code[:6], village=where, name=name, **fields)
    for post in posts:
        PostTenure.objects.create(
            person=one, village=where, county_code=code[:6], post=post,
            started_on=date(2021, 1, 1), recorded_on=date(2026, 1, 1),
        )  # fmt: skip
    return one


def earned(code: str, fen: int, month: int = 202610) -> IncomeEntry:
    """Operating income stated for January to a month."""
    return IncomeEntry.objects.create(
        village=village(code), county_code=code[:6], category="operating",
        from_month=month // 100 * 100 + 1, to_month=month, amount_fen=fen,
        recorded_on=date(2026, 10, 31),
    )  # fmt: skip


def sound(code: str) -> None:
    """A village in which no rule finds anything."""
    person(code, Post.SECRETARY, Post.DIRECTOR)
    person(code, Post.RESERVE, name="李一")
    person(code, Post.RESERVE, name="李二")
    earned(code, 50_000_000)
