"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VillagesConfig(AppConfig):
    """The ground: counties, townships, villages."""

    name = "villages"
    label = "villages"
    verbose_name = _("区划")
