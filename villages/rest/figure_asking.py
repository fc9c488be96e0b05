"""For which unit, day or month figures are asked by programs."""

from typing import Any

from django.http import Http404
from rest_framework.request import Request

from villages.common.columns import Kind
from villages.common.scope import COUNTY, Scope
from villages.rest.fields import Field, Filter
from villages.rest.problems import Problem
from villages.rest.query import Reader, conditions_of
from villages.rest.wire import schema_of

ON = Filter(
    Field(
        "on", "日期", "Day", Kind.DATE,
        about_en="Figures as known on this day; today where nothing is said.",
    ),
    lambda rows, _day: rows,
)  # fmt: skip
UNIT = Filter(
    Field(
        "unit", "单位代码", "Unit", Kind.CODE, pattern="^([0-9]{6}|[0-9]{9}|[0-9]{12})$",
        about_en="Code of a county, township or village; the county at hand where nothing is said.",
    ),
    lambda rows, _unit: rows,
)  # fmt: skip


def reader(*asked: Filter) -> Reader:
    """Reads these parameters and refuses any other."""
    return Reader((), (), conditions_of((), asked), ())


def given(reads: Reader, request: Request) -> dict[str, Any]:
    """What the request says, by name of the parameter."""
    return {one.name: value for one, value in reads.filtering(request.query_params).conditions}


def parameters(*asked: Filter, required: bool = False) -> tuple[dict[str, Any], ...]:
    """How parameters stand in the description of the API."""
    return tuple(
        {
            "name": one.name, "in": "query", "required": required, "x-label-zh": one.field.zh,
            "description": one.field.description, "schema": schema_of(one.field),
        }
        for one in asked
    )  # fmt: skip


def asked_unit(request: Request, said: dict[str, Any]) -> tuple[str, Scope]:
    """The unit asked for and the part of it that lies in the territory: a township's clerk who
    asks for the county gets the township. 404 for a foreign unit."""
    territory: Scope = request.user.territory  # type: ignore[union-attr]
    unit = str(said.get("unit") or _county_at_hand(request, territory))
    if territory.covers(unit):
        return unit, Scope.of([unit])
    own = [code for code in territory.codes if code.startswith(unit)]
    if not own:
        raise Http404
    return unit, Scope.of(own)


def _county_at_hand(request: Request, territory: Scope) -> str:
    """The county one works in, else the only one of the territory; `invalid_parameter` where
    several could be meant."""
    here: Any = getattr(request._request, "county", None)
    if code := here.code if here else getattr(request.user, "current_county_code", ""):
        return str(code)
    codes = {code[:COUNTY] for code in territory.codes if len(code) >= COUNTY}
    if len(codes) == 1:
        return codes.pop()
    error = {"parameter": "unit", "code": "required", "detail": "unit"}
    raise Problem("invalid_parameter", "请指定单位代码。", "Name a unit.", errors=[error])
