"""How a case of the demo county is accepted, closed and looked at again."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from config.demo.ledgers.case_walk import Walk
from config.demo.names import person_name
from config.demo.world import ON
from rectification.actions import accepting, closing, following
from rectification.actions.recording import Points, Results, record_results
from rectification.actions.revisiting import record_revisit
from rectification.choices import RevisitResult
from rectification.models import Acceptance, CaseRevisit
from villages.accounts.actors import SCHEDULE

WITH_THEM = "县民政局", "县农业农村局", "县审计局"


def looked_at(walk: Walk, day: date, share: Decimal) -> date:
    """A team goes; the points are this share of the full ones. Gives the day of going."""
    others = [f"{person_name(walk.dice)} {unit}" for unit in WITH_THEM]
    team = ";".join(["周文静 县委组织部", *others])
    begun = walk.later(day, 3, 6)
    walk.case = accepting.begin_acceptance(walk.case, by=walk.own.staff, on=begun, team=team)
    attempt = Acceptance.objects.filter(case=walk.case).latest("attempt")
    held = walk.later(begun, 2, 5)
    record_results(attempt, by=walk.own.staff, results=_results(walk, held, share))
    return held


def _results(walk: Walk, held: date, share: Decimal) -> Results:
    aspects = walk.case.scheme.aspects.all() if walk.case.scheme else ()
    points = {one.pk: Points((one.points * share).quantize(Decimal("0.5"))) for one in aspects}
    eligible = walk.dice.randint(40, 70)
    against = walk.dice.randint(1, 4)
    return Results(
        held_on=held, points=points, eligible=eligible, satisfied=eligible - 10 - against,
        basically=6, dissatisfied=against, invalid=1,
    )  # fmt: skip


def failed(walk: Walk, day: date, new_deadline: date) -> None:
    """Not good enough the first time."""
    walk.case = accepting.fail(
        walk.case, by=walk.own.staff, on=walk.later(day, 1, 3), new_deadline=new_deadline
    )


def closed(walk: Walk, day: date) -> date:
    """Passed, made public, off the list; gives the day of closing."""
    staff, year = walk.own.staff, day.year
    day = walk.later(day, 1, 3)
    walk.case = accepting.pass_(walk.case, by=staff, on=day)
    walk.case = closing.notice(walk.case, by=staff, on=day + timedelta(days=1))
    ended = walk.case.notice_to
    if ended is None:
        raise RuntimeError("a notice without an end")
    day = walk.later(ended, 1, 4)
    walk.case = closing.close(
        walk.case,
        by=staff,
        on=day,
        approval_no=f"示组复〔{year}〕{walk.dice.randint(11, 39)}号",
    )
    walk.case = following.follow(walk.case, by=SCHEDULE, on=day + timedelta(days=1))
    return day


def revisited(walk: Walk, until: date, **told: Any) -> None:
    """Revisits that were due by a day are held a few days after; `told` of the last one."""
    due = CaseRevisit.objects.filter(case=walk.case, due_on__lte=until).order_by("due_on")
    rows = list(due)
    for one in rows:
        said = told if told and one is rows[-1] else {"result": RevisitResult.HELD}
        held = min(walk.later(one.due_on, 1, 12), ON)
        record_revisit(one, by=walk.own.staff, held_on=held, visitors="周文静、工作队", **said)


def consolidated(walk: Walk) -> None:
    """The time of following up is over."""
    last = CaseRevisit.objects.filter(case=walk.case).latest("due_on")
    day = max(filter(None, (last.held_on, last.due_on)))
    walk.case = following.consolidate(walk.case, by=SCHEDULE, on=day)
