"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ListsConfig(AppConfig):
    """One list component for every app."""

    name = "villages.lists"
    label = "villages_lists"
    verbose_name = _("列表")
