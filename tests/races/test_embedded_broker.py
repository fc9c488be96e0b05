"""The broker of files: fifty people at once, ten copies of a message, two beats."""

from tests.races.test_redis_fails import EFFECTS, LONGEST
from tests.support.stage import Stage


def test_the_embedded_broker_keeps_nobody_waiting_and_loses_nothing(embedded: Stage) -> None:
    told = embedded.act("crowd", 50)
    embedded.act("repeat", 10)

    assert told["faults"] == []
    assert told["at_broker"] <= LONGEST
    embedded.worker()
    embedded.beat()
    embedded.beat()
    embedded.wait_for(embedded.all_ended, 60)
    swept = "SELECT count(*) FROM villages_jobs_tick WHERE name='sweep' AND runs >= 4"
    embedded.wait_for(lambda: embedded.rows(swept) == [(1,)], 20)
    assert embedded.states() == {"done": 51}
    assert embedded.rows(EFFECTS) == [(51, 51)]
    assert embedded.rows("SELECT max(attempts) FROM villages_jobs_job") == [(1,)]
