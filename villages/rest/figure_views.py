"""What is computed for one unit as of one day, as a resource of the API."""

from collections.abc import Iterable
from datetime import date

from django.http import HttpResponse
from rest_framework.request import Request

from villages.common import clock
from villages.common.figures import Figure
from villages.common.scope import Scope
from villages.rest.answers import respond
from villages.rest.figure_answers import DAY, answer, schema
from villages.rest.figure_asking import ON, UNIT, asked_unit, given, parameters, reader
from villages.rest.operations import Operation
from villages.rest.views import ApiView


class UnitOnDay(ApiView):
    """What is asked for with a unit and a day."""

    reads = reader(ON, UNIT)

    def asked(self, request: Request) -> tuple[str, Scope, date]:
        """The unit, its part inside the territory, and the day; 404 outside."""
        said = given(self.reads, request)
        return *asked_unit(request, said), said.get("on", clock.today())


class DayFigures(UnitOnDay):
    """Figures, each with unit, base, gaps, source and definition."""

    def found(self, scope: Scope, county: str, on: date) -> Iterable[Figure]:
        """The figures, in the order of the page."""
        raise NotImplementedError

    def get(self, request: Request) -> HttpResponse:
        """All of them; 404 for a unit outside the territory."""
        unit, scope, on = self.asked(request)
        return respond(request._request, answer(unit, self.found(scope, unit[:6], on), on=on))


def reading(name: str, en: str, zh: str) -> dict[str, Operation]:
    """How figures of a day are described: `name` is the stable name of the operation."""
    component = "".join(part.title() for part in name.removesuffix("_list").split("_"))
    made = Operation(
        name, en, zh, answer=component, schema=schema(DAY),
        parameters=parameters(ON, UNIT), problems=(400, 404),
    )  # fmt: skip
    return {"get": made}
