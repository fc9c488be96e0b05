"""Fifty writers against one close: each write is counted by the close, or refused."""

from typing import Any

import pytest

from tests.races.conftest import WHOLE
from tests.support.stage import Stage

ROUNDS = 200 if WHOLE else 20
WRITERS = 50


def _each_is_in_or_refused(outcome: dict[str, Any]) -> bool:
    whole = outcome["in"] + outcome["refused"] == WRITERS and not outcome["broken"]
    return whole and outcome["seen"] == outcome["kept"] == 2 * outcome["in"]


def _proof(stage: Stage) -> None:
    rounds = stage.act("closing", WRITERS, ROUNDS)["rounds"]

    assert [one for one in rounds if not _each_is_in_or_refused(one)] == []
    assert len(rounds) == ROUNDS
    assert 0 < sum(one["refused"] for one in rounds) < WRITERS * ROUNDS, "nothing met the close"


def test_closing_counts_every_write_or_refuses_it_embedded(embedded: Stage) -> None:
    _proof(embedded)


@pytest.mark.servers
def test_closing_counts_every_write_or_refuses_it_with_servers(served: Stage) -> None:
    _proof(served)
