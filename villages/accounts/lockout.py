"""Guessing passwords ends soon: wrong ones are counted in a sliding window.

django-axes sees every attempt, but counts without a window. This handler keeps one row per
wrong password and decides from the rows: `signin.failures` within `signin.window_minutes` lock
the user at that address for `signin.lock_minutes`; `signin.daily_failures` within 24 hours,
from all addresses, lock the user everywhere. Attempts during a lock neither count nor prolong
it. Names that nobody has are treated alike, so that a lock tells nothing about who exists.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from axes.handlers.base import AxesHandler
from axes.models import AccessFailureLog
from django.http import HttpRequest

from villages.accounts import limits
from villages.common import clock

DAY = timedelta(days=1)
LONGEST_NAME = 40


@dataclass(frozen=True)
class Lock:
    """A user is locked until an instant; `began` says that this very attempt locked it."""

    until: datetime
    began: bool = False

    @property
    def minutes(self) -> int:
        """Minutes left, rounded up, at least one."""
        left = (self.until - clock.instant()).total_seconds()
        return max(1, -(-int(left) // 60))


def counted_name(username: str) -> str:
    """The name under which attempts count; a longer one is probably a password and is hashed."""
    if len(username) <= LONGEST_NAME:
        return username
    return hashlib.sha256(username.encode()).hexdigest()


def lock_of(username: str, address: str) -> Lock | None:
    """The lock on this user at this address, or everywhere; None when free to try."""
    ends = [end for end in (_here(username, address), _everywhere(username)) if end]
    return Lock(max(ends)) if ends else None


def note_failure(username: str, address: str, agent: str = "") -> Lock | None:
    """Keeps one wrong password; the lock that it caused, or None."""
    row = AccessFailureLog.objects.create(
        username=counted_name(username), ip_address=address or None, user_agent=agent[:255]
    )
    if _recent(username, address, limits.window()).count() >= limits.failures():
        row.locked_out = True
        row.save(update_fields=["locked_out"])
    _forget_before(clock.instant() - 2 * DAY)
    lock = lock_of(username, address)
    return Lock(lock.until, began=True) if lock else None


def release(username: str, address: str | None = None) -> int:
    """Forgets wrong passwords of a user, at one address or at all; how many there were."""
    rows = AccessFailureLog.objects.filter(username=counted_name(username))
    if address is not None:
        rows = rows.filter(ip_address=address or None)
    return int(rows.delete()[0])


def _recent(username: str, address: str, span: timedelta) -> Any:
    since = clock.instant() - span
    rows = AccessFailureLog.objects.filter(username=counted_name(username))
    return rows.filter(ip_address=address or None, attempt_time__gt=since)


def _here(username: str, address: str) -> datetime | None:
    span = limits.lock_time()
    times = _recent(username, address, span).filter(locked_out=True)
    last = times.order_by("-attempt_time").values_list("attempt_time", flat=True).first()
    return last + span if last else None


def _everywhere(username: str) -> datetime | None:
    """The day's limit holds until the oldest of the last so many attempts is a day old."""
    since, most = clock.instant() - DAY, limits.daily_failures()
    rows = AccessFailureLog.objects.filter(username=counted_name(username), attempt_time__gt=since)
    times = list(rows.order_by("-attempt_time").values_list("attempt_time", flat=True)[:most])
    return times[-1] + DAY if len(times) >= most else None


def _forget_before(instant: datetime) -> None:
    AccessFailureLog.objects.filter(attempt_time__lt=instant).delete()


class WindowedHandler(AxesHandler):  # type: ignore[misc]
    """What django-axes asks, answered from the rows above."""

    def is_locked(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> bool:
        """Whether this attempt must not be tried."""
        name, address = _attempt(request, credentials)
        request.portal_lock = lock_of(name, address)  # type: ignore[attr-defined]
        return request.portal_lock is not None  # type: ignore[attr-defined]

    def user_login_failed(
        self,
        sender: Any,
        credentials: dict[str, Any],
        request: HttpRequest | None = None,
        **kwargs: Any,
    ) -> None:
        """Counts a wrong password, or turns away an attempt during a lock."""
        if request is None:
            return
        lock = getattr(request, "portal_lock", None)
        if lock is None:
            name, address = _attempt(request, credentials)
            lock = note_failure(name, address, request.META.get("HTTP_USER_AGENT", ""))
        request.portal_lock = lock  # type: ignore[attr-defined]
        request.axes_locked_out = lock is not None  # type: ignore[attr-defined]
        request.axes_credentials = credentials  # type: ignore[attr-defined]

    def user_logged_in(self, sender: Any, request: HttpRequest, user: Any, **kwargs: Any) -> None:
        """The right password clears the count at this address, not what others tried elsewhere."""
        release(user.get_username(), _attempt(request, {})[1])

    def get_failures(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> int:
        """Wrong passwords inside the window."""
        return int(_recent(*_attempt(request, credentials), limits.window()).count())


def _attempt(request: HttpRequest, credentials: dict[str, Any] | None) -> tuple[str, str]:
    name = str((credentials or {}).get("username") or "")
    return name, getattr(request, "axes_ip_address", "") or ""
