"""How a case of the demo county is found, confirmed and planned, by the actions of the buttons."""

from datetime import date, timedelta

from config.demo.ledgers.case_cast import put, stand_by
from config.demo.ledgers.case_walk import Walk
from config.demo.names import person_name
from config.demo.worked_example.ledger_words import WORDS
from rectification.actions import finding, planning
from rectification.actions.letters import sign
from rectification.actions.opening import open_screening
from rectification.models import DutyHolder, ScreeningItem
from villages.ledgers.actions import write_row
from villages.ledgers.declaring import ledgers

DEPARTMENTS = ("县纪委监委机关", "县委政法委", "县信访局")


def found(walk: Walk, year: int, item: ScreeningItem, facts: str) -> date:
    """Screened, proposed, reviewed and confirmed in spring; gives the day of confirming."""
    clerk, staff = walk.clerk, walk.own.staff
    day = walk.later(date(year, 1, 6), 0, 12)
    walk.case = open_screening(
        walk.village, by=clerk, on=day, year=year, case_class="weak_lax", facts=facts,
        interviewed=walk.dice.randint(16, 42), situations=[(item, facts)],
    )  # fmt: skip
    day = walk.later(day, 6, 9)
    walk.case = finding.propose(
        walk.case, by=clerk, on=day, township_meeting_on=day - timedelta(days=1),
        resolution_no=f"党委纪〔{year}〕{walk.dice.randint(2, 9)}号", proposal_reason=facts,
    )  # fmt: skip
    day = walk.later(day, 3, 6)
    walk.case = finding.start_review(walk.case, by=staff, on=day)
    for name in DEPARTMENTS:
        answered = walk.later(day, 2, 7)
        put(walk.case, "case-opinions", staff, department=name, opinion="agree",
            answered_on=answered)  # fmt: skip
    day = date(year, 3, walk.dice.randint(1, 12))
    walk.case = finding.confirm(
        walk.case, by=staff, on=day, document_no=f"示组发〔{year}〕6号", decision="列入整顿"
    )
    return day


def planned(
    walk: Walk, day: date, kinds: tuple[str, ...], deadline: date, *, returned: bool
) -> date:
    """Plan, helpers and duty holders; gives the day on which the plan was approved."""
    clerk = walk.clerk
    day = walk.later(day, 1, 4)
    walk.case = planning.start_plan(walk.case, by=clerk, on=day)
    stand_by(walk.own, walk.case, walk.dice, day)
    for kind in kinds:
        _problem(walk, kind, day, deadline)
    walk.case = write_row(
        ledgers()["cases"], row=walk.case, by=clerk,
        values={
            "diagnosis": "班子软弱,议事规则不落实,群众诉求长期没有回应。",
            "goal": "班子配齐理顺,突出问题解决,群众满意率达到 85%。", "deadline": deadline,
        },
    )  # fmt: skip
    return _approved(walk, walk.later(day, 8, 12), returned=returned)


def _approved(walk: Walk, day: date, *, returned: bool) -> date:
    """Sent to the county on a day; some plans come back once."""
    walk.case = planning.submit_plan(walk.case, by=walk.clerk, on=day)
    if returned:
        day = walk.later(day, 2, 3)
        walk.case = planning.return_plan(
            walk.case, by=walk.own.staff, on=day, reason="措施空泛",
            text="写明每项任务的责任人和完成标准",
        )  # fmt: skip
        day = walk.later(day, 4, 6)
        walk.case = planning.submit_plan(walk.case, by=walk.clerk, on=day)
    day = walk.later(day, 2, 5)
    walk.case = planning.approve_plan(walk.case, by=walk.own.staff, on=day)
    return day


def _problem(walk: Walk, kind: str, day: date, deadline: date) -> None:
    clerk, said = walk.clerk, walk.dice.choice(WORDS[kind])
    numbers = {"n": walk.dice.randint(6, 9), "m": walk.dice.randint(2, 4)}
    word = walk.own.words["problem", kind]
    problem = put(
        walk.case, "case-problems", clerk, kind=word, found_on=walk.case.screened_on or day,
        description=said.problem.format(**numbers),
    )  # fmt: skip
    put(
        walk.case, "case-tasks", clerk, problem=problem, line=word.line or "focus",
        measure=said.measure.format(**numbers), lead_person=person_name(walk.dice),
        lead_unit="乡镇党委", due_on=deadline - timedelta(days=walk.early),
    )  # fmt: skip


def signed(walk: Walk, day: date) -> None:
    """The three letters are signed together."""
    for holder in DutyHolder.objects.filter(case=walk.case):
        sign(holder, by=walk.clerk, on=day)
