"""`jobs`: what runs in the background, and stopping it."""

from typing import Any

from django.http import Http404, HttpResponse
from rest_framework.request import Request

from villages.jobs.actions import cancel_job
from villages.jobs.fields import JOB_FIELDS
from villages.jobs.models import Job
from villages.jobs.states import OPEN
from villages.rest.answers import respond
from villages.rest.idempotency import repeatable
from villages.rest.operations import Operation
from villages.rest.query import Query
from villages.rest.resources import Resource
from villages.rest.rows import builder, paths
from villages.rest.views import ApiView

# Seconds after which asking again makes sense.
RETRY_AFTER = {"queued": "5", "running": "2"}


class Jobs(Resource):
    """One's own jobs; for system administrators those of their counties."""

    key, label_zh, label_en = "jobs", "后台任务", "jobs"
    model, component, fields = Job, "Job", JOB_FIELDS
    ordering = ("-requested_at",)

    def show(self, request: Request, identity: str, query: Query, **options: Any) -> HttpResponse:
        """One job; while it is open the answer says when to ask again."""
        rows = self.rows(request).filter(uid=identity)
        found = rows.values_list(*paths(query.fields, (), ("state",))).first()
        if found is None:
            raise Http404
        return respond(
            request._request, builder(query.fields)(found), headers=_hint(found[-1]), **options
        )


class JobCancel(ApiView):
    """Cancelling one job: a waiting one ends at once, a running one at its next stage."""

    key, label_zh, label_en = "jobs", "取消后台任务", "cancelling jobs"
    path_fields = JOB_FIELDS[:1]
    operations = {
        "post": Operation(
            "jobs_cancel", "Cancel a job", "取消后台任务", answer="Job", fields=JOB_FIELDS,
            repeatable=True, problems=(404, 409),
        ),
    }  # fmt: skip

    @repeatable()
    def post(self, request: Request, uid: str) -> HttpResponse:
        """409 when it has ended already."""
        job = Job.objects.visible_to(request.user).filter(uid=uid).first()
        if job is None:
            raise Http404
        cancel_job(by=request.user, job=job)
        row = Job.objects.filter(pk=job.pk).values_list(*paths(JOB_FIELDS, (), ())).get()
        return respond(request._request, builder(JOB_FIELDS)(row), headers=_hint(job.state))


def _hint(state: str) -> dict[str, str]:
    return {"Retry-After": RETRY_AFTER[state]} if state in OPEN else {}
