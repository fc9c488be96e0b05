"""What a report says about organization life."""

from datetime import date

import pytest

from branches.figures.life import life
from branches.meeting_rules import Verdict
from branches.models import PartyBranch
from rectification.reports.topics import life as topic
from tests.branches.factories import branch, met, quiet
from tests.rectification.reports.topics.told_by import (
    EAST,
    GUO,
    HE,
    LI,
    OCTOBER,
    WILLOW,
    ZHOU,
    asked,
    assert_sound,
    queries,
    report,
    said,
    units,
    values,
)
from villages.common.periods import HalfYear, Month, Period, Quarter, Year
from villages.models import County

YEAR = tuple(range(202601, 202613))


@pytest.fixture
def branches(county: County) -> list[PartyBranch]:
    """Theme days of October: two held, one missed, one that nobody told; no committees."""
    made = [branch(code, f"第{place}党支部", seats=1) for place, code in
            enumerate((LI, HE, GUO, ZHOU), 1)]  # fmt: skip
    for one in made[:2]:
        met(one, "theme_day", date(2026, 10, 15), 18, 20)
    quiet(made[2], *YEAR)
    return made


def test_the_rate_is_that_of_the_newest_stretch(
    county: County, branches: list[PartyBranch]
) -> None:
    one = asked(county)
    told = [row.verdicts["theme_day"][0] for row in life(one.scope, county.code, one.as_of,
                                                         over=True)]  # fmt: skip

    found = report(county, topic.tell).figure("life.theme_day.rate")

    assert (found.numerator, found.denominator) == (
        told.count(Verdict.HELD), told.count(Verdict.HELD) + told.count(Verdict.MISSED),
    )  # fmt: skip
    assert (found.value, found.denominator) == ("66.67", 3)
    assert found.missing == (ZHOU,)


def test_what_nobody_told_is_a_gap_and_nobody_is_blamed(
    county: County, branches: list[PartyBranch]
) -> None:
    content = report(county, topic.tell)

    assert units(content) == {"life.theme_day": (GUO,)}
    assert [content.said(line).text for line in content.front] == [
        "1个党支部没有填全本期组织生活，不计入按期率的分母。"
    ]


def test_townships_have_their_own(county: County, branches: list[PartyBranch]) -> None:
    known = values(report(county, topic.tell))

    assert known[f"life.theme_day.rate.{EAST}"] == "100.00"
    assert known[f"life.theme_day.rate.{WILLOW}"] == "0.00"


def test_kinds_that_fall_due_nowhere_are_not_told(
    county: County, branches: list[PartyBranch]
) -> None:
    known = values(report(county, topic.tell))

    assert "life.committee.rate" not in known
    assert "life.party_group.rate" not in known


def test_quarterly_kinds_are_judged_when_their_quarter_ends(
    county: County, branches: list[PartyBranch]
) -> None:
    met(branches[0], "member_assembly", date(2026, 10, 8), 19, 20)

    words = said(report(county, topic.tell))
    quarter = values(report(county, topic.tell, period=Quarter(2026, 3)))

    assert "党员大会25.00%（1/4）" in words["life.so_far"]
    assert "life.member_assembly.rate" not in values(report(county, topic.tell))
    assert quarter["life.member_assembly.missed"] == 1


def test_a_year_holds_all_its_stretches(county: County) -> None:
    one = branch(LI, "党支部", seats=1)
    quiet(one, *range(202501, 202513))
    for month in range(1, 13):
        if month != 5:
            met(one, "theme_day", date(2025, month, 20))

    content = report(county, topic.tell, period=Year(2025))

    found = content.figure("life.theme_day.rate")
    assert (found.numerator, found.denominator) == (11, 12)
    assert said(content)["life.theme_day"] == (
        "1个党支部未按期开展主题党日，如东关街道李庄村党支部（5月）。"
    )


def test_nothing_is_due_before_a_branch_was_founded(county: County) -> None:
    one = branch(LI, "党支部", seats=1, founded_on=date(2026, 9, 1))
    quiet(one, *YEAR)

    content = report(county, topic.tell, period=Quarter(2026, 3))

    assert content.figure("life.theme_day.rate").denominator == 1
    assert "life.member_assembly.rate" not in values(content)


def test_a_county_without_branches_is_told_nothing(county: County) -> None:
    content = report(county, topic.tell)

    assert values(content) == {}
    assert said(content) == {}


@pytest.mark.parametrize("period", [OCTOBER, Month(2026, 9), Quarter(2026, 3), HalfYear(2026, 1),
                                    Year(2026)])  # fmt: skip
def test_every_figure_comes_from_its_rows(
    county: County, branches: list[PartyBranch], period: Period
) -> None:
    assert_sound(report(county, topic.tell, period=period))


def test_it_reads_three_times(county: County, branches: list[PartyBranch]) -> None:
    assert queries(topic.tell, county) == 3
