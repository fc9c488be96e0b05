"""Reports whatever dies meanwhile: one that stands for each period, the right one, whole."""

import random

import pytest

from tests.races.conftest import WHOLE
from tests.support.killing import kill_at_random
from tests.support.stage import Stage

MONTHS = 10 if WHOLE else 3
KILLS = 100 if WHOLE else 5


def _whole(stage: Stage) -> None:
    """Every job ended; whatever was worn out by kills alone is tried again by a person."""
    stage.wait_for(stage.all_ended, 240 if not WHOLE else 900)


def _proof_of_kills(stage: Stage) -> None:
    periods = stage.act("reporting", MONTHS)["periods"]
    stage.beat()
    kill_at_random(stage, random.Random(20261105), KILLS, (0.2, 1.2))
    _whole(stage)

    told = stage.act("standing")
    ended = dict(stage.rows("SELECT period, state FROM villages_jobs_job"))
    done = [period for period in periods if ended[period] == "done"]
    assert told["reports"] == [["monthly", period, 2] for period in done]
    assert told["versions"] == len(done)
    assert len(done) >= MONTHS - KILLS // 3
    assert list(stage.folder.rglob("*.part")) == []


def test_a_killed_worker_leaves_one_whole_report_embedded(embedded: Stage) -> None:
    _proof_of_kills(embedded)


@pytest.mark.servers
def test_a_killed_worker_leaves_one_whole_report_with_servers(served: Stage) -> None:
    _proof_of_kills(served)


def test_ten_messages_make_one_report(embedded: Stage) -> None:
    embedded.act("redelivering", 10)
    embedded.beat()
    embedded.worker()

    _whole(embedded)

    told = embedded.act("standing")
    assert told == {"reports": [["monthly", "2026-09", 2]], "versions": 1}


def _proof_of_beats(stage: Stage) -> None:
    """Two days and nights over the days on which a month and a quarter are due."""
    told = stage.act("ticking", "2026-10-04", 168 if WHOLE else 48, 5)

    assert ["monthly", "2026-09"] in told["runs"]
    assert len(told["runs"]) == len({tuple(one) for one in told["runs"]})
    jobs = stage.rows("SELECT count(*), count(DISTINCT key) FROM villages_jobs_job")
    assert jobs == [(len(told["runs"]), len(told["runs"]))]


def test_five_beats_ask_once_embedded(embedded: Stage) -> None:
    _proof_of_beats(embedded)


@pytest.mark.servers
def test_five_beats_ask_once_with_servers(served: Stage) -> None:
    _proof_of_beats(served)


def test_a_machine_that_was_off_makes_up_for_the_right_periods(embedded: Stage) -> None:
    embedded.act("ticking", "2026-09-28", 1, 1)
    embedded.beat()
    embedded.worker()
    _whole(embedded)

    asked = embedded.act("awaking", "2026-10-13")["asked"]
    _whole(embedded)

    assert asked == [["monthly", "2026-09"], ["quarterly", "2026Q3"]]
    told = [one[:2] for one in embedded.act("standing")["reports"]]
    assert ["monthly", "2026-09"] in told
    assert ["quarterly", "2026Q3"] in told
    assert ["monthly", "2026-10"] not in told
