"""Where every ledger is kept and in order, nothing is found and nothing is unknown."""

import pytest

from rectification.warnings.rules import RULES, Rule
from tests.rectification.warnings.orderly import orderly
from tests.rectification.warnings.parity import LI, OCTOBER, found
from villages.models import County

MINE = tuple(one for one in RULES if one.code >= "W15")


@pytest.mark.parametrize("rule", MINE, ids=lambda rule: rule.code)
def test_a_village_in_order_is_green(county: County, rule: Rule) -> None:
    orderly(LI)

    assert found(rule.code, OCTOBER) is None


def test_all_of_these_rules_are_there() -> None:
    assert [one.code for one in MINE] == [f"W{number}" for number in range(15, 29)]
    assert {one.code for one in MINE if one.whole_month} == {"W15", "W28"}
    assert all(one.source and one.measuring for one in MINE)
