"""Which unit figures are of when a program names one, or none."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.http import Http404

from villages.common.scope import Scope
from villages.rest.figure_asking import asked_unit
from villages.rest.problems import Problem

COUNTY, OTHER, EAST = "999901", "999902", "999901001"


def asking(*codes: str, chosen: str = "", here: str = "") -> Any:
    """A request of somebody with this territory, who has chosen a county or stands in one."""
    user = SimpleNamespace(territory=Scope.of(codes), current_county_code=chosen)
    county = SimpleNamespace(code=here) if here else None
    return SimpleNamespace(user=user, _request=SimpleNamespace(county=county))


@pytest.mark.parametrize(
    ("request_", "said", "unit", "inside"),
    [
        (asking(COUNTY), {}, COUNTY, (COUNTY,)),
        (asking(COUNTY), {"unit": EAST}, EAST, (EAST,)),
        (asking(EAST), {}, COUNTY, (EAST,)),
        (asking(EAST), {"unit": COUNTY}, COUNTY, (EAST,)),
        (asking(COUNTY, OTHER, chosen=OTHER), {}, OTHER, (OTHER,)),
        (asking(COUNTY, OTHER, chosen=OTHER, here=COUNTY), {}, COUNTY, (COUNTY,)),
    ],
)
def test_the_part_inside_the_territory_is_told(
    request_: Any, said: dict[str, str], unit: str, inside: tuple[str, ...]
) -> None:
    assert asked_unit(request_, said) == (unit, Scope.of(inside))


def test_a_foreign_unit_is_not_there() -> None:
    with pytest.raises(Http404):
        asked_unit(asking(EAST), {"unit": OTHER})


def test_with_several_counties_one_must_be_named() -> None:
    with pytest.raises(Problem) as refused:
        asked_unit(asking(COUNTY, OTHER), {})

    assert refused.value.errors[0]["parameter"] == "unit"
