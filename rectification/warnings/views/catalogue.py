"""The rule catalogue among the help pages: made of the rules themselves, for everybody judged."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rectification.warnings.figures.disputes import dispute_figures
from rectification.warnings.models import Dispute
from rectification.warnings.own_numbers import offered
from rectification.warnings.perms import may_see_rules
from rectification.warnings.rule_catalogue import Entry, catalogue
from rectification.warnings.rule_contents import content_in_force
from rectification.warnings.rule_showing import shown_rating
from rectification.warnings.wording import category_words
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.common import clock


@require_safe
@requires(may_see_rules)
def rule_catalogue(request: HttpRequest) -> HttpResponse:
    """Every rule by what it is about, with the thresholds that hold today."""
    user: Any = request.user
    county, today = county_code(request), clock.today()
    current, content = content_in_force(county, today)
    disputes = dispute_figures(Dispute.objects.visible_to(user).in_county(county))
    entries = list(catalogue(content, offered(county, today), disputes))
    title = _("预警规则目录")
    context = {
        "title": title,
        "current": current,
        "rating": shown_rating(content),
        "groups": _groups(entries),
        "count": len(entries),
        "breadcrumbs": [(_("帮助"), reverse("help:index")), (title, "")],
    }
    return render(request, "warnings/rules/catalogue.html", context)


def _groups(entries: list[Entry]) -> list[tuple[str, list[Entry]]]:
    labels = [str(one) for one in category_words().values()]
    found = [(label, [one for one in entries if one.shown.category == label]) for label in labels]
    return [(label, rows) for label, rows in found if rows]
