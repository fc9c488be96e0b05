"""The roster as a county sends it, in two files and three other hands."""

import json
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import connection
from django.db.models import Sum
from django.test.utils import CaptureQueriesContext

from tests.villages.imports.books import DATA, book_bytes, looked_at
from villages.importers import ROSTER
from villages.models import County, Township, Village, VillageProfile

EXPECTED = json.loads((DATA / "expected.json").read_text(encoding="utf-8"))
pytestmark = pytest.mark.django_db


def save(path: Path) -> None:
    examined = looked_at(path)
    assert not examined.checked.faults
    ROSTER.save(examined.context, examined.plan.new, examined.plan.changed)


def sums() -> dict[str, int]:
    figures = ("households", "population", "members")
    found = VillageProfile.objects.aggregate(**{name: Sum(name) for name in figures})
    places = {"villages": Village.objects.count(), "townships": Township.objects.count()}
    return {**found, **places}


@pytest.mark.parametrize("name", ["villages.xlsx", "villages_gb18030.csv"])
def test_empty_database_gets_the_county_its_townships_and_villages(name: str) -> None:
    save(DATA / name)

    assert sums() == {key: EXPECTED[key] for key in sums()}
    assert County.objects.get().code == EXPECTED["county_code"]


def test_title_names_county_and_day() -> None:
    examined = looked_at(DATA / "villages.xlsx")

    assert examined.context.county_name == EXPECTED["county"]
    assert examined.context.on == date(2026, 10, 25)


def test_csv_after_the_workbook_changes_nothing() -> None:
    save(DATA / "villages.xlsx")

    plan = looked_at(DATA / "villages_gb18030.csv").plan

    assert (len(plan.new), len(plan.changed), plan.same) == (0, 0, 216)
    assert VillageProfile.objects.filter(women_members=None).count() == 0


def test_every_repair_is_listed_and_none_is_silent() -> None:
    mends = looked_at(DATA / "villages.xlsx").checked.mends

    kinds = Counter(kind for one in mends for kind in one.kinds)
    assert {"unit_word", "full_width", "trimmed"} <= set(kinds)
    assert next(one for one in mends if one.row == 18).json() == {
        "sheet": "基本情况", "row": 18, "column": "E", "from": "785户", "to": "785",
        "kinds": ["unit_word"],
    }  # fmt: skip


def test_saving_takes_a_fixed_number_of_statements() -> None:
    examined = looked_at(DATA / "villages.xlsx")

    with CaptureQueriesContext(connection) as queries:
        ROSTER.save(examined.context, examined.plan.new, examined.plan.changed)

    assert len(queries) <= 30


VARIANT_OTHER_ORDER = [
    ["2026年度农村基本情况一览表"],
    [
        "编号",
        "村（社区）",
        "所在镇街",
        "现有党员总数",
        "女党员",
        "户籍人口",
        "总户数",
        "耕地（公顷）",
    ],
    [1, "李庄", "东关街道办事处", "４５", 11, "1,020 人", 310, 10.5],
    [2, "何河村村委会", "东关街道", 40, "无", 900, "300户", "—"],
    ["", "东关街道小计", "", 85, 11, 1920, 610, 10.5],
    [3, "郭 集 村", "柳林", 33, 9, "0.1万", 320, 20],
    ["全县合计", "", "", 118, 20, 2920, 930, 30.5],
    ["填表人：王某", "", "审核：李某"],
]
VARIANT_SECTIONS = [
    ["行政村名册"],
    ["序号", "行政村名称", "户数", "人数", "党员人数"],
    ["一、东关街道"],
    [1, "李庄村", 310, 1020, 45],
    [2, "何河村", 300, 900, 40],
    ["二、柳林镇"],
    ["序号", "行政村名称", "户数", "人数", "党员人数"],
    [3, "郭集村", 320, 1000, 33],
    ["合计", None, 930, 2920, 118],
]
VARIANT_TWO_HEADS = [
    ["单位：户、人"],
    ["乡（镇）", "村", "人口情况", None, "党员"],
    [None, None, "户数", "人口数", "党员总数"],
    ["甲", "乙", 1, 2, 3],
    ["东关街道", "李庄村", 310, 1020, 45],
    [None, "何河村", 300, 900, 40],
    ["柳林镇", "郭集村", 320, 1000, 33],
]


@pytest.mark.parametrize(
    ("rows", "merges"),
    [
        (VARIANT_OTHER_ORDER, ()),
        (VARIANT_SECTIONS, ()),
        (VARIANT_TWO_HEADS, ("A2:A3", "B2:B3", "C2:D2", "A5:A6")),
    ],
)
def test_sheets_of_other_counties_read_alike(
    county: County, tmp_path: Path, rows: list, merges: tuple
) -> None:
    path = tmp_path / "other.xlsx"
    path.write_bytes(book_bytes(rows, merges))

    checked = looked_at(path).checked

    assert [one.json() for one in checked.faults] == []
    found = [
        (row.village.name, row.values["households"], row.values["population"],
         row.values["members"])
        for row in checked.rows
    ]  # fmt: skip
    assert found == [("李庄村", 310, 1020, 45), ("何河村", 300, 900, 40), ("郭集村", 320, 1000, 33)]
    assert checked.read == 3


def test_unit_of_the_header_leads_to_the_unit_that_is_kept(county: County, tmp_path: Path) -> None:
    path = tmp_path / "other.xlsx"
    path.write_bytes(book_bytes(VARIANT_OTHER_ORDER))

    rows = looked_at(path).checked.rows

    assert [row.values["farmland_mu"] for row in rows] == [Decimal("157.5"), None, Decimal(300)]


def test_wrong_unit_in_the_header_is_never_read_as_the_right_one(
    county: County, tmp_path: Path
) -> None:
    path = tmp_path / "unit.xlsx"
    path.write_bytes(
        book_bytes([["乡镇", "村名", "耕地面积（平方米）"], ["东关街道", "李庄村", 2000]])
    )

    [fault] = looked_at(path).checked.faults

    assert (fault.code, fault.column, fault.row) == ("other_unit", "C", 2)


def test_stated_total_is_compared_with_the_rows(county: County, tmp_path: Path) -> None:
    path = tmp_path / "total.xlsx"
    path.write_bytes(
        book_bytes([["乡镇", "村名", "户数"], ["东关街道", "李庄村", 300], ["合计", None, 301]])
    )

    questions = looked_at(path).checked.questions

    assert [(one.code, one.row, one.column) for one in questions] == [("sum_differs", 3, "C")]
