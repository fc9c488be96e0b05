"""What a report says about monthly filing."""

from datetime import date, datetime

import pytest

from rectification.reports.topics import filing, ground
from tests.rectification.reports.topics.told_by import (
    EAST,
    GUO,
    HE,
    LI,
    MADE,
    OCTOBER,
    WILLOW,
    WILLOW_LI,
    ZHOU,
    asked,
    assert_sound,
    queries,
    report,
    said,
    units,
    values,
)
from villages.common.clock import ZONE
from villages.common.periods import Month, Quarter
from villages.filings.figures.board import on_time
from villages.filings.figures.progress import progress
from villages.filings.models import Filing
from villages.models import County, Village


def handed(code: str, month: int = 202610, *, late: bool = False) -> None:
    """A village's month that was handed in, and sent back since."""
    Filing.objects.create(
        village=Village.objects.get(code=code), county_code=code[:6], month=month, is_late=late,
        state="returned", first_sent_at=datetime(2026, 10, 20, 9, tzinfo=ZONE),
    )  # fmt: skip


@pytest.fixture
def filed(county: County) -> County:
    for code in (LI, HE):
        handed(code)
    handed(ZHOU, late=True)
    handed(WILLOW_LI)
    return county


def test_the_rate_is_that_of_the_filing_board(filed: County) -> None:
    found = progress(asked(filed).scope, filed.code, [OCTOBER], MADE)
    figure = on_time(found, MADE)

    content = report(filed, filing.tell)

    one = content.figure("filing.on_time")
    assert (one.value, one.numerator, one.denominator) == (
        str(figure.value), figure.numerator, figure.denominator,
    )  # fmt: skip
    assert (one.numerator, one.denominator) == (3, 5)
    known = values(content)
    assert [known[f"filing.{key}"] for key in ("punctual", "late", "silent", "open")] == [
        3, 1, 1, 0,
    ]  # fmt: skip


def test_townships_have_their_own(filed: County) -> None:
    known = values(report(filed, filing.tell))

    assert known[f"filing.on_time.{EAST}"] == "66.67"
    assert known[f"filing.on_time.{WILLOW}"] == "50.00"
    assert (known[f"filing.late.{EAST}"], known[f"filing.silent.{WILLOW}"]) == (1, 1)


def test_gaps_stand_on_page_one_and_silence_is_a_problem(filed: County) -> None:
    content = report(filed, filing.tell)

    front = [content.said(line).text for line in content.front]
    assert front == ["1个村（柳林镇郭集村）没有报齐2026年10月数据，未报村不计入合计、不按零计。"]
    assert units(content) == {"filing.silent": (GUO,), "filing.late": (EAST,)}
    words = said(content)
    assert "按时报送率60.00%（3/5）" in words["filing.on_time"]
    assert "柳林镇1个村" in words["filing.silent"]
    assert words["filing.catch_up"].startswith("柳林镇于11月25日前")


def test_before_the_due_day_nobody_is_blamed(filed: County) -> None:
    content = report(filed, filing.tell, on=date(2026, 10, 21))

    assert "filing.silent" not in units(content)
    words = said(content)
    assert "filing.catch_up" not in words
    assert words["filing.open"].startswith("2026年10月另有1个村还没有报送")


def test_a_month_before_that_was_filed_is_compared_with(filed: County) -> None:
    for code in (LI, HE, ZHOU, GUO):
        handed(code, 202609)

    content = report(filed, filing.tell)

    assert values(content)["filing.on_time.points"] == "-20.00"
    assert "较上月下降20.00个百分点" in said(content)["filing.on_time"]


def test_a_month_before_that_nobody_filed_is_not_compared_with(filed: County) -> None:
    content = report(filed, filing.tell)

    assert "filing.on_time.points" not in values(content)
    assert "上月" not in said(content)["filing.on_time"]


def test_months_before_the_county_began_to_file_blame_nobody(county: County) -> None:
    handed(LI, 202609)

    content = report(county, filing.tell, period=Quarter(2026, 3))

    known = values(content)
    assert (known["filing.expected"], known["filing.silent"]) == (5, 4)


def test_where_nobody_ever_filed_there_is_a_gap(county: County) -> None:
    content = report(county, filing.tell)

    known = values(content)
    assert known["filing.on_time"] is None
    assert "filing.silent" not in known
    assert units(content) == {}
    assert list(said(content)) == ["filing.none"]


def test_a_quarter_counts_every_month_of_a_village(county: County) -> None:
    for month in (202607, 202608, 202609):
        handed(LI, month)
    handed(GUO, 202608, late=True)

    content = report(county, filing.tell, period=Quarter(2026, 3))

    known = values(content)
    assert (known["filing.expected"], known["filing.punctual"], known["filing.silent"]) == (
        15, 3, 11,
    )  # fmt: skip
    assert known["filing.silent_villages"] == 4
    assert content.figure("filing.silent").unit == "村次"
    assert units(content)["filing.silent"] == (HE, ZHOU, WILLOW_LI, GUO)


@pytest.mark.parametrize("period", [OCTOBER, Month(2026, 11), Quarter(2026, 3)])
def test_every_figure_comes_from_its_rows(filed: County, period: Month | Quarter) -> None:
    content = report(filed, ground.tell, filing.tell, period=period)

    assert_sound(content)


def test_it_reads_three_times(filed: County) -> None:
    assert queries(filing.tell, filed) == 3
