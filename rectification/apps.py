"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RectificationConfig(AppConfig):
    """Rectification of backward villages: screening, cases, acceptance, revisit."""

    name = "rectification"
    label = "rectification"
    verbose_name = _("整顿")
