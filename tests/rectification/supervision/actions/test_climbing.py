"""The ladder: drafted by the system once a part and rung, looked at and sent by a person."""

from datetime import date
from typing import Any

import pytest

from rectification.supervision.actions.climbing import climb_due, draft_next
from rectification.supervision.actions.daily import request_daily
from rectification.supervision.actions.issuing import check, drop, issue, revoke
from rectification.supervision.choices import OrderKind
from rectification.supervision.figures.climbing import parts_to_climb
from rectification.supervision.models import (
    OrderEvent,
    OrderItem,
    OrderRule,
    OrderUnit,
    SupervisionOrder,
)
from rectification.supervision.states import OWING, UnitStatus
from rectification.supervision.tasks import daily
from tests.rectification.acceptance.test_accepting import refused
from tests.rectification.supervision.situations import (
    COUNTY,
    EAST,
    LI,
    TODAY,
    WILLOW,
    Cast,
    at,
    issued,
    only,
    part_in,
)
from villages.accounts.actors import SCHEDULE
from villages.jobs.models import Job
from villages.jobs.running import perform
from villages.trace.models import AuditEntry

pytestmark = pytest.mark.django_db
# The reminder was due on Friday; three working days later is a Wednesday.
DUE = date(2026, 10, 23)
BEFORE, THEN = date(2026, 10, 27), date(2026, 10, 28)
REMINDER = {"kind": OrderKind.REMIND, "due_on": DUE}


def late(cast: Cast, status: UnitStatus = UnitStatus.ISSUED, **given: Any) -> OrderUnit:
    """东关街道 has not answered a reminder."""
    return part_in(status, cast, **{**REMINDER, **given})


def test_an_unanswered_order_climbs_one_rung(cast: Cast) -> None:
    part = late(cast, townships=(EAST,))
    assert climb_due(COUNTY, BEFORE, by=SCHEDULE) == 0

    assert climb_due(COUNTY, THEN, by=SCHEDULE) == 1

    made = SupervisionOrder.objects.get(origin="ladder")
    assert (made.kind, made.status, made.from_code) == ("urge", "draft", COUNTY)
    assert (made.previous, made.origin_uid) == (part, part.uid)
    assert (made.author, made.author_name) == (None, "定时任务")
    assert made.problem == (
        "提醒〔2026〕1号“机井维修”应于 2026-10-23 前办结并反馈,至今没有签收,已逾期 3 个工作日。"
    )
    [item] = OrderItem.objects.filter(unit=only(made))
    assert (item.text, item.village.code) == ("东头机井不出水", LI)
    assert item.data == "3 眼;提醒〔2026〕1号 2026-10-23 逾期 3 个工作日"
    # Once: neither the same day nor any other.
    assert climb_due(COUNTY, THEN, by=SCHEDULE) == climb_due(COUNTY, TODAY, by=SCHEDULE) == 0


def test_the_draft_is_nobodys_and_anybody_of_the_house_sends_it(cast: Cast) -> None:
    part = late(cast)
    climb_due(COUNTY, THEN, by=SCHEDULE)
    made = SupervisionOrder.objects.get(previous=part)
    assert not SupervisionOrder.objects.visible_to(cast.clerk).filter(pk=made.pk).exists()
    assert not OrderEvent.objects.visible_to(cast.clerk).filter(step="escalated").exists()
    told = AuditEntry.objects.filter(action__in=("order.escalated", "order.drafted"))
    assert set(told.values_list("township_code", flat=True)) == {""}

    check(made, by=cast.author, on=THEN)
    issue(made, by=cast.author, on=THEN, at=at(THEN))

    assert SupervisionOrder.objects.visible_to(cast.clerk).filter(pk=made.pk).exists()


def test_the_whole_ladder(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_TODAY", "2027-12-31")
    part, kinds = late(cast, townships=(EAST,)), []
    day = date(2026, 12, 1)
    while climb_due(COUNTY, day, by=SCHEDULE):
        made = SupervisionOrder.objects.get(previous=part)
        check(made, by=cast.author, on=day)
        issue(made, by=cast.author, on=day, at=at(day))
        kinds.append(made.kind)
        part, day = only(made), date(day.year + day.month // 12, day.month % 12 + 1, 1)

    assert kinds == ["urge", "supervise", "interview", "hung"]


@pytest.mark.parametrize("status", UnitStatus)
def test_only_who_owes_an_answer_climbs(status: UnitStatus, cast: Cast) -> None:
    part = late(cast, status) if status != UnitStatus.PREPARED else part_in(status, cast)

    found = {one.pk for one in parts_to_climb(COUNTY, TODAY)}

    assert (part.pk in found) is (status in OWING)
    if status not in OWING and status != UnitStatus.PREPARED:
        refused("order_not_overdue", draft_next, part, by=cast.author, on=TODAY)


def test_a_person_may_climb_earlier_but_not_twice(cast: Cast) -> None:
    part = late(cast, townships=(EAST,))
    refused("order_not_overdue", draft_next, part, by=cast.author, on=DUE)
    refused("order_side", draft_next, part, by=cast.clerk, on=BEFORE)

    made = draft_next(part, by=cast.author, on=BEFORE)

    assert made.author == cast.author
    refused("order_climbed", draft_next, part, by=cast.checker, on=THEN)
    drop(made, by=cast.author, on=THEN, text="已电话说好")
    # The calendar does not insist, a person may.
    assert climb_due(COUNTY, TODAY, by=SCHEDULE) == 0
    assert draft_next(part, by=cast.checker, on=TODAY).kind == "urge"


def test_departments_climb_as_townships_do(cast: Cast) -> None:
    order = issued(cast, **REMINDER, townships=(), departments=[cast.department])
    OrderItem.objects.all().delete()

    assert climb_due(COUNTY, THEN, by=SCHEDULE) == 1

    made = SupervisionOrder.objects.get(previous=only(order))
    part = only(made)
    assert (part.department, part.unit_name) == (cast.department, "县水利局")
    # Without items the whole matter is carried over.
    assert part.orderitems.get().text == "机井维修"


def test_the_countys_rule_decides(cast: Cast) -> None:
    part = late(cast, townships=(EAST,))
    OrderRule.objects.filter(kind="remind").update(next_kind="", after_days=None)

    assert climb_due(COUNTY, TODAY, by=SCHEDULE) == 0
    refused("order_no_next_rung", draft_next, part, by=cast.author, on=TODAY)


def test_what_was_revoked_or_moved_climbs_no_more(cast: Cast) -> None:
    part = late(cast, townships=(EAST, WILLOW))
    OrderUnit.objects.filter(unit_name="柳林镇").update(due_on=date(2026, 12, 1))
    assert [one.pk for one in parts_to_climb(COUNTY, TODAY)] == [part.pk]

    revoke(part.order, by=cast.checker, on=TODAY, text="发错了")

    assert parts_to_climb(COUNTY, TODAY) == []


def test_every_night_a_job_for_every_county_in_need(cast: Cast, other_county: Any) -> None:
    late(cast)
    assert request_daily(on=BEFORE, by=SCHEDULE) == []

    jobs = request_daily(on=THEN, by=SCHEDULE)

    assert [one.county_code for one in jobs] == [COUNTY]
    assert [one.pk for one in request_daily(on=THEN, by=SCHEDULE)] == [jobs[0].pk]
    assert perform(jobs[0].uid) == "done"
    jobs[0].refresh_from_db()
    assert jobs[0].result["drafted"] == 2
    assert request_daily(on=TODAY, by=SCHEDULE) == []


def test_the_beat_looks_at_today(cast: Cast) -> None:
    late(cast)

    daily()

    assert Job.objects.get().key == f"supervision.daily:{COUNTY}:{TODAY.isoformat()}"


def test_what_somebody_did_meanwhile_stops_nothing(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = late(cast)
    found = parts_to_climb(COUNTY, THEN)
    draft_next(part, by=cast.author, on=THEN)
    where = "rectification.supervision.actions.climbing.parts_to_climb"
    monkeypatch.setattr(where, lambda _county, _on: found)

    assert climb_due(COUNTY, THEN, by=SCHEDULE) == 1
