"""The declared numbers of signing in, as the types that the code works with."""

from datetime import timedelta

from villages import parameters as numbers
from villages.accounts import parameters as _declarations  # noqa: F401
from villages.common import clock


def number(key: str) -> int:
    """The value in force today, of the whole installation."""
    return int(numbers.value(key, on=clock.today()))


def failures() -> int:
    """Wrong passwords within the window that lock a user at an address."""
    return number("signin.failures")


def daily_failures() -> int:
    """Wrong passwords in 24 hours, from all addresses, that lock a user."""
    return number("signin.daily_failures")


def window() -> timedelta:
    """How far back wrong passwords count."""
    return timedelta(minutes=number("signin.window_minutes"))


def lock_time() -> timedelta:
    """How long a lock holds."""
    return timedelta(minutes=number("signin.lock_minutes"))


def idle_seconds() -> int:
    """How long a session lives without a request."""
    return 60 * number("session.idle_minutes")


def absolute_seconds() -> int:
    """How long a session lives at most."""
    return 3600 * number("session.absolute_hours")


def sessions_at_once() -> int:
    """How many sessions one person may hold; 0 means any number."""
    return number("session.at_most")
