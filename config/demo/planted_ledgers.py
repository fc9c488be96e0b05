"""What is out of order by rows of the demo county's ledgers, rather than by a draw."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from cadres.models import ResidentDuty
from config.demo.ledgers.branches import FULL, too_large
from config.demo.months import FIRST, LAST
from config.demo.planted_draws import LASTING, RED, YELLOW
from config.demo.world import World
from rectification.choices import AcceptanceResult
from rectification.models import Acceptance
from villages.affairs.models import Incident
from villages.common.periods import Month
from villages.models import Village

# Village, period, rule, colour, why.
Told = tuple[str, str, str, str, str]
# Days in the village below which a month is red, and short (W15).
_FEW, _SHORT = 15, 20
# The count of members that shows which branches became too large.
_COUNTED = Month(2026, 6)


def from_ledgers(world: World) -> Iterator[Told]:
    """First secretaries away, incidents, acceptances that failed, branches too large."""
    return chain(_away(world), _incidents(world), _failed(world), _large(world), _merged(world))


def _away(world: World) -> Iterator[Told]:
    """First secretaries with too few days, as their ledger says; a second month below the line is
    red, and the open month is judged by the one before."""
    rows = ResidentDuty.objects.in_county(world.county.code).filter(
        posting__role="first_secretary", days_actual__lt=_FEW, month__lt=LAST.number
    )
    read = ("village__code", "month", "days_actual", "business_days_out")
    seen: set[str] = set()
    for code, number, actual, out in rows.order_by("month").values_list(*read):
        days, month = actual + out, Month.from_number(number)
        colour = RED if days < _FEW or code in seen else YELLOW
        seen.add(code)
        yield code, month.code, "W15", colour, f"第一书记当月驻村 {days} 天"
        if month.next() == LAST:
            yield code, LAST.code, "W15", RED, f"第一书记上月驻村 {days} 天"


def _incidents(world: World) -> Iterator[Told]:
    """Yellow in their month, and in the next until the township looked."""
    rows = Incident.objects.in_county(world.county.code)
    for code, day in rows.values_list("village__code", "happened_on"):
        for month in (Month.of(day), Month.of(day).next()):
            yield code, month.code, "W20", YELLOW, "强降雨造成村道局部塌方"


def _failed(world: World) -> Iterator[Told]:
    """Earlier acceptances that failed, red until the one that was passed, then watched."""
    rows = Acceptance.objects.in_county(world.county.code).exclude(concluded_on=None)
    passed = dict(
        rows.filter(result=AcceptanceResult.PASSED).values_list("case_id", "concluded_on")
    )
    failed = rows.filter(result=AcceptanceResult.FAILED, case__in=list(passed))
    for case, code, day in failed.values_list("case_id", "case__village__code", "concluded_on"):
        yield from _until(code, day, passed[case])


def _until(code: str, day: date, passed: date) -> Iterator[Told]:
    first, last = Month.of(day), Month.of(passed)
    if first < FIRST or first == last:
        return
    for month in first.until(last):
        yield code, month.code, "W27", RED, "整顿验收不合格,次月重新验收合格"
    yield code, last.next().code, "W27", YELLOW, "重新验收合格,观察一个月"


def _large(world: World) -> Iterator[Told]:
    for village in too_large(world):
        for month in _COUNTED.until(LAST):
            yield str(village.code), month.code, "W11", YELLOW, f"正式党员超过 {FULL} 名,没有分设"


def _merged(world: World) -> Iterator[Told]:
    """A large village that was merged later: known by its survey alone, and never lowered."""
    gone = Village.objects.in_county(world.county.code).exclude(valid_to=None)
    large = gone.filter(profiles__members__gt=FULL)
    for code, until in large.values_list("code", "valid_to"):
        why = f"党员超过 {FULL} 名,2025 年撤并"
        yield code, FIRST.code, "W11", YELLOW, why
        yield code, FIRST.next().code, "W11", YELLOW, why
        yield code, FIRST.next().code, LASTING, RED, why
        for month in FIRST.shift(2).until(Month.of(until)):
            yield code, month.code, "W11", RED, why
