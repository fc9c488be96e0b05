"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FilingsConfig(AppConfig):
    """Monthly filings, the register of forms, drafts, receipts, review."""

    name = "villages.filings"
    label = "villages_filings"
    verbose_name = _("填报")
