"""Pages of events: what stands there for whom, buttons, batches, forms."""

from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from rectification.warnings.actions.false_alarms import ask_false_alarm
from rectification.warnings.choices import Level
from rectification.warnings.models import Alert, ColourOverride, Dispute, Exemption
from rectification.warnings.news import NEWS
from rectification.warnings.states import AlertStatus
from rectification.warnings.todos import TODOS
from tests import factories
from tests.rectification.supervision.situations import cast_of
from tests.rectification.warnings.events.situations import (
    BESIDE,
    FAR,
    FOUND,
    GOOD,
    HERE,
    OCTOBER,
    TODAY,
    event,
    judged,
)
from tests.rectification.warnings.worlds import World
from villages.accounts.choices import Role
from villages.common.clock import ZONE

LATER = datetime(2026, 11, 4, 20, tzinfo=ZONE)


def _as(people: dict[str, Any], role: str) -> Client:
    return factories.signed_in(people[role])


def _text(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(("role", "shown", "hidden"), [
    (Role.TOWNSHIP_CLERK, ["签收", "填写整改打算", "提出异议"], ["起草文书"]),
    (Role.COUNTY_STAFF, ["起草文书", "转入整顿排查", "申请认定误报"], ["填写整改打算</a>"]),
    (Role.COUNTY_LEADER, [], ["起草文书", "提出异议"]),
])  # fmt: skip
def test_the_page_offers_what_this_person_may_do(
    people: dict[str, Any], role: str, shown: list[str], hidden: list[str]
) -> None:
    text = _text(_as(people, role), event(level=Level.RED).get_absolute_url())

    assert all(f">{one}</a>" in text for one in shown)
    assert not any(f">{one}" in text for one in hidden)
    assert "书记空缺" in text


def test_who_verifies_reads_whether_the_data_turned_good(people: dict[str, Any]) -> None:
    judged(GOOD)
    text = _text(
        _as(people, Role.TOWNSHIP_SECRETARY), event(AlertStatus.SUBMITTED).get_absolute_url()
    )
    assert "数据已转好" in text


def test_before_publication_only_those_concerned_see_it_and_explain(
    people: dict[str, Any],
) -> None:
    alert = event(public_at=LATER)
    url = alert.get_absolute_url()
    clerk = _as(people, Role.VILLAGE_SECRETARY)

    assert _as(people, Role.COUNTY_LEADER).get(url).status_code == 404
    assert "公布前说明" in _text(clerk, url)
    done = clerk.post(
        reverse("ledgers:warning-events_do_explain", args=[alert.uid]),
        {"text": "书记九月已到任", "row_version": alert.version},
    )  # fmt: skip

    assert done.status_code == 302
    assert Alert.objects.get().explanation == "书记九月已到任"


def test_several_events_are_signed_for_at_once(people: dict[str, Any]) -> None:
    rows = [event(), event(code=BESIDE), event(AlertStatus.SUBMITTED, rule="W21")]

    answer = _as(people, Role.TOWNSHIP_CLERK).post(
        reverse("warnings:events"),
        {"do": "acknowledge", "select": [one.uid for one in rows], "confirm": "1", "expected": "3"},
    )

    assert answer.status_code == 200
    assert "待签收" in answer.content.decode()
    states = Alert.objects.order_by("pk").values_list("status", flat=True)
    assert list(states) == ["acknowledged", "acknowledged", "submitted"]


def test_the_list_counts_and_exports(people: dict[str, Any]) -> None:
    event()
    event(code=FAR)
    client = _as(people, Role.TOWNSHIP_CLERK)

    assert "书记空缺" in _text(client, reverse("warnings:events"))
    answer: Any = client.get(reverse("warnings:events") + "?format=csv")
    sheet = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert sheet.count("W01") == 1


def test_papers_wait_with_what_is_late(people: dict[str, Any]) -> None:
    cast_of(people)
    event(level=Level.RED)
    client = _as(people, Role.COUNTY_STAFF)
    url = reverse("warnings:papers")
    assert "还没有起草文书" in _text(client, url)

    client.post(reverse("warnings:papers_draft"))

    text = _text(client, url)
    assert "东关街道三色预警" in text
    assert "红色预警逾期没有签收" in text
    order = Alert.objects.get().order
    panel = _text(client, reverse("warnings:of_order", args=[order.uid]))
    assert "李庄村" in panel or "W01" in panel


def test_an_exemption_is_asked_for_on_a_page(people: dict[str, Any], world: World) -> None:
    world.judge(OCTOBER)
    answer = _as(people, Role.TOWNSHIP_CLERK).post(reverse("warnings:exempting"), {
        "villages": [HERE, BESIDE], "kind": "snow", "rules": ["W01"], "from_month": "2026-10",
        "until_month": "2026-11", "reason": "封路",
    })  # fmt: skip

    assert answer.status_code == 302
    assert Exemption.objects.count() == 2


def test_a_refused_form_keeps_what_was_typed(people: dict[str, Any], world: World) -> None:
    world.judge(OCTOBER)
    answer = _as(people, Role.COUNTY_STAFF).post(reverse("warnings:overriding"), {
        "village": HERE, "colour": "green", "from_month": "2026-08", "until_month": "2026-11",
        "reason": "一段不该丢的话",
    })  # fmt: skip

    text = answer.content.decode()
    assert "一段不该丢的话" in text
    assert "起始月份不能早于" in text
    assert not ColourOverride.objects.exists()


def test_one_click_objects_to_a_reason(people: dict[str, Any]) -> None:
    judged(FOUND)
    client = _as(people, Role.VILLAGE_SECRETARY)
    url = reverse("warnings:dispute", args=[HERE, "2026-10", "W01"])
    assert "书记空缺" in _text(client, url)

    client.post(url, {"claim": "书记在岗"})

    assert Dispute.objects.get().claim == "书记在岗"
    figures = _text(_as(people, Role.COUNTY_STAFF), reverse("warnings:dispute_figures"))
    assert "W01" in figures


def _todos(user: Any) -> list[str]:
    return [
        item.title for source in TODOS if source.allowed(user) for item in source.items(user)
    ]  # fmt: skip


def test_each_finds_what_waits_for_them(people: dict[str, Any]) -> None:
    event()
    event(AlertStatus.SUBMITTED, rule="W21")
    event(AlertStatus.TOWNSHIP_VERIFIED, Level.RED, rule="W19")
    asked = event(rule="W22", code=BESIDE)
    ask_false_alarm(by=people[Role.COUNTY_STAFF], alert=asked, reason="错", on=TODAY)

    assert any("签收" in one for one in _todos(people[Role.TOWNSHIP_CLERK]))
    assert any("核实整改结果" in one for one in _todos(people[Role.TOWNSHIP_SECRETARY]))
    assert any("核实红色预警" in one for one in _todos(people[Role.COUNTY_STAFF]))
    assert not any("审批误报" in one for one in _todos(people[Role.COUNTY_STAFF]))
    assert any("审批误报" in one for one in _todos(people[Role.COUNTY_MINISTER]))
    assert _todos(people[Role.COUNTY_LEADER]) == []


def test_the_digest_counts_what_is_new_in_ones_territory(
    people: dict[str, Any], world: World
) -> None:
    world.say(HERE, W01="red", W21="yellow")
    world.say(FAR, W01="red")
    world.judge(OCTOBER)

    class Owner:
        county_code, unit_code, user, user_id = "999901", "", people[Role.TOWNSHIP_CLERK], 1

    assert list(NEWS[0].lines(Owner(), TODAY, TODAY)) == [
        "三色预警:新增红色 1 条", "三色预警:新增黄色 1 条",
    ]  # fmt: skip
