"""What waits for whom: open work, the first page's numbers, search, packs of evidence."""

from typing import Any

import pytest
from django.urls import reverse

from rectification.supervision.actions.extending import ask_time
from rectification.supervision.evidence import EVIDENCE
from rectification.supervision.search import find_orders
from rectification.supervision.states import UnitStatus
from rectification.supervision.todos import TODOS
from tests.factories import signed_in
from tests.rectification.supervision.situations import (
    COUNTY,
    EAST,
    SIGNED,
    TODAY,
    WILLOW,
    Cast,
    draft,
    issued,
    order_in,
    part_in,
)
from villages.accounts.models import User
from villages.common.registries import EvidenceAsked, TodoItem

pytestmark = pytest.mark.django_db


def todos(user: User) -> list[TodoItem]:
    """What the first page would list for this person."""
    source = next(one for one in TODOS if one.key == "orders")
    assert source.rows is not None
    found = list(source.items(user)) if source.allowed(user) else []
    assert not found or source.rows(user).exists()
    return found


def titles(user: User) -> list[str]:
    return [one.title.split(":")[0] for one in todos(user)]


def test_a_draft_waits_for_whoever_did_not_write_it(cast: Cast) -> None:
    draft(cast)

    assert titles(cast.checker) == ["审核"]
    assert titles(cast.author) == []
    assert titles(cast.clerk) == []


def test_a_checked_paper_waits_to_be_issued(cast: Cast) -> None:
    order_in("reviewed", cast)

    assert titles(cast.checker) == ["签发"]


def test_a_draft_without_units_waits_for_its_author_alone(cast: Cast) -> None:
    draft(cast, townships=())

    assert titles(cast.checker) == []


@pytest.mark.parametrize(
    ("status", "unit", "house"),
    [
        (UnitStatus.ISSUED, ["签收"], []),
        (UnitStatus.RECEIVED, ["反馈"], []),
        (UnitStatus.REPLIED, [], ["核查反馈"]),
        (UnitStatus.RETURNED, ["按退回意见重新反馈"], []),
        (UnitStatus.VERIFIED, [], ["办结销号"]),
        (UnitStatus.CLOSED, [], []),
        (UnitStatus.REVOKED, [], []),
    ],
)
def test_a_part_waits_for_one_side(
    cast: Cast, status: UnitStatus, unit: list[str], house: list[str]
) -> None:
    part = part_in(status, cast, townships=(EAST,))

    assert titles(cast.clerk) == unit
    assert titles(cast.author) == house
    assert titles(cast.stranger) == []
    for item in (*todos(cast.clerk), *todos(cast.author)):
        assert signed_in(cast.clerk if unit else cast.author).get(item.url).status_code == 200
        assert part.uid in item.url


def test_a_department_has_its_own_queue(cast: Cast) -> None:
    issued(cast, townships=(), departments=[cast.department, cast.empty])

    # The county answers for a department without anybody in its seat.
    assert [one.detail.split(" → ")[1] for one in todos(cast.seat)] == ["县水利局"]
    assert [one.detail.split(" → ")[1] for one in todos(cast.author)] == ["县民政局"]


def test_a_request_for_time_waits_for_the_house(cast: Cast) -> None:
    part = part_in(UnitStatus.RECEIVED, cast, townships=(EAST,))
    ask_time(part, by=cast.clerk, on=SIGNED, new_due_on=part.due_on.replace(day=20), reason="配件")

    assert titles(cast.author) == ["审批延期"]


def test_late_work_is_urgent(cast: Cast, monkeypatch: Any) -> None:
    part_in(UnitStatus.RECEIVED, cast, townships=(EAST,))
    assert [one.severity for one in todos(cast.clerk)] == ["normal"]

    monkeypatch.setenv("PORTAL_TODAY", "2026-11-10")

    assert [one.severity for one in todos(cast.clerk)] == ["urgent"]


def tiles(user: User) -> dict[str, tuple[int, str]]:
    """The numbers of the first page with the addresses of their rows."""
    answer = signed_in(user).get(reverse("supervision:hub"))
    return {one["label"]: (one["value"], one["href"]) for one in answer.context["tiles"]}


@pytest.mark.parametrize("name", ["author", "checker", "clerk", "seat"])
def test_every_number_opens_just_its_rows(cast: Cast, name: str, monkeypatch: Any) -> None:
    part_in(UnitStatus.ISSUED, cast, departments=[cast.department, cast.empty])
    part_in(UnitStatus.REPLIED, cast)
    asked = part_in(UnitStatus.RECEIVED, cast)
    ask_time(asked, by=cast.clerk, on=SIGNED, new_due_on=asked.due_on.replace(day=20),
             reason="配件")  # fmt: skip
    monkeypatch.setenv("PORTAL_TODAY", "2026-11-10")
    user = getattr(cast, name)
    found = tiles(user)

    assert sum(value for value, _url in found.values()) > 0
    for label, (value, url) in found.items():
        if not url.startswith("#"):
            rows = signed_in(user).get(url).context["list"].listing.matching
            assert rows.count() == value, (label, url)


def test_the_countys_own_overdue_stands_on_the_first_page(cast: Cast, monkeypatch: Any) -> None:
    order = issued(cast, townships=(), departments=[cast.department])
    part_in(UnitStatus.REPLIED, cast, townships=(EAST,))
    monkeypatch.setenv("PORTAL_TODAY", "2026-11-10")

    assert tiles(cast.author)["县里自己逾期"][0] == 2
    # A township sees that its own reply was not looked at, and nothing of the department.
    assert tiles(cast.clerk)["县里自己逾期"][0] == 1
    body = signed_in(cast.clerk).get(reverse("supervision:hub")).content.decode()
    assert order.uid not in body


def test_a_township_asks_the_county_with_the_same_lights(cast: Cast, monkeypatch: Any) -> None:
    order = draft(cast, by=cast.clerk, townships=(), departments=[cast.department])
    from rectification.supervision.actions.issuing import check, issue
    from tests.rectification.supervision.situations import CHECKED, ISSUED, at

    check(order, by=cast.secretary, on=CHECKED)
    issue(order, by=cast.secretary, on=ISSUED, at=at(ISSUED))
    monkeypatch.setenv("PORTAL_TODAY", "2026-11-10")

    assert titles(cast.seat) == ["签收"]
    assert tiles(cast.clerk)["承办单位逾期"][0] == 1
    assert tiles(cast.author)["县里自己逾期"][0] == 1
    assert tiles(cast.stranger)["承办单位逾期"][0] == 0


def test_search_finds_by_number_and_subject_inside_ones_scope(cast: Cast) -> None:
    order = issued(cast)

    for words in ("督办〔2026〕1号", "机井", "督办 机井"):
        (hit,) = find_orders(cast.clerk, words, 5)
        assert hit.url == reverse("supervision:order", args=[order.uid])
        assert find_orders(cast.stranger, words, 5) == []
    assert find_orders(cast.clerk, " ", 5) == []


def test_packs_hold_what_the_township_was_sent_and_no_draft(cast: Cast) -> None:
    issued(cast, townships=(EAST, WILLOW))
    draft(cast, subject="没有发出")
    source = next(one for one in EVIDENCE if one.key == "orders")
    asked = EvidenceAsked(EAST, TODAY, cast.author)

    files = list(source.files(asked))
    tables = {one.key: list(one.rows()) for one in source.tables(asked)}

    assert [one.path for one in files] == ["督办单/督办〔2026〕1号.docx"]
    assert files[0].content() == files[0].content()
    assert [row["subject"] for row in tables["orders"]] == ["机井维修"]
    assert [row["unit_name"] for row in tables["order-units"]] == ["东关街道"]
    assert [row["text"] for row in tables["order-items"]] == ["东头机井不出水"]
    county = list(source.files(EvidenceAsked(COUNTY, TODAY, cast.author)))
    assert len(county) == 1
