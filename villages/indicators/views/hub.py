"""All indicators of the county: what is asked, by whom, until when, at what cost."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from villages.accounts.access import requires
from villages.accounts.perms import may_change_map, works_in_territory
from villages.common import clock
from villages.indicators.burden import Burden, burden
from villages.indicators.choices import IndicatorState
from villages.indicators.models import IndicatorDefinition
from villages.ledgers.finding import address, ledger_of
from villages.ledgers.hubs import new_url
from villages.ledgers.views.place import county_of
from villages.models import Village


@dataclass(frozen=True)
class Asked:
    """An indicator and what it asks until its end."""

    definition: IndicatorDefinition
    burden: Burden


@require_safe
@requires(works_in_territory)
def hub(request: HttpRequest) -> HttpResponse:
    """Indicators in force with their cost, and the drafts for those who write them."""
    user: Any = request.user
    county, today = county_of(request), clock.today()
    rows = IndicatorDefinition.objects.visible_to(user).in_county(county)
    villages = Village.objects.visible_to(user).in_county(county).on(today).count()
    asked = [Asked(one, burden(one, villages, today)) for one in rows.in_force(today)]
    ledger: Any = ledger_of(IndicatorDefinition)
    context = {
        "asked": asked,
        "minutes": sum(one.burden.minutes for one in asked),
        "drafts": rows.filter(state=IndicatorState.DRAFT) if may_change_map(user) else [],
        "dictionary_url": address(ledger),
        "new_url": new_url(ledger, user),
        "breadcrumbs": [(_("村情村务"), reverse("affairs:hub")), (_("一表通指标"), "")],
    }
    return render(request, "indicators/hub.html", context)
