"""Redis emptied, restarted, down, half-open or slow: nobody waits for it, no job is lost."""

import time

import pytest

from tests.support.proxy import Proxy
from tests.support.redis_server import RedisServer
from tests.support.stage import Stage
from tests.support.work import LEASE

pytestmark = pytest.mark.servers
# Half a second by the code, the rest for fifty threads on a busy machine.
LONGEST = 1.5
PEOPLE = 50
EFFECTS = (
    "SELECT count(*), count(DISTINCT object_key) FROM villages_trace_auditentry "
    "WHERE action='proof.effect'"
)


def _everything_is_done_once(stage: Stage, count: int) -> None:
    stage.wait_for(stage.all_ended, 60)
    assert stage.states() == {"done": count}
    assert stage.rows(EFFECTS) == [(count, count)]


def test_nobody_waits_for_a_redis_that_fails(
    behind_proxy: Stage, proxy: Proxy, redis: RedisServer
) -> None:
    redis.stop()
    told = {"down": behind_proxy.act("crowd", PEOPLE, "down")}
    redis.start()
    for label, mode in (("half-open", "hold"), ("slow", 0.4)):
        proxy.mode = mode
        told[label] = behind_proxy.act("crowd", PEOPLE, label)
    proxy.mode = "pass"

    for label, one in told.items():
        assert (label, one["faults"]) == (label, [])
        assert one["at_broker"] <= LONGEST, label
    behind_proxy.worker()
    behind_proxy.beat()
    _everything_is_done_once(behind_proxy, 3 * PEOPLE)


def test_a_flushed_or_restarted_redis_loses_no_job_and_costs_no_attempt(
    served: Stage, redis: RedisServer
) -> None:
    served.act("request", 100, 0.01, "flushed")
    redis.flush()
    served.worker()
    served.beat()
    served.beat()
    _everything_is_done_once(served, 100)

    # Ten copies of one message, while two beats sweep.
    served.act("repeat", 10)
    _everything_is_done_once(served, 101)

    # Writing the outcome takes three times the lease: nobody takes the job away.
    served.act("long_writing", 3 * LEASE)
    _everything_is_done_once(served, 102)

    served.act("request", 2, 2.5, "restarted")
    served.wait_for(lambda: served.states().get("running") == 2, 30)
    redis.stop()
    time.sleep(0.5)
    redis.start()
    _everything_is_done_once(served, 104)
    assert served.rows("SELECT max(attempts) FROM villages_jobs_job") == [(1,)]
