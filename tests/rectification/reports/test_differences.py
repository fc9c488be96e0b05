"""What a correction changes: figures with old and new, sentences that came and went."""

from dataclasses import replace
from decimal import Decimal

from rectification.reports.content import Item, ReportContent
from rectification.reports.differences import (
    Difference,
    Reworded,
    differences,
    note,
    sentences,
)
from tests.rectification.reports.written import EAST, VILLAGES, content

_MENDED = ((*VILLAGES[0][:4], 0), *VILLAGES[1:])


def _with(of: ReportContent, item: Item) -> ReportContent:
    return replace(of, figures=(*of.figures, item))


def test_the_same_report_differs_in_nothing() -> None:
    assert differences(content(), content()) == []
    assert not sentences(content("甲。"), content("甲。"))


def test_changed_figures_stand_with_old_new_and_unit() -> None:
    found = differences(content(), content(rows=_MENDED))

    assert [one.code for one in found] == [
        "late.share", f"late.share.{EAST}", "late", f"late.{EAST}",
    ]  # fmt: skip
    assert found[2] == Difference("late", "落后的村", "2", "1", "个", Decimal(-1))
    assert (found[0].old, found[0].new) == ("66.67%（2/3）", "33.33%（1/3）")


def test_another_base_is_a_difference_even_of_the_same_share() -> None:
    doubled = (*VILLAGES, *((f"{code[:9]}9{code[10:]}", *rest) for code, *rest in VILLAGES))

    found = differences(content(), content(rows=doubled), whole_only=True)

    assert (found[0].old, found[0].new, found[0].delta) == (
        "66.67%（2/3）", "66.67%（4/6）", Decimal(0),
    )  # fmt: skip


def test_townships_may_be_left_out() -> None:
    found = differences(content(), content(rows=_MENDED), whole_only=True)

    assert [one.code for one in found] == ["late.share", "late"]


def test_a_number_that_came_or_went_is_told_and_an_empty_one_is_none() -> None:
    known = Item("income", "收入", "12.50", "元")
    gap = replace(known, value=None, gap="not-filed")
    old, new = content(), content()

    assert differences(old, _with(new, gap)) == []
    assert differences(_with(old, gap), _with(new, known)) == [
        Difference("income", "收入", "—", "12.50", "元")
    ]
    assert differences(_with(old, known), new) == [Difference("income", "收入", "12.50", "—", "元")]


def test_the_note_says_each_change_with_its_unit_once() -> None:
    found = differences(content(), content(rows=_MENDED), whole_only=True)
    known = _with(content(), Item("income", "收入", "12.50", "元"))

    assert note([*found, *differences(known, content())]) == [
        "“落后的村占比”由66.67%（2/3）更正为33.33%（1/3）。", "“落后的村”由2个更正为1个。",
        "“收入”由12.50元更正为—。",
    ]  # fmt: skip


def test_sentences_are_told_apart_by_key_and_words_not_by_figures() -> None:
    old = content("旧{late}个。", "去掉。")
    new = content("新{late}个。", rows=_MENDED)

    found = sentences(old, new)

    assert found.removed == (("first.1", "去掉。"),)
    assert found.added == ()
    assert found.reworded == (Reworded("first.0", "旧2个。", "新1个。"),)
    assert sentences(new, old).added == found.removed
