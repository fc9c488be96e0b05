"""Addresses of the reports; fixed words stand before the key of a report."""

from rectification.reports.routes import assessment, pages, templates

app_name = "reports"
urlpatterns = [*assessment.urlpatterns, *templates.urlpatterns, *pages.urlpatterns]
