"""Dates of the month, as the county's dated rows."""

from django.utils.translation import gettext_lazy as _

from villages.parameters import declare

DUE_DAY = declare(
    "month.due_day", _("每月填报截止日"), 25, unit=_("日"), low=1, high=28,
    help=_("当月数据填报到这一天;遇周末不顺延。"),
)  # fmt: skip
CLOSE_WORKDAY = declare(
    "month.close_workday", _("次月第几个工作日封账"), 3, unit=_("个工作日"), low=1, high=15,
    help=_("次月从一日起数到第几个工作日封账。"),
)  # fmt: skip
DISPATCH_DAY = declare(
    "month.dispatch_day", _("月调度通报起草日"), 5, unit=_("日"), low=1, high=28,
    help=_("次月这一天起草上月的调度通报。"),
)  # fmt: skip
CORRECTION_DAY = declare(
    "month.correction_day", _("收入更正截止日"), 10, unit=_("日"), low=1, high=28,
    help=_("次月这一天之后,上月收入只能以更正方式修改。"),
)  # fmt: skip
SECOND_DAYS = declare(
    "month.reopen_second_days", _("封账满多少天后重新开放须第二人批准"), 30, unit=_("天"), low=0,
    high=3650,
    help=_("封账不久的,组织部一人即可批准;满这些天的,须组织部两人先后同意。0 表示一律两人。"),
)  # fmt: skip
