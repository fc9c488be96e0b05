"""Both databases take and refuse the same whole numbers."""

import pytest
from django.db import connection, models

RANGES = {
    models.PositiveSmallIntegerField: (0, 32_767),
    models.SmallIntegerField: (-32_768, 32_767),
    models.PositiveIntegerField: (0, 2_147_483_647),
    models.IntegerField: (-2_147_483_648, 2_147_483_647),
    models.BigIntegerField: (-(2**63), 2**63 - 1),
}


@pytest.mark.parametrize(("kind", "expected"), RANGES.items())
def test_the_range_is_the_same_on_every_database(kind, expected):
    assert connection.ops.integer_field_range(kind().get_internal_type()) == expected
