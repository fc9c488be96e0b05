"""An order on its straight way: drafted, checked, issued, signed, answered, verified, closed."""

from datetime import date

import pytest

from rectification.states import CaseStatus
from rectification.supervision.actions.answering import receive, reply
from rectification.supervision.actions.drafting import (
    add_item,
    add_units,
    change_unit,
    draft_order,
    remove_item,
    remove_unit,
)
from rectification.supervision.actions.extending import ask_time
from rectification.supervision.actions.issuing import check, drop, issue, revoke, send_back
from rectification.supervision.actions.settling import close, reopen, return_, verify
from rectification.supervision.models import (
    OrderEvent,
    OrderExtension,
    OrderItem,
    OrderReply,
    OrderUnit,
    SupervisionOrder,
)
from rectification.supervision.states import OrderStatus, UnitStatus
from tests.rectification.acceptance.test_accepting import refused
from tests.rectification.situations import case_in
from tests.rectification.supervision.situations import (
    CHECKED,
    CLOSED,
    DRAFTED,
    DUE,
    EAST,
    FAR,
    HE,
    ISSUED,
    LI,
    REASON,
    REPLIED,
    SIGNED,
    TODAY,
    VERIFIED,
    WILLOW,
    Cast,
    at,
    draft,
    issued,
    only,
    order_in,
    part_in,
    village,
)
from villages.models import Township
from villages.trace.models import AuditEntry

pytestmark = pytest.mark.django_db
BOTH = (EAST, WILLOW)


def test_an_order_goes_its_way(cast: Cast) -> None:
    order = issued(cast, townships=BOTH)

    assert (order.number_shown, order.due_on) == ("督办〔2026〕1号", DUE)
    assert (order.from_code, order.from_name) == ("999901", "中共青原县委组织部")
    assert (order.author_name, order.issued_by) == (cast.author.name, cast.checker.name)
    part = receive(only(order, "东关街道"), by=cast.clerk, on=SIGNED)
    assert (part.received_on, part.received_by, part.due_on) == (SIGNED, cast.clerk.name, DUE)
    part = reply(part, by=cast.clerk, on=REPLIED, text="已修好", is_done=True, evidence="验收单")
    part = verify(part, by=cast.author, on=VERIFIED, text="到村看过")
    part = close(part, by=cast.author, on=CLOSED, satisfaction="fair")

    assert (part.status, part.closed_on, part.satisfaction) == ("closed", CLOSED, "fair")
    said = OrderReply.objects.get(unit=part)
    assert (said.answer, said.answered_on, said.answer_text) == ("accepted", VERIFIED, "到村看过")
    # The other unit still owes.
    order.refresh_from_db()
    assert (order.status, order.closed_on) == (OrderStatus.ISSUED, None)
    way = OrderEvent.objects.filter(unit=part).order_by("id").values_list("step", flat=True)
    assert list(way) == ["issue", "receive", "reply", "verify", "close"]


def test_the_last_part_closes_the_order_and_reopening_opens_it(cast: Cast) -> None:
    order = order_in(OrderStatus.CLOSED, cast, townships=BOTH)

    assert order.closed_on == CLOSED
    part = reopen(only(order, "东关街道"), by=cast.author, on=TODAY, text="又停水了")

    assert (part.status, part.closed_on, part.satisfaction) == ("returned", None, "")
    order.refresh_from_db()
    assert (order.status, order.closed_on) == (OrderStatus.ISSUED, None)
    reply(part, by=cast.clerk, on=TODAY, text="又修好了", is_done=True)
    assert list(OrderReply.objects.filter(unit=part).values_list("seq", flat=True)) == [1, 2]


def test_an_order_is_closed_on_the_latest_day_of_its_parts(cast: Cast) -> None:
    # 东关街道 is done on the twenty-second; what was put on record last happened before that.
    order = part_in(UnitStatus.CLOSED, cast).order
    other = receive(only(order, "柳林镇"), by=cast.stranger, on=SIGNED)
    other = reply(other, by=cast.stranger, on=SIGNED, text="已修好", is_done=True)
    other = verify(other, by=cast.author, on=REPLIED)
    other = close(other, by=cast.author, on=VERIFIED, satisfaction="fair")

    order.refresh_from_db()
    assert (order.status, order.closed_on) == (OrderStatus.CLOSED, CLOSED)
    refused("order_step_early", reopen, other, by=cast.author, on=VERIFIED, text="又停水了")
    assert reopen(other, by=cast.author, on=CLOSED, text="又停水了").status == "returned"


def test_a_returned_reply_names_a_reason_of_the_county(cast: Cast) -> None:
    part = part_in(UnitStatus.REPLIED, cast)
    refused("return_reason", return_, part, by=cast.author, on=VERIFIED, reason="不好看")

    part = return_(part, by=cast.author, on=VERIFIED, reason=REASON, text="没写怎么修")

    assert (part.status, part.return_count) == ("returned", 1)
    said = OrderReply.objects.get(unit=part)
    assert (said.answer, said.reason, said.answer_text) == ("returned", REASON, "没写怎么修")
    event = OrderEvent.objects.get(unit=part, step="return")
    assert (event.reason, event.from_status, event.to_status) == (REASON, "replied", "returned")


def test_what_is_not_done_says_why_and_is_not_verified(cast: Cast) -> None:
    part = part_in(UnitStatus.RECEIVED, cast)
    values = {"by": cast.clerk, "on": REPLIED, "text": "配件没到", "is_done": False}
    refused("order_reply_undone", reply, part, **values)
    refused("order_reply_said", reply, part, **{**values, "text": " ", "is_done": True})
    assert not OrderReply.objects.exists()

    part = reply(part, **values, undone_reason="等配件")

    refused("order_not_done", verify, part, by=cast.author, on=VERIFIED)
    return_(part, by=cast.author, on=VERIFIED, reason=REASON)


def test_days_are_in_order_and_not_ahead(cast: Cast) -> None:
    order = order_in(OrderStatus.REVIEWED, cast)
    early = {"by": cast.checker, "on": DRAFTED, "at": at(DRAFTED)}
    refused("order_step_early", issue, order, **early)
    ahead = {"by": cast.checker, "on": date(2026, 11, 4), "at": at(date(2026, 11, 4))}
    refused("order_step_future", issue, order, **ahead)
    part = part_in(UnitStatus.RECEIVED, cast)
    values = {"by": cast.clerk, "text": "已修好", "is_done": True}
    refused("order_step_early", reply, part, on=ISSUED, **values)
    refused("order_step_future", reply, part, on=date(2026, 11, 4), **values)


def test_a_draft_changes_and_what_is_checked_does_not(cast: Cast) -> None:
    order = draft(cast, townships=())
    east = Township.objects.get(code=EAST)
    [part] = add_units(order, by=cast.author, townships=[east])
    refused("part_once", add_units, order, by=cast.author, townships=[east])
    part = change_unit(part, by=cast.author, role="help", due_on=DUE, person="周正")
    assert (part.role, part.due_on, part.person) == ("help", DUE, "周正")
    refused("order_invalid", change_unit, part, by=cast.author, role="boss")
    refused("order_no_lead", check, order, by=cast.checker, on=CHECKED)
    change_unit(part, by=cast.author, role="lead")
    item = add_item(part, by=cast.author, text="修井", village=village(LI))
    remove_item(item, by=cast.author)
    add_item(part, by=cast.author, text="修路", village=village(HE))

    check(order, by=cast.checker, on=CHECKED)

    refused("order_not_draft", add_units, order, by=cast.author, townships=[east])
    refused("order_not_draft", add_item, part, by=cast.author, text="再修桥")
    refused("order_not_draft", remove_unit, part, by=cast.author)
    send_back(order, by=cast.checker, on=CHECKED, text="少了一个村")
    remove_unit(part, by=cast.author)
    assert not OrderItem.objects.exists()
    assert SupervisionOrder.objects.get().checked_on is None


def test_items_belong_to_their_unit(cast: Cast, other_county: object) -> None:
    order = draft(cast, townships=())
    east = Township.objects.get(code=EAST)
    [part, water] = add_units(
        order, by=cast.author, townships=[east], departments=[cast.department]
    )
    case = case_in(LI, CaseStatus.IN_PROGRESS)

    refused("order_item_foreign", add_item, part, by=cast.author, text="修", village=village(FAR))
    wrong = {"by": cast.author, "text": "修", "village": village(HE), "case": case}
    refused("order_item_foreign", add_item, part, **wrong)
    refused("order_item_said", add_item, part, by=cast.author, text="  ")
    foreign = Township.objects.get(code="999902001")
    refused("order_unit_foreign", add_units, order, by=cast.author, townships=[foreign])

    # A department may be asked about any village of the county, a case brings its village.
    assert add_item(water, by=cast.author, text="修", village=village(FAR)).village.code == FAR
    assert add_item(part, by=cast.author, text="修", case=case).village.code == LI


def test_a_draft_says_what_and_fits_its_columns(cast: Cast) -> None:
    values = {"by": cast.author, "on": DRAFTED, "kind": "supervise", "requirement": "修好"}
    refused("order_subject_said", draft_order, **values, subject=" ")
    refused("order_invalid", draft_order, **values, subject="长" * 121)
    refused("order_invalid", draft_order, **{**values, "kind": "shout"}, subject="机井")
    refused("order_step_future", draft_order, **{**values, "on": date(2027, 1, 1)}, subject="机井")
    assert not SupervisionOrder.objects.exists()


def test_reasons_are_asked_for(cast: Cast) -> None:
    reviewed = order_in(OrderStatus.REVIEWED, cast)
    refused("order_words_missing", send_back, reviewed, by=cast.checker, on=CHECKED, text=" ")
    refused("order_words_missing", drop, reviewed, by=cast.author, on=CHECKED, text="")
    out = order_in(OrderStatus.ISSUED, cast)
    refused("order_words_missing", revoke, out, by=cast.checker, on=TODAY, text="")
    closed = part_in(UnitStatus.CLOSED, cast)
    refused("order_words_missing", reopen, closed, by=cast.author, on=TODAY, text="")


def test_a_revoked_order_ends_what_is_open_and_keeps_what_is_done(cast: Cast) -> None:
    order = part_in(UnitStatus.CLOSED, cast).order
    other = only(order, "柳林镇")
    ask_time(other, by=cast.stranger, on=VERIFIED, new_due_on=date(2026, 11, 20), reason="下雨")

    revoke(order, by=cast.checker, on=CLOSED, text="发错了")

    assert {one.unit_name: one.status for one in OrderUnit.objects.filter(order=order)} == {
        "东关街道": "closed", "柳林镇": "revoked",
    }  # fmt: skip
    assert OrderExtension.objects.get().answer == "refused"
    order.refresh_from_db()
    assert (order.status, order.revoked_reason) == ("revoked", "发错了")
    done = only(order, "东关街道")
    refused("order_not_out", reopen, done, by=cast.author, on=TODAY, text="又停水了")


def test_a_draft_that_is_given_up_never_gets_a_number(cast: Cast) -> None:
    order = draft(cast)

    drop(order, by=cast.author, on=CHECKED, text="不发了")

    order.refresh_from_db()
    assert (order.status, order.number) == (OrderStatus.DROPPED, None)
    assert only(order).status == UnitStatus.PREPARED


def test_every_step_is_on_the_trail_of_whoever_it_concerns(cast: Cast) -> None:
    part = part_in(UnitStatus.RECEIVED, cast)

    entries = AuditEntry.objects.filter(action__startswith="order.").order_by("pk")
    assert list(entries.values_list("action", "township_code")) == [
        ("order.drafted", ""), ("order.units-added", ""), ("order.item-added", ""),
        ("order.item-added", ""), ("order.check", ""), ("order.issue", ""),
        ("order.receive", EAST),
    ]  # fmt: skip
    assert entries.last().after == {"status": "received", "on": SIGNED.isoformat()}
    assert part.received_on == SIGNED
