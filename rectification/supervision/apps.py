"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SupervisionConfig(AppConfig):
    """Orders, inspections, task lists, voices, notices."""

    name = "rectification.supervision"
    label = "rectification_supervision"
    verbose_name = _("督导督办")
