"""Cadres of the demo county: complete teams nearly everywhere, a few gaps that teach."""

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

from cadres import models
from cadres.actions.lists import install_default_lists
from cadres.sealing import index_of, seal
from config.demo.ledgers import brought, reserves, teams
from config.demo.names import person_name
from config.demo.world import World
from config.demo.writing import store
from villages.common.identity import check_digit
from villages.models import Village

SOURCE = "2026年村干部台账"
ELECTED_ON = date(2022, 6, 20)
# Post, further posts, years of birth from and to, whether a party member.
TEAM = (
    ("secretary", ("director",), 1968, 1988, True),
    ("deputy_secretary", ("militia_head",), 1970, 1992, True),
    ("party_committee_member", ("women_chair",), 1975, 1996, True),
    ("villager_committee_member", (), 1972, 1995, False),
    ("villager_committee_member", ("clerk",), 1985, 2000, False),
    ("supervision_chair", (), 1964, 1984, True),
    ("reserve", (), 1990, 2002, False),
    ("reserve", (), 1988, 2001, True),
)


def build(world: World) -> None:
    """People and their posts, establishments, terms; reviews and teams sent from outside."""
    install_default_lists(county=world.county, on=date(2024, 1, 1), by=world.staff)
    dice = world.dice("cadres")
    # The teams of the villages under rectification come in with their own roster.
    own = brought.others(world)
    plan = [(village, place) for village in own for place in _places(world, village)]
    store(world, models.Person, (_person(*one, dice) for one in plan), source=SOURCE)
    people = list(models.Person.objects.in_county(world.county.code).order_by("pk"))
    store(world, models.PostTenure, _tenures(world, plan, people), source=SOURCE)
    reserves.build(world)
    store(world, models.Establishment, map(_seats, world.villages), source=SOURCE)
    store(world, models.TermChange, _terms(), source=SOURCE)
    brought.teams(world)
    teams.build(world, list(models.Person.objects.in_county(world.county.code).order_by("pk")))


def _places(world: World, village: Village) -> list[int]:
    """Which of the team a village has: some lack reserve cadres."""
    short = village in world.picked("reserve short", 9)
    return list(range(len(TEAM) - short))


def _person(village: Village, place: int, dice: Random) -> dict[str, Any]:
    post, more, first, last, member = TEAM[place]
    year, month, day = dice.randint(first, last), dice.randint(1, 12), dice.randint(1, 28)
    # Party committee and villagers' committee each have a woman.
    woman = bool({"women_chair", "clerk"} & set(more)) or dice.random() < 0.2
    number = _number(f"{year}{month:02d}{day:02d}", dice.randint(0, 498) * 2 + (not woman))
    young = year > 1980
    return {
        "village": village, "name": person_name(dice), "sex": "female" if woman else "male",
        "ethnicity": "汉族" if dice.random() < 0.92 else "苗族", "birth_month": year * 100 + month,
        "education": _schooling(dice, young),
        "political": "member" if member else dice.choice(("none", "none", "member")),
        "joined_party_on": date(min(year + 24, 2020), 7, 1) if member else None,
        "veteran": not woman and dice.random() < 0.15, "returnee": dice.random() < 0.2,
        "entrepreneur": dice.random() < 0.25, "retired_cadre": False,
        "finance_knowledge": post == "supervision_chair" or dice.random() < 0.2, "health": "good",
        "id_sealed": seal(number), "id_index": index_of(number),
        "phone_sealed": seal(f"1390000{dice.randint(0, 9999):04d}"),
    }  # fmt: skip


def _number(born: str, order: int) -> str:
    """A number of a place that does not exist, with a faultless check digit."""
    first = f"999900{born}{order:03d}"
    return first + check_digit(first)


def _schooling(dice: Random, young: bool) -> str:
    bands = ("bachelor", "college", "college", "high_school", "high_school", "below")
    return dice.choice(bands[:5] if young else bands[2:])


def _tenures(
    world: World, plan: list[tuple[Village, int]], people: list[models.Person]
) -> Iterator[dict[str, Any]]:
    """Open tenures since the last election; three secretaries left and nobody followed."""
    left = set(world.picked("secretary vacant", 3))
    for (village, place), person in zip(plan, people, strict=True):
        post, more, _first, _last, _member = TEAM[place]
        gone = post == "secretary" and village in left
        for one in (post, *more):
            yield {
                "village": village, "person": person, "post": one,
                "duty": "organization" if one == "party_committee_member" else "",
                "started_on": date(2024, 3, 1) if one == "reserve" else ELECTED_ON,
                "how_filled": "" if one == "reserve" else "elected",
                "installed_by": "" if one == "reserve" else "term_election",
                "term_number": None if one == "reserve" else 12,
                "ended_on": date(2026, 6, 15) if gone else None,
                "end_reason": "resigned" if gone else "", "recorded_on": date(2024, 11, 1),
            }  # fmt: skip


def _seats(village: Village) -> dict[str, Any]:
    return {
        "village": village, "valid_from": date(2022, 6, 1), "party_seats": 3,
        "committee_seats": 3, "supervision_seats": 3, "basis": "示组发〔2022〕20号",
    }  # fmt: skip


def _terms() -> Iterator[dict[str, Any]]:
    yield {"number": 11, "started_on": date(2018, 12, 20), "ended_on": date(2022, 6, 19),
           "basis": "示组发〔2018〕15号"}  # fmt: skip
    yield {"number": 12, "started_on": ELECTED_ON, "basis": "示组发〔2022〕20号"}
