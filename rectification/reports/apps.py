"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReportsConfig(AppConfig):
    """Monthly dispatch, quarterly supervision, half-year, year-end."""

    name = "rectification.reports"
    label = "rectification_reports"
    verbose_name = _("报告")
