"""When a reminder may reach a person: in working hours, otherwise the next working morning.

Pure: the hours and the working-day calendar come in.
"""

from dataclasses import dataclass
from datetime import datetime, time

from villages.common.workdays import Adjusted, add_workdays, is_workday


@dataclass(frozen=True)
class QuietHours:
    """From which hour of the evening until which hour of the morning nobody is disturbed."""

    begin: int = 20
    end: int = 8


def delivery(at: datetime, quiet: QuietHours, adjusted: Adjusted) -> datetime:
    """The moment at which something said at `at` reaches people, never before `at`.

    At once in working hours; else at the end of the quiet hours of that day, if it is a working
    day still ahead, or of the next working day.
    """
    working = is_workday(at.date(), adjusted)
    if working and quiet.end <= at.hour < quiet.begin:
        return at
    ahead = working and at.hour < quiet.end
    day = add_workdays(at.date(), 0 if ahead else 1, adjusted)
    return datetime.combine(day, time(quiet.end), at.tzinfo)
