"""Addresses of indicators beside the ledgers."""

from django.urls import path

from villages.indicators.views import fill, hub, indicator, panel

app_name = "indicators"
urlpatterns = [
    path("indicators/", hub.hub, name="hub"),
    # No slug begins with a hyphen.
    path("indicators/-/<str:code>/", panel.panel, name="panel"),
    path("indicators/<slug:slug>/", indicator.indicator, name="indicator"),
    path("indicators/<slug:slug>/<str:period>/", fill.fill, name="fill"),
]
