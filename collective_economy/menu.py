"""The menu entry of collective economy."""

from django.utils.translation import gettext_lazy as _

from villages.accounts.perms import works_in_territory
from villages.common.registries import MenuItem

MENU = (
    MenuItem(
        "economy", _("集体经济"), "collective_economy:hub", "coins", 33, works_in_territory,
        group=_("台账"),
    ),
)  # fmt: skip
