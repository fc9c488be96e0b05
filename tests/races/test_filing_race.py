"""Fifty people with one village, four with one township: nothing is lost, nobody sees a lock."""

import pytest

from tests.races.conftest import WHOLE
from tests.support.stage import Stage

PEOPLE = 50 if WHOLE else 12
ROUNDS = 10 if WHOLE else 1
WRITERS, TURNS = 4, 100 if WHOLE else 10


def _one_row_and_conflicts_for_the_others(stage: Stage) -> None:
    rounds = stage.act("crowded_village", PEOPLE, ROUNDS)["rounds"]

    assert len(rounds) == ROUNDS
    for one in rounds:
        # The one who was first is led on; every other page holds its owner's own text.
        assert one["told"] == {"302": 1, "409 own": PEOPLE - 1}
        assert (one["rows"], one["versions"]) == (1, [2])


def test_fifty_people_with_one_village_embedded(embedded: Stage) -> None:
    _one_row_and_conflicts_for_the_others(embedded)


@pytest.mark.servers
def test_fifty_people_with_one_village_with_servers(served: Stage) -> None:
    _one_row_and_conflicts_for_the_others(served)


def test_writers_on_sqlite_never_meet_a_lock(embedded: Stage) -> None:
    found = embedded.act("busy_township", WRITERS, TURNS)

    assert found["told"] == {"302": WRITERS * TURNS}
    assert found["kept"] == [str(TURNS - 1)] * WRITERS
