"""What no rule finds: several kinds of yellow, lasting yellow, what waits for a person."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from rectification.warnings.judgement import AFTER_RED, HELD, HELD_UNKNOWN, LASTING, MANY

Evidence = Mapping[str, Any]
TITLES: dict[str, str] = {
    MANY: "多类黄色", LASTING: "黄色持续未降级", AFTER_RED: "红色转好后观察",
}  # fmt: skip


def _many(evidence: Evidence) -> str:
    return _("%(categories)s 类指标同时黄色,达到 %(limit)s 类评为红色") % evidence


def _lasting(evidence: Evidence) -> str:
    codes = str(evidence["rules"]).replace(",", "、")
    words = {**evidence, "codes": codes}
    return _("%(codes)s 黄色持续 %(months)s 个月没有降级,达到 %(limit)s 个月评为红色") % words


def _after_red(evidence: Evidence) -> str:
    return _("上月是红色(连续 %(months)s 个月),数据已转好,先按黄色观察") % evidence


TELLERS: dict[str, Callable[[Evidence], str]] = {
    MANY: _many, LASTING: _lasting, AFTER_RED: _after_red,
}  # fmt: skip


def waiting(reason: Mapping[str, Any]) -> str:
    """What is said of an event that this month's data do not show; "" for any other."""
    why = reason["evidence"].get("why")
    if why == HELD_UNKNOWN:
        return _("以前的预警没有降级,本月缺少数据")
    if why != HELD:
        return ""
    if "observed" in reason:
        return _("已核实降级,观察中")
    return _("数据已转好,待核实降级")
