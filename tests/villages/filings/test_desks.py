"""Who writes in a township's grid."""

from datetime import datetime, timedelta

import pytest

from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.common.clock import ZONE
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.filings.actions.desks import others_desk, sit_down, stand_up
from villages.filings.models import FilingDesk

MONTH, TOWN = Month(2026, 10), "999901001"
AT = datetime(2026, 10, 20, 9, 0, tzinfo=ZONE)


def test_the_refusal_tells_the_time_on_the_wall(people: dict[str, User]) -> None:
    clerk, secretary = people[Role.TOWNSHIP_CLERK], people[Role.TOWNSHIP_SECRETARY]
    sit_down(township=TOWN, month=MONTH, tab="a", by=clerk, at=AT)

    with pytest.raises(DomainError) as refused:
        sit_down(township=TOWN, month=MONTH, tab="b", by=secretary, at=AT)

    assert refused.value.message == f"{clerk.name}正在另一个窗口填写,最近保存于 09:00。"


@pytest.mark.parametrize(
    ("role", "minutes", "in_the_way"),
    [
        (Role.TOWNSHIP_SECRETARY, 14, True),
        (Role.TOWNSHIP_SECRETARY, 15, False),
        (Role.TOWNSHIP_CLERK, 1, False),
    ],
)
def test_only_anothers_fresh_desk_is_in_the_way(
    people: dict[str, User], role: Role, minutes: int, in_the_way: bool
) -> None:
    sit_down(township=TOWN, month=MONTH, tab="a", by=people[Role.TOWNSHIP_CLERK], at=AT)

    desk = others_desk(TOWN, MONTH, by=people[role], at=AT + timedelta(minutes=minutes))

    assert (desk is not None) is in_the_way


def test_only_the_own_tab_stands_up(people: dict[str, User]) -> None:
    clerk, secretary = people[Role.TOWNSHIP_CLERK], people[Role.TOWNSHIP_SECRETARY]
    sit_down(township=TOWN, month=MONTH, tab="a", by=clerk, at=AT)

    stand_up(township=TOWN, month=MONTH, tab="a", by=secretary)
    stand_up(township=TOWN, month=MONTH, tab="b", by=clerk)
    assert FilingDesk.objects.exists()
    stand_up(township=TOWN, month=MONTH, tab="a", by=clerk)
    assert not FilingDesk.objects.exists()
