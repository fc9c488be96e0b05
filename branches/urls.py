"""Addresses of party organizations."""

from django.urls import path

from branches.scheme_urls import PATHS
from branches.views import hub, lists, months, panel

app_name = "branches"
urlpatterns = [
    path("", hub.hub, name="hub"),
    path("figures.xlsx", hub.figures_sheet, name="figures_sheet"),
    path("sizes/", lists.size_list, name="sizes"),
    path("terms/", lists.term_list, name="terms"),
    path("development/", lists.development, name="development"),
    path("meetings/", months.this_month, name="month_now"),
    path("meetings/<str:code>/", months.month, name="month"),
    path("villages/<str:code>/", panel.panel, name="panel"),
    *PATHS,
]
