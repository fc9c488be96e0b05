"""A contest is finished, decided on its borders, taken back."""

from datetime import date
from typing import Any

import pytest

from rectification.supervision.actions.contest_rubric import take_rubric
from rectification.supervision.actions.contests import decide_award, finish, reopen
from rectification.supervision.figures.contests import result
from rectification.supervision.models import Contest, ContestEntry, JudgeScore
from rectification.supervision.rules.contest_awards import Award
from tests.rectification.supervision.contests.situations import (
    BESIDE,
    FAR,
    FINISHED,
    HELD,
    NEAR,
    THIRD,
    contest,
    entered,
    entry_of,
    judged,
    scored,
)
from villages import parameters
from villages.accounts.choices import Role
from villages.common.errors import DomainError
from villages.models import Parameter
from villages.trace.models import AuditEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def by(people: Any) -> Any:
    return people[Role.COUNTY_STAFF]


def places_on(since: date = date(2026, 1, 1)) -> None:
    """The county has places counted from a day on."""
    Parameter.objects.create(
        key="supervision.contest_places", county_code="999901", value=1, effective_from=since
    )
    parameters.forget()


def awards_of(made: Contest) -> list[str]:
    return [entry_of(made, code).award for code in (NEAR, BESIDE, FAR)]


def test_awards_without_places_by_default(by: Any):
    made = finish(judged(), by=by, on=FINISHED)

    assert awards_of(made) == ["一等奖", "二等奖", ""]
    assert set(made.entries.values_list("place", flat=True)) == {None}
    entry = AuditEntry.objects.get(action="contest.finished")
    assert (entry.after, entry.count) == ({"finished_on": "2026-10-21"}, 3)


def test_places_where_the_county_counts_them_on_that_day(by: Any):
    places_on(FINISHED)

    made = finish(judged(), by=by, on=FINISHED)

    assert [entry_of(made, code).place for code in (NEAR, BESIDE, FAR)] == [1, 2, 3]
    earlier = finish(judged(title="二季度", period="2026Q2"), by=by, on=HELD)
    assert {one.place for one in earlier.entries.all()} == {None}


def test_groups_are_compared_inside_themselves(by: Any):
    made = judged()
    ContestEntry.objects.filter(village__code=FAR).update(group="二组")

    finish(made, by=by, on=FINISHED)

    assert awards_of(made) == ["一等奖", "二等奖", "一等奖"]


def test_missing_scores_refuse_and_are_named(by: Any):
    made = judged()
    JudgeScore.objects.get(entry=entry_of(made, FAR), judge="乙", aspect__name="党建").delete()

    with pytest.raises(DomainError) as refused:
        finish(made, by=by, on=FINISHED)

    assert refused.value.code == "contest_scores_missing"
    assert "柳林镇李庄村:乙没有给现场“党建”打分" in refused.value.message
    made.refresh_from_db()
    assert made.finished_on is None
    assert result(made).lines[-1].judged.total is None


def test_many_gaps_are_counted(by: Any):
    made = judged()
    JudgeScore.objects.filter(aspect__at_speech=True).delete()
    entered(made, THIRD)

    with pytest.raises(DomainError) as refused:
        finish(made, by=by, on=FINISHED)

    assert "演说还没有评委打分" in refused.value.message
    assert "另有 1 处" in refused.value.message


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"site_points": 50}, "rubric_unfit"),
        ({"held_on": date(2026, 10, 30)}, "contest_day"),
        ({"finished_on": HELD}, "contest_finished"),
    ],
)
def test_what_refuses_a_finish(by: Any, given: dict[str, Any], code: str):
    made = judged(**given)

    with pytest.raises(DomainError) as refused:
        finish(made, by=by, on=FINISHED)

    assert refused.value.code == code


def test_no_village_and_no_future_day(by: Any):
    with pytest.raises(DomainError, match="还没有参赛村"):
        finish(contest(), by=by, on=FINISHED)
    with pytest.raises(DomainError, match="到今天之间"):
        finish(judged(title="下一场"), by=by, on=date(2026, 11, 4))


def test_people_decide_on_the_border(by: Any):
    made = contest()
    for one in entered(made, NEAR, BESIDE, FAR):
        scored(made, one, "50", "30")
    finish(made, by=by, on=FINISHED)
    assert awards_of(made) == ["", "", ""]
    assert len(result(made).open_lines) == 3

    decide_award(entry_of(made, NEAR), by=by, award=Award.FIRST, reason="比上期进步大")

    assert awards_of(made) == ["一等奖", "", ""]
    assert len(result(made).open_lines) == 2
    told = AuditEntry.objects.get(action="contest.awarded")
    assert (told.reason, told.after) == ("比上期进步大", {"award": "一等奖"})
    decide_award(entry_of(made, FAR), by=by, award=Award.NONE, reason="现场较弱")
    assert awards_of(made)[-1] == "未获奖"


def test_clear_awards_are_not_decided(by: Any):
    made = judged()
    with pytest.raises(DomainError, match="还没有评定"):
        decide_award(entry_of(made, NEAR), by=by, award=Award.FIRST, reason="x")
    finish(made, by=by, on=FINISHED)

    with pytest.raises(DomainError, match="由得分决定"):
        decide_award(entry_of(made, FAR), by=by, award=Award.FIRST, reason="x")


def test_an_award_that_does_not_come_into_question(by: Any):
    made = contest()
    for one in entered(made, NEAR, BESIDE):
        scored(made, one, "50", "30")
    finish(made, by=by, on=FINISHED)

    with pytest.raises(DomainError, match="可以是一等奖或二等奖"):
        decide_award(entry_of(made, NEAR), by=by, award=Award.THIRD, reason="x")


def test_taking_back_clears_the_result_and_keeps_scores(by: Any):
    places_on()
    made = finish(judged(), by=by, on=FINISHED)

    reopen(made, by=by, reason="现场分录入有误")

    made.refresh_from_db()
    assert made.finished_on is None
    assert {(one.award, one.place) for one in made.entries.all()} == {("", None)}
    assert JudgeScore.objects.count() == 12
    assert AuditEntry.objects.get(action="contest.reopened").reason == "现场分录入有误"
    with pytest.raises(DomainError, match="还没有评定"):
        reopen(made, by=by, reason="x")


def test_a_result_costs_three_queries(by: Any, django_assert_num_queries: Any):
    made = judged()
    result(made)  # the county's percentages are kept for a moment

    with django_assert_num_queries(3):
        result(made)


def test_the_usual_rubric_then_the_last_one(by: Any):
    first = Contest.objects.create(
        county_code="999901", title="一季度", period="2026Q1", held_on=date(2026, 4, 20),
        site_points=70, speech_points=30,
    )  # fmt: skip

    take_rubric(first, by=by)

    first.refresh_from_db()
    assert (first.aspects.count(), first.site_points, first.speech_points) == (8, 60, 40)
    first.aspects.filter(at_speech=True).delete()
    second = Contest.objects.create(
        county_code="999901", title="二季度", period="2026Q2", held_on=date(2026, 7, 20)
    )
    take_rubric(second, by=by)
    second.refresh_from_db()
    assert (second.aspects.count(), second.site_points, second.speech_points) == (5, 60, 0)
    with pytest.raises(DomainError, match="已有评分项目"):
        take_rubric(second, by=by)
