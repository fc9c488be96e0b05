"""Why of the rules about the collective economy (W22-W26), in words."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from villages.common.money import wan_text
from villages.common.shares import round_half_up

_PROJECTS = {
    "stopped": gettext_lazy("闲置或失败的扶持项目 %(count)s 个"),
    "waiting": gettext_lazy("扶持资金到账满 %(count)s 个月仍未开工"),
    "unspent": gettext_lazy("扶持资金到账满 %(count)s 个月没有支出"),
}
_CONTRACTS = {
    "used_on": gettext_lazy("到期未续签仍在使用的合同 %(count)s 份"),
    "arrears": gettext_lazy("租金拖欠 %(days)s 天,超过 %(limit)s 天"),
    "expires": gettext_lazy("合同 %(days)s 天后到期,没有续签"),
}


def _income(evidence: Mapping[str, Any]) -> str:
    words = {**evidence, "wan": wan_text(evidence["fen"])}
    return _("1至%(months)s月经营性收入 %(wan)s 万元,按全年折算不足 %(limit)s 万元") % words


def _growth(evidence: Mapping[str, Any]) -> str:
    if evidence["why"] == "silent":
        return _("连续 %(quarters)s 个季度没有收入记录") % evidence
    drop = Fraction((evidence["before"] - evidence["fen"]) * 100, evidence["before"])
    words = {**evidence, "wan": wan_text(evidence["fen"]), "drop": round_half_up(drop)}
    return _("1至%(months)s月经营性收入 %(wan)s 万元,同比下降 %(drop)s%%") % words


def _debt(evidence: Mapping[str, Any]) -> str:
    debt = wan_text(evidence["fen"])
    if evidence["why"] == "overdue":
        return _("逾期债务 %(wan)s 万元") % {"wan": wan_text(evidence["overdue"])}
    if evidence["why"] == "rises":
        words = {"debt": debt, "before": wan_text(evidence["before"])}
        return _("债务 %(debt)s 万元,比上年末的 %(before)s 万元增加") % words
    words = {**evidence, "debt": debt, "wan": wan_text(evidence["income"])}
    return _("债务 %(debt)s 万元,超过上年经营性收入 %(wan)s 万元的 %(limit)s 倍") % words


def _project(evidence: Mapping[str, Any]) -> str:
    if evidence["why"] != "behind":
        return str(_PROJECTS[evidence["why"]]) % evidence
    points = round_half_up(Fraction(evidence["hundredths"], 100))
    return _("扶持项目落后计划 %(points)s 个百分点") % {"points": points}


def _contract(evidence: Mapping[str, Any]) -> str:
    return str(_CONTRACTS[evidence["why"]]) % evidence


Teller = Callable[[Mapping[str, Any]], str]
TELLERS: dict[str, Teller] = {
    "W22": _income, "W23": _growth, "W24": _debt, "W25": _project, "W26": _contract,
}  # fmt: skip
