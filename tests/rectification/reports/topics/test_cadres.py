"""What a report says about village cadres."""

from datetime import date

import pytest

from cadres.actions.disposition_lists import install_default_dispositions
from cadres.choices import Post
from cadres.figures import cadres, teams
from cadres.figures.completeness import completeness
from cadres.figures.dispositions import dispositions
from cadres.figures.reviews import reviews
from cadres.models import Person
from rectification.reports.topics import cadres as topic
from tests.cadres import judging
from tests.cadres.judging import begun_review, concluded_review
from tests.cadres.teams import complete_team, hold, left, person
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
from tests.rectification.situations import sound
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.common.periods import HalfYear, Month, Period, Quarter, Year
from villages.models import County


@pytest.fixture
def staffed(county: County) -> County:
    """李庄村 complete, 何河村 sound, 郭集村 without a secretary since August, two unknown."""
    complete_team(LI)
    sound(HE)
    left(person(GUO, Post.VILLAGER_COMMITTEE_MEMBER), GUO, Post.SECRETARY, date(2026, 8, 1))
    return county


@pytest.fixture
def lists(county: County, people: dict[str, User]) -> None:
    """The county's kinds of dispositions."""
    by = people[Role.COUNTY_STAFF]
    install_default_dispositions(county=county, on=judging.NEW_YEAR, by=by)


def test_people_are_counted_as_the_ledger_counts_them(staffed: County) -> None:
    one = asked(staffed)
    whole = cadres(teams(one.scope, staffed.code, one.as_of), one.code_of)

    known = values(report(staffed, topic.tell))

    counts = {**vars(whole.counts), "high_school_or_above": whole.counts.high_school}
    for key in ("people", "serving", "reserve", "secretaries", "one_shoulder", "women",
                "high_school_or_above"):  # fmt: skip
        assert known[f"cadres.{key}"] == counts[key], key
    assert known["cadres.villages_without_secretary"] == len(whole.without_secretary) == 1
    assert known["cadres.villages_short_of_reserve"] == len(whole.short_of_reserve) == 2


def test_teams_are_complete_as_the_overview_says(staffed: County) -> None:
    one = asked(staffed)
    whole = completeness(one.scope, staffed.code, one.as_of)

    content = report(staffed, topic.tell)

    known = values(content)
    for key in ("branch", "committee", "both"):
        assert known[f"cadres.team.{key}"] == getattr(whole, key) == 1, key
    assert content.figure("cadres.team.both").missing == whole.unknown
    assert known[f"cadres.team.both.{EAST}"] == 1


def test_villages_without_a_ledger_are_gaps_not_zeros(staffed: County) -> None:
    content = report(staffed, topic.tell)

    one = content.figure("cadres.villages_without_secretary")
    assert one.missing == (ZHOU, "999901101200")
    assert values(content)["cadres.without_secretary_share"] == "33.33"
    rows = {row[0]: row for row in content.villages.rows}
    assert rows[ZHOU][content.villages.place("serving")] is None
    assert [line.key for line in content.front] == ["cadres.gaps"]


def test_a_county_without_ledgers_has_no_number(county: County) -> None:
    content = report(county, topic.tell)

    known = values(content)
    for key in ("people", "villages_without_secretary", "team.both", f"serving.{EAST}"):
        assert known[f"cadres.{key}"] is None, key
    assert content.figure("cadres.people").gap == "not-filed"
    assert said(content) == {}


def test_a_village_without_a_secretary_is_named_with_its_days(staffed: County) -> None:
    content = report(staffed, topic.tell)

    assert units(content)["cadres.without_secretary"] == (GUO,)
    assert values(content)[f"cadres.vacant_days.{GUO}"] == 91
    words = said(content)
    assert words["cadres.without_secretary"] == "1个村书记空缺，如柳林镇郭集村空缺91天。"
    assert "书记空缺1个村，占33.33%（1/3）" in words["cadres.vacancies"]
    assert "11月25日前" in words["cadres.fill"]


def test_vacancies_over_the_limit_are_counted_by_village(staffed: County) -> None:
    left(person(HE, name="钱某"), HE, Post.DIRECTOR, date(2026, 10, 1))

    content = report(staffed, topic.tell, period=Month(2026, 11), on=date(2026, 11, 2))

    assert values(content)["cadres.vacancies.over"] == 1
    assert units(content)["cadres.vacancies_over"] == (GUO,)


def test_seats_of_supervisors_are_not_among_the_two_committees(staffed: County) -> None:
    rows = report(staffed, topic.tell).base_of["vacancies"]

    assert {row[rows.place("chair")] for row in rows.rows} <= {
        "secretary", "director", "party", "committee",
    }  # fmt: skip


def _reviewed() -> None:
    concluded_review(judging.person("甲"))
    concluded_review(judging.person("乙"), "conditional")
    concluded_review(judging.person("丙"), "reject", decided_on=date(2026, 6, 30))
    begun_review(judging.person("戊"))
    begun_review(judging.person("己"), status="archived", withdrawn_reason="退出")


@pytest.mark.parametrize("period", [Month(2026, 9), OCTOBER, Quarter(2026, 3), Year(2026)])
def test_reviews_are_those_of_the_app(county: County, period: Period) -> None:
    _reviewed()
    one = asked(county, period)
    found = reviews(one.scope, county.code, period.start, one.as_of)

    known = values(report(county, topic.tell, period=period))

    for key in ("initiated", "passed", "conditional", "rejected", "open"):
        assert known[f"cadres.reviews.{key}"] == getattr(found, key), key


def test_a_conclusion_after_the_period_is_still_open_in_it(county: County) -> None:
    concluded_review(judging.person("甲"), decided_on=date(2026, 11, 2))

    known = values(report(county, topic.tell))

    assert (known["cadres.reviews.passed"], known["cadres.reviews.open"]) == (0, 1)


def test_rows_of_reviews_and_dispositions_name_nobody(county: County, lists: None) -> None:
    _reviewed()
    judging.sanctioned(judging.person("丁一"))

    content = report(county, topic.tell, period=Year(2026))

    cells = {str(cell) for key in ("reviews", "dispositions")
             for row in content.base_of[key].rows for cell in row}  # fmt: skip
    assert not cells & {LI, "李庄村", "甲", "乙", "丙", "戊", "丁一"}
    assert content.base_of["dispositions"].rows


def test_dispositions_of_the_period_are_told_by_kind(county: County, lists: None) -> None:
    judging.sanctioned(judging.person("甲"))
    judging.sanctioned(judging.person("乙"), "停职检查")
    judging.sanctioned(judging.person("丙"), ended_on=date(2026, 7, 1), end_reason="revoked")
    one = asked(county, HalfYear(2026, 1))
    found = dispositions(one.scope, county.code, one.period.start, one.as_of)

    half = report(county, topic.tell, period=HalfYear(2026, 1))

    assert values(half)["cadres.dispositions"] == found.decided == 2
    assert said(half)["cadres.dispositions"] == (
        "2026年上半年处置不胜任村干部2人次（停职检查1人次、警示谈话1人次）。"
    )
    assert values(report(county, topic.tell))["cadres.dispositions"] == 0


@pytest.mark.parametrize("period", [OCTOBER, Month(2026, 11), Quarter(2026, 3), Year(2026)])
def test_every_figure_comes_from_its_rows(staffed: County, lists: None, period: Period) -> None:
    _reviewed()
    judging.sanctioned(judging.person("丁一"))

    assert_sound(report(staffed, topic.tell, period=period))


def test_townships_have_their_own(staffed: County) -> None:
    known = values(report(staffed, topic.tell))

    assert known[f"cadres.villages_without_secretary.{WILLOW}"] == 1
    assert known[f"cadres.villages_without_secretary.{EAST}"] == 0
    assert known[f"cadres.villages_short_of_reserve.{EAST}"] == 1


def test_a_person_of_two_villages_is_counted_once(staffed: County) -> None:
    before = values(report(staffed, topic.tell))["cadres.people"]
    hold(Person.objects.filter(village__code=HE).first(), GUO, Post.CLERK)

    after = values(report(staffed, topic.tell))["cadres.people"]

    assert before == after


def test_it_reads_eight_times(staffed: County, lists: None) -> None:
    assert queries(topic.tell, staffed) == 8
