"""Reserve cadres of the demo county who left, so that their village is one short."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from cadres import models
from config.demo.names import person_name
from config.demo.world import World
from config.demo.writing import store

SOURCE = "2026年后备干部调整"
LEFT_ON = date(2026, 6, 10)


def build(world: World) -> None:
    """Nine went to work elsewhere in June and nobody was put in their place."""
    store(world, models.Person, _people(world), source=SOURCE)
    people = models.Person.objects.in_county(world.county.code).filter(source=SOURCE)
    store(world, models.PostTenure, map(_tenure, people.order_by("pk")), source=SOURCE)


def _people(world: World) -> Iterator[dict[str, Any]]:
    dice = world.dice("former reserves")
    for village in world.picked("reserve short", 9):
        yield {
            "village": village, "name": person_name(dice), "sex": "male", "ethnicity": "汉族",
            "birth_month": dice.randint(1988, 2000) * 100 + dice.randint(1, 12),
            "education": "college", "political": "none", "health": "good",
        }  # fmt: skip


def _tenure(person: models.Person) -> dict[str, Any]:
    return {
        "village": person.village_id, "person": person, "post": "reserve",
        "started_on": date(2024, 3, 1), "ended_on": LEFT_ON, "end_reason": "resigned",
        "recorded_on": date(2024, 11, 1),
    }  # fmt: skip
