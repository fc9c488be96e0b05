"""A city's report: its counties' frozen reports side by side, nothing counted anew."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rectification.reports.content import (
    Fold,
    Formula,
    Item,
    ReportContent,
    Table,
    count,
    share_of,
    yuan_total,
)
from rectification.reports.kinds.city import compose_city
from rectification.reports.models import ReportHead
from rectification.reports.states import ReportStatus
from tests import factories
from tests.rectification.reports.kept import kept
from tests.rectification.reports.topics.told_by import assert_sound, said, values
from tests.rectification.reports.written import LATE, content
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.models import County

OCTOBER = Month(2026, 10)
MADE = date(2026, 11, 6)
ISSUED = ReportStatus.ISSUED


@pytest.fixture
def city(county: County, other_county: County) -> tuple[County, County]:
    County.objects.update(city_name="东江市")
    return county, other_county


def told(county: County, villages: int, fen: int | None, before: int | None = None,
         **more: Any) -> ReportContent:  # fmt: skip
    """A county's report: villages of which the first has income, now and before."""
    keys = ("code", "township_code", "fen", "before")
    rows = tuple(
        (f"{county.code}001{200 + place}", f"{county.code}001", *(None, None))
        if place else (f"{county.code}001200", f"{county.code}001", fen, before)
        for place in range(villages)
    )  # fmt: skip
    tables = {"villages": Table("villages", "各村", keys, keys, rows)}
    filed = share_of(Fold("villages", "count", "fen"), Fold("villages"))
    growth = Formula(
        "growth", (Fold("villages", "sum", "fen"), Fold("villages", "sum", "before")), 2, empty=None
    )
    fold = Fold("villages", "max", "fen")
    figures = _folded(tables, {
        "villages": ("个", count("villages")), "townships": ("个", _distinct()),
        "income.filed": ("%", filed),
        "income.operating_type": ("元", yuan_total("villages", "fen")),
        "income.month.previous": ("元", yuan_total("villages", "before")),
        "income.month.previous.now": ("元", yuan_total("villages", "fen")),
        "income.month.previous.change": ("%", growth), "most": ("元", Formula("value", (fold,))),
    })  # fmt: skip
    made = content(problems=(LATE,) if fen else ())
    return replace(
        made, county_code=county.code, county_name=county.name, figures=figures,
        bases=tuple(tables.values()), **more,
    )  # fmt: skip


def _distinct() -> Formula:
    return Formula("value", (Fold("villages", "distinct", "township_code"),))


def _folded(
    tables: Mapping[str, Table], formulas: Mapping[str, tuple[str, Formula]]
) -> tuple[Item, ...]:
    found = ((code, unit, formula) for code, (unit, formula) in formulas.items())
    return tuple(Item.folded(code, code, unit, formula, tables) for code, unit, formula in found)


def test_numbers_add_up_and_a_share_is_the_ratio_of_the_sums(city: tuple[County, County]) -> None:
    kept(told(city[0], 3, 100_00), ISSUED)
    kept(told(city[1], 1, 50_50), ISSUED)

    made = compose_city("monthly", "9999", OCTOBER, MADE)

    found = values(made)
    assert (found["villages"], found["townships"]) == (4, 2)
    assert found["income.operating_type"] == "150.50"
    assert (found["income.filed"], made.figure("income.filed").denominator) == ("50.00", 4)
    assert found["income.filed.999901"] == "33.33"
    assert "most" not in found
    assert_sound(made)


def test_a_growth_is_computed_anew_from_the_sums(city: tuple[County, County]) -> None:
    kept(told(city[0], 3, 300, 100), ISSUED)
    kept(told(city[1], 1, 300, 300), ISSUED)

    found = values(compose_city("monthly", "9999", OCTOBER, MADE))

    assert found["income.month.previous.change"] == "50.00"
    assert found["income.month.previous.change.999901"] == "200.00"


def test_every_value_of_a_county_is_the_frozen_one(city: tuple[County, County]) -> None:
    first = told(city[0], 3, 100_00, 50_00)
    kept(first, ISSUED)

    made = compose_city("monthly", "9999", OCTOBER, MADE)

    of_county = {one.code: one for one in made.figures if one.unit_code == "999901"}
    assert len(of_county) == len(first.figures) - 1
    for code, one in of_county.items():
        assert one.value == first.figure(code.removesuffix(".999901")).value, code


def test_counties_without_a_report_and_drafts_are_named_on_page_one(
    city: tuple[County, County],
) -> None:
    kept(told(city[0], 3, 100_00))

    made = compose_city("monthly", "9999", OCTOBER, MADE)

    words = said(made)
    assert words["city.silent"] == "白水县没有本期报告，未计入合计，不按零计。"
    assert words["city.drafts"] == "青原县的报告尚未签发，数据可能变化。"
    assert words["city.next.silent"].startswith("白水县尽快")
    assert [one.key for one in made.front] == ["city.silent", "city.drafts"]
    assert (made.county_code, made.county_name, made.is_open) == ("9999", "东江市", False)


def test_a_county_without_a_number_is_missing_not_zero(city: tuple[County, County]) -> None:
    kept(told(city[0], 3, 100_00), ISSUED)
    kept(told(city[1], 1, None), ISSUED)

    made = compose_city("monthly", "9999", OCTOBER, MADE)

    assert made.figure("income.operating_type").missing == ("999902",)
    assert made.figure("income.operating_type.999902").value is None
    assert made.table("counties").rows[1][-1] == "—"


def test_the_table_sets_counties_side_by_side(city: tuple[County, County]) -> None:
    kept(told(city[0], 3, 1_000_000), ISSUED)
    kept(told(city[1], 1, 500_000), ISSUED)

    table = compose_city("monthly", "9999", OCTOBER, MADE).table("counties")

    assert table.rows == (
        ("青原县", "3", "1.00"), ("白水县", "1", "0.50"), ("合计", "4", "1.50"),
    )  # fmt: skip
    assert table.codes[1] == (None, "villages.999902", "income.operating_type.999902")


def test_problems_are_told_by_sort_with_the_counties_that_report_them(
    city: tuple[County, County],
) -> None:
    kept(told(city[0], 3, 100_00), ISSUED)
    kept(told(city[1], 1, None), ISSUED)

    made = compose_city("monthly", "9999", OCTOBER, MADE)

    assert values(made)["city.problem.plan"] == 1
    assert said(made)["city.problem.plan"] == (
        "集体经济方面：1个县（市、区）的报告列有问题，分别是青原县。"
    )


def test_the_issued_version_counts_before_a_later_draft(city: tuple[County, County]) -> None:
    kept(told(city[0], 3, 100_00), ISSUED)
    kept(told(city[0], 9, 100_00), ReportStatus.DRAFT, version=2)
    kept(told(city[0], 7, 100_00, period="2026-09"), ISSUED)

    assert values(compose_city("monthly", "9999", OCTOBER, MADE))["villages"] == 3


def test_other_cities_are_not_in_it(city: tuple[County, County]) -> None:
    elsewhere = factories.small_county("880001", "外县")
    kept(told(city[0], 3, 100_00), ISSUED)
    kept(told(elsewhere, 5, 100_00), ISSUED)

    made = compose_city("monthly", "9999", OCTOBER, MADE)

    assert set(made.base_of["counties"].column("county_code")) == {"999901"}


def test_the_citys_own_head_goes_first(city: tuple[County, County]) -> None:
    ReportHead.objects.create(
        county_code="9999", valid_from=date(2026, 1, 1), organ="东江市委组织部",
        recipients="各县委组织部",
    )  # fmt: skip
    kept(told(city[0], 3, 100_00), ISSUED)

    made = compose_city("monthly", "9999", OCTOBER, MADE)

    assert (made.organ, made.recipients) == ("东江市委组织部", "各县委组织部")
    assert made.title == "2026年10月东江市村级党建督导月调度通报"


@pytest.mark.usefixtures("city")
def test_without_any_report_it_is_refused() -> None:
    with pytest.raises(DomainError) as refused:
        compose_city("monthly", "9999", OCTOBER, MADE)

    assert refused.value.code == "report_city"


def test_queries_do_not_grow_with_counties(city: tuple[County, County]) -> None:
    kept(told(city[0], 3, 100_00), ISSUED)
    compose_city("monthly", "9999", OCTOBER, MADE)
    with CaptureQueriesContext(connection) as one:
        compose_city("monthly", "9999", OCTOBER, MADE)
    kept(told(city[1], 3, 100_00), ISSUED)

    with CaptureQueriesContext(connection) as two:
        compose_city("monthly", "9999", OCTOBER, MADE)

    assert len(one) == len(two) == 4
