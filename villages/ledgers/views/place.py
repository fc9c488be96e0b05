"""What every page of a ledger asks of the request."""

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_http_methods

from villages.accounts.access import Predicate, View, requires
from villages.accounts.choices import PLACELESS_ROLES
from villages.common import clock
from villages.ledgers.declaring import Ledger
from villages.ledgers.forms.building import Asker
from villages.ledgers.showing import keys_of
from villages.lists.getting import get_visible_or_404

takes_forms = require_http_methods(["GET", "HEAD", "POST"])


def opens(ledger: Ledger, may: Predicate, view: View) -> View:
    """The view for those who may; its area is the current entry of the menu."""

    def opened(request: HttpRequest, **arguments: str) -> HttpResponseBase:
        request.menu_key = ledger.hub  # type: ignore[attr-defined]
        return view(request, **arguments)

    return requires(may)(opened)


def county_of(request: HttpRequest) -> str:
    """The code of the county at hand; empty for people without one."""
    return str(getattr(getattr(request, "county", None) or None, "code", ""))


def visible_rows(ledger: Ledger, request: HttpRequest) -> Any:
    """The rows of the county at hand that this person may see; people without a place see what
    is put to them."""
    user: Any = request.user
    rows, county = ledger.model.objects.visible_to(user), county_of(request)
    if county:
        return rows.in_county(county)
    return rows if getattr(user, "role", "") in PLACELESS_ROLES else rows.none()


def get_row(ledger: Ledger, request: HttpRequest, uid: str) -> Any:
    """One row with what its page names; 404 outside the territory."""
    rows = ledger.model.objects.select_related(*keys_of(ledger))
    return get_visible_or_404(rows, request.user, uid=uid)


def asker(request: HttpRequest, row: Any = None, village: Any = None) -> Asker:
    """Who fills a form in, and about which row."""
    county = row.county_code if row is not None else county_of(request)
    village = getattr(row, "village", None) if row is not None else village
    return Asker(request.user, county, clock.today(), row, village)
