"""Village facts of the demo county: in order nearly everywhere, out of order where it teaches."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from config.demo.ledgers import affairs_before
from config.demo.troubles import MISTAKEN, TOGETHER, mistaken, together, unkept
from config.demo.worked_example.places import among
from config.demo.world import World
from config.demo.writing import store
from villages.affairs import choices, models
from villages.affairs.actions.lists import install_default_lists
from villages.common.periods import Month, Quarter
from villages.models import Village

SOURCE = "2026年村情台账"
QUARTERS = tuple(Quarter(2024, 4).shift(step) for step in range(8))


def build(world: World) -> None:
    """Sites, disclosure, meetings, matters, petitions, surveys, honours, grids, oversight."""
    install_default_lists(county=world.county, on=date(2024, 1, 1), by=world.staff)
    for model, rows in (
        (models.ActivitySite, _sites),
        (models.SiteItem, _items),
        (models.Disclosure, _disclosures),
        (models.VillageMeeting, _meetings),
        (models.MajorMatter, _matters),
        (models.PetitionCount, _petitions),
        (models.Incident, _incidents),
        (models.Survey, _surveys),
        (models.Association, _associations),
        (models.VillageRules, _rules),
        (models.Honour, _honours),
        (models.GridCount, _grids),
        (models.SealUse, _seals),
        (models.PowerException, _powers),
        (models.SpendingException, _spending),
    ):
        store(world, model, rows(world), source=SOURCE)
    affairs_before.build(world)


def _sites(world: World) -> Iterator[dict[str, Any]]:
    """Three villages have none, two a dangerous one, one is building."""
    dice = world.dice("sites")
    odd = world.picked("sites", 6)
    states = ("none", "none", "none", "dangerous", "dangerous", "building")
    for village in world.villages:
        state = dict(zip(odd, states, strict=True)).get(village, "own")
        standing = state in {"own", "dangerous"}
        yield {
            "village": village,
            "name": f"{village.name}党群服务中心",
            "state": state,
            "area_m2": None if state == "none" else dice.randint(210, 860),
            "built_on": date(dice.randint(2008, 2022), dice.randint(1, 12), 1)
            if standing
            else None,
            "checked_on": date(2026, 3, dice.randint(2, 27)),
        }


def _items(world: World) -> Iterator[dict[str, Any]]:
    dice = world.dice("items")
    needs = list(models.SiteNeed.objects.in_county(world.county.code).order_by("number"))
    short = set(world.picked("items short", 20))
    for village in world.villages:
        for need in needs:
            lacking = village in short and dice.random() < 0.3
            yield {
                "village": village, "need": need, "is_present": not lacking,
                "checked_on": date(2026, 3, 27),
            }  # fmt: skip


def _disclosures(world: World) -> Iterator[dict[str, Any]]:
    """Every quarter within a few days of its end; the last two are missing in four villages."""
    dice = world.dice("disclosures")
    silent = set(world.picked("disclosure", 4))
    for village in world.villages:
        for quarter in QUARTERS:
            if village in silent and quarter >= QUARTERS[-2]:
                continue
            for kind in choices.DisclosureKind.values:
                day = quarter.end + timedelta(days=dice.randint(2, 8))
                yield {
                    "village": village, "kind": kind, "period": quarter.code, "published_on": day,
                    "kept_until": day + timedelta(days=dice.randint(15, 40)),
                    "audited_on": day - timedelta(days=dice.randint(1, 2)),
                    "is_online": dice.random() < 0.6,
                }  # fmt: skip


TOPICS = (
    "年度工作计划和财务预算",
    "集体土地发包方案",
    "低保和救助名单",
    "村规民约修订",
    "项目实施方案",
)


def _meetings(world: World) -> Iterator[dict[str, Any]]:
    """One meeting of representatives a quarter, well attended."""
    dice = world.dice("meetings")
    for village in world.villages:
        representatives = max(15, min(60, world.households.get(village.pk, 300) // 12))
        members = representatives + dice.randint(2, 5)
        for place, quarter in enumerate(QUARTERS):
            present = members * dice.randint(78, 98) // 100
            yield {
                "village": village, "kind": "representatives",
                "held_on": quarter.start + timedelta(days=dice.randint(5, 80)),
                "topic": TOPICS[(place + village.pk) % len(TOPICS)],
                "members": members, "representatives": representatives,
                "women": representatives * dice.randint(34, 45) // 100 + 1,
                "present": present, "agreed": present * dice.randint(80, 100) // 100,
                "is_resolved": True,
            }  # fmt: skip


MATTERS = (
    ("村内道路硬化工程", "project"), ("集体机动地发包", "assets"), ("文化广场改造", "project"),
    ("大额维修支出", "spending"), ("困难群众临时救助", "welfare"), ("公益性岗位人选", "people"),
)  # fmt: skip


def _matters(world: World) -> Iterator[dict[str, Any]]:
    """A matter or two each year, step by step; five began before they were decided."""
    dice = world.dice("matters")
    hasty = world.picked("matters", 5)
    for village in world.villages:
        for year in (2025, 2026):
            title, kind = dice.choice(MATTERS)
            day = date(year, dice.randint(2, 6), dice.randint(1, 25))
            row = _matter(village, f"{year}年{title}", kind, day, dice)
            if year == 2026 and village in hasty:
                row |= _hurried(small=village in hasty[3:])
            yield row


def _matter(village: Village, title: str, kind: str, day: date, dice: Random) -> dict[str, Any]:
    steps = ["proposed_on", "discussed_on", "reviewed_on", "decided_on", "decision_disclosed_on"]
    days: dict[str, date | None] = {}
    for step in steps:
        days[step] = day
        day += timedelta(days=dice.randint(2, 9))
    return {
        "village": village, "title": title, "kind": kind,
        "amount_fen": dice.randint(8, 480) * 100_000, **days,
        "started_on": day + timedelta(days=3), "finished_on": day + timedelta(days=70),
        "result_disclosed_on": day + timedelta(days=74),
    }  # fmt: skip


def _hurried(*, small: bool) -> dict[str, Any]:
    """Work began without a decision: three dear ones in August, two small ones in October."""
    begun = date(2026, 10, 9) if small else date(2026, 8, 6)
    return {
        "amount_fen": 3_600_000 if small else 18_000_000, "proposed_on": begun - timedelta(days=9),
        "discussed_on": begun - timedelta(days=5), "reviewed_on": None, "decided_on": None,
        "decision_disclosed_on": None, "started_on": begun, "finished_on": None,
        "result_disclosed_on": None,
    }  # fmt: skip


def _petitions(world: World) -> Iterator[dict[str, Any]]:
    """Counted every month, mostly none; in the villages under rectification none this year."""
    dice = world.dice("petitions")
    loud, batch = world.picked("petitions", 5), set(among(world.villages))
    calmed, silent, wrong = loud[3:], unkept(world), mistaken(world)
    for village in world.villages:
        for month in world.months:
            first = dice.random() < 0.05 and not (village in batch and month.year == 2026)
            trouble = village in loud and month >= Month(2026, 8)
            trouble = trouble and not (village in calmed and month > Month(2026, 8))
            if village in silent:
                continue
            visitors = int(trouble or (village == wrong and month == MISTAKEN))
            yield {
                "village": village, "month": month.number,
                "first": max(int(first) + 2 * trouble, visitors), "repeat": 0, "beyond": 0,
                "collective": visitors,
                "unresolved": int(trouble), "overdue": 0,
            }  # fmt: skip


def _incidents(world: World) -> Iterator[dict[str, Any]]:
    dice = world.dice("incidents")
    for village in world.picked("incidents", 7):
        day = date(2025, dice.randint(1, 12), dice.randint(1, 28))
        yield {
            "village": village, "kind": dice.choice(("safety", "disaster")), "grade": "general",
            "happened_on": day, "what": "强降雨造成村道局部塌方,无人员伤亡", "people": None,
            "reported_on": day, "closed_on": day + timedelta(days=dice.randint(10, 60)),
        }  # fmt: skip
    day = TOGETHER.start.replace(day=12)
    yield {
        "village": together(world), "kind": "safety", "grade": "general", "happened_on": day,
        "what": "强降雨造成村道局部塌方,无人员伤亡", "people": None, "reported_on": day,
        "closed_on": day + timedelta(days=18),
    }  # fmt: skip


def _surveys(world: World) -> Iterator[dict[str, Any]]:
    """Asked each spring; four villages are not content, two are asked again in September."""
    dice = world.dice("surveys")
    sour = world.picked("surveys", 4)
    for village in world.villages:
        for year in (2025, 2026):
            asked = max(40, world.households.get(village.pk, 300) // 6)
            answered = asked * dice.randint(85, 98) // 100
            low, high = (48, 57) if village in sour and year == 2026 else (76, 90)
            satisfied = answered * dice.randint(low, high) // 100
            fairly = (answered - satisfied) * dice.randint(20, 60) // 100
            if low < 60:
                fairly = answered // 50
            elif satisfied * 100 < answered * 81:
                satisfied, fairly = -(-answered * 81 // 100), answered // 20
            held_on = date(year, 5, dice.randint(6, 28))
            topic = f"{year}年党组织满意度测评"
            yield _asked(village, held_on, topic, (asked, answered, satisfied, fairly))
            if low < 60 and village in sour[2:]:
                again = (asked, answered, answered * 85 // 100, answered // 20)
                yield _asked(village, date(2026, 9, 10), "整改后满意度测评", again)


def _asked(
    village: Village, held_on: date, topic: str, told: tuple[int, int, int, int]
) -> dict[str, Any]:
    asked, answered, satisfied, fairly = told
    return {
        "village": village, "kind": "survey", "held_on": held_on, "topic": topic, "asked": asked,
        "answered": answered, "satisfied": satisfied, "fairly": fairly,
        "dissatisfied": answered - satisfied - fairly,
    }  # fmt: skip


def _associations(world: World) -> Iterator[dict[str, Any]]:
    dice = world.dice("associations")
    kinds = list(models.AssociationKind.objects.in_county(world.county.code).order_by("number"))
    for village in world.villages:
        for kind in kinds:
            if dice.random() < 0.9:
                yield {
                    "village": village, "kind": kind,
                    "founded_on": date(2021, dice.randint(3, 12), 6),
                    "members": dice.randint(5, 15),
                    "last_active_on": date(2026, dice.randint(6, 10), dice.randint(1, 28)),
                }  # fmt: skip


def _rules(world: World) -> Iterator[dict[str, Any]]:
    dice = world.dice("rules")
    for village in world.villages:
        day = date(2022, dice.randint(3, 9), dice.randint(1, 28))
        yield {
            "village": village, "adopted_on": day, "filed_on": day + timedelta(days=6),
            "disclosed_on": day + timedelta(days=8), "articles": dice.randint(14, 32),
        }  # fmt: skip


def _honours(world: World) -> Iterator[dict[str, Any]]:
    dice = world.dice("honours")
    kinds = {"civilised": "文明村", "governance": "乡村治理示范村", "party": "先进基层党组织"}
    for village in world.some("honours", 0.35):
        kind = dice.choice(list(kinds))
        level = dice.choice(("county", "county", "city", "province"))
        yield {
            "village": village, "kind": kind, "level": level, "name": kinds[kind],
            "awarded_by": "上级党委政府", "awarded_on": date(dice.randint(2021, 2025), 12, 10),
        }  # fmt: skip


def _grids(world: World) -> Iterator[dict[str, Any]]:
    dice = world.dice("grids")
    for village in world.villages:
        households = world.households.get(village.pk, 300)
        grids = max(2, households // 120)
        workers = grids + dice.randint(0, 1)
        yield {
            "village": village, "as_of": date(2026, 6, 30), "grids": grids, "workers": workers,
            "party_workers": workers * dice.randint(40, 90) // 100,
            "heads": max(1, households // 12), "households": households,
            "covered": households * dice.randint(92, 100) // 100,
        }  # fmt: skip


PURPOSES = ("出具户籍证明", "上报惠农补贴名册", "土地流转合同", "项目申报材料", "困难补助申请")


def _seals(world: World) -> Iterator[dict[str, Any]]:
    """A handful of uses each; three were sealed without approval."""
    dice = world.dice("seals")
    loose = set(world.picked("seals", 3))
    for village in world.villages:
        for place, purpose in enumerate(dice.sample(PURPOSES, 3)):
            wrong = village in loose and place == 0
            yield {
                "village": village, "used_on": date(2026, dice.randint(5, 10), 3 + place * 8),
                "purpose": purpose, "copies": dice.randint(1, 6),
                "approved_by": "" if wrong else dice.choice(("secretary", "director")),
                "is_exception": wrong, "exception": "先盖章后补审批" if wrong else "",
            }  # fmt: skip


def _powers(world: World) -> Iterator[dict[str, Any]]:
    dice = world.dice("powers")
    listed = list(models.SmallPower.objects.in_county(world.county.code).order_by("number"))
    for village in world.picked("powers", 6):
        day = date(2026, dice.randint(3, 8), dice.randint(1, 28))
        yield {
            "village": village, "power": dice.choice(listed), "found_on": day,
            "found_by": dice.choice(choices.FoundBy.values), "what": "办理结果未按清单要求公示",
            "mended_on": day + timedelta(days=18), "mended_how": "已补公示并约谈经办人",
        }  # fmt: skip


def _spending(world: World) -> Iterator[dict[str, Any]]:
    dice = world.dice("spending")
    for village in world.picked("spending", 5):
        day = date(2026, dice.randint(2, 8), dice.randint(1, 28))
        yield {
            "village": village, "found_on": day, "found_by": "committee", "kind": "voucher",
            "what": "零工支出缺少用工明细", "amount_fen": dice.randint(8, 60) * 10_000,
            "mended_on": day + timedelta(days=21),
        }  # fmt: skip
