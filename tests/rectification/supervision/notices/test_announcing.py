"""What the county's own channels hear: orders, notices, and whatever a later app announces."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as portal

from rectification.supervision import announcements as own
from rectification.supervision.actions import announcing
from rectification.supervision.actions.announcing import announce
from rectification.supervision.actions.delivering import due
from rectification.supervision.actions.digests import make_digests
from rectification.supervision.actions.messages_daily import request_message_care
from rectification.supervision.actions.notices import Addressed, withdraw
from rectification.supervision.actions.order_messages import tell_of_overdue
from rectification.supervision.announcing import Announcement, announcements
from rectification.supervision.models import Channel, Delivery, OrderUnit
from tests.rectification.supervision.notices.written import OUT, hook, out, towns
from tests.rectification.supervision.situations import (
    COUNTY,
    DUE,
    EAST,
    ISSUED,
    TODAY,
    WILLOW,
    Cast,
    at,
    draft,
    issued,
)
from villages.accounts.actors import SCHEDULE
from villages.jobs.running import perform

pytestmark = pytest.mark.django_db
URL = "http://127.0.0.1:9/"
MADE = Announcement("report.made", "报告已生成")


def county_hook(**more: Any) -> Channel:
    """The county's own webhook."""
    return hook(f"{URL}county", unit_code=COUNTY, owner="县委组织部", **more)


def heard(channel: Channel) -> list[tuple[str, str]]:
    """Type and title of what waits for a channel."""
    rows = Delivery.objects.filter(channel=channel).order_by("pk")
    return [(json.loads(one.body)["type"], one.title) for one in rows]


@pytest.fixture
def reports(monkeypatch: pytest.MonkeyPatch) -> Announcement:
    """A later app that announces its reports."""
    known = {**announcements(), MADE.key: MADE}
    monkeypatch.setattr(announcing, "announcements", lambda: known)
    return MADE


def test_an_order_is_told_to_the_county_and_to_its_units(cast: Cast) -> None:
    ours, theirs = county_hook(), hook(f"{URL}east")
    other = hook(f"{URL}willow", unit_code=WILLOW, owner="柳林镇")
    clerk = hook(f"{URL}clerk", unit_code="", user=cast.clerk, owner=cast.clerk.name)

    draft(cast, subject="还没发")
    order = issued(cast)

    title = f"督办单已签发:{order}"
    assert heard(ours) == heard(theirs) == heard(clerk) == [("order.issued", title)]
    assert heard(other) == []
    body = json.loads(Delivery.objects.filter(channel=ours).get().body)["data"]
    assert (body["order"], body["number"]) == (order.uid, "督办〔2026〕1号")
    assert body["units"] == [{"name": "东关街道", "code": EAST, "due_on": DUE.isoformat()}]
    assert body["url"].endswith(f"/orders/{order.uid}/")


def test_what_units_have_in_their_digest_is_not_told_beside_it(cast: Cast) -> None:
    hook(f"{URL}east", digest=True)

    issued(cast)

    assert not Delivery.objects.exists()


def test_an_order_that_goes_overdue_is_told_once_for_its_day(cast: Cast) -> None:
    channel = county_hook()
    order = issued(cast, townships=(EAST, WILLOW))
    early = OrderUnit.objects.get(order=order, unit_code=WILLOW)
    first, second = DUE + timedelta(days=1), DUE + timedelta(days=2)
    Delivery.objects.all().delete()

    assert tell_of_overdue(COUNTY, on=DUE, at=at(DUE)) == 0
    assert tell_of_overdue(COUNTY, on=first, at=at(first)) == 1
    assert tell_of_overdue(COUNTY, on=second, at=at(second)) == 1
    # A day that was put off and went by again is news.
    OrderUnit.objects.filter(pk=early.pk).update(due_on=first)
    assert tell_of_overdue(COUNTY, on=second, at=at(second)) == 2

    assert heard(channel) == [
        ("order.overdue", f"督办单逾期:{order}(2 个单位)"),
        ("order.overdue", f"督办单逾期:{order}(1 个单位)"),
    ]


def test_what_is_long_overdue_is_no_news(cast: Cast) -> None:
    issued(cast)
    county_hook()

    assert tell_of_overdue(COUNTY, on=DUE + timedelta(days=30), at=at(TODAY)) == 0


def test_the_night_tells_of_it(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    order, channel = issued(cast), county_hook()
    OrderUnit.objects.filter(order=order).update(due_on=TODAY - timedelta(days=1))
    [job] = request_message_care(on=TODAY, by=SCHEDULE)
    assert request_message_care(on=TODAY, by=SCHEDULE) == [job]

    perform(job.uid)

    job.refresh_from_db()
    assert (job.state, job.result) == ("done", {"told": 1, "pruned": 0})
    assert [kind for kind, _title in heard(channel)] == ["order.overdue"]


def test_notices_are_told_to_the_county_too(cast: Cast) -> None:
    ours, theirs = county_hook(), hook(f"{URL}east")
    row = out(cast, units=Addressed(townships=towns(EAST)))
    withdraw(row, by=cast.author, on=TODAY, at=at(TODAY), reason="有误")

    assert heard(ours) == heard(theirs)
    assert heard(ours) == [
        ("notice.published", "通知:关于报送时间的通知"),
        ("notice.withdrawn", "通知已撤回:关于报送时间的通知"),
    ]


def test_a_later_app_announces_with_one_call(cast: Cast, reports: Announcement) -> None:
    channel = county_hook()
    hook(f"{URL}east")
    hook(f"{URL}off", unit_code=COUNTY, owner="县委组织部", active=False)
    given = {
        "county": COUNTY, "about": "0f8fad5b", "name": "2026年10月调度材料", "at": at(TODAY),
        "url": "https://portal.example/reports/1/", "data": {"report": "0f8fad5b"},
    }  # fmt: skip

    for _time in range(2):
        announce(reports, **given)

    assert heard(channel) == [("report.made", "报告已生成:2026年10月调度材料")]
    assert Delivery.objects.count() == 1
    told = json.loads(Delivery.objects.get().body)
    assert told["data"]["report"] == "0f8fad5b"
    assert told["data"]["url"] == "https://portal.example/reports/1/"


def test_nothing_undeclared_is_announced(cast: Cast) -> None:
    with pytest.raises(LookupError, match=r"report\.made"):
        announce(MADE, county=COUNTY, about="1", name="x", url=URL, at=at(TODAY))


@pytest.mark.parametrize(
    ("moment", "morning"),
    [(at(OUT, 7), at(OUT, 8)), (at(OUT, 10), at(TODAY, 8)), (at(OUT, 20), at(TODAY, 8)),
     (at(date(2026, 11, 7), 10), at(date(2026, 11, 9), 8))],
)  # fmt: skip
def test_a_digest_of_the_county_holds_what_happened(
    cast: Cast, reports: Announcement, moment: Any, morning: Any
) -> None:
    written = moment.date() if 8 <= moment.hour < 18 else moment.date() - timedelta(days=1)
    channel = county_hook(digest=True, digest_on=written)
    announce(reports, county=COUNTY, about="1", name="十月", url=URL, at=moment)

    assert Delivery.objects.get().due_at == morning
    assert not due(COUNTY, morning - timedelta(minutes=1)).exists()
    [digest] = make_digests(morning)

    assert json.loads(digest.body)["data"]["lines"] == ["报告已生成:十月"]
    assert [one.title for one in due(COUNTY, morning)] == ["今日汇总:1 件"]
    kept = Delivery.objects.exclude(pk=digest.pk).get()
    assert (kept.channel, kept.status, kept.result) == (channel, "done", "已并入当天的汇总")
    assert make_digests(morning + timedelta(hours=1)) == []


def test_what_is_urgent_does_not_wait_for_the_digest(cast: Cast) -> None:
    channel = county_hook(digest=True)

    order = issued(cast, urgent_by="县委常委张某", issued_on=ISSUED)

    assert [title for _kind, title in heard(channel)] == [f"督办单已签发:{order}"]
    assert [one.channel for one in due(COUNTY, at(ISSUED))] == [channel]


def test_receivers_find_every_type_in_the_help() -> None:
    page = Path(portal.BASE_DIR, "templates/help/pages/channels.md").read_text("utf-8")

    assert set(own.ANNOUNCEMENTS) <= set(announcements().values())
    assert [one for one in announcements() if f"`{one}`" not in page] == []
