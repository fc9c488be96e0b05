"""`case-measures`: which measures held against which kinds of problem."""

from typing import Any

from django.http import HttpResponse
from rest_framework.request import Request

from rectification.figures.measures import KindOfMeasure, Measure, Memory, memory
from rectification.perms import may_see_cases
from villages.common import clock
from villages.common.columns import Kind
from villages.rest.answers import respond
from villages.rest.fields import Field, Filter
from villages.rest.figure_answers import DAY, schema
from villages.rest.figure_asking import ON, UNIT, asked_unit, given, parameters, reader
from villages.rest.operations import Operation
from villages.rest.shapes import object_of
from villages.rest.views import ApiView

KIND = Filter(
    Field(
        "kind", "问题类型", "Kind of problem",
        about_en="Key of a word of the county; all kinds where nothing is said.",
        pattern="^[0-9a-f]{32}$",
    ),
    lambda rows, _kind: rows,
)  # fmt: skip
HEADS = (
    DAY,
    Field("judged", "可以下结论的整顿", "Closed cases old enough to tell", Kind.INTEGER),
    Field("held", "保持住的整顿", "Those of them that held", Kind.INTEGER),
    Field("young", "时间还不够的整顿", "Closed cases that are too young to tell", Kind.INTEGER),
    Field("months", "保持的月数", "Months for which a closed case must hold", Kind.INTEGER),
)
FIELDS = (
    Field("kind", "问题类型代码", "Key of the kind of problem"),
    Field("kind_name", "问题类型", "Kind of problem"),
    Field("line", "工作线", "Line of work"),
    Field("held", "保持住的整顿", "Cases with such a measure that held", Kind.INTEGER),
    Field("base", "用过的整顿", "Cases with such a measure that can be judged", Kind.INTEGER),
    Field("share", "保持住的占比", "Held of all in per cent", nullable=True),
)
MEASURE_FIELDS = (
    Field("measure", "措施", "The measure in its own words"),
    Field("base", "用过的整顿", "Cases that used it", Kind.INTEGER),
    Field("cases", "保持住的整顿", "Keys of the cases that held with it", many=True),
)


def _item() -> dict[str, Any]:
    made = object_of(FIELDS)
    made["properties"]["measures"] = {
        "type": "array", "items": object_of(MEASURE_FIELDS),
        "description": "Measures that held, each with its cases.", "x-label-zh": "措施",
    }  # fmt: skip
    made["required"].append("measures")
    return made


class CaseMeasures(ApiView):
    """The same suggestions as on the page."""

    key, label_zh, label_en = "cases", "整顿", "rectification cases"
    allowed = may_see_cases
    reads = reader(ON, UNIT, KIND)
    operations = {
        "get": Operation(
            "case_measures", "Measures that held", "管用的做法", answer="CaseMeasures",
            schema=schema(*HEADS, item=_item()), parameters=parameters(ON, UNIT, KIND),
            problems=(400, 404),
        ),
    }  # fmt: skip

    def get(self, request: Request) -> HttpResponse:
        """As of the day; 404 for a unit outside the territory."""
        said = given(self.reads, request)
        unit, scope = asked_unit(request, said)
        on = said.get("on", clock.today())
        found = memory(scope, unit[:6], on, said.get("kind", ""))
        return respond(request._request, {"unit": unit, "on": on, **_answer(found)})


def _answer(found: Memory) -> dict[str, Any]:
    heads = {name: getattr(found, name) for name in ("judged", "held", "young", "months")}
    return {**heads, "results": [_kind(one) for one in found.kinds]}


def _kind(one: KindOfMeasure) -> dict[str, Any]:
    names = ("kind", "kind_name", "line", "held", "base")
    share = None if one.share is None else str(one.share)
    told = {name: getattr(one, name) for name in names}
    return {**told, "share": share, "measures": [_measure(each) for each in one.measures]}


def _measure(one: Measure) -> dict[str, Any]:
    return {"measure": one.text, "base": one.base, "cases": [cited.uid for cited in one.held]}
