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


def _one_of_two(stage: Stage) -> None:
    outcome = stage.act("returning", VILLAGES)

    assert outcome == {"told": {"done": VILLAGES, "case_open": VILLAGES}, "open": VILLAGES}


def test_a_relapse_and_a_new_case_are_not_both_open_embedded(embedded: Stage) -> None:
    _one_of_two(embedded)


@pytest.mark.servers
def test_a_relapse_and_a_new_case_are_not_both_open_with_servers(served: Stage) -> None:
    _one_of_two(served)
