"""Numbers, days, the quiet rule, and that nobody checks an own draft."""

from datetime import date
from typing import Any

import pytest

from rectification.supervision.actions.issuing import check, drop, issue
from rectification.supervision.actions.lists import end_entry, install_defaults
from rectification.supervision.choices import OrderKind, UnitRole
from rectification.supervision.models import (
    Department,
    OrderEvent,
    OrderRule,
    OrderSeries,
    OrderUnit,
    SupervisionOrder,
)
from tests.rectification.acceptance.test_accepting import refused
from tests.rectification.supervision.situations import (
    CHECKED,
    EAST,
    ISSUED,
    TODAY,
    WILLOW,
    Cast,
    at,
    draft,
    issued,
    only,
)
from villages.models import CalendarDay, County, Parameter
from villages.workdays import forget

pytestmark = pytest.mark.django_db
NOON = at(ISSUED, 12)


def checked(cast: Cast, **given: Any) -> SupervisionOrder:
    """A draft that waits for its signature."""
    return check(draft(cast, **given), by=cast.checker, on=CHECKED)


def signed(order: SupervisionOrder, cast: Cast, **given: Any) -> SupervisionOrder:
    """Issued on the day, at nine unless said otherwise."""
    return issue(order, **{"by": cast.checker, "on": ISSUED, "at": at(ISSUED), **given})


def test_numbers_run_by_house_kind_and_year(cast: Cast) -> None:
    first = issued(cast)
    second = issued(cast)
    letter = issued(cast, kind=OrderKind.REMIND)
    ours = issued(
        cast, by=cast.clerk, checker=cast.secretary, townships=(), departments=[cast.department]
    )

    shown = [one.number_shown for one in (first, second, letter, ours)]
    assert shown == [
        "督办〔2026〕1号", "督办〔2026〕2号", "提醒〔2026〕1号", "督办〔2026〕1号",
    ]  # fmt: skip
    assert ours.from_name == "东关街道"


def test_a_number_that_was_refused_is_given_to_the_next(cast: Cast) -> None:
    short = checked(cast, due_on=ISSUED)
    refused("order_too_short", signed, short, cast=cast)

    assert not OrderSeries.objects.exists()
    assert issued(cast).number == 1


def test_a_new_year_begins_at_one(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    issued(cast)
    monkeypatch.setenv("PORTAL_TODAY", "2027-01-05")

    day = date(2027, 1, 4)
    order = issued(cast, on=day, issued_on=day)

    assert order.number_shown == "督办〔2027〕1号"


@pytest.mark.parametrize(
    ("kind", "urgency", "due"),
    [
        (OrderKind.SUPERVISE, "plain", date(2026, 11, 4)),
        (OrderKind.SUPERVISE, "express", date(2026, 10, 23)),
        (OrderKind.SUPERVISE, "extra", date(2026, 10, 19)),
        # The rule of the kind says it, whatever the urgency.
        (OrderKind.BULLETIN, "plain", date(2026, 10, 23)),
        (OrderKind.INTERVIEW, "plain", date(2026, 10, 19)),
    ],
)
def test_the_day_follows_from_kind_and_urgency(
    kind: OrderKind, urgency: str, due: date, cast: Cast
) -> None:
    order = issued(cast, kind=kind, urgency=urgency)

    part = only(order)
    assert (order.due_on, part.due_on, part.first_due_on) == (due, due, due)
    assert not order.short_notice


def test_the_calendar_and_the_parameter_of_the_day_hold(cast: Cast) -> None:
    CalendarDay.objects.create(day=date(2026, 10, 15), is_workday=False, name="测试")
    forget()
    Parameter.objects.create(
        key="supervision.reply_extra", county_code="999901", value=5,
        effective_from=date(2026, 10, 1),
    )  # fmt: skip

    assert issued(cast, urgency="extra").due_on == date(2026, 10, 22)


def test_the_day_of_the_paper_holds_unless_a_unit_has_its_own(cast: Cast) -> None:
    order = draft(cast, townships=(EAST, WILLOW), due_on=date(2026, 10, 30))
    OrderUnit.objects.filter(unit_name="柳林镇").update(due_on=date(2026, 11, 20))

    issue(check(order, by=cast.checker, on=CHECKED), by=cast.checker, on=ISSUED, at=at(ISSUED))

    assert only(order, "东关街道").due_on == date(2026, 10, 30)
    assert only(order, "柳林镇").due_on == date(2026, 11, 20)


def test_no_notice_at_noon_for_an_answer_by_the_evening(cast: Cast) -> None:
    order = checked(cast, due_on=ISSUED)

    refused("order_too_short", signed, order, cast=cast, at=NOON)

    order.refresh_from_db()
    assert (order.status, order.number) == ("reviewed", None)
    assert only(order).status == "prepared"
    assert not OrderEvent.objects.filter(step="issue").exists()


def test_one_unit_with_too_short_a_day_is_enough(cast: Cast) -> None:
    order = draft(cast, townships=(EAST, WILLOW))
    OrderUnit.objects.filter(unit_name="柳林镇").update(due_on=date(2026, 10, 15))
    check(order, by=cast.checker, on=CHECKED)

    refused("order_too_short", signed, order, cast=cast, at=NOON)

    # Sixteen working hours from nine o'clock on.
    assert not signed(order, cast).short_notice


def test_urgent_matters_need_a_name_and_are_counted(cast: Cast) -> None:
    order = checked(cast, due_on=ISSUED, urgent_by="县委副书记 李明")

    made = signed(order, cast, at=NOON)

    assert (made.short_notice, made.urgent_by) == (True, "县委副书记 李明")
    # The name alone does not make an order urgent.
    assert not issued(cast, urgent_by="李明").short_notice


def test_the_county_decides_how_short_is_too_short(cast: Cast) -> None:
    Parameter.objects.create(
        key="supervision.shortest_hours", county_code="999901", value=4,
        effective_from=date(2026, 10, 1),
    )  # fmt: skip
    order = checked(cast, due_on=ISSUED)

    refused("order_too_short", signed, order, cast=cast, at=at(ISSUED, 13, 1))
    assert not signed(order, cast, at=at(ISSUED, 13)).short_notice


def test_a_paper_dated_back_counts_hours_from_the_real_moment(cast: Cast) -> None:
    order = checked(cast, due_on=date(2026, 10, 16))

    late = {"on": ISSUED, "at": at(date(2026, 10, 16), 12)}
    refused("order_too_short", signed, order, cast=cast, **late)
    gone = {"on": ISSUED, "at": at(date(2026, 10, 17))}
    refused("order_due_past", signed, order, cast=cast, **gone)


def test_a_day_that_is_over_is_no_day(cast: Cast) -> None:
    order = checked(cast, due_on=date(2026, 10, 9), urgent_by="李明")

    refused("order_due_past", signed, order, cast=cast)


def test_an_order_needs_a_leading_unit_and_a_rule(cast: Cast) -> None:
    refused("order_no_lead", check, draft(cast, townships=()), by=cast.checker, on=CHECKED)
    order = checked(cast)
    OrderUnit.objects.filter(order=order).update(role=UnitRole.HELP)
    refused("order_no_lead", signed, order, cast=cast)
    OrderUnit.objects.filter(order=order).update(role=UnitRole.LEAD)
    OrderRule.objects.filter(kind="supervise").update(valid_from=date(2026, 10, 20))

    refused("no_order_rule", signed, order, cast=cast)


def test_nobody_checks_or_issues_an_own_draft(cast: Cast) -> None:
    order = draft(cast)
    refused("order_own_draft", check, order, by=cast.author, on=CHECKED)
    check(order, by=cast.checker, on=CHECKED)

    refused("order_own_draft", signed, order, cast=cast, by=cast.author)

    # Nor by standing in for the author.
    cast.checker.acting_for = cast.author
    refused("order_own_draft", signed, order, cast=cast)


def test_whoever_left_leaves_the_draft_to_the_house(cast: Cast) -> None:
    order = draft(cast)
    refused("order_side", drop, order, by=cast.checker, on=CHECKED, text="重复")
    cast.author.is_active = False
    cast.author.save()

    assert drop(order, by=cast.checker, on=CHECKED, text="重复").status == "dropped"


def test_another_person_in_the_township_signs_its_papers(cast: Cast) -> None:
    order = draft(cast, by=cast.clerk, townships=(), departments=[cast.department])
    refused("order_side", check, order, by=cast.checker, on=CHECKED)
    refused("order_side", check, order, by=cast.stranger, on=CHECKED)

    assert check(order, by=cast.secretary, on=CHECKED).checked_by == cast.secretary.name


def test_every_unit_gets_an_event_of_its_own(cast: Cast) -> None:
    order = issued(cast, townships=(EAST, WILLOW))

    events = OrderEvent.objects.filter(order=order, step="issue").order_by("id")
    told = [(one.unit and one.unit.unit_name, one.from_status, one.to_status) for one in events]
    assert told == [
        (None, "reviewed", "issued"),
        ("东关街道", "prepared", "issued"),
        ("柳林镇", "prepared", "issued"),
    ]


def test_lists_are_installed_once(cast: Cast) -> None:
    county, again = County.objects.get(code="999901"), {"by": cast.author, "on": TODAY}

    assert install_defaults(county=county, **again) == 0
    assert OrderRule.objects.count() == len(OrderKind)
    assert Department.objects.filter(valid_from=date(2026, 1, 1)).count() == 13
    ladder = {one.kind: (one.next_kind, one.after_days) for one in OrderRule.objects.all()}
    assert {kind: to for kind, to in ladder.items() if to[0]} == {
        "remind": ("urge", 3), "urge": ("supervise", 3), "supervise": ("interview", 5),
        "interview": ("hung", 10),
    }  # fmt: skip
    # A list that the county keeps itself is left alone.
    OrderRule.objects.all().delete()
    assert install_defaults(county=county, **again) == len(OrderKind)


def test_an_entry_of_a_list_ends_and_keeps_what_used_it(cast: Cast) -> None:
    order = issued(cast, departments=[cast.department])
    early = {"by": cast.author, "valid_to": date(2025, 12, 31)}
    refused("department_days_order", end_entry, cast.department, **early)

    end_entry(cast.department, by=cast.author, valid_to=TODAY)

    assert only(order, "县水利局").department.valid_to == TODAY
    refused("order_unit_ended", draft, cast, departments=[Department.objects.get(name="县水利局")])
