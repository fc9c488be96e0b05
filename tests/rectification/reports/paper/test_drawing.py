"""Sentences, tables and numbers of figures on paper; the same bytes everywhere."""

import hashlib
import io
import os
import subprocess
import sys
from dataclasses import replace
from zipfile import ZipFile

import pytest
from docx import Document

from rectification.reports.content import Line, Paragraph, Section, Table
from rectification.reports.render.bulletin import bulletin_template
from rectification.reports.render.docx import docx_bytes
from rectification.reports.render.fitting import fitted
from rectification.reports.render.marking import marked
from rectification.reports.render.marks import of_row, ranges
from rectification.reports.render.seal import seal
from rectification.reports.render.sheets import grid_of
from rectification.reports.render.xlsx import xlsx_bytes
from tests.rectification.reports.paper.contents import (
    CORRECTS,
    ISSUED,
    TEMPLATE,
    content,
    snapshot,
    township_table,
)
from tests.rectification.reports.paper.reading import Paper, look


def test_the_shipped_template_is_what_the_program_makes() -> None:
    assert bulletin_template() == TEMPLATE


@pytest.mark.parametrize(
    ("numbers", "told"),
    [([3], "3"), ([14, 12, 13], "12-14"), ([1, 2, 5, 7, 8], "1-2,5,7-8"), ([4, 4], "4"), ([], "")],
)
def test_numbers_are_drawn_together(numbers: list[int], told: str) -> None:
    assert ranges(numbers) == told


def test_sentences_stay_whole_and_name_their_figures() -> None:
    paper = Paper(snapshot())

    paragraph = paper.at("全县共")
    texts = [one.text for one in paragraph.runs]
    assert texts == [
        "全县共24个村，其中红色24个，占100.00%（24/24）。", "[1-3]",
        "经营性收入4.80万元。", "[4]", "以上情况各单位要重视。",
    ]  # fmt: skip
    assert look(paragraph, 1)[1] == "14"
    assert str(paragraph.runs[1].font.color.rgb) == "808080"


def test_items_stand_in_paragraphs_of_their_own() -> None:
    paper = Paper(snapshot())

    at = paper.index("（一）报送")
    assert [one.text[:4] for one in paper.paragraphs[at + 1 : at + 3]] == ["全县共2", "经营性收"]


def test_a_county_may_leave_the_numbers_out() -> None:
    paper = Paper(snapshot(facts={"print_codes": 0}))

    assert paper.at("全县共").runs[1].text == "经营性收入4.80万元。"
    assert [cell.text for cell in paper.document.tables[0].rows[0].cells][-1] == "指标1"
    assert "报告码7K2M9Q" in paper.at("（数字编号").text


def test_rows_name_their_first_figure() -> None:
    report = content()
    table = township_table()

    first, total = table.codes[0], table.codes[-1]
    numbers = report.numbers
    assert of_row(report, first) == f"{numbers['villages.999901']}等"
    assert of_row(report, total) == "1起"
    assert of_row(report, (None, "lost")) == "5"
    assert of_row(report, (None, None)) == ""
    assert [row[-1] for row in grid_of(report, table).rows][-1] == "1起"


def test_an_extract_keeps_the_numbers_of_the_whole() -> None:
    numbers = {code: place + 40 for code, place in content().numbers.items()}

    paper = Paper(snapshot(facts={"numbers": numbers}))

    assert paper.at("全县共").runs[1].text == "[41-43]"


def test_an_empty_list_says_so() -> None:
    empty = replace(content().table("red"), rows=())

    paper = Paper(snapshot(tables=(empty,)))

    cells = [[cell.text for cell in row.cells] for row in paper.document.tables[-1].rows]
    assert cells[1][0] == "本期没有"
    assert "附件：红色预警村名单" in paper.lines


def test_what_people_typed_stays_text() -> None:
    nasty = "<w:br/>&{{ organ }}{% x %}\x0b]]>村"
    line = Line("a", "某村{=" + nasty.replace("{", "").replace("}", "") + "}。")
    rows = ((1, nasty),)
    table = Table("red", nasty, ("a", "b"), ("序号", nasty), rows, annex=True)
    section = Section("scope", nasty, (Paragraph(nasty, (line,)),))

    paper = Paper(snapshot(organ=nasty, copies=nasty, sections=(section,), tables=(table,),
                           title=nasty, recipients="甲\n乙\t丙\a丁"))  # fmt: skip

    kept = nasty.replace("\x0b", "")
    assert kept in paper.lines
    assert paper.document.tables[0].rows[1].cells[1].text == kept
    assert "甲 乙 丙丁：" in paper.lines
    assert "__" not in "".join(paper.lines)


@pytest.mark.parametrize(("columns", "across"), [(2, False), (7, False), (24, True)])
def test_tables_turn_the_page_only_where_they_must(columns: int, across: bool) -> None:
    grid = grid_of(content(), township_table(columns))

    fit = fitted(grid)

    assert fit.across is across
    assert sum(fit.sizes) == (12757 if across else 8845)
    assert min(fit.sizes) > 0


def test_numbers_never_break_and_sentences_get_the_room() -> None:
    rows = tuple((number, "123456789.12", "很长的原因" * 12) for number in range(3))
    grid = grid_of(content(), Table("x", "x", ("a", "b", "c"), ("序号", "金额", "原因"), rows))

    fit = fitted(grid)

    assert fit.sizes[1] >= 12 * fit.half * 5
    assert fit.sizes[2] > 3 * fit.sizes[1]


def test_bytes_are_the_same_again_and_elsewhere() -> None:
    here = [docx_bytes(snapshot(CORRECTS), TEMPLATE), xlsx_bytes(snapshot(CORRECTS))]
    code = (
        "import django,hashlib;django.setup();"
        "from tests.rectification.reports.paper.contents import *;"
        "from rectification.reports.render.docx import docx_bytes;"
        "from rectification.reports.render.xlsx import xlsx_bytes;"
        "s=snapshot(CORRECTS);"
        "print([hashlib.sha256(b).hexdigest() for b in (docx_bytes(s,TEMPLATE),xlsx_bytes(s))])"
    )
    env = {**os.environ, "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "77",
           "DJANGO_SETTINGS_MODULE": "config.settings"}  # fmt: skip

    there = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, check=True)

    assert there.stdout.decode().strip() == str([hashlib.sha256(one).hexdigest() for one in here])
    assert here[0] == docx_bytes(snapshot(CORRECTS), TEMPLATE)


def test_packages_are_stored_in_fixed_order_without_times() -> None:
    for package in (docx_bytes(snapshot(), TEMPLATE), xlsx_bytes(snapshot())):
        with ZipFile(io.BytesIO(package)) as archive:
            assert {one.compress_type for one in archive.infolist()} == {0}
            assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_seal_is_that_of_what_is_printed() -> None:
    first = snapshot(ISSUED)

    assert seal(first) == seal(snapshot(ISSUED))
    assert len({seal(first), seal(snapshot()), seal(snapshot(ISSUED, title="别的")),
                seal(replace(first, version=2))}) == 4  # fmt: skip
    assert seal(first) in Paper(first).at("（数字编号").text


def test_a_copy_bears_its_mark_and_nothing_else_changes() -> None:
    original = docx_bytes(snapshot(ISSUED), TEMPLATE)

    copy = marked(original, "9F4K2M7Q")

    assert copy == marked(original, "9F4K2M7Q") != marked(original, "AAAAAAAA")
    texts = [[one.text for one in Document(io.BytesIO(package)).paragraphs]
             for package in (original, copy)]  # fmt: skip
    assert texts[0] == texts[1]
    with ZipFile(io.BytesIO(copy)) as archive:
        feet = [archive.read(one).decode() for one in archive.namelist() if "/footer" in one]
    assert len(feet) == 2
    assert all("副本标识 9F4K2M7Q" in one for one in feet)
