"""Looks through the rules that a county declared itself."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from rectification.warnings.lint_remarks import Remark, error, warn
from rectification.warnings.own_numbers import Offered
from rectification.warnings.rules.own.declared import (
    FACT,
    UPWARD,
    Declared,
    OwnKind,
    declared_of,
)
from villages.common.forbidden import RULES, demanded, is_picture, tracked

# Beside what no form may ask: nothing of this says how a village is run.
_NEVER = (
    "笔记", "记录本", "心得体会", "评论", "点评", "跟帖", "投票", "考勤", "宣传稿", "信息稿",
    "稿件", "公众号", "抖音", "快手", "短视频", "媒体", "报道", "材料份数",
)  # fmt: skip
_NEVER_KEYS = ("note", "notes", "media", "comment", "comments", "login", "checkin", "points")
_WHOLE = 100


def declared_remarks(
    own: Mapping[str, Mapping[str, Any]], numbers: Mapping[str, Offered]
) -> Iterator[Remark]:
    """Everything odd about them, in the order of their codes."""
    for code, told in own.items():
        declared = declared_of(code, told)
        yield from _formal(declared, numbers)
        if told["enabled"]:
            yield from _basis(declared)
            yield from _limits(declared)
            yield from _numbers(declared, numbers)
        else:
            yield warn(f"own.{code}", _("%s已停用。") % _named(declared))


def _named(declared: Declared) -> str:
    return f"{declared.code} {declared.title}"


def keys_named(declared: Declared) -> list[str]:
    """Every number that the rule compares, once."""
    named = [declared.indicator, declared.base, *(one.indicator for one in declared.items)]
    return list(dict.fromkeys(one for one in named if one))


def forbidden_in(declared: Declared, numbers: Mapping[str, Offered]) -> str:
    """The first thing that may not count, by the words of the rule, of its conditions, or of the
    numbers behind them; else empty."""
    keys = keys_named(declared)
    words = [declared.title, *(one.label for one in declared.items)]
    words += [f"{numbers[key].label} {numbers[key].about}" for key in keys if key in numbers]
    if word := demanded(*words) or next((one for one in _NEVER if one in " ".join(words)), ""):
        return word
    indicators = [key for key in keys if not key.startswith(FACT)]
    if is_picture(*indicators, *words):
        return _("照片、视频")
    parts = {part for key in indicators for part in key.split("-")}
    return tracked(*indicators) or next((one for one in _NEVER_KEYS if one in parts), "")


def _formal(declared: Declared, numbers: Mapping[str, Offered]) -> Iterator[Remark]:
    if word := forbidden_in(declared, numbers):
        told = {"rule": _named(declared), "word": word, "rules": RULES}
        yield error(
            f"own.{declared.code}",
            _("%(rule)s:不能按“%(word)s”评价村,照片、笔记、宣传、评论、登录、签到、积分都不计入颜色。"
              "依据:%(rules)s。") % told,
        )  # fmt: skip


def _basis(declared: Declared) -> Iterator[Remark]:
    if not declared.basis:
        yield error(f"own.{declared.code}.basis", _("%s:没有写依据。") % _named(declared))


def _limits(declared: Declared) -> Iterator[Remark]:
    place, name = f"own.{declared.code}.red", _named(declared)
    yellow, red = declared.yellow, declared.red
    counted = declared.kind in (OwnKind.RUN, OwnKind.COUNT)
    up = counted or (declared.kind is not OwnKind.RANK and declared.side in UPWARD)
    if yellow is not None and red is not None:
        if (red - yellow) * (1 if up else -1) < 0:
            yield error(place, _("%s:红色线比黄色线还宽,方向反了。") % name)
        elif red == yellow and declared.side is declared.red_side:
            yield warn(place, _("%s:红色线和黄色线相同,不会出现黄色。") % name)
    if declared.kind is OwnKind.RANK:
        shares = [one for one in (yellow, red) if one is not None]
        if any(not 0 < one <= _WHOLE for one in shares):
            yield error(place, _("%s:位次按百分比写,应大于 0、不超过 100。") % name)
    most = len(declared.items)
    if declared.kind is OwnKind.COUNT and any(
        one is not None and one > most for one in (yellow, red)
    ):
        yield error(place, _("%(rule)s:只有 %(most)d 个条件,达不到这个数。") % {
            "rule": name, "most": most,
        })  # fmt: skip


def _numbers(declared: Declared, numbers: Mapping[str, Offered]) -> Iterator[Remark]:
    name = _named(declared)
    for key in keys_named(declared):
        one = numbers.get(key)
        if one is None:
            yield error(f"own.{declared.code}", _("%(rule)s:没有指标“%(key)s”。") % {
                "rule": name, "key": key,
            })  # fmt: skip
        elif not one.is_open:
            yield error(
                f"own.{declared.code}",
                _("%(rule)s:指标“%(label)s”已停用或到期,没有人再填。")
                % {"rule": name, "label": one.label},
            )
    if _looks_back(declared):
        yield error(
            f"own.{declared.code}",
            _("%s:连续几期、累计几期只能用一表通指标,现有数据已按本月算好。") % name,
        )


def _looks_back(declared: Declared) -> bool:
    """Whether earlier periods of a field of the facts are asked for: there are none."""
    if declared.kind is OwnKind.RUN or declared.window > 1:
        return any(one.startswith(FACT) for one in (declared.indicator, declared.base))
    return any(one.window > 1 and one.indicator.startswith(FACT) for one in declared.items)
