"""Why of the rules about rectification and filing (W27 W28), in words."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _


def _rectification(evidence: Mapping[str, Any]) -> str:
    if evidence["why"] == "failed":
        return _("整顿验收不合格")
    if evidence["why"] == "extended":
        return _("整顿已延期 %(count)s 次") % evidence
    return _("整顿任务逾期 %(days)s 天") % evidence


def _filing(evidence: Mapping[str, Any]) -> str:
    if evidence["why"] == "false":
        return _("查实不实数据 %(count)s 项") % evidence
    if evidence["why"] == "mending":
        return _("退回的填报 %(days)s 个工作日没有改正,超过 %(limit)s 个工作日") % evidence
    if evidence["months"] > 1:
        return _("月报连续 %(months)s 个月迟报,最近一次迟 %(days)s 个工作日") % evidence
    return _("月报迟报 %(days)s 个工作日,超过 %(limit)s 个工作日") % evidence


Teller = Callable[[Mapping[str, Any]], str]
TELLERS: dict[str, Teller] = {"W27": _rectification, "W28": _filing}
