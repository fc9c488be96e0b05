"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """People, roles, jurisdictions, sign-in."""

    name = "villages.accounts"
    label = "villages_accounts"
    verbose_name = _("用户与权限")
