"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IndicatorsConfig(AppConfig):
    """What a county counts beyond the ledgers, defined by itself and ended by a day."""

    name = "villages.indicators"
    label = "villages_indicators"
    verbose_name = _("一表通指标")
