"""The batches of 2024 and 2025: all closed, some back again."""

from datetime import date, timedelta
from decimal import Decimal

from config.demo.ledgers import case_beginning as beginning
from config.demo.ledgers import case_ending as ending
from config.demo.ledgers import case_working as working
from config.demo.ledgers.case_cast import Cast
from config.demo.ledgers.case_walk import Walk
from config.demo.worked_example.ledger_words import (
    CLAN,
    ECONOMY,
    FINANCE,
    LIFE,
    ROAD,
    STREET,
    TAX,
    TEAM,
)
from config.demo.worked_example.places import RELAPSED, among
from config.demo.world import World
from rectification.actions.following import relapse
from rectification.actions.models import mark_model
from rectification.actions.problems import start
from rectification.choices import RevisitResult
from rectification.models import ProblemItem, RectificationCase, ScreeningItem
from villages.models import Village

# Cases of each year, without the village that came back from it.
COUNTS = {2024: 13, 2025: 19}
BACK_ON = {2024: date(2026, 3, 12), 2025: date(2026, 4, 15)}
KINDS = ((TEAM, FINANCE), (TEAM, CLAN), (LIFE, ROAD), (TEAM, TAX), (ECONOMY, STREET))
FACTS = (
    ("WL01", "班子缺员,书记由包村干部代管,村里事情没人牵头。"),
    ("WL04", "三会一课半年没有开展,组织制度形同虚设。"),
    ("WL09", "村务财务连续两个季度没有公开,群众意见大。"),
    ("WL12", "村集体没有经营收入,无钱办事。"),
)
PASSING, FAILING = Decimal("0.89"), Decimal("0.76")
# Revisits of the last weeks are not all held yet.
_HELD_UNTIL = date(2026, 10, 8)


def build(world: World, own: Cast) -> None:
    """Every case by its steps; at last the two villages that relapsed are at work again."""
    dice = world.dice("earlier cases")
    batch = among(world.villages)
    there = [one for one in world.villages if one not in batch and one.valid_from is None]
    chosen = dice.sample(there, sum(COUNTS.values()))
    back = [one for one in batch if one.name in RELAPSED]
    for (year, count), again in zip(COUNTS.items(), back, strict=True):
        villages, chosen = [*chosen[:count], again], chosen[count:]
        for place, village in enumerate(villages):
            _walk(world, own, village, year, place, relapsed=village is again)


def _walk(
    world: World, own: Cast, village: Village, year: int, place: int, *, relapsed: bool
) -> None:
    walk = Walk(own, village, world.dice(f"case {village.code}"))
    deadline, kinds = date(year, 12, 31), KINDS[place % len(KINDS)]
    day = beginning.found(walk, year, *_situation(world, year, place))
    day = beginning.planned(walk, day, kinds, deadline, returned=place % 6 == 4)
    if place % 4 != 3:
        beginning.signed(walk, day)
    ready = date(year, 8, 20) + timedelta(days=place * 3)
    working.worked_on(walk, day, ready)
    held = ending.looked_at(
        walk, working.applied(walk, ready), FAILING if place % 7 == 5 else PASSING
    )
    if place % 7 == 5:
        ending.failed(walk, held, deadline)
        held = ending.looked_at(walk, working.applied(walk, held + timedelta(days=20)), PASSING)
    ending.closed(walk, held)
    _after(walk, year, place, relapsed=relapsed)


def _situation(world: World, year: int, place: int) -> tuple[ScreeningItem, str]:
    code, facts = FACTS[place % len(FACTS)]
    items = ScreeningItem.objects.in_county(world.county.code)
    return items.get(standard__year=year, code=code), facts


def _after(walk: Walk, year: int, place: int, *, relapsed: bool) -> None:
    """Held, or back on the list; one is told to others, one is looked at a second time."""
    if relapsed:
        _back(walk, year)
    elif year == 2025 and place == 2:
        told = "换届后有人串联,已由包村领导谈话"
        ending.revisited(walk, _HELD_UNTIL, result=RevisitResult.PROBLEMS, text=told)
    else:
        ending.revisited(walk, _HELD_UNTIL)
        if _is_over(walk.case):
            ending.consolidated(walk)
    if place == 1:
        story = "选派在外能人回村任书记,先修通村路再发展大棚,用三件实事赢得信任。"
        mark_model(walk.case, by=walk.own.staff, story=story)


def _is_over(case: RectificationCase) -> bool:
    rows = case.caserevisit_rows
    return bool(not rows.exclude(result=RevisitResult.HELD).exists())


def _back(walk: Walk, year: int) -> None:
    """Found relapsed, on the list again, with a new plan at work."""
    on = BACK_ON[year]
    ending.revisited(
        walk, on - timedelta(days=20), result=RevisitResult.SLIPPED, text="书记外出,班子又散"
    )
    relapse(
        walk.case, by=walk.own.staff, on=on, reason="班子再度涣散,村务停摆",
        document_no="示组发〔2026〕9号",
    )  # fmt: skip
    walk.case = RectificationCase.objects.open().get(village=walk.village)
    walk.early = 0
    deadline = date(2026, 11, 30) if year == 2024 else date(2026, 12, 31)
    beginning.signed(walk, beginning.planned(walk, on, (LIFE,), deadline, returned=False))
    for problem in ProblemItem.objects.filter(case=walk.case):
        start(problem, by=walk.clerk)
