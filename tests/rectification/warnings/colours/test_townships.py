"""Colours of townships: by the share of red villages, with months in a row."""

from typing import Any

import pytest
from django.test import Client

from rectification.warnings.figures.townships import (
    Limits,
    Tally,
    colour_of,
    township_colours,
)
from rectification.warnings.models import RuleSet, VillageWarning
from rectification.warnings.rules_in_force import Rules
from tests.rectification.warnings.colours.judged import (
    FAR,
    FARTHER,
    HE,
    LI,
    MIXED,
    OCTOBER,
    SEPTEMBER,
    THIRD,
    judge,
    sound,
    vacant,
)


@pytest.mark.parametrize(
    ("red", "villages", "colour"),
    [(0, 20, "green"), (1, 21, "green"), (1, 20, "yellow"), (1, 11, "yellow"), (1, 10, "red"),
     (20, 20, "red")],
)  # fmt: skip
def test_the_share_of_red_villages_decides(red: int, villages: int, colour: str) -> None:
    assert colour_of(Tally(red, 0, villages - red, 0), Limits(10, 5)) == colour


def test_a_township_without_any_colour_is_grey() -> None:
    assert colour_of(Tally(0, 0, 0, 3), Limits()) == "grey"


def _found(rows: Any = None) -> dict[str, tuple[str, int, int, int]]:
    rows = VillageWarning.objects.all() if rows is None else rows
    found = township_colours(rows, OCTOBER, call=2, name=3)
    return {one.code: (one.colour, one.row, one.tally.red, one.tally.called) for one in found}


def test_months_in_a_row_and_villages_red_for_long_are_counted(rules: Rules) -> None:
    calm = dict.fromkeys((HE, THIRD, FAR, FARTHER), sound())
    judge(rules, {LI: vacant(91), **calm}, month=SEPTEMBER)
    judge(rules, {LI: vacant(122), **calm})
    VillageWarning.objects.filter(month=OCTOBER.number, village__code=LI).update(red_months=2)

    assert _found() == {"999901001": ("red", 2, 1, 1), "999901101": ("green", 2, 0, 0)}


def test_the_rule_set_of_the_month_says_from_which_share_on(rules: Rules) -> None:
    judge(rules)
    RuleSet.objects.update(township_red_percent=60, township_yellow_percent=50)

    assert {code: one[0] for code, one in _found().items()} == {
        "999901001": "green", "999901101": "yellow",
    }  # fmt: skip


def test_two_years_cost_two_queries(rules: Rules, django_assert_num_queries: Any) -> None:
    for back in reversed(range(6)):
        judge(rules, MIXED, month=OCTOBER.shift(-back))

    with django_assert_num_queries(2):
        found = township_colours(VillageWarning.objects.all(), OCTOBER, call=2, name=3)
    assert [len(one.history) for one in found] == [24, 24]


def test_the_page_shows_bands_and_no_ranking(mixed: Rules, county_client: Client) -> None:
    page = county_client.get("/warnings/townships/2026-10/").content.decode()

    assert "同档不分先后" in page
    assert page.index("东关街道") < page.index("柳林镇")
    assert "名次" not in page and "排名" not in page
