"""What makes a village more likely to be visited, and how far a planned trip may be moved."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from villages.parameters import declare

_HELP = _("抽取检查村时,符合这一条的村增加的权重;权重合计为 0 的村不会被抽到。")


def _weight(name: str, label: Any, points: int) -> Any:
    return declare(
        f"supervision.risk_{name}", label, points, low=0, high=1000, unit=_("权重"), help=_HELP
    )


BASE = _weight("base", _("检查抽样:每个村的基本权重"), 10)
CASE = _weight("case", _("检查抽样:正在整顿"), 30)
OVERDUE = _weight("overdue", _("检查抽样:督办事项逾期"), 30)
UNVISITED = _weight("unvisited", _("检查抽样:长期没有检查"), 20)
LATE = _weight("late", _("检查抽样:近半年迟报或被退回"), 10)
RED = _weight("red", _("检查抽样:最近一次预警为红灯"), 40)
YELLOW = _weight("yellow", _("检查抽样:最近一次预警为黄灯"), 15)
UNVISITED_MONTHS = declare(
    "supervision.risk_months", _("检查抽样:多久没有检查算长期"), 12, unit=_("个月"), low=1,
    high=60, help=_("从上一次到村检查算起;从没有检查过的也算。"),
)  # fmt: skip
REACH = declare(
    "supervision.join_reach", _("检查计划:合并时行程最多移动"), 1, unit=_("个月"), low=0, high=11,
    help=_("为合并出行,行程可以在检查计划的起止日期内前后移动这么多个月。"),
)  # fmt: skip
