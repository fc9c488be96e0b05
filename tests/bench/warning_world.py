"""A province under one code: 30,000 villages with teams, income and petitions of two years."""

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

from cadres.models import Person, PostTenure
from collective_economy.models import IncomeEntry
from tests.factories import CountyFactory
from villages.affairs.models import PetitionCount
from villages.common.periods import Month
from villages.db import bulk
from villages.models import Township, Village

COUNTY = "999902"
WHOLE, QUICK = 30_000, 2_000
MONTH = Month(2026, 10)
ON = date(2026, 10, 31)
_PER_TOWNSHIP = 40
_AT_ONCE = 5_000
_RECORDED = date(2026, 1, 5)
_WAN = 1_000_000


def make_villages(count: int, code: str = COUNTY) -> None:
    """The map and the ledgers of a county."""
    random = Random(20261103)
    county = CountyFactory(code=code, name="大原县", search_text="大原县")
    towns = -(-count // _PER_TOWNSHIP)
    Township.objects.bulk_create(
        Township(county=county, county_code=code, code=f"{code}{n:03d}", name=f"第{n}镇")
        for n in range(towns)
    )
    townships = list(Township.objects.filter(county_code=code).order_by("code"))
    _made(
        Village(
            township=townships[n // _PER_TOWNSHIP], county_code=code, name=f"第{n}村",
            code=f"{townships[n // _PER_TOWNSHIP].code}{200 + n % _PER_TOWNSHIP}",
            kind="villagers",
        )
        for n in range(count)
    )  # fmt: skip
    keys = list(Village.objects.filter(county_code=code).order_by("code"))
    _people(keys, code, random)
    _money(keys, code, random)
    _made(PetitionCount(
        village=one, county_code=code, month=MONTH.number,
        first=random.choice((0, 0, 0, 1, 2)), repeat=1,
        collective=int(random.random() < 0.01), beyond=0,
        unresolved=random.choice((0, 0, 1, 3)), overdue=0,
    ) for one in keys)  # fmt: skip
    for model in (Village, Person, PostTenure, IncomeEntry, PetitionCount):
        bulk.settle(model)


def _people(keys: list[Village], code: str, random: Random) -> None:
    """A secretary, a director, and none to two in reserve; one secretary in twenty has left."""
    posts = [
        (one, post)
        for one in keys
        for post in ("secretary", "director", *("reserve",) * random.choice((0, 1, 2, 2, 2)))
    ]
    born = (random.randrange(1965, 2000) * 100 + 6 for _one in posts)
    _made(
        Person(village=one, county_code=code, name="王立", birth_month=month)
        for (one, _post), month in zip(posts, born, strict=False)
    )
    people = Person.objects.filter(county_code=code).order_by("pk")
    _made(
        PostTenure(
            person=person, village=one, county_code=code, post=post,
            started_on=date(2021, 3, 1), recorded_on=_RECORDED, **_gone(post, random),
        )
        for person, (one, post) in zip(people, posts, strict=True)
    )  # fmt: skip


def _gone(post: str, random: Random) -> dict[str, Any]:
    if post != "secretary" or random.random() >= 0.05:
        return {}
    day = date(2026, random.randrange(6, 11), 15)
    return {"ended_on": day, "end_reason": "resigned"}


def _money(keys: list[Village], code: str, random: Random) -> None:
    """Income of ten months, of the same months a year earlier, and of that whole year."""
    spans = ((202601, 202610), (202501, 202510), (202511, 202512))
    _made(
        IncomeEntry(
            village=one, county_code=code, category="operating", from_month=first, to_month=last,
            amount_fen=random.randrange(2, 40) * _WAN * (1 if last % 100 == 10 else 0) + 12_345,
            recorded_on=_RECORDED if last < 202601 else ON,
        )
        for one in keys
        for first, last in spans
    )  # fmt: skip


def _made(rows: Iterator[Any]) -> None:
    first = next(rows)
    model = type(first)
    batch = [first]
    for one in rows:
        batch.append(one)
        if len(batch) == _AT_ONCE:
            model.objects.bulk_create(batch)
            batch = []
    model.objects.bulk_create(batch)
