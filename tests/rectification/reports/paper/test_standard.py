"""The document by the standard of official documents (GB/T 9704-2012), value by value."""

import re
from dataclasses import replace

import pytest
from docx.oxml.ns import qn

from tests.rectification.reports.paper.contents import CORRECTS, ISSUED, snapshot, township_table
from tests.rectification.reports.paper.reading import Paper, look, value

SONG, HEI, FANG, KAI = "方正小标宋简体", "黑体", "仿宋_GB2312", "楷体_GB2312"


@pytest.fixture(scope="module")
def issued() -> Paper:
    return Paper(snapshot(ISSUED))


@pytest.fixture(scope="module")
def draft() -> Paper:
    return Paper(snapshot(note="草稿：2026年10月尚未封账，数据可能变化", is_open=True))


def _section(paper: Paper, tag: str) -> dict[str, str]:
    found = re.findall(rf"<w:{tag} ([^>]*)/>", paper.parts["word/document.xml"])[-1]
    return dict(re.findall(r'w:(\w+)="([^"]*)"', found))


def test_paper_and_type_area(issued: Paper) -> None:
    assert _section(issued, "pgSz") == {"w": "11906", "h": "16838"}
    margins = _section(issued, "pgMar")
    assert [margins[one] for one in ("top", "left", "right", "bottom")] == [
        "2098", "1587", "1474", "1984",
    ]  # fmt: skip
    assert _section(issued, "docGrid") == {
        "type": "linesAndChars", "linePitch": "579", "charSpace": "-847",
    }  # fmt: skip


def test_the_mark_stands_35_mm_below_the_top(issued: Paper) -> None:
    state, mark = issued.paragraphs[:2]

    assert state.text == ""
    assert mark.text == "中共示例县委组织部文件"
    assert 579 + int(value(mark, "spacing", "before")) == 1984
    assert look(mark)[0] == SONG
    assert str(mark.runs[0].font.color.rgb) == "FF0000"
    assert value(mark, "jc", "val") == "center"


def test_the_number_stands_two_lines_below_it(issued: Paper, draft: Paper) -> None:
    number = issued.paragraphs[2]

    assert re.fullmatch(r"\S+〔\d{4}〕[1-9]\d*号", number.text)
    assert (look(number), value(number, "jc", "val")) == ((FANG, "32"), "center")
    assert int(value(number, "spacing", "before")) == 2 * 579
    assert draft.paragraphs[2].text == "督导〔2026〕　　号"


def test_the_red_line_is_four_millimetres_under_the_number(issued: Paper) -> None:
    border = issued.paragraphs[2]._p.pPr.find(qn("w:pBdr")).find(qn("w:bottom"))

    assert border.get(qn("w:color")) == "FF0000"
    assert abs(int(border.get(qn("w:space"))) / 72 * 25.4 - 4) < 0.2
    assert value(issued.paragraphs[2], "ind", "left") == ""


def test_title_and_recipients(issued: Paper) -> None:
    title, recipients = issued.paragraphs[3:5]

    assert (look(title), value(title, "jc", "val")) == ((SONG, "44"), "center")
    assert (value(title, "spacing", "before"), value(title, "spacing", "after")) == ("1158", "579")
    assert recipients.text == "各乡镇（街道）组织办："
    assert value(recipients, "ind", "firstLine") == ""


def test_levels_of_headings(issued: Paper) -> None:
    first, second = issued.at("一、"), issued.at("（一）")

    assert (look(first), look(second)) == ((HEI, "32"), (KAI, "32"))
    for one in (first, second, issued.at("全县共")):
        assert value(one, "ind", "firstLineChars") == "200"
    assert first._p.pPr.find(qn("w:keepNext")) is not None


def test_body_is_16_points_of_fangsong(issued: Paper) -> None:
    normal = issued.document.styles["Normal"]

    assert normal.font.size.pt == 16
    assert normal.element.rPr.rFonts.get(qn("w:eastAsia")) == FANG
    assert look(issued.at("全县共")) == ("", "")


def test_consent_and_gaps_stand_before_the_text(issued: Paper) -> None:
    lines = issued.lines

    assert lines.index("经县委同意，现将有关情况通报如下。") < lines.index(
        "数据说明：没有来源的数—。[5]"
    )
    assert lines.index("数据说明：没有来源的数—。[5]") < lines.index("一、基本情况")


def test_names_of_attachments(issued: Paper) -> None:
    first, second = issued.at("附件：1."), issued.at("2.")

    assert (first.text, second.text) == ("附件：1.各乡镇情况", "2.红色预警村名单")
    assert value(first, "spacing", "before") == "579"
    for one, hanging in ((first, "400"), (second, "100")):
        assert value(one, "ind", "leftChars") == "600"
        assert value(one, "ind", "hangingChars") == hanging


def test_signature_is_centred_on_the_date(issued: Paper) -> None:
    at = issued.index("2026年11月5日")
    organ, day = issued.paragraphs[at - 1 : at + 1]

    assert re.fullmatch(r"\d{4}年[1-9]\d?月[1-9]\d?日", day.text)
    assert (value(day, "jc", "val"), value(day, "ind", "rightChars")) == ("right", "400")
    # The date takes 6.5 characters, the organ 9: it reaches 1.25 further on either side.
    assert organ.text == "中共示例县委组织部"
    assert value(organ, "ind", "rightChars") == "275"


def test_the_note_is_in_brackets_two_characters_in(issued: Paper) -> None:
    note = issued.at("（数字编号")

    assert value(note, "ind", "firstLineChars") == "200"
    assert "报告码7K2M9Q" in note.text
    assert re.search(r"校验码[0-9a-f]{12}，留痕根abababababab）$", note.text)


def test_attachments_begin_pages(issued: Paper) -> None:
    for number, title in ((1, "各乡镇情况"), (2, "红色预警村名单")):
        at = next(place for place, one in enumerate(issued.paragraphs)
                  if one.text == f"附件{number}")  # fmt: skip
        mark, heading = issued.paragraphs[at : at + 2]
        assert look(mark) == (HEI, "32")
        assert mark._p.pPr.find(qn("w:pageBreakBefore")) is not None
        assert heading.text == title
        assert (look(heading), value(heading, "jc", "val")) == ((SONG, "44"), "center")
        assert value(heading, "spacing", "before") == "579"


def test_the_imprint(issued: Paper, draft: Paper) -> None:
    xml = issued.parts["word/document.xml"]
    box = xml[xml.index("<w:txbxContent>") : xml.index("</w:txbxContent>")]

    assert "抄送：县纪委监委机关，县财政局。" in box
    assert "2026年11月5日印发" in box
    assert 'w:sz w:val="28"' in box
    lines = dict(re.findall(r'<w:(top|bottom|insideH) w:val="single" w:sz="(\d)"', box))
    assert lines == {"top": "8", "bottom": "8", "insideH": "6"}
    assert 'relativeFrom="margin"><wp:align>bottom' in xml
    assert f'cx="{8845 * 635}"' in xml
    assert "草稿，未印发" in draft.parts["word/document.xml"]


def test_page_numbers(issued: Paper) -> None:
    assert "evenAndOddHeaders" in issued.parts["word/settings.xml"]
    sides = {}
    for name, xml in issued.parts.items():
        if name.startswith("word/footer"):
            assert "— " in xml and "PAGE" in xml and 'w:val="28"' in xml and "宋体" in xml
            side = re.search(r'<w:jc w:val="(\w+)"', xml)
            assert side is not None
            sides[side[1]] = re.search(rf'w:{side[1]}Chars="100"', xml) is not None
    assert sides == {"right": True, "left": True}


def test_tables_repeat_their_head_and_break_no_row(issued: Paper) -> None:
    tables = issued.document.tables

    assert [len(one.rows) for one in tables] == [10, 10, 2]
    for table in tables:
        heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
        assert heads == [True, *[False] * (len(heads) - 1)]
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_wide_tables_turn_the_page_and_keep_the_number_in_place() -> None:
    wide = replace(township_table(24), annex=True)
    paper = Paper(snapshot(ISSUED, tables=(wide, snapshot().content.table("red"))))

    xml = paper.parts["word/document.xml"]
    sizes = re.findall(r'<w:pgSz w:w="(\d+)" w:h="(\d+)"( w:orient="landscape")?/>', xml)
    assert [(one[0], bool(one[2])) for one in sizes] == [
        ("11906", False), ("16838", True), ("11906", False),
    ]  # fmt: skip
    turned = re.findall(r"<w:pgMar ([^>]*)/>", xml)[1]
    edges = dict(re.findall(r'w:(\w+)="(\d+)"', turned))
    assert [edges[one] for one in ("top", "right", "bottom", "left")] == [
        "1587", "2098", "1474", "1984",
    ]  # fmt: skip
    for side in ("odd", "even"):
        assert 'vert="vert"' in paper.parts[f"word/footer-across-{side}.xml"]


def test_a_correction_tells_old_new_and_why() -> None:
    paper = Paper(snapshot(CORRECTS))

    assert paper.lines[0] == "更正"
    assert paper.at("更正说明").text == "更正说明：本件代替督导〔2026〕11号。更正原因：补报两个村。"
    cells = [[cell.text for cell in row.cells] for row in paper.document.tables[0].rows]
    assert cells == [["内容", "原为", "现为"], ["红色村", "3", "2"], ["黄色村", "1", "2"]]


def test_a_draft_is_marked(draft: Paper) -> None:
    assert draft.lines[0] == "草稿（2026年10月尚未封账，数据可能变化）"


@pytest.mark.parametrize("title", ["短标题", "关于" + "很长的标题" * 7 + "2026年10月的通报"])
def test_long_titles_stand_in_even_lines(title: str) -> None:
    paper = Paper(snapshot(title=title))

    lines = paper.paragraphs[3].text.split("\n")
    assert "".join(lines) == title
    assert all(len(one) <= 21 for one in lines)
    assert max(map(len, lines)) - min(map(len, lines)) <= 4


def test_no_page_says_that_it_has_no_text(issued: Paper) -> None:
    assert "此页无正文" not in issued.parts["word/document.xml"]
