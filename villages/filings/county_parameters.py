"""Numbers of the county's side: quiet hours, reminders, hints for reviewers."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from villages import parameters
from villages.filings.patterns import Usual
from villages.filings.quiet import QuietHours
from villages.filings.similar import Likeness
from villages.parameters import declare

QUIET_FROM = declare(
    "filing.quiet_from", _("免打扰开始"), 20, unit=_("时"), low=12, high=24,
    help=_("从几时起不发送催报;此后的催报下一个工作日早上送达。"),
)  # fmt: skip
QUIET_UNTIL = declare(
    "filing.quiet_until", _("免打扰结束"), 8, unit=_("时"), low=0, high=11,
    help=_("到几时起恢复送达催报。"),
)  # fmt: skip
CHASE_GAP = declare(
    "filing.chase_gap", _("两次催报的间隔"), 2, unit=_("个工作日"), low=1, high=20,
    help=_("同一乡镇同一月份在几个工作日内不重复催报,确有必要的须写明理由。"),
)  # fmt: skip
_ALIKE = declare(
    "filing.alike_villages", _("相同内容提示"), 5, unit=_("个村"), low=2, high=1_000,
    help=_("几个村改成同一个数、写同一句说明或在同一分钟保存时提示审核人。"),
)  # fmt: skip
_LIKENESS = declare(
    "filing.alike_percent", _("说明相似度"), 90, unit=_("%"), low=70, high=100,
    help=_("两句说明相似到百分之几算作大同小异;标点、空格和全半角不算差别。"),
)  # fmt: skip
_SHORTEST = declare(
    "filing.alike_letters", _("参与比对的最短说明"), 10, unit=_("字"), low=4, high=200,
    help=_("比这更短的说明不比对相似度:“与上月相同”一类的如实短句不算抄写。"),
)  # fmt: skip
_LOOK_BACK = declare(
    "filing.alike_months", _("与以前几个月的说明比对"), 3, unit=_("个月"), low=0, high=24,
    help=_("本月说明与此前几个月的说明比对;0 表示只比本月。"),
)  # fmt: skip
_EVE = declare(
    "filing.eve_hours", _("临近截止提示"), 4, unit=_("小时"), low=1, high=72,
    help=_("截止前几小时内成批首次提交时提示审核人。"),
)  # fmt: skip
_MONTHS = declare(
    "filing.burst_months", _("集中补报提示"), 3, unit=_("个月"), low=2, high=24,
    help=_("同一乡镇一小时内首次提交几个月的数据时提示审核人。"),
)  # fmt: skip


def quiet_hours(county: str, on: date) -> QuietHours:
    """When nobody is reminded."""
    begin, end = (
        parameters.value(one.key, on=on, county=county) for one in (QUIET_FROM, QUIET_UNTIL)
    )
    return QuietHours(begin, end)


def chase_gap(county: str, on: date) -> int:
    """Working days between two reminders about the same month."""
    return int(parameters.value(CHASE_GAP.key, on=on, county=county))


def usual(county: str, on: date) -> Usual:
    """What a reviewer need not be told about."""
    alike, hours, months = (
        parameters.value(one.key, on=on, county=county) for one in (_ALIKE, _EVE, _MONTHS)
    )
    return Usual(alike, hours, months, likeness(county, on))


def likeness(county: str, on: date) -> Likeness:
    """From where two sentences are nearly the same."""
    return Likeness(
        *(parameters.value(one.key, on=on, county=county)
          for one in (_LIKENESS, _SHORTEST, _LOOK_BACK))
    )  # fmt: skip
