"""Orders by program: drafted, addressed, issued, answered and settled; refusals by status."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from rectification.supervision.ledgers.steps import action_of
from rectification.supervision.models import OrderItem, OrderUnit, SupervisionOrder
from rectification.supervision.states import ORDER_STEPS, STEPS, UNIT_STEPS, UnitStatus
from tests.rectification.supervision.situations import (
    EAST,
    FAR,
    LI,
    REASON,
    WILLOW,
    Cast,
    draft,
    issued,
    only,
    order_in,
    part_in,
)
from tests.villages.rest.conftest import Program, program_of
from villages.ledgers.declaring import ledgers

pytestmark = pytest.mark.django_db
Send = Callable[..., Any]
SAID = {
    "kind": "supervise", "urgency": "plain", "subject": "机井维修", "requirement": "修好。",
}  # fmt: skip


@pytest.fixture
def send() -> Send:
    """Posts a verb as somebody on the version as it is now."""

    def posted(who: Any, path: str, row: Any, **body: Any) -> Any:
        row.refresh_from_db()
        tag = {"If-Match": f'"v{row.version}"'}
        return program_of(who).post(f"{path}/", data=json.dumps(body), headers=tag)

    return posted


def said(answer: Any, status: int) -> str:
    body = str(answer.content.decode())
    assert answer.status_code == status, body
    return body


def made(program: Program, **more: Any) -> SupervisionOrder:
    answer = program.post("orders/", data=json.dumps({**SAID, **more}))
    said(answer, 201)
    return SupervisionOrder.objects.get(uid=answer.json()["uid"])


def test_every_step_has_its_verb_and_its_action() -> None:
    assert [one.key for one in ledgers()["orders"].verbs[: len(ORDER_STEPS)]] == [
        one.key for one in ORDER_STEPS
    ]
    assert [one.key for one in ledgers()["order-units"].verbs[: len(UNIT_STEPS)]] == [
        one.key for one in UNIT_STEPS
    ]
    for step in STEPS:
        assert action_of(step).__name__.rstrip("_") == step.key.replace("-", "_")


def test_from_the_draft_to_the_end(cast: Cast, send: Send) -> None:
    order = made(program_of(cast.author))
    assert (order.from_code, order.author, order.status) == ("999901", cast.author, "draft")
    assert order.events.get().step == "drafted"

    said(send(cast.author, f"orders/{order.uid}/address", order, townships=EAST), 200)
    part = only(order)
    item = {"text": "修井", "village": LI, "data": "3 眼"}
    said(send(cast.author, f"order-units/{part.uid}/add-item", part, **item), 200)
    said(send(cast.checker, f"orders/{order.uid}/check", order, on="2026-11-03"), 200)
    answer = send(cast.checker, f"orders/{order.uid}/issue", order, on="2026-11-03")
    assert json.loads(said(answer, 200))["number_shown"] == "督办〔2026〕1号"
    path = f"order-units/{part.uid}"
    told = {"on": "2026-11-03", "text": "已修好", "is_done": True}
    said(send(cast.clerk, f"{path}/receive", part, on="2026-11-03"), 200)
    said(send(cast.clerk, f"{path}/reply", part, **told), 200)
    said(send(cast.author, f"{path}/return", part, on="2026-11-03", reason=REASON), 200)
    said(send(cast.clerk, f"{path}/reply", part, **told), 200)
    said(send(cast.author, f"{path}/verify", part, on="2026-11-03"), 200)
    done = send(cast.author, f"{path}/close", part, on="2026-11-03", satisfaction="satisfied")

    assert json.loads(said(done, 200))["status"] == "closed"
    order.refresh_from_db()
    assert order.status == "closed"
    replies = program_of(cast.clerk).get("order-replies/").json()["results"]
    assert [one["reason"] for one in replies] == ["", REASON] or [
        one["reason"] for one in replies
    ] == [REASON, ""]


def test_a_service_account_signs_and_replies_for_its_place(cast: Cast, send: Send) -> None:
    part = only(issued(cast))

    said(send(cast.api, f"order-units/{part.uid}/receive", part, on="2026-11-03"), 200)

    assert program_of(cast.api).post("orders/", data=json.dumps(SAID)).status_code == 403


def test_nobody_checks_the_own_draft(cast: Cast, send: Send) -> None:
    order = draft(cast)

    answer = send(cast.author, f"orders/{order.uid}/check", order, on="2026-11-03")

    assert "order_own_draft" in said(answer, 409)


def test_what_is_out_is_not_rewritten(cast: Cast) -> None:
    order = issued(cast)
    tag = {"If-Match": f'"v{SupervisionOrder.objects.get(pk=order.pk).version}"'}

    answer = program_of(cast.author).patch(
        f"orders/{order.uid}/", data=json.dumps({"subject": "改了"}), headers=tag
    )

    assert "field_closed" in said(answer, 400)


def test_the_county_does_not_rewrite_a_townships_draft(cast: Cast) -> None:
    order = draft(cast, by=cast.clerk, townships=(), departments=[cast.department])
    tag = {"If-Match": f'"v{SupervisionOrder.objects.get(pk=order.pk).version}"'}

    answer = program_of(cast.author).patch(
        f"orders/{order.uid}/", data=json.dumps({"subject": "改了"}), headers=tag
    )

    assert "order_side" in said(answer, 409)


def test_leaders_read_and_do_not_draft(cast: Cast) -> None:
    program = program_of(cast.leader)

    assert program.get("orders/").status_code == 200
    assert program.post("orders/", data=json.dumps(SAID)).status_code == 403


@pytest.mark.parametrize("key", ["orders", "order-units", "order-items", "order-events"])
def test_a_receiver_reads_its_own_part_alone(cast: Cast, key: str) -> None:
    issued(cast, townships=(EAST, WILLOW))
    draft(cast, subject="没有发出")

    rows = program_of(cast.clerk).get(f"{key}/").json()["results"]

    text = json.dumps(rows, ensure_ascii=False)
    assert rows
    assert "柳林镇" not in text
    assert "没有发出" not in text


def test_departments_read_what_was_sent_to_them(cast: Cast) -> None:
    issued(cast, departments=[cast.department])

    rows = program_of(cast.seat).get("order-units/").json()["results"]

    assert [one["unit_name"] for one in rows] == ["县水利局"]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"townships": "999902001"}, "没有这个单位"),
        ({"departments": "没有的局"}, "没有这个单位"),
        ({"townships": EAST}, "已在这张单子上"),
    ],
)
def test_a_unit_that_cannot_be_addressed_is_said(
    cast: Cast, send: Send, body: dict[str, str], words: str
) -> None:
    order = draft(cast)

    assert words in said(send(cast.author, f"orders/{order.uid}/address", order, **body), 409)


@pytest.mark.parametrize("given", [{"village": FAR}, {"indicator": "0" * 32}, {"goal": "很多"}])
def test_a_matter_that_does_not_fit_is_refused(
    cast: Cast, send: Send, given: dict[str, str]
) -> None:
    part = only(draft(cast))

    answer = send(cast.author, f"order-units/{part.uid}/add-item", part, text="修井", **given)

    assert answer.status_code in {400, 409}
    assert OrderItem.objects.count() == 1


def test_more_time_is_asked_for_and_granted(cast: Cast, send: Send) -> None:
    part = part_in(UnitStatus.RECEIVED, cast)
    body = {"on": "2026-11-03", "new_due_on": "2026-11-20", "reason": "等配件"}

    said(send(cast.clerk, f"order-units/{part.uid}/ask-time", part, **body), 200)
    row = part.orderextensions.get()
    answer = send(cast.author, f"order-extensions/{row.uid}/grant", row, on="2026-11-03")

    assert json.loads(said(answer, 200))["answer"] == "granted"
    assert OrderUnit.objects.get(pk=part.pk).due_on == date(2026, 11, 20)


def test_a_list_tells_rows_of_one_house_and_what_is_overdue(cast: Cast, monkeypatch: Any) -> None:
    issued(cast)
    order_in("draft", cast)
    monkeypatch.setenv("PORTAL_TODAY", "2026-11-10")
    program = program_of(cast.author)

    late = program.get("order-units/?overdue=true&from_code=999901").json()["results"]

    assert [one["unit_name"] for one in late] == ["东关街道"]
    assert program.get("order-units/?from_code=999901001").json()["results"] == []


def test_bulk_answers_for_every_row(cast: Cast) -> None:
    rows = [{**SAID, "subject": "甲"}, {**SAID, "subject": "乙", "kind": "没有的"}]

    answer = program_of(cast.author).post("orders/bulk/", data=json.dumps({"rows": rows}))

    body = answer.json()
    assert answer.status_code in {200, 207, 400}, body
    assert SupervisionOrder.objects.filter(subject="乙").count() == 0
