"""Everybody issues orders at once: numbers run from one without gaps, refused ones take none."""

import pytest

from tests.races.conftest import WHOLE
from tests.support.stage import Stage

ORDERS = 200 if WHOLE else 20


def _proof(stage: Stage) -> None:
    outcome = stage.act("issuing", ORDERS)

    assert outcome["told"] == {"issued": ORDERS, "order_too_short": ORDERS // 2}
    assert outcome["numbers"] == list(range(1, ORDERS + 1))


def test_numbers_of_orders_have_no_gaps_embedded(embedded: Stage) -> None:
    _proof(embedded)


@pytest.mark.servers
def test_numbers_of_orders_have_no_gaps_with_servers(served: Stage) -> None:
    _proof(served)
