"""Looks through a rule set before it is adopted: what may not be, and what seems odd."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from rectification.warnings.figures.fired import Fired
from rectification.warnings.lint_declared import declared_remarks
from rectification.warnings.lint_remarks import Remark, error, warn
from rectification.warnings.own_numbers import Offered
from rectification.warnings.rule_files.shape import Content
from rectification.warnings.rules import by_code
from villages.common.errors import DomainError

_GREY = 50
_WHOLE = 100
_TOLD = 8
_MONTHS = range(1, 13)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True)
class Looked:
    """What was found."""

    remarks: tuple[Remark, ...]

    @property
    def errors(self) -> list[Remark]:
        """What forbids adoption."""
        return [one for one in self.remarks if one.is_error]

    @property
    def warnings(self) -> list[Remark]:
        """What a person should have seen."""
        return [one for one in self.remarks if not one.is_error]


def lint(content: Content, numbers: Mapping[str, Offered], fired: Fired | None = None) -> Looked:
    """Everything odd about a set. `fired` are the codes found in the last two years."""
    return Looked((
        *_basis(content), *_rating(content), *_thresholds(content),
        *declared_remarks(content["own"], numbers), *_off(content), *_silent(content, fired),
    ))  # fmt: skip


def refuse_errors(content: Content, numbers: Mapping[str, Offered]) -> None:
    """Raises `rules_refused` with what forbids adoption."""
    found = [one.text for one in lint(content, numbers).errors]
    if found:
        words = _("规则草案还有 %(count)d 处必须改正:%(lines)s") % {
            "count": len(found), "lines": " ".join(found[:_TOLD]),
        }  # fmt: skip
        raise DomainError("rules_refused", words, _("请改正后再发布。"))


def _basis(content: Content) -> Iterator[Remark]:
    if not content["basis"]:
        yield error("basis", _("没有写依据。请写明按哪个文件、哪次会议。"))


def _rating(content: Content) -> Iterator[Remark]:
    rating = content["rating"]
    if rating["township_red_percent"] < rating["township_yellow_percent"]:
        yield error(
            "rating.township_red_percent",
            _("乡镇红色比例 %(township_red_percent)d%% 低于黄色比例 "
              "%(township_yellow_percent)d%%,方向反了。") % rating,
        )  # fmt: skip
    if rating["grey_percent"] == _WHOLE:
        yield warn(
            "rating.grey_percent",
            _("未评比例为 100%,缺再多数据也不会是未评,缺数据的村会评为绿色。"),
        )
    elif rating["grey_percent"] > _GREY:
        yield warn(
            "rating.grey_percent",
            _("未评比例 %d%%:一半以上的指标没有数据,仍可能评为绿色。") % rating["grey_percent"],
        )
    kinds = {str(by_code()[code].category) for code, told in _on(content["rules"])}
    kinds |= {str(told.get("category", "")) for _code, told in _on(content["own"])}
    if rating["red_categories"] > len(kinds):
        words = {"need": rating["red_categories"], "have": len(kinds)}
        yield warn(
            "rating.red_categories",
            _("要 %(need)d 类黄色才合为红色,启用的规则只有 %(have)d 类,不会出现。") % words,
        )


def _on(rules: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    return ((code, told) for code, told in rules.items() if told["enabled"])


def _thresholds(content: Content) -> Iterator[Remark]:
    for code, told in _on(content["rules"]):
        rule = by_code()[code]
        for key, one in rule.thresholds.items():
            if one.unit == "%" and told[key] > _WHOLE:
                yield error(
                    f"rules.{code}.{key}",
                    _("%(code)s %(title)s:“%(label)s”超过了 100%%。")
                    % {"code": code, "title": rule.title, "label": one.label},
                )
            if not _is_possible(one.unit, told[key]):
                words = {"code": code, "title": rule.title, "label": one.label, "value": told[key]}
                yield error(
                    f"rules.{code}.{key}",
                    _("%(code)s %(title)s:“%(label)s”写成 %(value)d,没有这样的日期。") % words,
                )
            if key.startswith("yellow_"):
                yield from _pair(code, key, told)


def _is_possible(unit: str, value: int) -> bool:
    """Whether a month, or a month with its day, is on the calendar."""
    if unit == "月":
        return value in _MONTHS
    month, day = divmod(value, _WHOLE)
    return unit != "月日" or (month in _MONTHS and 1 <= day <= _DAYS[month - 1])


def _pair(code: str, yellow: str, told: Mapping[str, Any]) -> Iterator[Remark]:
    """Red lies beyond yellow, on the side on which the defaults have it."""
    rule, red = by_code()[code], "red_" + yellow.removeprefix("yellow_")
    if red not in rule.thresholds:
        return
    up = rule.thresholds[red].default - rule.thresholds[yellow].default
    words = {"code": code, "title": rule.title, "yellow": told[yellow], "red": told[red],
             "unit": rule.thresholds[red].unit}  # fmt: skip
    if up and (told[red] - told[yellow]) * up < 0:
        yield error(
            f"rules.{code}.{red}",
            _("%(code)s %(title)s:红色线 %(red)s %(unit)s 比黄色线 %(yellow)s %(unit)s 还宽,"
              "方向反了。") % words,
        )  # fmt: skip
    elif up and told[red] == told[yellow] and abs(up) > 1:
        yield warn(
            f"rules.{code}.{red}",
            _("%(code)s %(title)s:红色线和黄色线都是 %(red)s %(unit)s,中间没有余地。") % words,
        )


def _off(content: Content) -> Iterator[Remark]:
    off = [code for code, told in content["rules"].items() if not told["enabled"]]
    if len(off) == len(content["rules"]) and not any(_on(content["own"])):
        yield error("rules", _("没有启用任何规则。"))
    elif off:
        names = "、".join(f"{code} {by_code()[code].title}" for code in off)
        words = {"count": len(off), "names": names}
        yield warn("rules", _("停用了 %(count)d 条规则:%(names)s。") % words)


def _silent(content: Content, fired: Fired | None) -> Iterator[Remark]:
    if fired is None or not fired.months:
        return
    silent = [code for code, _told in _on(content["rules"]) if code not in fired.codes]
    if silent:
        names = "、".join(f"{code} {by_code()[code].title}" for code in silent)
        words = {"months": fired.months, "names": names}
        said = _("最近 %(months)d 个月从未出现过:%(names)s。请看看阈值是否过宽,或者缺少数据。")
        yield warn("rules", said % words)
