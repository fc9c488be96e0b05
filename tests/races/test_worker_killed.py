"""kill -9 at random moments: every job ends once, and what it did stands once."""

import random

import pytest

from tests.races.conftest import WHOLE
from tests.support.killing import kill_at_random
from tests.support.stage import Stage

KILLS = 100 if WHOLE else 10
JOBS = 3 * KILLS
EFFECTS = """
    SELECT j.uid, j.state, count(e.id) FROM villages_jobs_job j
    LEFT JOIN villages_trace_auditentry e ON e.object_key = j.uid AND e.action = 'proof.effect'
    GROUP BY j.uid, j.state
"""


def _all_end_once(stage: Stage) -> None:
    stage.wait_for(stage.all_ended, 90 if not WHOLE else 900)
    rows = stage.rows(EFFECTS)
    assert len(rows) == JOBS, "a job was lost"
    wrong = [row for row in rows if row[2] != (1 if row[1] == "done" else 0)]
    assert wrong == [], "an effect was doubled or lost"
    ended = {state for _uid, state, _count in rows}
    assert ended <= {"done", "quarantined"}
    worn = stage.rows("SELECT count(*) FROM villages_jobs_job WHERE state='quarantined'")
    assert worn[0][0] <= KILLS // 3, "quarantined without three kills each"


def _proof(stage: Stage) -> None:
    stage.act("request", JOBS, 0.1)
    stage.beat()
    kill_at_random(stage, random.Random(20261103), KILLS, (0.05, 0.8))
    _all_end_once(stage)


def test_killed_workers_lose_and_double_nothing_embedded(embedded: Stage) -> None:
    _proof(embedded)


@pytest.mark.servers
def test_killed_workers_lose_and_double_nothing_with_servers(served: Stage) -> None:
    _proof(served)


def test_work_that_kills_its_worker_is_quarantined_and_others_go_on(embedded: Stage) -> None:
    embedded.act("poison", 5)
    embedded.beat()
    embedded.worker(concurrency=1)

    embedded.wait_for(embedded.all_ended, 60)

    assert embedded.states() == {"done": 5, "quarantined": 1}
    text = embedded.rows("SELECT error FROM villages_jobs_job WHERE state='quarantined'")[0][0]
    assert "连续 3 次没有完成" in text
