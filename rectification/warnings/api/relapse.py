"""`relapse-scores` and `relapse-test`: closed villages that may come back, as on the pages."""

from typing import Any

from django.http import HttpResponse
from rest_framework.request import Request

from rectification.warnings.figures.receipts import stored_months
from rectification.warnings.figures.relapse import Watched, relapse
from rectification.warnings.figures.relapse_test import Tested, Verdict, back_test
from rectification.warnings.perms import may_see_relapse
from rectification.warnings.relapse import LABELS
from villages.common.columns import Kind
from villages.rest.answers import respond
from villages.rest.fields import Field
from villages.rest.figure_answers import DAY, schema
from villages.rest.figure_asking import ON, UNIT, parameters
from villages.rest.figure_views import UnitOnDay
from villages.rest.operations import Operation
from villages.rest.shapes import object_of

Row = dict[str, Any]
_PARTS = tuple(
    field
    for key, label in LABELS.items()
    for field in (
        Field(f"{key}_points", f"{label}得分", f"Points of {key}; null: no data", Kind.INTEGER,
              nullable=True),
        Field(f"{key}_why", f"{label}依据", f"Why, of {key}"),
    )
)  # fmt: skip
_CASE = (
    Field("case", "整顿", "Identity of the closed case"),
    Field("village", "村代码", "Village code", Kind.CODE),
    Field("village_name", "村", "Village name"),
    Field("closed_on", "销号日期", "Day of closing", Kind.DATE),
)
FIELDS = (
    *_CASE,
    Field("points", "合计", "Points that are certain", Kind.INTEGER),
    Field("most", "最多", "Points if everything missing turned out bad", Kind.INTEGER),
    Field("flagged", "提示", "Whether the village is pointed out", Kind.BOOLEAN),
    *_PARTS,
)
TEST = (
    *_CASE,
    Field("flagged_in", "最早提示", "First month pointed out", nullable=True),
    Field("back_on", "反弹日期", "Day of coming back", Kind.DATE, nullable=True),
    Field("lead", "提前月数", "Months between the two", Kind.INTEGER, nullable=True),
    Field("verdict", "结果", "hit, miss, false_alarm, quiet, waiting or untested"),
)
COUNTS = tuple(
    Field(str(one), zh, f"Villages: {one}", Kind.INTEGER)
    for one, zh in zip(
        Verdict, ("命中", "漏报", "误报", "没有提示也没有反弹", "未到期", "无依据"), strict=True
    )
)
LINE = Field("cut_off", "提示线", "Points from which a village is pointed out", Kind.INTEGER)
PERIOD = Field("period", "月份", "Month of the receipts; null while nothing was judged",
               nullable=True)  # fmt: skip


class RelapseScores(UnitOnDay):
    """The highest score first; by the newest month with receipts."""

    key, label_zh, label_en = "warnings", "反弹早期提示", "early warning of relapses"
    allowed = may_see_relapse
    operations = {
        "get": Operation(
            "relapse_scores", "Closed villages that may come back", "反弹早期提示",
            answer="RelapseScores", schema=schema(DAY, PERIOD, item=object_of(FIELDS)),
            parameters=parameters(ON, UNIT), problems=(400, 404),
        ),
    }  # fmt: skip

    def get(self, request: Request) -> HttpResponse:
        """404 for a unit outside the territory."""
        unit, scope, on = self.asked(request)
        months = stored_months(scope, unit[:6])
        rows = relapse(scope, unit[:6], months[0], on) if months else []
        heads = {"unit": unit, "on": on, "period": months[0].code if months else None}
        return respond(request._request, {**heads, "results": [_score(one) for one in rows]})


class RelapseTest(UnitOnDay):
    """The score tried on the past, with the numbers in force."""

    key, label_zh, label_en = "warnings", "反弹提示回测", "early warning tried on the past"
    allowed = may_see_relapse
    operations = {
        "get": Operation(
            "relapse_test", "The early warning tried on the past", "反弹提示回测",
            answer="RelapseTest", schema=schema(DAY, LINE, *COUNTS, item=object_of(TEST)),
            parameters=parameters(ON, UNIT), problems=(400, 404),
        ),
    }  # fmt: skip

    def get(self, request: Request) -> HttpResponse:
        """404 for a unit outside the territory."""
        unit, scope, on = self.asked(request)
        (found,) = back_test(scope, unit[:6], on)
        heads = {"unit": unit, "on": on, "cut_off": found.cut_off, **found.counts}
        return respond(request._request, {**heads, "results": [_tested(one) for one in found.rows]})


def _case(one: Watched | Tested) -> Row:
    case = one.case
    return {
        "case": case.uid, "village": case.village_code, "village_name": case.village,
        "closed_on": case.closed_on,
    }  # fmt: skip


def _score(one: Watched) -> Row:
    told: Row = {
        **_case(one), "points": one.score.points, "most": one.score.most,
        "flagged": one.score.is_flagged,
    }  # fmt: skip
    for part in one.score.parts:
        told |= {f"{part.key}_points": part.points, f"{part.key}_why": part.why}
    return told


def _tested(one: Tested) -> Row:
    return {
        **_case(one), "flagged_in": one.flagged.code if one.flagged else None,
        "back_on": one.case.back_on, "lead": one.lead, "verdict": str(one.verdict),
    }  # fmt: skip
