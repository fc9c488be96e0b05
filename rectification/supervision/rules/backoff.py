"""When a message that did not arrive is tried again. Pure: chance comes in as a number."""

from datetime import timedelta
from itertools import count

FIRST, LONGEST = timedelta(minutes=1), timedelta(hours=6)
WHOLE = timedelta(days=3)
# A wait is stretched or shortened by up to a quarter, so that many do not come back at once.
SPREAD = 0.25


def nominal(attempts: int) -> timedelta:
    """The wait after so many attempts: a minute, doubled each time, at most six hours."""
    if attempts < 1:
        return timedelta(0)
    doubled = min(attempts - 1, 20)
    return min(FIRST * (1 << doubled), LONGEST)


def most_attempts() -> int:
    """How many attempts there are before the waits together pass three days."""
    waited = timedelta(0)
    for attempts in count(1):
        waited += nominal(attempts)
        if waited > WHOLE:
            return attempts
    raise AssertionError  # pragma: no cover - the waits grow


def wait(attempts: int, chance: float) -> timedelta | None:
    """The wait after so many failed attempts; None where it is given up.

    `chance` lies in 0 (included) to 1.
    """
    if attempts >= most_attempts():
        return None
    return nominal(attempts) * (1 - SPREAD + 2 * SPREAD * chance)
