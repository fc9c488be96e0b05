"""`villages/{code}/filings/{period}/`: one village's month, read and written."""

from typing import Any

from django.http import Http404, HttpResponse
from rest_framework.request import Request

from villages.common import clock
from villages.common.periods import Month, parse_month
from villages.filings.actions.pushing import push
from villages.filings.api.answers import Read, read_values, refusal
from villages.filings.api.bodies import FilingWrite, write_schema
from villages.filings.api.fields import CODE, PERIOD
from villages.filings.api.objects import filing_object, filing_schema, line_of
from villages.filings.api.rights import require
from villages.filings.choices import Channel
from villages.filings.figures.sheet import Line
from villages.filings.perms import may_file, may_see_filings
from villages.filings.pushed import REFUSED, Push, Stated
from villages.models import Village
from villages.rest import figure_asking, shapes
from villages.rest.answers import require_match, respond
from villages.rest.fields import Field
from villages.rest.idempotency import repeatable
from villages.rest.operations import Operation
from villages.rest.views import ApiView
from villages.rest.writing import checked

SCHEMA = filing_schema()
# Named in small letters: the shared parameter of this name is required everywhere else.
_MATCH = {
    **shapes.IF_MATCH, "name": "if-match", "required": False,
    "description": "The ETag that was read; needed once the village was begun (428), 412 when it "
    "has changed since.",
}  # fmt: skip


class VillageFiling(ApiView):
    """A village's month; writing it again and again is harmless."""

    key, label_zh, label_en = "filings", "村月度填报", "filing of a village"
    allowed = may_see_filings
    path_fields = (
        Field("code", "村代码", "Code of the village", pattern=CODE),
        Field("period", "月份", "Month", pattern=PERIOD, example="2026-10"),
    )
    reads = figure_asking.reader()
    operations = {
        "get": Operation(
            "village_filing_read", "Read the filing of a village and month", "村月度填报详情",
            answer="VillageFiling", schema=SCHEMA, problems=(404,),
        ),
        "put": Operation(
            "village_filing_write", "Draft or hand in the filing of a village and month",
            "填报一个村的月度数据", answer="VillageFiling", schema=SCHEMA, body="FilingWrite",
            whole_body=write_schema(), parameters=(_MATCH,), repeatable=True,
            problems=(404, 412, 428),
        ),
    }  # fmt: skip

    def get(self, request: Request, code: str, period: str) -> HttpResponse:
        """What is asked and what is known of it; also before anybody began."""
        self.reads.filtering(request.query_params)
        village, month = _place(request, code, period)
        return _answer(request, village, month, line_of(village, month))

    @repeatable()
    def put(self, request: Request, code: str, period: str) -> HttpResponse:
        """Inputs that are not named stay as they are in a draft."""
        require(may_file, request.user)
        village, month = _place(request, code, period)
        line = line_of(village, month)
        if line.version or "If-Match" in request.headers:
            require_match(request._request, line.version)
        body = checked(FilingWrite, request.data)
        read = read_values(body["values"], (cell.input for cell in line.cells))
        if read.troubles:
            raise refusal([(None, read.troubles)])
        _push(request, code, month, _stated(read, body, line), submit=body["submit"])
        return _answer(request, village, month, line_of(village, month))


def _place(request: Request, code: str, period: str) -> tuple[Village, Month]:
    """The visible village and a month that has begun; 404 for anything else."""
    month = parse_month(period)
    rows = Village.objects.visible_to(request.user).select_related("township")
    village: Village | None = rows.filter(code=code).first()
    if village is None or month > Month.of(clock.today()):
        raise Http404
    return village, month


def _stated(read: Read, body: dict[str, Any], line: Line) -> Stated:
    return Stated(read.texts, body["notes"], line.version, body["confirm"])


def _push(request: Request, code: str, month: Month, stated: Stated, *, submit: bool) -> None:
    pushed = Push(month, {code: stated}, Channel.API, submit)
    [outcome] = push(pushed=pushed, by=request.user, at=clock.now()).values()
    if outcome.result == REFUSED:
        raise refusal([(None, outcome.troubles)])


def _answer(request: Request, village: Village, month: Month, line: Line) -> HttpResponse:
    made = filing_object(village, month, line)
    return respond(request._request, made, version=line.version)
