"""What the supervision of the demo county must be; its tests load the county once."""

from collections import Counter
from datetime import date
from typing import Any

from config.demo.names import COUNTY_CODE
from config.demo.world import ON
from rectification.supervision.choices import Origin, UnitKind
from rectification.supervision.figures.contests import result
from rectification.supervision.figures.overdue import overdue
from rectification.supervision.figures.plan_overlap import register
from rectification.supervision.inspection_states import FindingStatus, InspectionStatus
from rectification.supervision.models import (
    Contest,
    ContestEntry,
    DepartmentSeat,
    Finding,
    GroupMeeting,
    Inspection,
    ListTask,
    OrderEvent,
    OrderExtension,
    OrderReply,
    OrderUnit,
    SupervisionOrder,
    TaskList,
    Voice,
)
from rectification.supervision.states import OrderStatus, UnitStatus
from rectification.supervision.voice_states import VoiceStatus
from tests.config.demo_planted import of_rule
from tests.factories import signed_in
from villages.accounts.models import User
from villages.trace.chain import digest_rows


def parts() -> Any:
    return OrderUnit.objects.in_county(COUNTY_CODE)


def check_orders_stand_in_every_state() -> None:
    orders = SupervisionOrder.objects.in_county(COUNTY_CODE)

    assert set(orders.values_list("status", flat=True)) == set(OrderStatus)
    assert set(parts().values_list("status", flat=True)) == set(UnitStatus)
    assert orders.sent().count() >= 12
    assert set(orders.values_list("origin", flat=True)) >= {
        Origin.HAND, Origin.CASE, Origin.LADDER, Origin.CHASE, Origin.FINDING, Origin.MEETING,
    }  # fmt: skip


def check_numbers_run_without_gaps() -> None:
    series: dict[Any, list[Any]] = {}
    for one in SupervisionOrder.objects.sent().order_by("issued_on", "pk"):
        series.setdefault((one.from_code, one.kind), []).append(one.number)

    assert all(numbers == [*range(1, len(numbers) + 1)] for numbers in series.values())


def check_nothing_of_it_is_later_than_the_demo() -> None:
    days = OrderEvent.objects.in_county(COUNTY_CODE).values_list("on", flat=True)

    assert date(2026, 1, 1) <= min(days) <= max(days) <= ON
    assert not Voice.objects.filter(status_since__gt=ON).exists()
    assert not ListTask.objects.filter(done_on__gt=ON).exists()


def check_every_state_has_its_way_on_record() -> None:
    ways = {
        UnitStatus.CLOSED: ("issue", "receive", "reply", "verify", "close"),
        UnitStatus.RETURNED: ("issue", "receive", "reply", "return"),
        UnitStatus.REVOKED: ("issue", "revoke"),
    }
    for part in parts().filter(status__in=ways):
        steps = part.events.values_list("step", flat=True)
        assert set(ways[UnitStatus(part.status)]) <= set(steps), part


def check_somebody_is_late_on_every_side() -> None:
    late = overdue(parts(), ON)

    assert late.townships
    assert late.unverified
    own = [one.part for one in late.of_county if one.part.unit_kind == UnitKind.DEPARTMENT]
    asked = [one for one in own if one.order.township_code]
    assert [(one.unit_name, one.status) for one in asked] == [("县水利局", UnitStatus.ISSUED)]
    ladder = SupervisionOrder.objects.get(origin=Origin.LADDER)
    assert ladder.status == OrderStatus.DRAFT
    assert ladder.previous is not None and ladder.previous.is_overdue(ON)


def check_time_was_asked_granted_and_refused() -> None:
    answers = Counter(OrderExtension.objects.values_list("answer", flat=True))

    assert answers == {"waiting": 1, "granted": 1, "refused": 1}
    granted = parts().get(extension_count=1)
    assert granted.first_due_on < granted.due_on
    assert OrderReply.objects.filter(answer="returned").count() == parts().filter(
        return_count__gt=0
    ).count() == 2  # fmt: skip


def check_one_order_was_urgent_by_name() -> None:
    [urgent] = SupervisionOrder.objects.filter(short_notice=True)

    assert urgent.urgent_by == "韩立新"


def check_one_department_has_a_seat() -> None:
    seat = DepartmentSeat.objects.get()
    reviewer = User.objects.get(username="reviewer")

    assert (seat.user, seat.department.name) == (reviewer, reviewer.unit_name)
    assert SupervisionOrder.objects.visible_to(reviewer).count() == 1


def check_joint_journeys_save_a_third() -> None:
    found = register(COUNTY_CODE, 2026, ON)

    assert len({one.office for one in found.plans}) == 3
    assert len({one.unit_code for one in found.journeys}) == 11
    assert found.saved is not None and found.saved >= 30
    assert found.parties and found.joined


def check_only_what_is_published_is_seen_by_townships() -> None:
    visits = Inspection.objects.in_county(COUNTY_CODE)
    states = Counter(visits.values_list("status", flat=True))

    assert states == {InspectionStatus.PUBLISHED: 1, InspectionStatus.DRAWN: 1}
    for name in ("clerk", "clerk-002", "clerk-103"):
        clerk = User.objects.get(username=name)
        assert set(visits.visible_to(clerk)) <= set(visits.filter(published_on__isnull=False))
        assert not Finding.objects.visible_to(clerk).filter(restricted=True).exists()


def check_findings_were_followed_up() -> None:
    found = Counter(Finding.objects.values_list("status", flat=True))

    assert found == {
        FindingStatus.ORDERED: 2, FindingStatus.HANDED_OVER: 1, FindingStatus.MENDED: 1,
        FindingStatus.DISMISSED: 1, FindingStatus.OPEN: 2,
    }  # fmt: skip
    with_case = Finding.objects.get(order_item__unit__orderitems__case__isnull=False)
    assert with_case.village.name == "周家嘴村"


def check_voices_stand_in_every_state() -> None:
    states = Counter(Voice.objects.values_list("status", flat=True))

    assert set(states) == set(VoiceStatus)
    assert states.total() >= 12
    assert Voice.objects.filter(anonymous=True).count() == 3
    assert Voice.objects.filter(kind="complaint").count() == 1
    assert Voice.objects.overdue(ON).count() == 1


def check_a_meeting_gave_lists_and_an_order() -> None:
    meeting = GroupMeeting.objects.get()

    assert meeting.minutes
    assert meeting.lists.get().rhythm == "month"
    assert SupervisionOrder.objects.get(origin_uid=meeting.uid).status == OrderStatus.ISSUED
    assert set(TaskList.objects.values_list("rhythm", flat=True)) == {"week", "month"}
    assert not TaskList.objects.filter(published_on=None).exists()
    assert ListTask.objects.overdue(ON).exists()


def check_the_contest_is_over() -> None:
    contest = Contest.objects.get()
    found = result(contest)

    assert contest.finished_on
    assert len(found.lines) == 8
    assert not found.gaps
    groups = Counter(ContestEntry.objects.values_list("group", flat=True))
    assert set(groups.values()) == {4}
    awards = Counter(ContestEntry.objects.values_list("award", flat=True))
    assert awards == {"一等奖": 2, "二等奖": 2, "三等奖": 4}
    assert not ContestEntry.objects.exclude(place=None).exists()


def check_what_is_planted_of_orders() -> None:
    late = parts().overdue(ON).filter(orderitems__village__isnull=False)
    villages = set(late.values_list("orderitems__village__code", flat=True))
    open_ones = Finding.objects.filter(status=FindingStatus.OPEN)

    assert villages
    assert {one["village"] for one in of_rule("order-overdue")} == villages
    assert {one["village"] for one in of_rule("finding-open")} == set(
        open_ones.values_list("village__code", flat=True)
    )


def check_a_townships_morning_is_light_and_needs_no_click() -> None:
    """With hashed, cached assets the page itself is what is transferred every morning."""
    for one in User.objects.filter(role="township_secretary"):
        body = signed_in(one).get("/").content

        assert len(body) < 100_000, one
        assert b"todo__item" in body, one


def check_supervision_is_the_same_on_every_machine() -> None:
    own = parts().exclude(order__origin=Origin.WARNING)
    orders = own.order_by("order__pk", "pk").values_list(
        "order__kind", "order__number", "unit_name", "status", "status_since", "due_on"
    )  # fmt: skip
    sites = Finding.objects.order_by("pk").values_list("village__code", "group", "status")
    said = Voice.objects.order_by("number").values_list("number", "status", "due_on")
    totals = [
        (one.entry.village.code, one.judged.total) for one in result(Contest.objects.get()).lines
    ]
    rows = [[str(one) for one in row] for row in (*orders, *sites, *said, *totals)]

    assert digest_rows(rows)[:16] == "646ff8c89c6507f7"


CHECKS = tuple(one for name, one in sorted(globals().items()) if name.startswith("check_"))
