"""`warnings/simulate/`: other rules tried on stored months; nothing is written."""

from typing import Any

from django.http import Http404, HttpResponse
from rest_framework import serializers
from rest_framework.request import Request

from rectification.warnings.choices import Colour
from rectification.warnings.figures.receipts import stored_months
from rectification.warnings.figures.trials import CaseSeen, Changed, MonthCounts, Trial, trial
from rectification.warnings.perms import may_try_rules
from rectification.warnings.rules_in_force import Rules, rules_in_force
from rectification.warnings.tried_rules import drafts_of, rules_of_draft, with_other_numbers
from villages.common import clock
from villages.common.columns import Kind
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.ledgers.api.bulk_body import AsGiven
from villages.rest import shapes
from villages.rest.answers import respond
from villages.rest.fields import Field, Input
from villages.rest.figure_asking import asked_unit
from villages.rest.operations import Operation
from villages.rest.problems import Problem
from villages.rest.views import ApiView
from villages.rest.writing import WriteSerializer, checked

Row = dict[str, Any]
_MONTH = {"type": "string", "description": "Month, 2026-10.", "x-label-zh": "月份"}


class TrialOrder(WriteSerializer):
    """Either a draft, or a rule with other numbers; months where not all are meant."""

    inputs = (
        Input(
            Field("unit", "单位代码", "Unit", Kind.CODE,
                  pattern="^([0-9]{6}|[0-9]{9}|[0-9]{12})$",
                  about_en="County, township or village; the county at hand where nothing is "
                  "said."),
            default="",
        ),
        Input(Field("first", "从", "First month", Kind.MONTH, example="2024-11", nullable=True)),
        Input(Field("last", "到", "Last month", Kind.MONTH, example="2026-10", nullable=True)),
        Input(Field("draft", "规则草案", "Identity of a draft", pattern="^[0-9a-f]{32}$"),
              default=""),
        Input(Field("rule", "规则", "Code of a rule in force", example="W22"), default="",
              max_length=12),
    )  # fmt: skip

    def get_fields(self) -> dict[str, Any]:
        """The numbers of the rule beside the declared members."""
        numbers = serializers.DictField(child=AsGiven(), default=dict)
        return {**super().get_fields(), "numbers": numbers}


def order_schema() -> Row:
    """The body."""
    made = shapes.body(TrialOrder.inputs)
    numbers = {
        "type": "object", "additionalProperties": {"type": "integer", "minimum": 0},
        "description": "Other numbers of the rule, by their key.", "x-label-zh": "改成的数字",
    }  # fmt: skip
    return {**made, "properties": {**made["properties"], "numbers": numbers}}


COLOURS = tuple(
    Field(f"{when}_{one.value}", f"{zh}{one.label}", f"{one.value.title()} villages {en}",
          Kind.INTEGER)
    for when, zh, en in (("before", "原", "as they were"), ("after", "试算", "as tried"))
    for one in Colour
)  # fmt: skip
MONTHS = (Field("period", "月份", "Month"), *COLOURS,
          Field("changed", "变化的村", "Villages with another colour", Kind.INTEGER))  # fmt: skip
VILLAGES = (
    Field("village", "村代码", "Village code", Kind.CODE),
    Field("village_name", "村", "Village name"),
    Field("period", "月份", "Newest month with another colour"),
    Field("before", "原颜色", "Colour as it was", choices=Colour),
    Field("after", "试算颜色", "Colour as tried", choices=Colour),
    Field("rules", "规则", "Codes that are told otherwise", many=True),
    Field("months", "变化的月数", "Months with another colour", Kind.INTEGER),
)
CASES = (
    Field("case", "整顿", "Identity of the case"),
    Field("number", "编号", "Number of the case"),
    Field("village", "村代码", "Village code", Kind.CODE),
    Field("confirmed", "认定月份", "Month of the confirmation"),
    Field("before", "原来最早红色", "First red month as it was", nullable=True),
    Field("after", "试算最早红色", "First red month as tried", nullable=True),
    Field("earlier", "提前月数", "Months gained; negative for later", Kind.INTEGER),
)
DISPUTES = (
    Field("rule", "规则", "Rule"),
    *(Field(key, zh, en, Kind.INTEGER) for key, zh, en in (
        ("upheld", "成立", "Upheld objections"), ("rejected", "维持", "Rejected objections"),
        ("open", "复核中", "Open objections"),
        ("upheld_gone", "成立且不再预警", "Upheld ones whose finding is gone"),
        ("rejected_gone", "维持且不再预警", "Rejected ones whose finding is gone"),
    )),
)  # fmt: skip


def trial_schema() -> Row:
    """The answer."""
    heads = (
        Field("unit", "单位代码", "Unit", Kind.CODE),
        Field("receipts", "依据份数", "Receipts tried", Kind.INTEGER),
    )
    made = shapes.object_of(heads)
    parts = (("months", "各月", MONTHS), ("changed", "变化的村", VILLAGES),
             ("cases", "整顿村", CASES), ("disputes", "异议", DISPUTES))  # fmt: skip
    for name, zh, fields in parts:
        made["properties"][name] = {
            "type": "array", "items": shapes.object_of(fields),
            "description": f"{name.title()}.", "x-label-zh": zh,
        }  # fmt: skip
        made["required"].append(name)
    return made


class Simulate(ApiView):
    """What the page of trials shows, whole."""

    key, label_zh, label_en = "warnings", "规则试算", "trial of rules"
    allowed = may_try_rules
    operations = {
        "post": Operation(
            "warnings_simulate", "Try rules on stored months", "试算规则", answer="WarningTrial",
            schema=trial_schema(), body="TrialOrder", whole_body=order_schema(),
            problems=(404,),
        ),
    }  # fmt: skip

    def post(self, request: Request) -> HttpResponse:
        """Writes nothing. 404 for a foreign unit or draft."""
        said = checked(TrialOrder, request.data)
        unit, scope = asked_unit(request, said)
        county = unit[:6]
        tried = _tried(request.user, county, said)
        stored = stored_months(scope, county) or [Month.of(clock.today())]
        first, last = (
            Month.from_number(said[name]) if said.get(name) else month
            for name, month in (("first", stored[-1]), ("last", stored[0]))
        )
        if last < first:
            error = {"pointer": "/last", "code": "invalid", "detail": "last < first"}
            words = ("截止月份不能早于起始月份。", "Ends before it begins.")
            raise Problem("invalid_body", *words, errors=[error])
        return respond(request._request, _told(unit, trial(scope, county, tried, first, last)))


def _tried(user: Any, county: str, said: Row) -> Rules:
    if bool(said["draft"]) == bool(said["rule"]):
        words = "请在草案和单条规则中选一样来试算。"
        raise DomainError("trial_choice", words, "给出 draft 或 rule 中的一个。", rule=words)
    if said["rule"]:
        live = rules_in_force(county, clock.today())
        return with_other_numbers(live, said["rule"], said["numbers"])
    draft = next((one for one in drafts_of(user, county) if one.uid == said["draft"]), None)
    if draft is None:
        raise Http404
    return rules_of_draft(draft)


def _told(unit: str, found: Trial) -> Row:
    return {
        "unit": unit, "receipts": found.receipts,
        "months": [_month(one) for one in found.months],
        "changed": [_village(one) for one in found.changed],
        "cases": [_case(one) for one in found.changed_cases],
        "disputes": [{field.name: getattr(one, field.name) for field in DISPUTES}
                     for one in found.disputes],
    }  # fmt: skip


def _month(one: MonthCounts) -> Row:
    return {
        "period": one.month.code, **{f"before_{key}": one.before[key] for key in Colour.values},
        **{f"after_{key}": one.after[key] for key in Colour.values}, "changed": one.changed,
    }  # fmt: skip


def _village(one: Changed) -> Row:
    return {
        "village": one.code, "village_name": one.name, "period": one.month.code,
        "before": one.before, "after": one.after, "rules": list(one.rules), "months": one.months,
    }  # fmt: skip


def _case(one: CaseSeen) -> Row:
    return {
        "case": one.uid, "number": one.number, "village": one.code,
        "confirmed": one.confirmed.code, "before": one.before.code if one.before else None,
        "after": one.after.code if one.after else None, "earlier": one.earlier,
    }  # fmt: skip
