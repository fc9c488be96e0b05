"""What ledgers know of a village's month is shown and not asked."""

from datetime import date

import pytest

from tests.branches.factories import branch, counted
from tests.cadres.judging import in_post, person, posted, village_of
from tests.villages.affairs.factories import disclosed
from tests.villages.filings.landings import many, statements
from villages.common.periods import Month, Quarter
from villages.filings.figures.derived import derived

MONTH = Month(2026, 10)
pytestmark = pytest.mark.usefixtures("county")


def told(month: Month = MONTH) -> dict[str, str]:
    pk = village_of().pk
    return {one.label: one.text for one in derived([pk], month)[pk]}


def test_nothing_written_down_is_not_told_as_zero() -> None:
    assert told() == {
        "党组织书记": "未登记", "第一书记": "没有选派", "2026年三季度财务公开": "未登记",
    }  # fmt: skip


def test_members_of_all_branches_by_their_newest_count() -> None:
    branch(name="第一党支部", formal=20)
    second = branch(name="第二党支部")
    assert told() | {"党支部": "2 个", "党员": "未登记"} == told()

    counted(second, 8, probationary=1)
    counted(second, 30, date(2026, 11, 30))

    assert told()["党员"] == "29 人"


def test_a_secretary_who_left_leaves_a_vacancy() -> None:
    in_post(person("张明"), date(2022, 6, 20), ended_on=date(2026, 10, 15), end_reason="resigned")

    assert told(Month(2026, 9))["党组织书记"] == "张明"
    assert told()["党组织书记"] == "空缺"


def test_the_first_secretary_and_the_last_whole_quarter() -> None:
    posted("李强")
    disclosed(village_of(), "finance", Quarter(2026, 3), published_on=date(2026, 10, 6))

    assert told()["第一书记"] == "李强"
    assert told()["2026年三季度财务公开"] == "2026-10-06"
    assert "2026年二季度财务公开" in told(Month(2026, 8))


def test_statements_do_not_grow_with_villages() -> None:
    few, crowd = many(5, village_of()), many(40, village_of("999901101200"))
    branch(few[0])
    branch(crowd[0])

    small = statements(lambda: derived([one.pk for one in few], MONTH))

    assert statements(lambda: derived([one.pk for one in crowd], MONTH)) == small
