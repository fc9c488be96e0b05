"""What is collected and perhaps never read: to be asked no longer."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.common import clock
from villages.common.periods import Month
from villages.filings.figures.sheet import asked
from villages.filings.figures.unused import field_uses, input_uses
from villages.filings.perms import may_review
from villages.ledgers.declaring import ledgers

_MONTHS = 6


@require_safe
@requires(may_review)
def unused(request: HttpRequest) -> HttpResponse:
    """Inputs and ledger fields that no figure reads, that nobody fills in or never change."""
    user: Any = request.user
    county, today = county_code(request), clock.today()
    months = [Month.of(today).shift(-back) for back in range(_MONTHS)]
    inputs = input_uses(user.territory, county, asked(county, today), months)
    fields = [
        use
        for one in ledgers().values()
        if one.may_read(user)
        for use in field_uses(one, county, months)
    ]
    context = {
        "first": months[-1],
        "inputs": [one for one in inputs if one.is_unread or one.is_silent or one.is_still],
        "asked": len(inputs),
        "empty": [one for one in fields if one.is_empty],
        "unread": [one for one in fields if not one.is_read],
        "fields": len(fields),
        "breadcrumbs": [
            (_("填报负担"), reverse("filings:burden")), (_("可以不再收集的数据"), ""),
        ],
    }  # fmt: skip
    return render(request, "filings/unused.html", context)
