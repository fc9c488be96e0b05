"""Why of the rules about people (W01 W02 W12-W14), in words."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _


def _vacant(evidence: Mapping[str, Any]) -> str:
    if evidence.get("why") == "since_unknown":
        return _("书记空缺,空缺起始日期没有登记")
    if evidence["certain"]:
        return _("书记空缺 %(days)s 天") % evidence
    return _("书记空缺至少 %(days)s 天") % evidence


def _seats(evidence: Mapping[str, Any]) -> str:
    if evidence.get("why") == "since_unknown":
        return _("两委缺员 %(missing)s 名,缺员起始日期没有登记") % evidence
    least = "" if evidence["certain"] else _("至少")
    words = {**evidence, "least": least}
    return _(
        "两委职数 %(seats)s 名,缺员 %(missing)s 名,其中 %(of)s 名已缺%(least)s %(days)s 天"
    ) % (words)


def _successors(evidence: Mapping[str, Any]) -> str:
    if "young_age" in evidence:
        return _("没有后备干部,两委成员中没有 %(young_age)s 岁及以下的") % evidence
    return _("后备干部 %(reserve)s 名,不足 %(limit)s 名") % evidence


def _reviews(evidence: Mapping[str, Any]) -> str:
    if evidence["why"] == "rejected":
        return _("%(people)s 人联审不通过仍在任") % evidence
    return _("%(people)s 人未经联审任职,最久的已任职 %(days)s 天") % evidence


def _sanctions(evidence: Mapping[str, Any]) -> str:
    if evidence["why"] == "secretary":
        return _("近期受处置村干部 %(people)s 人,其中有书记") % evidence
    if evidence["why"] == "secretary_on_file":
        return _("书记正在处置程序中")
    return _("近期受处置村干部 %(people)s 人") % evidence


Teller = Callable[[Mapping[str, Any]], str]
TELLERS: dict[str, Teller] = {
    "W01": _vacant, "W02": _seats, "W12": _successors, "W13": _reviews, "W14": _sanctions,
}  # fmt: skip
