"""How a case of the demo county is worked on until the township applies for acceptance."""

from datetime import date, timedelta
from decimal import Decimal

from config.demo.ledgers.case_walk import Walk
from rectification.actions import checking
from rectification.actions.problems import solve, verify
from rectification.actions.task_items import progress
from rectification.actions.visits import log_visit
from rectification.models import (
    ProblemItem,
    TaskItem,
)


def worked_on(walk: Walk, first: date, last: date) -> None:
    """Visits every other month with what was done, then every problem solved and verified."""
    clerk, day = walk.clerk, first
    while (day := walk.later(day, 40, 60)) < last:
        visited(walk, day)
    for task in TaskItem.objects.filter(case=walk.case):
        progress(task, by=clerk, on=last - timedelta(days=9), percent=100, text="已完成")
    for problem in ProblemItem.objects.filter(case=walk.case):
        on = last - timedelta(days=8)
        problem = solve(problem, by=clerk, on=on, solution="问题已解决,群众认可")
        verify(problem, by=walk.own.staff, on=last - timedelta(days=2), verified_by="周文静")


def visited(walk: Walk, day: date) -> None:
    """The first secretary went from house to house, and something came of it."""
    name, unit_size = walk.dice.choice((("道路", 4), ("机井", 3), ("大棚", 5)))
    works = [
        {"kind": walk.own.words["work", name],
         "quantity": Decimal(walk.dice.randint(1, unit_size)), "note": "帮扶单位支持"}
    ]  # fmt: skip
    log_visit(
        walk.case, by=walk.clerk, works=works,
        visit={"visitor": "驻村工作队", "on": day, "days": Decimal(walk.dice.randint(1, 3)),
               "done": "入户走访,商量解决办法", "solved": walk.dice.randint(0, 3)},
    )  # fmt: skip


def applied(walk: Walk, day: date) -> date:
    """The township checks and applies; gives the day of applying."""
    clerk = walk.clerk
    walk.case = checking.check(
        walk.case, by=clerk, on=day, self_score=Decimal(walk.dice.randint(84, 95))
    )
    day = walk.later(day, 2, 5)
    walk.case = checking.apply(
        walk.case, by=clerk, on=day, application="列明的问题已解决,班子运转正常,申请验收。",
        signed_by=walk.own.holder(walk.village, "township_secretary"),
    )  # fmt: skip
    return day
