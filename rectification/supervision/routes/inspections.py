"""Addresses of inspections."""

from django.urls import path, re_path

from rectification.supervision.views import inspection_figures, inspections, plans, site_records

_UID = "(?P<uid>[0-9a-f]{32})"
urlpatterns = [
    path("plans/", plans.plans_now, name="plans_now"),
    path("plans/<int:year>/", plans.plans, name="plans"),
    path("plans/<int:year>/join/", plans.join, name="plans_join"),
    path("checklist/", inspection_figures.checklist, name="checklist"),
    path("checklist/install/", inspection_figures.install, name="checklist_install"),
    path(
        "inspections/figures/", inspection_figures.figures_now, name="inspection_figures_now"
    ),
    path(
        "inspections/figures/<int:year>/", inspection_figures.figures, name="inspection_figures"
    ),
    re_path(rf"^inspections/{_UID}/$", inspections.inspection, name="inspection"),
    re_path(rf"^sites/{_UID}/record/$", site_records.record, name="site_record"),
]  # fmt: skip
