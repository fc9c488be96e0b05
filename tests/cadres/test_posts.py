"""Posts as ledgers write them."""

import pytest

from cadres.posts import posts_in


def _named(words: str) -> list[str]:
    found = posts_in(words)
    assert found is not None
    return [one.post for one in found.held]


@pytest.mark.parametrize(
    ("words", "posts"),
    [
        ("党支部书记、村委会主任", ["secretary", "director"]),
        ("书记主任一肩挑", ["secretary", "director"]),
        ("村党总支书记兼村主任", ["secretary", "director"]),
        ("党支部书记（兼村委会主任）", ["secretary", "director"]),
        ("村党支部副书记", ["deputy_secretary"]),
        ("宣传委员、妇联主席", ["party_committee_member", "women_chair"]),
        ("村务监督委员会主任", ["supervision_chair"]),
        ("监委会委员", ["supervision_member"]),
        ("村委会委员", ["villager_committee_member"]),
        ("村民委员会副主任", ["deputy_director"]),
        ("团支部书记 民兵连长", ["militia_head", "youth_secretary"]),
        ("驻村第一书记", ["first_secretary"]),
        ("村书记助理", ["assistant"]),
        ("报账员", ["clerk"]),
        ("后备力量", ["reserve"]),
    ],
)
def test_words_of_ledgers_are_posts(words: str, posts: list[str]) -> None:
    assert _named(words) == posts


def test_a_field_is_kept_with_its_committee_member() -> None:
    found = posts_in("组织委员")

    assert found is not None
    assert str(found) == "党组织委员(组织)"
    assert found == posts_in("支部委员（组织）")


def test_equal_posts_are_equal_in_any_order() -> None:
    assert posts_in("村委会主任、党支部书记") == posts_in("党支部书记；村委会主任")


@pytest.mark.parametrize("words", ["厨师", "党支部书记、厨师", "妇联副主席", "、", ""])
def test_a_word_that_is_no_post_makes_the_cell_unknown(words: str) -> None:
    assert posts_in(words) is None
