"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class JobsConfig(AppConfig):
    """Background work: one durable row per job."""

    name = "villages.jobs"
    label = "villages_jobs"
    verbose_name = _("后台任务")
