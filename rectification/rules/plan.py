"""What a plan must contain before it is sent for review. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from villages.common.calendar_months import add_months

# The four ones (四个一), by the names that the county's words carry from the start.
FOUR_KINDS = ("县级领导联村", "乡镇班子包村", "第一书记驻村", "机关单位结对")
THREE_DUTIES = ("township_secretary", "deputy_secretary", "organizer")


@dataclass(frozen=True)
class PlanTask:
    """A measure as the rule sees it."""

    seq: int
    problem_seq: int | None
    has_person: bool
    has_due_day: bool


@dataclass(frozen=True)
class Plan:
    """A case's plan on a day. `explained` is what the township says about what is not there."""

    diagnosis: str
    goal: str
    confirmed_on: date | None
    deadline: date | None
    longest_months: int
    problems: tuple[int, ...]
    tasks: tuple[PlanTask, ...]
    helpers: frozenset[str]
    duties: frozenset[str]
    explained: str = ""


@dataclass(frozen=True)
class Gap:
    """Something that is missing: which of `GAPS`, and what it is about: a day, a number, a kind."""

    code: str
    about: str = ""


GAPS = (
    "no_diagnosis", "no_goal", "no_deadline", "deadline_too_late", "no_problem", "no_task",
    "task_open", "no_helper", "no_duty",
)  # fmt: skip


def gaps(plan: Plan) -> tuple[Gap, ...]:
    """All that is missing, in the order of the page; nothing when the plan may be sent."""
    return (*_texts(plan), *_problems(plan), *_people(plan))


def _texts(plan: Plan) -> Iterator[Gap]:
    if not plan.diagnosis.strip():
        yield Gap("no_diagnosis")
    if not plan.goal.strip():
        yield Gap("no_goal")
    if plan.deadline is None:
        yield Gap("no_deadline")
    elif plan.confirmed_on:
        last = add_months(plan.confirmed_on, plan.longest_months)
        if plan.deadline > last:
            yield Gap("deadline_too_late", last.isoformat())


def _problems(plan: Plan) -> Iterator[Gap]:
    if not plan.problems:
        yield Gap("no_problem")
    for seq in plan.problems:
        mine = [one for one in plan.tasks if one.problem_seq == seq]
        if not mine:
            yield Gap("no_task", str(seq))
        elif not any(one.has_person and one.has_due_day for one in mine):
            yield Gap("task_open", str(seq))


def _people(plan: Plan) -> Iterator[Gap]:
    for kind in FOUR_KINDS:
        if kind not in plan.helpers and kind not in plan.explained:
            yield Gap("no_helper", kind)
    for duty in THREE_DUTIES:
        if duty not in plan.duties:
            yield Gap("no_duty", duty)
