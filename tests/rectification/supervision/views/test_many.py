"""Lists of supervision: what is done to several chosen rows at once, each by its own rules."""

from typing import Any

import pytest
from django.test import Client

from rectification.supervision.models import Finding, ListTask, OrderUnit, Voice
from rectification.supervision.states import UnitStatus
from rectification.supervision.voice_states import VoiceStatus
from rectification.supervision.waiting.orders import to_answer
from tests.factories import UserFactory, signed_in
from tests.rectification.supervision.inspections.visits import published
from tests.rectification.supervision.situations import (
    EAST,
    HE,
    LI,
    TODAY,
    WILLOW,
    Cast,
    issued,
    part_in,
)
from tests.rectification.supervision.tasks.written import given_list
from tests.rectification.supervision.voices.brought import bring, voice_in
from villages.ledgers.declaring import ledgers
from villages.trace.models import AuditEntry

pytestmark = pytest.mark.django_db
OFFERED = {
    "order-units": {"receive", "verify", "close"},
    "order-extensions": {"grant"},
    "voices": {"assign", "close"},
    "task-lists": {"publish"},
    "list-tasks": {"tick"},
    "findings": {"hand-over", "mend", "dismiss"},
}


def done(client: Client, key: str, verb: str, rows: list[Any], **said: Any) -> Any:
    """Ticked, looked at, confirmed."""
    chosen = {"do": verb, "select": [one.uid for one in rows]}
    asked = client.post(f"/ledgers/{key}/", chosen)
    assert asked.status_code == 200
    sent = {**chosen, "confirm": "1", "expected": len(rows), "once": verb, **said}
    answer = client.post(f"/ledgers/{key}/", sent)
    assert answer.status_code == 200
    assert "done" in answer.context, answer.context["form"].errors
    return answer.context


def test_what_lists_offer_for_several_rows() -> None:
    found = {key: {verb.key for verb in one.verbs if verb.many} for key, one in ledgers().items()}

    assert {key: verbs for key, verbs in found.items() if verbs and key in OFFERED} == OFFERED


@pytest.mark.parametrize(("who", "buttons"), [
    ("clerk", {"receive", "verify", "close"}), ("seat", {"receive"}), ("leader", set()),
])  # fmt: skip
def test_everybody_is_offered_what_they_may_do(cast: Cast, who: str, buttons: set[str]) -> None:
    issued(cast, departments=[cast.department])

    page = signed_in(getattr(cast, who)).get("/ledgers/order-units/").content.decode()

    assert {one for one in OFFERED["order-units"] if f'value="{one}"' in page} == buttons


def test_several_papers_are_signed_for_at_once(cast: Cast) -> None:
    first, second = (issued(cast, subject=one) for one in ("机井维修", "道路塌方"))
    parts = list(OrderUnit.objects.filter(order__in=[first, second]))

    found = done(signed_in(cast.clerk), "order-units", "receive", parts, on=TODAY)

    assert len(found["done"]) == 2
    assert {one.status for one in OrderUnit.objects.all()} == {UnitStatus.RECEIVED}
    assert AuditEntry.objects.filter(action="order.receive").count() == 2
    assert AuditEntry.objects.get(action="ledger.many").count == 2


def test_what_one_row_refuses_stops_no_other(cast: Cast) -> None:
    closable, waiting = part_in(UnitStatus.VERIFIED, cast), part_in(UnitStatus.REPLIED, cast)

    found = done(
        signed_in(cast.author), "order-units", "close", [closable, waiting], on=TODAY,
        satisfaction="fair",
    )  # fmt: skip

    assert [one.key for one in found["done"]] == [closable.uid]
    assert "办结销号" in found["refused"][0].note
    assert OrderUnit.objects.get(pk=closable.pk).status == UnitStatus.CLOSED


def test_before_it_is_confirmed_the_page_says_what_will_be_refused(cast: Cast) -> None:
    rows = [part_in(UnitStatus.VERIFIED, cast), part_in(UnitStatus.REPLIED, cast)]

    page = signed_in(cast.author).post(
        "/ledgers/order-units/", {"do": "close", "select": [one.uid for one in rows]}
    )

    assert page.context["refused_count"] == 1
    assert "2026-11-03" in page.content.decode()


def test_foreign_rows_are_not_among_the_chosen(cast: Cast) -> None:
    theirs = OrderUnit.objects.get(order=issued(cast, townships=(WILLOW,)))
    issued(cast)

    page = signed_in(cast.clerk).post(
        "/ledgers/order-units/", {"do": "receive", "select": [theirs.uid]}
    )

    assert (page.context["choice"].count, page.context["choice"].missing) == (0, 1)


def test_an_action_that_is_not_offered_is_refused(cast: Cast) -> None:
    row = part_in(UnitStatus.ISSUED, cast)
    client = signed_in(cast.leader)

    for verb in ("receive", "reply", "nothing"):
        answer = client.post("/ledgers/order-units/", {"do": verb, "select": [row.uid]})
        assert answer.status_code == 403


def test_several_voices_go_to_one_unit(cast: Cast) -> None:
    rows = [bring(f"{one}号路灯坏了", at=LI).voice for one in range(3)]

    done(
        signed_in(cast.author), "voices", "assign", rows, on=TODAY, unit="县水利局", due_on="",
        text="",
    )  # fmt: skip

    found = Voice.objects.values_list("status", "unit_name", "due_on").order_by().distinct()
    assert [one[:2] for one in found] == [(VoiceStatus.ASSIGNED, "县水利局")]
    assert found[0][2] is not None


def test_several_voices_are_closed(cast: Cast) -> None:
    rows = [voice_in(VoiceStatus.ANSWERED, cast, text=f"第{one}件") for one in range(2)]

    done(signed_in(cast.author), "voices", "close", rows, on=TODAY, satisfaction="", text="")

    assert {one.status for one in Voice.objects.all()} == {VoiceStatus.CLOSED}


def test_several_findings_are_handed_over(cast: Cast) -> None:
    rows = published(cast, LI, HE)

    done(
        signed_in(cast.author), "findings", "hand-over", rows, on=TODAY, to="县农业农村局", text="",
    )  # fmt: skip

    assert set(Finding.objects.values_list("status", "handed_to")) == {
        ("handed_over", "县农业农村局")
    }


def test_several_tasks_are_ticked(cast: Cast) -> None:
    given_list(cast)
    mine = list(ListTask.objects.filter(unit_code=EAST))

    done(signed_in(cast.clerk), "list-tasks", "tick", mine, on=TODAY, text="已办")

    assert not ListTask.objects.filter(unit_code=EAST, done_on=None).exists()


def test_a_deputy_signs_for_the_absent_seat(cast: Cast) -> None:
    """Delegation reaches parts, voices and the list of what waits."""
    said = voice_in(VoiceStatus.ASSIGNED, cast, department=cast.department)
    row = issued(cast, townships=(), departments=[cast.department])
    part = OrderUnit.objects.get(order=row)
    deputy = UserFactory(role="reviewer", home_code="999901")
    deputy.acting_for = cast.seat

    assert OrderUnit.objects.visible_to(deputy).get() == part
    assert ledgers()["order-units"].verb("receive").offered(deputy, part)
    assert list(Voice.objects.visible_to(deputy)) == [said]
    assert list(to_answer(deputy)) == [part]
