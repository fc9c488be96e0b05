"""The composition root as an installed app: commands, translations, checks."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Holds the management commands and the demo county."""

    name = "config"
    label = "config"
    verbose_name = "村级党建督导平台"

    def ready(self) -> None:
        """Register the system checks; make the Celery app the current one for every task."""
        from config import celery, checks  # noqa: F401
