"""Sheets as counties have them, with their own header words and orders."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from branches.figures import members
from branches.models import DevelopmentRecord, Meeting, MemberCount, PartyBranch
from tests.branches.factories import branch, village
from tests.branches.figures.test_members import SCOPE
from tests.sheets import bring, write
from villages.models import County

PLACE = ["乡镇", "行政村"]


@pytest.fixture(autouse=True)
def _own_files(tmp_path: Path, settings: Any, county: County) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"


def _bring(key: str, tmp_path: Path, head: list[str], *rows: list[Any]) -> Any:
    return bring(key, write(tmp_path / f"{key}.xlsx", [head, *rows]))


BRANCH_HEAD = [*PLACE, "党支部名称", "组织类型", "成立时间", "支委职数", "换届时间", "任期"]
BRANCH_ROWS = [
    ["东关街道", "李庄村", "李庄村党支部", "党支部", "2018年6月20日", "5", "2021-03-15", "5年"],
    ["柳林镇", "李庄村", "柳林李庄村党总支", "党总支", date(2018, 6, 20), 5, "2021.3.15", None],
]


def test_a_roster_with_other_words_is_read(tmp_path: Path) -> None:
    first = _bring("branches", tmp_path, BRANCH_HEAD, *BRANCH_ROWS)
    again = _bring("branches", tmp_path, BRANCH_HEAD, *BRANCH_ROWS)

    assert (first.errors, first.created, again.unchanged) == ([], 2, 2)
    rows = PartyBranch.objects.order_by("name").values_list(
        "name", "kind", "founded_on", "seats", "term_years", "term_ends_on"
    )
    founded, ends = date(2018, 6, 20), date(2026, 3, 15)
    assert list(rows) == [
        ("李庄村党支部", "branch", founded, 5, 5, ends),
        ("柳林李庄村党总支", "general", founded, 5, 5, ends),
    ]


def test_a_later_sheet_hangs_branches_below(tmp_path: Path) -> None:
    top = branch("999901101200", "党总支", kind="general")

    _bring(
        "branches", tmp_path, [*PLACE, "隶属党组织", "党支部名称"],
        ["柳林镇", "李庄村", "党总支", "第一党支部"],
    )  # fmt: skip

    assert PartyBranch.objects.get(name="第一党支部").parent == top


COUNT_HEAD = ["所在党支部", *PLACE, "截止日期", "正式党员数", "预备党员数", "女性党员", "35岁以下",
              "36-45岁", "46-55岁", "56-60岁", "61岁以上"]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        (["甲支部", "东关街道", "李庄村", "2026年10月31日", 38, 2, 10, 6, 6, 10, 6, 12], []),
        (["甲支部", "东关街道", "李庄村", "2026-10-31", 38, 2, 41, 6, 6, 10, 6, 12],
         ["members_women"]),
        (["甲支部", "东关街道", "李庄村", "2026-10-31", 38, 2, 10, 6, 6, 10, 6, 13],
         ["members_ages_add_up"]),
        (["乙支部", "东关街道", "李庄村", "2026-10-31", 38, 2, 10, 6, 6, 10, 6, 12],
         ["unknown_name"]),
        (["甲支部", "东关街道", "李庄村", "2017-12-31", 38, 2, 10, 6, 6, 10, 6, 12],
         ["before_founding"]),
    ],
)  # fmt: skip
def test_a_count_is_read_or_refused_at_its_cell(
    tmp_path: Path, row: list[Any], codes: list[str]
) -> None:
    branch(name="甲支部", founded_on=date(2018, 1, 1))

    answer = _bring("member-counts", tmp_path, COUNT_HEAD, row)

    assert [one["code"] for one in answer.errors] == codes
    assert MemberCount.objects.count() == (0 if codes else 1)
    if not codes:
        assert members(SCOPE, "999901", date(2026, 11, 1))[village().pk].formal == 38


def test_meetings_and_records_are_read(tmp_path: Path) -> None:
    branch(name="甲支部")
    meeting = ["东关街道", "李庄村", "甲支部", "主题党日", "2026.10.5", 36, 40, "学习"]
    record = ["东关街道", "李庄村", "甲支部", "2026-01", 25, "2026-05-20", "2026-06-01"]

    held = _bring(
        "meetings", tmp_path,
        [*PLACE, "党支部", "会议类型", "开展日期", "实到", "应到", "主题"], meeting,
    )  # fmt: skip
    dated = _bring(
        "development-records", tmp_path,
        [*PLACE, "党支部", "对象编号", "年龄", "申请入党时间", "积极分子时间"], record,
    )  # fmt: skip

    assert (held.errors, dated.errors) == ([], [])
    assert Meeting.objects.get().attended == 36
    assert DevelopmentRecord.objects.get().stage == "activist"
