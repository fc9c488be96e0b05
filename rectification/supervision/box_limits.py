"""How often one address may use the public box, counted for all processes without keeping it."""

from cadres.sealing import index_of
from rectification.supervision.parameters import voices as limits
from villages import parameters
from villages.common import clock
from villages.db import counters
from villages.rest.models import RateWindow

HOUR = 3600
SEND, ASK = "send", "ask"
_KEYS = {SEND: limits.SENT.key, ASK: limits.ASKED.key}
_TABLE = RateWindow._meta.db_table
_LENGTH = 40


def may_go_on(kind: str, *whom: str) -> bool:
    """Counts one use by each of these (an address, a number); false beyond the hour's limit.

    Kept are keyed digests that say nothing about who it was. An hour of this clock is one window.
    """
    started = int(clock.instant().timestamp()) // HOUR
    most = int(parameters.value(_KEYS[kind], on=clock.today()))
    hits = [counters.hit(_TABLE, _key(kind, one), started) for one in whom]
    return all(count <= most for count in hits)


def _key(kind: str, who: str) -> str:
    return f"voices:{kind}:{index_of(who)[:_LENGTH]}"
