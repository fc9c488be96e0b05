"""How often a token may call: reads, writes and exports a minute, counted for all processes."""

import logging
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.utils.translation import gettext_lazy as _
from rest_framework.exceptions import Throttled
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from villages import parameters
from villages.common import clock
from villages.db import counters
from villages.rest.models import RateWindow

WINDOW = 60
READ, WRITE, EXPORT, GUESS = "read", "write", "export", "guess"
_MINUTE = _("次/分钟")
_KEYS = {
    READ: parameters.declare(
        "api.reads_per_minute", _("接口每分钟读取次数"), 120, unit=_MINUTE, low=1, per_county=False
    ),
    WRITE: parameters.declare(
        "api.writes_per_minute", _("接口每分钟写入次数"), 30, unit=_MINUTE, low=1, per_county=False
    ),
    EXPORT: parameters.declare(
        "api.exports_per_minute", _("接口每分钟导出次数"), 6, unit=_MINUTE, low=1, per_county=False
    ),
    GUESS: parameters.declare(
        "api.guesses_per_minute", _("同一地址每分钟令牌错误次数"), 20, unit=_MINUTE, low=1,
        per_county=False,
    ),
}  # fmt: skip
_TABLE = RateWindow._meta.db_table
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Rate:
    """One counter after a call: how many are left until the minute is over."""

    kind: str
    limit: int
    hits: int
    seconds: int

    @property
    def exceeded(self) -> bool:
        """Whether this call is one too many."""
        return self.hits > self.limit

    def headers(self) -> dict[str, str]:
        """RateLimit fields as the IETF draft writes them."""
        left = max(0, self.limit - self.hits)
        fields = {
            "RateLimit-Policy": f'"{self.kind}";q={self.limit};w={WINDOW}',
            "RateLimit": f'"{self.kind}";r={left};t={self.seconds}',
        }
        return fields | ({"Retry-After": str(self.seconds)} if self.exceeded else {})


class _Memory:
    """Limits and the health of the shared cache, kept a few seconds in this process.

    Reading a parameter may itself cost a query; a dead Redis costs half a second a call.
    """

    limits: dict[str, int] = {}
    limits_until = 0.0
    without_cache_until = 0.0


def forget() -> None:
    """Reads the limits anew: after a change of parameters, and in tests."""
    _Memory.limits_until = _Memory.without_cache_until = 0.0


def take(kind: str, who: str) -> Rate:
    """Counts one call of this kind by this caller."""
    now = clock.instant().timestamp()
    started = int(now) // WINDOW
    hits = _count(f"{kind}:{who}"[:80], started, now)
    return Rate(kind, _limit(kind, now), hits, WINDOW - int(now) % WINDOW)


def _limit(kind: str, now: float) -> int:
    if now >= _Memory.limits_until:
        day = clock.today()
        _Memory.limits = {
            one: int(parameters.value(each.key, on=day)) for one, each in _KEYS.items()
        }
        _Memory.limits_until = now + 30
    return _Memory.limits[kind]


def _count(key: str, started: int, now: float) -> int:
    """By Redis where there is one that answers, else by the database: never unlimited."""
    if settings.CACHE_URL.startswith("redis") and now >= _Memory.without_cache_until:
        try:
            return _by_cache(f"rate:{key}:{started}")
        except Exception:  # any client error means the same: count elsewhere for a while
            _Memory.without_cache_until = now + 5
            _log.warning("rate limits: cache does not answer, counting in the database")
    return counters.hit(_TABLE, key, started)


def _by_cache(key: str) -> int:
    cache.add(key, 0, WINDOW * 2)
    return int(cache.incr(key))


class RateLimited(BaseThrottle):
    """Counts every request of the API; the view adds the headers (`request.rate`)."""

    def allow_request(self, request: Request, view: Any) -> bool:
        """False beyond the limit."""
        who = caller(request)
        if not who:
            return True
        self.rate = take(view.rate_kind(request), who)
        request._request.rate = self.rate  # type: ignore[attr-defined]
        return not self.rate.exceeded

    def wait(self) -> float:
        """Seconds until the next minute begins."""
        return float(self.rate.seconds)


def caller(request: Request) -> str:
    """The token, or the person behind a session; nobody for a public page."""
    if token := getattr(request, "auth", None):
        return f"token:{token.uid}"
    return f"user:{request.user.pk}" if request.user and request.user.is_authenticated else ""


def spend(request: Request, kind: str) -> None:
    """Counts once more, under another kind: an answer that turned out to be an export."""
    rate = take(kind, caller(request))
    request._request.rate = rate  # type: ignore[attr-defined]
    if rate.exceeded:
        raise Throttled(wait=rate.seconds)
