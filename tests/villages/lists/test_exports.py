"""Files are what is seen, and the trail knows who took them."""

import csv
import io
from urllib.parse import quote

import pytest
from openpyxl import load_workbook

from villages.common.short_codes import read_short_code
from villages.models import Village
from villages.trace.models import AuditEntry

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.villages.lists.example")]
PAGE = "/example/"


def sheet_of(response):
    page = load_workbook(io.BytesIO(response.getvalue())).active
    return [[cell.value for cell in row] for row in page.iter_rows()]


def lines_of(response):
    return list(csv.reader(io.StringIO(response.getvalue().decode("utf-8-sig"), newline="")))


def test_workbook_holds_the_filtered_rows_in_the_order_of_the_page(county_client):
    response = county_client.get(PAGE, {"format": "xlsx", "q": "李庄", "sort": "-code"})

    title, question, mark, header, *rows = sheet_of(response)

    assert (title[0], question[0]) == ("村列表", "筛选:搜索:李庄")
    assert mark[0].startswith("导出人:")
    assert header == ["村名", "乡镇", "区划代码", "类型", "人口(人)", "停用日期", "预警"]
    assert [row[2] for row in rows[:2]] == ["999901101200", "999901001200"]
    assert rows[2][:5] == ["合计", None, None, None, 1800]


def test_chosen_columns_are_the_columns_of_the_file(county_client):
    county_client.post(
        "/lists/example-villages/settings/",
        {"columns": ["code", "name"], "place_code": "1", "place_name": "2",
         "density": "compact", "page_size": "20", "next": PAGE},
    )  # fmt: skip

    response = county_client.get(PAGE, {"format": "csv"})

    lines = lines_of(response)
    assert lines[:2] == [["区划代码", "村名"], ["999901001200", "李庄村"]]
    assert len(lines) == 6


def test_export_keeps_to_the_territory(township_client, other_county):
    response = township_client.get(PAGE, {"format": "csv"})

    rows = lines_of(response)[1:]

    assert {row[2][:9] for row in rows} == {"999901001"}


def test_export_is_traced_with_question_count_digest_and_code(county_client, people):
    response = county_client.get(PAGE, {"format": "xlsx", "q": "李庄"})

    entry = AuditEntry.objects.get(action="list.exported")

    assert (entry.actor, entry.count, entry.county_code) == (people["county_staff"], 2, "999901")
    assert entry.after["filters"] == "搜索:李庄"
    assert len(entry.after["digest"]) == 64
    assert read_short_code(entry.after["code"])
    assert entry.after["code"] in sheet_of(response)[2][0]


def test_file_name_is_chinese_by_the_standard(county_client):
    response = county_client.get(PAGE, {"format": "csv"})

    header = response.headers["Content-Disposition"]

    assert header == f"attachment; filename*=utf-8''{quote('村列表-2026-11-03.csv')}"


def test_formula_in_a_name_stays_text_in_both_files(county_client):
    Village.objects.filter(code="999901001200").update(name="=1+1")

    xlsx, plain = (county_client.get(PAGE, {"format": one}) for one in ("xlsx", "csv"))

    cell = load_workbook(io.BytesIO(xlsx.getvalue())).active["A5"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")
    assert lines_of(plain)[1][0] == "'=1+1"


@pytest.mark.parametrize("output", ["xlsx", "csv", "print"])
@pytest.mark.parametrize("faulty", [{"colour": "red"}, {"kind": "nothing"}])
def test_question_understood_in_part_gives_no_file(county_client, output, faulty):
    response = county_client.get(PAGE, {"format": output, **faulty})

    entries = AuditEntry.objects.filter(action="list.exported")

    assert response.status_code == 409
    assert not entries.exists()


def test_too_many_rows_are_refused_with_a_way_out(county_client, monkeypatch):
    monkeypatch.setattr("villages.lists.exports.require_exportable.__defaults__", (3,))

    response = county_client.get(PAGE, {"format": "xlsx"})

    assert response.status_code == 409
    assert "分几次导出" in response.content.decode()


def test_unknown_format_is_refused(county_client):
    response = county_client.get(PAGE, {"format": "pdf"})

    text = response.content.decode()

    assert response.status_code == 409
    assert "可以导出 xlsx 或 csv" in text


def test_paper_has_title_question_reader_and_all_rows(county_client):
    response = county_client.get(PAGE, {"format": "print", "q": "村"})

    text = response.content.decode()

    assert "筛选:搜索:村" in text
    assert "导出编号:" in text
    assert "共 5 行" in text
    assert "hx-get" not in text
    assert AuditEntry.objects.get(action="list.exported").after["format"] == "print"
