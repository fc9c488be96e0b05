"""Numbers of the warnings that a county may decide otherwise (§2.3)."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from rectification.warnings import question_numbers
from villages.parameters import declare

# Declared in a file of their own and known with these.
ALSO = (question_numbers,)


def _number(key: str, label: Any, default: int, unit: Any, high: int, help: Any) -> Any:  # noqa: A002
    return declare(f"warnings.{key}", label, default, unit=unit, low=0, high=high, help=help)


NOTICE_HOURS = _number(
    "notice_hours", _("预警:公布前预告"), 24, _("小时"), 240,
    _("预警产生后先告知乡镇和村,过了这段时间才对其他人公布,期间可以附上说明。"),
)  # fmt: skip
ACKNOWLEDGE_DAYS = _number(
    "acknowledge_days", _("预警:黄色签收期限"), 3, _("个工作日"), 30,
    _("黄色预警公布后这么多个工作日没有签收的,起草提醒函。"),
)  # fmt: skip
SECOND_SLIP_DAYS = _number(
    "second_slip_days", _("预警:黄色整改期限"), 15, _("天"), 90,
    _("黄色预警这么多天没有报整改结果的,起草催办单。"),
)  # fmt: skip
RED_RESPONSE_DAYS = _number(
    "red_response_days", _("预警:红色签收期限"), 3, _("个工作日"), 30,
    _("红色预警公布后这么多个工作日内签收。"),
)  # fmt: skip
RED_PLAN_DAYS = _number(
    "red_plan_days", _("预警:红色整改打算期限"), 7, _("个工作日"), 60,
    _("红色预警公布后这么多个工作日内填写整改打算。"),
)  # fmt: skip
RED_RECTIFY_DAYS = _number(
    "red_rectify_days", _("预警:红色整改期限"), 30, _("天"), 180,
    _("红色预警公布后这么多天内整改到位。"),
)  # fmt: skip
INTERVIEW_MONTHS = _number(
    "interview_months", _("预警:约谈乡镇党委书记"), 2, _("个月"), 12,
    _("一个村连续这么多个月红色的,起草约谈通知。"),
)  # fmt: skip
BULLETIN_MONTHS = _number(
    "bulletin_months", _("预警:通报并列入排查"), 3, _("个月"), 12,
    _("一个村连续这么多个月红色的,起草通报、书面说明,并列入软弱涣散排查。"),
)  # fmt: skip
DISPUTE_DAYS = _number(
    "dispute_days", _("预警:异议复核期限"), 5, _("个工作日"), 30,
    _("乡镇对预警提出异议后,县里在这么多个工作日内复核答复。"),
)  # fmt: skip
ASKED_MONTHS = _number(
    "asked_months", _("预警:人工调整和豁免最长"), 6, _("个月"), 24,
    _("人工调整和豁免一次最长申请这么多个月,到期仍需要的再次申请。"),
)  # fmt: skip
RELAPSE_SECRETARY = _number(
    "relapse_secretary", _("反弹早期提示:书记变动的分值"), 30, _("分"), 100,
    _("销号后换了书记或书记空缺,计这么多分。分数只供走访参考,不影响颜色。"),
)  # fmt: skip
RELAPSE_INCOME = _number(
    "relapse_income", _("反弹早期提示:收入下降的分值"), 25, _("分"), 100,
    _("经营性收入同比下降达到下面的比例,计这么多分。"),
)  # fmt: skip
RELAPSE_PETITIONS = _number(
    "relapse_petitions", _("反弹早期提示:信访的分值"), 25, _("分"), 100,
    _("最近三个月信访达到下面的件数,计这么多分。"),
)  # fmt: skip
RELAPSE_LATE = _number(
    "relapse_late", _("反弹早期提示:迟报的分值"), 20, _("分"), 100,
    _("最近三个月迟报达到下面的月数,计这么多分。"),
)  # fmt: skip
RELAPSE_DROP = _number(
    "relapse_drop_percent", _("反弹早期提示:收入下降比例"), 20, _("%"), 100,
    _("经营性收入同比下降达到这个比例才计分。"),
)  # fmt: skip
RELAPSE_CASES = _number(
    "relapse_petition_count", _("反弹早期提示:信访件数"), 2, _("件"), 100,
    _("最近三个月初信初访、集体访、越级访合计达到这个件数才计分。"),
)  # fmt: skip
RELAPSE_MONTHS_LATE = _number(
    "relapse_late_months", _("反弹早期提示:迟报月数"), 2, _("个月"), 3,
    _("最近三个月中迟报达到这个月数才计分。"),
)  # fmt: skip
RELAPSE_CUT_OFF = _number(
    "relapse_cut_off", _("反弹早期提示:提示线"), 50, _("分"), 100,
    _("合计达到这个分数的村列为提示对象。可以在回测页看不同提示线的命中和误报。"),
)  # fmt: skip
