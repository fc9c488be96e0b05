"""The list of a ledger."""

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from villages.common import clock
from villages.ledgers import hubs
from villages.ledgers.charts import bars_of
from villages.ledgers.declaring import Ledger
from villages.ledgers.filters import filter_class
from villages.ledgers.tables import list_spec
from villages.ledgers.views.many import actions_of
from villages.ledgers.views.place import opens, takes_forms, visible_rows
from villages.lists.listing import Listing
from villages.lists.page import list_page


def make(ledger: Ledger) -> Any:
    """The view that lists this ledger's rows."""

    def rows(request: HttpRequest) -> HttpResponseBase:
        found = ledger.annotate(visible_rows(ledger, request), clock.today())
        return list_page(
            request, list_spec(ledger), found, filterset=filter_class(ledger),
            context=_around(ledger, request), template="ledgers/list.html",
            bulk=actions_of(ledger, request),
            beside=lambda listing: {"charts": _charts(ledger, listing)},
        )  # fmt: skip

    takes = takes_forms if any(one.many for one in ledger.verbs) else require_safe
    return takes(opens(ledger, ledger.may_read, rows))


def _around(ledger: Ledger, request: HttpRequest) -> dict[str, Any]:
    links = [(_("字段说明"), reverse("help:fields_of", args=[ledger.key]), "help")]
    if url := hubs.import_url(ledger, request.user):
        links.insert(0, (_("导入表格"), url, "upload"))
    return {
        "breadcrumbs": hubs.crumbs(ledger),
        "secondary": links,
        "action_url": hubs.new_url(ledger, request.user),
        "action_label": _("登记%s") % ledger.one,
        "action_icon": "plus",
    }


def _charts(ledger: Ledger, listing: Listing) -> Any:
    def link(name: str, value: str) -> str:
        return listing.asked.address(page=None, **{name: value})

    return bars_of(ledger, listing.matching, link) if ledger.charts else []
