"""Which keys a rule set has, with their labels and bounds."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from rectification.warnings.rules.own.declared import OwnKind

Content = dict[str, Any]
FORMAT = 1
OWN_CODE = r"Z[0-9]{2,4}"
MOST_ITEMS = 40
HIGHEST = 1_000_000_000


@dataclass(frozen=True)
class Word:
    """A text: its label and how long it may be."""

    label: Any
    longest: int


@dataclass(frozen=True)
class Number:
    """A whole number: its label, its bounds, its default, its unit."""

    label: Any
    low: int
    high: int
    default: int
    unit: Any = ""


HEAD = {
    "name": Word(_("名称"), 60), "issued_by": Word(_("发文单位"), 80),
    "basis": Word(_("依据"), 200), "effective_from": Word(_("生效日期"), 10),
    "note": Word(_("修订说明"), 500),
}  # fmt: skip
RATING = {
    "red_categories": Number(_("几类黄色合为红色"), 2, 8, 3, _("类")),
    "grey_percent": Number(_("缺数据超过此比例为未评"), 0, 100, 20, "%"),
    "yellow_months": Number(_("黄色持续到第几个月为红色(0 不升级)"), 0, 24, 2, _("个月")),
    "observation_days": Number(_("红色降级后按黄色观察"), 0, 365, 30, _("天")),
    "township_red_percent": Number(_("红色村占比达到此数,乡镇为红色"), 0, 100, 10, "%"),
    "township_yellow_percent": Number(_("红色村占比达到此数,乡镇为黄色"), 0, 100, 5, "%"),
}
SWITCHES = {"enabled": _("启用"), "escalates": _("持续黄色升红")}
OWN_WORDS = {
    "title": Word(_("名称"), 40), "category": Word(_("类别"), 20), "basis": Word(_("依据"), 200),
    "kind": Word(_("规则类型"), 20), "indicator": Word(_("指标"), 60), "base": Word(_("分母"), 60),
    "unit": Word(_("单位"), 10), "side": Word(_("条件"), 2), "red_side": Word(_("红色条件"), 2),
}  # fmt: skip
OWN_NUMBERS = {
    "window": Number(_("累计最近几期"), 1, 12, 1, _("期")),
    "grace": Number(_("期末宽限"), 0, 120, 0, _("天")),
    "least": Number(_("至少几个村有数才排位次"), 2, 500, 5, _("个村")),
}
# Limits are exact numbers; those of runs and counts are whole.
OWN_LIMITS = {"yellow": _("黄色线"), "red": _("红色线"), "limit": _("每期标准")}
ITEM_KEYS = ("indicator", "side", "limit", "label", "level", "window")


@dataclass(frozen=True)
class KindShape:
    """Which keys a kind must have and which it may have besides the common ones."""

    label: Any
    about: Any
    needs: tuple[str, ...]
    takes: tuple[str, ...] = ()
    whole: bool = False


COMMON = ("title", "category", "basis", "kind")
KIND_SHAPES = {
    OwnKind.THRESHOLD: KindShape(
        _("数值"), _("一个数超过或低于标准;可以累计最近几期。"), ("indicator", "side"),
        ("unit", "red_side", "yellow", "red", "window", "grace"),
    ),
    OwnKind.RATE: KindShape(
        _("比率"), _("一个数占另一个数的百分比超过或低于标准。"), ("indicator", "base", "side"),
        ("red_side", "yellow", "red", "window", "grace"),
    ),
    OwnKind.RANK: KindShape(
        _("位次"), _("排在全县最后百分之几。"), ("indicator", "side"),
        ("yellow", "red", "least", "grace"),
    ),
    OwnKind.RUN: KindShape(
        _("连续"), _("连续几期不达标。"), ("indicator", "side", "limit"),
        ("yellow", "red", "grace"), whole=True,
    ),
    OwnKind.COUNT: KindShape(
        _("多项计数"), _("几个条件中有几项不达标。"), ("items",), ("yellow", "red", "grace"),
        whole=True,
    ),
    OwnKind.LISTED: KindShape(
        _("负面清单"), _("清单中任何一项出现即为红色(或黄色)。"), ("items",), ("grace",)
    ),
}  # fmt: skip
