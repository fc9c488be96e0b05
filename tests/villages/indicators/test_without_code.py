"""A new indicator is in the list, the file, the API and the sheet without any code."""

import json
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

from tests.sheets import bring, write
from tests.villages.indicators import factories as made
from tests.villages.rest.conftest import Program, program_of
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.indicators.models import IndicatorDefinition, IndicatorValue
from villages.models import County

NEAR, BESIDE, FAR = "999901001200", "999901001201", "999901101200"
HEAD = ["乡镇", "村", "指标", "统计期", "数值", "分母", "是"]


@pytest.fixture
def program(people: dict[str, User]) -> Program:
    return program_of(people[Role.COUNTY_STAFF])


def posted(program: Program, path: str, body: Any, **headers: str) -> Any:
    return program.post(path, data=json.dumps(body), headers=headers)


def test_defined_and_begun_over_the_api(county: County, program: Program) -> None:
    words = {key: str(value) for key, value in made.WORDS.items()}

    made_one = posted(program, "indicators/", words)
    uid = made_one.json()["uid"]
    seen = {"If-Match": made_one["ETag"]}
    begun = posted(program, f"indicators/{uid}/begin/", {"begun_on": "2026-01-01"}, **seen)

    assert (made_one.status_code, begun.status_code) == (201, 200), begun.content
    assert IndicatorDefinition.objects.get().state == "in-force"


def test_an_indicator_that_burdens_is_refused_by_name(county: County, program: Program) -> None:
    words = {key: str(value) for key, value in made.WORDS.items()} | {"name": "党员打卡人次"}

    answer = posted(program, "indicators/", words)

    assert answer.status_code == 400
    assert "打卡" in answer.content.decode()


def test_values_are_upserted_by_natural_key(county: County, program: Program) -> None:
    one = made.in_force()
    rows = [
        {"village": code, "definition": one.uid, "period": "2026Q3", "value": value}
        for code, value in ((NEAR, "12"), (FAR, "0"))
    ]

    first = posted(program, "indicator-values/bulk/", {"rows": rows}).json()["results"]
    rows[0]["value"] = "13"
    again = posted(program, "indicator-values/bulk/", {"rows": rows}).json()["results"]

    assert [row["result"] for row in first] == ["created", "created"]
    assert [row["result"] for row in again] == ["updated", "unchanged"]
    assert sorted(row.value for row in IndicatorValue.objects.all()) == [0, 13]


def test_a_bad_value_is_refused_alone(county: County, program: Program) -> None:
    one = made.in_force(high=Decimal(500))
    rows = [
        {"village": NEAR, "definition": one.uid, "period": "2026Q3", "value": "501"},
        {"village": FAR, "definition": one.uid, "period": "2026Q3", "value": "7"},
    ]

    results = posted(program, "indicator-values/bulk/", {"rows": rows}).json()["results"]

    assert [row["result"] for row in results] == ["refused", "created"]
    assert [error["pointer"] for error in results[0]["errors"]] == ["/rows/0/value"]


def test_the_list_gives_the_same_rows_as_a_file(county: County, county_client: Client) -> None:
    one = made.in_force()
    made.said(one, NEAR, "2026Q3", 12)
    made.said(one, FAR, "2026Q2", 99)

    answer = county_client.get(
        "/ledgers/indicator-values/",
        {"definition": one.uid, "period": "2026Q3", "format": "xlsx"},
    )

    sheet: Any = load_workbook(BytesIO(b"".join(answer.streaming_content))).active
    said = [[cell.value for cell in row] for row in sheet.iter_rows()]
    found = [row for row in said if "卫生厕所改造户数" in [str(one) for one in row]]
    assert len(found) == 1, said
    assert 12 in found[0]


def sheet(tmp_path: Path, *rows: list[Any]) -> Path:
    return write(tmp_path / "指标.xlsx", [HEAD, *rows])


def test_a_sheet_names_indicators_as_people_do(county: County, tmp_path: Path) -> None:
    made.in_force()
    made.share_in_force()
    path = sheet(
        tmp_path,
        ["东关街道", "李庄村", "卫生厕所改造户数", "2026年三季度", 12, None, None],
        ["柳林镇", "李庄村", "参保率", "2026-10", 8, 10, None],
    )

    first = bring("indicator-values", path, county="999901")
    again = bring("indicator-values", path, county="999901")

    assert (first.created, first.errors) == (2, [])
    assert (again.created, again.unchanged) == (0, 2)
    assert {row.period for row in IndicatorValue.objects.all()} == {"2026Q3", "2026-10"}


def test_faulty_cells_of_a_sheet_are_named(county: County, tmp_path: Path) -> None:
    made.in_force()
    path = sheet(
        tmp_path,
        ["东关街道", "李庄村", "卫生厕所改造户数", "2026-10", 12, None, None],
        ["东关街道", "何河村", "卫生厕所改造户数", "2026Q3", 2.5, None, None],
    )

    answer = bring("indicator-values", path, county="999901")

    assert [(error["row"], error["code"]) for error in _plain(answer.errors)] == [
        (2, "period_invalid"), (3, "not_whole"),
    ]  # fmt: skip
    assert not IndicatorValue.objects.exists()


def _plain(errors: Any) -> list[dict[str, Any]]:
    return [one if isinstance(one, dict) else vars(one) for one in errors]
