"""Addresses of the pages of cases; fixed words stand before the key of a case."""

from rectification.routes import acceptance, cases, effects, finding, papers, work

app_name = "cases"
urlpatterns = [
    *finding.urlpatterns,
    *work.urlpatterns,
    *acceptance.urlpatterns,
    *effects.urlpatterns,
    *papers.urlpatterns,
    *cases.urlpatterns,
]
