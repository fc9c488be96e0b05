"""App configuration."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class VillagesConfig(AppConfig):
    """The ground: counties, townships, villages."""

    name = "villages"
    label = "villages"
    verbose_name = _("区划")

    def ready(self) -> None:
        """Every app's declared parameters must be known before the first one is read."""
        autodiscover_modules("parameters")
