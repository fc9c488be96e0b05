"""What the demo county's villages did before its first month, so that this one can be judged."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from config.demo.world import World
from config.demo.writing import store
from villages.affairs import choices, models
from villages.common.periods import Quarter

SOURCE = "2024年村情台账"
QUARTERS = (Quarter(2024, 2), Quarter(2024, 3))


def build(world: World) -> None:
    """Two quarters of disclosure and meetings, and the survey of the spring."""
    for model, rows in (
        (models.Disclosure, _disclosures),
        (models.VillageMeeting, _meetings),
        (models.Survey, _surveys),
    ):
        store(world, model, rows(world), source=SOURCE)


def _disclosures(world: World) -> Iterator[dict[str, Any]]:
    for village in world.villages:
        for quarter in QUARTERS:
            for kind in choices.DisclosureKind.values:
                day = quarter.end + timedelta(days=5)
                yield {
                    "village": village, "kind": kind, "period": quarter.code, "published_on": day,
                    "kept_until": day + timedelta(days=20), "audited_on": day - timedelta(days=1),
                }  # fmt: skip


def _meetings(world: World) -> Iterator[dict[str, Any]]:
    for village in world.villages:
        representatives = max(15, min(60, world.households.get(village.pk, 300) // 12))
        for quarter in QUARTERS:
            yield {
                "village": village, "kind": "representatives",
                "held_on": quarter.start + timedelta(days=40), "topic": "半年财务收支情况",
                "members": representatives + 3, "representatives": representatives,
                "women": representatives * 2 // 5, "present": representatives,
                "agreed": representatives * 9 // 10, "is_resolved": True,
            }  # fmt: skip


def _surveys(world: World) -> Iterator[dict[str, Any]]:
    for village in world.villages:
        asked = max(40, world.households.get(village.pk, 300) // 6)
        yield {
            "village": village, "kind": "survey", "held_on": date(2024, 5, 16),
            "topic": "2024年党组织满意度测评", "asked": asked, "answered": asked,
            "satisfied": asked * 83 // 100, "fairly": asked // 10,
            "dissatisfied": asked - asked * 83 // 100 - asked // 10,
        }  # fmt: skip
