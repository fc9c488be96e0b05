"""Cells that name a period."""

from datetime import date
from typing import Any

import pytest

from villages.common.readings import Repair
from villages.imports.period_cells import period, period_or_day


@pytest.mark.parametrize(
    ("raw", "code", "repaired"),
    [
        ("2026Q3", "2026Q3", False),
        ("2026年三季度", "2026Q3", True),
        ("2026年9月", "2026-09", True),
        (202609, "2026-09", True),
        (2026.0, "2026", False),
        ("三季度", "三季度", False),
        (None, None, False),
    ],
)
def test_a_period_has_one_code(raw: Any, code: str | None, repaired: bool) -> None:
    for read in (period, period_or_day):
        assert read(raw).value == code
        assert (Repair.DATE_FORM in read(raw).repairs) is repaired


def test_a_date_is_a_month_or_a_day() -> None:
    assert period(date(2026, 9, 1)).value == "2026-09"
    assert period_or_day(date(2026, 9, 30)).value == "2026-09-30"
