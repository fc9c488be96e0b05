"""`task-figures`: how far task lists are, by unit and by field of governance, as on the page."""

from typing import Any

from django.http import HttpResponse
from rest_framework.request import Request

from rectification.supervision.figures.task_sums import (
    Period,
    TaskSum,
    completion,
    current,
    periods,
    task_rows,
)
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

PERIOD = Filter(
    Field(
        "period", "周期", "Period such as month:2026-11-01",
        about_en="Rhythm and first day; the shortest that holds the day where nothing is said.",
        pattern="^(week|month|quarter|half_year|year):[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    ),
    lambda rows, _period: rows,
)  # fmt: skip
COUNTS = (
    Field("total", "任务", "Tasks", Kind.INTEGER),
    Field("done", "已完成", "Done", Kind.INTEGER),
    Field("open", "未到期", "Not done, not due yet", Kind.INTEGER),
    Field("late", "逾期未完成", "Not done after their day", Kind.INTEGER),
)
FIELDS = (
    Field("by", "分组", "unit, field, list, or total"),
    Field("key", "代码", "Name of the unit, key of the field or list"),
    Field("label", "名称", "Label"),
    *COUNTS,
    Field("share", "完成占比", "Done of all in per cent", nullable=True),
)
HEADS = (DAY, Field("period", "周期", "Period told about", nullable=True))


class TaskFigures(ApiView):
    """Published lists of one period."""

    key, label_zh, label_en = "list-tasks", "任务清单", "task lists"
    allowed = works_in_territory
    reads = reader(ON, UNIT, PERIOD)
    operations = {
        "get": Operation(
            "task_figures", "How far task lists are", "任务清单完成情况", answer="TaskFigures",
            schema=schema(*HEADS, item=object_of(FIELDS)), parameters=parameters(ON, UNIT, PERIOD),
            problems=(400, 404),
        ),
    }  # fmt: skip

    def get(self, request: Request) -> HttpResponse:
        """As of the day; no results where no list was published. 404 for a foreign unit."""
        said = given(self.reads, request)
        unit, scope = asked_unit(request, said)
        user, on = request.user, said.get("on", clock.today())
        found = periods(user, unit[:6])
        asked = said.get("period")
        period = next((one for one in found if one.key == asked), None)
        period = period if asked else current(found, on)
        results = _results(user, unit, scope, period, on) if period else []
        heads = {"unit": unit, "on": on, "period": period.key if period else None}
        return respond(request._request, {**heads, "results": results})


def _results(user: Any, unit: str, scope: Any, period: Period, on: Any) -> list[dict[str, Any]]:
    done = completion(task_rows(user, unit[:6], period).in_scope(scope), on)
    groups = (("total", [done.total]), ("unit", done.units), ("field", done.fields),
              ("list", done.lists))  # fmt: skip
    return [_told(by, one) for by, sums in groups for one in sums]


def _told(by: str, one: TaskSum) -> dict[str, Any]:
    counts = {field.name: getattr(one, field.name) for field in COUNTS}
    share = None if one.share is None else f"{one.share:f}"
    return {"by": by, "key": one.key, "label": one.label, **counts, "share": share}
