"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TraceConfig(AppConfig):
    """The append-only audit trail."""

    name = "villages.trace"
    label = "villages_trace"
    verbose_name = _("操作留痕")
