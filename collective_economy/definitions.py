"""What each figure of collective economy counts, in words, with the version of the wording.

A figure of a month carries the wording in force in that month: the accounting system of 2023
(财会〔2023〕14号) holds from January 2024, before it that of 2004.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from villages.common.figures import Figure
from villages.common.periods import Month

NEW_SYSTEM = Month(2024, 1)
OLD, NEW = "2004", "2024"


@dataclass(frozen=True)
class Definition:
    """Label, unit and wording of a figure; `old` is the wording of the system of 2004."""

    label: Any
    unit: Any
    text: Any
    old: Any = ""

    def version(self, month: Month) -> str:
        """Which wording holds in a month."""
        return NEW if month >= NEW_SYSTEM else OLD

    def wording(self, month: Month) -> Any:
        """The wording that holds in a month."""
        return self.text if month >= NEW_SYSTEM else self.old or self.text


_YUAN, _VILLAGES, _PERCENT = _("元"), _("个"), "%"
_OPERATING = _(
    "经营收入、投资收益,加上其他收入中写明计入的部分;补助收入不计入。1 月至本月累计,"
    "没有填报的村不计入,也不按零计算。"
)
DEFINITIONS: Mapping[str, Definition] = {
    "total_income": Definition(
        _("集体总收入"), _YUAN, _("经营收入、投资收益、补助收入、其他收入之和,1 月至本月累计。"),
        _("经营收入、发包及上交收入、投资收益、补助收入、其他收入之和,1 月至本月累计。"),
    ),
    "operating_type_income": Definition(_("经营性收入"), _YUAN, _OPERATING),
    "usable_income": Definition(
        _("可用收入"), _YUAN,
        _("经营性收入减去认定的过账和经营支出;经营支出没有填报的村不计入。"),
    ),
    "recurring_income": Definition(
        _("经常性收入"), _YUAN,
        _("经营性收入加经常性补助(每年都有的补助);经常性部分没有写明的村不计入。"),
    ),
    "operating_profit": Definition(
        _("经营收益"), _YUAN,
        _("经营收入+投资收益-经营支出-税金及附加-管理费用;缺一项的村不计入。"),
        _("经营收入+发包及上交收入+投资收益-经营支出-管理费用;缺一项的村不计入。"),
    ),
    "net_income": Definition(
        _("本年收益"), _YUAN,
        _("经营收益+补助收入+其他收入-公益支出-其他支出-所得税费用;缺一项的村不计入。"),
        _("经营收益+补助收入+其他收入-其他支出;缺一项的村不计入。"),
    ),
    "operating_income": Definition(_("经营收入"), _YUAN, _("销售、出租、服务、发包等收入。")),
    "investment_income": Definition(_("投资收益"), _YUAN, _("分红、利息、被投资方上交的利润。")),
    "subsidy_income": Definition(_("补助收入"), _YUAN, _("财政补助,不计入经营性收入。")),
    "other_income": Definition(_("其他收入"), _YUAN, _("罚没、处置、捐赠等收入。")),
    "median_income": Definition(
        _("经营性收入中位数"), _YUAN, _("已填报的村按经营性收入排列,居中的数。")
    ),
    "mean_income": Definition(
        _("经营性收入平均数"), _YUAN,
        _("经营性收入之和除以已填报的村数;受少数强村影响,请与中位数对照。"),
    ),
    "tier_shell": Definition(_("空壳村"), _VILLAGES, _("经营性收入为零的村。")),
    "tier_weak": Definition(_("薄弱村"), _VILLAGES, _("有经营性收入但不到起步村下限的村。")),
    "tier_low": Definition(_("起步村"), _VILLAGES, _("经营性收入达到起步村下限(含)的村。")),
    "tier_mid": Definition(_("达标村"), _VILLAGES, _("经营性收入达到达标村下限(含)的村。")),
    "tier_good": Definition(_("较强村"), _VILLAGES, _("经营性收入达到较强村下限(含)的村。")),
    "tier_strong": Definition(_("强村"), _VILLAGES, _("经营性收入达到强村下限(含)的村。")),
    **{
        f"share_{tier}": Definition(
            _("经营性收入 %(line)s 万元以上的村占比"), _PERCENT,
            _("经营性收入达到这一线(含)的村除以已填报的村。"),
        )
        for tier in ("low", "mid", "good", "strong")
    },
    "behind_pace": Definition(
        _("落后序时进度的村"), _VILLAGES,
        _("完成计划的比例低于本村往年同期比例,差距达到参数规定的百分点;没有计划的村不计入。"),
    ),
    "plan_income": Definition(_("收入计划"), _YUAN, _("各村全年经营性收入计划之和。")),
    "rent_arrears": Definition(
        _("拖欠租金"), _YUAN, _("合同到期应收而未收的租金,先到期的先抵;按收款日期计算。")
    ),
    "expiring_contracts": Definition(
        _("即将到期的合同"), _VILLAGES, _("参数规定的天数内到期、没有提前终止的合同。")
    ),
    "debt": Definition(_("债务余额"), _YUAN, _("本金减去已偿还的本金,核销的不计入。")),
    "debt_overdue": Definition(_("逾期债务"), _YUAN, _("到期日已过仍未偿还的债务余额。")),
    "debt_ratio": Definition(
        _("债务率"), _PERCENT, _("债务余额除以上一年度经营性收入;分母只含有债务且已填报的村。")
    ),
    "project_funds": Definition(_("项目资金"), _YUAN, _("已到账的项目资金之和。")),
    "spend_rate": Definition(_("资金支出率"), _PERCENT, _("已支出除以已到账的项目资金。")),
    "idle_projects": Definition(_("闲置或失败的项目"), _VILLAGES, _("状态为闲置或失败的项目。")),
    "subsidised_loans": Definition(
        _("贴息贷款余额"), _YUAN, _("已放款、没有结清的贴息贷款本金之和。")
    ),
    "interest_subsidy": Definition(
        _("贴息资金使用率"), _PERCENT, _("已贴息金额除以贴息资金总额(参数)。")
    ),
    "rewards_above": Definition(
        _("超过上限的奖励"), _VILLAGES, _("当年奖励之和超过经营性纯收益规定比例的村。")
    ),
    "pooled_land": Definition(
        _("流转入合作社的土地"), _("亩"), _("利用方式为流转入合作社的地块面积。")
    ),
    "dividends": Definition(_("集体分红"), _YUAN, _("成员大会决定的年度分红总额。")),
    "support_villages": Definition(_("扶持村"), _VILLAGES, _("在扶持名单里的村。")),
    "large_spending": Definition(
        _("没有决议的大额支出"), _VILLAGES,
        _("金额达到参数规定、没有决议或批准文号的支出凭证。"),
    ),
}  # fmt: skip
SOURCE = _("乡镇填报的村级集体经济台账")


def define(
    code: str,
    month: Month,
    value: Any,
    *,
    named: Mapping[str, str] | None = None,
    **more: Any,
) -> Figure:
    """A figure with its label, unit, wording and version; `named` fills the label."""
    one = DEFINITIONS[code]
    return Figure(
        code,
        str(one.label) % (named or {}),
        value,
        str(one.unit),
        period=month,
        source=str(SOURCE),
        definition=str(one.wording(month)),
        definition_version=one.version(month),
        **more,
    )
