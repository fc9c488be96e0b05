"""The same words in several villages or months."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rectification.warnings.passages import passages
from rectification.warnings.questions.copied import Alike, copied
from rectification.warnings.questions.noticed import Noticed
from villages.filings.similar import Likeness, Said

LI, HE, THIRD, FAR = "999901001200", "999901001201", "999901001202", "999901101200"
LONG = "受市场行情影响,本月租金收入略有波动,总体平稳。"
OTHER = "本月新签大棚租约三份,租金提前到账,收入比上月增加。"
ALIKE = Alike(Likeness())


def asked(*said: Said, alike: Alike = ALIKE) -> list[Noticed]:
    where = {(one.code, one.text): "月度填报说明" for one in said}
    return copied(said, 202609, where, alike)


def now(code: str, text: str = LONG) -> Said:
    return Said(code, 202609, text)


def test_villages_of_a_township_are_one_question() -> None:
    found = asked(now(LI), now(HE), now(THIRD, LONG.replace("总体", "基本")))

    assert [(one.code, one.facts["villages"], one.other) for one in found] == [(LI, 3, HE)]
    assert found[0].facts["codes"] == f"{LI}、{HE}、{THIRD}"
    assert found[0].facts["percent"] == 100


@pytest.mark.parametrize("text", ["无变化", "与上月相同", "本月无变化。", "正常", "无"])
def test_honest_short_answers_are_never_asked_about(text: str) -> None:
    before = [Said(code, month, text) for code in (LI, HE) for month in (202607, 202608)]

    assert asked(now(LI, text), now(HE, text), *before) == []


def test_different_sentences_are_not_alike() -> None:
    assert asked(now(LI), now(HE, OTHER)) == []


def test_villages_of_two_townships_are_asked_each_about_its_own() -> None:
    found = asked(now(LI), now(FAR))

    assert [(one.code, one.other, one.facts["far"]) for one in found] == [
        (LI, FAR, True), (FAR, LI, True)
    ]  # fmt: skip


def test_a_village_that_repeats_itself_for_months() -> None:
    found = asked(now(LI), Said(LI, 202608, LONG), Said(LI, 202607, LONG))

    assert [(one.code, one.facts["months"], one.facts["since"]) for one in found] == [
        (LI, 3, 202607)
    ]


def test_two_months_or_a_gap_are_fine() -> None:
    assert asked(now(LI), Said(LI, 202608, LONG)) == []
    assert asked(now(LI), Said(LI, 202607, LONG), Said(LI, 202606, LONG)) == []


def test_months_run_over_the_turn_of_the_year() -> None:
    rows = [Said(LI, month, LONG) for month in (202601, 202512, 202511)]

    found = copied(rows, 202601, {}, ALIKE)

    assert [one.facts["since"] for one in found] == [202511]


def test_whoever_was_asked_together_is_not_asked_alone() -> None:
    before = [Said(code, month, LONG) for code in (LI, HE) for month in (202607, 202608)]

    found = asked(now(LI), now(HE), *before)

    assert len(found) == 1
    assert found[0].facts["again"] == 2


def test_the_key_does_not_depend_on_the_order_of_rows() -> None:
    rows = [now(LI), now(HE), now(THIRD)]

    assert asked(*rows) == asked(*reversed(rows))


TEXTS = st.text("甲乙丙丁戊,。0123456789", max_size=40)


@given(TEXTS, TEXTS)
def test_pieces_make_the_texts_again(one: str, other: str) -> None:
    here, there = passages(one, other)

    assert "".join(text for text, _same in here) == one
    assert "".join(text for text, _same in there) == other
    assert [text for text, same in here if same] == [text for text, same in there if same]
