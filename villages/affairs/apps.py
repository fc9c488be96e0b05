"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AffairsConfig(AppConfig):
    """What a county knows about the common affairs of its villages."""

    name = "villages.affairs"
    label = "villages_affairs"
    verbose_name = _("村务")
