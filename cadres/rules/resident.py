"""Rules of days in the village and of leave."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

# The stored words; `cadres.wording` gives them their labels.
TOWNSHIP, COUNTY = "township", "county"
NOTHING, NO_EXCELLENT, BASIC, INCOMPETENT = "none", "no_excellent", "basic", "incompetent"


class DutyLight(StrEnum):
    """How a month in the village looks; unknown is grey."""

    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"
    GREY = "grey"


@dataclass(frozen=True)
class DutyLines:
    """The county's lines for a month, and whether business outside counts."""

    warn: int
    red: int
    count_business: bool


@dataclass(frozen=True)
class DutyMonth:
    """What one month says of one person."""

    days_actual: int
    business_days_out: int = 0
    spot_check_absent: int = 0

    def counted(self, lines: DutyLines) -> int:
        """Days that count as days in the village."""
        return self.days_actual + (self.business_days_out if lines.count_business else 0)


@dataclass(frozen=True)
class AbsenceLadder:
    """From how many absences in a year which grade is out of reach."""

    no_excellent: int
    basic: int
    incompetent: int


def light(month: DutyMonth | None, before: DutyMonth | None, lines: DutyLines) -> DutyLight:
    """Red below the low line, on an absence, or two months short in a row; yellow when short."""
    if month is None:
        return DutyLight.GREY
    days = month.counted(lines)
    short = days < lines.warn
    short_before = before is not None and before.counted(lines) < lines.warn
    if days < lines.red or month.spot_check_absent or (short and short_before):
        return DutyLight.RED
    return DutyLight.YELLOW if short else DutyLight.GREEN


def consequence(absences: Iterable[int], ladder: AbsenceLadder) -> str:
    """What the absences of a year mean for the grade: told to people, never applied."""
    total = sum(absences)
    if total >= ladder.incompetent:
        return INCOMPETENT
    if total >= ladder.basic:
        return BASIC
    return NO_EXCELLENT if total >= ladder.no_excellent else NOTHING


def leave_level(days: int, township_limit: int) -> str:
    """Short leaves are the township's to grant."""
    return TOWNSHIP if days <= township_limit else COUNTY


def month_runs(months: Iterable[int]) -> list[str]:
    """Stored months of one year as runs: 202601, 202602, 202604 is `1-2` and `4`."""
    runs: list[list[int]] = []
    for month in sorted(number % 100 for number in months):
        if runs and runs[-1][-1] == month - 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    return [f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs]
