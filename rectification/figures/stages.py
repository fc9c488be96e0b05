"""The way of a case in six stages, as boards, tiles and steppers show it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from rectification.states import CANDIDATES, CaseStatus

S = CaseStatus


@dataclass(frozen=True)
class Stage:
    """Some states that belong together."""

    key: str
    label: Any
    statuses: tuple[CaseStatus, ...]


STAGES = (
    Stage("finding", _("排查认定"), CANDIDATES),
    Stage("plan", _("制定方案"), (S.CONFIRMED, S.PLANNING, S.PLAN_REVIEW)),
    Stage("work", _("整顿中"), (S.IN_PROGRESS,)),
    Stage(
        "acceptance", _("初验和验收"),
        (S.TOWNSHIP_CHECK, S.ACCEPTANCE_APPLIED, S.COUNTY_ACCEPTANCE, S.CITY_SPOT_CHECK),
    ),
    Stage("follow", _("销号和巩固"), (S.CLOSED, S.FOLLOW_UP)),
    Stage("held", _("巩固达标"), (S.CONSOLIDATED,)),
)  # fmt: skip
# Off the way: they stand apart on a board.
ENDED = Stage("ended", _("反弹和撤销"), (S.RELAPSED, S.WITHDRAWN))
# Nobody is waited for any more.
AFTER = (*STAGES[-2:], ENDED)


def stage_of(status: str) -> Stage:
    """The stage of a state."""
    return next((one for one in STAGES if status in one.statuses), ENDED)


def steps_of(status: str) -> Iterator[tuple[Any, str]]:
    """The stages as a stepper: done, current, to do; ended cases have no current one.

    What relapsed did not hold, so its last stage is not done.
    """
    place = next((n for n, one in enumerate(STAGES) if status in one.statuses), None)
    over = place is None and status == S.RELAPSED
    done = len(STAGES) - 1 if over else place or 0
    for number, one in enumerate(STAGES):
        mark = "done" if number < done else "todo"
        yield one.label, "current" if number == place else mark
