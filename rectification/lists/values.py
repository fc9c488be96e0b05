"""What stands in the cells of the lists."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from rectification.lists.reading import Line
from rectification.sheets.readers import NOT_YET
from rectification.states import OFF_THE_LIST, ProblemStatus
from villages.lists.sheets.shape import Value


def of_problem(name: str, label: bool = False) -> Callable[[Line], Value]:
    """A field of the problem, or its label; nothing where the case has none."""
    return lambda line: _told(line.problem, name, label)


def of_task(name: str, label: bool = False) -> Callable[[Line], Value]:
    """A field of the task, or its label."""
    return lambda line: _told(line.task, name, label)


def _told(row: Any, name: str, label: bool) -> Value:
    if row is None:
        return None
    value: Value = getattr(row, f"get_{name}_display")() if label else getattr(row, name)
    return None if value == "" else value


def kind_word(line: Line) -> Value:
    """The kind of the problem by its name."""
    return str(line.problem.kind.name) if line.problem else None


_DONE: Mapping[str, Any] = {
    ProblemStatus.OPEN: _("否"),
    ProblemStatus.REOPENED: _("否"),
    ProblemStatus.IN_PROGRESS: _("推进中"),
    ProblemStatus.SOLVED: _("是"),
    ProblemStatus.VERIFIED: _("是"),
}
VERDICTS: Mapping[str, Any] = {
    "passed": _("验收合格"), "failed": _("验收不合格"), NOT_YET: _("未验收"),
}  # fmt: skip


def done_word(line: Line) -> Value:
    """Whether the problem is solved, in the words of the ledger."""
    return str(_DONE[line.problem.status]) if line.problem else None


def closed_word(line: Line) -> Value:
    """Whether the case is off the list."""
    return _now("是") if line.case.status in OFF_THE_LIST else _now("否")


def remark(line: Line) -> Value:
    """What the ledger has no column for: further rounds, extensions, further measures."""
    said = []
    if line.case.round > 1:
        said.append(_now("第 %s 轮") % line.case.round)
    if line.case.extension_count:
        said.append(_now("延期 %s 次") % line.case.extension_count)
    others = [f"{one.measure}({one.lead_person or '—'})" for one in line.other_tasks]
    if others:
        said.append(_now("另有措施:%s") % ";".join(others))
    return ";".join(said) or None
