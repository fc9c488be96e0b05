"""How long units have, and what counts as too short."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from rectification.supervision.choices import Urgency
from villages.parameters import declare


def _limit(urgency: Urgency, days: int) -> Any:
    label = _("督办:%(urgency)s的办理期限") % {"urgency": urgency.label}
    return declare(
        f"supervision.reply_{urgency}", label, days, unit=_("个工作日"), low=1, high=60,
        help=_("文种规则没有另外规定期限的,按缓急程度计算。"),
    )  # fmt: skip


REPLY = {
    urgency: _limit(urgency, days)
    for urgency, days in ((Urgency.EXTRA, 3), (Urgency.EXPRESS, 7), (Urgency.PLAIN, 15))
}
NEAR = declare(
    "supervision.near_days", _("督办:临期提示"), 3, unit=_("个工作日"), low=1, high=30,
    help=_("离办理时限还有这么多个工作日时亮黄灯。"),
)  # fmt: skip
SHORTEST = declare(
    "supervision.shortest_hours", _("督办:留给基层的最短时间"), 16, unit=_("个工作小时"), low=1,
    high=80, help=_("时限比这更短的不能下发,除非写明紧急事项批准人;每天按 8 个工作小时计算。"),
)  # fmt: skip
SIGN = declare(
    "supervision.sign_days", _("督办:签收期限"), 1, unit=_("个工作日"), low=1, high=10,
    help=_("超过的在待办中提示。"),
)  # fmt: skip
RETURN = declare(
    "supervision.return_days", _("督办:退回后重新反馈"), 3, unit=_("个工作日"), low=1, high=30,
    help=_("退回、重新交办时没有另写时限的,从次日起给承办单位这么多个工作日;原时限更晚的不变。"),
)  # fmt: skip
VERIFY = declare(
    "supervision.verify_days", _("督办:收到反馈后核查"), 5, unit=_("个工作日"), low=1, high=30,
    help=_("超过的在签发单位的待办中提示:县里也有时限。"),
)  # fmt: skip
