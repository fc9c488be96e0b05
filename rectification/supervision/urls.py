"""Addresses of the pages of supervision; fixed words stand before the key of an order."""

from rectification.supervision.routes import (
    contests,
    inspections,
    notices,
    orders,
    tasks,
    voices,
)

app_name = "supervision"
urlpatterns = [
    *contests.urlpatterns,
    *inspections.urlpatterns,
    *tasks.urlpatterns,
    *voices.urlpatterns,
    *notices.urlpatterns,
    *orders.urlpatterns,
]
