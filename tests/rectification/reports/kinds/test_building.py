"""Each kind builds the content of a county, a city or a township from period and territory."""

from typing import Any

import pytest

from rectification.reports.actions.making import make_report
from rectification.reports.kinds import half_year, monthly, quarterly, year_end
from tests.rectification.situations import sound
from villages.accounts.actors import COMMAND_LINE
from villages.common.errors import DomainError
from villages.common.periods import HalfYear, Month, Quarter, Year
from villages.common.scope import Scope
from villages.models import County

OCTOBER = Month(2026, 10)


@pytest.mark.parametrize(
    ("kind", "period"),
    [
        (monthly, OCTOBER),
        (quarterly, Quarter(2026, 4)),
        (half_year, HalfYear(2026, 2)),
        (year_end, Year(2026)),
    ],
)
def test_a_county(county: County, kind: Any, period: Any) -> None:
    content = kind.build(period, Scope.of([county.code]))

    assert (content.county_code, content.period) == (county.code, period.code)
    assert content.figure("villages").value == 5


def test_a_township_is_a_part_of_its_county(county: County) -> None:
    sound("999901001200")

    content = monthly.build(OCTOBER, Scope.of(["999901001"]))

    assert content.facts["extract"] == "999901001"
    assert {row[1] for row in content.villages.rows} == {"999901001"}


def test_a_city_is_made_of_its_counties_reports(county: County) -> None:
    make_report(by=COMMAND_LINE, kind="monthly", period=OCTOBER, county=county)

    content = monthly.build(OCTOBER, Scope.of([county.code[:4]]))

    assert content.county_code == county.code[:4]
    assert content.figure("villages").value == 5


@pytest.mark.parametrize("codes", [[], ["99"], ["999901", "999902"]])
def test_anything_else_is_refused(codes: list[str]) -> None:
    with pytest.raises(DomainError) as refused:
        monthly.build(OCTOBER, Scope.of(codes))

    assert refused.value.code == "report_unit"
