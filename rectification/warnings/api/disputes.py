"""`dispute-figures`: objections to colours by rule, as on the page."""

from typing import Any

from django.http import HttpResponse
from rest_framework.request import Request

from rectification.warnings.choices import DisputeCause
from rectification.warnings.figures.disputes import RuleDisputes, altogether, dispute_figures
from rectification.warnings.models import Dispute
from rectification.warnings.perms import may_see_warnings
from villages.common.columns import Kind
from villages.rest.answers import respond
from villages.rest.fields import Field
from villages.rest.figure_answers import schema
from villages.rest.figure_asking import UNIT, asked_unit, given, parameters, reader
from villages.rest.operations import Operation
from villages.rest.shapes import object_of
from villages.rest.views import ApiView

COUNTS = (
    Field("total", "异议", "Objections", Kind.INTEGER),
    Field("open", "复核中", "Not answered yet", Kind.INTEGER),
    Field("upheld", "成立", "Upheld", Kind.INTEGER),
    Field("rejected", "维持原判", "Rejected", Kind.INTEGER),
)
CAUSES = tuple(
    Field(f"cause_{one.value}", str(one.label), f"Upheld because of: {one.value}", Kind.INTEGER)
    for one in DisputeCause
)
FIELDS = (
    Field("rule", "规则", "Code of the rule; empty for all of them"),
    *COUNTS,
    Field("share", "成立占比", "Upheld of answered in per cent", nullable=True),
    *CAUSES,
)


class DisputeFigures(ApiView):
    """By rule, then all together."""

    key, label_zh, label_en = "disputes", "预警异议", "objections to colours"
    allowed = may_see_warnings
    reads = reader(UNIT)
    operations = {
        "get": Operation(
            "dispute_figures", "Objections by rule", "按规则统计异议", answer="DisputeFigures",
            schema=schema(item=object_of(FIELDS)), parameters=parameters(UNIT),
            problems=(400, 404),
        ),
    }  # fmt: skip

    def get(self, request: Request) -> HttpResponse:
        """Of objections that the asker sees; 404 for a unit outside the territory."""
        said = given(self.reads, request)
        unit, scope = asked_unit(request, said)
        lines = dispute_figures(Dispute.objects.visible_to(request.user).in_scope(scope))
        results = [_told(one) for one in (*lines, altogether(lines))]
        return respond(request._request, {"unit": unit, "results": results})


def _told(one: RuleDisputes) -> dict[str, Any]:
    counts = {field.name: getattr(one, field.name) for field in COUNTS}
    causes = {f"cause_{key.value}": one.causes.get(key.value, 0) for key in DisputeCause}
    share = None if one.share is None else f"{one.share:f}"
    return {"rule": one.rule, **counts, "share": share, **causes}
