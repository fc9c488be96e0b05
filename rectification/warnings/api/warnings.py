"""`warnings`: one row for each village and month; the whole receipt of one."""

from dataclasses import replace
from typing import Any

from django.http import Http404, HttpResponse
from rest_framework.request import Request

from rectification.warnings.api.fields import (
    FIELDS,
    PERIOD_PATTERN,
    VILLAGE_PATTERN,
    row_schema,
)
from rectification.warnings.api.objects import receipt_of, with_reasons
from rectification.warnings.models import VillageWarning
from rectification.warnings.perms import may_see_warnings
from rectification.warnings.published import published
from villages.common import clock
from villages.common.periods import parse_month
from villages.rest import figure_asking, shapes
from villages.rest.answers import respond
from villages.rest.fields import Field
from villages.rest.operations import Operation
from villages.rest.paging import Walk, links
from villages.rest.resources import Resource
from villages.rest.rows import builder, paths
from villages.rest.views import ApiView

_KEY = "uid"
_UID = FIELDS[0]


class Warnings(Resource):
    """Colours of the territory that one may see by now, the latest month first."""

    key, label_zh, label_en = "warnings", "三色预警", "colours of villages"
    model, component, fields = VillageWarning, "VillageWarning", FIELDS
    ordering = ("-period", "village")
    allowed = may_see_warnings
    operations = {
        "list": Operation(
            "warnings_list", "List colours of villages", "三色预警列表",
            answer="VillageWarningPage", schema=shapes.page(row_schema()),
        ),
        "retrieve": Operation(
            "warnings_read", "Read one receipt", "三色预警依据", answer="VillageWarningWhole",
            schema=row_schema(whole=True), problems=(404,),
        ),
    }  # fmt: skip

    def rows(self, request: Request) -> Any:
        """Without those whose time of notice still runs, for people they do not concern."""
        return published(request.user, clock.now())

    def list(self, request: Request, **where: Any) -> HttpResponse:
        """Reasons are explained; files hold them as words."""
        query = self.reader.listing(request.query_params)
        asked = {one.name for one in query.fields}
        if str(request.accepted_renderer.format) != "json" or "reasons" not in asked:
            return super().list(request, **where)
        rows = query.narrow(self.listed(request))
        # The key finds the receipts of the page; it is taken out again where nobody asked for it.
        keyed = query if _KEY in asked else replace(query, fields=(_UID, *query.fields))
        page = Walk(request._request, keyed, self.fields, self.identity).page(rows)
        with_reasons(page.results)
        for row in page.results if _KEY not in asked else ():
            del row[_KEY]
        body: dict[str, Any] = {
            "next": page.next, "prev": page.previous, "results": page.results,
        }  # fmt: skip
        if query.counted:
            body["count"] = rows.count()
        return respond(request._request, body, headers=links(page))

    def retrieve(self, request: Request, **where: Any) -> HttpResponse:
        """The whole receipt by its key."""
        figure_asking.reader().filtering(request.query_params)
        return _whole(request, self.rows(request).filter(uid=where["uid"]))


class VillageReceipt(ApiView):
    """`warnings/{period}/{village}/`: the same by month and village."""

    key, label_zh, label_en = "warnings", "三色预警依据", "colour of a village in a month"
    allowed = may_see_warnings
    path_fields = (
        Field("period", "月份", "Month", pattern=PERIOD_PATTERN, example="2026-09"),
        Field("village", "村代码", "Code of the village", pattern=VILLAGE_PATTERN),
    )
    operations = {
        "get": Operation(
            "village_warning_read", "Read why a village has its colour", "三色预警依据",
            answer="VillageWarningWhole", schema=row_schema(whole=True), problems=(404,),
        ),
    }  # fmt: skip

    def get(self, request: Request, period: str, village: str) -> HttpResponse:
        """404 outside the territory, and where nobody judged."""
        figure_asking.reader().filtering(request.query_params)
        rows = published(request.user, clock.now()).in_month(parse_month(period))
        return _whole(request, rows.filter(village__code=village))


def _whole(request: Request, rows: Any) -> HttpResponse:
    """A row of the list, and everything that stands behind it."""
    warning = rows.first()
    told = rows.values_list(*paths(FIELDS, (), ())).first()
    if warning is None or told is None:
        raise Http404
    return respond(request._request, {**builder(FIELDS)(told), **receipt_of(warning)})
