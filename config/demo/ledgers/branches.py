"""Party organizations of the demo county: healthy nearly everywhere."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from branches import models
from branches.actions.default_schemes import install_default_schemes
from config.demo.ledgers import brought, recruits
from config.demo.troubles import SNOW, TOGETHER, missed_once, snowed_in, together, unkept
from config.demo.world import World
from config.demo.writing import store
from villages.common.periods import Month
from villages.models import Village

SOURCE = "2026年党组织台账"
FULL = 50


def build(world: World) -> None:
    """Branches with members, elections, meetings, recruits; schemes; two joint bodies."""
    _branches(world)
    own = list(
        models.PartyBranch.objects.in_county(world.county.code)
        .filter(kind="branch").select_related("village").order_by("village__code", "pk")
    )  # fmt: skip
    sizes = _sizes(world, own)
    for model, rows in (
        (models.MemberCount, _counts(world, own, sizes)),
        (models.BranchElection, _elections(own, sizes)),
        (models.Meeting, _meetings(world, own, sizes)),
        (models.QuietMonth, _quiet_months(world, own)),
        (models.DevelopmentCount, brought.without_members(world, recruits.stages(world))),
        (models.DevelopmentRecord, recruits.records(world, own)),
    ):
        store(world, model, rows, source=SOURCE)
    brought.members(world)
    install_default_schemes(
        world.county.code, world.staff, valid_from=date(2025, 1, 1), basis="示组发〔2024〕31号"
    )
    recruits.joint_bodies(world)


def _is_split(world: World, village: Village) -> bool:
    """A village with more than fifty members has a general branch over two branches."""
    return world.members.get(village.pk, 0) > FULL


def too_large(world: World) -> list[Village]:
    """Villages that should have split their branch and did not."""
    large = [one for one in world.villages if _is_split(world, one)]
    return sorted(large, key=lambda one: str(one.code))[7::40]


def _branches(world: World) -> None:
    """One branch a village; above fifty members a general branch and two below it."""
    oversized = set(too_large(world))
    generals, branches = [], []
    for village in world.villages:
        split = _is_split(world, village) and village not in oversized
        if split:
            generals.append(_branch(village, f"{village.name}党总支", "general", 7, 7))
        for name in ("第一党支部", "第二党支部") if split else ("党支部",):
            branches.append(_branch(village, f"{village.name}{name}", "branch", 3, 3))
    models.PartyBranch.objects.bulk_create(generals)
    above = {one.village_id: one for one in models.PartyBranch.objects.filter(kind="general")}
    for one in branches:
        one.parent = above.get(one.village_id)
    models.PartyBranch.objects.bulk_create(branches)


def _branch(village: Village, name: str, kind: str, seats: int, filled: int) -> models.PartyBranch:
    return models.PartyBranch(
        village=village, county_code=village.county_code, source=SOURCE, name=name, kind=kind,
        founded_on=date(2010, 6, 1), term_start=date(2022, 6, 20), term_years=5,
        term_ends_on=date(2027, 6, 20), seats=seats, filled=filled,
    )  # fmt: skip


def _sizes(world: World, own: list[models.PartyBranch]) -> dict[int, int]:
    """Members of each branch; two are a shell."""
    shells = set(world.picked("shell", 2))
    by_village: dict[int, list[models.PartyBranch]] = {}
    for one in own:
        by_village.setdefault(one.village_id, []).append(one)
    sizes = {}
    for village, below in by_village.items():
        whole = world.members.get(village, 20)
        for place, one in enumerate(below):
            share = whole // len(below) + (place < whole % len(below))
            sizes[one.pk] = 2 if one.village in shells and place == 0 else share
    return sizes


def _counts(
    world: World, own: list[models.PartyBranch], sizes: dict[int, int]
) -> Iterator[dict[str, Any]]:
    """A branch that is too large or a shell today became so this year."""
    dice, before = world.dice("member counts"), world.dice("member counts of the spring of 2024")
    shells = set(world.picked("shell", 2))
    for one in own:
        early = max(4, sizes[one.pk]) if one.village in shells else min(FULL, sizes[one.pk])
        days = {date(2024, 6, 30): early, date(2024, 12, 31): early, date(2025, 12, 31): early,
                date(2026, 6, 30): sizes[one.pk]}  # fmt: skip
        for day, size in days.items():
            people = _people(size, before if day == date(2024, 6, 30) else dice)
            yield {"village": one.village, "branch": one, "as_of": day, **people}


def _people(whole: int, dice: Random) -> dict[str, int]:
    """A plausible branch: many of sixty and above, few young."""
    probationary = 1 if whole > 25 and dice.random() < 0.5 else 0
    ages = _split(whole, (14, 17, 24, 12, 33))
    schooling = _split(whole, (1, 7, 15, 37, 40))
    over_60 = ages[4]
    return {
        "formal": whole - probationary, "probationary": probationary,
        "women": whole * dice.randint(18, 31) // 100, "minority": whole * dice.randint(0, 9) // 100,
        "to_35": ages[0], "from_36_to_45": ages[1], "from_46_to_55": ages[2],
        "from_56_to_60": ages[3], "over_60": over_60, "from_60": over_60 + ages[3] // 5,
        "postgraduate": schooling[0], "university": schooling[1], "college": schooling[2],
        "secondary": schooling[3], "junior": schooling[4],
        "floating": whole * dice.randint(5, 18) // 100,
        "veterans": whole * dice.randint(3, 10) // 100,
        "five_star": whole * dice.randint(8, 25) // 100,
        "pioneer": whole * dice.randint(4, 12) // 100, "dues_paid": whole,
    }  # fmt: skip


def _split(whole: int, shares: tuple[int, ...]) -> list[int]:
    """Parts in these hundredths that add up to the whole."""
    parts = [whole * share // 100 for share in shares]
    parts[-1] += whole - sum(parts)
    return parts


def _elections(own: list[models.PartyBranch], sizes: dict[int, int]) -> Iterator[dict[str, Any]]:
    for one in own:
        entitled = max(3, sizes[one.pk])
        present = -(-entitled * 9 // 10)
        yield {
            "village": one.village, "branch": one, "held_on": date(2022, 6, 20), "kind": "term",
            "approved_on": date(2022, 6, 6), "approval_no": "示组复〔2022〕16号",
            "entitled": entitled, "present": present, "seats": 3, "candidates": 4, "elected": 3,
            "least_votes": entitled // 2 + 1, "result": "elected",
        }  # fmt: skip


# Months before the demo's first one, so that this one can be judged.
EARLIER = (Month(2024, 1), *Month(2024, 7).until(Month(2024, 10)))
YEARLY = ((Month(2024, 1), "org_life", 18), (Month(2024, 1), "appraisal", 18),
          (Month(2025, 1), "org_life", 18), (Month(2025, 1), "appraisal", 18),
          (Month(2026, 1), "org_life", 16), (Month(2026, 1), "appraisal", 16))  # fmt: skip
TOPICS = {
    "member_assembly": "学习上级文件,讨论发展党员", "committee": "研究当月重点工作",
    "theme_day": "集中学习与志愿服务", "class": "党的基层组织建设", "org_life": "对照检查",
    "appraisal": "民主评议党员",
}  # fmt: skip


def _meetings(
    world: World, own: list[models.PartyBranch], sizes: dict[int, int]
) -> Iterator[dict[str, Any]]:
    """Committee and theme day every month, assembly and class each quarter; three grew quiet."""
    dice, before = world.dice("branch meetings"), world.dice("branch meetings before")
    quiet, silent = _quiet(world), unkept(world)
    for one in own:
        for month in (*EARLIER, *world.months):
            rolled = before if month in EARLIER else dice
            for kind, day in _kinds(month):
                row = _meeting(one, kind, month.start + timedelta(days=day - 1), sizes, rolled)
                if one.village not in silent and (one.village, month) not in quiet:
                    yield row


def _quiet(world: World) -> set[tuple[Village, Month]]:
    """Villages and months in which a branch held nothing, and says so."""
    grown = {
        (one, month)
        for one in world.picked("meetings quiet", 3)
        for month in Month(2026, 8).until(Month(2026, 10))
    }
    snow = {(one, SNOW) for one in snowed_in(world)}
    return grown | snow | {*missed_once(world), (together(world), TOGETHER)}


def _quiet_months(world: World, own: list[models.PartyBranch]) -> Iterator[dict[str, Any]]:
    months = _quiet(world)
    snow = {one for one, month in months if month == SNOW} & set(snowed_in(world))
    for one in own:
        for month in world.months:
            if (one.village, month) in months:
                cold = month == SNOW and one.village in snow
                yield {
                    "village": one.village, "branch": one, "month": month.number,
                    "reason": "大雪封路" if cold else "当月没有组织",
                }  # fmt: skip


def _kinds(month: Month) -> list[tuple[str, int]]:
    kinds = [("committee", 5), ("theme_day", 10)]
    if month.month % 3 == 2:
        kinds += [("member_assembly", 15), ("class", 16)]
    return kinds + [(kind, day) for when, kind, day in YEARLY if when == month]


def _meeting(
    one: models.PartyBranch, kind: str, held_on: date, sizes: dict[int, int], dice: Random
) -> dict[str, Any]:
    should = 3 if kind == "committee" else max(3, sizes[one.pk])
    attended = max(1, should * dice.randint(78, 100) // 100)
    if kind != "committee" and should < 10:
        attended = should
    return {
        "village": one.village, "branch": one, "kind": kind, "held_on": held_on,
        "should_attend": should, "attended": attended,
        "topic": TOPICS[kind], "by_secretary": True if kind == "class" else None,
    }  # fmt: skip
