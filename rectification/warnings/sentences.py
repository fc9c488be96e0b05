"""Why a village has its colour, in words; made when read, never stored."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from rectification.warnings.rules import by_code
from villages.common.money import wan_text


def reason(found: Mapping[str, Any]) -> str:
    """One finding as a clause without full stop: “书记空缺 45 天”.

    `found` is an entry of a receipt: rule, level, evidence. A rule that no longer exists, or
    evidence of another shape, is told by code and level.
    """
    evidence = found["evidence"]
    teller = _TELLERS.get(found["rule"])
    if teller is None:
        return f"{found['rule']} {found['level']}"
    if found["level"] == "unknown" and evidence.get("why") != "since_unknown":
        return _("%(title)s:缺少数据") % {"title": by_code()[found["rule"]].title}
    return teller(evidence)


def _vacant(evidence: Mapping[str, Any]) -> str:
    if evidence.get("why") == "since_unknown":
        return _("书记空缺,空缺起始日期没有登记")
    if evidence["certain"]:
        return _("书记空缺 %(days)s 天") % evidence
    return _("书记空缺至少 %(days)s 天") % evidence


def _size(evidence: Mapping[str, Any]) -> str:
    whole_village = evidence["source"] == "profile"
    who = _("全村党员") if whole_village else _("党支部正式党员")
    how = _("不足") if evidence["why"] == "empty" else _("超过")
    words = {**evidence, "who": who, "how": how}
    return _("%(who)s %(members)s 名,%(how)s %(limit)s 名") % words


def _successors(evidence: Mapping[str, Any]) -> str:
    if "young_age" in evidence:
        return _("没有后备干部,两委成员中没有 %(young_age)s 岁及以下的") % evidence
    return _("后备干部 %(reserve)s 名,不足 %(limit)s 名") % evidence


def _income(evidence: Mapping[str, Any]) -> str:
    words = {**evidence, "wan": wan_text(evidence["fen"])}
    return _("1至%(months)s月经营性收入 %(wan)s 万元,按全年折算不足 %(limit)s 万元") % words


_TELLERS = {"W01": _vacant, "W11": _size, "W12": _successors, "W22": _income}
