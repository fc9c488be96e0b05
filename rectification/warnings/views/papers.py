"""Papers about warnings that wait for a person, reds that nobody answers, candidates."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rectification.supervision.choices import Origin
from rectification.supervision.models import SupervisionOrder
from rectification.supervision.states import OrderStatus
from rectification.warnings.actions.clock_papers import draft_due
from rectification.warnings.figures.papers_due import candidates, events_due, villages_due
from rectification.warnings.figures.unanswered import DEFINITION, unanswered
from rectification.warnings.ledgers.rule_names import title_of
from rectification.warnings.models import Alert
from rectification.warnings.perms import may_draft_papers
from rectification.warnings.views.at import crumbs
from villages.accounts.access import requires
from villages.accounts.actors import SCHEDULE
from villages.accounts.county_at_hand import county_code
from villages.common import clock

_WAITING = (OrderStatus.DRAFT, OrderStatus.REVIEWED)


@require_safe
@requires(may_draft_papers)
def papers(request: HttpRequest) -> HttpResponse:
    """What waits to be checked and sent; nothing leaves by itself."""
    county, on, user = county_code(request), clock.today(), request.user
    title = _("待发文书")
    rows = SupervisionOrder.objects.visible_to(user).in_county(county)
    waiting = rows.filter(origin=Origin.WARNING, status__in=_WAITING)
    late = unanswered(Alert.objects.visible_to(user), county, on)
    context = {
        "title": title,
        "today": on,
        "papers": waiting.prefetch_related("units").order_by("pk"),
        "due": len(events_due(county, on)) + len(villages_due(county, on)),
        "late": [(one, title_of(one.alert.rule)) for one in late.lines],
        "late_about": DEFINITION,
        "candidates": candidates(county, on),
        "screening_url": reverse("cases:screening_now"),
        "breadcrumbs": crumbs((title, "")),
    }
    return render(request, "warnings/events/papers.html", context)


@require_POST
@requires(may_draft_papers)
def draft(request: HttpRequest) -> HttpResponse:
    """Drafts now what the clock would draft at night."""
    # The system's drafts have no author, so that anybody of the house may check them.
    made = draft_due(county_code(request), clock.today(), by=SCHEDULE)
    said = _("已起草 %d 张,请核对后审核、签发。") % made if made else _("没有到期要起草的文书。")
    messages.success(request, said)
    return redirect("warnings:papers")
