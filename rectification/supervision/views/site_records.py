"""The record of a visit."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rectification.supervision.actions.site_records import record_site
from rectification.supervision.forms.site_records import RecordForm, stored
from rectification.supervision.inspection_perms import may_keep_inspections
from rectification.supervision.models import ChecklistPoint, InspectionSite, SiteAnswer
from rectification.supervision.views.crumbs import crumbs
from villages.accounts.access import requires
from villages.common import clock
from villages.common.refusals import refusals_in
from villages.lists.getting import get_visible_or_404


@require_http_methods(["GET", "HEAD", "POST"])
@requires(may_keep_inspections)
def record(request: HttpRequest, uid: str) -> HttpResponse:
    """The record of a visit, all on one page."""
    rows = InspectionSite.objects.select_related("inspection", "village__township")
    site: Any = get_visible_or_404(rows, request.user, uid=uid)
    form = _form(request, site)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            record_site(
                site, by=request.user, on=form.cleaned_data["visited_on"], values=form.values,
                answers=form.answers, found=form.found, version=form.cleaned_data["version"],
            )  # fmt: skip
            messages.success(request, _("已记录%s的检查情况。") % site.village.name)
            return redirect("supervision:inspection", site.inspection.uid)
    here = reverse("supervision:inspection", args=[site.inspection.uid])
    context = {
        "site": site, "form": form, "sections": list(form.sections()), "back": here,
        "breadcrumbs": crumbs((str(site.inspection), here), (site.village.name, "")),
    }  # fmt: skip
    return render(request, "supervision/inspections/record.html", context)


def _form(request: HttpRequest, site: InspectionSite) -> RecordForm:
    """Points in force on the day of the visit, and those that were answered already."""
    known = {
        one.point_id: one
        for one in SiteAnswer.objects.visible_to(request.user)
        .filter(site=site)
        .select_related("point")
    }
    day = site.visited_on or clock.today()
    listed = ChecklistPoint.objects.visible_to(request.user).in_county(site.county_code)
    points = list(listed.on(day)) + [
        one.point for one in known.values() if not _holds(one.point, day)
    ]
    order = {group: place for place, group in enumerate(dict.fromkeys(p.group for p in points))}
    points.sort(key=lambda one: (order[one.group], one.position, one.pk))
    initial = {**stored(site, known), "visited_on": day}
    return RecordForm(request.POST or None, initial=initial, points=points, known=known)


def _holds(point: ChecklistPoint, day: Any) -> bool:
    return bool(point.valid_from <= day and (point.valid_to is None or point.valid_to >= day))
