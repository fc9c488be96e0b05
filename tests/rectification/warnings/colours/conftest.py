"""What the tests of pages and API of colours look at."""

import pytest

from rectification.warnings.rules_in_force import Rules
from tests.rectification.warnings.colours.judged import judge, made_public, rules_of_county
from villages.models import County


@pytest.fixture
def rules(county: County) -> Rules:
    """Three rules of the county."""
    return rules_of_county()


@pytest.fixture
def mixed(rules: Rules) -> Rules:
    """October judged and public: red, yellow, green and grey."""
    judge(rules)
    made_public()
    return rules
