"""The checks against inflated figures (虚报): each is a question, none an accusation."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from collective_economy.checks import amounts, vouchers
from collective_economy.checks.facts import CheckFacts, Hit, Limits

Judge = Callable[[CheckFacts, Limits], Hit | None]


@dataclass(frozen=True)
class Check:
    """One check: what it looks at, and what the township is asked."""

    code: str
    title: Any
    asks: Any
    judge: Judge


CHECKS: tuple[Check, ...] = (
    Check("C01", _("补助记入经营收入"), _("这些款项是否为财政补助?应记入补助收入。"),
          vouchers.subsidy_as_operating),
    Check("C02", _("凭证或流水重复"), _("是否重复登记?抱团项目请按份额拆分。"),
          vouchers.stands_twice),
    Check("C03", _("年底集中入账"), _("12 月的收入来自哪里,是否属于本年?"),
          amounts.year_end_spike),
    Check("C04", _("整数金额偏多"), _("这些整万元的收入是否按实际收款登记?"),
          vouchers.round_numbers),
    Check("C05", _("刚好过线"), _("收入刚好达到档次下限,请说明主要收入的依据。"),
          amounts.just_over_a_line),
    Check("C06", _("合同不足以支持租金"), _("租金收入多于合同约定,还有哪些合同没有登记?"),
          vouchers.contracts_imply_less),
    Check("C07", _("收入没有依据"), _("这些收入的决议、合同或原始凭证在哪里?"),
          vouchers.unbacked),
    Check("C08", _("没有新项目而翻番"), _("没有新项目,收入为什么成倍增长?"),
          amounts.leap_without_project),
    Check("C09", _("多村增幅相同"), _("这些村的增幅为什么完全相同?"), amounts.equal_growth),
    Check("C10", _("封账后改动"), _("封账后为什么改动?请写明依据。"), amounts.restated),
    Check("C11", _("项目运行而没有收入"), _("项目运行已久,为什么没有收入?"),
          amounts.idle_running_project),
    Check("C12", _("与三资平台不一致"), _("与三资平台相差较大,以哪个数为准?"),
          amounts.differs_from_platform),
    Check("C13", _("征地补偿记入收入"), _("征地补偿应进公积公益金,为什么记入收入?"),
          vouchers.land_compensation),
    Check("C14", _("借款记入收入"), _("借款不是收入,为什么记入收入?"),
          vouchers.loans_as_income),
    Check("C15", _("奖励超过上限"), _("奖励多于经营性纯收益的规定比例,依据是什么?"),
          amounts.reward_above_ceiling),
    Check("C16", _("累计数下降"), _("本年累计为什么比前面的月份少?哪个月报错了?"), amounts.fallen),
)  # fmt: skip
BY_CODE = {one.code: one for one in CHECKS}
