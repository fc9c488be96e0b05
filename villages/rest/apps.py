"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RestConfig(AppConfig):
    """The ground of the REST API."""

    name = "villages.rest"
    label = "villages_rest"
    verbose_name = _("接口")
