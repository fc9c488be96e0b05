"""Why of the rules about branches (W03-W11), in words."""

from collections.abc import Callable, Mapping
from decimal import ROUND_DOWN, Decimal
from typing import Any

from django.utils.translation import gettext as _

Teller = Callable[[Mapping[str, Any]], str]


def _term(evidence: Mapping[str, Any]) -> str:
    end = _("经批准的延期") if evidence["extended"] else _("党组织任期")
    words = {"end": end, "days": abs(evidence["days"])}
    if evidence["days"] < 0:
        return _("%(end)s已届满 %(days)s 天,尚未换届") % words
    return _("%(end)s还有 %(days)s 天届满,尚未换届") % words


def _months(evidence: Mapping[str, Any], what: str) -> str:
    return _("连续 %(times)s 个月没有%(what)s") % {**evidence, "what": what}


def _quarters(evidence: Mapping[str, Any], what: str) -> str:
    return _("连续 %(times)s 个季度没有%(what)s") % {**evidence, "what": what}


def _yearly(evidence: Mapping[str, Any]) -> str:
    names = {"org_life": _("组织生活会"), "appraisal": _("民主评议党员")}
    month, day = divmod(evidence["limit"], 100)
    missed = "、".join(names[one] for one in evidence["missed"].split())
    words = {"year": evidence["year"], "missed": missed, "month": month, "day": day}
    return _("%(year)s 年度%(missed)s到次年 %(month)s 月 %(day)s 日没有开展") % words


def _attendance(evidence: Mapping[str, Any]) -> str:
    whole = Decimal(evidence["attended"]) * 100 / Decimal(evidence["should"])
    # Rounded down, so that what is below a limit never reads as the limit.
    words = {**evidence, "share": whole.quantize(Decimal("0.1"), rounding=ROUND_DOWN)}
    if evidence["why"] == "election":
        return _("最近一次选举到会率 %(share)s%%,低于 %(limit)s%%") % words
    return _("最近 %(meetings)s 次平均到会率 %(share)s%%,低于 %(limit)s%%") % words


def _recruits(evidence: Mapping[str, Any]) -> str:
    if evidence["certain"]:
        return _("%(months)s 个月没有发展党员") % evidence
    return _("至少 %(months)s 个月没有发展党员") % evidence


def _size(evidence: Mapping[str, Any]) -> str:
    whole_village = evidence["source"] == "profile"
    who = _("全村党员") if whole_village else _("党支部正式党员")
    how = _("不足") if evidence["why"] == "empty" else _("超过")
    words = {**evidence, "who": who, "how": how}
    return _("%(who)s %(members)s 名,%(how)s %(limit)s 名") % words


TELLERS: dict[str, Teller] = {
    "W03": _term,
    "W04": lambda evidence: _quarters(evidence, _("召开党员大会")),
    "W05": lambda evidence: _months(evidence, _("召开支委会")),
    "W06": lambda evidence: _months(evidence, _("开展主题党日")),
    "W07": lambda evidence: _quarters(evidence, _("上党课")),
    "W08": _yearly,
    "W09": _attendance,
    "W10": _recruits,
    "W11": _size,
}
