"""A notice is read by whom it addresses, confirmed by units, worded anew, withdrawn."""

import json
from typing import Any

import pytest

from rectification.supervision.actions.notice_receipts import confirm
from rectification.supervision.actions.notices import Addressed, publish, rewrite, withdraw
from rectification.supervision.figures.receipts import receipts_of
from rectification.supervision.models import Notice, NoticeReceipt
from tests.factories import UserFactory, signed_in
from tests.rectification.supervision.notices.written import OUT, drafted, out, towns, village
from tests.rectification.supervision.situations import EAST, FAR, LI, TODAY, WILLOW, Cast, at
from tests.villages.rest.conftest import program_of
from villages.accounts.choices import Role
from villages.common.errors import DomainError
from villages.home import open_work
from villages.models import Village
from villages.trace.models import AuditEntry

pytestmark = pytest.mark.django_db


def _seen(user: Any) -> bool:
    return bool(Notice.objects.visible_to(user).exists())


def _asked(user: Any) -> list[str]:
    return [one.title for one in open_work(user) if one.title.startswith("确认通知")]


def _villager(code: str = LI) -> Any:
    return UserFactory(username=f"v{code}", role=Role.VILLAGE_SECRETARY, home_code=code)


def test_nobody_else_sees_a_draft(cast: Cast) -> None:
    drafted(cast)

    assert _seen(cast.author)
    assert not any(_seen(one) for one in (cast.clerk, cast.stranger, cast.seat, _villager()))


def test_a_notice_is_read_by_whom_it_addresses(cast: Cast) -> None:
    out(cast, units=Addressed(townships=towns(EAST), departments=[cast.department]))

    assert _seen(cast.clerk)
    assert _seen(cast.seat)
    assert not _seen(cast.stranger)
    assert not _seen(_villager())


@pytest.mark.parametrize(
    ("reach", "clerk", "secretary", "near", "far"),
    [("staff", True, True, False, False), ("secretaries", False, True, False, False),
     ("villages", True, True, True, False)],
)  # fmt: skip
def test_which_people_of_a_unit_read_it(
    cast: Cast, reach: str, clerk: bool, secretary: bool, near: bool, far: bool
) -> None:
    out(cast, units=Addressed(townships=towns(EAST)), reach=reach)

    found = [_seen(one) for one in (cast.clerk, cast.secretary, _villager(), _villager(FAR))]
    assert found == [clerk, secretary, near, far]
    owed = [any("确认通知" in one.title for one in open_work(cast.clerk))]
    assert owed == [clerk]


def test_a_township_writes_to_its_own_villages_alone(cast: Cast) -> None:
    row = out(cast, by=cast.secretary, villages=[village(LI)])
    villager = _villager()

    assert (row.from_code, row.from_name) == (EAST, "东关街道")
    assert _seen(villager)
    assert not _seen(_villager("999901001201"))
    assert not _seen(cast.stranger)
    assert [one.unit.unit_code for one in confirm(row, by=villager, on=TODAY)] == [LI]
    with pytest.raises(DomainError, match="请选择通知对象"):
        drafted(cast, by=cast.secretary, villages=[village(FAR)])
    with pytest.raises(DomainError, match="请选择通知对象"):
        drafted(cast, villages=[village(LI)])


def test_one_click_confirms_for_the_unit(cast: Cast) -> None:
    row = out(cast)
    todo = next(one for one in open_work(cast.clerk) if "确认通知" in one.title)
    client = signed_in(cast.clerk)
    assert "确认本单位已读" in client.get(todo.url).content.decode()

    client.post(f"{todo.url}confirm/")

    assert not any("确认通知" in one.title for one in open_work(cast.secretary))
    found = receipts_of(row, cast.author)
    assert [one.unit.unit_name for one in found.confirmed] == ["东关街道"]
    assert [one.unit_name for one in found.missing] == ["柳林镇", "县水利局"]
    # A unit confirms once, whoever does it.
    assert confirm(row, by=cast.secretary, on=TODAY) == []
    assert AuditEntry.objects.filter(action="notice.confirmed").count() == 1


def test_who_has_not_confirmed_stands_on_the_page_for_the_house(cast: Cast) -> None:
    row = out(cast)
    confirm(row, by=cast.clerk, on=TODAY)
    url = f"/orders/notices/{row.uid}/"

    page = signed_in(cast.author).get(url).content.decode()
    assert "柳林镇、县水利局" in page
    assert "已确认 1/3" in page
    # Another unit's receipts are none of a township's business.
    assert "柳林镇" not in signed_in(cast.clerk).get(url).content.decode()


def test_a_new_version_asks_again(cast: Cast) -> None:
    row = out(cast)
    confirm(row, by=cast.clerk, on=TODAY)
    rewrite(row, by=cast.author, text="改到二十六日。", changes="时间推迟一天")

    page = signed_in(cast.clerk).get(f"/orders/notices/{row.uid}/").content.decode()
    assert "二十六日" not in page
    assert not any("确认通知" in one.title for one in open_work(cast.clerk))
    publish(row, by=cast.author, on=TODAY, at=at(TODAY))

    row.refresh_from_db()
    assert (row.number, row.status) == (2, "published")
    page = signed_in(cast.clerk).get(f"/orders/notices/{row.uid}/").content.decode()
    assert "二十六日" in page
    assert "时间推迟一天" in page
    assert any("确认通知" in one.title for one in open_work(cast.clerk))
    assert len(receipts_of(row, cast.author).missing) == 3
    confirm(row, by=cast.clerk, on=TODAY)
    assert NoticeReceipt.objects.count() == 2


def test_departments_without_anybody_are_confirmed_by_the_county(cast: Cast) -> None:
    row = out(cast, units=Addressed(departments=[cast.department, cast.empty]))

    assert [one.unit.unit_name for one in confirm(row, by=cast.author, on=TODAY)] == ["县民政局"]
    assert [one.unit.unit_name for one in confirm(row, by=cast.seat, on=TODAY)] == ["县水利局"]


def test_what_is_over_or_withdrawn_is_not_asked_for(cast: Cast) -> None:
    out(cast, valid_to=OUT)
    row = out(cast, title="发错的")
    assert _asked(cast.clerk) == ["确认通知:发错的"]

    withdraw(row, by=cast.author, on=TODAY, at=at(TODAY), reason="内容有误")

    assert _asked(cast.clerk) == []
    page = signed_in(cast.clerk).get(f"/orders/notices/{row.uid}/").content.decode()
    assert "内容有误" in page
    with pytest.raises(DomainError, match="不在发布状态"):
        confirm(row, by=cast.clerk, on=TODAY)


@pytest.mark.parametrize("name", ["clerk", "stranger", "leader", "api", "seat"])
def test_only_the_house_publishes(cast: Cast, name: str) -> None:
    row = drafted(cast)

    with pytest.raises(DomainError, match="这一步由"):
        publish(row, by=getattr(cast, name), on=TODAY, at=at(TODAY))


def test_published_heads_stand_and_nothing_is_published_twice(cast: Cast) -> None:
    row = out(cast)

    with pytest.raises(DomainError, match="没有待发布"):
        publish(row, by=cast.author, on=TODAY, at=at(TODAY))
    with pytest.raises(DomainError, match="只能修改正文"):
        rewrite(row, by=cast.author, text="新", title="别的")


def test_words_are_shown_clean(cast: Cast) -> None:
    row = out(cast)

    page = signed_in(cast.clerk).get(f"/orders/notices/{row.uid}/").content.decode()

    assert "<h2>时间</h2>" in page
    assert "alert(1)" not in page


def test_the_inbox_says_what_is_new(cast: Cast) -> None:
    out(cast)
    out(cast, title="便民服务指南", kind="service", needs_receipt=False)
    out(cast, title="只给柳林镇的", units=Addressed(townships=towns(WILLOW)))

    page = signed_in(cast.clerk).get("/orders/inbox/").content.decode()

    assert "确认通知:关于报送时间的通知" in page
    assert "便民服务指南" in page
    assert "只给柳林镇的" not in page
    for one in (cast.author, cast.seat, cast.leader, _villager()):
        assert signed_in(one).get("/orders/inbox/").status_code == 200


@pytest.mark.parametrize(("name", "units"), [("author", [EAST, WILLOW]), ("secretary", None)])
def test_everybody_at_once(cast: Cast, name: str, units: list[str] | None) -> None:
    body = {
        "kind": "notice", "title": "新通知", "text": "正文", "reach": "staff",
        "valid_from": "2026-11-03", "everybody": "on",
    }  # fmt: skip

    signed_in(getattr(cast, name)).post("/orders/notices/new/", body)

    found = sorted(Notice.objects.get().units.values_list("unit_code", flat=True))
    own = Village.objects.filter(township__code=EAST, valid_to=None)
    assert found == (units or sorted(own.values_list("code", flat=True)))


def test_the_house_finds_its_drafts_in_the_inbox(cast: Cast) -> None:
    drafted(cast, title="还在写的")
    row = out(cast)
    rewrite(row, by=cast.author, text="改了")

    page = signed_in(cast.author).get("/orders/inbox/").content.decode()
    assert "待发布的文稿" in page
    assert "还在写的" in page
    assert "第 1 版有效,修改后的还没有发布" in page
    assert "还在写的" not in signed_in(cast.secretary).get("/orders/inbox/").content.decode()


@pytest.mark.parametrize(
    ("asked", "count"), [("", 2), ("true", 1), ("false", 1)]
)  # fmt: skip
def test_the_list_is_whole_until_somebody_asks(cast: Cast, asked: str, count: int) -> None:
    out(cast)
    out(cast, title="只需知道", needs_receipt=False)

    answer = signed_in(cast.author).get(f"/ledgers/notices/?needs_receipt={asked}")

    page = answer.content.decode()
    assert f"共 {count} 行" in page
    assert f'<option value="{asked}" selected>' in page


def test_older_words_can_be_read_again(cast: Cast) -> None:
    row = out(cast)
    rewrite(row, by=cast.author, text="改到二十六日。")
    publish(row, by=cast.author, on=TODAY, at=at(TODAY))

    page = signed_in(cast.clerk).get(f"/orders/notices/{row.uid}/").content.decode()

    assert "第 1 版正文" in page
    assert "十一月二十五日前报送" in page
    assert "第 2 版正文" not in page


def test_a_form_writes_and_publishes(cast: Cast) -> None:
    client = signed_in(cast.author)
    body = {
        "kind": "notice", "title": "新通知", "text": "正文", "townships": [EAST],
        "departments": [cast.department.uid], "reach": "staff", "needs_receipt": "on",
        "valid_from": "2026-11-03",
    }  # fmt: skip
    assert client.get("/orders/notices/new/").status_code == 200
    answer = client.post("/orders/notices/new/", body)
    row = Notice.objects.get()
    assert answer["Location"] == f"/orders/notices/{row.uid}/"
    assert client.get(f"{answer['Location']}edit/").status_code == 200
    seen = {**body, "row_version": row.version}
    client.post(f"{answer['Location']}edit/", {**seen, "title": "改了标题", "text": "新正文"})
    row.refresh_from_db()
    assert row.title == "改了标题"
    assert "/publish/" in client.get(answer["Location"]).content.decode()
    refused = client.post("/orders/notices/new/", {**body, "townships": [], "departments": []})
    assert "请选择通知对象" in refused.content.decode()
    assert signed_in(cast.clerk).get(f"{answer['Location']}edit/").status_code == 404


def test_programs_read_and_confirm(cast: Cast) -> None:
    row = out(cast)
    client = program_of(UserFactory(username="town-api", role=Role.API_CLIENT, home_code=EAST))

    listed = json.loads(client.get("notices/?status=published").content)["results"]
    assert [(one["uid"], one["number"]) for one in listed] == [(row.uid, 1)]
    answer = client.post(
        f"notices/{row.uid}/confirm/", data="{}", content_type="application/json",
        HTTP_IF_MATCH=client.get(f"notices/{row.uid}/")["ETag"],
    )  # fmt: skip
    assert answer.status_code == 200, answer.content
    told = json.loads(client.get(f"notice-receipts/?notice={row.uid}").content)["results"]
    assert [(one["unit_code"], one["number"]) for one in told] == [(EAST, 1)]
