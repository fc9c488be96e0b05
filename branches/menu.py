"""The menu entry of party organizations."""

from django.utils.translation import gettext_lazy as _

from villages.accounts.perms import works_in_territory
from villages.common.registries import MenuItem

MENU = (
    MenuItem(
        "branches",
        _("党支部"),
        "branches:hub",
        "flag",
        30,
        works_in_territory,
        group=_("台账"),
    ),
)
