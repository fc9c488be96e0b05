"""The candidates of a year's screening for programs: the same as on the page."""

from typing import Any

from django.http import Http404, HttpResponse
from rest_framework.request import Request

from rectification.choices import ScreeningOutcome
from rectification.figures.candidates import Candidate, Finding, Screening, screening
from rectification.figures.standards import screening_day, standard_of
from rectification.perms import may_keep_schemes, may_see_cases, may_see_restricted
from rectification.wording.screening import why_text
from villages.common import clock
from villages.common.columns import Kind
from villages.models import Village
from villages.rest.answers import respond
from villages.rest.fields import Field, Filter
from villages.rest.figure_answers import DAY, schema
from villages.rest.figure_asking import UNIT, asked_unit, given, parameters, reader
from villages.rest.operations import Operation
from villages.rest.shapes import object_of
from villages.rest.views import ApiView

YEAR = Filter(
    Field(
        "year", "年度", "Year of the screening", Kind.CODE, pattern="^20[0-9]{2}$",
        about_en="Year of the screening; the running year where nothing is said.",
    ),
    lambda rows, _year: rows,
)  # fmt: skip
HEADS = (
    DAY,
    Field("year", "年度", "Year of the screening", Kind.INTEGER),
    Field("villages", "全县村数", "Villages of the county", Kind.INTEGER),
    Field("listed", "已认定", "Villages on the county's list of the year", Kind.INTEGER),
    Field("low_share", "参考比例下限", "Lower share elsewhere, per cent; never enforced",
          Kind.DECIMAL),
    Field("high_share", "参考比例上限", "Upper share elsewhere, per cent; never enforced",
          Kind.DECIMAL),
)  # fmt: skip
FINDING = (
    Field("code", "情形编号", "Code of the situation"),
    Field("situation", "情形", "Situation"),
    Field("text", "已有数据", "What is known of it"),
    Field("points", "分值", "Weight", Kind.INTEGER),
)
ROW = (
    Field("village", "村代码", "Village code", Kind.CODE),
    Field("name", "村", "Village"),
    Field("township", "乡镇代码", "Township code", Kind.CODE),
    Field("place", "倒排位次", "Place from the bottom, for the county alone", Kind.INTEGER,
          nullable=True),
    Field("points", "得分", "Points of all that fits", Kind.INTEGER),
    Field("unknown", "不明的情形", "Situations of which nobody can say, by code", many=True),
    Field("times_listed", "近年列入", "How often listed in the years before", Kind.INTEGER),
    Field("relapsed", "曾经反弹", "Whether an earlier case relapsed", Kind.BOOLEAN),
    Field("case", "现有整顿", "Case of the year or still open", nullable=True),
    Field("outcome", "决定", "Decision", Kind.CHOICE, choices=ScreeningOutcome, nullable=True),
    Field("reason", "理由", "Reason of the decision"),
    Field("by_quota", "只因比例才会列入", "Would be listed only to reach the lower share",
          Kind.BOOLEAN),
    Field("why", "原因", "Why it is on the list or not"),
)  # fmt: skip


def _item() -> dict[str, Any]:
    made = object_of(ROW)
    made["properties"]["matched"] = {
        "type": "array", "items": object_of(FINDING), "x-label-zh": "符合的情形",
        "description": "Situations that fit.",
    }  # fmt: skip
    made["required"].append("matched")
    return made


class ScreeningCandidates(ApiView):
    """Villages of one unit held against the standard of a year, the weakest first."""

    key, label_zh, label_en = "screening-candidates", "排查候选", "screening candidates"
    allowed = may_see_cases
    reads = reader(YEAR, UNIT)
    operations = {
        "get": Operation(
            "screening_candidates_list", "Candidates of a year's screening", "排查候选名单",
            answer="ScreeningCandidates", schema=schema(*HEADS, item=_item()),
            parameters=parameters(YEAR, UNIT), problems=(400, 404),
        ),
    }  # fmt: skip

    def get(self, request: Request) -> HttpResponse:
        """All of them; 404 for a foreign unit and for a year without a standard."""
        user, said = request.user, given(self.reads, request)
        unit, scope = asked_unit(request, said)
        year = int(said.get("year") or clock.today().year)
        day = screening_day(year, clock.today())
        standard = standard_of(unit[:6], year, drafts=may_keep_schemes(user))
        if standard is None:
            raise Http404
        whole = may_see_restricted(user)
        found = screening(standard, day, restricted=whole)
        rows = Village.objects.visible_to(user).in_scope(scope).on(day)
        villages = {one.code: one for one in rows.select_related("township")}
        results = [_row(one, villages[one.code], whole) for one in found.of(villages)]
        return respond(request._request, {"unit": unit, **_heads(found), "results": results})


def _heads(found: Screening) -> dict[str, Any]:
    standard = found.standard
    return {
        "on": found.on, "year": standard.year, "villages": len(found.candidates),
        "listed": found.listed, "low_share": str(standard.low_share),
        "high_share": str(standard.high_share),
    }  # fmt: skip


def _row(one: Candidate, village: Any, whole: bool) -> dict[str, Any]:
    return {
        "village": one.code,
        "name": village.name,
        "township": village.township.code,
        "place": one.place if whole else None,
        "points": one.points,
        "unknown": [each.item.code for each in one.unknown],
        "times_listed": one.times_listed,
        "relapsed": one.relapsed,
        "case": one.case.uid if one.case else None,
        "outcome": one.decision.outcome if one.decision else None,
        "reason": one.decision.reason if one.decision else "",
        "by_quota": one.by_quota,
        "why": why_text(one),
        "matched": [_finding(each) for each in one.matched],
    }


def _finding(one: Finding) -> dict[str, Any]:
    return {
        "code": one.item.code, "situation": one.item.situation, "text": one.text,
        "points": one.item.points,
    }  # fmt: skip
