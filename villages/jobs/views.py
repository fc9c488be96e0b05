"""One's jobs: the inbox, one job with its progress, cancel and retry."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from villages.accounts.perms import may_run_system
from villages.jobs import health
from villages.jobs.actions import cancel_job, mark_seen, retry_job
from villages.jobs.filters import JobFilter
from villages.jobs.models import Job
from villages.jobs.presenting import JobView
from villages.jobs.tables import JOBS
from villages.lists.getting import get_visible_or_404
from villages.lists.page import list_page


@require_safe
def jobs(request: HttpRequest) -> HttpResponseBase:
    """Mine; for the system administrator also those of his counties."""
    context = {
        "subtitle": _("导入、导出、报告等较慢的工作在后台办理,可以离开页面,完成后来这里看结果。"),
        "breadcrumbs": [(_("后台任务"), "")],
    }
    if may_run_system(request.user):
        context["facts"] = health.facts()
    rows = Job.objects.visible_to(request.user)
    return list_page(
        request, JOBS, rows, filterset=JobFilter, context=context, template="jobs/list.html"
    )


@require_safe
def job(request: HttpRequest, uid: str) -> HttpResponse:
    """One job; looking at its end takes it out of the inbox."""
    found = _job(request, uid)
    if not found.is_open:
        mark_seen(by=request.user, jobs=Job.objects.filter(pk=found.pk))
    page = {"view": JobView(found, 0), "breadcrumbs": _crumbs(found)}
    return render(request, "jobs/job.html", page)


@require_safe
def progress(request: HttpRequest, uid: str) -> HttpResponse:
    """The part of the page that moves; it says itself when to ask again."""
    found = _job(request, uid)
    if not found.is_open:
        mark_seen(by=request.user, jobs=Job.objects.filter(pk=found.pk))
    asked = request.GET.get("asked", "")
    view = JobView(found, int(asked) if asked.isdecimal() and len(asked) < 6 else 0)
    return render(request, "jobs/job.html", {"view": view, "breadcrumbs": _crumbs(found)})


@require_POST
def cancel(request: HttpRequest, uid: str) -> HttpResponse:
    """Stops it; it can be started again."""
    found = cancel_job(by=request.user, job=_job(request, uid))
    said = _("正在取消。") if found.is_open else _("已取消,需要时可以重新办理。")
    messages.success(request, said)
    return redirect("jobs:job", uid)


@require_POST
def retry(request: HttpRequest, uid: str) -> HttpResponse:
    """Starts it anew."""
    retry_job(by=request.user, job=_job(request, uid))
    messages.success(request, _("已重新排队。"))
    return redirect("jobs:job", uid)


@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    """Empties the inbox; the rows stay in the list."""
    count = mark_seen(by=request.user, jobs=Job.objects.visible_to(request.user))
    messages.success(request, _("已把 %s 条结果标为已读。") % count)
    return redirect("jobs:jobs")


def _job(request: HttpRequest, uid: str) -> Job:
    found: Job = get_visible_or_404(
        Job.objects.select_related("requested_by"), request.user, uid=uid
    )
    return found


def _crumbs(found: Job) -> list[tuple[str, str]]:
    return [(_("后台任务"), reverse("jobs:jobs")), (found.title, "")]
