"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ImportsConfig(AppConfig):
    """Months, filings, sheets in and out."""

    name = "villages.imports"
    label = "villages_imports"
    verbose_name = _("填报与导入")
