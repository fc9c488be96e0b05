"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CollectiveEconomyConfig(AppConfig):
    """Collective income, projects, contracts, debts."""

    name = "collective_economy"
    label = "collective_economy"
    verbose_name = _("集体经济")
