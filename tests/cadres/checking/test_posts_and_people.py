"""Which posts go together, and what a person's row cannot say."""

from datetime import date
from typing import Any

import pytest

from cadres.checking.people import faults
from cadres.checking.posts import clash_of
from cadres.choices import Post


@pytest.mark.parametrize(
    ("posts", "word"),
    [
        ({Post.SECRETARY, Post.DIRECTOR}, ""),
        ({Post.SUPERVISION_CHAIR, Post.PARTY_COMMITTEE_MEMBER}, ""),
        ({Post.RESERVE, Post.DEPUTY_SECRETARY}, ""),
        ({Post.SUPERVISION_CHAIR, Post.DIRECTOR}, "村民委员会"),
        ({Post.SUPERVISION_MEMBER, Post.VILLAGER_COMMITTEE_MEMBER}, "村民委员会"),
        ({Post.SUPERVISION_MEMBER, Post.CLERK}, "文书"),
        ({Post.FIRST_SECRETARY, Post.RESERVE}, "派驻"),
    ],
)
def test_posts_that_may_not_be_held_together(posts: set[Post], word: str) -> None:
    said = clash_of(posts)

    assert bool(said) is bool(word)
    assert word in said


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({"birth_month": 199709}, []),
        ({"birth_month": 199713}, ["birth_month"]),
        ({"birth_month": 199700}, ["birth_month"]),
        ({"birth_month": 199709, "joined_party_on": date(2015, 9, 1)}, []),
        ({"birth_month": 199709, "joined_party_on": date(2015, 8, 31)}, ["joined_party_on"]),
        ({"education": "college", "education_full_time": "high_school"}, []),
        ({"education": "high_school", "education_full_time": "college"}, ["education_full_time"]),
    ],
)
def test_a_persons_row_is_consistent(values: dict[str, Any], fields: list[str]) -> None:
    assert [one.field for one in faults(values, None)] == fields
