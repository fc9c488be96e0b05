"""Notices and channels when townships end and villages move."""

from typing import Any

import pytest

from rectification.supervision.actions.channels import switch
from rectification.supervision.actions.notice_receipts import confirm
from rectification.supervision.actions.notices import Addressed, publish, rewrite, withdraw
from rectification.supervision.figures.receipts import receipts_of
from rectification.supervision.models import Channel, Notice, NoticeUnit
from rectification.supervision.notice_followers import FOLLOWERS
from tests.factories import UserFactory
from tests.rectification.supervision.notices.written import drafted, hook, out, towns, village
from tests.rectification.supervision.situations import EAST, FAR, LI, TODAY, WILLOW, Cast, at
from tests.villages.changing import BASIS, DAY
from villages.accounts.choices import Role
from villages.actions.changes import apply_change
from villages.common.errors import DomainError
from villages.divisions.mapchange import NamedCode
from villages.divisions.planning import plan_townships, plan_transfer
from villages.home import open_work
from villages.models import Township, Village

pytestmark = pytest.mark.django_db
[NOTICES] = FOLLOWERS


@pytest.fixture(autouse=True)
def told_apart(cast: Cast) -> None:
    """Otherwise 柳林镇 would have two villages of one name."""
    Village.objects.filter(code=FAR).update(name="西李庄村")


def east_ends(cast: Cast) -> None:
    """东关街道 ends; 柳林镇 takes its villages."""
    [east, willow] = towns(EAST, WILLOW)
    into = NamedCode(WILLOW, willow.name)
    plan = plan_townships(townships=[east], into=into, on=DAY, basis=BASIS, today=TODAY)
    apply_change(change=plan, by=cast.author, digest=plan.digest)


def li_moves(cast: Cast) -> None:
    """李庄村 goes to 柳林镇."""
    willow = Township.objects.get(code=WILLOW)
    plan = plan_transfer(
        villages=[village(LI)], township=willow, on=DAY, basis=BASIS, today=TODAY
    )  # fmt: skip
    apply_change(change=plan, by=cast.author, digest=plan.digest)


def heir() -> Village:
    """李庄村 as it is in 柳林镇."""
    found: Village = Village.objects.get(name=village(LI).name, township__code=WILLOW)
    return found


def asked(user: Any) -> list[str]:
    return [one.title for one in open_work(user) if one.title.startswith("确认通知")]


def test_whoever_takes_over_reads_and_confirms(cast: Cast) -> None:
    row = out(cast, units=Addressed(townships=towns(EAST)))
    assert asked(cast.stranger) == []

    east_ends(cast)

    assert asked(cast.stranger) == ["确认通知:关于报送时间的通知"]
    confirm(row, by=cast.stranger, on=TODAY)
    [done] = receipts_of(row, cast.author).confirmed
    assert (done.unit.unit_name, done.unit.unit_code) == ("东关街道", WILLOW)


def test_what_the_old_unit_confirmed_stays_confirmed(cast: Cast) -> None:
    row = out(cast)
    confirm(row, by=cast.clerk, on=TODAY)
    confirm(row, by=cast.stranger, on=TODAY)

    east_ends(cast)

    assert asked(cast.stranger) == []
    found = receipts_of(row, cast.author)
    assert sorted(one.unit.unit_name for one in found.confirmed) == ["东关街道", "柳林镇"]


def test_the_house_that_takes_over_words_anew_and_withdraws(cast: Cast) -> None:
    row = out(cast, by=cast.secretary, villages=[village(LI)])

    east_ends(cast)

    row.refresh_from_db()
    assert (row.from_code, row.from_name) == (WILLOW, "东关街道")
    rewrite(row, by=cast.stranger, text="改了", version=row.version)
    publish(row, by=cast.stranger, on=TODAY, at=at(TODAY))
    villager = UserFactory(username="v", role=Role.VILLAGE_SECRETARY, home_code=heir().code)
    assert asked(villager) == ["确认通知:关于报送时间的通知"]
    withdraw(row, by=cast.stranger, on=TODAY, at=at(TODAY), reason="已合并")


def test_what_is_withdrawn_stays(cast: Cast) -> None:
    row = out(cast, units=Addressed(townships=towns(EAST)))
    withdraw(row, by=cast.author, on=TODAY, at=at(TODAY), reason="有误")

    east_ends(cast)

    assert NoticeUnit.objects.get().unit_code == EAST
    assert not Notice.objects.visible_to(cast.stranger).exists()


def test_channels_go_along(cast: Cast) -> None:
    channel = hook("http://127.0.0.1:9/")

    east_ends(cast)

    assert Channel.objects.visible_to(cast.stranger).get() == channel
    switch(channel, by=cast.stranger, on=False)


def test_a_village_that_moves_reads_on(cast: Cast) -> None:
    row = out(cast, by=cast.secretary, villages=[village(LI)])

    li_moves(cast)

    unit = NoticeUnit.objects.get()
    assert (unit.unit_code, row.from_code) == (heir().code, EAST)
    villager = UserFactory(username="v", role=Role.VILLAGE_SECRETARY, home_code=heir().code)
    assert Notice.objects.visible_to(villager).get() == row


def test_a_draft_to_a_village_that_left_is_not_sent(cast: Cast) -> None:
    row = drafted(cast, by=cast.secretary, villages=[village(LI)])
    li_moves(cast)

    with pytest.raises(DomainError, match="请选择通知对象"):
        publish(row, by=cast.secretary, on=TODAY, at=at(TODAY))


def test_it_is_counted_by_one_query(cast: Cast, django_assert_num_queries: Any) -> None:
    out(cast)
    out(cast, by=cast.secretary, villages=[village(LI)])
    drafted(cast)
    hook("http://127.0.0.1:9/")

    with django_assert_num_queries(1):
        # Three units, one house, one channel.
        assert NOTICES.count([EAST, LI]) == 5
