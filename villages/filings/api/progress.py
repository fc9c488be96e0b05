"""`filings/progress/`: how far each township is, the same numbers as on the board."""

from typing import Any

from django.http import HttpResponse
from rest_framework.request import Request

from villages.common import clock
from villages.common.columns import Kind
from villages.filings.api.inputs import ASKED, MONTH, UNIT, listed, month_of
from villages.filings.figures.board import on_time
from villages.filings.figures.progress import Progress, progress
from villages.filings.perms import may_see_filings
from villages.rest import figure_answers, figure_asking, shapes
from villages.rest.answers import respond
from villages.rest.fields import Field
from villages.rest.operations import Operation
from villages.rest.views import ApiView

_COUNTS = (
    Field("expected", "应报村", "Villages on the map at the end of the month", Kind.INTEGER),
    Field("on_time", "按时", "Villages handed in by the due day", Kind.INTEGER),
    Field("late", "迟报", "Villages handed in after the due day", Kind.INTEGER),
    Field("waiting", "未报", "Villages not handed in", Kind.INTEGER),
    Field("overdue", "逾期未报", "Villages not handed in after the due day", Kind.INTEGER),
    Field("returned", "退回", "Villages sent back and not mended", Kind.INTEGER),
    Field("accepted", "通过", "Villages accepted", Kind.INTEGER),
)
_FIELDS = (
    Field("township", "乡镇代码", "Code of the township", Kind.CODE),
    Field("name", "乡镇", "Name of the township"),
    Field("due_on", "截止日", "Last day for filing", Kind.DATE),
    *_COUNTS,
    Field("silent", "未报的村", "Codes of the villages not handed in", many=True),
)
_AS_OF = Field("as_of", "截至", "Day on which this was known", Kind.DATE)
_FIGURE = figure_answers.schema()["properties"]["results"]["items"]


def _schema() -> dict[str, Any]:
    made = listed("Townships in order", (UNIT, MONTH, _AS_OF), shapes.object_of(_FIELDS))
    made["properties"]["on_time"] = {
        **_FIGURE, "x-label-zh": "按时填报率",
        "description": "Share handed in by the due day; what is overdue stands in the base.",
    }  # fmt: skip
    made["required"].append("on_time")
    return made


class FilingProgress(ApiView):
    """A month of a county, township by township."""

    key, label_zh, label_en = "filings", "填报进度", "progress of filings"
    allowed = may_see_filings
    reads = figure_asking.reader(*ASKED)
    operations = {
        "get": Operation(
            "filings_progress", "How far each township is", "填报进度", answer="FilingProgress",
            schema=_schema(), problems=(404,), parameters=figure_asking.parameters(*ASKED),
        ),
    }  # fmt: skip

    def get(self, request: Request) -> HttpResponse:
        """Counts of villages and the names of the silent ones."""
        given = figure_asking.given(self.reads, request)
        unit, scope = figure_asking.asked_unit(request, given)
        month, today = month_of(given), clock.today()
        found = progress(scope, unit[:6], [month], today)
        heads = {"unit": unit, "period": month.code, "as_of": today.isoformat()}
        share = on_time(found, today).to_json()
        results = [_shown(one) for one in found]
        return respond(request._request, {**heads, "on_time": share, "results": results})


def _shown(one: Progress) -> dict[str, Any]:
    counts = {field.name: getattr(one, field.name) for field in _COUNTS}
    names = {"township": one.township, "name": one.name, "due_on": one.due_on.isoformat()}
    return {**names, **counts, "silent": list(one.silent)}
