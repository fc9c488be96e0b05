"""What changed on the map: the latest decisions, and the receipt of each."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.accounts.perms import may_change_map, may_run_system, works_in_territory
from villages.figures.changes import event_of, map_events, renames
from villages.models import FormerName, Succession
from villages.views.wizard import WIZARDS

RECENT = 30


@require_safe
@requires(works_in_territory, may_run_system)
def changes(request: HttpRequest) -> HttpResponse:
    """The latest changes of the county's map and, for its staff, where to make one."""
    code = county_code(request)
    user = request.user
    context = {
        "events": map_events(Succession.objects.visible_to(user).in_county(code), RECENT),
        "renames": renames(FormerName.objects.visible_to(user).in_county(code), RECENT),
        "wizards": list(WIZARDS.values()) if may_change_map(user) else [],
        "breadcrumbs": [(_("区划变更"), "")],
    }
    return render(request, "villages/changes/list.html", context)


@require_safe
@requires(works_in_territory, may_run_system)
def receipt(request: HttpRequest, code: str, day: date) -> HttpResponse:
    """What one decision did; the page that follows a change and that its list links to."""
    event = event_of(Succession.objects.visible_to(request.user), code, day)
    if event is None:
        raise Http404(_("没有找到,或不在您的管辖范围内。"))
    crumbs = [(_("区划变更"), reverse("villages:changes")), (event.basis or code, "")]
    return render(request, "villages/changes/receipt.html", {"event": event, "breadcrumbs": crumbs})
