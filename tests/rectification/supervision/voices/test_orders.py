"""A voice becomes an order: filled in, linked both ways, and nothing of a complaint gets out."""

import json

import pytest

from rectification.supervision.actions.issuing import check, drop, issue
from rectification.supervision.actions.voice_orders import to_order
from rectification.supervision.choices import Origin
from rectification.supervision.models import OrderItem, OrderUnit, SupervisionOrder, Voice
from rectification.supervision.voice_states import VoiceStatus
from tests.factories import signed_in
from tests.rectification.acceptance.test_accepting import refused
from tests.rectification.supervision.situations import EAST, LI, TODAY, WILLOW, Cast, at
from tests.rectification.supervision.voices.brought import TEXT, bring, voice_in
from tests.villages.rest.conftest import program_of
from villages.ledgers.declaring import ledgers
from villages.trace.models import AuditEntry

pytestmark = pytest.mark.django_db
SECRET = "有人收了钱不办事"


def made_of(row: Voice) -> SupervisionOrder:
    found: SupervisionOrder = SupervisionOrder.objects.get(origin=Origin.VOICE, origin_uid=row.uid)
    return found


def test_one_click_drafts_an_order_to_the_township_it_comes_from(cast: Cast) -> None:
    row, client = bring(at=LI).voice, signed_in(cast.author)
    page = client.get(f"/orders/voices/{row.uid}/").content.decode()
    assert "转为督办单" in page

    client.post(
        f"/ledgers/voices/{row.uid}/draft-order/", {"on": TODAY, "row_version": row.version}
    )

    order = made_of(row)
    assert (order.problem, order.basis, order.status) == (TEXT, str(row), "draft")
    part = OrderUnit.objects.get(order=order)
    item = OrderItem.objects.get(unit=part)
    assert (part.unit_code, item.text, item.village.code) == (EAST, TEXT, LI)
    assert "2026-10-12 收到" in item.data


def test_both_pages_lead_to_each_other(cast: Cast) -> None:
    row, client = bring(at=LI).voice, signed_in(cast.author)
    to_order(row, by=cast.author, on=TODAY)
    order = made_of(row)

    voice_page = client.get(f"/orders/voices/{row.uid}/").content.decode()
    order_page = client.get(f"/orders/{order.uid}/").content.decode()

    assert f"/orders/{order.uid}/" in voice_page
    assert f"/orders/voices/{row.uid}/" in order_page


def test_whoever_answers_is_addressed_by_the_day_of_the_answer(cast: Cast) -> None:
    row = voice_in(VoiceStatus.ASSIGNED, cast, department=cast.department, at=LI, kind="suggestion")

    to_order(row, by=cast.author, on=TODAY)

    part = OrderUnit.objects.get(order=made_of(row))
    assert (part.department, made_of(row).due_on) == (cast.department, row.due_on)


def test_a_township_asks_departments_about_what_its_people_say(cast: Cast) -> None:
    row = bring(at=LI).voice

    to_order(row, by=cast.clerk, on=TODAY)

    order = made_of(row)
    assert (order.from_code, order.units.count()) == (EAST, 0)


def test_there_is_one_order_at_a_time(cast: Cast) -> None:
    row = bring(at=LI).voice
    to_order(row, by=cast.author, on=TODAY)

    refused("voice_ordered", to_order, row, by=cast.author, on=TODAY)

    drop(made_of(row), by=cast.author, on=TODAY, text="写错了")
    to_order(row, by=cast.author, on=TODAY)
    assert SupervisionOrder.objects.filter(origin_uid=row.uid).count() == 2


def test_what_is_closed_or_refused_gives_no_order(cast: Cast) -> None:
    for status in (VoiceStatus.CLOSED, VoiceStatus.REFUSED):
        row = voice_in(status, cast)
        refused("voice_over", to_order, row, by=cast.author, on=TODAY)
        assert not ledgers()["voices"].verb("draft-order").offered(cast.author, row)


def test_of_a_complaint_no_word_leaves_it(cast: Cast) -> None:
    row = bring(SECRET, kind="complaint", at=LI).voice
    refused("voice_unassigned", to_order, row, by=cast.author, on=TODAY)
    row = voice_in(
        VoiceStatus.ASSIGNED, cast, text=SECRET, kind="complaint", at=LI,
        department=cast.department,
    )  # fmt: skip

    to_order(row, by=cast.author, on=TODAY)

    order = made_of(row)
    check(order, by=cast.checker, on=TODAY)
    issue(order, by=cast.checker, on=TODAY, at=at(TODAY))
    item = OrderItem.objects.get(unit__order=order)
    words = [order.subject, order.problem, order.requirement, item.text, item.data]
    assert not any(SECRET in one or "李庄" in one for one in words)
    trail = json.dumps(
        list(AuditEntry.objects.values_list("after", "reason", "object_name")), default=str
    )
    assert SECRET not in trail
    assert row.number in item.text


def test_a_township_makes_no_order_of_a_complaint(cast: Cast) -> None:
    row = voice_in(VoiceStatus.ASSIGNED, cast, kind="complaint")

    refused("voice_side", to_order, row, by=cast.clerk, on=TODAY)


def test_whoever_does_not_see_the_voice_gets_no_address_of_it(cast: Cast) -> None:
    row = bring(at=LI).voice
    to_order(row, by=cast.author, on=TODAY)
    order = made_of(row)
    OrderUnit.objects.filter(order=order).update(unit_code=WILLOW)
    OrderItem.objects.filter(unit__order=order).update(village=None)
    check(order, by=cast.checker, on=TODAY)
    issue(order, by=cast.checker, on=TODAY, at=at(TODAY))

    page = signed_in(cast.stranger).get(f"/orders/{order.uid}/").content.decode()

    assert "反映和建议" in page
    assert f"/orders/voices/{row.uid}/" not in page


def test_a_program_drafts_and_finds_the_order(cast: Cast) -> None:
    row = bring(at=LI).voice
    client = program_of(cast.author)

    answer = client.post(
        f"voices/{row.uid}/draft-order/", {"on": "2026-11-03"}, headers={"if-match": '"v1"'}
    )
    assert answer.status_code == 200, answer.content
    found = json.loads(client.get(f"orders/?origin_key={row.uid}").content)

    assert [one["uid"] for one in found["results"]] == [made_of(row).uid]
