"""Orders on paper: one for all, one a unit with its own matters alone."""

import io
from typing import Any

import pytest
from django.urls import reverse
from docx import Document

from rectification.supervision.actions.papers import print_order
from rectification.supervision.models import OrderUnit, SupervisionOrder
from rectification.supervision.states import OrderStatus
from tests.factories import signed_in
from tests.rectification.supervision.situations import (
    EAST,
    WILLOW,
    Cast,
    draft,
    issued,
    only,
    order_in,
)
from villages.accounts.models import User
from villages.trace.models import AuditEntry

pytestmark = pytest.mark.django_db


def words_of(content: bytes) -> str:
    """All words of a document, cells too."""
    document = Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def taken(user: User, order: SupervisionOrder, query: str = "") -> Any:
    return signed_in(user).get(reverse("supervision:paper", args=[order.uid]) + query)


def paper(user: User, order: SupervisionOrder, query: str = "") -> str:
    answer = taken(user, order, query)
    assert answer.status_code == 200
    return words_of(b"".join(answer.streaming_content))


def test_says_everything_that_the_form_has(cast: Cast) -> None:
    order = issued(
        cast, basis="县委常委会第 12 次会议", problem="三眼机井停用", feedback="系统内反馈",
        instruction="请抓紧办", urgency="express",
    )  # fmt: skip

    said = paper(cast.author, order)

    for words in (
        "中共青原县委组织部", "督办单", "督办〔2026〕1号", "2026年10月14日", "加急", "被督办单位",
        "东关街道", "责任人", "机井维修", "县委常委会第 12 次会议", "三眼机井停用",
        "修好并恢复供水。", "办理时限", "2026年10月23日前", "系统内反馈", "请抓紧办",
        cast.author.name, cast.checker.name, "签收人", "签收时间", "李庄村", "3 眼",
    ):  # fmt: skip
        assert words in said, words


@pytest.mark.parametrize("status", OrderStatus)
def test_every_state_has_its_paper(cast: Cast, status: OrderStatus) -> None:
    order = order_in(status, cast)

    assert ("未编号" in paper(cast.author, order)) is (not order.number)


def test_a_unit_has_its_own_paper_with_its_own_matters(cast: Cast) -> None:
    order = issued(cast, townships=(EAST, WILLOW))
    east = only(order, "东关街道")

    whole = paper(cast.author, order)
    one = paper(cast.author, order, f"?unit={east.uid}")

    assert "柳林镇" in whole
    assert "柳林镇" not in one
    assert paper(cast.clerk, order) == one
    each = paper(cast.author, order, "?each=1")
    assert each.count("回　执") == 2
    assert whole.count("回　执") == 1


def test_units_with_days_of_their_own_are_told_apart(cast: Cast) -> None:
    order = draft(cast, townships=(EAST, WILLOW))
    for part, day in zip(order.units.order_by("unit_code"), (1, 2), strict=True):
        part.due_on = f"2026-12-0{day}"
        part.save()

    said = paper(cast.author, order)

    assert "东关街道:2026年12月1日前" in said.replace("：", ":")
    assert "柳林镇:2026年12月2日前" in said.replace("：", ":")


def test_equal_rows_give_equal_bytes_and_the_trail_knows(cast: Cast) -> None:
    order = issued(cast)
    parts = list(OrderUnit.objects.filter(order=order).select_related("order"))

    first, second = (print_order(order, parts, by=cast.author) for _time in range(2))

    assert first == second
    assert first[1] == "督办〔2026〕1号-东关街道.docx"
    assert AuditEntry.objects.filter(action="order.printed").count() == 2
