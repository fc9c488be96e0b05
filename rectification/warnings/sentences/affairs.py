"""Why of the rules about village affairs (W16-W21), in words."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from villages.affairs.models import MajorMatter
from villages.common.money import wan_text
from villages.common.shares import round_half_up

_MISSED = {
    "quarters": gettext_lazy("村务财务连续 %(count)s 个季度没有公开"),
    "months": gettext_lazy("财务连续 %(count)s 个月没有公开"),
}
_PETITIONS = {
    "grave": gettext_lazy("当月集体访、越级访 %(count)s 件"),
    "unresolved": gettext_lazy("月末未办结信访 %(count)s 件,达到 %(limit)s 件"),
    "first": gettext_lazy("当月初信初访 %(count)s 件,达到 %(limit)s 件"),
    "overdue": gettext_lazy("月末超期未办结信访 %(count)s 件"),
}
_GRADES = {
    1: gettext_lazy("一般"),
    2: gettext_lazy("较大"),
    3: gettext_lazy("重大"),
    4: gettext_lazy("特别重大"),
}


def _disclosure(evidence: Mapping[str, Any]) -> str:
    return str(_MISSED[evidence["why"]]) % evidence


def _meetings(evidence: Mapping[str, Any]) -> str:
    return _("连续 %(quarters)s 个季度没有召开有效的村民代表会议") % evidence


def _matters(evidence: Mapping[str, Any]) -> str:
    field: Any = MajorMatter._meta.get_field(evidence["step"])
    said = _("重大事项缺“%(step)s”%(days)s 天") % {**evidence, "step": field.verbose_name}
    if "limit_wan" not in evidence:
        return _("%(said)s,超过 %(limit)s 天") % {**evidence, "said": said}
    words = {**evidence, "said": said, "wan": wan_text(evidence["fen"])}
    return _("%(said)s,涉及 %(wan)s 万元,达到 %(limit_wan)s 万元") % words


def _petitions(evidence: Mapping[str, Any]) -> str:
    return str(_PETITIONS[evidence["why"]]) % evidence


def _incidents(evidence: Mapping[str, Any]) -> str:
    if evidence["why"] == "mass":
        return _("发生群体性事件")
    if evidence["why"] == "grade":
        return _("发生%(grade)s事故") % {"grade": _GRADES[evidence["grade"]]}
    return _("上报安全等事件 %(count)s 起") % evidence


def _survey(evidence: Mapping[str, Any]) -> str:
    share = round_half_up(Fraction(evidence["content"] * 100, evidence["answered"]))
    return _("群众满意率 %(share)s%%,低于 %(limit)s%%") % {**evidence, "share": share}


Teller = Callable[[Mapping[str, Any]], str]
TELLERS: dict[str, Teller] = {
    "W16": _disclosure, "W17": _meetings, "W18": _matters, "W19": _petitions, "W20": _incidents,
    "W21": _survey,
}  # fmt: skip
