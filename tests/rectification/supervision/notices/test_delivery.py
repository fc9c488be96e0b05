"""Messages leave when they may, arrive once, and are never lost."""

import json
import socket
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail

from rectification.supervision.actions import delivering
from rectification.supervision.actions.channels import (
    Owner,
    add_channel,
    resend,
    rotate,
    send_test,
    switch,
)
from rectification.supervision.actions.delivering import due, send_due, settle
from rectification.supervision.actions.digests import make_digests
from rectification.supervision.actions.dispatching import request_deliveries
from rectification.supervision.actions.notices import Addressed
from rectification.supervision.models import Channel, Delivery
from rectification.supervision.notice_states import DeliveryStatus
from rectification.supervision.rules.backoff import most_attempts
from rectification.supervision.rules.signatures import as_secret, sign
from rectification.supervision.sending import webhook
from tests.factories import signed_in
from tests.rectification.supervision.notices.receiver import Receiver, receiving
from tests.rectification.supervision.notices.written import OUT, hook, out, towns
from tests.rectification.supervision.situations import COUNTY, EAST, TODAY, Cast, at, issued
from villages.accounts.actors import SCHEDULE
from villages.common.errors import DomainError
from villages.jobs.running import perform

pytestmark = pytest.mark.django_db
D = DeliveryStatus
SECRET = as_secret(b"k" * 24)


@pytest.fixture
def receiver(settings: Any, monkeypatch: Any) -> Iterator[Receiver]:
    """A receiver on this machine, which only tests may call; patience is short."""
    settings.WEBHOOK_NETWORKS = ["127.0.0.0/8"]
    monkeypatch.setattr(webhook, "SECONDS", 0.3)
    with receiving() as one:
        yield one


def _round(moment: datetime) -> dict[str, int]:
    return settle(send_due(COUNTY, moment))


def _only() -> Delivery:
    found: Delivery = Delivery.objects.get()
    return found


def test_a_notice_reaches_the_channels_of_its_units(cast: Cast, receiver: Receiver) -> None:
    hook(receiver.url)
    hook(f"{receiver.url}&other", unit_code="999901101", owner="柳林镇", active=False)
    out(cast)

    assert _round(at(OUT)) == {"arrived": 1, "failed": 0}

    asked, row = receiver.asked[0], _only()
    assert (row.status, row.attempts, asked["path"]) == (D.DONE, 1, "/hook?x=1")
    told = json.loads(asked["body"])
    assert (told["type"], told["data"]["version"]) == ("notice.published", 1)
    seconds = int(at(OUT).timestamp())
    assert asked["webhook-signature"] == sign(
        SECRET, uid=row.uid, seconds=seconds, body=asked["body"]
    )
    assert (asked["webhook-id"], asked["webhook-timestamp"]) == (row.uid, str(seconds))
    # Nothing is sent twice.
    assert _round(at(OUT, 10)) == {"arrived": 0, "failed": 0}


def test_nothing_is_written_where_publishing_fails(cast: Cast, receiver: Receiver) -> None:
    hook(receiver.url)

    with pytest.raises(DomainError):
        out(cast, by=cast.leader)

    assert not Delivery.objects.exists()


def test_a_bad_day_loses_nothing_and_doubles_nothing(cast: Cast, receiver: Receiver) -> None:
    """Slow, dead, 500, moved, 410, then well: a whole day and the next, without sleeping."""
    channel = hook(receiver.url)
    for n in range(3):
        out(cast, title=f"第{n}号")
    moment, ways = at(OUT), ["slow", "dead", 500, 302, 503, 410, 200]
    turns: dict[Any, int] = {}

    while Delivery.objects.filter(status=D.WAITING).exists():
        receiver.way = ways[min(len(ways) - 1, sum(turns.values()) // 4)]
        _round(moment)
        turns[receiver.way] = turns.get(receiver.way, 0) + 1
        if not Channel.objects.get().active:
            # Somebody sees in the log that the receiver said 410, and switches on again.
            assert not due(COUNTY, moment + timedelta(days=9)).exists()
            switch(channel, by=cast.clerk, on=True)
        moment = max(moment + timedelta(minutes=1), _next())

    assert set(turns) == set(ways)
    assert set(receiver.taken) == set(Delivery.objects.values_list("uid", flat=True))
    bodies = {json.loads(one)["data"]["title"] for one in receiver.taken.values()}
    assert bodies == {"通知:第0号", "通知:第1号", "通知:第2号"}
    # The slow turn had taken what it was sent again: the id told it so.
    assert len(receiver.seen) > len(receiver.taken) == 3
    assert set(Delivery.objects.values_list("status", flat=True)) == {D.DONE}
    assert "/elsewhere" not in {one["path"] for one in receiver.asked}


def _next() -> datetime:
    waiting = Delivery.objects.filter(status=D.WAITING).order_by("due_at")
    return waiting.values_list("due_at", flat=True).first() or at(OUT)


def test_retries_come_later_and_later_and_keep_quiet(cast: Cast, receiver: Receiver) -> None:
    hook(receiver.url)
    out(cast)
    receiver.way, moments = 500, []

    while (row := _only()).status == D.WAITING:
        moments.append(row.due_at)
        _round(row.due_at)

    assert (row.status, row.attempts, len(row.log)) == (D.FAILED, *[most_attempts()] * 2)
    assert all(8 <= (one + timedelta(hours=8)).hour < 18 for one in moments)
    assert moments[-1] - moments[0] > timedelta(days=3)
    # It is kept, and goes out when somebody asks for it.
    receiver.way = 200
    resend(row, by=cast.clerk, at=moments[-1])
    _round(moments[-1])
    assert _only().status == D.DONE
    assert list(receiver.taken) == [row.uid]
    with pytest.raises(DomainError, match="已经送达"):
        resend(row, by=cast.clerk, at=moments[-1])


def test_gone_switches_that_channel_off_and_no_other(cast: Cast, receiver: Receiver) -> None:
    gone = hook(receiver.url)
    receiver.way = 410
    out(cast)
    _round(at(OUT))

    other = hook(f"{receiver.url}&other")
    receiver.way = 200
    out(cast, title="后来的")
    _round(at(OUT, 10))

    gone.refresh_from_db()
    assert (gone.active, "410" in gone.stopped_why) == (False, True)
    assert Delivery.objects.get(channel=gone).status == D.WAITING
    assert Delivery.objects.get(channel=other).status == D.DONE


def test_a_dead_receiver_holds_nobody_up(cast: Cast, receiver: Receiver) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        dead = hook(f"http://127.0.0.1:{closed.getsockname()[1]}/")
    hook(receiver.url)
    for n in range(3):
        out(cast, title=f"第{n}号")

    assert _round(at(OUT)) == {"arrived": 3, "failed": 1}
    assert len(receiver.taken) == 3
    assert Delivery.objects.filter(channel=dead, status=D.WAITING).count() == 3


def test_quiet_hours_hold_back_but_not_what_is_urgent(cast: Cast, receiver: Receiver) -> None:
    hook(receiver.url)
    out(cast, moment=at(OUT, 20))
    out(cast, moment=at(OUT, 20), title="防汛", urgent_by="县委常委张某")

    _round(at(OUT, 20))

    assert [one.title for one in Delivery.objects.filter(status=D.DONE)] == ["通知:防汛"]
    _round(at(TODAY, 8))
    assert Delivery.objects.filter(status=D.DONE).count() == 2


@pytest.mark.parametrize(
    "url",
    ["http://example.com/", "https://127.0.0.1/", "https://localhost/", "https://10.0.0.1/x",
     "https://[::1]/", "https://169.254.169.254/latest", "ftp://1.1.1.1/", "https://u:p@1.1.1.1/",
     "https://1.1.1.1/a b", "https://2130706433/", "nonsense", "https://", "https://1.1.1.1:99999/"],
)  # fmt: skip
def test_addresses_that_are_refused(cast: Cast, url: str, monkeypatch: Any) -> None:
    if "example" in url:
        answer = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 80))]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_more: answer)

    with pytest.raises(DomainError, match=r"地址|服务器"):
        add_channel(
            by=cast.clerk, county=COUNTY, owner=Owner("东关街道", code=EAST), kind="webhook",
            address=url,
        )  # fmt: skip


def test_a_name_that_turns_inward_later_is_not_called(cast: Cast, monkeypatch: Any) -> None:
    found = ["93.184.216.34", "127.0.0.1"]

    def answer(*_args: Any, **_more: Any) -> Any:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, 443)) for one in found]

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    with pytest.raises(DomainError, match="不允许"):
        webhook.resolve("https://example.com/")
    outcome = webhook.post("https://example.com/", headers={}, body="{}")
    assert (outcome.reached, "不允许" in outcome.words) == (False, True)
    found.pop()
    assert webhook.resolve("https://example.com/").ip == "93.184.216.34"


def test_an_old_secret_signs_along_for_a_day(cast: Cast, receiver: Receiver) -> None:
    channel = hook(receiver.url)
    made = rotate(channel, by=cast.clerk, at=at(OUT, 9))

    for hour, day in ((10, OUT), (10, TODAY)):
        send_test(channel, by=cast.clerk, at=at(day, hour))
        _round(at(day, hour))

    first, second = (one["webhook-signature"].split() for one in receiver.asked)
    assert (len(first), len(second)) == (2, 1)
    asked = receiver.asked[1]
    assert second[0] == sign(
        made.secret, uid=asked["webhook-id"], seconds=int(asked["webhook-timestamp"]),
        body=asked["body"],
    )  # fmt: skip
    channel.refresh_from_db()
    assert made.secret not in str(channel.__dict__)


def test_mail_goes_over_the_operators_server(cast: Cast, settings: Any) -> None:
    owner = Owner("东关街道", code=EAST)
    given = {"by": cast.clerk, "county": COUNTY, "owner": owner, "kind": "mail"}
    settings.EMAIL_HOST = ""
    with pytest.raises(DomainError, match="没有设置邮件服务器"):
        add_channel(address="a@example.com", **given)
    settings.EMAIL_HOST = "mail.example.com"
    with pytest.raises(DomainError, match="邮箱地址"):
        add_channel(address="nobody", **given)
    assert add_channel(address="a@example.com", **given).secret == ""
    out(cast)

    assert _round(at(OUT)) == {"arrived": 1, "failed": 0}

    sent = mail.outbox[0]
    assert (sent.to, sent.subject) == (["a@example.com"], "通知:关于报送时间的通知")
    assert "/orders/notices/" in sent.body
    assert _only().uid in sent.extra_headers["Message-ID"]


def test_a_digest_comes_once_a_working_morning(cast: Cast, receiver: Receiver) -> None:
    hook(receiver.url, digest=True)
    out(cast)
    issued(cast)
    assert not Delivery.objects.exists()
    assert make_digests(at(TODAY, 7)) == []

    made = make_digests(at(TODAY, 8))
    assert make_digests(at(TODAY, 9)) == []
    _round(at(TODAY, 9))

    assert [one.title for one in made] == ["今日汇总:3 件"]
    lines = json.loads(receiver.asked[0]["body"])["data"]["lines"]
    assert [one.partition(":")[0] for one in lines] == ["通知", "待确认", "待签收"]


def test_a_persons_channel_hears_what_the_person_may_read(cast: Cast, receiver: Receiver) -> None:
    for name in ("clerk", "stranger", "seat"):
        user = getattr(cast, name)
        hook(f"{receiver.url}&{name}", user=user, unit_code="", owner=user.name)
    out(cast, units=Addressed(townships=towns(EAST)))
    out(cast, units=Addressed(townships=towns(EAST)), reach="secretaries", title="只给书记")

    sent = [(one.channel.user.username, one.title) for one in Delivery.objects.all()]
    assert sent == [(cast.clerk.username, "通知:关于报送时间的通知")]


def test_the_job_sends_and_only_one_is_asked_for(
    cast: Cast, receiver: Receiver, monkeypatch: Any
) -> None:
    hook(receiver.url)
    out(cast)
    jobs = request_deliveries(at=at(OUT), by=SCHEDULE)
    assert len(jobs) == 1
    assert request_deliveries(at=at(OUT, 9, 5), by=SCHEDULE) == []

    perform(jobs[0].uid)

    jobs[0].refresh_from_db()
    assert (jobs[0].state, jobs[0].result) == ("done", {"arrived": 1, "failed": 0})
    assert _only().status == D.DONE


def test_stopped_between_sending_and_writing_it_is_sent_again_with_its_id(
    cast: Cast, receiver: Receiver
) -> None:
    hook(receiver.url)
    out(cast)
    send_due(COUNTY, at(OUT))
    first = send_due(COUNTY, at(OUT))

    assert settle(first) == {"arrived": 1, "failed": 0}
    # The same attempt told twice changes nothing.
    assert settle(first) == {"arrived": 0, "failed": 0}
    assert len(receiver.seen) == 2
    assert len(receiver.taken) == 1


def test_pages_of_channels(cast: Cast, receiver: Receiver) -> None:
    client = signed_in(cast.clerk)
    assert client.get("/orders/channels/new/").status_code == 200
    body = {"owner": EAST, "kind": "webhook", "address": receiver.url}

    page = client.post("/orders/channels/new/", body).content.decode()

    row = Channel.objects.get()
    assert "whsec_" in page
    assert (row.unit_code, row.user, row.digest) == (EAST, None, False)
    shown = client.get(f"/orders/channels/{row.uid}/").content.decode()
    assert "http://127.0.0.1:" in shown
    assert "/hook" not in shown
    assert "whsec_" not in shown
    assert client.get(f"/orders/channels/{row.uid}/secret/").status_code == 200
    assert "whsec_" in client.post(f"/orders/channels/{row.uid}/secret/").content.decode()
    assert signed_in(cast.stranger).get(f"/orders/channels/{row.uid}/").status_code == 404


def test_nobody_sees_another_persons_channel(cast: Cast, receiver: Receiver) -> None:
    row = hook(receiver.url, user=cast.clerk, unit_code="", owner=cast.clerk.name)

    assert Channel.objects.visible_to(cast.clerk).get() == row
    for one in (cast.author, cast.secretary, cast.seat, cast.stranger):
        assert not Channel.objects.visible_to(one).exists()


def test_chance_is_not_fixed() -> None:
    assert delivering._chance() != delivering._chance()
