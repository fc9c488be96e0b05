"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WarningsConfig(AppConfig):
    """Facts, rules and colours with receipts."""

    name = "rectification.warnings"
    label = "rectification_warnings"
    verbose_name = _("三色预警")
