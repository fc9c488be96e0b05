"""`warnings/evaluate/`: has a month judged in the background."""

from typing import Any

from django.http import HttpResponse
from rest_framework.request import Request

from rectification.warnings.actions.requesting import request_evaluation
from rectification.warnings.perms import may_evaluate, may_see_warnings
from villages.common.columns import Kind
from villages.common.periods import Month
from villages.rest.answers import respond
from villages.rest.fields import Field, Input
from villages.rest.figure_asking import asked_unit
from villages.rest.idempotency import repeatable
from villages.rest.operations import Operation
from villages.rest.problems import Problem
from villages.rest.views import ApiView
from villages.rest.writing import WriteSerializer, checked

FIELDS = (
    Field("job", "任务", "Identity of the job", pattern="^[0-9a-f]{32}$"),
    Field("period", "月份", "Month that is judged"),
    Field("county", "县代码", "County that is judged", Kind.CODE),
    Field("state", "状态", "State of the job", about_en="State of the job; see jobs."),
)


class EvaluationOrder(WriteSerializer):
    """Which month of which county."""

    inputs = (
        Input(Field("period", "月份", "Month", Kind.MONTH, example="2026-09"), required=True),
        Input(
            Field("county", "县代码", "County", Kind.CODE, pattern="^[0-9]{6}$",
                  about_en="Code of the county; the one at hand where nothing is said."),
        ),
    )  # fmt: skip


class Evaluate(ApiView):
    """Judging a county takes a while: the answer names the job."""

    key, label_zh, label_en = "warnings", "三色预警评估", "evaluation of colours"
    allowed = may_see_warnings
    operations = {
        "post": Operation(
            "warnings_evaluate", "Judge the villages of a month", "评估一个月",
            answer="EvaluationAsked", fields=FIELDS, body="EvaluationOrder",
            inputs=EvaluationOrder.inputs, status=202, repeatable=True, problems=(404, 409),
        ),
    }  # fmt: skip

    @repeatable()
    def post(self, request: Request) -> HttpResponse:
        """403 for those who may not, 404 for a foreign county, 409 for a month to come."""
        user: Any = request.user
        if not may_evaluate(user):
            raise Problem("permission_denied")
        said = checked(EvaluationOrder, request.data)
        county, _scope = asked_unit(request, {"unit": said.get("county") or ""})
        month = Month.from_number(said["period"])
        job = request_evaluation(by=user, county=county, month=month)
        told = {"job": job.uid, "period": month.code, "county": county, "state": job.state}
        headers = {"Location": f"/api/v1/jobs/{job.uid}/", "Retry-After": "5"}
        return respond(request._request, told, status=202, headers=headers)
