"""What waits for the township and for the county."""

from datetime import date

from rectification.states import ProblemStatus
from rectification.waiting.work import TODOS
from tests.rectification.situations import with_plan
from tests.rectification.work.rows import FAR, LI, asked, at_work, problem, task
from villages.accounts.choices import Role
from villages.accounts.models import User


def waiting(user: User) -> dict[str, list[str]]:
    return {one.key: [item.title for item in one.items(user)] for one in TODOS if one.allowed(user)}


def test_each_side_sees_its_own(people) -> None:
    near, far = with_plan(at_work(LI)), with_plan(at_work(FAR))
    problem(far, 2, status=ProblemStatus.SOLVED, solved_on=date(2026, 8, 1))
    task(near, seq=2, due_on=date(2026, 12, 31))
    task(near, seq=3, delayed_reason="连续降雨")
    asked(near)

    township, county = waiting(people[Role.TOWNSHIP_CLERK]), waiting(people[Role.COUNTY_STAFF])

    assert township == {
        "case-late-tasks": ["登记滞后任务的进展:1. 选派书记"],
        "case-letters": ["整顿责任书:3 名责任人还没有登记签订"],
    }
    assert county == {
        "case-solved-problems": ["核实已解决的问题:2. 土地纠纷第2件"],
        "case-extensions": ["审批延期:李庄村 申请延至 2026-12-20"],
    }
    assert waiting(people[Role.FIRST_SECRETARY]) == {}
