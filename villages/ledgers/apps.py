"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LedgersConfig(AppConfig):
    """The kit behind every ledger; it owns no table."""

    name = "villages.ledgers"
    label = "villages_ledgers"
    verbose_name = _("台账")
