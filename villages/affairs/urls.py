"""Addresses of village facts beside the ledgers."""

from django.urls import path

from villages.affairs.views import hub, panel, sites

app_name = "affairs"
urlpatterns = [
    path("affairs/", hub.hub, name="hub"),
    path("affairs/lists/", hub.install_lists, name="install_lists"),
    path("affairs/villages/<str:code>/", panel.panel, name="panel"),
    path("affairs/villages/<str:code>/site/", sites.site_check, name="site_check"),
]
