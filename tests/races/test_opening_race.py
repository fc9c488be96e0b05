"""Everybody registers villages at once: numbers run without gaps, a village gets one case."""

import pytest

from tests.races.conftest import WHOLE
from tests.support.stage import Stage

VILLAGES = 40 if WHOLE else 12


def _proof(stage: Stage) -> None:
    outcome = stage.act("opening", VILLAGES)

    assert outcome["told"] == {"opened": VILLAGES, "case_open": VILLAGES}
    assert outcome["numbers"] == [f"2026-{number:03d}" for number in range(1, VILLAGES + 1)]


def test_numbers_have_no_gaps_embedded(embedded: Stage) -> None:
    _proof(embedded)


@pytest.mark.servers
def test_numbers_have_no_gaps_with_servers(served: Stage) -> None:
    _proof(served)
