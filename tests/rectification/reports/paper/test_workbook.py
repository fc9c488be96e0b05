"""The annex as a workbook: same numbers, same codes, units, totals."""

import io
from dataclasses import replace
from decimal import Decimal

import pytest
from openpyxl import Workbook, load_workbook

from rectification.reports.render.xlsx import xlsx_bytes
from tests.rectification.reports.paper.contents import ISSUED, content, snapshot


@pytest.fixture(scope="module")
def book() -> Workbook:
    return load_workbook(io.BytesIO(xlsx_bytes(snapshot(ISSUED))))


def test_sheets_are_figures_tables_and_rows(book: Workbook) -> None:
    assert book.sheetnames == ["指标", "文内表", "各乡镇情况", "红色预警村名单", "各村情况"]


def test_pages_are_a4_landscape_with_a_repeated_head(book: Workbook) -> None:
    for sheet in book.worksheets:
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert sheet.print_title_rows == "$3:$3"
        assert "报告码7K2M9Q" in sheet["A2"].value
        assert sheet["A2"].value.startswith("督导〔2026〕12号")


def test_every_figure_stands_with_its_code_and_base(book: Workbook) -> None:
    rows = list(book["指标"].iter_rows(min_row=4, values_only=True))

    figures = content().figures
    assert [row[0] for row in rows] == list(range(1, len(figures) + 1))
    assert [row[1] for row in rows] == [f"7K2M9Q-{one}" for one in range(1, len(figures) + 1)]
    for row, one in zip(rows, figures, strict=True):
        shown = row[3] if row[3] is not None else row[4]
        assert shown is None if one.value is None else Decimal(str(shown)) == one.number, one.code
        assert (row[5] or "", row[6], row[7]) == (one.unit, one.numerator, one.denominator)
    assert rows[4][10:12] == ("云1镇1村", "not-filed")


def test_tables_keep_numbers_totals_and_codes(book: Workbook) -> None:
    rows = list(book["各乡镇情况"].iter_rows(min_row=3, values_only=True))

    assert rows[0] == ("乡镇（街道）", "指标0", "指标1", "短码")
    assert rows[1][:3] == ("云1镇", 3, 3)
    assert rows[-1] == ("合计", 24, 24, "7K2M9Q-1起")


def test_rows_show_yuan_words_and_sums(book: Workbook) -> None:
    sheet = book["各村情况"]

    rows = list(sheet.iter_rows(min_row=3, values_only=True))
    assert rows[0][4] == "收入(元)"
    assert rows[1] == ("9999011", "999901", "云1镇", "云1镇1村", pytest.approx(1000.01), "红")
    assert rows[-1][0] == "合计"
    assert rows[-1][4] == pytest.approx(48001.08)


def test_what_people_typed_is_no_formula() -> None:
    rows = ((1, "=1+1", "@x", "+cmd"),)
    tables = (replace(content().table("red"), rows=rows),)

    book = load_workbook(io.BytesIO(xlsx_bytes(snapshot(tables=tables))))

    cells = next(book["红色预警村名单"].iter_rows(min_row=4))
    assert [(one.value, one.data_type) for one in cells[1:4]] == [
        ("=1+1", "s"), ("@x", "s"), ("+cmd", "s"),
    ]  # fmt: skip
