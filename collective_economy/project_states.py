"""States of a support project and what may follow on each. Pure."""

from collections.abc import Mapping

from collective_economy.kinds import ProjectStatus as S

NEXT: Mapping[S, frozenset[S]] = {
    S.PLANNING: frozenset({S.APPROVED, S.FAILED}),
    S.APPROVED: frozenset({S.BUILDING, S.FAILED}),
    S.BUILDING: frozenset({S.RUNNING, S.IDLE, S.FAILED}),
    S.RUNNING: frozenset({S.IDLE, S.FAILED}),
    S.IDLE: frozenset({S.RUNNING, S.FAILED}),
    S.FAILED: frozenset(),
}
# The date that each state brings along.
DATED: Mapping[S, str] = {
    S.APPROVED: "approved_on",
    S.BUILDING: "started_on",
    S.RUNNING: "finished_on",
    S.IDLE: "stopped_on",
    S.FAILED: "stopped_on",
}
