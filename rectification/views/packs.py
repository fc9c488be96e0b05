"""Packs of evidence: ordering, the list of one's own, taking one."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rectification.actions.packs import (
    forget_expired,
    order_pack,
    own_pack,
    packs_of,
    take_pack,
)
from rectification.forms.packs import PackForm
from rectification.perms import may_see_cases
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.accounts.forms.refusals import refusals_on
from villages.common import clock
from villages.jobs.models import Job
from villages.jobs.presenting import JobView
from villages.jobs.states import JobState
from villages.lists.downloads import download

_SHOWN = 50


@dataclass(frozen=True)
class PackLine:
    """One ordered pack as the list shows it."""

    view: JobView
    is_ready: bool

    @property
    def job(self) -> Job:
        """The work behind it."""
        return self.view.job


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_see_cases)
def packs(request: HttpRequest) -> HttpResponse:
    """One's own packs, and the form that orders another."""
    user, today = request.user, clock.today()
    form = PackForm(request.POST or None, user=user, county=county_code(request))
    if request.method == "POST" and form.is_valid():
        forget_expired(on=today)
        with refusals_on(form):
            job = order_pack(by=user, on=today, **form.cleaned_data)
            messages.success(request, _("已开始生成,可以离开页面,完成后回到这里下载。"))
            return redirect("jobs:job", job.uid)
    page = {
        "form": form,
        "lines": [_line(one, today.isoformat()) for one in packs_of(user)[:_SHOWN]],
        "breadcrumbs": [(_("整顿"), reverse("cases:hub")), (_("迎检包"), "")],
    }
    return render(request, "rectification/packs/list.html", page)


@require_safe
@requires(may_see_cases)
def pack_file(request: HttpRequest, uid: str) -> HttpResponseBase:
    """The archive; whoever did not order it finds nothing here."""
    job = own_pack(request.user, uid)
    path = take_pack(job, by=request.user, on=clock.today())
    return download(path.open("rb"), f"{job.title}-{job.args['on']}.zip".replace(":", "-"))


def _line(job: Job, today: str) -> PackLine:
    ready = job.state == JobState.DONE and job.result.get("expires_on", "") >= today
    return PackLine(JobView(job, 0), ready)
