"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HelpConfig(AppConfig):
    """Help pages; an app so that the search of the header finds them."""

    name = "villages.help"
    label = "villages_help"
    verbose_name = _("帮助")
