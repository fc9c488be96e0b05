"""Numbers that decide about collective economy, as the county's dated rows."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from collective_economy.choices import Tier
from collective_economy.plausibility import Factors
from villages import parameters
from villages.common.money import to_fen
from villages.parameters import Definition, declare

_HELP = _("按本年累计经营性收入计算,含下限。没有收入的为空壳村。")
_BOUNDS = (
    (Tier.LOW, declare("income.tier_low", _("收入档次:起步村下限"), 5, unit=_("万元"), low=1,
                       high=100, help=_HELP)),
    (Tier.MID, declare("income.tier_mid", _("收入档次:达标村下限"), 10, unit=_("万元"), low=1,
                       high=1_000, help=_HELP)),
    (Tier.GOOD, declare("income.tier_good", _("收入档次:较强村下限"), 50, unit=_("万元"), low=1,
                        high=10_000, help=_HELP)),
    (Tier.STRONG, declare("income.tier_strong", _("收入档次:强村下限"), 100, unit=_("万元"), low=1,
                          high=100_000, help=_HELP)),
)  # fmt: skip


def tier_bounds(county: str, on: date) -> tuple[tuple[Tier, int], ...]:
    """The lower bound of each tier above the weak one, in fen, inclusive, from the lowest."""
    values = ((tier, parameters.value(one.key, on=on, county=county)) for tier, one in _BOUNDS)
    return tuple((tier, to_fen(value, "万元")) for tier, value in values)


def _integer(key: str, label: Any, default: int, unit: Any, high: int, about: Any) -> Definition:
    return declare(f"economy.{key}", label, default, unit=unit, low=0, high=high, help=about)


_DAYS, _PERCENT, _TIMES, _POINTS = _("天"), _("%"), _("倍"), _("百分点")
_DECLARED = (
    _integer("contracting_permille", _("发包及上交收入划入经营收入的比例"), 500, _("‰"), 1000,
             _("旧会计制度的“发包及上交收入”按这一比例划入经营收入,其余划入投资收益。")),
    _integer("plausible_own", _("与本村往年相差多少倍时询问"), 30, _TIMES, 10_000,
             _("导入收入表时,与本村往年同期相差这一倍数以上的,请填报人核对单位。")),
    _integer("plausible_peers", _("与同类村相差多少倍时询问"), 300, _TIMES, 100_000,
             _("没有往年数的村,与表中各村的中位数相差这一倍数以上的,请填报人核对单位。")),
    _integer("season_years", _("序时进度参考往年数"), 3, _("年"), 5,
             _("按本村最近几个完整年度同期收入占全年的平均比例计算应完成的进度。")),
    _integer("behind_points", _("落后序时进度的界限"), 10, _POINTS, 100,
             _("实际完成比例低于应完成比例达到这一百分点的,列为落后。")),
    _integer("round_trip_days", _("过账核查的天数"), 30, _DAYS, 366,
             _("同一对方在这些天内一收一付、金额接近的,列入过账核查。")),
    _integer("round_trip_permille", _("过账核查的金额差"), 20, _("‰"), 1000,
             _("收付金额相差不超过这一比例的,视为接近。")),
    _integer("expiring_days", _("合同到期提醒天数"), 90, _DAYS, 720,
             _("这些天内到期的合同列为即将到期。")),
    _integer("return_yellow", _("项目收益率偏低"), 5, _PERCENT, 100,
             _("投产两年后,年收益与项目资金之比低于这一比例的,列为偏低。")),
    _integer("return_red", _("项目收益率过低"), 2, _PERCENT, 100,
             _("投产两年后,年收益与项目资金之比低于这一比例的,列为过低。")),
    _integer("reward_percent", _("增收奖励上限"), 20, _PERCENT, 100,
             _("奖励村干部的金额不超过当年经营性纯收益的这一比例。")),
    _integer("loan_fund", _("贴息资金总额"), 500, _("万元"), 1_000_000,
             _("县里用于村级集体经济贷款贴息的资金总额。")),
    _integer("large_spending", _("大额支出界限"), 10_000, _("元"), 100_000_000,
             _("达到这一金额的支出应有决议或批准文号。")),
    _integer("spike_percent", _("年底集中入账:占全年比例"), 40, _PERCENT, 100,
             _("12 月收入超过全年这一比例的,请说明。")),
    _integer("spike_times", _("年底集中入账:与中位数之比"), 3, _TIMES, 1000,
             _("12 月收入超过其余各月中位数这一倍数的,请说明。")),
    _integer("round_percent", _("整数金额偏多的比例"), 80, _PERCENT, 100,
             _("整万元凭证达到这一比例的,请说明。")),
    _integer("round_yuan", _("整数金额的单位"), 10_000, _("元"), 10_000_000,
             _("金额是这个数的整数倍的,算整数金额。")),
    _integer("round_least", _("整数金额至少看几张凭证"), 5, _("张"), 1000,
             _("收入凭证少于这个数的,不看整数金额。")),
    _integer("over_line_yuan", _("刚好过线的幅度"), 2_000, _("元"), 10_000_000,
             _("经营性收入高出档次下限不超过这一金额的,请说明依据。")),
    _integer("contract_percent", _("合同应支持租金的比例"), 70, _PERCENT, 100,
             _("合同年租金合计低于租金收入这一比例的,请补充合同。")),
    _integer("unbacked_yuan", _("收入须有依据的界限"), 10_000, _("元"), 100_000_000,
             _("达到这一金额的收入应有决议、合同或原始凭证。")),
    _integer("growth_percent", _("没有新项目的增幅界限"), 100, _PERCENT, 10_000,
             _("没有新项目而增幅超过这一比例的,请说明。")),
    _integer("equal_villages", _("增幅相同的村数"), 3, _("个"), 100,
             _("同一乡镇同批填报、增幅完全相同的村达到这个数的,请说明。")),
    _integer("running_months", _("项目运行多久应有收入"), 12, _("个月"), 120,
             _("项目运行达到这一时间而没有经营性收入的,请说明。")),
    _integer("platform_percent", _("与三资平台相差的界限"), 5, _PERCENT, 100,
             _("与三资平台相差超过这一比例的,请说明。")),
)  # fmt: skip


def number(key: str, *, county: str, on: date) -> int:
    """The value in force on a day of one of the `economy.` parameters."""
    return int(parameters.value(f"economy.{key}", on=on, county=county))


def contracting_split(county: str, on: date) -> int:
    """Which part of 发包及上交收入 is operating income, per mille; the rest is investment."""
    return number("contracting_permille", county=county, on=on)


def plausible_factors(county: str, on: date) -> Factors:
    """How far an amount may be from what is usual without a question."""
    return Factors(
        number("plausible_own", county=county, on=on),
        number("plausible_peers", county=county, on=on),
    )
