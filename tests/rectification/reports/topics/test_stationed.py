"""What a report says about first secretaries and teams."""

from datetime import date

import pytest

from cadres.figures.residents import resident_figures, residents
from cadres.wording.resident import PostingRole
from rectification.reports.topics import stationed as topic
from tests.cadres.judging import posted, told_month, village_of
from tests.rectification.reports.topics.told_by import (
    EAST,
    GUO,
    HE,
    LI,
    OCTOBER,
    WILLOW,
    asked,
    assert_sound,
    queries,
    report,
    said,
    units,
    values,
)
from villages.common.periods import Month, Period, Quarter, Year
from villages.models import County


@pytest.fixture
def teams(county: County) -> County:
    """李庄村: 21 days and 19 days of a team member; 郭集村: 12 days; 何河村 told nothing."""
    told_month(posted(), 202610, 21)
    told_month(posted("孙一", PostingRole.MEMBER), 202610, 19)
    told_month(posted("赵云", village=village_of(GUO)), 202610, 12)
    posted("钱二", village=village_of(HE))
    return county


def test_numbers_are_those_of_the_app(teams: County) -> None:
    found = residents(asked(teams).scope, teams.code, OCTOBER)
    figures = {one.code: one for one in resident_figures(found)}

    content = report(teams, topic.tell)

    known = values(content)
    assert known["stationed.people"] == figures["residents.people"].value == 4
    assert known["stationed.short"] == figures["residents.short"].value == 2
    assert known["stationed.far_short"] == figures["residents.red"].value == 1
    assert known["stationed.told"] == str(figures["residents.told_share"].value) == "75.00"
    assert content.figure("stationed.short").missing == (HE,)


def test_shares_rest_on_who_was_told(teams: County) -> None:
    content = report(teams, topic.tell)

    shares = {key: content.figure(f"stationed.{key}") for key in
              ("reached", "first.reached", "team.reached")}  # fmt: skip
    assert [(one.numerator, one.denominator) for one in shares.values()] == [
        (1, 3), (1, 2), (0, 1),
    ]  # fmt: skip
    known = values(content)
    assert known[f"stationed.reached.{EAST}"] == "50.00"
    assert known[f"stationed.reached.{WILLOW}"] == "0.00"


def test_villages_are_named_with_days_and_nobody_by_name(teams: County) -> None:
    content = report(teams, topic.tell)

    assert units(content) == {"stationed.short": (LI, GUO)}
    words = said(content)
    assert words["stationed.short_named"] == ("10月驻村天数不足的2人，如柳林镇郭集村第一书记12天。")
    cells = {str(cell) for row in content.base_of["stationed"].rows for cell in row}
    assert not cells & {"李强", "孙一", "赵云", "钱二"}
    assert "签到" not in "".join(words.values())


def test_a_month_that_nobody_told_is_a_gap(county: County) -> None:
    posted()

    content = report(county, topic.tell)

    known = values(content)
    assert known["stationed.people"] == 1
    assert (known["stationed.short"], known["stationed.reached"]) == (None, None)
    assert known[f"stationed.short.{EAST}"] is None
    assert said(content) == {}


def test_while_a_month_runs_the_last_complete_one_is_told(teams: County) -> None:
    content = report(teams, topic.tell, period=Month(2026, 11), on=date(2026, 11, 12))

    assert said(content)["stationed.reached"].startswith("10月")
    assert content.base_of["stationed"].title == "2026年10月驻村天数"


def test_where_nobody_is_posted_nothing_is_told(county: County) -> None:
    content = report(county, topic.tell)

    assert values(content) == {}
    assert said(content) == {}


@pytest.mark.parametrize("period", [OCTOBER, Quarter(2026, 3), Year(2026)])
def test_every_figure_comes_from_its_rows(teams: County, period: Period) -> None:
    assert_sound(report(teams, topic.tell, period=period))


def test_it_reads_twice(teams: County) -> None:
    assert queries(topic.tell, teams) == 2
