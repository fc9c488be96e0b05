"""When the work of every year begins and ends, as the county's dated rows."""

from dataclasses import dataclass
from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy

from villages.parameters import Definition, declare

_HELP = gettext_lazy("写成月日四位数,例如 1015 表示 10月15日。")
QUARTER_DAY = declare(
    "year.quarter_day", gettext_lazy("季督导报告日"), 10, unit=gettext_lazy("日"), low=1, high=28,
    help=gettext_lazy("1、4、7、10月的这一天完成上季度督导报告。"),
)  # fmt: skip


@dataclass(frozen=True)
class Span:
    """A work of every year that lasts from a day to a day."""

    key: str
    title: Any
    begin: Definition
    end: Definition


def _span(key: str, title: Any, begin: int, end: int) -> Span:
    begin_label = format_lazy(gettext_lazy("{what}开始"), what=title)
    end_label = format_lazy(gettext_lazy("{what}结束"), what=title)
    return Span(
        key, title,
        declare(f"year.{key}_from", begin_label, begin, low=101, high=1231, help=_HELP),
        declare(f"year.{key}_until", end_label, end, low=101, high=1231, help=_HELP),
    )  # fmt: skip


SPANS = (
    _span("appraisal", gettext_lazy("组织生活会、民主评议党员和年终考核"), 101, 228),
    _span("screening", gettext_lazy("后进村排查"), 101, 228),
    _span("plans", gettext_lazy("常委会确定整顿名单,下达年度目标和增收计划"), 301, 331),
    _span("halfyear", gettext_lazy("半年小结和中期验收"), 705, 715),
    _span("acceptance", gettext_lazy("集中验收"), 1001, 1130),
    _span("closing", gettext_lazy("销号、收入核实和述职评议"), 1201, 1231),
)
