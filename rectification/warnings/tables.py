"""Columns of the warning centre: one line for each village of a month."""

from collections.abc import Callable, Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rectification.warnings.editions import InForce
from rectification.warnings.sentences.explaining import Explained
from rectification.warnings.wording import colour_text, mark_words, months_in_row
from villages.common.columns import Column, Kind, ListSpec
from villages.common.periods import Month

Row = dict[str, Any]
_COLOURED = ("colour", "red_months", "yellow_months")
_EXPLAINED = ("uid", "reasons", "facts", "rule_set_id")


class Told:
    """The reasons of rows in sentences, each made once however many columns speak of them."""

    def __init__(self, sets: Mapping[int, InForce]) -> None:
        self._sets = sets
        self._told: dict[str, list[Explained]] = {}

    def of(self, row: Row) -> list[Explained]:
        """What counts for the colour, the worst first."""
        key = row["uid"]
        if key not in self._told:
            found = self._sets[row["rule_set_id"]].explain(row["reasons"], row["facts"])
            self._told[key] = [one for one in found if one.counts]
        return self._told[key]


def centre_spec(
    month: Month,
    sets: Mapping[int, InForce],
    events: Mapping[int, str],
    before: Mapping[str, str],
) -> ListSpec:
    """The list of one month. `events` says by village how its events stand, `before` by village
    code how its colour changed."""
    told = Told(sets)
    return ListSpec(
        key="warnings",
        title=gettext_lazy("三色预警"),
        columns=(*_places(month), *_colours(before), *_reasons(told), *_rest(events)),
        order=("severity", "village__code"),
        search=("village__search_text",),
        needs=("uid",),
        empty=gettext_lazy("没有符合条件的村。请放宽筛选条件。"),
    )


def _places(month: Month) -> tuple[Column, ...]:
    return (
        Column("name", gettext_lazy("村"), path="village__name", width=14, needs=("village__code",),
               href=lambda row: reverse("warnings:village_month",
                                        args=[row["village__code"], month.code])),
        Column("township", gettext_lazy("乡镇"), path="village__township__name", width=14),
        Column("village_code", gettext_lazy("区划代码"), path="village__code", kind=Kind.CODE,
               width=16, visible=False),
    )  # fmt: skip


def _colours(before: Mapping[str, str]) -> tuple[Column, ...]:
    return (
        Column("colour", gettext_lazy("颜色"), path="severity", width=18, needs=_COLOURED,
               show=_colour, light=lambda row: str(row["colour"])),
        Column("change", gettext_lazy("比上月"), computed=True, width=10, needs=("village__code",),
               show=lambda row: before.get(row["village__code"], "")),
        Column("raw_colour", gettext_lazy("本月数据颜色"), kind=Kind.COLOUR, width=12,
               visible=False, help=gettext_lazy(
                   "只看本月数据会是什么颜色;不计以前没有降级的预警、豁免和人工调整。")),
        Column("mark", gettext_lazy("标记"), kind=Kind.CHOICE, choices=mark_words(), width=10,
               tone=lambda row: "waiting"),
    )  # fmt: skip


def _reasons(told: Told) -> tuple[Column, ...]:
    def computed(key: str, header: Any, write: Callable[[Row], Any], **rest: Any) -> Column:
        return Column(key, header, computed=True, needs=_EXPLAINED, show=write, **rest)

    return (
        computed("reasons", gettext_lazy("原因"),
                 lambda row: ";".join(one.text for one in told.of(row)), width=44),
        computed("margin", gettext_lazy("与标准相差"), lambda row: _margin(told.of(row)), width=24,
                 help=gettext_lazy("最重的一条原因超出标准多少。")),
        computed("rules", gettext_lazy("规则"),
                 lambda row: "、".join(one.code for one in told.of(row)), width=16, visible=False),
        computed("unknown", gettext_lazy("缺数据"), _unknown, width=8, kind=Kind.INTEGER,
                 unit=gettext_lazy("项"),
                 help=gettext_lazy("没有登记数据,不能判定;不等于没有问题。")),
    )  # fmt: skip


def _rest(events: Mapping[int, str]) -> tuple[Column, ...]:
    return (
        Column("events", gettext_lazy("办理"), computed=True, width=24, needs=("village_id",),
               show=lambda row: events.get(row["village_id"], "")),
        Column("evaluated_at", gettext_lazy("评估时间"), path="evaluation__evaluated_at",
               kind=Kind.INSTANT, width=16, visible=False),
        Column("rule_set", gettext_lazy("规则版本"), path="rule_set__name", width=20,
               visible=False),
    )  # fmt: skip


def _colour(row: Row) -> str:
    months = months_in_row(row["colour"], row["red_months"], row["yellow_months"])
    return colour_text(row["colour"], months)


def _margin(found: list[Explained]) -> str:
    one = next((each for each in found if each.number), None)
    if one is None or one.number is None:
        return ""
    if one.number.is_at_limit:
        return _("%s 正好达到标准") % one.code
    return _("%(code)s 差 %(margin)s") % {"code": one.code, "margin": one.number.margin_text}


def _unknown(row: Row) -> int:
    return sum(one["level"] == "unknown" for one in row["reasons"])
