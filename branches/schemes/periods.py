"""Which period a rating is about: a year, a half-year or a quarter, as the scheme says."""

from datetime import date
from typing import Any

from branches.schemes.choices import Cycle
from villages.common.errors import DomainError
from villages.common.periods import Period
from villages.common.periods.kinds import HalfYear, Quarter, Year
from villages.common.periods.parsing import parse_period

KINDS: dict[str, type[Period]] = {
    Cycle.YEAR: Year,
    Cycle.HALF: HalfYear,
    Cycle.QUARTER: Quarter,
}


def period_of(cycle: str, code: str) -> Period:
    """The period of this cycle that a code names. Raises `period_invalid`."""
    period = parse_period(code)
    if not isinstance(period, KINDS[cycle]):
        label = Cycle(cycle).label
        raise DomainError("period_invalid", f"这个方案{label}评定一次。", "请换一个评定期。")
    return period


def current(cycle: str, on: date) -> Period:
    """The period of this cycle in which a day lies."""
    return KINDS[cycle].of(on)


def end_of(code: str) -> date:
    """The last day of a stored period."""
    return parse_period(code).end


def holds_for(scheme: Any, span: Period) -> bool:
    """Whether a period is judged by this version: the one that holds on its last day."""
    if scheme.valid_from is None or scheme.valid_from > span.end:
        return False
    return scheme.valid_to is None or scheme.valid_to >= span.end


def recent(scheme: Any, on: date, count: int = 4) -> list[Period]:
    """The last periods up to a day that are judged by this version, newest first."""
    newest = current(scheme.cycle, on)
    return [span for back in range(count) if holds_for(scheme, span := newest.shift(-back))]
