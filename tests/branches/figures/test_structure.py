"""Sums and shares of members, against a naive recomputation."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from branches.figures.structure import (
    COUNTED,
    BranchMembers,
    Structure,
    branch_members,
    by_township,
)
from tests.branches.factories import branch, counted
from tests.branches.figures.test_members import DAY, SCOPE
from villages.models import County

_number = st.one_of(st.none(), st.integers(0, 60))
_counts = st.one_of(st.none(), st.fixed_dictionaries(dict.fromkeys(COUNTED, _number)))
_codes = st.sampled_from(["999901001200", "999901001201", "999901101200"])
_rows = st.lists(st.builds(BranchMembers, _codes, _counts), max_size=12)


@given(_rows, st.sampled_from(COUNTED))
def test_a_part_is_summed_where_it_is_known(rows: list[BranchMembers], name: str) -> None:
    part = Structure.of(rows).parts[name]

    known = [row for row in rows if row.counts is not None and row.counts[name] is not None]
    assert part.count == sum(row.counts[name] for row in known)  # type: ignore[index, misc]
    assert part.known == len(known)
    assert set(part.missing) == {row.village_code for row in rows} - _complete(rows, name)


def _complete(rows: list[BranchMembers], name: str) -> set[str]:
    lacking = {r.village_code for r in rows if r.counts is None or r.counts[name] is None}
    return {row.village_code for row in rows} - lacking


@given(_rows)
def test_the_denominator_is_the_members_of_those_who_told(rows: list[BranchMembers]) -> None:
    part = Structure.of(rows).parts["women"]

    told = [r.counts for r in rows if r.counts and r.counts["women"] is not None]
    naive = 0
    for counts in told:
        if counts["formal"] is not None and counts["probationary"] is not None:
            naive += counts["formal"] + counts["probationary"]
    assert part.whole == naive


@given(_rows)
def test_townships_add_up_to_the_county(rows: list[BranchMembers]) -> None:
    whole, parts = Structure.of(rows), by_township(rows).values()

    for name in ("formal", "women", "college_up"):
        assert whole.parts[name].count == sum(one.parts[name].count for one in parts)
    assert whole.villages == sum(one.villages for one in parts)


@pytest.fixture
def known(county: County) -> None:
    first = branch(name="甲支部")
    counted(first, 38, probationary=2, women=10, from_60=13)
    second = branch("999901001201", "乙支部")
    counted(second, 18, women=9)  # probationary members unknown: no denominator
    branch("999901001202", "丙支部")  # never counted
    branch("999901101200", "产业链支部", 15, kind="industry_chain")


@pytest.mark.usefixtures("known")
def test_gaps_are_listed_and_in_no_sum() -> None:
    found = Structure.of(branch_members(SCOPE, "999901", DAY))

    assert found.parts["formal"].count == 56
    assert found.parts["formal"].missing == ("999901001202", "999901101200", "999901101201")
    assert (found.villages, found.counted, found.branches) == (5, 2, 2)


@pytest.mark.usefixtures("known")
def test_members_cost_three_queries(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(3):
        assert len(branch_members(SCOPE, "999901", DAY)) == 5
