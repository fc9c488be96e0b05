"""The figures that can suggest a situation of the screening standard."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext_lazy as _

from rectification.rules.screening import Compare


@dataclass(frozen=True)
class Hint:
    """One figure: how it is held against a limit, and the limit where a standard names none.

    `with_others` counts only beside another matched situation: a village that was closed lately
    has relapsed only if something is wrong again.
    """

    key: str
    label: Any
    unit: Any
    compare: Compare
    limit: Fraction
    with_others: bool = False


def _hint(
    key: str, label: Any, unit: Any, compare: Compare, limit: int, **rest: Any
) -> tuple[str, Hint]:
    return key, Hint(key, label, unit, compare, Fraction(limit), **rest)


M, A, L, B = Compare.MORE, Compare.AT_LEAST, Compare.LESS, Compare.AT_MOST
HINTS: dict[str, Hint] = dict(
    (
        _hint("secretary_vacant_days", _("书记空缺天数"), _("天"), M, 90),
        _hint("secretary_grade", _("书记考核连续偏低(不称职计 2,基本称职计 1)"), _("分"), A, 2),
        _hint("meetings_missed", _("连续两期以上没有召开的组织生活种类"), _("种"), A, 2),
        _hint("months_without_member", _("没有发展党员的月数"), _("个月"), A, 24),
        _hint("reserve_cadres", _("两委没有年轻干部时的后备干部数"), _("人"), L, 2),
        _hint("term_overdue_days", _("届满未换届天数"), _("天"), M, 0),
        _hint("disclosure_missed", _("连续没有公开的季度"), _("个季度"), A, 2),
        _hint("unrest", _("上月末未办结信访"), _("件"), A, 3),
        _hint("satisfaction", _("群众满意率"), "%", L, 60),
        _hint("operating_income", _("上一年度经营性收入"), _("元"), L, 50_000),
        _hint("site_area", _("活动场所面积"), _("平方米"), L, 200),
        _hint("sanctioned_cadres", _("近期受处置的村干部"), _("人"), A, 2),
        _hint("debt_times", _("债务为上一年度经营性收入的倍数"), _("倍"), M, 3),
        _hint("last_places", _("上一年度堡垒指数倒数名次"), _("名"), B, 1),
        _hint("months_since_closed", _("距上次销号的月数"), _("个月"), B, 24, with_others=True),
    )
)
BY_COMPARE = {M: _("大于"), A: _("不少于"), L: _("小于"), B: _("不多于")}


def known_keys() -> Iterable[str]:
    """The keys that an item of a standard may name."""
    return HINTS.keys()
