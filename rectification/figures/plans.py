"""The plan of a case as it stands on a day, and what is missing in it."""

from datetime import date

from rectification.models import CaseLink, DutyHolder, ProblemItem, RectificationCase, TaskItem
from rectification.rules.plan import FOUR_KINDS, Gap, Plan, PlanTask, gaps
from rectification.rules.readiness import Left, unfinished
from villages import parameters


def plan_of(case: RectificationCase, on: date, explained: str = "") -> Plan:
    """What is written of the plan. Four queries."""
    longest = parameters.value("rectification.longest_months", on=on, county=case.county_code)
    return Plan(
        diagnosis=case.diagnosis,
        goal=case.goal,
        confirmed_on=case.confirmed_on,
        deadline=case.deadline,
        longest_months=int(longest),
        problems=tuple(ProblemItem.objects.filter(case=case).values_list("seq", flat=True)),
        tasks=_tasks(case),
        helpers=_helpers(case, on),
        duties=frozenset(
            DutyHolder.objects.filter(case=case).on(on).values_list("kind", flat=True)
        ),
        explained=explained,
    )


def plan_gaps(case: RectificationCase, on: date, explained: str = "") -> tuple[Gap, ...]:
    """What the plan of a case lacks on a day. Four queries."""
    return gaps(plan_of(case, on, explained))


def work_left(case: RectificationCase) -> tuple[Left, ...]:
    """Tasks and problems that are not done. Two queries."""
    tasks = TaskItem.objects.filter(case=case).order_by("seq").values_list("seq", "progress")
    problems = ProblemItem.objects.filter(case=case).order_by("seq").values_list("seq", "status")
    return unfinished(tasks, problems)


def four_kind(name: str, aliases: str) -> str:
    """Which of the four ones a helper's kind is, by its name or another spelling; "" if none."""
    spellings = {name, *filter(None, aliases.split("、"))}
    return next((kind for kind in FOUR_KINDS if kind in spellings), "")


def _tasks(case: RectificationCase) -> tuple[PlanTask, ...]:
    rows = TaskItem.objects.filter(case=case).order_by("seq")
    found = rows.values_list("seq", "problem__seq", "lead_person", "due_on")
    return tuple(
        PlanTask(seq, problem, bool(person.strip()), due is not None)
        for seq, problem, person, due in found
    )


def _helpers(case: RectificationCase, on: date) -> frozenset[str]:
    rows = CaseLink.objects.filter(case=case).on(on).values_list("kind__name", "kind__aliases")
    return frozenset(four_kind(name, aliases) for name, aliases in rows)
