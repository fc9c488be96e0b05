"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BranchesConfig(AppConfig):
    """Party organizations of villages: branches, posts, meetings, development, standards."""

    name = "branches"
    label = "branches"
    verbose_name = _("党组织")
