"""Addresses of what is tried on stored months."""

from django.urls import URLPattern, path

from rectification.warnings.views import relapse, simulation

urlpatterns: list[URLPattern] = [
    path("simulation/", simulation.simulation, name="simulation"),
    path("relapse/", relapse.relapse, name="relapse"),
    path("relapse/test/", relapse.test, name="relapse_test"),
]
