"""What is done to problems and tasks beside changing their fields."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from rectification.actions import problems, task_items
from rectification.ledgers.checks import happened
from rectification.perms import may_take_county_steps, may_take_township_steps
from rectification.states import PROBLEM_NEXT, UNDER_WORK, WORKABLE, ProblemStatus
from villages.common.columns import Kind
from villages.ledgers.declaring import Ask, Verb


def _may_become(status: ProblemStatus) -> Any:
    return lambda _user, row: status in PROBLEM_NEXT[ProblemStatus(row.status)]


def _in(statuses: Any, then: Any = None) -> Any:
    """Offered while the case stands there."""
    return lambda user, row: row.case.status in statuses and (not then or then(user, row))


START = Verb(
    "start", _("开始解决"), "start", act=problems.start, may=may_take_township_steps,
    offered=_in(WORKABLE, _may_become(ProblemStatus.IN_PROGRESS)),
)  # fmt: skip
SOLVE = Verb(
    "solve", _("登记解决"), "solve", act=happened(problems.solve), may=may_take_township_steps,
    offered=_in(WORKABLE, _may_become(ProblemStatus.SOLVED)),
    explains=_("登记后由县委组织部核实;材料可以另行登记,不是必需的。"),
    asks=(
        Ask("on", _("解决日期"), "solved on", Kind.DATE),
        Ask("solution", _("解决情况"), "how it was solved", most=500, wide=True),
    ),
)  # fmt: skip
VERIFY = Verb(
    "verify", _("核实销号"), "verify", act=happened(problems.verify), may=may_take_county_steps,
    offered=_in(UNDER_WORK, _may_become(ProblemStatus.VERIFIED)),
    asks=(
        Ask("on", _("核实日期"), "verified on", Kind.DATE),
        Ask("verified_by", _("核实人"), "verified by", most=30),
    ),
)  # fmt: skip
REOPEN = Verb(
    "reopen", _("重新列入"), "reopen", act=happened(problems.reopen), may=may_take_county_steps,
    offered=_in(UNDER_WORK, _may_become(ProblemStatus.REOPENED)), danger=True,
    asks=(
        Ask("on", _("日期"), "day", Kind.DATE),
        Ask("reason", _("原因"), "reason", most=300, wide=True),
    ),
)  # fmt: skip
PROGRESS = Verb(
    "progress", _("登记进展"), "record progress of", act=happened(task_items.progress),
    may=may_take_township_steps, offered=_in(WORKABLE),
    explains=_("填 100 即为完成。到期没有完成的应写明滞后原因;材料可以另行登记,不是必需的。"),
    asks=(
        Ask("on", _("日期"), "day", Kind.DATE),
        Ask("percent", _("进度(%)"), "per cent done", Kind.INTEGER, unit="%"),
        Ask("text", _("进展情况"), "progress in words", required=False, most=500, wide=True),
        Ask(
            "delayed_reason", _("滞后原因"), "reason of the delay", required=False, most=300,
            wide=True, about_zh=_("到期没有完成的必须填写。"),
            about_en="Needed where the task is overdue and not done.",
        ),
    ),
)  # fmt: skip
