"""How a question reads: what was noticed, without a verdict and without another township's name."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from collective_economy.choices import Category
from rectification.warnings.choices import QuestionKind
from villages.common.money import yuan_text
from villages.common.periods import Month

Facts = Mapping[str, Any]


def said(kind: str, facts: Facts) -> str:
    """One sentence that asks."""
    return _TELLERS[QuestionKind(kind)](facts)


def _copied(facts: Facts) -> str:
    if facts.get("months"):
        told = {"where": facts["where"], "n": facts["months"],
                "since": Month.from_number(facts["since"]).label}  # fmt: skip
        return _("%(where)s自%(since)s起连续 %(n)s 个月大同小异,情况是否确实没有变化?") % told
    told = {"where": facts["where"], "n": facts["villages"], "percent": facts["percent"]}
    if facts.get("far"):
        return _("%(where)s与外乡镇一个村的相似 %(percent)s%%,是否为本村实际情况?") % told
    words = _("%(where)s:同乡镇 %(n)s 个村大同小异(相似 %(percent)s%%),是否各为本村实际情况?")
    return words % told


def _reused(facts: Facts) -> str:
    how = _("是同一个文件") if facts["same"] else _("看起来是同一张图片")
    where = _("外乡镇另一处") if facts["far"] else _("另一处“%s”") % facts["other_title"]
    told = {"title": facts["title"], "where": where, "how": how}
    return _("附件“%(title)s”与%(where)s的附件%(how)s,是否放错了?") % told


def _backfilled(facts: Facts) -> str:
    if facts["what"] == "filing":
        told = {"n": facts["villages"], "days": facts["late_days"], "on": facts["sent_on"]}
        words = _("%(n)s 个村的填报在截止 %(days)s 天后(%(on)s)一小时内成批提交,数据从哪里来?")
        return words % told
    told = {
        "n": facts["rows"], "on": facts["entered_on"], "first": facts["first"],
        "last": facts["last"],
    }  # fmt: skip
    words = _("%(on)s 一小时内逐条录入 %(n)s 条 %(first)s 至 %(last)s 的事,依据什么补记?")
    return words % told


def _round_trip(facts: Facts) -> str:
    told = {
        "party": facts["party"], "days": facts["days"], "into": yuan_text(facts["received_fen"]),
        "out": yuan_text(facts["returned_fen"]),
    }  # fmt: skip
    words = _("收到%(party)s %(into)s元,%(days)s 天内付给同一对方 %(out)s元,是什么往来?") % told
    if facts.get("percent") is not None:
        words += _("这笔收款占今年收入的 %s%%。") % facts["percent"]
    return words + (_("收款在年底。") if facts.get("year_end") else "")


def _jump(facts: Facts) -> str:
    told = {
        "what": Category(facts["category"]).label, "fen": yuan_text(facts["fen"]),
        "usual": yuan_text(facts["usual_fen"]),
        "whose": _("本村往年和今年进度") if facts["own"] else _("同类村"),
    }  # fmt: skip
    words = _("%(what)s %(fen)s元,%(whose)s约 %(usual)s元,单位和数位是否填对?")
    return words % told


_TELLERS: dict[QuestionKind, Callable[[Facts], str]] = {
    QuestionKind.COPIED: _copied,
    QuestionKind.REUSED: _reused,
    QuestionKind.BACKFILLED: _backfilled,
    QuestionKind.ROUND_TRIP: _round_trip,
    QuestionKind.JUMP: _jump,
}
