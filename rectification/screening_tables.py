"""Columns of the candidate list, from what the figures found."""

from collections.abc import Callable, Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rectification.figures.candidates import Candidate, Finding, Screening
from rectification.wording.screening import decision_text, finding_text, why_text
from villages.common.columns import Column, Kind, ListSpec

Show = Callable[[dict[str, Any]], Any]


def screening_spec(found: Screening, *, ranked: bool) -> ListSpec:
    """The list of one year; places from the bottom are for the county alone."""
    known = {one.code: one for one in found.candidates}
    place = (
        Column("place", gettext_lazy("倒排位次"), kind=Kind.INTEGER, width=8,
               help=gettext_lazy("得分从高到低,同分同位;只供排查时参考。")),
    )  # fmt: skip
    return ListSpec(
        key="screening" if ranked else "screening-own",
        title=gettext_lazy("排查候选名单"),
        columns=(*(place if ranked else ()), *_columns(found, known)),
        order=("rank", "code"),
        identity="code",
        search=("search_text",),
        needs=("code",),
        empty=gettext_lazy("没有符合条件的村。请放宽筛选条件。"),
    )


def _columns(found: Screening, known: Mapping[str, Candidate]) -> tuple[Column, ...]:
    year = found.standard.year

    def text(write: Callable[[Candidate], Any]) -> Show:
        return lambda row: write(known[row["code"]])

    def computed(key: str, header: Any, write: Callable[[Candidate], Any], **rest: Any) -> Column:
        return Column(key, header, computed=True, needs=("code",), show=text(write), **rest)

    return (
        Column("name", gettext_lazy("村"), width=14,
               href=lambda row: reverse("cases:screening_village", args=[year, row["code"]])),
        Column("township", gettext_lazy("乡镇"), path="township__name", width=14),
        Column("village_code", gettext_lazy("区划代码"), path="code", kind=Kind.CODE, width=16,
               visible=False),
        Column("points", gettext_lazy("得分"), kind=Kind.INTEGER, unit=gettext_lazy("分"), width=8),
        computed("matched", gettext_lazy("符合的情形"), lambda one: _findings(one.matched),
                 width=44),
        computed("unknown", gettext_lazy("不明"), lambda one: len(one.unknown), width=8,
                 kind=Kind.INTEGER, unit=gettext_lazy("项"),
                 help=gettext_lazy("没有登记数据,不能判断;不等于不符合。")),
        computed("unknown_codes", gettext_lazy("不明的情形"), lambda one: _codes(one.unknown),
                 width=20, visible=False),
        Column("times_listed", gettext_lazy("近年列入"), kind=Kind.INTEGER, unit=gettext_lazy("次"),
               width=8),
        computed("relapsed", gettext_lazy("曾经反弹"),
                 lambda one: _("是") if one.relapsed else "", width=8, visible=False),
        computed("case", gettext_lazy("现有整顿"), _case, width=20, visible=False),
        computed("decision", gettext_lazy("决定"), lambda one: decision_text(one.decision),
                 width=30, visible=False),
        computed("why", gettext_lazy("在不在名单的原因"), why_text, width=40),
    )  # fmt: skip


def _findings(some: tuple[Finding, ...]) -> str:
    return "；".join(finding_text(one) for one in some)


def _codes(some: tuple[Finding, ...]) -> str:
    return "、".join(one.item.code for one in some)


def _case(one: Candidate) -> str:
    case = one.case
    return f"{case.number_shown} {case.get_status_display()}" if case else ""
