"""A half-year is the sum of what its months' reports said, plus corrections that are listed."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from rectification.reports.asked import Asked
from rectification.reports.content import Item, ReportContent
from rectification.reports.states import ReportStatus
from rectification.reports.topics import frozen_months, ground
from rectification.reports.topics.month_rows import Again
from tests.rectification.reports.kept import kept, saying
from tests.rectification.reports.topics.told_by import assert_sound, report, said, values
from villages.common.periods import HalfYear, Month
from villages.models import County

FIRST = HalfYear(2026, 1)
JULY = date(2026, 7, 10)


def issued(value: int | None) -> Item:
    """Orders of a month."""
    return Item("orders.issued", "本期签发督办单", value, "份", gap=None if value else "not-filed")


def income(value: str) -> Item:
    """Income of a month."""
    return Item("income.month", "当月经营性收入", value, "元")


def again(**by_month: tuple[Item, ...]) -> Again:
    """What the rows say now: `m03` is March; other months say nothing."""

    def read(_asked: Asked, month: Month) -> Mapping[str, Item]:
        return {one.code: one for one in by_month.get(f"m{month.month:02}", ())}

    return read


def made(county: County, now: Again, **more: Any) -> ReportContent:
    """The half-year report."""
    topics = ground.tell, frozen_months.telling(now)
    when = {"period": FIRST, "on": JULY, **more}
    return report(county, *topics, **when)


def test_months_add_up_and_nothing_is_corrected_where_nothing_changed(county: County) -> None:
    kept(saying("2026-01", issued(2), income("10.50")), ReportStatus.ISSUED)
    kept(saying("2026-02", issued(3), income("4.50")))

    content = made(county, again(m01=(issued(2), income("10.50")), m02=(issued(3), income("4.50"))))

    found = values(content)
    assert (found["year.orders.issued"], found["year.income.month"]) == (5, "15.00")
    assert found["year.corrections"] == 0
    assert [one.key for one in content.tables] == ["by_month"]
    assert_sound(content)


def test_corrections_are_counted_in_and_listed(county: County) -> None:
    report_of_march = kept(saying("2026-03", issued(2), income("10.00")), ReportStatus.ISSUED)

    content = made(county, again(m03=(issued(5), income("8.25"))))

    found = values(content)
    assert (found["year.orders.issued"], found["year.income.month"]) == (5, "8.25")
    table = content.table("corrections")
    assert table.rows == (
        ("2026年3月", "签发督办单（份）", "2", "5", "3"),
        ("2026年3月", "经营性收入（元）", "10.00", "8.25", "-1.75"),
    )
    assert found["correction.2026-03.orders.issued.by"] == 3
    assert table.codes[0][2:] == tuple(
        f"correction.2026-03.orders.issued.{end}" for end in ("old", "new", "by")
    )
    assert said(content)["months.corrections"].startswith("各月通报的数据有2处更正")
    assert {row[-1] for row in content.base_of["months"].rows} == {f"{report_of_march.code} v1"}
    assert_sound(content)


def test_months_without_a_final_report_count_by_the_rows_and_are_named(county: County) -> None:
    kept(saying("2026-01", issued(2)), ReportStatus.ISSUED)
    kept(saying("2026-02", issued(9), is_open=True))
    numbers = (issued(2),)

    content = made(county, again(**{f"m{month:02}": numbers for month in range(1, 7)}))

    assert values(content)["year.orders.issued"] == 12
    assert said(content)["months.unfrozen"] == (
        "2026年2月、3月、4月、5月、6月没有定稿的月调度通报，累计数按现有数据计入。"
    )
    assert "corrections" not in {one.key for one in content.tables}


def test_the_issued_version_goes_before_a_later_draft(county: County) -> None:
    kept(saying("2026-01", issued(2)), ReportStatus.ISSUED)
    kept(saying("2026-01", issued(7)), ReportStatus.DRAFT, version=2)
    kept(saying("2026-02", issued(40)), ReportStatus.SUPERSEDED)

    content = made(county, again(m01=(issued(2),)))

    assert values(content)["year.orders.issued"] == 2


def test_what_nobody_knew_is_no_zero(county: County) -> None:
    kept(saying("2026-01", issued(None)), ReportStatus.ISSUED)
    kept(saying("2026-02", issued(4)), ReportStatus.ISSUED)

    content = made(county, again(m01=(issued(None),), m02=(issued(4),)))

    assert values(content)["year.orders.issued"] == 4
    assert content.figure("year.orders.issued").missing == ("2026-01",)
    assert "签发督办单（2026年1月）" in said(content)["months.gaps"]
    assert content.table("by_month").rows[0][1:3] == ("—", "4")
    assert_sound(content)


def test_nothing_known_at_all_is_a_gap(county: County) -> None:
    content = made(county, again(m01=(issued(None),)))

    figure = content.figure("year.orders.issued")
    assert (figure.value, figure.gap) == (None, "not-filed")
    assert content.tables == ()


def test_a_number_that_came_after_the_report_counts(county: County) -> None:
    kept(saying("2026-01", issued(None)), ReportStatus.ISSUED)

    content = made(county, again(m01=(issued(6),)))

    assert values(content)["year.orders.issued"] == 6


def test_a_number_that_is_gone_stays_as_the_report_said_it(county: County) -> None:
    kept(saying("2026-01", issued(6)), ReportStatus.ISSUED)

    content = made(county, again())

    assert values(content)["year.orders.issued"] == 6


def test_levels_and_shares_are_not_added_up(county: County) -> None:
    level = Item("colour.red", "红色村", 3, "个")
    work = Item("works.ab12.now", "大棚（1月）", "2.5", "座")
    kept(saying("2026-01", level, work, replace(work, code="works.ab12")), ReportStatus.ISSUED)

    content = made(county, again(m01=(level, work)))

    added = {code for code in values(content) if code.startswith("year.")}
    assert added == {"year.corrections", "year.works.ab12.now"}
    assert said(content)["months.sums"] == "按各月通报累计：大棚2.5座。"


@pytest.mark.usefixtures("other_county")
def test_reports_of_another_county_are_not_added(county: County) -> None:
    kept(replace(saying("2026-01", issued(8)), county_code="999902"), ReportStatus.ISSUED)

    content = made(county, again(m01=(issued(1),)))

    assert values(content)["year.orders.issued"] == 1


def test_only_months_that_have_begun_are_asked_for(county: County) -> None:
    asked_for: list[Month] = []

    def read(_asked: Asked, month: Month) -> Mapping[str, Item]:
        asked_for.append(month)
        return {}

    made(county, read, on=date(2026, 3, 5))

    assert asked_for == list(Month(2026, 3).year_to_date())
