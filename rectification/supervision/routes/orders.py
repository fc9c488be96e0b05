"""Addresses of orders."""

from django.urls import path, re_path

from rectification.supervision.views import (
    chase,
    drafts,
    hub,
    items,
    lists,
    numbers,
    order,
    papers,
    returned,
    units,
)

_UID = "(?P<uid>[0-9a-f]{32})"
urlpatterns = [
    path("", hub.hub, name="hub"),
    path("new/", drafts.new, name="new"),
    path("chase/", chase.chase, name="chase"),
    path("figures/", numbers.figures, name="figures"),
    path("returned/", returned.returned, name="returned"),
    path("install/", lists.install, name="install"),
    path("seats/", lists.seats, name="seats"),
    re_path(rf"^parts/{_UID}/$", order.unit, name="unit"),
    re_path(rf"^{_UID}/$", order.order, name="order"),
    re_path(rf"^{_UID}/units/$", units.units, name="units"),
    re_path(rf"^{_UID}/items/$", items.items, name="items"),
    re_path(rf"^{_UID}/paper/$", papers.paper, name="paper"),
]
