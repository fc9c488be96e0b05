"""`filing-inputs`: what a county asks of its villages in a month."""

from typing import Any

from django.http import HttpResponse
from rest_framework.request import Request

from villages.common import clock
from villages.common.columns import Kind
from villages.common.periods import Month
from villages.filings.declaring import FilingInput
from villages.filings.figures.sheet import asked
from villages.filings.perms import may_see_filings
from villages.filings.values import unit_of
from villages.rest import figure_asking, shapes
from villages.rest.answers import respond
from villages.rest.fields import Field, Filter
from villages.rest.operations import Operation
from villages.rest.views import ApiView

PERIOD = Filter(
    Field(
        "period", "月份", "Month", Kind.MONTH,
        about_en="The month, as 2026-10; the running one where nothing is said.",
    ),
    lambda rows, _month: rows,
)  # fmt: skip
ASKED = (PERIOD, figure_asking.UNIT)
_FIELDS = (
    Field("key", "填报项", "Key of the input, as values name it"),
    Field("label", "名称", "Name, in Chinese"),
    Field("unit", "单位", "Unit; amounts of money are in yuan"),
    Field("kind", "类型", "Kind of value: integer, yuan, decimal, date, boolean or choice"),
    Field("definition", "口径", "What counts and what does not"),
    Field("basis", "依据", "Legal or paper basis"),
    Field("owner", "归口单位", "Department that asks"),
    Field("cumulative", "累计", "Whether it counts from January", Kind.BOOLEAN),
)
_CHOICE = (Field("code", "代码", "Code of the choice"), Field("label", "名称", "Its label"))
UNIT = Field("unit", "单位代码", "Code of the unit that was asked for")
MONTH = Field("period", "月份", "Month", Kind.MONTH)


def listed(name: str, heads: tuple[Field, ...], item: dict[str, Any]) -> dict[str, Any]:
    """The schema of an answer with heads and results."""
    made = shapes.object_of(heads)
    made["properties"]["results"] = {
        "type": "array", "items": item, "description": f"{name}.", "x-label-zh": "结果",
    }  # fmt: skip
    made["required"].append("results")
    return made


def _item() -> dict[str, Any]:
    made = shapes.object_of(_FIELDS)
    made["properties"]["choices"] = {
        "type": "array", "items": shapes.object_of(_CHOICE),
        "description": "Codes that are allowed; empty where values are free.",
        "x-label-zh": "选项",
    }  # fmt: skip
    made["required"].append("choices")
    return made


def month_of(given: dict[str, Any]) -> Month:
    """The month that was asked for, else the running one."""
    number = given.get("period")
    return Month.from_number(int(number)) if number else Month.of(clock.today())


class FilingInputs(ApiView):
    """What the forms in force ask, in order."""

    key, label_zh, label_en = "filing-inputs", "填报项", "inputs of filings"
    allowed = may_see_filings
    reads = figure_asking.reader(*ASKED)
    operations = {
        "get": Operation(
            "filing_inputs_list", "List what a month asks of every village", "填报项列表",
            answer="FilingInputs", schema=listed("Inputs in order", (UNIT, MONTH), _item()),
            problems=(404,), parameters=figure_asking.parameters(*ASKED),
        ),
    }  # fmt: skip

    def get(self, request: Request) -> HttpResponse:
        """Key, label, unit, definition, basis and owner of each."""
        given = figure_asking.given(self.reads, request)
        unit, _scope = figure_asking.asked_unit(request, given)
        month = month_of(given)
        found = [_shown(one) for one in asked(unit[:6], month.end)]
        return respond(request._request, {"unit": unit, "period": month.code, "results": found})


def _shown(one: FilingInput) -> dict[str, Any]:
    return {
        "key": one.key,
        "label": str(one.label),
        "unit": unit_of(one),
        "kind": one.kind.value,
        "definition": str(one.definition),
        "basis": str(one.basis),
        "owner": str(one.owner),
        "cumulative": one.cumulative,
        "choices": [{"code": code, "label": str(label)} for code, label in one.choices],
    }
