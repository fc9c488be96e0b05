"""Addresses of warning events, papers, exemptions and objections."""

from django.urls import path, re_path

from rectification.warnings.views import (
    dispute_figures,
    disputing,
    event,
    events,
    events_of,
    exempting,
    papers,
)

_UID = "(?P<uid>[0-9a-f]{32})"
urlpatterns = [
    path("events/", events.events, name="events"),
    path("events/papers/", papers.papers, name="papers"),
    path("events/papers/draft/", papers.draft, name="papers_draft"),
    re_path(rf"^events/of-order/{_UID}/$", events_of.of_order, name="of_order"),
    re_path(rf"^events/of-case/{_UID}/$", events_of.of_case, name="of_case"),
    re_path(rf"^events/{_UID}/$", event.event, name="event"),
    path("asked/exempting/", exempting.exempting, name="exempting"),
    path("asked/overriding/", exempting.overriding, name="overriding"),
    re_path(
        r"^disputes/new/(?P<village>[0-9]{12})/(?P<code>20[0-9]{2}-(?:0[1-9]|1[0-2]))/"
        r"(?P<rule>[A-Z][0-9A-Z-]{1,11})/$",
        disputing.dispute,
        name="dispute",
    ),
    path("disputes/figures/", dispute_figures.figures, name="dispute_figures"),
]
