"""Figures of collective economy for programs: the same as on the page."""

from django.http import HttpResponse
from rest_framework.request import Request

from collective_economy.figures.board import board
from collective_economy.figures.latest import latest_month
from villages.accounts.perms import works_in_territory
from villages.common import clock
from villages.common.columns import Kind
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.rest.answers import respond
from villages.rest.fields import Field, Filter
from villages.rest.figure_answers import answer, schema
from villages.rest.figure_asking import UNIT, asked_unit, given, parameters, reader
from villages.rest.operations import Operation
from villages.rest.views import ApiView

MONTH = Filter(
    Field(
        "month", "月份", "Month", Kind.MONTH,
        about_en="January to this month; the last month that was filed where nothing is said.",
    ),
    lambda rows, _month: rows,
)  # fmt: skip
PARAMETERS = parameters(MONTH, UNIT)
READS = reader(MONTH, UNIT)


def asked(request: Request) -> tuple[Scope, str, Month]:
    """The part of the unit inside the territory, the unit, and the month; 404 outside."""
    said = given(READS, request)
    unit, scope = asked_unit(request, said)
    month = said.get("month")
    if month is None:
        return scope, unit, latest_month(scope, unit[:6], clock.today())
    return scope, unit, Month.from_number(int(month))


class IncomeFiguresView(ApiView):
    """All figures of collective economy of one unit, January to a month."""

    key, label_zh, label_en = "income", "集体经济指标", "figures of collective economy"
    allowed = works_in_territory
    operations = {
        "get": Operation(
            "income_figures_list", "Figures of collective economy", "集体经济指标",
            answer="IncomeFigures", schema=schema(MONTH.field), problems=(400, 404),
            parameters=PARAMETERS,
        ),
    }  # fmt: skip

    def get(self, request: Request) -> HttpResponse:
        """The figures, each with its definition, version, base and gaps."""
        scope, unit, month = asked(request)
        found = board(scope, unit[:6], month).figures
        return respond(request._request, answer(unit, found, month=month.code))
