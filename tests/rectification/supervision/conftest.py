"""Who plays in the stories of orders."""

from typing import Any

import pytest

from tests.rectification.supervision.situations import Cast, cast_of


@pytest.fixture
def cast(people: Any) -> Cast:
    """The people of 青原县 with its departments and rules of orders."""
    return cast_of(people)
