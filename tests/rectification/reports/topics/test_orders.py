"""Orders in a report: only papers that left their house, by the app's own count."""

from datetime import date

import pytest

from rectification.reports.content import ReportContent
from rectification.supervision.figures.order_sums import order_sums
from rectification.supervision.models import OrderUnit, SupervisionOrder
from rectification.supervision.states import OrderStatus, UnitStatus
from rectification.supervision.voice_states import VoiceStatus
from tests.rectification.reports.topics.telling import (
    as_rows,
    asked,
    check_frozen,
    queries,
    rows,
    said,
    told,
    values,
)
from tests.rectification.supervision.conftest import cast
from tests.rectification.supervision.situations import (
    COUNTY,
    EAST,
    LI,
    WILLOW,
    Cast,
    draft,
    issued,
    only,
    order_in,
    part_in,
)
from tests.rectification.supervision.voices.brought import voice_in
from villages.common.periods import Month

__all__ = ["cast"]
pytestmark = pytest.mark.django_db
LAST, SEPTEMBER = date(2026, 10, 31), date(2026, 9, 14)


@pytest.fixture
def mixed(cast: Cast) -> Cast:
    """One closed and one waiting, one to two departments that is late, one of September."""
    part_in(UnitStatus.CLOSED, cast)
    late = issued(cast, departments=[cast.department], townships=(), subject="支渠清淤")
    OrderUnit.objects.filter(order=late).update(due_on=date(2026, 10, 23))
    old = issued(cast, townships=(WILLOW,), on=SEPTEMBER, issued_on=SEPTEMBER)
    OrderUnit.objects.filter(order=old).update(due_on=date(2026, 9, 28))
    return cast


def content_of() -> ReportContent:
    return told("orders")


def test_numbers_are_those_of_the_app(mixed: Cast) -> None:
    found = values(content_of(), "orders.")

    orders = SupervisionOrder.objects.in_county(COUNTY)
    parts = OrderUnit.objects.in_county(COUNTY)
    app = order_sums(orders, parts, first=date(2026, 10, 1), last=LAST, on=LAST)
    year = order_sums(orders, parts, first=date(2026, 1, 1), last=LAST, on=LAST)
    assert found["issued"] == sum(one.orders for one in app.kinds) == 2
    assert found["parts"] == sum(one.parts for one in app.kinds) == 3
    assert found["overdue"] == len(app.late.townships) + len(app.late.departments) == 2
    assert found["open"] == sum(app.lights.values()) == 3
    assert found["closed"] == 1
    assert found["punctual"] == str(year.punctual[0].share) == "50.00"


def test_every_figure_comes_from_its_frozen_rows_again(mixed: Cast) -> None:
    check_frozen(content_of())


def test_drafts_and_revoked_papers_do_not_appear(cast: Cast) -> None:
    draft(cast, subject="还没发出")
    order_in(OrderStatus.REVOKED, cast, subject="发错了的")
    order_in(OrderStatus.DROPPED, cast, subject="作废了的")

    content = content_of()

    assert rows(content, "orders") == []
    assert content.tables == content.problems == ()
    assert not [key for key in said(content) if key.startswith("orders.")]


def test_papers_about_complaints_and_those_that_press_for_them_stay_out(cast: Cast) -> None:
    voice = voice_in(VoiceStatus.ASSIGNED, cast, kind="complaint", at=LI)
    first = issued(cast, subject="投诉举报办理")
    second, third = issued(cast, subject="再催投诉"), issued(cast, subject="三催投诉")
    rows_of = SupervisionOrder.objects.filter
    rows_of(pk=first.pk).update(origin="voice", origin_uid=voice.uid)
    rows_of(pk=second.pk).update(origin="ladder", previous=only(first))
    rows_of(pk=third.pk).update(origin="ladder", previous=only(second))
    issued(cast, subject="照常办理")

    content = content_of()

    assert {row["subject"] for row in rows(content, "orders")} == {"照常办理"}
    assert "投诉" not in str(content.to_json())


def test_the_annex_names_number_unit_and_day(mixed: Cast) -> None:
    content = content_of()

    late = content.table("overdue")
    assert late.headers == ("序号", "文号", "承办单位", "事项", "应办结", "逾期")
    assert [row[1:] for row in late.rows] == [
        ("督办〔2026〕3号", "柳林镇", "机井维修", "2026-09-28", "24个工作日"),
        ("督办〔2026〕2号", "县水利局", "支渠清淤", "2026-10-23", "5个工作日"),
    ]
    assert late.annex
    slips = content.table("slips").rows
    assert [(row[1], row[3], row[6]) for row in slips] == [
        ("督办〔2026〕2号", "县水利局", "待签收"),
        ("督办〔2026〕1号", "东关街道", "已办结"),
        ("督办〔2026〕1号", "柳林镇", "待签收"),
    ]


def test_whoever_is_late_is_named_with_the_matter(mixed: Cast) -> None:
    content = content_of()

    problem = content.problems[0]
    assert (problem.kind, problem.unit_codes) == ("orders.overdue", (WILLOW, "县水利局"))
    assert content.said(problem.line).text == (
        "柳林镇、县水利局2件督办事项逾期，如柳林镇承办的督办〔2026〕3号“机井维修”"
        "应于2026年9月28日前反馈，已逾期24个工作日。"
    )
    assert said(content)["orders.answer"].startswith("柳林镇、县水利局于2026年11月30日前")


def test_a_township_has_its_own_overdue_parts(mixed: Cast) -> None:
    content = content_of()

    parts = [content.figure(f"orders.overdue.{unit}").value for unit in (EAST, WILLOW)]
    assert parts == [0, 1]


def test_what_ended_before_the_period_is_no_news(cast: Cast) -> None:
    part_in(UnitStatus.CLOSED, cast)

    later = told("orders", about=asked(Month(2027, 2), on=date(2027, 3, 3)))

    assert [row["unit"] for row in as_rows(later.base_of["orders"])] == ["柳林镇"]
    assert later.figure("orders.punctual").gap == "no-base"


def test_three_queries_however_many_orders(mixed: Cast) -> None:
    assert queries("orders", asked()) <= 3
