"""A share that is not final holds the final one inside, whatever the missing turn out to be."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from rectification.warnings.figures.bounds import Bounds, bounds_of, colour_bounds
from tests.rectification.warnings.trying import history
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.models import County, Village

FINAL = ("red", "yellow", "green")


@given(st.lists(st.sampled_from(["", "grey", *FINAL]), min_size=1, max_size=300), st.data())
def test_the_final_share_lies_inside(colours: list[str], data: st.DataObject) -> None:
    told = bounds_of(colours)
    final = [one if one in FINAL else data.draw(st.sampled_from(FINAL)) for one in colours]

    for colour, bounds in told.colours.items():
        share = final.count(colour) * 100
        assert bounds.low * len(final) <= share <= bounds.high * len(final)
        if bounds.is_final:
            assert bounds.part == final.count(colour)


def test_in_words() -> None:
    assert Bounds(132, 216, 7).text("绿色") == "绿色占比 61–65%,取决于 7 个缺数据的村"
    assert Bounds(132, 216, 0).text("绿色") == "绿色占比 61%(132/216)"
    assert Bounds(0, 0, 0).text("绿色") == "绿色占比:没有村"


def test_a_village_without_a_colour_is_missing(county: County) -> None:
    first, *_rest = Village.objects.order_by("code")
    october = Month(2026, 10)
    history.store([first], [october])

    found = colour_bounds(Scope.of(["999901"]), "999901", october, date(2026, 11, 3))

    whole = Village.objects.filter(county_code="999901").count()
    assert (found.whole.whole, found.whole.missing) == (whole, whole - 1)
    assert sum(one.whole for one in found.townships.values()) == whole
    assert colour_bounds(Scope(), "999901", october, date(2026, 11, 3)).whole.whole == 0
