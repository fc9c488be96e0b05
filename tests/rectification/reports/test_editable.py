"""Patterns there and back: what people see of figures while they amend words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rectification.reports.content import ReportContent
from rectification.reports.editable import fixed_numbers, from_editable, loose_braces, to_editable
from tests.rectification.reports.test_tracing import _content

CONTENT: ReportContent = _content()
CODES = [one.code for one in CONTENT.figures]
_words = st.text(
    st.characters(exclude_categories=("Cs", "Nd"), exclude_characters="{}【】〖〗"), max_size=12
)
_place = st.builds(
    lambda code, form: f"{{{code}{':' if form else ''}{form}}}",
    st.sampled_from(CODES), st.sampled_from(["", "share", "wan", "size"]),
)  # fmt: skip
_fixed = st.integers(0, 9999).map(lambda number: f"{{={number}}}")
patterns = st.lists(st.one_of(_words, _place, _fixed), max_size=8).map("".join)


@given(patterns)
def test_there_and_back_is_the_same(pattern: str) -> None:
    text = to_editable(pattern, CONTENT)

    assert from_editable(text, CONTENT) == pattern
    assert "{" not in text


def test_people_see_numbers_and_forms() -> None:
    text = to_editable("红色{red}个，占{red.share:share}，限{=3}日。", CONTENT)

    assert text == "红色【1】个，占【2率】，限〖3〗日。"


def test_full_width_numbers_are_read_and_unknown_ones_refused() -> None:
    assert from_editable("【１】", CONTENT) == "{red}"
    with pytest.raises(KeyError):
        from_editable("【99】", CONTENT)


def test_typed_braces_are_no_places() -> None:
    pattern = from_editable("{red}和{=5}", CONTENT)

    assert fixed_numbers(pattern) == []
    assert not loose_braces(pattern)
    assert loose_braces("a}b")
