"""Figures of the counties' own indicators for programs: the same as on the page."""

from django.http import Http404, HttpResponse
from rest_framework.request import Request

from villages.accounts.perms import works_in_territory
from villages.common.errors import DomainError
from villages.indicators.figures import indicator
from villages.indicators.models import IndicatorDefinition
from villages.indicators.periods import Span, read_span
from villages.lists.getting import get_visible_or_404
from villages.rest.answers import respond
from villages.rest.fields import Field, Filter
from villages.rest.figure_answers import answer, schema
from villages.rest.figure_asking import UNIT, asked_unit, given, parameters, reader
from villages.rest.operations import Operation
from villages.rest.views import ApiView

UID = Field(
    "uid", "编号", "Identity of the definition", pattern="^[0-9a-f]{32}$",
    example="0f8fad5bd9cb469fa16570867728950e",
)  # fmt: skip
PERIOD = Filter(
    Field(
        "period", "统计期", "Period",
        about_en="A period of the indicator's own kind, such as 2026-10 or 2026Q3.",
    ),
    lambda rows, _period: rows,
)  # fmt: skip


class IndicatorFigures(ApiView):
    """Total and mean of one indicator in one period, with the villages that said nothing."""

    key, label_zh, label_en = "indicators", "指标统计", "figures of an indicator"
    allowed = works_in_territory
    path_fields = (UID,)
    reads = reader(PERIOD, UNIT)
    operations = {
        "get": Operation(
            "indicator_figures_list", "Total and mean of an indicator", "一项指标的合计与平均",
            answer="IndicatorFigures", schema=schema(PERIOD.field), problems=(400, 404),
            parameters=(*parameters(PERIOD, required=True), *parameters(UNIT)),
        ),
    }  # fmt: skip

    def get(self, request: Request, uid: str) -> HttpResponse:
        """The figures; 404 for what is foreign and for a period of another kind."""
        one = get_visible_or_404(IndicatorDefinition, request.user, uid=uid)
        said = given(self.reads, request)
        unit, scope = asked_unit(request, {"unit": one.county_code} | said)
        span = _span(one, said.get("period", ""))
        found = indicator(scope, one.county_code, one, span)
        figures = (found.total(), found.mean())
        return respond(request._request, answer(unit, figures, period=span.code))


def _span(one: IndicatorDefinition, text: str) -> Span:
    try:
        return read_span(one.rhythm, text)
    except DomainError as error:
        raise Http404(str(error)) from error
