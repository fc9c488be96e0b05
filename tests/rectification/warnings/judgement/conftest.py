"""A county of three rules in which tests state the facts."""

import pytest

from tests.rectification.warnings.worlds import World, few_rules
from villages.models import County


@pytest.fixture
def world(county: County, monkeypatch: pytest.MonkeyPatch) -> World:
    """Every rule is green until a test says otherwise."""
    few_rules()
    return World(monkeypatch)
