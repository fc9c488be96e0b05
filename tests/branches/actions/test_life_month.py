"""A month of organization life, filed for all branches of a township at once."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from branches.life_month import sheet_of
from branches.models import Meeting, PartyBranch, QuietMonth
from tests.branches.factories import branch, met, quiet
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.imports.actions.months import close_month
from villages.models import County
from villages.trace.models import AuditEntry

PAGE = "/branches/meetings/2026-10/"
OCTOBER, TOWNSHIP = Month(2026, 10), Scope.of(["999901001"])


@pytest.fixture
def first(county: County) -> PartyBranch:
    return branch(name="甲支部", formal=40, seats=5, filled=4)


@pytest.fixture
def second(county: County) -> PartyBranch:
    return branch("999901001201", "乙支部", 20)


def _stamp() -> str:
    return sheet_of(TOWNSHIP, "999901", OCTOBER).stamp


def _file(client: Client, *filled: dict[str, str], **options: Any) -> Any:
    data = {"stamp": _stamp()}
    for one in filled:
        data |= one
    return client.post(PAGE, {**data, **options})


def _cells(of: PartyBranch, should: str = "40", **kinds: tuple[str, str]) -> dict[str, str]:
    data = {f"{of.uid}-should": should}
    for kind, (day, attended) in kinds.items():
        data |= {f"{of.uid}-{kind}-day": day, f"{of.uid}-{kind}-attended": attended}
    return data


def _held() -> list[tuple[Any, ...]]:
    rows = Meeting.objects.order_by("branch__name", "kind", "held_on")
    return list(
        rows.values_list("branch__name", "kind", "held_on__day", "attended", "should_attend")
    )


def test_a_sheet_is_saved_in_one_act(
    township_client: Client, first: PartyBranch, second: PartyBranch
) -> None:
    page = _file(
        township_client,
        _cells(first, theme_day=("5", "38"), committee=("6", "4"), member_assembly=("２０", "")),
        {**_cells(second, ""), f"{second.uid}-quiet": "1"},
    )

    assert page.status_code == 302
    assert _held() == [
        ("甲支部", "committee", 6, 4, 4),
        ("甲支部", "member_assembly", 20, None, None),
        ("甲支部", "theme_day", 5, 38, 40),
    ]
    assert list(QuietMonth.objects.values_list("branch__name", "month")) == [("乙支部", 202610)]
    (entry,) = AuditEntry.objects.filter(action="branches.month_filed")
    assert entry.count == 4


def test_the_sheet_shows_and_changes_what_is_there(
    township_client: Client, first: PartyBranch
) -> None:
    met(first, "theme_day", date(2026, 10, 5), 30, 40)
    met(first, "theme_day", date(2026, 10, 25), 31, 40)
    met(first, "class", date(2026, 10, 8))
    quiet(first, 202610)

    _file(township_client, _cells(first, theme_day=("6", "35")))

    # The class was emptied, the second theme day is not in the sheet and stays.
    assert _held() == [("甲支部", "theme_day", 6, 35, 40), ("甲支部", "theme_day", 25, 31, 40)]
    assert not QuietMonth.objects.exists()


def test_saving_again_without_a_change_leaves_no_trace(
    township_client: Client, first: PartyBranch
) -> None:
    cells = _cells(first, theme_day=("5", "38"))
    _file(township_client, cells)

    assert _file(township_client, cells).status_code == 302
    assert AuditEntry.objects.filter(action="branches.month_filed").count() == 1


@pytest.mark.parametrize(
    ("kinds", "should", "words"),
    [
        ({"theme_day": ("32", "30")}, "40", "请填写日期,1 至 31"),
        ({"theme_day": ("", "30")}, "40", "请填写日期"),
        ({"theme_day": ("5", "41")}, "40", "多于应到 40 人"),
        ({"theme_day": ("5", "many")}, "40", "实到人数应为整数"),
        ({"theme_day": ("5", "30")}, "", "请先填写应到人数"),
        ({"theme_day": ("5", "30")}, "x", "应到人数应为正整数"),
        ({"committee": ("5", "5")}, "40", "多于应到 4 人"),
        ({"party_group": ("5", "5")}, "40", "只填日期"),
    ],
)
def test_a_wrong_cell_keeps_everything_unsaved(
    township_client: Client, first: PartyBranch, kinds: dict[str, Any], should: str, words: str
) -> None:
    page = _file(township_client, _cells(first, should, **{"class": ("7", "")}, **kinds))

    text = page.content.decode()
    assert words in text
    assert 'value="7"' in text
    assert not Meeting.objects.exists()


def test_quiet_and_held_contradict(township_client: Client, first: PartyBranch) -> None:
    cells = {**_cells(first, theme_day=("5", "")), f"{first.uid}-quiet": "1"}

    assert "不能同时勾选" in _file(township_client, cells).content.decode()
    assert not QuietMonth.objects.exists()


def test_a_day_that_has_not_come_is_refused(township_client: Client, first: PartyBranch) -> None:
    data = {"stamp": _stamp(), **_cells(first, theme_day=("4", "30"))}

    page = township_client.post("/branches/meetings/2026-11/", data)

    assert "日期还没有到" in page.content.decode()


def test_a_change_by_somebody_else_is_not_overwritten(
    township_client: Client, first: PartyBranch
) -> None:
    stale = _stamp()
    met(first, "theme_day", date(2026, 10, 9), 12, 40)

    page = _file(township_client, _cells(first, theme_day=("5", "38")), stamp=stale)

    assert page.status_code == 409
    assert "刚被他人改动" in page.content.decode()
    assert _held() == [("甲支部", "theme_day", 9, 12, 40)]


def test_a_closed_month_is_refused(
    township_client: Client, first: PartyBranch, people: dict[str, Any]
) -> None:
    close_month(by=people["county_staff"], county="999901", month=OCTOBER)

    page = _file(township_client, _cells(first, theme_day=("5", "38")))

    assert "已封账" in page.content.decode()
    assert not Meeting.objects.exists()


def test_two_meetings_of_a_kind_on_one_day_are_refused(
    township_client: Client, first: PartyBranch
) -> None:
    met(first, "theme_day", date(2026, 10, 5))
    met(first, "theme_day", date(2026, 10, 25))

    page = _file(township_client, _cells(first, theme_day=("25", "")))

    assert "同一天" in page.content.decode()
    assert [row[2] for row in _held()] == [5, 25]


def test_other_townships_are_not_touched(township_client: Client, first: PartyBranch) -> None:
    foreign = branch("999901101200", "外乡支部", 20)

    _file(township_client, _cells(foreign, "20", theme_day=("5", "18")))

    assert not Meeting.objects.exists()


def test_a_sheet_costs_the_same_for_few_and_many(
    county: County, django_assert_num_queries: Any
) -> None:
    for number in range(15):
        met(branch(name=f"第{number}支部", formal=20), "theme_day", date(2026, 10, 5), 1, 20)
    sheet_of(TOWNSHIP, "999901", OCTOBER)  # the parameters are cached from here on

    with django_assert_num_queries(4):
        assert len(sheet_of(TOWNSHIP, "999901", OCTOBER).lines) == 15
