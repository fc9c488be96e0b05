"""Cleaning, names, search keys, masks and writers' safety."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from villages.common.text import (
    clean,
    compact_name,
    mask_id_number,
    mask_phone,
    neutralise_formula,
    search_key,
    strip_illegal,
)

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)


@pytest.mark.parametrize(
    ("raw", "tidy"),
    [
        ("３５０００", "35000"),
        ("ＡＢｃ", "ABc"),
        ("－１２．５％", "-12.5%"),
        ("\ufeff序号", "序号"),
        ("\u3000张庄\u00a0村 ", "张庄 村"),
        ("张\u200b庄\u00ad村\u202e", "张庄村"),
        ("甲\x00乙\x1f丙\x7f丁\ufffe", "甲乙丙丁"),
        ("一\r\n二\r三\u2028四", "一\n二\n三\n四"),
        ("路面损坏，限期解决（见附件）：三日内。", "路面损坏，限期解决（见附件）：三日内。"),
    ],
)
def test_text_is_brought_to_one_form(raw, tidy):
    assert clean(raw) == tidy


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing(text):
    assert clean(clean(text)) == clean(text)
    assert compact_name(compact_name(text)) == compact_name(text)
    assert search_key(search_key(text)) == search_key(text)


@given(ANY_TEXT)
def test_legal_text_survives_an_xml_document(text):
    safe = strip_illegal(text)
    root = ElementTree.Element("t")
    root.text = safe

    again = ElementTree.fromstring(ElementTree.tostring(root, encoding="utf-8"))

    assert (again.text or "") == safe.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("袁\u3000辉", "袁辉"),
        (" 何 河 村 ", "何河村"),
        ("买买提•艾力", "买买提·艾力"),
        ("买买提．艾力", "买买提·艾力"),
        ("阿卜杜‧热合曼・库尔班", "阿卜杜·热合曼·库尔班"),
        ("No.3队", "No.3队"),
    ],
)
def test_names_lose_spaces_and_keep_one_middle_dot(raw, name):
    assert compact_name(raw) == name


def test_search_finds_the_same_name_however_it_is_written():
    written = ["Wang Zhuang", "ＷＡＮＧ　ｚｈｕａｎｇ", "wang-zhuang", "wang·zhuang"]

    assert {search_key(one) for one in written} == {"wangzhuang"}
    assert search_key("张庄村（新）") == "张庄村新"


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        ("999901199001010011", "999***********0011"),
        ("99990119900101001X", "999***********001X"),
        ("123456789012345", "123********2345"),
        ("12345", "*****"),
        ("", ""),
    ],
)
def test_id_number_shows_three_and_four(number, masked):
    assert mask_id_number(number) == masked


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        ("13812345678", "138****5678"),
        (" 13812345678 ", "138****5678"),
        ("0571-87651234", "057******1234"),
        ("87651234", "******34"),
        ("12345", "*****"),
    ],
)
def test_phone_shows_three_and_four(number, masked):
    assert mask_phone(number) == masked


@given(st.text(st.characters(codec="ascii", categories=("N", "L")), min_size=1, max_size=30))
def test_masks_keep_the_length_and_hide_at_least_four(text):
    for masked in (mask_id_number(text), mask_phone(text)):
        assert len(masked) == len(text)
        assert masked.count("*") >= min(4, len(text))


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+86", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "-A1"],
)
def test_a_csv_cell_cannot_run(cell):
    assert neutralise_formula(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-12.5", "-1,234.50", "-3%", "-", "12", "张庄村", "", "a=b"])
def test_plain_cells_and_negative_numbers_stay(cell):
    assert neutralise_formula(cell) == cell
