"""`cadre-figures` and `cadre-structure`: computed, never stored."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.http import HttpResponse
from rest_framework.request import Request

from cadres.figures.overview import overview
from cadres.figures.structure import structure
from cadres.figures.structure_rows import StructureRow
from cadres.tables import STRUCTURE, values
from villages.accounts.perms import works_in_territory
from villages.common.figures import Figure
from villages.common.scope import Scope
from villages.rest.answers import respond
from villages.rest.fields import Field
from villages.rest.figure_answers import DAY, MISSING, schema
from villages.rest.figure_asking import ON, UNIT, parameters
from villages.rest.figure_views import DayFigures, UnitOnDay, reading
from villages.rest.operations import Operation
from villages.rest.shapes import object_of

STRUCTURE_FIELDS = (
    Field("township_code", "乡镇代码", "Township code; empty for the whole"),
    *(one.field() for one in STRUCTURE),
    MISSING,
    Field("without_seats", "没有核定职数的村", "Villages without seats, by code", many=True),
)


class CadreFigures(DayFigures):
    """The figures of the area's first page."""

    key, label_zh, label_en = "cadres", "村干部数据", "cadre figures"
    allowed = works_in_territory
    operations = reading("cadre_figures", "Figures of cadres", "村干部数据")

    def found(self, scope: Scope, county: str, on: date) -> Iterable[Figure]:
        """As of the day."""
        return overview(scope, county, on).figures


class CadreStructure(UnitOnDay):
    """The structure table: the whole first, then townships."""

    key, label_zh, label_en = "cadres", "村干部数据", "cadre figures"
    allowed = works_in_territory
    operations = {
        "get": Operation(
            "cadre_structure", "Structure of the two committees", "村两委班子结构",
            answer="CadreStructure", schema=schema(DAY, item=object_of(STRUCTURE_FIELDS)),
            parameters=parameters(ON, UNIT), problems=(400, 404),
        ),
    }  # fmt: skip

    def get(self, request: Request) -> HttpResponse:
        """The same rows and columns as on the page."""
        unit, scope, on = self.asked(request)
        rows = structure(scope, unit[:6], on)
        results = [_structure_json(row) for row in rows]
        return respond(request._request, {"unit": unit, "on": on, "results": results})


def _structure_json(row: StructureRow) -> dict[str, Any]:
    [line] = values(STRUCTURE, [row])
    named = {one.key: value for one, value in zip(STRUCTURE, line, strict=True)}
    return {
        "township_code": row.code,
        **named,
        "township": row.name,
        "missing": list(row.unknown),
        "without_seats": list(row.without_seats),
    }
