"""Addresses of collective economy."""

from django.urls import path

from collective_economy.views import checks, hub, lists, village

app_name = "collective_economy"
urlpatterns = [
    path("", hub.hub, name="hub"),
    path("figures.xlsx", hub.figures_sheet, name="figures_sheet"),
    path("income/", lists.income_list, name="income"),
    path("income/<str:uid>/correct/", village.correct, name="correct"),
    path("rents/", lists.rents, name="rents"),
    path("yields/", lists.project_yields, name="projects"),
    path("villages/<str:code>/", village.village, name="village"),
    path("villages/<str:code>/panel/", village.panel, name="panel"),
    path("checks/", checks.checks, name="checks"),
    path("checks/round-trips/", checks.round_trips, name="round_trips"),
    path("checks/answers/<str:uid>/", checks.review, name="review"),
    path("checks/<str:period>/<str:code>/<str:check>/", checks.answer, name="answer"),
]
