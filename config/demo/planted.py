"""What the demo county has out of order on purpose, in one list for people and tests.

The choice of villages is drawn as the ledgers draw it (`World.picked`), so that both always name
the same ones. `rule` is the code of a warning where one is about the matter, else a plain key.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from cadres.models import ResidentDuty
from config.demo.filing_story import Story
from config.demo.ledgers.supervision_planted import supervised
from config.demo.worked_example import places
from config.demo.world import World
from villages.affairs.models import Incident
from villages.common.periods import Month
from villages.models import Village

RED, YELLOW, NONE = "red", "yellow", ""
_OCTOBER, _SEPTEMBER = "2026-10", "2026-09"
# Days in the village below which a month is red (W15).
_FEW_DAYS = 15


@dataclass(frozen=True)
class Plant:
    """What is out of order, and where; `colour` is empty where no warning is about it."""

    village: str
    period: str
    rule: str
    colour: str
    why: str


@dataclass(frozen=True)
class _Group:
    """Villages of one draw; `first` and `last` cut the draw where its places differ."""

    name: str
    count: int
    period: str
    rule: str
    colour: str
    why: str
    first: int = 0
    last: int | None = None


_GROUPS = (
    _Group("secretary vacant", 3, _SEPTEMBER, "W01", RED, "书记 6 月 15 日离任后一直空缺"),
    _Group("meetings quiet", 3, _SEPTEMBER, "W05", RED, "8 月起没有召开支委会"),
    _Group("meetings quiet", 3, _SEPTEMBER, "W06", RED, "8 月起没有主题党日"),
    _Group("recruits", 4, _OCTOBER, "W10", RED, "两年没有发展党员"),
    _Group("shell", 2, _SEPTEMBER, "W11", RED, "正式党员只有 2 名"),
    _Group("reserve short", 9, _SEPTEMBER, "W12", YELLOW, "后备干部只有 1 名"),
    _Group("disclosure", 4, _OCTOBER, "W16", RED, "二、三季度村务财务没有公开"),
    _Group("matters", 5, _OCTOBER, "W18", YELLOW, "重大事项没有审议、决议和公示就实施"),
    _Group("petitions", 5, _SEPTEMBER, "W19", RED, "8 月起每月发生集体访"),
    _Group("surveys", 4, "2026-05", "W21", RED, "群众满意度低于 60%"),
    _Group("income weak", 4, _SEPTEMBER, "W22", RED, "全年经营性收入不到 5 万元"),
    _Group("income low", 9, _SEPTEMBER, "W22", YELLOW, "全年经营性收入不到 10 万元"),
    _Group("debts late", 3, "2026-06", "W24", RED, "60 万元贷款 6 月到期没有偿还"),
    _Group("contract ends", 6, _OCTOBER, "W26", YELLOW, "厂房租约 12 月 20 日到期"),
    _Group("arrears", 5, _OCTOBER, "W26", RED, "承租人没有付 2026 年租金"),
    _Group("supported", 24, _SEPTEMBER, "W25", RED, "扶持项目落后计划", 0, 2),
    _Group("supported", 24, _SEPTEMBER, "W25", RED, "扶持项目建成后闲置", 23, 24),
    _Group("sites", 6, "2026-03", "site-missing", NONE, "没有活动场所", 0, 3),
    _Group("sites", 6, "2026-03", "site-dangerous", NONE, "活动场所是危房", 3, 5),
    _Group("sites", 6, "2026-03", "site-building", NONE, "活动场所正在建设", 5, 6),
    _Group("recruit hurried", 2, _OCTOBER, "recruit-hurried", NONE, "培养教育不满一年就接收"),
    _Group("seals", 3, _OCTOBER, "seal-unapproved", NONE, "先盖章后补审批"),
    _Group("powers", 6, _OCTOBER, "power-exception", NONE, "小微权力办理结果没有按清单公示"),
    _Group("spending", 5, _OCTOBER, "spending-exception", NONE, "零工支出缺少用工明细"),
)
# What the months of filing hold: key in the story, key here.
_FILED = {
    "silent": "silent", "late": "late", "returned": "returned", "corrected": "unit-slip",
    "copied": "copied-text", "backfilled": "backfilled",
}  # fmt: skip


def planted(world: World) -> tuple[Plant, ...]:
    """Everything, in order of rule, period and village."""
    parts = (_drawn, _away, _incidents, _filed, _batch, _orders)
    found = {one for part in parts for one in part(world)}
    return tuple(sorted(found, key=lambda one: (one.rule, one.period, one.village, one.why)))


def _drawn(world: World) -> Iterator[Plant]:
    for one in _GROUPS:
        for village in _villages(world, one):
            yield Plant(str(village.code), one.period, one.rule, one.colour, one.why)


def _villages(world: World, one: _Group) -> list[Village]:
    return world.picked(one.name, one.count)[one.first : one.last]


def _away(world: World) -> Iterator[Plant]:
    """First secretaries with too few days, as their ledger says."""
    rows = ResidentDuty.objects.in_county(world.county.code).filter(days_actual__lt=_FEW_DAYS)
    for code, number, days in rows.values_list("village__code", "month", "days_actual"):
        month = Month.from_number(number).code
        yield Plant(code, month, "W15", RED, f"第一书记当月驻村 {days} 天")


def _incidents(world: World) -> Iterator[Plant]:
    rows = Incident.objects.in_county(world.county.code)
    for code, day in rows.values_list("village__code", "happened_on"):
        yield Plant(code, Month.of(day).code, "W20", YELLOW, "强降雨造成村道局部塌方")


def _filed(world: World) -> Iterator[Plant]:
    for one in Story(world).planted():
        yield Plant(one.village, one.period, _FILED[one.what], NONE, one.why)


def _orders(world: World) -> Iterator[Plant]:
    for village, period, rule, why in supervised(world):
        yield Plant(village, period, rule, NONE, why)


def _batch(world: World) -> Iterator[Plant]:
    """The villages under rectification: short teams, failed acceptances, work that is late."""
    for village in places.among(world.villages):
        place, code = places.place_of(village), str(village.code)
        if place.verdict is not places.Verdict.PASSED:
            yield Plant(code, _OCTOBER, "case-open", NONE, "2026 年批次,仍在整顿")
        yield from _short(place, code)
        if place.verdict is places.Verdict.FAILED:
            yield Plant(code, _OCTOBER, "W27", RED, "整顿验收不合格")
        elif place.village in places.OVERDUE:
            yield Plant(code, _OCTOBER, "W27", RED, "整顿任务 9 月 30 日到期没有完成")


def _short(place: places.Place, code: str) -> Iterator[Plant]:
    """Nobody was elected into these seats in 2022."""
    lacking = [
        body
        for body, short in (
            ("支部委员", places.BRANCH_SHORT),
            ("村委会委员", places.COMMITTEE_SHORT),
        )
        if place.village in short
    ]
    if lacking:
        colour = RED if len(lacking) > 1 else YELLOW
        yield Plant(code, _SEPTEMBER, "W02", colour, f"{'、'.join(lacking)}缺 1 名")
