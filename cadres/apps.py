"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CadresConfig(AppConfig):
    """Village cadres, first secretaries, joint review, dispositions."""

    name = "cadres"
    label = "cadres"
    verbose_name = _("村干部")
