"""Joint bodies and their members come in from the sheets that counties have."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from branches.models import JointBody, JointMember
from tests.branches.scheme_factories import body
from tests.sheets import bring, write
from villages.common.errors import DomainError


@pytest.fixture(autouse=True)
def _own_files(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"


def _counts(answer):
    return answer.created, answer.updated, answer.unchanged, len(answer.errors)


def test_bodies_come_in_under_other_header_words(tmp_path, county):
    head = ["共同体名称", "组织形式", "牵头单位", "组建时间", "统计日期", "入社户数", "联建收入"]
    said = date(2026, 9, 30)
    row = ["柳河片区党建共同体", "党建共同体", "李庄村", "2025年6月1日", said, 186, "320000"]
    path = write(tmp_path / "联建.xlsx", [head, row])

    first, again = bring("joint-bodies", path), bring("joint-bodies", path)

    assert (_counts(first), _counts(again)) == ((1, 0, 0, 0), (0, 0, 1, 0))
    made = JointBody.objects.get()
    assert (made.kind, made.households, made.income_fen) == ("consortium", 186, 32_000_000)


HEAD = ["联建组织", "乡镇", "村名", "成员单位", "加入时间", "占股比例"]


def test_members_come_in_by_the_name_of_their_body(tmp_path, county):
    body(founded_on=date(2025, 6, 1))
    name, since = "柳河片区党建共同体", date(2025, 6, 1)
    rows = [
        [name, "东关街道", "李庄村", None, since, 40],
        [name, "柳林镇", "李庄村", None, since, "33.5"],
    ]

    answer = bring("joint-members", write(tmp_path / "成员.xlsx", [HEAD, *rows]))

    assert _counts(answer) == (2, 0, 0, 0), answer.errors
    shares = JointMember.objects.order_by("pk").values_list("share_percent", flat=True)
    assert list(shares) == [Decimal(40), Decimal("33.5")]


def test_rows_of_one_sheet_cannot_exceed_the_whole_together(tmp_path, county):
    body(founded_on=date(2025, 6, 1))
    name, since = "柳河片区党建共同体", date(2025, 6, 1)
    rows = [
        [name, "东关街道", "李庄村", None, since, 60],
        [name, "东关街道", "何河村", None, since, 50],
    ]

    path = write(tmp_path / "成员.xlsx", [HEAD, *rows])

    with pytest.raises(DomainError, match="超过 100%"):
        bring("joint-members", path)

    assert JointMember.objects.count() == 0
