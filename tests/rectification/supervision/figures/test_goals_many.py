"""Many goals say what single ones say, in one query."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from rectification.supervision.figures.goals import goal_of
from rectification.supervision.figures.goals_many import goals_among
from rectification.supervision.models import OrderItem
from tests.rectification.supervision.situations import COUNTY, HE, LI, TODAY, Cast, draft, village
from tests.villages.indicators.factories import in_force
from villages.indicators.models import IndicatorValue

pytestmark = pytest.mark.django_db


def item(cast: Cast, where: str, indicator: Any) -> OrderItem:
    part = draft(cast).units.get()
    return OrderItem.objects.create(
        county_code=COUNTY, unit=part, text="修井", village=village(where), indicator=indicator,
        comparison="gte", goal=Decimal(3),
    )  # fmt: skip


def told(indicator: Any, where: str, month: int, value: int) -> None:
    IndicatorValue.objects.create(
        county_code=COUNTY, village=village(where), definition=indicator, month=month,
        period=f"{month // 100}-{month % 100:02d}", value=value,
    )  # fmt: skip


def test_many_say_what_single_ones_say(cast: Cast, django_assert_num_queries: Any) -> None:
    wells = in_force(COUNTY, slug="wells-now", rhythm="month")
    for month, value in ((202608, 1), (202609, 4), (202612, 9)):
        told(wells, LI, month, value)
    items = [item(cast, LI, wells), item(cast, HE, wells)]
    single = {one.pk: goal_of(one, TODAY) for one in items}
    plain = draft(cast).units.get().orderitems.get()

    with django_assert_num_queries(1):
        many = goals_among([*items, plain], TODAY)

    assert {pk: (one.value, one.period) for pk, one in many.items()} == {
        pk: (one.value, one.period) for pk, one in single.items() if one
    }
    assert [one.is_met for one in many.values()] == [True, False]
    assert goals_among([plain], date(2026, 11, 3)) == {}
