"""What a plan or the work still lacks, in words."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rectification.choices import DutyKind
from rectification.rules.plan import Gap
from rectification.rules.readiness import Left
from rectification.states import ProblemStatus

_GAPS: dict[str, Any] = {
    "no_diagnosis": gettext_lazy("没有写原因诊断"),
    "no_goal": gettext_lazy("没有写整顿目标"),
    "no_deadline": gettext_lazy("没有定整顿时限"),
    "deadline_too_late": gettext_lazy("整顿时限晚于 %s,超过规定的最长时限"),
    "no_problem": gettext_lazy("问题清单是空的"),
    "no_task": gettext_lazy("问题 %s 没有对应的任务"),
    "task_open": gettext_lazy("问题 %s 的任务没有写明责任人和完成时限"),
    "no_helper": gettext_lazy("没有“%s”,也没有说明原因"),
    "no_duty": gettext_lazy("没有登记责任人“%s”"),
}


def gap_words(gap: Gap) -> str:
    """One gap of a plan."""
    about = DutyKind(gap.about).label if gap.code == "no_duty" else gap.about
    words = str(_GAPS[gap.code])
    return words % about if gap.about else words


def left_words(left: Left) -> str:
    """One task or problem that is not finished."""
    if left.kind == "task":
        return _("任务 %(seq)s 完成 %(done)s%%") % {"seq": left.seq, "done": left.done}
    status = ProblemStatus(left.status).label
    return _("问题 %(seq)s %(status)s") % {"seq": left.seq, "status": status}
