"""Writing xlsx and csv: what goes in comes out, and nothing of it ever runs."""

import csv
import io
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from villages.common.columns import Kind
from villages.common.text import strip_illegal
from villages.lists.sheets import Sheet, SheetColumn, write_csv, write_xlsx

TEXT = st.text(max_size=60)
NUMBERS = st.one_of(
    st.integers(-(10**14), 10**14),
    st.decimals(-(10**9), 10**9, places=2),
    st.floats(allow_nan=False, allow_infinity=False),
)


def workbook(*sheets, **options):
    stream = io.BytesIO()
    write_xlsx(stream, sheets, **options)
    return stream


def one_column(values, kind=Kind.TEXT):
    stream = workbook(Sheet("表", [SheetColumn("列", kind)], [[value] for value in values]))
    page = load_workbook(stream).active
    return [page.cell(row, 1) for row in range(2, len(values) + 2)]


@given(st.lists(TEXT, min_size=1, max_size=8))
@settings(max_examples=60, deadline=None)
def test_text_comes_back_as_the_same_text(values):
    cells = one_column(values)

    read = [unescape(cell.value or "") for cell in cells]

    assert read == [strip_illegal(one).replace("\r\n", "\n").replace("\r", "\n") for one in values]
    assert {cell.data_type for cell in cells} <= {"s", "n"}


@given(st.lists(NUMBERS, min_size=1, max_size=8))
@settings(max_examples=60, deadline=None)
def test_numbers_come_back_as_the_same_numbers(values):
    cells = one_column(values, Kind.DECIMAL)

    read = [cell.value for cell in cells]

    assert [float(one) for one in read] == [float(one) for one in values]


@pytest.mark.parametrize("text", ["=1+1", "+86", "-x", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0"])
def test_text_that_looks_like_a_formula_stays_text(text):
    (cell,) = one_column([text])

    formula_types = {"f"}

    assert cell.data_type not in formula_types
    assert cell.value == text
    assert cell.quotePrefix


def test_days_and_moments_are_real_dates_in_local_time():
    moment = datetime(2026, 10, 5, 6, 3, tzinfo=UTC)

    day, local = one_column([date(2026, 10, 5)], Kind.DATE), one_column([moment], Kind.INSTANT)

    assert day[0].value == datetime(2026, 10, 5)
    assert local[0].value == datetime(2026, 10, 5, 14, 3)


def test_days_that_spreadsheets_cannot_hold_are_text():
    values = [date(1900, 2, 1), date(1850, 1, 1)]

    cells = one_column(values, Kind.DATE)

    assert [cell.value for cell in cells] == ["1900-02-01", "1850-01-01"]


def test_numbers_longer_than_fifteen_digits_are_text_not_rounded():
    values = [999_901_001_200_123_456, Decimal("12345678901234.5678"), 123_456_789_012_345]

    cells = one_column(values, Kind.INTEGER)

    assert [cell.value for cell in cells] == [
        "999901001200123456",
        "12345678901234.5678",
        123_456_789_012_345,
    ]


def test_codes_keep_their_zeros_and_booleans_read_as_words():
    sheet = Sheet(
        "表", [SheetColumn("码", Kind.CODE), SheetColumn("否", Kind.BOOLEAN)], [["0012", True]]
    )

    page = load_workbook(workbook(sheet)).active

    assert [cell.value for cell in page[2]] == ["0012", "是"]


def test_missing_and_infinite_values_are_empty_cells():
    values = [None, "", float("nan"), float("inf"), Decimal("NaN")]

    cells = one_column(values, Kind.DECIMAL)

    assert [cell.value for cell in cells] == [None] * 5


def test_equal_rows_give_equal_bytes():
    sheet = lambda: Sheet("表", [SheetColumn("列")], [["一"], ["二"]], preamble=[["标题"]])  # noqa: E731

    first, second = workbook(sheet()).getvalue(), workbook(sheet()).getvalue()

    assert first == second


def test_uncompressed_parts_stand_in_a_fixed_order():
    stream = workbook(Sheet("表", [SheetColumn("列")], [["一"]]), compressed=False)

    parts = zipfile.ZipFile(stream).infolist()

    assert [one.filename for one in parts][:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert {(one.compress_type, one.date_time[0]) for one in parts} == {(zipfile.ZIP_STORED, 1980)}


def test_paper_is_a4_across_with_the_header_on_every_page():
    sheet = Sheet("表", [SheetColumn("列")], [["一"]], preamble=[["标题"], ["筛选:全部"]])

    page = load_workbook(workbook(sheet)).active

    assert (page.page_setup.paperSize, page.page_setup.orientation) == ("9", "landscape") or (
        page.page_setup.paperSize, page.page_setup.orientation) == (9, "landscape")  # fmt: skip
    assert page.print_title_rows == "$3:$3"
    assert page.freeze_panes == "B4"


def test_header_carries_unit_and_totals_stand_below_the_rows():
    column = SheetColumn("收入", Kind.WAN, unit="万元")
    sheet = Sheet("表", [column], [[Decimal("1.5")]], totals=[Decimal("1.5")], notes=["注"])

    page = load_workbook(workbook(sheet)).active

    assert [row[0].value for row in page.iter_rows()] == ["收入(万元)", 1.5, 1.5, "注"]
    assert page["A2"].number_format == "#,##0.00"


def test_options_become_a_drop_down_and_notes_a_hint():
    column = SheetColumn("类型", options=["行政村", "社区"], required=True, note="从清单选择")
    sheet = Sheet("填报", [column], [])

    book = load_workbook(workbook(sheet))

    (rule,) = book["填报"].data_validations.dataValidation
    assert book["填报"]["A1"].value == "★类型"
    assert (rule.type, rule.prompt) == ("list", "从清单选择")
    assert [cell.value for cell in book["选项"]["A"]] == ["类型", "行政村", "社区"]
    assert book["选项"].sheet_state == "hidden"


def test_sheet_titles_are_made_acceptable_and_different():
    sheets = [Sheet(title, [SheetColumn("列")], []) for title in ("a/b*c", "a:b?c", "x" * 60, "")]

    titles = load_workbook(workbook(*sheets)).sheetnames

    assert len({one.casefold() for one in titles}) == 4
    assert all(len(one) <= 31 for one in titles)


def test_a_row_of_another_length_is_refused():
    sheet = Sheet("表", [SheetColumn("一"), SheetColumn("二")], [["只有一格"]])

    with pytest.raises(ValueError):
        workbook(sheet)


@given(st.lists(st.lists(TEXT, min_size=2, max_size=2), max_size=6))
@settings(max_examples=60, deadline=None)
def test_csv_comes_back_and_no_cell_begins_a_formula(rows):
    stream = io.BytesIO()

    write_csv(stream, ["甲", "乙"], rows)
    read = list(csv.reader(io.StringIO(stream.getvalue().decode("utf-8-sig"), newline="")))

    assert read[0] == ["甲", "乙"]
    for given_row, read_row in zip(rows, read[1:], strict=True):
        for text, cell in zip(given_row, read_row, strict=True):
            assert cell in {strip_illegal(text), f"'{strip_illegal(text)}"}
            assert not cell.startswith(("=", "+", "@", "\t", "\r"))


def test_csv_opens_as_chinese_and_keeps_negative_numbers():
    stream = io.BytesIO()

    values = ["-12.5", Decimal("-3.50"), True, None, date(2026, 1, 2)]
    write_csv(stream, ["列", "序"], [[value, 1] for value in values])

    assert stream.getvalue().startswith(b"\xef\xbb\xbf")
    lines = stream.getvalue().decode("utf-8-sig").split("\r\n")
    assert lines[1:] == ["-12.5,1", "-3.50,1", "是,1", ",1", "2026-01-02,1", ""]
