"""Shell and oversized branches, each with its reason."""

from datetime import date

import pytest

from branches.figures.sizes import sizes
from tests.branches.factories import branch, counted, met, quiet, village
from tests.branches.figures.test_members import DAY, SCOPE
from villages.models import County

HALF_YEAR = (202604, 202605, 202606, 202607, 202608, 202609)


def _reasons() -> dict[str, tuple[str, ...]]:
    return {one.name: one.reasons for one in sizes(SCOPE, "999901", DAY)}


@pytest.mark.parametrize(
    ("formal", "rest", "reasons"),
    [
        (2, {}, ("empty",)),
        (3, {}, ()),
        (50, {}, ()),
        (51, {}, ("oversized",)),
        (101, {}, ("oversized",)),
        (None, {}, ()),
        (40, {"seats": 2}, ("seats",)),
        (40, {"seats": 5}, ()),
        (6, {"seats": 3}, ("seats",)),
        (6, {"seats": 1}, ()),
        (60, {"seats": 5}, ("oversized",)),
        (8, {"kind": "joint", "units": 6}, ("units",)),
        (2, {"kind": "joint", "units": 5}, ("empty",)),
        (2, {"kind": "functional"}, None),
    ],
)
def test_size_has_its_reasons(
    county: County, formal: int | None, rest: dict[str, object], reasons: tuple[str, ...] | None
) -> None:
    branch(formal=formal, name="支部", **rest)

    assert _reasons().get("支部") == reasons


@pytest.mark.parametrize(
    ("quiet_months", "met_on", "idle"),
    [
        (HALF_YEAR, None, True),
        (HALF_YEAR, date(2026, 3, 31), True),
        (HALF_YEAR[1:], None, False),  # one month was not filed: nobody knows
        ((), None, False),
        (HALF_YEAR, date(2026, 10, 5), False),
    ],
)
def test_a_branch_is_a_shell_when_every_month_is_stated_to_be_empty(
    county: County, quiet_months: tuple[int, ...], met_on: date | None, idle: bool
) -> None:
    one = branch(formal=20, name="支部")
    quiet(one, *quiet_months)
    if met_on:
        met(one, "theme_day", met_on)

    assert _reasons()["支部"] == (("inactive",) if idle else ())


def test_a_general_branch_counts_the_members_below_it(county: County) -> None:
    top = branch(name="党委", kind="committee")
    branch(name="甲支部", formal=40, parent=top)
    second = branch(name="乙支部", formal=10, parent=top)
    counted(second, 45, date(2026, 9, 1))
    branch(
        name="旧支部",
        formal=80,
        parent=top,
        abolished_on=DAY,
        abolition_no="1",
        abolition_reason="并",
    )

    found = {one.name: one for one in sizes(SCOPE, "999901", DAY)}

    assert found["党委"].members == 85
    assert found["党委"].expected == "general"
    assert found["党委"].reasons == ("form", "unapproved")


def test_one_uncounted_branch_below_leaves_the_sum_unknown(county: County) -> None:
    top = branch(name="党总支", kind="general")
    branch(name="甲支部", formal=40, parent=top)
    branch(name="乙支部", parent=top)

    assert {one.name: one.members for one in sizes(SCOPE, "999901", DAY)}["党总支"] is None


def test_sizes_cost_one_query(county: County, django_assert_num_queries: object) -> None:
    for number in range(12):
        branch(village(), f"第{number}支部", 20)
    sizes(SCOPE, "999901", DAY)  # the parameters are cached from here on

    with django_assert_num_queries(1):  # type: ignore[operator]
        assert len(sizes(SCOPE, "999901", DAY)) == 12
