"""`case-effects`: what a batch achieved, and the rows behind each number, as on the page."""

from typing import Any

from django.http import Http404, HttpResponse
from rest_framework.request import Request

from rectification.api.effect_fields import BATCH, KEY, YEAR, figure_item, rows_schema
from rectification.figures.effect_parts import Effect, EffectRow, LeftOut
from rectification.figures.effects import Effects, effects
from rectification.perms import may_see_cases
from villages.common import clock
from villages.rest.answers import respond
from villages.rest.figure_answers import DAY, schema
from villages.rest.figure_asking import ON, UNIT, asked_unit, given, parameters, reader
from villages.rest.operations import Operation
from villages.rest.views import ApiView


class _OfBatch(ApiView):
    """What is asked for with a batch, a unit and a day."""

    key, label_zh, label_en = "cases", "整顿", "rectification cases"
    allowed = may_see_cases
    reads = reader(YEAR, ON, UNIT)

    def found(self, request: Request) -> tuple[dict[str, Any], Effects]:
        """The heads of the answer, and the figures; 404 for a unit outside the territory."""
        said = given(self.reads, request)
        unit, scope = asked_unit(request, said)
        today = clock.today()
        year, on = int(said.get("listed_year") or today.year), said.get("on", today)
        made = effects(scope, unit[:6], year, on)
        return {"unit": unit, "on": made.on, "listed_year": year}, made


class CaseEffects(_OfBatch):
    """All figures of a batch, in the order of the page."""

    operations = {
        "get": Operation(
            "case_effects", "What a batch achieved", "整顿成效", answer="CaseEffects",
            schema=schema(DAY, BATCH, item=figure_item()), parameters=parameters(YEAR, ON, UNIT),
            problems=(400, 404),
        ),
    }  # fmt: skip

    def get(self, request: Request) -> HttpResponse:
        """Those of the acceptance alone, all zero, where the batch has no case."""
        heads, made = self.found(request)
        return respond(request._request, {**heads, "results": [_told(one) for one in made.all]})


class CaseEffectRows(_OfBatch):
    """The rows behind one figure of a batch; their values add up to it."""

    path_fields = (KEY,)
    operations = {
        "get": Operation(
            "case_effect_rows", "Rows behind a figure of a batch", "整顿成效明细",
            answer="CaseEffectRows", schema=rows_schema(), parameters=parameters(YEAR, ON, UNIT),
            problems=(400, 404),
        ),
    }  # fmt: skip

    def get(self, request: Request, key: str) -> HttpResponse:
        """404 for a figure that the batch does not have."""
        heads, made = self.found(request)
        one = made.get(key)
        if one is None:
            raise Http404
        behind = one.read()
        rows = {
            "results": [_row(each) for each in behind.rows],
            "left_out": [_left(each) for each in behind.left_out],
        }
        return respond(request._request, {**heads, "key": key, **rows})


def _told(one: Effect) -> dict[str, Any]:
    told = one.figure.to_json()
    names = ("label", "value", "gap", "unit", "denominator", "missing", "source", "definition")
    return {"key": one.key, "group": str(one.group), **{name: told[name] for name in names}}


def _place(one: EffectRow | LeftOut) -> dict[str, Any]:
    place = one.place
    return {
        "village": place.code, "name": place.name, "township": place.township,
        "case": place.case, "number": place.number,
    }  # fmt: skip


def _row(one: EffectRow) -> dict[str, Any]:
    value = one.value if isinstance(one.value, int) else f"{one.value:f}"
    said = {"value": value, "text": one.text, "source": one.source, "uid": one.uid or None}
    return {**_place(one), **said}


def _left(one: LeftOut) -> dict[str, Any]:
    return {**_place(one), "reason": one.reason}
