"""`voice-figures`: what villages and people brought up in a year, as on the page."""

from typing import Any

from django.http import HttpResponse
from rest_framework.request import Request

from rectification.supervision.figures.voices import VoiceSum, by_kind, by_unit
from rectification.supervision.models import Voice
from villages.accounts.perms import works_in_territory
from villages.common import clock
from villages.common.columns import Kind
from villages.rest.answers import respond
from villages.rest.fields import Field, Filter
from villages.rest.figure_answers import DAY, schema
from villages.rest.figure_asking import ON, UNIT, asked_unit, given, parameters, reader
from villages.rest.operations import Operation
from villages.rest.shapes import object_of
from villages.rest.views import ApiView

YEAR = Filter(
    Field(
        "year", "年度", "Year of receipt", Kind.CODE, pattern="^20[0-9]{2}$",
        about_en="This year where nothing is said.",
    ),
    lambda rows, _year: rows,
)  # fmt: skip
COUNTS = (
    Field("total", "收到", "Received", Kind.INTEGER),
    Field("live", "未办结", "Not closed yet", Kind.INTEGER),
    Field("late", "逾期未答复", "Assigned and not answered in time", Kind.INTEGER),
    Field("answered", "已答复", "Answered", Kind.INTEGER),
    Field("in_time", "按时答复", "Answered by their day", Kind.INTEGER),
    Field("rated", "有评价", "Of which the person said something", Kind.INTEGER),
    Field("satisfied", "满意", "Satisfied or fairly so", Kind.INTEGER),
)
SHARES = (
    Field("in_time_share", "按时率", "In time of answered in per cent", nullable=True),
    Field("satisfied_share", "满意率", "Satisfied of rated in per cent", nullable=True),
)
FIELDS = (
    Field("by", "分组", "kind, unit, or total"),
    Field("key", "代码", "Kind, or name of the unit"),
    Field("label", "名称", "Label"),
    *COUNTS,
    *SHARES,
)
HEADS = (DAY, Field("year", "年度", "Year of receipt", Kind.INTEGER))


class VoiceFigures(ApiView):
    """By kind, all together, and by the unit that answers."""

    key, label_zh, label_en = "voices", "反映和建议", "problems, needs, suggestions, complaints"
    allowed = works_in_territory
    reads = reader(ON, UNIT, YEAR)
    operations = {
        "get": Operation(
            "voice_figures", "Voices in numbers", "反映和建议统计", answer="VoiceFigures",
            schema=schema(*HEADS, item=object_of(FIELDS)), parameters=parameters(ON, UNIT, YEAR),
            problems=(400, 404),
        ),
    }  # fmt: skip

    def get(self, request: Request) -> HttpResponse:
        """As of the day; 404 for a unit outside the territory."""
        said = given(self.reads, request)
        unit, scope = asked_unit(request, said)
        on = said.get("on", clock.today())
        year = int(said.get("year") or on.year)
        rows = Voice.objects.visible_to(request.user).in_scope(scope)
        rows = rows.filter(received_on__year=year)
        *kinds, total = by_kind(rows, on)
        sums = [*(("kind", one) for one in kinds), ("total", total),
                *(("unit", one) for one in by_unit(rows, on))]  # fmt: skip
        results = [_told(by, one) for by, one in sums]
        return respond(request._request, {"unit": unit, "on": on, "year": year, "results": results})


def _told(by: str, one: VoiceSum) -> dict[str, Any]:
    counts = {field.name: getattr(one, field.name) for field in COUNTS}
    shares = {field.name: getattr(one, field.name) for field in SHARES}
    texts = {name: None if share is None else f"{share:f}" for name, share in shares.items()}
    return {"by": by, "key": one.key, "label": one.label, **counts, **texts}
